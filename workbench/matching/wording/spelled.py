"""One word written in two ways within a language: a name by its initials or as another hand spells
it, any word as another land does ("labour", "labor").

"BoE" is the Bank of England where that is the only name with these initials; "Qaddafi" is Gaddafi,
because consonants and vowels may be written so of one sound; Hassan is not Hussein.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from workbench.language.packs import load
from workbench.matching.profiles import Word

_SHORTEST = 5
"""Letters of names that may be spelled otherwise."""
_LANDS = 2
"""Letters by which two lands' spellings of a word differ in length, at most."""
_LONGEST = 6
"""Letters of an acronym at most."""
_ALIKE = {
    **{"gh": "g", "kh": "h", "q": "g", "dh": "d", "th": "t", "ph": "f", "ck": "k", "c": "k"},
    **{"z": "s", "j": "g", "w": "v", "y": "i", "ee": "i", "oo": "u", "ou": "u", "o": "u"},
}
"""What transliterations write for one sound."""
_OPEN = frozenset("aei")
_DOUBLED = re.compile(r"(.)\1+")


def find_spelled(ours: Sequence[Word], theirs: Sequence[Word]) -> list[tuple[int, int]]:
    """Where words stand that are left over in both and are one written otherwise."""
    there = _capitals(theirs)
    found = _each_once(ours, theirs, _capitals(ours) if there else (), there, _is_one)
    met = {at for at, _ in found}, {to for _, to in found}
    rest = [at for at in range(len(ours)) if at not in met[0]] if theirs else ()
    others = [to for to in range(len(theirs)) if to not in met[1]]
    return found + _each_once(ours, theirs, rest, others, is_respelled)


def _each_once(
    ours: Sequence[Word],
    theirs: Sequence[Word],
    here: Iterable[int],
    there: Sequence[int],
    is_one: Callable[[Word, Word], bool],
) -> list[tuple[int, int]]:
    """Where words stand of which one, and only one, is the same there, each only once."""
    found: list[tuple[int, int]] = []
    taken: set[int] = set()
    for at in here:
        met = [to for to in there if to not in taken and is_one(ours[at], theirs[to])]
        if len(met) == 1:
            taken.add(met[0])
            found.append((at, met[0]))
    return found


def is_respelled(one: Word, other: Word) -> bool:
    """Whether another land writes a word so: "labour" and "labor", "organise" and "organize"."""
    here, there = one.folded, other.folded
    if one.name or other.name:  # Grey is not Gray
        return False
    if here[:1] != there[:1] or abs(len(here) - len(there)) > _LANDS:
        return False
    spellings = load(one.language).language.spellings.items() if one.language else ()
    return any(
        (written in here and here.replace(written, otherwise, 1) == there)
        or (written in there and there.replace(written, otherwise, 1) == here)
        for written, otherwise in spellings
    )


def _capitals(words: Sequence[Word]) -> list[int]:
    """The words with a capital letter: no other is a name that may be held against."""
    return [
        at
        for at, word in enumerate(words)
        if word.surface[:1].isupper()
        or (" " in word.surface and any(part[:1].isupper() for part in word.surface.split()))
    ]


def _is_one(one: Word, other: Word) -> bool:
    if (" " in one.surface) != (" " in other.surface):
        short, full = (other, one) if " " in one.surface else (one, other)
        return _initials(full.surface, short.surface)
    if not (one.name and other.name) or min(len(one.surface), len(other.surface)) < _SHORTEST:
        return False
    here, there = one.surface.split(), other.surface.split()
    return len(here) == len(there) and all(map(_sound_alike, map(_sound, here), map(_sound, there)))


def _sound_alike(one: str, other: str) -> bool:
    """Whether two sound alike: an *e* may stand for *a* and for *i*, which are not each other:
    Ahmed is Ahmad, Jamal is not Jamil."""
    return len(one) == len(other) and all(
        here == there or ("e" in (here, there) and {here, there} <= _OPEN)
        for here, there in zip(one, other, strict=True)
    )


def _initials(full: str, short: str) -> bool:
    """Whether letters are the initials of a name, with or without its small words."""
    letters = short.replace(".", "")
    capitals = sum(letter.isupper() for letter in letters)
    if not (2 <= len(letters) <= _LONGEST and capitals >= 2 and letters.isalpha()):
        return False
    words = full.split()
    every = "".join(word[0] for word in words).casefold()
    large = "".join(word[0] for word in words if word[0].isupper()).casefold()
    return letters.casefold() in {every, large}


def _sound(name: str) -> str:
    """A name as it sounds, roughly."""
    sound = name.casefold().replace("'", "").replace("-", "")
    for written, told in _ALIKE.items():
        sound = sound.replace(written, told)
    return _DOUBLED.sub(r"\1", sound)
