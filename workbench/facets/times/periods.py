"""Parts of years and longer periods: quarters, halves, seasons, decades, centuries; clock times."""

from __future__ import annotations

import re
from collections.abc import Mapping

from workbench.facets.numbers.numbers import Number
from workbench.facets.numbers.tokens import DASHES, Kind, Tokens
from workbench.facets.times.dates import DateReader
from workbench.facets.times.expressions import (
    Calendar,
    Clock,
    Expression,
    Mention,
    Offset,
    Part,
    Period,
    Same,
    Unresolved,
)
from workbench.facets.times.lexicon import TimeLexicon
from workbench.facets.times.relative import RelativeReader
from workbench.facets.times.units import ELSEWHERE, is_single

_PARTS = {"quarter": 4, "half": 2}
_MONTHS = 3
"""Months of a quarter."""
"""How many of each a year has."""
FISCAL = "a fiscal year need not be the calendar's"
BEFORE_ERA = "before the years that the calendar counts"
_NEAR = 16
"""Words within which a fiscal year makes the quarters of a text its own."""
_DOTTED_CLOCK = re.compile(r"[0-2]?\d\.[0-5]\d", re.ASCII)
_HOURS = 12
"""Hours that are told by an ordinal."""
_SENTENCE = 24
"""Tokens of a sentence before a half among which stands what it is of."""
_STOPS = frozenset(".!?;")
_WEEKS = 5
"""Weeks that a month may have."""


