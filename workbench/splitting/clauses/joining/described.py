"""What a verb without a conjunction describes behind a noun or a comma, where the verb comes first:
the noun before it, one further back that it agrees with, or the subject."""

from __future__ import annotations

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.cutting.predication import takes_object
from workbench.splitting.clauses.joining.agreeing import Agreeing
from workbench.splitting.clauses.joining.lasting import has_lasted, measures
from workbench.splitting.clauses.joining.relatives import FARTHEST
from workbench.splitting.clauses.joining.relatives_verb_first import means_before
from workbench.splitting.clauses.joining.told_of import counted_done_to
from workbench.splitting.clauses.phrases.phrases import (
    head_before,
    is_accusative,
    noun_phrase,
)
from workbench.splitting.clauses.phrases.titled import is_titled
from workbench.splitting.clauses.phrases.when import before_time, is_year
from workbench.splitting.clauses.pieces import APPENDED, Kind, Piece
from workbench.splitting.clauses.words.duals import acts_for_two
from workbench.splitting.clauses.words.forms import Verb

_MAN = 2
"""Words that say what a man is, at most."""
_PLACED = 3
"""Words of where something is before its name, at most: *لتوسعة مطار* صلالة."""
_BODY = 3
"""Words of a body before "of" and its members, at most."""
_LABELS = 3
"""Words of a clause among which the picture is named that it tells of."""


