"""Who acts again, where the verb stands before its subject and may be a passive by its letters."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.grammar import Grammar
from workbench.splitting.clauses.phrases import bare, noun_phrase
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words import Word


def acts_again(words: Sequence[Word], subject: Range, piece: Piece, rules: Grammar) -> bool:
    """Whether a feminine body does what a joined verb tells, the one noun behind it being what it
    is done to: اجتمعت *اللجنة* | وأصدرت قرارات; اندلعت مواجهات | وفرضت قيود leaves it open."""
    verb, head = words[piece.body], words[subject[0]]
    feminine = verb.core.endswith(rules.data.feminine_verbs or "\0")
    joined = piece.kind == Kind.JOIN and not rules.data.subject_first and feminine
    if not joined or (verb.lexeme.stem or verb.core) not in rules.object_verbs:
        return False
    endings = (*rules.feminine_nouns, *rules.data.feminine_plurals)
    body = rules.definite(head.core) and bare(head.core, rules) in rules.bodies_and_persons
    found = noun_phrase(words, piece.body + 1, piece.stop, rules)
    if not (body and head.raw.endswith(endings)) or found is None:
        return False
    thing = bare(words[found[0]].core, rules) not in rules.bodies_and_persons
    thing = thing and not words[found[0]].number
    ends = found[1] >= piece.stop or rules.prepositional(words[found[1]])
    return thing and ends
