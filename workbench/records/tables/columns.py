"""Columns as the tables have them: each with what stands in a row that says nothing."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, Text
from sqlalchemy import text as sql
from sqlmodel import Field

NEVER_REUSED = {"sqlite_autoincrement": True}
"""An id that was undone is not given again: the journal would speak of two rows by one name."""


def words(default: str = "", **options: Any) -> Any:
    """A text, empty unless said otherwise."""
    return Field(
        default=default, sa_type=Text, sa_column_kwargs={"server_default": default}, **options
    )


def number(default: float = 0, **options: Any) -> Any:
    """A number, zero unless said otherwise."""
    return Field(default=default, sa_column_kwargs={"server_default": sql(str(default))}, **options)


def key() -> Any:
    """The id of a row, given by the store."""
    return Field(default=None, primary_key=True)


def link(column: str, *, index: bool = True) -> Any:
    """The id of a row of another table."""
    return Field(foreign_key=column, index=index)


def one_of(column: str, *values: str) -> CheckConstraint:
    """A constraint: nothing but these values in a column."""
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=f"{column}_known")
