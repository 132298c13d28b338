"""The comma before the last item of a list ("Egypt, Jordan*, and* Iraq"), which ends no clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_NAME = 3
"""Words of a name in a list, at most."""
_COUNTED = 6
"""Words of something counted in a list, at most."""


def serial_commas(words: Sequence[Word], rules: Grammar) -> Iterator[int]:
    """Where a conjunction stands behind the comma of a list: of names, of things that are counted,
    or of bare nouns ("tariffs, metering, and payment guarantees")."""
    if not rules.data.subject_first:
        return
    for at in range(3, len(words) - 1):
        if words[at].core not in rules.conjunctions or not words[at].comma:
            continue
        near = range(at - 1, max(1, at - _COUNTED) - 1, -1)
        first = next((k for k in near if words[k].pause), 0)
        if not first or not words[first].comma or words[at + 1].pause:
            continue
        if _are_names(words, first, at) or _are_things(words, first, at, rules):
            yield at


def _are_names(words: Sequence[Word], first: int, at: int) -> bool:
    """Whether names alone stand on either side: of the item, of the one before, of the last."""
    item = words[first:at]
    named = len(item) <= _NAME and all(word.capital or word.number for word in item)
    return named and words[first - 1].capital and words[at + 1].capital


def _are_things(words: Sequence[Word], first: int, at: int, rules: Grammar) -> bool:
    """Whether the item between the commas and the last one are alike: both counted, or bare."""
    item, last = words[first:at], words[at + 1]
    if any(word.verb >= Verb.PAST or word.core in rules.personal for word in item):
        return False
    if _counts(item[0], rules):
        return _counts(last, rules) or last.core in rules.indefinite_articles
    if len(item) > 1 or item[0].capital or rules.is_adverb(item[0].core):
        return False
    before = words[first - 1]
    small = rules.prepositions | rules.conjunctions | rules.articles | rules.personal
    nouns = (before, item[0], last)
    return not any(
        word.verb >= Verb.PAST or word.core in small or word.number or word.capital
        for word in nouns
    )


def _counts(word: Word, rules: Grammar) -> bool:
    return word.number or word.core in rules.numerals
