"""One byte of the file, another than it was: at random places, one after the other."""

from __future__ import annotations

import random
import shutil
import sqlite3
import tempfile
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.faults import work
from workbench.desk import Desk
from workbench.errors import WorkbenchError

Contents = dict[str, list[tuple[object, ...]]]


@dataclass
class Flips:
    """What came of flipped bytes."""

    tried: int = 0
    reported: int = 0
    named: int = 0
    """Of those reported: the report names a record, a text, a snapshot or an entry."""
    refused: int = 0
    """Of those reported: the file is refused when it is opened."""
    harmless: int = 0
    """Nothing that is on file reads otherwise: unused room, or what opening mended."""
    silent: list[str] = field(default_factory=list)
    """Places where something reads otherwise and nobody says so."""
    tables: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        said = (
            f"{self.tried} flipped bytes: {self.reported} reported ({self.named} by name, "
            f"{self.refused} when the file is opened), {self.harmless} change nothing on file, "
            f"{len(self.silent)} silent"
        )
        return said + "".join(f"\n    {each}" for each in self.silent)


def flips(times: int, chance: random.Random, articles: int = 40) -> Flips:
    """Flip a random bit at so many random places."""
    found = Flips()
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.db"
        work.template(whole, articles)
        with closing(sqlite3.connect(whole)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        before = contents(whole)
        data = whole.read_bytes()
        for _ in range(times):
            place, bit = chance.randrange(len(data)), 1 << chance.randrange(8)
            path = Path(folder) / "flipped.db"
            path.write_bytes(data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :])
            _judge(path, before, f"byte {place} of {len(data)}, bit {bit}", found)
            for part in path.parent.glob("flipped.db*"):
                part.unlink()
    return found


def _judge(path: Path, before: Contents, where: str, found: Flips) -> None:
    found.tried += 1
    problems, refused = _reports(path)
    if problems or refused:
        found.reported += 1
        found.refused += refused
        found.named += any(not problem.startswith("the file") for problem in problems)
        return
    differing = _differing(path, before)
    if differing:
        found.silent.append(f"{where}: {', '.join(differing)}")
    else:
        found.harmless += 1


def _reports(path: Path) -> tuple[list[str], bool]:
    """What `workbench verify` says, or that the file cannot be opened."""
    copy = path.with_name("flipped.db.opened")
    shutil.copyfile(path, copy)
    try:
        with Desk.open(copy, actor="verifier", create=False) as desk:
            problems = [f"{each.where}: {each.what}" for each in desk.verify()]
    except WorkbenchError:
        return [], True
    shutil.copyfile(copy, path)
    return problems, False


def _differing(path: Path, before: Contents) -> list[str]:
    try:
        after = contents(path)
    except sqlite3.DatabaseError as error:
        return [f"unreadable: {error}"]
    return sorted(name for name in before.keys() | after if before.get(name) != after.get(name))


def contents(path: Path) -> Contents:
    """Every row of every table as bytes, read by SQLite alone."""
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = bytes
        names = [
            row[0].decode()
            for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
            for name in sorted(names)
        }
