"""Who acts in a clause whose verb stands before its subject: *أصحاب المحال* in وكان أصحاب المحال.

A statement that names no speaker is by him."""

from __future__ import annotations

from workbench.splitting.attribution.frames import NAME, REACH, Range, Reader
from workbench.splitting.attribution.names.personal_names import PersonalNames
from workbench.splitting.attribution.names.whole_names import country_end, leader_end
from workbench.splitting.attribution.words.tokens import COMMAS

_LONG_NAME = 9
"""Words of a name with those of fathers and a family."""
_SUBJECT = 5
"""Words up to which a subject is followed where its head is no known office."""


def attached_body(reader: Reader, at: int) -> int:
    """Letters of the preposition written on to an office or a body there: تصريح *لرئيس*."""
    lexicon, key = reader.lexicon, reader.key(at)
    led = key[:1] in lexicon.issuers and lexicon.speech.verb_first
    return int(led and lexicon.without_article(lexicon.uncontracted(key, 1)) in lexicon.bare_bodies)


class ClauseSubjects(PersonalNames):
    """Reads the subjects of the clauses of a sentence, whatever their verbs say."""

    def main_subject(self, start: int, end: int) -> Range | None:
        """The likely subject of the clause among some tokens: behind its verb, or before."""
        reader, lexicon = self.reader, self.lexicon
        told = start + 1
        if told < end and reader.is_document(start) and attached_body(reader, told):
            return told, self.office_end(told, end)  # تصريح *لرئيس الحكومة* … يشير إلى
        behind = self._behind_verb(start, end)
        if behind is not None:
            return behind
        first = next((at for at in range(start, end) if self._heads_clause(at)), -1)
        if first < 0:
            led = (at for at in range(start, end) if reader.is_complementiser(at - 1))
            country = next((at for at in led if reader.key(at) in lexicon.countries), -1)
            if country >= 0:
                return country, country + 1
            named = self._before_own_verb(start, end)
            if named is not None or not reader.headline or lexicon.is_finite(reader.tokens[start]):
                return named
            first = start
        head = self._head_end(first, end)
        return first, self.person_end(head, end) if self._is_office(first) else head

    def contrasted_subject(self, end: int, agree: str, floor: int) -> Range | None:
        """Who acts in a clause set against the one before, whose participle then speaks: فيما قللت
        *الوزارة* من حجمه، قائلة إن; فيما أكدت النقابة نجاحه، قللت *الوزارة* منه، قائلة إن."""
        reader, lexicon = self.reader, self.lexicon
        for at in range(end - 1, max(floor, end - REACH), -1):
            if reader.is_complementiser(at) and not reader.is_connective(at):
                return None
            opens = reader.is_connective(at - 1) or reader.connective_size(at - 2) == 2
            if opens and self._is_known(at):
                return self._before_verb(at, end, agree)  # لكن *الوزير* نفى ذلك، مؤكدا أن
            if not self._sets_against(at):
                continue
            found = self._behind_verb(at, end)
            if found is None or not self._is_known(found[0]):
                return None
            head = lexicon.bare(reader.tokens[found[0]])
            feminine = head.endswith(lexicon.feminine_endings or "\0")
            return found if feminine == (agree == "f") else None
        return None

    def _acts(self, at: int) -> bool:
        """Whether a verb opens a clause there that as a word alone is as often none."""
        acts = self.lexicon.bare(self.reader.tokens[at]) in self.lexicon.acts
        return acts or self._sets_against(at)

    def _sets_against(self, at: int) -> bool:
        """Whether the verb of a clause set against the one before stands there, behind a word that
        says so or behind the clause that the word opened."""
        reader, grammar = self.reader, self.lexicon.grammar
        if grammar is None or reader.tokens[at].sign:
            return False
        if reader.is_connective(at - 1):
            return grammar.may_be_verb(reader.key(at))
        fronted = reader.is_sign(at - 1, COMMAS) and reader.is_connective(reader.begin)
        return fronted and grammar.known_verb(reader.key(at))

    def near_subject(self, end: int, agree: str, floor: int) -> Range | None:
        """Who acted last before a verb that agrees: بينما دعت *البعثة* إلى …، وأشارت إلى أن."""
        reader, lexicon = self.reader, self.lexicon
        for at in range(end - 1, max(floor, end - REACH), -1):
            opened = reader.key(at) in lexicon.complementisers
            if opened and (own := self._before_verb(at + 1, end, agree)) is not None:
                return own
            opens = reader.tokens[at - 1].sign or reader.is_connective(at - 1)
            acts = opens and lexicon.bare(reader.tokens[at]) in lexicon.acts
            found = self._behind_verb(at, end) if acts else None
            if found is None or reader.key(found[0]) in lexicon.joints:
                continue
            head = lexicon.bare(reader.tokens[found[0]])
            if head.endswith(lexicon.feminine_endings or "\0") == (agree == "f"):
                return found
        return None

    def opened_before(self, end: int) -> Range | None:
        """The subject behind the verb that opens the clause before a token."""
        reader = self.reader
        opened = [reader.begin]
        near = range(max(reader.begin, end - NAME), end)
        opened += [k + 1 for k in near if reader.is_sign(k, COMMAS)]
        found = (self._behind_verb(start, end) for start in reversed(opened))
        return next((one for one in found if one is not None), None)

    def subject_end(self, first: int, end: int) -> int:
        """The index behind a subject that an object may follow: an office or a body with what
        defines it, then a personal name (النائب كريم عواد | الموازنة)."""
        reader, lexicon = self.reader, self.lexicon
        if lexicon.bare(reader.tokens[first]) in lexicon.styles and self._is_person(first + 1):
            return self.subject_end(first + 1, end)  # سمو *الشيخ حمدان*
        at, own = first + 1, self.is_own_person(first)
        while at < end and not (own or lexicon.is_definite(lexicon.bare(reader.tokens[at - 1]))):
            plain = at - first > 1 and not self._construct(at - 1)
            if plain or self.opens_thing(at):
                break
            at += 1
        open_ended = not (own or lexicon.is_definite(lexicon.bare(reader.tokens[at - 1])))
        if at < end and open_ended and lexicon.is_definite(reader.key(at)):
            named = self._is_first_name(at - 1) or self._is_called(first, at)
            at += not named  # مدير مرور | المحافظة
        while at < end and self._describes_body(at) and not (own and self._is_of_her(first, at)):
            at += 1
        head = lexicon.without_article(lexicon.bare(reader.tokens[first]))
        past = self._past_field(first, at, end)
        if past < end and self.opens_matter(past):
            return past  # طالب النائب | بإقالة الوزير
        if past > at or (head not in lexicon.bare_persons and not own):
            return past
        # العقيد صالح بن دويس
        start = at + (self._is_title(at) and self._is_first_name(at + 1) and at + 1 < end)
        stops = (
            last
            for last in range(start, min(start + _LONG_NAME, end))
            if self._ends_holder(first, start, last)
        )
        return next(stops, at)

    def _is_called(self, first: int, at: int) -> bool:
        """Whether a body's own name stands behind what it is, which no word defines: وكالة *فيتش* |
        التصنيف الائتماني."""
        body = self.lexicon.without_article(self.lexicon.bare(self.reader.tokens[first]))
        alone = at == first + 2 and body in self.lexicon.bare_organisations
        return alone and self._is_unknown_word(at - 1)

    def _past_field(self, first: int, at: int, end: int) -> int:
        """The index behind what a body or an office is for, where an object follows: المؤسسة العامة
        *للكهرباء* | الانقطاع, الكاتب العام *للنقابة* | الإدارة."""
        reader, lexicon = self.reader, self.lexicon
        if at + 1 < end and reader.key(at) in lexicon.name_of:
            return self._head_end(at + 1, end)  # المتحدث *باسم الدعم السريع* | الفاتح قرشي
        body = lexicon.without_article(lexicon.bare(reader.tokens[first]))
        named = body in lexicon.bare_bodies and lexicon.is_definite(reader.key(at - 1))
        field = named and at + 1 < end and self._is_attached(at) and self._addressed(at) is None
        field = field and not self.opens_matter(at)
        past = at + 1
        while field and past < end and self._describes_body(past):
            past += 1  # الأمين العام | للأمم المتحدة
        closed = past > at + 1 or lexicon.is_definite(reader.key(past))
        return past if field and closed else at

    def _before_verb(self, first: int, end: int, agree: str) -> Range | None:
        """Who stands before his verb of speech behind "that": إلا أن *وكيلته ندى صليبا* نفت …"""
        reader, lexicon = self.reader, self.lexicon
        near = range(first + 1, min(end, first + 2 * _SUBJECT))
        stop = next((at for at in near if reader.tokens[at].sign), min(end, first + 2 * _SUBJECT))
        verb = next((at for at in range(first + 1, stop) if lexicon.verb(reader.tokens[at])), 0)
        forms = lexicon.verb(reader.tokens[verb]) if verb else ()
        spoke = any(form.agree == agree and not form.participle for form in forms)
        person = self.is_own_person(first) or self._is_known(first)
        return (first, verb) if spoke and person else None

    def is_own_person(self, at: int) -> bool:
        """Whether somebody's lawyer, deputy or the like stands there (وكيلته)."""
        lexicon, key = self.lexicon, self.reader.key(at)
        ending = next((one for one in lexicon.owner_endings if key.endswith(one)), "")
        if self.reader.tokens[at].raw.endswith(lexicon.speech.feminine_endings or "\0"):
            return False  # المؤسسة
        base = key[: len(key) - len(ending)]
        owned = next((one for one in lexicon.speech.owned_endings if base.endswith(one)), "")
        return bool(ending) and not lexicon.bare_persons.isdisjoint(
            (base, base.removesuffix(owned))
        )

    def _is_of_her(self, person: int, at: int) -> bool:
        """Whether a feminine word stands behind a man who is somebody's: محاميه | *القضية*."""
        lexicon, key = self.lexicon, self.reader.key(person)
        ending = next((one for one in lexicon.owner_endings if key.endswith(one)), "")
        she = key.removesuffix(ending).endswith(tuple(lexicon.speech.owned_endings) or "\0")
        return self.reader.key(at).endswith(lexicon.feminine_endings or "\0") and not she

    def _heads_clause(self, at: int) -> bool:
        """Whether an office or a body stands there that no preposition governs, be it written as
        behind "that" (غير أن مصدرا), and that belongs to no noun before it (الانتخابات *البلدية*,
        أمام مجلس *الأمن*); "before" (أمام) is no imam."""
        reader, lexicon = self.reader, self.lexicon
        key = lexicon.bare(reader.tokens[at])
        stem = next((key[: -len(one)] for one in lexicon.case_endings if key.endswith(one)), key)
        if lexicon.is_adjunct(reader.tokens[at]):
            return False
        before = reader.tokens[at - 1] if at > reader.begin else None
        governing = lexicon.grammar.governing if lexicon.grammar is not None else frozenset()
        governed = before is not None and (
            before.key in lexicon.joints | lexicon.bearers | governing
            or lexicon.bare(before) in lexicon.bare_bodies
            or (lexicon.is_definite(before.key) and self._describes_body(at))
        )
        governed = governed and not self._is_spoken_by(at)
        governed = governed or self._speaks_language(at) or self._is_adjective(at)
        governed = governed or self._says_of_noun(at)
        return not governed and not lexicon.bare_bodies.isdisjoint((key, stem))

    def _is_spoken_by(self, at: int) -> bool:
        """Whether what looks like a preposition opens a clause as the verb of a person behind it:
        من جهته، *عبر* المدرب عن أسفه."""
        reader, verb = self.reader, at - 1
        opens = verb == reader.begin or reader.tokens[verb - 1].sign
        return opens and self._is_office(at) and bool(self.lexicon.verb(reader.tokens[verb]))

    def _is_adjective(self, at: int) -> bool:
        """Whether a body known with its article alone stands there without: جهات *داخلية*."""
        lexicon, key = self.lexicon, self.lexicon.bare(self.reader.tokens[at])
        named = (lexicon.organisations, lexicon.named_organisations, lexicon.bare_persons)
        known = key in lexicon.bare_organisations
        return known and not any(key in names for names in named)

    def _says_of_noun(self, at: int) -> bool:
        """Whether a definite body only says what a noun before it is of, inside a clause: إلى إضعاف
        *الدولة*; the word that opens one may be its verb."""
        reader, lexicon, noun = self.reader, self.lexicon, at - 1
        opens = (
            noun <= reader.begin or reader.tokens[noun - 1].sign or reader.is_connective(noun - 1)
        )
        if opens or not lexicon.is_definite(lexicon.bare(reader.tokens[at])):
            return False
        return not lexicon.is_joined(reader.tokens[noun]) and lexicon.is_action(reader.tokens[noun])

    def _speaks_language(self, at: int) -> bool:
        """Whether a speaker is none, but says in which language something is: ناطق *بالكردية*."""
        lexicon, behind = self.lexicon, self.reader.key(at + 1)
        tongue = lexicon.without_article(behind[1:])
        known = {tongue, tongue[:-1]} & lexicon.nationalities  # كردية
        return behind[:1] in lexicon.speech.attached and bool(known)

    def _before_own_verb(self, start: int, end: int) -> Range | None:
        """The name that opens a clause before its present verb: *سلطان عمان الجديد* يرفض …"""
        reader, lexicon = self.reader, self.lexicon
        near = range(start + 1, min(end, start + 1 + _SUBJECT))
        verb = next((at for at in near if lexicon.is_event(reader.tokens[at])), start)
        grammar = lexicon.grammar
        small = frozenset[str]() if grammar is None else grammar.small_words
        if grammar is None or start >= end or lexicon.bare(reader.tokens[start]) in small:
            return None  # *لم* يصدر تعليق
        whole = grammar.is_present(reader.key(verb)) and self.name_end(start, verb) == verb > start
        return (start, verb) if whole else None

    def _behind_verb(self, start: int, end: int) -> Range | None:
        """The noun phrase straight behind the verb that opens the clause: وكان أصحاب المحال."""
        reader, lexicon = self.reader, self.lexicon
        at = start
        while (
            at < end
            and not reader.tokens[at].sign
            and (
                lexicon.is_event(reader.tokens[at])
                or (at == start and lexicon.verb(reader.tokens[at]))
                or (at == start and self._acts(at))
            )
        ):
            at += 1
        at = self.past_small(at) if at > start else at  # رد *عليه* النائب
        if at + 1 < end and reader.key(at) in lexicon.taking_up:
            at += 1  # أكد *ذلك* قائد عسكري
        if at == start or at >= end or reader.tokens[at].sign or self._is_circumstance(at):
            return None
        behind = lexicon.bare(reader.tokens[at + 1]) if at + 1 < end else ""
        body = lexicon.without_article(lexicon.bare(reader.tokens[at])) in lexicon.bare_bodies
        if behind in lexicon.bare_persons and lexicon.is_definite(reader.key(at)) and not body:
            at += not lexicon.is_definite(behind)  # لم يحضر الجلسة | وكيل الوزارة
        passed = self._is_visited(at) or lexicon.bare(reader.tokens[at]) in lexicon.styles
        at += passed and behind in lexicon.bare_persons  # زار بغداد | وزير الخارجية, معالي | الوزير
        whole = self.whole_name(at, end)
        if whole > at:
            return at, whole
        key = lexicon.without_article(lexicon.bare(reader.tokens[at]))
        if key in lexicon.bare_bodies:
            office = self._head_end(at, end)
            head = self.person_end(office, end) if key in lexicon.bare_persons else office
            if head > office and self._past_phrase(office, end) > office:
                return at, head  # زار رئيس البعثة في غزة بيير كراهنبول | المستشفى
            called = at + 2 < end and self._is_called(at, at + 2)
            acted = called or lexicon.bare(reader.tokens[at - 1]) in lexicon.acts
            stop = self.subject_end(at, end) if acted else head
            # انتقدت نقابة التعليم | البرنامج
            # وزير النقل والخدمات اللوجستية | *المهندس فهد الراجح*
            holder = stop < head and self._is_title(stop) and self._is_first_name(stop + 1)
            apart = (
                stop < head and not holder and (called or lexicon.is_definite(reader.key(stop - 1)))
            )
            field = stop > head and self._is_attached(head)  # الكاتب العام | للنقابة
            whole = stop if field else head
            return at, stop if apart and lexicon.is_definite(reader.key(stop)) else whole
        stop = self.name_end(at, min(end, at + _SUBJECT))
        foreign = at == start + 1 and self._is_foreign(at)
        stop = min(stop, at + 1) if foreign else stop  # ثمن هيلستاد | دور المنطقة
        phrases = lexicon.joints - lexicon.name_openers  # انسحب الوفد | من المفاوضات
        stop = next(
            (k for k in range(at + 1, stop) if self._is_attached(k) or reader.key(k) in phrases),
            stop,
        )
        if at == start + 1 and lexicon.bare(reader.tokens[start]) in lexicon.acts:
            stop = min(stop, self.subject_end(at, stop))  # رفض الجيل الجديد | النتائج
        apart = stop < reader.size and reader.is_sign(stop, COMMAS)  # أنكرت المتهمة، …
        # أطلقت المرشحة | حملتها
        acts = reader.key(stop) in phrases or (stop < reader.size and self._is_own_thing(stop))
        called = reader.closes_quote(stop - 1)  # الخطوط الجوية «أفق»
        plain = lexicon.is_definite(reader.key(stop - 1)) or called
        plain = plain and (stop - at > 1 or apart or acts)
        plain = plain or (stop - at == 1 and foreign)
        return (at, stop) if plain else None

    def _is_visited(self, at: int) -> bool:
        """Whether a town or a country stands there that the verb before it does not agree with."""
        agrees = self.reader.key(at - 1).endswith(self.lexicon.speech.past_endings or "\0")
        return self.reader.key(at) in self.lexicon.acting and not agrees

    def whole_name(self, at: int, end: int) -> int:
        """The index behind a name that no object behind it is taken for a part of: one that
        everybody knows, or of two words, the first a given name (انتقد *كريم عواد* | المحكمة);
        ``at`` where none is sure."""
        known = max(leader_end(self.reader, at), country_end(self.reader, at))
        if known > at:
            return known
        named = self._given_end(at, end) if self._is_first_name(at) else at
        return named if named > at + 1 else at

    def _is_foreign(self, at: int) -> bool:
        """Whether a single word that nothing knows stands there, and no genitive behind it."""
        if at + 1 >= self.reader.size or not self._is_unknown_word(at):
            return False
        behind, small = self.reader.key(at + 1), self.lexicon.joints | self.lexicon.bearers
        ruled = self.lexicon.is_definite(behind) or behind in small  # وكتبت ابنته | على
        return not (ruled or self._is_unknown_word(at + 1))
