"""Time as an interval with a precision, written in EDTF; never an invented day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """The finest unit that the words of the text give."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    SPAN = "span"
    """A stretch with stated or open ends: "since 2014", "from March to May"."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The days a time may mean, first and last included; ``None`` is an open end.

    ``edtf`` is the notation of the same (ISO 8601-2: ``2024-02``, ``2014-09/..``, ``../2024-08``;
    a week is written ``2024-W32``).
    """

    earliest: date | None
    latest: date | None
    precision: Precision
    edtf: str

    def overlaps(self, other: Interval) -> bool:
        """Whether some day is in both."""
        return _before(self.earliest, other.latest) and _before(other.earliest, self.latest)

    def within(self, other: Interval) -> bool:
        """Whether every day of this one is in the other."""
        starts = other.earliest is None or (
            self.earliest is not None and self.earliest >= other.earliest
        )
        ends = other.latest is None or (self.latest is not None and self.latest <= other.latest)
        return starts and ends


def _before(first: date | None, second: date | None) -> bool:
    return first is None or second is None or first <= second
