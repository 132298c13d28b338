"""Claims on file: which, in which order, and everything about one."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from enum import StrEnum

from msgspec.structs import replace

from workbench.records.queries.conditions import ClaimFilter, where, words_of
from workbench.records.queries.denial import denied
from workbench.records.sqlite import IN_LIST, Database, Row, listed


class Order(StrEnum):
    """How a list of claims is sorted."""

    ARTICLE = "article"
    """By article, then by their place in it."""
    WORTH = "worth"
    """Most worth checking first."""
    STATE = "state"
    """By their state in the work, then by place."""
    NEWEST = "newest"


_ORDERS = {
    Order.ARTICLE: "article_id, start, claim_id",
    Order.WORTH: "worth DESC, claim_id DESC",
    Order.STATE: "article_id, start, claim_id",
    Order.NEWEST: "claim_id DESC",
}


STATES = ("new", "checking", "checked", "published", "set_aside")
"""In the order of the work."""


COMMON = 20_000
"""Claims from which a state is common: the first so many of a list are met sooner by going through
all claims in its order than by sorting those of the state."""


def ids(database: Database, conditions: ClaimFilter, order: Order, most: int = 0) -> Sequence[int]:
    """The numbers of claims that meet the conditions, sorted: all, or the first so many."""
    words = words_of(conditions)
    if most and words and order is Order.NEWEST:
        return _newest_found(database, conditions, words, most)
    if order is Order.STATE and not conditions.state:
        found = array("q")
        for state in STATES if conditions.include_set_aside else STATES[:-1]:
            left = most - len(found)
            if most and not left:
                break
            found.extend(ids(database, replace(conditions, state=state), order, max(left, 0)))
        return found
    in_order = bool(most and conditions.state) and _is_common(database, conditions.state)
    sql, values = where(conditions, in_order=in_order)
    limit = f" LIMIT {most:d}" if most else ""
    return database.numbers(
        f"SELECT claim_id AS number FROM listing{sql} ORDER BY {_ORDERS[order]}{limit}", values
    )


def _is_common(database: Database, state: str) -> bool:
    """Whether very many claims are in this state."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM listing WHERE state = ? LIMIT ?)"
    return int(database.value(sql, (state, COMMON))) == COMMON


def _newest_found(
    database: Database, conditions: ClaimFilter, words: str, most: int
) -> Sequence[int]:
    """The latest with these words, without finding all: full-text search goes in that order."""
    sql, values = where(conditions, searched=True)
    met = f" AND {sql.removeprefix(' WHERE ')}" if sql else ""
    return database.numbers(
        f"""SELECT claim_id AS number FROM claim_search
            CROSS JOIN listing ON claim_id = claim_search.rowid
            WHERE claim_search MATCH ?{met}
            ORDER BY claim_search.rowid DESC LIMIT {most:d}""",
        [words, *values],
    )


def page(database: Database, claim_ids: Sequence[int]) -> list[Row]:
    """The rows of a list for these claims, in the order given; unknown ids are left out."""
    rows = database.rows(
        f"""SELECT claim.id, claim.text, claim.language, claim.claimant, claim.state, claim.worth,
              listing.rating, listing.article_id, listing.start, listing.pending,
              listing.relation, listing.evidence, {denied("claim")} AS denied
            FROM claim JOIN listing ON listing.claim_id = claim.id WHERE claim.id IN {IN_LIST}""",
        (listed(claim_ids),),
    )
    by_id = {row["id"]: row for row in rows}
    return [by_id[claim_id] for claim_id in claim_ids if claim_id in by_id]


def get(database: Database, claim_id: int) -> Row | None:
    """A claim."""
    return database.row(
        f"SELECT claim.*, {denied('claim')} AS denied FROM claim WHERE id = ?", (claim_id,)
    )


def by_external(database: Database, origin: str, external_id: str) -> Row | None:
    """The claim that an origin knows by this id."""
    return database.row(
        "SELECT * FROM claim WHERE origin = ? AND external_id = ? AND external_id != ''",
        (origin, external_id),
    )


def by_uid(database: Database, uid: str) -> Row | None:
    """The claim with this identity across files."""
    return database.row("SELECT * FROM claim WHERE uid = ?", (uid,))