class PeriodReader:
    """Reads the periods of one text, and its times of day."""

    def __init__(
        self,
        tokens: Tokens,
        numbers: Mapping[int, Number],
        lexicon: TimeLexicon,
        dates: DateReader,
        relative: RelativeReader,
    ) -> None:
        self._tokens = tokens
        self._numbers = numbers
        self._lexicon = lexicon
        self._dates = dates
        self._relative = relative

    def quarter(self, index: int) -> Mention | None:
        """ "the first quarter of 2024", الربع الأول, "Q3 2023"."""
        tokens, lexicon = self._tokens, self._lexicon
        for codes, part in ((lexicon.quarter_codes, "quarter"), (lexicon.half_codes, "half")):
            code = codes.at(tokens, index)
            if code is not None and not tokens[index + 1].spaced:
                return self._with_whole(index, code[0], part, code[1], needed=part == "half")
        found = self._ordinal_part(index) or self._closed_by_month(index)
        if found is None or not 1 <= found[2] <= _PARTS[found[1]]:
            return None
        last, kind, number = found
        hyphen = tokens[last - 2].word in DASHES and not tokens[last - 1].spaced
        if hyphen and not self._is_fiscal(index, last):
            # It qualifies a noun: "after second-quarter revenue"; a match has halves too.
            if kind == "half" and tokens[last].word not in lexicon.half_nouns:
                return None
            return Mention(index, last, Part(kind, number), relation="during")
        if kind == "half":
            of = lexicon.of.at(tokens, last)
            found_in = self._shorter_than_year(of[0], number) if of is not None else None
            if found_in is not None:
                return Mention(index, *found_in)
        needed = any(tokens[each].word in lexicon.terms for each in range(index, last))
        needed = needed or (kind == "half" and not self._is_of_business(index, last))
        return self._with_whole(index, last, kind, number, needed=needed)

    def _shorter_than_year(self, index: int, number: int) -> tuple[int, Expression] | None:
        """Where a month or a week ends that a half is of, and the time meant; which days are half
        a week is not said, so that it is all of it."""
        month = self.month(index)
        if month is not None and isinstance(month.expression, Calendar):
            return month.last, Part("month half", number, month.expression)
        shifted = self._relative.shifted(index)
        if shifted is None or not isinstance(shifted.expression, Offset):
            return None
        if shifted.expression.unit == "month":
            return shifted.last, Part("month half", number, shifted.expression)
        return (shifted.last, shifted.expression) if shifted.expression.unit == "week" else None

    def _is_of_business(self, index: int, last: int) -> bool:
        """Whether the sentence has told of what is counted by the half-year: "*sales* fell in the
        first half"; a match has halves too."""
        tokens, behind = self._tokens, self._tokens[last]
        goes_on = behind.kind is Kind.WORD and behind.word not in self._lexicon.small
        if (goes_on and not behind.line) or self._lexicon.of.at(tokens, last) is not None:
            return False
        for at in range(index - 1, max(-1, index - _SENTENCE), -1):
            if tokens[at + 1].line or tokens[at].word in _STOPS:
                return False
            if tokens[at].word in self._lexicon.half_signs:
                return True
        return False

    def _ordinal_part(self, index: int) -> tuple[int, str, int] | None:
        """Where "third quarter", الربع الثالث ends, what it is, and which."""
        tokens, parts = self._tokens, self._lexicon.parts_of_year
        ordinal = self._numbers.get(index)
        if ordinal is not None and ordinal.ordinal:
            hyphen = tokens[ordinal.last].word in DASHES and not tokens[ordinal.last].spaced
            kind = parts.at(tokens, ordinal.last + hyphen)
            return None if kind is None else self._of_year(kind[0], kind[1], ordinal)
        kind = parts.at(tokens, index)
        found = self._numbers.get(kind[0]) if kind else None
        if kind is None or found is None or not found.ordinal:
            return None
        return self._of_year(found.last, kind[1], found)

    def _closed_by_month(self, index: int) -> tuple[int, str, int] | None:
        """A quarter named by its last month: "the *December quarter*"."""
        month = self._lexicon.months.at(self._tokens, index)
        if month is None or month[1].hijri or month[1].number % _MONTHS:
            return None
        kind = self._lexicon.parts_of_year.at(self._tokens, month[0])
        if kind is None or kind[1] != "quarter" or self._tokens[kind[0]].word in DASHES:
            return None  # "the March quarter-final"
        return kind[0], kind[1], month[1].number // _MONTHS

    def _of_year(self, last: int, kind: str, ordinal: Number) -> tuple[int, str, int] | None:
        """A part of a year, if its ordinal does not count how often: "the fourth *in a row*"."""
        row = self._lexicon.in_a_row.at(self._tokens, last)
        return (last, kind, int(ordinal.value)) if row is None else None

    def last_part(self, index: int) -> Mention | None:
        """ "the last quarter of 2027", الربع الأخير من العام: without the year it is none."""
        tokens, ends = self._tokens, self._lexicon.ends
        before = ends.before.at(tokens, index)
        kind = self._lexicon.parts_of_year.at(tokens, before[0] if before else index)
        if kind is None:
            return None
        after = None if before else ends.after.at(tokens, kind[0])
        found = before or after
        if found is None or found[1] > 0:
            return None
        last = after[0] if after else kind[0]
        return self._with_whole(index, last, kind[1], _PARTS[kind[1]], needed=True)

    def _with_whole(
        self, index: int, last: int, kind: str, number: int, *, needed: bool
    ) -> Mention | None:
        """The part with the year that it is of."""
        if self._is_fiscal(index, last):
            return Mention(index, last, Unresolved(FISCAL))
        whole = self.whole(last)
        if whole is None or not isinstance(whole.expression, Calendar | Offset):
            return None if needed else Mention(index, last, Part(kind, number))
        return Mention(index, whole.last, Part(kind, number, whole.expression))

    def _is_fiscal(self, first: int, last: int) -> bool:
        """Whether a quarter is one of a fiscal year, which begins when its owner likes."""
        beside = (self._tokens[first - 1].word, self._tokens[last].word)
        if not self._lexicon.fiscal.isdisjoint(beside):
            return True
        near = range(max(0, first - _NEAR), last + _NEAR)
        return any(self._lexicon.fiscal_years.at(self._tokens, each) for each in near)

    def whole(self, index: int) -> Mention | None:
        """The year behind "of" that a part is of."""
        of = self._lexicon.of.at(self._tokens, index)
        start = index if of is None else of[0]
        if self._tokens[start].line:
            return None
        return (
            self._dates.years.read(start) or self._relative.shifted(start) or self._this_year(start)
        )

    def _this_year(self, index: int) -> Mention | None:
        """ "of the year", من العام."""
        article = self._tokens[index].word in self._lexicon.definite
        found = self._relative.unit(index + article)
        if found is None or found[1].name != "year" or not is_single(found[1]):
            return None
        if not article and not self._lexicon.numbers.is_definite(self._tokens[index]):
            return None
        return Mention(index, found[0], Offset("year", 0))

    def same_part(self, index: int) -> Mention | None:
        """ "the same period of 2024", الربع المماثل من العام الماضي, "the year-ago quarter"."""
        ago = self._lexicon.year_before.at(self._tokens, index)
        if ago is not None:
            return Mention(index, ago[0], Unresolved(ELSEWHERE, unit="year", amount=-1))
        found = self._lexicon.same.at(self._tokens, index)
        whole = self.whole(found[0]) if found is not None else None
        if whole is None or not isinstance(whole.expression, Calendar | Offset):
            return None
        return Mention(index, whole.last, Same(whole.expression))

    def week_of_month(self, index: int) -> Mention | None:
        """ "the first week of July", "the last week of May", الأسبوع الأول من يوليو."""
        tokens, lexicon = self._tokens, self._lexicon
        number, start = self._numbers.get(index), index
        shift = lexicon.shifts.before.at(tokens, index)
        if number is not None and number.ordinal:
            start = number.last
        elif shift is not None and shift[1] == -1:
            start = shift[0]
        found = self._relative.unit(start, index)
        if found is None or found[1].name != "week" or not is_single(found[1]):
            return None
        last, which = found[0], -1
        if start == index:
            number = self._numbers.get(last)
            if number is None or not number.ordinal:
                return None
            last = number.last
        if number is not None:
            which = int(number.value)
        of = lexicon.of.at(tokens, last)
        month = self.month(of[0]) if of is not None and which <= _WEEKS else None
        if month is None or not isinstance(month.expression, Calendar) or month.expression.day:
            return None
        return Mention(index, month.last, Part("week", which, month.expression))

    def month(self, index: int) -> Mention | None:
        """A month, whatever else its name may mean: nothing else has weeks."""
        found = self._dates.month(index)
        name = self._dates.month_name(index) if found is None else None
        if name is None:
            return found
        return Mention(index, name[0], Calendar(month=name[1].number, hijri=name[1].hijri))

    def whole_month(self, index: int) -> Mention | None:
        """A month by its name or by its distance ("next month"), and no day of it."""
        named = self.month(index)
        if named is not None and isinstance(named.expression, Calendar):
            return named if named.expression.day is None else None
        whole = self._relative.shifted(index)
        offset = whole.expression if whole is not None else None
        return whole if isinstance(offset, Offset) and offset.unit == "month" else None

    def year(self, index: int) -> Mention | None:
        """A year."""
        return self._dates.years.read(index)

    def date(self, index: int) -> Mention | None:
        """A date with a day, or a month."""
        found = self._dates.date(index)
        return found[0] if len(found) == 1 else self.month(index)

    def season(self, index: int) -> Mention | None:
        """ "summer 2023", صيف العام الماضي, "in the spring"."""
        tokens, lexicon = self._tokens, self._lexicon
        found = lexicon.seasons.at(tokens, index)
        if found is None:
            return None
        last, number = found
        after = lexicon.shifts.after.at(tokens, last)
        if after is not None:
            return Mention(index, after[0], Part("season", number, shift=after[1]))
        whole = self._with_whole(index, last, "season", number, needed=True)
        if whole is None and self._is_definite_season(index):
            return Mention(index, last, Part("season", number))
        return whole

    def _is_definite_season(self, index: int) -> bool:
        """Whether a season is one that all know: "drafted in the summer", في الصيف."""
        tokens, lexicon = self._tokens, self._lexicon
        if lexicon.numbers.is_definite(tokens[index]):
            return tokens[index - 1].word in lexicon.season_signs
        part = lexicon.parts.before(tokens, index)  # "in late autumn", "by mid-summer"
        if part is not None and not tokens[index].line:
            return tokens[part[0] - 1].word in lexicon.season_signs
        if tokens[index - 1].word not in lexicon.definite:
            return False
        bound = lexicon.marks.before(tokens, index - 1)  # "until at least the spring"
        return tokens[index - 2].word in lexicon.season_signs or bound is not None

    def decade(self, index: int) -> Mention | None:
        """ "the 1990s", "the '90s", "the nineties", تسعينيات القرن الماضي."""
        tokens, lexicon = self._tokens, self._lexicon
        found = lexicon.decades.at(tokens, index)
        if tokens[index - 1].word in lexicon.not_decade_after or self._tells_age(found):
            return None
        if found is not None:
            last = found[0]
            whole = self._century_after(last)
            last = whole if whole is not None else last
            named = lexicon.numbers.is_definite(tokens[index]) or whole is not None
            named = named or tokens[index - 1].word in lexicon.definite | lexicon.year_signs
            return Mention(index, last, Period("decade", 1900 + found[1])) if named else None
        token = tokens[index]
        ending = lexicon.decade_endings.at(tokens, index + 1)
        if ending is None or tokens[index + 1].spaced or self._owns(index):
            return None
        if len(token.core) == 4 and token.core[3] == "0" and token.core.isdecimal():
            first = int(token.core)
            return Mention(index, ending[0], Period("decade", first)) if first > 1500 else None
        if len(token.core) == 2 and token.core[1] == "0" and token.core >= "20":
            return Mention(index, ending[0], Period("decade", 1900 + int(token.core)))
        return None

    def _tells_age(self, decade: tuple[int, int] | None) -> bool:
        """Whether a decade is one of somebody's life: في الأربعينيات *من عمره*."""
        of = self._lexicon.of.at(self._tokens, decade[0]) if decade is not None else None
        return of is not None and self._tokens[of[0]].word in self._lexicon.of_age

    def _owns(self, index: int) -> bool:
        """Whether a year has no article and the sign of an owner: "*2010's* record high"."""
        tokens, lexicon = self._tokens, self._lexicon
        owner = not tokens[index + 1].word[:1].isalpha()
        led = tokens[index - 1].word in lexicon.definite
        return owner and not led and lexicon.parts.before(tokens, index) is None

    def _century_after(self, index: int) -> int | None:
        mention = self._relative.shifted(index) or self.century(index)
        if mention is None or self._tokens[index].line:
            return None
        expression = mention.expression
        if isinstance(expression, Offset) and expression.unit == "century":
            return mention.last
        return mention.last if isinstance(expression, Period) else None

    def century(self, index: int) -> Mention | None:
        """ "the 19th century", القرن التاسع عشر, القرن العشرين."""
        tokens, lexicon = self._tokens, self._lexicon
        number = self._numbers.get(index)
        if number is not None and number.ordinal:
            found = lexicon.centuries.at(tokens, number.last)
            last = found[0] if found else 0
        else:
            found = lexicon.centuries.at(tokens, index)
            number = self._numbers.get(found[0]) if found else None
            definite = number is not None and lexicon.numbers.is_definite(tokens[number.first])
            last = number.last if number and (number.ordinal or definite) else 0
        if not last or number is None or not 1 <= number.value <= 30:
            return None
        bygone = lexicon.before_era.at(tokens, last)
        if bygone is not None:
            return Mention(index, bygone[0], Unresolved(BEFORE_ERA))
        return Mention(index, last, Period("century", 100 * (int(number.value) - 1)))

    def bygone(self, index: int) -> Mention | None:
        """ "500 BC", 44 ق.م: years that no calendar day is given for."""
        number = self._numbers.get(index)
        if number is None or number.ordinal:
            return None
        found = self._lexicon.before_era.at(self._tokens, number.last)
        return Mention(index, found[0], Unresolved(BEFORE_ERA)) if found else None

    # --- times of day -------------------------------------------------------------------------

    def clock(self, index: int) -> Mention | None:
        """10:30, "8 p.m.", الساعة الثامنة: read so that its numbers are no figures."""
        tokens, lexicon = self._tokens, self._lexicon
        if not lexicon.clock_before.isdisjoint((tokens[index].core, tokens[index].word)):
            number = self._numbers.get(index + 1)
            if number is not None and number.value < 25:
                return self._clock_from(index, number)
            return None
        number = self._numbers.get(index)
        found = self._dotted_clock(index) or self._ranked_hour(number)
        if found is not None or number is None:
            return found
        if number.vague or not number.digits or self._is_score(index):
            return None
        minutes = tokens[number.last].word == ":" and not tokens[number.last].spaced
        after = lexicon.clock_after.at(tokens, number.last)
        if minutes and tokens[number.last + 1].kind is Kind.NUMBER:
            return self._clock_from(index, number)
        return None if after is None else Mention(index, after[0], Clock())

    def _ranked_hour(self, number: Number | None) -> Mention | None:
        """الثامنة صباحا, الثامنة من صباح السبت."""
        if number is None or not (number.ordinal and number.worded and number.value <= _HOURS):
            return None
        of = self._lexicon.of.at(self._tokens, number.last)
        start = number.last if of is None else of[0]
        part = self._lexicon.clock_after.at(self._tokens, start)
        return None if part is None else Mention(number.first, number.last, Clock())

    def _dotted_clock(self, index: int) -> Mention | None:
        """ "5.47am", "1.12 a.m."."""
        if not _DOTTED_CLOCK.fullmatch(self._tokens[index].core):
            return None
        after = self._lexicon.clock_after.at(self._tokens, index + 1)
        return None if after is None else Mention(index, after[0], Clock())

    def _is_score(self, index: int) -> bool:
        """Whether another number is tied on before: "won 3-1 on Saturday evening"."""
        tied = self._tokens[index - 1].word in DASHES and not self._tokens[index].spaced
        return index > 1 and tied and self._tokens[index - 2].kind is Kind.NUMBER

    def _clock_from(self, index: int, number: Number) -> Mention | None:
        tokens = self._tokens
        last = number.last
        while tokens[last].word == ":" and tokens[last + 1].kind is Kind.NUMBER:
            last += 2
        after = self._lexicon.clock_after.at(tokens, last)
        return Mention(index, last if after is None else after[0], Clock())
