"""Files that the desk writes: whole or not at all, and never over a store."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from workbench.desk.files import replacing, write_whole
from workbench.errors import InvalidInputError


def test_a_file_is_as_it_was_after_an_error(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    write_whole(file, b"old")
    with pytest.raises(ValueError, match="meanwhile"), replacing(file) as stream:
        stream.write("new")
        raise ValueError("meanwhile")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_no_database_is_written_over(tmp_path: Path) -> None:
    store = tmp_path / "claims.db"
    with closing(sqlite3.connect(store)) as db:
        db.execute("CREATE TABLE claim (id)")
    (tmp_path / "link.csv").symlink_to(store)
    before = store.read_bytes()
    for name in ("claims.db", "link.csv"):
        with pytest.raises(InvalidInputError, match="is a database"):
            write_whole(tmp_path / name, b"text")
    assert store.read_bytes() == before


def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "kept" / "a.csv", tmp_path / "a.csv"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"text")
    reader.join(10)
    assert read == [b"text"]
    assert pipe.is_fifo()


def test_a_folder_and_a_missing_one_are_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="is a folder"):
        write_whole(tmp_path, b"text")
    with pytest.raises(InvalidInputError, match="cannot be written"):
        write_whole(tmp_path / "absent" / "a.csv", b"text")
