"""One of two statements as it is laid out: its things, their parts, and what is before a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from workbench.facets.actors.things import Cast, Thing
from workbench.facets.reading import Reading
from workbench.facets.types import Role
from workbench.language.fold import fold_text
from workbench.matching.lexicon.prepositions import Prepositions
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.profiles import Word
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for, profile
from workbench.matching.types import Statement
from workbench.matching.wording.speakers import speakers_of

UNKNOWN = Thing(0, 0, Role.MENTIONED, "")
"""What a word that is no thing is a part of."""
_OPENS = 2
"""Words with which a text opens: "After the storm"."""
_TOPIC = 4
"""Words of a topic at most."""


class Layout:
    """One of two statements, with the parts that its things play (`facets.actors.things`)."""

    def __init__(self, statement: Statement, cast: Cast) -> None:
        pack = pack_for(statement.language)
        self._reading = reading_of(statement)
        self._things = cast.things
        self._thing_at = {
            at: each for each in reversed(cast.things) for at in range(each.first, each.end)
        }
        self._governors: dict[int, str] = {}
        self._joints: dict[int, int] = {}
        self._rules = pack.derived(Prepositions)
        words = profile(statement).words
        self._parting = self._rules.genitives | (self._rules.sources if self.head_first else set())
        self._linked = dict(_linked(words))
        self._doers = _doers(words)
        self._topic = _topic(self._reading)
        self._figures = {word.place for word in words if word.facet or word.number}
        told = (figure.surface for figure in statement.facets.quantities)
        self._binding = frozenset(fold_text(" ".join(told)).split())
        self._denied = {word.place for word in profile(statement).denied}
        self._action = cast.action
        self._names = {word.place for word in words if word.name}
        self._content = {
            at
            for word in words
            if not (word.aside or word.place in cast.action)
            and (word.name or not self.is_only_verb(word))
            for at in range(word.place, word.end)
        }
        self._speakers = speakers_of(statement)
        deed = statement.facets.action
        self._deed = senses_of(pack.code).meanings(deed, deed)

    @property
    def head_first(self) -> bool:
        """Whether what a word is of stands right behind it, without a word between."""
        return self._rules.head_first

    def thing(self, word: Word) -> Thing:
        """The thing that a word is part of."""
        return self._thing_at.get(word.place, UNKNOWN)

    def governor(self, word: Word) -> str:
        """The preposition before a word, or nothing."""
        found = self._governors.get(word.place)
        if found is None:
            found = self._governors[word.place] = self._govern(word)
        return found

    def _govern(self, word: Word) -> str:
        at = self._before(word)
        before = self._reading.word(at)
        found = before if before in self._rules.all else self.thing(word).governor
        if at - 1 in self._figures and found in self._parting:
            return ""  # "hundreds of farmers" are farmers, عامان من الحبس two years in prison
        return found or self._shared_governor(word)

    def joined_by(self, word: Word) -> str:
        """What a word moves with, or what it is of does, where the head stands first: إلى بلدات
        *الشريط*."""
        own = self.adverbial(word)
        if own or not self.head_first:
            return own
        at = word.place - 1
        while self._is_head(at):
            thing = self._thing_at.get(at, UNKNOWN)
            if thing.governor:
                return thing.governor
            at -= 1
        return ""

    def _is_head(self, at: int) -> bool:
        """Whether a token may be something that the word behind it is of."""
        form = self._reading.verb(at)
        noun = at in self._content and not (at in self._names or (form and form.is_only_verb))
        return noun and self._reading.joined(at + 1) and not self._reading.is_definite(at)

    def _shared_governor(self, word: Word) -> str:
        """The preposition before a name that stands before a word: "*with* PKK fighters"."""
        if self.head_first:
            return ""
        first = self.thing(word).first or word.place
        first -= self._reading.is_possessive(first - 1)  # "on Nepal's Mount Everest"
        found = next((each.governor for each in self._things if each.end == first), "")
        return "" if found in self._rules.genitives else found

    def _before(self, word: Word) -> int:
        """The token before a word and its article, and before its figure: "of three storeys"."""
        at = figure = word.place - 1
        while figure in self._figures:
            figure -= 1
        at = figure if self._reading.word(figure) in self._rules.genitives else at
        return at - self._reading.is_article(at)

    def adverbial(self, word: Word) -> str:
        """What a word is joined by and moves with, or nothing: "over", "because of", no "of"."""
        if word.place in self._linked:
            return self._linked[word.place]
        governor = self.governor(word)
        return "" if governor in self._rules.genitives else governor

    def links(self) -> dict[str, int]:
        """What joins two parts of the text ("before"), and where it stands; not where it opens."""
        return {sense: at for at, sense in self._linked.items() if at > _OPENS}

    def is_action(self, word: Word) -> bool:
        """Whether a word is the verb of the text."""
        return word.place in self._action

    def is_verb(self, word: Word) -> bool:
        """Whether a word may be a verb."""
        return self._reading.verb(word.place) is not None

    def is_only_verb(self, word: Word) -> bool:
        """Whether a word is a verb and can be no noun."""
        form = self._reading.verb(word.place)
        return form is not None and form.is_only_verb

    def is_preposition(self, word: Word) -> bool:
        """Whether a word, or the last of a phrase, is a preposition: "near", "close to"."""
        return not word.name and self._reading.word(word.end - 1) in self._rules.all

    def is_speaker(self, word: Word) -> bool:
        """Whether a word names who tells it."""
        return word.place in self._speakers

    def is_doer(self, word: Word) -> bool:
        """Whether a word is marked as who does it, or stands behind one with nothing between: من
        قبل أرامل ماكوين."""
        return word.place in self._doers

    def does(self, word: Word) -> bool:
        """Whether a word names who does it, without a preposition or behind "by"."""
        thing = self.thing(word)
        return self.is_doer(word) or (thing.role is Role.AGENT and not self.governor(word))

    def denies(self, word: Word) -> bool:
        """Whether it is just this word that the text denies: "without *injuries*"."""
        return word.place in self._denied

    def are_one(self, first: Word, second: Word) -> bool:
        """Whether two words are parts of one thing: "reform bill"."""
        return self.thing(first) is self.thing(second) is not UNKNOWN

    def plays_part(self, word: Word) -> bool:
        """Whether a word names who does it or to what it is done, without a preposition."""
        thing = self.thing(word)
        return thing.role is not Role.MENTIONED and not self.governor(word)

    def is_object(self, word: Word) -> bool:
        """Whether something is done to a word without a preposition between."""
        thing = self.thing(word)
        return thing.role is Role.PATIENT and not thing.governor

    def is_subject(self, word: Word) -> bool:
        """Whether a word stands where the subject does: before its verb, or right behind it."""
        thing = self.thing(word)
        return (
            thing.first == self._action.stop
            if self.head_first
            else word.place in range(self._action.start)
        )

    @property
    def has_object(self) -> bool:
        """Whether the text names what it is done to."""
        return any(each.role is Role.PATIENT and not each.governor for each in self._things)

    def acts_on(self, done_to: Word, doer: Word) -> bool:
        """Whether one thing does it to another: "*soldiers* left the *mission*"."""
        doing, done = self.thing(doer), self.thing(done_to)
        return doing.role is Role.AGENT and done.role is Role.PATIENT and not done.governor

    def has_article(self, word: Word) -> bool:
        """Whether an article stands before the thing that a word is part of."""
        return self._reading.is_article((self.thing(word).first or word.place) - 1)

    def before_preposition(self, word: Word) -> int:
        """The token before the preposition of a word, or one that no word has."""
        found = self._joints.get(word.place)
        if found is None:
            found = self._joints[word.place] = self._preposition(word, self._rules.all) - 1
        return found

    def _preposition(self, word: Word, prepositions: Set[str]) -> int:
        """The token of the preposition before a word, its article and its figure; -1 for none."""
        for first in (word.place, self.thing(word).first or word.place):
            at = first - 1
            while at in self._figures or self._reading.is_article(at):
                at -= 1
            if self._reading.word(at) in prepositions:
                return at
        return -1

    def _run(self, at: int, step: int) -> Set[int]:
        """The tokens of words with content that stand side by side from here on."""
        found: set[int] = set()
        while at in self._content and self._reading.joined(at if step > 0 else at + 1):
            found.add(at)
            at += step
        return found

    def are_beside(self, first: Word, second: Word) -> bool:
        """Whether two words stand side by side with a comma between: a name and its title."""
        if second.place < first.place:
            first, second = second, first
        gaps = [self._reading.gap(at) for at in range(first.place + 1, second.place + 1)]
        small = (self._reading.is_small(at) for at in range(first.place + 1, second.place))
        return all(small) and any("," in gap or "،" in gap for gap in gaps)

    def are_listed(self, first: Word, second: Word) -> bool:
        """Whether two words are members of one list, with commas or "and" between."""
        if second.place < first.place:
            first, second = second, first
        senses, end = senses_of(first.language), self.thing(first).end or first.end
        while end < len(self._reading.tokens):
            word = self._reading.word(end)
            if not (senses.joins(word) or "," in (gap := self._reading.gap(end)) or "،" in gap):
                return False
            thing = self._thing_at.get(end + senses.joining_word(word))
            if thing is None or thing.end > second.place:
                return thing is not None and thing is self.thing(second)
            end = thing.end
        return False

    def _is_one_run(self, tokens: range) -> bool:
        """Whether no mark parts tokens from one another and from the one behind."""
        return all(self._reading.joined(at + 1) for at in tokens)


def _linked(words: Sequence[Word]) -> Iterator[tuple[int, str]]:
    """The words behind what only joins them, and its sense: "rain" of "as a result of rain"."""
    for before, word in pairwise(words):
        if before.stop and before.light and before.meanings:
            yield word.place, min(before.meanings)


def _topic(reading: Reading) -> int:
    """The token behind the topic that a colon parts from what is said of it; 0 without one."""
    tokens = range(1, min(_TOPIC + 1, len(reading.tokens)))
    return next((at for at in tokens if reading.gap(at).startswith(":")), 0)


def _doers(words: Sequence[Word]) -> Set[int]:
    """Where words marked as the doer stand, with the rest of their lists, and what follows them
    without a word between."""
    found: set[int] = set()
    end, listed = -1, {word.group for word in words if word.doer}
    for word in words:
        if word.group in listed or (word.place == end and not (word.facet or word.light)):
            found.add(word.place)
            end = word.end
    return found
