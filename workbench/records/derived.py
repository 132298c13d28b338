"""What is drawn from the records for lists, queries and search, in the same transaction.

None of it is journalled: it can be drawn anew at any time, and `verify` compares it so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from workbench.records.search import VERSION as SEARCH
from workbench.records.sqlite import IN_LIST, Database, listed

GRAVITY = ("conflict", "update", "same", "narrower", "broader", "related")
"""Relations from the gravest to the mildest."""

LISTING_COLUMNS = (
    "claim_id, article_id, start, state, worth, claimant, rating, relation, pending, evidence"
)
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
    "quantity": (
        "claim_id, appearance_id, surface, low, high, unit, comparator, counted",
        """SELECT claim_id, appearance_id, value ->> 'surface', CAST(value ->> 'low' AS REAL),
  CAST(value ->> 'high' AS REAL), value ->> 'unit', value ->> 'comparator', value ->> 'counted'
FROM owner, json_each(owner.facets, '$.quantities')""",
    ),
    "time": (
        "claim_id, appearance_id, surface, edtf, earliest, latest, precision, relation, rule",
        """SELECT claim_id, appearance_id, value ->> 'surface',
  coalesce(value ->> '$.interval.edtf', ''), value ->> '$.interval.earliest',
  value ->> '$.interval.latest', coalesce(value ->> '$.interval.precision', ''),
  value ->> 'relation', value ->> 'rule'
FROM owner, json_each(owner.facets, '$.times')""",
    ),
    "place": (
        "claim_id, appearance_id, surface, name, kind",
        """SELECT claim_id, appearance_id, value ->> 'surface', value ->> 'name', value ->> 'kind'
FROM owner, json_each(owner.facets, '$.places')""",
    ),
    "actor": (
        "claim_id, appearance_id, surface, name, kind, role",
        """SELECT claim_id, appearance_id, value ->> 'surface', value ->> 'name', value ->> 'kind',
  value ->> 'role'
FROM owner, json_each(owner.facets, '$.actors')""",
    ),
}
"""Table → its columns, and what they are by the facets of the chosen claims."""
UNREAD = """
SELECT claim.id FROM claim
LEFT JOIN appearance place ON place.id = (
  SELECT id FROM appearance a WHERE a.claim_id = claim.id ORDER BY position, id LIMIT 1)
WHERE claim.state != 'set_aside' AND claim.facets = '' AND coalesce(place.facets, '{}') = '{}'
"""
"""Claims whose facets nobody has read: they have none of their own and none where they stand."""
_GATHERED = 16 << 20
"""Bytes of words that FTS5 gathers before it writes them: fewer and longer segments, which are
merged less often."""
_CHOSEN = f"WITH chosen AS {IN_LIST}"
_WORDS = (
    "rowid, words",
    """SELECT id, search_words(text || ' ' || original || ' ' || translation || ' ' || claimant)
