"""Programs killed at random moments, and writes that fail."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.faults import work
from workbench.errors import WorkbenchError

REFUSED = 3
"""Exit code of a program that could not write and said so."""
LONGEST = 0.6
"""Seconds that a program works at most before it is killed."""


@dataclass
class Tally:
    """What came of the faults of one kind."""

    tried: int = 0
    committed: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        ends = ", ".join(f"{count} {end}" for end, count in sorted(self.ends.items()))
        said = f"{self.tried} faults ({ends}), {self.committed} commits told"
        return f"{said}, {len(self.wrong)} wrong" + "".join(f"\n    {each}" for each in self.wrong)


REFUSAL = "refused"
"""The mark of a write that was refused where the program goes on."""


def run_child(
    act: str,
    path: Path,
    prepare: Callable[[], None] = lambda: None,
    *,
    pause: float = 0,
    goes_on: bool = False,
) -> tuple[int, int]:
    """Do an act in a process of its own; give its number and the pipe of its marks.

    Args:
        act: one of `work.ACTS`.
        path: the store.
        prepare: what the process does to itself first.
        pause: seconds between its commits.
        goes_on: it tries again where it was refused, as a person is told to.
    """
    ear, mouth = os.pipe()
    child = os.fork()
    if child:
        os.close(mouth)
        return child, ear
    os.close(ear)
    code = 99
    try:
        prepare()
        _work(act, path, mouth, pause, goes_on=goes_on)
        code = 0
    except WorkbenchError:
        code = REFUSED
    except BaseException:  # noqa: BLE001 (told, and counted as wrong)
        traceback.print_exc()
    finally:
        os._exit(code)


def _work(act: str, path: Path, mouth: int, pause: float, *, goes_on: bool) -> None:
    def tell(mark: str) -> None:
        os.write(mouth, f"{mark}\n".encode())
        time.sleep(pause)

    while True:
        try:
            return work.ACTS[act](path, tell)
        except WorkbenchError:
            if not goes_on:
                raise
            tell(REFUSAL)


def heard(ear: int) -> list[str]:
    """The marks that came down the pipe whole."""
    said = b""
    while piece := os.read(ear, 65_536):
        said += piece
    os.close(ear)
    return said.decode().split("\n")[:-1]


def kills(
    times: int,
    chance: random.Random,
    longest: float = LONGEST,
    acts: Sequence[str] = tuple(work.ACTS),
) -> dict[str, Tally]:
    """Kill the acts in turn, so many times in all, at moments spread over their work."""
    tallies = {act: Tally() for act in acts}
    with tempfile.TemporaryDirectory() as folder:
        templates = _templates(Path(folder), acts)
        spans = {act: _span(act, templates[act], longest) for act in acts}
        for number in range(times):
            act = acts[number % len(acts)]
            after = chance.uniform(0, spans[act])
            _kill(act, templates[act], after, tallies[act])
    return tallies


def _templates(folder: Path, acts: Sequence[str]) -> dict[str, Path]:
    new, old = folder / "template.db", folder / "old.db"
    work.template(new)
    if "upgrade" in acts:
        work.old_template(old)
    if "import" in acts:
        work.load(folder / "loading.db")
    return {act: old if act == "upgrade" else new for act in acts}


def _span(act: str, template: Path, longest: float) -> float:
    """Seconds over which kills are spread: of an upgrade its own length."""
    if act != "upgrade":
        return longest
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        shutil.copyfile(template, path)
        began = time.monotonic()
        child, ear = run_child(act, path)
        os.waitpid(child, 0)
        os.close(ear)
        return time.monotonic() - began


def _kill(act: str, template: Path, after: float, tally: Tally) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        shutil.copyfile(template, path)
        child, ear = run_child(act, path)
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        tally.ends["killed" if ended == -signal.SIGKILL else f"ended with {ended}"] += 1
        if ended not in {-signal.SIGKILL, 0}:
            tally.wrong.append(f"{act}: ended with {ended}")
        judge(act, path, heard(ear), tally)


def failing_writes(
    times: int, chance: random.Random, acts: Sequence[str] = tuple(work.ACTS)
) -> dict[str, Tally]:
    """Let writes fail beyond a random size of the files, as on a disk that gives errors."""
    tallies = {act: Tally() for act in acts}
    with tempfile.TemporaryDirectory() as folder:
        templates = _templates(Path(folder), acts)
        for number in range(times):
            act = acts[number % len(acts)]
            size = templates[act].stat().st_size
            limit = chance.randrange(size // 8, 2 * size)
            _fail(act, templates[act], limit, tallies[act])
    return tallies


def _fail(act: str, template: Path, limit: int, tally: Tally) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        shutil.copyfile(template, path)

        def forbid() -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        child, ear = run_child(act, path, forbid)
        _end(child, act, path, ear, tally)


def end_of(child: int, *, seconds: float) -> int:
    """Wait for a program's own end and give its exit code; one that works on is killed."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _end(child: int, act: str, path: Path, ear: int, tally: Tally) -> None:
    ended = end_of(child, seconds=4 * LONGEST)
    names = {REFUSED: "refused", 0: "done", -signal.SIGKILL: "killed while it went on"}
    tally.ends[names.get(ended, f"ended with {ended}")] += 1
    if ended not in names:
        tally.wrong.append(f"{act}: ended with {ended}")
    judge(act, path, heard(ear), tally)


def judge(act: str, path: Path, marks: list[str], tally: Tally) -> None:
    """Ask of a file after a fault whether it is sound and everything is there."""
    tally.tried += 1
    tally.committed += len(marks)
    tally.wrong += [f"{act}: {fault}" for fault in work.unsound(path)]
    tally.wrong += [f"{act}: lost {mark}" for mark in work.lost(act, path, marks)]
