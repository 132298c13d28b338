"""Figures as a table: when, how much, of what, who says so, where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from workbench.desk.facets import telling, unit_words
from workbench.desk.facets.tracing import Flag, Series
from workbench.desk.types import Figure
from workbench.tui import drawing
from workbench.tui.context import InDesk
from workbench.tui.theme import PLAIN, Look
from workbench.tui.widgets.virtual_list import VirtualList

WHEN, UNIT = 11, 8
WIDE = 110
"""Width from which a figure has room for its denial and comparator in full."""
LOOKS: dict[Flag, Look] = {
    Flag.JUMP: Look("↕", "error"),
    Flag.REVISED: Look("≠", "error"),
    Flag.ROUNDED: Look("~", "warning"),
    Flag.ABOUT_LOST: Look("≈", "warning"),
}


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure, what is to be noticed about it, and the quantity it is one of."""

    figure: Figure
    flags: tuple[Flag, ...]
    series: int


class FigureList(InDesk, VirtualList[FigureRow]):
    """A figure a row: one quantity after the other, each in order of time."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._figures: list[FigureRow] = []

    def show_series(self, found: Sequence[Series]) -> None:
        """Show these; the cursor stays in its place."""
        self._figures = [
            FigureRow(noted.figure, noted.flags, number)
            for number, one in enumerate(found)
            for noted in one.figures
        ]
        self.show(range(len(self._figures)))

    def go_to_series(self, number: int) -> None:
        """To the first figure of a quantity."""
        place = next((n for n, row in enumerate(self._figures) if row.series == number), None)
        if place is not None:
            self.go_to_index(place)

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
        look = LOOKS[row.flags[0]] if row.flags else PLAIN
        colour = self.app.theme_variables.get(look.colour)
        exact = figure.comparator == "exactly"
        comparator = "" if exact else words.record(f"comparator.{figure.comparator}")
        how_much = 28 if width >= WIDE else 16
        read = telling.amount(figure.low, figure.high) or figure.surface
        amount = " ".join(filter(None, (comparator, read)))
        denied = telling.denial(words.language) + " " if figure.denied else ""
        unit = unit_words.said(figure.unit, words.language) or figure.counted
        room = max(8, width - WHEN - how_much - UNIT - 7)
        who = room // 3
        nobody = words("claim.nobody" if figure.article_id else "claim.unnamed")
        columns = (
            (figure.time or figure.published or "—", WHEN, Style()),
            (denied + amount, how_much, Style(bold=True)),
            (unit, UNIT, Style(dim=True)),
            (figure.claimant or nobody, who, Style()),
            (figure.article_title or words("claim.no_article"), room - who, Style(dim=True)),
        )
        parts: list[drawing.Column] = [
            Segment(f"{self._edge(row)}{look.sign} ", Style(color=colour, bold=True))
        ]
        for text, size, style in columns:
            parts += [drawing.line(text, size, style), Segment(" ")]
        return [drawing.row(parts, rtl=self.rtl)]

    def _edge(self, row: FigureRow) -> str:
        """A bar beside every second quantity, so that one is told from the next."""
        return "│" if row.series % 2 else " "
