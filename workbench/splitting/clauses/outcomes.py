"""What something led to or is put down to: "caused *the collapse of a bridge* and *the flooding of
18 houses*", "put it down to *rising sales* and *lower costs*"."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.grammar import Grammar, Verb
from workbench.splitting.clauses.predicates import Word

_REACH = 12
"""Words behind the verb within which it names what it led to."""


def first_outcome(words: Sequence[Word], own: Sequence[int], rules: Grammar) -> int | None:
    """Where the first noun of an action stands that a verb leads to, among the words of a clause
    by their index, if one does."""
    verb = next((k for k in own if words[k].lexeme.stem in rules.outcomes), None)
    if verb is None:
        return None
    behind = rules.outcomes[words[verb].lexeme.stem]
    near = [k for k in own if k > verb][:_REACH]
    for at, k in enumerate(near):
        core = words[k].core
        if words[k].pause:
            return None
        if core in behind and near[at + 1 :] and rules.is_event(words[near[at + 1]].core):
            return near[at + 1]
        if core[:1] in behind and rules.is_event(core[1:]):
            return k  # With its preposition written on to it: تسببت بانهيار.
    return None


def outcomes(words: Sequence[Word], own: Sequence[int], rules: Grammar) -> list[int]:
    """Where each of several actions begins that a verb leads to; empty where it is but one."""
    first = first_outcome(words, own, rules)
    if first is None:
        return []
    behind = [k for k in own if k > first]
    more = [k for k in behind[1:] if joins_outcome(words[k], rules)]
    parted = any(words[k].verb == Verb.FINITE and k not in more for k in behind)
    return [] if parted or not more else [first, *more]


def joins_outcome(word: Word, rules: Grammar) -> bool:
    """Whether a conjunction is written on to the indefinite noun of an action (وغرق)."""
    joined = word.lexeme.glue.startswith(rules.data.glued_conjunctions[:1])
    acted = rules.is_event(word.core) or rules.opens_event(word)  # وغرق, وبتغريم
    return bool(word.lexeme.glue) and joined and acted
