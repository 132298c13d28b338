"""The same words in another order: "ordered Argentina to pay the fund", "ordered the fund to pay
Argentina".

Who does what to whom is mostly told by order alone, and not every sentence is understood. So two
things that stand the other way round part two statements unless it is plain why they may: one of
them is an adverbial, they are members of one list, one of what the other is ("Lyon's mayor", "the
mayor of Lyon"), or doer and done-to of one act, told in the passive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from workbench.facets.actors.things import Cast
from workbench.facets.types import Role
from workbench.matching.findings import Finding, Holds
from workbench.matching.kinds import befalls, cannot_exchange
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.texts import UNKNOWN, Text
from workbench.matching.types import Facet
from workbench.matching.wording import Alignment

_DOING = {Role.AGENT, Role.PATIENT}
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
        or _are_of_two_kinds(one, other, here, there)
    )


def _are_of_two_kinds(one: _Two, other: _Two, here: Text, there: Text) -> bool:
    """Whether two words name things of which neither can take the other's part, and a preposition
    says so in one text at least: "took *over* the bridge", "the bridge is held by".

    Not where one is only in one of the texts what the other is of.
    """
    if not cannot_exchange(one, other):
        return False
    texts = tuple(enumerate((here, there)))
    joined = befalls(one, other)
    joined = joined or any(text.joins(each[at]) for at, text in texts for each in (one, other))
    owned = [
        any(text.owns(a[at], b[at]) for a, b in ((one, other), (other, one))) for at, text in texts
    ]
    return joined and owned[0] == owned[1]


def _are_one(one: _Two, other: _Two, here: Text, there: Text) -> bool:
    """Whether two words name one thing together in both: "Sudan's president"."""
    ours, theirs = here.thing(one[0]), there.thing(one[1])
    known = ours is not UNKNOWN and theirs is not UNKNOWN
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
