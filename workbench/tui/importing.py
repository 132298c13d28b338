"""Imports from within the desk: with progress, and what they put off caught up behind."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from workbench.errors import WorkbenchError
from workbench.tui.words import Words

if TYPE_CHECKING:
    from workbench.desk import Desk
    from workbench.desk.exchange.exchange import ImportReport

BATCH = 200
"""Claims read and matched at a time in the background, so that others can write between."""


def told(report: ImportReport, words: Words, *, dry_run: bool) -> str:
    """What an import did, in one line."""
    counts = {str(outcome): n for outcome, n in report.counts.items()}
    said = {
        "created": str(counts.get("new", 0)),
        "updated": str(counts.get("changed", 0)),
        "bad": str(report.rejected),
    }
    if dry_run:
        return words("import.would", **said)
    if not report.written and report.bad:
        bad = report.bad[0]
        return words("import.refused", bad=said["bad"], first=words.told(bad.said))
    return words("import.done", **said)


class StoppedError(WorkbenchError):
    """The desk is closing; what was read so far is on file."""


def catch_up(desk: Desk, stop: Event) -> int:
    """Read and match one batch of what waits; how much is left. Runs in a thread."""

    def progress(done: int, total: int) -> None:
        if stop.is_set():
            raise StoppedError("the desk is closing")

    try:
        return desk.exchange.catch_up(progress, most=BATCH).left
    except StoppedError:
        return 0
