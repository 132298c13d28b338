"""What a verb of being waits for behind an aside, where the verb comes first: *بات* سجاتي، البالغ
27 عاما، | *أول جزائري* يتوج."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_PREDICATES = frozenset({Kind.PAUSE, Kind.PART, Kind.PARTICIPLE, Kind.BARE})
"""Kinds of what no conjunction opens."""
_LONGEST = 6
"""Words of such a verb and its subject, at most."""


def says_what_it_is(words: Sequence[Word], main: Range, piece: Piece, rules: Grammar) -> bool:
    """Whether a piece behind an aside says what the subject of a verb of being is, of which the
    clause before the aside has no word yet."""
    first, opens = main[0], words[piece.start]
    if piece.kind not in _PREDICATES or not opens.comma or rules.data.subject_first:
        return False
    near = range(first + 1, min(piece.start, first + _LONGEST + 1))
    stop = next((k for k in near if words[k].pause), None)
    if stop is None or not is_or_becomes(words[first], rules):
        return False
    return has_no_state(words, (first, stop), rules)


def is_or_becomes(word: Word, rules: Grammar) -> bool:
    """Whether a word is a verb that needs to be told what its subject is: أصبح, كانت, يعد."""
    being = word.core in rules.auxiliaries or word.lexeme.stem in rules.complement | rules.deeming
    return being and word.verb >= Verb.WEAK


def has_no_state(words: Sequence[Word], main: Range, rules: Grammar) -> bool:
    """Whether a clause has no more than a verb and its subject before a comma."""
    first, stop = main
    if stop - first > _LONGEST or stop >= len(words) or not words[stop].comma:
        return False
    plain = (
        word.verb < Verb.WEAK and not (word.pause or word.number or rules.prepositional(word))
        for word in words[first + 1 : stop]
    )
    named = rules.definite(words[first + 1].core) or words[first + 1].core in rules.given
    return all(plain) and (named or stop - first == 2)
