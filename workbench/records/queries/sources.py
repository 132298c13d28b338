"""Sources and figures on file."""

from __future__ import annotations

from workbench.records.queries.denial import denied
from workbench.records.sqlite import Database, Row

_SOURCE = (
    "SELECT source.*, (SELECT count(*) FROM evidence WHERE source_id = source.id"
    " AND retracted_at = '') AS evidence FROM source"
)


def listed(database: Database) -> list[Row]:
    """All sources, newest first, each with how much evidence comes from it."""
    return database.rows(f"{_SOURCE} ORDER BY id DESC")


def get(database: Database, source_id: int) -> Row | None:
    """A source."""
    return database.row(f"{_SOURCE} WHERE id = ?", (source_id,))


def live_evidence(database: Database, claim_id: int) -> int:
    """How much evidence on a claim is not retracted."""
    return int(
        database.value(
            "SELECT count(*) FROM evidence WHERE claim_id = ? AND retracted_at = ''", (claim_id,)
        )
    )


def verdict_in_force(database: Database, claim_id: int) -> Row | None:
    """The verdict in force on a claim."""
    return database.row("SELECT * FROM verdict WHERE claim_id = ? AND in_force", (claim_id,))


def figures(database: Database, unit: str | None, claim_id: int | None) -> list[Row]:
    """Figures on file by when they were published; of one unit, of one claim, or both.

    What a claim counts in a wording of its own stands where the claim stands, and is no second
    figure where the text there counts the same.
    """
    return database.rows(
        f"""SELECT q.*, claim.claimant, claim.text, claim.language, article.id AS article_id,
             {denied("claim")} AS denied, coalesce(listing.evidence, 0) AS evidence,
             (SELECT group_concat(name, '; ') FROM (SELECT DISTINCT name FROM place p
               WHERE p.claim_id = q.claim_id AND p.appearance_id IS q.appearance_id
               ORDER BY name)) AS places,
             coalesce(article.title, place.title, '') AS article_title,
             coalesce(nullif(article.published, ''), place.published, claim.said, '') AS published,
             (SELECT edtf FROM time t WHERE t.claim_id = q.claim_id
               AND t.appearance_id IS q.appearance_id AND edtf != '' LIMIT 1) AS edtf
           FROM quantity q JOIN claim ON claim.id = q.claim_id
           LEFT JOIN listing ON listing.claim_id = claim.id
           LEFT JOIN appearance place ON place.id = coalesce(q.appearance_id,
             (SELECT id FROM appearance a WHERE a.claim_id = q.claim_id ORDER BY position, id
               LIMIT 1))
           LEFT JOIN article ON article.id = place.article_id
           WHERE claim.state != 'set_aside' AND NOT (q.appearance_id IS NULL AND EXISTS (
             SELECT 1 FROM quantity there WHERE there.claim_id = q.claim_id
               AND there.appearance_id IS NOT NULL AND there.low IS q.low AND there.high IS q.high
               AND there.unit = q.unit AND there.comparator = q.comparator))
             AND (:unit IS NULL OR q.unit = :unit)
             AND (:claim IS NULL OR q.claim_id = :claim)
           ORDER BY published, q.claim_id, q.id""",
        {"unit": unit, "claim": claim_id},
    )
