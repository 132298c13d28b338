"""Pieces that go on with a clause before them though they have a verb."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.cutting.embedded import waits
from workbench.splitting.clauses.cutting.markers import marker_at
from workbench.splitting.clauses.joining.leading import was_asked
from workbench.splitting.clauses.joining.opening import SHORT_SUBJECT, Opening
from workbench.splitting.clauses.opened import Open
from workbench.splitting.clauses.phrases.outcomes import second_outcome
from workbench.splitting.clauses.phrases.when import says_when
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.words import Word

_SHORT_PHRASE = 5
"""Words of a phrase between commas before its relative clause, at most."""
INSIDE, BEHIND = 1, 2
"""Where a condition has its answer."""


class GoingOn(Opening):
    """Whether a piece goes on with what has begun or begins what goes on behind it."""

    def _sets_scene(self, piece: Piece, rest: Sequence[Piece]) -> bool:
        """Whether a phrase with a participle only leads up to its clause: "With all precincts
        counted, the measure trailed", "Under a deal *reached* before the verdict, the family will
        receive …", where the subject comes first."""
        opener = self.words[piece.body].core
        following = next((one for one in rest if one.kind == Kind.PAUSE), None)
        between = rest[: rest.index(following)] if following is not None else rest
        if not self.rules.data.subject_first or following is None:
            return False
        if not between and was_asked(self.words, piece, self.rules):
            return self._stands(following)
        if opener not in self.rules.prepositions or any(map(self._has_verb, between)):
            return False
        own = self.words[piece.body : piece.stop]
        return all(word.verb < Verb.WEAK for word in own) and self._stands(following)

    def _awaits(self, piece: Piece, following: Piece | None) -> bool:
        """Whether a marked topic only leads up to its clause: أما في البصرة، فقد بلغ, أما هذه المرة
        *فستموت* الصفقة."""
        if not piece.states or following is None or self.rules.data.subject_first:
            return False
        first = self.words[following.body]
        opens = first.core in self.rules.verb_next or first.verb == Verb.FINITE
        answers = following.paused or first.lexeme.glue in self.rules.data.glued_conjunctions[1:]
        joined = following.kind in {Kind.PAUSE, Kind.JOIN, Kind.BARE} and answers
        return joined and opens and not self._has_verb(piece)

    def _acts_at_last(self, piece: Piece) -> bool:
        """Whether a verb behind a comma is that of an auxiliary and its subject: كان رئيس
        الحكومة، أجرى."""
        if self.rules.data.subject_first or not piece.paused:
            return False
        first, comma = self.words[piece.body], self.words[piece.start].comma
        acts = first.verb == Verb.FINITE or first.core in self.rules.verb_next
        plain = not first.lexeme.glue and piece.kind in {Kind.PAUSE, Kind.BARE}
        opens = acts and comma and plain and first.core not in self.rules.auxiliaries
        return opens and self._waits() and not self._is_told()

    def _is_told(self) -> bool:
        """Whether an auxiliary has what is said of its subject already: كان لبنان *خاليا* من …"""
        assert self.main is not None
        (first, stop), rules = self.main.ranges[0], self.rules
        for k in range(first + 2, min(stop, first + 2 + _SHORT_PHRASE)):
            word, before = self.words[k], self.words[k - 1]
            closed = rules.definite(before.core) or before.core in rules.places
            plain = word.verb == Verb.NO and not word.pause and word.core not in rules.places
            if closed and plain and rules.object_stem(word.core) != word.core:
                return True
        return False

    def _closes_aside(self, piece: Piece) -> bool:
        """Whether a piece goes on with its clause behind an aside between two commas: "the fair,
        which opened on Monday, until Friday", where the verb comes first."""
        last, first = self.done[-1], self.words[piece.body]
        return (
            last.kind in {Kind.RELATIVE, Kind.PART, Kind.BARE}
            and (last.paused or self._is_in_aside(last))
            and last.ranges[-1][1] == piece.start
            and (piece.kind == Kind.PAUSE or self._is_of_auxiliary(piece))
            and not self.rules.data.subject_first
            and (first.verb < Verb.WEAK or self._waits())
            and not (
                last.kind == Kind.PART and first.number and self._tells_of_some(last.ranges[0][0])
            )
            and first.comma
        )

    def _is_of_auxiliary(self, piece: Piece) -> bool:
        """Whether a participle is what an auxiliary says of its subject: كان الوزير، …، *غاضبا*."""
        assert self.main is not None
        first, stop = self.main.ranges[0]
        short = self.words[first].core in self.rules.auxiliaries and stop - first <= SHORT_SUBJECT
        return piece.kind == Kind.PARTICIPLE and short and self._waits() and not self._is_told()

    def _is_in_aside(self, relative: Open) -> bool:
        """Whether a relative clause tells of the noun of a phrase behind a comma: وافق المجلس، *في
        جلسته التي* عقدها أمس، على الموازنة."""
        start = relative.ranges[0][0]
        near = range(start - 1, max(0, start - _SHORT_PHRASE) - 1, -1)
        first = next((k for k in near if self.words[k].pause), None)
        opens = first is not None and self.words[first].comma and not self.words[first].lexeme.glue
        phrase = opens and first is not None and self.rules.prepositional(self.words[first])
        return phrase and relative.kind in {Kind.RELATIVE, Kind.BARE}

    def _tells_of_some(self, first: int) -> bool:
        """Whether a clause that begins there tells of some of those before it (منهم, من بينهم)."""
        return any(word.core in self.rules.complete for word in self.words[first : first + 2])

    def _goes_on_main(self, piece: Piece) -> bool:
        """Whether a piece goes on with the clause around those before it, be there a verb."""
        goes_on = self._shares_verb(piece) or self._closes_aside(piece)
        goes_on = goes_on or self._acts_inside(piece) or self._dates_main(piece)
        return goes_on or self._acts_at_last(piece) or self._adds_outcome(piece)

    def _dates_main(self, piece: Piece) -> bool:
        """Whether a time behind a relative clause between commas is of the clause around it: "They
        had stopped the bus, which was full, *last Tuesday*", where the subject comes first."""
        last, main = self.done[-1], self.main
        aside = last.kind == Kind.RELATIVE and last.paused and last.ranges[-1][1] == piece.start
        if main is None or not aside or not self.rules.data.subject_first:
            return False
        beside = main.ranges[-1][1] == last.ranges[0][0] and piece.kind == Kind.PAUSE
        return beside and says_when(self.words[piece.body : piece.stop], self.rules)

    def _only_sets_time(self, main: Open, piece: Piece, rest: Sequence[Piece]) -> bool:
        """Whether a clause between commas parts no more than a time from the clause it is of: "*In
        2004*, when he was governor, *he sued it*", where the subject comes first."""
        rules, (first, stop) = self.rules, main.ranges[0]
        if not (rules.data.subject_first and piece.subordinate and piece.paused):
            return False
        behind = bool(rest) and rest[0].kind == Kind.PAUSE
        behind = behind and (self._stands(rest[0]) or self._is_subject_of(rest[1:]))
        dated = says_when(self.words[first:stop], rules)
        return dated and behind and main.ranges[-1][1] == piece.start

    def _acts_inside(self, piece: Piece) -> bool:
        """Whether a piece has the verb that a clause inside the one before waits for behind an
        aside: "a risk *that Webb*, who has 46 convictions, *would reoffend*"."""
        words, last, main = self.words, self.done[-1], self.main
        behind = last.kind == Kind.RELATIVE and last.ranges[-1][1] == piece.start and last.paused
        if main is None or not behind or not self.rules.data.subject_first:
            return False
        opens = piece.kind == Kind.PAUSE and words[piece.start].comma
        beside = main.ranges[-1][1] == last.ranges[0][0]
        acts = opens and beside and words[piece.body].verb >= Verb.PAST
        return acts and waits(words, main.ranges[-1], self.rules, surely=False)

    def _adds_outcome(self, piece: Piece) -> bool:
        """Whether a piece joins the second thing that a clause led to behind what some of those
        counted in the first were: مقتل 27 شخصا، بينهم طفلان، *وإصابة* 41."""
        assert self.main is not None
        last, joined = self.done[-1], (piece.body, piece.body + 1)
        counted = last.kind == Kind.PART and last.told_of and piece.kind == Kind.JOIN
        words, rules, main = self.words, self.rules, self.main.ranges[0]
        return bool(counted) and second_outcome(words, main, joined, rules) is not None

    def _shares_verb(self, piece: Piece) -> bool:
        """Whether the clause before is one verb, whose subject stands behind the next: توفي وأصيب
        عدد منهم."""
        assert self.main is not None
        first, stop = self.main.ranges[-1]
        alone = stop - first == 1 and len(self.main.ranges) == 1 and stop == piece.start
        joined = piece.kind == Kind.JOIN and not piece.paused
        return alone and joined and not self.rules.data.subject_first

    def _acts_anew(self, piece: Piece) -> bool:
        """Whether a verb with a conjunction written on to it begins a clause, where it comes
        first: no subject waits for it."""
        first = self.words[piece.body]
        joined = piece.kind == Kind.JOIN and piece.body == piece.start and first.lexeme.glue
        if self._shares_verb(piece):
            return False
        return bool(joined) and first.verb == Verb.FINITE and not self.rules.data.subject_first

    def _answers_condition(self, piece: Piece) -> bool:
        """Whether a clause says what is the case on the condition before it, or of a topic that a
        word marks: إذا استمر الوضع | فسنفقد الكورنيش, أما هذه المرة | فستموت الصفقة."""
        assert self.main is not None
        rules, first = self.rules, self.main.ranges[0][0]
        second = rules.data.glued_conjunctions[1:] or ("\0",)
        joined = self.words[piece.body].lexeme.glue.startswith(second)
        found = marker_at(self.words, first - 1, rules) if joined and first else None
        led = self.words[first].core in rules.conditions or (found is not None and found[0].states)
        return joined and led and self.done[-1] is self.main

    def _own_condition(self, piece: Piece, rest: Sequence[Piece]) -> int:
        """Whether a joined condition begins a sentence of its own, since it has its answer in the
        piece (*ولو خسرنا لما* اشتكيت) or behind it (*وإذا استمر* الحصار | *فسينفد* المخزون)."""
        words, rules = self.words, self.rules
        joined = piece.kind == Kind.JOIN and piece.paused and piece.dependent
        whole = self.main is not None and self.main.complete
        if not (joined and whole) or words[piece.body].core not in rules.conditions:
            return 0
        second = rules.data.glued_conjunctions[1:] or ("\0",)
        inside = words[piece.body + 2 : piece.stop]
        if any(k.core in rules.answers or k.lexeme.glue.startswith(second) for k in inside):
            return INSIDE
        following = rest[0] if rest else None
        answered = following is not None and words[following.body].lexeme.glue.startswith(second)
        return BEHIND if answered else 0

    def _has_its_verb(self, piece: Piece, rest: Sequence[Piece]) -> bool:
        """Whether a verb is that of a subject with a relative clause: "the boy who was hit, *is* in
        hospital", where the verb comes first; without a comma where none else follows."""
        aside = self.done[-1]
        if piece.kind != Kind.BARE or aside.ranges[-1][1] != piece.start:
            return False
        if aside is self.main:
            return self._is_told_which(aside) and not any(map(self._opens_with_verb, rest))
        alone = not any(map(self._opens_with_verb, rest))
        between = aside.kind == Kind.PART and piece.paused  # 12 مليونا، أي نصفهم، *يواجهون*
        return between or (aside.kind == Kind.RELATIVE and (piece.paused or alone))

    def _is_told_which(self, subject: Open) -> bool:
        """Whether a relative clause only says which subject is meant: السيول التي اجتاحت البلدة"""
        inside = (self.words[k].core for first, stop in subject.ranges for k in range(first, stop))
        return any(core in self.rules.relatives for core in inside)

    def _opens_with_verb(self, piece: Piece) -> bool:
        """Whether a piece that no conjunction opens begins with a sure verb."""
        plain = piece.kind in {Kind.BARE, Kind.PAUSE}
        return plain and self.words[piece.body].verb == Verb.FINITE

    def _follows_noun(self, piece: Piece) -> bool:
        """A verb behind a comma and no conjunction, where the verb comes first: it describes
        what stands before it."""
        first, at = self.words[piece.body], piece.body
        counted = at > 1 and self.words[at - 2].number and not self._tells_of_counted(piece)
        return (
            piece.kind == Kind.PAUSE
            and not self.rules.data.subject_first
            and (first.verb == Verb.FINITE or self._is_present(first) or self._is_denied(piece))
            and first.comma
            and not counted
            and first.core not in self.rules.sequel_verbs
            and not (len(self.done) == 1 and self.words[0].core in self.rules.fronted)
            and self.words[at - 1].verb != Verb.FINITE  # رغم أن الأرباح *تراجعت*، افتتحت الشركة
            and not self._is_closed(self.words[piece.body - 1], piece)
        )

    def _is_closed(self, word: Word, piece: Piece) -> bool:
        """Whether a noun before a comma is known, by its article, or by its owner where it is
        written like a verb and who acts stands in the piece: يلقي *كلمته*، سقطت قذيفتان."""
        rules = self.rules
        owned = word.core.endswith((*rules.data.possessive_endings, *rules.data.pronoun_endings))
        owned = owned and word.verb == Verb.WEAK and not self._lacks_subject(piece)
        return rules.definite(word.core) or owned

    def _tells_of_counted(self, piece: Piece) -> bool:
        """Whether a verb behind a count leaves its subject to it (300 حريق، *أتت* على الغابات) or
        says how many of them (81 فيلما، *يتنافس 13 منها*), not "…, 75 dollars, the office rose"."""
        near = self.words[piece.body + 1 : piece.body + 1 + SHORT_SUBJECT]
        some = any(word.core in self.rules.of_them for word in near)
        return some or self._lacks_subject(piece)

    def _is_denied(self, piece: Piece) -> bool:
        """Whether a denied verb stands between two commas: هجوم، *لم تتبنه* أي جهة، …"""
        first = self.words[piece.body].core in self.rules.past_negators
        return first and piece.stop < len(self.words) and self.words[piece.stop].comma

    def _is_present(self, word: Word) -> bool:
        """Whether a word that is a noun as often has the beginning of a present form (يؤوي)."""
        prefixes = self.rules.data.subordinated_prefixes[:1]
        return word.verb == Verb.WEAK and word.core.startswith(prefixes or "\0")
