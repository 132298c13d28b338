"""Where an office ends together with whom it names: وكيل وزارة المالية | هاني عادل | الموازنة.

An object may follow behind a verb of no speech, so that only sure names are taken for one."""

from __future__ import annotations

from workbench.splitting.attribution.frames import NAME, Range
from workbench.splitting.attribution.names.given_names import GivenNames
from workbench.splitting.attribution.words.tokens import COMMAS

_PHRASES = 2
"""Phrases that say where an office is, between it and the name."""
_SHORT = 5
"""Words of a name between commas."""


class PersonalNames(GivenNames):
    """Tells the names of persons from what stands beside them."""

    def person_end(self, head: int, limit: int) -> int:
        """The index behind an office whose own words end at ``head``, and the name behind it;
        ``head`` itself where no name is sure to follow."""
        at = head
        for _ in range(_PHRASES + 1):
            named = self._past_titles(at, limit)
            titled = named > at and self.reader.key(at) not in self.lexicon.persons
            end = self.name_end(named, limit) if titled else self._given_end(named, limit)
            if end > named:
                return end
            past = self._past_phrase(at, limit)
            if past == at:
                return head
            if at == head and self.reader.key(at) in self.lexicon.name_of:
                head = past  # المتحدث *باسم الأمم المتحدة*
            at = past
        return head

    def office_end(self, first: int, limit: int) -> int:
        """The index behind an office and who holds it."""
        return self.person_end(self._head_end(first, limit), limit)

    def antecedent(self, at: int, verb: int) -> Range | None:
        """The person of whom a relative clause with a verb of speech tells: النائب حسن فضل الله |
        الذي أكد أن, خبراء | قالوا إن; ``at`` stands before the verb."""
        reader, lexicon = self.reader, self.lexicon
        if at <= reader.begin or reader.tokens[at].sign:
            return None
        if reader.key(at) not in lexicon.relatives:
            several = reader.tokens[verb].raw.endswith(self._plural_endings) and at + 1 == verb
            person, counted = reader.key(at) in lexicon.bare_persons, self._is_counted_by(at - 1)
            plain = several and not lexicon.is_definite(reader.key(at))
            return (at - counted, at + 1) if plain and (person or counted) else None
        end = at - reader.is_sign(at - 1, COMMAS)
        body = self._is_body_that(end - 1, at)
        for first in range(max(reader.begin, end - NAME), end):
            if body and not self._is_woman(first):
                continue  # الوزير بيان *النقابة* التي
            if self._is_person(first) and self.name_end(first, end) == end:
                # التقى الرئيس | المبعوث توم باراك، الذي
                definite = lexicon.is_definite(reader.key(first))
                another = definite and first + 1 < end and self._is_person(first + 1)
                if not (another and lexicon.is_definite(reader.key(first + 1))):
                    return first, end
        return (end - 1, end) if body else None

    def _is_counted_by(self, at: int) -> bool:
        """Whether a figure stands there, which counts those behind it: *40* مزارعا | قالوا إن."""
        grammar, key = self.lexicon.grammar, self.reader.key(at)
        counts = key.isdecimal() or (grammar is not None and key in grammar.numerals)
        return counts and at >= self.reader.begin

    def _is_woman(self, at: int) -> bool:
        """Whether a word names a woman by its ending: المتحدثة."""
        return self.reader.key(at).endswith(self.lexicon.feminine_endings or "\0")

    def _is_body_that(self, at: int, relative: int) -> bool:
        """Whether a relative clause tells of a definite body right before it, by its gender: رد على
        حصيلة *الحركة* | التي زعمت أنها…"""
        lexicon, key = self.lexicon, self.reader.key(at)
        known = (
            lexicon.is_definite(key) and lexicon.without_article(key) in lexicon.bare_organisations
        )
        grammar, feminine = lexicon.grammar, key.endswith(lexicon.feminine_endings or "\0")
        masculine = grammar is not None and self.reader.key(relative) in grammar.masculine_relatives
        return known and feminine != masculine

    def earlier_sayer(self, at: int) -> Range | None:
        """Who has said so before, behind his preposition: سبق | لوزير المالية | أن أعلن; the verb
        stands at ``at``."""
        reader, lexicon = self.reader, self.lexicon
        if reader.key(at - 1) not in lexicon.complementisers:
            return None
        for back in range(at - 2, max(reader.begin, at - NAME) - 1, -1):
            if reader.tokens[back].sign:
                return None
            if lexicon.bare(reader.tokens[back]) in lexicon.inverted:
                named = back + 2 < at and reader.key(back + 1)[:1] in lexicon.speech.attached
                return (back + 1, at - 1) if named else None
        return None

    def _is_person(self, at: int) -> bool:
        lexicon = self.lexicon
        return lexicon.without_article(lexicon.bare(self.reader.tokens[at])) in lexicon.bare_persons

    def _past_titles(self, at: int, limit: int) -> int:
        """The index behind titles, written out or short: الدكتور, د., أ.د."""
        while at + 1 < limit and self.reader.key(at) in self.lexicon.honorifics:
            at += 1 + (self.reader.tokens[at + 1].raw == ".")
        return at

    def _past_phrase(self, at: int, limit: int) -> int:
        """The index behind a phrase that says where an office is, or ``at`` where none begins:
        في العقبة, بالولاية الشمالية, لاتحاد «الكرة»."""
        reader, lexicon = self.reader, self.lexicon
        if at >= limit or reader.tokens[at].sign or reader.is_time(at + 1):
            return at
        if reader.key(at + 1) in lexicon.side_words:
            return at  # كتب الوزير | على منصة إكس
        if self._addressed(at) is not None and not self._names_media(at):
            return at  # مصدر أمني | لوكالة شفق نيوز
        apart = reader.key(at) in lexicon.joints | lexicon.bearers | lexicon.office_joints
        apart = apart or self._sends(at)
        if not apart and not self._is_attached(at):
            return at
        end = at + 1 + (apart and not reader.opens_quote(at + 1))
        while end < limit and (
            reader.opens_quote(end)
            or (not reader.tokens[end].sign and lexicon.is_definite(reader.key(end)))
        ):
            if self.opens_other(end):
                break  # المتحدث باسم الحكومة | المحكمة
            end = reader.past_quote(end) if reader.opens_quote(end) else end + 1
        return min(end, limit)

    def _ends_holder(self, first: int, start: int, last: int) -> bool:
        """Whether the name of who holds an office, from ``start`` on, ends before a word."""
        reader, lexicon = self.reader, self.lexicon
        if last > start and self._opens_name(last):
            return False  # محمد بن راشد | *آل* مكتوم
        # محمد *ولد* السالم, نور *الدين* السالم
        opened = last > start and (self._opens_name(last - 1) or self._closes_name(last - 1))
        body = lexicon.bare(reader.tokens[last]) in lexicon.bare_bodies and not opened
        # اتهم الحاكم | قادة محليين, but رئيس الوزراء | وزير الدفاع
        another = body and (last > start or lexicon.is_definite(reader.key(first)))
        # ذوو الضحايا | إدارة السد
        bare = lexicon.bare(reader.tokens[last])
        another = another or (bare in lexicon.bare_organisations - lexicon.bare_persons)
        another = another or (last > start + 1 and reader.key(last) in lexicon.countries)
        act = lexicon.is_action(reader.tokens[last]) or self.opens_thing(last)
        if act or another or self._ends_name(last, first) or reader.tokens[last].sign:
            return True
        behind = last + 1 < reader.size and not lexicon.is_adjunct(reader.tokens[last + 1])
        behind = behind and lexicon.is_definite(reader.key(last + 1))
        named = last - start > 1
        if lexicon.is_definite(reader.key(last)):
            if named and lexicon.is_definite(reader.key(last - 1)) and not opened:
                return True  # محمدو ولد السالم | الأضرار الأولية
            # محمد شياع السوداني | الوضع, كريم عواد | الحكومة
            return not (opened or last - start == 1 or (named and behind))
        own = self._is_first_name(last) or self._opens_name(last) or opened
        return behind and named and not own  # صالح بن دويس | سبب الحادث

    def opens_thing(self, at: int) -> bool:
        """Whether a noun stands there that no name contains: the cause of what happened, or what is
        pointed at (شهود عيان | *سبب الحادث*, مهنيون | *هذا التراجع*)."""
        key, grammar = self.reader.key(at), self.lexicon.grammar
        amount = grammar is not None and key in grammar.amounts  # خبير | خسائر الميناء
        return amount or key in self.lexicon.causes | self.lexicon.pointing

    def opens_matter(self, at: int) -> bool:
        """Whether a preposition other than "of" is written on to a noun there that is no body's and
        no place's: what an act is about (أشاد المدرب | *بأداء* اللاعبين), and where nobody sits."""
        lexicon, key = self.lexicon, self.reader.key(at)
        that = self.reader.is_complementiser(at)  # وصفه زميله | بأنه
        if that or not self._is_attached(at) or key[:1] in lexicon.issuers:
            return False
        places = lexicon.grammar.places if lexicon.grammar is not None else frozenset[str]()
        sits = key[1:] in lexicon.organisations | lexicon.acting | places
        return not (sits or key in lexicon.joints | lexicon.name_of)

    def _opens_name(self, at: int) -> bool:
        return self.reader.key(at) in self.lexicon.name_openers

    def _is_personal_name(self, first: int, end: int) -> bool:
        """Whether some words between commas are somebody's name, with a title or without."""
        reader, lexicon = self.reader, self.lexicon
        titles = 0
        while first + titles < end - 1 and self._leads_name(first + titles):
            if self._is_articled_given(first + titles) and first + titles + 2 == end:
                break  # الهادي المرزوقي
            titles += 1
        start = first + titles
        told = lexicon.relatives | lexicon.negations  # الوزير، *الذي* زار المدينة، مدير، *لم* يشأ
        if reader.key(first) in told or not 1 < end - start <= _SHORT:
            return False
        heads = lexicon.bare_speakers
        known = lexicon.without_article(reader.key(start)) in heads
        given = self._is_articled_given(start) or self._is_first_name(start)  # الشيخ التراد
        definite = lexicon.is_definite(reader.key(start)) and not given
        plain = (titles > 0 or not definite) and not known
        joined = lexicon.is_joined(reader.tokens[start])
        numerals = lexicon.grammar.numerals if lexicon.grammar is not None else frozenset()
        words = [token for token in reader.tokens[start:end] if not lexicon.is_namesake(token)]
        keys = [token.key for token in words]
        counted = any(key.isdecimal() or key in numerals for key in keys)
        apart = (lexicon.joints | lexicon.bearers) - lexicon.name_openers
        counted = counted or not apart.isdisjoint(keys)  # سيارة *في* البلدة
        acts = lexicon.is_event(reader.tokens[start]) and not self._is_first_name(start)
        if acts:
            return False  # بحسب الوزير، *أصيب* ثلاثة أشخاص
        return plain and not (joined or counted) and self.name_end(first, end) == end

    def _leads_name(self, at: int) -> bool:
        """Whether a title stands there, or where somebody is from: التونسي كريم عادل."""
        nisba = self.lexicon.nisba_endings or "\0"
        key = self.reader.key(at)
        return self._is_title(at) or (self.lexicon.is_definite(key) and key.endswith(nisba))

    def _is_title(self, at: int) -> bool:
        """Whether a title stands there that a name follows: الدكتورة, الشيخ, العقيد."""
        key = self.reader.key(at)
        return self.lexicon.is_definite(key) and self.lexicon.is_title(key)

    def _is_office(self, at: int) -> bool:
        """Whether an office stands there, which tells of whom the name before it is."""
        lexicon = self.lexicon
        return lexicon.without_article(self.reader.key(at)) in lexicon.bare_persons

    def _names_holder(self, first: int, at: int) -> bool:
        """Whether a rank stands there with the name of who holds the office before it: المتحدث باسم
        الجيش | *العقيد نبيل*."""
        return self._is_office(first) and self._is_title(at) and self._is_first_name(at + 1)

    def _names_further(self, at: int) -> bool:
        """Whether a word still says what the body or the act before it is of."""
        reader, lexicon = self.reader, self.lexicon
        before = lexicon.bare(reader.tokens[at - 1])
        acted = lexicon.grammar is not None and lexicon.grammar.is_event(before)
        open_ended = before in lexicon.common_organisations or acted
        token = reader.tokens[at]
        plain = not token.sign and not reader.is_time(at) and not lexicon.is_adjunct(token)
        named = self._is_first_name(at) or token.key in lexicon.joints | lexicon.bearers
        return open_ended and not lexicon.is_definite(before) and plain and not named

    def _head_end(self, first: int, end: int) -> int:
        """The index behind an office or a body and what defines it, personal names left out."""
        reader, lexicon = self.reader, self.lexicon
        last = first + 1
        if last < end and reader.opens_quote(last):
            return min(reader.past_quote(last), end)  # رئيس «نداء الضفة»
        plain = last < end and not reader.tokens[last].sign and not self._ends_name(last, first)
        plain = plain and reader.key(last) not in lexicon.joints | lexicon.bearers
        owned = reader.is_owned(first)
        plain = plain and not (owned and reader.key(last) in lexicon.pointing)  # محاميه | هذه
        if plain and not lexicon.is_definite(lexicon.bare(reader.tokens[first])):
            last += 1
            while last < end and self._names_further(last):
                last += 1  # رئيس جمعية | حماية | المستهلك
            last += last < end and self._names_country(last)  # كهرباء | لبنان
        ending = lexicon.feminine_endings or "\0"
        feminine = lexicon.bare(reader.tokens[last - 1]).endswith(ending)
        field = lexicon.without_article(reader.key(last - 1))
        feminine = feminine or field in lexicon.plural_fields  # وزارة الشؤون | الثقافية
        held = lexicon.bare(reader.tokens[first]).endswith(ending)
        person = self._is_person(first)
        while last < end and lexicon.is_definite(reader.key(last)):
            own = reader.key(last).endswith(ending)
            # وزير الخارجية *الإيراني*: of the minister, not of what he is of.
            alike = own == feminine or (person and own == held and self._describes_body(last))
            ranked = reader.key(last) in lexicon.ranks  # الأمم المتحدة
            other = lexicon.is_adjunct(reader.tokens[last]) or reader.key(last) in lexicon.pointing
            if other or self.opens_other(last) or not (alike or ranked):
                break  # محاميه | هذه التهم
            last += 1
        if self._has_second_field(first, last, end):
            last += 1
            while last < end and self._describes_body(last):
                last += 1  # لجنة النقل والاتصالات | النيابية
        return last

    def opens_other(self, at: int) -> bool:
        """Whether a noun of its own stands there behind a definite one or a name, and no adjective
        or title: رئيس الوزراء | *التقرير*, but وزير العدل *القاضي* كريم عادل."""
        reader, lexicon, key = self.reader, self.lexicon, self.reader.key(at)
        bare, before = lexicon.without_article(key), reader.key(at - 1)
        titled = key in lexicon.honorifics or self._is_given_name(at + 1, reader.size)
        adjective = self._describes_body(at)
        if bare in lexicon.bare_organisations:
            adjective = adjective and key.endswith(lexicon.feminine_endings or "\0")  # المستشفى
        several = tuple(lexicon.speech.object_plurals) or "\0"  # المدرب | اللاعبين
        people = key.endswith(several) and not before.endswith(several)
        known = bare in lexicon.bare_speakers or (people and not self._is_articled_given(at))
        known = known or lexicon.is_definite_action(reader.tokens[at])  # الأزهر | الهجوم
        behind = lexicon.is_definite(before) or before in lexicon.acting
        return known and behind and lexicon.is_definite(key) and not (titled or adjective)

    def _has_second_field(self, first: int, at: int, end: int) -> bool:
        """Whether the second field of a body is joined to its first: وزارة التجهيز | والماء."""
        lexicon, grammar = self.lexicon, self.lexicon.grammar
        if (
            grammar is None
            or at >= end
            or not any(
                lexicon.bare(self.reader.tokens[k]) in grammar.field_bodies
                for k in range(first, min(first + 2, at))
            )
        ):
            return False
        token = self.reader.tokens[at]
        key = lexicon.bare(token)
        named = lexicon.is_joined(token) and lexicon.is_definite(key)
        return named and lexicon.without_article(key) not in lexicon.bare_bodies
