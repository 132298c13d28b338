"""What stands before a word that two statements share: "during the raid" is not "after the raid",
"fled the camp" not "fled to the camp", "an attack on Iran" not "an Iranian attack".

Each preposition of a language is of one or more ways (`Actors.ways`: before, after, towards, from).
Two different ones agree where they have a way in common, or where one of them has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from workbench.language.fold import fold_text
from workbench.language.lexicon import NAME
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors, Clauses
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.lexicon.kinds import are_people, are_places, is_place
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.statement.casts import cast_for
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for, profile
from workbench.matching.types import Facet, Statement
from workbench.matching.wording.texts import Text

_Two = tuple[Word, Word]
"""A word here and the same there."""
_NONE: frozenset[str] = frozenset()
_FROM, _OWN, _DOES = frozenset({"from"}), frozenset({"own"}), frozenset({"by"})
"""The ways of what is left ("left Doha"), of an owner ("Iranian") and of who does it himself."""
_WAGED_ON = frozenset({"against"})
"""The way of whom something is waged on: "the shelling *of* Iran"."""
_TIMES = frozenset({"before", "after", "during", "since", "until"})
_UNTIL = frozenset({"until"})
_BOUNDS = frozenset({"above", "below"})
_GOING = frozenset({"to", "from", "inside", "through"})
"""The ways of when something is done, of what a figure bounds, and of where somebody goes."""
_MOST = 4
"""Words of a preposition at most: "in the course of"."""


def find_other_way(here: Statement, there: Statement, shared: Sequence[_Two]) -> Finding | None:
    """Two words that are the same, each joined to its text in another way."""
    sides = (
        _Side(here, {at for one, _ in shared for at in range(one.place, one.end)}),
        _Side(there, {at for _, other in shared for at in range(other.place, other.end)}),
    )
    for pair in shared:
        timed = all(side.is_time(word) for side, word in zip(sides, pair, strict=True))
        measured = pair[0].facet and pair[1].facet
        if (pair[0].aside or pair[1].aside) and not (timed or measured):
            continue
        ways = [side.ways(word, pair) for side, word in zip(sides, pair, strict=True)]
        if _OWN not in ways:
            ways = [way - _OWN for way in ways]
            if are_places(pair):
                ways = [sides[at].going(pair[at], ways[at]) for at in (0, 1)]
        if (
            _is_other_end(pair, sides)
            or (all(ways) and ways[0].isdisjoint(ways[1]))
            or _is_aimed_at(pair, sides)
        ):
            shown = (side.shown(word) for side, word in zip(sides, pair, strict=True))
            return Finding(Facet.WORDING, Holds.UNCLEAR, Key.OPPOSITE_WORDS, *shown)
    return None


def _is_other_end(pair: _Two, sides: tuple[_Side, _Side]) -> bool:
    """Whether something is put off or goes on to a time in one text only: "postponed the hearing
    *to* 3 May", "postponed the 3 May hearing"."""
    if not all(side.defers and side.is_dated(word) for side, word in zip(sides, pair, strict=True)):
        return False
    return sides[0].ends_in(pair[0]) != sides[1].ends_in(pair[1])


def _is_aimed_at(pair: _Two, sides: tuple[_Side, _Side]) -> bool:
    """Whether by one verb something is done to a word, and in the other text only at it or for it:
    "shot the driver", "shot at the driver"."""
    if not sides[0].is_one_act(sides[1]):
        return False
    bare = [side.is_done_to(word) for side, word in zip(sides, pair, strict=True)]
    aimed = [side.is_aimed_at(word) for side, word in zip(sides, pair, strict=True)]
    return (bare[0] and aimed[1]) or (bare[1] and aimed[0])


class _Ways:
    """The prepositions of a language, folded, each with its ways."""

    def __init__(self, pack: LanguagePack) -> None:
        actors = pack.section(Actors)
        self.of: dict[str, frozenset[str]] = {}
        for way, prepositions in actors.ways.items():
            for each in map(fold_text, prepositions):
                self.of[each] = self.of.get(each, _NONE) | ({way} if way != "any" else _NONE)
        self.genitives = frozenset(map(fold_text, actors.genitives))
        self.clitics = frozenset(pack.language.cases)
        self.infinitives = frozenset(map(fold_text, pack.section(Clauses).infinitives))
        self.aiming = frozenset(map(fold_text, actors.aiming))
        self.passed = frozenset(map(fold_text, actors.determiners))


