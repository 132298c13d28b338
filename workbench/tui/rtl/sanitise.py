"""Text from outside, made harmless and honest: one visible mark for each character that steers.

An escape can set the clipboard, a bidirectional override can turn ``exe`` into ``txt``, a
zero-width character can hide a word from a search. Each becomes one sign of one cell, so every
offset still means the same place.
"""

from __future__ import annotations

import unicodedata

CONTROL = "\N{SQUARED TIMES}"
"""A C1 control."""
DIRECTION = "\N{RIGHTWARDS ARROW OVER LEFTWARDS ARROW}"
"""A bidirectional mark, embedding, override or isolate."""
INVISIBLE = "\N{BROKEN BAR}"
"""A character without a shape of its own: joiner, zero-width space, soft hyphen, filler, tag."""
LINE_BREAK = "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}"
"""A line or paragraph separator other than a newline."""
UNKNOWN = "\N{WHITE VERTICAL RECTANGLE}"
"""A code point with no agreed character: unassigned, private, half of a surrogate pair."""

# Letters and marks by category, but nothing to see (Default_Ignorable_Code_Point).
_BLANK = frozenset((0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0)).union(
    range(0x180B, 0x1810), range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0)
)
# Format characters that have a shape: signs that enclose or precede Arabic and other digits.
_SHAPED_FORMAT = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class _Marks(dict[int, str]):
    """A translation table that fills itself: a harmless character stays, others get a mark."""

    def __missing__(self, point: int) -> str:
        shown = self[point] = _mark(chr(point))
        return shown


def _mark(character: str) -> str:
    point, category = ord(character), unicodedata.category(character)
    if character == "\n":
        shown = character
    elif character == "\t":
        shown = " "
    elif point < 0x20:
        shown = chr(0x2400 + point)
    elif point == 0x7F:
        shown = "\N{SYMBOL FOR DELETE}"
    elif category == "Cc":
        shown = CONTROL
    elif character in _BIDI:
        shown = DIRECTION
    elif point in _BLANK or (category == "Cf" and character not in _SHAPED_FORMAT):
        shown = INVISIBLE
    elif category in ("Zl", "Zp"):
        shown = LINE_BREAK
    elif category in ("Cn", "Co", "Cs"):
        shown = UNKNOWN
    else:
        shown = character
    return shown


_MARKS = _Marks()


def sanitise(text: str) -> str:
    """``text`` with a visible mark in place of every character that could steer or hide.

    Same length, so offsets stay; newlines stay, a tab becomes a space. What Python's own Unicode
    tables do not know yet is marked too: its width on screen would be a guess.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_MARKS)


def sanitise_line(text: str) -> str:
    """The same for a place that holds one line: a newline shows as a mark as well."""
    return sanitise(text).replace("\n", LINE_BREAK)
