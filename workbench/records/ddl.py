"""What SQLModel cannot declare: the search table, the matcher's index, and the
triggers that freeze records."""

from __future__ import annotations

from workbench.records import index

SEARCH = (
    "CREATE VIRTUAL TABLE claim_search USING fts5("
    "words, tokenize = \"ascii tokenchars '%'\", detail = none, columnsize = 0)"
)
"""Folded words of each claim; the row number is the claim's id.

The words come folded, with spaces between them, and are asked for one by one and unranked: so the
tokeniser has to know no letters, and where and among how many a word stands is not kept.
"""

FROZEN = ("event", "change", "article_text", "snapshot")
"""Tables to which rows are only added."""


def _refuse(table: str, verb: str) -> str:
    return (
        f'CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON "{table}" BEGIN '
        f"SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


TRIGGERS = tuple(_refuse(table, verb) for table in FROZEN for verb in ("UPDATE", "DELETE"))
EXTRAS = (SEARCH, *TRIGGERS, *index.DDL)
"""In the order in which they are created."""
