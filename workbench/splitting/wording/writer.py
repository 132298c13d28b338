"""Puts a wording together out of parts of the article, and notes where they came from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from workbench.language.spans import Span
from workbench.splitting.types import Replacement

_COMMAS = frozenset("،,")


class Wording(msgspec.Struct, frozen=True):
    """A claim's wording and what in it comes from elsewhere in the article."""

    text: str
    replacements: tuple[Replacement, ...] = ()


class Swap(msgspec.Struct, frozen=True):
    """A part of the article and the words of the article that say it in full."""

    span: Span
    source: Span
    reason: str


class Writer(msgspec.Struct):
    """Puts a wording together and notes where its parts came from."""

    text: str
    pieces: list[str] = []
    marks: list[Replacement] = []
    length: int = 0

    def put(self, span: Span, reason: str = "") -> None:
        """Words of the article; with a reason, from elsewhere than the claim."""
        piece = span.of(self.text)
        if reason and piece:
            here = Span(self.length, self.length + len(piece))
            self.marks.append(Replacement(here, span, reason))
        self.join(piece)

    def join(self, piece: str) -> None:
        """Signs between words."""
        self.pieces.append(piece)
        self.length += len(piece)

    def segment(self, start: int, end: int, swaps: Sequence[Swap]) -> None:
        """A segment of the claim with its swaps."""
        at = start
        for swap in swaps:
            if at <= swap.span.start and swap.span.end <= end:
                self.put(Span(at, swap.span.start))
                self.put(swap.source, swap.reason)
                at = swap.span.end
        self.put(Span(at, end))

    def wording(self) -> Wording:
        """What has been put together."""
        return Wording("".join(self.pieces), tuple(self.marks))


def led_by(text: str, head: Span, segments: Sequence[Span]) -> list[Span]:
    """Segments of a text, some words of one of them first: "*women* earned $430"."""
    found = [head]
    for one in segments:
        parts = [one]
        if one.contains(head):
            parts = [Span(one.start, head.start), Span(head.end, one.end)]
        found += (part for part in (_stripped(text, part) for part in parts) if len(part))
    return found


def closing_commas(text: str, segments: Sequence[Span]) -> list[str]:
    """Before each segment but the first, the comma that closes an aside whose beginning alone is in
    those before it: أقر المجلس، في جلسة *…*، مشروع القانون; nothing where there is none, or where
    the aside is left out with both its commas."""
    opened, found = dict.fromkeys(_COMMAS, 0), []
    for one, following in pairwise(segments):
        for comma in opened:
            opened[comma] += one.of(text).count(comma)
        aside = text[one.end : following.start].strip()
        open_still = opened.get(aside[-1:], 0) % 2 and (len(aside) == 1 or aside[0] != aside[-1])
        found.append(f"{aside[-1]} " if open_still else "")
    return found


def _stripped(text: str, span: Span) -> Span:
    """A stretch without the blanks at its ends."""
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.end - len(piece) + len(piece.rstrip())))
