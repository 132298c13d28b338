"""Why two things may stand the other way round in two statements of one language: one of them is
an adverbial, they are members of one list, one is what the other is of, or doer and done-to of one
act, told in the passive.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.facets.types import Role
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.lexicon.kinds import befalls, cannot_exchange, happens, is_place
from workbench.matching.profiles import Word
from workbench.matching.wording.layout import UNKNOWN
from workbench.matching.wording.texts import Text

_Two = tuple[Word, Word]
"""A word here and the same there."""


def may_turn(one: _Two, other: _Two, texts: tuple[Text, Text], shared: Sequence[_Two]) -> bool:
    """Whether it is plain why two words that both share may stand the other way round."""
    here, there = texts
    adverbial = any(
        here.joined_by(each[0]) and here.joined_by(each[0]) == there.joined_by(each[1])
        for each in (one, other)
    )
    scene = any(here.is_scene(each[0]) and there.is_scene(each[1]) for each in (one, other))
    listed = one[0].group == other[0].group and one[1].group == other[1].group
    listed = listed or are_listed(one, other, texts)
    beside = here.are_beside(one[0], other[0]) or there.are_beside(one[1], other[1])
    return (
        adverbial
        or scene
        or listed
        or beside
        or _are_one(one, other, here, there)
        or _are_owner_and_owned(one, other, here, there)
        or _is_deed(one, other, here, there)
        or acts_in_both(one, other, texts)
        or _are_modifiers(one, other, here, there)
        or _is_scene(one, other, texts, shared)
        or _is_passive(one, other, here, there)
        or _are_of_two_kinds(one, other, here, there)
        or _goes_along(one, other, texts, shared)
        or _is_told(one, other, texts)
        or _is_own_deed(one, other, texts)
        or _is_title(one, other, texts)
        or _is_reached(one, other, texts, shared)
        or any(here.denies(each[0]) and there.denies(each[1]) for each in (one, other))
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
    joined = joined or any(text.is_joined(each[at]) for at, text in texts for each in (one, other))
    owned = [
        any(text.is_marked_owner(a[at], b[at]) for a, b in ((one, other), (other, one)))
        for at, text in texts
    ]
    return joined and owned[0] == owned[1]


def _are_one(one: _Two, other: _Two, here: Text, there: Text) -> bool:
    """Whether two words name one thing together in both: "Sudan's president"."""
    ours, theirs = here.thing(one[0]), there.thing(one[1])
    known = ours is not UNKNOWN and theirs is not UNKNOWN
    return known and ours is here.thing(other[0]) and theirs is there.thing(other[1])


def _are_owner_and_owned(one: _Two, other: _Two, here: Text, there: Text) -> bool:
    """Whether one of two words is what the other is of in both."""
    return any(
        here.may_be_owner(owner[0], owned[0]) and there.may_be_owner(owner[1], owned[1])
        for owner, owned in ((one, other), (other, one))
    )


def _is_deed(one: _Two, other: _Two, here: Text, there: Text) -> bool:
    """Whether one of two words is a verb in one text, and in the other a noun with whose it is:
    "called on the governor to resign", "the resignation of the governor"."""
    return any(
        text.is_verb(deed[at])
        and not text.are_one(deed[at], thing[at])
        and noun.is_marked_owner(thing[1 - at], deed[1 - at])
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


def acts_in_both(one: _Two, other: _Two, texts: tuple[Text, Text]) -> bool:
    """Whether one of two words does it in both texts, and the other in neither: "the minister will
    sign the accord", "the accord will be signed by the minister"."""
    doing = [[text.does(each[at]) for at, text in enumerate(texts)] for each in (one, other)]
    return [True, True] in doing and [False, False] in doing


def are_listed(one: _Two, other: _Two, texts: tuple[Text, Text]) -> bool:
    """Whether two words are members of one list in both texts."""
    return all(text.are_listed(one[at], other[at]) for at, text in enumerate(texts))


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


