"""Where what is said begins, in languages whose verb of speech stands before its subject.

A complementiser, a colon or a quotation marks it (قالت الوزارة *إن*…), or the noun of an action
alone does (أعلنت الوزارة *افتتاح*…).
"""

from __future__ import annotations

import msgspec

from workbench.splitting.attribution.frames import REACH
from workbench.splitting.attribution.name_ends import SHORT
from workbench.splitting.attribution.tokens import COMMAS, OPEN
from workbench.splitting.attribution.verb_first_names import VerbFirstNames
from workbench.splitting.attribution.verb_forms import VerbForm

_COLON = frozenset(":")
_FAR_TOPIC = 10
_CARRIED = 8
"""Words between a statement and the verb that tells who carried it."""
_NICKNAME = 2
"""Words of a quotation that is part of a name where words follow it (جامعة … «كاوست»)."""
_NEAR = 6
"""Words within which a participle must find what it passes on."""


class Marker(msgspec.Struct, frozen=True):
    """Where a frame ends: the first token said, and the letters of it that are not."""

    at: int
    marked: bool
    """By a complementiser, a colon or a quotation, not by a noun alone."""
    attached: int = 0


class VerbFirstSaid(VerbFirstNames):
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
                if reader.is_sign(index, _COLON):
                    opened = reader.is_complementiser(index + 1)
                    return noun or Marker(index + 1 + opened, marked=True)
                if self._ends(index) or (noun and not self._parts_that(index)):
                    break
                index = self._past_aside(index, form)
                continue
            if form.group.stance != "denied" and self._tells_another(index):
                break
            if self._complements(index, first, form):
                governed = noun and reader.key(index - 1) in self.lexicon.governors
                joined = reader.negative_complementiser(index)
                said = Marker(index + (not joined), marked=True, attached=joined)
                return noun if governed else said
            named = self.lexicon.is_naming(token) or self._passes_document_on(index)
            named = named or self._goes_on_describing(index, at)
            if index > at + 1 and not named and self._new_clause(index):
                break
            noun = noun or self._noun(index, at, form)
            index += 1
        return noun

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
        own = reader.key(at + 1).endswith(lexicon.owner_endings or "\0")
        return own and any(lexicon.is_event(reader.tokens[k]) for k in range(verb + 2, at))

    def _tells_another(self, at: int) -> bool:
        """Whether a relative clause passes on what another says: شارك خبير في الندوة | قال إن."""
        reader, lexicon = self.reader, self.lexicon
        told = reader.key(at - 1) in lexicon.relatives and reader.is_complementiser(at + 1)
        return told and any(not form.participle for form in lexicon.verb(reader.tokens[at]))

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
            if reader.is_complementiser(index) or reader.is_sign(index, _COLON):
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
            return False
        if expected or (at > 0 and self.lexicon.verb(reader.tokens[at - 1])):
            return True
        return self._is_led_in(at, first, form)

    def _is_led_in(self, at: int, first: int, form: VerbForm) -> bool:
        """Whether the words before "that" let what is said follow."""
        reader = self.reader
        before = reader.key(at - 1)
        aside = any(reader.is_sign(k, COMMAS) for k in range(first, at - 2))
        if reader.is_sign(at - 2, COMMAS) and before in self._through(form) and not aside:
            return False  # "…, provided that"
        preposed = at > 0 and self.lexicon.is_adjunct(reader.tokens[at - 1])
        preposed = preposed and not self.is_addressed(at - 1)  # قال الوزير | للصحفيين | إن
        if before in self.lexicon.joints or preposed:
            return before in self._through(form) or reader.is_time(at - 1)
        return True

    def _through(self, form: VerbForm) -> frozenset[str]:
        return self.lexicon.folded_through(form.group)

    def _new_clause(self, at: int) -> bool:
        """Whether a connective or another verb of speech begins a clause of its own."""
        reader, lexicon = self.reader, self.lexicon
        if reader.is_connective(at):
            return reader.key(at) not in lexicon.adverbs and not self._is_on_its_part(at)
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
        return named or said or negated or reader.key(at) in lexicon.adverbs

    def _is_on_its_part(self, at: int) -> bool:
        """Whether a phrase only takes up the subject before it: وعدت الشركة | من جانبها | بفتح."""
        reader = self.reader
        whole = reader.connective_size(at) == 2 and not reader.tokens[at - 1].sign
        return whole and reader.key(at + 1).endswith(self.lexicon.owner_endings)

    def _passes_document_on(self, at: int) -> bool:
        """Whether a verb only tells who carried the statement before it: في بيان نقلته الوكالة."""
        reader = self.reader
        carried = reader.tokens[at].raw.endswith(self.lexicon.speech.carried_endings or "\0")
        near = range(max(reader.begin, at - _CARRIED), at)
        return carried and any(
            reader.is_document(k) or self.lexicon.is_joined_document(reader.tokens[k]) for k in near
        )

    def _noun(self, at: int, verb: int, form: VerbForm) -> Marker | None:
        """The noun of what is announced, at a token behind the verb and its subject."""
        takes = form.group.takes
        if "noun" not in takes and "phrase" not in takes:
            return None
        reader, lexicon = self.reader, self.lexicon
        through = self._through(form)
        key = reader.key(at)
        named = self._is_first_name(at - 1) and not lexicon.is_adjunct(reader.tokens[at - 1])
        surely_done = key in lexicon.nouns and not self._is_first_name(at)  # كريم عادل | وجود
        if key in lexicon.adverbs or (named and not surely_done):
            return None  # أقر البرلمان بالإجماع القانون, مصطفى بايتاس
        attached = key[0] in lexicon.speech.attached and key[0] in through
        passed_on = attached and (self._is_event(key[1:]) or self._may_be_said(key[1:], form))
        if passed_on and reader.key(at - 1) not in lexicon.charged:
            return Marker(at, marked=False, attached=1)
        preposed = reader.key(at - 1) in through and reader.key(at - 2) not in lexicon.citing
        preposed = preposed and not lexicon.is_namesake(reader.tokens[at - 1])
        preposed = preposed and key not in through and key not in lexicon.side_words
        preposed = preposed and not self._joins_office(at - 1)
        if preposed and not reader.is_sign(at, COMMAS) and not reader.is_time(at):
            return Marker(at, marked=False)
        if form.group.stance == "denied" and self._is_denied_thing(at):
            topic = self._topic(at)
            if topic is not None:
                said = reader.key(topic)
                about = said[:1] in lexicon.speech.attached and lexicon.is_verbal_noun(said[1:])
                return Marker(topic, marked=False, attached=int(about))
        direct = "noun" in takes and (
            self._is_object(at, verb) or (at == verb + 1 and self._is_done(at, through))
        )
        return Marker(at, marked=False) if direct else None

    def _topic(self, at: int) -> int | None:
        """Where the thing begins that "what was reported of it" is about."""
        reader, lexicon = self.reader, self.lexicon
        bare = reader.key(at) not in lexicon.fillers and not lexicon.is_definite(reader.key(at))
        if bare and (lexicon.is_definite(reader.key(at + 1)) or self._is_own_act(at + 1)):
            return at + 1  # خبر الزيادة, شائعات طلاقها
        for index in range(at + 1, min(at + _FAR_TOPIC, reader.size)):
            key = reader.key(index)
            if reader.tokens[index].sign:
                break
            if key in lexicon.topics:
                return index + 1
            if key[0] in lexicon.speech.attached and lexicon.is_verbal_noun(key[1:]):
                return index  # الاتهامات بتلويث النهر
        if not bare and self._describes_charge(at):
            return at
        # مزاعم تصدع السد
        return at + 1 if bare and lexicon.is_definite(reader.key(at + 2)) else None

    def _describes_charge(self, at: int) -> bool:
        """Whether a denied thing is told of only by against whom it is: التهم *الموجهة إليه*."""
        described = self.reader.key(at + 1)
        closed = at + 2 >= self.reader.size or self.reader.tokens[at + 2].sign
        return self.lexicon.is_definite(described) and not closed

    def _is_object(self, at: int, verb: int) -> bool:
        """Whether the noun of an action stands there, and is not part of a name."""
        reader, lexicon = self.reader, self.lexicon
        if self._has_object(verb, at):
            return False
        acted = lexicon.is_action(reader.tokens[at]) or self._is_plain_action(at, verb)
        if not (acted or self._is_definite_object(at, verb)):
            return at == verb + 1 and self._headlined(at, verb)
        before = reader.key(at - 1)
        if before in lexicon.joints | lexicon.bearers | lexicon.relatives | lexicon.side_words:
            return False
        if lexicon.is_adjunct(reader.tokens[at - 1]):
            return False
        free = at - 1 == verb or not self._construct(at - 1)
        return free or (lexicon.is_definite(reader.key(at)) and self._is_behind_place(at, verb))

    def _has_object(self, verb: int, at: int) -> bool:
        """Whether a thing stands between the verb and a noun of action: أعلنت الوزارة *خطة* تشمل
        توزيع الشعير."""
        reader, lexicon = self.reader, self.lexicon
        if reader.has_finite(at - 1, at) and at - 1 > verb:
            return True
        for k in range(verb + 2, at):
            token, body = reader.tokens[k], lexicon.without_article(reader.key(k - 1))
            named = body in lexicon.bare_organisations or self._is_described_body(k - 1)
            closed = lexicon.is_definite(reader.key(k - 1)) and named
            plain = not (token.sign or lexicon.is_definite(token.key) or lexicon.is_adjunct(token))
            plain = plain and not (self._is_attached(k) or lexicon.is_definite(lexicon.bare(token)))
            if k == at - 1:  # حزمة إجراءات, but an adverb in ا (مؤخرا)
                plain = plain and token.raw.endswith(tuple(lexicon.speech.feminine_endings) or "\0")
            if closed and plain and token.raw.endswith(lexicon.speech.object_endings or "\0"):
                return not lexicon.is_action(token) and token.key not in lexicon.adverbs
        return False

    def _is_described_body(self, at: int) -> bool:
        """Whether an adjective stands behind a definite body, which ends its name (البنك
        *المركزي*)."""
        reader, lexicon = self.reader, self.lexicon
        body = reader.key(at - 1)
        known = lexicon.without_article(body) in lexicon.bare_organisations
        return known and lexicon.is_definite(body) and self._describes_body(at)

    def _is_done(self, at: int, through: frozenset[str]) -> bool:
        """Whether a definite action straight behind the verb is what is said, by its own
        preposition, and no body that speaks: توقع | الإبقاء على, but أعلن التحالف عن."""
        reader, lexicon = self.reader, self.lexicon
        action = lexicon.is_definite_action(reader.tokens[at]) and at + 2 < reader.size
        if not action or lexicon.without_article(reader.key(at)) in lexicon.bare_bodies:
            return False
        behind = reader.tokens[at + 1]
        # "On its site" says where somebody spoke.
        governed = behind.key not in through and reader.key(at + 2) not in lexicon.side_words
        return governed and lexicon.is_adjunct(behind)

    def _is_behind_place(self, at: int, verb: int) -> bool:
        """Whether a name without article behind "in" ends the subject: شرطة المخدرات في ميسان |
        القبض على…, في محافظة ديالى | القبض."""
        reader, lexicon = self.reader, self.lexicon
        for back in (at - 2, at - 3):
            if back <= verb + 1 or reader.tokens[back].sign:
                return False
            if reader.key(back) in lexicon.joints:
                return not any(lexicon.is_definite(reader.key(k)) for k in range(back, at))
        return False

    def _is_plain_action(self, at: int, verb: int) -> bool:
        """Whether the noun of an action that is written like a verb stands between a subject and
        what it is done to: نفت الوزارة | تصدع السد."""
        reader, lexicon = self.reader, self.lexicon
        pattern = lexicon.action_or_verb
        framed = at > verb + 1 and at + 1 < reader.size and lexicon.is_definite(reader.key(at - 1))
        framed = framed and lexicon.is_definite(reader.key(at + 1))
        plain = reader.key(at) not in lexicon.not_nouns
        return framed and plain and pattern is not None and bool(pattern.fullmatch(reader.key(at)))

    def _may_be_said(self, key: str, form: VerbForm) -> bool:
        """Whether a definite noun behind its preposition is what is said: who owns up to *the*
        theft (اعترف بالسرقة) only acts."""
        return form.group.stance != "confirmed" and self.lexicon.is_definite(key)

    def _is_event(self, key: str) -> bool:
        """Whether a word behind its preposition is the noun of an action (بتأخر)."""
        grammar = self.lexicon.grammar
        return self.lexicon.is_verbal_noun(key) or (grammar is not None and grammar.is_event(key))

    def _is_definite_object(self, at: int, verb: int) -> bool:
        """ "The overthrow of", behind the subject: only with a preposition of its own is it sure
        to be no part of the subject's name."""
        reader, lexicon = self.reader, self.lexicon
        if at <= verb + 1 or at + 2 >= reader.size:
            return False
        closed = reader.tokens[at - 1].sign or lexicon.is_definite(reader.key(at - 1))
        named = at == verb + 3 and self._construct(verb + 1)  # شرطة دبي
        named = named or self._is_behind_place(at, verb)
        if not closed and not named:
            return False
        following = reader.tokens[at + 1]
        if lexicon.is_definite(following.key) and at + 3 < reader.size:
            following = reader.tokens[at + 2]  # الاحتفاظ الكامل بحق الرد
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


def _begins_clause(form: VerbForm) -> bool:
    """Whether a form is surely a verb of speech with something said behind it."""
    ordinary = form.participle or form.group.strict or form.group.sources
    return not ordinary and form.group.takes != ("nothing",)
