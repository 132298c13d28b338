"""Time as an interval with a precision, written in EDTF; never an invented day.

The notation is the part of EDTF (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/) that
news needs, and two habits of the field beside it: ``2024-W32`` for a week (ISO 8601-1) and
``2024-Q1`` for a quarter.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date
from enum import StrEnum

import msgspec

from workbench.errors import InvalidInputError, Said


class Precision(StrEnum):
    """The finest unit that the words of the text give."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    SPAN = "span"
    """A stretch with stated or open ends: "since 2014", "from March to May"."""


class Interval(msgspec.Struct, frozen=True, gc=False):
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

    def precedes(self, other: Interval) -> bool:
        """Whether it ends before the other begins."""
        return not _before(other.earliest, self.latest)

    def within(self, other: Interval) -> bool:
        """Whether every day of this one is in the other."""
        starts = other.earliest is None or (
            self.earliest is not None and self.earliest >= other.earliest
        )
        ends = other.latest is None or (self.latest is not None and self.latest <= other.latest)
        return starts and ends


def _before(first: date | None, second: date | None) -> bool:
    return first is None or second is None or first <= second


def day(value: date) -> Interval:
    """One day."""
    return Interval(value, value, Precision.DAY, value.isoformat())


def week(year: int, number: int) -> Interval:
    """A week by its ISO 8601 year and number, Monday to Sunday.

    Raises:
        ValueError: that year has no such week.
    """
    monday = date.fromisocalendar(year, number, 1)
    sunday = date.fromisocalendar(year, number, 7)
    return Interval(monday, sunday, Precision.WEEK, f"{year:04}-W{number:02}")


def month(year: int, number: int) -> Interval:
    """A calendar month.

    Raises:
        ValueError: there is no such year or month.
    """
    return _months(year, number, 1, Precision.MONTH, f"{year:04}-{number:02}")


def quarter(year: int, number: int) -> Interval:
    """A quarter of a calendar year, 1 to 4.

    Raises:
        ValueError: there is no such year or quarter.
    """
    return _months(year, 3 * number - 2, 3, Precision.QUARTER, f"{year:04}-Q{number}")


def season(year: int, number: int) -> Interval:
    """A season of the northern hemisphere, 1 spring to 4 winter, by whole months.

    The winter of a year is the one that begins in it. EDTF writes the four ``-21`` to ``-24``.

    Raises:
        ValueError: there is no such year or season.
    """
    if not 1 <= number <= 4:
        raise ValueError(f"there is no season {number}")
    return _months(year, 3 * number, 3, Precision.SEASON, f"{year:04}-{20 + number}")


def year(number: int) -> Interval:
    """A calendar year.

    Raises:
        ValueError: the calendar has no such year (1 to 9999).
    """
    return _months(number, 1, 12, Precision.YEAR, f"{number:04}")


def decade(first: int) -> Interval:
    """The ten years from ``first``, which ends in 0: 1990 is the 1990s.

    Raises:
        ValueError: ``first`` does not begin a decade of the calendar.
    """
    return _years(first, 10, Precision.DECADE, f"{first // 10:03}X")


def century(first: int) -> Interval:
    """The hundred years from ``first``, which ends in 00: 1900 is the 20th century.

    Raises:
        ValueError: ``first`` does not begin a century of the calendar.
    """
    return _years(first, 100, Precision.CENTURY, f"{first // 100:02}XX")


def span(first: Interval | None, last: Interval | None) -> Interval:
    """From the first day of ``first`` to the last of ``last``; ``None`` leaves an end open.

    Raises:
        ValueError: both ends are open, an end is itself open, or the last is before the first.
    """
    if first is None and last is None:
        raise ValueError(Said("a span needs at least one end"))
    earliest = first.earliest if first else None
    latest = last.latest if last else None
    if (first and earliest is None) or (last and latest is None):
        raise ValueError(Said("the end of a span cannot itself be open"))
    if earliest and latest and earliest > latest:
        raise ValueError(Said("{later} is after {earlier}", later=earliest, earlier=latest))
    edtf = f"{_end(first, first=True)}/{_end(last, first=False)}"
    return Interval(earliest, latest, Precision.SPAN, edtf)


def _end(interval: Interval | None, *, first: bool) -> str:
    if interval is None:
        return ".."
    start, slash, end = interval.edtf.partition("/")
    return start if first or not slash else end


def _months(year: int, start: int, count: int, precision: Precision, edtf: str) -> Interval:
    last = start + count - 1
    if start < 1 or start > 12:
        raise ValueError(f"{edtf}: there is no such month")
    last_year, last_month = (year, last) if last <= 12 else (year + 1, last - 12)
    earliest = date(year, start, 1)
    latest = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return Interval(earliest, latest, precision, edtf)


def _years(first: int, count: int, precision: Precision, edtf: str) -> Interval:
    last = first + count - 1
    if first % count or not MINYEAR <= max(first, MINYEAR) <= last <= MAXYEAR:
        raise ValueError(f"{first} does not begin a {precision}")
    return Interval(date(max(first, MINYEAR), 1, 1), date(last, 12, 31), precision, edtf)


_HINT = (
    "Write a day as 2024-07-31, a week as 2024-W32, a month as 2024-07, a quarter as 2024-Q3, "
    "a year as 2024, a decade as 202X, a stretch as 2024-03/2024-05, an open end as 2014/.."
)
_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Interval]], ...] = (
    (re.compile(r"(\d{4})", re.ASCII), year),
    (re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII), month),
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII), lambda y, m, d: day(date(y, m, d))),
    (re.compile(r"(\d{4})-W(\d\d)", re.ASCII), week),
    (re.compile(r"(\d{4})-Q([1-4])", re.ASCII), quarter),
    (re.compile(r"(\d{4})-2([1-4])", re.ASCII), season),
    (re.compile(r"(\d{3})X", re.ASCII), lambda tens: decade(10 * tens)),
    (re.compile(r"(\d{2})XX", re.ASCII), lambda hundreds: century(100 * hundreds)),
)


def parse_edtf(value: str) -> Interval:
    """Read a time as it is written on file; the inverse of ``Interval.edtf``.

    Raises:
        InvalidInputError: it is not in the notation, or names a day that the calendar lacks.
    """
    text = value.strip()
    first, slash, last = text.partition("/")
    if not slash:
        return _single(text, value)
    ends = [None if end == ".." else _single(end, value) for end in (first, last)]
    try:
        return span(*ends)
    except ValueError as error:
        raise InvalidInputError(
            "{value!r} is not a stretch of time: {reason}",
            hint=_HINT,
            value=value,
            reason=error.args[0],
        ) from error


def _single(text: str, whole: str) -> Interval:
    for pattern, build in _FORMS:
        found = pattern.fullmatch(text)
        if found:
            try:
                return build(*map(int, found.groups()))
            except ValueError as error:
                raise InvalidInputError(
                    "{value!r}: the calendar has no {text}", hint=_HINT, value=whole, text=text
                ) from error
    raise InvalidInputError("{value!r} is not a time", hint=_HINT, value=whole)
