"""Counts of units of time: three days ago, in two months, the past weeks, for a year."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from workbench.facets.numbers.tokens import DASHES, Kind
from workbench.facets.quantities.unit import Unit
from workbench.facets.times.expressions import Length, Mention, Offset, Stretch, Unresolved
from workbench.facets.times.units import (
    ELSEWHERE,
    PARTS,
    SHIFTABLE,
    TIMES,
    VAGUE,
    UnitReader,
    is_single,
    iso_duration,
)

_PREHISTORY = 10_000
"""Years ago from which a time is no date."""
_MOMENTS = frozenset({"second", "minute"})
_SAME_DAY = 6
"""Hours ago that are told on the same day."""


class CountReader(UnitReader):
    """Reads the times of one text that count units from somewhere."""

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
            # "half *a* century"
            start += number.share and self._tokens[start].word in lexicon.numbers.articles
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
        tokens, numbers = self._tokens, self._lexicon.numbers
        start = last
        if tokens[last].word in numbers.conjunctions and tokens[last + 1].word in numbers.articles:
            start += 2
        joined = start > last or numbers.joins(tokens[last])
        half = self._numbers.get(start) if joined else None
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
        if lexicon.shifts.after.at(tokens, last) is not None:
            return None  # "the week after next"
        elsewhere = lexicon.elsewhere_after.at(tokens, last)
        if elsewhere is not None and count is not None and not tokens[last].line:
            amount = self.direction(last, elsewhere[0]) * int(count)
            if self._counts_from_event(last, elsewhere[0]):
                amount = 0
            duration = iso_duration(unit.name, count)
            away = Unresolved(ELSEWHERE, duration, unit.name, 0 if count % 1 else amount)
            # "Eleven days after launch": how long it took is a figure as well.
            later = amount > 0 and index in self._numbers
            return Mention(index, elsewhere[0], away, figures_to=elsewhere[0] if later else 0)
        return None

    def _counts_from_event(self, mark: int, last: int) -> bool:
        """Whether what a length of time is counted from follows: "a year after *he was elected*",
        which is no time that the text has given."""
        behind = self._tokens[last]
        hangs = self._lexicon.marks.at(self._tokens, mark) is not None
        return hangs and behind.kind is Kind.WORD and not behind.line

    def _past_point_after(self, index: int) -> Mention | None:
        """قبل ثلاثة أيام; not قبل ثلاثة أيام من الحادث, nor قبل عام 2003, قبل يوم الجمعة."""
        tokens, lexicon = self._tokens, self._lexicon
        start = (lexicon.ago_before.at(tokens, index) or (index, None))[0]
        about = lexicon.abouts.at(tokens, start)
        counted = self._counted(start if about is None else about[0])
        dated = self._dates.years.read(start) or self._dates.month_name(start)
        dated = dated or self._dates.weekday(start)
        one = not lexicon.numbers.is_definite(tokens[start])  # but قبل الساعة الثامنة
        if counted is None or dated or not one or tokens[counted[0]].word in lexicon.of.words:
            return None
        point = self._point(index, counted[0], counted[1], counted[2], -1)
        mark = lexicon.marks.at(tokens, index)
        if point is None or mark is None or mark[1] != "since":
            return point
        # "Since three weeks" is a length of time as much as a point.
        return replace(point, relation="since", figures_to=point.last)

    def _point(
        self, first: int, last: int, unit: Unit, count: Decimal | None, direction: int
    ) -> Mention | None:
        if count is None:
            return Mention(first, last, Unresolved(VAGUE))
        total = count * TIMES.get(unit.name, 1)
        name = {"fortnight": "week", "night": "day", "quarter": "month"}.get(unit.name, unit.name)
        name = "year" if name in {"decade", "century"} else name
        if name == "year" and total % 1:
            name, total = "month", 12 * total  # "a year and a half ago"
        if direction < 0 and (name in _MOMENTS or (name == "hour" and total <= _SAME_DAY)):
            return Mention(first, last, Offset("day", 0))
        if name not in SHIFTABLE or total % 1:
            duration = iso_duration(unit.name, count)
            return Mention(first, last, Unresolved("finer than what is counted from", duration))
        if name == "year" and total >= _PREHISTORY:
            # "52 million years ago" is a figure and no date.
            away = Unresolved("older than any calendar", iso_duration(unit.name, count))
            return Mention(first, last, away, figures_to=last)
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
        spent = tokens[last].word in lexicon.of.words | lexicon.spent or self._is_dated(index)
        if looks_ahead and not spent:
            return self._point(index, last, unit, count, 1)
        if count is None:
            return None
        duration = iso_duration(unit.name, count)
        after = lexicon.marks.at(tokens, index)
        if after is not None and after[1] == "after":
            return Mention(
                index, last, Unresolved(ELSEWHERE, duration), relation="after", figures_to=last
            )
        return Mention(index, last, Length(duration), relation="for", figures_to=last)

    def _is_dated(self, index: int) -> bool:
        """Whether a day, month or year stands right before, so that the length of time behind it is
        no point of its own: "will leave in March *after six years*", where subjects come first."""
        before, dates = index - 1, self._dates
        if before < 0 or self._tokens[index].line or not self._lexicon.subject_first:
            return False
        named = dates.month_name(before) or dates.weekday(before) or dates.years.read(before)
        return named is not None

    def within(self, index: int, start: int) -> Mention | None:
        """ "within two months", خلال أسبوع, in a sentence that looks ahead."""
        tokens, lexicon = self._tokens, self._lexicon
        counted = self._counted(start)
        definite = lexicon.numbers.is_definite(tokens[start])
        if counted is None or counted[2] is None or counted[2] % 1 or definite:
            return None
        last, unit, count = counted
        named = self._dates.years.read(start) or self._dates.month_name(start)
        if named is not None or self._dates.month_name(last) is not None:
            return None  # خلال شهر رمضان
        total = int(count or 0) * int(TIMES.get(unit.name, 1))
        name = {"decade": "year", "century": "year", "fortnight": "week"}.get(unit.name, unit.name)
        if name not in SHIFTABLE or tokens[last].word in lexicon.of.words:
            return None
        deadline = lexicon.marks.at(tokens, last)
        if deadline is not None and deadline[1] == "by":
            # "Will be seen within 18 weeks by 2029": how long each waits
            length = Length(iso_duration(unit.name, count or Decimal(0)))
            return Mention(index, last, length, relation="for", figures_to=last)
        if name == "week":
            name, total = "day", 7 * total  # From the day it was said on.
        return Mention(index, last, Stretch(name, total, 1), figures_to=last)

    def stretch(self, index: int) -> Mention | None:
        """ "the past three months", الأشهر الثلاثة الماضية, "recent weeks"."""
        return self._stretch_before(index) or self._stretch_after(index)

    def _stretch_before(self, index: int) -> Mention | None:
        tokens, lexicon = self._tokens, self._lexicon
        mark = lexicon.stretches.before.at(tokens, index)
        other = lexicon.numbers.is_definite(tokens[index])  # *والآخر* 35 عاما, not the last
        if mark is None or other or self._lasts(index) is not None:
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
        elif not numbered and (unit.name in _MOMENTS or (unit.name == "day" and mark[1] > 0)):
            return None  # "at the last minute", "the next day"
        if not numbered and self.of_whole(last):
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
        counted = number is not None and start > index
        if not counted and not lexicon.numbers.is_definite(tokens[index]):
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
        return Mention(first, last, expression, relation="during", figures_to=last)

    def length(self, index: int) -> Mention | None:
        """ "for three years", لمدة شهرين, "a 72-hour truce"."""
        tokens, lexicon = self._tokens, self._lexicon
        mark = lexicon.length_before.at(tokens, index) or self._lasts(index)
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
        if count is None or self._is_rate(last):
            return None
        last, unit, count = self._and_smaller(last, unit, count)
        length = Length(iso_duration(unit.name, count))
        return Mention(index, last, length, relation="for", figures_to=last)

    def _and_smaller(self, last: int, unit: Unit, count: Decimal) -> tuple[int, Unit, Decimal]:
        """ "three years *and two months*", سنتين *وثلاثة أشهر*: all of it in the smaller unit."""
        tokens, numbers = self._tokens, self._lexicon.numbers
        start = last + (tokens[last].word in numbers.conjunctions)
        joined = start > last or numbers.joins(tokens[last])
        more = self._counted(start) if joined and not tokens[last].line else None
        many = PARTS.get((unit.name, more[1].name)) if more is not None else None
        if more is None or many is None or more[2] is None:
            return last, unit, count
        return more[0], more[1], count * many + more[2]

    def _is_rate(self, last: int) -> bool:
        """Whether a length of time is so much of another: "for 17 hours *a day*"."""
        each = self._tokens[last].word in self._lexicon.numbers.articles
        return each and self.unit(last + 1, last + 1) is not None

    def _lasts(self, index: int) -> tuple[int, int] | None:
        """A word that looks like a qualifier of times and is a verb: "will *last* ten days"."""
        if self._tokens[index - 1].word not in self._lexicon.before_verbs:
            return None
        return self._lexicon.stretches.before.at(self._tokens, index)

    def _states_length(self, index: int, counted: tuple[int, Unit, Decimal | None]) -> bool:
        """Whether a unit is counted: "for a year", خلال أسبوع, not "for a second offence"."""
        last, unit, _ = counted
        if index in self._numbers or unit.dual:
            return True
        articles, following = self._lexicon.numbers.articles, self._tokens[last].word
        if not articles:
            # خلال عام 2023 and خلال شهر رمضان are dates.
            definite = self._lexicon.numbers.is_definite(self._tokens[index])
            number = self._numbers.get(last)
            one = number is not None and number.value == 1  # سنة واحدة
            stands = one or not following.isalnum() or following in self._lexicon.small
            return is_single(unit) and not definite and stands
        ranked = self._tokens[index + 1].word in self._lexicon.numbers.ordinal_words
        return self._tokens[index].word in articles and not ranked
