"""Days as people and other programs write them, read where that leaves no doubt.

"3 March 2025", "25/03/2025 14:05", "Tue, 25 Mar 2025 12:00:00 GMT", ٣ آذار ٢٠٢٥. Of "03/04/2025"
a person says which number is the day.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime
from functools import cache, lru_cache

from workbench.exchange.tables.rows import date_problem
from workbench.facets.interval import Precision
from workbench.facets.types import Clock
from workbench.language import packs

_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_FROM_YEAR = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})")
_TOGETHER = re.compile(r"(\d{4})(\d\d)(\d\d)")
"""As ISO 8601 has it without marks between."""
_HYPHENS = re.compile(r"(?<=\w)-(?=\w)")
"""As spreadsheets write "3-Mar-2025"."""
_CLOCK = re.compile(
    r"(?:\s|,|(?<=\d)T)+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:\s*[ap]\.?m\b\.?)?"
    r"(?:\s*(?:Z|UTC|GMT)?\s*(?:[+-]\d\d:?\d\d)?)(?:\s*\([^()]*\))?\Z",
    re.IGNORECASE,
)
"""The time of day behind a day, with its zone."""
_NOTATIONS = ("%a, %d %b %Y", "%a %b %d %Y")
"""Of mail and feeds (RFC 5322), and of JavaScript."""
_LONGEST = 100
"""Characters of a day with its time and zone."""
_MONTHS = 12
_YEARS = range(1800, 2200)
"""A year outside them in a date of numbers is of another calendar, or mistyped."""
_STATED = frozenset({Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.YEAR})


def stated(text: str, *, day_first: bool | None) -> str | None:
    """The one day, month, quarter or year that a text states, in EDTF; nothing where it has none.

    Args:
        text: the whole of a cell or field; a time of day behind a day is passed over.
        day_first: which number of "03/04/2025" is the day; nothing where nobody has said.
    """
    if len(text) > _LONGEST:
        return None
    day = _CLOCK.sub("", text.strip())
    numbers = _NUMBERS.fullmatch(day)
    if numbers:
        first, _, second, year = numbers.groups()
        return _from_numbers(int(year), int(first), int(second), day_first)
    from_year = _FROM_YEAR.fullmatch(day)
    if from_year:
        year, _, month, number = from_year.groups()
        return _day(int(year), int(month), int(number))
    together = _TOGETHER.fullmatch(day)
    if together:
        return _day(*map(int, together.groups()))
    return _by_a_program(day) or _in_words(_HYPHENS.sub(" ", day))


def is_doubtful(text: str, day_first: bool | None) -> bool:
    """Whether somebody needs to say which of a date's numbers is the day."""
    if len(text) > _LONGEST or day_first is not None:
        return False
    numbers = _NUMBERS.fullmatch(_CLOCK.sub("", text.strip()))
    if numbers is None:
        return False
    return max(int(numbers[1]), int(numbers[3])) <= _MONTHS


def is_impossible(text: str) -> bool:
    """Whether a date of numbers names no day of the calendar, whichever number is the day."""
    day = _CLOCK.sub("", text.strip()) if len(text) <= _LONGEST else ""
    numbers, from_year = _NUMBERS.fullmatch(day), _FROM_YEAR.fullmatch(day)
    if numbers:
        first, second, year = int(numbers[1]), int(numbers[3]), int(numbers[4])
        read = _day(year, first, second) or _day(year, second, first)
    elif from_year:
        year = int(from_year[1])
        read = _day(year, int(from_year[3]), int(from_year[4]))
    else:
        return False
    return year in _YEARS and read is None


def _from_numbers(year: int, first: int, second: int, day_first: bool | None) -> str | None:
    if first > _MONTHS or (first == second) or (day_first and second <= _MONTHS):
        return _day(year, second, first)
    if second > _MONTHS or day_first is False:
        return _day(year, first, second)
    return None


def _day(year: int, month: int, day: int) -> str | None:
    text = f"{year:04}-{month:02}-{day:02}"
    return text if year in _YEARS and not date_problem(text) else None


def _by_a_program(text: str) -> str | None:
    for notation in _NOTATIONS:
        with suppress(ValueError):
            return datetime.strptime(text, notation).date().isoformat()  # noqa: DTZ007 (a day)
    return None


@lru_cache(maxsize=10_000)
def _in_words(text: str) -> str | None:
    from workbench.facets.times import read_times  # noqa: PLC0415 (loads the readers)

    for pack in _packs():
        times = read_times(text, pack, Clock())
        if len(times) == 1 and times[0].surface.strip() == text:
            found = times[0].interval
            return found.edtf if found and found.precision in _STATED else None
    return None


@cache
def _packs() -> list[packs.LanguagePack]:
    return [packs.load(code) for code in packs.available()]
