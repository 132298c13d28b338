"""How work grows with length, counted in calls: a clock would fail on a busy machine."""

from __future__ import annotations

import sys
from collections.abc import Callable


def calls(work: Callable[[], object]) -> int:
    """How many functions are called, Python's and C's."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times the calls of ``size`` are made for four times that: 4 is linear, 16 square."""
    work(size)
    return calls(lambda: work(4 * size)) / max(calls(lambda: work(size)), 1)
