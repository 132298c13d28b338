"""Facets of claims that came in bulk, read when they are first needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.desk import codec
from workbench.desk.facets import refacet
from workbench.records.change import Change
from workbench.records.queries import pending
from workbench.records.sqlite import Database, Row

UNREAD = ("", "{}")
"""What stands where facets would if they had been read."""

Wording = tuple[str, str, str]
"""Text, language, and the date that relative times resolve against: what facets depend on."""


def wordings(database: Database, claim_ids: Iterable[int]) -> list[Wording]:
    """What is to be read of these claims, each wording once."""
    return list(dict.fromkeys(_wording(row) for row in pending.unread(database, claim_ids)))


def read(change: Change, claim_ids: Iterable[int], known: Mapping[Wording, str] = {}) -> None:
    """Keep the facets of those of these claims that nobody has read.

    Args:
        change: the change under way.
        claim_ids: the claims.
        known: facets that were read already, as they are kept.
    """
    change.flush()
    for row in pending.unread(change.db, claim_ids):
        wording = _wording(row)
        facets = known.get(wording) or codec.dump(refacet.facets_of(*wording))
        if row["appearance_id"] is None:
            change.update("claim", row["claim_id"], facets=facets)
        else:
            change.update("appearance", row["appearance_id"], facets=facets)


def _wording(row: Row) -> Wording:
    return row["text"], row["language"], row["published"]
