"""Imports that are stopped at random moments: `python -m tests.cli.killed SIGNAL TIMES FILE DB`.

Every import is a process of its own, forked after the modules were loaded, so that the moment
lies inside the import rather than in the start of Python. Writes JSON: of every import how it
ended, and how many claims it left on file.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import sqlite3
import sys
import time
from pathlib import Path

from workbench.__main__ import main as program


def _import(file: str, db: str) -> int:
    sys.argv = ["workbench", "--db", db, "import", file]
    try:
        program()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def _stopped(file: str, db: str, number: int, after: float) -> int:
    held = {number} & {signal.SIGINT}  # Python's own work after a fork must not be interrupted
    signal.pthread_sigmask(signal.SIG_BLOCK, held)
    process = os.fork()
    if process == 0:
        try:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, held)
            os._exit(_import(file, db))
        except KeyboardInterrupt:
            os._exit(130)
        except BaseException:
            os._exit(99)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, held)
    time.sleep(after)
    os.kill(process, number)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _claims(db: str) -> int:
    """Read by SQLite alone, so that nothing of ours mends the file first."""
    with contextlib.closing(sqlite3.connect(db)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'claim'").fetchone():
            return 0
        return int(connection.execute("SELECT count(*) FROM claim").fetchone()[0])


def _measured(file: str, db: str) -> float:
    """Seconds of a whole import, the modules having been loaded."""
    _import(file, f"{db}.loading")
    began = time.monotonic()
    _import(file, f"{db}.timing")
    return time.monotonic() - began


ENOUGH, MOST = 3, 5
"""Imports that were stopped in time, and times as many as asked for that are tried until then."""


def main() -> None:
    """Stop imports into a file that is begun anew whenever one was too quick to be stopped."""
    name, times, file, db = sys.argv[1:5]
    whole = _measured(file, db)
    chance = random.Random()
    outcomes: list[tuple[int, int]] = []
    while len(outcomes) < int(times) * MOST:
        if len(outcomes) >= int(times) and sum(code != 0 for code, _ in outcomes) >= ENOUGH:
            break
        code = _stopped(file, db, signal.Signals[name], chance.uniform(0, whole))
        outcomes.append((code, _claims(db)))
        if outcomes[-1][1]:
            for part in Path().glob(f"{db}*"):
                part.unlink()
    Path("outcomes.json").write_text(json.dumps(outcomes), encoding="utf-8")


if __name__ == "__main__":
    main()
