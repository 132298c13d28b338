"""Where quotations stand: pairs of quotation marks of every style, outermost ones only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from workbench.language.spans import Span
from workbench.splitting.sentences.paragraphs import split_paragraphs

OPENING = "“„‟«‹‘「『\"'"
CLOSING = "”“″»›’」』\"'"
MARKS = frozenset(OPENING + CLOSING)
_FAMILIES = (re.compile('["“”„‟″]'), re.compile("[«»]"), re.compile("[「」『』]"))
_SINGLE = re.compile("['‘’‹›]")
_STOPS = frozenset(",.!?…")


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


def single_quotes(text: str) -> Iterator[Quote]:
    """The quotations in single marks that hold none in others, and are in none."""
    for paragraph in split_paragraphs(text):
        double = [
            one for family in _FAMILIES for one in _alternating(text, paragraph, family, False)
        ]
        for quote in _single(text, paragraph):
            if not any(quote.span.overlaps(other.span) for other in double):
                yield quote


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
        elif not after.isalnum() and not before.isspace() and not _owns(text, at, paragraph.end):
            yield _quote(start, at + 1)
            start = -1


def _owns(text: str, at: int, end: int) -> bool:
    """Whether a mark only says whose something is ("the workers*'* rights"), since the next one
    closes the quotation."""
    if text[at - 1] != "s" or text[at + 1 : at + 2] != " ":
        return False
    behind = _SINGLE.search(text, at + 1, end)
    while behind is not None and text[behind.start() - 1].isalnum():
        if not text[behind.end() : behind.end() + 1].isalnum():
            return False
        behind = _SINGLE.search(text, behind.end(), end)
    return behind is not None and text[behind.start() - 1] in _STOPS


def _quote(start: int, end: int) -> Quote:
    return Quote(Span(start, end), Span(start + 1, end - 1))


def _outermost(quotes: list[Quote]) -> Iterator[Quote]:
    end = -1
    for quote in sorted(quotes, key=lambda one: (one.span.start, -one.span.end)):
        if quote.span.start >= end:
            yield quote
            end = quote.span.end
