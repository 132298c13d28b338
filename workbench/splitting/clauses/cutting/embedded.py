"""Clauses inside another whose subject, or whose aside, over-splitting has cut in two.

Where the subject comes first, a conjunction may join no clauses but the nouns before a verb that
is still to come: "could explain *why some whales | and dolphins are leaving*". Such pieces are put
together again before any is told to be a clause; and the verb of the clause around is parted from
the one inside, where no comma does: "A man arrested after a woman was stabbed | *has been* freed".
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.cutting.predication import lacks_subject, predicates
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import CLAUSE, Word

_ASIDE = 5
"""Words of a name or a title between two commas, at most."""
_ALONE = 4
"""Words before a relative clause among which stands that it is true of one alone."""
_PHRASE = 4
"""Words of a phrase between two commas that parts a verb from its object, at most."""


def whole(words: Sequence[Word], pieces: Sequence[Piece], rules: Grammar) -> list[Piece]:
    """The pieces, those put together that are one clause inside another."""
    if not rules.data.subject_first:
        return list(pieces)
    found: list[Piece] = []
    for index, piece in enumerate(pieces):
        behind = pieces[index + 1] if index + 1 < len(pieces) else None
        if found and _goes_on_inside(words, found, piece, behind, rules):
            found[-1].stop = piece.stop
        else:
            found.append(piece)
    return _parted(words, _resumed(words, found, rules), rules)


def _resumed(words: Sequence[Word], pieces: list[Piece], rules: Grammar) -> list[Piece]:
    """The pieces, the verb of a subject parted from the last noun of its relative clause, which no
    other piece has a verb for: "A clerk *who stole $9 and spent it on drink and a car | was
    jailed*"."""
    joined = pieces[2:]
    opens = len(pieces) > 3 and pieces[0].kind == Kind.START and pieces[1].kind == Kind.RELATIVE
    plain = opens and not any(one.paused or one.subordinate for one in pieces[1:])
    if not plain or any(one.kind != Kind.JOIN for one in joined):
        return pieces
    last, start = joined[-1], pieces[0]
    verbs = predicates(words, last.body, last.stop, rules)
    own = bool(verbs) and verbs[0] > last.body and words[verbs[0]].verb == Verb.FINITE
    open_ = own and not predicates(words, start.body, start.stop, rules)
    if not open_ or not all(_tells_on(words, one, rules) for one in joined[:-1]):
        return pieces
    resumed = Piece(verbs[0], verbs[0], last.stop, Kind.PAUSE, paused=False)
    pieces[-2].stop = verbs[0]
    return [*pieces[:-1], resumed]


def _tells_on(words: Sequence[Word], piece: Piece, rules: Grammar) -> bool:
    """Whether a joined piece shares the subject before it, or is no more than a noun."""
    alone = not predicates(words, piece.body, piece.stop, rules)
    return alone or lacks_subject(words, piece.body, piece.stop, rules)


def _parted(words: Sequence[Word], pieces: list[Piece], rules: Grammar) -> list[Piece]:
    """The pieces, the verb of a subject parted from the clause before it: "A man *arrested* | after
    a woman was stabbed | *has been released*"."""
    inside = next((k for k, piece in enumerate(pieces) if k and piece.subordinate), 0)
    piece = pieces[inside]
    if not inside or piece.paused or pieces[0].kind != Kind.START:
        return pieces
    verbs = predicates(words, piece.body, piece.stop, rules)
    verbs = [k for k in verbs if k - 1 not in verbs]  # "has lost" is one
    if len(verbs) != 2 or not all(_takes_no_clause(words[k], rules) for k in verbs):
        return pieces
    if not all(_may_describe(words, one) for one in pieces[:inside]):
        return pieces
    resumed = Piece(verbs[1], verbs[1], piece.stop, Kind.PAUSE, paused=False)
    piece.stop, pieces[0].waits = verbs[1], True
    return [*pieces[: inside + 1], resumed, *pieces[inside + 1 :]]


