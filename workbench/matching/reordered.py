"""The same words in another order: "ordered Argentina to pay the fund", "ordered the fund to pay
Argentina".

Who does what to whom is mostly told by order alone, and not every sentence is understood. So two
things that stand the other way round part two statements unless it is plain why they may: one of
them is an adverbial, they are members of one list, one of what the other is ("Lyon's mayor", "the
mayor of Lyon"), or doer and done-to of one act, told in the passive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import combinations, pairwise

from workbench.facets.actors.things import Cast, Thing
from workbench.facets.reading import Reading, read
from workbench.facets.types import Role
from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors
from workbench.matching.findings import Finding, Holds
from workbench.matching.posts import plain
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.types import Facet, Statement
from workbench.matching.wording import Alignment
from workbench.matching.words import pack_for, profile

_UNKNOWN = Thing(0, 0, Role.MENTIONED, "")
_OPENS = 2
"""Words with which a text opens: "After the storm"."""
_TOPIC = 4
"""Words of a topic at most."""
_FINITE = {"past", "present", "future"}
_DOING = {Role.AGENT, Role.PATIENT}


class Text:
    """One of two statements, with the parts that its things play (`facets.actors.things`)."""

    def __init__(self, statement: Statement, cast: Cast) -> None:
        pack = pack_for(statement.language)
        self._reading = read(plain(statement.text), pack)
        self._things = cast.things
        self._thing_at = {
            at: each for each in reversed(cast.things) for at in range(each.first, each.end)
        }
        self._governors: dict[int, str] = {}
        self._rules = pack.derived(_Prepositions)
        words = profile(statement).words
        self._linked = dict(_linked(words))
        self._doers = _doers(words)
        self._topic = _topic(self._reading)
        self._figures = {word.place for word in words if word.facet}

    @property
    def head_first(self) -> bool:
        """Whether what a word is of stands right behind it, without a word between."""
        return self._rules.head_first

    def thing(self, word: Word) -> Thing:
        """The thing that a word is part of."""
        return self._thing_at.get(word.place, _UNKNOWN)

    def governor(self, word: Word) -> str:
        """The preposition before a word, or nothing."""
        found = self._governors.get(word.place)
        if found is None:
            found = self._governors[word.place] = self._govern(word)
        return found

    def _govern(self, word: Word) -> str:
        at = self._before(word)
        before = self._reading.word(at)
        found = self.thing(word).governor or (before if before in self._rules.all else "")
        if found in self._rules.genitives and at - 1 in self._figures:
            return ""  # "hundreds of farmers" are farmers
        return found or self._shared_governor(word)

    def _shared_governor(self, word: Word) -> str:
        """The preposition before a name that stands before a word: "*with* PKK fighters"."""
        if self.head_first:
            return ""
        first = self.thing(word).first or word.place
        found = next((each.governor for each in self._things if each.end == first), "")
        return "" if found in self._rules.genitives else found

    def _before(self, word: Word) -> int:
        """The token before a word and its article."""
        at = word.place - 1
        return at - self._reading.is_article(at)

    def adverbial(self, word: Word) -> str:
        """What a word is joined by and moves with, or nothing: "over", "because of", no "of"."""
        if word.place in self._linked:
            return self._linked[word.place]
        governor = self.governor(word)
        return "" if governor in self._rules.genitives else governor

    def is_verb(self, word: Word) -> bool:
        """Whether a word may be a verb."""
        return self._reading.verb(word.place) is not None

    def opposes(self, word: Word) -> bool:
        """Whether a word is what something is against."""
        return self.governor(word) in self._rules.adversatives

    def are_one(self, first: Word, second: Word) -> bool:
        """Whether two words are parts of one thing: "reform bill"."""
        return self.thing(first) is self.thing(second) is not _UNKNOWN

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

    def is_doer(self, word: Word) -> bool:
        """Whether a word is marked as who does it, or stands behind one with nothing between: من
        قبل أرامل ماكوين."""
        return word.place in self._doers

    def is_owner(self, owner: Word, owned: Word) -> bool:
        """Whether a word may be what another is of: "Lyon's mayor", "the mayor of Lyon", "a
        Marburg virus outbreak"."""
        if owner.place < owned.place:
            return (
                owner.end == owned.place or self.is_possessor(owner) or self.are_one(owner, owned)
            )
        return bool(self.governor(owner))

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
            if thing is _UNKNOWN:
                return self.heads(owned, owner)
            following = (each for each in self._things if each.first >= owner.end)
            return owned.end == thing.end and next(following, None) is thing
        if self.governor(owner):
            first = min(owner.place, self.thing(owner).first or owner.place)
            before = [each for each in self._things if each.end <= first]
            is_next = thing is _UNKNOWN or thing in before[-1:]
            return self.governor(owner) in self._rules.genitives and is_next
        return owner.place == owned.place + 1 and self.head_first and not self.acts(owner)

    def may_own(self, word: Word) -> bool:
        """Whether `owns` can be true of a word as the owner, where the head does not come first."""
        return self.governor(word) in self._rules.genitives or self.is_possessor(word)

    def links(self) -> dict[str, int]:
        """What joins two parts of the text ("before"), and where it stands; not where it opens."""
        return {sense: at for at, sense in self._linked.items() if at > _OPENS}

    def is_aim(self, word: Word) -> bool:
        """Whether a word is where something is, or goes to."""
        return self.governor(word) in self._rules.aims

    def are_beside(self, first: Word, second: Word) -> bool:
        """Whether two words stand side by side with a comma between: a name and its title."""
        if second.place < first.place:
            first, second = second, first
        gaps = [self._reading.gap(at) for at in range(first.place + 1, second.place + 1)]
        small = (self._reading.is_small(at) for at in range(first.place + 1, second.place))
        return all(small) and any("," in gap or "،" in gap for gap in gaps)


