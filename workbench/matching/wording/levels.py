"""What a figure is to what moves: where it has got to, what it came from, or by how much it moved.
"Fell by 3 points" is not "fell to 3 points", nor is "is down from 3 points" "is 3 points".
"""

from __future__ import annotations

from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors
from workbench.matching.lexicon.contrasts import MOVES
from workbench.matching.lexicon.lexemes import lexemes_of
from workbench.matching.profiles import Word
from workbench.matching.statement.casts import cast_for
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for, profile
from workbench.matching.types import Statement
from workbench.matching.wording.texts import Text

_BY, _TO, _FROM, _LEVEL = "by", "to", "from", ""
_REACH = 6
"""Words from what moves to the figure from which it does."""


def is_other_level(pair: tuple[Word, Word], both: tuple[Statement, Statement]) -> bool:
    """Whether one figure is another thing to what moves in each of two texts."""
    if not any(map(_is_whole, pair, both)):
        return False
    ways = [_way(word, statement) for word, statement in zip(pair, both, strict=True)]
    if ways[0] == ways[1]:
        return False
    if _FROM in ways or set(ways) == {_BY, _TO}:
        return True
    if set(ways) != {_BY, _LEVEL}:
        return False
    # "A 5 percent rise" moves by as much without saying so. A verb that moves is a word of its own
    # to be compared, which small words are not ("is *up* 5 percent").
    by = ways.index(_BY)
    return _is_moved_by_small_word(pair[by], both[by]) and not _moves(both[1 - by])


def _is_whole(word: Word, statement: Statement) -> bool:
    """Whether a word is a figure, or one with what it counts: أسبوعين."""
    figures = statement.facets.quantities
    return word.number or any(word.surface.endswith(each.surface) for each in figures)


def way_at(statement: Statement, place: int) -> str:
    """How the figure that begins at a token, perhaps with its currency, stands to what moves."""
    figures = (word for word in profile(statement).words if word.number and word.place >= place)
    figure = next(figures, None)
    return _LEVEL if figure is None else _way(figure, statement)


def _way(figure: Word, statement: Statement) -> str:
    """How a figure stands to what moves; a level where it says nothing of that."""
    text = Text(statement, cast_for(statement))
    rules = pack_for(statement.language).derived(_Rules)
    reading, first = reading_of(statement), figure.place
    whole = _is_whole(figure, statement)
    if not whole:  # the unit of a figure before it: "by two *weeks*"
        first -= 1
    before = reading.word(first - 1)
    written_on = fold_text(figure.surface)[:1] if text.head_first and whole else ""
    if not rules.amounts.isdisjoint((text.governor(figure), before, written_on)):
        return _BY
    if text.heading(figure) == 1:
        return _TO
    exact = not any(
        before in fold_text(each.surface).split() for each in statement.facets.quantities
    )
    if before in rules.sources and exact and _has_moved(statement, first - 1, _REACH):
        return _FROM  # and not only "less than" (أقل من)
    return _BY if _is_moved_by_small_word(figure, statement) else _LEVEL


def _is_moved_by_small_word(figure: Word, statement: Statement) -> bool:
    """Whether "up" or the like stands before a figure, perhaps with "by" between."""
    reading = reading_of(statement)
    amounts = pack_for(statement.language).derived(_Rules).amounts
    at = figure.place - 1 - (reading.word(figure.place - 1) in amounts)
    return reading.is_small(at) and _has_moved(statement, at + 1, 1)


def _has_moved(statement: Statement, at: int, reach: int) -> bool:
    """Whether one of the words right before a token tells that something moves."""
    words = lexemes_of(statement.language).of(statement.text)[max(at - reach, 0) : at]
    return any(not MOVES.isdisjoint(word.meanings) for word in words)


def _moves(statement: Statement) -> bool:
    return not MOVES.isdisjoint(profile(statement).meanings)


class _Rules:
    """The prepositions of a language before by how much and from what something moves, folded."""

    def __init__(self, pack: LanguagePack) -> None:
        actors = pack.section(Actors)
        self.amounts = frozenset(map(fold_text, actors.amounts))
        self.sources = frozenset(map(fold_text, actors.source_prepositions))
