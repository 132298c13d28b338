"""The text as it is read: blanks of every width are plain ones, quotation marks double ones, and
what nobody sees is gone.

Pages set right-to-left marks around a quotation, soft hyphens in a word and no-break blanks in a
dateline; none of them says anything. Splitting reads without them, and its offsets are led back to
the article's own text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from workbench.facets.types import Actor, Facets, Place, Polarity, Quantity, Time
from workbench.language.spans import Span
from workbench.splitting.sentences.quotes import single_quotes
from workbench.splitting.types import Attribution, DraftClaim, Speaker, Splitting

_Facet = TypeVar("_Facet", Quantity, Time, Place, Actor)

_BLANK = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_BLANKS = re.compile(rf"(?<!\d){_BLANK}|{_BLANK}(?!\d)")
"""Between figures a blank is a part of the number ("12 500")."""
_SINGLE = re.compile("(?<![^\\W_])['‘‹](?=[^\\W\\d_])")
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

    def back(self, splitting: Splitting) -> Splitting:
        """The same claims and sentences with their offsets in the original text."""
        if self.text == self.original:
            return splitting
        sentences = (replace(one, span=self._span(one.span)) for one in splitting.sentences)
        return Splitting(tuple(map(self._claim, splitting.claims)), tuple(sentences))

    def _span(self, span: Span) -> Span:
        if not span:
            at = self.places[span.start] if span.start < len(self.places) else len(self.original)
            return Span(at, at)
        return Span(self.places[span.start], self.places[span.end - 1] + 1)

    def _maybe(self, span: Span | None) -> Span | None:
        return None if span is None else self._span(span)

    def _claim(self, claim: DraftClaim) -> DraftClaim:
        segments = tuple(map(self._span, claim.segments))
        return replace(
            claim,
            segments=segments,
            quote=" … ".join(segment.of(self.original) for segment in segments),
            replacements=tuple(
                replace(one, source=self._span(one.source)) for one in claim.replacements
            ),
            attribution=self._attribution(claim.attribution),
            facets=self._facets(claim.facets),
        )

    def _attribution(self, attribution: Attribution) -> Attribution:
        chain = (Speaker(one.name, self._maybe(one.span)) for one in attribution.chain)
        return replace(attribution, chain=tuple(chain), cue=self._maybe(attribution.cue))

    def _facets(self, facets: Facets) -> Facets:
        polarity = facets.polarity
        return replace(
            facets,
            quantities=tuple(map(self._placed, facets.quantities)),
            times=tuple(map(self._placed, facets.times)),
            places=tuple(map(self._placed, facets.places)),
            actors=tuple(map(self._placed, facets.actors)),
            polarity=Polarity(
                polarity.negated, self._maybe(polarity.cue), self._maybe(polarity.exception)
            ),
            hedges=tuple(map(self._span, facets.hedges)),
        )

    def _placed(self, facet: _Facet) -> _Facet:
        span = self._span(facet.span)
        return replace(facet, span=span, surface=span.of(self.original))


def _double(text: str) -> str:
    """The text with quotations in single marks set in double ones."""
    if _SINGLE.search(text) is None:
        return text
    letters = list(text)
    for quote in single_quotes(text):
        letters[quote.span.start] = letters[quote.span.end - 1] = '"'
    return "".join(letters)


def plain(text: str) -> Plain:
    """Read a text plainly; time is linear in its length."""
    blank = _double(_BLANKS.sub(" ", text))
    gone = {match.start() for match in _UNSEEN.finditer(blank)}
    if not gone:
        return Plain(blank, text, range(len(text)))
    places = [at for at in range(len(text)) if at not in gone]
    return Plain("".join(blank[at] for at in places), text, places)
