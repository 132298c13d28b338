"""Dates in digits alone: 31.7.2024, 2024/7/31, 7/2024, 2023-24."""

from __future__ import annotations

import re

from workbench.facets.numbers.tokens import DASHES, Kind, Tokens
from workbench.facets.times.expressions import Between, Calendar, Mention
from workbench.facets.times.lexicon import TimeLexicon

FOUR_DIGITS = 4
HIJRI_YEARS = range(1300, 1501)
_COMMON_YEARS = range(1500, 2101)
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})", re.ASCII)
_SEPARATORS = frozenset("/.") | DASHES


def is_common(year: int) -> bool:
    """Whether a year of the common calendar is near enough to be news."""
    return year in _COMMON_YEARS


class DigitDateReader:
    """Reads the dates of one text that are in digits alone."""

    def __init__(self, tokens: Tokens, lexicon: TimeLexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon

    def read(self, index: int) -> Mention | None:
        """31.7.2024, 2024/7/31, 31-07-2024, 7/2024, 2024-07."""
        token = self._tokens[index]
        dotted = _DOTTED.fullmatch(token.core)
        if dotted:
            day, month, year = map(int, dotted.groups())
            return self._numeric_mention(index, index + 1, year, month, day)
        groups, last = self._digit_groups(index)
        if len(groups) == 3:
            return self._three_groups(index, last, groups)
        if len(groups) == 2:
            return self._two_groups(index, last, groups)
        return None

    def _digit_groups(self, index: int) -> tuple[list[str], int]:
        tokens = self._tokens
        groups = [tokens[index].core]
        last = index + 1
        separator = tokens[last].word
        while tokens[last].word in _SEPARATORS and tokens[last].word == separator:
            following = tokens[last + 1]
            if tokens[last].spaced or following.spaced or following.kind is not Kind.NUMBER:
                break
            groups.append(following.core)
            last += 2
            if len(groups) > 3:
                return [], last
        return (groups if all(map(str.isdecimal, groups)) else []), last

    def _three_groups(self, first: int, last: int, groups: list[str]) -> Mention | None:
        sizes = [len(group) for group in groups]
        if max(sizes) > FOUR_DIGITS:
            return None
        a, b, c = map(int, groups)
        if sizes[0] == FOUR_DIGITS and max(sizes[1:]) <= 2:
            return self._numeric_mention(first, last, a, b, c, certain=True)
        short = self._tokens[first + 1].word == "/" or self._lexicon.data.day_first
        if max(sizes[:2]) <= 2 and (sizes[2] == FOUR_DIGITS or (sizes[2] == 2 and short)):
            return self._numeric_mention(first, last, c, b, a)
        return None

    def _numeric_mention(
        self, first: int, last: int, year: int, month: int, day: int, *, certain: bool = False
    ) -> Mention | None:
        if year < 100:
            year += 2000 if year < 70 else 1900
        if month > 12 >= day and not certain:
            day, month = month, day
        either = day <= 12 and day != month and not certain
        other = month if either and not self._lexicon.data.day_first else None
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        last, hijri = self.era(last, year)
        if not hijri and not is_common(year):
            return None
        return Mention(first, last, Calendar(year, month, day, hijri=hijri, other_day=other))

    def _two_groups(self, first: int, last: int, groups: list[str]) -> Mention | None:
        a, b = groups
        separator = self._tokens[first + 1].word
        if len(a) <= 2 and len(b) == FOUR_DIGITS and separator == "/" and 1 <= int(a) <= 12:
            if not is_common(int(b)):
                return None
            return Mention(first, last, Calendar(int(b), int(a)))
        if len(a) != FOUR_DIGITS or not is_common(int(a)):
            return None
        follows = len(b) == 2 and int(b) == (int(a) + 1) % 100
        if len(b) == 2 and int(b) > max(12, int(a) % 100) and separator in DASHES:
            b, follows = a[:2] + b, False  # "2011-15"
        # "2026/2025", as it is written from the right.
        turned = separator == "/" and len(b) == FOUR_DIGITS and int(b) == int(a) - 1
        if turned or follows or (len(b) == FOUR_DIGITS and int(a) < int(b) and is_common(int(b))):
            ends = sorted((int(a), int(a) + 1 if follows else int(b)))
            return Mention(first, last, Between(Calendar(ends[0]), Calendar(ends[1])))
        if len(b) == 2 and 1 <= int(b) <= 12:
            return Mention(first, last, Calendar(int(a), int(b)))
        return None

    def era(self, index: int, year: int) -> tuple[int, bool]:
        """Past the mark of an era, and whether the year is a Hijri one."""
        word = self._tokens[index].word
        if word in self._lexicon.hijri_marks and year in HIJRI_YEARS:
            return index + 1, True
        if word in self._lexicon.era_marks:
            return index + 1, False
        return index, False
