"""Evidence tied to the snapshot of its source: where its quote stands, or that it does not."""

from __future__ import annotations

from typing import Any

import msgspec

from workbench.desk.sources import quotes
from workbench.errors import InvalidInputError
from workbench.records.change import Change
from workbench.records.queries import captures
from workbench.records.sqlite import Database


class Orphan(msgspec.Struct, frozen=True):
    """A quote that does not stand in the snapshot of its source."""

    evidence_id: int
    claim_id: int
    quote: str
    source: str


def columns(
    database: Database, source_id: int, quote: str, *, before: str = "", after: str = ""
) -> dict[str, Any]:
    """Where a quote stands in a source's snapshot, as columns of evidence.

    Raises:
        InvalidInputError: it stands in several places, and nothing says which is meant.
    """
    kept = captures.kept(database, source_id)
    if kept is None or kept["text_sha256"] is None:
        return {}
    text = captures.text(database, kept["text_sha256"])
    return {"capture_id": kept["id"], **_place(text, quote, before, after)}


def _place(text: str, quote: str, before: str = "", after: str = "") -> dict[str, Any]:
    span = quotes.place(text, quote, before=before, after=after)
    if span is None:
        return {"start": None, "stop": None, "prefix": "", "suffix": ""}
    prefix, suffix = quotes.context(text, span)
    return {"start": span.start, "stop": span.end, "prefix": prefix, "suffix": suffix}


def anchor_all(change: Change, source_id: int, capture_id: int, text: str) -> None:
    """Look up the quotes that were given before there was a snapshot to look in.

    A quote that stands in an earlier snapshot stays there; one that stands in several places is
    marked like one that stands in none: a person says which is meant.
    """
    for row in captures.quotes(change.db, source_id) if text else ():
        if row["start"] is not None:
            continue
        try:
            place = _place(text, row["quote"])
        except InvalidInputError:
            place = {"start": None, "stop": None}
        change.update("evidence", row["id"], capture_id=capture_id, **place)


def orphans(database: Database) -> list[Orphan]:
    """All live quotes that do not stand in the snapshot of their source."""
    return [
        Orphan(row["id"], row["claim_id"], row["quote"], row["title"] or row["url"])
        for row in captures.orphans(database)
    ]
