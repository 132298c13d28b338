"""How work grows with length, counted in calls: a clock would fail on a busy machine."""

from __future__ import annotations

import cProfile
from collections.abc import Callable


def calls(work: Callable[[], object]) -> int:
    """How many functions are called, Python's and C's; what counts them costs little itself."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times the calls of ``size`` are made for four times that: 4 is linear, 16 square."""
    work(size)
    return calls(lambda: work(4 * size)) / max(calls(lambda: work(size)), 1)
