"""What people write in tables of their own: days as they speak of them, ratings in their words.

A day is read where its words leave no doubt ("3 March 2025", "25/03/2025", ٣ آذار ٢٠٢٥), and stands
as an extra as it was written. Of "03/04/2025" the person who imports says which number is the day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from workbench.errors import Said
from workbench.exchange.labels import rating_of
from workbench.exchange.rows import DAY_COLUMNS, date_problem
from workbench.facets.interval import Precision
from workbench.facets.times import read_times
from workbench.facets.types import Clock
from workbench.language import packs

Cells = Mapping[str, str]
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_FROM_YEAR = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})")
_HYPHENS = re.compile(r"(?<=\w)-(?=\w)")
"""As spreadsheets write "3-Mar-2025"."""
_MONTHS = 12
_YEARS = range(1800, 2200)
"""A year outside them in a date of numbers is of another calendar, or mistyped."""
_STATED = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})


class DoubtfulDayError(ValueError):
    """Either of a date's numbers may be the day; which column it is in, and the date."""

    def __init__(self, column: str, value: str) -> None:
        super().__init__(column, value)
        self.column, self.value = column, value

    @property
    def problem(self) -> Said:
        """What is wrong."""
        return Said("{value!r}: which number is the day?", value=self.value)

    @property
    def hint(self) -> Said:
        """What to do."""
        return Said("Say so: --dates day-first or --dates month-first.")


def with_days(cells: Cells, *, day_first: bool | None) -> Cells:
    """A row whose days are in EDTF; one that was written otherwise is kept beside, as an extra.

    Args:
        cells: our name of a column → its cell.
        day_first: which number of "03/04/2025" is the day; nothing where nobody has said.

    Raises:
        DoubtfulDayError: it needs to be said.
    """
    found = {}
    for name in DAY_COLUMNS:
        cell = cells.get(name, "").strip()
        if cell and date_problem(cell):
            read = _stated(cell, day_first=day_first)
            if read is None and _is_doubtful(cell, day_first):
                raise DoubtfulDayError(name, cell)
            if read is not None:
                found[name], found[f"{name} (as written)"] = read, cell
    return {**cells, **found} if found else cells


def with_label(cells: Cells, ratings: frozenset[str]) -> Cells:
    """A row of another desk's table: its rating is a label, and says all where nothing explains it.

    A label that is in no table is kept and awaits a person's decision.

    Args:
        cells: our name of a column → its cell.
        ratings: the rating keys of the desk's scale.
    """
    label = cells.get("rating", "").strip()
    if not label:
        return cells
    given = {name: cell for name, cell in cells.items() if cell}
    rating = label if label in ratings else rating_of(label)
    return {"rating_label": label, "explanation": label, **given, "rating": rating}


def _stated(text: str, *, day_first: bool | None) -> str | None:
    """The one day, month or year that a cell states, in EDTF; nothing where it states none."""
    numbers = _NUMBERS.fullmatch(text)
    if numbers:
        first, _, second, year = numbers.groups()
        return _from_numbers(int(year), int(first), int(second), day_first)
    from_year = _FROM_YEAR.fullmatch(text)
    if from_year:
        year, _, month, day = from_year.groups()
        return _day(int(year), int(month), int(day))
    return _in_words(_HYPHENS.sub(" ", text))


def _from_numbers(year: int, first: int, second: int, day_first: bool | None) -> str | None:
    if first > _MONTHS or (first == second) or (day_first and second <= _MONTHS):
        return _day(year, second, first)
    if second > _MONTHS or day_first is False:
        return _day(year, first, second)
    return None


def _is_doubtful(text: str, day_first: bool | None) -> bool:
    numbers = _NUMBERS.fullmatch(text)
    if numbers is None or day_first is not None:
        return False
    return max(int(numbers[1]), int(numbers[3])) <= _MONTHS


def _day(year: int, month: int, day: int) -> str | None:
    text = f"{year:04}-{month:02}-{day:02}"
    return text if year in _YEARS and not date_problem(text) else None


@lru_cache(maxsize=10_000)
def _in_words(text: str) -> str | None:
    for pack in _packs():
        times = read_times(text, pack, Clock())
        if len(times) == 1 and times[0].surface.strip() == text:
            found = times[0].interval
            return found.edtf if found and found.precision in _STATED else None
    return None


@cache
def _packs() -> list[packs.LanguagePack]:
    return [packs.load(code) for code in packs.available()]
