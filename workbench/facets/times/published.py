"""What a time that leaves its year or more unsaid means on the day an article was published."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import msgspec
from dateutil.easter import easter
from dateutil.relativedelta import relativedelta
from msgspec.structs import replace

from workbench.facets import interval
from workbench.facets.interval import Interval
from workbench.facets.times.expressions import (
    Anniversary,
    Calendar,
    Clock,
    Length,
    Offset,
    Part,
    Period,
    Same,
    Simple,
    Stretch,
    Unresolved,
    Weekend,
)
from workbench.facets.times.hijri import hijri_interval, hijri_year
from workbench.facets.times.parts import COARSE, NO_SUCH_DAY, Resolved, part_of, yearly_parts

FINER = "finer than a day"
OPEN_END = "no end is said"
_NEAR = timedelta(days=45)
"""A day and month without a year this soon after publication is ahead, since a text gives the year
of what was ten months ago; others are past."""
_DEADLINE = timedelta(days=165)
"""The same for what something lasts until or begins with."""
_YEAR = timedelta(days=366)
_SOON = timedelta(days=183)
_RANKED = 62
"""Days within which a weekday with the day of its month is looked for."""
_FAR = 4
"""How many years away the next 29 February may be."""


class Surroundings(msgspec.Struct, frozen=True):
    """What the words around a time say about it."""

    paragraph: int = 0
    goes_on: bool = False
    """It stands in the sentence of the time before."""
    ahead: bool = False
    """The clause speaks of what is to come."""
    foretold: bool = False
    """It spoke so before: "was due to end in August" is no August to come."""
    past: bool = False
    """It began before publication: "since"."""
    onward: bool = False
    """It begins with a day that is rather still to come: "starting on Sunday"."""
    qualifies: bool = False
    """It only qualifies a noun: "*first-quarter* results"."""
    lasting: bool = False
    """It bounds what lasts: "until 15 December", "starting on 1 January"."""


def explicit(date_: Calendar) -> Resolved | None:
    """The meaning of a date that has its year."""
    if date_.year is None:
        return None
    try:
        if date_.hijri:
            found = hijri_interval(date_.year, date_.month, date_.day)
            return Resolved(found, "Hijri date" if found else "Hijri date outside the tables")
        if date_.other_day is not None:
            return Resolved(interval.year(date_.year), "day and month may be either way round")
        return Resolved(_days_in(date_.year, date_), "explicit")
    except ValueError:
        return Resolved(None, NO_SUCH_DAY)


def calendar_days(year: int, month: int | None, day: int | None) -> Interval:
    """A year, one of its months or a day of that; a day that there is not raises ValueError."""
    if month is None:
        return interval.year(year)
    return interval.month(year, month) if day is None else interval.day(date(year, month, day))


def _days_in(year: int, wanted: Calendar) -> Interval:
    """The days of a date or feast in a year."""
    if wanted.easter is not None:
        return interval.day(easter(year) + timedelta(days=wanted.easter))
    return calendar_days(year, wanted.month, wanted.day)


def relative_to(expression: Simple, published: date, around: Surroundings) -> Resolved:
    """What an expression means to those who read it on a day, and by which rule."""
    match expression:
        case Offset():
            found = _offset(expression, published)
        case Anniversary():
            found = _anniversary(expression, published)
        case Stretch():
            found = _stretch(expression, published)
        case Weekend():
            found = _weekend(expression, published, around)
        case Part():
            found = _part(expression, published, around)
        case Calendar():
            found = _date(expression, published, around)
        case Clock() | Length() | Period() | Same() | Unresolved():
            found = Resolved(None, FINER)
    return found


def _weekend(wanted: Weekend, published: date, around: Surroundings) -> Resolved:
    monday = published - timedelta(days=published.weekday())
    shift = wanted.shift
    if shift is None:
        due = around.ahead or (around.lasting and not around.past)
        shift = 0 if due or published.isoweekday() >= wanted.days[0] else -1
    ends = (monday + timedelta(days=on - 1, weeks=shift) for on in wanted.days)
    return Resolved(interval.span(*map(interval.day, ends)), "weekend")


def _offset(away: Offset, published: date) -> Resolved:
    """A day with its weekday beside it is no other day ("today, Thursday"): an article may appear
    a day after it was written, and what is farther off is left open."""
    if away.weekday is None:
        return Resolved(_shifted(away.unit, away.amount, published), "relative")
    day = published + timedelta(days=away.amount)
    off = (away.weekday - day.isoweekday() + 3) % 7 - 3
    if abs(off) > 1:
        return Resolved(None, "its weekday is another day")
    rule = "weekday beside it" if off else "relative"
    return Resolved(interval.day(day + timedelta(days=off)), rule)


def _anniversary(wanted: Anniversary, published: date) -> Resolved:
    """A 29 February has none in most years: the day before it then."""
    away = wanted.year
    year = published.year + away.amount if isinstance(away, Offset) else away.year
    if year is None:
        return Resolved(None, COARSE)
    then = published + relativedelta(year=year)
    return Resolved(_shifted(wanted.unit, 0, then), "the same time of another year")


def _shifted(unit: str, amount: int, published: date) -> Interval:
    """A unit of time by its distance from the day of publication."""
    year = published.year
    if unit in {"month", "quarter"}:
        day = published + relativedelta(months=amount * (3 if unit == "quarter" else 1))
        if unit == "month":
            return interval.month(day.year, day.month)
        return interval.quarter(day.year, (day.month + 2) // 3)
    if unit == "week":
        iso = (published + timedelta(weeks=amount)).isocalendar()
        return interval.week(iso.year, iso.week)
    builders = {
        "day": lambda: interval.day(published + timedelta(days=amount)),
        "year": lambda: interval.year(year + amount),
        "decade": lambda: interval.decade(year // 10 * 10 + 10 * amount),
        "century": lambda: interval.century(year // 100 * 100 + 100 * amount),
    }
    return builders[unit]()


def _stretch(stretch: Stretch, published: date) -> Resolved:
    unit = {"night": "day", "fortnight": "week"}.get(stretch.unit, stretch.unit)
    if unit in {"hour", "minute", "second"}:
        return Resolved(None, FINER)
    now = _shifted(unit, 0, published)
    if stretch.count is None:
        if stretch.direction > 0:
            return Resolved(None, OPEN_END)
        return Resolved(interval.span(None, now), "vague interval ending at publication")
    other = _shifted(unit, stretch.direction * stretch.count, published)
    ends = (other, now) if stretch.direction < 0 else (now, other)
    return Resolved(interval.span(*ends), "interval counted from publication")


def _part(part: Part, published: date, around: Surroundings) -> Resolved:
    if part.whole is not None:
        whole = (
            _shifted(part.whole.unit, part.whole.amount, published)
            if isinstance(part.whole, Offset)
            else (explicit(part.whole) or _date(part.whole, published, around)).interval
        )
        return Resolved(None, COARSE) if whole is None else part_of(part, whole)
    build = yearly_parts()[part.kind]
    candidates = [build(published.year + step, part.number) for step in range(-2, 3)]
    if around.qualifies and around.ahead and part.shift is None:
        around = replace(around, ahead=_is_soon(candidates, published))
    return _nearest(candidates, published, part.shift, around, timedelta(0))


def _is_soon(candidates: list[Interval], published: date) -> bool:
    """Whether the next of some recurring times begins before half a year is over: in May "will
    publish first-quarter results" speaks of the quarter gone by."""
    starts = (found.earliest for found in candidates if found.earliest is not None)
    return any(published < start <= published + _SOON for start in starts)


