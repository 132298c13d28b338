"""Two forms in -s of which each may be a noun and that are both verbs of one subject, where
subjects come first: "The deal *raises* pay by 4% and *ends* the strike"."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_CLAUSE = 16
"""Words back from the second verb to the first, at most."""
_SUBJECT = 4
"""Words back from a verb to the article of its subject, at most."""
_MAY_ACT = frozenset({Verb.WEAK, Verb.FINITE})


def acting_twice(words: Sequence[Word], at: int, rules: Grammar) -> tuple[int, ...]:
    """Where both verbs stand of whoever does a second thing at ``at``, or nothing."""
    if not rules.data.subject_first or not _may_act(words, at, rules):
        return ()
    joined = words[at - 1].core in rules.conjunctions and not words[at].pause
    if not (joined and _has_object(words, at, rules)):
        return ()
    for k in range(at - 2, max(0, at - _CLAUSE), -1):
        if words[k + 1].pause:
            return ()
        if _may_act(words, k, rules) and _has_subject(words, k, rules):
            return k, at
    return ()


def _may_act(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a form in -s stands there that may be a verb."""
    word = words[at]
    ended = word.core.endswith(rules.data.inflected_endings or ("\0",)) and not word.capital
    return ended and word.lexeme.verb in _MAY_ACT and rules.base(word.core) != word.core


def _has_object(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether an object follows that no noun has behind it, or any where bodies decide such."""
    if at + 1 >= len(words) or words[at + 1].pause:
        return False
    behind, decided = words[at + 1], rules.base(words[at].core) in rules.own_decisions
    opens = (
        behind.core in rules.articles | rules.owning | rules.wholes or behind.verb == Verb.GERUND
    )
    plain = behind.verb == Verb.NO and not rules.prepositional(behind)
    return opens or (decided and plain)


def _has_subject(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a single body or thing with its article stands right before, or a pronoun."""
    if at == 0 or words[at].pause:
        return False
    before = words[at - 1]
    if before.core in rules.third_persons:
        return True
    single = before.verb == Verb.NO and rules.language.singular(before.core) == before.core
    named = single and not (before.number or rules.prepositional(before))
    near = range(at - 2, max(-1, at - 1 - _SUBJECT), -1)
    return named and any(words[k].core in rules.articles for k in near)
