"""The store: two programs, no room, no rights, damage. Nothing committed is ever lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from workbench.errors import InvalidInputError, StoreError
from workbench.records.store import Store, path_of
from workbench.records.verify import verify

HERE = Path(__file__).parents[2]


def source(store: Store, title: str) -> int:
    with store.change("Amal", "source added") as change:
        return change.insert("source", uid=title, title=title)


def run(code: str, *arguments: str, **options: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        cwd=HERE,
        stdout=subprocess.PIPE,
        text=True,
        **options,  # type: ignore[call-overload]
    )


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("claims.db", Path("claims.db")),
        ("sqlite:///claims.db", Path("claims.db")),
        ("sqlite:////srv/desk%20one/claims.db", Path("/srv/desk one/claims.db")),
        ("sqlite+pysqlite:///a.db", Path("a.db")),
    ],
)
def test_addresses(address: str, path: Path) -> None:
    assert path_of(address) == path


@pytest.mark.parametrize("address", ["postgresql://host/desk", "sqlite://", "sqlite://host/x.db"])
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(InvalidInputError, match="address"):
        path_of(address)


def test_a_change_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    with Store(tmp_path / "claims.db") as store:
        with pytest.raises(RuntimeError), store.change("Amal", "two sources") as change:
            change.insert("source", uid="1", title="One")
            raise RuntimeError
        assert store.db.value("SELECT count(*) FROM source") == 0
        assert store.data_version() == 0
        with store.change("Amal", "nothing"):
            pass
        assert store.data_version() == 0


def test_journal_and_texts_are_only_added_to(tmp_path: Path) -> None:
    with Store(tmp_path / "claims.db") as store:
        with store.change("Amal", "kept") as change:
            change.keep_text("frozen")
            change.insert("source", uid="1", title="One")
        for table in ("event", "change", "article_text"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                store.db.run(f"DELETE FROM {table}")
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            store.db.run("UPDATE event SET actor = 'nobody'")


WRITER = """
    import sys
    from workbench.records.store import Store
    with Store(sys.argv[1]) as store:
        for n in range(40):
            with store.change(sys.argv[2], "source added") as change:
                change.insert("source", uid=f"{sys.argv[2]}-{n}", title="x")
"""


def test_two_programs_write_one_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with run(WRITER, str(path), "one") as one, run(WRITER, str(path), "two") as two:
        assert [one.wait(60), two.wait(60)] == [0, 0]
    with Store(path) as store:
        assert store.db.value("SELECT count(*) FROM source") == 80
        assert store.data_version() == 80
        assert verify(store.db) == []


def test_a_store_opens_where_another_program_is_just_making_the_file(tmp_path: Path) -> None:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for number in range(40):
            path = tmp_path / f"{number}.db"
            maker = threading.Thread(target=path.touch)
            maker.start()
            Store(path).close()
            maker.join()
    finally:
        sys.setswitchinterval(interval)


def test_a_store_waits_for_another_that_is_just_being_made(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    Store(path).close()
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN IMMEDIATE")
        release = threading.Timer(0.2, other.execute, ["COMMIT"])
        release.start()
        with Store(path) as store:
            assert store.db.value("PRAGMA journal_mode") == "wal"
        release.join()


LONG_CHANGE = """
    import sys
    from workbench.records.store import Store
    with Store(sys.argv[1]) as store, store.change("Amal", "a long import") as change:
        for n in range(10_000_000):
            change.insert("source", uid=f"import-{n}", title="x" * 500)
            if n == 4000:
                print("under way", flush=True)
