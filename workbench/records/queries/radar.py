"""What may be at odds on file."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.records.sqlite import IN_LIST, Database, Row, listed


def in_force(database: Database, claim_ids: Sequence[int]) -> list[Row]:
    """The verdicts in force on these claims."""
    return database.rows(
        f"SELECT * FROM verdict WHERE in_force AND claim_id IN {IN_LIST}", (listed(claim_ids),)
    )


def reworded(database: Database) -> list[Row]:
    """Claims whose wording is a person's own, with the words of the article they stand in."""
    return database.rows(
        """SELECT claim.id, claim.text, claim.language, claim.claimant, claim.facets,
             place.quote, place.facets AS place_facets
           FROM claim JOIN appearance place ON place.id = (
             SELECT id FROM appearance a WHERE a.claim_id = claim.id ORDER BY position, id LIMIT 1)
           WHERE claim.facets != '' AND claim.state != 'set_aside'
             AND claim.text != claim.original AND place.quote != ''
           ORDER BY claim.id"""
    )


def alike(database: Database) -> list[tuple[int, int]]:
    """Pairs of claims that speak of one thing, by matching, unless a person said otherwise."""
    rows = database.stream(
        """SELECT claim_id, other_id FROM "match"
           WHERE decision != 'rejected' AND relation IN ('same', 'update', 'conflict')"""
    )
    return [(row["claim_id"], row["other_id"]) for row in rows]
