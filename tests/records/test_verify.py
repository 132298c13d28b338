"""Verifying finds what was altered, and says where; a backup is sound or is not made."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.desk.fakes import article, open_desk
from workbench.desk import Desk
from workbench.desk.states import Stance
from workbench.errors import InvalidInputError, StoreError
from workbench.records.journal import entry_hash

TEXT = "Amal: 2,500 troops are there\nTalks resumed last month\nالقوات في بغداد"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound file, of which each test alters a copy."""
    path = tmp_path_factory.mktemp("sound") / "claims.db"
    with open_desk(path) as desk:
        desk.articles.add(article(TEXT, origin=b"<p>bytes as they came</p>"))
        source = desk.sources.add("Statement")
        desk.evidence.link(1, source, Stance.SUPPORTS, quote="2,500")
        desk.verdicts.set(1, "true", "It says so.")
        desk.articles.add(article(TEXT.replace("2,500", "3,500")))
        desk.claims.reword(2, "Talks went on", version=desk.claims.get(2).version)
        desk.undo()
    return path


@pytest.fixture
def path(sound: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(sound, tmp_path / "claims.db")


def problems(path: Path) -> list[str]:
    with open_desk(path) as desk:
        return [f"{problem.where}: {problem.what}" for problem in desk.verify()]


def tamper(path: Path, *statements: str) -> None:
    """Somebody with the file and SQLite, who drops the triggers first."""
    with closing(sqlite3.connect(path)) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_sound_file_has_no_problems(path: Path) -> None:
    told: list[tuple[int, int]] = []
    with open_desk(path) as desk:
        assert desk.verify(progress=lambda done, total: told.append((done, total))) == []
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE event SET why = 'other' WHERE id = 2", "journal entry 2: was altered"),
        ("UPDATE event SET actor = 'Nobody' WHERE id = 5", "journal entry 5: was altered"),
        ("DELETE FROM event WHERE id = 3", "journal entry 4: entries 3 to 3 are missing"),
        (
            "UPDATE change SET after = replace(after, 'It says so', 'It said so')"
            " WHERE record = 'verdict'",
            "journal entry 4: its changes were altered",
        ),
        ("UPDATE verdict SET rating = 'false'", "verdict 1: rating is not"),
        ("UPDATE claim SET version = 1 WHERE id = 2", "claim 2: its version"),
        ("UPDATE evidence SET quote = '2,600'", "evidence 1: quote is not"),
        ('DELETE FROM "match" WHERE id = 1', "match 1: is missing"),
        ("INSERT INTO source (uid, title) VALUES ('u', 'slipped in')", "source 2: is on file, but"),
        ("UPDATE article_text SET text = replace(text, '2,500', '2,600')", "article text"),
        ("UPDATE article_text SET text = replace(text, '2,500', '2,600')", "appearance 1: is not"),
        ("UPDATE snapshot SET data = x'00'", "snapshot"),
        ("UPDATE appearance SET segments = '[[0,4]]' WHERE id = 1", "appearance 1: is not what"),
        ("UPDATE listing SET rating = 'false' WHERE claim_id = 1", "listing of claim 1"),
        ("DELETE FROM quantity WHERE claim_id = 1", "quantity of claim 1"),
        ("UPDATE claim_search SET words = 'x' WHERE rowid = 2", "claim_search of claim 2"),
    ],
)
def test_what_was_altered_is_found_and_named(path: Path, statement: str, where: str) -> None:
    tamper(path, statement)
    found = problems(path)
    assert any(problem.startswith(where) for problem in found), found


