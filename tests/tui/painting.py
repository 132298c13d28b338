"""A desk without a terminal is painted when the person looks: after a key, not on the way to it.

What changes while the desk settles is painted several times a key, a quarter of the time of these
tests, though nobody sees it. What was touched is painted all the same, once.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

import pytest
from textual._compositor import Compositor
from textual.app import App
from textual.geometry import Region

_paint = Compositor.render_update


class Painting:
    """The regions that are still to be painted."""

    def __init__(self) -> None:
        self._left: WeakKeyDictionary[Compositor, set[Region]] = WeakKeyDictionary()

    def later(self, compositor: Compositor, full: bool = False, **given: Any) -> Any:
        """In place of Textual's own: paint what is asked for whole, note the rest."""
        if full:
            return _paint(compositor, full, **given)
        self._left.setdefault(compositor, set()).update(compositor._dirty_regions)
        compositor._dirty_regions.clear()
        return None

    def now(self, app: App[Any]) -> None:
        """Paint what was noted of the screen in front."""
        compositor = app.screen._compositor
        compositor._dirty_regions.update(self._left.pop(compositor, ()))
        _paint(compositor, screen_stack=app._background_screens)


@contextmanager
def painting_later() -> Iterator[Painting]:
    """All that is painted by itself waits for `Painting.now`."""
    painting = Painting()

    def later(compositor: Compositor, *given: Any, **named: Any) -> Any:
        return painting.later(compositor, *given, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Compositor, "render_update", later)
        yield painting
