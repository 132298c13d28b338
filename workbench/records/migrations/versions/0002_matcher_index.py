"""The matcher's index, in the same file and transaction as the claims."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables; the index is filled when a claim is first written or screened."""
    op.execute(
        "CREATE TABLE index_state (one INTEGER PRIMARY KEY CHECK (one = 1),"
        " version TEXT NOT NULL, last_doc INTEGER NOT NULL, last_term INTEGER NOT NULL)"
    )
    op.execute("CREATE TABLE index_doc (doc INTEGER PRIMARY KEY, claim INTEGER NOT NULL UNIQUE)")
    op.execute(
        "CREATE TABLE index_term (term TEXT PRIMARY KEY, number INTEGER NOT NULL,"
        " n INTEGER NOT NULL) WITHOUT ROWID"
    )
    op.execute("CREATE TABLE index_posting (chunk INTEGER PRIMARY KEY, docs BLOB NOT NULL)")
