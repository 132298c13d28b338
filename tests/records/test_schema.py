"""One schema, however a file came by it."""

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from workbench.errors import StoreError
from workbench.records import generate, rotation
from workbench.records.change import Change
from workbench.records.journal import Stamp
from workbench.records.migrations.upgrade import config, upgrade
from workbench.records.schema import REVISIONS, SCHEMA
from workbench.records.sqlite import Database
from workbench.records.store import Store
from workbench.records.verify import verify

KEY = re.compile(r"FOREIGN KEY\(\w+\)")
"""A column that is added to a table has its key beside it, not below."""


def schema_of(path: Path) -> dict[str, list[str]]:
    """Every table, index and trigger: its columns and constraints in any order."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: sorted(re.findall(r"[^\s\",()]+", KEY.sub("", sql))) for name, sql in rows}


def test_schema_file_is_what_the_tables_say() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == ";\n\n".join(generate.statements()) + ";\n"


def test_migrations_and_tables_give_the_same_schema(tmp_path: Path) -> None:
    upgrade(tmp_path / "migrated.db")
    Store(tmp_path / "new.db").close()
    assert schema_of(tmp_path / "migrated.db") == schema_of(tmp_path / "new.db")


def test_revisions_are_those_of_the_migrations() -> None:
    scripts = ScriptDirectory.from_config(config())
    assert tuple(reversed([script.revision for script in scripts.walk_revisions()])) == REVISIONS


def test_older_file_is_upgraded_after_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    upgrade(path, to="0001")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO claim (uid, text) VALUES ('u', 'kept')")
        connection.commit()
    with Store(path) as store:
        assert store.db.value("SELECT text FROM claim") == "kept"
        assert store.db.value("SELECT version_num FROM alembic_version") == REVISIONS[-1]
    (backup,) = tmp_path.glob("claims.db.0001.*.backup")
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        assert connection.execute("SELECT text FROM claim").fetchone() == ("kept",)


def test_words_of_claims_are_found_after_an_upgrade(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    upgrade(path, to="0006")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO claim_search (rowid, words) VALUES (7, '٣٪ قوات القوات')")
        connection.commit()
    upgrade(path)
    with closing(sqlite3.connect(path)) as connection:
        search = "SELECT rowid FROM claim_search WHERE claim_search MATCH ?"
        assert connection.execute(search, ('"القوا"*',)).fetchall() == [(7,)]
        assert connection.execute(search, ('"وات"*',)).fetchall() == []


def test_backups_before_upgrades_are_sound_and_the_newest_stay(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    upgrade(path, to="0001")
    with closing(Database(path)) as database:
        for day in range(1, 8):
            rotation.before_upgrade(database, "0001", datetime(2024, 8, day, tzinfo=UTC))
    (tmp_path / "claims.db.mine.backup").touch()
    names = sorted(file.name for file in tmp_path.glob("*.backup*"))
    assert names == [f"claims.db.0001.2024080{day}T000000Z.backup" for day in range(3, 8)] + [
        "claims.db.mine.backup"
    ]
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO snapshot (sha256, size, data) VALUES ('x', 1, x'00')")
        connection.commit()
    with pytest.raises(StoreError, match="not upgraded: snapshot x was altered"):
        Store(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)


def test_rows_written_before_a_column_was_there_are_sound(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    upgrade(path, to="0002")
    with closing(Database(path)) as database, database.writing():
        database.run("CREATE TABLE pending (claim_id INTEGER PRIMARY KEY)")  # today's code has it
        change = Change(database, ())
        source = change.insert("source", uid="s", title="Audit")
        claim = change.insert("claim", uid="c", text="Work has not begun")
        change.insert("evidence", uid="e", claim_id=claim, source_id=source, stance="supports")
        change.insert("verdict", uid="v", claim_id=claim, rating="true")
        change.finish(Stamp(datetime.now(UTC), "Amal", "filed", "", ""))
        database.run("DROP TABLE pending")
    with Store(path) as store:
        assert verify(store.db) == []


def test_newer_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    Store(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer Workbench"):
        Store(path)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["claims.db"]


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    with pytest.raises(StoreError, match="not a claim store"):
        Store(path)
