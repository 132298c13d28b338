"""Whether one claimant says both of two statements, as far as the names tell: "the oil ministry"
and وزارة النفط are one, "the ministry" may be any, and of two languages it is seldom certain."""

from __future__ import annotations

from functools import lru_cache

from workbench.facets.types import Facets
from workbench.language.fold import fold_text
from workbench.matching.reasons import Key
from workbench.matching.statement.words import profile
from workbench.matching.types import Facet, Statement
from workbench.matching.wording.wording import pair

_MEMO = 2048
"""Pairs of claimants that are remembered: an article has few, and each meets many claims."""


def find_claimants(here: Statement, there: Statement) -> str:
    """That the claimants are one, or others; nothing where that cannot be told."""
    if not (here.claimant and there.claimant):
        return ""
    return _held(here.claimant, here.language, there.claimant, there.language)


@lru_cache(maxsize=_MEMO)
def _held(one: str, language: str, other: str, others: str) -> str:
    if fold_text(one) == fold_text(other):
        return Facet.ATTRIBUTION.value
    sides = Statement(one, language, Facets()), Statement(other, others, Facets())
    names = pair(*map(profile, sides))
    left = [
        any(not (word.stop or word.light) for word in side)
        for side in (names.left_here, names.left_there)
    ]
    if names.shared and not any(left):
        return Facet.ATTRIBUTION.value
    return Key.CLAIMANTS_DIFFER.value if all(left) and language == others else ""
