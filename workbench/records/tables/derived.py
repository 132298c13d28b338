"""What is made of the other tables and can be made again: lists, and facets as columns."""

from __future__ import annotations

from sqlalchemy import Index, Text
from sqlalchemy import text as sql
from sqlmodel import Field, SQLModel

from workbench.records.tables import columns


class ClaimEvent(SQLModel, table=True):
    """Drawn from the journal: which entries concern a claim."""

    __tablename__ = "claim_event"
    __table_args__ = ({"sqlite_with_rowid": False},)

    claim_id: int = Field(primary_key=True)
    event_id: int = Field(primary_key=True)


class Pending(SQLModel, table=True):
    """Claims that came in bulk: their facets are to be read and their matches to be found."""

    __tablename__ = "pending"

    claim_id: int | None = columns.key()


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

    claim_id: int | None = columns.key()
    article_id: int | None = None
    start: int = columns.number(0)
    state: str = columns.words("new")
    worth: float = columns.number(0)
    claimant: str = columns.words()
    """Folded."""
    rating: str = columns.words()
    relation: str = columns.words()
    """The gravest open or confirmed one."""
    pending: int = columns.number(0)
    evidence: int = columns.number(0)


class Quantity(SQLModel, table=True):
    """Drawn from the facets of an appearance, or of a claim's own wording: a figure."""

    __tablename__ = "quantity"
    __table_args__ = (Index("quantity_unit", "unit", "low"),)

    id: int | None = columns.key()
    claim_id: int = Field(index=True)
    appearance_id: int | None = None
    surface: str = columns.words()
    low: float | None = None
    high: float | None = None
    unit: str = columns.words()
    comparator: str = columns.words()
    counted: str = columns.words()


class Time(SQLModel, table=True):
    """Drawn from the facets: a time, as the days that it may mean."""

    __tablename__ = "time"
    __table_args__ = (Index("time_span", "earliest", "latest"),)

    id: int | None = columns.key()
    claim_id: int = Field(index=True)
    appearance_id: int | None = None
    surface: str = columns.words()
    edtf: str = columns.words()
    earliest: str | None = Field(default=None, sa_type=Text)
    latest: str | None = Field(default=None, sa_type=Text)
    precision: str = columns.words()
    relation: str = columns.words()
    rule: str = columns.words()


class Place(SQLModel, table=True):
    """Drawn from the facets: a place by its canonical name."""

    __tablename__ = "place"
    __table_args__ = (Index("place_name", "name"),)

    id: int | None = columns.key()
    claim_id: int = Field(index=True)
    appearance_id: int | None = None
    surface: str = columns.words()
    name: str = columns.words()
    kind: str = columns.words()


class Actor(SQLModel, table=True):
    """Drawn from the facets: who acts, is acted on or is named."""

    __tablename__ = "actor"
    __table_args__ = (Index("actor_name", "name"),)

    id: int | None = columns.key()
    claim_id: int = Field(index=True)
    appearance_id: int | None = None
    surface: str = columns.words()
    name: str = columns.words()
    kind: str = columns.words()
    role: str = columns.words()
