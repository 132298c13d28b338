"""Where what is said begins, in languages whose verb of speech stands before its subject.

A complementiser, a colon or a quotation marks it (قالت الوزارة *إن*…), or the noun of an action
alone does (أعلنت الوزارة *افتتاح*…).
"""

from __future__ import annotations

from msgspec.structs import replace

from workbench.splitting.attribution.frames import REACH, Frame
from workbench.splitting.attribution.names.name_ends import SHORT
from workbench.splitting.attribution.verb_first.objects import Marker, VerbFirstObjects
from workbench.splitting.attribution.words.tokens import COLON, COMMAS, OPEN
from workbench.splitting.attribution.words.verb_forms import VerbForm

_CARRIED = 8
"""Words between a statement and the verb that tells who carried it."""
_NICKNAME = 2
"""Words of a quotation that is part of a name where words follow it (جامعة … «كاوست»)."""
_CENTURIES = frozenset({"19", "20"})
"""How a year begins: behind one a verb may stand."""
_NEAR = 6
"""Words within which a participle must find what it passes on."""


class VerbFirstSaid(VerbFirstObjects):
    """Finds what ends the frame of a verb and begins what is said."""

    def _marker(self, first: int, at: int, form: VerbForm) -> Marker | None:
        """What ends the frame whose verb stands at ``at``."""
        reader = self.reader
        limit = min(first + (_NEAR if form.participle else REACH), reader.size)
        noun: Marker | None = None
        index = first
        while index < limit:
            token = reader.tokens[index]
            if token.quote >= 0:
                behind = reader.past_quote(index)
                named = self._names_object(first, index, behind)
                if not named and self._quotation_said(index, behind, limit, form):
                    return noun or Marker(index, marked=True)
                index = behind
                continue
            if token.sign:
                if reader.is_sign(index, COLON):
                    opened = reader.is_complementiser(index + 1)
                    return noun or Marker(index + 1 + opened, marked=True)
                if self._ends(index) or (noun and not self._parts_that(index)):
                    break
                index = self._past_aside(index, form)
                continue
            another = self._tells_another(index) and not self._denies_told(first, index, form)
            if another or (noun is None and self._is_own_demand(index)):
                break
            if self._complements(index, first, form):
                # وعد | بإخبار الجدة بأنها …
                pledged = noun and form.group.stance == "pledged" and noun.attached
                governed = pledged or reader.key(index - 1) in self.lexicon.governors
                joined = reader.negative_complementiser(index)
                said = Marker(index + (not joined), marked=True, attached=joined)
                return noun if noun and governed else said
            named = self.lexicon.is_naming(token) or self._passes_document_on(index)
            named = named or self._goes_on_describing(index, at)
            if index > at + 1 and not named and self._new_clause(index):
                break
            noun = noun or self._noun(index, at, form)
            index += 1
        return noun

    def _is_own_demand(self, at: int) -> bool:
        """Whether somebody's own call for something stands there: جددت المنظمة | *دعوتها* إلى."""
        lexicon, key = self.lexicon, self.reader.key(at)
        if not self.reader.is_owned(at) or self.reader.key(at - 1) in lexicon.joints:
            return False
        ending = next(one for one in lexicon.owner_endings if key.endswith(one))
        base = key.removesuffix(ending)
        return not lexicon.demands.isdisjoint((base, lexicon.unowned(base)))

    def _shows_through(self, first: int, form: VerbForm) -> bool:
        """Whether what stands straight behind a verb is what brings something to light, by the
        preposition behind it: كشف *انفجار المرفأ* عن شبكة أنفاق."""
        near = range(first + 1, min(first + SHORT, self.reader.next_break(first)))
        verb = first > 0 and bool(self.lexicon.verb(self.reader.tokens[first - 1]))
        topics = self._through(form) & self.lexicon.topics
        return verb and any(self.reader.key(at) in topics for at in near)

    def _past_fillers(self, frame: Frame) -> Frame:
        """Behind "the truth of the news that speaks of", where the denied thing begins."""
        end, fillers = frame.end, self.lexicon.fillers
        while self.reader.key(end) in fillers:
            if self.reader.key(end + 1) not in fillers and self._describes_charge(end):
                break  # الاتهامات | الموجهة إليه
            end += 1
        return frame if self.reader.is_end(end) else replace(frame, end=end)

    def _parts_that(self, at: int) -> bool:
        """Whether a comma opens an aside behind which "that" stands, so that what looked like what
        is said belongs to the speaker: أفاد مصدر بالسكة الحديد، طلب عدم نشر اسمه، بأن…"""
        close = self.reader.next_break(at + 1)
        aside = self.reader.is_sign(at, COMMAS) and self.reader.is_sign(close, COMMAS)
        return not self.reader.is_sign(at, COMMAS) or (
            aside and self.reader.is_complementiser(close + 1)
        )

    def _goes_on_describing(self, at: int, verb: int) -> bool:
        """Whether a joined verb goes on with what describes the speaker, by what is the speaker's
        own: أظهرت دراسة أجراها باحثون *ونشرت نتائجها* أن…"""
        reader, lexicon = self.reader, self.lexicon
        if not lexicon.is_joined(reader.tokens[at]) or reader.tokens[at - 1].sign:
            return False
        own = reader.is_owned(at + 1)
        return own and any(lexicon.is_event(reader.tokens[k]) for k in range(verb + 2, at))

    def _tells_another(self, at: int) -> bool:
        """Whether a relative clause passes on what another says: شارك خبير في الندوة | قال إن."""
        reader, lexicon = self.reader, self.lexicon
        told = reader.key(at - 1) in lexicon.relatives and reader.is_complementiser(at + 1)
        return told and any(not form.participle for form in lexicon.verb(reader.tokens[at]))

    def _denies_told(self, first: int, at: int, form: VerbForm) -> bool:
        """Whether what is told in a relative clause is what the verb denies: نفى *الأنباء* التي
        قالت إن…, but نفت الوزارة حصيلة الحركة | التي زعمت أنها…"""
        denied = form.group.stance == "denied"
        return denied and any(map(self._is_denied_thing, range(first, at)))

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
        if self.lexicon.is_joined_pronoun(aside) and reader.is_sign(close, COLON):
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
        # عبرت القناة سفينة «سي إم إيه بنجامين» في رحلتها
        if followed and (form.group.strict or reader.words(start, end) <= _NICKNAME):
            return False
        return self._ends_frame(start, end, limit)

    def _names_object(self, first: int, start: int, end: int) -> bool:
        """Whether a short quotation names a thing of what was done: behind an act of the clause or
        an aside, no sign before it (قرر القاضي، الجمعة، إيداع مدير جمعية «الأمل»)."""
        reader, lexicon = self.reader, self.lexicon
        if reader.words(start, end) > SHORT or reader.tokens[start - 1].sign:
            return False
        between = reader.tokens[first + 1 : start]
        aside = any(token.sign and token.raw in COMMAS for token in between)
        # A participle leads a statement in: أضاف، متحدثاً للصحافيين، «…».
        manner = any(form.participle for token in between for form in lexicon.verb(token))
        return not manner and (aside or any(map(lexicon.is_action, between)))

    def _ends_frame(self, start: int, end: int, limit: int) -> bool:
        """Whether no other sign of what is said follows a short quotation."""
        reader = self.reader
        if self._construct(start - 1) or reader.key(start - 1) in self.lexicon.media:
            return False
        for index in range(end, limit):
            if self._ends(index):
                return True
            if reader.is_complementiser(index) or reader.is_sign(index, COLON):
                return False
        return True

    def _complements(self, at: int, first: int, form: VerbForm) -> bool:
        reader = self.reader
        complementisers = self.lexicon.complementisers
        expected = at == first and {reader.key(at), reader.key(first - 2)} <= complementisers
        if "clause" not in form.group.takes or not (expected or reader.is_complementiser(at)):
            return False
        attached = reader.key(at)[0] in self.lexicon.speech.attached
        if attached and reader.key(at)[0] not in self._through(form):
            named = at == first or self.name_end(first, at) == at  # تعلن *بأن*
            return named or self._said_where(first, at)
        if expected or (at > 0 and self.lexicon.verb(reader.tokens[at - 1])):
            return True
        return self._is_led_in(at, first, form)

    def _said_where(self, first: int, at: int) -> bool:
        """Whether no more stands before "that" than where it was said: يعلن | في مؤتمره | بأن."""
        lexicon, between = self.lexicon, self.reader.tokens[first:at]
        acts = any(lexicon.is_action(one) or lexicon.is_definite_action(one) for one in between)
        return self._is_circumstance(first) and not acts

    def _is_led_in(self, at: int, first: int, form: VerbForm) -> bool:
        """Whether the words before "that" let what is said follow."""
        reader, grammar = self.reader, self.lexicon.grammar
        before = reader.key(at - 1)
        attached = before[:1] in self.lexicon.speech.attached
        if attached and grammar is not None and grammar.known_verb(before):
            return False  # ليكتشف | أنه
        aside = any(reader.is_sign(k, COMMAS) for k in range(first, at - 2))
        if reader.is_sign(at - 2, COMMAS) and before in self._through(form) and not aside:
            return False  # "…, provided that"
        preposed = at > 0 and self.lexicon.is_adjunct(reader.tokens[at - 1])
        preposed = preposed and not self.is_addressed(at - 1)  # قال الوزير | للصحفيين | إن
        if before in self.lexicon.joints or preposed:
            return before in self._through(form) or reader.is_time(at - 1)
        return True

    def _new_clause(self, at: int) -> bool:
        """Whether a connective or another verb of speech begins a clause of its own."""
        reader, lexicon = self.reader, self.lexicon
        if reader.is_connective(at):
            small = reader.key(at) in lexicon.adverbs or self._is_on_its_part(at)
            return not (small or self._parts_from_that(at))
        before = reader.key(at - 1)
        if self._is_no_verb(at) or self._withholds_name(at):
            return False
        forms = lexicon.verb(reader.tokens[at])
        if reader.is_sign(at - 1, COMMAS) and any(form.participle for form in forms):
            return True
        if forms and lexicon.is_joined(reader.tokens[at]):
            return any(not form.participle for form in forms)
        plain = not lexicon.is_adjunct(reader.tokens[at]) and before not in lexicon.relatives
        return plain and any(map(_begins_clause, forms))

    def _is_no_verb(self, at: int) -> bool:
        """Whether what stands before a word shows that it begins no clause: a surname (خالد
        المحنا), an adverb (نفى نفيا قاطعا), or "… says the man, *and he* points at the wall"."""
        reader, lexicon = self.reader, self.lexicon
        before = reader.key(at - 1)
        named = lexicon.is_definite(reader.key(at)) or self._is_first_name(at)  # أحمد نجيب
        named = named and self._is_first_name(at - 1)
        said = lexicon.is_joined_pronoun(reader.tokens[at - 1])
        negated = before in lexicon.negations or lexicon.is_verbal_noun(before)
        grammar = lexicon.grammar
        governed = grammar is not None and before in grammar.governing  # في *رده* على سؤال
        governed = governed or (self._is_preposition(at) and not reader.is_complementiser(at + 1))
        counted = self._is_counted(at) or reader.key(at) in lexicon.adverbs
        return named or said or negated or governed or counted

    def _is_counted(self, at: int) -> bool:
        """Whether a figure before it makes a noun of the word: 40 طالب, "40 students"."""
        before, grammar = self.reader.key(at - 1), self.lexicon.grammar
        if grammar is not None and before in grammar.numerals:
            return True  # 214 ألف طالب
        return before.isdecimal() and not (len(before) == 4 and before[:2] in _CENTURIES)

    def _is_on_its_part(self, at: int) -> bool:
        """Whether a phrase only takes up the subject before it: وعدت الشركة | من جانبها | بفتح."""
        reader = self.reader
        whole = reader.connective_size(at) == 2 and not reader.tokens[at - 1].sign
        return whole and reader.is_owned(at + 1)

    def _parts_from_that(self, at: int) -> bool:
        """Whether a phrase that may join clauses only stands before "that": قال الوزير | في المقابل
        | إن."""
        reader, size = self.reader, self.reader.connective_size(at)
        inside = size > 1 and not reader.tokens[at - 1].sign
        return inside and reader.is_complementiser(at + size)

    def _passes_document_on(self, at: int) -> bool:
        """Whether a verb only tells who carried the statement before it: في بيان نقلته الوكالة."""
        reader = self.reader
        carried = reader.tokens[at].raw.endswith(self.lexicon.speech.carried_endings or "\0")
        near = range(max(reader.begin, at - _CARRIED), at)
        return carried and any(
            reader.is_document(k) or self.lexicon.is_joined_document(reader.tokens[k]) for k in near
        )


def _begins_clause(form: VerbForm) -> bool:
    """Whether a form is surely a verb of speech with something said behind it."""
    ordinary = form.participle or form.group.strict or form.group.sources
    return not ordinary and form.group.takes != ("nothing",)