FROM claim WHERE id IN chosen""",
)
_DRAWN = {
    "listing": (_LIVE, "claim_id", LISTING_COLUMNS, LISTING),
    "claim_search": (_CHOSEN, "rowid", *_WORDS),
    **{table: (_OWNERS, "claim_id", *facet) for table, facet in _FACETS.items()},
}
"""Table → what its query builds upon, its column of claims, its columns, and its query."""


def refresh(database: Database, touched: Iterable[int], reworded: Iterable[int]) -> None:
    """Draw anew the listing of the touched claims, and facets and words of the reworded ones."""
    again = listed(sorted(reworded))
    if again != "[]":
        for table in ("claim_search", *_FACETS):
            _draw(database, table, again)
        _wait(database, again)
        # A claim set aside or reopened changes what is pending for those matched with it.
        touched = {*touched, *_partners(database, again)}
    chosen = listed(sorted(touched))
    if chosen != "[]":
        _draw(database, "listing", chosen)


def file_new(database: Database, rows: Sequence[Sequence[Any]]) -> None:
    """Draw the lists of claims just filed, from what their filer knows of them.

    Args:
        database: the store.
        rows: `LISTING_COLUMNS` of each claim; none has a match yet.
    """
    database.insert(f"listing ({LISTING_COLUMNS})", rows)


def search_new(database: Database, words: Sequence[tuple[int, str]]) -> None:
    """Have claims just filed found by their words: each claim's number and `search_words` of it.

    FTS5 writes what it has gathered at every savepoint; so many at once come without one.
    """
    database.run(
        "INSERT INTO claim_search (claim_search, rank) SELECT 'hashsize', :bytes"
        " WHERE NOT EXISTS (SELECT 1 FROM claim_search_config WHERE k = 'hashsize' AND v = :bytes)",
        {"bytes": _GATHERED},
    )
    database.run_many("INSERT INTO claim_search (rowid, words) VALUES (?, ?)", words)


def draw_facets(database: Database, claims: Sequence[int]) -> None:
    """Draw the facets of claims just filed with them."""
    if claims:
        chosen = listed(claims)
        for table in _FACETS:
            _draw(database, table, chosen)


def put_off(database: Database, claims: Iterable[int]) -> None:
    """Note claims whose facets are to be read and whose matches are to be found later."""
    rows = [(claim,) for claim in claims]
    database.insert("pending (claim_id)", rows, "ON CONFLICT DO NOTHING")


def _wait(database: Database, chosen: str) -> None:
    """Bring the queue of the unread up to date: claims that are gone do not wait."""
    database.run(
        f"DELETE FROM pending WHERE claim_id IN {IN_LIST}"
        " AND NOT EXISTS (SELECT 1 FROM claim"
        " WHERE claim.id = pending.claim_id AND claim.state != 'set_aside')",
        (chosen,),
    )
    database.run(
        f"INSERT OR IGNORE INTO pending {UNREAD} AND claim.id IN {IN_LIST}",
        (chosen,),
    )


def _draw(database: Database, table: str, chosen: str) -> None:
    base, claim, columns, query = _DRAWN[table]
    database.run(f"DELETE FROM {table} WHERE {claim} IN {IN_LIST}", (chosen,))
    database.run(f"{base} INSERT INTO {table} ({columns}) {query}", (chosen,))


def concern(database: Database, event_id: int, claims: Iterable[int]) -> None:
    """Note which claims a journal entry concerns."""
    rows = [(claim, event_id) for claim in sorted(claims)]
    database.insert("claim_event (claim_id, event_id)", rows, "ON CONFLICT DO NOTHING")


def _partners(database: Database, claims: str) -> list[int]:
    return database.column(
        f"""SELECT other_id FROM "match" WHERE claim_id IN {IN_LIST}
        UNION SELECT claim_id FROM "match" WHERE other_id IN {IN_LIST}""",
        (claims, claims),
    )


def outdated(database: Database, batch: int = 2000) -> Iterator[tuple[str, list[int]]]:
    """What is drawn from the records but differs from them: a table, and the claims in it."""
    unread = database.column(f"{UNREAD} AND claim.id NOT IN (SELECT claim_id FROM pending)")
    if unread:
        yield "pending", unread
    for table, (_, claim, _, _) in _DRAWN.items():
        gone = database.column(
            f"SELECT DISTINCT {claim} FROM {table} WHERE {claim} NOT IN (SELECT id FROM claim)"
        )
        if gone:
            yield table, gone
    ids = database.column("SELECT id FROM claim ORDER BY id")
    for start in range(0, len(ids), batch):
        chosen = listed(ids[start : start + batch])
        for table, (base, claim, columns, query) in _DRAWN.items():
            kept = f"SELECT {columns} FROM {table} WHERE {claim} IN chosen"
            wrong = database.column(
                f"{base}, kept AS ({kept}), fresh ({columns}) AS ({query})"
                f" SELECT {claim} FROM (SELECT * FROM kept EXCEPT SELECT * FROM fresh)"
                f" UNION SELECT {claim} FROM (SELECT * FROM fresh EXCEPT SELECT * FROM kept)",
                (chosen,),
            )
            if wrong:
                yield table, wrong


def rebuild(database: Database, progress: Callable[[int, int], None], batch: int = 2000) -> int:
    """Draw everything anew, and say of how many claims."""
    for table in _DRAWN:
        database.run(f"DELETE FROM {table}")
    ids = database.column("SELECT id FROM claim ORDER BY id")
    for start in range(0, len(ids), batch):
        part = ids[start : start + batch]
        refresh(database, part, part)
        progress(min(start + batch, len(ids)), len(ids))
    database.run(
        "INSERT INTO meta (key, value) VALUES ('words', ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (SEARCH,),
    )
    return len(ids)


def stale(database: Database) -> bool:
    """Whether names and words were folded by other rules than today's."""
    return bool(database.value("SELECT value FROM meta WHERE key = 'words'") != SEARCH)
