"""Full disks, locked and damaged stores, broken streams, and programs stopped or run at once.

Every run goes through `tests.cli.real`, which fails on any traceback.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.cli.real import CLEAN, Real, count, rows, spoiled_files


@dataclass
class Late:
    """A change that waits for a store that another program has locked."""

    code: int = -1
    err: str = ""
    seconds: float = 0
    reading: int = -1
    thread: threading.Thread = field(default_factory=threading.Thread)


@pytest.fixture(scope="module", autouse=True)
def late(filed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Late]:
    """Begun before all other tests, since it takes ten seconds of waiting."""
    real, late = Real(tmp_path_factory.mktemp("locked")), Late()
    shutil.copyfile(filed, real.folder / filed.name)

    def wait() -> None:
        began = time.monotonic()
        process = real.start("source", "add", "Late")
        late.err = process.communicate(timeout=60)[1].decode()
        late.code, late.seconds = process.returncode, time.monotonic() - began

    with contextlib.closing(sqlite3.connect(real.folder / "claims.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        late.thread = threading.Thread(target=wait)
        late.thread.start()
        late.reading = real("claims").code
        yield late
        late.thread.join()
        other.rollback()


# The file and its disk


@pytest.fixture
def powerless(filled: Real) -> Real:
    """The same without the right of root to write everywhere."""
    if os.geteuid() != 0:
        return filled
    if not shutil.which("setpriv"):
        pytest.skip("run by root, and there is no setpriv to give its rights away with")
    rights = "--bounding-set=-dac_override,-dac_read_search"
    return Real(filled.folder, wrapper=("setpriv", rights))


def test_what_cannot_be_written_can_be_read(powerless: Real) -> None:
    store, folder = powerless.folder / "claims.db", powerless.folder
    before = store.read_bytes()
    for place, mode, back in ((store, 0o444, 0o644), (folder, 0o555, 0o755)):
        place.chmod(mode)
        try:
            assert powerless("verify").code == 0
            done = powerless("claim", "set-aside", 1, "x")
            assert (done.code, "can be read but not written" in done.err) == (1, True)
            if place is folder:
                for command in (("export", "x.jsonl"), ("report", 1, "-o", "x.md")):
                    assert "x." in powerless(*command).err
                assert powerless("--db", "new.db", "add", "-", stdin=CLEAN.encode()).code == 1
        finally:
            place.chmod(back)
    assert store.read_bytes() == before
    closed = folder / "closed"
    closed.mkdir(mode=0)
    for command in (("--db", "closed/x.db", "claims"), ("add", "closed/x"), ("import", "closed/x")):
        done = powerless(*command)
        assert (done.code, "Permission denied" in done.err) == (1, True)
    closed.chmod(0o755)


@pytest.fixture
def small_disk(filled: Real) -> Iterator[Path]:
    """A disk of 1.5 MB with a copy of the store on it."""
    disk = filled.folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(disk)]
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root on Linux can make a small disk")
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let root mount a small disk")
    try:
        filled("backup", "disk/claims.db")
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=False)


def test_a_full_disk_loses_nothing(filled: Real, small_disk: Path) -> None:
    db = ("--db", "disk/claims.db")
    before = count(filled, db="disk/claims.db")
    room = os.statvfs(small_disk)
    (small_disk / "ballast").write_bytes(bytes(room.f_bavail * room.f_frsize - 150_000))
    done = filled(*db, "import", rows(filled, 60))
    assert (done.code, "is full" in done.err) == (1, True)
    assert count(filled, db="disk/claims.db") == before
    assert filled(*db, "verify").code == 0
    assert "is full" in filled(*db, "backup", "disk/copy.db").err
    with contextlib.suppress(OSError):
        (small_disk / "more").write_bytes(bytes(2_000_000))
    done = filled("report", 1, "-o", "disk/report.html")
    assert (done.code, "No space left" in done.err) == (1, True)
    assert {path.name for path in small_disk.iterdir() if path.suffix not in {".db"}} <= {
        *("ballast", "more", "claims.db-wal", "claims.db-shm")
    }


def test_what_is_no_store_is_refused_and_left_alone(filled: Real, program: Program) -> None:
    spoiled_files(filled.folder)
    shutil.copyfile(filled.folder / "claims.db", filled.folder / "new.db")
    whole = (filled.folder / "claims.db").read_bytes()
    (filled.folder / "cut.db").write_bytes(whole[:20_000])
    (filled.folder / "garbage.db").write_bytes(b"garbage " * 4_000)
    (filled.folder / "holed.db").write_bytes(whole[:8_192] + b"\xff" * 40_960 + whole[49_152:])
    with contextlib.closing(sqlite3.connect(filled.folder / "new.db")) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.commit()
    said = {
        "other.db": "not a claim store",
        "a.pdf": "not a claim store",
        "garbage.db": "not a claim store",
        "cut.db": "damaged",
        "holed.db": "damaged",
        "new.db": "newer Workbench",
        ".": "is a folder",
        "/dev/null": "is a device",
        "absent/x.db": "does not exist",
        "b" * 300: "too long",
        "postgresql://x/y": "not the address",
        "": "is a folder",
    }
    for name, words in said.items():
        path = filled.folder / name
        before = path.read_bytes() if path.suffix and path.is_file() else b""
        done = program("--db", name, "source", "add", "x")
        assert (done.code, done.out) == (1, ""), name
        message, _, hint = done.err.partition("\n")
        assert words in message
        assert hint.strip(), f"{name}: nothing says what to do"
        assert not before or path.read_bytes() == before, f"{name} was changed"


# Streams that are closed, full or broken


def test_streams_may_be_closed_full_or_broken(filled: Real) -> None:
    program = f"{sys.executable} -m workbench"

    def shell(command: str) -> tuple[int, str]:
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command.replace("workbench", program)],
            cwd=filled.folder,
            env=filled.environment(),
            capture_output=True,
            check=False,
        )
        told = (done.stdout + done.stderr).decode()
        for mishap in ("Traceback", "Exception ignored", "fault of the program"):
            assert mishap not in told, told
        return done.returncode, told

    assert shell("workbench add - <&-") == (
        1,
        "workbench: standard input is empty\n  Give a file with the article's text.\n",
    )
    assert shell("workbench claims >&-") == (0, "")
    assert shell("workbench claims 2>&- >&- <&-") == (0, "")
    assert shell("workbench export - | head -c 20")[0] in {0, 141}
    assert shell("workbench claims --json | true")[0] == 0
    if Path("/dev/full").exists():
        code, told = shell("workbench claims > /dev/full")
        assert (code, "cannot be written: No space left" in told) == (1, True)


# Stopped, killed, and two at once


@pytest.mark.parametrize(("name", "code", "times"), [("SIGKILL", -9, 12), ("SIGINT", 130, 6)])
def test_a_stopped_import_is_absent_or_whole(real: Real, name: str, code: int, times: int) -> None:
    rows(real, 20)
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli.killed", name, str(times), "rows.jsonl", "k.db"],
        cwd=real.folder,
        env=real.environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    outcomes = json.loads((real.folder / "outcomes.json").read_text(encoding="utf-8"))
    assert {ended for ended, _ in outcomes} <= {code, 0}
    assert {claims for _, claims in outcomes} <= {0, 20}
    assert all(claims == 20 for ended, claims in outcomes if ended == 0)
    assert sum(ended == code for ended, _ in outcomes) >= 3, "hardly any was stopped in time"
    assert real("--db", "k.db", "import", "rows.jsonl").code == 0
    assert real("--db", "k.db", "verify").code == 0
    assert count(real, db="k.db") == 20


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["int", "term"]
)
def test_ctrl_c_ends_a_command_without_a_trace(real: Real, number: int, code: int) -> None:
    process = real.start("add", "-")
    time.sleep(0.7)
    process.send_signal(number)
    _, err = process.communicate(timeout=20)
    assert process.returncode == code
    assert b"Traceback" not in err
    assert not (real.folder / "claims.db").exists()


def test_the_desk_gives_the_terminal_back_when_interrupted(filled: Real) -> None:
    done = filled.on_terminal(keys=[signal.SIGINT])
    assert done.code == 130
    assert b"\x1b[?1049l" in done.out


def test_the_same_from_two_programs_at_once_is_filed_once(real: Real) -> None:
    rows(real, 10)
    (real.folder / "a.txt").write_text(CLEAN, encoding="utf-8")
    for command in (("add", "a.txt"), ("import", "rows.jsonl")):
        both = [real.start(*command) for _ in range(2)]
        ended = [process.communicate(timeout=40) for process in both]
        assert [process.returncode for process in both] == [0, 0], ended
    assert count(real, "article") == 1
    assert count(real, "claim WHERE origin = 't'") == 10
    assert real("verify").code == 0


def test_a_locked_store_is_told_within_the_busy_timeout(late: Late) -> None:
    assert late.reading == 0, "reading must not wait for a writer"
    late.thread.join()
    assert late.code == 1
    assert "is locked by another program" in late.err
    assert "Nothing was written" in late.err
    assert 9 < late.seconds < 25
