"""A claim's panes, and what can be done to the entry under the cursor."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.reactive import reactive

from workbench.desk.states import Decision
from workbench.desk.views import ClaimView, EvidenceView, MatchView
from workbench.tui import dialogs, wording
from workbench.tui.dialogs.questions import Answer, Question
from workbench.tui.keys import bindings
from workbench.tui.messages import RecordChanged
from workbench.tui.notices import guarded
from workbench.tui.panes.record import pane_blocks
from workbench.tui.visiting import visit
from workbench.tui.widgets.facet_acts import FACET_KEYS, FacetActs

RETRACT = Question("retract.heading", "dialog.reason")


class RecordPane(FacetActs):
    """One pane at a time of the claim in hand."""

    DEFAULT_CSS = """
    /* Always with its bar: one that comes and goes would lay the whole screen out again. */
    RecordPane { overflow-y: scroll; }
    """
    BINDINGS: ClassVar[list[BindingType]] = FACET_KEYS + bindings(
        ("match.confirm", "confirm"),
        ("match.reject", "reject"),
        ("match.unsure", "unsure"),
        ("match.reopen", "reopen"),
        ("evidence.retract", "retract"),
        ("evidence.visit", "visit"),
    )
    pane: reactive[str] = reactive("claim")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._claim: ClaimView | None = None

    def show_claim(self, claim: ClaimView | None) -> None:
        """Show the pane of this claim, or nothing."""
        other = claim is None or self._claim is None or claim.id != self._claim.id
        self._claim = claim
        self._show()
        if other:
            self.scroll_home(animate=False)

    def watch_pane(self) -> None:
        """Show another pane of the claim."""
        if self.is_mounted:
            self._show()
            self.scroll_home(animate=False)

    @guarded
    def _show(self) -> None:
        claim = self._claim
        self.show(pane_blocks(self.pane, claim, self.desk, self.words) if claim else ())
        self.refresh_bindings()

    def watch_entry(self) -> None:
        """Another entry may allow other acts."""
        super().watch_entry()
        self.refresh_bindings()

    @property
    def claim(self) -> ClaimView | None:
        """The claim in hand, while its facets are shown."""
        return self._claim if self.pane == "facets" else None

    @property
    def match(self) -> MatchView | None:
        """The match under the cursor."""
        if self._claim is None or self.pane != "matches":
            return None
        return next((one for one in self._claim.matches if one.id == self.entry), None)

    @property
    def evidence(self) -> EvidenceView | None:
        """The evidence under the cursor."""
        if self._claim is None or self.pane != "evidence":
            return None
        return next((one for one in self._claim.evidence if one.id == self.entry), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what the entry under the cursor allows."""
        match, evidence = self.match, self.evidence
        if action in ("confirm", "reject", "unsure"):
            return match is not None and match.decision is Decision.PENDING
        if action == "reopen":
            return match is not None and match.decision is not Decision.PENDING
        if action == "open":
            return match is not None or self.facet is not None
        if action == "visit":
            return evidence is not None and bool(evidence.source_url)
        if action == "retract":
            return evidence is not None and not evidence.retracted
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Correct a facet, or open whatever else the entry is."""
        if self.facet is not None:
            self.action_edit_facet()
        else:
            super().action_open()

    @guarded
    def action_confirm(self) -> None:
        """The two claims do stand in this relation; see what verdicts that offers."""
        match = self.match
        if match is not None:
            self.desk.matches.confirm(match.id)
            self.post_message(RecordChanged())
            dialogs.show_offers(self, [match.id])

    @guarded
    def action_unsure(self) -> None:
        """Leave the match for later."""
        if self.match is not None:
            self.desk.matches.unsure(self.match.id)
            self.post_message(RecordChanged())

    @guarded
    def action_reopen(self) -> None:
        """Take a decision back."""
        if self.match is not None:
            self.desk.matches.reopen(self.match.id)
            self.post_message(RecordChanged())

    @work
    @guarded
    async def action_reject(self) -> None:
        """The two claims do not belong together; it is remembered."""
        match = self.match
        if match is None:
            return

        def commit(reason: str) -> None:
            self.desk.matches.reject(match.id, reason)

        dialog = dialogs.RejectDialog(wording.of_filed(match), commit=commit)
        if await self.app.push_screen_wait(dialog) is not None:
            self.post_message(RecordChanged())

    @work
    @guarded
    async def action_visit(self) -> None:
        """Open the address of the evidence's source."""
        if self.evidence is not None:
            await visit(self, self.evidence.source_url)

    @work
    @guarded
    async def action_retract(self) -> None:
        """Take evidence back with a reason; it stays on file."""
        evidence = self.evidence
        if evidence is None:
            return

        def commit(answer: Answer) -> None:
            self.desk.evidence.retract(evidence.id, answer.text)

        dialog = dialogs.AskDialog(RETRACT, about=evidence.source_title, commit=commit)
        if await self.app.push_screen_wait(dialog) is not None:
            self.post_message(RecordChanged())
