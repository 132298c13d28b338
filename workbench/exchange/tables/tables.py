"""Tables of text: any delimiter, any order of columns, and no row that takes others with it.

A quotation mark that is left open would swallow the rows behind it. Such a row is told and read
past: reading goes on with the line after the one that it began on.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from itertools import islice
from typing import IO, Any

from workbench.errors import Said
from workbench.exchange.lines import LineTooLongError, RowLines, too_long
from workbench.exchange.tables.headings import (
    LONGEST_NAME,
    NEAR,
    all_named,
    groups_columns,
    in_our_names,
    named_again,
    names_columns,
    numbered,
    title_above,
    under_groups,
)
from workbench.exchange.tables.rows import NESTED_COLUMNS
from workbench.exchange.tables.usual import as_options, proposed
from workbench.exchange.types import BadRow
from workbench.language.fold import fold_text

Row = tuple[int, dict[str, str]]
DELIMITERS = ",;\t|"
LONGEST_FIELD = 2_000_000
"""Characters of a cell: what is longer is a quotation mark left open."""
_DELIMITER_LINE = re.compile(r"sep=.")
_MOST_REREAD = 200
"""Rows that are read past before the file as a whole is taken to be broken."""
_HINT = "The first line names the columns; see `workbench import --columns`."


def table(
    stream: IO[str], needed: str, columns: Mapping[str, str] | None = None
) -> Iterator[Row | BadRow]:
    """Line and column → cell of every row.

    Args:
        stream: the file.
        needed: the column without which it is not the table that is meant, if any.
        columns: our name of a column → its name in the file.
    """
    csv.field_size_limit(LONGEST_FIELD)
    above = _skip_to_header(stream, frozenset((columns or {}).values()))
    yield from (title_above(*title) for title in above.titles)
    dialect, lines = _dialect(stream), RowLines(stream, above.lines)
    reader = csv.reader(lines, dialect=dialect, strict=True)
    try:
        cells = next(reader, [])
    except (csv.Error, LineTooLongError) as error:
        yield replace(_broken(lines, 1, error), record=None)
        return
    header = all_named(_names(above, cells))
    header = in_our_names(header) if needed == "text" and not columns else header
    renamed, problem = renamed_columns(header, columns or {})
    problem = problem or problem_of(renamed, needed)
    if problem:
        below = _line_with(needed, reader, lines)
        yield replace(problem, hint=_below(below)) if below and needed else problem
        return
    yield from _rows(lines, dialect, renamed, cells)


@dataclass(frozen=True, slots=True)
class _Above:
    """What stands above the names of the columns: how many lines, titles by their lines, and the
    cells of a row that groups them."""

    lines: int = 0
    titles: tuple[tuple[int, str], ...] = ()
    groups: tuple[str, ...] = ()


def _skip_to_header(stream: IO[str], named_so: Container[str] = ()) -> _Above:
    """Pass over blank lines, Excel's line that names the delimiter, titles and groups."""
    titles: list[tuple[int, str]] = []
    first, line = (stream.tell(), 0), 0
    while len(titles) < NEAR:
        at, read = stream.tell(), stream.readline(LONGEST_FIELD)
        cells = _cells(read)
        filled = [*filter(None, cells)]
        if not read:
            break
        if names_columns(filled, named_so):
            behind, below = stream.tell(), _cells(stream.readline(LONGEST_FIELD))
            if groups_columns(cells, below):
                stream.seek(behind)
                titles.append((line + 1, ", ".join(filled)))
                return _Above(line + 1, tuple(titles), tuple(cells))
            stream.seek(at)
            return _Above(line, tuple(titles))
        if not titles and not filled:
            first = stream.tell(), line + 1
        titles += [(line + 1, cell) for cell in filled]
        line += 1
    stream.seek(first[0])
    return _Above(first[1])


def _cells(line: str) -> list[str]:
    """The cells of a line, by the delimiter that stands most often in it; none of a blank one."""
    plain = line.strip("\ufeff\r\n")
    if not plain.strip() or _DELIMITER_LINE.fullmatch(plain.strip(' "').casefold()):
        return []
    try:
        cells = next(csv.reader([plain], delimiter=max(DELIMITERS, key=plain.count)), [])
    except csv.Error:
        return [plain.strip()]
    return [cell.strip() for cell in cells]


def _names(above: _Above, cells: Sequence[str]) -> list[str]:
    names = [name.strip().lstrip("\ufeff") for name in cells]
    return under_groups(above.groups, names) if above.groups else names


def _line_with(needed: str, reader: Iterator[list[str]], lines: RowLines) -> int:
    """The line near the top that names the column after all, or 0."""
    try:
        return next((lines.line for row in islice(reader, NEAR) if needed in row), 0)
    except (csv.Error, LineTooLongError):  # a quotation mark left open, above it
        return 0


def _below(line: int) -> Said:
    return Said("Line {line} names the columns: take out what stands above it.", line=line)


def _rows(
    lines: RowLines, dialect: type[csv.Dialect], header: list[str], names: list[str]
) -> Iterator[Row | BadRow]:
    reread = 0
    reader = csv.reader(lines, dialect=dialect, strict=True)
    while True:
        line = lines.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, LineTooLongError) as error:
            yield _broken(lines, line, error)
            found: Row | BadRow | None = None
        else:
            if not any(map(str.strip, cells)):
                continue
            if cells == names:
                yield named_again(line)
                continue
            found = named(header, cells, line)
            if not isinstance(found, BadRow) or lines.span() == 1:
                yield found
                continue
            yield found
        reread += 1
        if reread > _MOST_REREAD:
            yield BadRow(
                line, "", "too many rows are broken; the rest is not read", "Save it anew."
            )
            return
        lines.go_back()
        reader = csv.reader(lines, dialect=dialect, strict=True)


