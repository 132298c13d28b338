"""Where quotations stand: pairs of quotation marks of every style, outermost ones only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from workbench.language.spans import Span

OPENING = "“„‟«‹‘「『\"'"
CLOSING = "”“″»›’」』\"'"
MARKS = frozenset(OPENING + CLOSING)
_FAMILIES = (re.compile('["“”„‟″]'), re.compile("[«»]"), re.compile("[「」『』]"))
_SINGLE = re.compile("['‘’‹›]")


class Quote(msgspec.Struct, frozen=True):
    """A quotation: ``span`` with its marks, ``inner`` without.

    ``closed`` is false where the paragraph ends before the closing mark, as in a quotation that
    runs over several paragraphs.
    """

    span: Span
    inner: Span
    closed: bool = True


def find_quotes(text: str, paragraphs: Sequence[Span]) -> tuple[Quote, ...]:
    """The quotations of each paragraph in order, none inside another."""
    found: list[Quote] = []
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        goes_on = following is not None and text[following.start] in OPENING
        inside: list[Quote] = []
        for family in _FAMILIES:
            inside += _alternating(text, paragraph, family, goes_on)
        inside += _single(text, paragraph)
        found += _outermost(inside)
    return tuple(found)


def _alternating(
    text: str, paragraph: Span, family: re.Pattern[str], goes_on: bool
) -> Iterator[Quote]:
    """Marks of one family open and close by turns; writers mix the shapes too freely to trust."""
    start = -1
    for match in family.finditer(text, paragraph.start, paragraph.end):
        if start < 0:
            start = match.start()
        else:
            yield _quote(start, match.end())
            start = -1
    if start >= 0 and (goes_on or start == paragraph.start):
        inner = Span(min(start + 1, paragraph.end), paragraph.end)
        yield Quote(Span(start, paragraph.end), inner, closed=False)


def _single(text: str, paragraph: Span) -> Iterator[Quote]:
    """Single marks open before a word and close after one; apostrophes do neither alone."""
    start = -1
    for match in _SINGLE.finditer(text, paragraph.start, paragraph.end):
        at = match.start()
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + 1] if at + 1 < paragraph.end else " "
        if start < 0:
            if not before.isalnum() and after.isalpha() and text[at] != "’":
                start = at
        elif not after.isalnum() and not before.isspace():
            yield _quote(start, at + 1)
            start = -1


def _quote(start: int, end: int) -> Quote:
    return Quote(Span(start, end), Span(start + 1, end - 1))


def _outermost(quotes: list[Quote]) -> Iterator[Quote]:
    end = -1
    for quote in sorted(quotes, key=lambda one: (one.span.start, -one.span.end)):
        if quote.span.start >= end:
            yield quote
            end = quote.span.end
