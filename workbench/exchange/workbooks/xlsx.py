"""XLSX: the sheets of a workbook as tables, read row by row.

Formulas are not run: a cell has the value that was saved with it. Links to other files are not
followed. What `xlsx_package` finds wrong is not opened.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date, datetime
from itertools import chain, islice
from typing import IO, TYPE_CHECKING, Any

from workbench.errors import Said
from workbench.exchange.tables.headings import (
    NEAR,
    all_named,
    groups_columns,
    named_again,
    names_columns,
    title_above,
    under_groups,
)
from workbench.exchange.tables.tables import Row, named
from workbench.exchange.types import BadRow
from workbench.exchange.workbooks.xlsx_beside import Beside, beside_cells
from workbench.exchange.workbooks.xlsx_package import (
    problem_of,
    reason,
    sheet_names,
    unsaved_formulas,
)
from workbench.exchange.workbooks.xlsx_strict import usual

if TYPE_CHECKING:
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

Rows = Iterator[Row | BadRow]
Cells = Iterator["Sequence[ReadOnlyCell | EmptyCell]"]
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
"""How spreadsheets write what XML cannot hold, a carriage return among it."""
MOST_ROWS = 1_048_576
"""Rows that a sheet can have; a row number beyond it is made up."""
_ANEW = "Save the workbook anew as XLSX."


def sheets(raw: IO[bytes]) -> Iterator[tuple[str, list[str], Rows] | BadRow]:
    """Each sheet's name, columns and rows, or what is wrong with the workbook."""
    problem = problem_of(raw)
    if problem:
        yield problem
        return
    with ExitStack() as stack:
        try:
            raw = stack.enter_context(usual(raw))
        except Exception as error:  # noqa: BLE001 (a damaged part raises whatever unpacks it)
            yield _unreadable(error)
            return
        yield from _sheets(raw)


def _sheets(raw: IO[bytes]) -> Iterator[tuple[str, list[str], Rows] | BadRow]:
    try:
        with _unwarned():
            book, charts = _opened(raw)
        missing = set(sheet_names(raw)).difference(book.sheetnames, charts)
        unsaved = unsaved_formulas(raw)
    except Exception as error:  # noqa: BLE001 (openpyxl raises whatever its parsers raise)
        yield _unreadable(error)
        return
    for name in sorted(missing):
        yield BadRow(
            1, "", Said("sheet {name!r} is named, but is not in the package", name=name), _ANEW
        )
    if unsaved:
        told = Said("formulas without a saved value, read as empty cells: {count:,}", count=unsaved)
        yield BadRow(1, "", told, "Save it in a spreadsheet program.", is_note=True)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            told = Said("sheet {name!r} is hidden; its rows are read", name=sheet.title)
            yield BadRow(1, "", told, "Take it out if they are not meant.", is_note=True)
        yield from _sheet(sheet, raw)


def _unreadable(error: Exception) -> BadRow:
    told = Said("not a workbook that can be read: {reason}", reason=reason(error))
    return BadRow(1, "", told, _ANEW)


def _opened(raw: IO[bytes]) -> tuple[Any, list[str]]:
    """The workbook, and the names of its sheets that hold a chart and no cells.

    Charts are left out before they are read: one that openpyxl cannot read would cost all sheets.
    """
    from openpyxl.reader.excel import ExcelReader  # noqa: PLC0415 (200 ms only for workbooks)

    reader = ExcelReader(raw, read_only=True, data_only=True, keep_links=False)
    charts: list[str] = []
    reader.read_chartsheet = lambda sheet, rel: charts.append(sheet.name)
    reader.read()
    return reader.wb, charts


