"""What brought something about, told by a verb or in passing: "defects forced Toyota to recall
280,000 cars", "Toyota recalled 280,000 cars because of defects".

The verb of the one says no more than what joins the cause in the other, if both name one cause.
What was brought about has its own doer, who is no longer looked for beside the first verb.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import islice
from operator import attrgetter

import msgspec
from msgspec.structs import replace

from workbench.facets.actors.things import Cast, Thing
from workbench.facets.types import Role
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.lexicon.kinds import happens
from workbench.matching.lexicon.prepositions import Prepositions
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.statement.casts import cast_for
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Facet, Statement
from workbench.matching.wording.retold import Retold, idle
from workbench.matching.wording.wording import Alignment

_CAUSING = frozenset({"sense:cause", "sense:force"})
_JOINING = frozenset({"sense:because"})
_Two = tuple[Word, Word]
_place = attrgetter("place")


def find_causing(here: Statement, there: Statement, words: Alignment) -> Retold | None:
    """Whether the two tell of one cause, one of them by its verb."""
    told = _told((here, there), words, 0) or _told((here, there), words, 1)
    causes = _causes(told, words) if told else ()
    if told is None or not causes:
        return None
    facets = [here.facets, there.facets]
    facets[told.side] = idle(facets[told.side])
    paired = _paired(words, told)
    rest = replace(paired, shared=tuple(each for each in paired.shared if each not in causes))
    return Retold(paired, rest, (facets[0], facets[1]))


def find_other_cause(here: Statement, there: Statement, words: Alignment) -> Finding | None:
    """Whether one tells by its verb that something else brought it about than the other joins:
    "prices rose because of the shortage", "the rise in prices caused the shortage"."""
    told = _told((here, there), words, 0) or _told((here, there), words, 1)
    if told is None or told.pair[0] is told.pair[1] or _causes(told, words):
        return None  # what is joined by "after" or "over" may be no cause
    shown = told.pair[0].surface, told.pair[1].surface
    return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, *shown)


class _Told(msgspec.Struct, frozen=True):
    """A cause told by the verb of one side, and in passing by the other."""

    side: int
    """Of the two the one that tells it by its verb."""
    pair: _Two
    """The verb and what joins the cause in the other, here and there."""
    doing: Set[int]
    """The tokens of what the verb says brought it about…"""
    behind: Set[int]
    """…and of what is joined in the other."""
    undergone: bool
    """Whether the verb is the act itself, which the other tells as well."""


def _told(statements: tuple[Statement, Statement], words: Alignment, side: int) -> _Told | None:
    ours, theirs = _all(words, side), _all(words, 1 - side)
    joining = [word for word in theirs if word.light and not _JOINING.isdisjoint(word.meanings)]
    # Most texts tell of no cause: who does what in them need not be read.
    told = joining or any(not _CAUSING.isdisjoint(word.meanings) for word in ours)
    if not told or any(not _JOINING.isdisjoint(word.meanings) for word in ours):
        return None
    cast, other = cast_for(statements[side]), cast_for(statements[1 - side])
    acts = (word for word in ours if word.place in cast.action)
    verb = min(acts, key=_place, default=None)
    if verb is None:
        return None
    causing = not _CAUSING.isdisjoint(verb.meanings)
    if not joining:
        both = any(w.place in other.action and _CAUSING & w.meanings for w in theirs)
        after = causing and not both
        return _told_after(verb, statements, words, side) if after else None
    join = min(joining, key=_place)
    if not causing and (
        _is_done_by_somebody(statements[side], ours) or not _is_undergone(verb, words, side, other)
    ):
        return None
    doing = _tokens(each for each in cast.things if each.role is Role.AGENT)
    if not causing and _befalls_doer(doing, words, side, other):
        return None
    behind = _tokens(islice((each for each in other.things if each.end > join.end), 1))
    pair = (join, verb) if side else (verb, join)
    return _Told(side, pair, doing, behind, undergone=not causing)


def _told_after(
    verb: Word, statements: tuple[Statement, Statement], words: Alignment, side: int
) -> _Told | None:
    """The same where a preposition that may say why joins the cause in the other: "recalled *over*
    defects", "died *in* the explosion", نقلوا بعد تسممهم."""
    cast, other = cast_for(statements[side]), cast_for(statements[1 - side])
    rules = pack_for(statements[1 - side].language).derived(Prepositions)
    events = {pair[1 - side].place for pair in words.shared if happens(pair)}
    joined = (
        each
        for each in other.things
        if each.governor in rules.causes
        or (each.governor in rules.locatives and events & set(range(each.first, each.end)))
    )
    behind = _tokens(islice(joined, 1))
    doing = _tokens(each for each in cast.things if each.role is Role.AGENT)
    return _Told(side, (verb, verb), doing, behind, undergone=False) if behind else None


