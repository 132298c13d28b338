"""The pane of the journal: who changed what, when and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.desk.views import HistoryEntry
from workbench.tui.panes.common import fields, when
from workbench.tui.widgets.document import Block
from workbench.tui.words import Words


def blocks(entries: Iterable[HistoryEntry], words: Words) -> Iterator[Block]:
    """Newest first, each with its fields before and after."""
    empty = True
    for entry in entries:
        empty = False
        undone = words("history.undone") if entry.undone else ""
        action = words.record(f"action.{entry.action}")
        yield Block(
            fields([when(entry.at), entry.by, action, undone]),
            "dim" if entry.undone else "strong",
            entry=entry.id,
        )
        if entry.summary:
            told = about(entry, words)
            yield Block(told if len(told) > 1 else entry.summary, "body", entry=entry.id)
        if entry.why:
            yield Block(entry.why, "quote", words("history.why"), entry=entry.id)
        for change in entry.changes:
            if not words.knows(f"field.{change.field}"):
                continue  # what the machine keeps for itself: hashes, encoded facets
            label = words.record(f"field.{change.field}")
            before = _said(change.field, change.before, words)
            yield Block(before, "dim", label, entry=entry.id)
            yield Block(_said(change.field, change.after, words), "body", "→", entry=entry.id)
        yield Block("")
    if empty:
        yield Block(words("history.empty"), "dim")


KEYED = {
    "undone": "action",
    "redone": "action",
    "verdict set": "rating",
    "verdict approved": "rating",
    "verdict returned": "rating",
}
"""Acts whose summary begins with a key, and what it is a key of."""


def about(entry: HistoryEntry, words: Words) -> tuple[str, ...]:
    """What an entry is about.

    An undoing names what it took back (``claim reworded: …``), a verdict its rating: both stand in
    the journal as keys.
    """
    return fields(_told(entry.action, entry.summary, words))


def _told(action: str, summary: str, words: Words) -> list[str]:
    kind = KEYED.get(action)
    key, colon, rest = summary.partition(": ")
    if not (kind and colon and words.knows(f"{kind}.{key}")):
        return [summary]
    following = _told(key, rest, words) if kind == "action" else [rest]
    return [words.record(f"{kind}.{key}"), *following]


def _said(field: str, value: str, words: Words) -> str:
    key = f"{field}.{value}"
    return words.record(key) if words.knows(key) else value or "—"
