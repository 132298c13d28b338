"""What is drawn from the records for lists, queries and search, in the same transaction.

None of it is journalled: it can be drawn anew at any time, and `verify` compares it so.
"""

from __future__ import annotations

from collections.abc import Iterable

from workbench.records.sqlite import IN_LIST, Database, listed

GRAVITY = ("conflict", "update", "same", "narrower", "broader", "related")
"""Relations from the gravest to the mildest."""

LISTING = f"""
SELECT claim.id AS claim_id, place.article_id, coalesce(place.start, 0) AS start, claim.state,
  claim.worth, fold(claim.claimant) AS claimant, coalesce(verdict.rating, '') AS rating,
  coalesce((
    SELECT m.relation FROM live m WHERE m.claim = claim.id AND m.decision != 'rejected'
    ORDER BY instr('{" ".join(GRAVITY)}', m.relation) LIMIT 1), '') AS relation,
  (SELECT count(*) FROM live m WHERE m.claim = claim.id AND m.decision = 'pending') AS pending,
  (SELECT count(*) FROM evidence e WHERE e.claim_id = claim.id AND e.retracted_at = '') AS evidence
FROM claim
LEFT JOIN appearance place ON place.id = (
  SELECT id FROM appearance a WHERE a.claim_id = claim.id ORDER BY position, id LIMIT 1)
LEFT JOIN verdict ON verdict.claim_id = claim.id AND verdict.in_force
WHERE claim.id IN chosen
"""
_LIVE = f"""
WITH chosen AS {IN_LIST}, live AS (
  SELECT m.claim_id AS claim, m.relation, m.decision FROM "match" m
    JOIN claim other ON other.id = m.other_id
    WHERE m.claim_id IN chosen AND other.state != 'set_aside'
  UNION ALL
  SELECT m.other_id, m.relation, m.decision FROM "match" m
    JOIN claim other ON other.id = m.claim_id
    WHERE m.other_id IN chosen AND other.state != 'set_aside')
"""
"""Matches of the chosen claims, but for those with a claim that was set aside."""

_OWNERS = f"""
WITH chosen AS {IN_LIST}, owner AS (
  SELECT claim_id, id AS appearance_id, facets FROM appearance WHERE claim_id IN chosen
  UNION ALL SELECT id, NULL, facets FROM claim WHERE id IN chosen AND facets != '')
"""
_FACETS = {
    "quantity": """
INSERT INTO quantity (claim_id, appearance_id, surface, low, high, unit, comparator, counted)
SELECT claim_id, appearance_id, value ->> 'surface', CAST(value ->> 'low' AS REAL),
  CAST(value ->> 'high' AS REAL), value ->> 'unit', value ->> 'comparator', value ->> 'counted'
FROM owner, json_each(owner.facets, '$.quantities')""",
    "time": """
INSERT INTO time (claim_id, appearance_id, surface, edtf, earliest, latest, precision, relation,
  rule)
SELECT claim_id, appearance_id, value ->> 'surface', coalesce(value ->> '$.interval.edtf', ''),
  value ->> '$.interval.earliest', value ->> '$.interval.latest',
  coalesce(value ->> '$.interval.precision', ''), value ->> 'relation', value ->> 'rule'
FROM owner, json_each(owner.facets, '$.times')""",
    "place": """
INSERT INTO place (claim_id, appearance_id, surface, name, kind)
SELECT claim_id, appearance_id, value ->> 'surface', value ->> 'name', value ->> 'kind'
FROM owner, json_each(owner.facets, '$.places')""",
    "actor": """
INSERT INTO actor (claim_id, appearance_id, surface, name, kind, role)
SELECT claim_id, appearance_id, value ->> 'surface', value ->> 'name', value ->> 'kind',
  value ->> 'role'
FROM owner, json_each(owner.facets, '$.actors')""",
}
_WORDS = f"""
INSERT INTO claim_search (rowid, words)
SELECT id, fold(text || ' ' || original || ' ' || translation || ' ' || claimant)
FROM claim WHERE id IN {IN_LIST}"""


def refresh(database: Database, touched: Iterable[int], reworded: Iterable[int]) -> None:
    """Draw anew the listing of the touched claims, and facets and words of the reworded ones."""
    again = listed(sorted(reworded))
    if again != "[]":
        for table, fill in _FACETS.items():
            database.run(f"DELETE FROM {table} WHERE claim_id IN {IN_LIST}", (again,))
            database.run(_OWNERS + fill, (again,))
        database.run(f"DELETE FROM claim_search WHERE rowid IN {IN_LIST}", (again,))
        database.run(_WORDS, (again,))
        # A claim set aside or reopened changes what is pending for those matched with it.
        touched = {*touched, *_partners(database, again)}
    chosen = listed(sorted(touched))
    if chosen != "[]":
        database.run(f"DELETE FROM listing WHERE claim_id IN {IN_LIST}", (chosen,))
        database.run(f"{_LIVE} INSERT INTO listing {LISTING}", (chosen,))


def concern(database: Database, event_id: int, claims: Iterable[int]) -> None:
    """Note which claims a journal entry concerns."""
    database.run_many(
        "INSERT INTO claim_event (claim_id, event_id) VALUES (?, ?)",
        ((claim, event_id) for claim in sorted(claims)),
    )


def _partners(database: Database, claims: str) -> list[int]:
    return database.column(
        f"""SELECT other_id FROM "match" WHERE claim_id IN {IN_LIST}
        UNION SELECT claim_id FROM "match" WHERE other_id IN {IN_LIST}""",
        (claims, claims),
    )
