"""A text as rows of terminal cells, each cell knowing which characters it stands for.

Paragraphs are wrapped in logical order and each row is then put in visual order, so a highlight,
a click or a selection is exact wherever a row breaks. Every character of the text belongs to
exactly one cell of exactly one row; line ends and blanks that hang over the margin belong to cells
of no width. Only what is asked for is laid out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby, islice
from operator import attrgetter
from typing import Literal

from workbench.tui.rtl import levels as bidi
from workbench.tui.rtl.lines import Cell, Line
from workbench.tui.rtl.pairs import MIRRORED
from workbench.tui.rtl.sanitise import sanitise
from workbench.tui.rtl.wrapping import Token, row_starts, tokens

__all__ = ["Base", "Cell", "Layout", "Line", "Order", "direction", "lay_out", "truncate"]

Base = Literal["auto", "ltr", "rtl"]
"""A paragraph's direction; ``auto`` follows its first strong character."""

Order = Literal["visual", "logical"]
"""Who puts cells in order: we (``visual``: ordered, joined, mirrored) or the terminal."""

ELLIPSIS = "…"
_LOOKAHEAD = 12
_GLANCE = 128

_PARAGRAPH = re.compile("[^\n]*\n|[^\n]+")
_LINE_END = re.compile("\r?\n$")
_ISO_DATE = re.compile(r"(?<![\d-])\d{4}-\d\d(?:-\d\d)?(?![\d-])")
# A command between backticks, a path, an address, an option or a name of one word, a week, a
# quarter, a range: each is one thing that is read from the left, whatever stands around it.
_ONE_THING = re.compile(
    r"(?<=`)[A-Za-z-][ -_a-~]*(?=`)|"
    r"(?<=«)[.~]{0,2}/[^«»\n]*(?=»)|"  # with blanks in it too
    r"(?<![^\s:«(\"'`\[])"
    r"(?:(?:--?|@|\.)(?=[A-Za-z])|[.~]{0,2}/(?=[A-Za-z\d])|[a-z]+://|\d{4}-[WQ](?=\d)|\.\./(?=\d)"
    r"|\d+\.\.(?=\d))"
    r"[^\s»)\"'`\]،؛]*[^\s»)\"'`\]،؛.,:;]|(?<![^\s:«(\"'`\[])\d{4}/\.\."
)
# A figure and the words it counts, in a line of the other direction, up to where that goes on:
# "3.5 million barrels" in an Arabic line would read "million barrels 3.5". A year or a date counts
# nothing; behind words of its own direction a figure stands right as it is.
_ARABIC, _LATIN = "\u0620-\u064a\u0671-\u06d3", "A-Za-z"
_MEASURED: dict[int, re.Pattern[str]] = {
    base: re.compile(
        rf"(?:^|[{own}])[^{own}{other}\n]*?(?<![\w.,٫٬/–-])"
        rf"(?P<told>[$€£]?(?!(?:19|20)\d\d[ -])\d[\d.,٫٬/–-]*%? "
        rf"[{other}](?:[^{own}\n،؛,;:()«»]*[{other}])?)"
    )
    for base, own, other in ((1, _ARABIC, _LATIN), (0, _LATIN, _ARABIC))
}
_LRI, _RLI, _PDI = "\u2066", "\u2067", "\u2069"
_ADDED = {_LRI, _RLI, _PDI}
_LINE_ENDS = str.maketrans("\r\n", "  ")


def direction(text: str, default: Literal["ltr", "rtl"] = "ltr") -> Literal["ltr", "rtl"]:
    """The direction of a paragraph by its first strong character."""
    # What could nest is a mark once sanitised, so the first strong character decides.
    for place in range(0, len(text), _GLANCE):
        level = bidi.paragraph_level(sanitise(text[place : place + _GLANCE]), -1)
        if level >= 0:
            return "rtl" if level else "ltr"
    return default


def lay_out(text: str, width: int, *, base: Base = "auto", order: Order = "visual") -> list[Line]:
    """All rows of ``text`` in ``width`` columns.

    Args:
        text: any text; nothing in it can steer a terminal afterwards.
        width: columns of a row, at least 1.
        base: the direction of every paragraph.
        order: ``logical`` leaves order and joining to the terminal.
    """
    return list(Layout(text, width, base=base, order=order))


@lru_cache(maxsize=4096)
def truncate(text: str, width: int, *, base: Base = "auto", order: Order = "visual") -> Line:
    """``text`` on one row of ``width`` columns, cut at its logical end if it is too long.

    The ellipsis stands for what was cut: on the left of an Arabic row. Line ends show as blanks.

    Raises:
        ValueError: there is no column.
    """
    if width < 1:
        raise ValueError(f"a row needs at least one column, not {width}")
    return _one_line(text, width, base, order)


def one_line(text: str, *, base: Base = "auto", order: Order = "visual") -> Line:
    """``text`` on one row as wide as it needs (an input scrolls over it)."""
    return _one_line(text, None, base, order)


