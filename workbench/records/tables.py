"""The tables of the claim store, as SQLModel classes: the one place that says what is on file.

Reading and writing go through plain SQL (`workbench.records.store`), because every write is also
a row image in the journal and because SQLModel costs 300 ms at start-up. These classes give the
schema (`schema.sql`), the migrations their target, and scripts a typed way to read a store.

Moments are ISO 8601 texts in UTC; dates that carry a precision are EDTF; a ``version`` is the
number of the journal entry that last wrote the row. Empty text means "not known".
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, LargeBinary, Text
from sqlalchemy import text as sql
from sqlmodel import Field, SQLModel


def _words(default: str = "", **options: Any) -> Any:
    return Field(
        default=default, sa_type=Text, sa_column_kwargs={"server_default": default}, **options
    )


def _number(default: float = 0, **options: Any) -> Any:
    return Field(default=default, sa_column_kwargs={"server_default": sql(str(default))}, **options)


def _key() -> Any:
    return Field(default=None, primary_key=True)


def _link(column: str, *, index: bool = True) -> Any:
    return Field(foreign_key=column, index=index)


def _one_of(column: str, *values: str) -> CheckConstraint:
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=f"{column}_known")


_NEVER_REUSED = {"sqlite_autoincrement": True}
"""An id that was undone is not given again: the journal would speak of two rows by one name."""


class ArticleText(SQLModel, table=True):
    """The frozen text of an article, by its hash. It is never changed or removed."""

    __tablename__ = "article_text"

    sha256: str = Field(primary_key=True, sa_type=Text)
    text: str = Field(sa_type=Text)


class Snapshot(SQLModel, table=True):
    """Bytes of an article or a source as retrieved, by their hash. Never changed or removed."""

    __tablename__ = "snapshot"

    sha256: str = Field(primary_key=True, sa_type=Text)
    media_type: str = _words()
    retrieved_at: str = _words()
    size: int
    data: bytes = Field(sa_type=LargeBinary)


class Article(SQLModel, table=True):
    """An article: what it is, where and when it was published, and which text it has."""

    __tablename__ = "article"
    __table_args__ = (
        Index("article_url", "url", "number", sqlite_where=sql("url != ''")),
        _NEVER_REUSED,
    )

    id: int | None = _key()
    uid: str = Field(unique=True, sa_type=Text)
    sha256: str = Field(foreign_key="article_text.sha256", unique=True, sa_type=Text)
    title: str = _words()
    publisher: str = _words()
    author: str = _words()
    url: str = _words()
    language: str = _words("und")
    published: str = _words()
    published_earliest: str = _words()
    published_latest: str = _words()
    published_provenance: str = _words()
    media_type: str = _words("text/plain")
    origin_sha256: str | None = Field(default=None, foreign_key="snapshot.sha256", sa_type=Text)
    retrieved_at: str = _words()
    number: int = _number(1)
    """1, 2, … among the versions of one URL."""
    added_at: str = _words()
    added_by: str = _words()
    extras: str = _words("{}")
    version: int = _number(0)


class Sentence(SQLModel, table=True):
    """A sentence of an article and what became of it."""

    __tablename__ = "sentence"
    __table_args__ = (_one_of("state", "claimed", "set_aside", "open"), _NEVER_REUSED)

    id: int | None = _key()
    article_id: int = _link("article.id")
    position: int
    start: int
    stop: int
    paragraph: int = _number(0)
    language: str = _words()
    state: str = _words("open")
    reason: str = _words()
    version: int = _number(0)


class Claim(SQLModel, table=True):
    """One checkable statement in self-contained words, and where it is in the work."""

    __tablename__ = "claim"
    __table_args__ = (
        _one_of("state", "new", "checking", "checked", "published", "set_aside"),
        Index(
            "claim_external",
            "origin",
            "external_id",
            unique=True,
            sqlite_where=sql("external_id != ''"),
        ),
        _NEVER_REUSED,
    )

    id: int | None = _key()
    uid: str = Field(unique=True, sa_type=Text)
    origin: str = _words()
    """The file or system an imported claim came from."""
    external_id: str = _words()
    text: str = Field(sa_type=Text)
    original: str = _words()
    translation: str = _words()
    translator: str = _words()
    language: str = _words("und")
    claimant: str = _words()
    said: str = _words()
    """EDTF of when it was said, for a claim without an article."""
    kind: str = _words()
    state: str = _words("new")
    state_reason: str = _words()
    worth: float = _number(0)
    worth_reasons: str = _words("[]")
    replacements: str = _words("[]")
    """Parts of the wording and the words of the article that they come from, as JSON."""
    facets: str = _words()
    """Its own facets as JSON where the wording is no longer that of its first appearance."""
    corrections: str = _words()
    """What a person said of its own facets, as JSON: it outlives every new reading."""
    proposed_by: str = _words()
    created_at: str = _words()
    created_by: str = _words()
    extras: str = _words("{}")
    version: int = _number(0)


class Appearance(SQLModel, table=True):
    """Where a claim stands: article and segments, or an address without the article."""

    __tablename__ = "appearance"
    __table_args__ = (_NEVER_REUSED,)

    id: int | None = _key()
    claim_id: int = _link("claim.id")
    position: int = _number(0)
    article_id: int | None = Field(default=None, foreign_key="article.id", index=True)
    title: str = _words()
    url: str = _words()
    published: str = _words()
    start: int = _number(0)
    segments: str = _words("[]")
    """``[[start, end], …]`` in code points of the article's text."""
    quote: str = _words()
    prefix: str = _words()
    suffix: str = _words()
    attribution: str = _words("{}")
    facets: str = _words("{}")
    corrections: str = _words()
    """What a person said of its facets, as JSON."""
    extras: str = _words("{}")
    version: int = _number(0)


