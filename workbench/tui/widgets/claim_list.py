"""The list of claims: state, relation, verdict and matches as signs beside the wording."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.strip import Strip

from workbench.desk.states import ClaimState
from workbench.desk.views import ClaimRow
from workbench.language.spans import Span
from workbench.tui import drawing, wording
from workbench.tui.context import InDesk
from workbench.tui.keys import bind
from workbench.tui.panes.common import fields
from workbench.tui.rtl.layout import direction
from workbench.tui.theme import PLAIN, RELATIONS, STATES, Look, look_of_rating
from workbench.tui.widgets.virtual_list import VirtualList

SIGNS = 6
"""Cells before the wording: mark, state, rating, relation, and a space on either side."""
META_FROM = 100
"""Width from which claimant and counts stand on the line of the wording."""
META = 34


class ClaimList(InDesk, VirtualList[ClaimRow]):
    """Claims by id; two lines each where there is room, one where there is not."""

    BINDINGS: ClassVar[list[BindingType]] = [bind("list.mark", "mark")]

    def fetch(self, ids: Sequence[int]) -> Sequence[ClaimRow]:
        """A page of claims."""
        return self.desk.claims.rows(ids)

    def draw(self, row: ClaimRow, width: int, *, marked: bool, current: bool) -> Sequence[Strip]:
        """Signs, wording, and what is on file about it."""
        mark = self.get_component_rich_style("list--mark", partial=True)
        bar = "▐" if self.rtl else "▌"
        signs = drawing.row(
            [
                Segment(bar if marked else " ", mark),
                *(self._sign(look) for look in looks_of(row)),
                Segment(" "),
            ],
            rtl=self.rtl,
        )
        room = max(4, width - SIGNS)
        style = Style(dim=True) if row.state is ClaimState.SET_ASIDE else Style()
        if self.row_height == 1:
            return [self._one_line(row, signs, room, style)]
        shown, lit = self._wording(row)
        lines = drawing.wrapped(shown, room, style, lit, limit=self.row_height - 1)
        rtl = direction(row.text) == "rtl"
        meta = drawing.fields(self._meta(row), room, Style(dim=True), rtl=rtl)
        blank, edge = Segment(" " * (SIGNS - 1)), Segment(" ")
        strips = [
            drawing.row([blank if number else signs, strip, edge], rtl=self.rtl)
            for number, strip in enumerate(lines)
        ]
        return [*strips, drawing.row([blank, meta, edge], rtl=self.rtl)]

    def _one_line(self, row: ClaimRow, signs: Strip, room: int, style: Style) -> Strip:
        shown, lit = self._wording(row)
        edge = Segment(" ")
        if room < META_FROM:
            words = drawing.line(shown, room, style, lit)
            return drawing.row([signs, words, edge], rtl=self.rtl)
        words = drawing.line(shown, room - META, style, lit)
        meta = drawing.fields(self._meta(row), META - 2, Style(dim=True), rtl=self.rtl)
        return drawing.row([signs, words, Segment("  "), meta, edge], rtl=self.rtl)

    def _wording(self, row: ClaimRow) -> tuple[str, list[tuple[Span, Style]]]:
        shown = wording.of_claim(row)
        denied = Style(color=self.app.theme_variables.get("error"), bold=True)
        return shown, [(span, denied) for span in wording.denial(shown, row.text)]

    def _meta(self, row: ClaimRow) -> tuple[str, ...]:
        words = self.words
        return fields(
            [
                words.record(f"rating.{row.rating}") if row.rating else "",
                words("claims.pending", n=row.pending) if row.pending else "",
                words("claims.evidence", n=row.evidence) if row.evidence else "",
                row.claimant,
            ]
        )

    def _sign(self, look: Look) -> Segment:
        colour = self.app.theme_variables.get(look.colour)
        return Segment(look.sign, Style(color=colour, bold=True))


def looks_of(row: ClaimRow) -> tuple[Look, Look, Look]:
    """State, rating and relation of a claim as signs."""
    return (
        STATES.get(row.state, PLAIN),
        look_of_rating(row.rating),
        RELATIONS.get(row.relation, PLAIN),
    )
