"""Figures as a table: when, how much, of what, who says so, where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from workbench.desk import telling
from workbench.desk.types import Figure
from workbench.tui import drawing
from workbench.tui.context import InDesk
from workbench.tui.figures import Change, changes
from workbench.tui.theme import Look
from workbench.tui.widgets.virtual_list import VirtualList

WHEN, UNIT = 11, 8
WIDE = 110
"""Width from which a figure has room for its denial and comparator in full."""
LOOKS: dict[Change, Look] = {
    Change.NONE: Look(" ", "foreground"),
    Change.JUMP: Look("↕", "error"),
    Change.ABOUT_LOST: Look("≈", "warning"),
}


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure and what is to be noticed about it."""

    figure: Figure
    change: Change


class FigureList(InDesk, VirtualList[FigureRow]):
    """A figure a row, in order of time."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._figures: list[FigureRow] = []

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these; the cursor stays in its place."""
        marks = changes(figures)
        self._figures = [FigureRow(*pair) for pair in zip(figures, marks, strict=True)]
        self.show(range(len(figures)))

    @property
    def row(self) -> FigureRow | None:
        """The row under the cursor."""
        return self._figures[self.current_id] if self.current_id is not None else None

    def fetch(self, ids: Sequence[int]) -> Sequence[FigureRow]:
        """The rows themselves."""
        return [self._figures[one] for one in ids]

    def draw(self, row: FigureRow, width: int, *, marked: bool, current: bool) -> Sequence[Strip]:
        """Sign, time, figure, unit, claimant, words of the claim."""
        figure, words = row.figure, self.words
        look = LOOKS[row.change]
        colour = self.app.theme_variables.get(look.colour)
        exact = figure.comparator == "exactly"
        comparator = "" if exact else words.record(f"comparator.{figure.comparator}")
        how_much = 28 if width >= WIDE else 16
        amount = " ".join(filter(None, (comparator, figure.figure or figure.surface)))
        denied = telling.denial(words.language) + " " if figure.denied else ""
        unit = words.record(f"unit.{figure.unit}") if figure.unit else figure.counted
        room = max(8, width - WHEN - how_much - UNIT - 7)
        who = room // 3
        columns = (
            (figure.time or figure.published or "—", WHEN, Style()),
            (denied + amount, how_much, Style(bold=True)),
            (unit, UNIT, Style(dim=True)),
            (figure.claimant or words("claim.nobody"), who, Style()),
            (figure.article_title or words("claim.no_article"), room - who, Style(dim=True)),
        )
        parts: list[drawing.Column] = [Segment(f" {look.sign} ", Style(color=colour, bold=True))]
        for text, size, style in columns:
            parts += [drawing.line(text, size, style), Segment(" ")]
        return [drawing.row(parts, rtl=self.rtl)]
