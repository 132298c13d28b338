"""A time counted from another one in the text: "in May 2024, up from 3% a year earlier"."""

from __future__ import annotations

from datetime import timedelta

from dateutil.relativedelta import relativedelta

from workbench.facets import interval
from workbench.facets.interval import Interval, Precision

_SIZES = {
    "year": (Precision.YEAR, Precision.QUARTER, Precision.MONTH),
    "quarter": (Precision.QUARTER,),
    "month": (Precision.MONTH,),
    "week": (Precision.WEEK, Precision.DAY),
    "day": (Precision.DAY,),
}
_DAYS = {"week": 7, "day": 1}
_MONTHS = {"year": 12, "quarter": 3}


def counted_from(found: Interval, unit: str, amount: int) -> Interval | None:
    """As many years before or after a year, quarter or month, quarters or months before or after
    one, or weeks and days before or after a day."""
    first = found.earliest
    if found.precision is Precision.SPAN and unit in _MONTHS:
        return _months_away(found, unit, amount)
    if first is None or found.precision not in _SIZES.get(unit, ()):
        return None
    if unit in _DAYS:
        return _days_away(found, timedelta(days=amount * _DAYS[unit]))
    months = amount * _MONTHS.get(unit, 1)
    moved = first + relativedelta(months=months)
    if found.precision is Precision.YEAR:
        return interval.year(moved.year)
    if found.precision is Precision.QUARTER:
        return interval.quarter(moved.year, (moved.month + 2) // 3)
    return interval.month(moved.year, moved.month)


def _months_away(found: Interval, unit: str, amount: int) -> Interval | None:
    """Both ends of a stretch of months moved by years; by quarters only where it is as long."""
    if found.earliest is None or found.latest is None:
        return None
    after = found.latest + timedelta(days=1)
    whole = found.earliest.day == 1 == after.day
    if not whole or (unit != "year" and after != found.earliest + relativedelta(months=3)):
        return None
    away = relativedelta(months=amount * _MONTHS[unit])
    ends = found.earliest + away, after + away - timedelta(days=1)
    return interval.span(*(interval.month(end.year, end.month) for end in ends))


def _days_away(found: Interval, away: timedelta) -> Interval | None:
    if found.earliest is None:
        return None
    first = found.earliest + away
    if found.precision is Precision.WEEK:
        return interval.week(*first.isocalendar()[:2])
    return interval.day(first)
