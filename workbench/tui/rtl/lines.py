"""A row of terminal cells that knows which characters each cell stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Cell(NamedTuple):
    """What one place on a row shows, and the characters ``[start, end)`` it stands for."""

    text: str
    width: int
    """In terminal columns: 1 or 2; a tab up to 4; 0 for what is not drawn."""
    start: int
    end: int
    rtl: bool = False
    """Whether reading goes on to the left of it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: cells from left to right."""

    cells: tuple[Cell, ...]
    start: int
    """The first character of the text that stands on this row."""
    end: int
    rtl: bool
    """The direction of its paragraph; such a row is right-aligned."""
    room: int
    """The columns it was laid out for."""
    width: int
    """The columns that are drawn."""
    last_offset: int
    """Where a caret goes at the row's end: before a line break, on a wrapped row's last cell."""

    @property
    def indent(self) -> int:
        """Blank columns before the first cell."""
        return self.room - self.width if self.rtl else 0

    @property
    def text(self) -> str:
        """What is drawn, from left to right, without the indent."""
        return "".join([cell.text for cell in self.cells])

    def placed(self) -> Iterator[tuple[int, Cell]]:
        """Each cell that is drawn, after its column."""
        column = self.indent
        for cell in self.cells:
            if cell.width:
                yield column, cell
                column += cell.width

    def column(self, offset: int) -> int:
        """The column of the cell that shows the character at ``offset``.

        For the end of the row, and for what is not drawn, the column after the last character in
        reading order: ``width`` from left to right, ``indent - 1`` from right to left, which is -1
        where the row is full.
        """
        for column, cell in self.placed():
            if cell.start <= offset < cell.end:
                return column
        return self.indent - 1 if self.rtl else self.width

    def offset(self, column: int) -> int:
        """The first character of the cell at ``column``; beyond them, the row's start or end."""
        for place, cell in self.placed():
            if place <= column < place + cell.width:
                return cell.start
        before = column < self.indent
        return self.last_offset if before == self.rtl else self.start

    def stop(self, offset: int) -> int:
        """The caret's place for ``offset``: the start of its cell, or the row's end."""
        for cell in self.cells:
            if cell.width and cell.start <= offset < cell.end:
                return cell.start
        return self.last_offset

    def step(self, offset: int, by: int) -> int | None:
        """The caret's next place to the right (``by`` 1) or left (-1); None beyond the row."""
        stops = [cell.start for cell in self.cells if cell.width]
        if self.last_offset not in stops:
            stops.insert(0 if self.rtl else len(stops), self.last_offset)
        place = stops.index(self.stop(offset)) + by
        return stops[place] if 0 <= place < len(stops) else None

    def end_of(self, offset: int) -> int:
        """Where the cell that shows the character at ``offset`` ends in the text."""
        found = (cell.end for cell in self.cells if cell.start <= offset < cell.end)
        return next(found, offset)

    def columns(self, start: int, end: int) -> list[tuple[int, int]]:
        """The columns ``[first, last)`` that show any of ``[start, end)``, from left to right."""
        found: list[tuple[int, int]] = []
        for column, cell in self.placed():
            if cell.start < end and start < cell.end:
                if found and found[-1][1] == column:
                    found[-1] = (found[-1][0], column + cell.width)
                else:
                    found.append((column, column + cell.width))
        return found
