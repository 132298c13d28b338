"""All facets of a text at once, and those of a claim made of parts of it.

An article is read once. Of its facets a claim takes those inside its segments; what depends on
the claim's own words (polarity, modality, who does what) is read again on them.

A place inside a time ("Washington time") or inside the name of an organisation or person ("Bank
of England") is no place of the text; a country that qualifies an institution ("Iraq's foreign
ministry") is kept as an adjective is, with ``demonym`` set.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from workbench.facets.actors import play, play_again
from workbench.facets.mentions import mentions_in
from workbench.facets.modality import modality_of
from workbench.facets.places import places_in
from workbench.facets.polarity import polarity_of
from workbench.facets.quantities import read_quantities
from workbench.facets.reading import Reading, read
from workbench.facets.times import read_times
from workbench.facets.types import Actor, Clock, Facets, Place, Polarity, Time
from workbench.language.packs import LanguagePack
from workbench.language.spans import Span

_JOINT = " \u2026 "
"""Between the segments of a claim that is read as one text: no name or phrase goes across."""
_SENTENCE_START = re.compile(r"[.!?؟\n](?=\s)")
_LONGEST_FRAME = 400
"""Characters before a claim that are looked at for the verb it hangs on."""


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


Item = TypeVar("Item", bound=_Placed)


def read_facets(text: str, pack: LanguagePack, clock: Clock) -> Facets:
    """Everything that ``text`` says of figures, times, places, actors, polarity, modality."""
    reading = read(text, pack)
    times = read_times(text, pack, clock)
    found = places_in(reading)
    acted = play(reading, mentions_in(reading, found))
    modality, hedges = modality_of(acted.reading)
    return Facets(
        quantities=read_quantities(text, pack),
        times=times,
        places=_settled(found, acted.actors, times),
        actors=acted.actors,
        action=acted.action,
        polarity=polarity_of(acted.reading),
        modality=modality,
        hedges=hedges,
    )


def select(facets: Facets, text: str, segments: Sequence[Span], pack: LanguagePack) -> Facets:
    """The facets of a claim made of ``segments`` of ``text``, with offsets in ``text``.

    ``facets`` are those of the whole text. The segments may stand in any order and do not
    overlap; the claim's own words are read in that order.
    """
    parts = [segment for segment in segments if len(segment)]
    if not parts:
        return Facets()
    claim = _Claim(text, parts)
    inside = (
        replace(each, span=claim.inwards(each.span)) for each in _inside(facets.actors, parts)
    )
    acted = play_again(read(claim.text, pack), sorted(inside, key=_start))
    actors = (replace(each, span=claim.outwards(each.span)) for each in acted.actors)
    before = _frame(text, parts[0].start, pack)
    last = max(part.start for part in parts)
    around = _frame(text, last, pack) if last > parts[0].start else None
    modality, hedges = modality_of(acted.reading, before, around)
    polarity = polarity_of(acted.reading)
    return Facets(
        quantities=_inside(facets.quantities, parts),
        times=_inside(facets.times, parts),
        places=_inside(facets.places, parts),
        actors=tuple(sorted(actors, key=_start)),
        action=acted.action,
        polarity=Polarity(
            polarity.negated,
            polarity.cue and claim.outwards(polarity.cue),
            polarity.exception and claim.outwards(polarity.exception),
        ),
        modality=modality,
        hedges=tuple(claim.outwards(hedge) for hedge in hedges),
    )


def _start(item: _Placed) -> int:
    return item.span.start


class _Claim:
    """The segments of a claim as one text, with the way there and back."""

    def __init__(self, text: str, parts: Sequence[Span]) -> None:
        self.text = _JOINT.join(part.of(text) for part in parts)
        self._parts = parts
        self._starts: list[int] = []
        at = 0
        for part in parts:
            self._starts.append(at)
            at += len(part) + len(_JOINT)

    def inwards(self, span: Span) -> Span:
        """A span of the article, which lies in one segment, as one of the claim's own text."""
        at = next(at for at, part in enumerate(self._parts) if part.contains(span))
        return span.shift(self._starts[at] - self._parts[at].start)

    def outwards(self, span: Span) -> Span:
        """A span of the claim's own text as one of the article, cut to the segment it begins in."""
        at = bisect_left(self._starts, span.start + 1) - 1
        part, by = self._parts[at], self._parts[at].start - self._starts[at]
        start = min(span.start + by, part.end)
        return Span(start, max(start, min(span.end + by, part.end)))


def _inside(items: tuple[Item, ...], parts: Sequence[Span]) -> tuple[Item, ...]:
    """The items that lie in one of the segments, in order; ``items`` are sorted by start."""
    found: list[Item] = []
    for part in sorted(parts):
        at = bisect_left(items, part.start, key=_start)
        while at < len(items) and items[at].span.start < part.end:
            if part.contains(items[at].span):
                found.append(items[at])
            at += 1
    return tuple(found)


def _frame(text: str, start: int, pack: LanguagePack) -> Reading | None:
    """The words of the sentence before a claim's first segment, if there are any."""
    near = text[max(0, start - _LONGEST_FRAME) : start]
    begins = max((match.end() for match in _SENTENCE_START.finditer(near)), default=0)
    return read(near[begins:], pack) if near[begins:].strip() else None


def _settled(
    places: Sequence[Place], actors: Sequence[Actor], times: Sequence[Time]
) -> tuple[Place, ...]:
    """Without places inside times and names; those that qualify an actor are adjectives."""
    kept = []
    taken = _Cover([time.span for time in times])
    named = _Cover([actor.span for actor in actors if actor.kind != "country"])
    qualified = {actor.span.start: actor for actor in actors if actor.name.endswith(")")}
    for place in places:
        holder = named.of(place.span)
        if taken.of(place.span) is not None:
            continue
        if holder is None or len(holder) <= len(place.span):
            kept.append(place)
        elif holder.start in qualified:
            kept.append(replace(place, demonym=True))
    return tuple(kept)


class _Cover:
    """Spans in order that do not overlap, and which of them covers a place."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)

    def of(self, span: Span) -> Span | None:
        at = bisect_left(self._spans, span.start + 1, key=lambda each: each.start) - 1
        if at >= 0 and self._spans[at].contains(span):
            return self._spans[at]
        return None
