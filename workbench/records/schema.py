"""Which schema a file has, and how a new or an older one gets today's."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from workbench.errors import StoreError
from workbench.records import derived
from workbench.records.sqlite import APPLICATION_ID, Database

SCHEMA = Path(__file__).with_name("schema.sql")
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
"""All revisions, oldest first; the last is today's."""


def revision(database: Database) -> str:
    """The revision of a file; nothing for an empty one.

    Raises:
        StoreError: the file is a database, but not a claim store.
    """
    tables = set(database.column("SELECT name FROM sqlite_master WHERE type = 'table'"))
    if not tables:
        return ""
    if not {"alembic_version", "event"} <= tables:
        raise StoreError(
            "{path} is a database, but not a claim store",
            hint="Name another file with --db.",
            path=database.path,
        )
    return str(database.value("SELECT version_num FROM alembic_version") or "")


def prepare(database: Database, revisions: tuple[str, ...] = REVISIONS) -> None:
    """Give a new file today's schema, upgrade an older one after a backup, refuse a newer one."""
    found = revision(database)
    if not found:
        _create(database)
    elif found in revisions[:-1]:
        _upgrade(database, found)
    elif found != revisions[-1]:
        raise StoreError(
            "{path} was written by a newer Workbench (its schema is {found}, this "
            "program knows {revisions})",
            hint="Nothing was changed. Install the newer version to open it.",
            path=database.path,
            found=found,
            revisions=revisions[-1],
        )


def _create(database: Database) -> None:
    if database.read_only:
        raise StoreError("{path} is empty and cannot be written", path=database.path)
    with database.writing():
        if revision(database):
            return  # another program was first
        database.script(SCHEMA.read_text(encoding="utf-8").split(";\n\n"))
        derived.rebuild(database, lambda done, total: None)
        database.run(f"PRAGMA application_id = {APPLICATION_ID}")


def _upgrade(database: Database, found: str) -> None:
    if database.read_only:
        raise StoreError(
            "{path} was written by an older Workbench and cannot be upgraded, because it "
            "is read-only",
            hint="Work on a copy of it: a copy is upgraded when it is opened.",
            path=database.path,
        )
    from workbench.records import rotation  # noqa: PLC0415 (few files are old)

    rotation.before_upgrade(database, found, datetime.now(UTC))
    from workbench.records.migrations.upgrade import upgrade  # noqa: PLC0415 (Alembic: 300 ms)

    upgrade(database.path)


def settle(database: Database) -> None:
    """Work with a write-ahead log, and fold anew what an older folding left."""
    if database.read_only:
        return
    database.keep_log_ahead()
    if derived.stale(database):
        with database.writing():
            derived.rebuild(database, lambda done, total: None)