"""


def test_kill_in_the_middle_of_a_long_change_leaves_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with Store(path) as store:
        source(store, "kept")
    program = run(LONG_CHANGE, str(path))
    assert program.stdout is not None
    assert program.stdout.readline() == "under way\n"
    time.sleep(0.1)
    program.send_signal(signal.SIGKILL)
    program.wait(10)
    program.stdout.close()
    with Store(path) as store:
        assert store.db.column("SELECT title FROM source") == ["kept"]
        assert verify(store.db) == []
        source(store, "after")


def test_locked_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with Store(path, busy_seconds=0.05) as one, Store(path, busy_seconds=0.05) as two:
        with one.change("Amal", "slow") as change:
            change.insert("source", uid="1")
            with pytest.raises(StoreError, match="locked"):
                source(two, "other")
            assert two.db.value("SELECT count(*) FROM source") == 0, "reading goes on"
        source(two, "other")


def test_threads_see_what_is_committed(tmp_path: Path) -> None:
    with Store(tmp_path / "claims.db") as store:
        seen: list[int] = []
        with store.change("Amal", "slow") as change:
            change.insert("source", uid="1")
            thread = threading.Thread(
                target=lambda: seen.append(store.db.value("SELECT count(*) FROM source"))
            )
            thread.start()
            thread.join()
        assert seen == [0]
        assert store.db.value("SELECT count(*) FROM source") == 1


def test_full_disk_loses_nothing_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with Store(path) as store:
        source(store, "kept")
        pages = store.db.value("PRAGMA page_count")
        store.db.run(f"PRAGMA max_page_count = {pages + 4}")
        with pytest.raises(StoreError, match="full"), store.change("Amal", "much") as change:
            for n in range(200):
                change.insert("source", uid=str(n), title="x" * 1000)
        assert store.db.column("SELECT title FROM source") == ["kept"]
        assert verify(store.db) == []


def test_read_only_opening_reads_and_refuses_to_write(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with Store(path) as store:
        source(store, "kept")
    with Store(path, read_only=True) as store:
        assert store.db.column("SELECT title FROM source") == ["kept"]
        with pytest.raises(StoreError, match="not written"):
            source(store, "other")


READER = """
    import os, sys
    from workbench.errors import StoreError
    from workbench.records.store import Store
    if os.geteuid() == 0:
        os.setgroups([]); os.setgid(65534); os.setuid(65534)
    with Store(sys.argv[1]) as store:
        print(store.db.value("SELECT title FROM source"))
        try:
            with store.change("Amal", "x") as change:
                change.insert("source", uid="2")
        except StoreError as error:
            print(error.message)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX permissions")
def test_file_without_write_permission_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    path = folder / "claims.db"
    with Store(path) as store:
        source(store, "kept")
    for place in (folder, *folder.parents[: len(folder.parents) - 2]):
        place.chmod(0o555)
    path.chmod(0o444)
    program = run(READER, str(path))
    out, _ = program.communicate(timeout=30)
    for place in (folder, *folder.parents[: len(folder.parents) - 2]):
        place.chmod(0o755)
    assert out.splitlines() == ["kept", f"{path} can be read but not written"]


def test_what_is_no_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / "noise.db").write_bytes(b"no database" * 1000)
    with pytest.raises(StoreError, match="not a claim store"):
        Store(tmp_path / "noise.db")
    with pytest.raises(StoreError, match="folder"):
        Store(tmp_path)
    with pytest.raises(StoreError, match="does not exist"):
        Store(tmp_path / "no" / "claims.db")
    with pytest.raises(StoreError, match="no claim store"):
        Store(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()


def test_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "claims.db").touch()
    with Store(tmp_path / "claims.db") as store:
        source(store, "One")
    with Store(tmp_path / "claims.db") as store:
        assert store.db.value("SELECT title FROM source") == "One"


def test_damaged_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with Store(path) as store:
        for n in range(50):
            source(store, f"{n} " + "x" * 500)
    data = bytearray(path.read_bytes())
    data[4096 * 3 :] = b"\xff" * (len(data) - 4096 * 3)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"), Store(path) as store:
        store.db.rows("SELECT * FROM source")


def test_durable_by_its_settings(tmp_path: Path) -> None:
    with Store(tmp_path / "claims.db") as store:
        assert store.db.value("PRAGMA journal_mode") == "wal"
        assert store.db.value("PRAGMA synchronous") == 2
        assert store.db.value("PRAGMA foreign_keys") == 1
    with closing(sqlite3.connect(tmp_path / "claims.db")) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == 0x57424443


def test_closing_stops_what_another_thread_still_reads(tmp_path: Path) -> None:
    store = Store(tmp_path / "claims.db")
    endless = (
        "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT sum(x) FROM n"
    )
    begun, told = threading.Event(), []

    def read() -> None:
        database = store.db
        begun.set()
        try:
            database.value(endless)
        except StoreError as error:
            told.append(error)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    begun.wait()
    time.sleep(0.2)
    store.close()
    reader.join(10)
    assert not reader.is_alive()
    assert len(told) == 1