class Layout:
    """The rows of a text, laid out from the top as far as they are asked for.

    Args:
        text: any text.
        width: columns of a row, at least 1.
        base: the direction of every paragraph; under ``auto`` one without a direction of its own
            (a row of digits) follows the whole text's.
        order: ``logical`` leaves order and joining to the terminal.
    """

    def __init__(
        self, text: str, width: int, *, base: Base = "auto", order: Order = "visual"
    ) -> None:
        if width < 1:
            raise ValueError(f"a row needs at least one column, not {width}")
        self.text = text
        self.width = width
        self._base = base
        self._order = order
        self._default = direction(text)
        self._bounds = [found.span() for found in _PARAGRAPH.finditer(text)] or [(0, 0)]
        self._paragraphs: list[_Paragraph] = []
        self._first_rows: list[int] = []
        self._rows = 0

    @property
    def complete(self) -> bool:
        """Whether the number of rows is known exactly."""
        return len(self._paragraphs) == len(self._bounds)

    @property
    def height(self) -> int:
        """The number of rows; an estimate for what is not laid out yet."""
        if self.complete:
            return self._rows
        start = self._bounds[len(self._paragraphs)][0]
        rest = len(self._bounds) - len(self._paragraphs)
        return self._rows + rest + (len(self.text) - start) // self.width

    def advance(self) -> bool:
        """Lay out one paragraph more; whether there was one."""
        if self.complete:
            return False
        start, end = self._bounds[len(self._paragraphs)]
        text = self.text[start:end]
        base = direction(text, self._default) if self._base == "auto" else self._base
        paragraph = _Paragraph(text, start, self.width, int(base == "rtl"), self._order)
        self._paragraphs.append(paragraph)
        self._first_rows.append(self._rows)
        self._rows += len(paragraph.starts)
        return True

    def line(self, row: int) -> Line:
        """One row.

        Raises:
            IndexError: there are not so many.
        """
        if row < 0 or not self.line_exists(row):
            raise IndexError(f"no row {row}")
        place = bisect_right(self._first_rows, row) - 1
        return self._paragraphs[place].line(row - self._first_rows[place])

    def __iter__(self) -> Iterator[Line]:
        row = 0
        while row < self._rows or self.advance():
            yield self.line(row)
            row += 1

    def row(self, offset: int) -> int:
        """The row on which the character at ``offset`` stands; the last one for the text's end."""
        place = bisect_right(self._bounds, (max(offset, 0), len(self.text) + 1)) - 1
        while len(self._paragraphs) <= place:
            self.advance()
        return self._first_rows[place] + self._paragraphs[place].row(offset)

    def locate(self, offset: int) -> tuple[int, int]:
        """Row and column of the character at ``offset`` (see `Line.column`)."""
        row = self.row(offset)
        return row, self.line(row).column(offset)

    def step(self, offset: int, by: int) -> int:
        """The caret's next place to the right (``by`` 1) or left (-1), over row ends."""
        row = self.row(offset)
        line = self.line(row)
        found = line.step(offset, by)
        if found is not None:
            return found
        forward = (by > 0) != line.rtl
        if forward:
            return self.line(row + 1).start if self.line_exists(row + 1) else line.last_offset
        return self.line(row - 1).last_offset if row else line.start

    def line_exists(self, row: int) -> bool:
        """Whether there are so many rows; lays out as far as needed to say."""
        while row >= self._rows and self.advance():
            pass
        return row < self._rows

    def offset(self, row: int, column: int) -> int:
        """The character at a place; beyond the rows, the start or end of the text."""
        if row < 0:
            return 0
        return self.line(row).offset(column) if self.line_exists(row) else len(self.text)


class _Paragraph:
    """One paragraph: its row breaks are found at once, a row's cells when asked for."""

    def __init__(self, text: str, start: int, room: int, base: int, order: Order) -> None:
        ending = _LINE_END.search(text)
        self._body = text[: ending.start()] if ending else text
        self._end = start + len(text)
        self._start = start
        self._room = room
        self._base = base
        self._order = order
        self._tokens = tokens(self._body, room, joined=order == "visual")
        self.starts = row_starts(self._tokens, room)
        self._levels: Sequence[int] | None = None
        self._lines: dict[int, Line] = {}

    def row(self, offset: int) -> int:
        return bisect_right(self.starts, offset - self._start) - 1

    def line(self, row: int) -> Line:
        found = self._lines.get(row)
        if found is None:
            found = self._lines[row] = self._lay_out(row)
        return found

    def _lay_out(self, row: int) -> Line:
        last = row + 1 == len(self.starts)
        start = self.starts[row]
        end = len(self._body) if last else self.starts[row + 1]
        cells = _cells(self._tokens, start, end, self._start, self._room)
        last_offset = stop = self._start + end
        if not last and cells:
            last_offset = cells[-1].start
        if last and self._end > stop:
            cells.append(Cell("", 0, stop, self._end))
            stop = self._end
        if self._order == "visual":
            if self._levels is None:
                self._levels = _levels(self._body, self._base)
            cells = _visual(cells, self._levels, self._start, self._base)
        width = sum([cell.width for cell in cells])
        rtl = bool(self._base) and self._order == "visual"
        return Line(tuple(cells), self._start + start, stop, rtl, self._room, width, last_offset)


