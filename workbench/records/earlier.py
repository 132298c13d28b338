"""The record as it was when an earlier journal entry was its last."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from workbench.records import derived, journal
from workbench.records.change import JOURNALLED
from workbench.records.sqlite import Database, damaged
from workbench.records.store import Store

_APPEND_ONLY = ("event_no_delete", "change_no_delete")
"""Guards that the copy loses: its journal ends earlier."""


@contextmanager
def as_of(store: Store, event_id: int) -> Iterator[Store]:
    """A copy of a store that ends with an entry: for reading, and gone with the block.

    Every later entry is taken back by the row images that it kept, the newest first. Lists and
    words are drawn anew for the claims concerned; matching's index is not, and nothing is found
    by it there.
    """
    with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
        path = Path(folder) / store.path.name
        store.db.copy_to(path)
        with Store(path, create=False, clock=store.clock) as earlier:
            _take_back(earlier.db, event_id)
            yield earlier


def is_intact_since(database: Database, event_id: int) -> bool:
    """Whether all entries after this one follow from it, with the changes that they had."""
    prev = database.value("SELECT hash FROM event WHERE id = ?", (event_id,))
    for entry in database.stream("SELECT * FROM event WHERE id > ? ORDER BY id", (event_id,)):
        if any(journal.faults_of(database, entry, prev)):
            return False
        prev = entry["hash"]
    return True


def _take_back(database: Database, event_id: int) -> None:
    database.run("PRAGMA foreign_keys = OFF")  # rows come back in the order in which they went
    with database.writing():
        concerned = database.column(
            "SELECT DISTINCT claim_id FROM claim_event WHERE event_id > ?", (event_id,)
        )
        for row in database.stream(
            "SELECT record, row_id, before FROM change WHERE event_id > ?"
            " ORDER BY event_id DESC, n DESC",
            (event_id,),
        ):
            before = row["before"]
            image = None if before is None else msgspec.json.decode(before, type=dict[str, Any])
            _put_back(database, row["record"], row["row_id"], image)
        for guard in _APPEND_ONLY:
            database.run(f"DROP TRIGGER {guard}")
        database.run("DELETE FROM claim_event WHERE event_id > ?", (event_id,))
        database.run("DELETE FROM change WHERE event_id > ?", (event_id,))
        database.run("DELETE FROM event WHERE id > ?", (event_id,))
        derived.refresh(database, concerned, concerned)


def _put_back(
    database: Database, record: str, row_id: int, before: Mapping[str, Any] | None
) -> None:
    """A row as it was before a change; its version is nobody's to rely upon any more."""
    if record not in JOURNALLED:
        raise damaged(database.path)
    if before is None:
        database.run(f'DELETE FROM "{record}" WHERE id = ?', (row_id,))
        return
    names = list(before)
    if database.value(f'SELECT 1 FROM "{record}" WHERE id = ?', (row_id,)):
        columns = ", ".join(f'"{name}" = ?' for name in names)
        database.run(f'UPDATE "{record}" SET {columns} WHERE id = ?', (*before.values(), row_id))
        return
    columns = ", ".join(f'"{name}"' for name in (*names, "version"))
    marks = ", ".join("?" * (len(names) + 1))
    database.run(f'INSERT INTO "{record}" ({columns}) VALUES ({marks})', (*before.values(), 0))
