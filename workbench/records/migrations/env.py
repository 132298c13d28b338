"""Alembic's entry: runs the revisions on the connection that `upgrade` hands over."""

from __future__ import annotations

from alembic import context
from sqlmodel import SQLModel

from workbench.records import tables  # noqa: F401 (declares the tables)

_DRAWN_BY_SQLITE = "claim_search"

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    transactional_ddl=True,
    render_as_batch=True,
    include_name=lambda name, kind, parents: not str(name).startswith(_DRAWN_BY_SQLITE),
)
with context.begin_transaction():
    context.run_migrations()
connection.commit()
