"""What a time expression means for an article of a given date, and by which rule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import msgspec
from dateutil.relativedelta import relativedelta

from workbench.facets import interval
from workbench.facets.interval import Interval
from workbench.facets.times.counted import counted_from
from workbench.facets.times.expressions import (
    Between,
    Calendar,
    Clock,
    Expression,
    Length,
    Mention,
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
from workbench.facets.times.units import ELSEWHERE
from workbench.facets.types import Clock as ArticleClock

UNKNOWN = "publication date unknown"
FINER = "finer than a day"
OPEN_END = "no end is said"
_NEAR = timedelta(days=45)
"""A day and month without a year this soon after publication is ahead, since a text gives the year
of what was ten months ago; others are past."""
_DEADLINE = timedelta(days=165)
"""The same for what something lasts until or begins with."""
_BACKGROUND = timedelta(days=31)
"""An older dated weekday is background, which names its weekday only in its own paragraph."""
_YEAR = timedelta(days=366)
_SENTENCE = 40
"""Tokens behind a time within which another is counted from it."""
_SATURDAY = 5
_FAR = 4
"""How many years away the next 29 February may be."""


class Surroundings(msgspec.Struct, frozen=True):
    """What the words around a time say about it."""

    paragraph: int = 0
    ahead: bool = False
    """The clause speaks of what is to come."""
    foretold: bool = False
    """It spoke so before: "was due to end in August" is no August to come."""
    past: bool = False
    """It began before publication: "since"."""
    onward: bool = False
    """It begins with a day that is rather still to come: "starting on Sunday"."""
    lasting: bool = False
    """It bounds what lasts: "until 15 December", "starting on 1 January"."""


class Resolver(msgspec.Struct):
    """Resolves the times of one article in text order, and remembers its dated weekdays."""

    clock: ArticleClock
    _weekdays: dict[int, tuple[date, int]] = {}
    _before: tuple[Interval, int, int] | None = None
    """The time before, the token behind it and its paragraph."""

    def resolve(self, mention: Mention, around: Surroundings) -> Resolved:
        """The meaning of one time."""
        resolved = self._expression(mention.expression, around)
        if isinstance(mention.expression, Unresolved) and mention.expression.amount:
            resolved = self._from_before(mention, around) or resolved
        self._remember(mention.expression, resolved, around)
        if resolved.interval is not None and not isinstance(mention.expression, Unresolved):
            self._before = resolved.interval, mention.last, around.paragraph
        return resolved

    def _from_before(self, mention: Mention, around: Surroundings) -> Resolved | None:
        """A time counted from the one before it in the sentence: "in 2025, from … a year earlier".

        Only from one of its own size or smaller, so that no precision is invented.
        """
        away = mention.expression
        if self._before is None or not isinstance(away, Unresolved):
            return None
        found, end, paragraph = self._before
        if paragraph != around.paragraph or mention.first - end > _SENTENCE:
            return None
        shifted = counted_from(found, away.unit, away.amount)
        return Resolved(shifted, "counted from the time before it") if shifted else None

    def _on(self, expression: Calendar, around: Surroundings) -> Resolved:
        """A day of the month that the time before has told, or of one counted from it."""
        found, _, paragraph = self._before or (None, 0, -1)
        first = found.earliest if found is not None else None
        if first is None or paragraph != around.paragraph or expression.month_on is None:
            return Resolved(None, ELSEWHERE)
        month = first + relativedelta(months=expression.month_on)
        try:
            found = _calendar(month.year, month.month, expression.day)
        except ValueError:
            return Resolved(None, NO_SUCH_DAY)
        return Resolved(found, "counted from the time before it")

    def _remember(self, expression: Expression, found: Resolved, around: Surroundings) -> None:
        if not isinstance(expression, Calendar) or expression.day is None:
            return
        if expression.weekday is not None and found.interval and found.interval.earliest:
            self._weekdays[expression.weekday] = found.interval.earliest, around.paragraph

    def _expression(self, expression: Expression, around: Surroundings) -> Resolved:
        if isinstance(expression, Between):
            return self._between(expression, around)
        if isinstance(expression, Unresolved):
            return Resolved(None, expression.why)
        if isinstance(expression, Length):
            return Resolved(None, "duration")
        if isinstance(expression, Same):
            return self._same(expression, around)
        if isinstance(expression, Period):
            build = interval.decade if expression.kind == "decade" else interval.century
            return Resolved(build(expression.first), "explicit")
        return self._placed(expression, around)

    def _same(self, expression: Same, around: Surroundings) -> Resolved:
        """The part of another year that stood before it in the paragraph, or else that year."""
        other = self._placed(expression.year, around)
        found, _, paragraph = self._before or (None, 0, -1)
        if found is None or other.interval is None or paragraph != around.paragraph:
            return other
        one, two = found.earliest, other.interval.earliest
        years = two.year - one.year if one is not None and two is not None else 0
        moved = counted_from(found, "year", years) if years else None
        return other if moved is None else Resolved(moved, "the same part of another year")

    def _between(self, expression: Between, around: Surroundings) -> Resolved:
        ends = [
            self._expression(end, around) if end is not None else None
            for end in (expression.first, expression.last)
        ]
        for end in ends:
            if end is not None and end.interval is None:
                return end
        first, last = (end.interval if end is not None else None for end in ends)
        if first and last and first.earliest and _is_weekday(expression.first):
            # "The night of Wednesday to Thursday": a week holds both.
            late = last.latest is not None and first.earliest > last.latest
            first = interval.day(first.earliest - timedelta(days=7)) if late else first
        if first and last and first.earliest and last.latest and last.latest < first.earliest:
            last = _next_end(expression.last, first.earliest) or last
        try:
            rules = dict.fromkeys(end.rule for end in ends if end is not None)
            return Resolved(interval.span(first, last), ", ".join(rules))
        except ValueError:
            return Resolved(None, "it ends before it begins")

    def _placed(self, expression: Simple, around: Surroundings) -> Resolved:
        if isinstance(expression, Calendar):
            if expression.month_on is not None:
                return self._on(expression, around)
            explicit = _explicit(expression)
            if explicit is not None:
                return explicit
            remembered = self._remembered(expression, around)
            if remembered is not None:
                return remembered
        if isinstance(expression, Part) and isinstance(expression.whole, Calendar):
            whole = _explicit(expression.whole)
            if whole is not None and whole.interval is not None:
                return part_of(expression, whole.interval)
        return self._against_publication(lambda published: _relative(expression, published, around))

    def _remembered(self, expression: Calendar, around: Surroundings) -> Resolved | None:
        """A bare weekday that the article has dated before."""
        shifts = (expression.shift, expression.week_shift)
        bare = expression.month is None and shifts == (None, None)
        if not bare or expression.weekday not in self._weekdays:
            return None
        day, paragraph = self._weekdays[expression.weekday]
        published = self.clock.published
        latest = published.latest if published is not None else None
        recent = latest is None or abs(latest - day) <= _BACKGROUND
        if not recent and paragraph != around.paragraph:
            return None
        return Resolved(interval.day(day), "weekday dated before in the text")

    def _against_publication(self, resolve: Callable[[date], Resolved]) -> Resolved:
        """The meaning if every day on which the article may have appeared gives the same."""
        published = self.clock.published
        if published is None or published.earliest is None or published.latest is None:
            return Resolved(None, UNKNOWN)
        try:
            first, last = resolve(published.earliest), resolve(published.latest)
        except (ValueError, OverflowError):
            return Resolved(None, NO_SUCH_DAY)
        return first if first == last else Resolved(None, COARSE)


def _explicit(date_: Calendar) -> Resolved | None:
    """The meaning of a date that has its year."""
    if date_.year is None:
        return None
    try:
        if date_.hijri:
            found = hijri_interval(date_.year, date_.month, date_.day)
            return Resolved(found, "Hijri date" if found else "Hijri date outside the tables")
        if date_.other_day is not None:
            return Resolved(interval.year(date_.year), "day and month may be either way round")
        return Resolved(_calendar(date_.year, date_.month, date_.day), "explicit")
    except ValueError:
        return Resolved(None, NO_SUCH_DAY)


def _calendar(year: int, month: int | None, day: int | None) -> Interval:
    if month is None:
        return interval.year(year)
    return interval.month(year, month) if day is None else interval.day(date(year, month, day))


def _relative(expression: Simple, published: date, around: Surroundings) -> Resolved:
    if isinstance(expression, Offset):
        return Resolved(_shifted(expression.unit, expression.amount, published), "relative")
    if isinstance(expression, Stretch):
        return _stretch(expression, published)
    if isinstance(expression, Weekend):
        monday = published - timedelta(days=published.weekday())
        shift = expression.shift
        if shift is None:
            shift = 0 if around.ahead or published.weekday() >= _SATURDAY else -1
        first = monday + timedelta(days=_SATURDAY, weeks=shift)
        ends = interval.day(first), interval.day(first + timedelta(days=1))
        return Resolved(interval.span(*ends), "weekend")
    if isinstance(expression, Part):
        return _part(expression, published, around)
    if isinstance(expression, Clock | Length | Period | Same | Unresolved):
        return Resolved(None, FINER)
    return _date(expression, published, around)


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
            else (_explicit(part.whole) or _date(part.whole, published, around)).interval
        )
        return Resolved(None, COARSE) if whole is None else part_of(part, whole)
    build = yearly_parts()[part.kind]
    candidates = [build(published.year + step, part.number) for step in range(-2, 3)]
    return _nearest(candidates, published, part.shift, around, timedelta(0))


def _date(wanted: Calendar, published: date, around: Surroundings) -> Resolved:
    """A date without a year, against the day of publication."""
    if wanted.month_shift is not None:
        month = _shifted("month", wanted.month_shift, published).earliest
        assert month is not None
        return Resolved(_calendar(month.year, month.month, wanted.day), "day of a relative month")
    if wanted.year_shift is not None:
        year = published.year + wanted.year_shift
        return Resolved(_calendar(year, wanted.month, wanted.day), "month of a relative year")
    if wanted.month is None:
        return _weekday(wanted, published, around)
    if wanted.hijri:
        return _hijri(wanted, published, around)
    candidates = []
    reach = _FAR if (wanted.month, wanted.day) == (2, 29) else 2
    for step in range(-reach, reach + 1):
        try:
            candidates.append(_calendar(published.year + step, wanted.month, wanted.day))
        except ValueError:
            continue
    if wanted.weekday is not None and wanted.day is not None:
        fitting = [found for found in candidates if _on(found, wanted.weekday, published)]
        if fitting:
            return _closest(fitting, published)
    near = _NEAR if wanted.day is not None else _next_month(published)
    near = max(near, _DEADLINE) if around.lasting else near
    return _nearest(candidates, published, wanted.shift, around, near)


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


def _next_end(end: Simple | None, start: date) -> Interval | None:
    """The month or day without a year that ends what begins on a date: "from May to July"."""
    if not isinstance(end, Calendar) or end.month is None or end.year is not None or end.hijri:
        return None
    try:
        return _calendar(start.year + (end.month < start.month), end.month, end.day)
    except ValueError:
        return None


def _is_weekday(end: Simple | None) -> bool:
    return isinstance(end, Calendar) and end.weekday is not None and end.day is None


def _pick(candidates: list[Interval], place: int, rule: str) -> Resolved:
    return Resolved(candidates[place], rule) if candidates else Resolved(None, NO_SUCH_DAY)


def _weekday(wanted: Calendar, published: date, around: Surroundings) -> Resolved:
    if wanted.weekday is None:
        return Resolved(None, "the month is not said")
    if wanted.week_shift is not None:
        monday = published - timedelta(days=published.weekday())
        day = monday + timedelta(weeks=wanted.week_shift, days=wanted.weekday - 1)
        return Resolved(interval.day(day), "weekday of a relative week")
    back = (published.isoweekday() - wanted.weekday) % 7
    ahead = (wanted.weekday - published.isoweekday()) % 7
    if wanted.shift is not None and wanted.shift < 0:
        days = (back or 7) - 7 * (wanted.shift + 1)
        day, rule = published - timedelta(days=days), "last such weekday before publication"
    elif wanted.shift is not None and wanted.shift > 0:
        days = (ahead or 7) + 7 * (wanted.shift - 1)
        day, rule = published + timedelta(days=days), "next such weekday after publication"
    elif wanted.shift == 0 or around.ahead or around.onward or around.lasting:
        day, rule = published + timedelta(days=ahead), "weekday on or after publication"
    else:
        day, rule = published - timedelta(days=back), "weekday on or before publication"
    if wanted.after is not None:  # "on Tuesday and Wednesday": one after the other
        first = _weekday(Calendar(weekday=wanted.after), published, around).interval
        late = first is not None and first.earliest is not None and day < first.earliest
        day += timedelta(days=7 * late)
    return Resolved(interval.day(day), rule)


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