def _takes_no_clause(verb: Word, rules: Grammar) -> bool:
    """Whether a clause behind a verb cannot be its object, as in "said a man *was* hurt"."""
    return verb.core in rules.auxiliaries or verb.core in rules.undergoing


def _may_describe(words: Sequence[Word], piece: Piece) -> bool:
    """Whether a piece has no verb but participles or is a relative clause, without a pause."""
    own = words[piece.start : piece.stop]
    plain = piece.kind == Kind.RELATIVE or all(word.verb < Verb.FINITE for word in own)
    return plain and not any(word.pause for word in own[1:]) and not piece.paused


def _goes_on_inside(
    words: Sequence[Word],
    before: Sequence[Piece],
    piece: Piece,
    behind: Piece | None,
    rules: Grammar,
) -> bool:
    last = before[-1]
    if piece.kind == Kind.PART:
        return _interrupts(words, last, piece, rules)
    if piece.kind == Kind.PAUSE:
        return _goes_on_paused(words, last, piece, behind, rules)
    if piece.kind != Kind.JOIN or piece.paused:
        return False
    if piece.subordinate:
        return _limits(words, last, piece, rules)
    if lacks_subject(words, piece.body, piece.stop, rules):
        return _is_told_to(words, piece, rules)
    return (
        _is_told_to(words, piece, rules)
        or _waits_implied(words, last, rules)
        or _opens_subject(words, last, rules)
        or _names_first(words, last, piece, rules)
        or (
            _ends_waiting(words, last, rules)
            and bool(predicates(words, piece.body, piece.stop, rules))
        )
        or _holds_main_verb(words, before, piece, rules)
        or _ends_aim(words, before, piece, rules)
    )


def _goes_on_paused(
    words: Sequence[Word], last: Piece, piece: Piece, behind: Piece | None, rules: Grammar
) -> bool:
    """Whether a piece behind a comma only goes on with a list of names, or with a clause that
    waits for its verb behind an aside."""
    aside = behind is not None and _closes_aside(words, behind, rules)
    aside = aside and _is_aside(words, last, piece, rules)
    if not aside and not (_has_aside(words, last) and _closes_aside(words, piece, rules)):
        return _is_name_inside(words, last, piece, behind, rules)
    return _ends_waiting(words, last, rules, surely=False) or _is_said(words, last, rules)


def _is_name_inside(
    words: Sequence[Word], last: Piece, piece: Piece, behind: Piece | None, rules: Grammar
) -> bool:
    """Whether a comma parts no more than the names of a list: those of whom an infinitive tells
    ("urged residents of Gibson, *Scaddan and Perth to* leave"), or that end a relative clause
    ("fans *who* paid for shows in Rome, *Pisa* and Milan will be …")."""
    if behind is None:
        return False
    if _waits_implied(words, last, rules) and piece.stop - piece.body <= _ASIDE:
        return behind.kind == Kind.JOIN and not predicates(words, piece.body, piece.stop, rules)
    if not (words[piece.start - 1].capital and _only_names(words, piece, rules)):
        return False
    related = last.kind == Kind.RELATIVE and not last.paused
    joined = behind.kind == Kind.JOIN and words[behind.body].capital
    return joined and (related or _is_told_to(words, behind, rules))


def _waits_implied(words: Sequence[Word], piece: Piece, rules: Grammar) -> bool:
    """Whether a piece ends in the subject of what it says follows, whose verb is still to come:
    "The fault *meant trains in Leeds*, York | and Hull were cancelled"."""
    verbs = predicates(words, piece.body, min(piece.stop, piece.body + CLAUSE), rules)
    implying = bool(verbs) and words[verbs[-1]].core in rules.implying
    return implying and verbs[-1] + 1 < piece.stop


def _only_names(words: Sequence[Word], piece: Piece, rules: Grammar) -> bool:
    inside = words[piece.body : piece.stop]
    return all(word.capital or word.core in rules.name_joints for word in inside)


