"""What is held of somebody, and what is passed on, where the verb of speech stands before its
subject: اتهمت الغرفة…, نقلت الوكالة عن…"""

from __future__ import annotations

from msgspec.structs import replace

from workbench.language.fold import fold_text
from workbench.splitting.attribution.frames import REACH, Frame, Range, Scope, stance_of
from workbench.splitting.attribution.names.name_ends import SHORT
from workbench.splitting.attribution.verb_first.said import VerbFirstSaid
from workbench.splitting.attribution.words.tokens import COLON, COMMAS
from workbench.splitting.attribution.words.verb_forms import VerbForm
from workbench.splitting.types import SpeechKind, SpeechStance

_THING = 2
"""Words that a thing has, and letters that a preposition and its noun have, at least."""


class VerbFirstHeld(VerbFirstSaid):
    """Reads frames that are a clause of their own, or that pass on another's words."""

    def _whole(self, at: int, form: VerbForm) -> Frame | None:
        """A clause that is itself what its subject holds: خبراء يشككون في…, اتهمت الغرفة…"""
        reader, end = self.reader, self._held_until(at, form)
        if form.group.as_ and not (self._holds(at, end, form) and self._has_teller(at)):
            return None
        if form.participle and form.group.as_ and at > reader.begin:
            if not (reader.tokens[at - 1].sign or self._tells_manner(at)):
                return None  # ملف متهمين آخرين
            kind, stance = SpeechKind.INDIRECT, stance_of(form)
            return Frame(at, end, Scope.WHOLE, kind, stance, agree=form.agree, participle=True)
        found: tuple[int, Range | None] | None = self._left(at) or self._left_of_aside(at)
        if found is None and form.group.as_ and reader.key(at - 1) not in self.lexicon.relatives:
            found = self._right(at, end, form)
        pointing = found is not None and found[1] is not None and self._only_points(found[1])
        dated = found is not None and found[1] is not None and found[1][0] < at
        if found is None or form.participle or pointing or (dated and self._is_own(at + 1)):
            # مخزن للغلال *يرجع تاريخه* إلى نحو 3200 عام
            return self._takes_up_whole(at, end, form) if not dated else None
        start, subject = found
        if form.group.known and not (subject and self._is_known(subject[0])):
            return None
        subject, held = self._held(at, end, form, subject)
        alias = None
        if subject is not None and subject[0] > at:
            subject, alias = self.by_name(subject, held if held >= 0 else end)
        kind, stance = SpeechKind.INDIRECT, stance_of(form)
        return Frame(
            start, end, Scope.WHOLE, kind, stance, subject, form.agree, alias=alias, held=held
        )

    def _takes_up_whole(self, at: int, end: int, form: VerbForm) -> Frame | None:
        """A clause of whoever spoke last, who says of what is pointed at what it is: *وعزا ذلك* إلى
        نقص الوقود, لكنه *عزاه* إلى…"""
        reader, lexicon = self.reader, self.lexicon
        needed = lexicon.folded_as(form.group)
        verb = lexicon.bare(reader.tokens[at])
        owned = reader.is_owned(at) and verb.endswith(lexicon.owner_endings)
        thing = at + 1 if owned else at + 2
        pointed = owned or reader.key(at + 1) in lexicon.pointing
        if not pointed or form.participle or not self._is_as(thing, needed):
            return None
        if not self._begins_clause(at) or form.part == 1:
            return None
        return Frame(at, end, Scope.WHOLE, SpeechKind.INDIRECT, stance_of(form), agree=form.agree)

    def _has_teller(self, at: int) -> bool:
        """Whether somebody told of holds it, and the verb is no passive: وُصفت *حالته* بالمستقرة."""
        told = self.reader.tokens[at + 1] if at + 1 < self.reader.size else None
        of_state = told is not None and told.key.startswith(self.lexicon.states_of_health or "\0")
        return not (self._is_passive(at) or (of_state and self._is_own(at + 1)))

    def _is_passive(self, at: int) -> bool:
        raw = self.reader.tokens[at].raw
        if raw[0] in self.lexicon.speech.conjunction_letters:
            raw = raw[1:]
        marked = raw[1:2] in self.lexicon.speech.passive_marks and len(raw) > 2
        return marked and not self._is_causative(at)

    def _is_causative(self, at: int) -> bool:
        """Whether a present form has that vowel anyway, since it differs from its past by the first
        letter alone, a hamza: يُعلن of أعلن, no يُفترض of افترض."""
        key = self.lexicon.bare(self.reader.tokens[at])
        present = (form for form in self.lexicon.verbs.get(key, ()) if form.part == 1)
        written = [verb.split()[0] for form in present for verb in form.group.verbs]
        pasts = ((past, fold_text(past)) for past in written if len(past) == len(key))
        return any(past[0] != plain[0] and plain[1:] == key[1:] for past, plain in pasts)

    def _held(
        self, at: int, end: int, form: VerbForm, subject: Range | None
    ) -> tuple[Range | None, int]:
        """The subject, and where the thing begins of which it holds something, or -1: وصف الوزير |
        القرار بأنه جائر. Such a verb has an object, so that what stands alone before "as" is it."""
        reader, lexicon = self.reader, self.lexicon
        needed, verb = lexicon.folded_as(form.group), lexicon.bare(reader.tokens[at])
        ending = next((one for one in lexicon.owner_endings if verb.endswith(one)), "")
        if not form.group.judges or (ending and verb[: -len(ending)] in lexicon.verbs):
            return subject, -1  # وصفه
        thing = at + 1
        if subject is not None and subject[0] > at:
            thing = self._pointed_at(self._past_called(subject[1]), needed)
            subject = subject[0], thing
            if reader.is_sign(thing, COMMAS):
                thing = reader.next_break(thing + 1) + 1
            if self._is_as(thing, needed):
                known = self._is_known(subject[0]) or subject[1] - subject[0] > _THING
                return (subject, -1) if known else (None, subject[0])
        closed = thing >= reader.size or reader.tokens[thing].sign or self._is_circumstance(thing)
        points = not closed and lexicon.bare(reader.tokens[thing]) in lexicon.pointing
        points = points and self._is_as(thing + 1, needed)  # عزا ذلك إلى
        as_ = any(self._is_as(k, needed) for k in range(thing + 1, end))
        return subject, thing if as_ and not (closed or points) else -1

    def _past_called(self, at: int) -> int:
        """The index behind what somebody is called, before an object: ربة منزل | *تدعى بتول عثمان*
        | الوضع."""
        reader, lexicon = self.reader, self.lexicon
        if at >= reader.size or not lexicon.is_naming(reader.tokens[at]):
            return at
        near = range(at + 2, min(at + 2 + SHORT, reader.size))
        thing = next((k for k in near if lexicon.is_definite(reader.key(k))), at)
        return thing + (thing > at and lexicon.is_definite(reader.key(thing + 1)))

    def _pointed_at(self, at: int, needed: frozenset[str]) -> int:
        """Where the thing begins that a verb is said of: where it is pointed at, a few words behind
        what is surely the subject (مهنيون بجهة سوس | *هذا التراجع*), or straight behind it."""
        reader, lexicon = self.reader, self.lexicon
        near = range(at, min(at + SHORT, reader.size))
        close = next(
            (k for k in near if reader.tokens[k].sign or self._is_as(k, needed)), near.stop
        )
        pointing = (k for k in range(at, close) if reader.key(k) in lexicon.pointing)
        return next((k for k in pointing if lexicon.is_definite(reader.key(k + 1))), at)

    def _is_as(self, at: int, needed: frozenset[str]) -> bool:
        """Whether the preposition stands there behind which something is held of an object."""
        key = self.reader.key(at)
        return key in needed or (key[:1] in needed and len(key) > _THING)

    def _judged(self, at: int, form: VerbForm) -> Frame | None:
        """A clause that says what its subject holds a thing to be: اعتبر النقيب | الحكم نكسة."""
        reader, first, end = self.reader, at + 1, self._past_said_where(at)
        led = None if form.participle else self._left(at)  # لكن الجمعية اعتبرت | القرار خطأ
        opens = form.participle or led is not None or self._begins_clause(at)
        if not opens or end == first or any(map(self._says_that, range(first, end))):
            return None
        if form.participle:
            subject, start, thing = None, at, first
        else:
            found = led
            stop = min(self.subjects.subject_end(first, end), self.name_end(first, end))
            known = self._is_known(first) or self.subjects.is_own_person(first)
            if found is None and not known:
                return None
            start, subject = found or (self._past_auxiliary(at), (first, stop))
            thing = first if found else stop
            if reader.is_sign(thing, COMMAS):
                thing = reader.next_break(thing + 1) + 1
        named = thing + 1 < end and self.lexicon.is_definite(reader.key(thing))
        if not named or reader.tokens[thing].sign or self._is_circumstance(thing):
            return None
        kind, stance = SpeechKind.INDIRECT, stance_of(form)
        manner = form.participle
        return Frame(
            start,
            end,
            Scope.WHOLE,
            kind,
            stance,
            subject,
            form.agree,
            participle=manner,
            held=thing,
        )

    def _past_said_where(self, at: int) -> int:
        """Where the clause of a verb ends, behind an aside that says who its subject is or where he
        spoke: اعتبر النقيب، *في حديث للقناة*، الحكم نكسة."""
        reader = self.reader
        end = reader.next_break(at)
        close = reader.next_break(end + 1)
        aside = reader.is_sign(end, COMMAS) and reader.is_sign(close, COMMAS)
        said = aside and (self._is_office(end + 1) or self._is_circumstance(end + 1))
        said = said or (aside and self._tells_of_name(end + 1))
        return reader.next_break(close + 1) if said else end

    def _tells_of_name(self, at: int) -> bool:
        """Whether an aside that describes the subject before it begins there: عزت الشركة، *المدرجة
        في السوق*، …, اعتبر الخبير، *غير المشارك* في البحث، …"""
        key, lexicon = self.reader.key(at), self.lexicon
        plain = lexicon.is_definite(key) and not lexicon.is_action(self.reader.tokens[at])
        return plain or key in lexicon.relatives | lexicon.described_by

    def _says_that(self, at: int) -> bool:
        """Whether a clause, and no thing, is what somebody holds."""
        return self.reader.is_complementiser(at) or self.reader.is_sign(at, COLON)

    def _only_points(self, subject: Range) -> bool:
        """Whether the subject is only "this" or "what…", which says nothing (ذلك يؤكد أن…)."""
        alone = subject[1] - subject[0] == 1
        return alone and self.lexicon.bare(self.reader.tokens[subject[0]]) in self.lexicon.pointing

    def _tells_manner(self, at: int) -> bool:
        """Whether a participle has the ending of one that tells how its subject acts (متهماً)."""
        key, grammar = self.reader.key(at), self.lexicon.grammar
        written = grammar is not None and grammar.object_stem(key) != key
        return written or key.endswith(self.lexicon.feminine_endings or "\0")

    def _held_until(self, at: int, form: VerbForm) -> int:
        """Where a clause ends, behind an aside that says who its subject is, and behind what else
        is held of the object: أرجعت القرار إلى تباطؤ التضخم، *وإلى* استقرار الصرف."""
        reader, needed = self.reader, self.lexicon.folded_as(form.group)
        end = reader.next_break(at)
        while reader.is_sign(end, COMMAS) and end + 1 < reader.size:
            again = reader.key(end + 1)
            joined = again[0] in self.lexicon.speech.conjunction_letters
            if not joined or again[1:] not in needed:
                break
            end = reader.next_break(end + 1)
        aside = reader.next_break(end + 1)
        named = reader.is_sign(end, COMMAS) and reader.is_sign(aside, COMMAS)
        if not form.group.as_ or not named or self._holds(at, end, form):
            return end
        said = self._is_office(end + 1) or self._is_circumstance(end + 1)  # …، في بيان، …
        said = said or self._is_personal_name(end + 1, aside)  # أرجع رئيس الاتحاد، منجي الكراي، …
        said = said or (self._tells_of_name(end + 1) and end - at <= SHORT)
        return reader.next_break(aside + 1) if said else end

    def _holds(self, at: int, end: int, form: VerbForm) -> bool:
        """Whether what is held of the object stands behind it: وصف … بأنه, عزا … إلى."""
        needed = self.lexicon.folded_as(form.group)
        return any(self._is_as(k, needed) for k in range(at + 2, end))

    def _right(self, at: int, end: int, form: VerbForm) -> tuple[int, Range | None] | None:
        """The subject behind its verb and before its object: اتهم رئيس النقابة الحكومة.

        It is left out where what follows does not agree (عزا الخسارة إلى…).
        """
        lexicon, first = self.lexicon, at + 1
        if first >= end or self._is_preposed(first) or not self._begins_clause(at):
            return None
        apart = self._apart(first, end, form) or self.subjects.subject_end(first, end)
        stop = min(apart, self.name_end(first, end))
        if stop == first:
            return None
        head = lexicon.bare(self.reader.tokens[first])
        feminine = head.endswith(lexicon.feminine_endings or "\0")
        feminine = feminine and not self.subjects.is_own_person(first)  # ناطقه الرسمي
        left_out = form.agree == "m" and feminine and head not in lexicon.persons
        stranger = lexicon.without_article(head) not in lexicon.bare_bodies
        alone = stop - first == 1 and lexicon.is_definite(head)  # وعزت القرار إلى
        left_out = left_out or (form.agree == "f" and not feminine and stranger and alone)
        return self._past_auxiliary(at), None if left_out else (first, stop)

    def _apart(self, first: int, end: int, form: VerbForm) -> int:
        """Where the subject of a verb without an object ends, before its preposition: اشتكى سكان من
        الحي | *من انقطاع* المياه; 0 where the verb has an object (عزا الوزير *النمو* إلى…)."""
        needed = self.lexicon.folded_as(form.group)
        if needed - self.lexicon.topics:
            return 0
        found = [k for k in range(first + 1, end - 1) if self.reader.key(k) in needed]
        acts = (k for k in found if self.lexicon.is_action(self.reader.tokens[k + 1]))
        return next(acts, found[0] if found else 0)

    def _relayed(self, at: int, form: VerbForm) -> Frame | None:
        """An agency passes another's words on: نقلت وكالة عن مسؤول قوله إن…"""
        reader, lexicon = self.reader, self.lexicon
        limit = min(at + REACH, reader.size)
        through = self._through(form)
        relays = lexicon.folded_relays(form.group)
        source = next((i for i in range(at + 1, limit) if reader.key(i) in relays), None)
        before = self._left(at) if source == at + 1 else None  # القناة | نقلت عن مصدر
        counted = reader.key(at + 1).isdecimal()  # نقلت 22 مليون راكب
        if source is None or counted or any(map(self._new_clause, range(at + 2, source))):
            return None
        for index in range(source + 1, limit):
            end = self._said_from(index, source, through)
            if end is None:
                continue
            stop = self.name_end(source + 1, index)
            words = [i for i in range(source + 1, index + 1) if reader.key(i) in through]
            stop = min([stop, *words])
            denied = any(reader.key(i) in lexicon.denying_acts for i in words)
            stance = SpeechStance.DENIED if denied else stance_of(form)
            relay = (at + 1, self.name_end(at + 1, source)) if source > at + 1 else None
            start, relay = before or (at, relay)
            subject, alias = self.by_name((source + 1, stop), index)
            frame = Frame(start, end, Scope.AFTER, SpeechKind.INDIRECT, stance, subject)
            return replace(frame, denied=denied, relay=relay, alias=alias)
        return None

    def _names_source(self, at: int, source: int, through: frozenset[str]) -> bool:
        """Whether a quotation is part of the name of who is passed on: عن شركة *«مدار»* قولها."""
        reader = self.reader
        end = self.name_end(source + 1, min(source + REACH, reader.size))
        return end > at and (reader.key(end) in through or reader.is_complementiser(end))

    def _said_from(self, at: int, source: int, through: frozenset[str]) -> int | None:
        """Where what a source said begins, if a token shows it: "that", a quotation, a colon, or
        what he did by saying so (عن الوزير *نفيه* وجود خلاف)."""
        reader, lexicon = self.reader, self.lexicon
        if reader.opens_quote(at):
            return None if self._names_source(at, source, through) else at
        if reader.is_complementiser(at) or reader.is_sign(at, COLON):
            return at + 1
        if reader.key(at) not in through or at <= source + 1:
            return None
        end = at + 1 + (reader.key(at + 1) in lexicon.topics | lexicon.joints)
        if end >= reader.size or reader.tokens[end].sign or reader.opens_quote(end):
            return None
        that = any(map(reader.is_complementiser, range(at + 1, end + 2)))
        noun = lexicon.is_action(reader.tokens[end]) or lexicon.is_definite_action(
            reader.tokens[end]
        )
        return end if noun and not that else None
