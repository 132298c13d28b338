"""Claims in from files and out to files, each import one change, told row by row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import IO

from workbench.desk import pairing
from workbench.desk.exporting import records
from workbench.desk.importing import Import, ImportedRow, Outcome
from workbench.desk.session import Progress, Session, silent
from workbench.exchange.formats import LONGEST_START, format_of
from workbench.exchange.types import BadRow, Located


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do."""

    rows: tuple[ImportedRow, ...]
    bad: tuple[BadRow, ...]
    matches: int
    written: bool
    """Whether anything was put on file: not in a dry run, not where a row is bad and all count."""
    unknown_labels: tuple[tuple[str, int], ...] = ()
    """Labels of reviews that no table places, with how often: each awaits a decision."""

    def count(self, outcome: Outcome) -> int:
        """How many rows had that outcome."""
        return sum(row.outcome is outcome for row in self.rows)


@dataclass(frozen=True, slots=True)
class _Task:
    """What is to be imported, and how."""

    rows: Iterable[Located | BadRow]
    name: str
    dry_run: bool
    keep_good: bool
    progress: Progress


class _NothingToKeepError(Exception):
    """Leaves the change without writing (inside this module only)."""


class Exchange:
    """Import and export."""

    def __init__(self, session: Session, ratings: frozenset[str]) -> None:
        self._session = session
        self._ratings = ratings

    def import_(
        self,
        stream: IO[str],
        *,
        name: str,
        format_name: str = "",
        dry_run: bool = False,
        keep_good: bool = False,
        progress: Progress | None = None,
    ) -> ImportReport:
        """Put the records of a file on file: all of them, or none where one cannot be taken.

        A record that is known by its uid, or by origin and external id, is brought up to date;
        the same file again changes nothing. New claims are compared with those on file.

        Args:
            stream: the file's text, at its start.
            name: the file's name, for the journal and to tell the format.
            format_name: the format, where content and name do not tell.
            dry_run: find out what would change, and write nothing.
            keep_good: take the good records where others are bad; still one change.
            progress: told ``(done, total)``; what it raises stops the import, nothing is written.

        Raises:
            InvalidInputError: the format is unknown.
            StoreError: the file cannot be written.
        """
        start = stream.tell()
        head = stream.read(LONGEST_START)
        reader = format_of(format_name, name, head, self._ratings)
        refused: dict[int, BadRow] = {}
        while True:
            stream.seek(start)
            task = _Task(reader.read(stream), name, dry_run, keep_good, progress or silent)
            report, found = self._run(task, refused)
            if not keep_good or len(found) == len(refused):
                return report
            refused = found

    def _run(
        self, task: _Task, refused: dict[int, BadRow]
    ) -> tuple[ImportReport, dict[int, BadRow]]:
        """One pass, and the rows that this desk refuses.

        A refused row may have been half taken, so the pass is dropped; the next one passes it over.
        """
        under_way: Import | None = None
        matches = 0
        try:
            with self._session.change("claims imported", summary=task.name) as change:
                under_way = Import(self._session, change, refused=dict(refused))
                under_way.take(task.rows)
                all_known = len(under_way.refused) == len(refused)
                if under_way.bad and not (task.keep_good and all_known):
                    raise _NothingToKeepError
                task.progress(1, 2)
                matches = pairing.file_matches(
                    self._session, change, under_way.touched, under_way.told()
                )
                task.progress(2, 2)
                if task.dry_run:
                    raise _NothingToKeepError
        except _NothingToKeepError:
            written = False
        else:
            written = any(row.outcome is not Outcome.UNCHANGED for row in under_way.rows)
        assert under_way is not None
        report = ImportReport(
            tuple(under_way.rows),
            tuple(under_way.bad),
            matches,
            written,
            tuple(under_way.unknown_labels.most_common()),
        )
        return report, under_way.refused

    def export(
        self, stream: IO[str], *, name: str, format_name: str = "", claims: Sequence[int] | None
    ) -> int:
        """Write claims with all that belongs to them, and say how many records were written.

        Args:
            stream: where to; opened with ``newline=""``.
            name: the file's name, which tells the format where none is named.
            format_name: ``jsonl`` (everything), ``csv`` (claims, without articles' texts),
                ``claimreview`` or ``datacommons`` (claims with a verdict).
            claims: only these; everything on file where ``None``.

        Raises:
            InvalidInputError: the format is unknown, or is only read.
        """
        writer = format_of(format_name, name, "{", self._ratings)
        database = self._session.db
        with database.snapshot():
            return writer.write(records(database, claims), stream)
