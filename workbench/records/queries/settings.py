"""What holds for everybody at this desk."""

from __future__ import annotations

from workbench.records.change import Change
from workbench.records.sqlite import Database


def value(database: Database, key: str) -> str:
    """A setting as JSON, or nothing where nobody has set it."""
    return str(database.value("SELECT value FROM setting WHERE key = ?", (key,)) or "")


def put(change: Change, key: str, value: str) -> None:
    """Set a setting, under the change's name, moment and reason."""
    row = change.db.row("SELECT id FROM setting WHERE key = ?", (key,))
    if row is None:
        change.insert("setting", key=key, value=value)
    else:
        change.update("setting", row["id"], value=value)
