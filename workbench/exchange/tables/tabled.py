"""What people write in tables of their own: days as they speak of them, ratings in their words.

A day is read where its words leave no doubt ("3 March 2025", "25/03/2025", ٣ آذار ٢٠٢٥), and stands
as an extra as it was written. Of "03/04/2025" the person who imports says which number is the day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from workbench.errors import Said
from workbench.exchange.labels import rating_of
from workbench.exchange.tables.days import is_doubtful, is_impossible, stated
from workbench.exchange.tables.rows import DAY_AND_TIME, DAY_COLUMNS, OUR_COLUMNS, date_problem

Cells = Mapping[str, Any]
"""A row: text, or what a JSON record has in place of it."""


_WORDS = (str, int, float)
"""What stands for words in a column: JSON may have a number as a year, true as a rating."""


class DoubtfulDayError(ValueError):
    """Either of a date's numbers may be the day; which column it is in, the date, and its row."""

    def __init__(self, column: str, value: str, cells: Cells) -> None:
        super().__init__(column, value)
        self.column, self.value, self.cells = column, value, cells

    @property
    def problem(self) -> Said:
        """What is wrong."""
        return Said("{value!r}: which number is the day?", value=self.value)

    @property
    def hint(self) -> Said:
        """What to do."""
        return Said("Say so: --dates day-first or --dates month-first.")


class NoSuchDayError(DoubtfulDayError):
    """Neither of a date's numbers can be the day."""

    @property
    def problem(self) -> Said:
        """What is wrong."""
        return Said("{text!r}: the calendar has no such day", text=self.value)

    @property
    def hint(self) -> Said:
        """What to do."""
        return Said("Correct the date, or leave it out.")


def with_days(cells: Cells, *, day_first: bool | None) -> Cells:
    """A row whose days are in EDTF; one that was written otherwise is kept beside, as an extra.

    Args:
        cells: our name of a column → its cell.
        day_first: which number of "03/04/2025" is the day; nothing where nobody has said.

    Raises:
        DoubtfulDayError: it needs to be said, or there is no such day.
    """
    found = {}
    for name in DAY_COLUMNS:
        written = cells.get(name)
        cell = written.strip() if isinstance(written, str) else ""
        if cell and not DAY_AND_TIME.fullmatch(cell) and date_problem(cell):
            read = stated(cell, day_first=day_first)
            if read is None and is_doubtful(cell, day_first):
                raise DoubtfulDayError(name, cell, cells)
            if read is None and is_impossible(cell):
                raise NoSuchDayError(name, cell, cells)
            if read is not None:
                found[name], found[f"{name} (as written)"] = read, cell
    return {**cells, **found} if found else cells


_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s;|]+|,\s+|,(?=https?://)", re.IGNORECASE)
"""What people put between several addresses in a cell."""


def _addresses_told(row: Cells) -> dict[str, Any]:
    """What changes in a row whose cells are addresses: one in place of a source's title is its
    address; of several each is a source or an appearance, and the cell is kept as it was."""
    found: dict[str, Any] = {}
    if not row.get("source_url") and _addresses(row.get("source_title")):
        found = {"source_url": row["source_title"], "source_title": ""}
    stance = {"stance": row["stance"]} if row.get("stance") else {}
    for column, nested in (("source_url", "evidence"), ("article_url", "appearances")):
        cell = found.get(column) or row.get(column)
        first, *others = _addresses(cell) or [""]
        if others:
            made = [{"url": url} for url in others]
            found |= {column: first, f"{column} (as written)": cell}
            found[nested] = (
                made if nested == "appearances" else [{"source": each, **stance} for each in made]
            )
    return found


def _addresses(cell: Any) -> list[str]:
    """The addresses in a cell that holds nothing else."""
    parts = [*filter(None, _BETWEEN.split(cell.strip()))] if isinstance(cell, str) else []
    return parts if all(map(_ADDRESS.fullmatch, parts)) else []


def in_our_words(cells: Cells, ratings: frozenset[str]) -> Cells:
    """A row of another desk's making, its columns under our names, as we would write it.

    Its rating is a label, and says all where nothing explains it; a label that is in no table is
    kept and awaits a person's decision. A row that was taken so stays as it is.

    Args:
        cells: our name of a column → its cell.
        ratings: the rating keys of the desk's scale.
    """
    plain = {
        name: str(cell).strip() if name in OUR_COLUMNS and isinstance(cell, _WORDS) else cell
        for name, cell in cells.items()
    }
    plain |= _addresses_told(plain)
    label = plain.get("rating")
    if not (isinstance(label, str) and label):
        return plain
    given = {name: cell for name, cell in plain.items() if cell}
    rating = label if label in ratings else rating_of(label)
    return {"rating_label": label, "explanation": label, **given, "rating": rating}
