"""A time counted from another one in the text: "in May 2024, up from 3% a year earlier"."""

from __future__ import annotations

from datetime import timedelta

from dateutil.relativedelta import relativedelta

from workbench.facets import interval
from workbench.facets.interval import Interval, Precision

_SIZES = {
    "year": (Precision.YEAR, Precision.QUARTER, Precision.MONTH),
    "month": (Precision.MONTH,),
    "week": (Precision.WEEK, Precision.DAY),
    "day": (Precision.DAY,),
}
_DAYS = {"week": 7, "day": 1}


def counted_from(found: Interval, unit: str, amount: int) -> Interval | None:
    """As many years before or after a year, quarter or month, months before or after one, or
    weeks and days before or after a day."""
    first = found.earliest
    if first is None or found.precision not in _SIZES.get(unit, ()):
        return None
    if unit in _DAYS:
        return _days_away(found, timedelta(days=amount * _DAYS[unit]))
    months = amount * (12 if unit == "year" else 1)
    moved = first + relativedelta(months=months)
    if found.precision is Precision.YEAR:
        return interval.year(moved.year)
    if found.precision is Precision.QUARTER:
        return interval.quarter(moved.year, (moved.month + 2) // 3)
    return interval.month(moved.year, moved.month)


def _days_away(found: Interval, away: timedelta) -> Interval | None:
    if found.earliest is None:
        return None
    first = found.earliest + away
    if found.precision is Precision.WEEK:
        return interval.week(*first.isocalendar()[:2])
    return interval.day(first)
