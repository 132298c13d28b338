"""Articles on file."""

from __future__ import annotations

from workbench.records.sqlite import Database, Row

_VERSIONS = "url = (SELECT url FROM article WHERE id = :id) AND url != ''"


def listed(database: Database) -> list[Row]:
    """All articles, newest first, with how many claims each has and how many are unchecked."""
    return database.rows(
        """SELECT article.*, coalesce(work.claims, 0) AS claims,
             coalesce(work.unchecked, 0) AS unchecked
           FROM article LEFT JOIN (
             SELECT article_id, count(*) AS claims,
               sum(state IN ('new', 'checking')) AS unchecked
             FROM listing WHERE state != 'set_aside' GROUP BY article_id) work
           ON work.article_id = article.id ORDER BY article.id DESC"""
    )


def count(database: Database) -> int:
    """How many articles there are."""
    return int(database.value("SELECT count(*) FROM article"))


def get(database: Database, article_id: int) -> Row | None:
    """An article with its text."""
    return database.row(
        "SELECT article.*, text.text FROM article JOIN article_text text USING (sha256)"
        " WHERE id = ?",
        (article_id,),
    )


def by_hash(database: Database, sha256: str) -> Row | None:
    """The article with this text."""
    return database.row("SELECT * FROM article WHERE sha256 = ?", (sha256,))


def latest_of(database: Database, url: str) -> Row | None:
    """The newest version of an address."""
    return database.row(
        "SELECT * FROM article WHERE url = ? AND url != '' ORDER BY number DESC LIMIT 1", (url,)
    )


def versions(database: Database, article_id: int) -> list[int]:
    """All versions of the same address, oldest first, this one included."""
    ids = database.column(
        f"SELECT id FROM article WHERE {_VERSIONS} ORDER BY number, id", {"id": article_id}
    )
    return ids or [article_id]


def sentences(database: Database, article_id: int) -> list[Row]:
    """The account of an article's sentences, in order."""
    return database.rows(
        "SELECT * FROM sentence WHERE article_id = ? ORDER BY position", (article_id,)
    )


def places(database: Database, article_id: int) -> list[Row]:
    """Claim, segments, state and gravest relation of everything that stands in an article."""
    return database.rows(
        """SELECT appearance.claim_id, segments, listing.state, listing.relation
           FROM appearance JOIN listing USING (claim_id)
           WHERE appearance.article_id = ? ORDER BY appearance.start, appearance.id""",
        (article_id,),
    )


def appearances(database: Database, article_id: int) -> list[Row]:
    """Everything that stands in an article, with the claim's language."""
    return database.rows(
        "SELECT appearance.*, claim.language FROM appearance JOIN claim ON claim.id = claim_id"
        " WHERE article_id = ? ORDER BY start, appearance.id",
        (article_id,),
    )
