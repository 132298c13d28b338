"""Frames of languages whose verb of speech stands before its subject (قالت الوزارة إن…)."""

from __future__ import annotations

from msgspec.structs import replace

from workbench.splitting.attribution.frames import NAME, Frame, Range, Scope, stance_of
from workbench.splitting.attribution.names.name_ends import SHORT
from workbench.splitting.attribution.verb_first.held import VerbFirstHeld
from workbench.splitting.attribution.verb_first.objects import Marker
from workbench.splitting.attribution.words.tokens import COMMAS, DASHES
from workbench.splitting.attribution.words.verb_forms import VerbForm
from workbench.splitting.types import SpeechKind, SpeechStance

_QUOTED = frozenset("«")
"""What stands among the speakers of a verb for any name between quotation marks."""


class VerbFirst(VerbFirstHeld):
    """Reads the frame around a verb of speech."""

    def frame(self, at: int) -> Frame | None:
        """The frame of the verb at a token, or nothing where it is none."""
        forms = self.lexicon.verb(self.reader.tokens[at])
        if not forms or self.lexicon.is_naming(self.reader.tokens[at]) or self._is_noun(at):
            return None
        if self._withholds_name(at) or self._is_kept_back(at):
            return None
        if self._names_person(at) or self._is_between(at):
            return None
        for form in forms:
            frame = self._frame(at, form)
            if frame is not None:
                return frame
        return None

    def _names_person(self, at: int) -> bool:
        """Whether a word that may be a verb is a name behind another or behind a title: أحمد *نجيب*
        الشابي."""
        named = self._is_first_name(at) and at > self.reader.begin
        return named and (self._is_first_name(at - 1) or self._is_title(at - 1))

    def _is_between(self, at: int) -> bool:
        """Whether a verb written like a preposition stands inside its clause, and no "that" behind
        it: تتراوح *بين* دولار و50 دولارا."""
        inside = self._is_preposition(at) and not self._begins_clause(at)
        return inside and not self.reader.is_complementiser(at + 1)

    def _is_noun(self, at: int) -> bool:
        """Whether a word that may be a verb of speech is a noun here: behind a figure, or straight
        behind a preposition (من *أخطر* الطرق)."""
        grammar, key = self.lexicon.grammar, self.reader.key(at)
        if key in self.lexicon.replying:
            return True  # *وردا* على سؤال
        if grammar is None or at == 0:
            return False
        before = self.reader.tokens[at - 1]
        governs = before.key in grammar.governing and not before.sign
        person = self.reader.key(at) in self.lexicon.persons and not before.sign
        if person and grammar.known_verb(before.key) and before.key not in grammar.auxiliaries:
            return True  # استيقظ طالب
        return self._is_counted(at) or (governs and not self.lexicon.is_namesake(before))

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
        judged = self._judged(at, form) if form.group.judges else None
        if judged is not None:
            return judged
        return self._relayed(at, form) if form.group.relays else self._passed_on(at, form)

    def _left_open(self, at: int, form: VerbForm) -> Frame | None:
        """The frame of a denial that is itself denied: "did not rule out" passes on as possible."""
        negated = self.reader.key(at - 1) in self.lexicon.negations
        if not form.group.rules_out or form.participle or not negated:
            return None
        frame = self._passed_on(at, form)
        if frame is None or frame.scope is not Scope.AFTER:
            return None
        first = frame.subject[0] if frame.subject else -1
        if self.reader.key(first) in self.lexicon.quantifiers and first > at:
            return None  # لا تستبعد *أي* فرضية
        start = min(frame.start, at - 1)
        return replace(frame, start=start, denied=False, stance=SpeechStance.SAID)

    def _passed_on(self, at: int, form: VerbForm) -> Frame | None:
        """The frame before or behind what is said."""
        first = at + 1
        if form.group.sources:
            led_back = self.reader.key(first) in self.lexicon.within
            leads = self.lexicon.bearers | self.lexicon.folded_sources(form.group)
            if not led_back and self.reader.key(first) not in leads:
                return None
            first += not led_back
            if self.reader.key(first) in self.lexicon.not_sources:
                return None
        medial = self._medial(at, form)
        if medial is not None:
            return medial
        marker = self._marker(first, at, form)
        return self._opening(at, first, form, marker) if marker else self._closing(at, form)

    def _asserts(self, at: int, form: VerbForm) -> bool:
        reader, lexicon = self.reader, self.lexicon
        before = reader.key(at - 1)
        joined = reader.key(at) not in lexicon.verbs
        if before in lexicon.alternatives:
            return False  # رفض تأكيد أو *نفي* القصف
        if form.participle:
            return before not in lexicon.negations
        if joined:
            return True
        if form.part == 1 and before in lexicon.possible:
            return False
        earlier = lexicon.bare(reader.tokens[at - 2]) in lexicon.inverted if at > 1 else False
        earlier = earlier or self.earlier_sayer(at) is not None
        withheld = before in lexicon.not_asserting and not (earlier and form.part == 0)
        return before not in lexicon.negations and not withheld

    # What is said

    def _opening(self, at: int, first: int, form: VerbForm, marker: Marker) -> Frame | None:
        reader = self.reader
        if not marker.marked and (
            self._describes(at, form) or self._shows_through(marker.at, form)
        ):
            return None
        through = not marker.marked and reader.key(marker.at - 1) in self._through(form)
        through = through and not self.lexicon.is_namesake(reader.tokens[marker.at - 1])
        subject, start = self._speaker(at, first, form, marker.at - through)
        led = subject is None and (marker.marked or through)
        told_of = self.antecedent(start - 1, at) if led else None
        if told_of is not None:
            subject, start = told_of, start - (reader.key(start - 1) in self.lexicon.relatives)
        if form.group.by and not self._spoken_by(subject, form):
            return None
        if subject is not None and self._calls_object(at, subject, marker):
            return None
        if told_of is None and not self._is_speech(at, start, form, marker, subject):
            return None
        if subject and subject[1] - subject[0] == 1:
            subject = None if reader.key(subject[0]) in self.lexicon.pronouns else subject
        subject = None if form.group.own else subject
        passive = (self._is_passive(at) or form.group.own) and subject is None
        alias = None
        if subject:
            subject, alias = self.by_name(subject, marker.at if subject[0] > at else at)
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
            document=self._document(at + 1, marker.at, subject),
            medium=self._medium(at + 1, marker.at, subject),
            alias=alias,
            subject_attached=self._attached_to(subject, at),
        )
        if form.group.accuses or reader.is_end(frame.end):
            return self._accusing(at, frame) if form.group.accuses else None
        frame = self._cited(frame)
        return self._past_fillers(frame) if frame.denied and not marker.marked else frame

    def _accusing(self, at: int, frame: Frame) -> Frame | None:
        """The frame of a charge, of whose object its pronoun tells: اتهم الحزب | *الحكومة* بأنها;
        nothing where it cannot be parted from the subject."""
        reader, that = self.reader, frame.end - 1
        subject, first = frame.subject, at + 1
        if subject is not None and subject[0] > at:
            first = self.subjects.object_from(subject[0], that)
            subject = subject[0], first
        if first == that or not reader.is_complementiser(that) or not self._is_meant(first, that):
            return None
        grammar, pronoun = self.lexicon.grammar, reader.key(that)
        meant = grammar is not None and pronoun in grammar.third_persons
        return replace(frame, subject=subject, shown=(first, that) if meant else None)

    def _is_meant(self, first: int, that: int) -> bool:
        """Whether the pronoun behind "that" agrees with the head of an object."""
        lexicon, grammar = self.lexicon, self.lexicon.grammar
        head, pronoun = lexicon.bare(self.reader.tokens[first]), self.reader.key(that)
        feminine = head.endswith(lexicon.feminine_endings or "\0")
        if feminine or grammar is None:
            return grammar is not None and pronoun not in grammar.masculine_that
        return head not in lexicon.persons or pronoun not in grammar.feminine_that

    def _calls_object(self, at: int, subject: Range, marker: Marker) -> bool:
        """Whether a short quotation straight behind an object only says what that is called, where
        the subject stands before the verb: تونس أعلنت *الشارع* «شارع الحرية»."""
        reader = self.reader
        quoted = reader.opens_quote(marker.at) and subject[1] <= at and marker.at > at + 1
        led = reader.tokens[marker.at - 1].sign or reader.is_complementiser(marker.at - 1)
        quoted = quoted and not led
        return quoted and reader.words(marker.at, reader.past_quote(marker.at)) <= SHORT

    def _document(self, first: int, end: int, subject: Range | None) -> int:
        """The statement through which something was said, and not what a speaker works on: الباحثة
        في الدراسة كلوديا لوند."""
        found = self.reader.document_in(first, end)
        own = subject is not None and subject[0] < found < subject[1] - 1
        return -1 if subject and own and self._is_office(subject[0]) else found

    def _spoken_by(self, subject: Range | None, form: VerbForm) -> bool:
        """Whether one of those opens the subject by whom alone a verb is one of speech."""
        speakers = self.lexicon.folded_speakers(form.group)
        if subject and self.reader.tokens[subject[0]].quote >= 0:
            return not speakers.isdisjoint(_QUOTED)  # علمت «الصباح» أن
        head = self.lexicon.bare(self.reader.tokens[subject[0]]) if subject else ""
        return head in speakers

    def _medial(self, at: int, form: VerbForm) -> Frame | None:
        """The frame of a present verb and its subject between two commas."""
        reader = self.reader
        between = form.part == 1 and reader.is_sign(at - 1, COMMAS) and at - 2 > reader.begin
        between = between and not self.lexicon.is_joined(reader.tokens[at])  # …، وتهدد عائلته، …
        if not between or form.group.strict or "clause" not in form.group.takes:
            return None
        close = self.name_end(at + 1, min(at + NAME, reader.size))
        if close == at + 1 or not reader.is_sign(close, COMMAS) or form.group.by:
            return None
        if self._is_preposed(at + 1) or reader.key(at + 1) in self.lexicon.within:
            return None  # …، يظهر *فيه* الرجل حيا، …
        if reader.is_complementiser(close + 1):
            return None
        subject, kind, stance = (at + 1, close), SpeechKind.INDIRECT, stance_of(form)
        return Frame(at, close, Scope.BEFORE, kind, stance, subject, form.agree, medial=True)

    def _is_speech(
        self, at: int, start: int, form: VerbForm, marker: Marker, subject: Range | None
    ) -> bool:
        """Whether a verb with this subject passes on what stands behind the marker."""
        reader = self.reader
        if form.group.strict and not (marker.marked and self._is_sure(at, marker, subject)):
            return False
        if subject is not None and subject[0] < at and self._is_told_of(subject, at):
            return False
        if subject is not None and self._only_points(subject):
            return False
        if subject is None:
            if reader.key(start - 1) in self.lexicon.relatives:
                return False
            joined = reader.key(at) not in self.lexicon.verbs or start == reader.begin
            loose = form.part == 1 and not joined and not form.participle
            loose = loose and not self._follows_pronoun(start)
            return marker.marked or (self._begins_clause(start) and not loose)
        return marker.marked or self._may_speak(subject)

    def _follows_pronoun(self, at: int) -> bool:
        """Whether a word that joins clauses holds the subject of the verb behind it: *لكنها* تنفي
        استهداف المدنيين."""
        reader = self.reader
        joins = reader.is_connective(at - 1) or reader.connective_size(at - 2) == 2
        return joins and reader.is_owned(at - 1)

    def _is_told_of(self, subject: Range, at: int) -> bool:
        """Whether a noun before the verb is no subject: "a raid that is thought to be theirs", or
        an object that the verb describes ("he got a note that reports")."""
        reader = self.reader
        if self._is_passive(at) or self._is_preposition(at):
            return True
        if at and self.lexicon.is_joined_pronoun(reader.tokens[at - 1]):
            return False  # رجلا مسنا | وهو يصرح
        before = subject[0] - 1
        object_like = self._is_written_as_object(subject[0])
        governed = reader.is_complementiser(before) or reader.key(before) in self.lexicon.joining
        return object_like and before >= reader.begin and not governed

    def _may_speak(self, subject: Range) -> bool:
        """Whether a noun phrase can be who speaks, where only a noun shows that anybody does: no
        thing of somebody's (موقفها), and nothing mute (المخاوف)."""
        lexicon, first = self.lexicon, self.reader.tokens[subject[0]]
        head = lexicon.without_article(lexicon.bare(first))
        if head in lexicon.mute:
            return False
        ending = next((one for one in lexicon.owner_endings if head.endswith(one)), "")
        feminine = first.raw.endswith(lexicon.speech.feminine_endings or "\0")  # أنقرة
        if not ending or feminine or len(head) - len(ending) < 3:
            return True
        bare = head[: -len(ending)]
        women = (bare + one for one in lexicon.feminine_endings)
        return not lexicon.bare_speakers.isdisjoint((bare, head, *women))

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

    def _is_sure(self, at: int, marker: Marker, subject: Range | None) -> bool:
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

    # Frames of other shapes

    def _closing(self, at: int, form: VerbForm) -> Frame | None:
        """A frame behind what is said: "…"، قال الوزير."""
        reader = self.reader
        start = at - (reader.key(at - 1) in self.lexicon.adverbs)
        before = start - 1
        if reader.is_sign(before, COMMAS | DASHES):
            before -= 1
        called = self._before_nickname(before) if before > reader.begin else before
        quoted = before > reader.begin and reader.closes_quote(before)
        # مرحلة «سبات» تهدد الحياة
        quoted = quoted and (called == before or reader.tokens[called].sign)
        if form.participle or "quote" not in form.group.takes or self._is_preposition(at):
            return None
        asked = self._is_attached(at + 1) and reader.key(at + 1)[0] in self._through(form)
        if asked and (not quoted or self.lexicon.is_joined(reader.tokens[at])):
            return None  # تطالب بعفو: what is asked for, not who asks
        end = self._before_thing(at + 1, self.name_end(at + 1, min(at + NAME, reader.size)))
        last = reader.next_break(end)
        tail = before < start - 1 and reader.is_end(end) and end > at + 1 and not form.group.strict
        tail = tail and reader.key(at) in self.lexicon.verbs
        tail = tail and at > reader.begin + 4 and not self._follows_relative(before)
        # صورة لطفلة في ألمانيا، *تثبت* فشل الاندماج: it is the picture that shows.
        tail = tail and reader.key(reader.begin) not in self.lexicon.depicting
        if not quoted and not tail:
            return None
        subject: Range | None = (at + 1, end) if end > at + 1 else None
        alias = None
        if subject:
            subject, alias = self.by_name(subject, reader.size)
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
        head = min(end, self._head_end(at + 1, end))
        held = self.person_end(head, end) if self._is_office(at + 1) else head
        end = held if held > head else end  # أشاد رئيس الإقليم كريم بارزاني | بجهود القوات
        end = next((k for k in range(head, end) if self.opens_matter(k)), end)
        # Such a verb has no object, so that what follows an office names who holds it.
        named = self._is_office(at + 1) and end - head <= SHORT
        return Frame(
            at,
            reader.next_break(end),
            Scope.NONE,
            SpeechKind.INDIRECT,
            stance_of(form),
            (at + 1, end if named else head),
            form.agree,
        )
