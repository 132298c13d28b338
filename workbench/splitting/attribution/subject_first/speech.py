"""Frames of languages whose subject stands before its verb of speech ("the ministry said…")."""

from __future__ import annotations

from msgspec.structs import replace

from workbench.splitting.attribution.cited import may_speak
from workbench.splitting.attribution.frames import (
    NAME,
    REACH,
    Frame,
    Range,
    Scope,
    stance_of,
)
from workbench.splitting.attribution.subject_first.bare import BareClauses
from workbench.splitting.attribution.words.tokens import COLON, COMMAS
from workbench.splitting.attribution.words.verb_forms import VerbForm
from workbench.splitting.types import SpeechKind, SpeechStance

_NOUN = 4
"""Words behind a verb with which no more than a noun is left open."""


class SubjectFirst(BareClauses):
    """Reads the frame around a verb of speech."""

    def frame(self, at: int) -> Frame | None:
        """The frame of the verb at a token, or nothing where it is none."""
        forms = self.lexicon.verb(self.reader.tokens[at])
        if not forms or self._is_part_of_name(at):
            return None
        for form in forms:
            frame = self._frame(at, form)
            if frame is not None:
                return frame
        return None

    def _frame(self, at: int, form: VerbForm) -> Frame | None:
        if self._is_other(at, form):
            return None
        auxiliary = self._auxiliary(at)
        if form.group.relays:
            return self._quoted(at, form)
        done = form.part == 1 or (form.part == 0 and auxiliary)  # "rain *is forecast*"
        if done and auxiliary != form.group.passive:
            return self._told_by(at, form) if auxiliary else None
        negated = self.reader.is_negated(at)
        participle = form.participle and not auxiliary
        found = None if participle else self.subject(self._negation(at) if negated else at)
        start, subject, alias = found or (self._joined_at(at), None, None)
        if participle and self._is_document(at - 1):
            subject = self._phrase_before(at)
            acted = subject and self.reader.has_finite(self._opening(at), subject[0])
            start = subject[0] if subject and not acted else at  # "It issued a report saying …"
            subject = (acted and subject and self._issuer(*subject)) or subject
        if participle and subject is None:
            start, subject = self._of_absolute(at) or (at, None)
        frame = self._scoped(at, form, start, subject, participle)
        opens = (self.reader.begin, self.reader.next_break(self.reader.begin))
        acts = opens if participle and subject is None else subject  # "…, *holding* that …"
        mute = form.group.by and not self._spoken_by(acts, form)
        if frame is None or mute or self._says_nothing(frame):
            return None
        if subject and self._is_no_subject(subject, form):
            return None
        frame = replace(frame, alias=alias) if alias else frame
        frame = self._cited(frame)
        return self._of_pronoun(self._left_open(frame, at) if negated else frame)

    def _joined_at(self, at: int) -> int:
        """Where a verb begins that shares the subject before it, with its adverb: "spoke at a rally
        and *repeatedly said*"."""
        start = self._past_auxiliaries(at)
        leads = self.reader.is_connective(start - 1) or self._relates(start - 1)
        return start if start < at and leads else at

    def _relates(self, at: int) -> bool:
        """Whether a relative pronoun stands there, behind a comma: "…, *who* have all said"."""
        relative = self.reader.key(at) in self.lexicon.relatives
        return relative and self.reader.is_sign(at - 1, COMMAS)

    def _issuer(self, start: int, stop: int) -> Range | None:
        """Who has sent the message that begins there: "*The ministry* issued | a statement saying
        …"; a report speaks for itself."""
        verb, reader = start - 1, self.reader
        if reader.key(stop - 1) not in self.lexicon.messages or self._auxiliary(verb):
            return None
        found = self.subject(verb) if reader.has_finite(verb, start) else None
        return found[1] if found is not None else None

    def _told_by(self, at: int, form: VerbForm) -> Frame | None:
        """The frame of whoever told somebody: "He was told *by a judge* that …"."""
        reader, first = self.reader, at + 2
        if not form.group.told or reader.key(at + 1) not in self.lexicon.doers:
            return None
        near = range(first, min(first + NAME, reader.size))
        stop = next((k for k in near if reader.is_complementiser(k) or reader.is_break(k)), first)
        if stop == first or not reader.is_complementiser(stop):
            return None
        found = self.subject(at)
        start = found[0] if found is not None else self._past_auxiliaries(at)
        stance = stance_of(form)
        kind = SpeechKind.INDIRECT
        return Frame(start, stop + 1, Scope.AFTER, kind, stance, subject=(first, stop))

    def _of_pronoun(self, frame: Frame | None) -> Frame | None:
        """The frame of a pronoun, which says no more than whom its verb agrees with."""
        if frame is None or frame.subject is None or frame.subject[1] - frame.subject[0] != 1:
            return frame
        first = self.reader.tokens[frame.subject[0]]
        if first.key in self.lexicon.selves and first.quote < 0:
            return None  # "*We* doubt it", says the paper itself.
        agree = self.lexicon.pronouns.get(first.key, "any")
        return frame if agree == "any" else replace(frame, subject=None, agree=agree)

    def _left_open(self, frame: Frame, verb: int) -> Frame | None:
        """The frame of a denial that is denied: "did not rule out" leaves open what it is about,
        and of no more than a noun ("a collision") nothing is said."""
        behind = self.reader.words(verb + 1, self.reader.next_break(verb))
        if frame.loose and behind <= _NOUN:
            return None
        return replace(frame, denied=False, stance=SpeechStance.SAID)

    def _of_absolute(self, at: int) -> tuple[int, Range] | None:
        """The subject of a participle behind "with": "*with the mayor* telling reporters that…"."""
        reader, edge = self.reader, self._past_auxiliaries(at)
        floor = max(reader.begin, edge - NAME)
        for start in range(edge - 2, floor - 1, -1):
            if reader.is_break(start) or reader.has_finite(start, start + 1):
                return None
            apart = start == reader.begin or reader.is_sign(start - 1, COMMAS)
            if apart and reader.key(start) in self.lexicon.absolute:
                subject = (start + 1, edge)
                return (start, subject) if may_speak(reader, subject) else None
        return None

    def _cited(self, frame: Frame) -> Frame:
        """The frame with the source that its speaker names: "The Times, citing officials, said"."""
        reader, lexicon = self.reader, self.lexicon
        if frame.scope is not Scope.AFTER or frame.subject is None:
            return frame
        for at in range(frame.subject[1], frame.end - 1):
            if reader.key(at) not in lexicon.citing or reader.key(at) not in lexicon.reasons:
                continue
            close = reader.next_break(at)
            stop = close if close < frame.end else min(self._noun_phrase(at + 1), frame.end)
            if stop > at + 1 and may_speak(reader, (at + 1, stop)):
                source = (at + 1, stop)
                return replace(frame, subject=source, relay=frame.subject, alias=None)
        return frame

    def _negation(self, at: int) -> int:
        """Where the negation of a verb begins, behind its subject and auxiliaries."""
        while at > self.reader.begin and self.reader.key(at - 1) not in self.lexicon.negations:
            at -= 1
        return at - 1

    def _spoken_by(self, subject: Range | None, form: VerbForm) -> bool:
        keys = {self.reader.key(at) for at in range(*subject or (0, 0))}
        return not keys.isdisjoint(self.lexicon.folded_speakers(form.group))

    # What is said

    def _scoped(
        self, at: int, form: VerbForm, start: int, subject: Range | None, participle: bool
    ) -> Frame | None:
        """The frame with its scope, which what follows the verb decides."""
        reader, takes = self.reader, form.group.takes
        frame = Frame(
            start,
            at + 1,
            Scope.AFTER,
            SpeechKind.INDIRECT,
            stance_of(form),
            subject,
            denied=form.group.stance == "denied",
            participle=participle,
        )
        if takes == ("nothing",):
            return replace(frame, scope=Scope.NONE, end=at + 1) if subject else None
        if takes == ("whole",):
            return self._whole(replace(frame, outward=form.group.accuses))
        stop, medium = self._circumstances(at + 1, form)
        if (form.group.told and self._is_order(at + 1)) or self._points(stop):
            return None
        if not frame.denied and self._answers(at + 1, stop):
            return self._alleged(frame, stop)
        frame = replace(frame, document=reader.document_in(at + 1, stop), medium=medium)
        frame = self._retorting(frame, stop) if frame.denied else frame
        end = self._introduced(stop, form)
        if end is not None:
            little = subject is not None and self._says_little(end, form)
            return self._whole(frame) if little else replace(frame, end=end)
        found = self._said_of(frame, stop, form)
        if found is None and not participle:
            found = self._closing(at, frame, stop, form)
        return found if found is not None else self._unmarked(frame, stop, form)

    def _retorting(self, frame: Frame, stop: int) -> Frame:
        """The frame of a denial, which denies nothing where it only answers: "shot *back that*
        millions had gone", not "shot back at claims that …"."""
        near = range(frame.end, stop)
        answers = bool(near) and all(self.reader.key(k) in self.lexicon.retorting for k in near)
        return replace(frame, denied=False, stance=SpeechStance.SAID) if answers else frame

    def _said_of(self, frame: Frame, stop: int, form: VerbForm) -> Frame | None:
        """The frame inside a relative clause behind a comma, of whose noun something is said: "The
        tank, *which she said* had been replaced, leaked"."""
        reader, relative = self.reader, frame.start - 1
        told = frame.subject is not None and "clause" in form.group.takes
        apart = reader.key(relative) in self.lexicon.relatives
        apart = apart and reader.is_sign(relative - 1, COMMAS)
        auxiliary = reader.key(stop) in self.lexicon.not_complementisers_before
        if not (told and apart and auxiliary and stop == frame.end):
            return None
        close = reader.next_break(stop)
        ends = reader.is_end(close) or reader.has_finite(close + 1, close + 2)
        head = self._phrase_before(relative - 1) if ends else None
        if head is None:
            return None
        start, stop = self._from_article(head)
        described = reader.key(start - 2) in self.lexicon.articles  # "a *cracked* valve"
        shown = (start - 2 * described, stop)
        return replace(frame, start=relative, related=True, shown=shown)

    def _whole(self, frame: Frame) -> Frame | None:
        reader, start = self.reader, frame.start
        if frame.subject is None or reader.is_end(frame.end) or reader.is_break(frame.end):
            return None  # "beyond reasonable *doubt*."
        if reader.is_connective(start - 1) and reader.is_time(start - 2):
            return None  # "It comes a week after rivals blamed an upgrade"
        end = self._joined_act(frame.end)
        while self.reader.key(end + 1) in self.lexicon.appended:
            end = self.reader.next_break(end + 1)  # "accused it of firing, *injuring one*"
        return replace(frame, scope=Scope.WHOLE, end=end)

    def _joined_act(self, at: int) -> int:
        """Where a clause ends that another verb is joined to: "accused him of lying *and said* …",
        "… *but voted* for it"."""
        reader, lexicon = self.reader, self.lexicon
        end = reader.next_break(at)
        for joint in range(at, end - 1):
            key = reader.key(joint)
            if key in lexicon.relatives:
                break  # "accused it of a raid that killed two *and wounded* six"
            if (
                key not in lexicon.additive | lexicon.plain_joints
                or reader.tokens[joint].quote >= 0
            ):
                continue
            verb = reader.tokens[joint + 1]
            frame = self.frame(joint + 1) if not verb.sign else None
            speaks = frame is not None and frame.subject is None and not frame.participle
            if speaks or lexicon.is_finite(verb):
                return joint
        return end

    def _introduced(self, stop: int, form: VerbForm) -> int | None:
        """Where what is said begins, if a complementiser, a colon or a quotation marks it."""
        reader, takes = self.reader, form.group.takes
        if "clause" in takes and reader.is_complementiser(stop):
            behind = stop + (not self._shows(stop))
            return behind if self._opens_clause(stop) else None
        if "phrase" in takes and reader.key(stop - 1) in form.group.through:
            return stop
        if self._is_topic(stop - 1, form):
            return stop
        if reader.is_sign(stop, COLON):
            return None if reader.is_end(stop + 1) else stop + 1
        if "quote" in takes and reader.opens_quote(stop):
            return stop if reader.key(stop - 1) not in self.lexicon.addressing else None
        return self._behind_comma(stop, form) if reader.is_sign(stop, COMMAS) else None

    def _says_little(self, start: int, form: VerbForm) -> bool:
        """Whether what somebody spoke of is one word, which alone asserts nothing: "warned of
        *delays*", "had warned of *it*"."""
        through = "phrase" in form.group.takes and self.reader.key(start - 1) in form.group.through
        joined = self.reader.key(start + 1) in self.lexicon.plain_joints - self.lexicon.additive
        return through and (joined or self.reader.words(start, self.reader.next_break(start)) == 1)

    def _opens_clause(self, that: int) -> bool:
        """Whether a clause follows "that": some words, or a verb; not "denied *that claim* on
        Monday"."""
        reader, behind = self.reader, that + 2
        relative = reader.key(that) in self.lexicon.relatives and not self._is_contracted(that + 1)
        acts = reader.has_finite(that + 1, behind)
        if relative and acts and not reader.has_finite(behind, behind + 1):
            # "a ruling in January *that outlawed* the practice", not "warned *that claims had*"
            return False
        adjunct = reader.key(behind) in self.lexicon.adjuncts and not self._counts(that + 1)
        if adjunct or reader.is_time(behind):
            return reader.has_finite(behind, that + REACH)
        enough = reader.words(that, that + 6) >= _NOUN
        return enough or reader.has_finite(that + 1, that + REACH)

    def _shows(self, that: int) -> bool:
        """Whether "that" shows which noun is meant: "said *that figure was* the lowest"."""
        reader, grammar = self.reader, self.lexicon.grammar
        key = reader.key(that + 1)
        named = grammar is not None and key in grammar.taken_up - self.lexicon.belongings
        return named and reader.has_finite(that + 2, that + 3)

    def _behind_comma(self, comma: int, form: VerbForm) -> int | None:
        """Where what is said begins behind a comma, or behind words between two."""
        reader, takes = self.reader, form.group.takes
        after = comma + 1
        if "quote" in takes and reader.opens_quote(after):
            return after
        if not reader.is_complementiser(after):
            after = reader.next_break(after) + 1
        near = after - comma < 15 and reader.is_sign(after - 1, COMMAS)
        return after + 1 if "clause" in takes and near and reader.is_complementiser(after) else None

    def _unmarked(self, frame: Frame, stop: int, form: VerbForm) -> Frame | None:
        """The frame of an infinitive, of a noun phrase, or of a clause without "that"."""
        reader, takes = self.reader, form.group.takes
        key = reader.key(stop)
        noun = form.part == 0 and frame.start == reader.begin  # "Hopes faded"
        spoken = frame.subject or (self._coordinated(frame.start) and not noun)
        spoken = spoken or (frame.participle and form.group.always) or self._opens_note(frame, form)
        # "The measures announced on Monday *would* raise …"
        told = key in self.lexicon.not_complementisers_before
        told = told or (stop < reader.size and self._says(stop))  # "posted on its site *said*"
        told = told or (not form.group.always and self._gives_out(stop))
        told = told or self._is_base(frame, form)
        # "Damage *estimated at 3 million euros* was done to the mill"
        told = told or (not form.group.always and self._is_measured_at(stop))
        spoken = spoken and not told
        if "infinitive" in takes and key in self.lexicon.addressing and spoken:
            return replace(frame, end=stop + 1)
        fronted = frame.participle and frame.start == reader.begin
        joined = not form.participle and reader.is_connective(frame.start - 1)
        # "…, calling the tax "robbery"."
        closes = "verdict" in takes and reader.is_end(reader.next_break(stop))
        judges = form.group.as_ or closes
        held = frame.subject or joined or (frame.participle and judges and not fronted)
        if held and self._takes_noun(frame, stop, form):
            return replace(frame, end=stop, loose=True)
        after = stop + reader.is_sign(stop, COMMAS)
        if reader.is_sign(stop, COMMAS) and reader.is_sign(stop + 2, COMMAS):
            # "Barzani said, *however,* the region would look elsewhere"
            after += 2 * (reader.key(stop + 1) in self.lexicon.plain_joints)
        # "Asylum *claims* in Slovenia fell": the verb is still to come.
        counted = form.part == 0 and reader.has_finite(after, after + 1)
        counted = counted and not self._is_contracted(after)
        # "Denied the charges, *saying* he was at home"
        counted = counted or (after > stop and self._acts_speaking(after))
        if fronted or counted or not spoken:
            return None
        loose = not form.group.strict or self._is_documented(frame)
        loose = loose or (form.group.plain and self._has_auxiliary(after))
        bare = "clause" in takes and loose and self.lexicon.speech.bare_clause
        # "Feared for their livestock, *a local official told AP*"
        # "The man, *believed to be* in his 30s, fled"
        apart = form.group.always or reader.is_sign(frame.start - 1, COMMAS)
        bare = bare and (after == stop or (apart and frame.subject is not None))
        bare = bare and not (self._is_awaited(frame.start) or self._is_inside(frame))
        if not bare or after >= reader.size or reader.tokens[after].sign:
            return None
        sure = form.group.always and reader.words(after, min(after + 3, reader.size)) > 1
        limit = min(after + REACH, reader.size)
        limit = limit if form.group.always else min(limit, self._past_aside(after))
        if not sure and not self._has_clause(after, limit):
            return None
        return replace(frame, end=after)

    def _opening(self, at: int) -> int:
        """Where the stretch without a pause begins that a token stands in."""
        return self.reader.previous_break(at) + 1

    # Who quotes whom

    def _quoted(self, at: int, form: VerbForm) -> Frame | None:
        """ "An agency quoted the minister as saying that…", "he was quoted as saying…"."""
        reader = self.reader
        stop = next(
            (
                index
                for index in range(at + 1, min(at + NAME, reader.size - 1))
                if reader.key(index) in form.group.through
                and reader.key(index + 1) in form.group.through
            ),
            None,
        )
        found = self.subject(at)
        if stop is None or found is None:
            return None
        left = found[1]
        behind: Range | None = (at + 1, stop) if stop > at + 1 else None
        passive = self._auxiliary(at)
        if passive and behind and reader.key(behind[0]) in self.lexicon.issuers:
            behind = (behind[0] + 1, behind[1])
        subject, relay = (left, behind) if passive else (behind, left)
        after, _ = self._circumstances(stop + 2, form)
        end = self._introduced(after, form)
        frame = Frame(
            found[0],
            end if end is not None else after,
            Scope.AFTER,
            SpeechKind.INDIRECT,
            subject=subject,
            relay=relay,
        )
        if subject and reader.is_end(frame.end) and reader.is_sign(found[0] - 1, COMMAS):
            return replace(frame, scope=Scope.BEFORE)  # "…, the agency quoted him as saying."
        return frame if subject and not reader.is_end(frame.end) else None
