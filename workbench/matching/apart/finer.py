"""Two words of one sense that name other kinds of it: a girl is called a woman too, an execution a
killing, and who lifts (رفع) sanctions does not raise them.

Words are paired by the senses that they share, however wide. Here it is asked what each means where
it stands, and whether it is the same kind of thing. In doubt it is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.language.fold import fold_text
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import exclusives, groups, narrower
from workbench.matching.lexicon.lexemes import lexemes_of
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for, profile
from workbench.matching.types import Facet, Statement

_REACH = 5
"""Words between a verb and what tells in which of its senses it is meant."""


def find_other_kind(
    here: Statement, there: Statement, shared: Sequence[tuple[Word, Word]]
) -> Finding | None:
    """Two words that were paired and do not mean the same where they stand."""
    for one, other in shared:
        if one.facet or one.number:
            continue
        ours, theirs = _meant(one, here), _meant(other, there)
        if ours != theirs and _are_apart(ours, theirs, (one, other)):
            shown = one.surface, other.surface
            return Finding(Facet.WORDING, Holds.UNCLEAR, Key.WORDS_DIFFER, *shown)
    return None


def _are_apart(ours: frozenset[str], theirs: frozenset[str], pair: tuple[Word, Word]) -> bool:
    """Whether two words that were paired mean other things: have no sense in common any more, or
    one is of a kind of which the other is not. Forms of one word are listed unevenly."""
    one, other = pair
    both = ours & theirs
    if not both:
        return not one.meanings.isdisjoint(other.meanings)
    if not one.name and one.language == other.language and one.stem == other.stem:
        return False
    against = {each for sense in ours - both for each in exclusives().get(sense, ())}
    return bool(
        (ours ^ theirs) & groups().finer
        or against & theirs
        or _are_narrower(ours, theirs, one.language == other.language)
    )


def _are_narrower(ours: frozenset[str], theirs: frozenset[str], one_language: bool) -> bool:
    """Whether two words have only a wide sense in common, and one means a kind of it: "shelled",
    "attacked". Words of two languages never cover the same: there each has to mean another kind, or
    one what a word means in every language or in none."""
    both = ours & theirs
    if not both <= narrower().keys():
        return False
    kinds = frozenset().union(*(narrower()[sense] for sense in both))
    means = not kinds.isdisjoint(ours), not kinds.isdisjoint(theirs)
    if one_language:
        return any(means)
    return all(means) or not groups().everywhere.isdisjoint(ours ^ theirs)


def _meant(word: Word, statement: Statement) -> frozenset[str]:
    """What a word means, as far as what stands near it tells: رفع is to lift where it is sanctions,
    and to raise where it is a price. A name has besides what its word says: "Frenchwoman"."""
    code = pack_for(statement.language).code
    meanings = word.meanings
    if word.name and " " not in word.surface:
        meanings |= senses_of(code).meanings(*_forms(word))
    told_by = senses_of(code).told_by
    whole = told_by.get(fold_text(word.surface)) if word.parts else None
    for row in whole or told_by.get(_forms(word)[0], ()):
        if not row.near or not row.near.isdisjoint(_near(word, statement)):
            return meanings - row.others
    return meanings


def _forms(word: Word) -> tuple[str, str]:
    lexeme = lexemes_of(word.language).of(word.surface)[0]
    return lexeme.folded, lexeme.stem


def _near(word: Word, statement: Statement) -> Iterator[str]:
    """The small words behind a word up to the next verb, and the senses of what is told near it."""
    reading = reading_of(statement)
    for at in range(word.end, min(word.end + _REACH, len(reading.tokens))):
        yield reading.word(at)
    for whole in profile(statement).words:
        for each in whole.parts or (whole,):
            if each.place != word.place and abs(each.place - word.place) <= _REACH:
                yield from each.meanings
