"""Times that point: yesterday, last week, the past weekend, the end of the year."""

from __future__ import annotations

from msgspec.structs import replace

from workbench.facets.numbers.numbers import Number
from workbench.facets.times.ahead import looks_ahead
from workbench.facets.times.done import CLAUSE_ENDS, was_done
from workbench.facets.times.expressions import (
    Between,
    Calendar,
    Mention,
    Offset,
    Part,
    Simple,
    Stretch,
    Unresolved,
    Weekend,
)
from workbench.facets.times.units import ELSEWHERE, SHIFTABLE, UnitReader, is_single

_OPENING, _CLOSING = frozenset('("«“['), frozenset(')"»”]:|/')


class RelativeReader(UnitReader):
    """Reads the times of one text that point at a time from somewhere else."""

    # --- days ---------------------------------------------------------------------------------

    def named_day(self, index: int) -> Mention | None:
        """Today, yesterday, tomorrow; with the weekday or daypart after it."""
        tokens, lexicon = self._tokens, self._lexicon
        found = lexicon.days.at(tokens, index)
        if found is None:
            return None
        last, offset = found
        if tokens[index].prefix and lexicon.tells_past(tokens[index].word, sure=True):
            return None  # ولامس في وقت سابق: "touched", not "for yesterday".
        if offset == 0 and not tokens[last].line:
            if tokens[last].word in lexicon.days_not_before or self._is_daily(index):
                return None
            if tokens[index - 1].word in lexicon.days_not_after and not tokens[index].line:
                return None
        mention = Mention(index, last, Offset("day", offset))
        weekday = self._dates.weekday(last) if not tokens[last].line else None
        if weekday is None or not isinstance(weekday.expression, Calendar):
            return mention
        date = weekday.expression
        named = Offset("day", offset, date.weekday)
        return replace(mention, last=weekday.last, expression=date if date.day else named)

    def past_night(self, index: int) -> Mention | None:
        """ "The bridge reopened *overnight*": the night to the day of publication, where the clause
        tells of the past and names no day beside it."""
        tokens, lexicon = self._tokens, self._lexicon
        found = lexicon.past_nights.at(tokens, index)
        if found is None:
            return None
        mention = Mention(index, found[0], Between(Offset("day", -1), Offset("day", 0)), "during")
        behind = tokens[found[0]]
        closes = behind.line or behind.word in CLAUSE_ENDS or behind.word in lexicon.clause_words
        placed = behind.word in lexicon.small and self._dates.weekday(found[0] + 1) is None
        told = closes or placed or found[0] == len(tokens)
        return mention if told and was_done(tokens, mention, lexicon, day=False) else None

    def _is_daily(self, index: int) -> bool:
        """Whether "today" ends the name of a paper: قناة روسيا *اليوم*, «المصري *اليوم*»."""
        tokens, lexicon = self._tokens, self._lexicon
        if tokens[index].line or lexicon.dailies.before(tokens, index) is None:
            return False
        first = index - 1
        opened = first == 0 or tokens[first].line or tokens[first - 1].word in _OPENING
        closed = opened and tokens[index + 1].word in _CLOSING
        return closed or lexicon.daily_openers.before(tokens, first) is not None

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
        return Mention(index, last, Weekend(which, lexicon.data.weekend))

    # --- units --------------------------------------------------------------------------------

    def shifted(self, index: int) -> Mention | None:
        """ "last week", الشهر المقبل, هذا العام; "the previous month" is unresolved."""
        before = self._next_morning(index) or self._shifted_before(index)
        return before or self._shifted_after(index)

    def _next_morning(self, index: int) -> Mention | None:
        """ "the following morning", "the next morning": a day from another time."""
        tokens, lexicon = self._tokens, self._lexicon
        elsewhere = lexicon.elsewhere.before.at(tokens, index)
        shift = lexicon.shifts.before.at(tokens, index)
        if elsewhere is not None:
            start, amount = elsewhere[0], self.direction(index, elsewhere[0])
        elif shift is not None and shift[1] == 1 and tokens[index - 1].word in lexicon.definite:
            start, amount = shift[0], 1
        else:
            return None
        hours = lexicon.dayparts_after.at(tokens, start)
        if hours is None or not amount:
            return None
        return Mention(index, hours[0], Unresolved(ELSEWHERE, unit="day", amount=amount))

    def _shifted_before(self, index: int) -> Mention | None:
        tokens, lexicon = self._tokens, self._lexicon
        elsewhere = lexicon.elsewhere.before.at(tokens, index)
        if elsewhere is not None:
            found = self.unit(elsewhere[0])
            if found is not None and is_single(found[1]):
                amount = self.direction(index, elsewhere[0])
                away = Unresolved(ELSEWHERE, unit=found[1].name, amount=amount)
                return Mention(index, found[0], away)
        shift = lexicon.shifts.before.at(tokens, index)
        if shift is None:
            return None
        found = self.unit(shift[0])
        definite = tokens[index - 1].word in lexicon.definite
        if found is not None and is_single(found[1]) and found[1].name in SHIFTABLE:
            if definite and shift[1] == 1 and found[1].name == "day":  # "the next day"
                return Mention(index, found[0], Unresolved(ELSEWHERE, unit="day", amount=1))
            expression: Simple = Offset(found[1].name, shift[1])
            if definite and shift[1] == -1:
                expression = Stretch(found[1].name, 1, -1)
            return None if self.of_whole(found[0]) else Mention(index, found[0], expression)
        return self._shifted_name(index, shift[0], shift[1])

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
        if tokens[index - 1].word in lexicon.general_offices and not tokens[index].line:
            return None  # الأمين *العام السابق*
        last += unit.name == "year" and tokens[last].word in lexicon.year_kinds
        if tokens[last].line:
            return None
        elsewhere = lexicon.elsewhere.after.at(tokens, last)
        if elsewhere is not None and lexicon.numbers.is_definite(tokens[index]):
            amount = self.direction(last, elsewhere[0])
            away = Unresolved(ELSEWHERE, unit=unit.name, amount=amount)
            return Mention(index, elsewhere[0], away)
        shift = lexicon.shifts.after.at(tokens, last)
        if shift is None or unit.name not in SHIFTABLE or self.of_whole(shift[0]):
            return None
        return Mention(index, shift[0], Offset(unit.name, shift[1]))

    def end_of_unit(self, index: int) -> Mention | None:
        """ "the end of the year", نهاية العام: the current one."""
        tokens, lexicon = self._tokens, self._lexicon
        fixed = lexicon.end_units.at(tokens, index)
        if fixed is not None:
            return Mention(index, fixed[0], Offset("year", 0))
        new, part = lexicon.new_year.at(tokens, index), lexicon.parts.at(tokens, index)
        if new is not None and tokens[new[0] - 1].word == tokens[new[0] - 1].core:
            return Mention(index, new[0], Offset("year", int(self._is_to_come(index))))
        return None if part is None else self._ends_unit(part[0])

    def _ends_unit(self, start: int) -> Mention | None:
        """The current unit behind the words that name a part of it."""
        tokens, lexicon = self._tokens, self._lexicon
        article = tokens[start].word in lexicon.definite
        found = self.unit(start + article)
        if found is None or not is_single(found[1]) or self.shifted(start + article):
            return None
        definite = article or lexicon.numbers.is_definite(tokens[start])
        if not definite or found[1].name not in {"week", "month", "year", "decade", "century"}:
            return None
        if self._dates.years.read(start) is not None:  # أواخر العام 2023
            return None
        return Mention(start, found[0], Offset(found[1].name, 0))

    def _is_to_come(self, index: int) -> bool:
        """Whether the sentence looks ahead to a time, or tells what lasts until it."""
        mark = self._lexicon.marks.before(self._tokens, index)
        if mark is not None and mark[1] in {"until", "by", "before"}:
            return True
        return looks_ahead(self._tokens, index, self._lexicon)

    def day_of_unit(self, index: int) -> Mention | None:
        """الخامس من الشهر الجاري, "the 5th of this month"."""
        number = self._numbers.get(index)
        if number is None or not 1 <= number.value <= 31:
            return None
        # الثلاثين من الشهر: tens have no ordinal of their own, only the article.
        definite = self._lexicon.numbers.is_definite(self._tokens[index])
        if not (number.ordinal or number.digits or definite):
            return None
        of = self._lexicon.of.at(self._tokens, number.last)
        if of is None:
            return self._day_of_it(index, number) or self._dates.of_this_month(index)
        month = self.shifted(of[0])
        if month is None or not isinstance(month.expression, Offset | Unresolved):
            return None
        away = month.expression
        if away.unit != "month":
            return None
        date = Calendar(day=int(number.value), month_shift=away.amount)
        if isinstance(away, Unresolved):  # "the 5th of the same month"
            date = Calendar(day=int(number.value), month_on=away.amount)
        return Mention(index, month.last, date)

    def _day_of_it(self, index: int, number: Number) -> Mention | None:
        """A day of the month before: في العشرين *منه*."""
        if self._tokens[number.last].word not in self._lexicon.of_it:
            return None
        date = Calendar(day=int(number.value), month_on=0)
        return Mention(index, number.last + 1, date)
