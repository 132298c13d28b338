"""Joined pieces whose verb is none, where the subject comes first: a noun that is written like one
("near roads and *railway tracks in* the north"), or a participle that only describes a noun ("shows
debris and *bodies left by* the wave")."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.cutting.predication import predicates
from workbench.splitting.clauses.joining.relatives import FARTHEST
from workbench.splitting.clauses.opened import Open
from workbench.splitting.clauses.pieces import Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_ITEM = 4
"""Words of one of several things, at most."""


def only_nouns(words: Sequence[Word], last: Open, piece: Piece, rules: Grammar) -> bool:
    """Whether a joined piece only adds a noun to the clause ``last`` before it."""
    readers = (
        _only_lists,
        _lists_nouns,
        _describes_listed,
        _describes_both,
        _only_describes,
        _goes_on_described,
        _goes_on_made,
    )
    return any(reads(words, last, piece, rules) for reads in readers)


def _only_lists(words: Sequence[Word], last: Open, piece: Piece, rules: Grammar) -> bool:
    """Whether a joined piece is no more than another noun in -s with its phrase: "near roads
    and *railway tracks in* the north"."""
    first = words[piece.body]
    noun = first.core in rules.noun_next or first.core in rules.subjects
    named = first.capital or first.number or noun
    joined = words[piece.start].core in rules.conjunctions
    if named or not joined or first.verb != Verb.NO:
        return False
    found = predicates(words, piece.body, piece.stop, rules)
    return bool(found) and all(
        k + 1 < piece.stop and words[k].verb == Verb.WEAK and _opens_place(words, k + 1, rules)
        for k in found
    )


