"""What a checker does to claims, by name; a screen that lists claims mixes this in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import work
from textual.binding import BindingType

from workbench.desk.states import ClaimState
from workbench.desk.types import Part
from workbench.desk.views import ClaimView
from workbench.tui import dialogs, wording
from workbench.tui.dialogs.questions import Answer, Question
from workbench.tui.editor import edit_in_editor
from workbench.tui.keys import bindings
from workbench.tui.notices import guarded, tell
from workbench.tui.ratings import rating_choices
from workbench.tui.screens.base import DeskScreen
from workbench.tui.screens.in_hand import ClaimInHand
from workbench.tui.screens.opening import matching
from workbench.tui.theme import STATES
from workbench.tui.widgets.choice_list import Choice

if TYPE_CHECKING:
    from workbench.desk import Desk
    from workbench.tui.dialogs.base import Dialog
    from workbench.tui.dialogs.link import Link
    from workbench.tui.dialogs.merge import Merge
    from workbench.tui.dialogs.review import Reviewed
    from workbench.tui.dialogs.source import NewSource
    from workbench.tui.dialogs.split import Parts
    from workbench.tui.dialogs.verdict import NewVerdict

Result = TypeVar("Result")

REWORD = Question("reword.heading", "claim.wording", long=True, why=True)
CLAIMANT = Question("claimant.heading", "claim.claimant", required=False, why=True)
SET_ASIDE = Question("set_aside.heading", "dialog.reason")
WITHDRAW = Question("withdraw.heading", "dialog.reason")


AT_WORK = ("reword", "edit", "split", "set_aside", "state", "link", "claimant", "verdict")
"""What is not done to a claim that was set aside."""


class ClaimActs(DeskScreen):
    """Acts on the claim under the cursor, or on the marked ones."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            ("claim.verdict", "verdict"),
            ("claim.link", "link"),
            ("claim.reword", "reword"),
            ("claim.split", "split"),
            ("claim.merge", "merge"),
            ("claim.set_aside", "set_aside"),
            ("claim.reopen", "reopen"),
            ("claim.state", "state"),
        ),
        *bindings(
            ("claim.edit", "edit"),
            ("claim.claimant", "claimant"),
            ("claim.withdraw", "withdraw"),
            ("claim.review", "review"),
            show=False,
        ),
    ]

    @property
    def claim(self) -> ClaimView | None:
        """The claim under the cursor."""
        raise NotImplementedError

    @property
    def marked(self) -> list[int]:
        """The marked claims."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what makes sense for the claim at hand."""
        claim = self.claim
        if action in AT_WORK:
            return claim is not None and claim.state is not ClaimState.SET_ASIDE
        if action == "reopen":
            return claim is not None and claim.state is ClaimState.SET_ASIDE
        if action in ("withdraw", "review"):
            return claim is not None and claim.verdict is not None
        if action == "merge":
            return len(self.marked) > 1
        return True

    def action_unmark(self) -> None:
        """Take all marks away."""
        raise NotImplementedError

    async def _ask(self, dialog: Dialog[Result], done: str = "") -> Result | None:
        """Put a dialog; when it was committed, show the record anew and say so."""
        before = self.claim
        answer: Result | None = await self.app.push_screen_wait(dialog)
        if answer is not None:
            self.changed()
            if done:
                tell(self, self.words(done))
            self._tell_if_no_more_published(before)
        return answer

    def _tell_if_no_more_published(self, before: ClaimView | None) -> None:
        """What becomes of a verdict may end its being published, which is nowhere to be seen."""
        if before is None or before.state is not ClaimState.PUBLISHED:
            return
        now = self.desk.claims.get(before.id)
        if now.state is not ClaimState.PUBLISHED and now.verdict != before.verdict:
            tell(self, self.words("verdict.no_more_published"), severity="warning")

    def _in_hand(self) -> ClaimInHand | None:
        return ClaimInHand(self.desk, self.claim) if self.claim is not None else None

    def _all_in_hand(self, *, aside: bool = False) -> ClaimInHand | None:
        """The marked claims, or the one under the cursor: those in the work, or those set aside."""
        marked = [self.desk.claims.get(one) for one in self.marked]
        found = marked or ([self.claim] if self.claim is not None else [])
        fitting = [one for one in found if (one.state is ClaimState.SET_ASIDE) == aside]
        return ClaimInHand(self.desk, *fitting) if fitting else None

    def _done_to_all(self, hand: ClaimInHand, done: str) -> None:
        """Say it of one or of several, whose marks have served."""
        if len(hand.claims) > 1:
            self.action_unmark()
        tell(self, self.words(done, n=len(hand.claims)))

    async def _ask_text(
        self,
        question: Question,
        commit: Callable[[ClaimInHand, Answer], object],
        *,
        initial: str = "",
        done: str = "",
    ) -> None:
        hand = self._in_hand()
        if hand is None:
            return
        dialog = dialogs.AskDialog(
            question,
            about=wording.of_claim(hand.claim),
            initial=initial,
            commit=partial(commit, hand),
            renew=hand.renew,
        )
        await self._ask(dialog, done)

    @work
    @guarded
    @matching
    async def action_reword(self) -> None:
        """Give the claim another wording; the original stays on file."""

        def commit(hand: ClaimInHand, answer: Answer) -> None:
            self.desk.claims.reword(
                hand.claim.id, answer.text, version=hand.version, why=answer.why
            )

        text = self.claim.text if self.claim else ""
        await self._ask_text(REWORD, commit, initial=text, done="done.reworded")

    @work
    @guarded
    @matching
    async def action_edit(self) -> None:
        """Reword in the person's own editor."""
        claim = self.claim
        if claim is None:
            return
        text = " ".join(edit_in_editor(self.app, claim.text).split())
        if text and text != claim.text:
            self.desk.claims.reword(claim.id, text, version=claim.version)
            self.changed()

    @work
    @guarded
    @matching
    async def action_claimant(self) -> None:
        """Say who is answerable for the claim."""

        def commit(hand: ClaimInHand, answer: Answer) -> None:
            self.desk.claims.set_claimant(
                hand.claim.id, answer.text, version=hand.version, why=answer.why
            )

        await self._ask_text(CLAIMANT, commit, initial=self.claim.claimant if self.claim else "")

    @work
    @guarded
    @matching
    async def action_split(self) -> None:
        """Make several claims of one."""
        hand = self._in_hand()
        if hand is None:
            return

        def commit(parts: Parts) -> None:
            self.desk.claims.split(
                hand.claim.id,
                [Part(text) for text in parts.texts],
                version=hand.version,
                why=parts.why,
            )

        await self._ask(
            dialogs.SplitDialog(hand.claim.text, commit=commit, renew=hand.renew), "done.split"
        )

    @work
    @guarded
    @matching
    async def action_merge(self) -> None:
        """Make one claim of the marked ones."""

        def commit(merge: Merge) -> None:
            self.desk.claims.merge(merge.ids, text=merge.text, why=merge.why)

        rows = self.desk.claims.rows(self.marked)
        if await self._ask(dialogs.MergeDialog(rows, commit=commit), "done.merged"):
            self.action_unmark()

    @work
    @guarded
    async def action_set_aside(self) -> None:
        """Set the claim, or every marked one, aside with a reason; nothing is deleted."""
        hand = self._all_in_hand()
        if hand is None:
            return

        def commit(answer: Answer) -> None:
            self.desk.claims.set_aside_all(hand.versions, answer.text)

        dialog = dialogs.AskDialog(
            SET_ASIDE, about=hand.about(self.words), commit=commit, renew=hand.renew
        )
        if await self._ask(dialog) is not None:
            self._done_to_all(hand, "done.set_aside")

    @guarded
    def action_reopen(self) -> None:
        """Take what was set aside, the claim or every marked one, back into the work."""
        hand = self._all_in_hand(aside=True)
        if hand is not None:
            self.desk.claims.reopen_all(hand.versions)
            self.changed()
            self._done_to_all(hand, "done.reopened")

    @work
    @guarded
    async def action_state(self) -> None:
        """Say how far the work on the claim, or on every marked one, is."""
        hand = self._all_in_hand()
        if hand is None:
            return

        def commit(state: str) -> None:
            if state != ClaimState.PUBLISHED or hand.claim.state == state:
                self.desk.claims.set_states(hand.versions, ClaimState(state))

        answer = await self._ask(self._state_dialog(hand, commit))
        if answer == ClaimState.PUBLISHED:
            await self._publish(hand)
        elif answer is not None and len(hand.claims) > 1:
            self._done_to_all(hand, "done.moved_on")

    def _state_dialog(self, hand: ClaimInHand, commit: Callable[[str], object]) -> Dialog[str]:
        """Several are not published at once: each has a gate of its own to pass."""
        several = len(hand.claims) > 1
        without = (ClaimState.SET_ASIDE, *((ClaimState.PUBLISHED,) if several else ()))
        states = [state for state in ClaimState if state not in without]
        choices = [Choice(one, self.words.record(f"state.{one}"), STATES[one]) for one in states]
        return dialogs.ChooseDialog(
            "state.heading",
            choices,
            chosen=hand.claim.state,
            about=hand.about(self.words) if several else "",
            commit=commit,
        )

    async def _publish(self, hand: ClaimInHand) -> None:
        """Through the gate, or over it with a reason."""

        def commit(override: str) -> None:
            self.desk.claims.set_state(
                hand.claim.id, ClaimState.PUBLISHED, version=hand.version, override=override
            )

        about = wording.of_claim(hand.claim)
        await self._ask(dialogs.GateDialog(about, hand.claim.id, commit=commit), "gate.done")

    @work
    @guarded
    async def action_review(self) -> None:
        """Approve the verdict of somebody else, or return it."""
        hand = self._in_hand()
        verdict = hand.claim.verdict if hand is not None else None
        if hand is None or verdict is None:
            return

        def commit(review: Reviewed) -> None:
            self.desk.verdicts.review(hand.claim.id, review.outcome, note=review.note)

        rating = self.words.record(f"rating.{verdict.rating}")
        about = f"{wording.of_claim(hand.claim)}\n{rating}: {verdict.explanation}"
        await self._ask(dialogs.ReviewDialog(about, commit=commit), "review.done")

    @work
    @guarded
    async def action_link(self) -> None:
        """Link a source to the claim, one on file or a new one."""
        hand = self._in_hand()
        if hand is not None:
            await self._link(hand)

    async def _link(self, hand: ClaimInHand) -> Link | None:
        def commit(link: Link) -> None:
            source = link.source
            source_id = (
                add_source(self.desk, source) if isinstance(source, dialogs.NewSource) else source
            )
            self.desk.evidence.link(
                hand.claim.id,
                source_id,
                link.stance,
                quote=link.quote,
                locator=link.locator,
                note=link.note,
                accessed=link.accessed,
            )

        dialog = dialogs.LinkDialog(
            wording.of_claim(hand.claim), self.desk.sources.list(), commit=commit
        )
        return await self._ask(dialog, "done.linked")

    @work
    @guarded
    async def action_verdict(self) -> None:
        """Set a verdict, or supersede the one in force; without evidence, that is asked first."""
        hand = self._in_hand()
        if hand is None:
            return
        if all(one.retracted for one in hand.claim.evidence):
            tell(self, self.words("verdict.evidence_first"), severity="warning")
            if await self._link(hand) is None:
                return

        def commit(verdict: NewVerdict) -> None:
            self.desk.verdicts.set(
                hand.claim.id,
                verdict.rating,
                verdict.explanation,
                holds=verdict.holds,
                known_at=verdict.known_at,
                reviewer=verdict.reviewer,
                reason=verdict.reason,
                correction=verdict.correction,
            )

        choices = rating_choices(self.desk, self.words)
        like = partial(self.desk.verdicts.precedents, hand.claim.id)
        dialog = dialogs.VerdictDialog(hand.claim, choices, precedents=like, commit=commit)
        await self._ask(dialog, "done.verdict")

    @work
    @guarded
    async def action_withdraw(self) -> None:
        """Withdraw the verdict in force; it stays in the history."""

        def commit(hand: ClaimInHand, answer: Answer) -> None:
            self.desk.verdicts.withdraw(hand.claim.id, answer.text)

        await self._ask_text(WITHDRAW, commit, done="done.withdrawn")


def add_source(desk: Desk, source: NewSource) -> int:
    """Put a new source on file; its id."""
    return desk.sources.add(
        source.title,
        url=source.url,
        publisher=source.publisher,
        published=source.published,
        kind=source.kind,
        origin=source.origin,
        note=source.note,
    )
