"""The first line of a screen: where one is, and how much there is."""

from __future__ import annotations

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from workbench.tui import drawing
from workbench.tui.context import InDesk


class TitleBar(InDesk, Widget):
    """A title, which may come from outside, and a note at the other end."""

    DEFAULT_CSS = """
    TitleBar { height: 1; background: $panel; color: $foreground; text-style: bold; }
    """
    title: reactive[str] = reactive("")
    note: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:
        """The line; the note gives way to nothing, the title to the note."""
        width, style = self.size.width, self.rich_style
        note = drawing.line(self.note, min(drawing.width(self.note), width // 2))
        room = width - Strip(note).cell_length - 4
        title = drawing.line(self.title, max(1, room))
        strip = drawing.row([Segment(" "), title, Segment("  "), note, Segment(" ")], rtl=self.rtl)
        return strip.apply_style(style).extend_cell_length(width, style).crop(0, width)
