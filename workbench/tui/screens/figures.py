"""Figures: one quantity over time, across articles and claimants."""

from __future__ import annotations

from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.tui import wording
from workbench.tui.figures import Change
from workbench.tui.keys import bindings
from workbench.tui.notices import guarded
from workbench.tui.screens.base import DeskScreen
from workbench.tui.screens.opening import Opens
from workbench.tui.widgets.figure_list import LOOKS, FigureList
from workbench.tui.widgets.key_footer import KeyFooter
from workbench.tui.widgets.paragraph import Paragraph
from workbench.tui.widgets.title_bar import TitleBar


class FiguresScreen(DeskScreen):
    """The table above, the claim of the figure under the cursor below.

    Args:
        unit: only figures of this canonical unit; nothing for all.
    """

    DEFAULT_CSS = """
    FiguresScreen { background: $background; }
    FiguresScreen FigureList { height: 1fr; border-bottom: solid $panel; }
    FiguresScreen #said { height: 4; padding: 0 1; }
    FiguresScreen #none { padding: 1 2; display: none; height: 1fr; }
    FiguresScreen.-empty #none { display: block; }
    FiguresScreen.-empty FigureList, FiguresScreen.-empty #said { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(("list.copy", "copy"))

    def __init__(self, unit: str = "") -> None:
        super().__init__()
        self._unit = unit

    @property
    def place(self) -> str:
        """The unit."""
        return self._unit

    def compose(self) -> ComposeResult:
        """The table, the claim, and what to do when there is none."""
        yield TitleBar()
        yield FigureList(id="figures")
        yield Paragraph(id="said")
        yield Paragraph(self.words("figures.empty"), id="none")
        yield KeyFooter()

    def reload(self) -> None:
        """Read the ledger again."""
        figures = self.desk.figures.ledger(unit=self._unit or None)
        bar = self.query_one(TitleBar)
        unit = self.words.record(f"unit.{self._unit}") if self._unit else ""
        bar.title = " ".join(filter(None, (self.words("figures.title"), unit)))
        bar.note = self.words("count.figures", n=len(figures))
        self.set_class(not figures, "-empty")
        table = self.query_one(FigureList)
        table.show_figures(figures)
        if self.focused is None and figures:
            table.focus()

    @on(FigureList.Moved, "#figures")
    def _tell(self) -> None:
        row = self.query_one(FigureList).row
        if row is None:
            return
        lines = [wording.of_claim(row.figure)]
        if row.change is not Change.NONE:
            sign = LOOKS[row.change].sign
            lines.append(f"{sign} {self.words(f'figures.{row.change}')}")
        self.query_one("#said", Paragraph).show("\n".join(lines))

    @on(FigureList.Opened, "#figures")
    @guarded
    def _open(self) -> None:
        row = self.query_one(FigureList).row
        if row is not None and row.figure.article_id is not None:
            cast(Opens, self.app).open_article(row.figure.article_id, row.figure.claim_id)

    def action_copy(self) -> None:
        """Copy the claim of the figure."""
        row = self.query_one(FigureList).row
        if row is not None:
            self.app.copy_to_clipboard(wording.of_claim(row.figure))
