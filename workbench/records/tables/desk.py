"""The people of the desk, its settings, and what the store says of itself."""

from __future__ import annotations

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from workbench.records.tables import columns


class Person(SQLModel, table=True):
    """Somebody at the desk and what they may do."""

    __tablename__ = "person"
    __table_args__ = (columns.one_of("role", "checker", "reviewer", "editor"), columns.NEVER_REUSED)

    id: int | None = columns.key()
    name: str = Field(unique=True, sa_type=Text)
    role: str = columns.words("checker")
    added_at: str = columns.words()
    added_by: str = columns.words()
    version: int = columns.number(0)


class Setting(SQLModel, table=True):
    """What holds for everybody at this desk, as JSON by name."""

    __tablename__ = "setting"
    __table_args__ = (columns.NEVER_REUSED,)

    id: int | None = columns.key()
    key: str = Field(unique=True, sa_type=Text)
    value: str = columns.words("{}")
    version: int = columns.number(0)


class Meta(SQLModel, table=True):
    """What the store knows of itself."""

    __tablename__ = "meta"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: str = Field(primary_key=True, sa_type=Text)
    value: str = Field(sa_type=Text)
