"""Whether a piece says something by itself or belongs to what stands before it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.cutting.additions import spans_time
from workbench.splitting.clauses.cutting.predication import (
    acts_alone,
    lacks_subject,
    predicates,
    takes_object,
)
from workbench.splitting.clauses.joining.hanging import (
    goes_on_acting,
    goes_on_infinitive,
    hangs,
    lists_deeds,
)
from workbench.splitting.clauses.joining.leading import opens_leading
from workbench.splitting.clauses.joining.relatives import restricts
from workbench.splitting.clauses.joining.tolls import is_toll
from workbench.splitting.clauses.joining.verbless import says_what_is
from workbench.splitting.clauses.opened import Open
from workbench.splitting.clauses.phrases.openers import is_shortened
from workbench.splitting.clauses.phrases.when import only_dates
from workbench.splitting.clauses.pieces import APPENDED, Kind, Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import CLAUSE, Word

LONE = frozenset({Kind.PURPOSE, Kind.CIRCUMSTANCE, Kind.PART, Kind.ENUMERATION})
"""Kinds that state something without a verb."""
_VERBLESS = LONE | {Kind.PARTICIPLE, Kind.ABSOLUTE}
_SHORTEST = 2
_NEAR = 4
"""Words at the beginning of a piece among which its verb is looked for."""
_ASIDE = 8
"""Words of what says who somebody is, at most."""
_SHORTEST_BARE = 3
_NAME = 3
"""Words of somebody's name, at most."""
_SHORTEST_NOMINAL = 3
_GOING_ON = {(Kind.PAUSE, True), (Kind.PAUSE, False), (Kind.BARE, True)}
AHEAD = 4
"""Pieces behind a subject among which its verb is looked for."""