def _is_told_to(words: Sequence[Word], piece: Piece, rules: Grammar) -> bool:
    """Whether a joined piece is a name or "anyone" with an infinitive: "and *Perth to leave* now",
    "and *anyone over 65 not to* eat it"."""
    if words[piece.body].core in rules.general and not words[piece.body].capital:
        inside = range(piece.body, piece.stop)
        to = next((k for k in inside if words[k].core in rules.infinitives), piece.stop)
        acts = any(word.verb >= Verb.PAST for word in words[piece.body : to])
        return piece.body + 1 < to < piece.stop and not acts
    opens = next((k for k in range(piece.body, piece.stop) if not words[k].capital), piece.stop)
    return piece.body < opens < piece.stop and words[opens].core in rules.infinitives


def _interrupts(words: Sequence[Word], last: Piece, piece: Piece, rules: Grammar) -> bool:
    """Whether no more than a phrase between commas parts a verb from its object: "We pay, *by
    far*, the highest prices"."""
    opens = last.start
    short = last.stop - opens < _PHRASE and words[opens].comma and opens > 0
    if not short or words[opens].core not in rules.prepositions or not words[piece.start].comma:
        return False
    verb = words[opens - 1]
    acts = verb.verb in {Verb.FINITE, Verb.WEAK} or verb.core in rules.auxiliaries
    return acts and verb.core not in rules.undergoing and words[piece.body].core in rules.articles


def _opens_subject(words: Sequence[Word], piece: Piece, rules: Grammar) -> bool:
    """Whether a piece without a verb is a relative pronoun with its noun ("*whose poems on exile*
    and motherhood were taught"), or what is joined to a verb that has no object ("two *died* and
    homes and shops are shut")."""
    before = words[piece.start - 1] if piece.start else None
    plain = piece.kind == Kind.JOIN and not (piece.paused or piece.subordinate)
    joined = plain and piece.stop - piece.body > 1
    intransitive = before is not None and before.verb in {Verb.PAST, Verb.FINITE}
    if piece.kind != Kind.RELATIVE and not (joined and intransitive):
        return False
    return not predicates(words, piece.body, min(piece.stop, piece.body + CLAUSE), rules)


def _names_first(words: Sequence[Word], last: Piece, piece: Piece, rules: Grammar) -> bool:
    """Whether a joined name is the first subject of the verb behind it, no name standing before it
    to be joined to: "missed a penalty *and José Carmona* and Akor Adams scored"."""
    plain = last.kind == Kind.JOIN and not (last.paused or last.subordinate) and last.start > 0
    if not plain or words[last.start - 1].capital or not _only_names(words, last, rules):
        return False
    named = words[piece.body].capital and words[last.start].core in rules.conjunctions
    verbs = predicates(words, piece.body, piece.stop, rules)
    return named and bool(verbs) and words[verbs[0]].core not in rules.singular_auxiliaries


def _limits(words: Sequence[Word], last: Piece, piece: Piece, rules: Grammar) -> bool:
    """Whether a clause of time or condition is part of what is true of one alone: "is the only bird
    that dies *when its mate dies*"."""
    if last.paused or last.stop != piece.start:
        return False
    alone, openers = rules.only | rules.excepted_from, rules.personal_relatives
    for k in range(last.stop - 1, last.start, -1):
        if words[k].pause:
            return False
        if words[k].core in openers | rules.complementisers:
            near = words[max(last.start, k - _ALONE) : k]
            one = len(predicates(words, k + 1, last.stop, rules)) == 1
            return one and any(word.core in alone for word in near)
    return False


def _ends_waiting(
    words: Sequence[Word], piece: Piece, rules: Grammar, *, surely: bool = True
) -> bool:
    return waits(words, (piece.start, piece.stop), rules, surely=surely)


