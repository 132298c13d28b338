"""Provinces whose names are cut short behind a town: "Fresno, Calif.", "Bend, Ore."."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.facets.places.rules import PlaceRules
from workbench.facets.reading import Reading
from workbench.facets.types import Place
from workbench.language.spans import Span
from workbench.language.world import world

_LONGEST = 3
"""Tokens of a name cut short, at most: "W.Va."."""


def abbreviated_in(reading: Reading, rules: PlaceRules) -> Iterator[Place]:
    """The provinces of a text that stand cut short behind a comma and a name."""
    if not rules.abbreviations:
        return
    for at in range(1, len(reading.tokens)):
        if reading.gap(at).strip() != "," or not reading.capital(at - 1):
            continue
        start = reading.tokens[at].span.start
        for end in range(min(at + _LONGEST, len(reading.tokens)), at, -1):
            stop = reading.tokens[end - 1].span.end
            span = Span(start, stop + (reading.text[stop - 1] != "."))
            name = rules.abbreviations.get(span.of(reading.text))
            if name is not None:
                kind = world().places.get(name, ("region", ""))[0]
                surface = span.of(reading.text)
                yield Place(span, surface, name, kind, world().containers(name))
                break
