"""Words as a caret passes them: letters, digits and the marks on them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache


@cache
def _marks() -> str:
    """Vowel signs and other marks as a regular expression's ranges; Python's ``\\\\w`` has none."""
    blocks = (range(0x0300, 0x1DFF), range(0x20D0, 0x20F1), range(0xFE20, 0xFE30))
    points = [
        point
        for block in blocks
        for point in block
        if unicodedata.category(chr(point)) in ("Mn", "Mc")
    ]
    return "".join([chr(point) for point in points])


@cache
def word() -> re.Pattern[str]:
    """One word with its marks: ``كَتَبَ`` is one, not three."""
    return re.compile(f"[\\w{_marks()}]+")


@cache
def word_start() -> re.Pattern[str]:
    """The first letter of a word that something else stands before."""
    return re.compile(f"(?<=[^\\w{_marks()}])\\w")


def next_start(text: str, offset: int) -> int:
    """Where the first word after ``offset`` starts, or the text's end."""
    found = word_start().search(text, offset + 1) if offset < len(text) else None
    return found.start() if found else len(text)


def previous_start(text: str, offset: int) -> int:
    """Where the last word before ``offset`` starts, or the text's start."""
    start = 0
    for found in word().finditer(text, 0, max(offset, 0)):
        start = found.start()
    return start


def around(text: str, offset: int) -> tuple[int, int] | None:
    """The word at ``offset``, if there is one."""
    line = text.rfind("\n", 0, offset) + 1
    for found in word().finditer(text, line):
        if found.start() > offset:
            return None
        if offset < found.end():
            return found.span()
    return None
