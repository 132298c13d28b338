"""Where a paragraph breaks into rows: in logical order, at blanks, never above the width."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from workbench.tui.rtl.sanitise import UNKNOWN
from workbench.tui.rtl.shaping import Glyph, shape

# Everything of category Zs and the tab, without the spaces that forbid a break.
_BLANK = " \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
# East Asian scripts break around every character.
_WIDE = "\u2e80-\u2fff\u3001-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60\U00020000-\U0003fffd"
_TOKEN = re.compile(f"([{_BLANK}]+)|[{_WIDE}]|[^{_BLANK}{_WIDE}]+")


class Token(NamedTuple):
    """A word or a run of blanks."""

    start: int
    glyphs: tuple[Glyph, ...]
    width: int
    blank: bool


def tokens(text: str, room: int, *, joined: bool = True, columns: int | None = None) -> list[Token]:
    """The words and blanks of a paragraph.

    Args:
        text: a paragraph without its line end.
        room: columns of a row; a glyph wider than that is replaced by a mark.
        joined: whether Arabic letters take their joined forms.
        columns: stop when more than these are filled.
    """
    found = []
    left = math.inf if columns is None else columns
    for match in _TOKEN.finditer(text):
        shapes, width = shape(match[0], joined)
        if room < 4:
            shapes = tuple([_fitting(glyph, room) for glyph in shapes])
            width = sum([glyph.width for glyph in shapes])
        found.append(Token(match.start(), shapes, width, match.lastindex is not None))
        left -= width
        if left < 0:
            break
    return found


def _fitting(glyph: Glyph, room: int) -> Glyph:
    if glyph.width <= room:
        return glyph
    if glyph.text.isspace():
        return Glyph(" " * room, room, glyph.length)
    return Glyph(UNKNOWN, 1, glyph.length)


def row_starts(found: list[Token], room: int) -> list[int]:
    """The offsets in the paragraph at which its rows start.

    Blanks stay on the row they follow and may hang over its edge; a word longer than a row is
    broken between glyphs.
    """
    starts = [0]
    column = 0
    for token in found:
        if token.blank or column + token.width <= room:
            column += token.width
            continue
        if column:
            starts.append(token.start)
        column = token.width
        if column > room:
            column = _break_word(token, room, starts)
    return starts


def _break_word(token: Token, room: int, starts: list[int]) -> int:
    """Break a word that fills more than a row; returns the column after it."""
    place, column = token.start, 0
    for glyph in token.glyphs:
        if column + glyph.width > room:
            starts.append(place)
            column = 0
        column += glyph.width
        place += glyph.length
    return column