class Standing:
    """The clauses put together so far, and whether a piece says something by itself."""

    def __init__(
        self, words: Sequence[Word], rules: Grammar, *, reported: bool = True, pronoun: bool = False
    ) -> None:
        self.words = words
        self.rules = rules
        self.reported = reported
        self.pronoun = pronoun
        self.done: list[Open] = []
        self.main: Open | None = None
        """The clause that a piece without a predicate may still complete."""

    def _waits(self) -> bool:
        """Whether the clause has no more than an auxiliary yet: "he was, …, expecting"."""
        if self.main is None:
            return False
        verbs = [w.core for a, b in self.main.ranges for w in self.words[a:b] if w.verb > Verb.PAST]
        return bool(verbs) and all(verb in self.rules.auxiliaries for verb in verbs)

    def _counts(self, *, still: bool = False) -> bool:
        """Whether the clause before counts something, or items of it have been named.

        Args:
            still: its verb may be still to come: "three states, *namely* …, *signed*".
        """
        last = self.done[-1] if self.done else None
        if last is None or last.items:
            return last is not None
        return (last.complete or still) and any(
            self.words[k].number or self.words[k].core in self.rules.numerals
            for first, stop in last.ranges
            for k in range(max(first, stop - CLAUSE), stop)
        )

    def _is_ellipsis(self, piece: Piece) -> bool:
        """ "… and others within the alliance": the noun stands in the clause before."""
        first = self.words[piece.body].core
        return piece.kind == Kind.JOIN and first in self.rules.others

    def _stands(self, piece: Piece) -> bool:
        """Whether a piece says something by itself."""
        if piece.kind == Kind.JOIN and self._goes_on_participle(piece):
            piece.kind = Kind.PARTICIPLE
        if piece.dependent or piece.waits or self._belongs_back(piece) or self._is_shortened(piece):
            return False
        waits = piece.own_subject and not self._names_subject(piece)
        waits = waits or (piece.kind == Kind.JOIN and self._is_bare_noun(piece))
        waits = waits or self._is_only_name(piece) or only_dates(self.words, piece, self.rules)
        if waits or (piece.kind == Kind.PART and self._is_since(piece)):
            return False
        length = piece.stop - piece.body
        if piece.kind == Kind.ABSOLUTE and not (self._tells(piece) and self._measured()):
            return False
        if piece.kind in _VERBLESS or (self._is_ellipsis(piece) and self.main is not None):
            return length > _SHORTEST - self._says_enough(piece)
        if piece.kind == Kind.BARE:
            return length >= _SHORTEST_BARE
        alone = piece.kind == Kind.JOIN and self.words[piece.body].core in self.rules.undergoing
        long = length >= _SHORTEST - alone
        return long and not restricts(self.words, piece, self.rules) and self._says(piece)

    def _is_only_name(self, piece: Piece) -> bool:
        """Whether a piece behind a comma is no more than somebody's name: "more than her rival,
        *James Fell*", where other words have small letters."""
        own = self.words[piece.body : piece.stop]
        named = piece.kind == Kind.PAUSE and piece.paused and self.main is not None
        short = named and 1 < len(own) <= _NAME and self.rules.data.subject_first
        return short and own[0].core in self.rules.first_names and own[-1].capital

    def _is_bare_noun(self, piece: Piece) -> bool:
        """Whether a form without an ending, which is no subject, cannot go on with a verb that has
        one: "used water cannon and *tear* gas", "has a fair *and open* vote", but "agreed to close
        plants and *cut* jobs", "prices fell and *demand* for steel rose"."""
        words, rules, main = self.words, self.rules, self.main
        if main is None or not rules.data.subject_first or piece.subordinate:
            return False
        word = words[piece.body]
        acts = any(one.verb in {Verb.PAST, Verb.FINITE} for one in words[piece.body : piece.stop])
        named = words[min(piece.body + 1, piece.stop - 1)].capital
        if (named and acts) or (piece.paused and (acts or not named)):
            return False  # "…, and *substitute* Ann Lee, 19, scored"
        if word.verb != Verb.WEAK or word.capital or not rules.is_base(word.core):
            return False
        start, stop = main.ranges[-1]
        leads = rules.modals | rules.infinitives | rules.auxiliaries
        if any(words[k].core in leads and not words[k].capital for k in range(start, stop)):
            return False
        ended = any(rules.is_past(words[k].core) for k in range(start, stop)) or any(
            words[k].core.endswith(rules.data.inflected_endings)
            for k in predicates(words, start, stop, rules)
        )
        return ended and not acts_alone(words, piece.body + 1, piece.stop, rules)

    def _only_resumes(self, piece: Piece) -> bool:
        """Whether the comma before a purpose only closes what says who somebody is: "needs Junts, a
        Catalan party, *to pass* the bill"."""
        words, rules = self.words, self.rules
        if self.main is None or not rules.data.subject_first or not piece.paused:
            return False
        floor = max(0, piece.start - _ASIDE)
        opens = next((k for k in range(piece.start - 1, floor, -1) if words[k].pause), 0)
        plain = all(word.verb < Verb.PAST for word in words[opens : piece.start])
        return opens > 0 and words[opens].core in rules.articles and plain

    def _is_since(self, piece: Piece) -> bool:
        """Whether a piece says how long after something it was, its verb being still to come."""
        return spans_time(self.words, piece.start, self.rules) and not self._has_verb(piece)

    def _names_subject(self, piece: Piece) -> bool:
        """Whether a piece opens with its verb, and its subject behind it."""
        opened = self.words[piece.body].verb == Verb.FINITE
        return opened and not lacks_subject(self.words, piece.body, piece.stop, self.rules)

    def _says_enough(self, piece: Piece) -> bool:
        """Whether two words without a verb are enough: "reaching 12", "among them two women"."""
        last = self.words[piece.stop - 1]
        if piece.kind == Kind.PARTICIPLE:
            again = bool(self.done) and self.done[-1].kind == Kind.PARTICIPLE
            counts = last.number or last.core in self.rules.numerals
            return counts or (
                again and self.rules.data.subject_first
            )  # "killing 9, *flooding roads*"
        first = self.words[piece.body].core
        few = self.rules.of_them | self.rules.owned_asides
        return piece.kind == Kind.PART and first in few and not last.number

    def _is_shortened(self, piece: Piece) -> bool:
        """Whether a piece is no more than "as widely expected"."""
        markers = self.rules.markers.get(self.words[piece.body].core, ())
        subordinate = any(marker.subordinate for _, marker in markers)
        return (
            subordinate
            and piece.kind == Kind.PAUSE
            and is_shortened(self.words[: piece.stop], piece.body + 1, self.rules)
        )

    def _measured(self) -> bool:
        """Whether the clause before has its figure, if its verb gives a measure: "the price of
        X, as well as Y, *came to* …" is not complete before it, where the verb comes first."""
        if self.main is None or self.rules.data.subject_first:
            return True
        own = self.words[slice(*self.main.ranges[0])]
        if not own:
            return True
        measures = own[0].lexeme.stem in self.rules.descriptive and own[0].verb == Verb.FINITE
        return not measures or any(word.number for word in own) or len(own) < _NEAR

    def _tells(self, piece: Piece) -> bool:
        """Whether "with …" tells of something that happens, or how much of it, and not of a mere
        thing ("with a new label"), where the verb does not come first."""
        rules, own = self.rules, self.words[piece.body : piece.stop]
        counts = rules.numerals | rules.fractions
        told = any(word.verb != Verb.NO or word.number or word.core in counts for word in own)
        return told or not rules.data.subject_first

    def _says(self, piece: Piece) -> bool:
        """Whether a piece has a predicate, or its marker or its words stand for one."""
        if self._is_toll(piece):
            piece.kind = Kind.PART
            return True
        if piece.states and piece.stop - piece.body >= _SHORTEST_NOMINAL:
            return True
        if piece.kind == Kind.JOIN and goes_on_acting(self.words, self.main, piece, self.rules):
            return True
        if (piece.subordinate and self._changes(piece)) or self._acts_in_plural(piece):
            return True
        found = predicates(self.words, piece.body, piece.stop, self.rules)
        if piece.kind == Kind.JOIN and self._opens_indefinite(piece):
            # "…, and leading a group *that was founded* …": the verb describes the noun before it.
            found = [k for k in found if not self._describes(k)]
        added = piece.kind == Kind.PAUSE or self._names_another(piece)
        articled = self.words[piece.body].core in self.rules.articles
        if added and self.main is not None and (self.main.complete or articled):
            # "It rejected, 5-4, a proposal to ban rentals", "The storm, the 21st to hit the coast,
            # was expected …": an infinitive alone states nothing.
            found = [k for k in found if self.words[k - 1].core not in self.rules.infinitives]
            if self.main.complete and self.words[piece.body].core in self.rules.measuring_openers:
                # "…, ahead of analysts' forecasts", "…, in its third quarter ended March 31": no
                # clause opens so.
                found = [k for k in found if self.words[k].verb == Verb.FINITE]
        if piece.kind == Kind.PAUSE and self._takes_up(piece):
            found = found[1:]
        if not found and piece.kind == Kind.START and self._is_headline(piece):
            return True
        return bool(found) or says_what_is(self.words, piece.body, piece.stop, self.rules)

    def _takes_up(self, piece: Piece) -> bool:
        """Whether a piece opens with a noun that a clause without a relative pronoun describes: "…,
        *a charge it* rejects", "*a charge the firm* denies", where the subject comes first."""
        words, rules = self.words, self.rules
        opens = words[piece.body].core in rules.articles - rules.pointers
        if not opens or self.main is None or not rules.data.subject_first:
            return False
        near = range(piece.body + 2, min(piece.body + 2 + _NEAR, piece.stop))
        subjects = rules.third_persons | rules.articles
        noun = next((k for k in near if words[k].core in subjects), 0) - 1
        plain = all(word.verb in {Verb.NO, Verb.WEAK} for word in words[piece.body : noun + 1])
        return noun > 0 and plain and words[noun].core not in rules.times

    def _names_another(self, piece: Piece) -> bool:
        """Whether a joined piece is no more than another noun before an infinitive, which alone
        says nothing of it: "signed with X *and Y* to build a port", "ordered the bank *and its
        owner* to pay"."""
        own, rules = self.words[piece.body : piece.stop], self.rules
        first = next((k for k, word in enumerate(own) if word.core in rules.infinitives), 0)
        noun = all(word.verb < Verb.PAST for word in own[:first])
        noun = noun and own[0].core not in rules.excepted_from  # "and *nobody* to sell to"
        noun = noun and (not piece.paused or any(map(rules.prepositional, own[:first])))
        return piece.kind == Kind.JOIN and first > 0 and noun

    def _opens_indefinite(self, piece: Piece) -> bool:
        """Whether a joined piece opens with an indefinite noun, as no clause does where the verb
        comes first."""
        first, rules = self.words[piece.body], self.rules
        if rules.data.subject_first or first.verb != Verb.NO or first.number:
            return False
        if rules.prepositional(first):
            return False
        closed = (
            rules.definite(first.core) or rules.owned(first.core) or first.core in rules.noun_next
        )
        closed = closed or first.core in rules.wholes  # *وأي* ضعف سيعزز الرهان
        return not (closed or first.core in rules.before_verbs | rules.subjects | rules.others)

    def _describes(self, verb: int) -> bool:
        """Whether an indefinite noun stands before a verb."""
        before, rules = self.words[verb - 1], self.rules
        closed = rules.definite(before.core) or rules.owned(before.core)
        return before.verb == Verb.NO and not (
            closed or before.number or before.core in rules.complete
        )

    def _is_toll(self, piece: Piece | None) -> bool:
        """Whether a piece behind a pause only counts who was hit, or goes on counting."""
        if piece is None or not is_toll(self.words, piece.body, piece.stop, self.rules):
            return False
        last = self.done[-1] if self.done else None
        listed = last is not None and is_toll(self.words, *last.ranges[-1], self.rules)
        return piece.kind == Kind.PAUSE or (piece.kind == Kind.JOIN and listed)

    def _is_headline(self, piece: Piece) -> bool:
        """Whether a stretch without a sure verb opens like a headline: "Ghana slashes cocoa
        forecast"."""
        if not self.rules.data.subject_first:
            return False
        near = range(piece.body + 1, min(piece.body + _NEAR, piece.stop - 1))
        return any(self._acts(k) and not self.words[k + 1].pause for k in near)

    def _acts(self, at: int) -> bool:
        """Whether a form in -s that may be a noun stands between a name and a noun."""
        word, behind, rules = self.words[at], self.words[at + 1], self.rules
        named = self.words[at - 1].capital and not word.capital and not word.pause
        form = word.verb == Verb.WEAK and word.core.endswith(rules.data.inflected_endings)
        noun = behind.verb in {Verb.NO, Verb.WEAK} and behind.core not in rules.conjunctions
        return named and form and noun and behind.core not in rules.prepositions

    def _changes(self, piece: Piece) -> bool:
        """Whether a subordinate clause is no more than a subject and its verb, be that a noun as
        often: "as disease spreads"."""
        last, before = self.words[piece.stop - 1], self.words[piece.stop - 2]
        subject = before.verb in {Verb.NO, Verb.WEAK} and before.core not in self.rules.noun_next
        return last.core in self.rules.changing and subject and not last.pause

    def _acts_in_plural(self, piece: Piece) -> bool:
        """Whether a plural and a form without an ending stand where only a clause can, behind such
        a conjunction or a semicolon: "though *states face* challenges", "; *500 receive* one"."""
        words, rules = self.words, self.rules
        parted = piece.subordinate or ";" in words[piece.start].gap
        phrase = words[piece.start].core in rules.prepositions or not rules.data.subject_first
        if phrase or not parted:
            return False

        def counted(k: int) -> bool:
            one = words[k + 1].core in rules.articles | rules.numerals
            return words[k - 1].number and one

        several, endings = rules.plurals | rules.plural_persons, rules.data.inflected_endings
        return any(
            rules.is_base(words[k].core)
            and not words[k].pause
            and (words[k - 1].core.endswith(endings) or words[k - 1].core in several or counted(k))
            and words[k + 1].core not in rules.prepositions
            for k in range(piece.body + 1, piece.stop - 1)
        )

    def _belongs_back(self, piece: Piece) -> bool:
        """Whether a piece goes on with what stands before it, verb or no verb."""
        words, rules = self.words, self.rules
        last = self.done[-1] if self.done else None
        if piece.kind == Kind.JOIN:
            return last is not None and hangs(words, last, self.main, piece, rules)
        if piece.kind == Kind.PURPOSE:
            return self._only_resumes(piece)
        if last is not None and lists_deeds(words, last, piece, rules):
            return True
        if piece.kind != Kind.PAUSE or last is None:
            return False
        listed = rules.data.subject_first and goes_on_infinitive(words, last, piece, rules)
        return listed or self._adds_phrase(piece)

    def _adds_phrase(self, piece: Piece) -> bool:
        """Whether a piece goes on with a preposition, where the verb comes first: a new clause
        would begin with a conjunction or its verb."""
        if self.rules.data.subject_first or self.main is None or not self.main.complete:
            return False
        # "…, it is expected (من المتوقع أن) that they meet" is one.
        first, third = self.words[piece.body], self.words[min(piece.body + 2, piece.stop - 1)]
        return self.rules.prepositional(first) and third.core not in self.rules.complementisers

    def _goes_on_participle(self, piece: Piece) -> bool:
        added = {Kind.PART, *APPENDED}  # "killing seven, *including two children*, and wounding 28"
        last = next((one for one in reversed(self.done) if one.kind not in added), None)
        if last is None or last.kind != Kind.PARTICIPLE:
            return False
        waits = self.main is not None and not self.main.complete and self._is_reduced(piece)
        waits = waits and not takes_object(self.words, piece.body, piece.stop, self.rules)
        acting = self.words[piece.body].verb == Verb.GERUND
        return waits or (acting and lacks_subject(self.words, piece.body, piece.stop, self.rules))

    def _is_reduced(self, piece: Piece) -> bool:
        """Whether a piece begins with a participle without an auxiliary: "led by …", "built in",
        "privately owned", "best known for"."""
        rules, verb = self.rules, piece.body
        while verb + 1 < piece.stop and self._leads_participle(self.words[verb].core):
            verb += 1
        word, behind = self.words[verb], self.words[min(verb + 1, piece.stop - 1)]
        if word.core in rules.auxiliaries:
            return False
        agent = word.verb == Verb.FINITE and behind.core in rules.prepositions
        agent = agent and not rules.only_past(word.core)
        return word.verb == Verb.PAST or (agent and rules.data.subject_first)

    def _leads_participle(self, core: str) -> bool:
        """Whether a word may stand before a participle: "*widely* known", "*best* known"."""
        return self.rules.is_adverb(core) or core in self.rules.superlatives

    def _goes_on(self, rest: Sequence[Piece]) -> bool:
        """Whether a verb follows for a subject that waits for it, be it behind more participles:
        "the dam, built in 1987 and owned by a farm, had been declared unsafe"."""
        after = next(
            (
                piece
                for piece in rest[:AHEAD]
                if (piece.kind != Kind.JOIN or self._has_verb(piece)) and not self._is_by(piece)
            ),
            None,
        )
        if after is None or (after.kind, after.paused) not in _GOING_ON:
            return False
        # "Although the driver, a man of 40, was hurt, *he* drove home"
        led = self._is_led() and after.kind == Kind.PAUSE
        if led and not lacks_subject(self.words, after.body, after.stop, self.rules):
            return False
        return self._stands(after) or self._is_lone_verb(after)

    def _is_led(self) -> bool:
        """Whether the sentence opens with a clause that leads to its main one, where the subject
        comes first: "*Although* profits fell, …", "*Founded* in 1990, …"."""
        return self.main is not None and opens_leading(self.words, self.main, self.rules)

    def _is_by(self, piece: Piece) -> bool:
        """Whether a piece only says by what something came: "…, *driven by* demand", which is no
        verb that a subject waits for."""
        behind = self.words[min(piece.body + 1, piece.stop - 1)].core
        done = self.words[piece.body].verb in {Verb.PAST, Verb.FINITE}
        return piece.kind == Kind.PAUSE and done and behind in self.rules.agents

    def _is_lone_verb(self, piece: Piece) -> bool:
        """Whether a piece is no more than a verb: "The firm, which employs 30, *closed*."."""
        word = self.words[piece.body]
        acts = word.verb in {Verb.PAST, Verb.FINITE} and self.rules.data.subject_first
        return acts and piece.stop - piece.body == 1 and not word.capital

    def _has_verb(self, piece: Piece) -> bool:
        """Whether a piece has more than participles."""
        own = self.words[piece.body : piece.stop]
        return not self._is_reduced(piece) and any(word.verb >= Verb.PAST for word in own)

    def _is_whole(self, piece: Piece, following: Piece | None) -> bool:
        """Whether a joined clause behind a pause ends the stretch and has its own subject."""
        ends = following is None and piece.paused
        return ends and not lacks_subject(self.words, piece.body, piece.stop, self.rules)
