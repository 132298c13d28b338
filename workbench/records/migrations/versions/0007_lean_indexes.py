"""Search and index with less beside them: words come folded, and nobody asks where they stand."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """File the words anew; the matcher's pieces are of another size, so they are filled again."""
    op.execute("CREATE TEMP TABLE filed AS SELECT rowid AS claim, words FROM claim_search")
    op.execute("DROP TABLE claim_search")
    op.execute(
        "CREATE VIRTUAL TABLE claim_search USING fts5("
        "words, tokenize = \"ascii tokenchars '%'\", detail = none, columnsize = 0)"
    )
    op.execute("INSERT INTO claim_search (rowid, words) SELECT claim, words FROM filed")
    op.execute("DROP TABLE filed")
    for table in ("index_posting", "index_term", "index_length", "index_run", "index_state"):
        op.execute(f"DELETE FROM {table}")