_Two = tuple[Word, Word]
"""A word here and the same there."""


def find_reordered(
    texts: tuple[Text, Text], casts: tuple[Cast, Cast], words: Alignment
) -> Finding | None:
    """Two things that both statements of one language name in another order without a reason.

    ``casts`` are the parts of the statements' things (`workbench.facets.actors.things`).
    """
    nested = _nested(words.shared, texts, casts)
    if nested is not None:
        return nested
    kept = [pair for pair in words.shared if not (pair[0].aside or pair[1].aside)]
    turned = list(_turned([pair for pair in kept if not _is_action(pair, casts)]))
    if not turned:
        return None
    here, there = texts
    for one, other in turned:
        if not _may_turn(one, other, here, there):
            shown = one[0].surface, other[1].surface
            return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, *shown)
    return None


def _nested(
    pairs: Sequence[_Two], texts: tuple[Text, Text], casts: tuple[Cast, Cast]
) -> Finding | None:
    """Two deeds of which each is done to the other: "voted to postpone it", "postponed the vote".

    Not where one is only how the other was done ("approved it in a vote"), or who tells of it
    ("he resigned, he said").
    """
    ours = theirs = ""
    for pair in pairs:
        here, there = (word.place in cast.action for word, cast in zip(pair, casts, strict=True))
        if here == there:
            continue
        does, done = (0, 1) if here else (1, 0)
        if not texts[does].acts(pair[does]) or not _is_done_to(pair[done], texts[done]):
            continue
        if here:
            ours = pair[0].surface
        else:
            theirs = pair[1].surface
    if not (ours and theirs):
        return None
    return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, ours, theirs)


def _is_done_to(deed: Word, text: Text) -> bool:
    """Whether a deed that is not its text's own is what that is done to."""
    return not (text.is_means(deed) or text.acts(deed))


def _turned(pairs: Sequence[_Two]) -> Iterator[tuple[_Two, _Two]]:
    """Every two words of which the first here is the second there."""
    ordered = sorted(pairs, key=lambda pair: pair[0].place)
    for one, other in combinations(ordered, 2):
        if one[1].place > other[1].place:
            yield one, other


def _may_turn(one: _Two, other: _Two, here: Text, there: Text) -> bool:
    """Whether it is plain why two words may stand the other way round."""
    adverbial = any(
        here.adverbial(each[0]) and here.adverbial(each[0]) == there.adverbial(each[1])
        for each in (one, other)
    )
    scene = any(here.is_scene(each[0]) and there.is_scene(each[1]) for each in (one, other))
    listed = one[0].group == other[0].group and one[1].group == other[1].group
    beside = here.are_beside(one[0], other[0]) or there.are_beside(one[1], other[1])
    return (
        adverbial
        or scene
        or listed
        or beside
        or _are_one(one, other, here, there)
        or _owns(one, other, here, there)
        or _is_deed(one, other, here, there)
        or _are_parts(one, other, here, there)
        or _are_modifiers(one, other, here, there)
        or _is_scene(one, other, here, there)
        or _is_passive(one, other, here, there)
    )


