"""The journal as a person reads it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

import msgspec

from workbench.desk.views import FieldChange, HistoryEntry
from workbench.records import journal
from workbench.records.sqlite import Database, Row

_SHOWN = 50
"""Rows whose fields are told of one entry; the journal keeps them all."""


def latest(database: Database, limit: int) -> list[HistoryEntry]:
    """What was done last, newest first."""
    rows = journal.latest(database, limit)
    return _entries(rows, journal.edits(database, _ids(rows), _SHOWN))


def of_claim(database: Database, claim_id: int) -> list[HistoryEntry]:
    """What was done to one claim and all that hangs on it, newest first."""
    rows = journal.of_claim(database, claim_id)
    return _entries(rows, journal.edits_of_claim(database, _ids(rows), claim_id))


def one(database: Database, event_id: int) -> HistoryEntry:
    """One entry."""
    row = journal.entry(database, event_id)
    assert row is not None
    return _entries([row], journal.edits(database, [event_id], _SHOWN))[0]


def _ids(rows: Sequence[Row]) -> list[int]:
    return [row["id"] for row in rows]


def _entries(rows: Sequence[Row], edits: Sequence[Row]) -> list[HistoryEntry]:
    changes: dict[int, list[FieldChange]] = defaultdict(list)
    for edit in edits:
        changes[edit["event_id"]] += _fields(edit)
    return [
        HistoryEntry(
            id=row["id"],
            at=datetime.fromisoformat(row["at"]),
            by=row["actor"],
            action=row["action"],
            why=row["why"],
            summary=row["summary"],
            changes=tuple(changes[row["id"]]),
            undone=bool(row["undone"]),
        )
        for row in rows
    ]


def _fields(edit: Row) -> list[FieldChange]:
    before = msgspec.json.decode(edit["before"], type=dict[str, object])
    after = msgspec.json.decode(edit["after"], type=dict[str, object])
    record = f"{edit['record']} {edit['row_id']}"
    return [
        FieldChange(record, field, _said(value), _said(after[field]))
        for field, value in before.items()
    ]


def _said(value: object) -> str:
    return "" if value is None else str(value)
