"""Several programs that write one desk at once, and a disk that is full."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.faults import work
from benchmarks.faults.kills import REFUSAL, REFUSED, Tally, end_of, heard, judge, run_child

_DISK = 3_000_000
"""Bytes of the small disk, a few times the store's size."""


PAUSE = 0.01
"""Seconds between the commits of one program, far busier than a person. Without any, whoever has
the lock takes it again before another wakes, and the others are refused after ten seconds."""


def crowd(programs: int, seconds: float) -> Tally:
    """So many programs for so long; each commit that was told must be on file at the end."""
    tally = Tally()
    acts = ["verdict", "undo", "import"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        work.template(path)
        children = []
        for number in range(programs):
            act = acts[number % len(acts)]
            children.append((act, *run_child(act, path, pause=PAUSE, goes_on=True)))
        time.sleep(seconds)
        for _, child, _ in children:
            os.kill(child, signal.SIGTERM)
        for act, child, ear in children:
            ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            stopped = ended == -signal.SIGTERM
            tally.ends["stopped at the end" if stopped else f"ended with {ended}"] += 1
            if not stopped:
                tally.wrong.append(f"{act}: ended early with {ended}")
            marks = heard(ear)
            tally.ends["writes refused after waiting"] += marks.count(REFUSAL)
            judge(act, path, [mark for mark in marks if mark != REFUSAL], tally)
    return tally


def full_disk(times: int, chance: random.Random) -> dict[str, Tally] | None:
    """Acts on a small disk with little room left; ``None`` where none can be mounted."""
    tallies = {act: Tally() for act in ("import", "verdict", "undo", "backup")}
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "template.db"
        work.template(template)
        for number in range(times):
            act = list(tallies)[number % len(tallies)]
            try:
                with _small_disk() as disk:
                    _fill_up(act, template, disk, chance, tallies[act])
            except PermissionError:
                return None
    return tallies


def _fill_up(act: str, template: Path, disk: Path, chance: random.Random, tally: Tally) -> None:
    path, ballast = disk / "claims.db", disk / "ballast"
    shutil.copyfile(template, path)
    room = _DISK - path.stat().st_size
    ballast.write_bytes(bytes(chance.randrange(room // 2, room - 50_000)))
    child, ear = run_child(act, path)
    ended = end_of(child, seconds=20)
    tally.ends["refused" if ended == REFUSED else f"ended with {ended}"] += 1
    if ended != REFUSED:
        tally.wrong.append(f"{act}: ended with {ended} on a full disk")
    ballast.unlink()
    judge(act, path, heard(ear), tally)


@contextmanager
def _small_disk() -> Iterator[Path]:
    """A disk in memory of its own; only the administrator may mount one."""
    with tempfile.TemporaryDirectory() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={_DISK}", "faults", folder]
        if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
            raise PermissionError("no disk can be mounted here")
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)
