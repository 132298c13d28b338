"""Pieces without a verb that open what goes on behind them: the first of several subjects, one
whose verb stands behind an aside, a condition or a time that belongs to what follows."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.cutting.predication import predicates
from workbench.splitting.clauses.joining.heads import Heads
from workbench.splitting.clauses.joining.relatives import FARTHEST
from workbench.splitting.clauses.pieces import Kind, Piece
from workbench.splitting.clauses.words.forms import Verb

SHORT_SUBJECT = 3
"""Words of the first of two subjects, at most."""
_NEXT = frozenset({Kind.PAUSE, Kind.PART, Kind.APPOSITION})
"""How what follows a comma may be taken before it is known to be a subject."""
_ASIDES = frozenset({Kind.PAUSE, Kind.JOIN, Kind.PARTICIPLE, Kind.PART, Kind.ABSOLUTE})


def _is_aside(piece: Piece) -> bool:
    """Whether a piece may stand between a subject and its verb."""
    return piece.kind in _ASIDES or (piece.kind == Kind.RELATIVE and piece.paused)


class Opening(Heads):
    """Whether a piece that says nothing by itself begins what follows."""

    def _leads(self, piece: Piece, following: Piece | None) -> bool:
        """Whether a piece without a verb belongs to what follows, not to what went before."""
        if following is None or piece.kind != Kind.JOIN:
            return False
        if self._opens_condition(piece, following):
            return True
        if not piece.paused:
            return False
        if self._only_dates(piece):
            return True
        if following.kind == Kind.PAUSE and not self.rules.prepositional(self.words[piece.body]):
            return False
        kinds = {Kind.PAUSE, Kind.RELATIVE, Kind.PART}
        return following.kind in kinds and self._stands(following)

    def _opens_condition(self, piece: Piece, following: Piece) -> bool:
        """Whether a joined condition belongs to what follows, where the subject comes first: "it
        failed *and that, had he known*, she would be alive", "*and if it rains*, we stay"."""
        small = self.rules.conjunctions | self.rules.complementisers
        bare = all(word.core in small for word in self.words[piece.start : piece.stop])
        condition = piece.dependent and self.words[piece.body].core not in self.rules.asked
        opens = (condition or bare) and self.rules.data.subject_first
        opens = opens and following.kind == Kind.PAUSE
        return opens and (following.dependent or self._stands(following))

    def _only_dates(self, piece: Piece) -> bool:
        """Whether a piece only says when what follows was: "…, and *last week*, days before the
        deadline, it bought another", where the subject comes first."""
        rules = self.rules
        own = [word.core for word in self.words[piece.body : piece.stop]]
        whens = rules.times | rules.adverbs | rules.of_times
        return rules.data.subject_first and all(core in whens for core in own)

    def _begins_list(self, piece: Piece, rest: Sequence[Piece]) -> bool:
        """Whether a noun in -s is no verb, but the first of several subjects or of what goes with
        it: "evacuation *orders in* Kent and Surrey were lifted", "exports to Peru, Chile and …"."""
        if self._opens_anew(piece, rest):
            return True
        plain = (one for one in rest if one.kind != Kind.PAUSE or self._has_verb(one))
        following = next(plain, None)
        if following is None or following.kind != Kind.JOIN or following.paused:
            return False
        words, rules = self.words, self.rules
        found = predicates(words, piece.body, piece.stop, rules)
        nouns = all(words[k].verb == Verb.WEAK and self._opens_phrase(k + 1) for k in found)
        opens = piece.kind in {Kind.START, Kind.PAUSE} and rules.data.subject_first and bool(found)
        own = self._has_verb(following) and words[following.body].verb == Verb.NO
        return opens and nouns and own and words[following.body].core not in rules.noun_next

    def _opens_anew(self, piece: Piece, rest: Sequence[Piece]) -> bool:
        """Whether a semicolon sets off a part of those before that is a subject, its verb behind an
        aside: "hit four people; *one of them*, a nurse, *was* killed"."""
        parted = piece.kind == Kind.PART and ";" in self.words[piece.start].gap
        return parted and self._opens_subject(piece, rest)

    def _opens_phrase(self, at: int) -> bool:
        """Whether a phrase begins there, and no infinitive ("to Peru", not "to leave")."""
        word, rules = self.words[at], self.rules
        if word.core not in rules.infinitives:
            return word.core in rules.prepositions
        return at + 1 < len(self.words) and self.words[at + 1].capital

    def _opens_subject(self, piece: Piece, rest: Sequence[Piece]) -> bool:
        """Whether a joined piece without a verb is the first of several subjects, or one whose
        verb stands behind an aside: "…, and *a car* and knives were found", "…, but *the police*,
        while on patrol, saw him"."""
        opens = piece.kind == Kind.JOIN and (piece.paused or piece.subordinate)
        opens = opens or (piece.kind == Kind.PART and self._is_since(piece))
        # "Although profits fell, *the firm*, which is Danish, *opened* …"
        opens = opens or (piece.paused and piece.kind in _NEXT and self._is_led())
        parted = ";" in self.words[piece.start].gap
        if piece.kind == Kind.PAUSE and not opens:
            pair = self._opens_pair(piece, rest[0] if rest else None)
            if pair or not parted:
                return pair
        if not self.rules.data.subject_first or not (opens or parted):
            return False
        listed = self.words[piece.start].core in self.rules.conjunctions and self._lists_objects()
        if self.main is None or listed:
            return False
        behind = next(
            (at for at, one in enumerate(rest) if self._acts_at(one, at)),
            None,
        )
        if behind is None or not all(map(_is_aside, rest[:behind])):
            return False  # "… nine days after *hundreds of students*, most of them boys, were …"
        last = rest[behind]
        if last.kind == Kind.JOIN:
            joined = not last.paused and self.words[last.start].core in self.rules.conjunctions
            return joined and self._stands(last) and not self._lacks_subject(last)
        return behind > 0 and last.kind == Kind.PAUSE and self._lacks_subject(last)

    def _waits_behind_aside(self, piece: Piece, rest: Sequence[Piece]) -> bool:
        """Whether a piece joined without a pause is a subject whose verb stands behind an aside,
        since no other waits for it: "Crews came and *the driver*, Tom Reed, *was* held"."""
        bare = piece.kind == Kind.JOIN and not (piece.paused or piece.subordinate)
        complete = self.main is not None and self.main.complete and not self._lists_objects()
        if not self.rules.data.subject_first or not (bare and complete):
            return False
        behind = next((at for at, one in enumerate(rest) if self._acts_at(one, at)), 0)
        if not behind or not all(map(_is_aside, rest[:behind])):
            return False
        last = rest[behind]
        acts = last.kind == Kind.PAUSE and self.words[last.body].verb in {Verb.PAST, Verb.FINITE}
        return acts and self._lacks_subject(last)

    def _is_subject_of(self, rest: Sequence[Piece]) -> bool:
        """Whether the verb of a noun before ``rest`` stands in it behind asides alone: "Under the
        deal, *the firm*, based in Oslo, *will pay*", where the subject comes first."""
        behind = next((at for at, one in enumerate(rest) if self._acts_at(one, at)), 0)
        asides = bool(behind) and all(map(_is_aside, rest[:behind]))
        acts = asides and rest[behind].kind == Kind.PAUSE and self.rules.data.subject_first
        return acts and self._lacks_subject(rest[behind])

    def _leads_up(self, rest: Sequence[Piece]) -> bool:
        """Whether a noun before ``rest`` has its verb behind asides, and a statement with another
        subject follows that: "As *Ann Lee*, 43, *left* the court, *the crowd cheered*"."""
        behind = next((at for at, one in enumerate(rest) if self._acts_at(one, at)), len(rest))
        stated = (one for one in rest[behind + 1 :] if one.kind == Kind.PAUSE and self._stands(one))
        return self._is_subject_of(rest) and not all(map(self._lacks_subject, stated))

    def _acts_at(self, piece: Piece, at: int) -> bool:
        """Whether a piece behind a subject may hold its verb: no relative clause or participle
        between commas."""
        told = piece.kind in {Kind.RELATIVE, Kind.PARTICIPLE} and piece.paused
        return not told and (self._has_verb(piece) or (at > 0 and self._ends(piece)))

    def _ends(self, piece: Piece) -> bool:
        """Whether a piece behind an aside opens with what can only be the verb: "a third, aged 38,
        *died* in hospital"."""
        return piece.kind == Kind.PAUSE and self.words[piece.body].verb == Verb.PAST

    def _opens_items(self, piece: Piece, rest: Sequence[Piece]) -> bool:
        """Whether a colon sets off what the clause before has counted: "Two states reported cases:
        *Texas with 12* and Ohio with two", where the subject comes first."""
        words, rules = self.words, self.rules
        if piece.kind != Kind.PAUSE or ":" not in words[piece.start].gap or not self._counts():
            return False
        if not rules.data.subject_first or self.main is None or not self.main.complete:
            return False
        listed = [piece, *rest]
        plain = all(words[k].verb < Verb.PAST for one in listed for k in range(one.body, one.stop))
        return plain and rest[-1:] != [] and rest[-1].kind == Kind.JOIN

    def _opens_pair(self, piece: Piece, following: Piece | None) -> bool:
        """Whether a pause sets off no more than the first of two subjects: "The dam burst; *oil*
        and gas prices rose", where the subject comes first."""
        if not self.rules.data.subject_first or self.main is None or following is None:
            return False
        joined = following.kind == Kind.JOIN and not following.paused
        short = piece.stop - piece.body <= SHORT_SUBJECT
        plain = all(word.verb < Verb.PAST for word in self.words[piece.body : piece.stop])
        if not joined or not short or not plain or self._lists_objects():
            return False
        said = predicates(self.words, following.body, following.stop, self.rules)
        return bool(said) and not self._lacks_subject(following)

    def _lists_objects(self) -> bool:
        """Whether the clause before has a comma behind its verb, as a list of objects has."""
        assert self.main is not None
        start, stop = self.main.ranges[-1]
        near = range(max(start, stop - FARTHEST), stop)
        verb = next((k for k in near if self.words[k].verb >= Verb.PAST), stop)
        inside = self.words[verb + 1 : stop]
        return any(word.pause and word.core not in self.rules.adverbs for word in inside)

    def _resumes(self, piece: Piece) -> bool:
        """Whether a noun behind an aside goes on with the clause before the aside: "it holds,
        which is rare, the bones of …", where the verb comes first."""
        last, first = self.done[-1], self.words[piece.body]
        aside = last.kind == Kind.PART and self.words[last.ranges[0][0]].core in self.rules.pronouns
        noun = first.pause and not first.lexeme.glue and not self.rules.prepositional(first)
        return aside and noun and self.main is not None
