"""What is added to a clause: of what a piece without a verb tells, and which words say so."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.cutting.boundaries_verb_first import opens_each
from workbench.splitting.clauses.cutting.predication import lacks_subject, predicates
from workbench.splitting.clauses.joining.standing import Standing
from workbench.splitting.clauses.joining.told_of import (
    compares,
    counted_last,
    is_event,
    part_of,
    tallied,
    without_share,
)
from workbench.splitting.clauses.joining.tolls import is_toll
from workbench.splitting.clauses.opened import Open
from workbench.splitting.clauses.phrases.phrases import (
    head_before,
    noun_phrase,
    pointed_at,
    subject_of,
)
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.forms import Verb

_NAME = 4
"""Words of a name behind what its bearer is, at most."""

_LONGEST_SUBJECT = 12
"""Words of a subject that an aside parts from its verb, at most."""
_OPENER = 2
"""Words of a conjunction with its participle ("if approved")."""
_SHOWN = 7
"""Words from a verb that shows something to the verb of what it shows, at most."""


class Added(Standing):
    """Tells of what an addition to the clause before it tells."""

    def _shared_subject(self) -> list[Range]:
        main = self.main
        if main is None:
            return []
        if main.borrowed:
            return list(main.borrowed)
        if self.pronoun and main.ranges[0][0] == 0:
            return []  # إنها | شكلت لجنة، *ودفعت* بأوناش
        first, verb = main.ranges[0], self._verb_of(main)
        if verb is None and self._verb_behind(main):
            return [first]
        if behind := self._behind_opener(main, verb):
            return [behind]
        inner = self._inner_subject(first, verb)
        found = inner or subject_of(self.words, *first, self.rules, verb)
        return [found] if found else []

    def _inner_subject(self, clause: Range, verb: int | None) -> Range | None:
        """The subject of what a clause says that something shows, without "that": "tests suggested
        *the woman* grew up in Norway and came to Scotland"."""
        words, rules = self.words, self.rules
        shows = verb is not None and rules.base(words[verb].core) in rules.showing
        if verb is None or not shows or not rules.data.subject_first:
            return None
        inner = next((k for k in predicates(words, verb + 1, clause[1], rules) if k > verb + 1), -1)
        named = words[verb + 1].core in rules.articles | rules.personal or words[verb + 1].capital
        apart = any(words[k].pause for k in range(verb + 1, inner + 1))
        return (verb + 1, inner) if named and not apart and inner - verb <= _SHOWN else None

    def _verb_behind(self, clause: Open) -> bool:
        """Whether an aside parts a whole subject from its verb: "*The capture of the town*, once a
        market, *will* open the road", where the subject comes first."""
        (first, stop), later = clause.ranges[0], clause.ranges[1:]
        whole = self.rules.data.subject_first and stop - first <= _LONGEST_SUBJECT
        plain = not self.rules.prepositional(self.words[first])
        return whole and plain and bool(later) and self.words[later[0][0]].verb >= Verb.PAST

    def _behind_opener(self, clause: Open, verb: int | None) -> Range | None:
        """The subject behind what opens a clause, where its verb stands behind an aside ("On
        Monday, *the bank*, based in Oslo, closed") or that is short ("If approved, *it* will")."""
        (first, stop), later = clause.ranges[0], clause.ranges[1:]
        if not self.rules.data.subject_first:
            return None
        words = self.words
        opened = next((k for k in range(stop - 1, first, -1) if words[k].pause), stop)
        acts = bool(later) and words[later[0][0]].verb >= Verb.PAST
        plain = all(word.verb < Verb.PAST for word in words[opened:stop])
        if acts and plain and opened < stop and (verb is None or verb < opened):
            return opened, stop
        short = first + _OPENER
        led = words[first].core in self.rules.leading and verb == first + 1
        led = led and short < stop and words[short].pause
        return subject_of(words, short, stop, self.rules) if led else None

    def _verb_of(self, clause: Open) -> int | None:
        """Where the predicate of a clause begins, if its subject stands before it."""
        if not self.rules.data.subject_first:
            return None
        words, rules, (start, stop) = self.words, self.rules, clause.ranges[0]
        found = predicates(words, start, stop, rules)
        if not found:
            return None
        if any(words[k].core in rules.personal_relatives for k in range(start + 1, found[0])):
            # "A man who tries to hide *fails*": the last is that of the clause itself.
            found = [k for k in found if words[k - 1].core not in rules.infinitives][-1:] or found
        if words[found[0] - 1].core in rules.infinitives:
            # "Efforts to free the man *failed*": the infinitive is that of a noun.
            later = (k for k in found if words[k - 1].core not in rules.infinitives)
            verb = next(later, found[0])
            apart = any(word.pause for word in words[start + 1 : verb + 1])
            found = found if apart else [verb]
        opens, ahead = rules.prepositional(words[start]), self._behind_opening(start, found)
        return ahead if opens and ahead is not None else found[0]

    def _behind_opening(self, start: int, verbs: Sequence[int]) -> int | None:
        """The verb behind the phrase that opens a clause, be there a participle in that: "In a case
        involving a man *convicted* of theft, the judge *disagreed*"."""
        comma = next((k for k in range(start + 1, verbs[-1] + 1) if self.words[k].pause), None)
        return None if comma is None else next((k for k in verbs if k > comma), None)

    def _added(self, piece: Piece) -> tuple[Kind, list[Range]]:
        """What a piece without a verb behind the clause before it is, and of what it tells."""
        main, words, rules = self.main, self.words, self.rules
        if main is None or not main.complete or is_toll(words, piece.body, piece.stop, rules):
            return piece.kind, []
        if compares(words, piece.body, rules):
            shared = [without_share(words, one, rules) for one in self._shared_subject()]
            if shared:
                return Kind.ADDED, shared
        part = part_of(words, main.ranges[-1], piece, rules)
        if part is not None:
            return Kind.ADDED, [part]
        event = self._event_before(piece)
        return (Kind.RECORD, [event]) if event else (piece.kind, [])

    def _compared(self, clause: Open, piece: Piece) -> Range | None:
        """The clause whose figure an addition compares: "*It earned 7m*, up 81%"."""
        compared = clause.kind == Kind.ADDED and compares(self.words, piece.body, self.rules)
        return self._event_before(piece) if compared else None

    def _told_of(self, piece: Piece) -> Range | None:
        """What an addition tells of: where the verb comes first those counted last (200 أسير،
        *بينهم* 140), or for a record or a change the clause before (بلغ 12%، *وهو أعلى* مستوى);
        else the clause that a phrase without a verb adds to ("it sank, *with the loss of* …")."""
        if piece.kind == Kind.ABSOLUTE:
            return self._event_before(piece) if self._is_verbless(piece) else None
        rules = self.rules
        taking_up = rules.added_changes | rules.demonstratives | rules.sequel_verbs  # وذلك بسبب
        if self._tells_record(piece) or self.words[piece.body].core in taking_up:
            return self._event_before(piece)
        if opens_each(self.words, piece.body, self.rules):
            return self._event_of_main()
        opened = {self.words[k].core for k in range(piece.body, min(piece.body + 2, piece.stop))}
        if self.main is None or opened.isdisjoint(self.rules.of_them):
            return None
        last = self.done[-1].ranges[-1]  # …، ما أدى إلى مقتل *11 نازحا* بينهم خمس نساء
        counted = last[1] == piece.start and counted_last(self.words, last, self.rules)
        counted = counted or counted_last(self.words, self.main.ranges[-1], self.rules)
        return counted or tallied(self.words, self.main.ranges[-1], self.rules)

    def _said_who(self, piece: Piece) -> list[Range]:
        """Of whom an aside says by a pronoun who he is, or where his seat is: المنظمة، *ومقرها*
        جنيف."""
        core, rules = self.words[piece.body].core, self.rules
        if self.main is None or self._tells_record(piece):
            return []
        if core in rules.owned_asides:
            return [head_before(self.words, piece.start, rules, self.main.ranges[0][0])]
        found = self._pointed_at(piece) if core in rules.free_pronouns else None
        return [found] if found is not None else []

    def _pointed_at(self, piece: Piece) -> Range | None:
        """The subject of which an aside says by a pronoun what it is: القارب، *وهو قارب صيد*; of
        several, those counted last: 43 مهاجرا، *وهم من الصومال*."""
        assert self.main is not None
        words, rules = self.words, self.rules
        if words[piece.body].core in rules.several_pronouns:
            counted = counted_last(words, self.main.ranges[-1], rules)
            if counted is not None:
                return counted
        if rules.owned(words[piece.start - 1].core):
            return (piece.start - 1, piece.start)  # مقتل *سائقها*، وهو مدرس
        found = pointed_at(words, self.main.ranges[0], piece.body, rules)
        return self._with_name(found, piece.start) if found is not None else None

    def _with_name(self, subject: Range, comma: int) -> Range:
        """A subject with all that stands between it and the comma behind it, if that is no more
        than a name: المخرجة *سلمى الجوهري*، وهي …"""
        words, (first, stop) = self.words[subject[1] : comma], subject
        plain = not any(k.verb or k.pause or self.rules.prepositional(k) for k in words)
        return (first, comma) if plain and comma - stop <= _NAME else subject

    def _event_of_main(self) -> Range | None:
        """The clause that additions behind it go on to tell of, if it is short enough."""
        main = self.main
        return main.ranges[0] if main is not None and is_event(main.ranges[0]) else None

    def _tells_record(self, piece: Piece) -> bool:
        """Whether a piece says what record something is: (وهو) *أعلى* مستوى في تاريخ العراق."""
        at = piece.body
        pointed = self.words[at].core in self.rules.pronouns and at + 1 < piece.stop
        return self.words[at + pointed].core in self.rules.superlatives

    def _is_verbless(self, piece: Piece) -> bool:
        """Whether a piece has no word that may be a verb, where the subject comes first."""
        own = self.words[piece.body : piece.stop]
        return self.rules.data.subject_first and all(word.verb < Verb.PAST for word in own)

    def _event_before(self, piece: Piece) -> Range | None:
        """The clause that ends before a piece, if it stands whole without its head."""
        last = self.done[-1]
        first, stop = last.ranges[-1]
        if stop != piece.start or len(last.ranges) > 1 or not is_event((first, stop)):
            return None
        if last.kind == Kind.RELATIVE:  # "Sialkot, where 363mm of rain fell"
            where = not lacks_subject(self.words, first + 1, stop, self.rules)
            return (first + 1, stop) if where else None
        return None if last.borrowed else (first, stop)

    def _counted_in(self, piece: Piece) -> Range | None:
        """What an aside counts anew that was counted before it: 24 مليون شخص، *أي نصف السكان*."""
        first = self.words[piece.body]
        counts = first.number or first.core in self.rules.fractions
        if not counts or self.main is None:
            return None
        return counted_last(self.words, self.main.ranges[-1], self.rules)

    def _brought_about(self, piece: Piece) -> Range | None:
        """The event that a result tells of, where the verb comes first: …، *ما أدى* إلى انهيار."""
        result = piece.kind == Kind.RESULT and not self.rules.data.subject_first
        return self._event_before(piece) if result else None

    def _of_subordinate(self, piece: Piece) -> list[Range]:
        """The subject of a subordinate clause that a verb is joined to without a pause: "shares
        fell after *the baker* warned on profit and scrapped its dividend"."""
        last = self.done[-1]
        touches = last.ranges[-1][1] == piece.start and piece.kind == Kind.JOIN
        if not last.subordinate or not touches or piece.paused or last.borrowed:
            return []
        verb = self._verb_of(last)
        if self._shares_auxiliary(piece, verb):
            return []
        found = subject_of(self.words, *last.ranges[-1], self.rules, verb)
        named = found is not None and self.words[found[0]].core not in self.rules.personal
        return [found] if found and named else []

    def _shares_auxiliary(self, piece: Piece, verb: int | None) -> bool:
        """Whether a joined verb has the auxiliary of the clause around a subordinate one, whose
        ``verb`` is another: "We *have* been in it since it began and *have* paid"."""
        own, main = self.words[piece.body].core, self.main
        around = self._verb_of(main) if main is not None else None
        if around is None or verb is None or own not in self.rules.auxiliaries:
            return False
        return self.words[around].core == own != self.words[verb].core

    def _counted_head(self, piece: Piece) -> list[Range]:
        """The clause before up to its figure, of which a piece counts a part by place: "closed 20
        schools, *of them 12 in Aleppo*"."""
        start, words, rules = piece.body, self.words, self.rules
        if start + 3 >= piece.stop or words[start].core not in rules.of_them or not self.main:
            return []
        placed = words[start + 2].core in rules.locative and rules.is_place(words[start + 3].core)
        if not words[start + 1].number or not placed:
            return []  # أصيب 50 شخصا، *بينهم 3 في حالة حرجة*
        first, stop = self.main.ranges[0]
        figure = next((k for k in range(first + 1, stop) if words[k].number), first)
        tallies = any(words[k].core in rules.counting_nouns for k in range(first, figure))
        return [] if tallies or figure == first else [(first, figure)]

    def _shown(self, piece: Piece) -> list[Range] | None:
        """Whom a picture shows, of whom a participle tells and not of the picture: "The video shows
        *officers* on a bridge, kicking a man"."""
        words, rules, main = self.words, self.rules, self.main
        verb = self._verb_of(main) if main is not None else None
        if main is None or verb is None or words[verb].core not in rules.picturing:
            return None
        start = verb + 1 + (words[verb + 1].core in rules.complementisers)
        found = noun_phrase(words, start, main.ranges[0][1], rules)
        first = words[piece.body]
        acting = first.verb == Verb.GERUND or first.core in rules.titling
        return [found] if found is not None and acting else None
