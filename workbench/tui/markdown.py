"""Where a text in Markdown has headings, strong words and quotations, and the marks that say so.

The preview shows a report as it will be written; lit, it is read without minding the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from workbench.language.spans import Span

Part = Literal["heading", "strong", "quote", "mark"]

_LINE = re.compile(r"^(?P<mark>#{1,6} |> ?)(?P<text>.*)$", re.MULTILINE)
_STRONG = re.compile(r"(?<!\\)\*\*(?P<text>(?:[^*\n\\]|\\.|\*(?!\*))+)\*\*")
_CODE = re.compile(r"(?<!\\)`[^`\n]+`")


def parts(text: str) -> Iterator[tuple[Span, Part]]:
    """The parts of a text, wide ones before those inside them."""
    for line in _LINE.finditer(text):
        yield Span(*line.span()), "heading" if line["mark"].startswith("#") else "quote"
        yield Span(*line.span("mark")), "mark"
    for strong in _STRONG.finditer(text):
        yield Span(*strong.span("text")), "strong"
        yield from _ends(strong.start(), strong.end(), 2)
    for code in _CODE.finditer(text):
        yield from _ends(code.start(), code.end(), 1)


def _ends(start: int, end: int, size: int) -> Iterator[tuple[Span, Part]]:
    yield Span(start, start + size), "mark"
    yield Span(end - size, end), "mark"
