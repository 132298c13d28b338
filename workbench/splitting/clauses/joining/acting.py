"""Who acts in what is joined or added: a body again, or what struck before."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.phrases.phrases import noun_phrase
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_DESCRIBED = 4
"""Words from an article to its noun, at most."""


def acts_again(words: Sequence[Word], subject: Range, piece: Piece, rules: Grammar) -> bool:
    """Whether a feminine body does what a joined verb tells, the one noun behind it being what it
    is done to: اجتمعت *اللجنة* | وأصدرت قرارات; اندلعت مواجهات | وفرضت قيود leaves it open."""
    verb, head = words[piece.body], words[subject[0]]
    feminine = verb.core.endswith(rules.data.feminine_verbs or "\0")
    joined = piece.kind == Kind.JOIN and not rules.data.subject_first and feminine
    if not joined or (verb.lexeme.stem or verb.core) not in rules.object_verbs:
        return False
    endings = (*rules.feminine_nouns, *rules.data.feminine_plurals)
    body = (
        rules.definite(head.core) and rules.without_article(head.core) in rules.bodies_and_persons
    )
    found = noun_phrase(words, piece.body + 1, piece.stop, rules)
    if not (body and head.raw.endswith(endings)) or found is None:
        return False
    thing = rules.without_article(words[found[0]].core) not in rules.bodies_and_persons
    thing = thing and not words[found[0]].number
    ends = found[1] >= piece.stop or rules.prepositional(words[found[1]])
    return thing and ends


def what_struck(words: Sequence[Word], main: Range, piece: Piece, rules: Grammar) -> Range | None:
    """What harmed people, of which a participle behind its relative clause tells, and not of who
    speaks of it: "Police blamed a gang for *the blast* that derailed a train, killing one"."""
    if words[piece.body].core not in rules.harming:
        return None
    for at in range(piece.start - 2, main[0] + 1, -1):
        if words[at].pause:
            return None
        that = words[at + 1].core in rules.relatives | rules.complementisers
        struck = that and words[at].core in rules.strikes
        if struck and rules.is_past(words[at + 2].core):
            first = next((k for k in range(at, main[0], -1) if words[k].core in rules.articles), at)
            return (first, at + 1) if at - first <= _DESCRIBED else None
    return None


def without_modal(subjects: list[Range], words: Sequence[Word], rules: Grammar) -> list[Range]:
    """Subjects without a modal that they share with a verb, which no participle has: "it *would*
    close a base and cut jobs, accusing …"."""
    return [
        (first, stop - (stop - first > 1 and words[stop - 1].core in rules.modals))
        for first, stop in subjects
    ]
