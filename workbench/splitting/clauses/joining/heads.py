"""What a piece shares with the clauses before it: subjects, heads and modals."""

from __future__ import annotations

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.cutting.predication import lacks_subject
from workbench.splitting.clauses.joining.acting import what_struck, without_modal
from workbench.splitting.clauses.joining.lasting import only_ages
from workbench.splitting.clauses.joining.relatives import FARTHEST, told_head
from workbench.splitting.clauses.joining.relatives_verb_first import given_back_at, holds_object
from workbench.splitting.clauses.joining.sharing import Sharing
from workbench.splitting.clauses.joining.standing import LONE
from workbench.splitting.clauses.joining.told_of import counted_done_to, counted_last, is_of_several
from workbench.splitting.clauses.joining.told_on import behind_subject, measures_no_place
from workbench.splitting.clauses.opened import Open
from workbench.splitting.clauses.phrases.outcomes import second_outcome
from workbench.splitting.clauses.phrases.phrases import (
    head_before,
    is_accusative,
    subject_of,
)
from workbench.splitting.clauses.phrases.when import before_time
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.duals import (
    acts_one_of_two,
    two_before,
)
from workbench.splitting.clauses.words.forms import Verb

LONGEST_APPOSITION = 10
"""Words of a phrase that is apposed, or that an aside between commas describes."""

_TOTAL = 3
"""Words up to the end of an aside among which the number of all stands that it gives."""


