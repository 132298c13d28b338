"""The day behind the last of joined verbs: "killed two and wounded five *on Monday*" says of both
when they were. Where the verb comes first, `shared_tails` tells of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.splitting.clauses.clause import Clause, Range
from workbench.splitting.clauses.joining.shared_tails import shared_tail
from workbench.splitting.clauses.pieces import Kind
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word


def shared_time(
    found: Sequence[Clause],
    index: int,
    words: Sequence[Word],
    rules: Grammar,
    *,
    times: Mapping[Range, bool],
    places: Sequence[Range],
) -> Range | None:
    """The day that a clause shares with the one joined to it, with its preposition; or nothing.

    Args:
        found: the clauses of a stretch.
        index: the clause that is asked for.
        words: of the stretch.
        rules: of its language.
        times: of the stretch, and whether each is a single day.
        places: named in the stretch.
    """
    if index + 1 >= len(found):
        return None
    clause, following = found[index], found[index + 1]
    if not rules.data.subject_first:
        return shared_tail((clause, following), words, rules, times=times, places=places)
    if not _is_joined(clause, following, words, rules):
        return None
    first, stop = following.own[0]
    own = [one for one in times if clause.own[0][0] <= one[0] < clause.own[-1][1]]
    theirs = [one for one in times if first <= one[0] < stop]
    if own or len(theirs) != 1 or not times[theirs[0]] or theirs[0][1] != stop:
        return None
    start = theirs[0][0]
    if any(words[k].core in rules.infinitives for k in range(first, start)):
        return None  # "was charged and remanded *to appear on 24 November*"
    led = words[start - 1].core in rules.prepositions and start - 1 > first
    return (start - led, stop)


def _is_joined(clause: Clause, following: Clause, words: Sequence[Word], rules: Grammar) -> bool:
    """Whether the second of two clauses goes on with the subject of the first by "and" and a verb
    of the past."""
    verb = words[following.own[0][0]]
    joint = following.own[0][0] - 1
    joins = following.kind == Kind.JOIN and bool(following.borrowed) and len(following.own) == 1
    plain = joins and clause.own[-1][1] == joint and not words[joint].pause
    acts = verb.verb in {Verb.PAST, Verb.FINITE} and verb.core not in rules.auxiliaries
    past = acts and rules.is_past(verb.core) and verb.core not in rules.undergoing
    return plain and words[joint].core in rules.conjunctions and past
