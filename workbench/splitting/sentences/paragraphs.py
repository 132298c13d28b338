"""An article's paragraphs: its lines, with hard-wrapped lines taken together."""

from __future__ import annotations

import re

from workbench.language.spans import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BULLET = re.compile(r"[-–—*•⁃‣◦▪●○■►▶✓✔]\s")
_FINAL = '.!?؟…:؛;"”»)]'
_WRAPPED = range(45, 101)
"""Columns at which mail programs and terminals wrap a paragraph."""
_RAGGED = 25
"""Wrapped lines differ in length by less than their longest words."""


def split_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of ``text`` that hold more than white space, in order, trimmed.

    A paragraph is a line; lines that a program wrapped at a fixed width (a block of lines of
    nearly the same length whose ends are no ends of sentences) are one paragraph.
    """
    paragraphs: list[Span] = []
    block: list[Span] = []
    previous_end = 0
    for match in _LINE.finditer(text):
        line = _trimmed(text, match.start(), match.end())
        breaks = len(_BREAK.findall(text, previous_end, match.start()))
        previous_end = match.end()
        if line is None:
            paragraphs += _joined(text, block)
            block = []
            continue
        if breaks > 1:
            paragraphs += _joined(text, block)
            block = []
        block.append(line)
    return tuple(paragraphs + _joined(text, block))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _joined(text: str, block: list[Span]) -> list[Span]:
    """The lines of a block as they are, or as one paragraph where they were wrapped."""
    lengths = [len(line) for line in block[:-1]]
    if any(_BULLET.match(text, line.start, line.end) for line in block[1:]):
        return block
    if len(lengths) < 2 or min(lengths) not in _WRAPPED or max(lengths) not in _WRAPPED:
        return block
    open_ends = sum(text[line.end - 1] not in _FINAL for line in block[:-1])
    if max(lengths) - min(lengths) > _RAGGED or open_ends * 3 < len(lengths) * 2:
        return block
    return [Span(block[0].start, block[-1].end)]
