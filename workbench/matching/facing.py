"""One deal told from both sides: "Egypt beat Ghana", "Ghana lost to Egypt".

Two converse verbs say the same where whoever does it in one statement is named in the other and
does the converse there to nobody else. Only two actors may be named: with more it is not plain who
faces whom.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from workbench.facets.types import Facets, Role
from workbench.language.lexicon import NAME
from workbench.matching.profiles import Word
from workbench.matching.senses import converses
from workbench.matching.wording import Alignment

_MOST = 8
"""Words that two such statements share at most."""
_Two = tuple[Word, Word]


class Facing(msgspec.Struct, frozen=True):
    """Two statements of which each tells one deal from its side."""

    words: Alignment
    """Their words, the two verbs paired…"""
    rest: Alignment
    """…and without the verbs and the two who face each other."""


def find_facing(here: Facets, there: Facets, words: Alignment) -> Facing | None:
    """Whether two statements tell one deal from both sides."""
    if len(words.shared) > _MOST or not (words.left_here and words.left_there):
        return None
    verbs = _verbs(words)
    sides = _sides(here, there, words) if verbs else ()
    if verbs is None or not sides:
        return None
    if not all(_are_bare(sides, side, words, verbs[side]) for side in (0, 1)):
        return None
    left_here = tuple(word for word in words.left_here if word is not verbs[0])
    left_there = tuple(word for word in words.left_there if word is not verbs[1])
    paired = msgspec.structs.replace(
        words, shared=(*words.shared, verbs), left_here=left_here, left_there=left_there
    )
    others = tuple(pair for pair in words.shared if pair not in sides)
    return Facing(paired, msgspec.structs.replace(paired, shared=others))


def _sides(here: Facets, there: Facets, words: Alignment) -> Sequence[_Two]:
    """The words of the only two who act, of whom another one does it in each; else none."""
    names, doing = _names(here), (_doer(here), _doer(there))
    if len(names) != 2 or names != _names(there):
        return ()
    if not all(doing) or doing[0] == doing[1] or names & (_demonyms(here) | _demonyms(there)):
        return ()
    called = {f"{NAME}{name}" for name in names}
    sides = [pair for pair in words.shared if not called.isdisjoint(pair[0].meanings)]
    return sides if len(sides) == 2 else ()


def _verbs(words: Alignment) -> _Two | None:
    """The only two left-over words of which one says what the other side does."""
    turned = converses()
    ours = [word for word in words.left_here if not turned.keys().isdisjoint(word.meanings)]
    found = [
        (one, other)
        for one in ours
        for other in words.left_there
        if any(not other.meanings.isdisjoint(turned.get(each, ())) for each in one.meanings)
    ]
    return found[0] if len(found) == 1 else None


def _are_bare(sides: Sequence[_Two], side: int, words: Alignment, verb: Word) -> bool:
    """Whether the two are named by themselves: nobody's fund and no fund's country."""
    first, second = sorted((pair[side] for pair in sides), key=lambda word: word.place)
    if second.place - first.end <= 1 and not first.end <= verb.place < second.place:
        return False
    own = [pair[side] for pair in words.shared]
    own += (words.left_here, words.left_there)[side]
    skipped = {first.place, second.place, verb.place}
    beside = {word.place for word in own if not (word.facet or word.light)} - skipped
    return all(beside.isdisjoint((word.end, word.end + 1)) for word in (first, second))


def _demonyms(facets: Facets) -> frozenset[str]:
    return frozenset(place.name for place in facets.places if place.demonym)


def _names(facets: Facets) -> frozenset[str]:
    return frozenset(actor.name for actor in facets.actors)


def _doer(facets: Facets) -> str:
    """The only one who does it, or nothing."""
    doers = {actor.name for actor in facets.actors if actor.role is Role.AGENT}
    return doers.pop() if len(doers) == 1 else ""
