"""Going through a list of claims: next, next unchecked, marks, copying."""

from __future__ import annotations

from typing import ClassVar, cast

from msgspec.structs import replace
from textual.binding import BindingType

from workbench.desk.states import ClaimState
from workbench.desk.types import ClaimFilter
from workbench.tui import wording
from workbench.tui.keys import bindings
from workbench.tui.notices import guarded, tell
from workbench.tui.screens.claim_acts import ClaimActs
from workbench.tui.screens.opening import Opens
from workbench.tui.widgets.claim_list import ClaimList

UNCHECKED = (ClaimState.NEW, ClaimState.CHECKING)


class ListActs(ClaimActs):
    """A screen with a `ClaimList` of the id ``claims``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(("claims.next_unchecked", "unchecked(1)"), ("list.copy", "copy")),
        *bindings(
            ("claims.next", "step(1)"),
            ("claims.previous", "step(-1)"),
            ("claims.previous_unchecked", "unchecked(-1)"),
            ("claims.unmark", "unmark"),
            ("claim.figures", "figures"),
            show=False,
        ),
    ]

    wanted: ClaimFilter = ClaimFilter()
    """What the list holds."""

    @property
    def marked(self) -> list[int]:
        """The marked claims."""
        return self.claims.marked

    @property
    def claims(self) -> ClaimList:
        """The list."""
        return self.query_one("#claims", ClaimList)

    def action_step(self, by: int) -> None:
        """To the next claim, wherever the focus is."""
        self.claims.cursor += by

    @guarded
    def action_unchecked(self, by: int) -> None:
        """To the next claim that nobody has finished checking, round the end."""
        ids, cursor = self.claims.ids, self.claims.cursor
        unchecked = {
            one
            for state in UNCHECKED
            if self.wanted.state in ("", state)
            for one in self.desk.claims.ids(replace(self.wanted, state=state))
        }
        places = ((cursor + by * distance) % len(ids) for distance in range(1, len(ids)))
        place = next((place for place in places if ids[place] in unchecked), None)
        if place is None:
            tell(self, self.words("claims.all_checked"))
        else:
            self.claims.go_to_index(place)

    def action_figures(self) -> None:
        """The quantity of the claim's first figure, wherever else it is counted."""
        units = self._units
        if units:
            cast(Opens, self.app).open_figures(units[0])

    @property
    def _units(self) -> list[str]:
        places = self.claim.appearances[:1] if self.claim else ()
        return [quantity.unit for place in places for quantity in place.facets.quantities]

    def action_unmark(self) -> None:
        """Take all marks away."""
        self.claims.clear_marks()

    def action_copy(self) -> None:
        """Copy the claim's wording."""
        if self.claim is not None:
            self.app.copy_to_clipboard(wording.of_claim(self.claim))
            tell(self, self.words("done.copied"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing to copy or to go to in an empty list."""
        if action in ("copy", "unchecked"):
            return self.claim is not None
        if action == "figures":
            return bool(self._units)
        if action == "unmark":
            return bool(self.marked)
        return super().check_action(action, parameters)
