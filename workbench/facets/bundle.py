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
from operator import attrgetter
from typing import Protocol, TypeVar

from msgspec.structs import replace

from workbench.facets.actors.actors import actors_of, play, play_again
from workbench.facets.actors.mentions import Mention, mentions_in
from workbench.facets.cues import stances
from workbench.facets.modality import modality_of
from workbench.facets.places.places import places_in
from workbench.facets.places.rules import PlaceRules
from workbench.facets.plain import plain
from workbench.facets.polarity import polarity_of
from workbench.facets.quantities.quantities import read_quantities_and_times
from workbench.facets.reading import Reading, read, read_parts
from workbench.facets.types import Actor, Clock, Facets, Place, Time
from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.spans import Span

_START = attrgetter("span.start")
_SENTENCE_START = re.compile(r"(?s:.*)[.!?؟\n](?=\s)")
"""Up to the last sentence end."""
_TIMELESS = Clock()
_ENDS = frozenset(".!?؟")
_HEADLINE = 130
"""Characters of a headline at most."""
_LONGEST_FRAME = 400
"""Characters before a claim that are looked at for the verb it hangs on."""


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


Item = TypeVar("Item", bound=_Placed)


def read_facets(text: str, pack: LanguagePack, clock: Clock) -> Facets:
    """Everything that ``text`` says of figures, times, places, actors, polarity, modality."""
    readable = plain(text)
    return readable.facets(facets_of_reading(read(readable.text, pack), clock))


def facets_of_reading(reading: Reading, clock: Clock) -> Facets:
    """`read_facets` of a text that has been cut into words."""
    told, mentions = _told(reading, clock)
    acted = play(reading, mentions)
    modality, hedges = modality_of(acted.reading)
    return replace(
        told,
        actors=acted.actors,
        action=acted.action,
        polarity=polarity_of(acted.reading),
        modality=modality,
        hedges=hedges,
    )


def told_of(reading: Reading, clock: Clock) -> Facets:
    """The figures, times, places and actors of a text, of which `select` gives claims their own.

    What makes one statement of them (roles, action, polarity, modality) is not read.
    """
    return _told(reading, clock)[0]


def _told(reading: Reading, clock: Clock) -> tuple[Facets, tuple[Mention, ...]]:
    quantities, times = read_quantities_and_times(reading.text, reading.pack, clock)
    found = places_in(reading)
    named = _Cover([place.span for place in found])
    times = tuple(time for time in times if named.of(time.span) is None)  # مدينة 6 أكتوبر
    mentions = mentions_in(reading, found)
    actors = actors_of(reading, mentions)
    places = _settled(found, actors, times, reading.pack.derived(PlaceRules).seats)
    return Facets(quantities=quantities, times=times, places=places, actors=actors), mentions


def select(
    facets: Facets, whole: Reading, segments: Sequence[Span], clock: Clock = _TIMELESS
) -> Facets:
    """The facets of a claim made of ``segments`` of a text, with offsets in it.

    ``facets`` are those of the whole text, which was cut into words as ``whole``. The segments
    may stand in any order and do not overlap; the claim's own words are read in that order.
    ``clock`` tells which times were still to come.
    """
    parts = [segment for segment in segments if len(segment)]
    if not parts:
        return Facets()
    acted = play_again(read_parts(whole, parts), _inside(facets.actors, parts))
    before = _frame(whole, parts[0].start)
    last = max(part.start for part in parts)
    around = _frame(whole, last) if last > parts[0].start else None
    times = _inside(facets.times, parts)
    foretells = stances(acted.reading.pack).verb_first  # يستمر حتى 12 مايو
    modality, hedges = modality_of(
        acted.reading,
        before,
        around,
        headline=_in_headline(whole.text, parts[0]),
        ahead=any(_is_ahead(time, clock) for time in times if foretells or not _lasts(time)),
    )
    return Facets(
        quantities=_inside(facets.quantities, parts),
        times=times,
        places=_inside(facets.places, parts),
        actors=tuple(sorted(acted.actors, key=_START)),
        action=acted.action,
        polarity=polarity_of(acted.reading),
        modality=modality,
        hedges=hedges,
    )


def _inside(items: tuple[Item, ...], parts: Sequence[Span]) -> tuple[Item, ...]:
    """The items that lie in one of the segments, in order; ``items`` are sorted by start."""
    found: list[Item] = []
    for part in sorted(parts) if items else ():
        at = bisect_left(items, part.start, key=_START)
        while at < len(items) and items[at].span.start < part.end:
            if part.contains(items[at].span):
                found.append(items[at])
            at += 1
    return tuple(found)


def _is_ahead(time: Time, clock: Clock) -> bool:
    """Whether a time begins after the day of publication, or a deadline ends after it."""
    published, when = clock.published, time.interval
    if published is None or published.latest is None or when is None:
        return False
    if time.relation == "during" and when.earliest is None:
        return False  # "in recent weeks", this one among them
    named = when.earliest if when.earliest is not None else when.latest
    return named is not None and named > published.latest


def _lasts(time: Time) -> bool:
    """Whether a time is only the end of what is now: "is shut *until Saturday*"."""
    when = time.interval
    return time.relation == "until" and when is not None and when.earliest is None


def _in_headline(text: str, part: Span) -> bool:
    """Whether a part opens a short line of a longer text that ends without a full stop."""
    start = text.rfind("\n", 0, part.start) + 1
    if text[start : part.start].strip():
        return False
    end = text.find("\n", part.end)
    line = text[start : len(text) if end < 0 else end].strip()
    return 0 < len(line) <= _HEADLINE and line[-1].isalnum() and len(line) < len(text) / 2


def _frame(whole: Reading, start: int) -> Reading | None:
    """The words of the sentence before a claim's first segment, if there are any."""
    floor = max(0, start - _LONGEST_FRAME)
    near = whole.text[floor:start]
    if near[-1:].isspace() and near.rstrip()[-1:] in _ENDS:
        return None  # a claim that opens its sentence
    ended = _SENTENCE_START.match(near)
    begins = ended.end() if ended is not None else 0
    return read_parts(whole, [Span(floor + begins, start)]) if near[begins:].strip() else None


def _settled(
    places: Sequence[Place], actors: Sequence[Actor], times: Sequence[Time], seats: frozenset[str]
) -> tuple[Place, ...]:
    """Without places inside times and names; those that qualify an actor are adjectives, as is
    the town that a court or a hospital is named for."""
    kept = []
    taken = _Cover([time.span for time in times])
    named = _Cover([actor.span for actor in actors if actor.kind != "country"])
    qualified = {
        actor.span.start
        for actor in actors
        if actor.name.endswith(")") or not seats.isdisjoint(fold_text(actor.surface).split())
    }
    for place in places:
        holder = named.of(place.span)
        if taken.of(place.span) is not None:
            continue
        if holder is None or len(holder) <= len(place.span):
            kept.append(place)
        elif place.demonym or holder.start in qualified:
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
