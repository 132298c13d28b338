"""Over-splitting: every place at which a clause may begin, and what kind would begin there.

Nothing is decided here: `clauses.joining.clauses` merges back what is no clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.language.schema.clause_marks import Marker
from workbench.splitting.clauses.cutting.additions import behind_pause, counts_part, takes_up
from workbench.splitting.clauses.cutting.boundaries_verb_first import opens_each, unmarked
from workbench.splitting.clauses.cutting.fronted import holds_both
from workbench.splitting.clauses.cutting.interrupted import goes_on_behind_aside, is_of_accused
from workbench.splitting.clauses.cutting.joined import opens_extreme, opens_nominal
from workbench.splitting.clauses.cutting.markers import marker_at
from workbench.splitting.clauses.cutting.predication import lacks_subject, predicates
from workbench.splitting.clauses.phrases.each_of import names_one
from workbench.splitting.clauses.phrases.openers import (
    awaits_object,
    inverts,
    is_of_pair,
    waits_inside,
)
from workbench.splitting.clauses.phrases.outcomes import lists_outcome
from workbench.splitting.clauses.phrases.phrases import head_before, is_accusative
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_LONGEST_SHORTENED = 3
"""Letters of a title that a full stop may shorten, at most ("Capt", "Mr")."""
_LONGEST_TAKEN_UP = 3
"""Words of a noun that takes up what was said, at most."""
_FARTHEST_END = 8
"""Words between "between" and its "and"."""
_MARK = re.compile('["“”«»]')
_OPENS = frozenset('"“«')
_COMMENT = 3
"""Words of a comment."""
_MEASURE = 3
"""Words before "or" among which a figure stands that is told again."""
_QUOTED = 7
"""Words of a quotation that is no more than a judgement, at most."""
_TITLE = 12
"""Words of a title, at most."""
_PASSED = frozenset({"join", "lead"})
_DROPPED = frozenset({"result", "absolute", "enumeration"})
_LONGEST_PLACE = 6
"""Words before "where" among which the place begins of which it tells."""


def cut(words: Sequence[Word], rules: Grammar) -> list[Piece]:
    """Cut a stretch at every candidate boundary; the pieces cover all words in order."""
    pieces = [_open(words, 0, rules, Kind.START)]
    index = max(pieces[0].body, 1)
    closed = _bracketed(words) | _titled(words, rules) | _commented(words, rules)
    while index < len(words):
        kind = None if index in closed else _boundary(words, index, rules, pieces[-1])
        if kind == Kind.RELATIVE and _is_named(words, index, pieces[-1], rules):
            pieces[-1].kind, pieces[-1].body = Kind.PART, pieces[-1].start
            kind = None
        if kind is None:
            index += 1
            continue
        pieces[-1].stop = index
        kind = Kind.START if kind == Kind.PAUSE and _states_anew(words, index, rules) else kind
        piece = _open(words, index, rules, kind)
        if piece.kind == Kind.JOIN and _tells_of_place(words, index, rules):
            piece.kind, piece.body = Kind.RELATIVE, index
        elif opens_extreme(words, index, rules):
            piece.states = True
        elif piece.kind == Kind.JOIN and words[index].core in rules.owned_asides:
            piece.kind = Kind.PART if piece.paused else piece.kind
        elif piece.kind == Kind.PART and _is_about(words, index - 1, rules):
            pieces[-1].stop = piece.start = piece.body = index - 1  # …، *نحو* نصفهم في غزة
            piece.paused = True
        pieces.append(piece)
        index = max(piece.body, piece.behind, index + 1)
    pieces[-1].stop = len(words)
    if holds_both(words, pieces, rules):
        pieces[-1].body = pieces[-1].start
    return pieces


def _states_anew(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a semicolon sets off a statement with a subject of its own: "Nine were hurt; *two
    died later*", "; *in March, it fined* the firm", no item of a list ("; Bob, who was hurt")."""
    if ";" not in words[index].gap or not rules.data.subject_first:
        return False
    rest = range(index + 1, len(words))
    stop = next((k for k in rest if ";" in words[k].gap), len(words))
    found = predicates(words, index, stop, rules)
    told = any(word.core in rules.relatives for word in words[index : found[0]]) if found else True
    return not told and not lacks_subject(words, index, stop, rules)


