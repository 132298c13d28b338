"""The first or last units of a longer time: "the first nine months of 2025", أول شهرين من العام."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from workbench.facets.numbers.numbers import Number
from workbench.facets.numbers.tokens import Phrases, Tokens
from workbench.facets.times.expressions import Calendar, Mention, Offset, Part, Unresolved
from workbench.facets.times.lexicon import TimeLexicon
from workbench.facets.times.periods import PeriodReader
from workbench.facets.times.relative import RelativeReader
from workbench.facets.times.units import OF_WHICH, is_single, iso_duration

_OF_A_YEAR = frozenset({"month", "quarter"})
_ENDING = frozenset({"week", "month", "quarter", "year", "decade"})
"""Units that may end with a date…"""
_YEARS = {"year": 1, "decade": 10}
"""…and those that may end with a year."""
_LONGEST = 60
"""Units that a stretch has at most which ends with a date: "the year 2017 to March" is none."""
_OF_A_MONTH = frozenset({"day", "week"})


class StretchReader:
    """Reads the stretches of one text that begin or end a year or a month."""

    def __init__(
        self,
        tokens: Tokens,
        numbers: Mapping[int, Number],
        lexicon: TimeLexicon,
        periods: PeriodReader,
        relative: RelativeReader,
    ) -> None:
        self._tokens = tokens
        self._numbers = numbers
        self._ends = lexicon.ends
        self._of = lexicon.of
        self._ending = lexicon.ending
        self._definite = lexicon.definite
        self._during = lexicon.length_before
        self._periods = periods
        self._relative = relative

    def ends_of(self, index: int) -> Mention | None:
        """The stretch that begins at ``index``, with what it is the first or last of."""
        during = self._during.at(self._tokens, index)
        begun = index if during is None else during[0]
        until = self._up_to(begun)
        if until is not None:
            return until
        side, start = self._side(self._ends.before, begun)
        counted = self._counted(start)
        if counted is None:
            return None
        last, count, unit = counted
        if not side:
            side, last = self._side(self._ends.after, last)
        whole = self._whole(last, unit) if side else None
        if (
            whole is None
            and side > 0
            and unit == "month"
            and self._of.at(self._tokens, last) is None
        ):
            length = iso_duration(unit, Decimal(count))
            return Mention(index, last, Unresolved(OF_WHICH, length), "during", figures_to=last)
        if whole is None or not isinstance(whole.expression, Calendar | Offset):
            return None
        return Mention(index, whole.last, Part(f"{unit}s", side * count, whole.expression))

    def _up_to(self, index: int) -> Mention | None:
        """The units that end with a month, day or year: "the three months to August"."""
        number = self._numbers.get(index)
        if number is not None and (number.ordinal or number.vague or number.value % 1):
            return None
        counted = self._counted(index)
        unit = self._relative.unit(index, index)
        if counted is None and unit is not None and is_single(unit[1]):
            counted = unit[0], 1, unit[1].name
        if counted is None:
            return None
        last, count, name = counted
        mark = self._ending.at(self._tokens, last)
        if mark is None or name not in _ENDING or count > _LONGEST or self._tokens[last].line:
            return None
        start = mark[0] + (self._tokens[mark[0]].word in self._definite)
        end = self._periods.date(start)
        if name in _YEARS:
            end = end or self._periods.year(start)
            name, count = "year", count * _YEARS[name]
        if end is None or not isinstance(end.expression, Calendar):
            return None
        stretch = Part(f"{name}s to", count, end.expression)
        return Mention(index, end.last, stretch, figures_to=last)

    def _side(self, words: Phrases[int], index: int) -> tuple[int, int]:
        found = words.at(self._tokens, index)
        return (0, index) if found is None else (found[1], found[0])

    def _counted(self, index: int) -> tuple[int, int, str] | None:
        """Where a count of units ends, the count, and the unit: the number may stand behind it."""
        number = self._numbers.get(index)
        unit = self._relative.unit(number.last if number is not None else index, index)
        if unit is None:
            return None
        last, kind = unit
        if number is None and kind.dual:
            return last, 2, kind.name
        if number is None:
            number = self._numbers.get(last)
            last = number.last if number is not None else last
        if number is None or number.ordinal or number.vague or number.value % 1:
            return None
        return (last, int(number.value), kind.name) if number.value > 1 else None

    def _whole(self, index: int, unit: str) -> Mention | None:
        if unit in _OF_A_YEAR:
            return self._periods.whole(index)
        of = self._of.at(self._tokens, index)
        if unit not in _OF_A_MONTH or of is None:
            return None
        month = self._periods.month(of[0])
        if month is None or not isinstance(month.expression, Calendar):
            return None
        return month if month.expression.day is None else None
