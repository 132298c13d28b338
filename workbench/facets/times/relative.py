"""Times that point: yesterday, last week, three days ago, the past months, quarters, decades."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec.structs import replace

from workbench.facets.numbers.numbers import Number
from workbench.facets.numbers.tokens import DASHES, Tokens
from workbench.facets.quantities.units import Unit, UnitKind
from workbench.facets.times.dates import DateReader
from workbench.facets.times.expressions import (
    Calendar,
    Length,
    Mention,
    Offset,
    Part,
    Simple,
    Stretch,
    Unresolved,
    Weekend,
)
from workbench.facets.times.lexicon import TimeLexicon

ELSEWHERE = "counted from another time in the text"
VAGUE = "the text does not say how long"
_ISO = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "night": "P{}D",
    "week": "P{}W",
    "fortnight": "P{}W",
    "month": "P{}M",
    "quarter": "P{}M",
    "year": "P{}Y",
    "decade": "P{}Y",
    "century": "P{}Y",
}
LENGTHS = frozenset(_ISO)
"""Units of time that a length can be told in."""
_TIMES = {"fortnight": 2, "quarter": 3, "decade": 10, "century": 100}
_SHIFTABLE = frozenset({"day", "week", "month", "quarter", "year", "decade", "century"})


def iso_duration(unit: str, count: Decimal) -> str:
    """A length of time in ISO 8601: 3 days is ``P3D``."""
    total = count * _TIMES.get(unit, 1)
    whole = total == total.to_integral_value()
    text = str(int(total)) if whole else str(total.normalize())
    return _ISO[unit].format(text)


def is_single(unit: Unit) -> bool:
    """Whether a unit's name is in the singular."""
    return not (unit.plural or unit.dual)


