"""All that is on file as plain rows, and an empty store filled with such rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from workbench.errors import InvalidInputError
from workbench.records.change import JOURNALLED
from workbench.records.sqlite import Database

ROWS = (*JOURNALLED, "event", "change", "claim_event", "pending")
"""The records, the journal, and what nobody can draw from them anew."""
_KINDS: Mapping[str, type | tuple[type, ...]] = {
    "INTEGER": int,
    "BOOLEAN": int,
    "FLOAT": (int, float),
    "BLOB": bytes,
}
_KEPT = ("article_text", "snapshot")


def columns(database: Database, table: str) -> list[str]:
    """The columns of a table, in the order of the schema."""
    return database.column("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))


def kinds(database: Database, table: str) -> dict[str, type | tuple[type, ...]]:
    """What the values of each column are in Python, beside nothing at all."""
    declared = database.rows("SELECT name, type FROM pragma_table_info(?)", (table,))
    return {row["name"]: _KINDS.get(row["type"].partition("(")[0], str) for row in declared}


def rows(database: Database, table: str) -> Iterator[list[Any]]:
    """All rows of a table, in the order of its key."""
    key = database.column(
        "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", (table,)
    )
    order = ", ".join(f'"{name}"' for name in key)
    names = ", ".join(f'"{name}"' for name in columns(database, table))
    yield from map(list, database.stream(f'SELECT {names} FROM "{table}" ORDER BY {order}'))


def fill(
    database: Database, table: str, names: Sequence[str], values: Iterable[Sequence[Any]]
) -> None:
    """Put rows in a table, inside the caller's transaction; keys are checked at its end.

    Raises:
        InvalidInputError: a row is none of this table: twice the same number, a value it forbids.
    """
    database.run("PRAGMA defer_foreign_keys = ON")
    listed = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    ignore = "OR IGNORE " if table == "pending" else ""
    try:
        database.run_many(f'INSERT {ignore}INTO "{table}" ({listed}) VALUES ({marks})', values)
    except sqlite3.IntegrityError as error:
        raise InvalidInputError("rows of {table}: {reason}", table=table, reason=error) from error


def texts(database: Database) -> Iterator[tuple[str, str]]:
    """Frozen texts by their hashes."""
    for sha256 in database.column("SELECT sha256 FROM article_text ORDER BY sha256"):
        yield (
            sha256,
            database.value("SELECT text FROM article_text WHERE sha256 = ?", (sha256,)),
        )


def snapshots(database: Database) -> Iterator[tuple[str, str, str, bytes]]:
    """Snapshots: hash, media type, when they were retrieved, bytes."""
    for sha256 in database.column("SELECT sha256 FROM snapshot ORDER BY sha256"):
        row = database.row(
            "SELECT sha256, media_type, retrieved_at, data FROM snapshot WHERE sha256 = ?",
            (sha256,),
        )
        assert row is not None
        yield sha256, row["media_type"], row["retrieved_at"], bytes(row["data"])


def sequences(database: Database) -> dict[str, int]:
    """Table → the highest number ever given in it: one that was taken back is not given again."""
    found = database.rows("SELECT name, seq FROM sqlite_sequence ORDER BY name")
    return {row["name"]: row["seq"] for row in found if row["name"] in ROWS}


def set_sequences(database: Database, highest: Mapping[str, int]) -> None:
    """Give no number again that was given where the rows come from."""
    for table, number in highest.items():
        if table in ROWS:
            database.run("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
            database.run("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, number))


def is_empty(database: Database) -> bool:
    """Whether nothing was ever put on file."""
    return not any(
        database.value(f'SELECT EXISTS (SELECT 1 FROM "{table}")') for table in (*ROWS, *_KEPT)
    )
