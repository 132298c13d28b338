"""Where the name of a speaker ends, in languages whose verb of speech stands before its subject."""

from __future__ import annotations

from workbench.splitting.attribution.frames import Reader
from workbench.splitting.attribution.names.circumstances import VerbFirstCircumstances
from workbench.splitting.attribution.words.tokens import OPEN, STOPS, Token

_NICKNAME = 2
"""Words up to which a quotation may be all of a name (أعلنت «نستله»)."""
NAMES = 2
"""Words of a personal name, at least."""
_LONG_OWNER = 2
"""Letters of a possessive that is sure to be one, at least."""
SHORT = 4
"""Words up to which a quotation may be part of a name (صحيفة "الوطن")."""


class NameEnds(VerbFirstCircumstances):
    """Follows the names of a sentence to where they end."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        grammar = reader.lexicon.grammar
        endings = grammar.data.verb_endings if grammar is not None else ()
        self._plural_endings = tuple(ending for ending in endings if len(ending) > 1) or "\0"

    def _ends(self, at: int) -> bool:
        """Whether a sign there ends the clause; a full stop of an abbreviation does not."""
        reader = self.reader
        if not reader.is_sign(at, STOPS):
            return False
        return len(reader.key(at - 1)) > 1 or reader.tokens[at].raw != "."

    def name_end(self, start: int, limit: int) -> int:
        """The index behind the name that begins at ``start``."""
        reader, lexicon = self.reader, self.lexicon
        at = start
        while at < limit:
            token = reader.tokens[at]
            longest = SHORT if at > start or self._quotes_body(at) else _NICKNAME
            if token.quote >= 0 and reader.words(at, reader.past_quote(at)) <= longest:
                at = reader.past_quote(at)
                continue
            if token.sign:
                if reader.is_sign(at, OPEN) and not reader.key(at + 1)[:1].isdigit():
                    at = reader.past_brackets(at)
                    continue
                if token.raw != "." or self._ends(at):
                    break
            elif self._ends_name(at, start):
                break
            at += 1
        while at > start and reader.key(at - 1) in lexicon.joints:
            if lexicon.is_namesake(reader.tokens[at - 1]):
                break  # سعد *علي*
            at -= 1
        return min(at, limit)

    def _quotes_body(self, at: int) -> bool:
        """Whether what is quoted there is a body's whole name: «شركة المنظومة المائية»."""
        return self.reader.opens_quote(at) and self._construct(at + 1)

    def _ends_name(self, at: int, start: int) -> bool:
        reader, lexicon = self.reader, self.lexicon
        token = reader.tokens[at]
        key = lexicon.bare(token)
        said = token.key[:1] in lexicon.speech.attached and token.key[1:] in lexicon.sayings
        said = said or token.key in lexicon.taking_up  # علق النائب | *بقوله*, نفى الوزير | *ذلك*
        said = said or token.key in lexicon.described_by  # ساركوزي | *البالغ* 70 عاما
        if token.key in lexicon.relatives or token.key in lexicon.pronouns or (said and at > start):
            return at > start
        if key in lexicon.issuers and reader.key(at - 1) in lexicon.documents | lexicon.issuers:
            return False
        thing = self._is_denied_thing(at) and (at > start or self._follows_denial(at))
        # A document is named by what it holds: لائحة *الاتهام*.
        thing = thing and not (at == start + 1 and reader.is_document(start))
        shown = token.key in lexicon.depicting and not self._construct(at - 1)
        shown = shown or self._is_object_by_ending(start, at)
        asked = lexicon.grammar is not None and token.key in lexicon.grammar.asked
        shown = shown or (token.key in lexicon.causes and not self._construct(at - 1))
        if thing or asked or (shown and at > start):  # علق الرئيس | صورة, أيدت المحكمة | حكمًا
            return True
        if at > start and (self._is_charged(at, key) or self._joins_office(at)):
            return False
        if key in lexicon.office_joints and at == start + 1:
            own = reader.is_owned(at + 1)
            return own or reader.key(start) not in lexicon.persons  # أعربت الكاتبة | عن سعادتها
        told = at > start + 1 and (self._is_told_behind_name(at) or self._is_deed_asked(at))
        return told or self._is_circumstance(at) or (at > start and self._goes_on(start, at))

    def _is_written_as_object(self, at: int) -> bool:
        """Whether a word has the ending of an object, a statement or an action even without its
        sign (بلاغا, اتصالا)."""
        raw, lexicon = self.reader.tokens[at].raw, self.lexicon
        if raw.endswith(lexicon.speech.case_endings or ("\0",)):
            return True
        grammar, key = lexicon.grammar, self.reader.key(at)
        stem = grammar.object_stem(key) if grammar is not None else key
        if grammar is None or stem == key or self._is_first_name(at):
            return False
        return stem in lexicon.bare_documents | lexicon.depicting or grammar.names_action(stem)

    def _is_object_by_ending(self, start: int, at: int) -> bool:
        """Whether a word has the ending of an object that the name before it has not: أيدت
        المحكمة | حكمًا; nobody is counted before (2150 *مستجوباً*)."""
        reader, endings = self.reader, self.lexicon.speech.case_endings or "\0"
        counted = reader.key(at - 1).isdecimal() or at == start
        whole = not reader.tokens[start].raw.endswith(endings)
        return whole and not counted and self._is_written_as_object(at)

    def _is_deed_asked(self, at: int) -> bool:
        """Whether the noun of a deed stands behind its preposition, which no name contains: طالب
        النائب كريم عواد | بإقالة الوزير."""
        key = self.reader.key(at)
        asked = key[:1] in self.lexicon.speech.attached and key[:1] not in self.lexicon.addressing
        return asked and self._is_attached(at) and self.lexicon.is_verbal_noun(key[1:])

    def _is_told_behind_name(self, at: int) -> bool:
        """Whether somebody was told whom no list knows, behind a whole name: محسن الدالي | لموزاييك
        أف أم."""
        reader, lexicon = self.reader, self.lexicon
        told = reader.key(at)[:1] in lexicon.addressing and self._is_attached(at)
        surname = reader.key(at - 1)
        whole = lexicon.is_definite(surname) and surname.endswith(lexicon.nisba_endings or "\0")
        named = self._is_first_name(at - 2) or reader.key(at - 2) in lexicon.name_closers
        return told and whole and named

    def _is_charged(self, at: int, key: str) -> bool:
        """Whether a phrase tells with what somebody is charged: المقررة المعنية | بالسكن اللائق,
        المعنية بالمدافعين | عن حقوق الإنسان."""
        lexicon, reader = self.lexicon, self.reader
        if reader.key(at - 1) in lexicon.charged:
            return self._is_attached(at)
        return reader.key(at - 2) in lexicon.charged and key in lexicon.office_joints

    def _joins_office(self, at: int) -> bool:
        """Whether a preposition joins a member to what he sits for: النائب | عن محافظة البصرة."""
        reader, lexicon = self.reader, self.lexicon
        if lexicon.bare(reader.tokens[at]) not in lexicon.office_joints or at + 1 >= reader.size:
            return False
        before = lexicon.without_article(reader.key(at - 1))
        behind = lexicon.bare(reader.tokens[at + 1])
        body = behind in lexicon.bare_organisations or reader.opens_quote(at + 1)
        return before in lexicon.bare_persons and body

    def _goes_on(self, start: int, at: int) -> bool:
        """Whether the clause goes on there behind a name: with an object, an act, or what the
        one named does."""
        return (
            self._is_own_act(at)
            or self._is_act(at)
            or self._tells_of(start, at)
            or self._is_done_by(start, at)
            or self._is_object_of_many(start, at)
            or self._is_object_of_described(start, at)
            or self._is_object_of_person(start, at)
            or self._is_object_of_named(start, at)
            or self._is_own_thing(at)
            or self._is_object_behind(start, at)
        )

    def _is_done_by(self, start: int, at: int) -> bool:
        """Whether a definite action stands behind a definite person, or behind a name of two words:
        أكد المصدر | الاحتفاظ بحقه, عزا أبو عرابي | التراجع."""
        reader, lexicon = self.reader, self.lexicon
        head = lexicon.bare(reader.tokens[start])
        person = at == start + 1 and head in lexicon.persons and lexicon.is_definite(head)
        if not person and not (at == start + NAMES and head in lexicon.name_openers):
            return False
        # A short word may be a name that only looks definite (ألفة).
        long = len(lexicon.without_article(reader.key(at))) > SHORT
        return long and lexicon.is_definite_action(reader.tokens[at])

    def _tells_of(self, start: int, at: int) -> bool:
        """Whether a verb behind an indefinite person tells of him: شاهد عيان | يقطن قرب الجبل."""
        lexicon, head = self.lexicon, self.lexicon.bare(self.reader.tokens[start])
        token = self.reader.tokens[at]
        grammar = lexicon.grammar
        if grammar is not None and at == start + 1 and head in lexicon.documents:
            # معطيات | حصلت عليها الجريدة, خبر | جرى تداوله
            behind = self.reader.key(at + 1)
            own = self.reader.is_owned(at + 1) and len(behind) > SHORT
            own = own or behind in grammar.complete or grammar.is_past(token.key)  # دراسة | أجريت
            return own and (lexicon.is_event(token) or grammar.may_be_verb(token.key))
        if head not in lexicon.persons or at - start >= SHORT:
            return False
        plain = not any(
            lexicon.is_definite(self.reader.key(k)) or lexicon.is_adjunct(self.reader.tokens[k])
            for k in range(start, at)
        )
        return plain and lexicon.is_finite(token) and token.key not in lexicon.not_finite

    def _is_own_thing(self, at: int) -> bool:
        """Whether somebody's own thing stands behind a finished name: مصادر طبية | إصابتيهما, for
        no genitive stands there."""
        reader, lexicon = self.reader, self.lexicon
        key, before = reader.key(at), reader.key(at - 1)
        if not reader.is_owned(at):
            return False
        ending = max((e for e in lexicon.owner_endings if key.endswith(e)), key=len)
        base = len(key) - len(ending)
        if len(ending) < _LONG_OWNER or base < _LONG_OWNER + 1 or lexicon.is_definite(key):
            return False
        if key in lexicon.issuers or lexicon.is_event(reader.tokens[at]):
            return False  # نشرة | أصدرتها الأرصاد
        feminine = tuple(lexicon.speech.feminine_endings) or "\0"
        described = reader.tokens[at - 1].raw.endswith(feminine) or lexicon.is_definite(before)
        return described and not self._is_first_name(at) and not self._construct(at - 1)

    def _is_object_of_named(self, start: int, at: int) -> bool:
        """Whether an object stands behind a name: "any…", or the noun of an action with a definite
        one behind a title and two names (انتقد الدكتور زيدان كفافي | تأخر الإعلان)."""
        reader, lexicon = self.reader, self.lexicon
        key, before = reader.key(at), reader.key(at - 1)
        if key in lexicon.quantifiers:
            return True
        if not lexicon.is_definite(reader.key(at + 1)) or lexicon.grammar is None:
            return False
        if reader.is_complementiser(at + 2):
            return False  # قال الأمين العام للوزارة نضال العبداللات | إن
        titled = (k for k in range(start, at - NAMES) if lexicon.is_definite(reader.key(k)))
        given = reader.key(at - NAMES) in lexicon.given
        named = given or any(lexicon.is_title(reader.key(k)) for k in titled)
        plain = before not in lexicon.bare_bodies and not lexicon.is_verbal_noun(before)
        plain = plain and key not in lexicon.given and key not in lexicon.name_openers
        plain = plain and key not in lexicon.bare_bodies
        # Behind a surname no further name stands: أحمد العوضي | خلو البلاد.
        closed = given and lexicon.is_definite(before) and not lexicon.is_definite(key)
        return named and plain and (closed or lexicon.grammar.is_event(key))

    def _is_object_of_described(self, start: int, at: int) -> bool:
        """Whether an object stands behind an indefinite subject with its adjectives, which no
        definite word describes: عزت مصادر محلية | الحادث."""
        reader, lexicon = self.reader, self.lexicon
        if at < start + NAMES or not lexicon.is_definite(reader.key(at)):
            return False
        nisba = tuple(
            one for one in lexicon.nisba_endings if one.endswith(lexicon.feminine_endings)
        )
        keys = [reader.key(k) for k in range(start + 1, at)]
        plain = all(one.endswith(nisba or "\0") and not lexicon.is_definite(one) for one in keys)
        plain = plain and lexicon.bare_bodies.isdisjoint(keys)
        acts = lexicon.grammar is not None and any(map(lexicon.grammar.names_action, keys))
        plain = plain and not acts  # جمعية *حماية* المستهلك
        head = lexicon.bare(reader.tokens[start])
        # No adjective of a man (مدير *بيئة* البصرة), nor behind "to" (بيان *للحماية* المدنية).
        plain = plain and not (
            self._is_man(head) or any(map(self._is_attached, range(start + 1, at)))
        )
        return plain and head in lexicon.bare_speakers

    def _is_object_of_many(self, start: int, at: int) -> bool:
        """Whether an object follows an indefinite plural, which no genitive does: اتهم ناشطون |
        السلطات, يتوقع محللون | نمو…, وصف خبراء مستقلون | أوضاع السجناء."""
        reader, lexicon = self.reader, self.lexicon
        if not self._plural_ending(at - 1):
            return False
        key = reader.key(at)
        plain = key not in lexicon.joints | lexicon.bearers and not self._plural_ending(at)
        plain = plain and not lexicon.is_adjunct(reader.tokens[at])
        governing = plain and lexicon.is_definite(reader.key(at + 1))
        object_like = lexicon.is_definite(key) or lexicon.is_action(reader.tokens[at])
        person = lexicon.bare(reader.tokens[start])
        stems = (person, person.removesuffix(self._plural_ending(start)))
        known = not lexicon.bare_persons.isdisjoint(stems)
        several = all(map(self._plural_ending, range(start + 1, at)))
        return (object_like or governing) and known and several

    def _plural_ending(self, at: int) -> str:
        """The ending of an indefinite plural that governs no noun behind it (محللون)."""
        key, endings = self.reader.key(at), self.lexicon.speech.plural_endings
        if not key.endswith(endings or "\0") or self.lexicon.is_definite(key) or self._is_man(key):
            return ""
        return next((ending for ending in endings if key.endswith(ending)), "")

    def _is_man(self, key: str) -> bool:
        """Whether a word is an office of one man, since another names a woman of it (معاون)."""
        endings = self.lexicon.feminine_endings
        return any(key + ending in self.lexicon.persons for ending in endings)

    def _is_object_of_person(self, start: int, at: int) -> bool:
        """Whether those whom something is done to stand behind a person, in a plural that no
        subject has: وعد وزير الكهرباء | المواطنين, رئيس الحكومة نواف سلام | اللبنانيين."""
        reader, lexicon = self.reader, self.lexicon
        key, endings = reader.key(at), lexicon.speech.object_plurals
        if not endings or not lexicon.is_definite(key) or not key.endswith(endings):
            return False
        if key in lexicon.name_closers:
            return False  # المنسق خير الدين كامل
        head = lexicon.bare(reader.tokens[start])
        if lexicon.without_article(head) not in lexicon.bare_persons:
            return False
        if not lexicon.is_definite(reader.key(at - 1)):
            # Behind a finished name: نواف سلام, يسرائيل كاتس.
            plain = not lexicon.is_definite(reader.key(at - NAMES))
            return at - start > NAMES and plain and not self._construct(at - 1)
        governed = reader.key(at - 2) in lexicon.joints
        ending = next(one for one in endings if key.endswith(one))
        stem = lexicon.without_article(key).removesuffix(ending)
        forms = (stem, *(stem + ended for ended in lexicon.feminine_endings))
        people = not lexicon.bare_persons.isdisjoint(forms)
        plural = reader.key(at - 1).endswith(endings)
        return people and not (governed or plural)

    def _is_object_behind(self, start: int, at: int) -> bool:
        """Whether a definite noun stands behind a definite body that cannot be a part of its name:
        طالبت المنظمة | المجتمع الدولي, طالب البرلمان | الحكومة."""
        reader, lexicon = self.reader, self.lexicon
        head, key = lexicon.bare(reader.tokens[start]), reader.key(at)
        body = lexicon.is_definite(head) and head in lexicon.organisations
        if not body or not lexicon.is_definite(key) or self._describes_body(at):
            return False
        if not all(map(self._describes_body, range(start + 1, at))):
            return False
        last = head if at == start + 1 else reader.key(at - 1)
        feminine = lexicon.feminine_endings or "\0"
        return key in lexicon.bare_bodies or (
            last.endswith(feminine) and not key.endswith(feminine)
        )

    def _is_denied_thing(self, at: int) -> bool:
        """Whether what somebody denies begins there: "the news", "the truth of what"."""
        reader, lexicon = self.reader, self.lexicon
        if reader.key(at) in lexicon.fillers and reader.key(at + 1) in lexicon.denied_things:
            return True
        if reader.key(at) not in lexicon.denied_things:
            return False
        # "The agency of news" is a name (وكالة الأنباء).
        before = reader.key(at - 1)
        named = not lexicon.media.isdisjoint((before, before[1:])) or self._construct(at - 1)
        return not named

    def _follows_denial(self, at: int) -> bool:
        """Whether a verb that denies stands right before a token (نفى الأنباء)."""
        before = self.reader.tokens[at - 1] if at else None
        forms = self.lexicon.verb(before) if before is not None and not before.sign else ()
        return any(form.group.stance == "denied" for form in forms)

    def _is_own_act(self, at: int) -> bool:
        """Whether what the subject did himself stands there (نفيه, تأكيدها): no name goes on so."""
        lexicon, key = self.lexicon, self.reader.key(at)
        if not self.reader.is_owned(at):
            return False
        ending = next(one for one in lexicon.owner_endings if key.endswith(one))
        base = key[: len(key) - len(ending)]
        whole = lexicon.unowned(base)
        known = lexicon.is_verbal_noun(base) or lexicon.is_verbal_noun(whole)
        known = known or not self.lexicon.bare_documents.isdisjoint((base, whole))
        owned = not self.reader.tokens[at].raw.endswith(lexicon.speech.feminine_endings or "\0")
        grammar = lexicon.grammar
        owned = owned and lexicon.bare_organisations.isdisjoint((base, whole))  # إدارته
        known = known or (owned and grammar is not None and grammar.is_event(base))  # مضيها
        return len(base) > 2 and bool(ending) and known

    def _is_act(self, at: int) -> bool:
        """Whether a verb stands there: of speech, or any that tells of many (شهود عيان تحدثوا)."""
        token, lexicon = self.reader.tokens[at], self.lexicon
        if token.raw.endswith(self._plural_endings) and lexicon.is_finite(token):
            return True
        if self._goes_on_acting(token):
            return True
        if token.key in lexicon.issued:
            return True
        # No verb stands straight behind a first name or a preposition: محمد *يسر* برنية, في *علم*.
        named = self._is_first_name(at) or (at > 0 and self._is_first_name(at - 1))
        named = named or self.reader.key(at - 1) in lexicon.bearers | lexicon.topics
        named = named or self._is_task(at)
        forms = () if named else lexicon.verb(token)
        return any(form.participle or form.group.takes != ("nothing",) for form in forms)

    def _is_task(self, at: int) -> bool:
        """Whether what a body is for stands behind it: لجنة *متابعة* الأسعار."""
        lexicon, key, before = self.lexicon, self.reader.key(at), self.reader.key(at - 1)
        event = lexicon.grammar is not None and lexicon.grammar.is_event(key)
        body = before in lexicon.bare_organisations and not lexicon.is_definite(before)
        return event and body and lexicon.is_definite(self.reader.key(at + 1))

    def _goes_on_acting(self, token: Token) -> bool:
        """Whether a joined verb tells what else was done: أجراه مركز الأبحاث *وشمل* 2100 شخص."""
        lexicon, grammar = self.lexicon, self.lexicon.grammar
        if grammar is None or not lexicon.is_joined(token):
            return False
        core = lexicon.bare(token)
        return grammar.is_past(core) and not grammar.is_event(core)

    def _is_first_name(self, at: int) -> bool:
        """Whether a known first name stands there, be it a participle as well (منذر)."""
        grammar = self.lexicon.grammar
        if grammar is None or self.reader.key(at) not in grammar.given:
            return False
        return self.reader.tokens[at].raw not in self.lexicon.not_given

    def _belongs(self, at: int) -> bool:
        """Whether words begin there that still say where somebody's office is: في المسح."""
        reader, lexicon = self.reader, self.lexicon
        inside = reader.key(at) in lexicon.joints | lexicon.bearers
        said = reader.is_document(at + 1) and not lexicon.is_definite(reader.key(at + 1))
        timed = said or reader.is_time(at + 1)
        return self._is_attached(at) or (inside and not timed)

    def _construct(self, at: int) -> bool:
        """Whether an office or a body stands there that the next word still names."""
        key = self.reader.key(at)
        named = key in self.lexicon.organisations or key in self.lexicon.persons
        if named and (self._describes_person(at) or self.reader.is_owned(at)):
            return False  # محاميه | التهم
        return named and not (self.lexicon.is_definite(key) or self._plural_ending(at))

    def _describes_person(self, at: int) -> bool:
        """Whether an office is an adjective behind an indefinite one or a statement (مصدر
        *دبلوماسي*, بيان *صحفي*)."""
        lexicon, key, before = self.lexicon, self.reader.key(at), self.reader.key(at - 1)
        stated = before in lexicon.documents and key in lexicon.persons
        described = before in lexicon.persons or stated
        adjective = key.endswith(lexicon.nisba_endings or "\0") or key in lexicon.filmed
        return adjective and described and not lexicon.is_definite(before)

    def _is_preposition(self, at: int) -> bool:
        """Whether a verb is a preposition as well, and not written as only the verb is (بيّن)."""
        grammar, token = self.lexicon.grammar, self.reader.tokens[at]
        alike = grammar is not None and token.key in grammar.prepositions
        return alike and len(token.raw) == len(token.key)
