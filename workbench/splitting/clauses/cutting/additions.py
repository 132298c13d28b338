"""What a comma adds to a clause without a verb: comparisons, records, changes, parts.

Each is a claim of its own: "Exports fell to 3m tonnes, *the lowest since 2009*".
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.pieces import Kind
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_NEAR = 4
"""Words behind an article among which the word of a record stands."""
_LONGEST_COUNTED = 4
"""Words of a figure and what it counts before "of which", at most."""
_LONGEST_TAKEN_UP = 4
"""Words of a phrase that takes up what was said, with its article, at most."""
_RANKED = 3
"""Words of "the first time"."""


def behind_pause(words: Sequence[Word], at: int, rules: Grammar, *, opens: bool) -> Kind:
    """What a piece is that only punctuation sets off; ``opens`` if nothing stands before it."""
    readers = (_is_comparison, counts_part, _is_record, _is_change, spans_time)
    if not opens and any(reads(words, at, rules) for reads in readers):
        return Kind.PART
    acts = words[at].verb == Verb.GERUND and not _is_subject(words, at, rules)
    return Kind.PARTICIPLE if acts else Kind.PAUSE


def _is_subject(words: Sequence[Word], gerund: int, rules: Grammar) -> bool:
    """Whether a gerund has its verb right behind it: "…; *sentencing is* set for May"."""
    behind = words[gerund + 1] if gerund + 1 < len(words) else None
    acts = behind is not None and behind.core in rules.auxiliaries
    return acts and rules.data.subject_first


def counts_part(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a figure counts some of what was named before: "…, *160 of which* were fatal"."""
    if not words[index].number:
        return False
    # "160 of which", "2.2 million doses of which"
    near = range(index, min(index + _LONGEST_COUNTED, len(words) - 1))
    counted = next((k for k in near if takes_part(words, k, rules)), None)
    return counted is not None and all(
        words[k].verb < Verb.PAST and not words[k].pause for k in range(index + 1, counted + 1)
    )


def takes_part(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a phrase takes a part of those named before: "most of them", "one of whom"."""
    tail = " ".join(word.core for word in words[at + 1 : at + 3])
    behind = words[at + 3] if at + 3 < len(words) else None
    # "61% of those *who* took the pill recovered": those are told here, not named before.
    pointed = behind is not None and words[at + 2].core in rules.demonstratives
    if pointed and behind is not None and not behind.pause and rules.data.subject_first:
        told = behind.core in rules.personal_relatives or behind.verb == Verb.PAST
        return not told and tail in rules.part_tails
    return tail in rules.part_tails


def _is_comparison(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a pause sets off a comparison: "far faster than", "more than double"."""
    following = words[index + 1].core if index + 1 < len(words) else ""
    if words[index].core in rules.comparisons and following in rules.articles:
        return True  # "…, *double the* current level"
    for at in range(index, min(index + 4, len(words))):
        word, behind = words[at], words[min(at + 1, len(words) - 1)]
        compares = word.core in rules.comparisons
        if word.verb >= Verb.WEAK or (word.core in rules.prepositions and not compares):
            return False
        if compares:
            return not (behind.number or behind.core in rules.numerals)  # "…, more than 10%"
    return False


def spans_time(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a pause sets off how long after it was: "…, *18 months after* it opened"."""
    if index + 3 >= len(words) or not rules.data.subject_first:
        return False
    first = words[index]
    counts = first.number or first.core in rules.numerals | rules.indefinite_articles
    unit = index + bool(counts)  # "*minutes after* they voted"
    openers = (marker for _, marker in rules.markers.get(words[unit + 1].core, ()))
    below = any(marker.subordinate for marker in openers)
    return below and words[unit].core in rules.time_units


def _is_record(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a pause sets off a record: "its fifth cut in a row", "the lowest since 2009"."""
    if words[index].core not in rules.definite_articles | rules.owning:
        return False
    for at in range(index + 1, min(index + _NEAR, len(words) - 1)):
        word = words[at]
        if word.pause or word.verb >= Verb.WEAK or word.core in rules.prepositions:
            return False
        if word.core in rules.superlatives:
            return not words[at + 1].pause and not _acts(words, at + 1, rules)
    return False


def _acts(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a noun phrase that goes on at a word has its verb: "the first boats *left*"."""
    for at in range(index, min(index + _NEAR, len(words))):
        word = words[at]
        if word.pause or word.core in rules.prepositions or word.core in rules.relatives:
            return False
        if word.verb in {Verb.PAST, Verb.FINITE}:
            return True
    return False


def _is_change(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a pause sets off how much something changed, or a phrase that takes up what was
    said: "a rise of 9%", "a decision that has angered parents"."""
    if words[index].core not in rules.indefinite_articles:
        return False
    end = min(index + _LONGEST_TAKEN_UP + 1, len(words))
    stop = next((k for k in range(index + 1, end) if _ends_noun(words[k], rules)), 0)
    if not stop or words[stop].pause:
        return False
    changed = words[stop - 1].core in rules.changes and words[stop].core in rules.prepositions
    return (changed and stop + 1 < len(words)) or takes_up(words, index, stop, rules)


def _ends_noun(word: Word, rules: Grammar) -> bool:
    return word.pause or word.core in rules.prepositions or word.core in rules.relatives


def takes_up(words: Sequence[Word], first: int, stop: int, rules: Grammar) -> bool:
    """Whether words are an indefinite noun that takes up what was said, with a relative clause
    behind it: "a decision *that* …", or name which time it is: "the first time *that* …"."""
    indefinite = words[first].core in rules.indefinite_articles
    which = words[first].core in rules.definite_articles and stop - first == _RANKED
    if which and words[first + 1].core in rules.ranking and stop < len(words):
        return words[stop].core in rules.relatives and words[stop - 1].core in rules.occasions
    short = 1 < stop - first <= _LONGEST_TAKEN_UP and stop < len(words)
    if not indefinite or not short or words[stop].core in rules.prepositions:
        return False
    return words[stop].core in rules.relatives and words[stop - 1].core in rules.taken_up
