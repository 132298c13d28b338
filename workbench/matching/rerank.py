"""A second opinion on which claims are close, by meaning instead of words.

It may bring candidates forward that share few words, and reorder the others. It decides nothing:
what a pair says of each other is for the facets, and no closeness overrules them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from workbench.matching.ranking import bag
from workbench.matching.types import Statement, Worded

ALIKE = 0.6
"""Closeness from which two claims that share few words are worth showing as related."""
SHARE = 2.0
"""What closeness of meaning weighs beside the share of the best score by words."""


class Reranker(Protocol):
    """Tells how close texts are in meaning: a sentence encoder, a cross-encoder, a service.

    A plug-in gives a function from one text (whatever stands behind the name in the settings) to
    a re-ranker, under the entry-point group ``workbench.rerankers``.
    """

    def closeness(self, new: str, filed: Sequence[str]) -> Sequence[float]:
        """How close each claim on file is to the new one, from −1 to 1."""
        ...


def reranked(
    new: Statement,
    ranked: Sequence[tuple[int, float]],
    filed: Mapping[int, Worded],
    reranker: Reranker,
) -> list[tuple[int, float]]:
    """The claims with their closeness in meaning, in the order of meaning and words together."""
    if not ranked:
        return []
    # Claims of the same words mean the same: no comma or quotation mark parts them.
    words = {claim: _words(filed[claim]) for claim, _ in ranked}
    first = {words[claim]: filed[claim].text for claim, _ in reversed(ranked)}
    meant = dict(zip(first, reranker.closeness(new.text, list(first.values())), strict=True))
    best = max(score for _, score in ranked) or 1.0
    weighed = [
        (-(score / best + SHARE * meant[words[claim]]), at, claim)
        for at, (claim, score) in enumerate(ranked)
    ]
    return [(claim, meant[words[claim]]) for _, _, claim in sorted(weighed)]


def _words(claim: Worded) -> frozenset[tuple[str, int]]:
    return frozenset(bag(claim.text, claim.language).counts.items())
