"""Alembic migrations of the claim store, one file a revision in ``versions``."""
