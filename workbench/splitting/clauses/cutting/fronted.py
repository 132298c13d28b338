"""Where the clause begins that one of time led up to without a comma, where the verb comes first:
عندما وصل الوزير | *بدأ* الاحتجاج."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import CLAUSE, Word


def follows_fronted(words: Sequence[Word], index: int, rules: Grammar, piece: Piece) -> bool:
    """Whether the past verb at a word is that of the clause behind one of time, which has its own
    past verb by then: no other can be, or none that describes the noun before it."""
    opens = piece.kind == Kind.START or (piece.kind == Kind.JOIN and piece.paused)
    if not (opens and _is_fronted(words, piece, rules)) or index < piece.body + 2:
        return False
    first = words[piece.body]
    led = rules.is_past(first.core) or first.core in rules.past_being
    if not led or not _tells_past(words[index], rules):
        return False
    last = piece.kind == Kind.START and not _acts_later(words, index)
    return last or _is_closed(words[index - 1], first, rules)


def holds_both(words: Sequence[Word], pieces: Sequence[Piece], rules: Grammar) -> bool:
    """Whether a clause of time and the one it leads up to could not be told apart: the two keep
    their conjunction, without which they say another thing."""
    last = pieces[-1]
    if not _is_fronted(words, last, rules):
        return False
    rest = words[last.body + 1 : last.stop]
    return any(rules.is_past(word.core) and not word.lexeme.glue for word in rest)


def _is_fronted(words: Sequence[Word], piece: Piece, rules: Grammar) -> bool:
    """Whether a conjunction of time opens a piece at the head of a sentence or joined to one."""
    last, opens = words[piece.body - 1].core, words[piece.start]
    led = piece.body - piece.start > 1 and words[piece.body - 2].core in rules.prepositions
    timed = last in rules.fronted or (led and last in rules.complementisers)
    begins = piece.kind == Kind.START or bool(opens.lexeme.glue)
    return piece.body > piece.start and timed and begins and not piece.dependent


def _tells_past(word: Word, rules: Grammar) -> bool:
    """Whether a word is surely a past verb, and no more than that is joined to it."""
    acts = word.verb == Verb.FINITE or (word.verb == Verb.WEAK and rules.is_only_verb(word.core))
    past = rules.is_past(word.core) or word.core in rules.past_being
    return acts and past and not (word.pause or word.lexeme.glue)


def _acts_later(words: Sequence[Word], index: int) -> bool:
    """Whether another clause stands behind a verb, which may be the one led up to."""
    rest = words[index + 1 : index + CLAUSE]
    return any(word.pause or (word.verb == Verb.FINITE and not word.lexeme.glue) for word in rest)


def _is_closed(before: Word, verb: Word, rules: Grammar) -> bool:
    """Whether a verb behind a word cannot tell of that: a definite noun, a name, a time, or a
    present verb behind an auxiliary and its subject (كان الأطفال *يلعبون* | سقط)."""
    if before.core in rules.relatives or before.core in rules.verb_next:
        return False
    if before.verb == Verb.FINITE:
        return verb.core in rules.auxiliaries and rules.is_present(before.core)
    closed = rules.definite(before.core) or rules.owned(before.core) or before.number
    known = rules.day_words | rules.times | rules.complete
    return closed or before.core in known or rules.is_place(before.core)
