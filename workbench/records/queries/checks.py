"""People, what holds at the desk, and the steps of a claim's check."""

from __future__ import annotations

from workbench.records.queries.denial import denied
from workbench.records.sqlite import Database, Row


def people(database: Database) -> list[Row]:
    """Everybody who is listed, by name."""
    return database.rows("SELECT * FROM person ORDER BY name")


def person(database: Database, name: str) -> Row | None:
    """Somebody by name."""
    return database.row("SELECT * FROM person WHERE name = ?", (name,))


def setting(database: Database, key: str) -> Row | None:
    """What is set at the desk under this name."""
    return database.row("SELECT * FROM setting WHERE key = ?", (key,))


def steps(database: Database, claim_id: int) -> list[Row]:
    """The steps of a claim's check, newest first."""
    return database.rows("SELECT * FROM step WHERE claim_id = ? ORDER BY id DESC", (claim_id,))


def links(database: Database, claim_id: int) -> list[Row]:
    """The links of a claim from either side, with the other claim's wording and rating."""
    return database.rows(
        f"""SELECT link.*, other.text, other.language, {denied("other")} AS denied,
             coalesce(verdict.rating, '') AS rating,
             other.id AS far_id, link.claim_id = :claim AS forward
           FROM link
           JOIN claim other ON other.id = iif(link.claim_id = :claim, link.other_id, link.claim_id)
           LEFT JOIN verdict ON verdict.claim_id = other.id AND verdict.in_force
           WHERE link.claim_id = :claim OR link.other_id = :claim ORDER BY link.id""",
        {"claim": claim_id},
    )


def link(database: Database, claim_id: int, other_id: int, kind: str) -> Row | None:
    """The link of one claim to another."""
    return database.row(
        "SELECT * FROM link WHERE claim_id = ? AND other_id = ? AND kind = ?",
        (claim_id, other_id, kind),
    )