class Source(SQLModel, table=True):
    """What evidence comes from."""

    __tablename__ = "source"
    __table_args__ = (Index("source_url", "url"), _NEVER_REUSED)

    id: int | None = _key()
    uid: str = Field(unique=True, sa_type=Text)
    title: str = _words()
    url: str = _words()
    publisher: str = _words()
    published: str = _words()
    kind: str = _words("other")
    origin: str = _words()
    note: str = _words()
    accessed: str = _words()
    snapshot_sha256: str | None = Field(default=None, foreign_key="snapshot.sha256", sa_type=Text)
    interest: str = _words()
    """What the source has to gain or lose in the matter, for readers."""
    archive_url: str = _words()
    """Where an archive keeps a copy."""
    retracted_at: str = _words()
    retracted_by: str = _words()
    retraction_reason: str = _words()
    added_at: str = _words()
    added_by: str = _words()
    extras: str = _words("{}")
    version: int = _number(0)


class Capture(SQLModel, table=True):
    """One visit to a source: the bytes that were found there, or that there were none."""

    __tablename__ = "capture"
    __table_args__ = (
        _one_of("outcome", "kept", "same", "changed", "gone", "failed"),
        _NEVER_REUSED,
    )

    id: int | None = _key()
    uid: str = Field(unique=True, sa_type=Text)
    source_id: int = _link("source.id")
    kind: str = _words("web")
    """``web``, ``file`` or ``warc``: how the bytes came."""
    outcome: str = _words("kept")
    url: str = _words()
    """As it was asked for; the file's name where it was none."""
    final_url: str = _words()
    """Where redirects led."""
    redirects: str = _words("[]")
    """``[{url, status, location}, …]``."""
    status: int = _number(0)
    headers: str = _words("[]")
    """``[[name, value], …]`` as the server sent them."""
    media_type: str = _words()
    snapshot_sha256: str | None = Field(default=None, foreign_key="snapshot.sha256", sa_type=Text)
    text_sha256: str | None = Field(default=None, foreign_key="article_text.sha256", sa_type=Text)
    """The text read from the bytes, in which quotes are anchored; frozen."""
    note: str = _words()
    """What is other than before, or why nothing was found."""
    at: str = _words()
    by: str = _words()
    version: int = _number(0)


class Evidence(SQLModel, table=True):
    """What a source says for, against or around a claim."""

    __tablename__ = "evidence"
    __table_args__ = (_one_of("stance", "supports", "refutes", "context"), _NEVER_REUSED)

    id: int | None = _key()
    uid: str = Field(unique=True, sa_type=Text)
    claim_id: int = _link("claim.id")
    source_id: int = _link("source.id")
    stance: str = Field(sa_type=Text)
    quote: str = _words()
    locator: str = _words()
    note: str = _words()
    directness: str = _words()
    """``primary`` or ``secondary`` for this claim; the source's kind says it where it is empty."""
    capture_id: int | None = Field(default=None, foreign_key="capture.id")
    """The visit in whose text the quote was looked for."""
    start: int | None = None
    """Where the quote stands in that text; nothing where it does not stand there."""
    stop: int | None = None
    prefix: str = _words()
    suffix: str = _words()
    accessed: str = _words()
    added_at: str = _words()
    added_by: str = _words()
    retracted_at: str = _words()
    retracted_by: str = _words()
    retraction_reason: str = _words()
    extras: str = _words("{}")
    version: int = _number(0)