def _date(wanted: Calendar, published: date, around: Surroundings) -> Resolved:
    """A date without a year, against the day of publication."""
    if wanted.month_shift is not None:
        month = _shifted("month", wanted.month_shift, published).earliest
        assert month is not None
        return Resolved(
            calendar_days(month.year, month.month, wanted.day), "day of a relative month"
        )
    if wanted.year_shift is not None:
        year = published.year + wanted.year_shift
        return Resolved(calendar_days(year, wanted.month, wanted.day), "month of a relative year")
    if wanted.month is None and wanted.easter is None:
        return _weekday(wanted, published, around)
    if wanted.hijri:
        return _hijri(wanted, published, around)
    candidates = []
    reach = _FAR if (wanted.month, wanted.day) == (2, 29) else 2
    for step in range(-reach, reach + 1):
        try:
            candidates.append(_days_in(published.year + step, wanted))
        except ValueError:
            continue
    if wanted.weekday is not None and wanted.day is not None:
        fitting = [found for found in candidates if _on(found, wanted.weekday, published)]
        if fitting:
            return _closest(fitting, published)
    near = _next_month(published) if wanted.day is None and wanted.easter is None else _NEAR
    near = max(near, _DEADLINE) if around.lasting else near
    found = _nearest(candidates, published, wanted.shift, around, near)
    named = wanted.weekday is not None and wanted.day is not None
    return replace(found, rule=f"{found.rule}, though not on its weekday") if named else found


def _next_month(published: date) -> timedelta:
    """A month without a year may be the next one, but none after it."""
    return published.replace(day=1) + relativedelta(months=1) - published


def _on(found: Interval, weekday: int, published: date) -> bool:
    day = found.earliest
    return day is not None and day.isoweekday() == weekday and abs(day - published) < _YEAR