class RelativeReader:
    """Reads the times of one text that point at a time from somewhere else."""

    def __init__(
        self,
        tokens: Tokens,
        numbers: Mapping[int, Number],
        lexicon: TimeLexicon,
        dates: DateReader,
    ) -> None:
        self._tokens = tokens
        self._numbers = numbers
        self._lexicon = lexicon
        self._dates = dates

    # --- days ---------------------------------------------------------------------------------

    def named_day(self, index: int) -> Mention | None:
        """Today, yesterday, tomorrow; with the weekday or daypart after it."""
        tokens, lexicon = self._tokens, self._lexicon
        found = lexicon.days.at(tokens, index)
        if found is None:
            return None
        last, offset = found
        if offset == 0 and not tokens[last].line:
            if tokens[last].word in lexicon.days_not_before:
                return None
            if tokens[index - 1].word in lexicon.days_not_after and not tokens[index].line:
                return None
        mention = Mention(index, last, Offset("day", offset))
        weekday = self._dates.weekday(last) if not tokens[last].line else None
        if weekday is None or not isinstance(weekday.expression, Calendar):
            return mention
        date = weekday.expression
        expression = date if date.day else mention.expression
        return replace(mention, last=weekday.last, expression=expression)

    def weekend(self, index: int) -> Mention | None:
        """ "over the weekend", "next weekend"."""
        lexicon = self._lexicon
        shift = lexicon.shifts.before.at(self._tokens, index)
        start = index if shift is None else shift[0]
        found = lexicon.weekends.at(self._tokens, start)
        if found is None:
            return None
        after = lexicon.shifts.after.at(self._tokens, found[0])
        last = found[0] if after is None else after[0]
        which = shift[1] if shift else after[1] if after else None
        return Mention(index, last, Weekend(which))

    # --- units --------------------------------------------------------------------------------

    def unit(self, index: int, first: int = -1) -> tuple[int, Unit] | None:
        """A unit of time at ``index``, in the line of an expression that began at ``first``."""
        if self._tokens[index].line and index != first:
            return None
        found = self._lexicon.units.units.at(self._tokens, index)
        if found is None or found[1].kind is not UnitKind.DURATION:
            return None
        return found

    def shifted(self, index: int) -> Mention | None:
        """ "last week", الشهر المقبل, هذا العام; "the previous month" is unresolved."""
        before = self._shifted_before(index)
        return before or self._shifted_after(index)

    def _shifted_before(self, index: int) -> Mention | None:
        tokens, lexicon = self._tokens, self._lexicon
        elsewhere = lexicon.elsewhere.before.at(tokens, index)
        if elsewhere is not None:
            found = self.unit(elsewhere[0])
            if found is not None and is_single(found[1]):
                amount = self._direction(index, elsewhere[0])
                away = Unresolved(ELSEWHERE, unit=found[1].name, amount=amount)
                return Mention(index, found[0], away)
        shift = lexicon.shifts.before.at(tokens, index)
        if shift is None:
            return None
        found = self.unit(shift[0])
        if found is not None and is_single(found[1]) and found[1].name in _SHIFTABLE:
            expression: Simple = Offset(found[1].name, shift[1])
            if tokens[index - 1].word in lexicon.definite and shift[1] == -1:
                expression = Stretch(found[1].name, 1, -1)
            return None if self._of_month(found[0]) else Mention(index, found[0], expression)
        return self._shifted_name(index, shift[0], shift[1])

    def _of_month(self, index: int) -> bool:
        """Whether a whole follows: "the last week of July" is no last week."""
        of = self._lexicon.of.at(self._tokens, index)
        if of is None:
            return False
        return self._dates.month_name(of[0]) is not None or self._dates.year(of[0]) is not None

    def _shifted_name(self, index: int, start: int, shift: int) -> Mention | None:
        """ "last February", "next Friday", "this spring"."""
        if self._tokens[start].line:
            return None
        season = self._lexicon.seasons.at(self._tokens, start)
        if season is not None:
            return Mention(index, season[0], Part("season", season[1], shift=shift))
        named = self._dates.weekday(start)
        if named is None:
            month = self._dates.month_name(start)
            if month is None:
                return None
            date = Calendar(month=month[1].number, hijri=month[1].hijri)
            named = Mention(start, month[0], date)
        date = named.expression if isinstance(named.expression, Calendar) else Calendar()
        shifted = date if date.day else replace(date, shift=shift)
        return replace(named, first=index, expression=shifted)

    def _shifted_after(self, index: int) -> Mention | None:
        found = self.unit(index, index)
        if found is None or not is_single(found[1]):
            return None
        last, unit = found
        tokens, lexicon = self._tokens, self._lexicon
        if tokens[last].line:
            return None
        elsewhere = lexicon.elsewhere.after.at(tokens, last)
        if elsewhere is not None and lexicon.numbers.is_definite(tokens[index]):
            amount = self._direction(last, elsewhere[0])
            away = Unresolved(ELSEWHERE, unit=unit.name, amount=amount)
            return Mention(index, elsewhere[0], away)
        shift = lexicon.shifts.after.at(tokens, last)
        if shift is None or unit.name not in _SHIFTABLE or self._of_month(shift[0]):
            return None
        return Mention(index, shift[0], Offset(unit.name, shift[1]))

    def end_of_unit(self, index: int) -> Mention | None:
        """ "the end of the year", نهاية العام: the current one."""
        tokens, lexicon = self._tokens, self._lexicon
        fixed = lexicon.end_units.at(tokens, index)
        if fixed is not None:
            return Mention(index, fixed[0], Offset("year", 0))
        part = lexicon.parts.at(tokens, index)
        if part is None:
            return None
        start = part[0]
        article = tokens[start].word in lexicon.definite
        found = self.unit(start + article)
        if found is None or not is_single(found[1]) or self.shifted(start + article):
            return None
        definite = article or lexicon.numbers.is_definite(tokens[start])
        if not definite or found[1].name not in {"week", "month", "year"}:
            return None
        if self._dates.year(start) is not None:  # أواخر العام 2023
            return None
        return Mention(start, found[0], Offset(found[1].name, 0))

    def day_of_unit(self, index: int) -> Mention | None:
        """الخامس من الشهر الجاري, "the 5th of this month"."""
        number = self._numbers.get(index)
        if number is None or not 1 <= number.value <= 31:
            return None
        if not (number.ordinal or number.digits):
            return None
        of = self._lexicon.of.at(self._tokens, number.last)
        if of is None:
            return None
        month = self.shifted(of[0])
        if month is None or not isinstance(month.expression, Offset):
            return None
        if month.expression.unit != "month":
            return None
        date = Calendar(day=int(number.value), month_shift=month.expression.amount)
        return Mention(index, month.last, date)

    # --- counts of units ----------------------------------------------------------------------

    def _counted(self, index: int) -> tuple[int, Unit, Decimal | None] | None:
        """A count of units at ``index``: its end, unit and count (none: "days")."""
        lexicon = self._lexicon
        start, count = index, None
        number = self._numbers.get(index)
        if number is not None and (number.ordinal or (number.share and number.value * 4 % 1)):
            return None
        if number is not None:
            start = number.last
            start += self._tokens[start].word in DASHES and not self._tokens[start].spaced
            count = None if number.vague else number.value
        elif lexicon.few.at(self._tokens, index):
            start = (lexicon.few.at(self._tokens, index) or (index, None))[0]
        elif self._tokens[index].word in lexicon.numbers.articles:
            start, count = index + 1, Decimal(1)
        found = self.unit(start, index)
        if found is None:
            return None
        last, unit = found
        if start == index:
            count = Decimal(2) if unit.dual else None if unit.plural else Decimal(1)
        last, count = self._and_half(last, count)
        return last, unit, count

    def _and_half(self, last: int, count: Decimal | None) -> tuple[int, Decimal | None]:
        """شهرين ونصف, "a year and a half"."""
        half = self._numbers.get(last) if self._lexicon.numbers.joins(self._tokens[last]) else None
        if half is None or not half.share or count is None:
            return last, count
        return half.last, count + half.value

    def past_point(self, index: int) -> Mention | None:
        """ "three days ago", قبل شهرين."""
        tokens, lexicon = self._tokens, self._lexicon
        if lexicon.ago_before.at(tokens, index) is not None:
            return self._past_point_after(index)
        counted = self._counted(index)
        if counted is None:
            return None
        last, unit, count = counted
        for table, direction in ((lexicon.ago_after, -1), (lexicon.ahead_after, 1)):
            after = table.at(tokens, last)
            if after is not None:
                return self._point(index, after[0], unit, count, direction)
        elsewhere = lexicon.elsewhere_after.at(tokens, last)
        if elsewhere is not None and count is not None and not tokens[last].line:
            amount = self._direction(last, elsewhere[0]) * int(count)
            duration = iso_duration(unit.name, count)
            away = Unresolved(ELSEWHERE, duration, unit.name, 0 if count % 1 else amount)
            return Mention(index, elsewhere[0], away)
        return None

    def _direction(self, first: int, last: int) -> int:
        """Whether some words count back (-1) or on (1) from another time, or do not say (0)."""
        words = {self._tokens[place].word for place in range(first, last)}
        back = not words.isdisjoint(self._lexicon.earlier)
        return -1 if back else int(not words.isdisjoint(self._lexicon.later))

    def _past_point_after(self, index: int) -> Mention | None:
        """قبل ثلاثة أيام; not قبل ثلاثة أيام من الحادث, nor قبل عام 2003."""
        tokens, lexicon = self._tokens, self._lexicon
        start = (lexicon.ago_before.at(tokens, index) or (index, None))[0]
        about = lexicon.abouts.at(tokens, start)
        counted = self._counted(start if about is None else about[0])
        dated = self._dates.year(start) or self._dates.month_name(start)
        if counted is None or dated is not None or tokens[counted[0]].word in lexicon.of.words:
            return None
        point = self._point(index, counted[0], counted[1], counted[2], -1)
        mark = lexicon.marks.at(tokens, index)
        if point is None or mark is None or mark[1] != "since":
            return point
        # "Since three weeks" is a length of time as much as a point.
        return replace(point, relation="since", takes_numbers=False)

    def _point(
        self, first: int, last: int, unit: Unit, count: Decimal | None, direction: int
    ) -> Mention | None:
        if count is None:
            return Mention(first, last, Unresolved(VAGUE))
        total = count * _TIMES.get(unit.name, 1)
        name = {"fortnight": "week", "night": "day", "quarter": "month"}.get(unit.name, unit.name)
        name = "year" if name in {"decade", "century"} else name
        if name not in _SHIFTABLE or total % 1:
            duration = iso_duration(unit.name, count)
            return Mention(first, last, Unresolved("finer than what is counted from", duration))
        return Mention(first, last, Offset(name, direction * int(total)))

    def future_point(self, index: int, *, looks_ahead: bool) -> Mention | None:
        """ "in three days", بعد يومين: a point only where the sentence looks ahead."""
        tokens, lexicon = self._tokens, self._lexicon
        mark = lexicon.ahead_before.at(tokens, index)
        if mark is None:
            return None
        counted = self._counted(mark[0])
        if counted is None or (mark[0] not in self._numbers and not counted[1].dual):
            return None
        last, unit, count = counted
        if looks_ahead and tokens[last].word not in lexicon.of.words | lexicon.spent:
            return self._point(index, last, unit, count, 1)
        if count is None:
            return None
        duration = iso_duration(unit.name, count)
        after = lexicon.marks.at(tokens, index)
        if after is not None and after[1] == "after":
            return Mention(
                index, last, Unresolved(ELSEWHERE, duration), relation="after", takes_numbers=False
            )
        return Mention(index, last, Length(duration), relation="for", takes_numbers=False)

    def stretch(self, index: int) -> Mention | None:
        """ "the past three months", الأشهر الثلاثة الماضية, "recent weeks"."""
        return self._stretch_before(index) or self._stretch_after(index)

    def _stretch_before(self, index: int) -> Mention | None:
        tokens, lexicon = self._tokens, self._lexicon
        mark = lexicon.stretches.before.at(tokens, index)
        if mark is None:
            return None
        few = lexicon.few.at(tokens, mark[0])
        counted = self._counted(mark[0] if few is None else few[0])
        if counted is None:
            return None
        last, unit, count = counted
        numbered = mark[0] in self._numbers
        if few is not None or (not numbered and unit.plural):
            count = None
        elif not numbered and tokens[index - 1].word not in lexicon.definite:
            return None
        return self._stretch(index, last, unit, count, mark[1])

    def _stretch_after(self, index: int) -> Mention | None:
        tokens, lexicon = self._tokens, self._lexicon
        number = self._numbers.get(index)
        start = index if number is None or number.ordinal else number.last
        found = self.unit(start, index)
        if found is None or tokens[found[0]].line:
            return None
        last, unit = found
        if not lexicon.numbers.is_definite(tokens[index]):
            return None
        count = number.value if number is not None and not number.vague else None
        inner = self._numbers.get(last)
        if number is None and inner is not None and lexicon.numbers.is_definite(tokens[last]):
            count, last = inner.value, inner.last
        if unit.dual:
            count = Decimal(2)
        few = lexicon.few.at(tokens, last)
        last = last if few is None else few[0]
        mark = lexicon.stretches.after.at(tokens, last)
        if mark is None or (count is None and is_single(unit)):
            return None
        return self._stretch(index, mark[0], unit, count, mark[1])

    def _stretch(
        self, first: int, last: int, unit: Unit, count: Decimal | None, direction: int
    ) -> Mention:
        if count is not None and count % 1:
            return Mention(first, last, Unresolved(VAGUE, iso_duration(unit.name, count)))
        total = None if count is None else int(count)
        expression = Stretch(unit.name, total, direction)
        return Mention(first, last, expression, relation="during", takes_numbers=False)

    def length(self, index: int) -> Mention | None:
        """ "for three years", لمدة شهرين, "a 72-hour truce"."""
        tokens, lexicon = self._tokens, self._lexicon
        mark = lexicon.length_before.at(tokens, index)
        if mark is not None:
            stretch = self.stretch(mark[0])
            if stretch is not None:
                return replace(stretch, first=index)
            about = lexicon.abouts.at(tokens, mark[0])
            counted = self._counted(mark[0] if about is None else about[0])
            if counted is None or not self._states_length(mark[0], counted):
                return None
        else:
            number = self._numbers.get(index)
            if number is None or tokens[number.last].word not in DASHES:
                return None
            counted = self._counted(index)
            if counted is None or tokens[counted[0]].word in DASHES:
                return None
        last, unit, count = counted
        if count is None:
            return None
        length = Length(iso_duration(unit.name, count))
        return Mention(index, last, length, relation="for", takes_numbers=False)

    def _states_length(self, index: int, counted: tuple[int, Unit, Decimal | None]) -> bool:
        if index in self._numbers or counted[1].dual:
            return True
        return self._tokens[index].word in self._lexicon.numbers.articles
