"""The last guard before the terminal: every line of every widget passes here.

What our own widgets drew is in visual order and marked; everything else (headers, toasts, tables,
Markdown, editors) is put in visual order here, field by field, so that columns stay where they
are. Nothing that could steer a terminal gets through.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Literal

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from workbench.tui.rtl.layout import Base, Line, Order, direction, one_line, truncate
from workbench.tui.rtl.sanitise import sanitise_line
from workbench.tui.text.render import is_own

Dialect = Literal["plain", "marked", "words", "isolates"]
"""What a terminal needs on top of the order.

``plain`` nothing; ``marked`` a left-to-right mark after each right-to-left cell (tmux and screen,
which pass text on to a terminal they do not speak for); ``words`` letters in logical order within
each word (kitty reverses them itself); ``isolates`` logical text in RLI … PDI (Apple's Terminal).
"""

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
_HAS_RTL = re.compile(f"[{_RTL}]")
# A field: no frame or block characters in it, and no gap of two blanks.
_FIELD = re.compile("[^ \u2500-\u259f]+(?: [^ \u2500-\u259f]+)*")
# Everything but the marks that a dialect adds.
_TOLD = re.compile("[^\u200e\u2066\u2067\u2069]+")
_ADDRESS = re.compile("[^ ]*[/\\\\@][^ ]*")
_OWN_SHARE = 0.3
"""Of a row's letters: an English title that names somebody in Arabic has fewer."""
_LRM, _RLI, _LRI, _PDI = "\u200e", "\u2067", "\u2066", "\u2069"


class SafeLineFilter(LineFilter):
    """Sanitises every line; orders and joins what no widget of ours has laid out.

    Args:
        order: ``logical`` leaves the order to the terminal.
        dialect: what the terminal needs besides.
        rtl: whether the program speaks a language that is read from the right; see `_base`.
    """

    def __init__(
        self, order: Order = "visual", dialect: Dialect = "plain", *, rtl: bool = False
    ) -> None:
        super().__init__()
        self.order = order
        self.dialect = dialect
        self._rtl = rtl
        self._drawn_filter: LineFilter | None = None

    def without_ordering(self) -> LineFilter:
        """A guard for rows that have been through this one: the same one every time."""
        if self._drawn_filter is None:
            self._drawn_filter = _DrawnFilter()
        return self._drawn_filter

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The line with nothing in it that could steer, as wide as before."""
        text = "".join([segment.text for segment in segments])
        if text.isascii() and text.isprintable():
            return [_without_link(segment) for segment in segments]
        found: list[Segment] = []
        for mine, group in groupby(segments, key=_is_own):
            pieces = list(group)
            found.extend(_clean(pieces) if mine else self._ordered(pieces))
        if self.dialect != "plain" and _HAS_RTL.search(text):
            found = [_spoken(segment, self.dialect) for segment in found]
        return found

    def _ordered(self, segments: list[Segment]) -> list[Segment]:
        found: list[Segment] = []
        for _, group in groupby(segments, key=_column):
            pieces = list(group)
            text = "".join([piece.text for piece in pieces])
            if text.isprintable() and not _HAS_RTL.search(text) and text == sanitise_line(text):
                found.extend([_without_link(piece) for piece in pieces])
            else:
                found.extend(_without_link(piece) for piece in self._fields(pieces, text))
        return found

    def _fields(self, pieces: list[Segment], text: str) -> Iterator[Segment]:
        """The fields of a line, each in visual order in the columns it had."""
        order = self.order
        styles = [piece.style for piece in pieces for _ in piece.text]
        place = 0
        for field in _FIELD.finditer(text):
            yield from _styled(text[place : field.start()], styles[place : field.start()])
            place = field.end()
            while place < len(text) and text[place] == " ":
                place += 1
            slack = place - field.end()
            room = cell_len(field[0]) + slack
            base = _base(field[0], rtl=self._rtl)
            line: Line | None = one_line(field[0], base=base, order=order)
            # A blank before the next field stays, or two columns would run into each other.
            most = room - 1 if slack and place < len(text) else room
            if line is not None and line.width > most:
                line = truncate(field[0], most, base=base, order=order) if most > 0 else None
            used = 0 if line is None else line.width
            # Joined letters take less room: what is read from the right keeps its right edge.
            lead = cell_len(field[0]) - used if self._rtl and line and line.rtl else 0
            yield from _styled(" " * lead, [styles[field.start()]] * lead)
            if line is not None:
                yield from _drawn(line, styles[field.start() : field.end()])
            rest = room - used - lead
            yield from _styled(" " * rest, [styles[place - 1]] * rest)
        yield from _styled(text[place:], styles[place:])


class _DrawnFilter(LineFilter):
    """Sanitises rows that are in visual order, with what the terminal was told left in."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            _without_link(Segment(_TOLD.sub(_sanitised, text), style))
            for text, style, _ in segments
        ]


