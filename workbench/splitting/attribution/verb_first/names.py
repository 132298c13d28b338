"""Names of speakers where the verb of speech stands before its subject."""

from __future__ import annotations

from workbench.splitting.attribution.frames import NAME, Range, Reader
from workbench.splitting.attribution.verb_first.left import VerbFirstLeft
from workbench.splitting.attribution.verb_first.two_nouns import TwoNouns
from workbench.splitting.attribution.words.tokens import COLON, COMMAS
from workbench.splitting.attribution.words.verb_forms import VerbForm

_BELONGS = 5
"""Words of what an office belongs to, behind a preposition written on."""
_NAMED = 3
"""Words that still describe somebody before what he is called: صاحب نزل *تراثي* يدعى …"""
_FOREIGN = 3
"""Words of a name that nothing knows, at most."""
_TO_SOMEBODY = frozenset({"warned", "pledged"})
"""What is done to somebody who may be named behind the subject: هدد ترامب *إيران* بأنه."""
_SUBJECT = 5
"""Words up to which the subject of a clause is followed where its head is no known office."""


class VerbFirstNames(VerbFirstLeft):
    """Reads the names around a verb of speech."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.subjects = TwoNouns(reader)

    def _speaker(self, at: int, first: int, form: VerbForm, end: int) -> tuple[Range | None, int]:
        """The subject, and where the frame begins."""
        if form.participle:
            return None, at
        first = self._past_addressee(first, end)
        if form.group.told and self._is_told_first(first, form):
            first = self._past_agency(first + 1, end)
        told = form.group.told
        stop = first if self._is_present(first) else self._name_behind_office(first, end, told=told)
        if told or form.group.stance in _TO_SOMEBODY:
            stop = self.subjects.object_from(first, stop)
        stop = self._before_told(first, stop) if told else stop
        held = self._held_in(at, first)
        if held is not None:
            return held, at
        sayer = self.earlier_sayer(at)
        led = (sayer[0] - 1, sayer) if sayer is not None else self._led(at)
        led = led or (self._headed(at, form) if stop > first else None)
        led = led or self._told_meanwhile(at)
        if led is not None:
            return led[1], led[0]
        told_of = self.reader.is_sign(at - 1, COMMAS) and self._follows_relative(at - 2)
        # Of many who are named behind it a verb has no plural: أخبروا | والدته
        several = form.agree == "p" and self.reader.tokens[at].raw.endswith(self._plural_endings)
        object_ = several or self._is_written_as_object(first)  # نشرت *خبرا*
        object_ = object_ or self._acts_too(first) or self._is_promised(first, form)
        object_ = object_ or self._tells_object(at, first, form, end)
        if not object_ and stop > first and not (self._is_preposed(first) or told_of):
            return (first, stop), self._past_auxiliary(at)
        found = self._left(at) or self._left_of_aside(at)
        if found is not None and not (several and self._is_one(found[1][0])):
            return found[1], found[0]
        return None, self._past_auxiliary(at)

    def _tells_object(self, at: int, first: int, form: VerbForm, end: int) -> bool:
        """Whether he of whom a relative clause tells says something *to* whom the verb is followed
        by: الطبيب *الذي أبلغ* | الوزارة | أن; of the object it would say so again (الذي أبلغ الطبيب
        *أنه*)."""
        reader, lexicon = self.reader, self.lexicon
        somebody = form.group.told or form.group.stance in _TO_SOMEBODY
        if not somebody or reader.key(at - 1) not in lexicon.relatives:
            return False
        grammar = lexicon.grammar
        masculine = grammar is not None and reader.key(at - 1) in grammar.masculine_relatives
        ending = lexicon.feminine_endings or "\0"
        if masculine:
            acts = form.agree != "f"
            return acts and (self._is_bare_that(end) or reader.key(first).endswith(ending))
        return self._is_bare_that(end) or not reader.key(first).endswith(ending)

    def _is_bare_that(self, end: int) -> bool:
        """Whether a frame ends with a "that" on to which no pronoun is written."""
        return self.reader.is_complementiser(end - 1) and not self.reader.is_owned(end - 1)

    def _acts_too(self, at: int) -> bool:
        """Whether a second verb is joined straight to the first: يتوعد *ويتهدد* الخصوم بالقتل."""
        token, grammar = self.reader.tokens[at], self.lexicon.grammar
        joined = grammar is not None and self.lexicon.is_joined(token)
        return joined and grammar is not None and grammar.may_be_verb(token.key)

    def _is_promised(self, at: int, form: VerbForm) -> bool:
        """Whether what somebody promises stands there, and not who: تعد *بإصلاحه* «قريبا»."""
        key = self.reader.key(at)
        through = key[:1] in self.lexicon.folded_through(form.group) and self._is_attached(at)
        return through and self.lexicon.is_verbal_noun(key[1:])

    def _name_behind_office(self, first: int, end: int, *, told: bool) -> int:
        """The index behind a name, or behind the person who holds an office that a name says more
        of: مدير الطوارئ | بالوزارة | د. كريم عادل."""
        stop = self.name_end(first, end)
        if stop == first or not self._is_office(first):
            return stop
        if (held := self._before_thing(first, stop)) < stop:
            return held
        past = self.person_end(stop, end)
        if past == stop and not told:
            behind = self._past_phrase(stop, end)  # السفير الياباني | بالقاهرة | فوميو إيواي
            foreign = self._foreign_end(behind, end)
            past = foreign if foreign > behind else self._foreign_end(stop, end)
        if past < end and self._is_given_name(past - 1, past) and self._ends_foreign(past):
            past += 1  # بالقاهرة فوميو | إيواي إن
        closed = past >= end or self.reader.is_complementiser(past) or self.reader.tokens[past].sign
        closed = closed or self.reader.is_complementiser(past + 1)
        return past if closed else stop

    def _before_thing(self, first: int, stop: int) -> int:
        """The index behind an office and the name of who holds it, where a thing stands behind
        that: لخص المدرب كمال زغدود | المباراة."""
        head = self._head_end(first, stop) if stop > first and self._is_office(first) else stop
        held = self._given_end(head, stop)
        return held if head < held < stop and self.opens_apart(held) else stop

    def _foreign_end(self, start: int, end: int) -> int:
        """The index behind two or three words that nothing knows, where nothing but "that" follows
        them: رئيسة البعثة | إيفانا هولر | من أن. One alone may be an adverb (مجددا)."""
        reader = self.reader
        at = start
        while at < min(end, start + _FOREIGN) and not reader.tokens[at].sign:
            if self._is_small(at) or reader.is_complementiser(at):
                break
            foreign = self._is_unknown_word(at) and not self._is_written_as_object(at)
            if not foreign and not (at > start and self._ends_foreign(at)):
                break
            at += 1
        that = reader.is_complementiser(at) or reader.is_complementiser(at + 1)
        return at if that and at - start > 1 else start

    def _is_small(self, at: int) -> bool:
        """Whether a time, a preposition or an adverb stands there."""
        reader, lexicon = self.reader, self.lexicon
        small = reader.is_time(at) or lexicon.is_adjunct(reader.tokens[at])
        return small or reader.key(at) in lexicon.joints | lexicon.adverbs

    def _ends_foreign(self, at: int) -> bool:
        """Whether what looks like somebody's own act is a surname, since "that" follows a name that
        nothing knows (فوميو *إيواي* إن)."""
        reader, lexicon = self.reader, self.lexicon
        plain = not (lexicon.is_definite(reader.key(at)) or self._is_attached(at))
        plain = plain and not self._is_small(at)
        return plain and not self._is_known(at) and reader.is_complementiser(at + 1)

    def _held_in(self, at: int, first: int) -> Range | None:
        """Whose statement it is in which the verb stands: تصريحات لرئيس الوزراء أكد *فيها*…"""
        reader, lexicon = self.reader, self.lexicon
        joined = reader.key(first) in lexicon.joints | lexicon.issuers
        back = first + joined  # من خلاله
        if reader.key(back) not in lexicon.within:
            return None
        # مقطع فيديو لرئيسة الوزراء، تقول *فيه*
        behind = at - 1 - reader.is_sign(at - 1, COMMAS)
        for start in range(behind, max(reader.begin, at - NAME) - 1, -1):
            if reader.tokens[start].sign:
                return None
            attached = reader.key(start)[:1] in lexicon.speech.attached  # *ببيان* هددت فيه
            written = attached and reader.key(start)[1:] in lexicon.documents
            written = written or lexicon.is_joined_document(reader.tokens[start])
            if not (written or reader.is_document(start)):
                continue
            issued = start + 1
            while issued < at and reader.key(issued) in lexicon.issuers:
                issued += 1
            stop = self.name_end(issued, at)
            if stop > issued and self._is_attached_name(issued):
                return issued, stop
            return self.subjects.opened_before(start)
        return None

    def _attached_to(self, subject: Range | None, at: int) -> int:
        """Letters of the preposition at the start of a subject that stands before its verb."""
        if subject is None or subject[0] >= at:
            return 0
        token = self.reader.tokens[subject[0]]
        whole = self.lexicon.without_article(self.lexicon.bare(token)) in self.lexicon.bare_bodies
        attached = token.key[0] in self.lexicon.issuers and self._is_attached_name(subject[0])
        return int(attached and not whole)

    def _is_attached_name(self, at: int) -> bool:
        """Whether an office, a body or a name behind "of" stands there (لرئيس)."""
        lexicon, token = self.lexicon, self.reader.tokens[at]
        key = lexicon.uncontracted(token.key, 1) if token.key[0] in lexicon.issuers else token.key
        return lexicon.without_article(key) in lexicon.bare_bodies

    def _is_present(self, at: int) -> bool:
        """Whether another verb of speech stands where the subject would: مضى يقول."""
        return any(form.part == 1 for form in self.lexicon.verb(self.reader.tokens[at]))

    def _led(self, at: int) -> tuple[int, Range] | None:
        """The subject before a verb behind "that" or behind كان, where what follows the verb is
        its object: أن واشنطن أبلغت بغداد أن…, وكان الوزير قد أبلغ السفيرة أن…"""
        reader, lexicon = self.reader, self.lexicon
        found = self._left(at)
        if found is None:
            return None
        opened = lexicon.bare(reader.tokens[found[0]]) in lexicon.inverted
        opened = opened and found[1][0] > found[0] and reader.key(at - 1) in lexicon.possible
        return found if opened or reader.is_complementiser(found[0] - 1) else None

    def _headed(self, at: int, form: VerbForm) -> tuple[int, Range] | None:
        """The subject that opens a sentence before a present form that agrees, what follows being
        whom it is told: *الاتحاد الآسيوي* يحذر | النادي من عقوبة."""
        reader, lexicon = self.reader, self.lexicon
        # تونس أعلنت, الوزارة وعدت المزارعين بصرف
        opens = form.part == 1 or reader.key(reader.begin) in lexicon.countries
        opens = opens or (form.group.stance == "pledged" and self._is_known(reader.begin))
        found = self._left(at) if opens and not form.participle else None
        if found is None or found != (reader.begin, (reader.begin, self._past_auxiliary(at))):
            return None
        head = lexicon.bare(reader.tokens[reader.begin])
        feminine = head.endswith(lexicon.feminine_endings or "\0")
        # Of a plural (الأرصاد) a verb is feminine as well, but not of one man.
        agrees = (
            feminine or not self._is_office(reader.begin) if form.agree == "f" else not feminine
        )
        return found if agrees else None

    def _told_meanwhile(self, at: int) -> tuple[int, Range] | None:
        """Who is told of before "while he": يُظهر *رجلا مسنا* | وهو يصرح بأن…"""
        reader, lexicon = self.reader, self.lexicon
        pronoun = at - 1
        if pronoun <= reader.begin or not lexicon.is_joined_pronoun(reader.tokens[pronoun]):
            return None
        if reader.tokens[pronoun - 1].sign:
            return None
        for back in range(pronoun - 2, max(reader.begin, pronoun - NAME) - 1, -1):
            if lexicon.is_event(reader.tokens[back]) or reader.key(back) in lexicon.depicting:
                stop = self.name_end(back + 1, pronoun)
                return (pronoun, (back + 1, stop)) if stop > back + 1 else None
        return None

    def _is_one(self, at: int) -> bool:
        """Whether a noun that is nobody's stands there, of which no verb is a plural: *مكالمة* …
        أخبروا."""
        lexicon = self.lexicon
        feminine = self.reader.key(at).endswith(lexicon.feminine_endings or "\0")
        return feminine and lexicon.bare(self.reader.tokens[at]) not in lexicon.bare_bodies

    def _is_preposed(self, at: int) -> bool:
        """Whether a preposition stands there, and not the name that folds like one (علي)."""
        lexicon = self.lexicon
        key, grammar = self.reader.key(at), lexicon.grammar
        ruling = grammar is not None and key in grammar.prepositions  # وجدت *بين* أحشائها
        if key in lexicon.possessives or (
            ruling and not lexicon.is_namesake(self.reader.tokens[at])
        ):
            return True
        return lexicon.is_adjunct(self.reader.tokens[at]) or key in (
            lexicon.bearers - lexicon.adjuncts
        )

    def _left_of_aside(self, at: int) -> tuple[int, Range] | None:
        """The subject before an aside: "but a relative, who would not be named, said"."""
        reader = self.reader
        edge = self._past_auxiliary(at)
        comma = reader.previous_break(edge - 1)
        joined = self.lexicon.is_joined(reader.tokens[at])  # ميدانيا، رفضت الحركة…، *واعتبرت* أن
        if joined or not (reader.is_sign(edge - 1, COMMAS) and reader.is_sign(comma, COMMAS)):
            return None
        first = comma
        while first > max(reader.begin, comma - _SUBJECT) and not self._bounds(first - 1):
            first -= 1
        opened = self._inverted_before(comma)
        if opened is not None:
            return opened, self._by_aside(opened + 1, comma, edge - 1)
        bound = first > reader.begin and not reader.tokens[first - 1].sign
        apart = first == reader.begin or (bound and self._bounds(first - 1))
        titled = comma - first < _SUBJECT and self._is_office(comma + 1)
        if not apart or first == comma or (reader.has_event(first, comma) and not titled):
            return None
        governed = self.lexicon.bare(reader.tokens[first]) in self.lexicon.bearers
        governed = governed or self._is_circumstance(first)
        if governed or self.lexicon.is_verbal_noun(reader.key(first)):
            return None  # *وفي بيروت*، نفى الحزب …، وأكد
        return first, self._by_aside(first, comma, edge - 1)

    def _by_aside(self, first: int, comma: int, close: int) -> Range:
        """A subject before an aside, by his name where that is what stands between the commas:
        نقيب الأطباء، *كاظم الحسناوي*، شكك."""
        named = self._is_office(first) and self._is_personal_name(comma + 1, close)
        return (comma + 1, close) if named else (first, comma)

    def _withholds_name(self, at: int) -> bool:
        """Whether a participle only says that a source would not be named: طالبا عدم ذكر اسمه."""
        reader, lexicon = self.reader, self.lexicon
        noun = at + 1 + (reader.key(at + 1) in lexicon.withheld)
        own = reader.is_owned(noun + 1)
        return own and reader.key(noun) in lexicon.disclosing

    def _follows_relative(self, last: int) -> bool:
        """Whether an aside that tells of the subject ends there, whose verb comes next: القمة،
        *التي عقدت أمس*، أقرت الخطة."""
        opened = self.reader.previous_break(last) + 1
        aside = self.reader.is_sign(opened - 1, COMMAS)
        return aside and self.reader.key(opened) in self.lexicon.relatives

    def _inverted_before(self, comma: int) -> int | None:
        """The كان that opens the clause whose subject ends at a comma: وكان الوزير، …، قد أعلن."""
        reader, lexicon = self.reader, self.lexicon
        for at in range(comma - 2, max(reader.begin, comma - 2 * _SUBJECT) - 1, -1):
            if lexicon.bare(reader.tokens[at]) in lexicon.inverted:
                return at
            if reader.tokens[at].sign:
                return None
        return None

    def _bounds(self, at: int) -> bool:
        """Whether a subject begins behind a token."""
        reader = self.reader
        joins = reader.is_connective(at) or (at > 0 and reader.connective_size(at - 1) == 2)
        return joins or reader.tokens[at].sign or reader.is_complementiser(at)

    def _begins_clause(self, at: int) -> bool:
        """Whether a verb without a subject can take the one before: it begins its clause."""
        reader = self.reader
        if at == reader.begin or reader.key(at) not in self.lexicon.verbs:
            return True
        joined = reader.is_connective(at - 1) or reader.connective_size(at - 2) == 2
        return reader.tokens[at - 1].sign or joined

    def by_name(self, subject: Range, limit: int) -> tuple[Range, Range | None]:
        """A speaker by the name beside what he is: "a driver called X", مدير الدائرة، كريم جاسم،"""
        reader, lexicon = self.reader, self.lexicon
        at = self._past_belonging(subject[1], limit)
        naming = range(at, min(at + _NAMED, limit))
        at = next((k for k in naming if lexicon.is_naming(reader.tokens[k])), at)
        if at >= limit:
            return subject, None
        if lexicon.is_naming(reader.tokens[at]):
            stop = self.name_end(at + 1, limit)
            return ((at + 1, stop), subject) if stop > at + 1 else (subject, None)
        close = reader.next_break(at)
        closed = close < limit and reader.is_sign(close, COMMAS | COLON)
        # Where nothing closes a name, what goes on behind the source looks like one.
        last = not closed and limit == reader.size and reader.is_end(close)
        closed = closed or (
            last and (self._is_given_name(at, close) or self._leads_name(at) or self._is_office(at))
        )
        beside = at > subject[1] and closed
        key = lexicon.bare(reader.tokens[subject[0]])
        # أحدهم، أبو فراس،
        titled = self._names_holder(subject[0], subject[0])
        titled = titled and reader.key(subject[0] + 1) not in lexicon.name_of
        office = key in lexicon.bare_persons and not titled
        office = office or self.subjects.is_own_person(subject[0])
        # المكلف بالإعلام، النقيب كريم عادل، or دفاع المتهم، المحامي كريم عادل،
        whole = lexicon.is_definite(reader.key(subject[1] - 1))
        openers = (reader.key(k) in lexicon.name_openers for k in range(*subject))
        whole = whole and not (self._is_given_name(*subject) or any(openers))
        described = office or (whole and self._is_title(at))
        if beside and described and self._is_personal_name(at, close):
            return (at, close), subject
        if beside and office and self._is_office(at) and self._ends_in_name(at, close):
            return (at, close), subject  # مديرة المشروع، مهندسة المياه رنا عادل،
        role = lexicon.without_article(lexicon.bare(reader.tokens[at])) in lexicon.bare_persons
        plain = role and not lexicon.is_joined(reader.tokens[at])
        if beside and plain and not office and not reader.has_event(at, close):
            return subject, (at, close)
        return subject, None

    def _past_belonging(self, end: int, limit: int) -> int:
        """The index behind a comma, and behind where an office is: مدير التوعية | بالإدارة العامة،
        العقيد فهد العواد،"""
        reader = self.reader
        if reader.is_sign(end, COMMAS) or end >= limit:
            return end + reader.is_sign(end, COMMAS)
        comma = reader.next_break(end)
        apart = comma < limit and comma - end < _BELONGS and reader.is_sign(comma, COMMAS)
        # المبعوث الأممي | إلى المنطقة، ريتو هالر،
        sent = reader.key(end) in self.lexicon.addressing
        belongs = apart and (sent or self._belongs(end)) and not reader.has_event(end, comma)
        return comma + 1 if belongs else end

    def _ends_in_name(self, at: int, close: int) -> bool:
        """Whether an office between commas names at its end who holds it."""
        head = self._head_end(at, close)
        return head < self.person_end(head, close) == close

    def _past_auxiliary(self, at: int) -> int:
        reader, lexicon = self.reader, self.lexicon
        before = lexicon.auxiliaries | lexicon.within  # وفيها | يقول الباحث
        while at > reader.begin and lexicon.bare(reader.tokens[at - 1]) in before:
            at -= 1
        return at