def test_rewriting_the_journal_from_an_entry_on_shows_in_the_next(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        entry = dict(connection.execute("SELECT * FROM event WHERE id = 2").fetchone())
    forged = entry_hash(entry | {"why": "other"})
    tamper(path, f"UPDATE event SET why = 'other', hash = '{forged}' WHERE id = 2")
    assert "journal entry 3: does not follow from the entry before it" in problems(path)


def test_flipped_byte_in_an_article_is_found(path: Path) -> None:
    data = bytearray(path.read_bytes())
    at = data.index("القوات".encode())
    data[at + 1] ^= 1
    path.write_bytes(data)
    assert any(problem.startswith("article text") for problem in problems(path))


@pytest.mark.parametrize("bad", ["CAST(x'D9FF' AS TEXT)", "x'00FF'"])
def test_bytes_that_are_no_text_are_told_and_do_not_pass_for_ctrl_c(path: Path, bad: str) -> None:
    tamper(path, f"UPDATE claim SET claimant = {bad} WHERE id = 1")
    assert any("claim 1" in problem or "damaged" in problem for problem in problems(path))


def test_flipped_bytes_never_pass_for_other_words(path: Path) -> None:
    """A flip anywhere is found, or changes nothing that the desk shows."""
    data = path.read_bytes()
    shown = _shown(path)
    rng = random.Random(7)
    for _ in range(60):
        flipped = bytearray(data)
        flipped[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        path.write_bytes(flipped)
        try:
            with open_desk(path, read_only=True) as desk:
                sound = desk.verify() == []
                assert not sound or _read(desk) == shown
        except StoreError:
            continue  # noticed at once


def _shown(path: Path) -> object:
    with open_desk(path, read_only=True) as desk:
        return _read(desk)


def _read(desk: Desk) -> object:
    return (
        [desk.claims.get(claim) for claim in desk.claims.ids()],
        [desk.articles.get(row.id) for row in desk.articles.list()],
        desk.sources.list(),
        desk.history(),
    )


def test_reindex_mends_what_is_drawn(path: Path) -> None:
    tamper(path, "DELETE FROM listing", "DELETE FROM claim_search", "DELETE FROM quantity")
    with open_desk(path) as desk:
        assert len(desk.verify()) > 0
        assert desk.reindex() == 6
        assert desk.verify() == []


def test_backup_of_an_open_desk_is_sound_and_complete(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with open_desk(path) as desk:
        desk.backup(copy)
        shown = _read(desk)
        with pytest.raises(InvalidInputError, match="already"):
            desk.backup(copy)
        with pytest.raises(StoreError, match="folder"):
            desk.backup(tmp_path / "no" / "copy.db")
    assert _shown(copy) == shown
    assert sorted(found.name for found in tmp_path.iterdir()) == ["claims.db", "copy.db"]


def test_backup_of_a_damaged_store_is_not_passed_for_a_good_one(path: Path, tmp_path: Path) -> None:
    tamper(path, "UPDATE verdict SET rating = 'false'")
    with open_desk(path) as desk, pytest.raises(StoreError, match="not sound"):
        desk.backup(tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_restore_brings_back_the_backup_and_keeps_what_was_there(
    path: Path, tmp_path: Path
) -> None:
    with open_desk(path) as desk:
        desk.backup(tmp_path / "copy.db")
        shown = _read(desk)
        desk.sources.add("Later")
        kept = Desk.restore(path, tmp_path / "copy.db")
        assert _read(desk) == shown, "an open desk sees it at once"
    assert kept is not None
    with open_desk(kept) as before:
        assert [source.title for source in before.sources.list()] == ["Later", "Statement"]
    assert problems(path) == []


def test_restore_over_a_ruined_file(path: Path, tmp_path: Path) -> None:
    with open_desk(path) as desk:
        desk.backup(tmp_path / "copy.db")
        shown = _read(desk)
    path.write_bytes(b"ruined" * 5000)
    kept = Desk.restore(path, tmp_path / "copy.db")
    assert kept is not None
    assert kept.read_bytes() == b"ruined" * 5000
    assert _shown(path) == shown


def test_restore_refuses_what_is_not_sound(path: Path, tmp_path: Path) -> None:
    before = _shown(path)
    (tmp_path / "noise.db").write_bytes(b"noise" * 5000)
    with pytest.raises(StoreError):
        Desk.restore(path, tmp_path / "noise.db")
    with pytest.raises(StoreError, match="no file"):
        Desk.restore(path, tmp_path / "none.db")
    assert _shown(path) == before


def test_a_folder_of_backups_keeps_the_newest(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    with open_desk(path) as desk:
        made = [desk.backup(folder, keep=2) for _ in range(3)]
    assert sorted(folder.iterdir()) == made[1:]