class _Side:
    """One of two statements, by what stands before its words."""

    def __init__(self, statement: Statement, shared: Set[int]) -> None:
        cast, pack = cast_for(statement), pack_for(statement.language)
        self._text, self._reading = Text(statement, cast), reading_of(statement)
        self._action, self._verb = cast.action, (pack.code, statement.facets.action)
        self._rules = pack.derived(_Ways)
        places = statement.facets.places
        self._places = {place.surface for place in places}
        self._demonyms = {place.surface: f"{NAME}{place.name}" for place in places if place.demonym}
        self._shared = shared
        words = profile(statement).words
        timed = {
            each for time in statement.facets.times for each in fold_text(time.surface).split()
        }
        figures = (word.place for word in words if word.facet or word.number)
        told = (figure.surface for figure in statement.facets.quantities)
        self._bound = frozenset(fold_text(" ".join(told)).split())
        self._figures = {at for at in figures if self._reading.word(at) not in timed}
        self._waged = {
            word.end - 1 for word in words if not groups().waged.isdisjoint(word.meanings)
        }
        self._taken = {
            at for word in words if word.parts and not word.stop for at in self._parts_of(word)
        }
        self._people = {word.end - 1 for word in words if are_people((word, word))}
        self._timed = timed
        self.defers = any(not groups().deferring.isdisjoint(word.meanings) for word in words)

    def ways(self, word: Word, pair: _Two) -> frozenset[str]:
        """How a word is joined to its text, or nothing where that tells nothing."""
        at, preposition = self._preposition(word)
        if self._is_own(word, pair):
            return _DOES if self._head(word) in self._waged else _OWN
        if self._is_waged_on(word):
            return _WAGED_ON
        if preposition:
            return _NONE if at in self._taken else self._as_told(word, at, preposition)
        if (
            self._text.is_leaving()
            and are_places(pair)
            and (self.is_right_behind(word) or self._is_left(word, pair))
        ):
            return _FROM
        does = are_people(pair) and not is_place(pair) and self._is_doer(word)
        return _DOES if does else _NONE

    def _is_own(self, word: Word, pair: _Two) -> bool:
        """Whether a country's adjective says whose something is that both texts name."""
        name = self._demonyms.get(word.surface, "")
        return name in pair[0].meanings & pair[1].meanings and self._head(word) in self._shared

    def _as_told(self, word: Word, at: int, preposition: str) -> frozenset[str]:
        """The ways of a preposition where it stands: of a time, and behind a person, who is of
        somebody and nothing is done by that: قائد *من* الحزب."""
        ways = self._rules.of[preposition]
        if word.facet:
            return ways & (_TIMES if self.is_time(word) else _BOUNDS)
        of_person = self._text.head_first and at - 1 in self._people
        return ways - _DOES if of_person and self._text.leads_from(preposition) else ways

    def going(self, word: Word, ways: frozenset[str]) -> frozenset[str]:
        """The same behind a verb of going."""
        verb = self._text.head_first or self._preposition(word)[0] - 1 in self._action
        return (ways & _GOING or ways) if verb and self._text.is_going() else ways

    def ends_in(self, word: Word) -> bool:
        """Whether it is until a time that a word is a part of."""
        at = word.place
        while at > 0:
            before = self._reading.word(at - 1)
            if self._rules.of.get(before, _NONE) >= _UNTIL:
                return True
            if before not in self._timed and not self._reading.is_article(at - 1):
                return False
            at -= 1
        return False

    def is_dated(self, word: Word) -> bool:
        """Whether a word or a number is a part of a time."""
        return word.facet and word.folded in self._timed

    def is_time(self, word: Word) -> bool:
        """Whether a word is a part of a time."""
        return word.facet and not word.number and word.folded in self._timed

    def _is_waged_on(self, word: Word) -> bool:
        """Whether a word is what a deed is of that is waged on what it is of."""
        of = self._first(word) - 1
        return self._reading.word(of) in self._rules.genitives and of - 1 in self._waged

    def _head(self, word: Word) -> int:
        """The token of what an adjective is of."""
        return word.place - 1 if self._text.head_first else word.end

    def _is_doer(self, word: Word) -> bool:
        """Whether a word names who does it, and not only what he is of: the *UN* chief."""
        owner = self._text.is_possessor(word) or not self._is_head(word)
        return not owner and self._text.does(word)

    def _is_head(self, word: Word) -> bool:
        """Whether a word is what its thing is: the *chief* of "the UN chief"."""
        thing = self._text.thing(word)
        if self._text.head_first or thing.end > word.end:
            return self._text.head_first
        behind = self._reading.verb(word.end)
        ends = behind is not None and not behind.noun  # "Sanctions on *Russia* hit a bank"
        return ends or not self._text.owned_behind(word)

    def shown(self, word: Word) -> str:
        """A word with what stands before it."""
        return f"{self._preposition(word)[1]} {word.surface}".strip()

    def is_one_act(self, other: _Side) -> bool:
        """Whether both tell of one act by one verb."""
        return bool(self._verb[1]) and self._verb == other._verb

    def is_right_behind(self, word: Word) -> bool:
        """Whether a word stands right behind the verb: "left *Doha*", "shot the *driver*"."""
        at = self._first(word) - 1
        return at in self._action and not self._text.head_first

    def is_done_to(self, word: Word) -> bool:
        """Whether the verb is done to a word: it stands right behind it, or behind who does it
        where the verb comes first: هزم الأهلي *الترجي*."""
        return self.is_right_behind(word) or (self._text.head_first and self._text.is_object(word))

    def is_aimed_at(self, word: Word) -> bool:
        """Whether one of the prepositions that part a word from its verb does: "shot *at* him",
        هزم الأهلي *أمام* الترجي."""
        at, preposition = self._preposition(word)
        beside = self._text.head_first or at - 1 in self._action
        leaves = self._text.is_leaving()  # "fled the city" is "fled from the city"
        return preposition in self._rules.aiming and beside and not leaves

    def _parts_of(self, phrase: Word) -> Iterator[int]:
        """The tokens of a phrase, its small words among them: "searched *for*"."""
        written = fold_text(phrase.surface).split()
        tokens = range(phrase.place, phrase.parts[-1].place + 2)
        return (at for at in tokens if self._reading.word(at) in written)

    def _is_left(self, word: Word, pair: _Two) -> bool:
        """Whether a place is left where the verb comes first: غادر الوزير *الدوحة*."""
        bare = self._text.head_first and is_place(pair) and not self._text.governor(word)
        return bare and not self._text.does(word)

    def _first(self, word: Word) -> int:
        """The token at which a word begins with its article, its figure and whose it is."""
        thing = self._text.thing(word)
        whole = bool(thing.end) and not self._text.head_first
        return self._behind_small(thing.first if whole else word.place)

    def _behind_small(self, at: int) -> int:
        """Where the article and the figures before a token begin."""
        while at > 0 and self._is_passed(at - 1):
            at -= 1
        return at

    def _is_passed(self, at: int) -> bool:
        reading = self._reading
        return (
            at in self._figures or reading.is_article(at) or reading.word(at) in self._rules.passed
        )

    def _preposition(self, word: Word) -> tuple[int, str]:
        """The preposition before a word and the token at which it begins; the longest there is."""
        if not self._is_head(word):
            return -1, ""
        for end in (self._behind_small(word.place), self._first(word)):
            for first in range(max(0, end - _MOST), end):
                found = " ".join(self._reading.word(at) for at in range(first, end))
                if found in self._rules.of:
                    own = not (self._is_of_figure(first, end) or self._is_infinitive(end))
                    return first, found if own else ""
        return self._written_on(word, self._first(word))

    def _is_infinitive(self, end: int) -> bool:
        """Whether it is a verb that stands behind it: "to *curb* migration"."""
        form = self._reading.verb(end)
        mark = self._reading.word(end - 1) in self._rules.infinitives
        return mark and form is not None and form.tense == "base"

    def _is_of_figure(self, first: int, end: int) -> bool:
        """Whether a preposition is a part of a figure: "*over* 20", "two *out of* three"."""
        last = self._reading.word(end - 1)
        return last in self._bound or (first - 1 in self._figures and last in self._rules.genitives)

    def _clitic(self, word: Word) -> str:
        """What is written on to the name of a place: *ل*مصر."""
        whole = (each for each in self._places if word.surface.endswith(each))
        return fold_text(word.surface.removesuffix(max(whole, key=len, default=word.surface)))

    def _written_on(self, word: Word, first: int) -> tuple[int, str]:
        """The preposition that is written on to a word, with one before that it ends: دعما *ل*."""
        clitic = self._text.governor(word) or self._clitic(word)
        if clitic not in self._rules.clitics:
            return -1, ""
        longer = f"{self._reading.word(first - 1)} {clitic}"
        found = longer if longer in self._rules.of else clitic
        return -1, found if found in self._rules.of else ""
