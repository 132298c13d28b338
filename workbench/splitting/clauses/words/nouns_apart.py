"""Forms that may be verbs or nouns and are nouns by the words beside them, where subjects come
first."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word, next_pause

_DEED = 3
"""Words behind a subject up to its verb: "profit *more than doubled*"."""


def is_noun_there(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a form that may be a verb is a noun at a place."""
    word = words[at]
    weak = word.lexeme.verb == Verb.WEAK and word.verb != Verb.NO and not word.capital
    if not (weak and rules.data.subject_first and at + 1 < len(words)):
        return False
    return (
        _has_figure(words, at, rules)
        or _is_governed(words, at, rules)
        or _has_deed(words, at, rules)
    )


def describes_counted(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a participle stands between a number and what it counts, whose verb follows: "811
    *confirmed* cases and one death were recorded"."""
    if not rules.data.subject_first or at + 1 >= len(words):
        return False
    before, noun = words[at - 1], words[at + 1]
    counts = before.number or before.core in rules.numerals
    figure = before if counts or before.pause or at < 2 else words[at - 2]
    counted = figure.number or figure.core in rules.numerals
    counted = counted and (counts or before.verb == Verb.NO) and not words[at].pause
    things = noun.core.endswith(rules.data.inflected_endings or ("\0",)) and not noun.pause
    if not (counted and things and noun.verb < Verb.PAST):
        return False
    behind = words[at + 2 : next_pause(words, at + 2)]
    return any(word.verb == Verb.FINITE for word in behind)


def _has_figure(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a form in -s behind a figure and a comma or "and" has no more than a figure of its
    own: "food rose 27%, *rents* 54% and *fuel* 12%"."""
    before, behind = words[at - 1], words[at + 1]
    joined = before.core in rules.conjunctions and not words[at].pause
    last, after = at - 1 - joined, at + 2
    last -= words[last].core in rules.counting_nouns  # "3 *percent*"
    after += after < len(words) and words[after].core in rules.counting_nouns
    figures = last >= 0 and words[last].number and behind.number and not behind.pause
    if not figures or not (joined or words[at].comma):
        return False
    return after >= len(words) or words[after].pause or words[after].core in rules.conjunctions


def _is_governed(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether "to" stands before a form in -s, which no infinitive has: "*to cheers* from"."""
    ended = words[at].core.endswith(rules.data.inflected_endings or ("\0",))
    led = words[at - 1].core in rules.infinitives and not words[at].pause
    return led and ended and rules.base(words[at].core) != words[at].core


def _has_deed(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a base form is the subject of what it did so many times: "net *profit* more than
    doubled", "*output* almost halved"."""
    if rules.base(words[at].core) != words[at].core:
        return False
    for behind in range(at + 1, min(at + 1 + _DEED, len(words))):
        if words[behind].pause:
            return False
        if words[behind].core in rules.multiplying:
            return behind > at + 1
    return False