class Heads(Sharing):
    """The subjects and heads that a piece shares with the clauses before it."""

    def _described(self, piece: Piece) -> Range:
        """What an aside describes that stands between a subject and its verb."""
        assert self.main is not None
        last, (first, stop) = self.done[-1], self.main.ranges[0]
        if piece.kind == Kind.PARTICIPLE:
            if last.kind == Kind.PARTICIPLE and not piece.paused and last.borrowed:
                return last.borrowed[0]
            if last.kind == Kind.RELATIVE and last.borrowed and self.rules.data.subject_first:
                return last.borrowed[0]  # "a man who set fire to a house, *killing* two"
            first = next((k for k in range(stop - 1, first, -1) if self.words[k].pause), first)
            nearest = head_before(self.words, piece.start, self.rules, first)
            whole = stop == piece.start and not self.rules.prepositional(self.words[first])
            definite = self.words[nearest[0]].core in self.rules.pointers
            # It tells of the subject, if not of a thing inside it that is pointed at.
            if whole and not definite and stop - first <= LONGEST_APPOSITION:
                return (first, stop)
        floor = self.main.ranges[0][0]
        behind = before_time(self.words, piece.start, self.rules)
        nearest = head_before(self.words, behind, self.rules, floor)
        if is_of_several(self.words, self.main.ranges[0], nearest, piece, self.rules):
            return self.main.ranges[0]
        if piece.paused and self._only_describes(nearest):
            return self.main.ranges[0]
        return self._person_before(piece) or nearest

    def _only_describes(self, phrase: Range) -> bool:
        """Whether what stands nearest is no noun, but describes one: مشروع الباص *سريع التردد*،"""
        words, rules, (first, _) = self.words, self.rules, phrase
        if rules.data.subject_first or first == 0 or words[first].core in rules.given:
            return False
        closed = rules.definite(words[first - 1].core)
        return closed and not rules.definite(words[first].core) and not words[first].number

    def _what_is_told_of(self, subject: Range, piece: Piece) -> Range:
        """What an aside says is something: of "the price of diesel, which is the commonest fuel"
        not the price, but its diesel."""
        words, rules = self.words, self.rules
        first, last = subject
        if words[first].core not in rules.amounts or piece.body + 1 >= piece.stop:
            return subject
        what = words[piece.body + 1].core
        if not rules.definite(what) or rules.without_article(what).startswith(
            rules.data.superlative_starts
        ):
            return subject
        named = next((k for k in range(first + 1, last) if rules.definite(words[k].core)), first)
        between = any(rules.prepositional(words[k]) for k in range(first + 1, named + 1))
        return subject if between else (named, last)

    def _antecedent(self, piece: Piece) -> list[Range]:
        if piece.kind in {Kind.RELATIVE, Kind.BARE}:
            return self._told_again(piece) or self._head_of(piece)
        if piece.kind == Kind.RESULT:
            # What brought the result about is the whole event, not its subject.
            return []
        made = self._shown(piece) or self._made_last(piece)
        made = self._broken_out(piece) if made is None else made
        main = self.main.ranges[0] if self.main is not None else (0, 0)
        struck = what_struck(self.words, main, piece, self.rules)
        made = [struck] if struck is not None else made
        shared = (
            without_modal(self._shared_subject(), self.words, self.rules) if made is None else made
        )
        if shared and self._tells_of_others(piece, shared[0]):
            near = head_before(self.words, piece.start, self.rules, main[0])
            return [near] if self._counts_new(near) else []
        return [] if shared and self._is_of_speaker(piece, shared[0]) else shared

    def _tells_of_others(self, piece: Piece, subject: Range) -> bool:
        """Whether a participle of several tells of no single woman or body: ضبطت *الشرطة* سبعة
        أشخاص، *متورطين* في سرقة."""
        rules, head = self.rules, self.words[subject[0]]
        several = self.words[piece.body].core.endswith(rules.data.plural_endings or "\0")
        one = head.raw.endswith(rules.feminine_nouns)
        one = one or rules.without_article(head.core) in rules.masculine_bodies
        return several and one and not rules.data.subject_first

    def _head_of(self, piece: Piece) -> list[Range]:
        """The noun before a relative clause of which it tells."""
        floor = self.done[-1].ranges[-1][0]
        behind = before_time(self.words, piece.start, self.rules)
        head = head_before(self.words, behind, self.rules, floor)
        head = told_head(self.words, piece.start, head, floor, self.rules)
        head = behind_subject(self.words, head, self.rules, bare=piece.kind != Kind.RELATIVE)
        if only_ages(self.words, head, self.rules):  # كتاب صدر قبل *أربعين سنة* يتحدث عن …
            return self._shared_subject() if self._opens_nominal() else []
        if acts_one_of_two(self.words, piece.body, piece.stop, self.rules):
            return two_before(
                self.words, piece.start, max(floor, piece.start - FARTHEST), self.rules
            )
        if piece.kind != Kind.RELATIVE:
            # A bare relative describes an indefinite noun, which may stand further back.
            return self._indefinite(self._those_hit(head), floor, piece.body)
        head = self._agreeing_head(piece, head, floor)
        if (subject := self._person_before(piece)) is not None:
            return [subject]
        # "… was expecting, which is why …": it tells of all that.
        verbs = {Verb.GERUND, Verb.PAST, Verb.FINITE}
        verbal = all(self.words[k].verb in verbs for k in range(*head))
        if verbal and self.rules.data.subject_first:
            return self._counted_before(piece)
        return [] if measures_no_place(self.words, head, piece, self.rules) else [head]

    def _told_again(self, piece: Piece) -> list[Range]:
        """Those of whom the relative clause before told that opened alike ("voters *who are* dead,
        *who are* abroad"), or who were counted before an aside on some of them."""
        words, last = self.words, self.done[-1]
        if self._tells_of_part(piece):
            return self._counted_before(piece)
        start = last.ranges[0][0]
        related = last.kind == Kind.RELATIVE and last.borrowed
        again = words[piece.start].core in self.rules.conjunctions  # "…, *and who* paid for it"
        size = 1 if again else 2
        opened = ([word.core for word in words[at : at + size]] for at in (start, piece.body))
        if related and (again or piece.paused) and next(opened) == next(opened):
            return list(last.borrowed)
        counted = counted_done_to(words, last.ranges[-1], piece, self.rules)
        return [counted] if counted is not None else []

    def _broken_out(self, piece: Piece) -> list[Range] | None:
        """What a subordinate clause tells of for the first time, of which a participle behind it
        tells, and not of who is known: "Police are there after *a bus* overturned, killing 12".
        Where either may be meant it is left open: "Dozens fled when gunmen came, | killing two"."""
        words, rules, last = self.words, self.rules, self.done[-1]
        harms = words[piece.body].core in rules.harming
        if last.kind == Kind.PARTICIPLE and (harms or not piece.paused):
            return list(last.borrowed)  # "…, killing 12 *and injuring four*"
        if not harms or not last.subordinate or last.borrowed or last is self.main:
            return None
        found = subject_of(words, *last.ranges[-1], rules, self._verb_of(last))
        known = self._shared_subject()
        if found is None or not known:
            return None
        if self._counts_new(known[0]):
            return [] if self._is_new(found) else None
        if words[found[0]].core in rules.indefinite_articles:
            return [found]
        return [] if self._is_new(found) else None

    def _counts_new(self, noun: Range) -> bool:
        """Whether a noun phrase opens with how many: "*a* driver", "*dozens* of villagers"."""
        word, rules = self.words[noun[0]], self.rules
        counts = word.number or word.core in rules.numerals | rules.bare_crowds
        return counts or word.core in rules.indefinite_articles

    def _is_new(self, noun: Range) -> bool:
        """Whether a noun phrase names somebody for the first time: "*gunmen* on motorcycles"."""
        word, rules = self.words[noun[0]], self.rules
        several = word.core in rules.plurals or word.core.endswith(rules.data.inflected_endings)
        return self._counts_new(noun) or (several and not word.capital)

    def _those_hit(self, head: Range) -> Range:
        """Those whom a deed befell, of whom a bare relative clause tells and not of the deed: مقتل
        *خمسة أشخاص* كانوا …, جثث *ثلاثة صيادين* كانوا …"""
        words, rules = self.words, self.rules
        if rules.data.subject_first or words[head[0]].number:
            return head
        counted = next((k for k in range(head[0] + 1, head[1]) if self._counts_at(k)), None)
        if counted is not None and words[head[0]].core not in rules.numerals:
            return (counted, head[1])
        last = words[head[1] - 1]
        hit = head[1] - 1 > head[0] and rules.is_event(words[head[1] - 2].core)
        hit = hit and last.core in rules.persons
        return (head[1] - 1, head[1]) if hit else head

    def _counted_before(self, piece: Piece) -> list[Range]:
        """Those counted before a verb, of whom a part is told: "349 contacts are watched, *of whom*
        119 …"."""
        opens = self.words[piece.start].core in self.rules.name_joints
        found = counted_last(self.words, self.main.ranges[0], self.rules) if self.main else None
        return [found] if opens and found else []

    def _tells_of_part(self, piece: Piece) -> bool:
        """Whether a relative clause opens with how many of those before: "*of whom 90* will go"."""
        count = self.words[min(piece.body + 2, piece.stop - 1)]
        counted = count.number or count.core in self.rules.numerals
        return counted and self.words[piece.start].core in self.rules.name_joints

    def _is_of_speaker(self, piece: Piece, subject: Range) -> bool:
        """Whether a participle tells of who speaks, and not of the subject before it: one of
        asking or foretelling in what he says (داعيا إلى), or a masculine behind a feminine
        (الوزارة …، متوقعاً)."""
        rules, word = self.rules, self.words[piece.body]
        if rules.data.subject_first:
            return False
        masculine = is_accusative(word, rules) or word.raw.endswith(rules.data.masculine_endings)
        feminine = self.words[subject[0]].raw.endswith(rules.feminine_nouns)
        return (self.reported and word.core in rules.of_speaker) or (masculine and feminine)

    def _person_before(self, piece: Piece) -> Range | None:
        """The subject that "who" tells of behind a comma, whatever is said of it between: "a
        second man, aged 29, who …"."""
        words, main = self.words, self.main
        opens = words[piece.start]
        if main is None or not opens.pause or opens.core not in self.rules.personal_relatives:
            return None
        start = main.ranges[0][0]
        between = range(start + 1, piece.start)
        if words[start].verb >= Verb.PAST:
            return None  # "campaigned and *voted for* Reed, who …"
        if any(words[k].verb >= Verb.PAST for k in between):
            return None
        stop = next((k for k in between if words[k].pause), piece.start)
        that = (k for k in between if words[k].core in self.rules.complementisers)
        start = next((k + 1 for k in that if words[k + 1].capital), start)
        return self._owner(start, stop) or start, stop

    def _owner(self, start: int, stop: int) -> int | None:
        """Where the person begins to whom a thing belongs, of whom alone "who" can tell: "the
        trial of *former minister Paulo Gomes*, who …"."""
        words, rules = self.words, self.rules
        of = next((k for k in range(start, stop) if words[k].core in rules.name_joints), stop)
        owned = words[start:of]
        known = any(word.core in rules.persons or word.capital for word in owned[1:] or owned)
        if of + 1 >= stop or known or rules.language.is_plural(words[of - 1].core):
            return None
        person = any(words[k].core in rules.persons for k in range(of + 1, stop))
        return of + 1 if person and words[stop - 1].capital else None

    def _adds_to_last(self, piece: Piece) -> bool:
        """Take in a piece that goes on with the last clause, or shares its head, if one does."""
        if self._is_part_of_last(piece):
            self.done[-1].extend(piece, piece.start)
            return True
        if self._is_ellipsis(piece):
            self._add_ellipsis(piece)
            return True
        if self._holds_object(piece):
            self.done[-1].extend(piece, piece.start)
            return True
        if not self._goes_on_relative(piece):
            return False
        own, lent = [(piece.body, piece.stop)], list(self.done[-1].borrowed)
        self.done.append(Open(own, Kind.RELATIVE, True, lent, paused=True))
        return True

    def _holds_object(self, piece: Piece) -> bool:
        """Whether a relative clause cannot be told apart from its clause, the object of whose verb
        stands behind it, nobody knows where."""
        last, words = self.done[-1], self.words
        if last is not self.main or last.borrowed or len(last.ranges) > 1:
            return False
        heads = self._antecedent(piece) if piece.kind in {Kind.RELATIVE, Kind.BARE} else []
        if not heads or heads[0][0] > last.ranges[0][0] + 2:
            return False  # نعت نقابة المهن التمثيلية *الراحل* | الذي …
        relative = Open([(piece.body, piece.stop)], piece.kind, True, paused=piece.paused)
        held = holds_object(words, last.ranges[0], piece, self.rules)
        return held and given_back_at(words, last.ranges[0], relative, self.rules) is None

    def _is_part_of_last(self, piece: Piece) -> bool:
        """Whether a piece names some of those whose number an aside gives last: "confirmed two
        cases, bringing the total *to 11, including four deaths*", where the subject comes first."""
        last, words = self.done[-1], self.words
        inside = last is not self.main and last.kind == Kind.PARTICIPLE
        touches = last.ranges[-1][1] == piece.start and self.rules.data.subject_first
        names = piece.kind in {Kind.PART, Kind.PAUSE}
        names = names and words[piece.body].core in self.rules.including
        near = words[max(last.ranges[-1][0], piece.start - _TOTAL) : piece.start]
        return inside and touches and names and any(word.number for word in near)

    def _goes_on_relative(self, piece: Piece) -> bool:
        """Whether a joined verb goes on with a relative clause between two commas, where the verb
        comes first: الدراسة، التي قادتها الجامعة *واستمرت عاما*، شملت …"""
        last, words = self.done[-1], self.words
        closes = piece.stop < len(words) and words[piece.stop].comma
        closes = closes and not words[piece.stop].lexeme.glue
        relative = last.kind == Kind.RELATIVE and last.paused and last.ranges[-1][1] == piece.start
        joined = piece.kind == Kind.JOIN and not piece.paused
        return closes and relative and joined and not self.rules.data.subject_first

    def _lacks_subject(self, piece: Piece) -> bool:
        if piece.kind in LONE or piece.kind == Kind.ABSOLUTE:
            return False
        if piece.shared:
            return self.words[piece.body].core not in self.rules.impersonal
        return lacks_subject(self.words, piece.body, piece.stop, self.rules)

    def _resume(self, aside: Open) -> None:
        """Give back to the clause before what belongs to it behind a relative clause, or behind
        what some of those counted were."""
        main = self.main
        if main is None or self.rules.data.subject_first:
            return
        first, stop = aside.ranges[0]
        if aside.kind == Kind.PART:
            resumed = second_outcome(self.words, main.ranges[0], (first, stop), self.rules)
        else:
            resumed = given_back_at(self.words, main.ranges[0], aside, self.rules)
        if resumed is not None:
            aside.ranges[0] = (first, resumed)
            main.ranges.append((resumed, stop))

    def _add_ellipsis(self, piece: Piece) -> None:
        last = self.done[-1]
        noun = last.borrowed[0][0] if last.borrowed else None
        head = [] if noun is None else [(noun, noun + 1)]
        self.done.append(Open([(piece.body, piece.stop)], Kind.PART, True, head))
