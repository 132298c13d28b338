"""What is left to do when all pieces of a stretch are in: a noun that no verb was found for, a
participle whose subject came later, a phrase that only led up to another."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Clause
from workbench.splitting.clauses.cutting.predication import predicates
from workbench.splitting.clauses.joining.leading import Leading
from workbench.splitting.clauses.opened import Open
from workbench.splitting.clauses.phrases.phrases import subject_of, trim_range
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_SHORTEST = 3
"""Words of a stretch in which a participle may tell of the subject behind it."""


def finished(words: Sequence[Word], done: Sequence[Open], rules: Grammar) -> list[Clause]:
    """The clauses in the order in which they begin."""
    done = _join_lone_noun(words, done, rules)
    _tell_of_next(words, done, rules)
    made, leading = [], Leading(words, done, rules)
    for clause in done:
        trimmed = (trim_range(words, *one, rules) for one in clause.ranges)
        own = tuple(one for one in trimmed if one)
        if own and not leading.only_leads_up(clause):
            lent, items = tuple(clause.borrowed), tuple(clause.items)
            made.append(Clause(own, clause.kind, lent, items, clause.told_of))
    return made


def is_lone(words: Sequence[Word], main: Open, relative: Piece | Open, rules: Grammar) -> bool:
    """Whether a clause is no more than a noun with a relative clause behind it, where the verb
    comes first: alone it says nothing (المناقصة *التي* …)."""
    first, stop = main.ranges[0]
    if rules.data.subject_first or main.complete or relative.kind != Kind.RELATIVE:
        return False
    own = words[first:stop]
    bare = bool(own) and not any(word.number or word.verb >= Verb.WEAK for word in own)
    if not bare or len(main.ranges) > 1:
        return False
    return not (rules.is_event(own[0].core) or rules.prepositional(own[0]))


def _join_lone_noun(words: Sequence[Word], done: Sequence[Open], rules: Grammar) -> Sequence[Open]:
    """The clauses, a noun whose verb was nowhere found together with its relative clause."""
    if len(done) < 2 or not is_lone(words, done[0], done[1], rules):
        return done
    lone, relative = done[:2]
    if relative.ranges[0][0] != lone.ranges[0][1]:
        return done
    relative.ranges[0] = (lone.ranges[0][0], relative.ranges[0][1])
    relative.kind, relative.borrowed = lone.kind, []
    return done[1:]


def _tell_of_next(words: Sequence[Word], done: Sequence[Open], rules: Grammar) -> None:
    """Tie a participle that opens the stretch to the subject behind it: "*Born in Jinja*, Oduya
    studied English", "*Set 250 to win*, India lost", where the subject comes first."""
    if len(done) < 2 or not rules.data.subject_first or len(words) < _SHORTEST:
        return
    opening, following = done[0], done[1]
    done_to = words[0].verb == Verb.PAST
    done_to = done_to or (words[0].verb > Verb.PAST and rules.is_participle(words[0].core))
    participle = done_to and (words[1].core in rules.prepositions or words[1].number)
    own = following.kind == Kind.PAUSE and following.complete and not following.borrowed
    if participle and own and opening.complete:
        verb = next(iter(predicates(words, *following.ranges[0], rules)), None)
        opening.told_of = subject_of(words, *following.ranges[0], rules, verb)
