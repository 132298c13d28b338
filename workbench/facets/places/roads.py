"""Roads by their number or the two ends of their way: الطريق الوطني رقم 62, طريق أدم - هيماء."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.facets.places.rules import PlaceRules
from workbench.facets.reading import Reading
from workbench.facets.types import Place
from workbench.language.fold import fold_text
from workbench.language.spans import Span

_DESCRIBED = 3
"""Words between a road's noun and its number, at most."""
_END = 3
"""Words of the name of either end, at most."""
_DASHES = frozenset("-–—")
_CODE = re.compile(r"[ABEMNR][0-9]{1,4}")
"""What roads are called by: A69, M25, N71."""


def roads_in(reading: Reading, rules: PlaceRules) -> Iterator[Place]:
    """The roads that a text names."""
    found = (at for word in rules.roads & reading.places.keys() for at in reading.places[word])
    for at in sorted(set(found)):
        end = _numbered(reading, rules, at) or _between(reading, at)
        if end is not None:
            token = reading.tokens[at]
            width = len(next(word for word in reading.clitics(at) if word in rules.roads))
            start = token.start_after(len(token.folded) - width)
            span = Span(start, reading.tokens[end - 1].span.end)
            surface = span.of(reading.text)
            yield Place(span, surface, fold_text(surface), "site")


def coded_roads(reading: Reading, rules: PlaceRules) -> Iterator[Place]:
    """Roads with a letter and a number, where something is on one, is done to one, or one is near a
    place: "on the *N71* at Wem", "closed the *A66*", "the *A14* near Ely"."""
    for at in range(1, len(reading.tokens)):
        if not (reading.is_article(at - 1) and _CODE.fullmatch(reading.raw(at))):
            continue
        behind = at + 1
        near = reading.word(behind) in rules.near | rules.pairing
        done = reading.word(at - 2) in rules.road_deeds
        done = done or reading.word(behind + 1) in rules.road_deeds  # "the M4 *was shut*"
        thing = reading.joined(behind) and not reading.is_small(behind)  # "on the A350 *fleet*"
        if near or done or (reading.word(at - 2) in rules.on_roads and not thing):
            span = reading.tokens[at].span
            yield Place(span, reading.raw(at), reading.word(at), "site")


def _numbered(reading: Reading, rules: PlaceRules, at: int) -> int | None:
    """Where a road's name ends with its number."""
    for end in range(at + 1, min(at + 2 + _DESCRIBED, len(reading.tokens))):
        if not reading.joined(end):
            return None
        if reading.tokens[end].is_number:
            return end + 1 if end > at + 1 else None
        described = reading.is_definite(end) or reading.word(end) in rules.numbering
        if not described:
            return None
    return None


def _between(reading: Reading, at: int) -> int | None:
    """Where a road's name ends that has a dash between its two ends."""
    dash = next(
        (
            k
            for k in range(at + 2, min(at + 2 + _END, len(reading.tokens)))
            if reading.gap(k).strip() in _DASHES and reading.gap(k).strip()
        ),
        None,
    )
    if dash is None or not all(map(reading.joined, range(at + 1, dash))):
        return None
    if at + 1 in reading.in_hit or (dash in reading.in_hit and not reading.is_definite(at + 1)):
        return None  # Two towns, each with its own name: طريق حلب – اللاذقية
    end = dash + 1
    while end < min(dash + _END, len(reading.tokens)) and _goes_on(reading, end):
        end += 1
    return end


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether a name goes on with a definite word (بني *الصقر*)."""
    return reading.joined(at) and reading.is_definite(at) and at not in reading.in_hit
