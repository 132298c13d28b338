"""Parts of years and months as days: quarters, halves, weeks, the first nine months."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import msgspec
from dateutil.relativedelta import relativedelta

from workbench.facets import interval
from workbench.facets.interval import Interval, Precision
from workbench.facets.times.expressions import Part

COARSE = "publication date too coarse"
NO_SUCH_DAY = "the calendar has no such day"
_STRETCHES = {
    "days": ("days", 1),
    "weeks": ("days", 7),
    "months": ("months", 1),
    "quarters": ("months", 3),
}
_UNTIL = {
    "weeks to": ("weeks", 1),
    "months to": ("months", 1),
    "quarters to": ("months", 3),
    "years to": ("months", 12),
}
_ENDS = "first or last part of a longer time"


class Resolved(msgspec.Struct, frozen=True):
    """An interval, or none, and the rule."""

    interval: Interval | None
    rule: str


def part_of(part: Part, whole: Interval) -> Resolved:
    """The days of a part of a year or month."""
    if whole.earliest is None or whole.latest is None:
        return Resolved(None, COARSE)
    if part.kind in _UNTIL:
        return _stretch_to(part, whole)
    if part.kind in _STRETCHES:
        return _stretch_of(part, whole.earliest, whole.latest)
    return _days_of(part, whole.earliest, whole.latest)


def _days_of(part: Part, first: date, last: date) -> Resolved:
    if part.weekday is not None:
        return _weekday_of(part.number, part.weekday, first, last)
    if part.kind == "week":
        return _week_of(part.number, first, last)
    ends = (first, first + timedelta(days=14))
    if part.kind == "week from":
        ends = (first, first + timedelta(days=6))
    elif part.kind == "week of":
        monday = first - timedelta(days=first.weekday())
        ends = (monday, monday + timedelta(days=6))
    elif part.kind != "month half":
        return _of_year(part, first)
    elif part.number > 1:
        ends = (ends[1] + timedelta(days=1), last)
    return Resolved(interval.span(*map(interval.day, ends)), f"{part.kind} by its days")


def _of_year(part: Part, first: date) -> Resolved:
    return Resolved(yearly_parts()[part.kind](first.year, part.number), "part of a year")


def _week_of(number: int, first: date, last: date) -> Resolved:
    """The days 1 to 7 of a month, and so on; its last seven."""
    start = last - timedelta(days=6) if number < 0 else first + timedelta(weeks=number - 1)
    if start > last:
        return Resolved(None, NO_SUCH_DAY)
    end = min(start + timedelta(days=6), last)
    return Resolved(interval.span(interval.day(start), interval.day(end)), "week of a month")


def _weekday_of(number: int, weekday: int, first: date, last: date) -> Resolved:
    """A weekday of a month by its rank, -1 the last."""
    if number < 0:
        day = last - timedelta(days=(last.isoweekday() - weekday) % 7)
    else:
        day = first + timedelta(days=(weekday - first.isoweekday()) % 7, weeks=number - 1)
    if not first <= day <= last:
        return Resolved(None, NO_SUCH_DAY)
    return Resolved(interval.day(day), "weekday of a month")


def _stretch_of(part: Part, first: date, last: date) -> Resolved:
    """The first units of a year or a month, or, where the number is below zero, the last."""
    unit, size = _STRETCHES[part.kind]
    length = relativedelta(**{unit: size * abs(part.number)})  # type: ignore[arg-type]
    after = last + timedelta(days=1)
    start, end = (first, first + length) if part.number > 0 else (after - length, after)
    if start < first or end > after:
        return Resolved(None, NO_SUCH_DAY)
    ends = [start, end - timedelta(days=1)]
    if unit == "months":
        return Resolved(interval.span(*(interval.month(d.year, d.month) for d in ends)), _ENDS)
    return Resolved(interval.span(*map(interval.day, ends)), _ENDS)


def _stretch_to(part: Part, end: Interval) -> Resolved:
    """So many units that end with a month, a day or a year."""
    assert end.latest is not None
    after = end.latest + timedelta(days=1)
    if end.precision is Precision.YEAR:
        first = interval.year(end.latest.year + 1 - part.number)
        return Resolved(interval.span(first, end), "a length of time and its end")
    start = after - relativedelta(**{_UNTIL[part.kind][0]: _UNTIL[part.kind][1] * part.number})  # type: ignore[arg-type]
    if end.precision is Precision.MONTH and part.kind != "weeks to":
        ends = interval.month(start.year, start.month), end
    else:
        ends = interval.day(start), interval.day(end.latest)
    return Resolved(interval.span(*ends), "a length of time and its end")


def yearly_parts() -> dict[str, Callable[[int, int], Interval]]:
    """What makes each part of a year, by its kind, of the year and its number."""
    return {"quarter": interval.quarter, "season": interval.season, "half": _half}


def _half(year: int, number: int) -> Interval:
    first = 6 * number - 5
    return interval.span(interval.month(year, first), interval.month(year, first + 5))
