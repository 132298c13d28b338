"""One of two statements as it is laid out: what stands before a word, and what it is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from workbench.facets.actors.things import Cast, Thing
from workbench.facets.reading import Reading
from workbench.facets.types import Role
from workbench.matching.prepositions import Prepositions
from workbench.matching.profiles import Word
from workbench.matching.readings import reading_of
from workbench.matching.speakers import speakers_of
from workbench.matching.types import Statement
from workbench.matching.words import pack_for, profile

UNKNOWN = Thing(0, 0, Role.MENTIONED, "")
"""What a word that is no thing is a part of."""
_OPENS = 2
"""Words with which a text opens: "After the storm"."""
_TOPIC = 4
"""Words of a topic at most."""
_FINITE = {"past", "present", "future"}


class Text:
    """One of two statements, with the parts that its things play (`facets.actors.things`)."""

    def __init__(self, statement: Statement, cast: Cast) -> None:
        pack = pack_for(statement.language)
        self._reading = reading_of(statement)
        self._things = cast.things
        self._thing_at = {
            at: each for each in reversed(cast.things) for at in range(each.first, each.end)
        }
        self._governors: dict[int, str] = {}
        self._rules = pack.derived(Prepositions)
        words = profile(statement).words
        self._linked = dict(_linked(words))
        self._doers = _doers(words)
        self._topic = _topic(self._reading)
        self._figures = {word.place for word in words if word.facet or word.number}
        self._denied = {word.place for word in profile(statement).denied}
        self._action = cast.action
        self._content = {
            at
            for word in words
            if not (word.aside or word.place in cast.action) and (word.name or not self.acts(word))
            for at in range(word.place, word.end)
        }
        self._speakers = speakers_of(statement)

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
        if found in self._rules.genitives and at - 1 in self._figures:
            return ""  # "hundreds of farmers" are farmers
        return found or self._shared_governor(word)

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

    def is_preposition(self, word: Word) -> bool:
        """Whether a word, or the last of a phrase, is a preposition: "near", "close to"."""
        return not word.name and self._reading.word(word.end - 1) in self._rules.all

    def is_verb(self, word: Word) -> bool:
        """Whether a word may be a verb."""
        return self._reading.verb(word.place) is not None

    def joins(self, word: Word) -> bool:
        """Whether a preposition stands before a word that is neither "against" nor "by", or it is
        told of when something happened: "when a mine exploded"."""
        governor = self.governor(word) or self._is_moment(word)
        return bool(governor) and not (word.doer or governor in self._rules.adversatives)

    def _is_moment(self, word: Word) -> str:
        """The conjunction before the clause of a word that tells when something happened."""
        for at in range(word.place - 1, -1, -1):
            if self._reading.word(at) in self._rules.moments:
                return self._reading.word(at)
            if not self._reading.joined(at + 1):
                return ""
        return ""

    def opposes(self, word: Word) -> bool:
        """Whether a word is what something is against."""
        return self.governor(word) in self._rules.adversatives

    def are_one(self, first: Word, second: Word) -> bool:
        """Whether two words are parts of one thing: "reform bill"."""
        return self.thing(first) is self.thing(second) is not UNKNOWN

    def is_undergone(self, word: Word) -> bool:
        """Whether a word is a deed whose noun names the one acted on: "the release of X"."""
        form = self._reading.verb(word.place)
        return form is not None and form.verb in self._rules.objective

    def is_scene(self, word: Word) -> bool:
        """Whether a word tells where, in what or after what it happens, or of what, before a colon:
        "Egypt: polls close"."""
        ways = {self.governor(word), self.adverbial(word)}
        return word.place < self._topic or bool(ways & self._rules.scenes)

    def is_means(self, word: Word) -> bool:
        """Whether a word tells in or by what it is done: "in a vote", "by agreement"."""
        before = self._reading.word(self._before(word))
        return word.doer or not self._rules.means.isdisjoint((before, self.governor(word)))

    def is_action(self, word: Word) -> bool:
        """Whether a word is the verb of the text."""
        return word.place in self._action

    def denies(self, word: Word) -> bool:
        """Whether it is just this word that the text denies: "without *injuries*"."""
        return word.place in self._denied

    def tells(self, word: Word) -> bool:
        """Whether a word names who tells it."""
        return word.place in self._speakers

    def of(self, word: Word) -> Set[int]:
        """The tokens of what a word is of by a preposition: "cancellation" of "of flights"."""
        at = self._preposition(word, self._rules.genitives)
        return self._run(at - 1, -1) if at > 0 else set()

    def before(self, word: Word) -> int:
        """The token before the preposition of a word, or one that no word has."""
        return self._preposition(word, self._rules.all) - 1

    def way(self, word: Word) -> str:
        """The preposition by which something goes to a word or comes from it as its verb says:
        "resigned *from* the union"; nothing for "refugees from the camp"."""
        at = self._preposition(word, self._rules.goals | self._rules.sources)
        verb = at - 1
        while verb > 0 and (self._reading.is_small(verb) or verb in self._figures):
            verb -= 1  # "stepped down from"
        moved = verb in self._action or self._moves(verb)
        infinitive = not self.head_first and self._reading.verb(at + 1) is not None  # "to raise"
        return self._reading.word(at) if verb >= 0 and moved and not infinitive else ""

    def _moves(self, at: int) -> bool:
        """Whether what stands behind a token may belong to the verb: the token is one, or, where
        the verb comes first, a noun with its article, which nothing more is said of."""
        if self.head_first:
            return self._reading.is_definite(at)
        form = self._reading.verb(at)
        return form is not None and not form.noun

    def leads_from(self, way: str) -> bool:
        """Whether a preposition says where something comes from."""
        return way in self._rules.sources

    def _preposition(self, word: Word, prepositions: Set[str]) -> int:
        """The token of the preposition before a word, its article and its figure; -1 for none."""
        for first in (word.place, self.thing(word).first or word.place):
            at = first - 1
            while at in self._figures or self._reading.is_article(at):
                at -= 1
            if self._reading.word(at) in prepositions:
                return at
        return -1

    def owned(self, word: Word) -> Set[int]:
        """The tokens that stand behind what says whose or which they are: "Kenya's *president*"."""
        if self.head_first:
            return set()
        return self._run(word.end + self._reading.is_possessive(word.end), 1)

    def described(self, word: Word) -> Set[int]:
        """The tokens of what a word only describes: the rest of "Kenya's president William Ruto",
        of "President Ruto of Kenya", of "a three-storey building".

        Not where a deed may be done by it or to it: "Russia's invasion", "the invasion of Russia".
        """
        if self.head_first:
            return set()
        found = self.owned(word) or self.of(word)
        deeds = (self._reading.verb(at) for at in found)
        return set() if any(d and d.verb in self._rules.objective for d in deeds) else found

    def _run(self, at: int, step: int) -> Set[int]:
        """The tokens of words with content that stand side by side from here on."""
        found: set[int] = set()
        while at in self._content and self._reading.joined(at if step > 0 else at + 1):
            found.add(at)
            at += step
        return found

    def is_doer(self, word: Word) -> bool:
        """Whether a word is marked as who does it, or stands behind one with nothing between: من
        قبل أرامل ماكوين."""
        return word.place in self._doers

    def is_owner(self, owner: Word, owned: Word) -> bool:
        """Whether a word may be what another is of: "Lyon's mayor", "the mayor of Lyon", "a
        Marburg virus outbreak"."""
        if owner.name and owned.name:
            return owned.place in self.owned(owner) | self.of(owner)
        if owner.place < owned.place:
            return (
                owner.end == owned.place or self.is_possessor(owner) or self.are_one(owner, owned)
            )
        return bool(self.governor(owner)) and self.governor(owner) not in self._rules.patients

    def is_possessor(self, word: Word) -> bool:
        """Whether a word, or the thing that it is part of, is marked as an owner: "the former
        minister's"."""
        end = max(word.end, self.thing(word).end)
        return self._reading.is_possessive(word.end) or self._reading.is_possessive(end)

    def acts(self, word: Word) -> bool:
        """Whether a word is a verb and can be no noun."""
        form = self._reading.verb(word.place)
        return form is not None and not form.noun and form.tense in _FINITE

    def heads(self, owned: Word, owner: Word) -> bool:
        """Whether a word stands right behind whose it is: "Spain's rate", "the Spanish rate"."""
        behind = owner.end + self._reading.is_possessive(owner.end)
        return not self.head_first and owned.place == behind

    def owns(self, owner: Word, owned: Word) -> bool:
        """Whether a word is what the other is of, by the words between them."""
        thing = self.thing(owned)
        if owner.place < owned.place:
            if not self.is_possessor(owner):
                return False
            # Of "Tanzania's Marburg outbreak" it is the outbreak that is Tanzania's.
            if thing is UNKNOWN:
                return self.heads(owned, owner)
            following = (each for each in self._things if each.first >= owner.end)
            return owned.end == thing.end and next(following, None) is thing
        if self.governor(owner) and owner.place not in self._linked:  # "because of the storm"
            first = min(owner.place, self.thing(owner).first or owner.place)
            before = [each for each in self._things if each.end <= first]
            is_next = thing is UNKNOWN or thing in before[-1:]
            return self.governor(owner) in self._rules.genitives and is_next
        if not self.head_first or owned.located or self.acts(owner):
            return False  # what stands behind the name of a place is not whose it is
        return owner.place == owned.place + 1

    def has(self, owner: Word, owned: Word) -> bool:
        """Whether a word is what the other is of, or of which kind: "the *union* chief"; nothing is
        of what stands behind a name or behind an article written on to it: الرئيس."""
        if self.head_first:
            if owner.place != owned.end or self.acts(owner) or self.acts(owned):
                return False
            whole = owned.name or self._reading.is_definite(owned.place)
            return self.governor(owner) in self._rules.owning if whole else not self.governor(owner)
        compound = self.are_one(owner, owned) and owner.place < owned.place
        return compound or self.owns(owner, owned)

    def is_his(self, owner: Word, owned: Word) -> bool:
        """Whether a word is what the other is of, with no word but small ones between, and no
        verb."""
        beside = self.head_first or self.owns(owner, owned) or self.heads(owned, owner)
        return beside and not self.acts(owned) and self.has(owner, owned)

    def hangs(self, word: Word, head: Word) -> bool:
        """Whether a word stands right behind another that it says more of: "ban *on protests*"."""
        return self.before(word) in range(head.place, head.end) or (
            self.head_first and self.has(word, head)
        )

    def acts_on(self, other: Word, one: Word) -> bool:
        """Whether something is done to a thing by another: "soldiers left the *mission*"."""
        doing, done = self.thing(one), self.thing(other)
        return doing.role is Role.AGENT and done.role is Role.PATIENT and not done.governor

    def plays(self, word: Word) -> bool:
        """Whether a word names who does it or to what it is done, without a preposition."""
        thing = self.thing(word)
        return thing.role is not Role.MENTIONED and not self.governor(word)

    def is_object(self, word: Word) -> bool:
        """Whether something is done to a word without a preposition between."""
        thing = self.thing(word)
        return thing.role is Role.PATIENT and not thing.governor

    def has_article(self, word: Word) -> bool:
        """Whether an article stands before the thing that a word is part of."""
        return self._reading.is_article((self.thing(word).first or word.place) - 1)

    def is_goal(self, word: Word) -> bool:
        """Whether something goes to a word as its verb says."""
        return self.governor(word) in self._rules.owning or bool(
            (way := self.way(word)) and not self.leads_from(way)
        )

    def is_inside(self, word: Word) -> bool:
        """Whether it happens in or near a word."""
        return self.governor(word) in self._rules.locatives

    @property
    def has_object(self) -> bool:
        """Whether the text names what it is done to."""
        return any(each.role is Role.PATIENT and not each.governor for each in self._things)

    def is_somebodys(self, word: Word) -> bool:
        """Whether a pronoun before a word says whose it is: "burned *its* building"."""
        return self._reading.word(self.thing(word).first - 1) in self._rules.owners

    def may_own(self, word: Word) -> bool:
        """Whether `owns` can be true of a word as the owner, where the head does not come first."""
        return self.governor(word) in self._rules.genitives or self.is_possessor(word)

    def links(self) -> dict[str, int]:
        """What joins two parts of the text ("before"), and where it stands; not where it opens."""
        return {sense: at for at, sense in self._linked.items() if at > _OPENS}

    def is_aim(self, word: Word) -> bool:
        """Whether a word is where something is, or goes to."""
        return self.governor(word) in self._rules.aims

    def is_titled(self, title: Word, name: Word) -> bool:
        """Whether a title stands right before a name: "the UN *envoy* Hanna Tetteh"."""
        return title.end == name.place and name.name and not title.name

    def has_title(self, name: Word, title: Word) -> bool:
        """Whether a title stands behind a name and a comma: "Hanna Tetteh, the UN *envoy*"."""
        end, gap = name.end, self._reading.gap(name.end)
        between = range(end, title.place)
        small = (self._reading.is_small(at) or at in self._content for at in between)
        return gap.strip() in {",", "،"} and all(small) and self._is_one_run(between)

    def _is_one_run(self, tokens: range) -> bool:
        """Whether no mark parts tokens from one another and from the one behind."""
        return all(self._reading.joined(at + 1) for at in tokens)

    def are_beside(self, first: Word, second: Word) -> bool:
        """Whether two words stand side by side with a comma between: a name and its title."""
        if second.place < first.place:
            first, second = second, first
        gaps = [self._reading.gap(at) for at in range(first.place + 1, second.place + 1)]
        small = (self._reading.is_small(at) for at in range(first.place + 1, second.place))
        return all(small) and any("," in gap or "،" in gap for gap in gaps)


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
    """Where words marked as the doer stand, and what follows them without a word between."""
    found: set[int] = set()
    end = -1
    for word in words:
        if word.doer or (word.place == end and not (word.facet or word.light)):
            found.add(word.place)
            end = word.end
    return found
