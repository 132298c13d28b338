"""Speakers before a colon ("Minister: talks to resume"), or behind one in a headline."""

from __future__ import annotations

from workbench.splitting.attribution.frames import Frame, Range, Reader, Scope
from workbench.splitting.attribution.words.tokens import COLON
from workbench.splitting.types import SpeechKind

_LABEL = 6
"""Words of a label, at most."""
_LONG_LABEL = 14
"""Words of an office with the name of who holds it, at most."""
_FAMILY = 2
"""Words of a family's name with a first name or بن."""
_SURNAME = 6
"""Letters of such a name with its article, at least."""
_NAME = 3
"""Words of somebody's name, at most."""
_EVENT = 3
"""Words that somebody says behind his name, at least."""
_IN_NAME = frozenset("،,.")
"""Signs that may stand in it: رئيس الاتحاد، د. أحمد عادل."""


def labelled(reader: Reader) -> Frame | None:
    """The frame of a sentence whose speaker stands beside its colon, or nothing."""
    if reader.label > reader.begin:
        subject = (reader.begin, reader.label)
        return Frame(
            reader.begin, reader.label + 1, Scope.AFTER, SpeechKind.INDIRECT, subject=subject
        )
    colon = _first_colon(reader)
    if reader.is_sign(colon, COLON) and not reader.is_end(colon + 1):
        if (source := _cited_by(reader, colon)) is not None:
            return source
        subject = _speaking(reader, colon) or (reader.begin + _is_excerpt(reader), colon)
        quoted = reader.opens_quote(colon + 1)
        if reader.opens_quote(subject[0]) and reader.past_quote(subject[0]) == colon:
            subject = subject[0] + 1, colon - 1  # «بلدية نابلس»: …
        named = quoted or _is_body(reader, *subject) or _is_name(reader, *subject)
        if named and _is_label(reader, *subject):
            return _passed_on(reader, subject)
    colon = reader.previous_break(reader.size)
    if reader.headline and colon > reader.begin and reader.is_sign(colon, COLON):
        subject = (colon + 1, reader.size)
        short = reader.size - colon <= _LABEL and reader.words(reader.begin, colon) > 3
        if short and _is_label(reader, *subject) and _is_body(reader, *subject):
            return Frame(colon, reader.size, Scope.BEFORE, SpeechKind.INDIRECT, subject=subject)
    return None


def _cited_by(reader: Reader, colon: int) -> Frame | None:
    """The frame of a label in which an outlet names its source: رويترز عن *مسؤول أميركي*: …"""
    lexicon, begin = reader.lexicon, reader.begin
    near = range(begin + 1, min(begin + _LABEL, colon - 1))
    joint = next((at for at in near if reader.key(at) in lexicon.office_joints), 0)
    outlet = reader.key(joint - 1) in lexicon.media or reader.key(begin) in lexicon.media
    source = joint + 1, colon
    if any(form.group.relays for form in lexicon.verb(reader.tokens[begin])):
        return None  # *ونقلت* الوكالة عن الوزير قوله: …
    if not (joint and outlet and _is_body(reader, *source) and _is_label(reader, *source)):
        return None
    kind, relay = SpeechKind.INDIRECT, (begin, joint)
    return Frame(begin, colon + 1, Scope.AFTER, kind, subject=source, relay=relay)


def _passed_on(reader: Reader, subject: Range) -> Frame:
    """The frame of a label, or of a second one behind it, whose words the first passes on: قناة
    العالم: *وزير الدفاع*: …"""
    first, begin = reader.next_break(subject[1]), reader.begin
    close = reader.next_break(first + 1)
    inner = (first + 1, close)
    told = reader.lexicon.speech.verb_first and reader.is_sign(close, COLON)
    told = told and not reader.is_end(close + 1) and _is_body(reader, *inner)
    if told and _is_label(reader, *inner):
        return Frame(
            begin, close + 1, Scope.AFTER, SpeechKind.INDIRECT, subject=inner, relay=subject
        )
    return Frame(begin, first + 1, Scope.AFTER, SpeechKind.INDIRECT, subject=subject)


def _speaking(reader: Reader, colon: int) -> Range | None:
    """Who speaks before the colon behind his words' own noun: نعاه *نقيب الممثلين* بقوله: …"""
    lexicon, last = reader.lexicon, colon - 1
    key = reader.key(last)
    if key[:1] not in lexicon.speech.attached or key[1:] not in lexicon.sayings:
        return None
    heads = map(lexicon.without_article, map(lexicon.bare, reader.tokens[reader.begin : last]))
    found = (at for at, head in enumerate(heads, reader.begin) if head in lexicon.bare_bodies)
    first = next(found, last)
    return (first, last) if first < last else None


def _is_excerpt(reader: Reader) -> bool:
    """Whether words before a colon say from which work somebody's words are: *من كتاب* أوباما: …"""
    lexicon, first = reader.lexicon, reader.begin
    work = reader.is_document(first + 1) and reader.key(first + 1) not in lexicon.joints
    return lexicon.speech.verb_first and reader.key(first) in lexicon.topics and work


def _first_colon(reader: Reader) -> int:
    """The first sign that parts a sentence, behind those in the name of who holds an office: رئيس
    الاتحاد، د. أحمد الريسوني: …"""
    first = reader.next_break(reader.begin)
    if not (reader.lexicon.speech.verb_first and _is_body(reader, reader.begin, first)):
        return first
    near = range(reader.begin, min(reader.begin + _LONG_LABEL, reader.size))
    colon = next((at for at in near if reader.is_sign(at, COLON)), first)
    inside = (reader.tokens[at] for at in range(reader.begin, colon))
    return colon if all(not one.sign or one.raw in _IN_NAME for one in inside) else first


