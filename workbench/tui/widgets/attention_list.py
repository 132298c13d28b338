"""What needs a person: claims to check, matches to decide, conflicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from workbench.desk.views import Overview
from workbench.tui import drawing
from workbench.tui.context import InDesk
from workbench.tui.theme import Look
from workbench.tui.widgets.virtual_list import VirtualList


@dataclass(frozen=True, slots=True)
class Need:
    """One kind of work and how much of it there is."""

    name: str
    count: int | None
    """``None``: not counted yet."""
    look: Look


DONE = Look("✓", "success")
SOUGHT = Look("…", "muted")


def needs(
    overview: Overview, stale: int | None = None, at_odds: int | None = None
) -> tuple[Need, ...]:
    """What needs attention, the gravest first."""
    return (
        Need("radar", at_odds, Look("!", "error")),
        Need("stale", stale, Look("†", "warning")),
        Need("conflicts", overview.conflicts, Look("≠", "error")),
        Need("matches", overview.pending_matches, Look("?", "warning")),
        Need("claims", overview.unchecked, Look("○", "accent")),
    )


class AttentionList(InDesk, VirtualList[Need]):
    """Enter goes to the work."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._needs: tuple[Need, ...] = ()
        self._overview = Overview(0, 0, 0, 0, 0)
        self._stale: int | None = None
        self._at_odds: int | None = None

    def show_overview(self, overview: Overview) -> None:
        """Show what the desk counts; what takes longer to count stays as it was for now."""
        self._overview = overview
        self._renew()

    def show_second_looks(self, stale: int, at_odds: int) -> None:
        """Show how many verdicts may be out of date, and how much is at odds."""
        self._stale, self._at_odds = stale, at_odds
        self._renew()

    def _renew(self) -> None:
        """The work under the cursor stays there; the cursor begins where there is some."""
        name = self.need
        self._needs = needs(self._overview, self._stale, self._at_odds)
        self.show(range(len(self._needs)))
        begun = (one.name == name if name else bool(one.count) for one in self._needs)
        self.go_to_index(next((place for place, here in enumerate(begun) if here), 0))

    @property
    def need(self) -> str:
        """The work under the cursor."""
        return self._needs[self.cursor].name if self._needs else ""

    def fetch(self, ids: Sequence[int]) -> Sequence[Need]:
        """The needs themselves."""
        return [self._needs[place] for place in ids]

    def draw(self, row: Need, width: int, *, marked: bool, current: bool) -> Sequence[Strip]:
        """Sign, count, words."""
        sought = row.count is None
        look = SOUGHT if sought else row.look if row.count else DONE
        sign = Style(color=self.app.theme_variables.get(look.colour), bold=True)
        name = f"home.{row.name}"
        text = self.words(f"{name}_sought") if sought else self.words(name, n=row.count)
        style = Style(dim=not row.count)
        said = drawing.line(text, width - 4, style)
        parts: list[drawing.Column] = [Segment(f" {look.sign} ", sign), said, Segment(" ")]
        return [drawing.row(parts, rtl=self.rtl)]