def _are_one(one: _Two, other: _Two, here: Text, there: Text) -> bool:
    """Whether two words name one thing together in both: "Sudan's president"."""
    ours, theirs = here.thing(one[0]), there.thing(one[1])
    known = ours is not _UNKNOWN and theirs is not _UNKNOWN
    return known and ours is here.thing(other[0]) and theirs is there.thing(other[1])


def _owns(one: _Two, other: _Two, here: Text, there: Text) -> bool:
    """Whether one of two words is what the other is of in both."""
    return any(
        here.is_owner(owner[0], owned[0]) and there.is_owner(owner[1], owned[1])
        for owner, owned in ((one, other), (other, one))
    )


def _is_deed(one: _Two, other: _Two, here: Text, there: Text) -> bool:
    """Whether one of two words is a verb in one text, and in the other a noun with whose it is:
    "called on the governor to resign", "the resignation of the governor"."""
    return any(
        text.is_verb(deed[at])
        and not text.are_one(deed[at], thing[at])
        and noun.owns(thing[1 - at], deed[1 - at])
        for deed, thing in ((one, other), (other, one))
        for at, text, noun in ((0, here, there), (1, there, here))
    )


def _are_modifiers(one: _Two, other: _Two, here: Text, there: Text) -> bool:
    """Whether two words stand side by side in both, each a noun in one and its adjective in the
    other: صادرات العراق النفطية, صادرات النفط العراقية."""
    if not (here.head_first and there.head_first):
        return False
    beside = one[0].end == other[0].place and other[1].end == one[1].place
    return beside and one[0].surface != one[1].surface and other[0].surface != other[1].surface


def _are_parts(one: _Two, other: _Two, here: Text, there: Text) -> bool:
    """Whether two words are doer and done-to, each the same in both."""
    ours = here.thing(one[0]).role, here.thing(other[0]).role
    theirs = there.thing(one[1]).role, there.thing(other[1]).role
    return ours == theirs and set(ours) == _DOING


def _is_passive(one: _Two, other: _Two, here: Text, there: Text) -> bool:
    """Whether one of two words is marked as the doer in one text ("by the jury", من قبل النيابة)
    and stands before the other, without a preposition, in the other text."""
    for doer, done in ((one, other), (other, one)):
        by = here.is_doer(doer[0]), there.is_doer(doer[1])
        if by == (True, False):
            return doer[1].place < done[1].place and not there.governor(doer[1])
        if by == (False, True):
            return doer[0].place < done[0].place and not here.governor(doer[0])
    return False


def _is_scene(one: _Two, other: _Two, here: Text, there: Text) -> bool:
    """Whether one of two words is where it happens in one text and has a part in the other, while
    the other word is in neither: "Qatar hosts the summit", "the summit is held in Qatar"."""
    for scene, thing in ((one, other), (other, one)):
        placed = {here.is_scene(scene[0]), there.is_scene(scene[1])}
        free = not (here.governor(thing[0]) or there.governor(thing[1]))
        if placed == {True, False} and free:
            return True
    return False


def _is_action(pair: _Two, casts: tuple[Cast, Cast]) -> bool:
    """Whether a word is the verb of one of the texts, which goes before or behind its subject."""
    return any(word.place in cast.action for word, cast in zip(pair, casts, strict=True))


def _linked(words: Sequence[Word]) -> Iterator[tuple[int, str]]:
    """The words behind what only joins them, and its sense: "rain" of "as a result of rain"."""
    for before, word in pairwise(words):
        if before.stop and before.light and before.meanings:
            yield word.place, before.stem


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


class _Prepositions:
    """The prepositions of a language."""

    def __init__(self, pack: LanguagePack) -> None:
        actors = pack.section(Actors)
        self.genitives = frozenset(map(fold_text, actors.genitives))
        self.scenes = frozenset(map(fold_text, (*actors.locatives, *actors.causes)))
        self.adversatives = frozenset(map(fold_text, actors.adversatives))
        self.objective = frozenset(map(fold_text, actors.objective_nouns))
        others = frozenset(map(fold_text, actors.prepositions))
        self.means = frozenset(map(fold_text, (*actors.locatives, *actors.agent_prepositions)))
        self.head_first = bool(pack.language.article)
        self.all = self.genitives | frozenset(map(fold_text, actors.locatives)) | others
        self.aims = self.all - self.genitives - self.adversatives