def _sanitised(found: re.Match[str]) -> str:
    return sanitise_line(found[0])


def _is_own(segment: Segment) -> bool:
    return segment.style is not None and is_own(segment.style)


def _without_link(segment: Segment) -> Segment:
    """Hyperlinks go out as an escape sequence with the address in it; only printable ones may."""
    text, style, control = segment
    if control:
        return Segment(text, style)
    if style is None or not style.link or (style.link.isascii() and style.link.isprintable()):
        return segment
    return Segment(text, style.update_link(None))


def _clean(segments: list[Segment]) -> list[Segment]:
    return [_without_link(Segment(sanitise_line(text), style)) for text, style, _ in segments]


def _column(segment: Segment) -> object:
    """Which cell of a table a segment belongs to, where the widget says so."""
    if segment.style is None:
        return None
    meta = segment.style.meta
    return meta.get("row"), meta.get("column")


def _base(field: str, *, rtl: bool) -> Base:
    """The direction of a field.

    Its first strong character decides. A sentence of a language read from the right may wrap so
    that a row begins with a foreign word: there, a row of which a good part is that language's is
    read its way, and addresses and paths count for neither.
    """
    if not rtl:
        return "auto"
    letters = [letter for letter in _ADDRESS.sub("", field) if letter.isalpha()]
    own = sum(_HAS_RTL.match(letter) is not None for letter in letters)
    return "rtl" if own and own >= len(letters) * _OWN_SHARE else "auto"


def _styled(text: str, styles: list[Style | None]) -> Iterator[Segment]:
    place = 0
    for style, group in groupby(styles):
        size = len(list(group))
        yield Segment(text[place : place + size], style)
        place += size


def _drawn(line: Line, styles: list[Style | None]) -> Iterator[Segment]:
    cells = [cell for cell in line.cells if cell.width]
    for style, group in groupby(cells, key=lambda cell: styles[cell.start]):
        yield Segment("".join([cell.text for cell in group]), style)


@cache
def _right_to_left() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One right-to-left cell with its marks; a word of such cells."""
    marks = "".join(
        [chr(point) for point in range(0x0300, 0x0900) if unicodedata.combining(chr(point))]
    )
    one = f"(?:(?![{marks}])[{_RTL}][{marks}]*)"
    return re.compile(one), re.compile(f"{one}{{2,}}")


def _spoken(segment: Segment, dialect: Dialect) -> Segment:
    """A segment as the terminal wants to be told."""
    text, style, control = segment
    if not _HAS_RTL.search(text):
        return segment
    cell, word = _right_to_left()
    if dialect == "marked":
        text = cell.sub(lambda found: found[0] + _LRM, text)
    elif dialect == "words":
        text = word.sub(lambda found: "".join(reversed(cell.findall(found[0]))), text)
    elif dialect == "isolates":
        text = _FIELD.sub(_isolated, text)
    return Segment(text, style, control)


def _isolated(field: re.Match[str]) -> str:
    opening = _RLI if direction(field[0]) == "rtl" else _LRI
    return f"{opening}{field[0]}{_PDI}"
