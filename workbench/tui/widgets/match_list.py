"""The matches that wait for a decision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.strip import Strip

from workbench.desk.views import MatchView
from workbench.tui import drawing, wording
from workbench.tui.context import InDesk
from workbench.tui.keys import bind
from workbench.tui.theme import DECISIONS, RELATIONS, Look
from workbench.tui.widgets.virtual_list import VirtualList

RELATION_WIDTH = 10


class MatchList(InDesk, VirtualList[MatchView]):
    """A pair a row: relation, and both wordings."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("list.mark", "mark")]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._matches: dict[int, MatchView] = {}

    def show_matches(self, matches: Sequence[MatchView]) -> None:
        """Show these, in their order; the cursor stays in its place, so that the next comes."""
        self._matches = {match.id: match for match in matches}
        self.show([match.id for match in matches])

    @property
    def match(self) -> MatchView | None:
        """The pair under the cursor."""
        return self._matches.get(self.current_id) if self.current_id is not None else None

    def fetch(self, ids: Sequence[int]) -> Sequence[MatchView]:
        """The pairs themselves."""
        return [self._matches[one] for one in ids]

    def draw(self, row: MatchView, width: int, *, marked: bool, current: bool) -> Sequence[Strip]:
        """Decision, relation, the new claim, the claim on file."""
        relation = self.words.record(f"relation.{row.relation}")
        half = max(4, (width - RELATION_WIDTH - 10) // 2)
        edge = "▐" if self.rtl else "▌"
        columns: list[drawing.Column] = [
            Segment(edge if marked else " ", self.get_component_rich_style("list--mark")),
            self._sign(DECISIONS[row.decision]),
            self._sign(RELATIONS[row.relation]),
            drawing.line(relation, RELATION_WIDTH, Style(bold=True)),
            Segment(" "),
            drawing.line(wording.of_newer(row), half),
            Segment(" │ "),
            drawing.line(wording.of_filed(row), half),
        ]
        return [drawing.row(columns, rtl=self.rtl)]

    def _sign(self, look: Look) -> Segment:
        colour = self.app.theme_variables.get(look.colour)
        sign = f" {look.sign}" if self.rtl else f"{look.sign} "
        return Segment(sign, Style(color=colour, bold=True))
