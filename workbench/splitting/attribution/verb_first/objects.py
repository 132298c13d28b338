"""Said as a noun: the action that is announced (أعلنت الوزارة *افتتاح*…), or the thing denied."""

from __future__ import annotations

import msgspec

from workbench.splitting.attribution.verb_first.names import VerbFirstNames
from workbench.splitting.attribution.words.tokens import COMMAS
from workbench.splitting.attribution.words.verb_forms import VerbForm

_FAR_TOPIC = 10


class Marker(msgspec.Struct, frozen=True):
    """Where a frame ends: the first token said, and the letters of it that are not."""

    at: int
    marked: bool
    """By a complementiser, a colon or a quotation, not by a noun alone."""
    attached: int = 0


class VerbFirstObjects(VerbFirstNames):
    """Finds the noun that begins what is said."""

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
        if attached and self._passes_on(at, form) and reader.key(at - 1) not in lexicon.charged:
            return Marker(at, marked=False, attached=1)
        preposed = reader.key(at - 1) in through and reader.key(at - 2) not in lexicon.citing
        preposed = preposed and not lexicon.is_namesake(reader.tokens[at - 1])
        preposed = preposed and key not in through and key not in lexicon.side_words
        preposed = preposed and not self._joins_office(at - 1)
        # متوقعا نموا لا *يقل عن* 4%: the preposition is that of a verb between.
        preposed = preposed and (at - 2 <= verb or not lexicon.is_finite(reader.tokens[at - 2]))
        if preposed and not reader.is_sign(at, COMMAS) and not reader.is_time(at):
            return Marker(at, marked=False)
        any_ = self._is_any(at, verb)
        if form.group.stance == "denied" and (any_ or self._is_denied_thing(at)):
            topic = at if any_ else self._topic(at)
            if topic is not None:
                said = reader.key(topic)
                about = said[:1] in lexicon.speech.attached and lexicon.is_verbal_noun(said[1:])
                return Marker(topic, marked=False, attached=int(about))
        direct = "noun" in takes and (
            self._is_object(at, verb) or (at == verb + 1 and self._is_done(at, through))
        )
        return Marker(at, marked=False) if direct else None

    def _through(self, form: VerbForm) -> frozenset[str]:
        return self.lexicon.folded_through(form.group)

    def _is_any(self, at: int, verb: int) -> bool:
        """Whether what is denied opens with "any", behind the subject or, where that stands first,
        behind the verb: نفى الحزب | أي علاقة له, المتهمة تنكر | أي صلة لها."""
        quantified = self.reader.key(at) in self.lexicon.quantifiers
        quantified = quantified and not self._is_denied_thing(at + 1)
        return quantified and (at > verb + 1 or self._left(verb) is not None)

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
        if self._has_object(verb, at) or self._is_called_so(at):
            return False
        acted = lexicon.is_action(reader.tokens[at]) or self._is_plain_action(at, verb)
        if not (acted or self._is_definite_object(at, verb)):
            return at == verb + 1 and self._headlined(at, verb)
        before = reader.key(at - 1)
        small = lexicon.joints | lexicon.bearers | lexicon.relatives | lexicon.side_words
        small |= lexicon.causes  # كشفت الشرطة *تفاصيل* | مقتل الشاب
        governs = before in small or lexicon.is_adjunct(reader.tokens[at - 1])
        if governs and not self._ends_circumstance(at - 1):
            return False
        free = at - 1 == verb or not self._construct(at - 1)
        return free or (lexicon.is_definite(reader.key(at)) and self._is_behind_place(at, verb))

    def _ends_circumstance(self, at: int) -> bool:
        """Whether a word closes where or to whom somebody spoke, so that an object follows: على
        *حسابه*, عبر منصة *إكس*, *للصحافيين*."""
        lexicon, key = self.lexicon, self.reader.key(at)
        own = key in lexicon.side_words and self._is_own(at)
        return own or key in lexicon.networks | lexicon.audiences

    def _is_called_so(self, at: int) -> bool:
        """Whether the noun of an action is somebody's first name, between a title and a family's
        name: النائبة *إخلاص* الدليمي."""
        reader, lexicon = self.reader, self.lexicon
        title, family = reader.key(at - 1), at + 1
        titled = lexicon.is_definite(title)
        titled = titled and lexicon.without_article(title) in lexicon.bare_persons
        if not titled or reader.is_end(family) or not lexicon.is_definite(reader.key(family)):
            return False
        endings = lexicon.grammar.relational if lexicon.grammar is not None else ()
        if not reader.tokens[family].raw.endswith(tuple(endings) or "\0"):
            return False
        close = reader.next_break(family)
        later = any(lexicon.is_action(reader.tokens[k]) for k in range(family + 1, close))
        return later or reader.is_sign(close, COMMAS)

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

    def _passes_on(self, at: int, form: VerbForm) -> bool:
        """Whether a noun with its preposition written on is what is said; who owns up to something
        of his (أقر بهزيمته) only acts."""
        key = self.reader.key(at)[1:]
        if form.group.stance == "confirmed" and self._is_own(at):
            return False
        return self._is_event(key) or self._may_be_said(key, form)

    def _is_own(self, at: int) -> bool:
        """Whether a noun stands there with a possessive written on to it."""
        return self.reader.is_owned(at) and not self.lexicon.is_definite(self.reader.key(at))

    def _may_be_said(self, key: str, form: VerbForm) -> bool:
        """Whether a definite noun behind its preposition is what is said: who owns up to *the*
        theft (اعترف بالسرقة) or threatens with *the* army only acts."""
        if form.group.stance == "pledged":
            return self._is_event(self.lexicon.without_article(key))
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
