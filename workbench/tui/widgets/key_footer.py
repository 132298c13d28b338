"""The last line: what keys do here, from the bindings that are really active."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from workbench.tui import drawing
from workbench.tui.context import InDesk
from workbench.tui.widgets.active_keys import ActiveKey, active_keys


class KeyFooter(InDesk, Widget):
    """Keys and their words, as many as fit; ``?`` for all of them is always there."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"footer--key", "footer--word"}
    DEFAULT_CSS = """
    KeyFooter {
        dock: bottom;
        height: 1;
        background: $panel;
        & > .footer--key { color: $accent; background: $panel; text-style: bold; }
        & > .footer--word { color: $foreground; background: $panel; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[ActiveKey] = []
        self._line: list[tuple[ActiveKey, Strip]] | None = None

    def on_mount(self) -> None:
        """Follow the bindings of whatever has the focus."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self._look())

    def _look(self) -> None:
        """Draw again where other keys do something now; most moves change none."""
        if self._line is None:
            self.refresh()  # drawing looks itself
            return
        keys = [key for key in active_keys(self.screen) if key.show]
        if keys != self._keys:
            self._keys = keys
            self._renew()

    def _renew(self) -> None:
        self._line = None
        self.refresh()

    def on_resize(self) -> None:
        """As many keys as fit now."""
        self._renew()

    def notify_style_update(self) -> None:
        """Draw in the colours of another theme."""
        super().notify_style_update()
        self._line = None

    def _shown(self) -> list[tuple[ActiveKey, Strip]]:
        if self._line is None:
            self._keys = [key for key in active_keys(self.screen) if key.show]
            self._line = self._drawn(self._keys)
        return self._line

    def _drawn(self, keys: list[ActiveKey]) -> list[tuple[ActiveKey, Strip]]:
        key_style = self.get_component_rich_style("footer--key")
        word_style = self.get_component_rich_style("footer--word")
        last = [key for key in keys if key.name in ("desk.help", "dialog.cancel")]
        shown: list[tuple[ActiveKey, Strip]] = []
        room = self.size.width - sum(self._width(key) for key in last)
        for key in [one for one in keys if one not in last] + last:
            room -= 0 if key in last else self._width(key)
            if room < 0 and key not in last:
                continue
            word = self.words(f"key.{key.name}")
            label = drawing.line(word, drawing.width(word), word_style)
            lead = Segment(f" {key.display} ", key_style)
            columns: list[drawing.Column] = [lead, label, Segment(" ", word_style)]
            shown.append((key, drawing.row(columns, rtl=self.rtl)))
        return shown

    def _width(self, key: ActiveKey) -> int:
        return len(key.display) + drawing.width(self.words(f"key.{key.name}")) + 3

    def render_line(self, y: int) -> Strip:
        """The line."""
        strip = drawing.row([drawn for _, drawn in self._shown()], rtl=self.rtl)
        style = self.get_component_rich_style("footer--word")
        return drawing.across(strip, self.size.width, style, rtl=self.rtl)

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        edge = 0
        place = self.size.width - 1 - event.x if self.rtl else event.x
        for key, drawn in self._shown():
            edge += drawn.cell_length
            if place < edge:
                await self.app.run_action(key.action, key.node)
                return
