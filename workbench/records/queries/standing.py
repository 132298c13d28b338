"""How verdicts stand: what has happened since, what rests on what, and what was corrected."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.records.queries.denial import denied
from workbench.records.sqlite import IN_LIST, Database, Row, listed

_OF = "AND (:claim IS NULL OR verdict.claim_id = :claim)"
_LIVE = "evidence.retracted_at = ''"


def _since(database: Database, sql: str, claim_id: int | None) -> list[Row]:
    return database.rows(f"{sql} ORDER BY at", {"claim": claim_id})


def ending(database: Database, claim_id: int | None) -> list[Row]:
    """Verdicts in force that hold for a time."""
    return _since(
        database,
        f"SELECT claim_id, holds, set_at AS at FROM verdict WHERE in_force AND holds != '' {_OF}",
        claim_id,
    )


def evidence_since(database: Database, claim_id: int | None) -> list[Row]:
    """Evidence that was linked after the verdict in force was given."""
    return _since(
        database,
        f"""SELECT verdict.claim_id, evidence.added_at AS at, evidence.stance, source.title,
              source.url
            FROM verdict JOIN evidence ON evidence.claim_id = verdict.claim_id
            JOIN source ON source.id = evidence.source_id
            WHERE verdict.in_force AND {_LIVE} AND evidence.added_at > verdict.set_at {_OF}""",
        claim_id,
    )


def retracted_since(database: Database, claim_id: int | None) -> list[Row]:
    """Evidence that was on file when the verdict in force was given, and is retracted."""
    return _since(
        database,
        f"""SELECT DISTINCT verdict.claim_id, evidence.retracted_at AS at,
              evidence.retraction_reason AS why,
              source.title, source.url
            FROM verdict JOIN evidence ON evidence.claim_id = verdict.claim_id
            JOIN source ON source.id = evidence.source_id
            WHERE verdict.in_force AND evidence.retracted_at > verdict.set_at
              AND evidence.added_at <= verdict.set_at {_OF}""",
        claim_id,
    )


def sources_since(database: Database, claim_id: int | None) -> list[Row]:
    """Sources of live evidence that a later visit found changed or gone, by the last visit."""
    return _since(
        database,
        f"""SELECT DISTINCT verdict.claim_id, capture.at, capture.outcome, source.title, source.url
            FROM verdict JOIN evidence ON evidence.claim_id = verdict.claim_id
            JOIN source ON source.id = evidence.source_id
            JOIN capture ON capture.id = (SELECT max(id) FROM capture visit
              WHERE visit.source_id = source.id AND visit.outcome != 'failed')
            WHERE verdict.in_force AND {_LIVE} AND capture.at > verdict.set_at
              AND capture.outcome IN ('changed', 'gone') {_OF}""",
        claim_id,
    )


def matches_since(database: Database, claim_id: int | None) -> list[Row]:
    """Updates found, and conflicts confirmed, after the verdict in force was given.

    ``key`` is the deciding reason as the newer claim of the pair has it, and ``turned`` says that
    the verdict is on the older one.
    """
    return _since(
        database,
        f"""SELECT verdict.claim_id, pair.relation, pair.decision,
              coalesce(nullif(pair.decided_at, ''), pair.found_at) AS at,
              pair.reasons ->> '$[0].key' AS key, pair.other_id = verdict.claim_id AS turned,
              other.id AS other_id, other.text, other.language, {denied("other")} AS denied
            FROM verdict
            JOIN "match" pair ON verdict.claim_id IN (pair.claim_id, pair.other_id)
            JOIN claim other ON other.id = pair.claim_id + pair.other_id - verdict.claim_id
            WHERE verdict.in_force AND other.state != 'set_aside'
              AND ((pair.relation = 'update' AND pair.decision IN ('pending', 'confirmed')
                  AND pair.found_at > verdict.set_at)
                OR (pair.relation = 'conflict' AND pair.decision = 'confirmed'
                  AND pair.decided_at > verdict.set_at)) {_OF}""",
        claim_id,
    )


_RESTING = f"""
SELECT claim.id AS claim_id, claim.text, claim.language, claim.state, verdict.rating,
  verdict.id AS verdict_id, {denied("claim")} AS denied,
  (SELECT count(*) FROM evidence other WHERE other.claim_id = claim.id
    AND other.retracted_at = '' AND other.id NOT IN {IN_LIST}) AS remaining
FROM claim JOIN verdict ON verdict.claim_id = claim.id AND verdict.in_force
WHERE claim.id IN (SELECT claim_id FROM evidence WHERE id IN {IN_LIST}) ORDER BY claim.id
"""


def resting_on(database: Database, evidence_ids: Sequence[int]) -> list[Row]:
    """Claims with a verdict in force that rests on this evidence, and how much else it has."""
    return database.rows(_RESTING, (listed(evidence_ids), listed(evidence_ids)))


def live_evidence_of(database: Database, source_id: int) -> list[int]:
    """The evidence from a source that is not retracted."""
    return database.column(
        f"SELECT id FROM evidence WHERE source_id = ? AND {_LIVE} ORDER BY id", (source_id,)
    )


def articles_of(database: Database, claim_ids: Sequence[int]) -> list[Row]:
    """The articles whose reports tell of these claims."""
    return database.rows(
        f"""SELECT DISTINCT article.id, article.title, article.url FROM article
            JOIN appearance ON appearance.article_id = article.id
            WHERE appearance.claim_id IN {IN_LIST} ORDER BY article.id""",
        (listed(claim_ids),),
    )


def verdicts_in_order(database: Database, claim_id: int | None) -> list[Row]:
    """All verdicts of claims that have had more than one, or one withdrawn; oldest first."""
    return database.rows(
        f"""SELECT verdict.*, claim.text, claim.language AS claim_language, claim.uid AS claim_uid,
             {denied("claim")} AS denied
           FROM verdict JOIN claim ON claim.id = verdict.claim_id
           WHERE (:claim IS NULL OR verdict.claim_id = :claim) AND verdict.claim_id IN (
             SELECT claim_id FROM verdict GROUP BY claim_id
             HAVING count(*) > 1 OR max(withdrawn_at) != '')
           ORDER BY verdict.claim_id, verdict.id""",
        {"claim": claim_id},
    )


def first_published(database: Database, claim_ids: Sequence[int]) -> dict[int, str]:
    """Claim → when it was first published, by the journal; those never published are left out."""
    rows = database.rows(
        f"""SELECT change.row_id, min(event.at) AS at FROM change
            JOIN event ON event.id = change.event_id
            WHERE change.record = 'claim' AND change.row_id IN {IN_LIST}
              AND change.after ->> 'state' = 'published' AND event.kind != 'undo'
            GROUP BY change.row_id""",
        (listed(claim_ids),),
    )
    return {row["row_id"]: row["at"] for row in rows}
