"""One denial told in two ways: "the army denied that the city fell", "the army says that the city
has not fallen"; "is not allowed", "is forbidden".
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from workbench.matching.lexicon.contrasts import complements, groups
from workbench.matching.profiles import Profile, Word
from workbench.matching.wording.wording import Alignment

_DENY = frozenset({"sense:deny"})
_TELL = frozenset({"sense:say", "sense:confirm"})


class Denying(msgspec.Struct, frozen=True):
    """Two statements' words and profiles, with the verb that denies taken for a small word."""

    words: Alignment
    profiles: tuple[Profile, Profile]

    @property
    def swapped(self) -> Denying:
        """The same, seen from the other side."""
        return Denying(self.words.swapped, (self.profiles[1], self.profiles[0]))


def by_one_verb(words: Alignment, profiles: tuple[Profile, Profile]) -> bool:
    """Whether both deny by a verb, which only in one of them is read as a denial: "denied the
    report", نفت التقرير; "refused to free him", "turned down a request to free him"."""
    if any(each.denials for each in profiles):
        return False
    verbs = groups().reversing
    return any(not verbs.isdisjoint(a.meanings & b.meanings) for a, b in words.shared)


def as_small_words(words: Alignment, profiles: tuple[Profile, Profile]) -> Denying:
    """The words without a verb of denial where the other statement denies by small words.

    Both must be denied as a whole; what only tells that it is so ("confirmed") goes as well.
    """
    found = Denying(words, profiles)
    return _without(_without(found).swapped).swapped


def as_contrary(words: Alignment, profiles: tuple[Profile, Profile]) -> Denying | None:
    """The words with what the one statement denies paired with the contrary that the other has, if
    that says just what the denial does; nothing is denied then."""
    found = Denying(words, profiles)
    told = _paired(found)
    if told is None:
        turned = _paired(found.swapped)
        told = turned.swapped if turned else None
    return told


def _paired(told: Denying) -> Denying | None:
    own, other = told.profiles
    if own.denials != 1 or other.denials or not own.denied:
        return None
    denied = own.denied[0]
    says = {complements()[sense] for sense in denied.meanings if sense in complements()}
    met = (word for word in told.words.left_there if not says.isdisjoint(word.meanings))
    contrary = next(met, None)
    if contrary is None or not any(word is denied for word in told.words.left_here):
        return None
    words = replace(
        told.words,
        shared=(*told.words.shared, (denied, contrary)),
        left_here=tuple(word for word in told.words.left_here if word is not denied),
        left_there=tuple(word for word in told.words.left_there if word is not contrary),
    )
    return Denying(words, (replace(own, denials=0, denied=()), other))


def _without(told: Denying) -> Denying:
    own, other = told.profiles
    verb = next((word for word in told.words.left_here if _denies(word)), None)
    if verb is None or own.denials or other.denials != 1 or _any_denies(told.words.left_there):
        return told
    words = replace(
        told.words,
        left_here=tuple(word for word in told.words.left_here if word is not verb),
        left_there=tuple(w for w in told.words.left_there if _TELL.isdisjoint(w.meanings)),
    )
    return Denying(words, (replace(own, denials=1), other))


def _denies(word: Word) -> bool:
    return not _DENY.isdisjoint(word.meanings)


def _any_denies(words: Sequence[Word]) -> bool:
    return any(map(_denies, words))
