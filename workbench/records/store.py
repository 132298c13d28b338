"""The claim store: one file, opened by any number of programs and threads at once."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

from workbench.errors import InvalidInputError, StoreError, system_reason
from workbench.records import journal, schema
from workbench.records.change import Change, Projection
from workbench.records.sqlite import BUSY_SECONDS, Database


def path_of(address: str | Path) -> Path:
    """The file behind an address: a path, or a SQLAlchemy URL of SQLite.

    Raises:
        InvalidInputError: it is the address of another kind of database.
    """
    if isinstance(address, Path) or "://" not in address:
        return Path(address).expanduser()
    parts = urlsplit(address)
    if parts.scheme.partition("+")[0] != "sqlite" or parts.netloc or len(parts.path) < 2:
        raise InvalidInputError(
            "{address} is not the address of a claim store",
            hint="Give a path such as claims.db, or sqlite:///claims.db.",
            address=address,
        )
    return Path(unquote(parts.path[1:]))


class Store:
    """An open claim store. Each thread that uses it reads and writes on a connection of its own.

    Args:
        address: a path or a SQLAlchemy URL (``sqlite:///claims.db``).
        create: make the file where there is none.
        read_only: refuse to write; a file that cannot be written is opened so by itself.
        clock: gives the moment for the journal, in UTC.
        projections: what is drawn from the claims elsewhere and kept in the same transaction.

    Raises:
        StoreError: it cannot be opened; the message says why and what to do.
    """

    def __init__(
        self,
        address: str | Path,
        *,
        create: bool = True,
        read_only: bool = False,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        projections: Sequence[Projection] = (),
        busy_seconds: float = BUSY_SECONDS,
    ) -> None:
        self.path = path_of(address)
        try:
            _check_place(self.path, create=create)
            self.read_only = read_only or _write_protected(self.path)
        except OSError as error:  # a name that is too long, a folder that may not be entered
            raise StoreError(
                "{path} cannot be opened: {reason}",
                hint="Check the name and the permissions, or name another file with --db.",
                path=self.path,
                reason=system_reason(error),
            ) from error
        self.clock = clock
        self._projections = projections
        self._busy_seconds = busy_seconds
        self._local = threading.local()
        self._opened: list[Database] = []
        self._lock = threading.Lock()
        try:
            schema.prepare(self.db)
            schema.settle(self.db)
        except BaseException:
            self.close()
            raise

    @property
    def db(self) -> Database:
        """This thread's connection."""
        database: Database | None = getattr(self._local, "database", None)
        if database is None:
            database = Database(
                self.path, read_only=self.read_only, busy_seconds=self._busy_seconds
            )
            with self._lock:
                self._opened.append(database)
            self._local.database = database
        return database

    @contextmanager
    def change(
        self,
        actor: str,
        action: str,
        why: str = "",
        *,
        kind: journal.Kind = journal.Kind.DO,
        of_event: int | None = None,
    ) -> Iterator[Change]:
        """A change of the record: all of it with its journal entry, or nothing.

        Raises:
            StoreError: the file cannot be written now.
        """
        database = self.db
        if database.in_transaction:
            raise RuntimeError("a change is under way in this thread")
        with database.writing():
            change = Change(database, self._projections)
            yield change
            change.finish(
                journal.Stamp(self.clock(), actor, action, why, change.summary, kind, of_event)
            )

    def data_version(self) -> int:
        """The number of the last journal entry: it grows with every change by any program."""
        return int(self.db.value("SELECT max(id) FROM event") or 0)

    def close(self) -> None:
        """Close all connections; further use opens new ones."""
        with self._lock:
            for database in self._opened:
                database.close()
            self._opened.clear()
        self._local = threading.local()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _check_place(path: Path, *, create: bool) -> None:
    kind = _kind_of(path)
    if kind is None:
        _check_room(path, create=create)
    elif stat.S_ISDIR(kind):
        raise StoreError(
            "{path} is a folder, not a claim store", hint="Name a file in it.", path=path
        )
    elif not stat.S_ISREG(kind):
        raise StoreError(
            "{path} is a device, not a claim store",
            hint="Name another file with --db.",
            path=path,
        )


def _kind_of(path: Path) -> int | None:
    """What is at a path, asked once: another program may be making it now. None: nothing."""
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def _check_room(path: Path, *, create: bool) -> None:
    """Whether a store may be made where there is none."""
    if not create:
        raise StoreError(
            "there is no claim store at {path}",
            hint="Name another with --db, or `workbench add` an article to begin one there.",
            path=path,
        )
    if not path.parent.is_dir():
        raise StoreError(
            "the folder {parent} does not exist",
            hint="Make it, or name another file.",
            parent=path.parent,
        )


def _write_protected(path: Path) -> bool:
    """Whether the file is there but it, or the folder that its log needs, cannot be written."""
    return path.is_file() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
