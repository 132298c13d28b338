"""Whether two texts are built alike: then nobody in one of them has taken another's part."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from workbench.facets.reading import Reading
from workbench.language.fold import fold_text
from workbench.matching.profiles import Word
from workbench.matching.statement.readings import reading_of
from workbench.matching.types import Statement
from workbench.matching.wording.spelled import is_respelled

_SILENT = None
"""What stands for a word that changes nothing."""


def are_built_alike(here: Statement, there: Statement, shared: Sequence[tuple[Word, Word]]) -> bool:
    """Whether the words that two texts share stand in one order, between the same small words.

    A figure or time is one whatever its words ("15%", "15 percent").
    """
    if here.language != there.language:
        return False
    ours, theirs = reading_of(here), reading_of(there)
    same = [pair for pair in shared if _is_one(pair)]
    return _built(here, ours, [one for one, _ in same]) == _built(
        there, theirs, [other for _, other in same]
    )


def _is_one(pair: tuple[Word, Word]) -> bool:
    return fold_text(pair[0].surface) == fold_text(pair[1].surface) or is_respelled(*pair)


def _built(statement: Statement, reading: Reading, words: Sequence[Word]) -> list[Hashable]:
    """The tokens of a text, a shared word by its turn and a figure or time by what it is; without
    articles and what changes nothing ("also")."""
    tokens: list[Hashable] = [token.folded for token in reading.tokens]
    for turn, word in enumerate(words):
        tokens[word.place : word.end] = [_SILENT if word.light else turn] * (word.end - word.place)
    facets = statement.facets
    measured = [(one.span, (one.low, one.high, one.unit)) for one in facets.quantities]
    dated = [(one.span, (one.interval or one.rule, one.relation)) for one in facets.times]
    for span, what in (*measured, *dated):
        for at, token in enumerate(reading.tokens):
            if span.start <= token.span.start < span.end:
                tokens[at] = what
    told = [
        one for at, one in enumerate(tokens) if one is not _SILENT and not reading.is_article(at)
    ]
    return [one for at, one in enumerate(told) if at == 0 or one != told[at - 1]]
