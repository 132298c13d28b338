"""Which of the compared claims are shown, and in which order.

Claims of a telling relation (same, update, conflict, narrower, broader) come first, the likeliest
before the others; claims that are only related follow in the order of their closeness. Claims in
other languages have places of their own.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from workbench.matching.reasons import Key
from workbench.matching.thresholds import Thresholds
from workbench.matching.types import Comparison, Relation

OTHER_LANGUAGES = 2
"""Places kept for claims in other languages, where there are any worth showing."""


class Compared(msgspec.Struct, frozen=True):
    """A claim on file beside a new one."""

    claim: int
    comparison: Comparison
    place: int
    """By closeness among the candidates of its language."""
    across: bool
    """Whether it is in another language than the new one."""
    evidence: Key | None = None
    """Why it is worth showing although it shares few of its words, if it is."""


def chosen(compared: Iterable[Compared], thresholds: Thresholds, most: int) -> list[Compared]:
    """At most so many that tell a checker something, best first."""
    worth = [each for each in map(_by_evidence, compared) if _worth(each, thresholds)]
    own = sorted((each for each in worth if not each.across), key=_order)
    other = sorted((each for each in worth if each.across), key=_order)
    kept = other[: max(OTHER_LANGUAGES, most - len(own))]
    return sorted([*own[: most - len(kept)], *kept], key=_order)[:most]


def _worth(each: Compared, thresholds: Thresholds) -> bool:
    comparison = each.comparison
    if each.evidence is not None and comparison.relation is Relation.RELATED:
        return comparison.probability >= thresholds.related
    return thresholds.show(comparison)


def _order(each: Compared) -> tuple[bool, float, int]:
    related = each.comparison.relation is Relation.RELATED
    return related, each.place if related else -each.comparison.probability, each.place


def _by_evidence(each: Compared) -> Compared:
    """A pair that only shares too little, as related, where something else speaks for it.

    Every other relation stands as the facets have it.
    """
    comparison = each.comparison
    if each.evidence is None or comparison.relation is not Relation.DIFFERENT:
        return each
    if comparison.reasons[0].key != Key.LITTLE_SHARED:
        return each
    first, *rest = comparison.reasons
    reasons = (replace(first, key=each.evidence.value), *rest)
    related = replace(comparison, relation=Relation.RELATED, reasons=reasons)
    return msgspec.structs.replace(each, comparison=related)