@contextmanager
def _unwarned() -> Iterator[None]:
    """Without openpyxl's warnings: they are told as rows, or are of what lies outside the cells."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
        yield


def _unwarned_rows(
    sheet: ReadOnlyWorksheet,
) -> Iterator[tuple[ReadOnlyCell | EmptyCell, ...]]:
    rows = sheet.iter_rows()
    while True:
        with _unwarned():  # row by row: others may warn meanwhile
            cells = next(rows, None)
        if cells is None:
            return
        yield cells


def _sheet(
    sheet: ReadOnlyWorksheet, raw: IO[bytes]
) -> Iterator[tuple[str, list[str], Rows] | BadRow]:
    sheet.reset_dimensions()  # a sheet may say that it is larger than it is
    rows = _unwarned_rows(sheet)
    try:
        above, names, header, below = _to_header(rows)
        beside = beside_cells(raw, sheet._worksheet_path)
    except Exception as error:  # noqa: BLE001 (as above)
        yield BadRow(
            1,
            "",
            Said(
                "sheet {title!r} cannot be read: {reason}", title=sheet.title, reason=reason(error)
            ),
            _ANEW,
        )
        return
    header = all_named(header)
    if header:
        for line, words in above:
            if words:
                note = title_above(line, words)
                said = Said("sheet {title!r}: {problem}", title=sheet.title, problem=note.problem)
                yield replace(note, problem=said)
        line = len(above) + 1
        linked = _linked(
            header, {at for row in beside.links if row > line for at in beside.links[row]}
        )
        found = _rows(header, below, line, beside, names)
        with_links = (_with_links(each, header, linked, beside.links) for each in found)
        yield sheet.title, [*_joined_names(header), *linked.values()], with_links


def _to_header(rows: Cells) -> tuple[list[tuple[int, str]], list[str], list[str], Cells]:
    """Rows above the names of the columns (line, title or nothing), the texts of the row that has
    the names, the names as they stand below a row that groups them, and the rows below."""
    seen = []
    for cells in islice(rows, NEAR):
        seen.append((cells, _texts(cells)))
        if names_columns([*filter(None, seen[-1][1])]):
            break
    else:
        first = next((at for at, (_, texts) in enumerate(seen) if any(texts)), 0)
        rows = chain([cells for cells, _ in seen[first + 1 :]], rows)
        seen = seen[: first + 1]
    names = header = seen[-1][1] if seen else []
    below = next(rows, None)
    if below is not None and groups_columns(names, _texts(below)):
        seen.append((below, _texts(below)))
        names, header = seen[-1][1], under_groups(header, seen[-1][1])
    elif below is not None:
        rows = chain([below], rows)
    above = [(line, ", ".join(filter(None, texts))) for line, (_, texts) in enumerate(seen[:-1], 1)]
    return above, names, header, rows


def _texts(cells: Sequence[ReadOnlyCell | EmptyCell]) -> list[str]:
    return [_text(cell.value).strip() for cell in cells]


def _rows(
    header: list[str],
    rows: Cells,
    line: int,
    beside: Beside,
    names: list[str],
) -> Rows:
    held: dict[int, tuple[int, str]] = {}
    """Column → last row and text of a cell that is merged over this row."""
    try:
        for cells in rows:
            line += 1
            if line > MOST_ROWS:
                yield BadRow(line, "", "a row beyond the last that a sheet can have", _ANEW)
                return
            texts = [_text(cell.value) for cell in cells]
            if not any(map(str.strip, texts)):
                continue
            if [*map(str.strip, texts)] == names:
                yield named_again(line)
                continue
            _fill(texts, line, held)
            merged = beside.merged.get(line, ())
            held |= {at: (last, texts[at]) for at, last in merged if at < len(texts)}
            yield _row(header, cells, texts, line)
    except Exception as error:  # noqa: BLE001 (as above)
        problem = Said("the sheet breaks off: {reason}", reason=reason(error))
        yield BadRow(
            line + 1,
            "",
            problem,
            Said("{anew} The rows before this one were read.", anew=Said(_ANEW)),
        )


def _fill(texts: list[str], line: int, held: Mapping[int, tuple[int, str]]) -> None:
    """Put what is merged over a row into it: a cell over several rows is said of each."""
    for at, (last, text) in held.items():
        if line <= last:
            texts += [""] * (at + 1 - len(texts))
            texts[at] = texts[at] or text


def _row(
    header: list[str], cells: Sequence[ReadOnlyCell | EmptyCell], texts: list[str], line: int
) -> Row | BadRow:
    beyond = next((at for at, text in enumerate(texts) if at >= len(header) and text), None)
    if beyond is not None:
        problem = Said("column {column} has no name in the first row", column=_letters(beyond))
        return BadRow(line, "", problem, "Name it there, or empty the cell.", texts[: beyond + 1])
    texts = texts[: len(header)]
    texts += [""] * (len(header) - len(texts))
    found = named(_joined_names(header), _joined(header, texts), line)
    for name, cell in zip(header, cells, strict=False):
        if cell.data_type == "e" and not isinstance(found, BadRow):
            problem = Said("the cell holds an error and no value: {value}", value=cell.value)
            return BadRow(line, name, problem, "Mend its formula or date, or empty it.", found[1])
    return found


def _linked(header: list[str], columns: Collection[int]) -> dict[int, str]:
    """Column that has links → what the column of their addresses is called."""
    return {
        at: all_named([*header, f"{header[at]} (link)"])[-1]
        for at in sorted(columns)
        if at < len(header)
    }


def _with_links(
    found: Row | BadRow,
    header: list[str],
    linked: Mapping[int, str],
    links: Mapping[int, Mapping[int, str]],
) -> Row | BadRow:
    """A row with the addresses that its cells link to, where they do not say them."""
    if not linked or (isinstance(found, BadRow) and not isinstance(found.record, dict)):
        return found
    line, row = (found.line, found.record) if isinstance(found, BadRow) else found
    here = links.get(line, {})
    for at, name in linked.items():
        address, text = here.get(at, ""), row.get(header[at], "").strip()
        row[name] = "" if address.rstrip("/") == text.rstrip("/") else address
    return found


def _letters(column: int) -> str:
    """What a spreadsheet calls a column."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    return str(get_column_letter(column + 1))


def _joined_names(header: list[str]) -> list[str]:
    """The columns without those that only go on with another's long cells."""
    return [name for name in header if not _goes_on(name, header)]


def _joined(header: list[str], cells: list[str]) -> list[str]:
    """Cells with what goes on in columns ``name#2``, ``name#3`` … put behind them."""
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
