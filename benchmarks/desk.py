"""How the terminal desk feels on stores of any size.

    python -m benchmarks.desk STORE… [--article FILE] [--import FILE]

STORE is a claim store; import a file of any size to have one. Headless, 160×45, bidi by the desk.
Each figure is wall time, the median of several; beside it stands the same of a bare Textual program
or of Textual's own DataTable on as many rows as it bears. ``--article`` opens a long article;
``--import`` puts a file of claims on file in another process meanwhile, on a copy of the last
STORE, and says how long keys take then.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import DataTable

from workbench.__main__ import SELDOM, TURN
from workbench.desk import Desk
from workbench.tui.app import DeskApp
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.widgets.claim_list import ClaimList

SIZE = (160, 45)
RUNS = 5
TABLE = 10_000
"""Rows that a DataTable is given; a million of them take minutes and gigabytes."""
FILTERS = ("word", "القوات", "state:new", "language:ar", "claimant:77", "rating:true", "date:2024")
PATIENCE = 10.0


def _open(store: Path) -> Desk:
    return Desk.open(store, actor="benchmark", create=False, read_only=True)


class Table(App[None]):
    """A DataTable of claims, as Textual has it."""

    def compose(self) -> ComposeResult:
        """The table alone."""
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        """Fill it."""
        table = self.query_one(DataTable)
        table.add_columns("state", "claim", "claimant")
        for row in range(TABLE):
            table.add_row("new", f"claim {row} says that something happened somewhere", "who")
        table.focus()


async def until(true: Callable[[], Any], began: float) -> float:
    """Milliseconds until something is so."""
    while not true():
        if time.perf_counter() - began > PATIENCE:
            raise TimeoutError(true)
        await asyncio.sleep(0.001)
    return 1000 * (time.perf_counter() - began)


async def pages(pilot: Pilot[None], rows: Callable[[], int]) -> float:
    """Processor milliseconds of a page down, or up again."""
    found = []
    for run in range(20):
        before, began = rows(), time.process_time()
        pilot.app.simulate_key("pageup" if run % 2 else "pagedown")
        await until(lambda before=before: rows() != before, time.perf_counter())
        await pilot.pause()
        found.append(1000 * (time.process_time() - began))
    return statistics.median(found)


async def listing(store: Path) -> None:
    """All claims: the list, pages, filters as they are typed."""
    with _open(store) as desk:
        app = DeskApp(desk, bidi="app")
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(0.5)
            began = time.perf_counter()
            app.simulate_key("C")
            await until(lambda: isinstance(app.screen, ArticleScreen), began)
            screen = app.screen
            assert isinstance(screen, ArticleScreen)
            first = await until(
                lambda: bool(screen.query(ClaimList)) and len(screen.claims) > 0, began
            )
            _say("all claims, first rows", first)
            await pilot.pause(2)
            print(f"{len(screen.claims):>12,} claims listed")
            _say("page down, processor", await pages(pilot, lambda: screen.claims.cursor))
            for typed in FILTERS:
                _say(f"filter {typed}, slowest first rows", await _typed(pilot, screen, typed))
    _say_memory()


async def _typed(pilot: Pilot[None], screen: ArticleScreen, typed: str) -> float:
    """The longest time from a letter to the first rows it leaves."""
    shown = []
    show = screen._show_found

    def noted(*found: Any) -> None:
        show(*found)
        shown.append(time.perf_counter())

    screen._show_found = noted  # type: ignore[method-assign]
    app, slowest = pilot.app, 0.0
    app.simulate_key("slash")
    await pilot.pause()
    for at, letter in enumerate(typed, 1):
        shown.clear()
        began = time.perf_counter()
        app.post_message(events.Key({":": "colon"}.get(letter, letter), letter))
        while not shown and time.perf_counter() - began < 1:
            await asyncio.sleep(0.001)
        if shown:
            slowest = max(slowest, 1000 * (shown[0] - began))
        elif not screen.desk.filters.is_begun(typed[:at]) and ":" not in typed[at:]:
            slowest = float("inf")  # nothing came, which is no good figure either
        await pilot.pause()
    screen._show_found = show  # type: ignore[method-assign]
    app.simulate_key("escape")
    await pilot.pause(0.2)
    return slowest


async def table() -> None:
    """The same of a DataTable."""
    began = time.perf_counter()
    app = Table()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        _say(f"DataTable of {TABLE:,} rows, filled", 1000 * (time.perf_counter() - began))
        grid = app.query_one(DataTable)
        _say("DataTable, page down", await pages(pilot, lambda: grid.cursor_row))


class Watched(DeskApp):
    """Tells when its text and its claims are on the screen."""

    painted = False

    def post_display_hook(self) -> None:
        """What is there now was painted."""
        self.painted = bool(self.screen.query(ClaimList)) and _shown(self.screen)


async def article(file: Path) -> None:
    """A long article, opened until it is painted: the first time and later ones."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "claims.db"
        command = [sys.executable, "-m", "workbench", "--db", str(store), "add", str(file)]
        subprocess.run(command, check=True, capture_output=True)
        with _open(store) as desk:
            app = Watched(desk, bidi="app")
            async with app.run_test(size=SIZE) as pilot:
                await pilot.pause(1)
                words = len(file.read_text(encoding="utf-8").split())
                taken = [await _opened(app, pilot) for _ in range(2 * RUNS)]
                _say(f"an article of {words:,} words, opened for the first time", taken[0])
                _say("and again", statistics.median(taken[1:]))


