"""The records, the journal, and what is drawn from them for lists and search."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_SEARCH = (
    "CREATE VIRTUAL TABLE claim_search USING fts5("
    "words, tokenize = \"unicode61 remove_diacritics 0 tokenchars '%'\")"
)
_FROZEN = ("event", "change", "article_text", "snapshot")


def upgrade() -> None:  # noqa: PLR0915 (one statement a table and index)
    """Make the tables."""
    op.create_table(
        "actor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("appearance_id", sa.Integer(), nullable=True),
        sa.Column("surface", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("role", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("actor_name", "actor", ["name"], unique=False)
    op.create_index("ix_actor_claim_id", "actor", ["claim_id"], unique=False)

    op.create_table(
        "article_text",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), server_default="", nullable=False),
        sa.Column("external_id", sa.Text(), server_default="", nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("original", sa.Text(), server_default="", nullable=False),
        sa.Column("translation", sa.Text(), server_default="", nullable=False),
        sa.Column("translator", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.Text(), server_default="und", nullable=False),
        sa.Column("claimant", sa.Text(), server_default="", nullable=False),
        sa.Column("said", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), server_default="new", nullable=False),
        sa.Column("state_reason", sa.Text(), server_default="", nullable=False),
        sa.Column("worth", sa.Float(), server_default=sa.text("0"), nullable=False),
        sa.Column("worth_reasons", sa.Text(), server_default="[]", nullable=False),
        sa.Column("replacements", sa.Text(), server_default="[]", nullable=False),
        sa.Column("facets", sa.Text(), server_default="", nullable=False),
        sa.Column("proposed_by", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.Text(), server_default="", nullable=False),
        sa.Column("created_by", sa.Text(), server_default="", nullable=False),
        sa.Column("extras", sa.Text(), server_default="{}", nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "state IN ('new', 'checking', 'checked', 'published', 'set_aside')", name="state_known"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "claim_external",
        "claim",
        ["origin", "external_id"],
        unique=True,
        sqlite_where=sa.text("external_id != ''"),
    )

    op.create_table(
        "claim_event",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "event_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.Column("summary", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.Text(), server_default="do", nullable=False),
        sa.Column("of_event", sa.Integer(), nullable=True),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("prev", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('do', 'undo', 'redo')", name="kind_known"),
        sa.ForeignKeyConstraint(
            ["of_event"],
            ["event.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("event_actor", "event", ["actor", "kind"], unique=False)
    op.create_index(
        "event_of",
        "event",
        ["of_event"],
        unique=False,
        sqlite_where=sa.text("of_event IS NOT NULL"),
    )

    op.create_table(
        "listing",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.Column("start", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("state", sa.Text(), server_default="new", nullable=False),
        sa.Column("worth", sa.Float(), server_default=sa.text("0"), nullable=False),
        sa.Column("claimant", sa.Text(), server_default="", nullable=False),
        sa.Column("rating", sa.Text(), server_default="", nullable=False),
        sa.Column("relation", sa.Text(), server_default="", nullable=False),
        sa.Column("pending", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("evidence", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("claim_id"),
    )
    op.create_index(
        "listing_place", "listing", ["article_id", "start", "claim_id", "state"], unique=False
    )
    op.create_index(
        "listing_rating",
        "listing",
        ["rating", "claim_id"],
        unique=False,
        sqlite_where=sa.text("rating != ''"),
    )
    op.create_index(
        "listing_relation",
        "listing",
        ["relation", "claim_id"],
        unique=False,
        sqlite_where=sa.text("relation != ''"),
    )
    op.create_index(
        "listing_state", "listing", ["state", "article_id", "start", "claim_id"], unique=False
    )
    op.create_index("listing_worth", "listing", ["worth", "claim_id", "state"], unique=False)

    op.create_table(
        "meta",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("appearance_id", sa.Integer(), nullable=True),
        sa.Column("surface", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_place_claim_id", "place", ["claim_id"], unique=False)
    op.create_index("place_name", "place", ["name"], unique=False)

    op.create_table(
        "quantity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("appearance_id", sa.Integer(), nullable=True),
        sa.Column("surface", sa.Text(), server_default="", nullable=False),
        sa.Column("low", sa.Float(), nullable=True),
        sa.Column("high", sa.Float(), nullable=True),
        sa.Column("unit", sa.Text(), server_default="", nullable=False),
        sa.Column("comparator", sa.Text(), server_default="", nullable=False),
        sa.Column("counted", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_quantity_claim_id", "quantity", ["claim_id"], unique=False)
    op.create_index("quantity_unit", "quantity", ["unit", "low"], unique=False)

    op.create_table(
        "snapshot",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), server_default="", nullable=False),
        sa.Column("retrieved_at", sa.Text(), server_default="", nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "time",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("appearance_id", sa.Integer(), nullable=True),
        sa.Column("surface", sa.Text(), server_default="", nullable=False),
        sa.Column("edtf", sa.Text(), server_default="", nullable=False),
        sa.Column("earliest", sa.Text(), nullable=True),
        sa.Column("latest", sa.Text(), nullable=True),
        sa.Column("precision", sa.Text(), server_default="", nullable=False),
        sa.Column("relation", sa.Text(), server_default="", nullable=False),
        sa.Column("rule", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_time_claim_id", "time", ["claim_id"], unique=False)
    op.create_index("time_span", "time", ["earliest", "latest"], unique=False)

    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("publisher", sa.Text(), server_default="", nullable=False),
        sa.Column("author", sa.Text(), server_default="", nullable=False),
        sa.Column("url", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.Text(), server_default="und", nullable=False),
        sa.Column("published", sa.Text(), server_default="", nullable=False),
        sa.Column("published_earliest", sa.Text(), server_default="", nullable=False),
        sa.Column("published_latest", sa.Text(), server_default="", nullable=False),
        sa.Column("published_provenance", sa.Text(), server_default="", nullable=False),
        sa.Column("media_type", sa.Text(), server_default="text/plain", nullable=False),
        sa.Column("origin_sha256", sa.Text(), nullable=True),
        sa.Column("retrieved_at", sa.Text(), server_default="", nullable=False),
        sa.Column("number", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("added_at", sa.Text(), server_default="", nullable=False),
        sa.Column("added_by", sa.Text(), server_default="", nullable=False),
        sa.Column("extras", sa.Text(), server_default="{}", nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["origin_sha256"],
            ["snapshot.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["article_text.sha256"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("sha256"),
        sa.UniqueConstraint("uid"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "article_url", "article", ["url", "number"], unique=False, sqlite_where=sa.text("url != ''")
    )

    op.create_table(
        "change",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
            name="change_of_event",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("event_id", "n"),
    )
    op.create_index("change_row", "change", ["record", "row_id", "event_id", "n"], unique=False)

    op.create_table(
        "match",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("probability", sa.Float(), nullable=False),
        sa.Column("similarity", sa.Float(), nullable=False),
        sa.Column("reasons", sa.Text(), server_default="[]", nullable=False),
        sa.Column("fingerprint", sa.Text(), server_default="", nullable=False),
        sa.Column("decision", sa.Text(), server_default="pending", nullable=False),
        sa.Column("decided_by", sa.Text(), server_default="", nullable=False),
        sa.Column("decided_at", sa.Text(), server_default="", nullable=False),
        sa.Column("decision_reason", sa.Text(), server_default="", nullable=False),
        sa.Column("found_at", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "decision IN ('pending', 'confirmed', 'rejected', 'unsure')", name="decision_known"
        ),
        sa.CheckConstraint("claim_id > other_id", name="newer_first"),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.ForeignKeyConstraint(
            ["other_id"],
            ["claim.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_match_other_id", "match", ["other_id"], unique=False)
    op.create_index("match_decision", "match", ["decision", "relation"], unique=False)
    op.create_index("match_pair", "match", ["claim_id", "other_id"], unique=True)

    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("url", sa.Text(), server_default="", nullable=False),
        sa.Column("publisher", sa.Text(), server_default="", nullable=False),
        sa.Column("published", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.Text(), server_default="other", nullable=False),
        sa.Column("origin", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("accessed", sa.Text(), server_default="", nullable=False),
        sa.Column("snapshot_sha256", sa.Text(), nullable=True),
        sa.Column("added_at", sa.Text(), server_default="", nullable=False),
        sa.Column("added_by", sa.Text(), server_default="", nullable=False),
        sa.Column("extras", sa.Text(), server_default="{}", nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["snapshot_sha256"],
            ["snapshot.sha256"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("source_url", "source", ["url"], unique=False)

    op.create_table(
        "verdict",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("rating", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), server_default="", nullable=False),
        sa.Column("scale", sa.Text(), server_default="default", nullable=False),
        sa.Column("explanation", sa.Text(), server_default="", nullable=False),
        sa.Column("holds", sa.Text(), server_default="", nullable=False),
        sa.Column("known_at", sa.Text(), server_default="", nullable=False),
        sa.Column("author", sa.Text(), server_default="", nullable=False),
        sa.Column("reviewer", sa.Text(), server_default="", nullable=False),
        sa.Column("set_at", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("in_force", sa.Boolean(), server_default=sa.text("1"), nullable=False),
        sa.Column("withdrawn_at", sa.Text(), server_default="", nullable=False),
        sa.Column("withdrawn_by", sa.Text(), server_default="", nullable=False),
        sa.Column("withdrawal_reason", sa.Text(), server_default="", nullable=False),
        sa.Column("extras", sa.Text(), server_default="{}", nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_verdict_claim_id", "verdict", ["claim_id"], unique=False)
    op.create_index(
        "verdict_in_force", "verdict", ["claim_id"], unique=True, sqlite_where=sa.text("in_force")
    )

    op.create_table(
        "appearance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("url", sa.Text(), server_default="", nullable=False),
        sa.Column("published", sa.Text(), server_default="", nullable=False),
        sa.Column("start", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("segments", sa.Text(), server_default="[]", nullable=False),
        sa.Column("quote", sa.Text(), server_default="", nullable=False),
        sa.Column("prefix", sa.Text(), server_default="", nullable=False),
        sa.Column("suffix", sa.Text(), server_default="", nullable=False),
        sa.Column("attribution", sa.Text(), server_default="{}", nullable=False),
        sa.Column("facets", sa.Text(), server_default="{}", nullable=False),
        sa.Column("extras", sa.Text(), server_default="{}", nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_appearance_article_id", "appearance", ["article_id"], unique=False)
    op.create_index("ix_appearance_claim_id", "appearance", ["claim_id"], unique=False)

    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), server_default="", nullable=False),
        sa.Column("locator", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("accessed", sa.Text(), server_default="", nullable=False),
        sa.Column("added_at", sa.Text(), server_default="", nullable=False),
        sa.Column("added_by", sa.Text(), server_default="", nullable=False),
        sa.Column("retracted_at", sa.Text(), server_default="", nullable=False),
        sa.Column("retracted_by", sa.Text(), server_default="", nullable=False),
        sa.Column("retraction_reason", sa.Text(), server_default="", nullable=False),
        sa.Column("extras", sa.Text(), server_default="{}", nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("stance IN ('supports', 'refutes', 'context')", name="stance_known"),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_evidence_claim_id", "evidence", ["claim_id"], unique=False)
    op.create_index("ix_evidence_source_id", "evidence", ["source_id"], unique=False)

    op.create_table(
        "sentence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), server_default="open", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("state IN ('claimed', 'set_aside', 'open')", name="state_known"),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sentence_article_id", "sentence", ["article_id"], unique=False)

    op.execute(_SEARCH)
    for table in _FROZEN:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f'CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON "{table}" BEGIN '
                f"SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
