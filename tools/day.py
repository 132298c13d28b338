"""A checker's day at the real desk, in tmux, by keys alone: `python tools/day.py --help`.

Every step waits for words on the screen and fails with the screen where they do not come; at the
end the command line is asked whether what was done is on file.
"""

# ruff: noqa: S603, T201 (it starts the program itself, and says what it sees)

from __future__ import annotations

import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workbench.tui.words import Words

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "fixtures/articles/shafaq-coalition-mission.ar.txt"
CHANGED = (
    "ويوجد نحو 3500 عسكري أميركي في العراق، ضمن التحالف الدولي الذي تقوده واشنطن منذ عام 2014."
)
WORKBENCH = Path(sys.executable).parent / "workbench"
PATIENCE = 15.0
"""Seconds a screen may take."""


class Day:
    """The desk in a tmux session of its own, on a new store in ``folder``."""

    def __init__(self, folder: Path, size: str, language: str) -> None:
        self._folder, self._language = folder, language
        self._tmux = ["tmux", "-L", f"workbench-day-{os.getpid()}", "-f", "/dev/null"]
        self.words = Words(language)
        self._environment = {"XDG_STATE_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
        self._environment["WORKBENCH_LANGUAGE"] = language
        self.store = ["--as", "Amal", "--db", str(folder / "claims.db")]
        columns, lines = size.split("x")
        given = [f"{name}={value}" for name, value in self._environment.items()]
        # The terminal orders the text, so that the screen is read as it is written.
        command = ["env", *given, str(WORKBENCH), *self.store, "--bidi", "terminal"]
        shell = f"cd {shlex.quote(str(folder))}; {shlex.join(command)}"
        self._run("new-session", "-d", "-x", columns, "-y", lines, shell)

    def _run(self, *arguments: str) -> str:
        done = subprocess.run(
            [*self._tmux, *arguments], capture_output=True, text=True, check=True, timeout=10
        )
        return done.stdout

    def screen(self) -> str:
        """What the terminal shows."""
        return self._run("capture-pane", "-p")

    def press(self, *keys: str) -> None:
        """Send keys by tmux's names."""
        self._run("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type a text as it stands, and wait for its end to be shown."""
        self._run("send-keys", "-l", text)
        end = text.rsplit(maxsplit=1)[-1][-12:]
        self.until(lambda screen: end in screen, end)

    def until(self, told: Callable[[str], bool], what: str) -> None:
        """Wait for a screen.

        Raises:
            SystemExit: it never came; the message holds what the screen shows instead.
        """
        deadline = time.monotonic() + PATIENCE
        while not told(screen := self.screen()):
            if time.monotonic() > deadline:
                raise SystemExit(f"{what!r} never came:\n{screen}")
            time.sleep(0.05)
        while True:  # until it has come to rest: keys that come before go nowhere
            before = self.screen()
            time.sleep(0.3)
            if self.screen() == before:
                break
        print(f"ok  {what}", file=sys.stderr)

    def see(self, key: str, **values: object) -> None:
        """Wait for the first line of the desk's own words."""
        told = self.words(key, **values).split("\n")[0][:30]
        self.until(lambda screen: told in screen, told)

    def gone(self, key: str) -> None:
        """Wait until words are no longer there: a dialog has closed."""
        told = self.words(key)
        self.until(lambda screen: told not in screen, f"no {told}")

    def ask(self, *arguments: str) -> Any:
        """What the command line says of the store, as JSON."""
        done = subprocess.run(
            [str(WORKBENCH), *self.store, *arguments, "--json"],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, **self._environment},
        )
        return json.loads(done.stdout)

    def close(self) -> None:
        """End the session, whatever runs in it."""
        subprocess.run([*self._tmux, "kill-server"], capture_output=True, check=False)


def add_articles(day: Day) -> None:
    """The article of the fixtures by its path, then one with a changed figure, pasted."""
    day.see("home.welcome")
    day.press("A")
    day.see("add.heading")
    day.type(str(ARTICLE))
    day.press("C-s")
    day.see("key.claim.link")
    day.press("H")
    day.see("home.attention")
    day.press("A")
    day.see("add.heading")
    day.press("Tab")
    day.type(CHANGED)
    day.press("C-s")
    day.see("key.claim.link")


def date_it(day: Day) -> None:
    """Say when the pasted article was published."""
    day.press("D")
    day.see("date.heading")
    day.type("2024-08-16")
    day.press("Tab")
    day.type("the agency's mail")
    day.press("C-s")
    day.see("date.done", date="2024-08-16")


def correct_a_facet(day: Day) -> None:
    """Walk the claims, then put the first facet of one on file as read by hand."""
    day.press("j", "j", "k", "k", "6")
    day.see("facets.says")
    day.press("e")
    day.see("dialog.why")
    day.press("C-s")
    day.see("facets.done")
    day.press("Escape")
    day.see("key.claim.link")


def check_a_claim(day: Day) -> None:
    """Evidence with a quote, then a verdict with its explanation; taken back and done again."""
    day.press("a")
    day.see("link.heading")
    day.press("Tab", "Tab")
    day.type("Ministry statement")
    day.press("C-s")
    day.see("done.linked")
    day.press("v")
    day.see("verdict.explanation")  # its heading is the name of a pane as well
    day.press("Down", "Tab")
    day.type("The ministry says so")
    day.press("C-s")
    day.see("done.verdict")
    day.press("u")
    day.press("C-r")


def look_around(day: Day) -> None:
    """Every place, and back."""
    for key, title in (("F", "figures"), ("S", "sources"), ("B", "families"), ("M", "matches")):
        day.press(key)
        day.see(f"{title}.title")


def decide(day: Day) -> None:
    """Confirm one match and reject the next."""
    day.press("c")
    day.press("x")
    day.see("reject.heading")
    day.press("1")
    day.gone("reject.heading")


def export(day: Day) -> None:
    """Read the report and write it."""
    day.press("C")
    day.see("order.newest")
    day.press("/")
    day.type("3500")
    day.press("Enter")
    day.see("key.claim.reword")
    day.press("R")
    day.see("preview.title")
    day.press("R")
    day.see("export.heading")
    day.press("C-s")
    day.gone("export.heading")


def on_file(day: Day, folder: Path) -> None:
    """What the command line must say at the end.

    Raises:
        SystemExit: something that was done is not on file.
    """
    done = {entry["action"] for entry in day.ask("history", "--limit", "50")}
    print("journal:", ", ".join(sorted(done)), file=sys.stderr)
    wanted = {"article added", "evidence linked", "verdict set", "undone", "redone"}
    wanted |= {"article dated"}
    wanted |= {"match confirmed", "match rejected"}
    if missing := wanted - done:
        raise SystemExit(f"not in the journal: {missing}; there is {done}")
    subprocess.run([str(WORKBENCH), *day.store, "verify"], check=True, stdout=sys.stderr)
    rated = day.ask("claims", "has:verdict")
    if len(rated) != 1:
        raise SystemExit(f"{len(rated)} claims have a verdict, not 1")
    if not list(folder.glob("report*")):
        raise SystemExit("no report was written")


PARTS = (add_articles, date_it, correct_a_facet, check_a_claim, look_around, decide, export)


def main() -> None:
    """Live the day."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="80x24", help="columns and lines")
    parser.add_argument("--language", default="en", choices=("en", "ar"))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        day = Day(folder, given.size, given.language)
        try:
            for part in PARTS:
                part(day)
            day.press("Q")
            on_file(day, folder)
        finally:
            day.close()


if __name__ == "__main__":
    main()
