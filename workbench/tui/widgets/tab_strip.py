"""A row of tabs of one line: the panes beside the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from workbench.tui import drawing


@dataclass(frozen=True, slots=True)
class PaneTab:
    """A pane's name, the key that goes there, and how much it holds."""

    id: str
    key: str
    label: str
    note: str = ""


class TabStrip(Widget):
    """Tabs; the screen switches the panes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"tab--active", "tab--key", "tab--other"}
    DEFAULT_CSS = """
    TabStrip {
        height: 1;
        background: $panel;
        & > .tab--active { background: $primary; color: $background; text-style: bold; }
        & > .tab--key { color: $accent; background: $panel; }
        & > .tab--other { color: $foreground; background: $panel; }
    }
    """
    active: reactive[str] = reactive("")
    tabs: reactive[tuple[PaneTab, ...]] = reactive(())

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, tab: str) -> None:
            super().__init__()
            self.tab = tab

    def _drawn(self) -> list[tuple[PaneTab, list[Segment]]]:
        key = self.get_component_rich_style("tab--key")
        drawn = []
        for tab in self.tabs:
            name = "tab--active" if tab.id == self.active else "tab--other"
            style = self.get_component_rich_style(name)
            text = f"{tab.label} {tab.note}".rstrip()
            label = drawing.line(text, drawing.width(text), style)
            lead = style if tab.id == self.active else key
            drawn.append((tab, [Segment(f" {tab.key} ", lead), *label, Segment(" ", style)]))
        return drawn

    def render_line(self, y: int) -> Strip:
        """All tabs in a row."""
        segments = [segment for _, drawn in self._drawn() for segment in drawn]
        strip = Strip(segments)
        style = self.get_component_rich_style("tab--other")
        return strip.extend_cell_length(self.size.width, style).crop(0, self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Choose the tab under the mouse."""
        edge = 0
        for tab, segments in self._drawn():
            edge += Strip(segments).cell_length
            if event.x < edge:
                self.post_message(self.Chosen(tab.id))
                return
