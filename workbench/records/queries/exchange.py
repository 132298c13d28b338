"""Whole records by the page, for exchange: everything a file has to hold of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from workbench.records.queries import denial
from workbench.records.sqlite import IN_LIST, Database, Row, listed

PAGE = 500
"""Claims read at once, so that memory does not grow with the store."""


def claim_ids(database: Database) -> Sequence[int]:
    """All claims, set aside ones too, in the order they were filed."""
    return database.column("SELECT id FROM claim ORDER BY id")


def last_claim(database: Database) -> int:
    """The number of the claim filed last: there are not more."""
    return int(database.value("SELECT max(id) FROM claim") or 0)


def keys_of_claims(database: Database) -> Iterator[Row]:
    """Uid, origin and external id of all claims."""
    return database.stream("SELECT uid, origin, external_id FROM claim")


def absent(database: Database, ids: Sequence[int]) -> list[int]:
    """Those of these claims that are not on file."""
    found = database.column(f"SELECT id FROM claim WHERE id IN {IN_LIST}", (listed(ids),))
    return sorted(set(ids).difference(found))


def claims(database: Database, ids: Sequence[int]) -> list[Row]:
    """Claims by their ids, in the order given."""
    rows = database.rows(f"SELECT * FROM claim WHERE id IN {IN_LIST}", (listed(ids),))
    by_id = {row["id"]: row for row in rows}
    return [by_id[claim_id] for claim_id in ids if claim_id in by_id]


def appearances(database: Database, ids: Sequence[int]) -> list[Row]:
    """The appearances of these claims by claim, each with what identifies its article."""
    return database.rows(
        f"""SELECT appearance.*, article.sha256 AS article_sha256, article.title AS article_title,
              article.url AS article_url, article.published AS article_published
            FROM appearance LEFT JOIN article ON article.id = article_id
            WHERE claim_id IN {IN_LIST} ORDER BY claim_id, position, appearance.id""",
        (listed(ids),),
    )


def evidence(database: Database, ids: Sequence[int]) -> list[Row]:
    """The evidence of these claims by claim, retracted too, oldest first."""
    return _by_claim(database, "evidence", ids)


def verdicts(database: Database, ids: Sequence[int]) -> list[Row]:
    """The verdicts of these claims by claim, oldest first."""
    return _by_claim(database, "verdict", ids)


def steps(database: Database, ids: Sequence[int]) -> list[Row]:
    """The steps of these claims' checks by claim, oldest first."""
    return _by_claim(database, "step", ids)


def _by_claim(database: Database, table: str, ids: Sequence[int]) -> list[Row]:
    return database.rows(
        f"SELECT * FROM {table} WHERE claim_id IN {IN_LIST} ORDER BY claim_id, id", (listed(ids),)
    )


def articles_of(database: Database, ids: Sequence[int] | None) -> list[int]:
    """The articles that these claims stand in, or all of them, as they were filed."""
    if ids is None:
        return database.column("SELECT id FROM article ORDER BY id")
    return database.column(
        "SELECT DISTINCT article_id FROM appearance WHERE article_id IS NOT NULL"
        f" AND claim_id IN {IN_LIST} ORDER BY article_id",
        (listed(ids),),
    )


def articles_by_hash(database: Database, hashes: Iterable[str]) -> dict[str, Row]:
    """Hash → id and text of the article on file that has it."""
    rows = database.rows(
        "SELECT article.id, sha256, text FROM article JOIN article_text USING (sha256)"
        f" WHERE sha256 IN {IN_LIST}",
        (listed(hashes),),
    )
    return {row["sha256"]: row for row in rows}


def origin_bytes(database: Database, sha256: str | None) -> bytes:
    """The bytes of a snapshot, or none."""
    found = database.value("SELECT data FROM snapshot WHERE sha256 = ?", (sha256,))
    return bytes(found or b"")


def sources_of(database: Database, ids: Sequence[int]) -> list[Row]:
    """The sources of these claims' evidence."""
    return database.rows(
        "SELECT * FROM source WHERE id IN"
        f" (SELECT source_id FROM evidence WHERE claim_id IN {IN_LIST})",
        (listed(ids),),
    )


def sources_without_evidence(database: Database) -> list[Row]:
    """Sources that no claim leads to."""
    return database.rows(
        "SELECT * FROM source WHERE id NOT IN (SELECT source_id FROM evidence) ORDER BY id"
    )


def denied(database: Database, ids: Sequence[int] | None) -> frozenset[str]:
    """Uids of those of these claims, or of all, whose claimant denies what their wording says.

    Of claims with a verdict alone: it is these that others read.
    """
    among = "" if ids is None else f"AND id IN {IN_LIST}"
    found = database.column(
        f"SELECT uid FROM claim WHERE id IN (SELECT claim_id FROM verdict) {among}"
        f" AND {denial.denied('claim')}",
        () if ids is None else (listed(ids),),
    )
    return frozenset(found)