def _bracketed(words: Sequence[Word]) -> set[int]:
    """The words behind the first inside brackets that tell nothing: "(Guadalajara, *Jalisco; June
    1988*)"."""
    found: set[int] = set()
    opens = -1
    for at, word in enumerate(words):
        if opens >= 0 and ")" in word.gap:
            plain = all(inside.verb < Verb.PAST for inside in words[opens:at])
            found.update(range(opens + 1, at) if plain else ())
            opens = -1
        opens = at if "(" in word.gap else opens
    return found


def _titled(words: Sequence[Word], rules: Grammar) -> set[int]:
    """The words behind the first inside a title in quotation marks: "Wicked: *For Good*", where
    titles have capitals."""
    found: set[int] = set()
    for at, word in enumerate(words):
        if not word.capital or (at and word.gap[-1:] not in _OPENS):
            continue
        limit = min(len(words), at + _TITLE)
        closes = next((k for k in range(at + 1, limit) if _MARK.search(words[k].gap)), at)
        if words[closes].gap[-1:] in _OPENS:
            continue  # "London-born "…"": the first mark opens another
        inside = words[at:closes]
        named = all(one.capital or one.core in rules.small_words for one in inside)
        found.update(range(at + 1, closes) if named and rules.data.subject_first else ())
    return found


def _commented(words: Sequence[Word], rules: Grammar) -> set[int]:
    """The words of a comment that says of nothing how it is, and the one behind it: أغلق البنك،
    *كما كان متوقعا*، 40 فرعا."""
    found: set[int] = set()
    for at in range(len(words) - 2):
        opens = words[at].pause and words[at].core in rules.commenting
        being = words[at + 1].core in rules.past_being or words[at + 1].core in rules.free_pronouns
        behind = at + _COMMENT
        if opens and being and (behind == len(words) or words[behind].pause):
            found.update(range(at, behind + 1))
    return found