class Step(SQLModel, table=True):
    """A step of a claim's check: that it was taken, or why it was not. The latest of a kind counts.

    It is what the publication gate reads; an override of the gate is kept as one too.
    """

    __tablename__ = "step"
    __table_args__ = (_one_of("outcome", "done", "left"), _NEVER_REUSED)

    id: int | None = _key()
    uid: str = Field(unique=True, sa_type=Text)
    claim_id: int = _link("claim.id")
    kind: str = Field(sa_type=Text)
    outcome: str = _words("done")
    note: str = _words()
    detail: str = _words("[]")
    """Of an override: the points of the gate that were not met, as JSON."""
    at: str = _words()
    by: str = _words()
    version: int = _number(0)


class Link(SQLModel, table=True):
    """How a claim stands to another beside matching: "the minister said X" is about "X"."""

    __tablename__ = "link"
    __table_args__ = (
        Index("link_pair", "claim_id", "other_id", "kind", unique=True),
        CheckConstraint("claim_id != other_id", name="two_claims"),
        _NEVER_REUSED,
    )

    id: int | None = _key()
    uid: str = Field(unique=True, sa_type=Text)
    claim_id: int = _link("claim.id", index=False)
    other_id: int = _link("claim.id")
    kind: str = Field(sa_type=Text)
    note: str = _words()
    added_at: str = _words()
    added_by: str = _words()
    version: int = _number(0)


class Verdict(SQLModel, table=True):
    """A rating with its explanation. A later one supersedes it; it is never edited."""

    __tablename__ = "verdict"
    __table_args__ = (
        Index("verdict_in_force", "claim_id", unique=True, sqlite_where=sql("in_force")),
        _NEVER_REUSED,
    )

    id: int | None = _key()
    uid: str = Field(unique=True, sa_type=Text)
    claim_id: int = _link("claim.id")
    rating: str = Field(sa_type=Text)
    label: str = _words()
    scale: str = _words("default")
    explanation: str = _words()
    holds: str = _words()
    known_at: str = _words()
    author: str = _words()
    reviewer: str = _words()
    review: str = _words()
    """``approved`` or ``returned``; nothing before a review."""
    reviewed_at: str = _words()
    review_note: str = _words()
    set_at: str = _words()
    reason: str = _words()
    succession: str = _words()
    """Of one that supersedes: ``update`` (things changed) or ``correction`` (it was wrong)."""
    in_force: bool = _number(1)
    withdrawn_at: str = _words()
    withdrawn_by: str = _words()
    withdrawal_reason: str = _words()
    extras: str = _words("{}")
    version: int = _number(0)


class Match(SQLModel, table=True):
    """Two claims, how they compare, and what a person said of it."""

    __tablename__ = "match"
    __table_args__ = (
        _one_of("decision", "pending", "confirmed", "rejected", "unsure"),
        Index("match_pair", "claim_id", "other_id", unique=True),
        Index("match_decision", "decision", "relation"),
        CheckConstraint("claim_id > other_id", name="newer_first"),
        _NEVER_REUSED,
    )

    id: int | None = _key()
    claim_id: int = _link("claim.id", index=False)
    other_id: int = _link("claim.id")
    relation: str = Field(sa_type=Text)
    probability: float
    similarity: float
    reasons: str = _words("[]")
    fingerprint: str = _words()
    """Hash of both wordings and facets: a rejected match returns only when it changes."""
    decision: str = _words("pending")
    decided_by: str = _words()
    decided_at: str = _words()
    decision_reason: str = _words()
    found_at: str = _words()
    version: int = _number(0)


class Person(SQLModel, table=True):
    """Somebody at the desk and what they may do."""

    __tablename__ = "person"
    __table_args__ = (_one_of("role", "checker", "reviewer", "editor"), _NEVER_REUSED)

    id: int | None = _key()
    name: str = Field(unique=True, sa_type=Text)
    role: str = _words("checker")
    added_at: str = _words()
    added_by: str = _words()
    version: int = _number(0)


class Setting(SQLModel, table=True):
    """What holds for everybody at this desk, as JSON by name."""

    __tablename__ = "setting"
    __table_args__ = (_NEVER_REUSED,)

    id: int | None = _key()
    key: str = Field(unique=True, sa_type=Text)
    value: str = _words("{}")
    version: int = _number(0)


