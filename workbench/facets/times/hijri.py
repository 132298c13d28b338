"""Hijri dates in the Umm al-Qura calendar, as intervals of common days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workbench.facets import interval
from workbench.facets.interval import Interval

if TYPE_CHECKING:
    from hijridate import Hijri

_MONTHS = 12


def hijri_interval(year: int, month: int | None, day: int | None) -> Interval | None:
    """The days of a Hijri day, month or year; nothing outside the tables (1343 to 1500 AH).

    Raises:
        ValueError: the month has no such day.
    """
    from hijridate import Hijri  # noqa: PLC0415 (few texts have such dates)

    try:
        first = Hijri(year, month or 1, day or 1)
        if day is not None:
            return interval.day(_common(first))
        last_month = month or _MONTHS
        last = Hijri(year, last_month, Hijri(year, last_month, 1).month_length())
    except OverflowError:
        return None
    return interval.span(interval.day(_common(first)), interval.day(_common(last)))


def _common(day: Hijri) -> date:
    """A plain date: the library's own kind of date cannot be written to a record."""
    return date.fromordinal(day.to_gregorian().toordinal())


def hijri_year(day: date) -> int | None:
    """The Hijri year of a common day, or nothing outside the tables."""
    from hijridate import Gregorian  # noqa: PLC0415 (few texts have such dates)

    try:
        return int(Gregorian.fromdate(day).to_hijri().year)
    except OverflowError:
        return None
