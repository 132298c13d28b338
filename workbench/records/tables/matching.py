"""Pairs of claims, and what a person decided of each."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Text
from sqlmodel import Field, SQLModel

from workbench.records.tables import columns


class Match(SQLModel, table=True):
    """Two claims, how they compare, and what a person said of it."""

    __tablename__ = "match"
    __table_args__ = (
        columns.one_of("decision", "pending", "confirmed", "rejected", "unsure"),
        Index("match_pair", "claim_id", "other_id", unique=True),
        Index("match_decision", "decision", "relation"),
        CheckConstraint("claim_id > other_id", name="newer_first"),
        columns.NEVER_REUSED,
    )

    id: int | None = columns.key()
    claim_id: int = columns.link("claim.id", index=False)
    other_id: int = columns.link("claim.id")
    relation: str = Field(sa_type=Text)
    probability: float
    similarity: float
    reasons: str = columns.words("[]")
    fingerprint: str = columns.words()
    """Hash of both wordings and facets: a rejected match returns only when it changes."""
    decision: str = columns.words("pending")
    decided_by: str = columns.words()
    decided_at: str = columns.words()
    decision_reason: str = columns.words()
    found_at: str = columns.words()
    version: int = columns.number(0)
