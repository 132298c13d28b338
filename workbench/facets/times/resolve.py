"""What a time expression means for an article of a given date, and by which rule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import msgspec
from dateutil.relativedelta import relativedelta

from workbench.facets import interval
from workbench.facets.interval import Interval, Precision
from workbench.facets.times.counted import counted_from
from workbench.facets.times.expressions import (
    Between,
    Calendar,
    Expression,
    Length,
    Mention,
    Part,
    Period,
    Same,
    Simple,
    Unresolved,
)
from workbench.facets.times.parts import COARSE, NO_SUCH_DAY, Resolved, part_of
from workbench.facets.times.published import Surroundings, calendar_days, explicit, relative_to
from workbench.facets.times.units import ELSEWHERE, OF_WHICH
from workbench.facets.types import Clock as ArticleClock

UNKNOWN = "publication date unknown"
_BACKGROUND = timedelta(days=31)
"""An older dated weekday is background, which names its weekday only in its own paragraph."""
_BESIDE_WEEK = 4
"""Tokens between a week and a day that is told to be in it: "last week, on Monday and Friday"."""
_SENTENCE = 40
"""Tokens behind a time within which another is counted from it."""


class Resolver(msgspec.Struct):
    """Resolves the times of one article in text order, and remembers its dated weekdays."""

    clock: ArticleClock
    _weekdays: dict[int, tuple[date, int]] = {}
    _before: tuple[Interval, int, int, str] | None = None
    """The time before, the token behind it, its paragraph and its relation."""
    _week: tuple[Interval, int, int] | None = None
    """The week before, the token behind it or behind the last of its days, and its paragraph."""

    def resolve(self, mention: Mention, around: Surroundings) -> Resolved:
        """The meaning of one time."""
        inside = self._in_week(mention, around)
        resolved = inside or self._expression(mention.expression, around)
        found = resolved.interval
        if found is not None and (inside or found.precision is Precision.WEEK):
            week = self._week[0] if inside and self._week else found
            self._week = week, mention.last, around.paragraph
        if isinstance(mention.expression, Unresolved) and mention.expression.amount:
            resolved = self._from_before(mention, around) or resolved
        self._remember(mention.expression, resolved, around)
        if resolved.interval is not None and not isinstance(mention.expression, Unresolved):
            known = resolved.interval, mention.last, around.paragraph, mention.relation
            self._before = known
        elif isinstance(mention.expression, Unresolved) and mention.expression.why == OF_WHICH:
            self._before = None  # "The same period" behind it is of that.
        return resolved

    def _in_week(self, mention: Mention, around: Surroundings) -> Resolved | None:
        """A bare weekday of the week that is named right before it."""
        told, (week, end, paragraph) = mention.expression, self._week or (None, 0, -1)
        if week is None or week.earliest is None or paragraph != around.paragraph:
            return None
        if not isinstance(told, Calendar) or told.weekday is None or not around.goes_on:
            return None
        bare = told == Calendar(weekday=told.weekday, after=told.after)
        if not bare or mention.first - end > _BESIDE_WEEK or mention.relation != "at":
            return None
        on = week.earliest + timedelta(days=(told.weekday - week.earliest.isoweekday()) % 7)
        return Resolved(interval.day(on), "in the week named before it")

    def _from_before(self, mention: Mention, around: Surroundings) -> Resolved | None:
        """A time counted from the one before it in the sentence: "in 2025, from … a year earlier".

        Only from one of its own size or smaller, so that no precision is invented.
        """
        away = mention.expression
        if self._before is None or not isinstance(away, Unresolved):
            return None
        found, end, paragraph, _ = self._before
        if paragraph != around.paragraph or mention.first - end > _SENTENCE:
            return None
        shifted = counted_from(found, away.unit, away.amount)
        return Resolved(shifted, "counted from the time before it") if shifted else None

    def _on(self, expression: Calendar, around: Surroundings) -> Resolved:
        """A day of the month that the time before has told, or of one counted from it."""
        found, _, paragraph, _ = self._before or (None, 0, -1, "")
        first = found.earliest if found is not None else None
        if first is None or paragraph != around.paragraph or expression.month_on is None:
            return Resolved(None, ELSEWHERE)
        month = first + relativedelta(months=expression.month_on)
        try:
            found = calendar_days(month.year, month.month, expression.day)
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
        found, _, paragraph, relation = self._before or (None, 0, -1, "")
        if found is None or other.interval is None or paragraph != around.paragraph:
            return other
        if relation in {"since", "onward"}:
            return other  # It lasts to the day of the article.
        one, two = found.earliest, other.interval.earliest
        years = two.year - one.year if one is not None and two is not None else 0
        moved = counted_from(found, "year", years) if years else None
        if moved is not None and relation in {"until", "by"}:
            moved = interval.span(None, moved)  # "by the end of September"
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
        if first and last and _are_reversed(first, last):
            first = self._begun(expression.first, first, last, around)
        if first and last and first.earliest and _are_reversed(first, last):
            last = _next_end(expression.last, first.earliest) or last
        try:
            rules = dict.fromkeys(end.rule for end in ends if end is not None)
            return Resolved(interval.span(first, last), ", ".join(rules))
        except ValueError:
            return Resolved(None, "it ends before it begins")

    def _begun(
        self, start: Simple | None, first: Interval, last: Interval, around: Surroundings
    ) -> Interval:
        """The beginning of what has ended: in November "between 1 January and 31 October" began
        in the same year, though the next January is nearer."""
        published = self.clock.published
        if published is None or published.latest is None or last.latest is None:
            return first
        if start is None or around.ahead or last.latest > published.latest:
            return first
        return self._placed(start, msgspec.structs.replace(around, past=True)).interval or first

    def _placed(self, expression: Simple, around: Surroundings) -> Resolved:
        if isinstance(expression, Calendar):
            if expression.month_on is not None:
                return self._on(expression, around)
            dated = explicit(expression)
            if dated is not None:
                return dated
            remembered = self._remembered(expression, around) or self._in_month(expression, around)
            if remembered is not None:
                return remembered
        if isinstance(expression, Part) and isinstance(expression.whole, Calendar):
            whole = explicit(expression.whole)
            if whole is not None and whole.interval is not None:
                return part_of(expression, whole.interval)
        return self._against_publication(
            lambda published: relative_to(expression, published, around)
        )

    def _in_month(self, expression: Calendar, around: Surroundings) -> Resolved | None:
        """A day whose month is not said, of the month that the paragraph has named before it, or of
        the next one: "In *March 2021* he was arrested. He was freed on *the 12th*"."""
        told, _, paragraph, _ = self._before or (None, 0, -1, "")
        if told is None or told.earliest is None or paragraph != around.paragraph:
            return None
        published = self.clock.published
        dated = told.precision in {Precision.MONTH, Precision.DAY}
        if not dated or expression != Calendar(day=expression.day):
            return None
        earlier = told.precision is Precision.DAY and (expression.day or 0) < told.earliest.day
        month = told.earliest + relativedelta(months=int(earlier))
        try:
            found = interval.day(month.replace(day=expression.day or 0))
        except ValueError:
            return None
        limit = published.latest if published is not None and not around.ahead else None
        if around.lasting or (limit and found.earliest and found.earliest > limit):
            return None  # "On July 12 she sailed; she has been moored since *the 9th*"
        return Resolved(found, "of the month named before it")

    def _remembered(self, expression: Calendar, around: Surroundings) -> Resolved | None:
        """A bare weekday that the article has dated before."""
        shifts = (expression.shift, expression.week_shift)
        bare = expression.month is None and shifts == (None, None) and expression.easter is None
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


def _next_end(end: Simple | None, start: date) -> Interval | None:
    """The month or day without a year that ends what begins on a date: "from May to July"."""
    if not isinstance(end, Calendar) or end.month is None or end.year is not None or end.hijri:
        return None
    try:
        return calendar_days(start.year + (end.month < start.month), end.month, end.day)
    except ValueError:
        return None


def _are_reversed(first: Interval, last: Interval) -> bool:
    return bool(first.earliest and last.latest and last.latest < first.earliest)


def _is_weekday(end: Simple | None) -> bool:
    return isinstance(end, Calendar) and end.weekday is not None and end.day is None
