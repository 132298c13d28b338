"""Writes `schema.sql` from the tables: ``python -m workbench.records.generate``.

A new store is made from that file, so that making one needs neither SQLModel nor Alembic.
"""

from __future__ import annotations

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

from workbench.records import tables  # noqa: F401 (declares the tables)
from workbench.records.ddl import EXTRAS
from workbench.records.schema import REVISIONS, SCHEMA


def statements() -> list[str]:
    """Every statement that makes an empty store of today's schema."""
    dialect = sqlite.dialect()
    made = [
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))",
        f"INSERT INTO alembic_version (version_num) VALUES ('{REVISIONS[-1]}')",
    ]
    for table in SQLModel.metadata.sorted_tables:
        made.append(str(CreateTable(table).compile(dialect=dialect)))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made.extend(str(CreateIndex(index).compile(dialect=dialect)) for index in indexes)
    made.extend(EXTRAS)
    return ["\n".join(line.rstrip() for line in sql.strip().splitlines()) for sql in made]


def main() -> None:
    """Write the file beside this module."""
    SCHEMA.write_text(";\n\n".join(statements()) + ";\n", encoding="utf-8")


if __name__ == "__main__":
    main()