def waits(words: Sequence[Word], part: Range, rules: Grammar, *, surely: bool = True) -> bool:
    """Whether a part ends with a clause that has no verb yet: "does not say *how prices*"; not
    ``surely`` what opens it may be a preposition as well ("*after the firm*")."""
    start, stop = part
    inside = range(stop - 2, start - 1, -1)
    opener = next((k for k in inside if _opens_inside(words, k, rules)), None)
    if opener is None or words[opener + 1].pause:
        return False
    if surely and words[opener].core in rules.prepositions | rules.judging_joints:
        return False
    return not predicates(words, opener + 1, stop, rules)


def _is_said(words: Sequence[Word], piece: Piece, rules: Grammar) -> bool:
    """Whether a clause has its verb, so that one behind a name between commas can only be that of
    a clause inside it: "Comey *knew* an aide, Ann Lee, *was* the source"."""
    if piece.kind not in {Kind.START, Kind.JOIN}:
        return False
    found = predicates(words, piece.body, piece.stop, rules)
    return bool(found) and words[found[0]].verb == Verb.FINITE


def _opens_inside(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a word may open a clause inside another, "that" before a name or an article."""
    word, behind = words[at], words[at + 1]
    markers = rules.markers.get(word.core, ())
    named = behind.capital or behind.core in rules.articles - rules.demonstratives
    that = word.core in rules.complementisers and named
    return (
        that
        or word.core in rules.asked
        or any(len(phrase) == 1 and marker.subordinate for phrase, marker in markers)
    )


def _is_aside(words: Sequence[Word], last: Piece, piece: Piece, rules: Grammar) -> bool:
    """Whether a comma opens no more than who the subject is, or how old: "when its owner, *Ann
    Lee*, paid", "where Ann Lee, *43*, was treated"; what it is ("a builder") may be told by itself
    where its clause is known to begin there."""
    described = words[piece.body].core in rules.articles and not last.subordinate
    aged = words[piece.body].number and piece.stop - piece.body == 1
    aged = aged and (last.kind == Kind.RELATIVE or not words[piece.start - 1].capital)
    named = words[piece.body].capital or described or aged
    return named and piece.stop - piece.body <= _ASIDE


def _has_aside(words: Sequence[Word], piece: Piece) -> bool:
    """Whether a clause that waits for its verb has taken in an aside."""
    near = range(max(piece.start + 1, piece.stop - _ASIDE), piece.stop)
    return any(words[k].pause for k in near)


def _closes_aside(words: Sequence[Word], piece: Piece, rules: Grammar) -> bool:
    """Whether a piece behind a comma opens with the verb of what stands before it."""
    opens = piece.kind == Kind.PAUSE
    return opens and lacks_subject(words, piece.body, piece.stop, rules)


def _holds_main_verb(
    words: Sequence[Word], before: Sequence[Piece], piece: Piece, rules: Grammar
) -> bool:
    """Whether the only verb left for a subject stands behind the second noun of its relative
    clause: "the shelter for women *who fled war* | *and famine has closed*"."""
    if len(before) < 2 or before[-1].kind != Kind.RELATIVE or before[-1].paused:
        return False
    subject = before[-2]
    return subject.kind == Kind.START and not predicates(words, subject.body, subject.stop, rules)


def _ends_aim(words: Sequence[Word], before: Sequence[Piece], piece: Piece, rules: Grammar) -> bool:
    """Whether the only verb left for a subject stands behind the second noun of what it is for:
    "*Talks to end* a strike by drivers | *and mechanics broke off*"."""
    subject = before[-1]
    if subject.kind not in {Kind.START, Kind.PAUSE} or subject.subordinate:
        return False
    if any(predicates(words, one.body, one.stop, rules) for one in before[:-1]):
        return False
    aims = predicates(words, subject.body, subject.stop, rules)
    opens = all(k - 1 > subject.body and words[k - 1].core in rules.infinitives for k in aims)
    # "Police *to clear* the square": a headline has it for a verb.
    noun = bool(aims) and opens and not words[aims[0] - 2].number
    acts = predicates(words, piece.body, piece.stop, rules)
    return noun and any(words[k].verb in {Verb.PAST, Verb.FINITE} for k in acts)
