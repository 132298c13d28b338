"""Text from outside made safe to show: nothing in it can steer a terminal or hide.

Articles can hold escape sequences (OSC 52 writes the reader's clipboard), bidi overrides and
invisible characters. Every one of them is shown as a mark of one cell; the length stays, so
that offsets stay.
"""

from __future__ import annotations

import unicodedata

_CONTROL_PICTURES = 0x2400
_MARK_OF = {0x7F: "\N{SYMBOL FOR DELETE}", 0xAD: "\N{MIDDLE DOT}"}
_JOINERS = {"\N{ZERO WIDTH NON-JOINER}", "\N{ZERO WIDTH JOINER}"}
_ANY = "\N{REPLACEMENT CHARACTER}"
_INVISIBLE = "\N{MIDDLE DOT}"


class _Marks(dict[int, int | str]):
    """Code point → itself or its visible mark, worked out once for each character met."""

    def __missing__(self, code: int) -> int | str:
        mark = _mark(code)
        self[code] = mark
        return mark


def _mark(code: int) -> int | str:
    char = chr(code)
    if char in "\n\t" or char in _JOINERS:
        return code
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if code in _MARK_OF:
        return _MARK_OF[code]
    category = unicodedata.category(char)
    if category == "Cf":
        return _INVISIBLE
    if category in {"Cc", "Cs", "Co", "Zl", "Zp"}:
        return _ANY
    return code


_MARKS = _Marks()


def visible(text: str) -> str:
    """The same text, as long as it was, with every control or invisible character as a mark.

    Line feeds, tabs and the joiners that Persian words need stay; bidi overrides, isolates and
    other invisible characters become ``·``, C0 controls their pictures, all else ``\\ufffd``.
    """
    return text.translate(_MARKS)
