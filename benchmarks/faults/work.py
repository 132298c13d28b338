"""What the programs under fault do, and how it is told that nothing committed was lost.

Each act is repeated without end. After every commit its mark goes down a pipe: what stood in the
pipe when the program died was committed, and must be on file.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from workbench.desk import Desk
from workbench.desk.states import Stance
from workbench.intake.types import IncomingArticle
from workbench.records.change import Change
from workbench.records.journal import Stamp
from workbench.records.migrations.upgrade import upgrade
from workbench.records.sqlite import Database
from workbench.records.store import Store
from workbench.records.verify import verify

_OLD = 2000
"""Rows of the old store."""
_BATCH = 10
"""Claims in a file that is imported."""
Tell = Callable[[str], None]
TEXT = """The ministry said on Monday that 2,500 troops left the base in Basra.
Auditors found in March 2024 that work on the dam had not begun.
أعلنت وزارة الدفاع أن نحو 2500 جندي غادروا القاعدة في شباط الماضي."""


def template(path: Path, articles: int = 4) -> None:
    """A small store with a bit of everything."""
    with Desk.open(path, actor="template") as desk:
        for number in range(articles):
            text = f"{TEXT}\nReport number {number} was published in {2000 + number}."
            desk.articles.add(IncomingArticle(text=text, title=f"Report {number}", language="en"))
        page = path.with_name("page.txt")
        page.write_text("The returns say that 2,500 troops left the base.", encoding="utf-8")
        kept = desk.captures.add(str(page), title="Returns", kind="data")
        for claim in desk.claims.ids()[:4]:
            desk.evidence.link(claim, kept.source_id, Stance.SUPPORTS, quote="2,500 troops")
            desk.verdicts.set(claim, "true", "The returns say so.")


def load(path: Path) -> None:
    """Load what an import loads, so that what is killed is work and not the start of it."""
    template(path)
    with Desk.open(path, actor="loader") as desk:
        desk.exchange.import_(_rows(path, "loading"))


def old_template(path: Path) -> None:
    """A store of the first schema, with rows that its journal knows."""
    upgrade(path, to="0001")
    with closing(Database(path)) as database, database.writing():
        change = Change(database, ())
        for number in range(_OLD):
            change.insert("source", uid=f"u{number}", title=f"Source {number}")
        change.finish(Stamp(datetime.now(UTC), "somebody", "sources added", "", ""))


def imports(path: Path, tell: Tell) -> None:
    """Files of claims, one after the other."""
    with Desk.open(path, actor="importer") as desk:
        for batch in range(10_000):
            name = f"{os.getpid()}.{batch}"
            desk.exchange.import_(_rows(path, name))
            tell(name)


def _rows(path: Path, name: str) -> Path:
    file = path.with_name(f"rows-{os.getpid()}.jsonl")
    rows = (
        {"origin": name, "external_id": str(n), "text": f"Ship {name}.{n} sank in {1900 + n}"}
        for n in range(_BATCH)
    )
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return file


def verdicts(path: Path, tell: Tell) -> None:
    """One verdict after the other on one claim."""
    with Desk.open(path, actor="checker") as desk:
        claim = desk.claims.ids()[0]
        for number in range(10_000):
            name = f"{os.getpid()}.{time.monotonic_ns()}"
            desk.verdicts.set(claim, "false" if number % 2 else "true", name, reason="again")
            tell(name)


def undoes(path: Path, tell: Tell) -> None:
    """Something done, undone and done again."""
    with Desk.open(path, actor=f"undoer {os.getpid()}") as desk:
        for _ in range(10_000):
            desk.sources.add("A source that comes and goes")
            for step in (desk.undo, desk.redo, desk.undo):
                step()
                tell(str(desk.data_version()))


def upgrades(path: Path, tell: Tell) -> None:
    """The upgrade of an old file."""
    Store(path).close()
    tell("upgraded")


def backups(path: Path, tell: Tell) -> None:
    """One backup after the other."""
    with Desk.open(path, actor="keeper") as desk:
        for number in range(10_000):
            name = f"backup-{os.getpid()}-{number}.db"
            desk.backup(path.with_name(name))
            tell(name)


def lost(act: str, path: Path, marks: Iterable[str]) -> list[str]:
    """What was committed by its mark but is not on file, and batches that are there in part."""
    marks = list(marks)
    with closing(sqlite3.connect(path)) as connection:

        def one(sql: str, *values: object) -> int:
            return int(connection.execute(sql, values).fetchone()[0])

        if act == "import":
            partly = connection.execute(
                "SELECT origin FROM claim WHERE origin != '' GROUP BY origin HAVING count(*) != ?",
                (_BATCH,),
            ).fetchall()
            count = "SELECT count(*) FROM claim WHERE origin = ?"
            return [mark for mark in marks if one(count, mark) != _BATCH] + [
                row[0] for row in partly
            ]
        if act == "verdict":
            count = "SELECT count(*) FROM verdict WHERE explanation = ?"
            return [mark for mark in marks if one(count, mark) != 1]
        if act == "undo":
            last = one("SELECT coalesce(max(id), 0) FROM event")
            return [mark for mark in marks if int(mark) > last]
        if act == "upgrade":
            return [] if one("SELECT count(*) FROM source") == _OLD else ["sources"]
    return unsound_backups(path, marks)


def unsound_backups(path: Path, marks: Iterable[str]) -> list[str]:
    """Backups that are missing, or stand under their name without being sound."""
    missing = [name for name in marks if not path.with_name(name).exists()]
    there = path.parent.glob("backup-*.db")
    return missing + [file.name for file in there if unsound(file)]


def unsound(path: Path) -> list[str]:
    """What is wrong with a file, opened as a user opens it."""
    with Store(path) as store:
        return [f"{fault.where}: {fault.what}" for fault in verify(store.db)]


ACTS: dict[str, Callable[[Path, Tell], None]] = {
    "import": imports,
    "verdict": verdicts,
    "undo": undoes,
    "upgrade": upgrades,
    "backup": backups,
}
