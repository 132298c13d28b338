"""The text as it is read: blanks of every width are plain ones, and what nobody sees is gone.

Pages set right-to-left marks around a quotation, soft hyphens in a word and no-break blanks in a
dateline; none of them says anything. Readers read without them, and their offsets are led back to
the text as it was written.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from workbench.facets.types import Actor, Facets, Place, Polarity, Quantity, Time
from workbench.language.spans import Span

_Facet = TypeVar("_Facet", Quantity, Time, Place, Actor)

_BLANK = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_BLANKS = re.compile(rf"(?<!\d){_BLANK}|{_BLANK}(?!\d)")
"""Between figures a blank is a part of the number ("12 500")."""
_HYPHENS = re.compile("[\u2010\u2011]")
_UNSEEN = re.compile(
    "[\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    "|(?<=\\w)\u200d|\u200d(?=\\w)"
    "|(?<=[.!?\u061f] ) (?=\\S)"
    "|(?<=[\u0621-\u063f\u0641-\u0652])\u0640(?=[\u0640-\u0652])"
)
"""A sentence is as often set off by two blanks. Between pictures a joiner makes one of two (a
family), and stays; a stretched letter is one only inside a word (الـ180)."""


class Plain(msgspec.Struct, frozen=True):
    """A text without what nobody sees, and where each of its characters stood before."""

    text: str
    original: str
    places: Sequence[int]

    @property
    def is_original(self) -> bool:
        """Whether nothing had to be read otherwise."""
        return self.text == self.original

    def span(self, span: Span) -> Span:
        """Where a span of the text as it is read stands in the original."""
        if not span:
            at = self.places[span.start] if span.start < len(self.places) else len(self.original)
            return Span(at, at)
        return Span(self.places[span.start], self.places[span.end - 1] + 1)

    def maybe(self, span: Span | None) -> Span | None:
        """The same of a span that may be missing."""
        return None if span is None else self.span(span)

    def facets(self, facets: Facets) -> Facets:
        """Facets of the text as it is read with their offsets in the original."""
        if self.is_original:
            return facets
        return _moved(facets, self.span, self.text, self.original)

    def facets_read(self, facets: Facets) -> Facets:
        """Facets with offsets in the original with those in the text as it is read; what has its
        offsets elsewhere keeps them."""
        if self.is_original:
            return facets
        return _moved(facets, self._span_read, self.original, self.text)

    def _span_read(self, span: Span) -> Span:
        return Span(bisect_left(self.places, span.start), bisect_left(self.places, span.end))


def _moved(facets: Facets, move: Callable[[Span], Span], source: str, text: str) -> Facets:
    def placed(facet: _Facet) -> _Facet:
        if facet.span.of(source) != facet.surface:
            return facet
        span = move(facet.span)
        return replace(facet, span=span, surface=span.of(text))

    polarity = facets.polarity
    cue, exception = (
        None if one is None else move(one) for one in (polarity.cue, polarity.exception)
    )
    return replace(
        facets,
        quantities=tuple(map(placed, facets.quantities)),
        times=tuple(map(placed, facets.times)),
        places=tuple(map(placed, facets.places)),
        actors=tuple(map(placed, facets.actors)),
        polarity=Polarity(polarity.negated, cue, exception),
        hedges=tuple(map(move, facets.hedges)),
    )


def plain(text: str, original: str | None = None) -> Plain:
    """Read a text plainly; time is linear in its length.

    ``original``: the text before single characters of it were exchanged.
    """
    blank = even(text)
    written = text if original is None else original
    gone = {match.start() for match in _UNSEEN.finditer(blank)}
    if not gone:
        return Plain(blank, written, range(len(text)))
    places = [at for at in range(len(text)) if at not in gone]
    return Plain("".join(blank[at] for at in places), written, places)


def even(text: str) -> str:
    """The text with plain blanks and hyphens."""
    return _HYPHENS.sub("-", _BLANKS.sub(" ", text))
