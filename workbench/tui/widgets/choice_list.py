"""One of a few: the row under the cursor is the choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.strip import Strip

from workbench.tui import drawing
from workbench.tui.context import InDesk
from workbench.tui.keys import bind
from workbench.tui.theme import PLAIN, Look
from workbench.tui.widgets.virtual_list import VirtualList


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen: its key, its words, its sign."""

    key: str
    text: str
    look: Look = PLAIN
    note: tuple[str, ...] = ()


class ChoiceList(InDesk, VirtualList[Choice]):
    """A short list in a dialog."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("dialog.choose", "open")]

    def __init__(
        self,
        choices: Sequence[Choice],
        *,
        chosen: str = "",
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._choices = tuple(choices)
        self._first = chosen

    def on_mount(self) -> None:
        """Show the choices, with the cursor on the one in force."""
        self.offer(self._choices, chosen=self._first)

    def offer(self, choices: Sequence[Choice], *, chosen: str = "", most: int = 8) -> None:
        """Offer other choices, ``most`` of them in sight."""
        self._choices = tuple(choices)
        self.styles.height = max(1, min(most, len(self._choices)))
        self.show(range(len(self._choices)))
        keys = [choice.key for choice in self._choices]
        self.go_to_index(keys.index(chosen) if chosen in keys else 0)

    @property
    def chosen(self) -> str:
        """The key of the row under the cursor, or nothing in an empty list."""
        return self._choices[self.cursor].key if self._choices else ""

    def fetch(self, ids: Sequence[int]) -> Sequence[Choice]:
        """The choices themselves."""
        return [self._choices[place] for place in ids]

    def draw(self, row: Choice, width: int, *, marked: bool, current: bool) -> Sequence[Strip]:
        """A sign that says which is chosen, and its words."""
        colour = self.app.theme_variables.get(row.look.colour)
        sign = Style(color=colour, bold=True)
        signs = [Segment("◉" if current else "○"), Segment(f" {row.look.sign} ", sign)]
        room = max(4, width - 5)
        if not row.note:
            columns: list[drawing.Column] = [*signs, drawing.line(row.text, room), Segment(" ")]
            return [drawing.row(columns, rtl=self.rtl)]
        half = room // 2
        text = drawing.line(row.text, half)
        gap, edge = Segment("  "), Segment(" ")
        note = drawing.fields(row.note, max(1, room - half - 2), Style(dim=True), rtl=self.rtl)
        return [drawing.row([*signs, text, gap, note, edge], rtl=self.rtl)]