def _is_label(reader: Reader, start: int, end: int) -> bool:
    """Whether a few words beside a colon are nothing but a name."""
    lexicon = reader.lexicon
    office = lexicon.speech.verb_first and _is_body(reader, start, end)
    if not 0 < end - start <= (_LONG_LABEL if office else _LABEL):
        return False
    if _is_known(reader, start, end):
        return True  # ترامب looks like a verb
    if reader.has_finite(start, end):
        return False
    if lexicon.speech.verb_first and lexicon.verb(reader.tokens[start]):
        return False  # "وأكمل: …"
    return not any(
        (token.sign and not (office and token.raw in _IN_NAME))
        or token.key in lexicon.labels
        or (token.key[0].isdigit() and not office)
        or reader.is_time(at)
        or lexicon.is_adjunct(token)
        for at, token in enumerate(reader.tokens[start:end], start)
    )


def _is_body(reader: Reader, start: int, end: int) -> bool:
    """Whether words name an office or a body."""
    lexicon = reader.lexicon
    heads = reader.tokens[start : start + 1 if lexicon.speech.verb_first else end]
    keys = {lexicon.bare(token) for token in heads}
    if not keys.isdisjoint(lexicon.bare_bodies):
        return True
    # صحيفة الوطن: …, القناة 12: …, but الموقع: شارع الملك
    named = {*keys, *(map(lexicon.without_article, keys) if end - start > 1 else ())}
    return lexicon.speech.verb_first and not named.isdisjoint(lexicon.media)


def _is_name(reader: Reader, start: int, end: int) -> bool:
    """Whether words before the colon of a headline name a speaker and not its topic.

    A topic is followed by an event ("Iraq: crash of a helicopter"), a speaker by a sentence.
    """
    if _called(reader, start, end) in reader.lexicon.short_bodies:
        return reader.words(end + 1, reader.size) >= _EVENT
    if not (reader.headline or _is_person(reader, start, end)) or end - start > _NAME:
        return False
    told = _is_known(reader, start, end) or _is_family(reader, start, end)
    if told and _states(reader, end + 1):
        return True
    return _may_be_name(reader, start, end, told=told) and _is_told(reader, end + 1)


def _may_be_name(reader: Reader, start: int, end: int, *, told: bool) -> bool:
    """Whether words have the shape of a name; ``told`` if they are known to be one."""
    lexicon = reader.lexicon
    if lexicon.speech.verb_first:
        joined = any(reader.key(at) in lexicon.joints for at in range(start, end))
        return told or not (joined or lexicon.is_verbal_noun(reader.key(start)))
    plain = any(reader.tokens[at].raw.islower() for at in range(start, end))  # "Kenya floods: …"
    return not plain and not lexicon.is_verbal_noun(reader.key(start))


def _is_told(reader: Reader, start: int) -> bool:
    """Whether a sentence with its verb begins there, and no event."""
    lexicon = reader.lexicon
    if lexicon.is_verbal_noun(reader.key(start)):
        return False
    opens = lexicon.grammar is not None and lexicon.grammar.known_verb(reader.key(start))
    return reader.has_finite(start, reader.size) or (lexicon.speech.verb_first and opens)


def _states(reader: Reader, start: int) -> bool:
    """Whether words without a verb state something, where subjects have an article: "*الاتفاق* ملزم
    للطرفين", "ارتفاع الصادرات إلى *3* ملايين", but not "محاولة اغتيال"."""
    if not reader.lexicon.speech.verb_first or reader.words(start, reader.size) < _EVENT:
        return False
    counts = any(reader.key(at)[:1].isdigit() for at in range(start, reader.size))
    return counts or reader.lexicon.is_definite(reader.key(start))


def _is_person(reader: Reader, start: int, end: int) -> bool:
    """Whether words are the name of somebody whom everybody knows (ماكرون) or begin with a first
    name where names have no capitals (عبير موسي)."""
    lexicon = reader.lexicon
    named = lexicon.speech.verb_first and end - start > 1 and reader.key(start) in lexicon.given
    return named or _is_known(reader, start, end) or _is_family(reader, start, end)


def _is_family(reader: Reader, start: int, end: int) -> bool:
    """Whether words are the name of a family, with no more than a first name, where names have no
    capitals: *العامري*, *بن سلمان*, *مشعان الجبوري*."""
    lexicon = reader.lexicon
    first, last = reader.key(start), reader.key(end - 1)
    if not lexicon.speech.verb_first or end - start > _FAMILY:
        return False
    if end - start == _FAMILY and first in lexicon.name_openers:
        return True
    if end - start == _FAMILY and (lexicon.is_definite(first) or reader.is_document(start)):
        return False
    shaped = last.endswith(lexicon.nisba_endings[-1:]) and len(last) >= _SURNAME
    return shaped and lexicon.is_definite(last) and last not in lexicon.not_families


def _is_known(reader: Reader, start: int, end: int) -> bool:
    """Whether words are the whole name of somebody or of a body whom everybody knows."""
    return _called(reader, start, end) in reader.lexicon.leaders


def _called(reader: Reader, start: int, end: int) -> str:
    return " ".join(reader.key(at) for at in range(start, end))
