"""Frames of languages whose verb of speech stands before its subject (قالت الوزارة إن…)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.splitting.attribution.frames import (
    NAME,
    REACH,
    Frame,
    Range,
    Scope,
    stance_of,
)
from workbench.splitting.attribution.name_ends import SHORT
from workbench.splitting.attribution.verb_first_names import VerbFirstNames
from workbench.splitting.attribution.words import COMMAS, DASHES, OPEN, VerbForm
from workbench.splitting.types import SpeechKind, SpeechStance

_COLON = frozenset(":")
_FAR_TOPIC = 10
_NICKNAME = 2
"""Words of a quotation that is part of a name where words follow it (جامعة … «كاوست»)."""
_NEAR = 4
"""Words within which a participle must find what it passes on."""


@dataclass(frozen=True, slots=True)
class _Marker:
    """Where a frame ends: the first token said, and the letters of it that are not."""

    at: int
    marked: bool
    """By a complementiser, a colon or a quotation, not by a noun alone."""
    attached: int = 0


_CENTURIES = frozenset({"19", "20"})
"""How a year begins: behind one a verb may stand."""


class VerbFirst(VerbFirstNames):
    """Reads the frame around a verb of speech."""

    def frame(self, at: int) -> Frame | None:
        """The frame of the verb at a token, or nothing where it is none."""
        if self.lexicon.is_naming(self.reader.tokens[at]) or self._is_counted(at):
            return None
        for form in self.lexicon.verb(self.reader.tokens[at]):
            frame = self._frame(at, form)
            if frame is not None:
                return frame
        return None

    def _is_counted(self, at: int) -> bool:
        """Whether a figure before it makes a noun of the word: 40 طالب, "40 students"."""
        before = self.reader.key(at - 1)
        return before.isdecimal() and not (len(before) == 4 and before[:2] in _CENTURIES)

    def _frame(self, at: int, form: VerbForm) -> Frame | None:
        if self._takes_up(at):
            return self._reaction(at, form)
        if not self._asserts(at, form):
            return self._left_open(at, form)
        takes = form.group.takes
        if takes == ("nothing",):
            return self._event(at, form)
        if takes == ("whole",):
            return self._whole(at, form)
        return self._relayed(at, form) if form.group.relays else self._passed_on(at, form)

    def _left_open(self, at: int, form: VerbForm) -> Frame | None:
        """The frame of a denial that is itself denied: "did not rule out" passes on as possible."""
        negated = self.reader.key(at - 1) in self.lexicon.negations
        if form.group.stance != "denied" or form.participle or not negated:
            return None
        frame = self._passed_on(at, form)
        if frame is None or frame.scope is not Scope.AFTER:
            return None
        start = min(frame.start, at - 1)
        return replace(frame, start=start, denied=False, stance=SpeechStance.SAID)

    def _passed_on(self, at: int, form: VerbForm) -> Frame | None:
        """The frame before or behind what is said."""
        first = at + 1
        if form.group.sources:
            if self.reader.key(first) not in self.lexicon.bearers:
                return None
            first += 1
        marker = self._marker(first, at, form)
        return self._opening(at, first, form, marker) if marker else self._closing(at, form)

    def _asserts(self, at: int, form: VerbForm) -> bool:
        reader, lexicon = self.reader, self.lexicon
        before = reader.key(at - 1)
        joined = reader.key(at) not in lexicon.verbs
        if form.participle:
            return before not in lexicon.negations
        if joined:
            return True
        if form.part == 1 and before in lexicon.possible:
            return False
        return before not in lexicon.negations and before not in lexicon.not_asserting

    # What is said

    def _opening(self, at: int, first: int, form: VerbForm, marker: _Marker) -> Frame | None:
        reader = self.reader
        if not marker.marked and self._describes(at, form):
            return None
        through = not marker.marked and reader.key(marker.at - 1) in self._through(form)
        through = through and not self.lexicon.is_namesake(reader.tokens[marker.at - 1])
        subject, start = self._speaker(at, first, form, marker.at - through)
        if not self._is_speech(at, start, form, marker, subject):
            return None
        if subject and subject[1] - subject[0] == 1:
            subject = None if reader.key(subject[0]) in self.lexicon.pronouns else subject
        passive = self._is_passive(at) and subject is None
        alias = None
        if subject:
            subject, alias = self._by_name(subject, marker.at if subject[0] > at else at)
        frame = Frame(
            start,
            marker.at,
            Scope.AFTER,
            SpeechKind.PASSIVE if passive else SpeechKind.INDIRECT,
            stance_of(form),
            subject,
            form.agree,
            marker.attached,
            denied=form.group.stance == "denied",
            participle=form.participle,
            document=reader.document_in(at + 1, marker.at),
            medium=self._medium(at + 1, marker.at),
            alias=alias,
        )
        if reader.is_end(frame.end):
            return None
        frame = self._cited(frame)
        return self._past_fillers(frame) if frame.denied and not marker.marked else frame

    def _is_speech(
        self, at: int, start: int, form: VerbForm, marker: _Marker, subject: Range | None
    ) -> bool:
        """Whether a verb with this subject passes on what stands behind the marker."""
        reader = self.reader
        if form.group.strict and not (marker.marked and self._is_sure(at, marker, subject)):
            return False
        if subject is not None and subject[0] < at and self._is_told_of(subject, at):
            return False
        if subject is None:
            if reader.key(start - 1) in self.lexicon.relatives:
                return False
            return marker.marked or self._begins_clause(start)
        return marker.marked or self._may_speak(subject)

    def _is_told_of(self, subject: Range, at: int) -> bool:
        """Whether a noun before the verb is no subject: "a raid that is thought to be theirs", or
        an object that the verb describes ("he got a note that reports")."""
        reader = self.reader
        if self._is_passive(at):
            return True
        before = subject[0] - 1
        endings = self.lexicon.speech.case_endings
        object_like = reader.tokens[subject[0]].raw.endswith(endings or ("\0",))
        governed = reader.is_complementiser(before) or reader.key(before) in self.lexicon.joining
        return object_like and before >= reader.begin and not governed

    def _may_speak(self, subject: Range) -> bool:
        """Whether a noun phrase can be who speaks, where only a noun shows that anybody does: no
        thing of somebody's (موقفها)."""
        lexicon = self.lexicon
        head = lexicon.without_article(lexicon.bare(self.reader.tokens[subject[0]]))
        ending = next((one for one in lexicon.owner_endings if head.endswith(one)), "")
        if not ending or len(head) - len(ending) < 3:
            return True
        bare = head[: -len(ending)]
        return not lexicon.bare_speakers.isdisjoint((bare, head, bare + "ه"))

    def _describes(self, at: int, form: VerbForm) -> bool:
        """Whether a verb only says what a noun before it holds: "a call that reports a crash",
        where the clause has opened with a verb of its own."""
        reader = self.reader
        if form.part != 1 or at <= reader.begin + 1 or reader.tokens[at - 1].sign:
            return False
        if reader.is_connective(at - 1):
            return False
        if self.lexicon.is_joined(reader.tokens[at]):
            return False
        return self.lexicon.is_event(reader.tokens[reader.begin])

    def _is_sure(self, at: int, marker: _Marker, subject: Range | None) -> bool:
        """Whether a word that is also an ordinary one is a verb of speech here."""
        if subject is not None or self.reader.key(at) not in self.lexicon.verbs:
            return True
        return marker.at - at <= 3 or self.reader.key(at - 1) in self.lexicon.auxiliaries

    def _cited(self, frame: Frame) -> Frame:
        """The frame with the source that its speaker names: كشفت صحيفة، نقلاً عن مسؤولين، أن"""
        reader, lexicon = self.reader, self.lexicon
        for at in range(frame.start + 1, frame.end):
            if reader.key(at) not in lexicon.citing:
                continue
            phrase = lexicon.according_to.at(reader.tokens, at, reader.key(at))
            first = at + len(phrase.words) if phrase else at
            stop = self.name_end(first, frame.end)
            if phrase and stop > first:
                return replace(frame, subject=(first, stop), relay=frame.subject, agree="any")
        return frame

    def _past_fillers(self, frame: Frame) -> Frame:
        """Behind "the truth of the news that speaks of", where the denied thing begins."""
        end = frame.end
        while self.reader.key(end) in self.lexicon.fillers:
            end += 1
        return frame if self.reader.is_end(end) else replace(frame, end=end)

    def _is_passive(self, at: int) -> bool:
        raw = self.reader.tokens[at].raw
        if raw[0] in self.lexicon.speech.conjunction_letters:
            raw = raw[1:]
        return raw[1:2] in self.lexicon.speech.passive_marks and len(raw) > 2

    def _marker(self, first: int, at: int, form: VerbForm) -> _Marker | None:
        """What ends the frame whose verb stands at ``at``."""
        reader = self.reader
        limit = min(first + (_NEAR if form.participle else REACH), reader.size)
        noun: _Marker | None = None
        index = first
        while index < limit:
            token = reader.tokens[index]
            if token.quote >= 0:
                behind = reader.past_quote(index)
                if self._quotation_said(index, behind, limit, form):
                    return noun or _Marker(index, marked=True)
                index = behind
                continue
            if token.sign:
                if reader.is_sign(index, _COLON):
                    return noun or _Marker(index + 1, marked=True)
                if self._ends(index) or (noun and reader.is_sign(index, COMMAS)):
                    break
                index = self._past_aside(index, form)
                continue
            if self._complements(index, form):
                governed = noun and reader.key(index - 1) in self.lexicon.governors
                return noun if governed else _Marker(index + 1, marked=True)
            named = self.lexicon.is_naming(token)
            if index > at + 1 and not named and self._new_clause(index):
                break
            noun = noun or self._noun(index, at, form)
            index += 1
        return noun

    def _past_aside(self, at: int, form: VerbForm) -> int:
        """The index behind a sign, or behind the aside that it opens where what is said follows
        at once: كشف مصدر، طلب عدم ذكر اسمه، أن…"""
        reader = self.reader
        if reader.is_sign(at, OPEN):
            return reader.past_brackets(at)
        close = reader.next_break(at + 1)
        if not reader.is_sign(at, COMMAS) or reader.is_end(close):
            return at + 1
        aside = reader.tokens[at + 1]
        if self.lexicon.is_joined_pronoun(aside) and reader.is_sign(close, _COLON):
            return close
        if not reader.is_sign(close, COMMAS):
            return at + 1
        if self._is_title(at + 1) and self._is_personal_name(at + 1, close):
            return close + 1
        said = "clause" in form.group.takes and reader.is_complementiser(close + 1)
        return close + 1 if said and not self.lexicon.is_joined(aside) else at + 1

    def _quotation_said(self, start: int, end: int, limit: int, form: VerbForm) -> bool:
        """Whether a quotation is what is said, and not part of the speaker's name."""
        reader = self.reader
        taken = "quote" in form.group.takes and not reader.is_complementiser(start - 1)
        if not taken or not reader.opens_quote(start):
            return False
        if reader.words(start, end) > SHORT:
            return True
        followed = end < reader.size and not reader.tokens[end].sign
        if reader.words(start, end) <= _NICKNAME and followed:
            return False
        return self._ends_frame(start, end, limit)

    def _ends_frame(self, start: int, end: int, limit: int) -> bool:
        """Whether no other sign of what is said follows a short quotation."""
        reader = self.reader
        if self._construct(start - 1) or reader.key(start - 1) in self.lexicon.media:
            return False
        for index in range(end, limit):
            if self._ends(index):
                return True
            if reader.is_complementiser(index) or reader.is_sign(index, _COLON):
                return False
        return True

    def _complements(self, at: int, form: VerbForm) -> bool:
        reader = self.reader
        if "clause" not in form.group.takes or not reader.is_complementiser(at):
            return False
        attached = reader.key(at)[0] in self.lexicon.speech.attached
        if attached and reader.key(at)[0] not in self._through(form):
            return False
        if at > 0 and self.lexicon.verb(reader.tokens[at - 1]):
            return True
        before = reader.key(at - 1)
        if reader.is_sign(at - 2, COMMAS) and before in self._through(form):
            return False  # "…, provided that"
        preposed = at > 0 and self.lexicon.is_adjunct(reader.tokens[at - 1])
        if before in self.lexicon.joints or preposed:
            return before in self._through(form) or reader.is_time(at - 1)
        return True

    def _through(self, form: VerbForm) -> frozenset[str]:
        return self.lexicon.folded_through(form.group)

    def _new_clause(self, at: int) -> bool:
        """Whether a connective or another verb of speech begins a clause of its own."""
        reader, lexicon = self.reader, self.lexicon
        if reader.is_connective(at):
            return reader.key(at) not in lexicon.adverbs
        before = reader.key(at - 1)
        if before in lexicon.negations or lexicon.is_verbal_noun(before):
            return False
        if lexicon.is_joined_pronoun(reader.tokens[at - 1]):
            return False  # "… says the man, and he points at the wall: …"
        forms = lexicon.verb(reader.tokens[at])
        if reader.is_sign(at - 1, COMMAS) and any(form.participle for form in forms):
            return True
        if forms and lexicon.is_joined(reader.tokens[at]):
            return any(not form.participle for form in forms)
        plain = not lexicon.is_adjunct(reader.tokens[at]) and before not in lexicon.relatives
        return plain and any(map(_begins_clause, forms))

    def _noun(self, at: int, verb: int, form: VerbForm) -> _Marker | None:
        """The noun of what is announced, at a token behind the verb and its subject."""
        takes = form.group.takes
        if "noun" not in takes and "phrase" not in takes:
            return None
        reader, lexicon = self.reader, self.lexicon
        through = self._through(form)
        key = reader.key(at)
        attached = key[0] in lexicon.speech.attached and key[0] in through
        if attached and (lexicon.is_verbal_noun(key[1:]) or lexicon.is_definite(key[1:])):
            return _Marker(at, marked=False, attached=1)
        preposed = reader.key(at - 1) in through and reader.key(at - 2) not in lexicon.citing
        preposed = preposed and not lexicon.is_namesake(reader.tokens[at - 1])
        preposed = preposed and key not in through
        if preposed and not reader.is_sign(at, COMMAS) and not reader.is_time(at):
            return _Marker(at, marked=False)
        if form.group.stance == "denied" and self._is_denied_thing(at):
            topic = self._topic(at)
            if topic is not None:
                return _Marker(topic, marked=False)
        direct = "noun" in takes and self._is_object(at, verb)
        return _Marker(at, marked=False) if direct else None

    def _topic(self, at: int) -> int | None:
        """Where the thing begins that "what was reported of it" is about."""
        reader = self.reader
        for index in range(at + 1, min(at + _FAR_TOPIC, reader.size)):
            if reader.tokens[index].sign:
                return None
            if reader.key(index) in self.lexicon.topics:
                return index + 1
        return None

    def _is_object(self, at: int, verb: int) -> bool:
        """Whether the noun of an action stands there, and is not part of a name."""
        reader, lexicon = self.reader, self.lexicon
        if not (lexicon.is_action(reader.tokens[at]) or self._is_definite_object(at, verb)):
            return at == verb + 1 and self._headlined(at, verb)
        before = reader.key(at - 1)
        if before in lexicon.joints | lexicon.bearers | lexicon.relatives:
            return False
        if lexicon.is_adjunct(reader.tokens[at - 1]):
            return False
        return at - 1 == verb or not self._construct(at - 1)

    def _is_definite_object(self, at: int, verb: int) -> bool:
        """ "The overthrow of", behind the subject: only with a preposition of its own is it sure
        to be no part of the subject's name."""
        reader, lexicon = self.reader, self.lexicon
        if at <= verb + 1 or at + 2 >= reader.size:
            return False
        closed = reader.tokens[at - 1].sign or lexicon.is_definite(reader.key(at - 1))
        named = at == verb + 3 and self._construct(verb + 1)  # شرطة دبي
        if not closed and not named:
            return False
        following = reader.tokens[at + 1]
        preposed = lexicon.is_adjunct(following) or following.key in lexicon.joints
        attached = following.key[0] in lexicon.speech.attached and len(following.key) > 3
        return (preposed or attached) and lexicon.is_definite_action(reader.tokens[at])

    def _headlined(self, at: int, verb: int) -> bool:
        """Whether the object follows at once, its verb standing behind the subject."""
        reader, lexicon = self.reader, self.lexicon
        token = reader.tokens[at]
        plain = not (lexicon.is_adjunct(token) or reader.is_time(at) or token.sign)
        named = token.key in lexicon.bearers or token.key in lexicon.joints
        return reader.headline and plain and not named and self._left(verb) is not None

    # Frames of other shapes

    def _closing(self, at: int, form: VerbForm) -> Frame | None:
        """A frame behind what is said: "…"، قال الوزير."""
        reader = self.reader
        start = at - (reader.key(at - 1) in self.lexicon.adverbs)
        before = start - 1
        if reader.is_sign(before, COMMAS | DASHES):
            before -= 1
        quoted = before > reader.begin and reader.closes_quote(before)
        if form.participle or "quote" not in form.group.takes:
            return None
        end = self.name_end(at + 1, min(at + NAME, reader.size))
        last = reader.next_break(end)
        tail = before < start - 1 and reader.is_end(end) and end > at + 1 and not form.group.strict
        tail = tail and reader.key(at) in self.lexicon.verbs
        if not quoted and not (tail and at > reader.begin + 4):
            return None
        subject: Range | None = (at + 1, end) if end > at + 1 else None
        alias = None
        if subject:
            subject, alias = self._by_name(subject, reader.size)
            last = max(last, subject[1])
        return Frame(
            start,
            last,
            Scope.BEFORE,
            SpeechKind.DIRECT if quoted else SpeechKind.INDIRECT,
            stance_of(form),
            subject,
            form.agree,
            document=reader.document_in(at + 1, last),
            alias=alias,
        )

    def _takes_up(self, at: int) -> bool:
        """Whether a phrase that takes up what was said stands before the verb (وهو ما نفاه)."""
        reader, lexicon = self.reader, self.lexicon
        return any(
            phrase is not None and first + len(phrase.words) == at
            for first in range(max(reader.begin, at - 3), at)
            for phrase in (lexicon.resultative.at(reader.tokens, first, reader.key(first)),)
        )

    def _reaction(self, at: int, form: VerbForm) -> Frame | None:
        """ "…, which a spokesman denied": what the outlet tells of somebody's answer."""
        reader = self.reader
        start = reader.previous_break(at) + 1
        end = self.name_end(at + 1, min(at + NAME, reader.size))
        subject = (at + 1, end) if end > at + 1 else None
        stop = reader.next_break(end)
        kind = SpeechKind.INDIRECT
        return Frame(start, stop, Scope.RESULT, kind, stance_of(form), subject, form.agree)

    def _event(self, at: int, form: VerbForm) -> Frame | None:
        """Somebody speaks, but the sentence does not say what."""
        reader = self.reader
        clause_start = self._begins_clause(at) or at < reader.begin + 3
        end = self.name_end(at + 1, min(at + NAME, reader.size))
        if form.participle or not clause_start or end == at + 1 or end - at > 12:
            return None
        return Frame(
            at,
            reader.next_break(end),
            Scope.NONE,
            SpeechKind.INDIRECT,
            stance_of(form),
            (at + 1, min(end, self._head_end(at + 1, end))),
            form.agree,
        )

    def _whole(self, at: int, form: VerbForm) -> Frame | None:
        """A clause that is itself what its subject holds: خبراء يشككون في…, اتهمت الغرفة…"""
        reader, end = self.reader, self.reader.next_break(at)
        if form.group.as_ and not self._holds(at, end, form):
            return None
        found: tuple[int, Range | None] | None = self._left(at)
        if found is None and form.group.as_ and reader.key(at - 1) not in self.lexicon.relatives:
            found = self._right(at, end, form)
        if found is None or form.participle:
            return None
        start, subject = found
        if form.group.known and not (subject and self._is_known(subject[0])):
            return None
        kind = SpeechKind.INDIRECT
        return Frame(start, end, Scope.WHOLE, kind, stance_of(form), subject, form.agree)

    def _is_known(self, at: int) -> bool:
        """Whether the word there names an office or a body."""
        bare = self.lexicon.bare(self.reader.tokens[at])
        return self.lexicon.without_article(bare) in self.lexicon.bare_bodies

    def _holds(self, at: int, end: int, form: VerbForm) -> bool:
        """Whether what is held of the object stands behind it: وصف … بأنه, عزا … إلى."""
        needed = self.lexicon.folded_as(form.group)
        keys = [self.reader.key(k) for k in range(at + 2, end)]
        return any(key in needed or (key[:1] in needed and len(key) > 2) for key in keys)

    def _right(self, at: int, end: int, form: VerbForm) -> tuple[int, Range | None] | None:
        """The subject behind its verb and before its object: اتهم رئيس النقابة الحكومة.

        It is left out where what follows does not agree (عزا الخسارة إلى…).
        """
        lexicon, first = self.lexicon, at + 1
        if first >= end or self._is_preposed(first) or not self._begins_clause(at):
            return None
        stop = min(self._subject_end(first, end), self.name_end(first, end))
        if stop == first:
            return None
        head = lexicon.bare(self.reader.tokens[first])
        feminine = head.endswith(lexicon.feminine_endings or "\0")
        left_out = form.agree == "m" and feminine and head not in lexicon.persons
        return self._past_auxiliary(at), None if left_out else (first, stop)

    def _relayed(self, at: int, form: VerbForm) -> Frame | None:
        """An agency passes another's words on: نقلت وكالة عن مسؤول قوله إن…"""
        reader, lexicon = self.reader, self.lexicon
        limit = min(at + REACH, reader.size)
        through = self._through(form)
        relays = lexicon.folded_relays(form.group)
        source = next((i for i in range(at + 1, limit) if reader.key(i) in relays), None)
        if source is None:
            return None
        for index in range(source + 1, limit):
            said = reader.is_complementiser(index)
            if said or reader.opens_quote(index) or reader.is_sign(index, _COLON):
                end = index if reader.opens_quote(index) else index + 1
                stop = self.name_end(source + 1, index)
                words = [i for i in range(source + 1, index) if reader.key(i) in through]
                stop = min([stop, *words])
                relay = (at + 1, self.name_end(at + 1, source)) if source > at + 1 else None
                return Frame(
                    at,
                    end,
                    Scope.AFTER,
                    SpeechKind.INDIRECT,
                    stance_of(form),
                    (source + 1, stop),
                    relay=relay,
                )
        return None

    # Who speaks


def _begins_clause(form: VerbForm) -> bool:
    """Whether a form is surely a verb of speech with something said behind it."""
    ordinary = form.participle or form.group.strict or form.group.sources
    return not ordinary and form.group.takes != ("nothing",)
