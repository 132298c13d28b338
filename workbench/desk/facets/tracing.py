"""One quantity followed through articles, claimants and times, and what is to be noticed in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import floor, log10

from workbench.desk.matching.families import clusters
from workbench.desk.types import Figure
from workbench.language.fold import fold_text
from workbench.matching.statement.measures import is_measure
from workbench.matching.statement.words import pack_for

JUMP = 1.25
"""Ratio of two figures in a row from which they are told apart as a jump: rounding and routine
change stay below a quarter. A choice of ours; the figures themselves stand beside the sign."""
HEDGED = frozenset({"about", "more_than", "at_least", "less_than", "at_most", "between"})


class Flag(StrEnum):
    """What is to be noticed of a figure, beside the one before it of its quantity."""

    JUMP = "jump"
    """Another size altogether."""
    REVISED = "revised"
    """Another figure for the same time, and no source for it on file."""
    ROUNDED = "rounded"
    """The figure before it with fewer digits."""
    ABOUT_LOST = "about_lost"
    """The same number, but "about" or "more than" has gone."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A figure and what is to be noticed of it."""

    figure: Figure
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """One quantity: what is counted, and where."""

    unit: str
    counted: str
    """As the first text that counts it has it."""
    place: str
    figures: tuple[Noted, ...]
    """In order of publication."""

    @property
    def noticed(self) -> int:
        """How many figures have something to be noticed."""
        return sum(bool(each.flags) for each in self.figures)


def series(figures: Sequence[Figure], alike: Iterable[tuple[int, int]] = ()) -> list[Series]:
    """The quantities among figures, those with most to be noticed first.

    Two figures are of one quantity where unit, counted thing and place agree as written, or
    where matching found their claims to speak of one thing: so it is followed across languages.
    Sums of money and other measures are of one quantity only where matching found so: what is
    measured is not told beside them.

    Args:
        figures: in order of publication.
        alike: pairs of claims that matching found to be the same, updates or at odds.
    """
    pairs = []
    for key in (_as_written, _by_claim):
        first: dict[object, int] = {}
        for place, figure in enumerate(figures):
            pairs.append((place, first.setdefault(key(figure), place)))
    places: dict[tuple[int, str], int] = {}
    for place, figure in enumerate(figures):
        places.setdefault((figure.claim_id, figure.unit), place)
    for one, two in alike:
        for unit in {unit for claim, unit in places if claim == one}:
            if (two, unit) in places:
                pairs.append((places[one, unit], places[two, unit]))
    found = [_series([figures[place] for place in group]) for group in clusters(pairs)]
    return sorted(found, key=lambda each: (-each.noticed, -len(each.figures)))


def _as_written(figure: Figure) -> object:
    counted = "" if _measures(figure) else fold_text(figure.counted)
    return (figure.unit, counted, figure.place) if counted else figure


def _measures(figure: Figure) -> bool:
    return is_measure(figure.unit, pack_for(figure.language))


def _by_claim(figure: Figure) -> object:
    return figure.claim_id, figure.unit, fold_text(figure.counted)


def _series(figures: Sequence[Figure]) -> Series:
    noted, last = [], None
    for figure in figures:
        # What one claim says side by side revises nothing.
        follows = last is not None and last.claim_id != figure.claim_id
        noted.append(Noted(figure, tuple(flags(last, figure)) if last and follows else ()))
        last = figure if middle(figure) is not None else last
    first = figures[0]
    return Series(first.unit, first.counted, first.place, tuple(noted))


def flags(last: Figure, figure: Figure) -> list[Flag]:
    """What is to be noticed of a figure after the one before it."""
    old, new = middle(last), middle(figure)
    if old is None or new is None:
        return []
    found = []
    if jumps(old, new):
        found.append(Flag.JUMP)
    if old != new and figure.time and figure.time == last.time and not figure.evidence:
        found.append(Flag.REVISED)
    if old != new and is_rounding(old, new):
        found.append(Flag.ROUNDED)
    if old == new and last.comparator in HEDGED and figure.comparator == "exactly":
        found.append(Flag.ABOUT_LOST)
    return found


def jumps(old: float, new: float) -> bool:
    """Whether two figures differ by a quarter or more, or in sign."""
    low, high = sorted((abs(old), abs(new)))
    return (old < 0) != (new < 0) or high > low * JUMP


def is_rounding(old: float, new: float) -> bool:
    """Whether a figure is another one rounded to fewer digits: 2,487 as 2,500."""
    digits = _digits(new)
    return 0 < digits < _digits(old) and _rounded(old, digits) == new


def _digits(value: float) -> int:
    """The significant digits that a figure is written with."""
    written = f"{value:.15g}".partition("e")[0].lstrip("-").replace(".", "")
    whole = written if "." in f"{value:.15g}" else written.rstrip("0")
    return len(whole.lstrip("0"))


def _rounded(value: float, digits: int) -> float:
    return round(value, digits - 1 - floor(log10(abs(value)))) if value else value


def middle(figure: Figure) -> float | None:
    """The middle of a figure's bounds, or ``None`` for a vague one."""
    bounds = [bound for bound in (figure.low, figure.high) if bound is not None]
    return sum(bounds) / len(bounds) if bounds else None