def _is_about(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a word behind a pause says that what it opens is no exact part."""
    return at > 0 and words[at].pause and words[at].core in rules.approximators


def _is_named(words: Sequence[Word], index: int, piece: Piece, rules: Grammar) -> bool:
    """Whether a piece only takes up what a relative clause goes on to tell of (وهي المجموعة
    *التي* …, "a decision *that* has angered parents"): all of it is one clause."""
    if words[index].pause:
        return False
    if piece.kind == Kind.ENUMERATION:
        return index - piece.behind <= _LONGEST_TAKEN_UP
    return piece.kind == Kind.PART and takes_up(words, piece.body, index, rules)


def _open(words: Sequence[Word], index: int, rules: Grammar, kind: Kind) -> Piece:
    piece = Piece(index, index, len(words), kind, words[index].pause)
    if kind == Kind.PAUSE and words[index].lexeme.glue:
        piece.kind = Kind.JOIN
    body = index
    while body < len(words):
        found = marker_at(words, body, rules)
        if found is None:
            break
        marker, length = found
        if marker.kind in _PASSED:
            if marker.kind == "join" and piece.kind == Kind.PAUSE:
                piece.kind = Kind.JOIN
            piece.shared = piece.shared or marker.shared_subject
            piece.states = piece.states or marker.states
            piece.own_subject = piece.own_subject or marker.own_subject
            piece.subordinate = piece.subordinate or marker.subordinate
            body += length
            continue
        if marker.kind == "keep":
            piece.dependent = True
        elif marker.kind != "exception" and (kind != Kind.START or index):
            piece.kind = Kind(marker.kind)
            piece.behind = body + length
            body += length if marker.kind in _DROPPED else marker.drops
        break
    piece.body = min(body, len(words) - 1)
    piece.dependent = piece.dependent or inverts(words, piece.body, rules)
    if piece.kind == Kind.PAUSE:
        piece.kind = behind_pause(words, piece.body, rules, opens=not index)
        if piece.kind == Kind.PART and counts_part(words, piece.body, rules):
            piece.behind = piece.body + 3
    return piece


def _tells_of_place(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a word for "where" stands behind the place of which it tells: إلى تشاد، *حيث* يعيشون;
    elsewhere it only goes on (ارتفع التضخم *حيث* بلغ …)."""
    if not index or words[index].core not in rules.place_relatives or words[index].lexeme.glue:
        return False
    first, last = head_before(words, index, rules, max(0, index - _LONGEST_PLACE))
    named = words[last - 1].core in rules.places or words[last - 1].raw in rules.places
    head = words[first].core
    return named or rules.without_article(head) in rules.place_heads or head in rules.place_heads


def _boundary(words: Sequence[Word], index: int, rules: Grammar, piece: Piece) -> Kind | None:
    """What may begin at a word, if anything."""
    word = words[index]
    if word.stop and _ends_sentence(words[index - 1]):
        return Kind.START
    paired = word.core in rules.conjunctions and _is_paired(words, index, rules)
    found = None if paired else marker_at(words, index, rules)
    waits = found is not None and found[0].subordinate and piece.kind == Kind.RELATIVE
    paired = paired or (waits and waits_inside(words, index, piece.start, rules))
    kind = _marked(words, index, found[0]) if found is not None else None
    if kind is None and word.pause and is_of_pair(words, index, rules):
        kind = Kind.JOIN  # "As he left, *as many as* 40 people came"
    if paired or kind is not None:
        held = paired or (kind == Kind.JOIN and _in_short_quote(words, index, rules))
        follows = piece.dependent or words[piece.body].core in rules.following_verbs
        held = held or (kind == Kind.ABSOLUTE and follows and not word.pause)
        held = held or awaits_object(words, index, rules) or _excepts(words, index, rules)
        held = held or (words[index - 1].core in rules.comparisons and not word.pause)
        held = held or _measures_again(words, index, rules)
        held = held or _names_two(words, index, rules)
        return None if held else kind
    if word.pause and word.verb == Verb.GERUND and not goes_on_behind_aside(words, index, rules):
        held = is_of_accused(words, index, rules) or _follows_opening(words, index, rules, piece)
        return None if held else Kind.PAUSE
    if word.lexeme.glue:
        return _joined(words, index, rules)
    if not rules.data.subject_first:
        return unmarked(words, index, rules, piece)
    return Kind.PAUSE if word.pause and not _parts_modifiers(words, index, rules) else None


def _follows_opening(words: Sequence[Word], index: int, rules: Grammar, piece: Piece) -> bool:
    """Whether nothing but the phrase that opens a clause stands before a gerund, so that it tells
    of no noun there: "In 2019, *working* with police, she …", "In Goma, *fighting* resumed"."""
    first, before = words[piece.start], words[piece.start : index]
    opens = rules.prepositional(first) or first.core in rules.day_words
    opens = opens and piece.kind == Kind.START
    return rules.data.subject_first and opens and all(word.verb < Verb.PAST for word in before)


def _measures_again(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a figure is only told in another measure: "fell 312 points, *or 0.7%*, to 44,908"."""
    if words[index].core not in rules.alternatives or not words[index].pause:
        return False
    measured = any(word.number for word in words[max(0, index - _MEASURE) : index])
    return measured and index + 1 < len(words) and bool(words[index + 1].number)


def _names_two(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a conjunction joins no more than the names of things in the plural: "at the Kendrick
    *and* Matlosa stations overnight", where the subject comes first."""
    if index < 2 or index + 2 >= len(words) or words[index].pause:
        return False
    before, opens, name = words[index - 1], words[index - 2], words[index + 1]
    noun = index + 2
    while noun < len(words) - 1 and words[noun].capital and not words[noun].pause:
        noun += 1
    articled = opens.core in rules.articles | rules.owning and not opens.capital
    things = words[noun].core.endswith(rules.data.inflected_endings or "\0")
    if not (before.capital and name.capital and articled and things) or words[noun].capital:
        return False
    behind = words[noun + 1] if noun + 1 < len(words) else None
    closed = rules.prepositions | rules.day_words | rules.times | rules.adverbs
    closed |= rules.auxiliaries
    plain = words[noun].verb in {Verb.NO, Verb.WEAK} and not words[noun].pause
    return plain and (behind is None or behind.pause or behind.core in closed)


def _parts_modifiers(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a comma only parts two words that describe one noun: "left *besieged, rebel-held*
    districts"."""
    if index < 2 or index + 1 >= len(words) or not words[index].comma:
        return False
    before, governs, behind = words[index - 1], words[index - 2], words[index + 1]
    ended = before.core.endswith(rules.past_endings) and not before.capital
    opens = governs.verb == Verb.GERUND or governs.core in rules.articles | rules.prepositions
    opens = opens and not governs.pause  # "the mayor, *as expected, rejected* it"
    tied = behind.gap == "-" or words[index].core.endswith(rules.past_endings)
    return ended and opens and tied and not words[index].capital


def _excepts(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a conjunction only excepts some of all: "backed by *all but two* of the members"."""
    if not 0 < index < len(words) - 1 or words[index].pause or words[index + 1].pause:
        return False
    behind = words[index + 1]
    counted = behind.number or behind.core in rules.numerals
    return counted and words[index - 1].core in rules.excepted_from


def _in_short_quote(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a conjunction joins no more than two words of judgement that somebody used: called it
    "biased *and* politically motivated"."""
    if not rules.data.subject_first:
        return False
    floor, limit = max(0, index - _QUOTED), min(len(words), index + _QUOTED)
    opens = next((k for k in range(index, floor - 1, -1) if _MARK.search(words[k].gap)), -1)
    closes = next((k for k in range(index + 1, limit) if _MARK.search(words[k].gap)), limit)
    quoted = opens >= 0 and words[opens].gap[-1:] in _OPENS and closes - opens <= _QUOTED
    pair = (opens, closes) == (index - 1, index + 2)
    return quoted and (pair or all(words[k].verb != Verb.FINITE for k in range(opens, closes)))


def _joined(words: Sequence[Word], index: int, rules: Grammar) -> Kind | None:
    """What begins at a word with a conjunction written on to it."""
    word = words[index]
    if opens_each(words, index, rules):
        return Kind.PART
    joined = word.lexeme.glue.startswith(rules.data.glued_conjunctions)
    nominal = joined and opens_nominal(words, index, rules)
    if nominal or opens_extreme(words, index, rules):
        return Kind.JOIN
    and_ = word.lexeme.glue.startswith(rules.data.glued_conjunctions[:1])
    sure = joined and word.verb == Verb.FINITE
    sure = sure or (and_ and _sure_verb(words, index, rules))
    # Without a pause, a conjunction joins clauses only where the verb is sure.
    joins = not lists_outcome(words, index, rules) and (word.pause or sure)
    return Kind.JOIN if joins else None


def _is_paired(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a conjunction only joins two ends: "between 2018 and 2022", not "was among the dead
    and that six …"."""
    if index + 1 < len(words) and words[index + 1].core in rules.complementisers:
        return False
    if _adds_fraction(words, index, rules) or _joins_word(words, index, rules):
        return True
    for at in range(index - 1, max(-1, index - _FARTHEST_END), -1):
        word = words[at]
        if word.core in rules.reciprocal:
            return True
        if word.verb >= Verb.PAST or word.core in rules.conjunctions or words[at + 1].pause:
            return False
    return False


def _joins_word(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a conjunction is part of one word or one amount: "chicken-*and*-egg", "little *or*
    no", "thousands *and* thousands", where the subject comes first."""
    if not 0 < index < len(words) - 1 or not rules.data.subject_first:
        return False
    before, behind = words[index - 1], words[index + 1]
    hyphens = words[index].gap == behind.gap == "-"
    again = before.core == behind.core and before.verb == Verb.NO
    again = again and not (words[index].pause or before.core in rules.articles)
    none = words[index].core in rules.alternatives and behind.core in rules.excepted_from
    return hyphens or again or (none and before.core in rules.equal_amounts)


def _adds_fraction(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a conjunction stands inside a figure: "two *and a half* years"."""
    behind = [word.core for word in words[index + 1 : index + 3]]
    figure = index > 0 and (words[index - 1].number or words[index - 1].core in rules.numerals)
    articled = len(behind) > 1 and behind[0] in rules.indefinite_articles
    fraction = behind[int(articled)] if behind else ""
    return bool(figure) and fraction in rules.fractions and rules.data.subject_first


def _ends_sentence(before: Word) -> bool:
    """Whether a full stop behind a word is that of a sentence and not of a title ("Capt.")."""
    return len(before.raw) > _LONGEST_SHORTENED and not before.capital


def _sure_verb(words: Sequence[Word], index: int, rules: Grammar) -> bool:
    """Whether a word is a verb, or a particle with its verb behind it (ولم يصل)."""
    word = words[index]
    if word.verb == Verb.FINITE:
        return True
    following = words[index + 1] if index + 1 < len(words) else None
    if names_one(words, index, rules):
        return False
    if word.verb == Verb.WEAK and following is not None and not rules.data.subject_first:
        # "… and 30 were injured".
        counted = following.number or following.core in rules.counts
        counted = counted or (rules.is_only_verb(word.core) and not following.pause)  # وأعقبته هزات
        counted = counted or is_accusative(following, rules)  # ورفض *عرضا*: no genitive follows
        return counted or (word.core in rules.joined_verbs and not following.pause)
    particle = word.core in rules.verb_next and following is not None and not following.pause
    return particle and following is not None and following.verb == Verb.FINITE


def _marked(words: Sequence[Word], index: int, marker: Marker) -> Kind | None:
    if marker.kind in {"keep", "lead", "exception"}:
        return Kind.PAUSE if words[index].pause else None
    return Kind(marker.kind)
