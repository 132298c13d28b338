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
from workbench.tui.context import InDesk


@dataclass(frozen=True, slots=True)
class PaneTab:
    """A pane's name, the key that goes there, and how much it holds."""

    id: str
    key: str
    label: str
    note: str = ""


class TabStrip(InDesk, Widget):
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

    def _drawn(self) -> list[tuple[PaneTab, Strip]]:
        key = self.get_component_rich_style("tab--key")
        drawn = []
        for tab in self.tabs:
            name = "tab--active" if tab.id == self.active else "tab--other"
            style = self.get_component_rich_style(name)
            text = f"{tab.label} {tab.note}".rstrip()
            label = drawing.line(text, drawing.width(text), style)
            lead = style if tab.id == self.active else key
            columns: list[drawing.Column] = [
                Segment(f" {tab.key} ", lead),
                label,
                Segment(" ", style),
            ]
            drawn.append((tab, drawing.row(columns, rtl=self.rtl)))
        return drawn

    def render_line(self, y: int) -> Strip:
        """All tabs in a row."""
        strip = drawing.row([drawn for _, drawn in self._drawn()], rtl=self.rtl)
        style = self.get_component_rich_style("tab--other")
        return drawing.across(strip, self.size.width, style, rtl=self.rtl)

    def on_click(self, event: events.Click) -> None:
        """Choose the tab under the mouse."""
        edge = 0
        place = self.size.width - 1 - event.x if self.rtl else event.x
        for tab, drawn in self._drawn():
            edge += drawn.cell_length
            if place < edge:
                self.post_message(self.Chosen(tab.id))
                return
