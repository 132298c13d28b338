"""Parts of a day inside two times of one day: "Sunday morning", "Sunday evening", صباح الأحد."""

from __future__ import annotations

from functools import lru_cache

from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack, load
from workbench.language.schema import Times
from workbench.matching.findings import Holds


def within_day(here: str, there: str, codes: tuple[str, str]) -> Holds:
    """How the part of the day in the time on file stands to that in the new one.

    ``here`` and ``there`` are the words of two times of the same days.
    """
    ours, theirs = hours_in(here, codes[0]), hours_in(there, codes[1])
    if codes[0] != codes[1]:
        ours, theirs = _widened(ours), _widened(theirs)
    if ours == theirs:
        return Holds.EQUAL
    if ours < theirs:
        return Holds.NARROWER
    return Holds.BROADER if theirs < ours else Holds.UNCLEAR


def _widened(hours: frozenset[str]) -> frozenset[str]:
    """Parts of a day without the border between evening and night, which languages draw
    differently: "Saturday night" is مساء السبت."""
    return frozenset("evening" if hour == "night" else hour for hour in hours)


@lru_cache(maxsize=4096)
def hours_in(surface: str, code: str) -> frozenset[str]:
    """The parts of a day that a time names, by the names that all languages share."""
    listed = load(code).derived(_listed)
    words = fold_text(surface).split()
    found: set[str] = set()
    at = 0
    while at < len(words):
        lengths = range(min(_LONGEST, len(words) - at), 0, -1)
        width = next((n for n in lengths if " ".join(words[at : at + n]) in listed), 0)
        if width:
            found.add(listed[" ".join(words[at : at + width])])
        at += width or 1
    return frozenset(found)


_LONGEST = 3
"""Words that a part of a day has at most."""


def _listed(pack: LanguagePack) -> dict[str, str]:
    hours = pack.section(Times).hours
    return {fold_text(word): name for name, words in hours.items() for word in words}
