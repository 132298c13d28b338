"""Steps of a check that leave no source behind: a search, a call, a reason for doing without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import msgspec

from workbench.desk import inputs
from workbench.desk.session import Session
from workbench.records.change import Change
from workbench.records.queries import checks
from workbench.records.sqlite import Database, Row


class StepKind(StrEnum):
    """What was done for a claim, or left for a reason."""

    COUNTER_EVIDENCE = "counter_evidence"
    """Evidence against what the verdict says was searched for: where, and what was found."""
    CLAIMANT_CONTACT = "claimant_contact"
    """The claimant was asked: how, and what the answer was."""
    PRIMARY_SOURCE = "primary_source"
    """Left: why there is none."""
    SNAPSHOT = "snapshot"
    """Left: why a source has none (a call, a book)."""
    OVERRIDE = "override"
    """The claim was published over the gate: why."""


_DONE = (StepKind.COUNTER_EVIDENCE, StepKind.CLAIMANT_CONTACT)
_LEFT = (StepKind.CLAIMANT_CONTACT, StepKind.PRIMARY_SOURCE, StepKind.SNAPSHOT)


@dataclass(frozen=True, slots=True)
class StepView:
    """A step, or why it was left."""

    id: int
    claim_id: int
    kind: StepKind
    done: bool
    note: str
    at: datetime
    by: str
    unmet: tuple[str, ...] = ()
    """Of an override: the points of the gate that were not met."""


class Steps:
    """Steps on file. The latest of a kind counts; the earlier stay."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, claim_id: int) -> list[StepView]:
        """The steps of a claim's check, newest first."""
        return [step_view(row) for row in checks.steps(self._session.db, claim_id)]

    def add(self, claim_id: int, kind: StepKind, note: str, *, left: bool = False) -> int:
        """Note a step that was taken, or why one was left.

        Args:
            claim_id: the claim.
            kind: what kind of step.
            note: what was done and found, or the reason.
            left: it was not done.

        Raises:
            NotFoundError: there is no such claim.
            InvalidInputError: there is no note, or a step of that kind is not noted so.
        """
        allowed = _LEFT if left else _DONE
        inputs.choice(kind, allowed, "step that is left" if left else "step that is taken")
        words = inputs.needed(note, "note", "Say what was done and found, or why it was not.")
        action = "step left" if left else "step taken"
        with self._session.change(action, words) as change:
            change.summary = change.get("claim", claim_id)["text"]
            return file_step(self._session, change, claim_id, kind, words, left=left)


def file_step(
    session: Session,
    change: Change,
    claim_id: int,
    kind: StepKind,
    note: str,
    *,
    left: bool,
    unmet: Sequence[str] = (),
) -> int:
    """Put a step on file inside a change."""
    return change.insert(
        "step",
        uid=session.new_uid(),
        claim_id=claim_id,
        kind=str(kind),
        outcome="left" if left else "done",
        note=note,
        detail=msgspec.json.encode(list(unmet)).decode(),
        at=session.stamp(),
        by=session.actor,
    )


def latest(database: Database, claim_id: int) -> dict[StepKind, StepView]:
    """Kind → the step that counts."""
    views = [step_view(row) for row in checks.steps(database, claim_id)]
    return {view.kind: view for view in reversed(views)}


def step_view(row: Row) -> StepView:
    """A step."""
    return StepView(
        id=row["id"],
        claim_id=row["claim_id"],
        kind=StepKind(row["kind"]),
        done=row["outcome"] == "done",
        note=row["note"],
        at=datetime.fromisoformat(row["at"]),
        by=row["by"],
        unmet=tuple(msgspec.json.decode(row["detail"], type=list[str])),
    )
