"""What is excepted is a claim too."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.boundaries import marker_at
from workbench.splitting.clauses.clause import Clause, Range
from workbench.splitting.clauses.grammar import Grammar, Verb
from workbench.splitting.clauses.pieces import Kind
from workbench.splitting.clauses.predicates import Word

_SHORTEST = 2


def exceptions(clause: Clause, words: Sequence[Word], rules: Grammar) -> list[Clause]:
    """What is excepted is asserted too: "no forces except advisers" says there are advisers."""
    for first, last in clause.own:
        for index in range(first + 1, last):
            found = marker_at(words, index, rules)
            if found is not None and found[0].kind == "exception" and index + found[1] < last:
                return _excepted(words, (first, index), (index + found[1], last), rules)
    return []


def _excepted(words: Sequence[Word], host: Range, own: Range, rules: Grammar) -> list[Clause]:
    """The exception alone ("no forces except *advisers*"), or with what does not hold of it
    ("they worked in all stations except *two*"), and what is told of it."""
    from_all = any(words[k].core in rules.wholes for k in range(*host))
    if not from_all:
        phrase = own[1] - own[0] - (words[own[0]].core in rules.prepositions)
        return [Clause((own,), Kind.EXCEPTION)] if phrase > _SHORTEST else []
    verb = next((k for k in range(own[0] + 1, own[1]) if words[k].verb >= Verb.WEAK), None)
    relative = verb is not None and words[own[0]].core not in rules.subjects
    if not relative or verb is None:
        return [Clause((own,), Kind.EXCEPTION, (host,))]
    return [Clause(((own[0], verb),), Kind.EXCEPTION, (host,)), Clause((own,), Kind.RELATIVE)]
