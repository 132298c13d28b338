"""Figures: one quantity over time, across articles and claimants."""

from __future__ import annotations

from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.desk.facets import unit_words
from workbench.desk.facets.tracing import Series
from workbench.tui import drawing, wording
from workbench.tui.keys import bindings
from workbench.tui.notices import guarded
from workbench.tui.screens.base import DeskScreen
from workbench.tui.screens.opening import Opens
from workbench.tui.widgets.beside import Beside
from workbench.tui.widgets.figure_list import LOOKS, FigureList
from workbench.tui.widgets.figure_plot import FigurePlot
from workbench.tui.widgets.key_footer import KeyFooter
from workbench.tui.widgets.paragraph import Paragraph, Saying
from workbench.tui.widgets.title_bar import TitleBar


class FiguresScreen(DeskScreen):
    """The table above, the claim of the figure under the cursor below.

    Args:
        unit: only figures of this canonical unit; nothing for all.
    """

    DEFAULT_CSS = """
    FiguresScreen { background: $background; }
    FiguresScreen #quantities { height: 1fr; }
    FiguresScreen FigureList { width: 3fr; height: 1fr; }
    FiguresScreen FigurePlot { width: 2fr; height: 1fr; }
    FiguresScreen.-narrow #quantities { layout: vertical; }
    FiguresScreen.-narrow FigureList, FiguresScreen.-narrow FigurePlot { width: 100%; }
    FiguresScreen #said { height: 5; padding: 0 1; border-top: solid $panel; }
    FiguresScreen #none { padding: 1 2; display: none; height: 1fr; }
    FiguresScreen.-empty #none { display: block; }
    FiguresScreen.-empty #quantities, FiguresScreen.-empty #said { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        ("figures.next", "series(1)"), ("figures.previous", "series(-1)"), ("list.copy", "copy")
    )

    def __init__(self, unit: str = "") -> None:
        super().__init__()
        self._unit = unit
        self._series: list[Series] = []

    @property
    def place(self) -> str:
        """The unit."""
        return self._unit

    def compose(self) -> ComposeResult:
        """The table, the claim, and what to do when there is none."""
        yield TitleBar()
        with Beside(id="quantities"):
            yield FigureList(id="figures")
            yield FigurePlot(id="plot")
        yield Paragraph(id="said")
        yield Saying(self.words("figures.empty"), id="none")
        yield KeyFooter()

    def reload(self) -> None:
        """Read the quantities again."""
        self._series = self.desk.figures.series(unit=self._unit or None)
        count = sum(len(one.figures) for one in self._series)
        bar = self.query_one(TitleBar)
        unit = unit_words.said(self._unit, self.words.language)
        bar.title = " ".join(filter(None, (self.words("figures.title"), unit)))
        bar.note = self.words("count.figures", n=count)
        self.set_class(not count, "-empty")
        table = self.query_one(FigureList)
        table.show_series(self._series)
        if self.focused is None and count:
            table.focus()

    @on(FigureList.Moved, "#figures")
    def _tell(self) -> None:
        row = self.query_one(FigureList).row
        if row is None:
            return
        series = self._series[row.series]
        unit = unit_words.said(series.unit, self.words.language)
        what = drawing.DOT.join(filter(None, (series.counted or unit, series.place)))
        number = {"n": str(row.series + 1), "total": str(len(self._series))}
        lines = [self.words("figures.series", what=what, **number), wording.of_claim(row.figure)]
        lines += [
            f"{LOOKS[flag].sign} {self.words.record(f'figure_flag.{flag}')}" for flag in row.flags
        ]
        self.query_one("#said", Paragraph).show("\n".join(lines))
        self.query_one(FigurePlot).show(series)

    def action_series(self, by: int) -> None:
        """To the next quantity, or the one before."""
        row = self.query_one(FigureList).row
        if row is not None:
            self.query_one(FigureList).go_to_series(row.series + by)

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
