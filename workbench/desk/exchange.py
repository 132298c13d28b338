"""Claims in from files and out to files, each import one change, told row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

from workbench.desk import pairing
from workbench.desk.exporting import records
from workbench.desk.importing import Import, ImportedRow, Outcome
from workbench.desk.session import Progress, Session
from workbench.exchange.formats import LONGEST_START, format_of
from workbench.exchange.types import BadRow


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do."""

    rows: tuple[ImportedRow, ...]
    bad: tuple[BadRow, ...]
    matches: int
    written: bool
    """Whether anything was put on file: not in a dry run, not where a row is bad."""

    def count(self, outcome: Outcome) -> int:
        """How many rows had that outcome."""
        return sum(row.outcome is outcome for row in self.rows)


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
        progress: Progress | None = None,
    ) -> ImportReport:
        """Put the records of a file on file: all of them, or none where one cannot be taken.

        A record that is known by its uid, or by origin and external id, is brought up to date;
        the same file again changes nothing. New claims are compared with those on file.

        Args:
            stream: the file's text, at its start.
            name: the file's name, for the journal and to tell the format.
            format_name: ``jsonl`` or ``csv`` where name and content do not tell.
            dry_run: find out what would change, and write nothing.
            progress: told ``(done, total)``; what it raises stops the import, nothing is written.

        Raises:
            InvalidInputError: the format is unknown.
            StoreError: the file cannot be written.
        """
        start = stream.tell()
        head = stream.read(LONGEST_START)
        stream.seek(start)
        reader = format_of(format_name, name, head, self._ratings)
        under_way: Import | None = None
        matches = 0
        try:
            with self._session.change("claims imported", summary=name) as change:
                under_way = Import(self._session, change)
                under_way.take(reader.read(stream))
                if under_way.bad:
                    raise _NothingToKeepError
                if progress:
                    progress(1, 2)
                matches = pairing.file_matches(
                    self._session, change, under_way.touched, under_way.told()
                )
                if progress:
                    progress(2, 2)
                if dry_run:
                    raise _NothingToKeepError
        except _NothingToKeepError:
            written = False
        else:
            written = any(row.outcome is not Outcome.UNCHANGED for row in under_way.rows)
        assert under_way is not None
        return ImportReport(tuple(under_way.rows), tuple(under_way.bad), matches, written)

    def export(
        self, stream: IO[str], *, name: str, format_name: str = "", claims: Sequence[int] | None
    ) -> int:
        """Write claims with all that belongs to them, and say how many records were written.

        Args:
            stream: where to; opened with ``newline=""``.
            name: the file's name, which tells the format where none is named.
            format_name: ``jsonl`` (everything) or ``csv`` (claims, without articles' texts).
            claims: only these; everything on file where ``None``.

        Raises:
            InvalidInputError: the format is unknown.
        """
        writer = format_of(format_name, name, "{", self._ratings)
        database = self._session.db
        with database.snapshot():
            return writer.write(records(database, claims), stream)