class Event(SQLModel, table=True):
    """An entry of the journal: who did what, when and why, chained to the one before."""

    __tablename__ = "event"
    __table_args__ = (
        _one_of("kind", "do", "undo", "redo"),
        Index("event_of", "of_event", sqlite_where=sql("of_event IS NOT NULL")),
        Index("event_actor", "actor", "kind"),
    )

    id: int | None = _key()
    at: str = Field(sa_type=Text)
    actor: str = Field(sa_type=Text)
    action: str = Field(sa_type=Text)
    why: str = _words()
    summary: str = _words()
    kind: str = _words("do")
    of_event: int | None = Field(default=None, foreign_key="event.id")
    """The entry that this one undoes or does again."""
    changes: int
    digest: str = Field(sa_type=Text)
    prev: str = Field(sa_type=Text)
    hash: str = Field(sa_type=Text)


class Change(SQLModel, table=True):
    """A row before and after an entry of the journal, as canonical JSON."""

    __tablename__ = "change"
    __table_args__ = (
        Index("change_row", "record", "row_id", "event_id", "n"),
        # Changes are written while they are made, their entry when it is complete.
        ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
            deferrable=True,
            initially="DEFERRED",
            name="change_of_event",
        ),
    )

    event_id: int = Field(primary_key=True)
    n: int = Field(primary_key=True)
    record: str = Field(sa_type=Text)
    """The table."""
    row_id: int
    before: str | None = Field(default=None, sa_type=Text)
    after: str | None = Field(default=None, sa_type=Text)


class Meta(SQLModel, table=True):
    """What the store knows of itself."""

    __tablename__ = "meta"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: str = Field(primary_key=True, sa_type=Text)
    value: str = Field(sa_type=Text)


class ClaimEvent(SQLModel, table=True):
    """Drawn from the journal: which entries concern a claim."""

    __tablename__ = "claim_event"
    __table_args__ = ({"sqlite_with_rowid": False},)

    claim_id: int = Field(primary_key=True)
    event_id: int = Field(primary_key=True)


class Pending(SQLModel, table=True):
    """Claims that came in bulk: their facets are to be read and their matches to be found."""

    __tablename__ = "pending"

    claim_id: int | None = _key()


class Listing(SQLModel, table=True):
    """Drawn from the records: what lists of claims show, filter and sort by."""

    __tablename__ = "listing"
    __table_args__ = (
        Index("listing_place", "article_id", "start", "claim_id", "state"),
        Index("listing_worth", "worth", "claim_id", "state"),
        Index("listing_state", "state", "article_id", "start", "claim_id"),
        Index("listing_rating", "rating", "claim_id", sqlite_where=sql("rating != ''")),
        Index("listing_relation", "relation", "claim_id", sqlite_where=sql("relation != ''")),
    )

    claim_id: int | None = _key()
    article_id: int | None = None
    start: int = _number(0)
    state: str = _words("new")
    worth: float = _number(0)
    claimant: str = _words()
    """Folded."""
    rating: str = _words()
    relation: str = _words()
    """The gravest open or confirmed one."""
    pending: int = _number(0)
    evidence: int = _number(0)


class Quantity(SQLModel, table=True):
    """Drawn from the facets of an appearance, or of a claim's own wording: a figure."""

    __tablename__ = "quantity"
    __table_args__ = (Index("quantity_unit", "unit", "low"),)

    id: int | None = _key()
    claim_id: int = Field(index=True)
    appearance_id: int | None = None
    surface: str = _words()
    low: float | None = None
    high: float | None = None
    unit: str = _words()
    comparator: str = _words()
    counted: str = _words()


class Time(SQLModel, table=True):
    """Drawn from the facets: a time, as the days that it may mean."""

    __tablename__ = "time"
    __table_args__ = (Index("time_span", "earliest", "latest"),)

    id: int | None = _key()
    claim_id: int = Field(index=True)
    appearance_id: int | None = None
    surface: str = _words()
    edtf: str = _words()
    earliest: str | None = Field(default=None, sa_type=Text)
    latest: str | None = Field(default=None, sa_type=Text)
    precision: str = _words()
    relation: str = _words()
    rule: str = _words()


class Place(SQLModel, table=True):
    """Drawn from the facets: a place by its canonical name."""

    __tablename__ = "place"
    __table_args__ = (Index("place_name", "name"),)

    id: int | None = _key()
    claim_id: int = Field(index=True)
    appearance_id: int | None = None
    surface: str = _words()
    name: str = _words()
    kind: str = _words()


class Actor(SQLModel, table=True):
    """Drawn from the facets: who acts, is acted on or is named."""

    __tablename__ = "actor"
    __table_args__ = (Index("actor_name", "name"),)

    id: int | None = _key()
    claim_id: int = Field(index=True)
    appearance_id: int | None = None
    surface: str = _words()
    name: str = _words()
    kind: str = _words()
    role: str = _words()
