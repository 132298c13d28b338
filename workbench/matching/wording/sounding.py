"""Names that no lexicon knows, in two scripts: "Abdelkader al-Zein" and عبد القادر الزين.

They are paired by how they sound (`workbench.language.sounds`), whole or by the surname alone; in
one script by the surname, where nobody else has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import chain, repeat

from workbench.language.fold import fold_text
from workbench.language.lexicon import NAME
from workbench.language.packs import LanguagePack
from workbench.language.sounds import first_sounds, has_sounds, latin_letters, speller
from workbench.language.stems import bare
from workbench.language.world import world
from workbench.matching.profiles import Word
from workbench.matching.statement.words import pack_for

_MOST_WORDS = 6
"""Words of the other script that one name may have there…"""
_MOST_NAMES = 12
"""…and names of one statement that are looked for."""
_SURNAME = 4
"""Letters that a surname has at least, to be looked for without the names before it."""

_MEMO = 4096
"""Names, and words that may begin one, of which the letters are remembered."""

Run = Sequence[int]
"""Places of the words that make up a name."""


def find_sounding(
    here: Sequence[Word], there: Sequence[Word], languages: tuple[str, str]
) -> list[tuple[Run, Run]]:
    """The words that name one thing in both, each word only once.

    ``here`` and ``there`` are what two statements in two languages have left. Nothing is found
    unless the letters of one of the languages, and only of one, have sounds.
    """
    packs = pack_for(languages[0]), pack_for(languages[1])
    if has_sounds(packs[0]) == has_sounds(packs[1]):
        return []
    if has_sounds(packs[0]):
        return [(run, name) for name, run in _found(there, here, packs[0])]
    return _found(here, there, packs[1])


def find_surnames(here: Sequence[Word], there: Sequence[Word]) -> list[tuple[int, int]]:
    """Where one of two texts has a whole name and the other its surname alone."""
    ours = _by_surname(here)
    theirs = _by_surname(there) if ours else {}
    return [
        (ours[name], theirs[name])
        for name in ours  # in text order, so that what is said of them is always the same
        if name in theirs
        and (" " in here[ours[name]].surface) != (" " in there[theirs[name]].surface)
    ]


def _by_surname(words: Sequence[Word]) -> dict[str, int]:
    """The names of which no other of the text has the surname, under it."""
    found: dict[str, list[int]] = {}
    for at in _names(words):
        found.setdefault(fold_text(words[at].surface).rpartition(" ")[2], []).append(at)
    return {name: places[0] for name, places in found.items() if len(places) == 1}


def _found(
    latin: Sequence[Word], others: Sequence[Word], pack: LanguagePack
) -> list[tuple[Run, Run]]:
    names = [(at, _spellings(latin[at].surface)) for at in _names(latin)]
    if not names:
        return []
    runs = list(_runs(others, {each[:1] for _, spelled in names for each in spelled}, pack))
    alike = speller(pack)
    found: list[tuple[Run, Run]] = []
    taken: set[int] = set()
    for at, spelled in names:
        begun = {each[:1] for each in spelled}
        for run, letters, sounds in runs:
            if sounds.isdisjoint(begun) or not taken.isdisjoint(run):
                continue
            if any(map(alike, repeat(letters), spelled)):
                taken.update(run)
                found.append(((at,), run))
                break
    return found


def _names(words: Sequence[Word]) -> list[int]:
    return [at for at, word in enumerate(words) if _is_open(word)][:_MOST_NAMES]


def _is_open(word: Word) -> bool:
    """Whether a word is a name that is met by its sound: no place or body that a lexicon has.

    Of persons the other lexicon may not have every form: السوداني alone is any Sudanese.
    """
    if not word.name or word.aside:
        return False
    called = (each.removeprefix(NAME) for each in word.meanings)
    return not any(each in world().places or _is_body(each) for each in called)


def _is_body(name: str) -> bool:
    return name in world().actors and world().actors[name][0] != "person"


@lru_cache(maxsize=_MEMO)
def _spellings(name: str) -> Sequence[str]:
    """The Latin letters of a name, and of its surname where it has several words."""
    folded = fold_text(name)
    whole, surname = map(latin_letters, (folded, folded.rpartition(" ")[2]))
    return (whole, surname) if len(surname) >= _SURNAME and surname != whole else (whole,)


@lru_cache(maxsize=_MEMO)
def _beginnings(word: str, pack: LanguagePack) -> Sequence[tuple[str, Set[str]]]:
    """What proclitics leave of a folded word, each with the letters it begins with in Latin."""
    return tuple((each, first_sounds(each, pack)) for each in bare(word, pack))


def _runs(
    words: Sequence[Word], begun: Set[str], pack: LanguagePack
) -> Iterator[tuple[Run, str, Set[str]]]:
    """Words that stand side by side, the most first, their letters, proclitics taken off, and what
    those begin with in Latin; only where that is one of the letters ``begun`` with."""
    folded = [fold_text(word.surface).split() for word in words]
    for first, word in enumerate(words):
        if word.aside:
            continue
        begins = _beginnings(folded[first][0], pack)
        begins = [each for each in begins if not each[1].isdisjoint(begun)]
        if not begins:
            continue
        end = first + 1
        while end < len(words) and end - first < _MOST_WORDS and _goes_on(words, end):
            end += 1
        for last in range(end, first, -1):
            _, *rest = chain.from_iterable(folded[first:last])
            for begin, sounds in begins:
                yield range(first, last), " ".join((begin, *rest)), sounds


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether a word stands right behind the one before it."""
    before = words[at - 1]
    width = len(before.surface.split())
    return words[at].place == before.place + width and not words[at].aside
