"""The best one-to-one pairing of two lists."""

from __future__ import annotations

from collections.abc import Sequence


def best_pairs(worth: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Row and column of each pair in the pairing of greatest summed worth.

    The Hungarian method with potentials, in O(n²m); empty tables give no pairs.
    """
    rows, columns = len(worth), len(worth[0]) if worth else 0
    if not rows or not columns:
        return []
    if rows > columns:
        turned = [[worth[i][j] for i in range(rows)] for j in range(columns)]
        return sorted((i, j) for j, i in best_pairs(turned))
    u, v = [0.0] * (rows + 1), [0.0] * (columns + 1)
    match = [0] * (columns + 1)
    for row in range(1, rows + 1):
        _augment(row, worth, u, v, match)
    return sorted((match[j] - 1, j - 1) for j in range(1, columns + 1) if match[j])


def _augment(
    row: int,
    worth: Sequence[Sequence[float]],
    u: list[float],
    v: list[float],
    match: list[int],
) -> None:
    columns = len(v) - 1
    least = [float("inf")] * (columns + 1)
    way = [0] * (columns + 1)
    used = [False] * (columns + 1)
    match[0] = row
    at = 0
    while True:
        used[at] = True
        here, delta, nearest = match[at], float("inf"), 0
        for j in range(1, columns + 1):
            if used[j]:
                continue
            cost = -worth[here - 1][j - 1] - u[here] - v[j]
            if cost < least[j]:
                least[j], way[j] = cost, at
            if least[j] < delta:
                delta, nearest = least[j], j
        for j in range(columns + 1):
            if used[j]:
                u[match[j]] += delta
                v[j] -= delta
            else:
                least[j] -= delta
        at = nearest
        if not match[at]:
            break
    while at:
        match[at] = match[way[at]]
        at = way[at]
