"""What a person says of facets, kept apart from what was read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Nothing was corrected so far."""
    for table in ("claim", "appearance"):
        op.add_column(table, sa.Column("corrections", sa.Text(), server_default="", nullable=False))
