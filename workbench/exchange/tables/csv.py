"""CSV: one claim a row; nested columns hold JSON, so that nothing is lost."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import IO, Any, ClassVar

import msgspec

from workbench.exchange.tables.rows import CLAIM_COLUMNS, NESTED_COLUMNS, claim_of
from workbench.exchange.tables.tabled import DoubtfulDayError, in_our_words, with_days
from workbench.exchange.tables.tables import Row, table
from workbench.exchange.types import AnyRecord, BadRow, ClaimRecord, Located

_COLUMNS = (*CLAIM_COLUMNS, *NESTED_COLUMNS)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CommaSeparated:
    """Any delimiter on the way in; UTF-8 on the way out, with commas, or tabs in ``.tsv``."""

    name: ClassVar[str] = "csv"
    suffixes: ClassVar[tuple[str, ...]] = (".csv", ".tsv")

    def __init__(self, ratings: frozenset[str]) -> None:
        self._ratings = ratings
        self.columns: Mapping[str, str] = {}
        """Our name of a column → its name in the file, where the table is another desk's."""
        self.delimiter = ","
        """On the way out."""
        self.day_first: bool | None = None
        """Which number of "03/04/2025" is the day; nothing where nobody has said."""

    def read(self, stream: IO[str]) -> Iterator[Located | BadRow]:
        """Rows under the header's names, in any order of columns."""
        return self.claims(table(stream, "text", self.columns))

    def claims(self, rows: Iterable[Row | BadRow]) -> Iterator[Located | BadRow]:
        """The claims that a table's rows describe."""
        for found in rows:
            if not isinstance(found, BadRow):
                yield self._row(*found)
            elif isinstance(found.record, dict):
                yield replace(found, record=self._in_our_words(found.record))
            else:
                yield found

    def _row(self, line: int, cells: dict[str, str]) -> Located | BadRow:
        plain = self._in_our_words({name: _unescape(cell) for name, cell in cells.items()})
        try:
            row = with_days(plain, day_first=self.day_first)
        except DoubtfulDayError as doubt:
            return BadRow(line, doubt.column, doubt.problem, doubt.hint, doubt.cells)
        return claim_of(row, line, self._ratings)

    def _in_our_words(self, cells: Mapping[str, Any]) -> Mapping[str, Any]:
        return in_our_words(cells, self._ratings) if self.columns else cells

    def write(self, records: Iterable[AnyRecord], stream: IO[str]) -> int:
        """The claims among the records; articles and matches have no row."""
        writer = csv.writer(stream, delimiter=self.delimiter, lineterminator="\r\n")
        writer.writerow(_COLUMNS)
        count = 0
        for record in records:
            if isinstance(record, ClaimRecord):
                writer.writerow([_cell(record, name) for name in _COLUMNS])
                count += 1
        return count


def _cell(record: ClaimRecord, name: str) -> str:
    value = getattr(record, name)
    if value in (None, "", (), {}):
        return ""
    if name in NESTED_COLUMNS:
        return escaped(msgspec.json.encode(value).decode())
    return escaped(str(value))


def escaped(text: str) -> str:
    """A cell that a spreadsheet would run as a formula gets an apostrophe in front."""
    return f"'{text}" if text.startswith((*_FORMULA, "'")) else text


def _unescape(cell: str) -> str:
    """Takes back exactly what `_escape` does."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*_FORMULA, "'")) else cell
