"""CSV: one claim a row; nested columns hold JSON, so that nothing is lost."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import IO, Any, ClassVar

import msgspec

from workbench.exchange.rows import CLAIM_COLUMNS, NESTED_COLUMNS, claim_of
from workbench.exchange.types import AnyRecord, BadRow, ClaimRecord, Located

_COLUMNS = (*CLAIM_COLUMNS, *NESTED_COLUMNS)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_FIELD = 50_000_000


class CommaSeparated:
    """Any delimiter on the way in; comma and UTF-8 on the way out."""

    name: ClassVar[str] = "csv"
    suffixes: ClassVar[tuple[str, ...]] = (".csv", ".tsv")

    def __init__(self, ratings: frozenset[str]) -> None:
        self._ratings = ratings

    def read(self, stream: IO[str]) -> Iterator[Located | BadRow]:
        """Rows under the header's names, in any order of columns."""
        for found in table(stream, "text"):
            yield found if isinstance(found, BadRow) else self._row(*found)

    def _row(self, line: int, cells: dict[str, str]) -> Located | BadRow:
        row: dict[str, Any] = {}
        for name, cell in cells.items():
            value = _unescape(cell)
            if name in NESTED_COLUMNS and value:
                try:
                    row[name] = msgspec.json.decode(value)
                except (msgspec.DecodeError, RecursionError) as error:
                    return BadRow(line, name, f"not JSON: {error}", record=cells)
            else:
                row[name] = value
        return claim_of(row, line, self._ratings)

    def write(self, records: Iterable[AnyRecord], stream: IO[str]) -> int:
        """The claims among the records; articles and matches have no row."""
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(_COLUMNS)
        count = 0
        for record in records:
            if isinstance(record, ClaimRecord):
                writer.writerow([_cell(record, name) for name in _COLUMNS])
                count += 1
        return count


def table(stream: IO[str], needed: str) -> Iterator[tuple[int, dict[str, str]] | BadRow]:
    """Line and column → cell of every row, with any delimiter.

    Args:
        stream: the file.
        needed: the column without which it is not the table that is meant.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(stream, dialect=_dialect(stream), strict=True)
    try:
        header = [name.strip().lstrip("\ufeff") for name in next(reader, [])]
        problem = _header_problem(header, needed)
        if problem:
            yield problem
            return
        line = reader.line_num + 1
        for cells in reader:
            if any(cells):
                yield _named(header, cells, line)
            line = reader.line_num + 1
    except csv.Error as error:
        yield BadRow(reader.line_num, "", f"not CSV: {error}", "Is a quotation mark left open?")


def _named(header: list[str], cells: list[str], line: int) -> tuple[int, dict[str, str]] | BadRow:
    if len(cells) == len(header):
        return line, dict(zip(header, cells, strict=True))
    return BadRow(
        line,
        "",
        f"{len(cells)} cells under {len(header)} columns",
        "Put cells that hold the delimiter in quotation marks.",
        cells,
    )


def _dialect(stream: IO[str]) -> type[csv.Dialect]:
    start = stream.tell()
    header = stream.readline()
    stream.seek(start)

    class Found(csv.excel):
        """Excel's habits with the delimiter that stands most often in the header."""

        delimiter = max(",;\t|", key=header.count)

    return Found


def _header_problem(header: list[str], needed: str) -> BadRow | None:
    hint = "The first line names the columns; see `workbench import --columns`."
    if needed not in header:
        return BadRow(1, needed, f"there is no column `{needed}`", hint)
    twice = next((name for name in header if name and header.count(name) > 1), "")
    if twice:
        return BadRow(1, twice, "the column stands twice", hint)
    if "" in header:
        return BadRow(1, "", f"column {header.index('') + 1} has no name", hint)
    return None


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
