"""The whole desk in one file, and an empty desk made equal to it, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import msgspec

from workbench.desk.session import Progress, Session, silent
from workbench.errors import InvalidInputError, Said, Tellable, as_said
from workbench.exchange.archive import Manifest, Package, Packer, is_archive, unpacked
from workbench.records import derived, journal, schema
from workbench.records import rows as stored
from workbench.records.queries import exchange as whole
from workbench.records.sqlite import Database
from workbench.records.verify import verify

_SNAPSHOTS = "snapshot"
_BLOCK = 1 << 20
_AGAIN = "Nothing was written. Get the archive again, as it was exported."
_UNREADABLE = (msgspec.MsgspecError, LookupError, TypeError, ValueError, AttributeError)
"""What reading a record raises that no desk would have written."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of reading an archive."""

    entry: int
    """Number of the last journal entry."""
    claims: int
    is_new: bool
    """Not where this desk was equal to it already."""


class Archive:
    """The archive of this desk."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @staticmethod
    def is_one(file: Path) -> bool:
        """Whether a file is an archive, whatever it is called."""
        return is_archive(file)

    def write(self, stream: IO[bytes], progress: Progress | None = None) -> int:
        """Write everything on file: records, texts, snapshots, journal. The same desk gives the
        same bytes. Gives the number of journal entries."""
        tell = progress or silent
        database = self._session.db
        with database.snapshot():
            packer = Packer(stream)
            for done, table in enumerate(stored.ROWS):
                tell(done, len(stored.ROWS) + 2)
                names = stored.columns(database, table)
                lines = _lines([names], stored.rows(database, table))
                packer.add(f"tables/{table}.jsonl", lines)
            for sha256, text in stored.texts(database):
                packer.add(f"texts/{sha256}.txt", [text.encode()])
            about = []
            for sha256, media_type, retrieved, data in stored.snapshots(database):
                packer.add(f"snapshots/{sha256}", [data])
                about.append([sha256, media_type, retrieved])
            names = ["sha256", "media_type", "retrieved_at"]
            packer.add(f"tables/{_SNAPSHOTS}.jsonl", _lines([names], iter(about)))
            head = next(iter(journal.latest(database, 1)), None)
            entry = int(head["id"]) if head else 0
            packer.close(
                Manifest(
                    schema=schema.REVISIONS[-1],
                    entry=entry,
                    hash=head["hash"] if head else "",
                    sequences=stored.sequences(database),
                )
            )
        return entry

    def read(
        self, file: str | Path, *, dry_run: bool = False, progress: Progress | None = None
    ) -> Restored:
        """Make this empty desk equal to the archive, in one transaction, and verify it.

        Raises:
            InvalidInputError: the archive is not sound, something is on file here, or it is only
                to be tried out.
            StoreError: the store cannot be written.
        """
        if dry_run:
            raise InvalidInputError(
                "an archive makes a whole desk; it is not tried out",
                hint="Read it into a new file with --db NEW.db, and look at that.",
            )
        tell = progress or silent
        database = self._session.db
        with unpacked(str(file)) as package, database.writing():
            told = package.manifest
            head = next(iter(journal.latest(database, 1)), None)
            if head and (head["id"], head["hash"]) == (told.entry, told.hash):
                return Restored(told.entry, self._claims(), is_new=False)
            if not stored.is_empty(database):
                raise InvalidInputError(
                    "{file} is a whole desk, and this one is not empty",
                    hint="Read it into a new one with --db NEW.db; "
                    "to bring claims together, export JSON Lines there and import them here.",
                    file=file,
                )
            self._fill(package, tell)
            try:
                count = derived.rebuild(database, silent)
                _table(database, package, "tables/pending.jsonl")
                self._session.matcher.rebuild(database, tell)
                self._check(package)
            except _UNREADABLE as error:
                raise InvalidInputError(
                    "{file} holds records that cannot be read: {reason}",
                    hint=_AGAIN,
                    file=file,
                    reason=error,
                ) from error
        return Restored(told.entry, count, is_new=True)

    def _claims(self) -> int:
        return len(whole.claim_ids(self._session.db))

    def _fill(self, package: Package, progress: Progress) -> None:
        database = self._session.db
        if package.manifest.schema not in schema.REVISIONS:
            raise _newer(package, Said("its schema is {schema}", schema=package.manifest.schema))
        texts = package.names("texts")
        stored.fill(
            database,
            "article_text",
            ["sha256", "text"],
            ((name[6:-4], _text(package, name)) for name in texts),
        )
        stored.fill(
            database,
            _SNAPSHOTS,
            ["sha256", "media_type", "retrieved_at", "size", "data"],
            _snapshots(package),
        )
        names = [f"tables/{table}.jsonl" for table in (*stored.ROWS, _SNAPSHOTS)]
        unknown = [name for name in package.names("tables") if name not in names]
        if unknown:
            raise _newer(package, Said("nothing is known of {name}", name=unknown[0]))
        for done, table in enumerate(stored.ROWS):
            progress(done, len(stored.ROWS))
            if table != "pending":
                _table(database, package, f"tables/{table}.jsonl")
        stored.set_sequences(database, package.manifest.sequences)

    def _check(self, package: Package) -> None:
        """What was filled in must be what a sound desk holds, and end as the manifest says.

        Raises:
            InvalidInputError: it is not; nothing is written.
        """
        database, told = self._session.db, package.manifest
        faults = verify(database)
        head = next(iter(journal.latest(database, 1)), None)
        ends = (head["id"], head["hash"]) if head else (0, "")
        if not faults and ends == (told.entry, told.hash):
            return
        what = Said("its journal ends otherwise")
        if faults:
            what = Said("{where} {what}", where=faults[0].where, what=faults[0].what)
        if len(faults) > 1:
            what = Said("{what} (and {more} more)", what=what, more=len(faults) - 1)
        raise InvalidInputError(
            "{file} is not what a desk wrote: {what}",
            hint=_AGAIN,
            file=package.file,
            what=what,
        )


def _lines(head: list[list[str]], values: Iterator[list[Any]]) -> Iterator[bytes]:
    """Rows as lines of JSON, gathered to blocks."""
    encode = msgspec.json.Encoder().encode
    block = bytearray(b"".join(encode(each) + b"\n" for each in head))
    for row in values:
        block += encode(row) + b"\n"
        if len(block) > _BLOCK:
            yield bytes(block)
            block.clear()
    yield bytes(block)


def _text(package: Package, name: str) -> str:
    try:
        return package.data(name).decode()
    except UnicodeDecodeError as error:
        raise InvalidInputError(
            "{file}, {name}: is not UTF-8: {reason}", file=package.file, name=name, reason=error
        ) from error


def _snapshots(package: Package) -> Iterator[tuple[Any, ...]]:
    name = f"tables/{_SNAPSHOTS}.jsonl"
    listed = set()
    for number, row in package.lines(name) if name in package.manifest.parts else ():
        if number == 1:
            continue
        match row:
            case [str(sha256), str(media_type), str(retrieved)] if (
                f"snapshots/{sha256}" in package.manifest.parts
            ):
                data = package.data(f"snapshots/{sha256}")
                listed.add(f"snapshots/{sha256}")
                yield sha256, media_type, retrieved, len(data), data
            case _:
                raise _not_a_row(package, name, number)
    left = sorted(set(package.names("snapshots")) - listed)
    if left:
        raise InvalidInputError(
            "{file}, {left}: no table speaks of it", file=package.file, left=left[0]
        )


def _table(database: Database, package: Package, name: str) -> None:
    """Fill a table with the rows of a part; columns that are younger than it get their default."""
    if name not in package.manifest.parts:
        return
    table = name[7:-6]
    lines = package.lines(name)
    _, names = next(lines, (1, None))
    known = stored.columns(database, table)
    if not isinstance(names, list) or not all(isinstance(each, str) for each in names):
        raise _not_a_row(package, name, 1)
    for each in names:
        if each not in known:
            raise _newer(
                package, Said("{name} has a column {column!r}", name=name, column=each[:40])
            )
    kinds = stored.kinds(database, table)
    checked = _rows(package, name, lines, [kinds[each] for each in names])
    try:
        stored.fill(database, table, names, checked)
    except InvalidInputError as error:
        if error.message.startswith(package.file):
            raise
        raise InvalidInputError(
            "{file}, {name}: {problem}",
            hint=_AGAIN,
            file=package.file,
            name=name,
            problem=error.said,
        ) from error


def _rows(
    package: Package, name: str, lines: Iterator[tuple[int, Any]], kinds: list[Any]
) -> Iterator[list[Any]]:
    for number, row in lines:
        if not isinstance(row, list) or len(row) != len(kinds):
            raise _not_a_row(package, name, number)
        for value, kind in zip(row, kinds, strict=True):
            if value is not None and (isinstance(value, bool) or not isinstance(value, kind)):
                raise _not_a_row(package, name, number)
        yield row


def _not_a_row(package: Package, name: str, number: int) -> InvalidInputError:
    return InvalidInputError(
        "{file}, {name}, line {number}: is no row of this table",
        hint=_AGAIN,
        file=package.file,
        name=name,
        number=number,
    )


def _newer(package: Package, what: Tellable) -> InvalidInputError:
    return InvalidInputError(
        "{file} was written by a newer Workbench: {what}",
        hint="Nothing was written. Install the newer version to read it.",
        file=package.file,
        what=as_said(what),
    )
