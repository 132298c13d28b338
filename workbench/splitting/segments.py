"""From ranges of words to exact places in the article."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from workbench.language.fold import fold_text
from workbench.language.spans import Span
from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.words.words import Word

_BEFORE = "$€£¥₪#@"
_AFTER = "%٪°‰"
_SHORTENED = re.compile(r"(?<![^\W_])[^\W\d_]\.[^\W\d_]\.$")
"""The end of "3 p.m.", "the U.S.", whose last stop belongs to it."""
_LONGEST_ARTICLE = 6
"""Letters of an article and the blanks around it, at most."""
_LAST_WORD = re.compile(r"(?<!\w)(\w+) $")
_INSIDE = ".,!?،؟"
"""Signs that may stand before the closing mark of a quotation."""
_PAIRS = {'"': '"', "“": "”", "«": "»", "„": "“", "‘": "’", "(": ")", "[": "]", "”": "“", "»": "«"}
_OPENING = {closed: opened for opened, closed in reversed(_PAIRS.items())}
"""The first of those that a mark closes."""
JOIN = " … "
"""What stands between the parts of a quote."""


def spans_of(
    text: str, words: Sequence[Word], ranges: Sequence[Range], governed: Container[int] = ()
) -> tuple[Span, ...]:
    """The spans of word ranges, in text order, those that touch made one, empty ones left out.

    Args:
        governed: words without the preposition of one letter that is written on to them.
    """
    spans: list[Span] = []
    for first, last in sorted(ranges):
        if first >= last:  # nothing stands between two marks that follow one another
            continue
        span = _exact(text, words, first, last)
        if first in governed:
            span = Span(words[first].start + 1, span.end)
        if spans and span.start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(span.end, spans[-1].end))
        elif spans and text[spans[-1].end : span.start].isspace():
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return tuple(spans)


def with_article(text: str, span: Span, articles: Container[str]) -> Span:
    """A noun and the article that stands before it as a word of its own: "*the* company"."""
    before = _LAST_WORD.search(text, max(0, span.start - _LONGEST_ARTICLE), span.start)
    if before is None or fold_text(before[1]) not in articles:
        return span
    return Span(before.start(1), span.end)


def cut_before(spans: Sequence[Span], start: int) -> tuple[Span, ...]:
    """The spans from a place on, or all of them where none reaches it."""
    left = tuple(Span(max(span.start, start), span.end) for span in spans if span.end > start)
    return left or tuple(spans)


def _exact(text: str, words: Sequence[Word], first: int, last: int) -> Span:
    """From the first word to the last, with the signs and quotation marks that belong to them."""
    start, end = words[first].start, words[last - 1].end
    floor = words[first - 1].end if first else max(0, start - 1)
    ceiling = words[last].start if last < len(words) else len(text)
    if end < ceiling and (text[end] in _AFTER or _SHORTENED.search(text, end - 3, end + 1)):
        end += 1
    if start > floor and text[start - 1] in _BEFORE:
        start -= 1
    return _balanced(text, start, end, floor, ceiling)


def _balanced(text: str, start: int, end: int, floor: int, ceiling: int) -> Span:
    """Take in a mark whose partner is inside."""
    inside = text[start:end]
    if end + 1 < ceiling and text[end] in _INSIDE:
        behind = text[end + 1]
        if _unpaired(inside, behind, closing=True):
            return Span(start, end + 2)
    if end < ceiling and _unpaired(inside, text[end], closing=True):
        return Span(start, end + 1)
    if start > floor and _unpaired(inside, text[start - 1], closing=False):
        return Span(start - 1, end)
    return Span(start, end)


def _unpaired(inside: str, mark: str, closing: bool) -> bool:
    if mark == '"':
        return inside.count('"') % 2 == 1
    partner = (_OPENING if closing else _PAIRS).get(mark)
    return partner is not None and inside.count(partner) > inside.count(mark)


def quote_of(text: str, segments: Sequence[Span]) -> str:
    """The words of the segments, with a sign where something was left out."""
    return JOIN.join(segment.of(text) for segment in segments)