def _broken(lines: RowLines, line: int, error: Exception) -> BadRow:
    """What is told of a row that cannot be read, which begins on a line."""
    first = lines.first()
    if first is None:
        return too_long(line)
    hint = "Is a quotation mark left open?"
    return BadRow(line, "", Said("not CSV: {reason}", reason=error), hint, first)


def header_of(start: str) -> list[str]:
    """The columns that a table's first line names; none where it is no table."""
    stream = StringIO(start.lstrip("\ufeff \r\n"), newline="")
    above = _skip_to_header(stream)
    stream = StringIO(stream.readline(), newline="")
    try:
        return _names(above, next(csv.reader(stream, dialect=_dialect(stream)), []))
    except csv.Error:
        return []


def named(header: Sequence[str], cells: Sequence[str], line: int) -> Row | BadRow:
    """A row's cells under the names of their columns."""
    if len(cells) > len(header) and not any(cells[len(header) :]):
        cells = cells[: len(header)]
    if len(cells) != len(header):
        hint = "Put cells that hold the delimiter in quotation marks."
        if len(cells) < len(header):
            hint = "Does a cell hold a line break? Quote it; else end the row with empty cells."
        return BadRow(
            line,
            "",
            Said("{cells} cells under {columns} columns", cells=len(cells), columns=len(header)),
            hint,
            [_shown(cell) for cell in cells],
        )
    row = dict(zip(header, cells, strict=True))
    for name, cell in row.items():
        problem = _no_text(cell)
        if problem:
            shown = {column: _shown(value) for column, value in row.items()}
            return BadRow(line, name, *problem, shown)
    return line, row


def renamed_columns(
    header: list[str], columns: Mapping[str, str]
) -> tuple[list[str], BadRow | None]:
    """The header in our names, where a mapping says which column is which."""
    by_name = {fold_text(name).strip(): name for name in header}
    ours = {}
    for name, theirs in columns.items():
        found = theirs if theirs in header else by_name.get(fold_text(theirs).strip())
        if found is None:
            hint = Said("Its columns are: {known}.", known=", ".join(header))
            return header, BadRow(
                1, theirs, Said("there is no column `{column}`", column=theirs), hint
            )
        if numbered(found, 2) in header:
            return header, _twice(found)
        ours[found] = name
    # A column of ours that the mapping fills from another one keeps its cells under another name,
    # and so does one that would hold JSON in a table of ours: this one is of another making.
    taken = {*ours.values(), *(NESTED_COLUMNS if columns else ())}
    return [ours.get(n, f"{n} (file)" if n in taken else n) for n in header], None


def renamed(row: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    """A record with those of its fields in our names that a mapping knows; it may lack some.

    A field inside another is named by its path: ``speaker.name``.
    """
    header = list(row)
    known = {fold_text(name).strip() for name in header}
    there = {ours: name for ours, name in columns.items() if fold_text(name).strip() in known}
    made = dict(zip(renamed_columns(header, there)[0], row.values(), strict=True))
    inside = {ours: _at(row, path.split(".")) for ours, path in columns.items() if "." in path}
    return made | {
        ours: value for ours, value in inside.items() if ours not in there and value is not None
    }


def _at(value: Any, path: Sequence[str]) -> Any:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def problem_of(header: Sequence[str], needed: str) -> BadRow | None:
    """What is wrong with a table's columns."""
    if any("\0" in name for name in header):
        return BadRow(1, "", "a NUL character among the names of the columns", "Is this a table?")
    if needed and needed not in header:
        others = ", ".join(name[:LONGEST_NAME] for name in header[:20])
        sure = [name for name in header if numbered(name, 2) not in header]
        options = as_options(proposed(sure)) if needed == "text" else ""
        hint = Said(
            "Say which column is the claim: --map text=COLUMN. Its columns are: {known}.",
            known=others,
        )
        if options:
            hint = Said(
                "Say which column is which; by their names: {options}. Its columns are: {known}.",
                options=options,
                known=others,
            )
        return BadRow(
            1,
            needed,
            Said("there is no column `{column}`", column=needed),
            hint if header else _HINT,
        )
    twice = next((name for name in header if name and header.count(name) > 1), "")
    if twice:
        return _twice(twice)
    return None


def _twice(name: str) -> BadRow:
    return BadRow(1, name, "the column stands twice", "Give one of them another name.")


def _no_text(cell: str) -> tuple[Said, Said] | None:
    """What in a cell is no text, and what to do."""
    if "\0" in cell:
        return Said("a NUL character"), Said("Take it out.")
    if not cell.isascii() and any("\ud800" <= char <= "\udfff" for char in cell):
        return Said("bytes that are no text"), Said("Write the row in UTF-8.")
    return None


def _shown(cell: str) -> str:
    """A cell without what cannot be written down."""
    text = cell.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}")


def _dialect(stream: IO[str]) -> type[csv.Dialect]:
    start = stream.tell()
    header = stream.readline(LONGEST_FIELD)
    stream.seek(start)

    most = max(DELIMITERS, key=header.count)

    class Found(csv.excel):
        """Excel's habits with the delimiter that stands most often in the header."""

        delimiter = most
        skipinitialspace = 0 < header.count(most) == header.count(f"{most} ")

    return Found
