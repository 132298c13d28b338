"""Python's search for rings of objects, made less often while records pass by the thousand."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 100_000
"""Made since the last search before the next: of a batch with its facets some ten."""


@contextmanager
def seldom() -> Iterator[None]:
    """Search seldom for what refers to itself: records do not, and a batch has a million objects.

    At its usual pace (each 700 objects) the search took a third of an import's time.
    """
    usual = gc.get_threshold()
    gc.set_threshold(max(_OBJECTS, usual[0]), *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
