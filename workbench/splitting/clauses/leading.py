"""Clauses that only lead up to another, and say nothing themselves, where subjects come first."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.grammar import Grammar
from workbench.splitting.clauses.opened import Open
from workbench.splitting.clauses.predicates import Word


def only_leads_up(
    words: Sequence[Word], done: Sequence[Open], clause: Open, rules: Grammar
) -> bool:
    """Whether a phrase has no clause of its own, but one that tells of its noun: "*In Tawila*,
    where 2,000 are trapped"; or no more than a verb of coming."""
    if not rules.data.subject_first:
        return False
    first = clause.ranges[0][0]
    opens = words[first].core in rules.prepositions
    lent = any(first < head for one in done for head, _ in one.borrowed)
    whole = any(clause.ranges == one.borrowed for one in done)  # "Smith, who won"
    leads = ((opens and lent) or whole) and not clause.complete
    return leads or _only_comes(words, done, clause, rules)


def _only_comes(words: Sequence[Word], done: Sequence[Open], clause: Open, rules: Grammar) -> bool:
    """Whether no more than the verb of a thing pointed at stands before the clause that tells:
    "*The strike comes* as the government prepares its budget"."""
    first, stop = clause.ranges[0]
    alone = len(clause.ranges) == 1 and words[stop - 1].core in rules.leading_up
    pointed = words[first].core in rules.pointers | rules.possessives
    return alone and pointed and any(one.ranges[0][0] in {stop, stop + 1} for one in done)
