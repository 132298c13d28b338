"""Runs the migrations from inside the program."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy
from alembic import command
from alembic.config import Config
from sqlalchemy import event
from sqlalchemy.exc import DatabaseError

from workbench.errors import StoreError

SCRIPTS = Path(__file__).parent


def config(scripts: Path = SCRIPTS) -> Config:
    """Alembic's settings, without a file."""
    settings = Config()
    settings.set_main_option("script_location", str(scripts))
    return settings


def upgrade(path: Path, *, to: str = "head", scripts: Path = SCRIPTS) -> None:
    """Bring a file to a revision in one transaction.

    Raises:
        StoreError: it failed; the file is as it was.
    """
    engine = _engine(path)
    settings = config(scripts)
    try:
        with engine.connect() as connection:
            settings.attributes["connection"] = connection
            command.upgrade(settings, to)
    except DatabaseError as error:
        raise StoreError(
            "{path} could not be upgraded: {orig}",
            hint="It is as it was; a backup copy stands beside it.",
            path=path,
            orig=error.orig,
        ) from error
    finally:
        engine.dispose()


def _engine(path: Path) -> sqlalchemy.Engine:
    """An engine whose transactions hold DDL too and keep other writers out from the start."""
    engine = sqlalchemy.create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def leave_transactions_to_us(connection: Any, record: Any) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def begin(connection: sqlalchemy.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
