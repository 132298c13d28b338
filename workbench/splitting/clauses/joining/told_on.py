"""What goes on with a relative clause that has no comma before it, where the verb comes first: أدان
المجلس *الهجوم الذي* شنته جماعة | *وأدى* إلى مقتل 17 جنديا."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.phrases.phrases import noun_phrase
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word


def told_before(words: Sequence[Word], piece: Piece, floor: int, rules: Grammar) -> int | None:
    """Where the relative clause opens that stands right before a joined verb, no comma between."""
    if piece.kind != Kind.JOIN or piece.paused or rules.data.subject_first:
        return None
    openers = rules.masculine_relatives | rules.feminine_relatives | rules.plural_relatives
    for at in range(piece.start - 1, floor, -1):
        word = words[at]
        if word.pause or word.core in rules.complementisers:
            return None
        if word.core in openers:
            return at
    return None


def now_behind_past(words: Sequence[Word], main: int, piece: Piece, rules: Grammar) -> bool:
    """Whether a joined verb tells of the present what is behind a clause on what somebody did: زار
    المخيم الذي أقامته المفوضية | *ويضم* 20 ألف نازح."""
    verb = words[piece.body].core
    present = rules.is_present(verb) and not rules.is_past(verb)
    return present and rules.is_past(words[main].core)


def behind_subject(
    words: Sequence[Word], head: Range, rules: Grammar, *, bare: bool = False
) -> Range:
    """The object of which a relative clause tells, where the phrase before it opens with the
    subject straight behind its verb: افتتح الوالي | *المستشفى* الذي, هاجم رجال | *مزارعين* كانوا.

    Args:
        bare: no relative word opens the clause, so that it tells of what is indefinite.
    """
    first, last = head
    if rules.data.subject_first or not first or words[first - 1].verb < Verb.WEAK:
        return head
    subject = noun_phrase(words, first, last, rules)
    if subject is None or subject[1] >= last:
        return head
    word = words[subject[1]]
    other = word.lexeme.glue or word.core in rules.given or rules.prepositional(word)
    return head if other or rules.definite(word.core) == bare else (subject[1], last)


def measures_no_place(words: Sequence[Word], head: Range, piece: Piece, rules: Grammar) -> bool:
    """Whether a relative clause gives an amount straight behind its verb, which is no place's that
    stands before it: صادرات النفط إلى *الصين*، التي *بلغت مليوني* برميل."""
    if rules.data.subject_first or not all(
        rules.is_place(word.core) for word in words[slice(*head)]
    ):
        return False
    verb = piece.body + 1 + (words[min(piece.body + 1, piece.stop - 1)].core in rules.verb_next)
    if verb + 1 >= piece.stop or words[verb].lexeme.stem not in rules.descriptive:
        return False
    behind = words[verb + 1 : verb + 3]
    return behind[0].number or any(
        word.core in rules.numerals | rules.scales or rules.is_measure(word.core) for word in behind
    )