def appearances(database: Database, claim_id: int) -> list[Row]:
    """Where a claim stands, with what is known of each article."""
    return database.rows(
        """SELECT appearance.*, article.title AS article_title, article.url AS article_url,
             article.published AS article_published, article.sha256,
             coalesce(article.publisher, '') AS article_publisher
           FROM appearance LEFT JOIN article ON article.id = article_id
           WHERE claim_id = ? ORDER BY position, appearance.id""",
        (claim_id,),
    )


def evidence(database: Database, claim_id: int) -> list[Row]:
    """The evidence on a claim with its sources, as it was filed."""
    return database.rows(
        """SELECT evidence.*, source.title AS source_title, source.url AS source_url,
             source.kind AS source_kind, source.publisher AS source_publisher,
             source.published AS source_published, source.origin AS source_origin,
             source.interest AS source_interest, source.archive_url AS source_archive,
             source.retracted_at AS source_retracted,
             EXISTS (SELECT 1 FROM capture WHERE capture.source_id = source.id
               AND snapshot_sha256 IS NOT NULL) AS source_kept,
             capture.text_sha256
           FROM evidence JOIN source ON source.id = evidence.source_id
           LEFT JOIN capture ON capture.id = capture_id
           WHERE claim_id = ? ORDER BY evidence.id""",
        (claim_id,),
    )


def kept_text(database: Database, sha256: str) -> str:
    """A frozen text."""
    return str(database.value("SELECT text FROM article_text WHERE sha256 = ?", (sha256,)) or "")


def verdicts(database: Database, claim_id: int) -> list[Row]:
    """The verdicts on a claim, newest first."""
    return database.rows("SELECT * FROM verdict WHERE claim_id = ? ORDER BY id DESC", (claim_id,))


def counts(database: Database) -> dict[str, int]:
    """How many claims there are in each state."""
    # Most claims of a large desk are new: what is left over, not what is counted one by one.
    first, *others = STATES
    marks = ", ".join("?" * len(others))
    rows = database.rows(
        f"SELECT state, count(*) AS claims FROM listing WHERE state IN ({marks}) GROUP BY state",
        others,
    )
    found = {row["state"]: row["claims"] for row in rows}
    left = int(database.value("SELECT count(*) FROM listing")) - sum(found.values())
    return {first: left, **found} if left else found


def conflicts(database: Database) -> int:
    """How many claims in the work are at odds with another on file."""
    return int(
        database.value(
            "SELECT count(*) FROM listing"
            " WHERE relation = 'conflict' AND relation != '' AND state != 'set_aside'"
        )
    )


def statements(database: Database, claim_ids: Sequence[int]) -> list[Row]:
    """What matching compares of these claims: wording, facets, who said it and when.

    Own facets, where a claim has them, come before those of its first appearance.
    """
    return database.rows(
        f"""SELECT claim.id, claim.text, claim.language, claim.claimant, claim.state,
              CASE WHEN claim.facets != '' THEN claim.facets
                ELSE coalesce(place.facets, '{{}}') END AS facets,
              CASE WHEN claim.said != '' THEN claim.said
                WHEN coalesce(place.attribution ->> 'spoken', '') != ''
                  THEN place.attribution ->> 'spoken'
                ELSE coalesce(nullif(article.published, ''), place.published, '') END AS said
            FROM claim
            LEFT JOIN appearance place ON place.id = (
              SELECT id FROM appearance a WHERE a.claim_id = claim.id ORDER BY position, id LIMIT 1)
            LEFT JOIN article ON article.id = place.article_id
            WHERE claim.id IN {IN_LIST}""",
        (listed(claim_ids),),
    )


def wordings(database: Database, claim_ids: Sequence[int]) -> list[Row]:
    """What these claims say, and in which language."""
    return database.rows(
        f"SELECT id, text, language, state FROM claim WHERE id IN {IN_LIST}", (listed(claim_ids),)
    )


def articles_of(database: Database, claim_ids: Sequence[int]) -> dict[int, int | None]:
    """Claim → the article of its first appearance."""
    rows = database.rows(
        f"SELECT claim_id, article_id FROM listing WHERE claim_id IN {IN_LIST}",
        (listed(claim_ids),),
    )
    return {row["claim_id"]: row["article_id"] for row in rows}


def all_ids(database: Database) -> list[int]:
    """Every claim on file."""
    return database.column("SELECT id FROM claim ORDER BY id")
