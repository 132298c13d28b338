"""What reports need beside the records of their claims."""

from __future__ import annotations

from workbench.records.sqlite import Database, Row


def kept(database: Database, claim_id: int) -> dict[int, Row]:
    """Evidence on a claim → hash and moment of the bytes of its source that were kept.

    Those in which its quote was looked for, else the last that were kept.
    """
    rows = database.rows(
        """SELECT evidence.id, capture.snapshot_sha256 AS sha256, capture.at
           FROM evidence JOIN capture ON capture.id = coalesce(evidence.capture_id,
             (SELECT max(id) FROM capture visit WHERE visit.source_id = evidence.source_id
               AND visit.snapshot_sha256 IS NOT NULL))
           WHERE claim_id = ? AND capture.snapshot_sha256 IS NOT NULL""",
        (claim_id,),
    )
    return {row["id"]: row for row in rows}


def rated_between(database: Database, since: str, until: str) -> list[int]:
    """Claims that were rated, or whose verdict was withdrawn, in a time; by when they first were.

    Args:
        database: the store.
        since: first moment, or nothing.
        until: first moment after, or nothing.
    """
    return database.column(
        """SELECT claim_id FROM (
             SELECT claim_id, set_at AS at FROM verdict
             UNION ALL SELECT claim_id, withdrawn_at FROM verdict WHERE withdrawn_at != '')
           JOIN claim ON claim.id = claim_id
           WHERE (:since = '' OR at >= :since) AND (:until = '' OR at < :until)
             AND claim.state != 'set_aside'
           GROUP BY claim_id ORDER BY min(at), claim_id""",
        {"since": since, "until": until},
    )


def entry_hash(database: Database, event_id: int) -> str | None:
    """The hash of an entry of the journal."""
    found: str | None = database.value("SELECT hash FROM event WHERE id = ?", (event_id,))
    return found
