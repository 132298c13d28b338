"""How likely one fact-check serves both claims, and how likely the two hold or fail together.

Both are logistic functions of a few plain features. They order candidates and are shown beside
the relation; they never decide it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from workbench.matching.findings import Finding, Holds
from workbench.matching.types import Relation
from workbench.matching.wording import Alignment


def probability(words: Alignment, findings: Sequence[Finding], relation: Relation) -> float:
    """That one fact-check serves both, in [0, 1]."""
    if relation is Relation.DIFFERENT:
        return _logistic(-4.0 + 4.0 * words.similarity)
    equal = sum(finding.holds is Holds.EQUAL for finding in findings)
    both = min(words.coverage_here, words.coverage_there)
    return _logistic(-3.0 + 4.0 * words.similarity + 2.0 * both + 0.4 * min(equal, 3))


def agreement(words: Alignment, findings: Sequence[Finding], relation: Relation) -> float:
    """That the two hold or fail together, in [0, 1]."""
    base = {Relation.SAME: 3.0, Relation.CONFLICT: -3.0, Relation.UPDATE: -2.0}.get(relation, 0.0)
    apart = sum(finding.holds is Holds.APART for finding in findings)
    unclear = sum(finding.holds is Holds.UNCLEAR for finding in findings)
    return _logistic(base + 2.0 * words.similarity - 1.0 - 1.5 * apart - 0.7 * unclear)


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value))
