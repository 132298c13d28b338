"""Undo and redo: new journal entries that put row images back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec

from workbench.errors import ChangedMeanwhileError, Said
from workbench.records import journal
from workbench.records.change import Change, image
from workbench.records.journal import Kind
from workbench.records.sqlite import Database, Row
from workbench.records.store import Store

Image = dict[str, Any]


def undo(store: Store, actor: str) -> int | None:
    """Take back the last thing that this actor did, and give the number of its entry, if any.

    Raises:
        ChangedMeanwhileError: somebody has built on it since; the message says who, and nothing
            is changed.
    """
    return _step(store, actor, Kind.UNDO)


def redo(store: Store, actor: str) -> int | None:
    """Do again what this actor undid last, and give the number of its entry, if any.

    Raises:
        ChangedMeanwhileError: as for `undo`.
    """
    return _step(store, actor, Kind.REDO)


def _step(store: Store, actor: str, kind: Kind) -> int | None:
    back = kind is Kind.UNDO
    find = journal.last_to_undo if back else journal.last_to_redo
    action = "undone" if back else "redone"
    target = find(store.db, actor)
    if target is None:
        return None
    with store.change(actor, action, kind=kind, of_event=target["id"]) as change:
        current = find(store.db, actor)
        if current is None or current["id"] != target["id"]:
            raise ChangedMeanwhileError(
                "another window of yours has changed the journal meanwhile", hint="Try again."
            )
        change.summary = f"{target['action']}: {target['summary']}"
        for row in _changes(store.db, target["id"], backwards=back):
            images = _decode(row["before"]), _decode(row["after"])
            before, after = reversed(images) if back else images
            try:
                _put(change, row["record"], row["row_id"], before, after)
            except sqlite3.IntegrityError as error:
                raise _built_upon(change, row["record"], row["row_id"], target) from error
    return int(target["id"])


def _changes(database: Database, event_id: int, *, backwards: bool) -> Iterator[Row]:
    """The row images of an entry and of those that go on with it."""
    for event in journal.with_sequels(database, event_id, backwards=backwards):
        yield from journal.changes(database, event, backwards=backwards)


def _decode(text: str | None) -> Image | None:
    return None if text is None else msgspec.json.decode(text, type=dict[str, Any])


def _put(change: Change, record: str, row_id: int, have: Image | None, want: Image | None) -> None:
    row = change.find(record, row_id)
    if have is None:
        if row is not None:
            raise change.changed_meanwhile(record, row)
        change.insert(record, **(want or {}))
        return
    if row is None:
        raise ChangedMeanwhileError(
            "{record} {row_id} is no longer on file",
            hint="Nothing was changed.",
            record=Said(record),
            row_id=row_id,
        )
    now = image(row)
    if any(now[name] != value for name, value in have.items()):
        raise change.changed_meanwhile(record, row)
    if want is None:
        change.delete(record, row_id)
    else:
        change.update(record, row_id, **want)


def _built_upon(change: Change, record: str, row_id: int, target: Row) -> ChangedMeanwhileError:
    """The error for a row that others refer to, or whose place another has taken."""
    for referring, column in change.references_to(record):
        row = change.db.row(
            f'SELECT * FROM "{referring}" WHERE "{column}" = ? ORDER BY version DESC', (row_id,)
        )
        if row is not None:
            return change.changed_meanwhile(
                record,
                row,
                Said("{record} {row_id} rests on it", record=Said(referring), row_id=row["id"]),
            )
    return ChangedMeanwhileError(
        "{action} ({summary}) cannot be done again: another {record} has taken the "
        "place of {record} {row_id}",
        hint="Nothing was changed.",
        action=Said(target["action"]),
        summary=target["summary"],
        record=Said(record),
        row_id=row_id,
    )
