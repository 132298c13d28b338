"""Text as Textual strips: one list cell, or a wrapped paragraph, with highlights."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual._context import active_app
from textual.strip import Strip

from workbench.language.spans import Span
from workbench.tui.rtl.layout import Base, Line, Order, lay_out, truncate

Highlights = Sequence[tuple[Span, Style]]
"""Ranges of the text and the style each gets; where they overlap, later ones win."""

_MARK = Style.from_meta({"laid_out": True})


@lru_cache(maxsize=1024)
def own(style: Style) -> Style:
    """``style``, marked so that the app's line filter does not reorder the segment again."""
    return style + _MARK


@lru_cache(maxsize=4096)
def is_own(style: Style) -> bool:
    """Whether a segment of this style has been put in visual order already."""
    return "laid_out" in style.meta


def order_now() -> Order:
    """Who orders text in the running app; without an app, we do."""
    app = active_app.get(None)
    return "logical" if getattr(app, "bidi_order", "visual") == "logical" else "visual"


def cell(
    text: str,
    width: int,
    style: Style | str = "",
    highlights: Highlights = (),
    *,
    base: Base = "auto",
) -> Strip:
    """One line of a list, exactly ``width`` columns wide.

    Args:
        text: any text; too long a one is cut at its logical end, behind an ellipsis.
        width: columns.
        style: of the whole cell, its padding included.
        highlights: by offsets in ``text``.
        base: its direction; right-to-left text is right-aligned.
    """
    if width < 1:
        return Strip([], 0)
    return strip(truncate(text, width, base=base, order=order_now()), style, highlights)


def paragraph(
    text: str,
    width: int,
    style: Style | str = "",
    highlights: Highlights = (),
    *,
    base: Base = "auto",
) -> list[Strip]:
    """All rows of ``text``, wrapped at ``width`` columns and each padded to it."""
    if width < 1:
        return []
    lines = lay_out(text, width, base=base, order=order_now())
    return [strip(line, style, highlights) for line in lines]


def strip(line: Line, style: Style | str = "", highlights: Highlights = ()) -> Strip:
    """A laid-out row as a strip of ``line.room`` columns."""
    plain = own(Style.parse(style) if isinstance(style, str) else style)
    segments = _segments(line, plain, [pair for pair in highlights if _touches(line, pair[0])])
    left = line.indent
    right = line.room - line.width - left
    padded = [
        *([Segment(" " * left, plain)] if left else []),
        *segments,
        *([Segment(" " * right, plain)] if right else []),
    ]
    return Strip(padded, line.room)


def _touches(line: Line, span: Span) -> bool:
    return span.start < line.end and line.start < span.end


def _segments(line: Line, plain: Style, highlights: Highlights) -> list[Segment]:
    if not highlights:
        return [Segment(line.text, plain)] if line.width else []
    keyed = [
        (tuple([span.start < cell.end and cell.start < span.end for span, _ in highlights]), cell)
        for cell in line.cells
        if cell.width
    ]
    found = []
    for key, cells in groupby(keyed, key=lambda pair: pair[0]):
        style = plain
        for lit, (_, added) in zip(key, highlights, strict=True):
            style = style + added if lit else style
        found.append(Segment("".join([cell.text for _, cell in cells]), style))
    return found
