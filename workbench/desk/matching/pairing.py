"""Matches kept on file: what matching finds, beside what people have decided."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from typing import Any

from workbench.desk import codec
from workbench.desk.facets import refacet, unread
from workbench.desk.session import FoundMatch, Session
from workbench.digests import sha256_of
from workbench.facets.types import Facets
from workbench.matching.statement.stated import stated
from workbench.matching.types import Statement, Wording
from workbench.records.change import Change
from workbench.records.queries import claims, matches
from workbench.records.sqlite import Database, Row


def load_statements(database: Database, claim_ids: Sequence[int]) -> dict[int, Statement]:
    """The claims as the matcher sees them; those set aside are left out."""
    return _load(database, claim_ids, _facets)


def load_as_filed(database: Database, claim_ids: Sequence[int]) -> dict[int, Statement]:
    """The same claims without facets where these are still to be read: so their import indexed
    them, and reading takes ten times as long as indexing."""
    return _load(database, claim_ids, _filed_facets)


def _load(
    database: Database, claim_ids: Sequence[int], facets: Callable[[Row], Facets]
) -> dict[int, Statement]:
    return {
        row["id"]: stated(
            text=row["text"],
            language=row["language"],
            facets=facets(row),
            claimant=row["claimant"],
            said=row["said"],
        )
        for row in claims.statements(database, claim_ids)
        if row["state"] != "set_aside"
    }


def load_wordings(database: Database, claim_ids: Sequence[int]) -> dict[int, Wording]:
    """The same claims as ranking sees them, without the cost of their facets."""
    return {
        row["id"]: Wording(row["text"], row["language"])
        for row in claims.wordings(database, claim_ids)
        if row["state"] != "set_aside"
    }


def _facets(row: Row) -> Facets:
    """The facets of a claim; those of one that came in bulk may be still to be read."""
    if row["facets"] in unread.UNREAD:
        return refacet.facets_of(row["text"], row["language"], row["said"])
    return codec.facets(row["facets"])


def _filed_facets(row: Row) -> Facets:
    return Facets() if row["facets"] in unread.UNREAD else codec.facets(row["facets"])


def file_matches(
    session: Session,
    change: Change,
    claim_ids: Sequence[int],
    told: Container[int] = (),
) -> int:
    """Compare claims with all on file and keep what is found; say how many matches are new.

    A match that waits is brought up to date, or dropped where it no longer holds. What somebody
    decided stays; a rejected match waits again only when a wording or a facet has changed.

    Args:
        session: whose desk it is.
        change: the change under way.
        claim_ids: the claims to compare.
        told: claims whose matches with one another are already told, by an import: those stay.
    """
    if not claim_ids:
        return 0
    change.flush()
    found = [
        each
        for each in session.matcher.find(change.db, claim_ids)
        if not (each.claim_id in told and each.other_id in told)
    ]
    involved = sorted({claim for each in found for claim in (each.claim_id, each.other_id)})
    unread.read(change, involved)  # a match rests on facets that are on file
    prints = _fingerprints(change.db, involved)
    new = 0
    for each in found:
        known = matches.of_pair(change.db, each.claim_id, each.other_id)
        fingerprint = prints[each.claim_id] + prints[each.other_id]
        new += _file(session, change, each, known, fingerprint)
    _drop_outdated(change, claim_ids, {(each.claim_id, each.other_id) for each in found}, told)
    return new


def _file(
    session: Session, change: Change, found: FoundMatch, known: Row | None, fingerprint: str
) -> int:
    comparison = found.comparison
    values: dict[str, Any] = {
        "relation": str(comparison.relation),
        "probability": comparison.probability,
        "similarity": comparison.similarity,
        "reasons": codec.dump(comparison.reasons),
        "fingerprint": fingerprint,
    }
    if known is None:
        pair = {"claim_id": found.claim_id, "other_id": found.other_id}
        change.insert("match", **pair, **values, found_at=session.stamp())
        return 1
    if known["decision"] in {"pending", "unsure"}:
        change.update("match", known["id"], **values)
        return 0
    if known["decision"] == "rejected" and known["fingerprint"] != fingerprint:
        change.update("match", known["id"], **values, **undecided())
        return 1
    return 0


def undecided() -> dict[str, Any]:
    """The columns of a match that waits for a decision."""
    return {"decision": "pending", "decided_by": "", "decided_at": "", "decision_reason": ""}


def _drop_outdated(
    change: Change,
    claim_ids: Iterable[int],
    found: set[tuple[int, int]],
    told: Container[int],
) -> None:
    for claim_id in claim_ids:
        for row in matches.of_claim(change.db, claim_id):
            pair = (row["claim_id"], row["other_id"])
            is_told = all(each in told for each in pair)
            if row["decision"] == "pending" and pair not in found and not is_told:
                found.add(pair)  # both claims of a pair may be among those compared
                change.delete("match", row["id"])


def _fingerprints(database: Database, involved: Sequence[int]) -> dict[int, str]:
    return {
        row["id"]: sha256_of(f"{row['text']}\0{row['facets']}")[:16]
        for row in claims.statements(database, involved)
    }
