"""What can be done to a facet of the claim in hand: correct it, add one, take one away."""

from __future__ import annotations

from collections.abc import Mapping

from textual import work
from textual.binding import BindingType

from workbench.desk.facets.facet_inputs import FACETS, SINGLE, kind_of
from workbench.desk.views import ClaimView
from workbench.facets.corrections import Value
from workbench.tui import dialogs, wording
from workbench.tui.dialogs.questions import Answer, Question
from workbench.tui.keys import bindings
from workbench.tui.messages import RecordChanged
from workbench.tui.notices import guarded, tell
from workbench.tui.panes.facets import FacetEntry, entries
from workbench.tui.screens.opening import matching
from workbench.tui.widgets.choice_list import Choice
from workbench.tui.widgets.document import Document

REMOVE = Question("facets.remove", "dialog.why", required=False)


FACET_KEYS: list[BindingType] = bindings(
    ("facet.edit", "edit_facet"),
    ("facet.add", "add_facet"),
    ("facet.remove", "remove_facet"),
)
"""For the page's own list: of one key, Textual keeps only what stands in the last class."""


class FacetActs(Document):
    """A page whose entries may be the facets of a claim."""

    @property
    def claim(self) -> ClaimView | None:
        """The claim in hand, while its facets are shown."""
        raise NotImplementedError

    @property
    def facet(self) -> FacetEntry | None:
        """The facet under the cursor."""
        claim, place = self.claim, self.entry
        found = entries(claim) if claim is not None else []
        return found[place] if place is not None and place < len(found) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only on facets; every claim keeps a kind and a polarity."""
        if action == "add_facet":
            return self.claim is not None
        if action == "edit_facet":
            return self.facet is not None
        if action == "remove_facet":
            return self.facet is not None and kind_of(self.facet.value) not in SINGLE
        return super().check_action(action, parameters)

    @work
    @guarded
    @matching
    async def action_edit_facet(self) -> None:
        """Correct the facet under the cursor."""
        facet = self.facet
        if facet is not None:
            await self._describe(kind_of(facet.value), facet.value, facet.appearance_id)

    @work
    @guarded
    @matching
    async def action_add_facet(self) -> None:
        """Add a facet to what the cursor is on."""
        names = [name for name in FACETS if name not in SINGLE]
        choices = [Choice(name, self.words.record(f"facet.{name}")) for name in names]
        chosen = await self.app.push_screen_wait(dialogs.ChooseDialog("facets.which", choices))
        if chosen:
            facet = self.facet
            await self._describe(chosen, None, facet.appearance_id if facet else None)

    async def _describe(self, facet: str, value: Value | None, appearance_id: int | None) -> None:
        claim = self.claim
        if claim is None:
            return
        place = next((one for one in claim.appearances if one.id == appearance_id), None)

        def commit(given: Mapping[str, str]) -> None:
            self.desk.facets.set(
                claim.id,
                facet,
                given,
                instead_of=value,
                appearance_id=appearance_id,
                why=dialog.why,
            )

        about = place.quote if place and place.quote else wording.of_claim(claim)
        dialog = dialogs.FacetDialog(facet, about=about, value=value, commit=commit)
        if await self.app.push_screen_wait(dialog) is not None:
            tell(self, self.words("facets.done"))
            self.post_message(RecordChanged())

    @work
    @guarded
    @matching
    async def action_remove_facet(self) -> None:
        """Take the facet under the cursor away."""
        claim, facet = self.claim, self.facet
        if claim is None or facet is None:
            return

        def commit(answer: Answer) -> None:
            self.desk.facets.remove(
                claim.id, facet.value, appearance_id=facet.appearance_id, why=answer.text
            )

        dialog = dialogs.AskDialog(REMOVE, about=wording.of_claim(claim), commit=commit)
        if await self.app.push_screen_wait(dialog) is not None:
            self.post_message(RecordChanged())
