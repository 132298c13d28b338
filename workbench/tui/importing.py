"""Imports from within the desk: with progress, and what they put off caught up behind."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import msgspec

from workbench.errors import WorkbenchError
from workbench.tui.words import Words

if TYPE_CHECKING:
    from workbench.desk import Desk
    from workbench.desk.exchange.exchange import ImportReport
    from workbench.desk.session import Progress
    from workbench.tui.dialogs.columns import Columns
    from workbench.tui.dialogs.imports import Importing

BATCH = 50
"""Claims read and matched at a time in the background, so that others can write between."""


class Taken(msgspec.Struct, frozen=True):
    """What came of a file: an import's report, or the claims of a desk made from an archive."""

    report: ImportReport | None
    restored: int = 0
    dry_run: bool = False
    rejects: str = ""
    """Where the rows are that could not be taken, if any were left out."""
    left_over: str = ""
    """Where those of an earlier import still are."""


def take(desk: Desk, given: Importing, meant: Columns | None, progress: Progress) -> Taken:
    """Put a file on file. Runs in a thread.

    Raises:
        WorkbenchError: it cannot be read, or the store cannot be written.
    """
    from workbench.desk.exchange.rejected import Rejects, beside  # noqa: PLC0415

    path = given.path
    if desk.archive.is_one(path):
        restored = desk.archive.read(path, dry_run=given.dry_run, progress=progress)
        return Taken(None, restored=restored.claims)
    rejects = Rejects(beside(str(path)))
    leaves_out = given.keep_good and not given.dry_run
    with rejects:
        report = desk.exchange.import_(
            path,
            columns=meant.names if meant else None,
            day_first=meant.day_first if meant else None,
            keep_good=given.keep_good,
            dry_run=given.dry_run,
            theirs=given.theirs,
            on_bad=rejects.add if leaves_out else lambda bad: None,
            progress=progress,
        )
    return Taken(
        report,
        dry_run=given.dry_run,
        rejects=rejects.file if rejects.is_written else "",
        left_over=rejects.file if leaves_out and rejects.is_left_over else "",
    )


def told(taken: Taken, words: Words) -> str:
    """What an import did or would do, in one line."""
    report = taken.report
    if report is None:
        return words("import.restored", n=taken.restored)
    counts = {str(outcome): n for outcome, n in report.counts.items()}
    said = {
        "created": str(counts.get("new", 0)),
        "updated": str(counts.get("changed", 0)),
        "bad": str(report.rejected),
    }
    if taken.dry_run:
        return words("import.would", **said)
    if not report.written and report.bad:
        bad = report.bad[0]
        return words("import.refused", n=report.rejected, first=words.told(bad.said))
    return words("import.done", **said)


def announced(taken: Taken, words: Words) -> str:
    """The same for who has just imported, with what to know and how it is taken back."""
    said = [told(taken, words)]
    report = taken.report
    if report is not None and report.conflicts:
        said.append(words("import.differ", n=report.conflicts))
    if report is not None and report.written:
        said.append(words("import.undo"))
    files = {"import.rejects": taken.rejects, "import.left_over": taken.left_over}
    return " ".join(said) + "".join(
        f"\n{words(key, path=path)}" for key, path in files.items() if path
    )


def is_to_be_looked_over(taken: Taken) -> bool:
    """Whether there is more to say of an import than how much was new."""
    report = taken.report
    if report is None:
        return False
    odd = report.bad or report.conflicts or report.unknown_labels or report.notes
    return bool(taken.dry_run or odd or any(row.changes for row in report.rows))


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
