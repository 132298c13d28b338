"""The one way in which this room draws text: sanitised, in the right order, never as markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip

from workbench.language.spans import Span
from workbench.tui.rtl.layout import Base, direction, lay_out, one_line
from workbench.tui.rtl.sanitise import sanitise
from workbench.tui.text import render

NONE = Style()
DOT = " · "
Column = Strip | Segment
"""What stands beside something else on a line."""


def plain(text: str) -> Content:
    """Text for a Textual widget that takes `Content`; its order is left to the line filter."""
    return Content(sanitise(text))


def width(text: str) -> int:
    """Columns that a text of one line takes."""
    return one_line(text, order=render.order_now()).width


def line(
    text: str, columns: int, style: Style = NONE, lit: Sequence[tuple[Span, Style]] = ()
) -> Strip:
    """One line, exactly ``columns`` wide; too long a text ends in an ellipsis."""
    return render.cell(" ".join(text.splitlines()) if "\n" in text else text, columns, style, lit)


def row(columns: Iterable[Column], *, rtl: bool) -> Strip:
    """Columns beside one another, the first at the right where ``rtl``."""
    strips = [Strip([one]) if isinstance(one, Segment) else one for one in columns]
    return Strip.join(reversed(strips) if rtl else strips)


def across(drawn: Strip, columns: int, style: Style, *, rtl: bool) -> Strip:
    """A strip over the whole width, filled up behind it, or cut there."""
    spare = columns - drawn.cell_length
    if spare < 0:
        return drawn.crop(-spare) if rtl else drawn.crop(0, columns)
    return row([drawn, Segment(" " * spare, style)], rtl=rtl)


def fields(parts: Iterable[str], columns: int, style: Style = NONE, *, rtl: bool = False) -> Strip:
    """Fields on one line, a dot between, each in its own direction; at the right where ``rtl``.

    In one paragraph, a date behind an Arabic name would be read as part of it and turn round.
    """
    drawn = packed(parts, columns, style, rtl=rtl)
    first = drawn[0] if drawn else Strip([], 0)
    return _padded(first, columns, style, rtl=rtl)


def packed(
    parts: Iterable[str], columns: int, style: Style = NONE, *, rtl: bool = False
) -> list[Strip]:
    """Fields on as many lines as they need, each in its own direction.

    Where ``rtl``, the first is at the right and lines are padded to stand there.
    """
    rows: list[Strip] = []
    for part in filter(None, parts):
        room = columns - (rows[-1].cell_length + len(DOT) if rows else 0)
        size = width(part)
        if rows and size <= room:
            dot = Strip([Segment(DOT, style)])
            rows[-1] = row([rows[-1], dot, line(part, size, style)], rtl=rtl)
        elif size <= columns:
            rows.append(line(part, size, style))
        else:
            rows.extend(wrapped(part, columns, style))
    return [_padded(one, columns, style, rtl=True) for one in rows] if rtl else rows


def _padded(drawn: Strip, columns: int, style: Style, *, rtl: bool) -> Strip:
    blank = Segment(" " * max(0, columns - drawn.cell_length), style)
    return row([drawn, blank], rtl=rtl)


def wrapped(
    text: str,
    columns: int,
    style: Style = NONE,
    lit: Sequence[tuple[Span, Style]] = (),
    *,
    limit: int = 0,
    base: Base = "auto",
) -> list[Strip]:
    """All lines of a text, or the first ``limit`` with an ellipsis where more would follow."""
    if not limit:
        return render.paragraph(text, columns, style, lit, base=base)
    lines = lay_out(text, columns, base=direction(text), order=render.order_now())
    if len(lines) <= limit:
        return [render.strip(one, style, lit) for one in lines]
    rest = lines[limit - 1].start
    last = render.cell(text[rest:], columns, style, _shifted(lit, rest), base=direction(text))
    return [*(render.strip(one, style, lit) for one in lines[: limit - 1]), last]


def _shifted(lit: Sequence[tuple[Span, Style]], by: int) -> list[tuple[Span, Style]]:
    return [
        (Span(max(0, span.start - by), span.end - by), style)
        for span, style in lit
        if span.end > by
    ]