async def _opened(app: Watched, pilot: Pilot[None]) -> float:
    began = time.perf_counter()
    app.open_article(1)
    taken = await until(lambda: app.painted, began)
    await pilot.pause(0.5)
    app.pop_screen()
    await pilot.pause(0.5)
    app.painted = False
    return taken


def _shown(screen: Any) -> bool:
    """Whether the article's text and its claims are there."""
    return len(screen.claims) > 0 and screen.shown_article is not None


async def importing(store: Path, file: Path) -> None:
    """Keys while another process imports into the same store."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(store, Path(folder) / "claims.db"))
        with Desk.open(copy, actor="benchmark", create=False) as desk:
            app = DeskApp(desk, bidi="app")
            async with app.run_test(size=SIZE) as pilot:
                app.simulate_key("C")
                await pilot.pause(1)
                command = [sys.executable, "-m", "workbench", "--db", str(copy)]
                other = subprocess.Popen(
                    [*command, "import", "--no-catch-up", str(file)], stdout=subprocess.DEVNULL
                )
                taken = await _keys(app, lambda: other.poll() is None)
                taken.sort()
                print(
                    f"{statistics.median(taken):>12.1f} ms a key while importing, "
                    f"{taken[int(len(taken) * 0.99)]:.1f} ms the 99th of a hundred, of {len(taken)}"
                )


async def _keys(app: DeskApp, going: Callable[[], bool]) -> list[float]:
    screen = app.screen
    assert isinstance(screen, ArticleScreen)
    taken = []
    while going():
        key = "k" if len(taken) % 2 else "j"
        before, began = screen.claims.cursor, time.perf_counter()
        app.simulate_key(key)
        taken.append(await until(lambda before=before: screen.claims.cursor != before, began))
        await asyncio.sleep(0.02)
    return taken


BARE = """
import os
from textual.app import App
class Painted(App):
    def on_ready(self):
        self.call_after_refresh(lambda: os._exit(0))
Painted().run(headless=True)
"""
OURS = """
import gc, os, sys
from workbench.desk import Desk
from workbench.__main__ import SELDOM, TURN
gc.set_threshold(*SELDOM)
sys.setswitchinterval(TURN)
desk = Desk.open(sys.argv[1], actor="benchmark", create=False, read_only=True)
from workbench.tui.app import DeskApp
class Painted(DeskApp):
    def on_ready(self):
        self.call_after_refresh(lambda: os._exit(0))
Painted(desk, bidi="app").run(headless=True)
"""


def painted(code: str, *arguments: str) -> float:
    """Milliseconds from the start of a process to its first paint."""
    found = []
    environment = {**os.environ}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a program is compiled once
    for _ in range(RUNS + 1):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code, *arguments], check=True, env=environment)
        found.append(1000 * (time.perf_counter() - began))
    return statistics.median(found[1:])


def _say(name: str, milliseconds: float) -> None:
    print(f"{milliseconds:>12.1f} ms {name}")


def _say_memory() -> None:
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        print(f"{int(line.split()[1]) / 1024:>12.0f} MB resident at most")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stores", nargs="*", type=Path)
    parser.add_argument("--article", type=Path)
    parser.add_argument("--import", dest="importing", type=Path)
    parser.add_argument("--listing", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    gc.set_threshold(*SELDOM)  # as the program does
    sys.setswitchinterval(TURN)
    if given.listing:
        asyncio.run(listing(given.listing))
    else:
        report(given.stores, given.article, given.importing)


def report(stores: list[Path], long: Path | None, records: Path | None) -> None:
    """Print everything."""
    _say("first paint of a bare Textual program", painted(BARE))
    asyncio.run(table())
    for store in stores:
        print(f"\n{store.name}")
        _say("first paint, from the start of the process", painted(OURS, str(store)))
        # In a process of its own, for its memory.
        command = [sys.executable, "-m", "benchmarks.desk", "--listing", str(store)]
        subprocess.run(command, check=True)
    if long:
        print()
        asyncio.run(article(long))
    if records and stores:
        asyncio.run(importing(stores[-1], records))


if __name__ == "__main__":
    main()
