"""Causes whose pronoun may stand for another noun than the subject before it: رفض الحزب *المقترح*
لأنه يمس السيادة. Such a clause stays whole."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.cutting.predication import lacks_subject
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import CLAUSE, Word


def tells_of_either(
    words: Sequence[Word], main: Range, subject: Range, piece: Piece, rules: Grammar
) -> bool:
    """Whether a piece is such a cause, or goes on with the one that its clause ends in: …لأنه يمس
    السيادة *ويضر بالاقتصاد*."""
    opened = _cause(words, range(piece.start, piece.body), rules)
    if opened is None and piece.kind == Kind.JOIN and not piece.paused and main[1] == piece.start:
        near = range(max(main[0], main[1] - CLAUSE), main[1])
        goes_on = lacks_subject(words, piece.body, piece.stop, rules)
        opened = _cause(words, near, rules) if goes_on else None
    if opened is None:
        return False
    feminine = words[opened].core.endswith(rules.data.possessive_endings[1:2] or "\0")
    near = range(max(subject[0] + 1, opened - CLAUSE), opened)
    return any(_may_be_meant(words, k, rules, feminine=feminine) for k in near)


def _cause(words: Sequence[Word], near: range, rules: Grammar) -> int | None:
    """Where "because he" stands among some words."""
    return next((k for k in near if words[k].core in rules.causes), None)


def _may_be_meant(words: Sequence[Word], at: int, rules: Grammar, *, feminine: bool) -> bool:
    """Whether a noun there has the gender of a pronoun, and is no adjective of the noun before it
    nor what that is of (رئيس *الحزب*)."""
    word, before = words[at], words[at - 1]
    small = rules.prepositional(word) or word.core in rules.places | rules.times | rules.ranks
    if word.verb != Verb.NO or small or word.raw.endswith(rules.relational):
        return False
    noun = before.verb == Verb.NO and not rules.prepositional(before)
    if noun and not (word.pause or rules.definite(before.core)):
        return False
    return word.raw.endswith(rules.feminine_nouns) == feminine
