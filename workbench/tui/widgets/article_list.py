"""The list of articles: title, publisher and date, and how much is left to check."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from workbench.desk.views import ArticleRow
from workbench.tui import drawing
from workbench.tui.context import InDesk
from workbench.tui.panes.common import fields
from workbench.tui.widgets.virtual_list import VirtualList

COUNTS = 12
WHERE = 34
WHERE_FROM = 100


class ArticleList(InDesk, VirtualList[ArticleRow]):
    """Articles, newest first."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._articles: dict[int, ArticleRow] = {}

    def show_articles(self, articles: Sequence[ArticleRow]) -> None:
        """Show these articles, in their order."""
        self._articles = {article.id: article for article in articles}
        self.show([article.id for article in articles])

    def fetch(self, ids: Sequence[int]) -> Sequence[ArticleRow]:
        """A page of articles."""
        return [self._articles[one] for one in ids]

    def draw(self, row: ArticleRow, width: int, *, marked: bool, current: bool) -> Sequence[Strip]:
        """Left to check, of how many; title; publisher and date."""
        done = row.claims - row.unchecked
        sign = "●" if row.claims and not row.unchecked else "◐" if done else "○"
        counts = f"{done}/{row.claims}"
        counts = counts.rjust(COUNTS - 3) if self.rtl else counts.ljust(COUNTS - 3)
        where = fields(
            [
                row.publisher,
                row.published or self.words("article.undated"),
                self.words("article.version", version=row.version) if row.version > 1 else "",
            ]
        )
        room = width - COUNTS - 1
        first = drawing.row([Segment(f" {sign} "), Segment(counts)], rtl=self.rtl)
        if width < WHERE_FROM:
            title = drawing.line(row.title, room)
            return [drawing.row([first, title, Segment(" ")], rtl=self.rtl)]
        title = drawing.line(row.title, room - WHERE - 2)
        meta = drawing.fields(where, WHERE, Style(dim=True), rtl=self.rtl)
        return [drawing.row([first, title, Segment("  "), meta, Segment(" ")], rtl=self.rtl)]
