"""Claims in from files and out to files, each import one change, told row by row."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

from workbench.desk.exchange import catching_up
from workbench.desk.exchange.archive import Archive
from workbench.desk.exchange.catching_up import CaughtUp
from workbench.desk.exchange.collecting import seldom
from workbench.desk.exchange.exporting import records
from workbench.desk.exchange.going_out import for_readers
from workbench.desk.exchange.importing import ORDINARY, Import, ImportedRow, Outcome
from workbench.desk.exchange.incoming_file import (
    ForeignTable,
    Part,
    foreign_table,
    is_of_claims,
    parts,
    parts_of,
)
from workbench.desk.exchange.keys import marks_on_file
from workbench.desk.exchange.messages import Reading
from workbench.desk.exchange.reading_ahead import file_read
from workbench.desk.exchange.updating import ACTION
from workbench.desk.session import Progress, Session, silent
from workbench.errors import InvalidInputError, not_on_file
from workbench.exchange.archive import is_archive, is_named
from workbench.exchange.documents.jsonl import JsonLines
from workbench.exchange.formats import writer_of
from workbench.exchange.opening import unpacked
from workbench.exchange.reviews.publisher import Publisher, Publishing
from workbench.exchange.types import BadRow
from workbench.exchange.workbooks import xlsx_out
from workbench.records.queries import exchange as whole
from workbench.records.queries import pending
from workbench.records.sqlite import Database
from workbench.reports.site import path_of

ALONE = 4_000_000
"""Bytes of a file from which on a second process reads it while this one files."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do."""

    rows: tuple[ImportedRow, ...]
    """The first rows, and more of those that are new, changed or at odds."""
    bad: tuple[BadRow, ...]
    """The first rows that cannot be taken."""
    matches: int
    written: bool
    """Whether anything was put on file: not in a dry run, not where a row is bad and all count."""
    unknown_labels: tuple[tuple[str, int], ...] = ()
    """Labels of reviews that no table places, with how often: each awaits a decision."""
    counts: dict[Outcome, int] = field(default_factory=dict)
    rejected: int = 0
    """How many rows cannot be taken."""
    notes: tuple[BadRow, ...] = ()
    """What was passed over and is no record: sheets of a workbook without claims."""
    conflicts: int = 0
    """How many rows say otherwise than somebody here has said since; ours stands."""
    waiting: int = 0
    """How many claims are on file whose facets are to be read and whose matches to be found."""

    def count(self, outcome: Outcome) -> int:
        """How many rows had that outcome."""
        return self.counts.get(outcome, 0)


@dataclass(frozen=True, slots=True)
class Options:
    """How an import is done."""

    dry_run: bool = False
    keep_good: bool = False
    theirs: bool = False
    catch_up: bool = True
    on_bad: Callable[[BadRow], None] = lambda bad: None
    progress: Progress = silent


class _NothingToKeepError(Exception):
    """Leaves the change without writing (inside this module only)."""


