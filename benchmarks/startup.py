"""How long a person waits: `python -m benchmarks.startup`.

Cold starts of whole processes, each beside the bare interpreter and, for the desk, beside a
Textual program that shows one word. Medians of several runs, in milliseconds.
"""

from __future__ import annotations

import os
import pty
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = ROOT / "fixtures" / "articles" / "shafaq-coalition-mission.ar.txt"
RUNS = 7
DEVICE_QUESTION, DEVICE_ANSWER = b"\x1b[c", b"\x1b[?62;22c"
"""What terminals are asked for their kind and answer at once; without it the desk waits 250 ms."""
BARE_DESK = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("Workbench")
Bare().run()
"""


def timed(work: Callable[[], object], runs: int = RUNS) -> tuple[float, float, float]:
    """Minimum, median and maximum of several runs, in ms, after one that does not count."""
    work()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - start))
    return min(taken), statistics.median(taken), max(taken)


def command(*arguments: object) -> Callable[[], object]:
    """A whole process, its output thrown away."""
    line = [str(each) for each in arguments]
    return lambda: subprocess.run(line, check=True, capture_output=True)


def first_paint(*arguments: object, sign: bytes) -> Callable[[], None]:
    """A program on a terminal of its own, until ``sign`` is painted; then it is killed."""
    line = [str(each) for each in arguments]

    def run() -> None:
        child, terminal = pty.fork()
        if child == 0:
            os.environ.update(TERM="xterm-256color", COLUMNS="120", LINES="40")
            os.execvp(line[0], line)
        seen = b""
        try:
            while sign not in seen and select.select([terminal], [], [], 10)[0]:
                piece = os.read(terminal, 65_536)
                seen += piece
                if DEVICE_QUESTION in piece:
                    os.write(terminal, DEVICE_ANSWER)
        finally:
            os.kill(child, 9)
            os.waitpid(child, 0)
            os.close(terminal)
        if sign not in seen:
            raise SystemExit(f"{line} painted nothing")

    return run


def report(rows: Sequence[tuple[str, Callable[[], object]]]) -> None:
    """Print each row's figures."""
    print(f"{'':44}{'min':>8}{'median':>8}{'max':>8}  ms, {RUNS} runs")
    for name, work in rows:
        print(f"{name:44}" + "".join(f"{each:8.0f}" for each in timed(work)))


def main() -> None:
    """Measure everything on a copy of the worked example."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a program is compiled once
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "example.db"
        shutil.copyfile(ROOT / "claims.db", store)
        fresh = Path(folder) / "fresh.db"
        program = (sys.executable, "-m", "workbench", "--db", store)

        def add() -> None:
            for path in Path(folder).glob("fresh.db*"):
                path.unlink()
            command(sys.executable, "-m", "workbench", "--db", fresh, "add", ARTICLE)()

        report(
            [
                ("python -c pass (baseline)", command(sys.executable, "-c", "pass")),
                ("import sqlmodel (baseline)", command(sys.executable, "-c", "import sqlmodel")),
                ("workbench --version", command(sys.executable, "-m", "workbench", "--version")),
                ("workbench claims", command(*program, "claims")),
                ("workbench show 1", command(*program, "show", 1)),
                ("workbench add (the article, new file)", add),
                (
                    "a bare Textual program, first paint",
                    first_paint(sys.executable, "-c", BARE_DESK, sign=b"Workbench"),
                ),
                (
                    "workbench (the desk), first paint",
                    first_paint(*program, sign=b"Workbench"),
                ),
            ]
        )


if __name__ == "__main__":
    main()
