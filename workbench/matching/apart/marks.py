"""Words that only the marks written on their letters tell apart: حضر, حضّر; المعذِّب, المعذَّب.

Mostly no marks are written, and a word without them may be either. Two that have other vowels on
one letter are other words, but for the last one, whose vowel tells the case.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.language.fold import fold_text
from workbench.language.stems import bare
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.prepositions import Prepositions
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Facet, Statement

_Two = tuple[Word, Word]
"""A word here and the same there."""
_Letters = Sequence[tuple[str, str]]
"""Each letter of a word, and the vowel on it or nothing."""


def find_other_marks(here: Statement, there: Statement, shared: Sequence[_Two]) -> Finding | None:
    """A word of which a letter is marked as doubled in only one of two texts, where that makes it
    another, or has another vowel there."""
    own = senses_of(pack_for(here.language).code)
    if here.language != there.language:
        return None
    for one, other in shared:
        doubled = one.folded in own.doubled and _differ(own.doubling, one, other)
        if doubled or _has_other_vowel(one, other, own.vowels):
            shown = one.surface, other.surface
            return Finding(Facet.WORDING, Holds.UNCLEAR, Key.WORDS_DIFFER, *shown)
    return None


def _differ(mark: str, one: Word, other: Word) -> bool:
    return (mark in one.surface) != (mark in other.surface)


def _has_other_vowel(one: Word, other: Word, vowels: str) -> bool:
    """Whether a letter of one word has another vowel in the same word there."""
    marked = (any(vowel in word.surface for vowel in vowels) for word in (one, other))
    if one.surface == other.surface or not all(marked):
        return False
    ours, theirs = (_spelled(word.surface, vowels) for word in (one, other))
    if [letter for letter, _ in ours] != [letter for letter, _ in theirs]:
        return False
    inside = len(ours) - _case_letters(one)
    return any(
        a and b and a != b for (_, a), (_, b) in zip(ours[:inside], theirs[:inside], strict=True)
    )


def _spelled(written: str, vowels: str) -> _Letters:
    found: list[tuple[str, str]] = []
    for char in written:
        letter = fold_text(char)
        if letter:
            found.append((letter, ""))
        elif found and char in vowels:
            found[-1] = found[-1][0], char
    return found


def _case_letters(word: Word) -> int:
    """The letters of a word from the one on whose vowel tells the case: the last one, and that
    before whose it is (رئيسها), which is not said behind an article (المتهم)."""
    pack = pack_for(word.language)
    if any(each.startswith(pack.language.article) for each in bare(word.folded, pack)):
        return 1
    endings = pack.derived(Prepositions).own_endings
    behind = max((len(each) for each in endings if word.folded.endswith(each)), default=0)
    return behind + 1
