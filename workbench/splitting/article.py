"""What is read once of an article: sentences, languages, tokens, facets, full forms."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

import msgspec

from workbench.facets.bundle import told_of
from workbench.facets.reading import Reading, read
from workbench.facets.types import Clock, Facets, Time
from workbench.language import packs
from workbench.language.identify import identify
from workbench.language.spans import Span
from workbench.language.tokens import Token, tokenize
from workbench.splitting.sentences.sentences import SentenceSpan, split_sentences
from workbench.splitting.wording.mentions import Mentions


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


Placed = TypeVar("Placed", bound=_Placed)


class Article(msgspec.Struct, frozen=True):
    """A text and what all stages of splitting draw on."""

    text: str
    tokens: tuple[Token, ...]
    starts: Sequence[int]
    """Of the tokens."""
    sentences: tuple[SentenceSpan, ...]
    languages: tuple[str, ...]
    """Of each sentence; empty where no pack knows it."""
    readings: Mapping[str, Reading]
    """By language, each of the sentences in that language."""
    facets: Mapping[str, Facets]
    """Of each reading: figures, times, places and actors."""
    mentions: Mentions
    clock: Clock

    @property
    def times(self) -> list[Time]:
        """All time expressions, in text order."""
        found = [time for facets in self.facets.values() for time in facets.times]
        return sorted(found, key=lambda time: time.span.start)

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens of a stretch; one that it cuts (behind a proclitic) is cut likewise."""
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end)
        inside = self.tokens[first:last]
        if first and self.tokens[first - 1].span.end > span.start:
            rest = Span(span.start, self.tokens[first - 1].span.end).of(self.text)
            cut = (
                Token(found.span.shift(span.start), found.text, found.folded)
                for found in tokenize(rest)
            )
            return (*cut, *inside)
        return inside

    def facets_in(self, span: Span, language: str) -> Facets:
        """The facets of a stretch: figures, times, places and actors."""
        facets = self.facets[language]
        return Facets(
            quantities=_between(facets.quantities, span),
            times=_between(facets.times, span),
            places=_between(facets.places, span),
            actors=_between(facets.actors, span),
        )


_START = attrgetter("span.start")


def _between(found: Sequence[Placed], whole: Span) -> tuple[Placed, ...]:
    """Those of ``found``, which stand in text order, that begin inside ``whole``."""
    first = bisect_left(found, whole.start, key=_START)
    last = bisect_left(found, whole.end, first, key=_START)
    return tuple(found[first:last])


def read_article(text: str, clock: Clock) -> Article:
    """Read an article; relative times resolve against ``clock``."""
    sentences = split_sentences(text)
    languages = _languages(text, sentences)
    tokens = tokenize(text)
    readings = {
        code: _reading(text, tokens, sentences, languages, code)
        for code in sorted(set(languages))
        if code
    }
    facets = {code: told_of(reading, clock) for code, reading in readings.items()}
    starts = [token.span.start for token in tokens]
    return Article(text, tokens, starts, sentences, languages, readings, facets, Mentions(), clock)


def _languages(text: str, sentences: Sequence[SentenceSpan]) -> tuple[str, ...]:
    """Each sentence's language: that of its paragraph, if a pack knows it."""
    known = set(packs.available())
    extent: dict[int, Span] = {}
    for sentence in sentences:
        had = extent.get(sentence.paragraph, sentence.span)
        extent[sentence.paragraph] = Span(had.start, sentence.span.end)
    codes = {number: identify(span.of(text)) for number, span in extent.items()}
    return tuple(
        codes[sentence.paragraph] if codes[sentence.paragraph] in known else ""
        for sentence in sentences
    )


def _reading(
    text: str,
    tokens: Sequence[Token],
    sentences: Sequence[SentenceSpan],
    languages: Sequence[str],
    code: str,
) -> Reading:
    """The sentences in one language, cut into words."""
    own = _only(text, sentences, languages, code)
    return read(own, packs.load(code), tokens if own is text else None)


def _only(text: str, sentences: Sequence[SentenceSpan], languages: Sequence[str], code: str) -> str:
    """The text with sentences of other languages blank, so that offsets stay."""
    if all(language == code for language in languages):
        return text
    pieces: list[str] = []
    at = 0
    for sentence, language in zip(sentences, languages, strict=True):
        if language != code:
            pieces += [text[at : sentence.span.start], " " * len(sentence.span)]
            at = sentence.span.end
    return "".join([*pieces, text[at:]])
