"""Claims, and where and how each appears."""

from __future__ import annotations

from sqlalchemy import Index, Text
from sqlalchemy import text as sql
from sqlmodel import Field, SQLModel

from workbench.records.tables import columns


class Claim(SQLModel, table=True):
    """One checkable statement in self-contained words, and where it is in the work."""

    __tablename__ = "claim"
    __table_args__ = (
        columns.one_of("state", "new", "checking", "checked", "published", "set_aside"),
        Index(
            "claim_external",
            "origin",
            "external_id",
            unique=True,
            sqlite_where=sql("external_id != ''"),
        ),
        columns.NEVER_REUSED,
    )

    id: int | None = columns.key()
    uid: str = Field(unique=True, sa_type=Text)
    origin: str = columns.words()
    """The file or system an imported claim came from."""
    external_id: str = columns.words()
    text: str = Field(sa_type=Text)
    original: str = columns.words()
    translation: str = columns.words()
    translator: str = columns.words()
    language: str = columns.words("und")
    claimant: str = columns.words()
    said: str = columns.words()
    """EDTF of when it was said, for a claim without an article."""
    kind: str = columns.words()
    state: str = columns.words("new")
    state_reason: str = columns.words()
    worth: float = columns.number(0)
    worth_reasons: str = columns.words("[]")
    replacements: str = columns.words("[]")
    """Parts of the wording and the words of the article that they come from, as JSON."""
    facets: str = columns.words()
    """Its own facets as JSON where the wording is no longer that of its first appearance."""
    corrections: str = columns.words()
    """What a person said of its own facets, as JSON: it outlives every new reading."""
    proposed_by: str = columns.words()
    created_at: str = columns.words()
    created_by: str = columns.words()
    extras: str = columns.words("{}")
    version: int = columns.number(0)


class Appearance(SQLModel, table=True):
    """Where a claim stands: article and segments, or an address without the article."""

    __tablename__ = "appearance"
    __table_args__ = (columns.NEVER_REUSED,)

    id: int | None = columns.key()
    claim_id: int = columns.link("claim.id")
    position: int = columns.number(0)
    article_id: int | None = Field(default=None, foreign_key="article.id", index=True)
    title: str = columns.words()
    url: str = columns.words()
    published: str = columns.words()
    start: int = columns.number(0)
    segments: str = columns.words("[]")
    """``[[start, end], …]`` in code points of the article's text."""
    quote: str = columns.words()
    prefix: str = columns.words()
    suffix: str = columns.words()
    attribution: str = columns.words("{}")
    facets: str = columns.words("{}")
    corrections: str = columns.words()
    """What a person said of its facets, as JSON."""
    extras: str = columns.words("{}")
    version: int = columns.number(0)