class Exchange:
    """Import and export."""

    def __init__(self, session: Session, ratings: frozenset[str]) -> None:
        self._session = session
        self._ratings = ratings

    def import_(
        self,
        source: IO[str] | str | Path,
        *,
        name: str = "",
        format_name: str = "",
        encoding: str = "",
        columns: Mapping[str, str] | None = None,
        day_first: bool | None = None,
        dry_run: bool = False,
        keep_good: bool = False,
        theirs: bool = False,
        catch_up: bool = True,
        on_bad: Callable[[BadRow], None] = lambda bad: None,
        progress: Progress | None = None,
    ) -> ImportReport:
        """Put the records of a file on file, as one change that one undo takes back.

        A record that is known by its uid, or by origin and external id, is brought up to date;
        the same file again changes nothing. New claims are read and compared with those on file
        right away where there are at most `ORDINARY` of them; else they wait for `catch_up`.

        Args:
            source: a file's path, read as a stream, or its text at its start.
            name: the file's name, for the journal and to tell the format.
            format_name: the format, where content and name do not tell.
            encoding: of the file, where its bytes do not tell.
            columns: our name of a column → its name in the file, for tables of other making.
            day_first: which number of "03/04/2025" in a table is the day; where nobody says,
                rows with such a date are bad.
            dry_run: find out what would change, and write nothing.
            keep_good: take the good records where others are bad; else all are left.
            theirs: let the file win where somebody here has said otherwise since the last import.
            catch_up: read and compare; where not, all new claims wait.
            on_bad: told of each row that cannot be taken.
            progress: told ``(done, total)``; what it raises stops the import, nothing is written.

        Raises:
            InvalidInputError: the file cannot be read, or its format is unknown.
            StoreError: the store cannot be written.
        """
        options = Options(dry_run, keep_good, theirs, catch_up, on_bad, progress or silent)
        reading = Reading(
            "", name, format_name, encoding, self._ratings, dict(columns or {}), day_first
        )
        if isinstance(source, str | Path):
            name = name or str(source)
            with unpacked(Path(source), name) as (path, inner):
                reading.path, reading.name = str(path), inner
                size = path.stat().st_size if path.is_file() else 0
                with self._parts(reading, size) as found:
                    return self._run(found, size, name, options)
        size = _length(source)
        reading.known = marks_on_file(self._session.db, size)
        return self._run(parts_of(source, name, reading), size, name, options)

    def foreign_table(self, file: Path) -> ForeignTable | None:
        """The table in a file, if somebody must say which of its columns is which.

        Raises:
            InvalidInputError: the file cannot be read.
        """
        if is_archive(file):
            return None
        with unpacked(file, file.name) as (path, _):
            return foreign_table(path, self._ratings)

    def is_of_claims(self, file: Path, columns: Mapping[str, str]) -> bool:
        """Whether a file of a folder is one to import, see `incoming_file.is_of_claims`."""
        return is_of_claims(file, columns, self._ratings)

    @contextmanager
    def _parts(self, reading: Reading, size: int) -> Iterator[Iterator[Part]]:
        """The file's records: read by a second process where that is sooner."""
        reading.known = marks_on_file(self._session.db, size)
        if size < ALONE:
            yield parts(reading)
            return
        with file_read(reading) as answers:
            yield ((answer.records, answer.at) for answer in answers)

    def _run(self, found: Iterator[Part], size: int, name: str, options: Options) -> ImportReport:
        under_way: Import | None = None
        matches = 0
        try:
            with seldom(), self._session.change(ACTION, summary=name) as change:
                filing = self._session.matcher.filing(change.db)
                under_way = Import(self._session, change, filing, options.theirs, options.on_bad)
                for batch, at in found:
                    under_way.take(batch)
                    options.progress(at, size)
                under_way.finish()
                if under_way.bad and not options.keep_good:
                    raise _NothingToKeepError
                if options.catch_up and under_way.waiting <= ORDINARY:
                    matches = self._caught_up(under_way, options.progress)
                else:
                    under_way.put_off()
                if options.dry_run:
                    raise _NothingToKeepError
        except _NothingToKeepError:
            written = False
        else:
            written = bool(under_way.counts[Outcome.NEW] or under_way.counts[Outcome.CHANGED])
        assert under_way is not None
        return _report(under_way, matches, pending.count(self._session.db), written=written)

    def _caught_up(self, under_way: Import, progress: Progress) -> int:
        """Read and compare what was filed, inside the same change."""
        touched = sorted(set(under_way.touched))
        told = frozenset(touched if under_way.matches_told else ())
        found = 0
        for start in range(0, len(touched), catching_up.BATCH):
            part = touched[start : start + catching_up.BATCH]
            progress(start, len(touched))
            found += catching_up.take(self._session, under_way.change, part, told)
        return found

    def catch_up(self, progress: Progress | None = None, most: int | None = None) -> CaughtUp:
        """Read the facets of the claims that wait and find their matches, oldest first.

        What was done stays when it is stopped; the next call goes on from there. An import that
        is undone is undone with it.

        Args:
            progress: told ``(done, total)`` after each batch; what it raises ends the work there.
            most: claims to take at most.
        """
        return catching_up.run(self._session, progress or silent, most)

    def export(
        self,
        stream: IO[str],
        *,
        name: str,
        format_name: str = "",
        claims: Sequence[int] | None,
        publisher: Publisher | None = None,
    ) -> int:
        """Write claims with all that belongs to them, and say how many records were written.

        Args:
            stream: where to; opened with ``newline=""``.
            name: the file's name, which tells the format where none is named.
            format_name: ``jsonl`` (everything), ``csv`` (claims, without articles' texts),
                ``claimreview`` or ``datacommons`` (claims with a verdict), ``atom`` or ``rss``
                (published ones).
            claims: only these; everything on file where ``None``.
            publisher: the newsroom, for the formats that name it.

        Raises:
            InvalidInputError: the format is unknown, is only read, or is not told by the name.
            NotFoundError: one of the claims is not on file.
        """
        writer = writer_of(format_name, name, self._ratings)
        if publisher and isinstance(writer, Publishing):
            writer.publisher = replace(publisher, page=path_of)
        database = self._session.db
        with seldom(), database.snapshot():
            _check_on_file(database, claims)
            found = records(database, claims, to_copy=isinstance(writer, JsonLines))
            if isinstance(writer, Publishing):
                found = for_readers(found, database, claims)
            return writer.write(found, stream)

    def export_to(
        self,
        stream: IO[bytes],
        *,
        name: str,
        format_name: str = "",
        claims: Sequence[int] | None = None,
        publisher: Publisher | None = None,
    ) -> int:
        """The same for any format, those that are no text too, as bytes.

        ``archive`` (``.wbz``) is the whole desk whatever claims are named, see `Archive`.

        Raises:
            InvalidInputError: the format is unknown, is only read, or cannot leave claims out.
            NotFoundError: one of the claims is not on file.
        """
        if is_named(name, format_name):
            if claims is not None:
                raise InvalidInputError(
                    "an archive holds the whole desk",
                    hint="Leave out --claim and --article, or export .jsonl.",
                )
            return Archive(self._session).write(stream)
        if format_name == "xlsx" or (not format_name and name.lower().endswith(xlsx_out.SUFFIX)):
            database = self._session.db
            with database.snapshot():
                _check_on_file(database, claims)
                return xlsx_out.write(records(database, claims), stream, self._ratings)
        text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
        try:
            return self.export(
                text, name=name, format_name=format_name, claims=claims, publisher=publisher
            )
        finally:
            text.flush()
            text.detach()


def _check_on_file(database: Database, claims: Sequence[int] | None) -> None:
    absent = whole.absent(database, claims) if claims else []
    if absent:
        raise not_on_file("claim", absent[0])


def _length(stream: IO[str]) -> int:
    """The length of a text that can be read again; 0 where it is not known."""
    return len(stream.getvalue()) if isinstance(stream, io.StringIO) else 0


def _report(under_way: Import, matches: int, waiting: int, *, written: bool) -> ImportReport:
    return ImportReport(
        rows=tuple(under_way.rows),
        bad=tuple(under_way.bad),
        matches=matches,
        written=written,
        unknown_labels=tuple(under_way.unknown_labels.most_common()),
        counts=dict(under_way.counts),
        rejected=under_way.rejected,
        notes=tuple(under_way.notes),
        conflicts=under_way.conflicts,
        waiting=waiting,
    )
