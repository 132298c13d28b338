"""Lines of a file of text, none longer than memory should hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from workbench.errors import Said
from workbench.exchange.types import BadRow

LONGEST = 16_000_000
"""Characters of a line that are read: a claim with everything on file about it has far fewer."""


def lines(stream: IO[str]) -> Iterator[tuple[int, str] | BadRow]:
    """Number and text of every line that says something; a line too long is passed over."""
    number = 0
    while (line := _line(stream)) != "":
        number += 1
        if line is None:
            yield too_long(number)
        elif not line.isspace():
            yield number, line.removeprefix("\ufeff")  # of a file put behind another


def too_long(number: int) -> BadRow:
    """What is told of a line that is too long to be read."""
    return BadRow(
        number,
        "",
        Said("a line of more than {limit:,.0f} million characters", limit=LONGEST / 1e6),
        "One record a line; is this another format, or are its line ends missing?",
    )


def _line(stream: IO[str]) -> str | None:
    """The next line; nothing where it is too long, and "" behind the last."""
    line = stream.readline(LONGEST)
    if len(line) < LONGEST or line.endswith("\n"):
        return line
    while (rest := stream.readline(LONGEST)) and not rest.endswith("\n"):
        pass
    return None


class LineTooLongError(Exception):
    """A row goes on in a line that is too long to be read (inside this room only)."""


class RowLines:
    """Lines of a table, which can be had again from the second one of a row on."""

    def __init__(self, stream: IO[str], line: int = 0) -> None:
        self._stream = stream
        self._again: list[str | None] = []
        self._row: list[str | None] = []
        self._line = line

    def __iter__(self) -> RowLines:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else _line(self._stream)
        if line == "":
            raise StopIteration
        if line is not None and not self._row:
            line = line.removeprefix("\ufeff")  # of a file that was put behind another
        self._row.append(line)
        self._line += 1
        if line is None:
            raise LineTooLongError(str(too_long(self._line).problem))
        return line

    @property
    def line(self) -> int:
        """The number of the last line given."""
        return self._line

    def begin(self) -> int:
        """A row begins with the line whose number this is."""
        self._row = []
        return self._line + 1

    def span(self) -> int:
        """How many lines the row has."""
        return len(self._row)

    def first(self) -> str | None:
        """The line that the row begins on; nothing where it is too long."""
        text = self._row[0] if self._row else ""
        if text is None:
            return None
        return text.rstrip("\r\n").encode("utf-8", "surrogateescape").decode("utf-8", "replace")

    def go_back(self) -> None:
        """Have all lines of the row again but the first."""
        self._line -= len(self._row) - 1
        self._again += reversed(self._row[1:])
        self._row = []
