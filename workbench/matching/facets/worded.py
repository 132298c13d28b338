"""Figures that one of two statements tells in other words: "exports halved", "exports fell 50%".

A share may stand in the verb, and what a rate is of apart from it: "the gram rose to 4,650 pounds",
"rose to 4,650 pounds a gram".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from workbench.facets.bundle import read_facets
from workbench.facets.quantities.figure import PERCENT
from workbench.facets.types import Clock, Quantity
from workbench.matching.facets.figures import held_together
from workbench.matching.findings import Holds
from workbench.matching.profiles import Word
from workbench.matching.statement.words import pack_for
from workbench.matching.wording.wording import Alignment

_PER = "/"
_SHARES = {
    "sense:halve": (Decimal(50), frozenset({"sense:fall", "sense:reduce", "sense:lower"})),
    "sense:double": (Decimal(100), frozenset({"sense:rise", "sense:increase", "sense:raise"})),
    "sense:triple": (Decimal(200), frozenset({"sense:rise", "sense:increase", "sense:raise"})),
}
"""By what share something moves of which these are said, and what is said where it is a figure."""
_NO_SHARE = None, frozenset[str]()
Figures = Sequence[Quantity]


class Worded(msgspec.Struct, frozen=True):
    """Two statements' words and figures, without those that only say one figure in two ways."""

    words: Alignment
    here: Figures
    there: Figures

    @property
    def swapped(self) -> Worded:
        """The same, seen from the other side."""
        return Worded(self.words.swapped, self.there, self.here)


def find_worded(
    words: Alignment, figures: tuple[Figures, Figures], languages: tuple[str, str]
) -> Worded:
    """What is left to compare once each figure told in words has met the other's."""
    told = _without_share(_without_share(Worded(_moved(words), *figures)).swapped).swapped
    here = tuple(_rated(told.here, told.there, _words(told.words, 0), languages[0]))
    there = tuple(_rated(told.there, told.here, _words(told.words, 1), languages[1]))
    return replace(told, here=here, there=there)


def _moved(words: Alignment) -> Alignment:
    """The words without those that say which way, where both say by what: "fell to half"."""
    both = [_SHARES[each] for pair in words.shared for each in _SHARES if each in pair[0].meanings]
    if not both:
        return words
    moves = frozenset().union(*(each for _, each in both))
    here, there = (
        tuple(each for each in left if moves.isdisjoint(each.meanings))
        for left in (words.left_here, words.left_there)
    )
    return replace(words, left_here=here, left_there=there)


def _without_share(told: Worded) -> Worded:
    """Without a share that stands in the verb here, and there is a figure."""
    for word in told.words.left_here:
        share, moves = next((_SHARES[each] for each in _SHARES if each in word.meanings), _NO_SHARE)
        if share is None or any(figure.unit == PERCENT.name for figure in told.here):
            continue
        figure = next((each for each in told.there if _is_share(each, share)), None)
        if figure is None or all(moves.isdisjoint(w.meanings) for w in _words(told.words, 1)):
            continue
        left = [each for each in told.words.left_there if moves.isdisjoint(each.meanings)]
        paired = replace(
            told.words,
            left_here=tuple(each for each in told.words.left_here if each is not word),
            left_there=tuple(left),
        )
        return replace(told, words=paired, there=[f for f in told.there if f is not figure])
    return told


def _is_share(figure: Quantity, share: Decimal) -> bool:
    return figure.unit == PERCENT.name and figure.low == figure.high == share


def _rated(
    own: Figures, others: Figures, words: Sequence[Word], language: str
) -> Iterator[Quantity]:
    """The figures, each with what it is a rate of where the text says that elsewhere."""
    rates = [other for other in others if _PER in other.unit]
    for figure in own:
        found = (
            other
            for other in rates
            if other.unit.partition(_PER)[0] == figure.unit
            and held_together(replace(figure, unit=other.unit), other) is Holds.EQUAL
            and any(_is_per(figure, other.unit, word, language) for word in words)
        )
        rate = next(found, None)
        yield figure if rate is None else replace(figure, unit=rate.unit)


def _is_per(figure: Quantity, rate: str, word: Word, language: str) -> bool:
    """Whether a word that stands apart from a figure says what it is a rate of."""
    if word.surface in figure.surface.split():
        return False
    behind = _units(f"{figure.surface} {word.surface}", language)
    return rate in behind or rate.partition(_PER)[2] in _units(f"1 {word.surface}", language)


@lru_cache(maxsize=4096)
def _units(text: str, language: str) -> frozenset[str]:
    return frozenset(
        each.unit for each in read_facets(text, pack_for(language), Clock()).quantities
    )


def _words(words: Alignment, side: int) -> Sequence[Word]:
    left = words.left_there if side else words.left_here
    return [*(pair[side] for pair in words.shared), *left]