class Described(Agreeing):
    """Finds the head of a relative clause by gender and by what stands between."""

    def _agreeing_head(self, piece: Piece, head: Range, floor: int) -> Range:
        """The head of a relative clause, or the phrase before it where a masculine pronoun tells of
        no feminine place or body: المعهد العالي بالقاهرة *الذي*, القاضي في محكمة المدينة *الذي*."""
        words, rules = self.words, self.rules
        opener, last = words[piece.start].core, words[head[1] - 1]
        if opener in rules.plural_relatives and last.core.endswith(rules.data.plural_endings):
            return (head[1] - 1, head[1])  # محامي المتهمين، *الذين*
        kind = self._located(piece, head, floor) or self._kind_before(head, floor)
        if kind is not None:
            return kind
        if opener not in rules.masculine_relatives:
            return head
        if self._is_object_of(head):
            return (head[1] - 1, head[1])
        found = head
        while (governed := self._governed(found, floor)) is not None:
            ends = words[found[0]], words[found[1] - 1]  # لامتحان الثانوية العامة، *الذي*
            masculine = not all(word.raw.endswith(rules.feminine_nouns) for word in ends)
            if masculine or ends[1].core in rules.given:
                return found
            found = head_before(words, governed, rules, floor)
        return found if found[0] > floor else head

    def _governed(self, phrase: Range, floor: int) -> int | None:
        """Where the preposition stands that rules a phrase, if it is written on to it or rules what
        is feminine."""
        words, rules, first = self.words, self.rules, phrase[0]
        if first <= floor:
            return None
        if rules.prepositional(words[first]):
            return first
        feminine = words[first].raw.endswith(rules.feminine_nouns)
        governed = feminine and words[first - 1].core in rules.prepositions
        return first - 1 if governed and first - 1 > floor else None

    def _located(self, piece: Piece, head: Range, floor: int) -> Range | None:
        """What is somewhere, of which a relative clause may tell, with its place: "made by *a firm
        in Tamil Nadu*, whose licence …", where the subject comes first."""
        words, rules, (first, last) = self.words, self.rules, head
        named = piece.paused and rules.data.subject_first and words[first].capital
        if not named or first - 1 <= floor or words[first - 1].core not in rules.locative:
            return None
        noun = head_before(words, first - 1, rules, floor)
        new = words[noun[0]].core in rules.indefinite_articles
        return (noun[0], last) if new and words[piece.start].core in rules.relatives else None

    def _is_object_of(self, head: Range) -> bool:
        """Whether the last word of a phrase is the masculine object behind a feminine subject: نعت
        نقابة المهن التمثيلية | *الراحل* الذي …"""
        words, rules, (first, last) = self.words, self.rules, head
        ends = words[last - 2 : last]
        feminine = words[first].raw.endswith(rules.feminine_nouns)
        closed = all(rules.definite(word.core) for word in ends) and last - first > 2
        apart = ends[0].raw.endswith(rules.feminine_nouns)
        return feminine and closed and apart and not ends[1].raw.endswith(rules.feminine_nouns)

    def _made_last(self, piece: Piece) -> list[Range] | None:
        """The noun before a comma that a participle says was made, is owned, is called or is held
        so, be it told when or of how many of them: "entered *the mill* on Monday, built in 1904",
        "freed *86 people*, most of them women, held by rebels", where the subject comes first."""
        words, rules = self.words, self.rules
        main = self.main.ranges[0] if self.main is not None else (0, 0)
        # "arrested two men, *seized 40 guns* and …"
        acts = takes_object(words, piece.body, piece.stop, rules)
        counted = None if acts else counted_done_to(words, main, piece, rules)
        if acts or counted is not None:
            return None if counted is None else [counted]
        word = words[piece.body]
        made = piece.paused and word.core in rules.describing
        if made and not rules.data.subject_first:
            nouns = self._indefinite_before(piece)  # عصابة في وهران، *متخصصة* في التزوير
            # عبرت 120 شاحنة الحدود، محملة
            return nouns if nouns and not words[nouns[0][0] - 1].number else None
        if not made or self.main is None or piece.body + 1 >= piece.stop:
            return None
        behind = words[piece.body + 1]  # "located *in* Leeds", "located *45* miles away"
        if behind.core not in rules.prepositions and not behind.number:
            return None
        aside = self.done[-1]
        if aside.kind in APPENDED and aside.borrowed and aside.ranges[-1][1] == piece.start:
            return list(aside.borrowed)
        start = self.main.ranges[0][0]
        first, last = head_before(words, before_time(words, piece.start, rules), rules, start)
        acted = any(word.verb >= Verb.PAST for word in words[start:first])
        opens = words[first].core in rules.articles or words[first].number
        pointed = opens or words[last - 1].capital
        timed = words[last - 1].core in rules.times
        return [(first, last)] if acted and pointed and not timed else None

    def _described_aside(self, piece: Piece) -> list[Range]:
        """The noun of which a definite participle tells between commas: *الشركة*، المدرجة في …،"""
        aside = piece.kind == Kind.PART and piece.paused and not self.rules.data.subject_first
        core = self.words[piece.body].core
        if not aside or not self.rules.is_reduced(core):
            return []
        floor = self.main.ranges[0][0] if self.main is not None else 0
        first, last = head_before(self.words, piece.start, self.rules, floor)
        feminine = self.rules.feminine_nouns
        ends = self.words[last - 1], self.words[piece.body]
        alike = all(word.raw.endswith(feminine) for word in ends)
        other = last - first > 1 and not self.words[first].raw.endswith(feminine)
        return [(last - 1, last) if alike and other else (first, last)]  # أرباح *الشركة*، المدرجة

    def _kind_before(self, head: Range, floor: int) -> Range | None:
        """What is of some make or kind that stands behind it: *رقائق* من طراز بلاكويل، التي …"""
        words, rules = self.words, self.rules
        near = range(head[0], max(floor, head[0] - 2), -1)
        kind = next((k for k in near if words[k].core in rules.kinds), None)
        if kind is None or words[kind - 1].core not in rules.prepositions or kind - 1 <= floor:
            return None
        return head_before(words, kind - 1, rules, floor)

    def _indefinite(self, head: Range, floor: int, verb: int) -> list[Range]:
        """What a bare relative describes: the phrase before it, or an indefinite noun further
        back, an object ("a war between X and Y that has killed …") or one that the verb agrees
        with ("a search in the district of X that led to …")."""
        words, rules = self.words, self.rules
        first = words[head[0]]
        lasted = has_lasted(words, head, floor, verb, rules)
        means = means_before(words, verb, rules) if self._wants_feminine(verb) else None
        described = None if lasted else (means or self._behind_phrase(head, floor, verb))
        measured = words[verb].pause and measures(words, head, floor, rules)
        named = is_titled(words, head, rules)  # برئاسة الدكتور أحمد كامل، | وافق خلاله
        if described is None and (lasted or measured or named):
            return self._shared_subject()
        described = head if self._tells_of_several(head, verb) else described
        described = self._picture(verb) or described or self._several_before(head, floor, verb)
        described = described or self._body_of_members(head, floor, verb)
        if described is not None:
            return [described]
        named = first.core in rules.place_heads and head[1] - head[0] > 1
        place = words[head[0] - 1].core in rules.prepositions
        place = place and rules.is_place(*(word.core for word in words[slice(*head)][:2]))
        # في *مديرية عبس* يؤوي, في *حلب* تطالب
        closed = named or place or rules.definite(words[head[1] - 1].core)
        other = self._is_he(head) and words[verb].core.endswith(rules.feminine_verbs)
        other = other or self._are_two_apart(head, verb)
        closed = closed or other  # عملية نفذها *مصري* استهدفت
        if not (rules.definite(first.core) or rules.prepositional(first) or closed):
            return [head]
        back = range(head[1] - 1, max(floor, head[1] - FARTHEST) - 1, -1)
        found = next((k for k in back if self._may_be_described(k, verb)), None)
        if found is None:
            told = self._done_to(head, verb) or self._event_further(head, floor, verb)
            closed = place or other or rules.definite(first.core) or rules.prepositional(first)
            return [told] if told is not None else [] if closed else [head]
        if self._agrees_with_led(head, found, verb):
            return [head]
        construct = words[found + 1]
        plain = construct.verb == Verb.NO and not rules.prepositional(construct)
        stop = found + 1 + (plain and not construct.gap.strip())
        return [(self._from_count(found, floor), stop)]

    def _agrees_with_led(self, head: Range, found: int, verb: int) -> bool:
        """Whether a feminine verb tells of the noun that a preposition leads straight before it,
        since the one further back is masculine: جاء تنفيذا *لاتفاقات* أبرمت."""
        words, rules = self.words, self.rules
        noun = words[head[0]]
        led = head[1] == verb and head[1] - head[0] == 1 and not words[verb].pause
        led = led and rules.prepositional(noun) and not rules.definite(noun.core)
        masculine = not words[found].raw.endswith(rules.feminine_nouns)
        return led and masculine and self._wants_feminine(verb) and found < head[0]

    def _body_of_members(self, head: Range, floor: int, verb: int) -> Range | None:
        """The body whose members stand before a verb in the singular: *لجنة تحقيق* من خمسة أعضاء
        ستقدم تقريرها."""
        words, rules, of = self.words, self.rules, head[0] - 1
        several = words[verb].core.endswith(rules.data.dropped_subject_endings or "\0")
        if of <= floor or several or not self._counts_at(head[0]):
            return None
        if words[of].core not in rules.prepositions or words[of + 1].pause:
            return None
        bodies = rules.bodies_and_persons - rules.persons
        for at in range(of - 1, max(floor, of - _BODY) - 1, -1):
            core = words[at].core
            if rules.definite(core) or words[at + 1].pause:
                return None
            if not bodies.isdisjoint((core, rules.object_stem(core))):
                return (at, of)
        return None

    def _are_two_apart(self, head: Range, verb: int) -> bool:
        """Whether two stand before a verb of one, which tells of a noun before them: اشتباكات بين
        *مجموعتين مسلحتين* أوقعت ثلاثة جرحى."""
        two = self.words[head[0]].core.endswith(self.rules.data.dual_endings or "\0")
        return two and self._wants_feminine(verb) and not acts_for_two(self.words[verb], self.rules)

    def _picture(self, verb: int) -> Range | None:
        """The picture at the head of a clause that shows what follows, whatever stands between:
        *صورة* التقطها حارس في السجن | توضح حال السجناء."""
        words, rules = self.words, self.rules
        if rules.base(words[verb].core) not in rules.showing:
            return None
        nouns = rules.depictions["f" if self._wants_feminine(verb) else "m"]
        at = next((k for k in range(min(verb, _LABELS)) if words[k].core in nouns), None)
        if at is None:
            return None
        return (at, at + 1 + (words[at + 1].core in nouns))

    def _is_he(self, head: Range) -> bool:
        """Whether no more than one man stands there, by what he is: مصري, مواطن, مهاجر إفريقي."""
        rules, words = self.rules, self.words[slice(*head)]
        first, last = words[0], words[-1]
        if (
            len(words) > _MAN
            or rules.definite(last.core)
            or last.raw.endswith(rules.feminine_nouns)
        ):
            return False
        nisba = last.raw.endswith(rules.relational) and not first.raw.endswith(rules.feminine_nouns)
        return (first.core in rules.persons and len(words) == 1) or nisba

    def _done_to(self, head: Range, verb: int) -> Range | None:
        """The indefinite noun right before a verb, if a pronoun on the verb takes it up as what
        is done to it: بمصادرة *عقار* يملكه في جونية."""
        words, rules = self.words, self.rules
        endings = (*rules.data.possessive_endings, *rules.data.pronoun_endings)
        noun = words[verb - 1]
        open_ = noun.verb == Verb.NO and not (noun.number or rules.definite(noun.core))
        taken_up = bool(endings) and words[verb].core.endswith(endings)
        if head[1] != verb or not (open_ and taken_up) or rules.owned(noun.core):
            return None
        governed = head[1] - head[0] > 1 and rules.is_event(
            rules.without_article(words[head[0]].core)
        )
        return (head[0] + 1 if governed else verb - 1, verb)

    def _opens_nominal(self) -> bool:
        """Whether the clause before opens with its subject: *كتاب* صدر قبل سنة."""
        return self.main is not None and self.words[self.main.ranges[0][0]].verb < Verb.WEAK

    def _tells_of_several(self, head: Range, verb: int) -> bool:
        """Whether a plural verb stands straight behind those it tells of: لثلاثة *مدعين سودانيين*
        | يقيمون في …"""
        rules, (first, last) = self.rules, head
        endings = (*rules.data.plural_verbs[:1], *rules.data.dropped_subject_endings)
        several = self.words[last - 1].core.endswith(rules.data.plural_endings)
        acts = self.words[verb].core.endswith(endings or ("\0",)) and last == verb
        return acts and several and not self.words[first].pause

    def _several_before(self, head: Range, floor: int, verb: int) -> Range | None:
        """Those counted further back, of whom alone a plural verb can tell: عصابة من *ثلاثة أشخاص*
        من جنسية آسيوية سرقوا …"""
        words, rules = self.words, self.rules
        if not words[verb].core.endswith(rules.data.dropped_subject_endings or "\0"):
            return None
        if any(self._counts_at(k) for k in range(*head)):
            return None
        for at in range(head[0] - 1, max(floor, head[1] - FARTHEST) - 1, -1):
            if words[at + 1].pause:
                return None
            if self._counts_at(at):
                part = rules.prepositional(words[at + 1])  # *خمسة من موظفي السفارة* كانوا
                return (at, head[1]) if part else noun_phrase(words, at, head[0], rules)
        return None

    def _from_count(self, at: int, floor: int) -> int:
        """Where the count of a noun begins: *20 ألف* نازح."""
        while at - 1 > floor and self._counts_at(at - 1):
            at -= 1
        return at

    def _counts_at(self, at: int) -> bool:
        if is_year(self.words, at, self.rules.dated_words):
            return False
        return self.words[at].number or self.words[at].core in self.rules.numerals

    def _behind_phrase(self, head: Range, floor: int, verb: int) -> Range | None:
        """What a verb behind a comma describes where no more than a phrase of it stands before the
        comma: هدمت *منزلا* في البلدة، يؤوي 11 فردا; تسلمت *5 طائرات* من طراز معين، دخلت …"""
        words, rules = self.words, self.rules
        near = range(max(floor + 1, head[0] - _PLACED), head[0])
        governed = head[0] > floor and words[head[0] - 1].core in rules.prepositions
        governed = governed or any(rules.prepositional(words[k]) for k in near)
        if not words[verb].pause or not (governed or measures(words, head, floor, rules)):
            return None
        for at in range(head[0] - 2, max(floor, head[0] - FARTHEST) - 1, -1):
            if words[at + 1].pause:
                return None
            counts = words[at].number and not rules.prepositional(words[at + 1])
            unit = words[at + 1].core
            measured = unit in rules.time_units | rules.scales or rules.is_measure(unit)
            if (counts and not measured) or self._may_be_described(at, verb):
                return noun_phrase(words, self._from_count(at, floor), head[0] - 1, rules)
        return None

    def _event_further(self, head: Range, floor: int, verb: int) -> Range | None:
        """What happened, behind a preposition and before a phrase, of which a masculine verb tells:
        في *حريق* بمصنع للكيماويات اندلع …"""
        words, rules = self.words, self.rules
        if not self._is_masculine(verb) or words[verb].pause:
            return None
        for at in range(head[0], max(floor, head[1] - FARTHEST), -1):
            word, behind = words[at], words[at + 1]
            if word.pause or word.number:
                return None
            plain = not (rules.definite(word.core) or rules.prepositional(word))
            led = words[at - 1].core in rules.prepositions and not word.lexeme.glue
            masculine = not word.raw.endswith(rules.feminine_nouns)
            if plain and led and masculine and rules.prepositional(behind):
                return (at, at + 1)
        return None

    def _may_be_described(self, at: int, verb: int) -> bool:
        """Whether an indefinite noun that a bare relative may describe stands there."""
        word, rules = self.words[at], self.rules
        length = word.core in rules.time_units and self.words[verb].pause
        length = length or (self.words[at - 1].number and rules.is_measure(word.core))
        # في النماص *وتنومة*، رست …
        named = bool(word.lexeme.glue) and rules.definite(self.words[at - 1].core)
        other = word.number or rules.definite(word.core) or word.core in rules.adverbs
        if other or length or named:
            return False  # أيضاً looks like an object; اتفاقية مدتها 17 *عاما* …، تبدأ في 2028
        if rules.governed_event(word) and not word.raw.endswith(rules.feminine_nouns):
            return not self._wants_feminine(verb)  # نددت بـ*تفجير سوق* أسفر عن …
        person = at + 1 == verb and word.core in rules.persons  # بإعدام متهم | أدين
        stem = rules.object_stem(word.core)
        made = stem != word.core and word.verb == Verb.NO and rules.is_event(stem)  # عقدا
        if made or is_accusative(word, rules) or (person and not rules.prepositional(word)):
            ends = rules.data.accusative_endings or "\0"
            pair = (self.words[at - 1].raw, word.raw)  # تصريحًا *منسوبًا*
            return word.pause or not all(raw.endswith(ends) for raw in pair)
        if word.core in rules.place_heads and self._is_named_place(at):
            return False  # في محيط *مدينة* بارا، أسفرت
        feminine = self._wants_feminine(verb) and not rules.prepositional(word)
        several = word.raw.endswith(rules.data.feminine_plurals) and not self.words[at - 1].number
        alike = feminine and (several or word.raw.endswith(rules.feminine_nouns))
        behind = self.words[at + 1]
        construct = rules.definite(behind.core) and not rules.prepositional(behind)
        if not alike or word.verb != Verb.NO or construct:
            return False
        before = self.words[at - 1]
        adjective = not before.verb and before.raw.endswith(rules.feminine_nouns) and not word.pause
        adjective = adjective and not rules.definite(before.core)  # أوقفت الشرطة | شبكة
        nisba = word.raw.endswith(rules.relational) and is_accusative(before, rules)
        adjective = adjective or (nisba and not word.pause)  # بئرا ارتوازية
        described = before.raw.endswith(rules.data.feminine_plurals or "\0") and not word.pause
        measure = (
            rules.without_article(word.core)[1:] in rules.attributes
            or word.core in rules.attributes
        )
        # لمظاهرات *جديدة*
        return not (described or (adjective and not rules.prepositional(before)) or measure)

    def _is_named_place(self, at: int) -> bool:
        """Whether a name, and no adjective, stands behind the noun of a place."""
        behind = self.words[at + 1]
        named = behind.core in self.rules.places  # مدينة *طنجة*
        adjective = behind.raw.endswith(self.rules.feminine_nouns) and not named
        articled = self.rules.without_article(behind.core) != behind.core
        governed = articled and self.rules.prepositional(behind)  # محطة *للمياه*, not مدينة *بارا*
        told = adjective or governed or behind.core in self.rules.prepositions
        return not (behind.pause or behind.verb >= Verb.WEAK or told)

    def _indefinite_before(self, piece: Piece) -> list[Range]:
        """The feminine noun that a verb behind a comma describes, in the clause before it."""
        assert self.main is not None
        start, stop = self.main.ranges[-1]
        found = (
            k
            for k in range(stop - 1, max(start, stop - FARTHEST), -1)
            if self._may_be_described(k, piece.body)
        )
        nouns = (noun_phrase(self.words, k, stop, self.rules) for k in found)
        return [noun for noun in nouns if noun][:1]