def _closest(candidates: list[Interval], published: date) -> Resolved:
    best = min(candidates, key=lambda found: abs((found.earliest or published) - published))
    return Resolved(best, "nearest such weekday and date")


def _nearest(
    candidates: list[Interval],
    published: date,
    shift: int | None,
    around: Surroundings,
    near: timedelta,
) -> Resolved:
    """The one of the recurring ``candidates``, in time order, that the text most likely means."""
    starts = [(found.earliest or date.min, found) for found in candidates]
    before = [found for start, found in starts if start <= published]
    after = [found for start, found in starts if start > published]
    if shift is not None and shift < 0:
        past = [found for found in before if (found.latest or date.max) < published]
        return _pick(past, -1, "last such date before publication")
    if shift is not None and shift > 0:
        return _pick(after, 0, "next such date after publication")
    if shift == 0:
        same = [found for start, found in starts if start.year == published.year]
        return _pick(same, 0, "in the year of publication")
    current = before and (before[-1].latest or date.min) >= published
    if around.ahead and not current and not around.foretold:
        return _pick(after, 0, "next such date, the sentence looks ahead")
    soon = [found for start, found in starts if published < start <= published + near]
    if soon and not around.past:
        return _pick(soon, 0, "nearest such date")
    return _pick(before, -1, "last such date up to publication")


def _pick(candidates: list[Interval], place: int, rule: str) -> Resolved:
    return Resolved(candidates[place], rule) if candidates else Resolved(None, NO_SUCH_DAY)


def _weekday(wanted: Calendar, published: date, around: Surroundings) -> Resolved:
    if wanted.weekday is None:
        return _day_alone(wanted, published, around)
    if wanted.week_shift is not None:
        monday = published - timedelta(days=published.weekday())
        day = monday + timedelta(weeks=wanted.week_shift, days=wanted.weekday - 1)
        return Resolved(interval.day(day), "weekday of a relative week")
    if wanted.day is not None:
        return _ranked(wanted.weekday, wanted.day, published, around)
    back = (published.isoweekday() - wanted.weekday) % 7
    ahead = (wanted.weekday - published.isoweekday()) % 7
    if wanted.shift is not None and wanted.shift < 0:
        days = (back or 7) - 7 * (wanted.shift + 1)
        day, rule = published - timedelta(days=days), "last such weekday before publication"
    elif wanted.shift is not None and wanted.shift > 0:
        days = (ahead or 7) + 7 * (wanted.shift - 1)
        day, rule = published + timedelta(days=days), "next such weekday after publication"
    elif wanted.shift == 0 or around.ahead or around.onward or (around.lasting and not around.past):
        day, rule = published + timedelta(days=ahead), "weekday on or after publication"
    else:
        day, rule = published - timedelta(days=back), "weekday on or before publication"
    if wanted.after is not None:  # "on Tuesday and Wednesday": one after the other
        first = _weekday(Calendar(weekday=wanted.after), published, around).interval
        late = first is not None and first.earliest is not None and day < first.earliest
        day += timedelta(days=7 * late)
    return Resolved(interval.day(day), rule)


def _day_alone(wanted: Calendar, published: date, around: Surroundings) -> Resolved:
    """A day whose month is not said, of the month that is nearest where something was or will be
    then, or lasts since or until then ("since *the 9th*")."""
    if wanted.day is None or not (around.past or around.lasting or around.ahead):
        return Resolved(None, "the month is not said")
    candidates = []
    for step in range(-2, 3):
        month = published.replace(day=1) + relativedelta(months=step)
        with suppress(ValueError):
            candidates.append(interval.day(month.replace(day=wanted.day)))
    return _nearest(candidates, published, None, around, timedelta(days=31))


def _ranked(weekday: int, day: int, published: date, around: Surroundings) -> Resolved:
    """A weekday that is some day of its month, the nearest one ("Friday the 13th")."""
    ahead = range(0, _RANKED) if around.ahead else range(0, -_RANKED, -1)
    for step in ahead:
        found = published + timedelta(days=step)
        if found.day == day and found.isoweekday() == weekday:
            return Resolved(interval.day(found), "nearest such weekday and day of a month")
    return Resolved(None, NO_SUCH_DAY)


def _hijri(wanted: Calendar, published: date, around: Surroundings) -> Resolved:
    year = hijri_year(published)
    if year is None:
        return Resolved(None, "Hijri date outside the tables")
    candidates = []
    for step in range(-2, 3):
        found = hijri_interval(year + step, wanted.month, wanted.day)
        if found is not None:
            candidates.append(found)
    return _nearest(candidates, published, wanted.shift, around, _NEAR)
