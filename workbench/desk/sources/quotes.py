"""Quotes in the text of a snapshot: found word for word, or not found. Never guessed at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.desk.claims.filing import CONTEXT
from workbench.errors import InvalidInputError
from workbench.language.spans import Span


def places(text: str, quote: str) -> Iterator[Span]:
    """Where the quote stands, word for word; a gap between words may be any white space."""
    words = quote.split()
    if words:
        exact = re.compile(r"\s+".join(map(re.escape, words)))
        yield from (Span(*found.span()) for found in exact.finditer(text))


def place(text: str, quote: str, *, before: str = "", after: str = "") -> Span | None:
    """The one place of a quote, or ``None`` where it does not stand in the text.

    Args:
        text: of the snapshot.
        quote: the words.
        before: words that stand before it, where the quote stands in several places.
        after: words that stand after it.

    Raises:
        InvalidInputError: it stands in several places, and nothing says which is meant.
    """
    found = [
        span
        for span in places(text, quote)
        if _ends_with(text[: span.start], before) and _starts_with(text[span.end :], after)
    ]
    if len(found) > 1:
        raise InvalidInputError(
            "the quote stands in {count} places of the snapshot",
            hint="Quote more, or give the words before or after it.",
            count=len(found),
        )
    return found[0] if found else None


def stands(text: str, quote: str, span: Span) -> bool:
    """Whether the quote stands exactly there."""
    return 0 <= span.start < span.end <= len(text) and span.of(text).split() == quote.split()


def context(text: str, span: Span) -> tuple[str, str]:
    """The characters before and after a place, to find it by eye."""
    return text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]


_NEAR = 200
"""Further characters looked at beside a place, where white space there is wide."""


def _ends_with(text: str, words: str) -> bool:
    return _plain(text[-len(words) - _NEAR :]).endswith(_plain(words))


def _starts_with(text: str, words: str) -> bool:
    return _plain(text[: len(words) + _NEAR]).startswith(_plain(words))


def _plain(text: str) -> str:
    return " ".join(text.split())
