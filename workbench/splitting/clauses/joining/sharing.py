"""Whose a joined verb is that names nobody: the subject of the clause before, where it agrees with
that, or the noun that a relative clause before it tells of."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.joining.described import Described
from workbench.splitting.clauses.joining.relatives import FARTHEST
from workbench.splitting.clauses.joining.told_on import behind_subject, now_behind_past, told_before
from workbench.splitting.clauses.opened import Open
from workbench.splitting.clauses.phrases.phrases import head_before
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.duals import (
    acts_for_two,
    did_both,
    is_two,
    two_acting,
    two_told,
)
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.words import Word


class Sharing(Described):
    """Finds who a joined verb tells of, by gender and number."""

    def _agreeing_subject(self, piece: Piece) -> list[Range]:
        """The subject of the clause before, if it may be that of a plural verb (تسببوا): no
        single woman or body is."""
        if two := self._two_acting(piece):
            return two
        shared = self._shared_subject()
        if not shared or self._points_past(piece, shared):
            return []
        opened = self.words[piece.start : piece.body]
        before = range(*self.main.ranges[-1])[-FARTHEST:] if self.main is not None else range(0)
        if (told := two_told(self.words, opened, shared, before, self.rules)) is not None:
            return told
        if self._describes_other(piece, shared):
            return self._indefinite_before(piece)
        if self._follows_comma(piece) or self._tells_of_two(piece, shared):
            return []
        return [] if self._disagrees(piece, shared[0]) else shared

    def _tells_of_two(self, piece: Piece, shared: Sequence[Range]) -> bool:
        """Whether a verb of two finds no more than one before it: الحرس …، *وتقومان*."""
        return acts_for_two(self.words[piece.body], self.rules) and not any(
            is_two(self.words[k], self.rules) or self.words[k].lexeme.glue
            for one in shared
            for k in range(*one)
        )

    def _two_acting(self, piece: Piece) -> list[Range]:
        """The two behind the verb of the clause before, where a joined form tells what both did:
        هاجم *مسلحان* المقر وقتلا حارسا."""
        both = self.main is not None and did_both(self.words[piece.body], self.rules)
        if self.main is None or not both or self.main.borrowed:
            return []
        return two_acting(self.words, range(*self.main.ranges[0])[:FARTHEST], self.rules)

    def _follows_comma(self, piece: Piece) -> bool:
        """Whether no more than a comma stands before a verb, so that it tells of a noun nearer than
        the subject behind the first verb: سجلت البلاد 300 حريق، *أتت* على الغابات."""
        alone = piece.kind == Kind.PAUSE and self.words[piece.start].comma
        return alone and not (self.rules.data.subject_first or self._opens_nominal())

    def _disagrees(self, piece: Piece, subject: Range) -> bool:
        """Whether a verb has another gender or number than the subject of the clause before:
        وعُثر بحوزتها على, تلقى اللواء بلاغا، فانتقلت على الفور قوات …"""
        rules, at = self.rules, piece.body
        verb = self.words[min(at + (self.words[at].core in rules.verb_next), piece.stop - 1)].core
        masculine = self._is_masculine(piece.body)
        masculine = masculine or self._is_masculine_present(self.words[piece.body])
        if masculine and self._is_feminine(subject):
            return True
        plural = verb.endswith(rules.data.dropped_subject_endings or "\0")
        own = self.words[slice(*subject)]
        one = own[0].core in rules.given and not any(word.lexeme.glue for word in own)
        if self._is_act_before_her(piece, own):
            return True
        alone = plural and (one or own[0].raw.endswith(rules.feminine_nouns))
        return alone or self._is_of_another(piece, subject)

    def _is_act_before_her(self, piece: Piece, subject: Sequence[Word]) -> bool:
        """Whether a feminine verb stands behind the masculine noun of an action alone, which was
        announced and does nothing: أعلنت الشرطة | القبض على متهمين، *وضبطت* بحوزتهم أسلحة."""
        rules, head = self.rules, subject[0]
        masculine = not head.raw.endswith((*rules.feminine_nouns, *rules.data.feminine_plurals))
        act = rules.is_event(rules.without_article(head.core)) and len(subject) == 1
        before = range(0) if self.main is None else range(*self.main.ranges[0])[:FARTHEST]
        act = act and all(self.words[k].verb < Verb.FINITE for k in before)
        return act and masculine and self._is_surely_feminine(self.words[piece.body])

    def _points_past(self, piece: Piece, shared: Sequence[Range]) -> bool:
        """Whether a clause is opened by "that she" and the clause before has no more than a figure
        behind its verb, which she is not: إنها تعالج نحو 300 مريض، *وإنها* تدير أربعة مراكز."""
        opened = self.words[piece.start : piece.body]
        persons = tuple(self.rules.third_persons)
        if any(word.core in self.rules.first_persons for word in opened):
            return True  # لكنني حافظت
        if opened and (
            self._is_another(opened[-1], shared[0]) or self._only_persons_do(piece, shared[0])
        ):
            return True
        if any(map(self._points_to_her, opened)) and self._is_of_him():
            return True
        pointing = any(word.core.endswith(persons) for word in opened)
        own = [word for first, last in shared for word in self.words[first:last]]
        return pointing and any(word.number for word in own)

    def _only_persons_do(self, piece: Piece, subject: Range) -> bool:
        """Whether "that he" opens what somebody is yet to do, which the thing before cannot: إن
        الإصابات مستقرة *وإنها ستواصل* التحقيق, الشحنة وصلت *وأنها ستوزعها*; or what somebody holds
        of that: القانون ناقص *لكنه رأى* فيه خطوة."""
        rules, verb = self.rules, self.words[piece.body]
        opener = self.words[piece.body - 1].core
        head = rules.without_article(self.words[subject[0]].core)
        judged = opener in rules.pronouns and verb.lexeme.stem in rules.judging
        if judged and head not in rules.documents:
            return head not in rules.bodies_and_persons | rules.persons | rules.given
        if opener not in rules.third_persons or not verb.core.startswith(rules.pledging_prefixes):
            return False
        able = rules.bodies_and_persons | rules.persons | rules.places | rules.given
        objects = (end for end in rules.data.possessive_endings if verb.core.endswith(end))
        object_ = any(rules.is_future(verb.core.removesuffix(end)) for end in objects)
        deed = object_ or rules.base(verb.core) in rules.personal_deeds
        return deed and head not in able

    def _is_another(self, pronoun: Word, subject: Range) -> bool:
        """Whether a pronoun that opens a clause is of another gender than the subject before it:
        عرضت *الشركة* المنصب على المدير، *لكنه* رفض."""
        rules, head = self.rules, self.words[subject[0]]
        if pronoun.core not in rules.pronouns or rules.data.subject_first:
            return False
        if pronoun.core.endswith(rules.data.pronoun_endings):
            return self._is_feminine(subject)
        feminine = pronoun.core.endswith(rules.data.possessive_endings[1:2] or "\0")
        him = rules.without_article(head.core) in rules.masculine_bodies or self._is_of_him()
        return feminine and him

    def _described_before(self, piece: Piece) -> list[Range]:
        """The noun that a verb inside the clause before describes, where a joined verb agrees with
        that one and not with the clause's own: "clashes that lasted two days and killed 12"."""
        ending = self.rules.feminine_verbs
        main, word = self.main, self.words[piece.body]
        if main is None or piece.kind != Kind.JOIN or word.verb != Verb.FINITE:
            return []
        start, stop = main.ranges[-1]
        verbs = [k for k in range(start, stop) if self.words[k].verb >= Verb.WEAK]
        if len(verbs) < 2 or not word.core.endswith(ending):
            return []
        agreeing = [k for k in verbs if self.words[k].core.endswith(ending)]
        if not agreeing or agreeing[0] == verbs[0]:
            return []
        noun = self.words[agreeing[-1] - 1]
        plain = noun.verb == Verb.NO and not noun.number
        plain = plain and not self.rules.definite(noun.core)
        return [(agreeing[-1] - 1, agreeing[-1])] if plain else []

    def _of_relative(self, piece: Piece) -> list[Range]:
        """What the relative clause before describes, where a joined verb has the form of its verb:
        "a budget on Monday that *cuts* jobs and *closes* a school"."""
        last, endings = self.done[-1], self.rules.data.inflected_endings
        if last.kind in {Kind.BARE, Kind.RELATIVE} and self._goes_on_told(last, piece):
            return list(last.borrowed)
        if (told := self._told_on(piece)) is not None:
            return [told]
        if last.kind != Kind.RELATIVE or piece.kind != Kind.JOIN or piece.paused or not endings:
            return []
        first, stop = last.ranges[-1]
        below = len(self.done) > 1 and self.done[-2].kind == Kind.CIRCUMSTANCE
        if (last.paused or below) and stop == piece.start:
            return list(last.borrowed)  # No comma closes it.
        alike = (self.words[min(first + 1, stop - 1)], self.words[piece.body])
        agree = all(word.core.endswith(endings) for word in alike) and stop == piece.start
        return list(last.borrowed) if agree else []

    def _told_on(self, piece: Piece) -> Range | None:
        """The noun of a relative clause right before a joined verb that agrees with that noun, and
        with the subject only where it says what came of it or tells of the present what the
        clause before tells of the past: أدان المجلس *الهجوم* الذي شنته جماعة | وأدى إلى مقتل 17."""
        words, rules, verb = self.words, self.rules, self.words[piece.body]
        floor = max(self.done[-1].ranges[-1][0], piece.start - FARTHEST)
        opener = told_before(words, piece, floor, rules)
        if opener is None or not self._agrees_with(words[opener].core, piece.body):
            return None
        shared = self._shared_subject()
        led = verb.lexeme.stem in rules.outcomes or now_behind_past(words, floor, piece, rules)
        if not led and not (shared and self._disagrees(piece, shared[0])):
            return None
        return behind_subject(words, head_before(words, opener, rules, floor), rules)

    def _goes_on_told(self, last: Open, piece: Piece) -> bool:
        """Whether a joined verb agrees with that of a relative clause and not with the verb before
        (عاد الهدوء بعد اشتباكات *دامت* يومين *وأوقعت* قتلى), or says what came of what the clause
        describes (أدان الهجوم *الذي استهدف* مسجدا *وأسفر* عن قتلى), where the verb comes first."""
        assert self.main is not None
        plain = piece.kind == Kind.JOIN and not piece.paused and last.ranges[-1][1] == piece.start
        if not plain or self.rules.data.subject_first:
            return False
        inside = (k for k in range(*last.ranges[-1]) if self.words[k].verb >= Verb.WEAK)
        first, verb = next(inside, piece.body), self.words[piece.body]
        if acts_for_two(self.words[piece.body], self.rules):
            return bool(last.borrowed) and is_two(self.words[last.borrowed[0][0]], self.rules)
        verbs = self.words[first], verb, self.words[self.main.ranges[0][0]]
        relative, joined, before = (k.core.endswith(self.rules.feminine_verbs) for k in verbs)
        if last.kind == Kind.BARE and relative and joined and not before:
            return verbs[-1].verb >= Verb.WEAK
        return relative == joined and verb.lexeme.stem in self.rules.outcomes
