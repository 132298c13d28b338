"""What a claim is checked by: sources and their captures, evidence, steps, links, verdicts."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Text
from sqlalchemy import text as sql
from sqlmodel import Field, SQLModel

from workbench.records.tables import columns


class Source(SQLModel, table=True):
    """What evidence comes from."""

    __tablename__ = "source"
    __table_args__ = (Index("source_url", "url"), columns.NEVER_REUSED)

    id: int | None = columns.key()
    uid: str = Field(unique=True, sa_type=Text)
    title: str = columns.words()
    url: str = columns.words()
    publisher: str = columns.words()
    published: str = columns.words()
    kind: str = columns.words("other")
    origin: str = columns.words()
    note: str = columns.words()
    accessed: str = columns.words()
    snapshot_sha256: str | None = Field(default=None, foreign_key="snapshot.sha256", sa_type=Text)
    interest: str = columns.words()
    """What the source has to gain or lose in the matter, for readers."""
    archive_url: str = columns.words()
    """Where an archive keeps a copy."""
    retracted_at: str = columns.words()
    retracted_by: str = columns.words()
    retraction_reason: str = columns.words()
    added_at: str = columns.words()
    added_by: str = columns.words()
    extras: str = columns.words("{}")
    version: int = columns.number(0)


class Capture(SQLModel, table=True):
    """One visit to a source: the bytes that were found there, or that there were none."""

    __tablename__ = "capture"
    __table_args__ = (
        columns.one_of("outcome", "kept", "same", "changed", "gone", "failed"),
        columns.NEVER_REUSED,
    )

    id: int | None = columns.key()
    uid: str = Field(unique=True, sa_type=Text)
    source_id: int = columns.link("source.id")
    kind: str = columns.words("web")
    """``web``, ``file`` or ``warc``: how the bytes came."""
    outcome: str = columns.words("kept")
    url: str = columns.words()
    """As it was asked for; the file's name where it was none."""
    final_url: str = columns.words()
    """Where redirects led."""
    redirects: str = columns.words("[]")
    """``[{url, status, location}, …]``."""
    status: int = columns.number(0)
    headers: str = columns.words("[]")
    """``[[name, value], …]`` as the server sent them."""
    media_type: str = columns.words()
    snapshot_sha256: str | None = Field(default=None, foreign_key="snapshot.sha256", sa_type=Text)
    text_sha256: str | None = Field(default=None, foreign_key="article_text.sha256", sa_type=Text)
    """The text read from the bytes, in which quotes are anchored; frozen."""
    note: str = columns.words()
    """What is other than before, or why nothing was found."""
    at: str = columns.words()
    by: str = columns.words()
    version: int = columns.number(0)


class Evidence(SQLModel, table=True):
    """What a source says for, against or around a claim."""

    __tablename__ = "evidence"
    __table_args__ = (
        columns.one_of("stance", "supports", "refutes", "context"),
        columns.NEVER_REUSED,
    )

    id: int | None = columns.key()
    uid: str = Field(unique=True, sa_type=Text)
    claim_id: int = columns.link("claim.id")
    source_id: int = columns.link("source.id")
    stance: str = Field(sa_type=Text)
    quote: str = columns.words()
    locator: str = columns.words()
    note: str = columns.words()
    directness: str = columns.words()
    """``primary`` or ``secondary`` for this claim; the source's kind says it where it is empty."""
    capture_id: int | None = Field(default=None, foreign_key="capture.id")
    """The visit in whose text the quote was looked for."""
    start: int | None = None
    """Where the quote stands in that text; nothing where it does not stand there."""
    stop: int | None = None
    prefix: str = columns.words()
    suffix: str = columns.words()
    accessed: str = columns.words()
    added_at: str = columns.words()
    added_by: str = columns.words()
    retracted_at: str = columns.words()
    retracted_by: str = columns.words()
    retraction_reason: str = columns.words()
    extras: str = columns.words("{}")
    version: int = columns.number(0)


class Step(SQLModel, table=True):
    """A step of a claim's check: that it was taken, or why it was not. The latest of a kind counts.

    It is what the publication gate reads; an override of the gate is kept as one too.
    """

    __tablename__ = "step"
    __table_args__ = (columns.one_of("outcome", "done", "left"), columns.NEVER_REUSED)

    id: int | None = columns.key()
    uid: str = Field(unique=True, sa_type=Text)
    claim_id: int = columns.link("claim.id")
    kind: str = Field(sa_type=Text)
    outcome: str = columns.words("done")
    note: str = columns.words()
    detail: str = columns.words("[]")
    """Of an override: the points of the gate that were not met, as JSON."""
    at: str = columns.words()
    by: str = columns.words()
    version: int = columns.number(0)


class Link(SQLModel, table=True):
    """How a claim stands to another beside matching: "the minister said X" is about "X"."""

    __tablename__ = "link"
    __table_args__ = (
        Index("link_pair", "claim_id", "other_id", "kind", unique=True),
        CheckConstraint("claim_id != other_id", name="two_claims"),
        columns.NEVER_REUSED,
    )

    id: int | None = columns.key()
    uid: str = Field(unique=True, sa_type=Text)
    claim_id: int = columns.link("claim.id", index=False)
    other_id: int = columns.link("claim.id")
    kind: str = Field(sa_type=Text)
    note: str = columns.words()
    added_at: str = columns.words()
    added_by: str = columns.words()
    version: int = columns.number(0)


class Verdict(SQLModel, table=True):
    """A rating with its explanation. A later one supersedes it; it is never edited."""

    __tablename__ = "verdict"
    __table_args__ = (
        Index("verdict_in_force", "claim_id", unique=True, sqlite_where=sql("in_force")),
        columns.NEVER_REUSED,
    )

    id: int | None = columns.key()
    uid: str = Field(unique=True, sa_type=Text)
    claim_id: int = columns.link("claim.id")
    rating: str = Field(sa_type=Text)
    label: str = columns.words()
    scale: str = columns.words("default")
    explanation: str = columns.words()
    holds: str = columns.words()
    known_at: str = columns.words()
    author: str = columns.words()
    reviewer: str = columns.words()
    review: str = columns.words()
    """``approved`` or ``returned``; nothing before a review."""
    reviewed_at: str = columns.words()
    review_note: str = columns.words()
    set_at: str = columns.words()
    reason: str = columns.words()
    succession: str = columns.words()
    """Of one that supersedes: ``update`` (things changed) or ``correction`` (it was wrong)."""
    in_force: bool = columns.number(1)
    withdrawn_at: str = columns.words()
    withdrawn_by: str = columns.words()
    withdrawal_reason: str = columns.words()
    extras: str = columns.words("{}")
    version: int = columns.number(0)
