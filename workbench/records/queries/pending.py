"""Claims that wait: their facets are to be read, or their matches to be found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.records.derived import UNREAD
from workbench.records.sqlite import IN_LIST, Database, Row, listed


def count(database: Database) -> int:
    """How many claims wait."""
    return int(database.value("SELECT count(*) FROM pending"))


def first(database: Database, most: int) -> list[int]:
    """The next claims to be taken, as they were filed."""
    return database.column("SELECT claim_id FROM pending ORDER BY claim_id LIMIT ?", (most,))


def filed_by(database: Database, claim_id: int) -> Row | None:
    """The journal entry that a claim came with, and the claims that came with it: one range."""
    return database.row(
        """SELECT event.id, event.summary, event.kind,
             (SELECT min(row_id) FROM change WHERE event_id = event.id AND record = 'claim'
                AND before IS NULL) AS first,
             (SELECT max(row_id) FROM change WHERE event_id = event.id AND record = 'claim'
                AND before IS NULL) AS last,
             EXISTS (SELECT 1 FROM change WHERE event_id = event.id AND record = 'match')
               AS tells_matches
           FROM event WHERE id = (SELECT min(event_id) FROM claim_event WHERE claim_id = ?)""",
        (claim_id,),
    )


def any_before(database: Database, claim_id: int) -> bool:
    """Whether claims are on file that were filed before this one."""
    return bool(database.value("SELECT EXISTS (SELECT 1 FROM claim WHERE id < ?)", (claim_id,)))


def unread(database: Database, claim_ids: Iterable[int]) -> list[Row]:
    """What is to be read of these claims: their wording, once for each place where it stands.

    The date that relative times resolve against is that of the place, else when it was said.
    """
    return database.rows(
        f"""SELECT claim.id AS claim_id, place.id AS appearance_id, claim.text, claim.language,
              coalesce(nullif(article.published, ''), nullif(place.published, ''), claim.said)
                AS published
            FROM claim LEFT JOIN appearance place ON place.claim_id = claim.id
            LEFT JOIN article ON article.id = place.article_id
            WHERE claim.id IN ({UNREAD} AND claim.id IN {IN_LIST})
            ORDER BY claim.id, place.position, place.id""",
        (listed(claim_ids),),
    )


def done(database: Database, claim_ids: Sequence[int]) -> None:
    """Take claims off the queue."""
    database.run(f"DELETE FROM pending WHERE claim_id IN {IN_LIST}", (listed(claim_ids),))
