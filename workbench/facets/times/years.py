"""Years: behind a word for them, behind a date, or four digits that count nothing."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.facets.numbers.numbers import Number
from workbench.facets.numbers.tokens import DASHES, Kind, Token, Tokens
from workbench.facets.quantities.unit import Noun, UnitKind
from workbench.facets.times.digits import FOUR_DIGITS, HIJRI_YEARS, DigitDateReader, is_common
from workbench.facets.times.expressions import Between, Calendar, Mention
from workbench.facets.times.lexicon import TimeLexicon

_APOSTROPHES = frozenset("'’")
_TURN = 50
"""Years of two digits below it are of this century."""
_ROUND = 100
"""By what a number can be divided that may as well be rounded."""


class YearReader:
    """Reads the years of one text."""

    def __init__(
        self,
        tokens: Tokens,
        numbers: Mapping[int, Number],
        lexicon: TimeLexicon,
        digits: DigitDateReader,
    ) -> None:
        self._tokens = tokens
        self._numbers = numbers
        self._lexicon = lexicon
        self._digits = digits

    def read(self, index: int) -> Mention | None:
        """A year: behind "year" or a preposition, or four digits that count nothing."""
        worded = self._lexicon.year_words.at(self._tokens, index)
        start = index if worded is None else worded[0]
        spoken = self._spoken_year(start) if worded is not None else None
        if spoken is not None:
            return Mention(index, spoken.last, Calendar(int(spoken.value)))
        core = self._tokens[start].core
        if worded is not None and self._is_coded(start):
            core = f"20{core}"
        if len(core) != FOUR_DIGITS or not core.isdecimal() or self._written_on(start + 1):
            return None
        year = int(core)
        last, hijri = self._digits.era(start + 1, year)
        if not hijri and not is_common(year):
            return None
        bare = worded is None and last == start + 1
        if bare and not self._reads_as_year(start, year):
            return None
        season = None if hijri else self._season_end(last, year, worded=worded is not None)
        if season is not None:
            end, second = season
            years = sorted((year, second))
            return Mention(index, end, Between(Calendar(years[0]), Calendar(years[1])))
        return Mention(index, last, Calendar(year, hijri=hijri))

    def _is_coded(self, index: int) -> bool:
        """Whether only the end of a year is written on to letters that stand for one: "FY26"."""
        token, letters = self._tokens[index], self._tokens[index - 1].word
        short = len(token.core) == FOUR_DIGITS // 2 and token.core.isdecimal()
        return short and not (token.spaced or token.line) and letters in self._lexicon.year_codes

    def after_date(
        self, index: int, *, hijri: bool, of_day: bool = False, opened: bool = False
    ) -> tuple[int, int, bool] | None:
        """Where the year behind a date ends, which it is, and whether it is a Hijri one.

        ``opened``: a word says that a whole date follows (بتاريخ 27 يوليو 2024 | صورة).
        """
        tokens = self._tokens
        start = index
        if tokens[start].word in {",", "،", "/"} or tokens[start].word in DASHES:
            start += 1
        of = self._lexicon.of.at(tokens, start)
        start = of[0] if of is not None else start
        worded = self._lexicon.year_words.at(tokens, start)
        if worded is not None:
            start = worded[0]
        token = tokens[start]
        spoken = self._spoken_year(start)
        if spoken is not None and not token.line:
            return spoken.last, int(spoken.value), False
        short = self._shortened(start)
        if short is not None:
            return start + 2, short, False
        if token.kind is not Kind.NUMBER or token.line or token.prefix:
            return None
        if len(token.core) != FOUR_DIGITS or not token.core.isdecimal():
            return None
        year = int(token.core)
        likely = of_day or _recent(year)
        # "On March 31, 2026 workers …": thousands would have a comma of their own.
        written = of_day and _recent(year) and tokens[index].word == ","
        sure = worded is not None or of is not None or (written and self._lexicon.data.capitals)
        sure = sure or (opened and _recent(year))
        # في 3 مارس 2019 | هجوما: so near a month such a number hardly counts anything.
        sure = sure or (not self._lexicon.data.capitals and _recent(year) and year % _ROUND != 0)
        if not sure and not self.ends_date(start + 1, likely=likely):
            return None
        last, marked = self._digits.era(start + 1, year)
        hijri = marked or (hijri and year in HIJRI_YEARS)
        return (last, year, hijri) if hijri or is_common(year) else None

    def _shortened(self, index: int) -> int | None:
        """The year whose century an apostrophe stands for: "Nov '25"."""
        mark, digits = self._tokens[index], self._tokens[index + 1]
        joined = mark.word in _APOSTROPHES and not (digits.spaced or digits.line)
        if not joined or len(digits.core) != FOUR_DIGITS // 2 or not digits.core.isdecimal():
            return None
        year = int(digits.core)
        return year + (2000 if year < _TURN else 1900)

    def after_day(self, index: int) -> tuple[int, int] | None:
        """Where the year behind a day that needs none ends, and which it is."""
        found = self.after_date(index, hijri=False, of_day=True)
        return None if found is None or found[2] else found[:2]

    def ends_date(self, index: int, *, likely: bool = False) -> bool:
        """Whether what stands there cannot be the noun of a figure.

        Behind four digits that are likely a year only a noun that is known to be counted can.
        """
        unit = self._lexicon.units.units.at(self._tokens, index) if likely else None
        if likely and (unit is None or (self._lexicon.data.capitals and not unit[1].plural)):
            return True  # "the March 2025 *quake*"
        noun = self._lexicon.units.noun_after(self._tokens, index, definite=False)
        if noun is not None and self._tokens[noun.last].kind is Kind.NUMBER:
            return True  # في نوفمبر 2026 | وفاة 38 شخصا
        return noun is None and self._tokens[index].word != "%"

    def _spoken_year(self, index: int) -> Number | None:
        """A year in words: ألفين وأربعة عشر."""
        number = self._numbers.get(index)
        if number is None or not number.worded or number.ordinal or number.vague:
            return None
        return number if number.value % 1 == 0 and is_common(int(number.value)) else None

    def _season_end(self, index: int, year: int, *, worded: bool) -> tuple[int, int] | None:
        """The second year of "fiscal year 2024-25", موسم 2019/2020."""
        mark, digits = self._tokens[index], self._tokens[index + 1]
        if mark.spaced or digits.spaced or not (mark.word == "/" or mark.word in DASHES):
            return None
        following = str(year + 1)
        if mark.word == "/" and digits.core == str(year - 1):
            return index + 2, year - 1  # "2026/2025", as it is written from the right
        short = worded and digits.core == following[-2:]
        return (index + 2, year + 1) if short or digits.core == following else None

    def _written_on(self, index: int) -> bool:
        """Whether letters are written on to the digits before."""
        token = self._tokens[index]
        return token.kind is Kind.WORD and not token.spaced and not token.line

    def _reads_as_year(self, index: int, year: int) -> bool:
        tokens, lexicon = self._tokens, self._lexicon
        token, before = tokens[index], tokens[index - 1]
        named = tokens[index - 2] if before.word == "." else before
        labelled = before.word in {"$", "#", "/", ":"} or named.word in lexicon.labels
        if labelled or self._is_amount(index):
            return False
        if before.core in lexicon.year_strong or token.prefix in lexicon.numbers.definite:
            return True
        noun = lexicon.units.noun_after(tokens, index + 1, definite=False)
        counts = noun is not None and noun.first == index + 1 and self._is_counted(noun)
        if counts or self._changes_to_count(index):
            return False
        if token.prefix or before.core in lexicon.year_signs:
            return True
        if lexicon.months.before(tokens, index) is not None:
            return True
        counted = tokens[index + 1].word.endswith(lexicon.counted_endings or ("\0",))
        return _recent(year) and not (counted and not tokens[index + 1].prefix)

    def _is_amount(self, index: int) -> bool:
        """Whether a plural that no year goes with follows what is counted: "more than *2000*
        signatures", "sold *1950* solar panels", "by *1874* votes"."""
        tokens, lexicon = self._tokens, self._lexicon
        before, noun = tokens[index - 1].word, tokens[index + 1]
        if before == "by" or not lexicon.units.marks_plurals:
            return noun.word in lexicon.margins
        if not self._is_plain(noun):
            return False
        if not noun.word.endswith("s") and self._is_plain(tokens[index + 2]):
            noun = tokens[index + 2]
        if not noun.word.endswith("s") or noun.word in lexicon.year_nouns:
            return False
        done = lexicon.is_past(before) or lexicon.is_present(before)
        return done or lexicon.bounds.before(tokens, index) is not None

    def _is_plain(self, token: Token) -> bool:
        """Whether a word goes on in its line and is no name."""
        return token.kind is Kind.WORD and token.spaced and not (token.line or token.capital)

    def _changes_to_count(self, index: int) -> bool:
        """Whether the digits change to a figure with its unit, or stand beside one: "from 1680 to
        1615 rials", "between 1650 and 1900 dinars"."""
        tokens, lexicon = self._tokens, self._lexicon
        other = self._linked_to(index)
        if not other or not tokens[other].core.isdecimal():
            return False
        noun = lexicon.units.noun_after(tokens, other + 1, definite=False)
        measured = {UnitKind.CURRENCY, UnitKind.MEASURE}
        return noun is not None and noun.first == other + 1 and noun.unit.kind in measured

    def _linked_to(self, index: int) -> int:
        """The token that the digits change to, or between which and them something lies; 0 where
        there is none."""
        tokens, lexicon = self._tokens, self._lexicon
        behind = tokens[index + 1]
        if behind.word in lexicon.to - lexicon.joiners:
            return index + 2
        if lexicon.between.before(tokens, index) is None:
            return 0
        if behind.prefix in lexicon.joiners:
            return index + 1
        return index + 2 if behind.word in lexicon.joiners else 0

    def _is_counted(self, noun: Noun) -> bool:
        """Whether a noun after four digits makes them a figure ("2012 people", 2000 خيمة)."""
        if noun.unit.kind is UnitKind.THING and self._lexicon.units.marks_plurals:
            return noun.unit.plural
        if noun.unit.kind is not UnitKind.UNKNOWN:
            return True
        word = self._tokens[noun.first].word
        return word.endswith(self._lexicon.counted_endings)


def _recent(year: int) -> bool:
    """The years that four digits without a sign of time most often mean in the news."""
    return 1900 <= year <= 2050
