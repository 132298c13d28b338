"""Screens that paint over all that has gone from them.

Textual paints anew what differs between a layout and the whole one before. After a scroll it
makes that one up when somebody asks for it, of the widgets that are there by then: a notice that
was taken away in between is in neither, and stays in sight until something else is painted there.
"""

from __future__ import annotations

from typing import Any, TypeVar

from textual._compositor import Compositor, CompositorMap, ReflowResult
from textual.geometry import Offset, Size
from textual.screen import Screen
from textual.widget import Widget

Result = TypeVar("Result")


class _Remembering(Compositor):
    """Textual's, which remembers by itself what was laid out last."""

    def __init__(self) -> None:
        super().__init__()
        self._last: CompositorMap = {}

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lay all out."""
        result = super().reflow(parent, size)
        self._paint_over(self._full_map)
        return result

    def reflow_visible(self, parent: Widget, size: Size) -> set[Widget]:
        """Lay out what is in sight."""
        exposed = super().reflow_visible(parent, size)
        self._paint_over(self._visible_map or {})
        return exposed

    def _paint_over(self, now: CompositorMap) -> None:
        """What is not where it was is to be painted over there."""
        gone = (place for widget, place in self._last.items() if now.get(widget) != place)
        regions = {place.clip.intersection(place.region) for place in gone}
        if self.size.region not in self._dirty_regions:
            self._dirty_regions.update(region for region in regions if region)
        self._last = now


class RepaintingScreen(Screen[Result]):
    """A screen on which nothing is seen, or met by the mouse, that has gone."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._compositor = _Remembering()

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What is there; a press on what went a moment ago, still laid out, meets nothing."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        return (widget, offset) if widget is not None and widget.is_attached else (None, None)
