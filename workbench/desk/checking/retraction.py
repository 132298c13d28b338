"""What rests on evidence: shown before it is retracted, reopened when it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.desk.session import Session
from workbench.desk.states import ClaimState
from workbench.records.change import Change
from workbench.records.queries import standing
from workbench.records.sqlite import Database

_SETTLED = frozenset({ClaimState.CHECKED, ClaimState.PUBLISHED})


@dataclass(frozen=True, slots=True)
class RestingVerdict:
    """A verdict in force that rests on evidence in question."""

    claim_id: int
    verdict_id: int
    text: str
    language: str
    rating: str
    state: ClaimState
    remaining: int
    """How much other evidence there is on the claim."""
    denied: bool = False
    """See `ClaimRow.denied`."""

    @property
    def reopens(self) -> bool:
        """Whether retraction puts the claim back to checking."""
        return self.state in _SETTLED


@dataclass(frozen=True, slots=True)
class Resting:
    """Everything that rests on evidence in question."""

    evidence: tuple[int, ...]
    verdicts: tuple[RestingVerdict, ...]
    reports: tuple[tuple[int, str], ...]
    """Articles, by id and title, whose reports tell of these verdicts."""


def resting(database: Database, evidence_ids: Sequence[int]) -> Resting:
    """What rests on this evidence."""
    verdicts = tuple(
        RestingVerdict(
            claim_id=row["claim_id"],
            verdict_id=row["verdict_id"],
            text=row["text"],
            language=row["language"],
            rating=row["rating"],
            state=ClaimState(row["state"]),
            remaining=row["remaining"],
            denied=bool(row["denied"]),
        )
        for row in standing.resting_on(database, evidence_ids)
    )
    articles = standing.articles_of(database, [each.claim_id for each in verdicts])
    return Resting(
        tuple(evidence_ids),
        verdicts,
        tuple((row["id"], row["title"] or row["url"]) for row in articles),
    )


def retract(session: Session, change: Change, evidence_ids: Sequence[int], why: str) -> Resting:
    """Mark evidence as retracted, and put the claims that rest on it back to checking.

    Their verdicts stay in force, marked stale, until a person supersedes or withdraws them: that
    the ground is gone does not say what is true.
    """
    found = resting(change.db, evidence_ids)
    for evidence_id in evidence_ids:
        change.update(
            "evidence",
            evidence_id,
            retracted_at=session.stamp(),
            retracted_by=session.actor,
            retraction_reason=why,
        )
    for each in found.verdicts:
        if each.reopens:
            change.update("claim", each.claim_id, state=str(ClaimState.CHECKING))
    return found
