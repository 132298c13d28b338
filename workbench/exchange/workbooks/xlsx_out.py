"""XLSX on the way out: the table of `csv`, so that nothing in it is ever run as a formula.

A cell holds 32,767 characters; what is longer goes on in columns ``name#2``, ``name#3`` … that
`xlsx` puts together again. The same records give the same bytes.
"""

from __future__ import annotations

import csv
import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import IO, Any

from workbench.errors import InvalidInputError
from workbench.exchange.tables.csv import CommaSeparated
from workbench.exchange.types import AnyRecord

SUFFIX = ".xlsx"
_LONGEST = 32_767
_PIECE = 4_600
"""Characters of which none, escaped, makes a cell too long."""
_MOST_ROWS = 1_048_576
_LONGEST_FIELD = 500_000_000
_MUST_BE_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_WIDTHS = {"text": 60, "original": 40, "claimant": 24, "state": 12, "language": 9}


def write(records: Iterable[AnyRecord], stream: IO[bytes], ratings: frozenset[str]) -> int:
    """Write the claims among the records, and say how many they are.

    Raises:
        InvalidInputError: there are more than a sheet has rows.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8", newline="") as spool:
        count = CommaSeparated(ratings).write(records, spool)
        if count >= _MOST_ROWS:
            raise InvalidInputError(
                "{count:,} claims; a sheet has {limit:,} rows",
                hint="Export them as .jsonl or .csv, or in parts.",
                count=count,
                limit=_MOST_ROWS,
            )
        columns = _columns(_rows(spool))
        raw = BytesIO()
        _book(_rows(spool), columns).save(raw)
    _repack(raw, stream)
    return count


def _rows(spool: IO[str]) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_FIELD)
    spool.seek(0)
    return csv.reader(spool)


def _columns(rows: Iterator[list[str]]) -> list[int]:
    """How many cells each column needs side by side."""
    needed = [1] * len(next(rows))
    for row in rows:
        for place, cell in enumerate(row):
            if len(cell) > _PIECE:
                needed[place] = max(needed[place], sum(1 for _ in _pieces(cell)))
    return needed


def _pieces(cell: str) -> Iterator[str]:
    """A text in pieces that a cell holds; most are one."""
    whole = _escaped(cell)
    if len(whole) <= _LONGEST:
        yield whole
        return
    size = _LONGEST if whole == cell else _PIECE
    for start in range(0, len(cell), size):
        yield _escaped(cell[start : start + size])


def _escaped(text: str) -> str:
    """What XML cannot hold, as spreadsheets write it: ``_x000B_`` (ECMA-376, part 1, 22.9.2.19)."""
    return _MUST_BE_ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def _book(rows: Iterator[list[str]], columns: Sequence[int]) -> Any:
    from openpyxl import Workbook  # noqa: PLC0415 (200 ms that only workbooks need)
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet("claims")
    sheet.freeze_panes = "A2"
    header = [
        name if number == 0 else f"{name}#{number + 1}"
        for name, needed in zip(next(rows), columns, strict=True)
        for number in range(needed)
    ]
    for place, name in enumerate(header, 1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(name, 14)
    sheet.append(header)
    for row in rows:
        cells: list[Any] = []
        for cell, needed in zip(row, columns, strict=True):
            found = list(_pieces(cell)) if cell else []
            cells += [_text(sheet, piece) for piece in found]
            cells += [None] * (needed - len(found))
        sheet.append(cells)
    return book


def _text(sheet: Any, piece: str) -> Any:
    """A cell that is text whatever it looks like; ``#N/A`` would be read as an error."""
    if not piece.startswith(("#", "=")):
        return piece
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    cell = WriteOnlyCell(sheet, value=piece)
    cell.data_type = "s"
    return cell


def _repack(raw: IO[bytes], stream: IO[bytes]) -> None:
    """The same package without the moment at which it was made."""
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            data = made.read(name)
            if name == "docProps/core.xml":
                data = _MOMENT.sub(b"1980-01-01T00:00:00Z", data)
            out.writestr(entry, data)
