"""Precedent: similar claims that are rated already, and why they were rated so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.desk import reading
from workbench.desk.matching import pairing
from workbench.desk.session import Session
from workbench.desk.states import Decision
from workbench.desk.views import VerdictView
from workbench.errors import not_on_file
from workbench.matching.compare import swapped
from workbench.matching.types import Comparison, Reason, Relation
from workbench.records.derived import GRAVITY
from workbench.records.queries import claims, matches, radar

MOST = 10


@dataclass(frozen=True, slots=True)
class Precedent:
    """A similar claim with its verdict in force: shown while rating, never taken over."""

    claim_id: int
    text: str
    language: str
    claimant: str
    denied: bool
    relation: Relation
    """How the claim in hand stands to it."""
    reasons: tuple[Reason, ...]
    confirmed: bool
    """A person confirmed the relation."""
    similarity: float
    verdict: VerdictView


def precedents(session: Session, claim_id: int, limit: int = MOST) -> list[Precedent]:
    """Rated claims that are like this one: confirmed ones first, then the nearest.

    Raises:
        NotFoundError: there is no such claim.
    """
    with session.db.snapshot():
        if claims.get(session.db, claim_id) is None:
            raise not_on_file("claim", claim_id)
        found = {**_found(session, claim_id), **_matched(session, claim_id)}
        made = list(_made(session, found))
    return sorted(made, key=_rank)[:limit]


def _found(session: Session, claim_id: int) -> dict[int, tuple[Comparison, bool]]:
    """What the matcher finds on file for the claim's words as they are now."""
    statements = pairing.load_statements(session.db, [claim_id])
    if claim_id not in statements:
        return {}
    (pairs,) = session.matcher.screen(session.db, [statements[claim_id]])
    return {other: (comparison, False) for other, comparison in pairs if other != claim_id}


def _matched(session: Session, claim_id: int) -> dict[int, tuple[Comparison, bool]]:
    """What is on file of the claim's matches; those that a person rejected are left out below."""
    found = {}
    for row in matches.of_claim(session.db, claim_id):
        view = reading.match_view(row)
        comparison = Comparison(view.relation, view.probability, view.similarity, view.reasons)
        turned = view.other_id == claim_id
        other = view.claim_id if turned else view.other_id
        if view.decision is Decision.REJECTED:
            comparison = Comparison(Relation.DIFFERENT, 0.0, 0.0, ())
        confirmed = view.decision is Decision.CONFIRMED
        found[other] = (swapped(comparison) if turned else comparison, confirmed)
    return found


def _made(session: Session, found: dict[int, tuple[Comparison, bool]]) -> Iterator[Precedent]:
    verdicts = {row["claim_id"]: row for row in radar.in_force(session.db, list(found))}
    for row in claims.page(session.db, sorted(verdicts)):
        comparison, confirmed = found[row["id"]]
        if comparison.relation is Relation.DIFFERENT or row["state"] == "set_aside":
            continue
        yield Precedent(
            claim_id=row["id"],
            text=row["text"],
            language=row["language"],
            claimant=row["claimant"],
            denied=bool(row["denied"]),
            relation=comparison.relation,
            reasons=comparison.reasons,
            confirmed=confirmed,
            similarity=comparison.similarity,
            verdict=reading.verdict_view(verdicts[row["id"]]),
        )


_NEAREST = ("same", *(relation for relation in GRAVITY if relation != "same"))


def _rank(precedent: Precedent) -> tuple[bool, int, float, int]:
    near = _NEAREST.index(precedent.relation)
    return not precedent.confirmed, near, -precedent.similarity, precedent.claim_id
