"""Claims that came in bulk and wait until their facets are read and their matches found."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table; in an older store every claim was read when it was filed."""
    op.execute("CREATE TABLE pending (claim_id INTEGER NOT NULL, PRIMARY KEY (claim_id))")
