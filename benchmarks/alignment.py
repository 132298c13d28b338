"""Two lists of texts held side by side: the pairs that are most alike, one to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from benchmarks.assignment import best_pairs
from workbench.language.tokens import tokenize

ENOUGH = 0.7
"""Dice of two bags of words from which they count as one claim."""

Bag = Counter[str]


def bag(text: str) -> Bag:
    return Counter(token.folded for token in tokenize(text))


def dice(one: Bag, other: Bag) -> float:
    total = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / total if total else 0.0


def f1(found: int, proposed: int, expected: int) -> tuple[float, float, float]:
    precision = found / proposed if proposed else 0.0
    recall = found / expected if expected else 0.0
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def aligned(ours: Sequence[Bag], gold: Sequence[Bag]) -> list[tuple[int, int, float]]:
    table = [[dice(one, other) for other in gold] for one in ours]
    # A pair that counts is worth more than any nearer miss.
    worth = [[value + (10 if value >= ENOUGH else 0) for value in row] for row in table]
    return [(i, j, table[i][j]) for i, j in best_pairs(worth)]