def matches(database: Database, ids: Sequence[int] | None) -> Iterator[Row]:
    """Matches among these claims, or all, with both claims' uids."""
    among = (
        "" if ids is None else f"WHERE match.claim_id IN {IN_LIST} AND match.other_id IN {IN_LIST}"
    )
    return database.stream(
        f"""SELECT match.*, claim.uid AS claim_uid, other.uid AS other_uid FROM match
            JOIN claim ON claim.id = match.claim_id JOIN claim other ON other.id = match.other_id
            {among} ORDER BY match.id""",
        () if ids is None else (listed(ids), listed(ids)),
    )


SourceKey = tuple[str, ...]
"""By what a source is known: its uid; its address; or title and publisher, where it has none."""


def known_sources(database: Database, keys: Iterable[SourceKey]) -> dict[SourceKey, int]:
    """Key → the source on file that has it, the oldest of several, for those keys that one has.

    Args:
        database: the store.
        keys: ``("uid", uid)``, ``("url", address)`` and ``("title", title, publisher)``.
    """
    wanted: defaultdict[str, list[SourceKey]] = defaultdict(list)
    for key in keys:
        wanted[key[0]].append(key)
    found: dict[SourceKey, int] = {}
    for column in ("uid", "url"):
        rows = database.rows(
            f"SELECT {column} AS said, min(id) AS id FROM source WHERE {column} IN {IN_LIST}"
            " GROUP BY 1",
            (listed(key[1] for key in wanted[column]),),
        )
        found.update(((column, row["said"]), row["id"]) for row in rows)
    if wanted["title"]:
        rows = database.rows(
            "SELECT title, publisher, min(id) AS id FROM source"
            f" WHERE url = '' AND title IN {IN_LIST} GROUP BY 1, 2",
            (listed(key[1] for key in wanted["title"]),),
        )
        found.update((("title", row["title"], row["publisher"]), row["id"]) for row in rows)
    return found


def known_claims(
    database: Database, uids: Sequence[str], externals: Sequence[tuple[str, str]]
) -> dict[str | tuple[str, str], int]:
    """Uid, or origin and external id → the claim on file, for those that are."""
    found: dict[str | tuple[str, str], int] = {}
    if uids:
        rows = database.rows(f"SELECT uid, id FROM claim WHERE uid IN {IN_LIST}", (listed(uids),))
        found.update((row["uid"], row["id"]) for row in rows)
    by_origin: defaultdict[str, list[str]] = defaultdict(list)
    for origin, external_id in externals:
        by_origin[origin].append(external_id)
    for origin, ids in by_origin.items():
        rows = database.rows(
            "SELECT external_id, id FROM claim WHERE external_id != '' AND origin = ?"
            f" AND external_id IN {IN_LIST}",
            (origin, listed(ids)),
        )
        found.update(((origin, row["external_id"]), row["id"]) for row in rows)
    return found


def claims_named(database: Database, origin: str, name: str, longer: str) -> list[Row]:
    """The claims that an origin knows by a name, by a longer one, or by that and a mark behind it.

    Args:
        database: the store.
        origin: whose names they are.
        name: the one; empty for none.
        longer: the other, and how those with a mark (``#…``) begin.
    """
    return database.rows(
        "SELECT * FROM claim WHERE id IN ("
        "SELECT id FROM claim WHERE external_id != '' AND origin = ?1 AND external_id IN (?2, ?3)"
        " UNION ALL SELECT id FROM claim WHERE external_id != '' AND origin = ?1"
        " AND external_id > ?3 || '#' AND external_id < ?3 || '$') ORDER BY id",
        (origin, name, longer),
    )


def has_longer_names(database: Database, origin: str, beginning: str) -> bool:
    """Whether an origin knows a claim by a name that begins so and ends in letters or digits."""
    return bool(
        database.value(
            "SELECT EXISTS (SELECT 1 FROM claim WHERE external_id != '' AND origin = ?1"
            " AND external_id > ?2 AND external_id < ?2 || char(0x10FFFF))",
            (origin, beginning),
        )
    )


def with_marks(database: Database, origin: str, names: Iterable[str]) -> set[str]:
    """Those of the names behind which an origin knows a claim by a mark (``#…``)."""
    return set(
        database.column(
            "SELECT DISTINCT said.value FROM json_each(?2) said CROSS JOIN claim"
            " WHERE claim.external_id != '' AND claim.origin = ?1"
            " AND claim.external_id > said.value || '#'"
            " AND claim.external_id < said.value || '$'",
            (origin, listed(names)),
        )
    )


def edits_of_row(database: Database, record: str, row_id: int) -> list[Row]:
    """What was done to a row, oldest first, with the name of what was done."""
    return database.rows(
        "SELECT event.action, change.before, change.after FROM change"
        " JOIN event ON event.id = change.event_id WHERE record = ? AND row_id = ?"
        " ORDER BY change.event_id, change.n",
        (record, row_id),
    )


def match_of(database: Database, claim_id: int, other_id: int) -> Row | None:
    """What is on file of a pair."""
    return database.row(
        "SELECT * FROM match WHERE claim_id = ? AND other_id = ?",
        (max(claim_id, other_id), min(claim_id, other_id)),
    )
