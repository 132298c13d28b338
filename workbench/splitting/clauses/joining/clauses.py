"""From a stretch of asserted words to clauses of one predicate each.

The stretch is cut at every candidate boundary (`boundaries`), then every piece that has no
predicate of its own is merged back. Cutting only where a verb is sure would lose what no list of
verbs foresees.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Clause
from workbench.splitting.clauses.cutting.boundaries import cut
from workbench.splitting.clauses.cutting.embedded import whole
from workbench.splitting.clauses.cutting.markers import marker_at
from workbench.splitting.clauses.cutting.predication import lacks_subject
from workbench.splitting.clauses.joining.acting import acts_again
from workbench.splitting.clauses.joining.causes import tells_of_either
from workbench.splitting.clauses.joining.exceptions import exceptions
from workbench.splitting.clauses.joining.finishing import finished
from workbench.splitting.clauses.joining.going_on import INSIDE
from workbench.splitting.clauses.joining.hanging import with_governor
from workbench.splitting.clauses.joining.standing import AHEAD
from workbench.splitting.clauses.joining.waiting import SUBJECTLESS, Waiting
from workbench.splitting.clauses.opened import Open
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_TOLD_OF = frozenset({Kind.PART, Kind.CIRCUMSTANCE, Kind.ABSOLUTE})
_SHORTEST_CIRCUMSTANCE = 2
"""Words up to which a phrase only says where or when (في المباراة)."""
_LONGEST_LABEL = 6


def clauses(
    words: Sequence[Word], rules: Grammar, *, reported: bool = True, pronoun: bool = False
) -> list[Clause]:
    """The clauses of a stretch in text order; every word is in one, but for markers.

    Args:
        reported: somebody is quoted with it, whom a participle may tell of.
        pronoun: the word before it holds the subject of its first verb (إنها | شكلت لجنة).
    """
    if not words:
        return []
    pieces = whole(words, cut(words, rules), rules)
    builder = _Builder(words, rules, reported=reported, pronoun=pronoun)
    for index, piece in enumerate(pieces):
        builder.add(piece, pieces[index + 1 : index + 1 + AHEAD])
    found = finished(words, builder.done, rules)
    return [one for clause in found for one in (clause, *exceptions(clause, words, rules))]


class _Builder(Waiting):
    """Merges pieces into clauses from left to right."""

    def add(self, piece: Piece, rest: Sequence[Piece]) -> None:
        """Take in a piece; ``rest`` are those behind it."""
        following = rest[0] if rest else None
        self._mark_items(piece, rest)
        stands = self._stands(piece) and not self._begins_list(piece, rest)
        if self.main is None or piece.kind == Kind.START or self._own_condition(piece, rest):
            self._begin(piece, stands, rest)
        elif (waiting := self._left_open(piece)) is not None:
            waiting.extend(piece, piece.start)
            self.main = waiting
        elif self._is_label(piece, stands):
            self.done.pop()
            self._start(piece, complete=True)
        elif self._is_item(piece, stands):
            self.done[-1].items.append((piece.body, piece.stop))
        elif not self.main.complete:
            self._complete(piece, stands, rest)
        elif self._goes_on_main(piece) or self._is_cause_of_either(piece):
            self.main.extend(piece, piece.start)
        elif stands:
            self._new(piece)
        elif self._is_circumstance(piece, following) and self._shared_subject():
            shared = self._shared_subject()
            self.done.append(
                Open([(piece.body, piece.stop)], Kind.CIRCUMSTANCE, True, borrowed=shared)
            )
        elif not self._starts_anew(piece, rest):
            self._merge_back(piece)

    def _begin(self, piece: Piece, stands: bool, rest: Sequence[Piece]) -> None:
        """Begin a sentence with a piece, be it the first or a condition with its answer."""
        if self.main is not None and piece.kind != Kind.START:
            self._start(piece, complete=self._own_condition(piece, rest) == INSIDE)
            return
        following = rest[0] if rest else None
        ends = following is None or following.kind == Kind.START
        ends = ends or (self._is_toll(following) and not self._behind_colon(following))
        scene = self._sets_scene(piece, rest) or self._awaits(piece, following)
        told = piece.body
        self._start(piece, complete=(stands and not scene) or ends)
        if piece.body < told and self._leads_up(rest):
            self._started().ranges[0] = (told, piece.stop)  # "*As* Ann Lee, 43, left, …"

    def _started(self) -> Open:
        assert self.main is not None
        return self.main

    def _mark_items(self, piece: Piece, rest: Sequence[Piece]) -> None:
        """Give a piece the kind that it has where it names what the clause before has counted."""
        if piece.kind == Kind.ENUMERATION and (
            self._tells_record(piece)
            or self._tells_whence(piece)
            or not self._counts(still=self._goes_on(rest))
        ):
            # "It is a charge that …": the marker is the subject of a clause of its own.
            piece.kind, piece.body = Kind.PART, piece.start
        elif self._opens_items(piece, rest):
            piece.kind = Kind.ENUMERATION
        elif self._acts_there(piece, rest):
            piece.kind, piece.body = Kind.JOIN, piece.body + 1

    def _tells_whence(self, piece: Piece) -> bool:
        """Whether a phrase behind a pronoun tells of those counted: *وهم من* الصومال,
        where the verb comes first."""
        at = piece.body + (self.words[piece.body].core in self.rules.free_pronouns)
        tells = at < piece.stop and self.rules.prepositional(self.words[at])
        return tells and not self.rules.data.subject_first

    def _acts_there(self, piece: Piece, rest: Sequence[Piece]) -> bool:
        """Whether what is told of a place leaves its subject to the clause before and closes no
        aside: فر السكان إلى تشاد، حيث *يعيشون* في مخيمات."""
        words, rules, start = self.words, self.rules, piece.body + 1
        if piece.kind != Kind.RELATIVE or words[piece.body].core not in rules.place_relatives:
            return False
        closed = bool(rest) and rest[0].kind == Kind.PAUSE
        return start < piece.stop and not closed and lacks_subject(words, start, piece.stop, rules)

    def _starts_anew(self, piece: Piece, rest: Sequence[Piece]) -> bool:
        """Begin a clause with a piece that has no verb yet, if what follows has it."""
        if self._leads(piece, rest[0] if rest else None):
            self._start(piece, complete=False)
            return True
        if self._opens_subject(piece, rest) or self._waits_behind_aside(piece, rest):
            self.main = Open([(piece.body, piece.stop)], piece.kind, False)
            self.done.append(self.main)
            return True
        return False

    def _start(self, piece: Piece, complete: bool) -> None:
        told = piece.body < piece.stop
        if not complete and told and self.words[piece.start].core in self.rules.prepositions:
            # "Since 2000, …": no conjunction after all.
            piece.body = piece.start
        self.main = Open([(piece.body, piece.stop)], piece.kind, complete)
        self.done.append(self.main)

    def _is_item(self, piece: Piece, stands: bool) -> bool:
        """Whether a piece names what the clause before has counted."""
        if self.done[-1].items:
            return not stands or piece.kind == Kind.ENUMERATION
        return piece.kind == Kind.ENUMERATION

    def _is_label(self, piece: Piece, stands: bool) -> bool:
        """Whether all before a colon is only a heading: "And in local news tonight: …"."""
        main = self.main
        if main is None or main.complete or not stands or len(self.done) > 1:
            return False
        first, last = main.ranges[0]
        return last - first <= _LONGEST_LABEL and self._behind_colon(piece)

    def _behind_colon(self, piece: Piece | None) -> bool:
        return piece is not None and ":" in self.words[piece.start].gap

    def _is_circumstance(self, piece: Piece, following: Piece | None) -> bool:
        """Behind a complete clause, a phrase to which a relative clause of its own is tied; what is
        excepted ("but for some incidents that …") tells of nobody."""
        marked = marker_at(self.words, piece.body, self.rules)
        return (
            following is not None
            and (marked is None or marked[0].kind != "exception")
            and following.kind == Kind.RELATIVE
            and not following.paused
            and piece.kind == Kind.PAUSE
            and piece.stop - piece.body > _SHORTEST_CIRCUMSTANCE
            and not any(word.pause for word in self.words[piece.body + 1 : piece.stop])
            and self.rules.prepositional(self.words[piece.body])
            and self._stands(following)
            and not self._closes_apposition(piece)
        )

    def _closes_apposition(self, piece: Piece) -> bool:
        """Whether a comma before a piece only closes what is apposed inside the clause: فازت
        الطالبة، *ابنة الستة عشر عاما*، | بالميدالية."""
        words, floor = self.words, max(0, piece.start - _LONGEST_LABEL)
        back = range(piece.start - 1, floor, -1)
        opened = next((k for k in back if words[k].pause), None)
        if opened is None or self.rules.data.subject_first or not words[piece.start].comma:
            return False
        apposed = words[opened : piece.start]
        plain = not (apposed[0].lexeme.glue or self.rules.prepositional(apposed[0]))
        return plain and all(word.verb == Verb.NO for word in apposed)

    def _complete(self, piece: Piece, stands: bool, rest: Sequence[Piece]) -> None:
        """A piece behind a subject that waits for its verb."""
        main = self.main
        assert main is not None
        following = rest[0] if rest else None
        if self._answers_condition(piece):
            main.extend(piece, piece.start)
            main.complete = True
            return
        if stands and self._only_sets_time(main, piece, rest):
            self.done.append(Open([(piece.body, piece.stop)], piece.kind, True))
            return
        if not stands and self._opens_behind(main, piece, rest):
            main.extend(piece, piece.start)
            return
        told_of = self._tells_of_subject(piece) or (piece.kind == Kind.PART and piece.paused)
        told_of = told_of and self._goes_on(rest)
        if stands and not told_of and self._is_nominal(piece, following):
            main.complete = True
            self._new(piece)
            return
        if self._says_more(main, piece) and not stands:
            self._start(piece, complete=False)
            return
        aside = self.done[-1]
        if stands and self._acts_anew(piece):
            main.complete = True
            self._new(piece)
        elif self._has_its_verb(piece, rest) or self._acts_behind_aside(aside, piece, rest):
            main.extend(piece, piece.start)
            main.complete = True
        elif aside is main or not self._goes_on_aside(aside, piece, stands, rest):
            self._in_between(main, piece, stands, rest)

    def _mark_noun(self, piece: Piece) -> None:
        """Give a piece behind a comma the kind that it has where it describes the noun before."""
        if self._follows_noun(piece):
            piece.kind = Kind.BARE
        elif piece.kind == Kind.PAUSE and self._made_last(piece):
            piece.kind = Kind.PARTICIPLE

    def _new(self, piece: Piece) -> None:
        self._mark_noun(piece)
        if self._adds_to_last(piece):
            return
        clause = Open([(piece.body, piece.stop)], piece.kind, True, paused=piece.paused)
        clause.subordinate = self._keeps_subject(piece)
        counted = self._counted_head(piece) if piece.kind == Kind.PART else []
        if counted:
            clause.ranges, clause.borrowed = [(piece.body + 1, piece.stop)], counted
        elif piece.kind == Kind.PART and self.rules.data.subject_first:
            clause.kind, clause.borrowed = self._added(piece)
            clause.told_of = self._compared(clause, piece)
        elif piece.kind in _TOLD_OF or self.words[piece.body].core in self.rules.sequel_verbs:
            clause.borrowed = self._described_aside(piece) or self._said_who(piece)
            clause.told_of = None if clause.borrowed else self._told_of(piece)
        elif piece.kind in SUBJECTLESS:
            clause.borrowed = self._antecedent(piece)
            clause.told_of = self._brought_about(piece)
        elif self._lacks_subject(piece) or self._acts_again(piece):
            shared = self._of_relative(piece) or self._of_subordinate(piece)
            shared = shared or self._described_before(piece)
            shared = shared or self._agreeing_subject(piece)
            for subject in shared:
                clause.borrowed += with_governor(self.words, self.main, subject, piece, self.rules)
        if piece.kind in {Kind.RELATIVE, Kind.BARE} or clause.told_of:
            self._resume(clause)
        self.done.append(clause)
        if piece.kind not in SUBJECTLESS | {Kind.PART} and not self._keeps_subject(piece):
            self.main = clause

    def _is_cause_of_either(self, piece: Piece) -> bool:
        """Whether a cause may tell of another noun than the subject, or goes on with such a one."""
        shared = self._shared_subject() if self.rules.causes else []
        if self.main is None or not shared:
            return False
        return tells_of_either(self.words, self.main.ranges[-1], shared[0], piece, self.rules)

    def _acts_again(self, piece: Piece) -> bool:
        """Whether the body that acted in the clause before acts in a piece as well."""
        shared = self._shared_subject()
        return bool(shared) and acts_again(self.words, shared[0], piece, self.rules)

    def _keeps_subject(self, piece: Piece) -> bool:
        """Whether what follows a subordinate clause shares the subject before it."""
        return piece.subordinate and self.rules.data.subject_first

    def _merge_back(self, piece: Piece) -> None:
        if self.main is not None and self._resumes(piece):
            self.main.extend(piece, piece.start)
            return
        touching = (one for one in reversed(self.done) if one.ranges[-1][1] == piece.start)
        next(touching, self.done[-1]).extend(piece, piece.start)
