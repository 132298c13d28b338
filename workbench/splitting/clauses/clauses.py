"""From a stretch of asserted words to clauses of one predicate each.

The stretch is cut at every candidate boundary (`boundaries`), then every
piece that has no predicate of its own is merged back. This order is what held up on news that
nobody had tuned for; cutting only where a verb was sure did not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.splitting.clauses.boundaries import cut, marker_at
from workbench.splitting.clauses.clause import Clause, Range
from workbench.splitting.clauses.exceptions import exceptions
from workbench.splitting.clauses.grammar import Grammar, Verb
from workbench.splitting.clauses.phrases import head_before, subject_of, trim_range
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.predicates import Word
from workbench.splitting.clauses.predication import lacks_subject, predicates, says_what_is
from workbench.splitting.clauses.relatives import SHORTEST_RELATIVE, restricts, resumed_at

_LONE = frozenset({Kind.PURPOSE, Kind.CIRCUMSTANCE, Kind.PART, Kind.ENUMERATION})
"""Kinds that state something without a verb."""
_VERBLESS = _LONE | {Kind.PARTICIPLE, Kind.ABSOLUTE}
_SUBJECTLESS = frozenset({Kind.RELATIVE, Kind.PARTICIPLE, Kind.BARE, Kind.RESULT})
_JOINED = frozenset({Kind.JOIN, Kind.PART, Kind.RESULT})
_SHORTEST = 2
_SHORTEST_BARE = 3
_SHORTEST_NOMINAL = 3
_LONGEST_APPOSITION = 10
_LONGEST_LABEL = 6
_FARTHEST = 40
"""Words back at which a relative clause may have begun."""


@dataclass(slots=True)
class _Open:
    """A clause that is still being put together."""

    ranges: list[Range]
    kind: Kind
    complete: bool
    """It has a predicate."""
    borrowed: list[Range] = field(default_factory=list)
    items: list[Range] = field(default_factory=list)
    paused: bool = False
    """Punctuation stands before it."""

    def extend(self, piece: Piece, start: int) -> None:
        first, last = self.ranges[-1]
        if last >= piece.start:
            self.ranges[-1] = (first, piece.stop)
        else:
            self.ranges.append((start, piece.stop))


def clauses(words: Sequence[Word], rules: Grammar) -> list[Clause]:
    """The clauses of a stretch in text order; every word is in one, but for markers."""
    if not words:
        return []
    pieces = cut(words, rules)
    builder = _Builder(words, rules)
    for index, piece in enumerate(pieces):
        builder.add(piece, pieces[index + 1 :])
    found = builder.finish()
    return [one for clause in found for one in (clause, *exceptions(clause, words, rules))]


class _Builder:
    """Merges pieces into clauses from left to right."""

    def __init__(self, words: Sequence[Word], rules: Grammar) -> None:
        self.words = words
        self.rules = rules
        self.done: list[_Open] = []
        self.main: _Open | None = None
        """The clause that a piece without a predicate may still complete."""

    def add(self, piece: Piece, rest: Sequence[Piece]) -> None:
        """Take in a piece; ``rest`` are those behind it."""
        following = rest[0] if rest else None
        if piece.kind == Kind.ENUMERATION and not self._counts():
            # "It is a charge that …": the marker is the subject of a clause of its own.
            piece.kind, piece.body = Kind.PART, piece.start
        stands = self._stands(piece)
        if self.main is None or piece.kind == Kind.START:
            ends = following is None or following.kind == Kind.START
            self._start(piece, complete=(stands and not self._sets_scene(piece, following)) or ends)
        elif self._is_label(piece, stands):
            self.done.pop()
            self._start(piece, complete=True)
        elif self._is_item(piece, stands):
            self.done[-1].items.append((piece.body, piece.stop))
        elif not self.main.complete:
            self._complete(piece, stands, rest)
        elif self._closes_aside(piece):
            self.main.extend(piece, piece.start)
        elif stands:
            self._new(piece)
        elif self._is_circumstance(piece, following) and self._shared_subject():
            shared = self._shared_subject()
            self.done.append(
                _Open([(piece.body, piece.stop)], Kind.CIRCUMSTANCE, True, borrowed=shared)
            )
        elif self._leads(piece, following):
            self._start(piece, complete=False)
        else:
            self._merge_back(piece)

    def _sets_scene(self, piece: Piece, following: Piece | None) -> bool:
        """Whether a phrase with a participle only leads up to its clause: "With all precincts
        counted, the measure trailed", where the subject comes first."""
        if not self.rules.data.subject_first or following is None or following.kind != Kind.PAUSE:
            return False
        if self.words[piece.body].core not in self.rules.prepositions:
            return False
        own = self.words[piece.body : piece.stop]
        return all(word.verb < Verb.WEAK for word in own) and self._stands(following)

    def _closes_aside(self, piece: Piece) -> bool:
        """Whether a piece goes on with its clause behind an aside between two commas: "the fair,
        which opened on Monday, until Friday", where the verb comes first."""
        last, first = self.done[-1], self.words[piece.body]
        return (
            last.kind in {Kind.RELATIVE, Kind.PART}
            and last.paused
            and last.ranges[-1][1] == piece.start
            and piece.kind == Kind.PAUSE
            and not self.rules.data.subject_first
            and (first.verb < Verb.WEAK or self._waits())
            and first.comma
        )

    def _waits(self) -> bool:
        """Whether the clause has no more than an auxiliary yet: "he was, …, expecting"."""
        if self.main is None:
            return False
        verbs = [w.core for a, b in self.main.ranges for w in self.words[a:b] if w.verb > Verb.PAST]
        return bool(verbs) and all(verb in self.rules.auxiliaries for verb in verbs)

    def _start(self, piece: Piece, complete: bool) -> None:
        if not complete and self.words[piece.start].core in self.rules.prepositions:
            # "Since 2000, …": no conjunction after all.
            piece.body = piece.start
        self.main = _Open([(piece.body, piece.stop)], piece.kind, complete)
        self.done.append(self.main)

    def _is_item(self, piece: Piece, stands: bool) -> bool:
        """Whether a piece names what the clause before has counted."""
        if self.done[-1].items:
            return not stands or piece.kind == Kind.ENUMERATION
        return piece.kind == Kind.ENUMERATION

    def _counts(self) -> bool:
        """Whether the clause before counts something, or items of it have been named."""
        last = self.done[-1] if self.done else None
        if last is None or last.items:
            return last is not None
        return last.complete and any(
            self.words[k].number or self.words[k].core in self.rules.numerals
            for first, stop in last.ranges
            for k in range(first, stop)
        )

    def _is_label(self, piece: Piece, stands: bool) -> bool:
        """Whether all before a colon is only a heading: "And in local news tonight: …"."""
        main = self.main
        if main is None or main.complete or not stands or len(self.done) > 1:
            return False
        first, last = main.ranges[0]
        return last - first <= _LONGEST_LABEL and ":" in self.words[piece.start].gap

    def _is_circumstance(self, piece: Piece, following: Piece | None) -> bool:
        """Behind a complete clause, a phrase to which a relative clause of its own is tied."""
        return (
            following is not None
            and following.kind == Kind.RELATIVE
            and not following.paused
            and piece.kind == Kind.PAUSE
            and self.rules.prepositional(self.words[piece.body])
            and self._stands(following)
        )

    def _complete(self, piece: Piece, stands: bool, rest: Sequence[Piece]) -> None:
        """A piece behind a subject that waits for its verb."""
        main = self.main
        assert main is not None
        following = rest[0] if rest else None
        if stands and self._is_nominal(piece, following):
            main.complete = True
            self._new(piece)
            return
        goes_on = self._goes_on(rest)
        if goes_on and self._is_apposition(piece, stands):
            head = main.ranges[0]
            own = (head[0], piece.stop)
            if head[1] - head[0] >= piece.stop - piece.start:
                own = (piece.start, piece.stop)
            self.done.append(_Open([own], Kind.PART, complete=True))
            return
        if goes_on and piece.kind == Kind.PAUSE and self._is_reduced(piece):
            piece.kind = Kind.PARTICIPLE
            stands = piece.stop - piece.body > _SHORTEST
        if stands and piece.kind in self._embedded:
            heads = [] if piece.kind == Kind.RESULT else [self._described(piece)]
            stop = resumed_at(self.words, piece, self.rules)
            if stop < piece.stop and stop - piece.body <= SHORTEST_RELATIVE:
                main.extend(piece, piece.start)
                main.complete = True
                return
            relative = _Open([(piece.body, stop)], piece.kind, True, heads, paused=piece.paused)
            self.done.append(relative)
            if stop < piece.stop:
                main.ranges.append((stop, piece.stop))
                main.complete = True
            return
        main.extend(piece, piece.body if piece.kind == Kind.JOIN else piece.start)
        main.complete = stands

    def _goes_on(self, rest: Sequence[Piece]) -> bool:
        """Whether a verb follows for a subject that waits for it, be it behind more participles:
        "the dam, built in 1987 and owned by a farm, had been declared unsafe"."""
        after = list(rest)
        while len(after) > 1 and after[0].kind == Kind.JOIN and self._is_reduced(after[0]):
            after.pop(0)
        return bool(after) and after[0].kind == Kind.PAUSE and self._stands(after[0])

    def _described(self, piece: Piece) -> Range:
        """What an aside describes that stands between a subject and its verb."""
        assert self.main is not None
        last, (first, stop) = self.done[-1], self.main.ranges[0]
        if piece.kind == Kind.PARTICIPLE:
            if last.kind == Kind.PARTICIPLE and not piece.paused and last.borrowed:
                return last.borrowed[0]
            # Between commas it tells of the subject, not of the last noun inside it.
            first = next((k for k in range(stop - 1, first, -1) if self.words[k].pause), first)
            whole = stop == piece.start and not self.rules.prepositional(self.words[first])
            if whole and stop - first <= _LONGEST_APPOSITION:
                return (first, stop)
        return head_before(self.words, piece.start, self.rules, self.main.ranges[0][0])

    @property
    def _embedded(self) -> frozenset[Kind]:
        """Kinds that stand between a subject and its verb; where the verb comes first, a
        participle behind a subject is its predicate."""
        kinds = _SUBJECTLESS | {Kind.PART}
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
            return last - first >= _SHORTEST_NOMINAL and self._is_whole(piece, following)
        return last - first >= _SHORTEST_NOMINAL and not self.rules.prepositional(self.words[first])

    def _is_whole(self, piece: Piece, following: Piece | None) -> bool:
        """Whether a joined clause behind a pause ends the stretch and has its own subject."""
        if following is not None or not piece.paused:
            return False
        return not lacks_subject(self.words, piece.body, piece.stop, self.rules)

    def _is_apposition(self, piece: Piece, stands: bool) -> bool:
        """ "The building, a former mill, …"."""
        first = self.words[piece.start].core
        length = piece.stop - piece.start
        if first in self.rules.former and length > _SHORTEST:
            first = self.words[piece.start + 1].core
        return (
            not stands
            and piece.kind == Kind.PAUSE
            and self.rules.data.subject_first
            and first in self.rules.articles
            and _SHORTEST <= length <= _LONGEST_APPOSITION
        )

    def _new(self, piece: Piece) -> None:
        if self._follows_noun(piece):
            piece.kind = Kind.BARE
        if self._is_ellipsis(piece):
            self._add_ellipsis(piece)
            return
        clause = _Open([(piece.body, piece.stop)], piece.kind, True, paused=piece.paused)
        if piece.kind in _SUBJECTLESS:
            clause.borrowed = self._antecedent(piece)
        elif self._lacks_subject(piece):
            clause.borrowed = [self._with_modal(one, piece) for one in self._shared_subject()]
        if piece.kind == Kind.RELATIVE:
            self._resume(clause)
        self.done.append(clause)
        if piece.kind not in _SUBJECTLESS | {Kind.PART} and not self._keeps_subject(piece):
            self.main = clause

    def _keeps_subject(self, piece: Piece) -> bool:
        """Whether what follows a subordinate clause shares the subject before it."""
        return piece.subordinate and self.rules.data.subject_first

    def _resume(self, relative: _Open) -> None:
        """Give back what belongs to the verb before: "the toll of the quake that hit X rose to
        12", where the verb and its goal stand apart."""
        main, rules = self.main, self.rules
        if main is None or rules.data.subject_first:
            return
        first, stop = relative.ranges[0]
        if not self._goes_somewhere(*main.ranges[0]):
            return
        goals = [
            k for k in range(first + 2, stop - 1) if self.words[k].core in rules.goal_prepositions
        ]
        if self._goes_somewhere(first, stop):
            # Its own goal comes first; that of the clause around it is a figure.
            goals = [k for k in goals[1:] if self.words[k + 1].number]
        if goals:
            relative.ranges[0] = (first, goals[-1])
            main.ranges.append((goals[-1], stop))

    def _goes_somewhere(self, start: int, stop: int) -> bool:
        goal_verbs = self.rules.goal_verbs
        return any(self.words[k].lexeme.stem in goal_verbs for k in range(start, stop))

    def _follows_noun(self, piece: Piece) -> bool:
        """A verb behind a comma and no conjunction, where the verb comes first: it describes
        what stands before it."""
        first = self.words[piece.body]
        return (
            piece.kind == Kind.PAUSE
            and not self.rules.data.subject_first
            and first.verb == Verb.FINITE
            and first.comma
            and not self.rules.definite(self.words[piece.body - 1].core)
        )

    def _is_ellipsis(self, piece: Piece) -> bool:
        """ "… and others within the alliance": the noun stands in the clause before."""
        first = self.words[piece.body].core
        return piece.kind == Kind.JOIN and first in self.rules.others

    def _add_ellipsis(self, piece: Piece) -> None:
        last = self.done[-1]
        noun = last.borrowed[0][0] if last.borrowed else None
        head = [] if noun is None else [(noun, noun + 1)]
        self.done.append(_Open([(piece.body, piece.stop)], Kind.PART, True, head))

    def _antecedent(self, piece: Piece) -> list[Range]:
        last = self.done[-1]
        floor = last.ranges[-1][0]
        if piece.kind in {Kind.RELATIVE, Kind.BARE}:
            head = head_before(self.words, piece.start, self.rules, floor)
            # A bare relative describes an indefinite noun, which may stand further back.
            known = piece.kind == Kind.BARE and self.rules.definite(self.words[head[0]].core)
            return [] if known else [head]
        if piece.kind == Kind.RESULT:
            # What brought the result about is the whole event, not its subject.
            return []
        return self._shared_subject()

    def _shared_subject(self) -> list[Range]:
        main = self.main
        if main is None:
            return []
        if main.borrowed:
            return list(main.borrowed)
        found = subject_of(self.words, *main.ranges[0], self.rules)
        return [found] if found else []

    def _with_modal(self, subject: Range, piece: Piece) -> Range:
        """A subject that is shared together with what governs both verbs: "it will begin in May
        and take a year"."""
        rules, verb = self.rules, piece.body
        while verb + 1 < piece.stop and self.words[verb].core in rules.adverbs:
            verb += 1
        governs = subject[1] < piece.start and self.words[subject[1]].core in rules.modals
        inflected = self.words[verb].core.endswith(rules.data.inflected_endings)
        if governs and self.words[verb].verb == Verb.WEAK and not inflected:
            return (subject[0], subject[1] + 1)
        return subject

    def _lacks_subject(self, piece: Piece) -> bool:
        if piece.kind in _LONE or piece.kind == Kind.ABSOLUTE:
            return False
        if piece.shared:
            return self.words[piece.body].core not in self.rules.impersonal
        return lacks_subject(self.words, piece.body, piece.stop, self.rules)

    def _leads(self, piece: Piece, following: Piece | None) -> bool:
        """Whether a piece without a verb belongs to what follows, not to what went before."""
        if following is None or piece.kind != Kind.JOIN or not piece.paused:
            return False
        if following.kind == Kind.PAUSE and not self.rules.prepositional(self.words[piece.body]):
            return False
        kinds = {Kind.PAUSE, Kind.RELATIVE, Kind.PART}
        return following.kind in kinds and self._stands(following)

    def _resumes(self, piece: Piece) -> bool:
        """Whether a noun behind an aside goes on with the clause before the aside: "it holds,
        which is rare, the bones of …", where the verb comes first."""
        last, first = self.done[-1], self.words[piece.body]
        aside = last.kind == Kind.PART and self.words[last.ranges[0][0]].core in self.rules.pronouns
        noun = first.pause and not first.lexeme.glue and not self.rules.prepositional(first)
        return aside and noun and self.main is not None

    def _merge_back(self, piece: Piece) -> None:
        if self.main is not None and self._resumes(piece):
            self.main.extend(piece, piece.start)
            return
        touching = (one for one in reversed(self.done) if one.ranges[-1][1] == piece.start)
        next(touching, self.done[-1]).extend(piece, piece.start)

    def _stands(self, piece: Piece) -> bool:
        """Whether a piece says something by itself."""
        if piece.kind == Kind.JOIN and self._goes_on_participle(piece):
            piece.kind = Kind.PARTICIPLE
        if piece.dependent or self._belongs_back(piece):
            return False
        length = piece.stop - piece.body
        if piece.kind in _VERBLESS or (self._is_ellipsis(piece) and self.main is not None):
            return length > _SHORTEST
        if piece.kind == Kind.BARE:
            return length >= _SHORTEST_BARE
        return (
            length >= _SHORTEST
            and not restricts(self.words, piece, self.rules)
            and self._says(piece)
        )

    def _says(self, piece: Piece) -> bool:
        """Whether a piece has a predicate, or its marker or its words stand for one."""
        if piece.states and piece.stop - piece.body >= _SHORTEST_NOMINAL:
            return True
        found = predicates(self.words, piece.body, piece.stop, self.rules)
        if piece.kind == Kind.PAUSE and self.main is not None and self.main.complete:
            # "It rejected, 5-4, a proposal to ban rentals": an infinitive alone states nothing.
            found = [k for k in found if self.words[k - 1].core not in self.rules.infinitives]
        return bool(found) or says_what_is(self.words, piece.body, piece.stop, self.rules)

    def _belongs_back(self, piece: Piece) -> bool:
        """Whether a piece goes on with what stands before it, verb or no verb."""
        if piece.kind == Kind.JOIN:
            return self._hangs(piece)
        return piece.kind == Kind.PAUSE and self._adds_phrase(piece)

    def _adds_phrase(self, piece: Piece) -> bool:
        """Whether a piece goes on with a preposition, where the verb comes first: a new clause
        would begin with a conjunction or its verb."""
        if self.rules.data.subject_first or self.main is None or not self.main.complete:
            return False
        return self.rules.prepositional(self.words[piece.body])

    def _hangs(self, piece: Piece) -> bool:
        """Whether a joined piece belongs to a subordinate clause before it ("the town where he
        was caught and shot") or has only a gerund ("after describing it")."""
        if not self.rules.data.subject_first or not self.done:
            return False
        first = self.words[piece.body]
        if first.verb == Verb.GERUND or first.core in self.rules.infinitives:
            return True
        if piece.paused or first.verb == Verb.NO:
            return False
        start, stop = self.done[-1].ranges[-1]
        if stop != piece.start:
            return False
        start = max(start, stop - _FARTHEST)
        inside = predicates(self.words, start, stop, self.rules)
        return any(
            marker is not None and marker[0].kind in {"relative", "keep"}
            for index in range((inside[-1] if inside else start) + 1, stop)
            for marker in (marker_at(self.words, index, self.rules),)
        )

    def _goes_on_participle(self, piece: Piece) -> bool:
        if not self.done or self.done[-1].kind != Kind.PARTICIPLE:
            return False
        waits = self.main is not None and not self.main.complete and self._is_reduced(piece)
        return waits or self.words[piece.body].verb == Verb.GERUND

    def _is_reduced(self, piece: Piece) -> bool:
        """Whether a piece begins with a participle without an auxiliary: "led by …", "built in",
        "privately owned"."""
        rules, verb = self.rules, piece.body
        while verb + 1 < piece.stop and self._is_adverb(verb):
            verb += 1
        word, behind = self.words[verb], self.words[min(verb + 1, piece.stop - 1)]
        if word.core in rules.auxiliaries:
            return False
        agent = word.verb == Verb.FINITE and behind.core in rules.prepositions
        return word.verb == Verb.PAST or (agent and rules.data.subject_first)

    def _is_adverb(self, index: int) -> bool:
        word, endings = self.words[index], self.rules.data.adverb_endings
        return word.core in self.rules.adverbs or bool(endings and word.core.endswith(endings))

    def finish(self) -> list[Clause]:
        made = []
        for clause in self.done:
            own = tuple(r for r in (trim_range(self.words, *r) for r in clause.ranges) if r)
            if own:
                made.append(Clause(own, clause.kind, tuple(clause.borrowed), tuple(clause.items)))
        return made
