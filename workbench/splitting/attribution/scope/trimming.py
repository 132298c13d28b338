"""The places of a piece in the article, without what only surrounds what is said."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.language.spans import Span
from workbench.splitting.attribution.frames import Range, Reader, Scope
from workbench.splitting.attribution.scope.scope import OUTER, Piece
from workbench.splitting.attribution.words.tokens import STOPS
from workbench.splitting.sentences.quotes import Quote

_CLOSING = OUTER | (STOPS - frozenset("!?؟"))


def spans_of(reader: Reader, piece: Piece, quotes: Sequence[Quote]) -> tuple[Span, ...]:
    """The piece's places in the article, without what only surrounds what is said."""
    spans = []
    for index, part in enumerate(piece.parts):
        marked = index == 0 and bool(piece.frames) and piece.frames[0].scope is Scope.AFTER
        first, last = _inner(reader, part, quotes, marked)
        if first >= last:
            continue
        start, end = reader.tokens[first].start, reader.tokens[last - 1].end
        if index == 0 and piece.attached and first == part[0]:
            start += piece.attached
        elif not (marked and first == part[0]):
            start += _conjunction(reader, first)
        if start < end:
            spans.append(Span(start, end))
    return tuple(spans)


def _inner(reader: Reader, part: Range, quotes: Sequence[Quote], marked: bool) -> tuple[int, int]:
    """The token range without signs, connectives and quotation marks around it."""
    first, last = part
    changed = True
    while changed and first < last:
        before = (first, last)
        first = _past_opening(reader, first, last, quotes, marked and first == part[0])
        last = _past_closing(reader, first, last, quotes, last == part[1])
        changed = before != (first, last)
    return first, last


def _past_opening(
    reader: Reader, first: int, last: int, quotes: Sequence[Quote], marked: bool
) -> int:
    token = reader.tokens[first]
    if reader.is_sign(first, OUTER):
        return first + 1
    if token.is_mark:
        inside = token.quote >= 0 and _closes_inside(reader, first, last, quotes)
        return first if inside else first + 1
    if not marked and not token.sign:
        phrase = reader.lexicon.coordinators.at(reader.tokens, first, token.key)
        if phrase is not None and first + len(phrase.words) < last:
            return first + len(phrase.words)
    return first


def _closes_inside(reader: Reader, first: int, last: int, quotes: Sequence[Quote]) -> bool:
    """Whether the quotation that begins at ``first`` ends before the last word of the part."""
    quote = quotes[reader.tokens[first].quote]
    if quote.span.start != reader.tokens[first].start:
        return False
    behind = reader.past_quote(first)
    return behind < last and reader.words(behind, last) > 0


def _past_closing(
    reader: Reader, first: int, last: int, quotes: Sequence[Quote], bare: bool
) -> int:
    if last <= first:
        return last
    token = reader.tokens[last - 1]
    if reader.is_sign(last - 1, _CLOSING):
        return last - 1
    if token.is_mark:
        if token.quote < 0:
            return last - 1
        opening = quotes[token.quote].span.start
        return last if opening > reader.tokens[first].start else last - 1
    if bare and not reader.is_end(last):
        for size in (1, 2):
            start = last - size
            joins = reader.connective_size(start) == size or _joins_clause(reader, start, size)
            if start > first and joins:
                return start
    return last


def _joins_clause(reader: Reader, at: int, size: int) -> bool:
    """Whether "and that" stands there, which leads to what another is said to have said."""
    lexicon = reader.lexicon
    joined = size > 1 and reader.key(at) in lexicon.additive and not lexicon.speech.verb_first
    return joined and reader.key(at + 1) in lexicon.complementisers


def _conjunction(reader: Reader, at: int) -> int:
    """How many characters at the start of a word are a conjunction written on."""
    token = reader.tokens[at]
    if token.sign or not reader.lexicon.is_joined(token):
        return 0
    size = 1
    while size < len(token.raw) and not token.raw[size].isalnum():
        size += 1
    return size
