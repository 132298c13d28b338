"""Pieces behind a subject that waits for its verb: what stands between the two, and the verb."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from workbench.splitting.clauses.cutting.awaited_states import says_what_it_is
from workbench.splitting.clauses.cutting.predication import predicates, takes_object
from workbench.splitting.clauses.joining.finishing import is_lone
from workbench.splitting.clauses.joining.going_on import GoingOn
from workbench.splitting.clauses.joining.relatives import (
    SHORTEST_RELATIVE,
    acts_again_at,
    agreed_at,
    resumed_at,
)
from workbench.splitting.clauses.joining.told_of import (
    apposed_to,
    is_apposition,
    part_of,
    tells_age,
    whom_aged,
)
from workbench.splitting.clauses.opened import Open
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.forms import Verb

SUBJECTLESS = frozenset({Kind.RELATIVE, Kind.PARTICIPLE, Kind.BARE, Kind.RESULT})
"""Kinds of clause that have no subject of their own."""
_JOINED = frozenset({Kind.JOIN, Kind.PART, Kind.RESULT})
_NAME = 4
"""Words of somebody's name, at most."""
_SHORTEST = 2
_SHORTEST_NOMINAL = 3


class Waiting(GoingOn):
    """Tells what stands between a subject and its verb."""

    def _in_between(self, main: Open, piece: Piece, stands: bool, rest: Sequence[Piece]) -> None:
        """A piece between a subject and its verb, or the verb itself."""
        if stands and self._is_phrase(piece) and self._goes_on(rest):
            main.extend(piece, piece.start)
            return
        if self._tells_who(main, piece, stands, rest):
            return
        acts = takes_object(self.words, piece.body, piece.stop, self.rules)
        told = piece.kind == Kind.PAUSE and not acts and self._is_reduced(piece)
        if told and self._goes_on(rest):
            piece.kind = Kind.PARTICIPLE
            stands = piece.stop - piece.body > _SHORTEST
        if stands and piece.kind in self._embedded:
            self._embed(main, piece, rest)
            return
        # Behind an aside its verb is enough: "Stocks, which had been rising, *fell* after …".
        verb = self.words[piece.body]
        alone = piece.kind == Kind.PAUSE and piece.paused and verb.core in self.rules.undergoing
        acts = alone or (self.done[-1] is not main and verb.verb in {Verb.PAST, Verb.FINITE})
        # "Ann Lee, 41, *and Tom Reed*, 72, were": a second subject keeps its "and".
        first_verb = not self.rules.data.subject_first or self._lacks_subject(piece)
        goes_on = piece.kind == Kind.JOIN and first_verb
        main.extend(piece, piece.body if goes_on else piece.start)
        # "Those who took the pill *had* low levels, compared with …"
        held = (
            piece.kind == Kind.RELATIVE and resumed_at(self.words, piece, self.rules) < piece.stop
        )
        main.complete = stands or ((acts or held) and self.rules.data.subject_first)

    def _left_open(self, piece: Piece) -> Open | None:
        """The clause with a verb of being that has waited behind an aside for what a piece says."""
        if self.done[-1].ranges[-1][1] != piece.start:
            return None
        near = (one for one in reversed(self.done[-2:]) if len(one.ranges) == 1)
        says = (
            one for one in near if says_what_it_is(self.words, one.ranges[0], piece, self.rules)
        )
        return next(says, None)

    def _only_leads(self, main: Open) -> bool:
        """Whether no more than a phrase stands before a noun, by its preposition, conjunction or
        participle: "*Under the deal*, the firm", "*Citing costs*, it", "*If approved*, it"."""
        opener = self.words[main.ranges[0][0]]
        leads = opener.core in self.rules.prepositions or opener.core in self.rules.leading
        leads = leads or opener.verb in {Verb.GERUND, Verb.PAST}
        alone = len(main.ranges) == 1 and main.kind == Kind.START
        return alone and leads and self.rules.data.subject_first

    def _opens_behind(self, main: Open, piece: Piece, rest: Sequence[Piece]) -> bool:
        """Whether a noun behind such a phrase and its own clause waits for its verb: "In 2019, when
        sales fell, *the firm*, based in Oslo, *closed*"."""
        opens = piece.kind == Kind.PAUSE and self.done[-1] is not main and self._only_leads(main)
        return opens and self._is_subject_of(rest)

    def _tells_who(self, main: Open, piece: Piece, stands: bool, rest: Sequence[Piece]) -> bool:
        """Take in a piece that tells who or what the subject is, or how old, if it does."""
        # "On Monday, *the bank* | cut jobs"
        acts = self._is_subject_of(rest) or (stands and not self._lacks_subject(piece))
        if acts and self.done[-1] is main and self._only_leads(main):
            return False
        goes_on = self._goes_on(rest)
        aged = bool(rest) and tells_age(self.words, piece, self.rules)
        if aged or (goes_on and self._is_apposition(piece, stands)):
            subject = main.ranges[0]
            head = apposed_to(self.words, subject, piece, self.rules)
            head = whom_aged(self.words, subject, piece, self.rules) if aged else head
            self.done.append(Open([(piece.start, piece.stop)], Kind.APPOSITION, True, [head]))
            return True
        if goes_on and stands and (piece.kind == Kind.PURPOSE or self._tells_of_subject(piece)):
            head = self._what_is_told_of(main.ranges[0], piece)
            self.done.append(Open([(piece.body, piece.stop)], Kind.PART, True, [head]))
            return True
        return False

    def _embed(self, main: Open, piece: Piece, rest: Sequence[Piece]) -> None:
        """Take in a clause inside another, up to where the one around it goes on."""
        alone = piece.kind == Kind.RESULT or self._tells_of_some(piece.body)
        part = part_of(self.words, main.ranges[0], piece, self.rules) or self._counted_in(piece)
        heads = [] if alone else [part or self._described(piece)]
        stop = resumed_at(self.words, piece, self.rules)
        if stop == piece.stop and not rest and is_lone(self.words, main, piece, self.rules):
            stop = agreed_at(self.words, main.ranges[0][0], piece, self.rules)
        short = stop < piece.stop and stop - piece.body <= SHORTEST_RELATIVE
        if short or (stop == piece.stop and self._holds_verb(piece, rest)):
            main.extend(piece, piece.start)
            main.complete = True
            return
        added = piece.kind == Kind.PART and self.rules.data.subject_first
        kind = Kind.ADDED if added else piece.kind
        self.done.append(Open([(piece.body, stop)], kind, True, heads, paused=piece.paused))
        if stop < piece.stop:
            main.ranges.append((stop, piece.stop))
            main.complete = True

    def _holds_verb(self, piece: Piece, rest: Sequence[Piece]) -> bool:
        """Whether the verb of a subject can only stand inside its relative clause, though none
        there surely is: "A driver who was on his phone *crashed* into a school"."""
        if piece.kind != Kind.RELATIVE or piece.paused or not self.rules.data.subject_first:
            return False
        found = predicates(self.words, piece.start, piece.stop, self.rules)
        return len(found) > 1 and not any(map(self._has_verb, rest))

    def _is_phrase(self, piece: Piece) -> bool:
        """Whether no verb but participles stands in a phrase between commas that tells through what
        somebody spoke: "The rebels, *in a letter sent to the UN*, denied …"."""
        words, rules = self.words, self.rules
        opens = piece.kind == Kind.PAUSE and words[piece.body].core in rules.prepositions
        verbs = [k for k in range(piece.body, piece.stop) if words[k].verb >= Verb.PAST]
        done = all(
            words[k - 1].verb == Verb.NO
            and (words[k].verb == Verb.PAST or rules.is_participle(words[k].core))
            for k in verbs
        )
        spoken = any(words[k].core in rules.documents for k in range(piece.body, piece.stop))
        return opens and done and spoken and rules.data.subject_first

    @property
    def _embedded(self) -> frozenset[Kind]:
        """Kinds that stand between a subject and its verb; where the verb comes first, a
        participle behind a subject is its predicate."""
        kinds = SUBJECTLESS | {Kind.PART}
        return kinds if self.rules.data.subject_first else kinds - {Kind.PARTICIPLE}

    def _is_nominal(self, piece: Piece, following: Piece | None) -> bool:
        """Whether what stands before a joined clause says something without a verb: where no
        verb can be waited for."""
        main = self.main
        assert main is not None
        if piece.kind not in _JOINED or piece.dependent:
            return False
        first, last = main.ranges[0]
        if self.rules.data.subject_first:
            if self._lists_subjects(piece):
                return False
            return last - first >= _SHORTEST_NOMINAL and self._is_whole(piece, following)
        # من بين الشهداء 11 طفلا
        counted = any(word.number for word in self.words[first:last])
        said = counted or not self.rules.prepositional(self.words[first])
        # القصار، المتواري عن الأنظار، موجود في قبرص، إلا أن …
        length = sum(stop - start for start, stop in main.ranges)
        return length >= _SHORTEST_NOMINAL and said

    def _lists_subjects(self, piece: Piece) -> bool:
        """Whether short nouns between commas are subjects of the verb behind the last of them:
        "Ann Lee, Omar Said, *and Juan Roe were* held"."""
        words, (first, last) = self.words, self.main.ranges[0] if self.main else (0, 0)
        commas = [k for k in range(first + 1, last) if words[k].pause]
        short = all(b - a <= _NAME for a, b in itertools.pairwise([first, *commas, last]))
        plain = all(word.verb < Verb.PAST and not word.number for word in words[first:last])
        listed = bool(commas) and all(words[k].comma for k in commas) and short and plain
        joined = piece.kind == Kind.JOIN and words[piece.start].core in self.rules.conjunctions
        capital = all(words[k].capital for k in (first, *commas))
        return listed and joined and capital and not piece.subordinate

    def _says_more(self, main: Open, piece: Piece) -> bool:
        """Whether a second "and that" begins anew though no verb stood in the first: أن الحل قريب
        وأن اللجنة، التي …، ستجتمع."""
        first, last = main.ranges[0]
        again = piece.kind == Kind.JOIN and piece.paused and piece.states
        return again and last - first >= _SHORTEST_NOMINAL and not self.rules.data.subject_first

    def _is_apposition(self, piece: Piece, stands: bool) -> bool:
        """Whether a piece says what the subject before it is: "The building, a former mill, …"."""
        words, rules = self.words, self.rules
        assert self.main is not None
        if piece.kind != Kind.PAUSE or not rules.data.subject_first:
            return False
        own = words[piece.start : piece.stop]
        # "…, a judge *elected in* 2019, …"
        plain = not stands or all(word.verb <= Verb.PAST for word in own)
        return plain and is_apposition(words, self.main.ranges[0], piece, rules)

    def _acts_behind_aside(self, aside: Open, piece: Piece, rest: Sequence[Piece]) -> bool:
        """Whether the last piece opens with a form that may be a noun and is the verb that the
        subject before an aside waits for: "Chile, who lost on Sunday, *drop to* fourth"."""
        rules, verb = self.rules, self.words[piece.body]
        if rest or aside is self.main or not rules.data.subject_first:
            return False
        if verb.capital or piece.kind != Kind.PAUSE:
            return False
        if piece.stop - piece.body == 1:
            return self._is_lone_verb(piece)
        behind = self.words[piece.body + 1].core
        return verb.verb == Verb.WEAK and behind in rules.prepositions | rules.articles

    def _lists_on(self, aside: Open, piece: Piece, stands: bool) -> bool:
        """Whether a piece only goes on with the aside before it: "… and six crew", or "which is
        based in Waterloo, *Ontario*, has …"."""
        touches = aside.ranges[-1][1] == piece.start
        if piece.kind == Kind.PAUSE and aside.kind != Kind.RELATIVE:
            return False
        return piece.kind in {Kind.JOIN, Kind.PAUSE} and not stands and touches

    def _goes_on_aside(
        self, aside: Open, piece: Piece, stands: bool, rest: Sequence[Piece]
    ) -> bool:
        """Take in a piece that goes on with the aside before it, if it does."""
        goes_on = self._goes_on(rest)
        lists_on = (goes_on or not rest) and self._lists_on(aside, piece, stands)
        if lists_on or self._is_part_of_last(piece):
            aside.extend(piece, piece.start)
            return True
        if goes_on and self._is_second(aside, piece, stands):
            shares = not piece.subordinate
            kind, lent = (aside.kind, aside.borrowed) if shares else (piece.kind, [])
            self.done.append(Open([(piece.body, piece.stop)], kind, True, lent))
            return True
        return self._closes_relative(aside, piece, stands)

    def _closes_relative(self, aside: Open, piece: Piece, stands: bool) -> bool:
        """Take in a second verb of a relative clause with that of the subject behind it: "a man who
        stole a car *and hit a girl was jailed*"."""
        main = self.main
        if main is None or not self._is_second(aside, piece, stands):
            return False
        stop = acts_again_at(self.words, piece, self.rules)
        if stop == piece.stop or not self._lacks_subject(piece):
            return False
        self.done.append(Open([(piece.body, stop)], aside.kind, True, aside.borrowed))
        main.ranges.append((stop, piece.stop))
        main.complete = True
        return True

    def _is_second(self, aside: Open, piece: Piece, stands: bool) -> bool:
        """Whether a joined clause goes on with a relative one: "the quarter, which ended in May
        *and was* the first of the year, …", where the subject comes first."""
        joined = piece.kind == Kind.JOIN and not piece.paused and stands
        relative = aside.kind == Kind.RELATIVE and aside.ranges[-1][1] == piece.start
        return joined and relative and self.rules.data.subject_first

    def _tells_of_subject(self, piece: Piece) -> bool:
        """Whether an aside says who the subject is by a pronoun: الضحية، وهو طالب…، كان"""
        first = self.words[piece.body]
        pronoun = first.core in self.rules.pronouns and bool(first.lexeme.glue)
        return pronoun and piece.paused and not self.rules.data.subject_first
