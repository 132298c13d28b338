"""From which probability a match of a mild relation is worth showing, and how to learn it.

A threshold hides; it never decides. Claims that say the same, update or contradict are always
shown; only what is narrower, broader or related may be too far off to be worth a look. What is
too far differs from desk to desk, so a desk's own confirmed and rejected matches can say it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

import msgspec

from workbench.matching.types import Comparison, Relation

MILD = (Relation.NARROWER, Relation.BROADER, Relation.RELATED)
"""The relations that a threshold may hide."""
LEAST_RELATED = 0.35
"""Similarity below which a claim that is only related is not worth showing."""
ENOUGH = 20
"""Decisions on a relation, below which they are too few to learn from."""
KEPT = 0.95
"""Share of the confirmed matches that a proposed threshold must still show."""


class Thresholds(msgspec.Struct, frozen=True, kw_only=True):
    """For each mild relation the least probability that is shown."""

    narrower: float = 0.0
    broader: float = 0.0
    related: float = 0.0

    def show(self, comparison: Comparison) -> bool:
        """Whether a comparison tells a checker something."""
        relation = comparison.relation
        if relation is Relation.DIFFERENT:
            return False
        if relation is Relation.RELATED and comparison.similarity < LEAST_RELATED:
            return False
        return relation not in MILD or comparison.probability >= getattr(self, relation.value)


SHOW_ALL = Thresholds()
"""Where nobody has set any."""


class Decided(msgspec.Struct, frozen=True):
    """A match on which somebody decided, as it is found today."""

    relation: Relation
    facet: str
    """Which decided the relation."""
    languages: str
    """``ar``, ``en``, or ``ar ↔ en``."""
    probability: float
    confirmed: bool
    """Else rejected."""
    found: bool
    """Whether today's matcher still shows it."""


class Tally(msgspec.Struct, frozen=True):
    """What people said of the matches of one kind."""

    confirmed: int
    rejected: int
    found: int
    """Confirmed ones that today's matcher shows."""

    @property
    def precision(self) -> float:
        """Share of the decided matches that were confirmed."""
        return _share(self.confirmed, self.confirmed + self.rejected)

    @property
    def recall(self) -> float:
        """Share of the confirmed matches that today's matcher shows."""
        return _share(self.found, self.confirmed)


class Proposal(msgspec.Struct, frozen=True):
    """A threshold for one relation, and what it would have done to the decided matches."""

    relation: Relation
    threshold: float
    precision_before: float
    precision: float
    kept: float
    """Share of the confirmed matches that it still shows."""
    decided: int


def tally(decided: Iterable[Decided]) -> Tally:
    """What people said of these matches."""
    rows = list(decided)
    confirmed = [row for row in rows if row.confirmed]
    return Tally(len(confirmed), len(rows) - len(confirmed), sum(row.found for row in confirmed))


def tallies(decided: Sequence[Decided], by: str) -> Mapping[str, Tally]:
    """Tallies by ``relation``, ``facet`` or ``languages``, the most decided first."""
    groups: dict[str, list[Decided]] = {}
    for row in decided:
        groups.setdefault(str(getattr(row, by)), []).append(row)
    ordered = sorted(groups.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    return {name: tally(rows) for name, rows in ordered}


def propose(decided: Sequence[Decided]) -> list[Proposal]:
    """A threshold for each mild relation that enough was decided on, where one would help.

    Of all that still show `KEPT` of the confirmed matches, the one that shows the fewest rejected
    and a larger share of confirmed ones than before; among equals the lowest, so that no more is
    hidden than the decisions speak for.
    """
    proposals: list[Proposal] = []
    for relation in MILD:
        rows = [row for row in decided if row.relation is relation]
        good = sorted(row.probability for row in rows if row.confirmed)
        bad = sorted(row.probability for row in rows if not row.confirmed)
        if len(rows) < ENOUGH or not good or not bad:
            continue
        spare = len(good) - math.ceil(len(good) * KEPT)
        tried = (_below(relation, good[at], good, bad) for at in range(spare, -1, -1))
        helping = (one for one in tried if one and one.precision > one.precision_before)
        proposals += islice(helping, 1)
    return proposals


def _below(
    relation: Relation, least: float, good: Sequence[float], bad: Sequence[float]
) -> Proposal | None:
    """The proposal to show what is as probable as ``least``, if it hides a rejected match."""
    hidden = [probability for probability in bad if probability < least]
    return _proposal(relation, _between(hidden[-1], least), good, bad) if hidden else None


def _between(low: float, high: float) -> float:
    """A short number above ``low`` and at most ``high``."""
    for digits in (2, 3, 4):
        short = round((low + high) / 2, digits)
        if low < short <= high:
            return short
    return high


def _proposal(
    relation: Relation, threshold: float, good: Sequence[float], bad: Sequence[float]
) -> Proposal:
    shown = [p for p in good if p >= threshold], [p for p in bad if p >= threshold]
    return Proposal(
        relation=relation,
        threshold=threshold,
        precision_before=_share(len(good), len(good) + len(bad)),
        precision=_share(len(shown[0]), len(shown[0]) + len(shown[1])),
        kept=_share(len(shown[0]), len(good)),
        decided=len(good) + len(bad),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
