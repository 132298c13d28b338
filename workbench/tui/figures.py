"""What is to be noticed when one quantity is followed through time."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from workbench.desk.types import Figure

JUMP = 1.25
"""Ratio of two figures in a row from which they are told apart as a jump: rounding and routine
change stay below a quarter. A choice of ours; the figures themselves stand beside the sign."""
HEDGED = frozenset({"about", "more_than", "at_least", "less_than", "at_most", "between"})


class Change(StrEnum):
    """How a figure stands to the one before it of the same unit."""

    NONE = "none"
    JUMP = "jump"
    """Another size altogether."""
    ABOUT_LOST = "about_lost"
    """The same number, but "about" or "more than" has gone."""


def changes(figures: Sequence[Figure]) -> list[Change]:
    """The change of each figure from the last one before it of the same unit and counted thing."""
    before: dict[tuple[str, str], Figure] = {}
    found = []
    for figure in figures:
        last = before.get((figure.unit, figure.counted))
        found.append(_change(last, figure) if last else Change.NONE)
        if _middle(figure) is not None:
            before[figure.unit, figure.counted] = figure
    return found


def _change(last: Figure, figure: Figure) -> Change:
    old, new = _middle(last), _middle(figure)
    if old is None or new is None:
        return Change.NONE
    low, high = sorted((abs(old), abs(new)))
    if (old < 0) != (new < 0) or high > low * JUMP:
        return Change.JUMP
    if old == new and last.comparator in HEDGED and figure.comparator == "exactly":
        return Change.ABOUT_LOST
    return Change.NONE


def _middle(figure: Figure) -> float | None:
    bounds = [bound for bound in (figure.low, figure.high) if bound is not None]
    return sum(bounds) / len(bounds) if bounds else None
