"""What stands behind a time and places it: "5 August *last year*", "a year ago *this week*"."""

from __future__ import annotations

from msgspec.structs import replace

from workbench.facets.numbers.tokens import Tokens
from workbench.facets.times.expressions import Anniversary, Calendar, Mention, Offset
from workbench.facets.times.lexicon import TimeLexicon
from workbench.facets.times.relative import RelativeReader
from workbench.facets.times.years import YearReader


class Qualifier:
    """Adds to the times of one text what places them."""

    def __init__(
        self,
        tokens: Tokens,
        lexicon: TimeLexicon,
        years: YearReader,
        relative: RelativeReader,
    ) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._years = years
        self._relative = relative

    def qualified(self, mention: Mention) -> Mention:
        """The mention with the qualifier after it: شباط/فبراير الماضي, "5 آب الجاري"."""
        date = mention.expression
        if isinstance(date, Offset):
            return self._in_year(mention, date)
        if not isinstance(date, Calendar) or date.year is not None or date.shift is not None:
            return mention
        if date.month_shift is not None or self._tokens[mention.last].line:
            return mention
        after = self._lexicon.shifts.after.at(self._tokens, mention.last)
        if after is None or (date.month is None and date.weekday is None):
            return self._with_whole(mention, date)
        return replace(mention, last=after[0], expression=replace(date, shift=after[1]))

    def _in_year(self, mention: Mention, away: Offset) -> Mention:
        """ "Two years ago *this month*", "on this day *in 1990*", هذا الأسبوع *من العام الماضي*."""
        if away.amount or away.unit == "year":
            if away.unit != "year" or away.amount >= 0 or self._tokens[mention.last].line:
                return mention
            now = self._relative.shifted(mention.last) or self._relative.named_day(mention.last)
            if now is None or not isinstance(now.expression, Offset) or now.expression.amount:
                return mention
            return replace(
                mention, last=now.last, expression=Anniversary(now.expression.unit, away)
            )
        year = self._year_of(mention)
        if year is None or not isinstance(year.expression, Calendar | Offset):
            return mention
        return replace(mention, last=year.last, expression=Anniversary(away.unit, year.expression))

    def _year_of(self, now: Mention) -> Mention | None:
        """The year behind the present day, week or month that it is taken of."""
        named = now.last > now.first + 1  # "this day in 1990", but not "today in 1990"
        of = (self._lexicon.containing if named else self._lexicon.of).at(self._tokens, now.last)
        start = now.last if of is None else of[0]
        if self._tokens[start].line:
            return None
        year = self._years.read(start) if of is not None else None
        year = year or self._relative.shifted(start)
        other = year.expression if year is not None else None
        return None if isinstance(other, Offset) and other.unit != "year" else year

    def _with_whole(self, mention: Mention, date: Calendar) -> Mention:
        """ "February of last year", أيلول من العام الماضي."""
        of = self._lexicon.of.at(self._tokens, mention.last)
        start = mention.last if of is None else of[0]
        if self._tokens[start].line:
            return mention
        whole = self._relative.shifted(start)
        if whole is None or not isinstance(whole.expression, Offset):
            return mention
        unit, amount = whole.expression.unit, whole.expression.amount
        if date.month is not None and unit == "year":
            date = replace(date, year_shift=amount)
        elif date.month is None and date.weekday is not None and unit == "week":
            date = replace(date, week_shift=amount)
        else:
            return mention
        return replace(mention, last=whole.last, expression=date)
