"""XLSX: the sheets of a workbook as tables, read row by row and guarded against bombs.

Formulas are not run: a cell has the value that was saved with it. Links to other files are not
followed. XML is read by defusedxml, which refuses entities.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import IO, Any

from workbench.exchange.tables import Row, named
from workbench.exchange.types import BadRow

MOST_BYTES = 1_000_000_000
"""Of all parts unpacked."""
MOST_RATIO = 200
"""Bytes unpacked for one byte packed; text in sheets has about 10."""
MOST_PARTS = 10_000
Rows = Iterator[Row | BadRow]
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
"""How spreadsheets write what XML cannot hold, a carriage return among it."""
_EMPTY_ROWS = 1_000
"""Empty rows after which a sheet is taken to have ended."""


def sheets(raw: IO[bytes]) -> Iterator[tuple[str, list[str], Rows] | BadRow]:
    """Each sheet's name, columns and rows, or what is wrong with the workbook."""
    problem = _packed_badly(raw)
    if problem:
        yield problem
        return
    import openpyxl  # noqa: PLC0415 (200 ms that only workbooks need)

    try:
        book = openpyxl.load_workbook(raw, read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            rows = sheet.iter_rows(values_only=True)
            header = [_text(cell).strip() for cell in next(rows, ())]
            while header and not header[-1]:
                header.pop()
            if header:
                yield sheet.title, _joined_names(header), _rows(header, rows)
    except Exception as error:  # noqa: BLE001 (openpyxl raises whatever its parsers raise)
        yield BadRow(1, "", f"not a workbook that can be read: {error}", "Save it anew as XLSX.")


def _rows(header: list[str], rows: Iterator[tuple[Any, ...]]) -> Rows:
    empty = 0
    try:
        for line, cells in enumerate(rows, 2):
            texts = [_text(cell) for cell in cells]
            while len(texts) > len(header) and not texts[-1]:
                texts.pop()
            if any(texts):
                empty = 0
                texts += [""] * (len(header) - len(texts))
                yield named(_joined_names(header), _joined(header, texts), line)
            else:
                empty += 1
                if empty > _EMPTY_ROWS:
                    return
    except Exception as error:  # noqa: BLE001
        yield BadRow(1, "", f"the sheet breaks off: {error}", "Save the workbook anew as XLSX.")


def _joined_names(header: list[str]) -> list[str]:
    """The columns without those that only go on with another's long cells."""
    return [name for name in header if not _goes_on(name, header)]


def _joined(header: list[str], cells: list[str]) -> list[str]:
    """Cells with what goes on in columns ``name#2``, ``name#3`` … put behind them."""
    if len(cells) > len(header):
        return cells  # too many: told as it is
    joined: dict[str, str] = {}
    for name, cell in zip(header, cells, strict=True):
        first = name.partition("#")[0] if _goes_on(name, header) else name
        joined[first] = joined.get(first, "") + cell
    return list(joined.values())


def _goes_on(name: str, header: list[str]) -> bool:
    first, mark, number = name.partition("#")
    return bool(mark) and number.isdecimal() and first in header


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _unescaped(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if not (cell.hour or cell.minute) else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _packed_badly(raw: IO[bytes]) -> BadRow | None:
    """What is wrong with the package itself, told from its list of parts."""
    try:
        with zipfile.ZipFile(raw) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        return BadRow(1, "", f"a damaged package: {error}", "Save the workbook anew.")
    raw.seek(0)
    size = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        return BadRow(1, "", "a ZIP package, but no workbook", "Give XLSX, or the files in it.")
    if size > MOST_BYTES or size > MOST_RATIO * max(packed, 1) or len(parts) > MOST_PARTS:
        return BadRow(
            1,
            "",
            f"{packed / 1e6:,.1f} MB that unpack to {size / 1e6:,.0f} MB in {len(parts):,} parts",
            "This looks like a package made to fill memory. Save its sheet as CSV.",
        )
    return None
