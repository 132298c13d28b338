"""Matches on file."""

from __future__ import annotations

from workbench.records.derived import GRAVITY
from workbench.records.queries.denial import denied
from workbench.records.sqlite import Database, Row

_VIEW = f"""
SELECT m.*, one.text, two.text AS other_text, one.claimant, two.claimant AS other_claimant,
  one.language, two.language AS other_language,
  {denied("one")} AS denied, {denied("two")} AS other_denied,
  coalesce(verdict.rating, '') AS other_rating,
  EXISTS (SELECT 1 FROM appearance a JOIN appearance b ON a.article_id = b.article_id
    WHERE a.claim_id = m.claim_id AND b.claim_id = m.other_id) AS same_article
FROM "match" m
JOIN claim one ON one.id = m.claim_id
JOIN claim two ON two.id = m.other_id
LEFT JOIN verdict ON verdict.claim_id = m.other_id AND verdict.in_force
"""
_GRAVEST = f"instr('{' '.join(GRAVITY)}', m.relation), m.probability DESC, m.id"


def pending(database: Database, limit: int | None) -> list[Row]:
    """Matches that wait for a decision, the gravest first."""
    return database.rows(
        f"""{_VIEW} WHERE m.decision = 'pending' AND one.state != 'set_aside'
        AND two.state != 'set_aside' ORDER BY {_GRAVEST} LIMIT ?""",
        (-1 if limit is None else limit,),
    )


def conflicts(database: Database, limit: int) -> list[Row]:
    """Claims that cannot both hold, unless a person said otherwise; confirmed ones first."""
    return database.rows(
        f"""{_VIEW} WHERE m.relation = 'conflict'
        AND m.decision IN ('pending', 'confirmed', 'unsure')
        AND one.state != 'set_aside' AND two.state != 'set_aside'
        ORDER BY m.decision = 'confirmed' DESC, m.probability DESC, m.id LIMIT ?""",
        (limit,),
    )


def count_pending(database: Database) -> int:
    """How many matches wait for a decision."""
    return int(
        database.value(
            """SELECT count(*) FROM "match" m JOIN claim one ON one.id = m.claim_id
            JOIN claim two ON two.id = m.other_id WHERE m.decision = 'pending'
            AND one.state != 'set_aside' AND two.state != 'set_aside'"""
        )
    )


def decided(database: Database) -> list[Row]:
    """Matches that somebody confirmed or rejected, by claim."""
    return database.rows(
        f"{_VIEW} WHERE m.decision IN ('confirmed', 'rejected') ORDER BY m.claim_id, m.other_id"
    )


def of_claim(database: Database, claim_id: int) -> list[Row]:
    """All matches of a claim: those that wait first, then by gravity."""
    return database.rows(
        f"""{_VIEW} WHERE m.claim_id = ? OR m.other_id = ?
        ORDER BY m.decision != 'pending', {_GRAVEST}""",
        (claim_id, claim_id),
    )


def get(database: Database, match_id: int) -> Row | None:
    """A match."""
    return database.row(f"{_VIEW} WHERE m.id = ?", (match_id,))


def of_pair(database: Database, claim_id: int, other_id: int) -> Row | None:
    """The match of two claims, however they are named."""
    return database.row(
        'SELECT * FROM "match" WHERE claim_id = ? AND other_id = ?',
        (max(claim_id, other_id), min(claim_id, other_id)),
    )


_LINKS = """
SELECT m.claim_id, m.other_id FROM "match" m
JOIN claim one ON one.id = m.claim_id JOIN claim two ON two.id = m.other_id
WHERE m.decision = 'confirmed' AND m.relation = 'same'
  AND one.state != 'set_aside' AND two.state != 'set_aside'
"""
"""Pairs of claims that somebody confirmed to say the same."""


def confirmed_same(database: Database) -> list[tuple[int, int]]:
    """Pairs of claims that somebody confirmed to say the same; those set aside are left out."""
    return [(row["claim_id"], row["other_id"]) for row in database.stream(_LINKS)]


def kin(database: Database, claim_id: int) -> list[int]:
    """A claim and all that hang together with it by confirmed sameness, in ascending order."""
    return database.column(
        f"""WITH RECURSIVE link(a, b) AS ({_LINKS}), kin(id) AS (
          VALUES (?)
          UNION SELECT b FROM kin JOIN link ON a = kin.id
          UNION SELECT a FROM kin JOIN link ON b = kin.id)
        SELECT id FROM kin ORDER BY id""",
        (claim_id,),
    )