def _levels(body: str, base: int) -> Sequence[int]:
    """Levels of a paragraph as it is shown; a tab still separates (class S), shown as a blank.

    A date of ISO 8601 is one number here (as HL3 of Unicode's rules allows): behind an Arabic word
    its hyphens would turn 2024-02/2024-05 into 05-02/2024-2024. A path is isolated: without that,
    /home/a would read home/a/; and so is a figure with its words in the other language.
    """
    body = _ISO_DATE.sub(lambda found: found.group().replace("-", "."), body)
    safe = "\t".join([sanitise(part) for part in body.split("\t")])
    things = _isolated(safe, base)
    if not things:
        return bidi.levels(safe, base)
    pieces, at = [], 0
    for start, end, opening in things:
        pieces += [safe[at:start], opening, safe[start:end], _PDI]
        at = end
    marked = "".join([*pieces, safe[at:]])
    levels = bidi.levels(marked, base)
    return [level for level, char in zip(levels, marked, strict=True) if char not in _ADDED]


def _isolated(safe: str, base: int) -> list[tuple[int, int, str]]:
    """What keeps a direction of its own in a paragraph, in order: start, end, what opens it."""
    things = [(*found.span(), _LRI) for found in _ONE_THING.finditer(safe)] if base else []
    taken = {place for start, end, _ in things for place in range(start, end)}
    for found in _MEASURED[base].finditer(safe):
        if taken.isdisjoint(range(*found.span("told"))):
            things.append((*found.span("told"), _LRI if base else _RLI))
    return sorted(things)


def _cells(found: list[Token], start: int, end: int, shift: int, room: int) -> list[Cell]:
    """The cells of ``[start, end)`` in logical order; blanks past the margin are not drawn."""
    cells: list[Cell] = []
    column = 0
    first = bisect_right(found, start, key=_token_start) - 1
    for token in islice(found, max(first, 0), None):
        place = token.start
        if place >= end:
            break
        for text, width, length in token.glyphs:
            if start <= place < end:
                column += width
                first = place + shift
                if column <= room:
                    cells.append(Cell(text, width, first, first + length))
                else:
                    cells.append(Cell("", 0, first, first + length))
            place += length
    return cells


_token_start = attrgetter("start")


def _visual(cells: list[Cell], levels: Sequence[int], shift: int, base: int) -> list[Cell]:
    """Rules L1, L2 and L4 on the cells of one row."""
    size = len(levels)
    of_cells = [levels[cell.start - shift] if cell.start - shift < size else base for cell in cells]
    place = len(cells)
    while place and cells[place - 1].text in ("", " "):
        place -= 1
        of_cells[place] = base
    runs = [(level, len(list(run))) for level, run in groupby(of_cells)]
    ends = list(accumulate([length for _, length in runs]))
    shown: list[Cell] = []
    for place in bidi.visual_order([level for level, _ in runs]):
        level, length = runs[place]
        run = cells[ends[place] - length : ends[place]]
        if level % 2:
            shown.extend([_turned(cell) for cell in reversed(run)])
        else:
            shown.extend(run)
    return shown


def _turned(cell: Cell) -> Cell:
    text, width, start, end, _ = cell
    return Cell(MIRRORED.get(text, text), width, start, end, True)


def _one_line(text: str, width: int | None, base: Base, order: Order) -> Line:
    # A cell shows the start of a text; what cannot fit need not be looked at.
    limit = len(text) if width is None else _LOOKAHEAD * (width + _LOOKAHEAD)
    body = text[:limit].translate(_LINE_ENDS)
    found = tokens(body, width or 4, joined=order == "visual", columns=width)
    needed = sum([token.width for token in found])
    room = needed if width is None else width
    level = int((direction(body) if base == "auto" else base) == "rtl")
    cells = _cells(found, 0, len(body), 0, needed)
    if needed > room or len(body) < len(text):
        cells = _cut(cells, room, len(text))
    if order == "visual":
        cells = _visual(cells, _levels(body, level), 0, level)
    drawn = sum([cell.width for cell in cells])
    rtl = bool(level) and order == "visual"
    return Line(tuple(cells), 0, len(text), rtl, room, drawn, len(text))


def _cut(cells: list[Cell], room: int, end: int) -> list[Cell]:
    kept: list[Cell] = []
    column = 0
    for cell in cells:
        column += cell.width
        if column > room - 1:
            return [*kept, Cell(ELLIPSIS, 1, cell.start, end)]
        kept.append(cell)
    return [*kept, Cell(ELLIPSIS, 1, kept[-1].end if kept else 0, end)]
