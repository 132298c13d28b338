"""The list of sources."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from workbench.desk.views import SourceView
from workbench.tui import drawing
from workbench.tui.context import InDesk
from workbench.tui.panes.common import fields
from workbench.tui.widgets.virtual_list import VirtualList


class SourceList(InDesk, VirtualList[SourceView]):
    """How much evidence, title, publisher and kind."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sources: dict[int, SourceView] = {}

    def show_sources(self, sources: Sequence[SourceView]) -> None:
        """Show these, in their order."""
        self._sources = {source.id: source for source in sources}
        self.show([source.id for source in sources])

    @property
    def source(self) -> SourceView | None:
        """The source under the cursor."""
        return self._sources.get(self.current_id) if self.current_id is not None else None

    def fetch(self, ids: Sequence[int]) -> Sequence[SourceView]:
        """The sources themselves."""
        return [self._sources[one] for one in ids]

    def draw(self, row: SourceView, width: int, *, marked: bool, current: bool) -> Sequence[Strip]:
        """One line."""
        kind = self.words.record(f"source_kind.{row.kind}")
        meta = fields([kind, row.publisher, row.published])
        half = max(4, (width - 8) * 3 // 5)
        rest = max(4, width - half - 8)
        columns: list[drawing.Column] = [
            Segment(f"{row.evidence:>4}  ", Style(bold=bool(row.evidence))),
            drawing.line(row.title, half),
            Segment("  "),
            drawing.fields(meta, rest, Style(dim=True), rtl=self.rtl),
        ]
        return [drawing.row(columns, rtl=self.rtl)]
