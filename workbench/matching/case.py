"""Two statements side by side: how much they share, what each has alone, what its facets say.

What is shared says whether the two are about one thing, what is left over whether they can be the
same; the rules of `workbench.matching.rules` ask both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

import msgspec

from workbench.facets.types import Modality, Role
from workbench.matching.facets.sequence import Sequence as Order
from workbench.matching.facets.sequence import is_part
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import MOVES, contrasts, groups
from workbench.matching.lexicon.kinds import is_deed
from workbench.matching.lexicon.lexemes import lexemes_of
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.statement.casts import by_token, cast_for
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Facet, Statement
from workbench.matching.wording.speakers import without_speaker
from workbench.matching.wording.titled import find_titles, may_go_without
from workbench.matching.wording.wording import Alignment, Pairing, is_action, plain_rarity

BOTH = 0.4
"""Share of each that stands in the other where the two are about one thing…"""
_ONE_THING = 0.6
"""…and of the shorter one."""
_LITTLE = 0.34
_SHARED_ACROSS = 3
_UNKNOWN_ACROSS = 0.34
"""Shared words, and unknown ones for each of them, with which two languages can be compared."""
_WHOLE_ACROSS = 2
"""Shared words where no other is left: "the dam is stable", السد مستقر."""
_BESIDE = 2
"""Words between two that belong together, and one more: "turnout among women"."""
_TELLS = frozenset({"sense:say"})
_FIGURE = re.compile(r"\d+(?:[.,٫٬]\d+)*")
_COUNTED = {Key.DENIED_HERE, Key.DENIED_THERE}
"""One counts what the other denies."""
_LASTING = {Modality.PRESENT_FACT, Modality.OPINION}
_WITHIN = {Key.PLACE_NARROWER, Key.PLACE_BROADER}


class Case(msgspec.Struct, frozen=True):
    """A pair with everything that the rules look at."""

    here: Statement
    there: Statement
    words: Alignment
    findings: Sequence[Finding]
    order: Order
    """Which of the two is of a later time."""
    rest: Alignment
    """The words without those of who faces whom, where both tell of one deal."""

    def apart(self, facet: Facet) -> Finding | None:
        """The finding that a facet cannot both hold, if there is one."""
        return next((f for f in self.of(facet) if f.holds is Holds.APART), None)

    def of(self, facet: Facet) -> list[Finding]:
        """What is found of a facet."""
        return [finding for finding in self.findings if finding.facet is facet]

    @property
    def left(self) -> tuple[list[Word], list[Word]]:
        """The left-over words of each that can tell the two apart."""
        left = without_speaker(self.here, self.there, self.words)
        here, there = _unimplied(*left, (self.here, self.there))
        if not (any(map(is_deed, here)) and any(map(is_deed, there))):
            here, there = self._told_once(here, 0), self._told_once(there, 1)
        ours, theirs = self._heavy(here, there), self._heavy(there, here)
        if bool(ours) != bool(theirs):
            ours = ours or self._carrying(here, theirs, 0)
            theirs = theirs or self._carrying(there, ours, 1)
        if not any(map(may_go_without, (*ours, *theirs))):
            return ours, theirs
        sides = [[pair[side] for pair in self.words.shared] for side in (0, 1)]
        said = find_titles(ours, sides[0], (self.here, self.there), theirs)
        told = find_titles(theirs, sides[1], (self.there, self.here), ours)
        return (
            [word for word in ours if word.place not in said],
            [word for word in theirs if word.place not in told],
        )

    def _told_once(self, left: Sequence[Word], side: int) -> Sequence[Word]:
        """The left-over words without a deed that its text tells a second time, where the other
        tells it once: "*lowered* its rate to 45 percent, a cut of 250 points"."""
        told = [pair[side] for pair in self.words.shared if is_deed(pair[side])]
        own = (self.here, self.there)[side]
        return [
            word
            for word in left
            if not _is_told(word, told)
            or (_has_contrary(word) and not reading_of(own).verb(word.place))
        ]

    def _carrying(self, left: Sequence[Word], others: Sequence[Word], side: int) -> list[Word]:
        """The verb of one text that says no more than its noun, or its phrase ("imposed a ban"),
        where the other has another verb left: to *hold* a seat is not to lose it."""
        own, other = ((self.here, self.there), (self.there, self.here))[side]
        if not any(is_action(word, other.facets.action) for word in others):
            return []
        found = [w for w in left if w.light and _TELLS.isdisjoint(w.meanings)]
        found += [p[side] for p in self.words.shared if p[side].parts and not p[1 - side].parts]
        return [word for word in found if is_action(word, own.facets.action)]

    def _heavy(self, words: Sequence[Word], others: Sequence[Word]) -> list[Word]:
        # Between two languages a word that the lexicons do not know may translate one that is left
        # over there and as unknown; only what is too many of them can tell anything.
        left = [word for word in words if _counts(word)]
        if self.here.language == self.there.language:
            return left
        known = [word for word in left if word.known]
        unknown = sum(not word.known for word in others if _counts(word))
        return left if len(left) - len(known) > unknown else known

    def left_finding(self, key: Key, holds: Holds) -> Finding:
        """A finding that shows these words."""
        told = self.left
        left = told if any(told) else (self.words.left_here, self.words.left_there)
        here, there = (" ".join(word.surface for word in words) for words in left)
        return Finding(Facet.WORDING, holds, key, here, there)

    def about_one_thing(self, least: float = BOTH, opposed: Set[str] = frozenset()) -> bool:
        """Whether most of the shorter one stands in the other, and enough of the other in it.

        That both speak of "a billion dollars" makes them no more of one thing, and the words that
        they are held against each other by (``opposed``: "rose", "fell") no less.
        """
        told = [pair for pair in self.words.shared if not all(word.facet for word in pair)]
        here, there = zip(*told, strict=True) if told else ((), ())
        covered = (
            _share(here, [word for word in self.words.left_here if word.surface not in opposed]),
            _share(there, [word for word in self.words.left_there if word.surface not in opposed]),
        )
        return max(covered) >= _ONE_THING and min(covered) >= least

    def is_of_two_events(self) -> bool:
        """Whether the two report what happened or will, more than a month apart, and name nobody,
        nothing and no place in common: "four people have died".

        What is so at any time, or is denied, may be held against an old claim for years.
        """
        kinds = {self.here.facets.modality, self.there.facets.modality}
        if not self.order.far or not kinds.isdisjoint(_LASTING):
            return False
        named = (Facet.PLACE, Facet.ROLES)
        agree = any(f.facet in named and f.holds is Holds.EQUAL for f in self.findings)
        return not (agree or any(one.name or one.located for one, _ in self.words.shared))

    def is_one_matter(self, least: float, opposed: Finding) -> bool:
        """Whether two that deny each other, or are contrary, do so of one and the same thing.

        They speak of two where each has a word of its own: "rice is banned", "wheat is not".
        """
        measured = all(e.facets.quantities or e.facets.times for e in (self.here, self.there))
        counted = opposed.key in _COUNTED or (opposed.facet is Facet.WORDING and measured)
        if counted and self.is_of_two_events():
            return False
        shown = {opposed.here, opposed.there}
        here, there = ([word for word in left if word.surface not in shown] for left in self.left)
        return not (here and there) and self.about_one_thing(least, shown)

    def is_anchored(self) -> bool:
        """Whether more than one word, or one name, makes the two be of one matter: that nobody
        was hurt, and that nine pilgrims were, may be of any two days."""
        told = [one for one, _ in self.words.shared if not one.aside]
        names = {word.place for word in told if word.name}
        # The first word of a statement is written like a name anyhow: "*Willem* Kuiper".
        names |= {word.place for word in told if not word.place and 1 in names}
        return len(told) - len(names) + bool(names) > 1

    def is_one_measure(self) -> bool:
        """Whether two figures or times that are apart are of one and the same thing.

        They are of two where each has a word of its own ("oil exports", "oil production"), where
        one is told of a part ("cash sales", "turnout among women"), and where one place lies
        within the other, or one time is a part of the other, or they report two events.
        """
        within = any(finding.key in _WITHIN for finding in self.findings)
        within = within or is_part(self.here, self.there) or self.is_of_two_events()
        ours, theirs = self.left
        here, there = self._unmoved(ours, self.here), self._unmoved(theirs, self.there)
        if within or (here and there) or not self.about_one_thing():
            return False
        shared = [pair[0 if here else 1] for pair in self.words.shared]
        told = self.here if here else self.there
        if self.order.toll:
            # Whatever more is said of where it happened: who is counted is said beside the toll.
            shared = [word for word in shared if not word.meanings.isdisjoint(groups().growing)]
        parts = [word for word in here or there if not _is_verb(word, told)]
        return not any(_qualifies(word, other) for word in parts for other in shared)

    def _unmoved(self, words: Sequence[Word], said: Statement) -> Sequence[Word]:
        """The words without those that only say that a figure has moved, which the figures are
        compared by: "has *risen* to 29"."""
        if not any(figure.change for figure in said.facets.quantities):
            return words
        return [word for word in words if word.meanings.isdisjoint(MOVES)]

    def says_both(self, apart: Finding) -> bool:
        """Whether one of the two says the figures of both, the other's in what its own adds to:
        "the toll rose to 34: with 25 still missing" denies no toll of 34, nor one of 25 written
        out."""
        one, other = apart.here, apart.there
        if one and other and one not in other and other not in one:
            shown = [re.compile(rf"(?<!\w){re.escape(each)}(?!\w)") for each in (one, other)]
            if any(all(s.search(said.text) for s in shown) for said in (self.here, self.there)):
                return True
        texts = (set(_FIGURE.findall(each.text)) for each in (self.here, self.there))
        ours, theirs = (set(_FIGURE.findall(shown)) for shown in (apart.here, apart.there))
        if not (ours and theirs and ours.isdisjoint(theirs)):
            return False
        return any(ours | theirs <= said for said in texts)

    def is_comparable(self) -> bool:
        """Whether, between two languages, enough of both is known to say more than "related"."""
        if self.here.language == self.there.language:
            return True
        shared = len(self.words.shared)
        left = (*self.words.left_here, *self.words.left_there)
        if all(word.light or word.facet for word in left):
            return shared >= _WHOLE_ACROSS
        unknown = max(
            sum(not (word.known or word.light or word.facet) for word in words)
            for words in (self.words.left_here, self.words.left_there)
        )
        return shared >= _SHARED_ACROSS and unknown <= shared * _UNKNOWN_ACROSS


def little_shared(words: Pairing) -> bool:
    """Whether so little stands in both that they are different, whatever their facets say."""
    here, there = zip(*words.shared, strict=True) if words.shared else ((), ())
    return max(_share(here, words.left_here), _share(there, words.left_there)) < _LITTLE


def _share(shared: Sequence[Word], left: Sequence[Word]) -> float:
    """Share of the content words that stand in the other too, by kind of word."""
    both = sum(map(plain_rarity, shared))
    alone = sum([plain_rarity(word) for word in left if not word.facet])
    return both / (both + alone) if both else 0.0


def _is_told(word: Word, others: Sequence[Word]) -> bool:
    """Whether all that a deed means is meant by another, or the other way round; that something is
    refused to be refused says more."""
    if not is_deed(word) or not groups().reversing.isdisjoint(word.meanings):
        return False
    return any(word.meanings <= each.meanings or each.meanings <= word.meanings for each in others)


def _has_contrary(word: Word) -> bool:
    """Whether there is a contrary to what a word means: "fewer"."""
    return not contrasts().keys().isdisjoint(word.meanings)


def _counts(word: Word) -> bool:
    """Whether a left-over word can tell anything that no facet has compared."""
    return not (word.light or word.facet or word.located)


def _unimplied(
    here: Sequence[Word], there: Sequence[Word], texts: tuple[Statement, Statement]
) -> tuple[Sequence[Word], ...]:
    """The left-over words of each without those that go without saying; not where each has such
    a word: it was the judge who acquitted, or the jury."""
    if all(any(word.implied for word in words) for words in (here, there)):
        return here, there
    if not any(word.implied for word in (*here, *there)):
        return here, there
    return (
        [word for word in here if not _goes_without_saying(word, there, texts)],
        [word for word in there if not _goes_without_saying(word, here, texts[::-1])],
    )


def _goes_without_saying(
    word: Word, others: Sequence[Word], texts: tuple[Statement, Statement]
) -> bool:
    """Whether a word of the first text is implied there, in the part that it commonly plays: not
    where a prosecutor is charged, nor where another thing plays its part in the second."""
    if not word.implied:
        return False
    part = _part(word, texts[0])
    if part is Role.PATIENT and not groups().common_doers.isdisjoint(word.meanings):
        return False
    return part is None or not any(
        _counts(other) and _part(other, texts[1]) is part for other in others
    )


def _part(word: Word, text: Statement) -> Role | None:
    """What a word does or undergoes in a text without a preposition."""
    thing = by_token(cast_for(text)).get(word.place)
    bare = thing is not None and not thing.governor and thing.role is not Role.MENTIONED
    return thing.role if thing is not None and bare else None


def _is_verb(word: Word, statement: Statement) -> bool:
    """Whether a word, or the first of a phrase, is a verb, which tells of no part."""
    pack = pack_for(statement.language)
    stems = lexemes_of(pack.code).stems(word.surface)
    form = reading_of(statement).verb(word.place)
    finite = form is not None and form.is_only_verb
    return finite or stems[:1] == [statement.facets.action]


def _qualifies(word: Word, other: Word) -> bool:
    """Whether a word stands beside a noun that both share, or parted from it by a small word."""
    if other.facet or other.light:
        return False
    first, second = (word, other) if word.place < other.place else (other, word)
    return second.place - first.place - len(first.surface.split()) < _BESIDE
