"""Days and weeks by their place in the calendar: the first Sunday of October, New Year's Day."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from workbench.facets.numbers.numbers import Number
from workbench.facets.numbers.tokens import Kind, Tokens
from workbench.facets.times.dates import DateReader
from workbench.facets.times.expressions import Calendar, Mention, Offset, Part
from workbench.facets.times.lexicon import TimeLexicon
from workbench.facets.times.periods import PeriodReader

_WEEKDAYS = 5
"""How often a weekday may come in a month."""


class PlacedReader:
    """Reads the days and weeks of one text that the calendar places."""

    def __init__(
        self,
        tokens: Tokens,
        numbers: Mapping[int, Number],
        lexicon: TimeLexicon,
        dates: DateReader,
        periods: PeriodReader,
    ) -> None:
        self._tokens, self._numbers, self._lexicon = tokens, numbers, lexicon
        self._dates = dates
        self._periods = periods

    def weekday_of_month(self, index: int) -> Mention | None:
        """ "the first Sunday of October", "the last Friday in May", "of next month"."""
        tokens, lexicon = self._tokens, self._lexicon
        number, last_of = self._numbers.get(index), lexicon.ends.before.at(tokens, index)
        if number is not None and number.ordinal and number.value <= _WEEKDAYS:
            start, which = number.last, int(number.value)
        elif last_of is not None and last_of[1] < 0:
            start, which = last_of[0], -1
        else:
            return None
        day = lexicon.weekdays.at(tokens, start)
        within = lexicon.containing.at(tokens, day[0]) if day is not None else None
        if day is None or within is None or tokens[start].line:
            return None
        whole = self._periods.whole_month(within[0])
        if whole is None or not isinstance(whole.expression, Calendar | Offset):
            return None
        expression = Part("weekday", which, whole.expression, weekday=day[1])
        return Mention(index, whole.last, expression)

    def week_from(self, index: int) -> Mention | None:
        """ "the week of June 8", "the week beginning 4 May"."""
        table = self._lexicon.weeks_from
        found = table.at(self._tokens, index)
        if found is None:
            return None
        dated = self._periods.date(found[0]) or self._dates.weekday(found[0])
        if dated is None or not isinstance(dated.expression, Calendar):
            return None
        date = dated.expression
        if date.day is None or date.month is None:
            return None
        kind = "week of" if found[1] else "week from"
        return Mention(index, dated.last, Part(kind, 1, date))

    def _is_day(self, index: int) -> bool:
        """Whether the bare name of a feast is its day: "before *Christmas*", قبل *عيد الأضحى*."""
        tokens, lexicon = self._tokens, self._lexicon
        if not lexicon.data.capitals:  # أضاحي *عيد الأضحى*
            opened = tokens[index - 1].word in lexicon.feast_openers and not tokens[index].line
            return opened or lexicon.dayparts_before.at(tokens, index) is not None
        if tokens[index].word not in lexicon.bare_feasts:
            return True
        behind = tokens[index + 1]
        goes_on = behind.kind is Kind.WORD and not behind.line and behind.word not in lexicon.small
        return tokens[index - 1].word in lexicon.feast_openers and not goes_on

    def feast(self, index: int) -> Mention | None:
        """ "New Year's Day", "Christmas Eve 2024"."""
        tokens, lexicon = self._tokens, self._lexicon
        found = lexicon.feasts.at(tokens, index)
        if found is None or not (tokens[index].capital or not lexicon.data.capitals):
            return None
        last, date = found
        bare = last == index + 1 or not lexicon.data.capitals
        if (bare and not self._is_day(index)) or self._is_named(last):
            return None
        year = self._dates.years.after_day(last)
        if year is not None:
            return Mention(index, year[0], replace(date, year=year[1]))
        shift = lexicon.shifts.before.before(tokens, index)
        if shift is None or tokens[index].line:
            return Mention(index, last, date)
        return Mention(shift[0], last, replace(date, shift=shift[1]))

    def _is_named(self, last: int) -> bool:
        """Whether a feast only stands in a name: "the *Good Friday* Agreement", "the *Boxing Day*
        tsunami"."""
        behind, lexicon = self._tokens[last], self._lexicon
        goes_on = behind.kind is Kind.WORD and not behind.line
        dated = lexicon.months.begins(behind.word) or lexicon.weekdays.begins(behind.word)
        named = lexicon.named_by_day.begins(behind.word) and self._tokens[last - 1].capital
        return goes_on and ((behind.capital and not dated) or named)
