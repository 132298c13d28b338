"""Dates written out: numeric notations, days, months with their years, weekdays, Hijri dates."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from workbench.facets.numbers.numbers import Number
from workbench.facets.numbers.tokens import DASHES, Kind, Tokens
from workbench.facets.quantities.unit import UnitKind
from workbench.facets.times.appointed import is_delivery
from workbench.facets.times.digits import FOUR_DIGITS, DigitDateReader
from workbench.facets.times.expressions import Calendar, Mention, Unresolved
from workbench.facets.times.lexicon import Month, TimeLexicon
from workbench.facets.times.years import YearReader

EVENT = "the day that an event is named by"
_FEW = 10
"""Numbers up to which a day of a month is told by an ordinal."""
_PUT_OFF = 6
"""Words before "to" within which stands what puts something off."""
_DAY_YEAR = re.compile(r"(\d{1,2}),(\d{4})", re.ASCII)


class DateReader:
    """Reads the dates of one text that are written out."""

    def __init__(self, tokens: Tokens, numbers: Mapping[int, Number], lexicon: TimeLexicon) -> None:
        self._tokens = tokens
        self._numbers = numbers
        self._lexicon = lexicon
        self._digits = DigitDateReader(tokens, lexicon)
        self.years = YearReader(tokens, numbers, lexicon, self._digits)

    def day_month(self, index: int) -> Mention | None:
        """ "31 July 2024", السابع من أكتوبر/تشرين الأول 2023."""
        number = self._day_number(index)
        if number is None:
            return None
        start = number.last
        of = self._lexicon.of.at(self._tokens, start)
        if of is not None:
            start = of[0]
        found = self.month_name(start)
        if found is None or self._tokens[start].line:
            return None
        last, month = found
        if of is not None and number.worded and not number.ordinal and number.value <= _FEW:
            return None  # كل يوم اثنين من شهر سبتمبر
        date = Calendar(month=month.number, day=int(number.value), hijri=month.hijri)
        dated = self._with_year(Mention(index, last, date))
        named = dated.last == last and self._names_event(index)
        return replace(dated, expression=Unresolved(EVENT)) if named else dated

    def _names_event(self, index: int) -> bool:
        """Whether an event or a street stands before a day, which is its name and no date:
        ثورة *25 يناير*."""
        if index == 0 or self._tokens[index].line:
            return False
        return self._lexicon.named_by_day.before(self._tokens, index) is not None

    def _day_number(self, index: int) -> Number | None:
        number = self._numbers.get(index)
        if number is None or not 1 <= number.value <= 31 or number.value % 1 or number.vague:
            return None
        if not (number.ordinal or number.worded or 0 < len(number.digits) <= 2):
            return None
        return None if number.ordinal and self._numbers_unit(index) else number

    def _numbers_unit(self, index: int) -> bool:
        """Whether an ordinal belongs to the unit before it: الأسبوع الأول من آب."""
        before = self._lexicon.units.units.at(self._tokens, index - 1)
        if before is None or index == 0 or self._tokens[index].line:
            return False
        return before[1].kind is UnitKind.DURATION and before[1].name != "day"

    def day_chain(self, index: int) -> list[Mention]:
        """The days that share the month of the last: "3-5 July", "3, 4 and 5 July"."""
        days: list[Number] = []
        place = index
        while True:
            full = self.day_month(place)
            if full is not None:
                chain = [Mention(day.first, day.last, Calendar(day=int(day.value))) for day in days]
                return [*chain, full] if days else []
            number = self._day_number(place)
            if number is None or len(days) > 3:
                return []
            days.append(number)
            place = self._past_joiner(number.last)
            if place == number.last and not self._joined(place):
                return []

    def _past_joiner(self, index: int) -> int:
        token = self._tokens[index]
        joins = token.word in self._lexicon.joiners or token.word in self._lexicon.to
        return index + 1 if joins or token.word in DASHES else index

    def _joined(self, index: int) -> bool:
        return self._lexicon.numbers.joins(self._tokens[index])

    def month_day(self, index: int) -> list[Mention]:
        """ "July 31", "July 31st, 2024", "July 3-5, 2024"."""
        found = self.month_name(index) if self._lexicon.data.month_before_day else None
        if found is None:
            return []
        start, month = found
        start += self._tokens[start].word == "the"
        joined = _DAY_YEAR.fullmatch(self._tokens[start].core)
        if joined and 1 <= int(joined[1]) <= 31:
            date = Calendar(int(joined[2]), month.number, int(joined[1]), hijri=month.hijri)
            return [Mention(index, start + 1, date)]
        number = self._day_number(start)
        if number is None or self._tokens[start].line or (number.worded and not number.ordinal):
            return []
        date = Calendar(month=month.number, day=int(number.value), hijri=month.hijri)
        mentions = [Mention(index, number.last, date)]
        mentions += self._further_days(number.last, date)
        last = mentions[-1] = self._with_year(mentions[-1])
        if len(mentions) == 1 and last.last == number.last and self._opens_event(index, last.last):
            return [replace(last, expression=Unresolved(EVENT))]
        return mentions

    def _opens_event(self, index: int, last: int) -> bool:
        """Whether an event stands behind a day that names it, and is not told of as a new one: "the
        *September 11* attacks", not "a March 5 attack"."""
        if self._tokens[last].line or self._lexicon.named_by_day.at(self._tokens, last) is None:
            return False
        return index == 0 or self._tokens[index - 1].word not in self._lexicon.dating

    def _further_days(self, index: int, date: Calendar) -> list[Mention]:
        mentions: list[Mention] = []
        place = self._past_joiner(index)
        while place != index and len(mentions) < 3:
            number = self._day_number(place)
            if number is None or number.worded or not self.years.ends_date(number.last):
                break
            mentions.append(Mention(place, number.last, replace(date, day=int(number.value))))
            index, place = number.last, self._past_joiner(number.last)
        return mentions

    def month_name(self, index: int) -> tuple[int, Month] | None:
        """A month's name at ``index``, with its second name where it is doubled."""
        tokens = self._tokens
        words = self._lexicon.month_words.at(tokens, index)
        start = index if words is None else words[0]
        found = self._lexicon.months.at(tokens, start)
        if found is None:
            return None
        last, month = found
        if month.doubtful and self._lexicon.data.capitals and not tokens[start].capital:
            return None
        if words is not None:
            month = replace(month, doubtful=False)
        if month.stopped and tokens[last].word == "." and not tokens[last].spaced:
            last += 1
        return self._doubled(last, month)

    def _doubled(self, last: int, month: Month) -> tuple[int, Month]:
        tokens = self._tokens
        sign = tokens[last].word
        start = last + 1 if sign in {"/", "("} or (sign in DASHES and sign) else last
        second = self._lexicon.months.at(tokens, start)
        if second is None or second[1].number != month.number or second[1].hijri != month.hijri:
            return last, month
        if tokens[start].prefix:
            return last, month
        last = second[0]
        if sign == "(" and tokens[last].word == ")":
            last += 1
        return last, replace(month, doubtful=False)

    def _with_year(self, mention: Mention) -> Mention:
        """The mention with the year that follows it, and its era."""
        date = mention.expression
        assert isinstance(date, Calendar)
        day, first = date.day is not None, mention.first
        opened = day and first > 0 and self._tokens[first - 1].word in self._lexicon.date_openers
        found = self.years.after_date(mention.last, hijri=date.hijri, of_day=day, opened=opened)
        if found is None:
            return mention
        last, year, hijri = found
        return replace(mention, last=last, expression=replace(date, year=year, hijri=hijri))

    def month(self, index: int) -> Mention | None:
        """A month, with its year where it has one; a doubtful name needs a sign of time."""
        found = self.month_name(index)
        if found is None:
            return None
        last, month = found
        date = Calendar(month=month.number, hijri=month.hijri)
        mention = self._with_year(Mention(index, last, date))
        named = self._lexicon.named_by_month.before(self._tokens, index)
        if named and mention.last == last and not self._tokens[index].line:
            return Mention(index, last, Unresolved(EVENT))  # حرب *أكتوبر*
        if month.doubtful and mention.last == last and not self._sign_of_time(index, last):
            return None
        return mention

    def _sign_of_time(self, index: int, last: int) -> bool:
        lexicon = self._lexicon
        after = lexicon.shifts.after.at(self._tokens, last) is not None
        if after or self._beside_month(last) or self._of_a_year(index, last):
            return True
        if self._qualifies(index, last) or is_delivery(self._tokens, index, last, lexicon):
            return True
        return not self._tokens[index].line and self._sign_before(index)

    def _of_a_year(self, index: int, last: int) -> bool:
        """Whether a word for the year follows: أيلول من العام الماضي."""
        if self._tokens[index].prefix:
            return False
        of = self._lexicon.of.at(self._tokens, last)
        return of is not None and self._lexicon.year_words.at(self._tokens, of[0]) is not None

    def _qualifies(self, index: int, last: int) -> bool:
        """Whether a name with a capital owns or qualifies a common noun: "*April's* rise", "the
        *March* budget"."""
        tokens, lexicon = self._tokens, self._lexicon
        token, behind = tokens[index], tokens[last]
        if not lexicon.data.capitals or not token.capital or last != index + 1 or behind.line:
            return False
        common = behind.kind is Kind.WORD and not behind.capital and behind.spaced
        before = tokens[index - 1]
        named = before.capital and before.word not in lexicon.small and not token.line
        owns = token.word != token.core and not (token.prefix or named)  # "Theresa *May's* deal"
        pointed = tokens[index - 1].word in lexicon.qualified and not token.line
        return common and (owns or (pointed and behind.word not in lexicon.small))

    def _puts_off(self, index: int) -> bool:
        """Whether something is put off until a month: تأجيل الانتخابات إلى *مارس*."""
        tokens, lexicon = self._tokens, self._lexicon
        if tokens[index - 1].word not in lexicon.to - lexicon.joiners:
            return False
        near = range(index - 2, max(index - 2 - _PUT_OFF, -1), -1)
        return any(tokens[place].word in lexicon.postponing for place in near)

    def _sign_before(self, index: int) -> bool:
        tokens, lexicon = self._tokens, self._lexicon
        # Two letters behind a prefix are more often a word of three: باب, "door", is not بآب.
        prefix = tokens[index].prefix if len(tokens[index].core) > 2 else ""
        if prefix.endswith(tuple(lexicon.numbers.definite) or "\0"):
            prefix = ""  # "Below zero" (تحت الصفر) names no month.
        return (
            tokens[index - 1].core in lexicon.month_signs
            or self._puts_off(index)
            or bool(prefix and prefix not in lexicon.numbers.joining)
            or lexicon.parts.before(tokens, index) is not None
            or lexicon.shifts.before.before(tokens, index) is not None
            or lexicon.appointing.before(tokens, index) is not None
            or self._after_month(index)
            or self._is_bound(index)
            or self._is_marked(index)
            or tokens[index - 1].word in lexicon.monthly
        )

    def _is_marked(self, index: int) -> bool:
        """Whether a phrase of several words relates what follows as a time: ابتداء من *أيار*."""
        mark = self._lexicon.marks.before(self._tokens, index)
        return mark is not None and index - mark[0] > 1

    def _is_bound(self, index: int) -> bool:
        """Whether words before it make it an end: "until at least March"; a capital is needed."""
        if not self._lexicon.data.capitals or not self._tokens[index].capital:
            return False
        mark = self._lexicon.marks.before(self._tokens, index)
        bound = mark is not None and mark[1] in {"until", "by", "since"}
        return bound or self._is_put_off_to(index)

    def _is_put_off_to(self, index: int) -> bool:
        """Whether "to" stands before it and no name behind: "deferred the vote *to* June"."""
        tokens, lexicon = self._tokens, self._lexicon
        behind = tokens[index + 1]
        named = behind.kind is Kind.WORD and behind.capital and not behind.line
        return tokens[index - 1].word in lexicon.to - lexicon.joiners and not named

    def _beside_month(self, last: int) -> bool:
        """Whether another month is joined on: "March and April"."""
        place = self._past_joiner(last)
        if place == last and not self._joined(last):
            return False
        return self._lexicon.months.at(self._tokens, place) is not None

    def _after_month(self, index: int) -> bool:
        tokens = self._tokens
        end = index if self._joined(index) else index - 1
        if end == index - 1 and self._past_joiner(end) == end:
            return False
        end -= len(tokens[end - 1].core) == FOUR_DIGITS and tokens[end - 1].core.isdecimal()
        return self._lexicon.months.before(tokens, end) is not None

    def weekday(self, index: int) -> Mention | None:
        """A weekday, with the date that follows it where there is one."""
        tokens, lexicon = self._tokens, self._lexicon
        start = index + (tokens[index].core in lexicon.day_words)
        found = lexicon.weekdays.at(tokens, start)
        if found is None or (lexicon.data.capitals and not tokens[start].capital):
            return None
        last, weekday = found
        if tokens[start - 1].word in lexicon.weekday_not_after and not tokens[start].line:
            return None
        if tokens[last].word in lexicon.weekday_not_before and not tokens[last].line:
            return None
        mention = Mention(index, last, Calendar(weekday=weekday))
        daypart = lexicon.dayparts_after.at(tokens, last)
        if daypart is not None and not tokens[last].line:
            mention = replace(mention, last=daypart[0])
        return self._with_date(mention, weekday)

    def _with_date(self, mention: Mention, weekday: int) -> Mention:
        """ "Wednesday, July 31", الأربعاء 31 تموز 2024."""
        tokens = self._tokens
        start = mention.last
        start += tokens[start].word in {",", "،", "("}
        start += tokens[start].word in self._lexicon.of.words
        if tokens[start].line:
            return mention
        this = self.of_this_month(start)
        if this is not None and isinstance(this.expression, Calendar):
            expression = replace(this.expression, weekday=weekday)
            return replace(this, first=mention.first, expression=expression)
        dated = self.date(start)
        ranked = self._ranked_day(start)
        if not dated and ranked is not None:
            date = Calendar(weekday=weekday, day=int(ranked.value))
            return replace(mention, last=ranked.last, expression=date)
        if len(dated) != 1 or not isinstance(dated[0].expression, Calendar):
            return mention
        date = dated[0].expression
        if date.day is None or date.month is None:
            return mention
        last = dated[0].last
        last += tokens[start - 1].word == "(" and tokens[last].word == ")"
        return replace(mention, last=last, expression=replace(date, weekday=weekday))

    def of_this_month(self, index: int) -> Mention | None:
        """يوم *3 الجاري*: the month is not named where a sign of time stands before the day."""
        tokens, lexicon, number = self._tokens, self._lexicon, self._numbers.get(index)
        if number is None or not 1 <= number.value <= 31 or tokens[index].line:
            return None
        shift = lexicon.shifts.after.at(tokens, number.last)
        if shift is None:
            return self._of_nearest_month(index, number)
        if shift[1] or tokens[number.last].line:
            return None
        dated = tokens[index - 1].core in lexicon.month_signs | lexicon.day_words
        before = (lexicon.weekdays.before(tokens, index), lexicon.marks.before(tokens, index))
        dated = dated or before != (None, None)  # حتى 15 الجاري
        date = Calendar(day=int(number.value), month_shift=0)
        return Mention(index, shift[0], date) if dated else None

    def _of_nearest_month(self, index: int, number: Number) -> Mention | None:
        """ "since *the 9th*", "on *the 15th*": a day of the month that is nearest."""
        tokens, lexicon, article = self._tokens, self._lexicon, index - 1
        ranked = number.ordinal and not number.worded
        if not ranked or article < 1 or tokens[article].word not in lexicon.definite:
            return None
        mark, behind = lexicon.marks.before(tokens, article), tokens[number.last]
        goes_on = behind.kind is Kind.WORD and not behind.line and behind.word not in lexicon.small
        on = tokens[article - 1].word in lexicon.on_days
        led = on if mark is None else mark[1] in {"since", "until"}
        if not led or tokens[article].line or goes_on:
            return None
        return Mention(article, number.last, Calendar(day=int(number.value)))

    def _ranked_day(self, index: int) -> Number | None:
        """ "Friday *the 13th*", "Monday *15th*"."""
        at = index + (self._tokens[index].word in self._lexicon.definite)
        number = self._numbers.get(at)
        digits = number is not None and number.ordinal and not number.worded
        return number if digits and number is not None and 1 <= number.value <= 31 else None

    def date(self, index: int) -> list[Mention]:
        """A date with a day that begins at ``index``."""
        token = self._tokens[index]
        if token.kind is Kind.NUMBER:
            numeric = self._digits.read(index)
            if numeric is not None:
                return [numeric]
        if index in self._numbers:
            day_month = self.day_month(index)
            return [day_month] if day_month else self.day_chain(index)
        return self.month_day(index)
