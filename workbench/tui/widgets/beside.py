"""Panels side by side, in the order in which the person's language is read."""

from __future__ import annotations

from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.layout import ArrangeResult, Layout
from textual.layouts.horizontal import HorizontalLayout
from textual.widget import Widget

from workbench.tui.context import InDesk


class Beside(InDesk, Horizontal):
    """As `Horizontal`; where the desk speaks a right-to-left language, the first is at the right.

    The focus goes on in the order of the panels, so first to last in either direction.
    """

    BLANK = True  # Textual draws it quickly, having no border of its own

    @property
    def layout(self) -> Layout:
        """Mirrored where the words are read from the right, unless the panels are stacked."""
        found = super().layout
        mirrored = isinstance(found, HorizontalLayout) and self.words.rtl
        return _MIRRORED if mirrored else found


class Panel(Vertical):
    """One below another, without a border: only a blank is drawn beneath them."""

    BLANK = True


class _Mirrored(HorizontalLayout):
    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        placements = super().arrange(parent, children, size, greedy)
        return [
            place._replace(region=place.region._replace(x=size.width - place.region.right))
            for place in placements
        ]


_MIRRORED = _Mirrored()