def _befalls_doer(doing: Set[int], words: Alignment, side: int, other: Cast) -> bool:
    """Whether the verb says of whom it befalls what the other says of the one acted on: "seven
    died in a fire", "seven were killed as a result of a fire"."""
    bare = (each for each in other.things if not each.governor)
    patients = _tokens(each for each in bare if each.role is Role.PATIENT)
    told = [p for p in words.shared if p[side].place in doing]
    first = min(told, key=lambda pair: pair[side].place, default=None)
    return first is None or first[1 - side].place in patients


def _is_done_by_somebody(statement: Statement, words: Sequence[Word]) -> bool:
    """Whether a person or body acts, who is no mere cause: "sacked because of the president"."""
    officials = any(not groups().offices.isdisjoint(word.meanings) for word in words)
    return officials or any(actor.role is Role.AGENT for actor in statement.facets.actors)


def _is_undergone(verb: Word, words: Alignment, side: int, other: Cast) -> bool:
    """Whether the other tells the same act of whom it befell, and of no doer: "fog delayed the
    flights", "the flights were delayed because of fog"."""
    same = any(p[side] is verb and p[1 - side].place in other.action for p in words.shared)
    return same and not any(thing.role is Role.AGENT for thing in other.things)


def _causes(told: _Told, words: Alignment) -> Sequence[_Two]:
    """The words of the one cause that both tell; none where they tell of two."""
    side, content = told.side, [p for p in words.shared if not (p[0].aside or p[1].aside)]
    content.sort(key=lambda pair: pair[side].place)
    ours = [pair for pair in content if pair[side].place in told.doing]
    theirs = [pair for pair in content if pair[1 - side].place in told.behind]
    if not (ours and theirs and ours[0] in theirs and any(pair in ours for pair in theirs)):
        return ()
    causes = [pair for pair in ours if pair in theirs]
    for pair in content:
        near = any(_follows(pair, cause) for cause in causes)
        if near and pair not in causes:
            causes.append(pair)
    return causes


def _follows(pair: _Two, other: _Two) -> bool:
    """Whether a word stands right behind another in both: الأمطار الغزيرة."""
    return all(word.place == before.end for word, before in zip(pair, other, strict=True))


def _paired(words: Alignment, told: _Told) -> Alignment:
    """The words without what only tells of a cause, by the verb and in passing."""
    gone = [told.pair[1 - told.side]] if told.undergone else told.pair
    shared = (p for p in words.shared if not any(word is each for word in p for each in gone))
    return replace(
        words,
        shared=tuple(shared),
        left_here=tuple(w for w in words.left_here if not any(w is each for each in gone)),
        left_there=tuple(w for w in words.left_there if not any(w is each for each in gone)),
    )


def _all(words: Alignment, side: int) -> Sequence[Word]:
    left = words.left_there if side else words.left_here
    return [*[pair[side] for pair in words.shared], *left]


def _tokens(things: Iterable[Thing]) -> Set[int]:
    return {at for each in things for at in range(each.first, each.end)}
