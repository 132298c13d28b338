"""People, the desk's settings, steps of a check, links of claims, and visits to sources."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_WORDS = "TEXT DEFAULT '' NOT NULL"
_ADDED = {
    "source": dict.fromkeys(
        ("interest", "archive_url", "retracted_at", "retracted_by", "retraction_reason"), _WORDS
    ),
    "evidence": {
        "directness": _WORDS,
        "capture_id": "INTEGER REFERENCES capture (id)",
        "start": "INTEGER",
        "stop": "INTEGER",
        "prefix": _WORDS,
        "suffix": _WORDS,
    },
    "verdict": dict.fromkeys(("review", "reviewed_at", "review_note", "succession"), _WORDS),
}
"""Table → its new columns."""


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _uid() -> sa.Column[str]:
    return sa.Column("uid", sa.Text(), nullable=False)


def _words(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default=default, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), server_default=sa.text("0"), nullable=False)


def upgrade() -> None:
    """Make the tables, then add the columns."""
    _make_desk()
    _make_checks()
    _make_captures()
    for table, columns in _ADDED.items():
        for name, kind in columns.items():
            op.execute(f'ALTER TABLE "{table}" ADD COLUMN {name} {kind}')


def _make_desk() -> None:
    op.create_table(
        "person",
        _id(),
        sa.Column("name", sa.Text(), nullable=False),
        _words("role", "checker"),
        _words("added_at"),
        _words("added_by"),
        _number("version"),
        sa.CheckConstraint("role IN ('checker', 'reviewer', 'editor')", name="role_known"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "setting",
        _id(),
        sa.Column("key", sa.Text(), nullable=False),
        _words("value", "{}"),
        _number("version"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
        sqlite_autoincrement=True,
    )


def _make_checks() -> None:
    op.create_table(
        "step",
        _id(),
        _uid(),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        _words("outcome", "done"),
        _words("note"),
        _words("detail", "[]"),
        _words("at"),
        _words("by"),
        _number("version"),
        sa.CheckConstraint("outcome IN ('done', 'left')", name="outcome_known"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_step_claim_id", "step", ["claim_id"])
    op.create_table(
        "link",
        _id(),
        _uid(),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        _words("note"),
        _words("added_at"),
        _words("added_by"),
        _number("version"),
        sa.CheckConstraint("claim_id != other_id", name="two_claims"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.ForeignKeyConstraint(["other_id"], ["claim.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_link_other_id", "link", ["other_id"])
    op.create_index("link_pair", "link", ["claim_id", "other_id", "kind"], unique=True)


def _make_captures() -> None:
    op.create_table(
        "capture",
        _id(),
        _uid(),
        sa.Column("source_id", sa.Integer(), nullable=False),
        _words("kind", "web"),
        _words("outcome", "kept"),
        _words("url"),
        _words("final_url"),
        _words("redirects", "[]"),
        _number("status"),
        _words("headers", "[]"),
        _words("media_type"),
        sa.Column("snapshot_sha256", sa.Text(), nullable=True),
        sa.Column("text_sha256", sa.Text(), nullable=True),
        _words("note"),
        _words("at"),
        _words("by"),
        _number("version"),
        sa.CheckConstraint(
            "outcome IN ('kept', 'same', 'changed', 'gone', 'failed')", name="outcome_known"
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"]),
        sa.ForeignKeyConstraint(["snapshot_sha256"], ["snapshot.sha256"]),
        sa.ForeignKeyConstraint(["text_sha256"], ["article_text.sha256"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_capture_source_id", "capture", ["source_id"])
