"""The matcher's index packed: docs as runs, postings as gaps; filled when it is next needed."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables anew; what they hold is drawn from the claims."""
    for table in ("index_posting", "index_term", "index_doc", "index_state"):
        op.execute(f"DROP TABLE {table}")
    op.execute(
        "CREATE TABLE index_state (one INTEGER PRIMARY KEY CHECK (one = 1), version TEXT NOT NULL,"
        " docs INTEGER NOT NULL, words INTEGER NOT NULL,"
        " last_doc INTEGER NOT NULL, last_term INTEGER NOT NULL)"
    )
    op.execute(
        "CREATE TABLE index_run (doc INTEGER PRIMARY KEY, claim INTEGER NOT NULL UNIQUE,"
        " n INTEGER NOT NULL)"
    )
    op.execute("CREATE TABLE index_length (block INTEGER PRIMARY KEY, lengths BLOB NOT NULL)")
    op.execute(
        "CREATE TABLE index_term (term TEXT PRIMARY KEY, number INTEGER NOT NULL,"
        " n INTEGER NOT NULL, recent BLOB NOT NULL) WITHOUT ROWID"
    )
    op.execute("CREATE TABLE index_posting (piece INTEGER PRIMARY KEY, docs BLOB NOT NULL)")