def _opens_place(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a preposition stands there with its noun: "medical supplies *to the town*", not "to
    win"."""
    if words[at].core not in rules.infinitives:
        return words[at].core in rules.prepositions
    behind = words[min(at + 1, len(words) - 1)]
    return behind.capital or behind.core in rules.articles


def _lists_nouns(words: Sequence[Word], last: Open, piece: Piece, rules: Grammar) -> bool:
    """Whether a form that may be a noun ends a list of nouns of one word each: "spend on food,
    *clothing and shelter* combined", not "to buy food, water and *feed the* poor"."""
    at, start = piece.start, piece.body
    if words[start].verb != Verb.WEAK or words[start].capital or at < 2 or start + 1 >= piece.stop:
        return False
    items = words[at - 2 : at]
    plain = all(word.verb in {Verb.NO, Verb.GERUND} and not word.capital for word in items)
    behind = words[start + 1]
    acts = behind.verb in {Verb.NO, Verb.WEAK} or behind.core in rules.noun_next
    return items[1].comma and plain and not acts and behind.core not in rules.prepositions


def _describes_listed(words: Sequence[Word], last: Open, piece: Piece, rules: Grammar) -> bool:
    """Whether what may be a participle describes the last of several things: "cost $1bn in health
    care, foster care *and lost revenue*"."""
    start, stop = last.ranges[-1]
    noun = words[min(piece.body + 1, piece.stop - 1)]
    closed = noun.core in rules.noun_next or noun.core in rules.prepositions or noun.number
    if words[piece.body].verb < Verb.PAST or stop != piece.start or closed:
        return False
    if noun.verb not in {Verb.NO, Verb.WEAK} or noun.capital or noun.pause:
        return False
    near = range(stop - 1, max(start, stop - _ITEM) - 1, -1)
    opened = next((k for k in near if words[k].pause), start)
    if opened == start or not words[opened].comma:
        return False
    item = words[opened:stop]
    plain = all(word.verb in {Verb.NO, Verb.WEAK} for word in item)
    return plain and not any(word.capital or word.number for word in item)


def _describes_both(words: Sequence[Word], last: Open, piece: Piece, rules: Grammar) -> bool:
    """Whether two participles behind a preposition describe one noun: "for *miscarried or aborted*
    fetuses"."""
    at, start = piece.start, piece.body
    if start + 1 >= piece.stop or at < 2 or words[at - 2].core not in rules.prepositions:
        return False
    done = words[at - 1].core.endswith(rules.past_endings) and words[start].verb >= Verb.PAST
    noun = words[start + 1]
    plain = noun.verb in {Verb.NO, Verb.WEAK} and noun.core not in rules.noun_next
    return done and plain and not (noun.pause or noun.core in rules.prepositions)


def _only_describes(words: Sequence[Word], last: Open, piece: Piece, rules: Grammar) -> bool:
    """Whether a joined noun has no more than participles that describe it."""
    found = predicates(words, piece.body, piece.stop, rules)
    if not found or any(words[k].verb != Verb.PAST for k in found):
        return False
    if len(found) == 1 and _is_made_by(words, last, piece, found[0], rules):
        return True
    return _adds_object(words, piece, found[0], rules)


def _is_made_by(words: Sequence[Word], last: Open, piece: Piece, made: int, rules: Grammar) -> bool:
    """Whether a participle has its agent behind it, and no passive before it whose auxiliary it
    shares: "shows debris *and bodies left by* the wave"."""
    if not piece.body < made < piece.stop - 1 or words[made + 1].core not in rules.agents:
        return False
    if words[made].core not in rules.transitive:
        return False
    start, stop = last.ranges[-1]
    before = predicates(words, max(start, stop - FARTHEST), stop, rules)
    return bool(before) and not any(words[k].core in rules.auxiliaries for k in before)


def _adds_object(words: Sequence[Word], piece: Piece, made: int, rules: Grammar) -> bool:
    """Whether a participle describes a bare plural that is joined to another noun: "found no
    weapons *or drugs linked* to the gang"."""
    first, before = words[piece.body], words[piece.start - 1]
    opens = first.core in rules.noun_next | rules.personal or first.number or first.capital
    endings = rules.data.inflected_endings
    several = first.core.endswith(endings) or first.core in rules.plurals
    if opens or before.verb > Verb.WEAK or not several:
        return False
    if words[piece.start].core in rules.alternatives:
        return True
    return before.core.endswith(endings) and words[made].core in rules.describing


def _goes_on_described(words: Sequence[Word], last: Open, piece: Piece, rules: Grammar) -> bool:
    """Whether a participle goes on with one that describes an object of the present: "We *have* 395
    inmates *pushed into* cells *and bunked in* classrooms"."""
    start, stop = last.ranges[-1]
    first = words[piece.body]
    reduced = first.verb == Verb.PAST and piece.body + 1 < piece.stop and stop == piece.start
    if not reduced or words[piece.body + 1].core not in rules.prepositions:
        return False
    found = predicates(words, max(start, stop - FARTHEST), stop, rules)
    if not found:
        return False
    main = words[found[0]]
    being = main.core in rules.auxiliaries - rules.having  # "It *is* a film made by X and …"
    if main.verb == Verb.PAST or rules.is_past(main.core) or being:
        return False
    return any(
        words[k].verb == Verb.PAST
        and words[k - 1].verb == Verb.NO
        and words[k + 1].core in rules.prepositions
        for k in range(found[0] + 2, stop - 1)
    )


def _goes_on_made(words: Sequence[Word], last: Open, piece: Piece, rules: Grammar) -> bool:
    """Whether a participle that tells by whom or how something was made goes on with one that does,
    of a noun behind the verb: "hit by a car *driven by* a boy *and owned by* his uncle", "was
    linked to cheese *made in* Kent *and sold at* fairs"."""
    start, stop = last.ranges[-1]
    if stop != piece.start or not _is_made(words, piece.body, rules):
        return False
    found = predicates(words, max(start, stop - FARTHEST), stop, rules)
    if not found or words[found[0]].pause:
        return False
    return any(
        words[k - 1].verb == Verb.NO
        and words[k - 1].core not in rules.relatives | rules.pronouns
        and _is_made(words, k, rules)
        for k in range(found[0] + 2, stop - 1)
    )


def _is_made(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a participle tells by whom or how a thing was made, behind its noun."""
    word, behind = words[at], [one.core for one in words[at + 1 : at + 3] if not one.pause]
    done = word.verb == Verb.PAST or rules.is_participle(word.core)
    if not done or word.verb < Verb.PAST or not behind:
        return False
    led = behind[0] in rules.prepositions - rules.infinitives or rules.is_adverb(behind[0])
    led = led or behind[0] in rules.verb_particles
    return led and (word.core in rules.describing or not rules.agents.isdisjoint(behind))
