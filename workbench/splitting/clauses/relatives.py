"""Relative clauses: which tell something, and where the clause around one goes on."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.grammar import Grammar, Verb
from workbench.splitting.clauses.phrases import before_time, head_before
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.predicates import Word
from workbench.splitting.clauses.predication import predicates

SHORTEST_RELATIVE = 4
"""Words up to which a relative clause without a pause only restricts, where the verb is first."""
_SHORT_HEAD = 4
"""Words of a head that are looked at."""


def resumed_at(words: Sequence[Word], piece: Piece, rules: Grammar) -> int:
    """Where the verb of a subject stands behind its relative clause and no pause: "the
    hospitals that still work *are* full", where the verb comes first."""
    if piece.kind != Kind.RELATIVE:
        return piece.stop
    found = predicates(words, piece.start, piece.stop, rules)
    if rules.data.subject_first and piece.paused:
        return piece.stop
    if rules.data.subject_first:
        # The first is that of the relative clause itself.
        sure = (k for k in found[1:] if words[k].core in rules.auxiliaries)
        last = (k for k in reversed(found[1:]) if words[k].verb == Verb.FINITE)
        return next(sure, next(last, piece.stop))
    verbs = (k for k in found if k > piece.body + 1 and not words[k].lexeme.glue)
    return next((k for k in verbs if _is_main(words, k, rules)), piece.stop)


def _is_main(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a verb behind a relative clause can be that of the clause around it."""
    word, before = words[index], words[index - 1]
    if word.verb != Verb.FINITE or word.pause:
        return False
    if before.core in rules.verb_next:
        return before.core in rules.verb_always
    if before.verb == Verb.FINITE:
        return word.core in rules.auxiliaries
    # Behind a noun without an article it would only describe that.
    closed = rules.definite(before.core) or rules.owned(before.core) or before.number
    return closed or before.core in rules.complete


def restricts(words: Sequence[Word], piece: Piece, rules: Grammar) -> bool:
    """Whether a relative clause only says which one is meant."""
    if piece.kind != Kind.RELATIVE or piece.paused:
        return False
    if rules.data.subject_first:
        return not _tells_more(words, piece, rules)
    # "Deposits that are below 100,000 dollars" are no others.
    measures = any(word.core in rules.measuring for word in words[piece.body + 1 : piece.body + 3])
    return measures or piece.stop - piece.body <= SHORTEST_RELATIVE


def _tells_more(words: Sequence[Word], piece: Piece, rules: Grammar) -> bool:
    """Whether a relative clause without a pause tells what happened with its head."""
    behind = before_time(words, piece.start, rules)
    if behind < piece.start and piece.stop - piece.body > 2:
        return True  # "a budget on Monday that closes two schools"
    floor = max(0, piece.start - _SHORT_HEAD)
    head = head_before(words, piece.start, rules, floor)
    if any(words[k].core in rules.general for k in range(*head)):
        return False
    verb = piece.body + 1
    while verb < piece.stop and words[verb].core in rules.adverbs:
        verb += 1
    if verb + 1 >= piece.stop:
        return False
    past = words[verb].verb == Verb.PAST or words[verb].core in rules.past_auxiliaries
    return past or words[verb].core.endswith(rules.past_endings)
