"""What the facets say of a stretch's words: names, places, times and figures as ranges of words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import msgspec

from workbench.facets.quantities.figure import PERCENT
from workbench.facets.types import Facets
from workbench.language.spans import Span
from workbench.splitting.clauses.clause import Clause, Range
from workbench.splitting.clauses.words.words import Word


class Marks(msgspec.Struct, frozen=True):
    """What the facets say of a stretch's words, as ranges of words."""

    names: tuple[Range, ...] = ()
    demonyms: tuple[Range, ...] = ()
    places: tuple[Range, ...] = ()
    times: tuple[Range, ...] = ()
    figures: tuple[Range, ...] = ()
    shares: tuple[Range, ...] = ()
    """Those of the figures that are percentages."""
    counts: dict[Range, int] = {}
    """How many, where a figure is a small whole number."""

    def near(self, clause: Clause) -> Marks:
        """Those that begin among the clause's words."""
        figures = _inside(self.figures, clause)
        return Marks(
            names=_inside(self.names, clause),
            demonyms=_inside(self.demonyms, clause),
            places=_inside(self.places, clause),
            times=_inside(self.times, clause),
            figures=figures,
            shares=_inside(self.shares, clause),
            counts={found: self.counts[found] for found in figures if found in self.counts},
        )


def _inside(ranges: tuple[Range, ...], clause: Clause) -> tuple[Range, ...]:
    found: list[Range] = []
    for first, last in clause.ranges:
        found += ranges[bisect_left(ranges, (first, 0)) : bisect_left(ranges, (last, 0))]
    return tuple(found)


def marks_of(words: Sequence[Word], facets: Facets) -> Marks:
    """The facets of the article that stand among ``words``."""
    starts = [word.start for word in words]

    def ranges(spans: Iterable[Span]) -> tuple[Range, ...]:
        read = (_range(starts, words, span) for span in spans)
        return tuple(sorted(found for found in read if found is not None))

    counts: dict[Range, int] = {}
    for quantity in facets.quantities:
        found = _range(starts, words, quantity.span)
        if found and quantity.low is not None and quantity.low == quantity.high:
            value = quantity.low
            if value == value.to_integral_value() and 1 < value < 100:
                counts[found] = int(value)
    return Marks(
        names=ranges(
            [p.span for p in facets.places if not p.demonym] + [a.span for a in facets.actors]
        ),
        demonyms=ranges(p.span for p in facets.places if p.demonym),
        places=ranges(p.span for p in facets.places if not p.demonym),
        times=ranges(t.span for t in facets.times),
        figures=ranges(q.span for q in facets.quantities),
        shares=ranges(q.span for q in facets.quantities if q.unit == PERCENT.name),
        counts=counts,
    )


def _range(starts: list[int], words: Sequence[Word], span: Span) -> Range | None:
    first = bisect_left(starts, span.start)
    if first and words[first - 1].end > span.start:
        first -= 1
    last = bisect_left(starts, span.end)
    return (first, last) if first < last else None
