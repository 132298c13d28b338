"""Who was hit, counted without a verb: "Boat capsizes off Lesbos, *two dead*, *14 missing*"."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_LONGEST = 8


def is_toll(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> bool:
    """Whether words count people or things and say no more than what befell them."""
    if not rules.tolls or not 1 < stop - start <= _LONGEST or not _counts(words[start], rules):
        return False
    inside = range(start + 1, stop)
    end = next((k for k in inside if words[k].core in rules.prepositions), stop)
    things = words[end - 1].core.endswith(rules.data.inflected_endings or "\0")
    near = range(max(start + 1, end - 1 - (not things)), end)  # not "11 *confirmed* cases"
    told = any(words[k].core in rules.tolls for k in near)
    return told and not any(words[k].core in rules.auxiliaries for k in inside)


def _counts(word: Word, rules: Grammar) -> bool:
    return word.number or word.core in rules.numerals or word.core in rules.none
