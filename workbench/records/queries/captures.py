"""Visits to sources: what was kept, and what it says."""

from __future__ import annotations

from workbench.records.sqlite import Database, Row

_CAPTURE = """
SELECT capture.*, coalesce(snapshot.size, 0) AS size,
  coalesce(snapshot.retrieved_at, capture.at) AS retrieved_at
FROM capture LEFT JOIN snapshot ON snapshot.sha256 = capture.snapshot_sha256
"""


def of_source(database: Database, source_id: int) -> list[Row]:
    """The visits to a source, newest first."""
    return database.rows(
        f"{_CAPTURE} WHERE capture.source_id = ? ORDER BY capture.id DESC", (source_id,)
    )


def get(database: Database, capture_id: int) -> Row | None:
    """A visit."""
    return database.row(f"{_CAPTURE} WHERE capture.id = ?", (capture_id,))


def kept(database: Database, source_id: int) -> Row | None:
    """The visit whose bytes are the evidence: the last that a person asked to keep."""
    return database.row(
        f"{_CAPTURE} WHERE capture.source_id = ? AND outcome = 'kept' ORDER BY capture.id DESC",
        (source_id,),
    )


def data(database: Database, sha256: str) -> bytes:
    """The bytes of a snapshot."""
    return bytes(database.value("SELECT data FROM snapshot WHERE sha256 = ?", (sha256,)) or b"")


def text(database: Database, sha256: str | None) -> str:
    """The text read from a snapshot, or nothing."""
    found = database.value("SELECT text FROM article_text WHERE sha256 = ?", (sha256,))
    return str(found or "")


def source_at(database: Database, url: str) -> int | None:
    """The source with this address."""
    found: int | None = database.value("SELECT id FROM source WHERE url = ? ORDER BY id", (url,))
    return found


def online(database: Database) -> list[Row]:
    """The sources that can be visited again."""
    return database.rows(
        "SELECT * FROM source WHERE retracted_at = ''"
        " AND (url LIKE 'http://%' OR url LIKE 'https://%') ORDER BY id"
    )


def quotes(database: Database, source_id: int) -> list[Row]:
    """The live evidence with a quote from a source."""
    return database.rows(
        "SELECT * FROM evidence WHERE source_id = ? AND quote != '' AND retracted_at = ''"
        " ORDER BY id",
        (source_id,),
    )


def orphans(database: Database) -> list[Row]:
    """Live quotes that do not stand in the snapshot of their source."""
    return database.rows(
        "SELECT evidence.id, evidence.claim_id, evidence.quote, source.title, source.url"
        " FROM evidence JOIN source ON source.id = evidence.source_id"
        " WHERE capture_id IS NOT NULL AND quote != '' AND start IS NULL"
        " AND evidence.retracted_at = '' ORDER BY evidence.id"
    )
