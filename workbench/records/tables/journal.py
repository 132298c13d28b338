"""The journal: what happened, and the rows before and after."""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint, Index, Text
from sqlalchemy import text as sql
from sqlmodel import Field, SQLModel

from workbench.records.tables import columns


class Event(SQLModel, table=True):
    """An entry of the journal: who did what, when and why, chained to the one before."""

    __tablename__ = "event"
    __table_args__ = (
        columns.one_of("kind", "do", "undo", "redo"),
        Index("event_of", "of_event", sqlite_where=sql("of_event IS NOT NULL")),
        Index("event_actor", "actor", "kind"),
    )

    id: int | None = columns.key()
    at: str = Field(sa_type=Text)
    actor: str = Field(sa_type=Text)
    action: str = Field(sa_type=Text)
    why: str = columns.words()
    summary: str = columns.words()
    kind: str = columns.words("do")
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