def _is_scene(one: _Two, other: _Two, texts: tuple[Text, Text], shared: Sequence[_Two]) -> bool:
    """Whether one of two words is where it happens in one text and has a part in the other, while
    the other word has one part in both: "Qatar hosts the summit", "the summit is held in Qatar"."""
    here, there = texts
    for scene, thing in ((one, other), (other, one)):
        placed = {here.is_scene(scene[0]), there.is_scene(scene[1])}
        if placed == {True, False} and _stays(thing, texts, shared):
            return True
    return False


def _stays(pair: _Two, texts: tuple[Text, Text], shared: Sequence[_Two]) -> bool:
    """Whether a word is governed by nothing, or is of one thing, in both: "the cancellation of
    flights", "cancelled flights"."""
    of = [text.owned_before(word) for text, word in zip(texts, pair, strict=True)]
    if any(text.is_scene(word) for text, word in zip(texts, pair, strict=True)):
        return False
    if not any(of):
        return not any(text.governor(word) for text, word in zip(texts, pair, strict=True))
    if all(of):
        return any(p[0].place in of[0] and p[1].place in of[1] for p in shared)
    deed, verb = (0, 1) if of[0] else (1, 0)
    if texts[verb].governor(pair[verb]):
        return False
    return any(p[deed].place in of[deed] and texts[verb].is_action(p[verb]) for p in shared)


def _goes_along(one: _Two, other: _Two, texts: tuple[Text, Text], shared: Sequence[_Two]) -> bool:
    """Whether one of two words only describes one thing in both, which it goes along with: "Kenya's
    president William Ruto", "President Ruto of Kenya"."""
    for each in (one, other):
        ours, theirs = (text.described(word) for text, word in zip(texts, each, strict=True))
        if any(p[0].place in ours and p[1].place in theirs for p in shared):
            return True
    return False


def _is_told(one: _Two, other: _Two, texts: tuple[Text, Text]) -> bool:
    """Whether one of two words tells of what it did to the other: "police charged a man", "a man
    was charged, police said"."""
    for told, done in ((one, other), (other, one)):
        tells = [text.is_speaker(word) for text, word in zip(texts, told, strict=True)]
        undergo = [text.thing(word).role for text, word in zip(texts, done, strict=True)]
        if tells.count(True) == 1 and Role.AGENT not in undergo:
            acting = tells.index(False)
            return texts[acting].thing(told[acting]).role is Role.AGENT
    return False


def _is_reached(one: _Two, other: _Two, texts: tuple[Text, Text], shared: Sequence[_Two]) -> bool:
    """Whether one of two words is the place that somebody goes to or comes from in both: وصل إلى
    دمشق الرئيس, الرئيس يصل دمشق."""
    acts = (p for p in shared if all(map(Text.is_action, texts, p)))
    goes = any(not groups().going.isdisjoint(one.meanings & two.meanings) for one, two in acts)
    reached = [
        is_place(each)
        and all(t.thing(w).role is not Role.AGENT for t, w in zip(texts, each, strict=True))
        for each in (one, other)
    ]
    return goes and reached[0] != reached[1]


def _is_own_deed(one: _Two, other: _Two, texts: tuple[Text, Text]) -> bool:
    """Whether one of two words tells in one text whose deed the other is, right beside it, and in
    the other text who does it: غارات إسرائيلية, شن الطيران الإسرائيلي غارات."""
    for doer, deed in ((one, other), (other, one)):
        if not (doer[0].name and doer[1].name and happens(deed)):
            continue
        for at, to in ((0, 1), (1, 0)):
            beside = deed[at].end == doer[at].place and texts[at].head_first
            if beside and texts[to].acts_on(deed[to], doer[to]):
                return True
    return False


def _is_title(one: _Two, other: _Two, texts: tuple[Text, Text]) -> bool:
    """Whether one of two words is the title of the other, before it in one text and behind it in
    the other: "the UN envoy Hanna Tetteh", "Hanna Tetteh, the UN envoy"."""
    for title, name in ((one, other), (other, one)):
        for at, to in ((0, 1), (1, 0)):
            before = texts[at].is_titled(title[at], name[at])
            if before and texts[to].has_title(name[to], title[to]):
                return True
    return False
