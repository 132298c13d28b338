"""SQLite: connections, transactions, and its errors in words that a checker understands.

Everything that only SQLite knows stands here and in `schema.sql`.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import threading
import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from workbench.errors import InvalidInputError, Said, StoreError
from workbench.language.fold import fold_text
from workbench.records.search import search_words

Row = sqlite3.Row
Parameters = Sequence[Any] | Mapping[str, Any]

APPLICATION_ID = 0x57424443
"""Marks a file as a claim store ("WBDC"), for `file` and for us."""
BUSY_SECONDS = 10.0
"""How long a writer waits for another program's short transaction."""
CACHE_KIB = 8_192
"""Pages kept in memory at most, so that a long import does not spill them one by one."""
_AT_ONCE = 100
"""Rows that are added by one statement: of 25 columns a tenth of the values that one may have."""
_PAUSE = 0.01
"""Seconds between two tries at what SQLite does not wait for by itself."""
_PATIENCE = 5.0
"""Seconds that closing waits for another thread to leave the connection."""
_STOPPED = "user-defined function raised exception"
"""What SQLite makes of Ctrl-C while it calls `fold` or `search_words`, which take any text, and of
bytes that are none."""
IN_LIST = "(SELECT value FROM json_each(?))"
"""A list of any length as one parameter; see `listed`."""


def listed(values: Iterable[int | str]) -> str:
    """The parameter for `IN_LIST`."""
    return json.dumps(list(values))


class TakenError(Exception):
    """A row that cannot be filed: another has the key that only one can have."""


class Database:
    """One connection, used by one thread. What is wrong with the file is a `StoreError`."""

    def __init__(
        self, path: Path, *, read_only: bool = False, busy_seconds: float = BUSY_SECONDS
    ) -> None:
        self.path = path
        self.read_only = read_only
        self._busy_seconds = busy_seconds
        self._in_use = threading.RLock()
        self._connection = self._connect(busy_seconds)

    def _connect(self, busy_seconds: float) -> sqlite3.Connection:
        mode = "mode=ro" if self.read_only else "mode=rwc"
        if self.read_only and not os.access(self.path.parent, os.W_OK):
            # Reading a write-ahead log needs a file beside the store; here none can be made.
            mode += "&immutable=1"
        with self._plainly():
            connection = sqlite3.connect(
                f"{self.path.absolute().as_uri()}?{mode}",
                uri=True,
                timeout=busy_seconds,
                isolation_level=None,
                check_same_thread=False,
                cached_statements=256,
            )
        connection.row_factory = sqlite3.Row
        connection.create_function("fold", 1, _of_text(fold_text), deterministic=True)
        connection.create_function("search_words", 1, _of_text(search_words), deterministic=True)
        try:
            with self._plainly():
                connection.execute("PRAGMA foreign_keys = ON")
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("PRAGMA trusted_schema = OFF")
                connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        except StoreError:
            connection.close()
            raise
        return connection

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection itself, for what this room keeps beside the records."""
        return self._connection

    def close(self) -> None:
        """Close the connection; an open transaction is rolled back.

        What another thread is doing on it is stopped first: it would go on reading what is freed.
        """
        free = self._in_use.acquire(blocking=False) or self._stopped()
        try:
            self._connection.close()
        finally:
            if free:
                self._in_use.release()

    def _stopped(self) -> bool:
        """Stop what another thread is doing, and say whether it has left the connection."""
        self._connection.interrupt()
        free = self._in_use.acquire(timeout=_PATIENCE)
        if free:
            # Only a further statement ends the interruption, which would keep the log unmerged.
            self._connection.execute("SELECT 1")
        return free

    def keep_log_ahead(self) -> None:
        """Work with a write-ahead log.

        While another program does the same to a new file, SQLite refuses at once: it is waited for.
        """
        until = time.monotonic() + self._busy_seconds
        while self.value("PRAGMA journal_mode") != "wal":
            try:
                self.run("PRAGMA journal_mode = WAL")
                return
            except StoreError as error:
                if not _is_busy(error.__cause__) or time.monotonic() > until:
                    raise
                time.sleep(_PAUSE)

    def run(self, sql: str, parameters: Parameters = ()) -> sqlite3.Cursor:
        """Execute one statement."""
        with self._plainly():
            return self._connection.execute(sql, parameters)

    def run_many(self, sql: str, parameters: Iterable[Parameters]) -> None:
        """Execute one statement for each set of parameters."""
        with self._plainly():
            self._connection.executemany(sql, parameters)

    def insert(self, into: str, rows: Sequence[Sequence[Any]], clash: str = "") -> None:
        """Add many rows, a hundred with each statement.

        What SQLite does once a statement (the table's last id, its checks) takes as long as a row.

        Args:
            into: the table and its columns, as they stand behind ``INSERT INTO``.
            rows: the values of each, in that order.
            clash: what is to be done with rows that are there, as it stands behind the values.
        """
        if not rows:
            return
        marks = f"({', '.join('?' * len(rows[0]))})"
        whole = len(rows) - len(rows) % _AT_ONCE
        several = f"INSERT INTO {into} VALUES {', '.join([marks] * _AT_ONCE)} {clash}"
        with self._plainly():
            for start in range(0, whole, _AT_ONCE):
                part = rows[start : start + _AT_ONCE]
                self._connection.execute(several, list(chain.from_iterable(part)))
            self._connection.executemany(f"INSERT INTO {into} VALUES {marks} {clash}", rows[whole:])

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """All rows of a query."""
        with self._plainly():
            try:
                return self._connection.execute(sql, parameters).fetchall()
            except sqlite3.OperationalError as error:
                if _STOPPED not in str(error):
                    raise
                self._ask_again(sql, parameters)
                raise

    def _ask_again(self, sql: str, parameters: Parameters) -> None:
        """Ask what a function of ours was stopped in: nobody stops it twice, damage does.

        Raises:
            StoreError: bytes that are no text are in the way.
        """
        try:
            self._connection.execute(sql, parameters).fetchall()
        except sqlite3.OperationalError as error:
            if _STOPPED in str(error):
                raise damaged(self.path) from error

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row, or ``None``."""
        with self._plainly():
            found: Row | None = self._connection.execute(sql, parameters).fetchone()
            return found

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """The first column of the first row, or ``None``."""
        row = self.row(sql, parameters)
        return None if row is None else row[0]

    def column(self, sql: str, parameters: Parameters = ()) -> list[Any]:
        """The first column of all rows."""
        return [row[0] for row in self.rows(sql, parameters)]

    def numbers(self, sql: str, parameters: Parameters = ()) -> array[int]:
        """The first column of a query, in its order; a million take their eight bytes each."""
        with self._plainly():
            cursor = self._connection.cursor()
            cursor.row_factory = None
            return array("q", (number for (number,) in cursor.execute(sql, parameters)))

    def stream(self, sql: str, parameters: Parameters = ()) -> Iterator[Row]:
        """The rows one after the other, for results too large to hold."""
        with self._plainly():
            yield from self._connection.execute(sql, parameters)

    def single_file(self) -> None:
        """Leave one file that any program can read, even from a medium that cannot be written."""
        self.run("PRAGMA journal_mode = DELETE")

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open on this connection."""
        return self._connection.in_transaction

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several reads that see one state of the file."""
        if self.in_transaction:
            yield
            return
        self.run("BEGIN")
        try:
            with self._plainly():
                yield
        finally:
            self.run("COMMIT")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A write transaction: committed at the end, rolled back by any exception."""
        if self.read_only:
            raise _explained("SQLITE_READONLY", self.path)
        self.run("BEGIN IMMEDIATE")
        try:
            with self._plainly():
                yield
            self.run("COMMIT")
        finally:
            if self.in_transaction:
                with contextlib.suppress(StoreError):
                    self.run("ROLLBACK")

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """A part of a write transaction: an exception takes it back and nothing else.

        Raises:
            TakenError: a row has a key that another has.
        """
        self.run("SAVEPOINT attempt")
        try:
            yield
        except BaseException as error:
            with contextlib.suppress(StoreError):  # the whole transaction may be gone already
                self.run("ROLLBACK TO attempt")
                self.run("RELEASE attempt")
            if isinstance(error, sqlite3.IntegrityError) and "UNIQUE" in str(error):
                raise TakenError(str(error).partition(": ")[2]) from error
            raise
        self.run("RELEASE attempt")

    def script(self, statements: Iterable[str]) -> None:
        """Execute statements one by one, inside the caller's transaction."""
        for statement in statements:
            self.run(statement)

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy of the store over a file, while others may go on working.

        Programs that have the target open see the copy from now on.
        """
        try:
            with contextlib.closing(sqlite3.connect(target)) as copy:
                self._connection.backup(copy)
        except sqlite3.DatabaseError as error:
            raise _explain(error, target) from error

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        try:
            with self._in_use:
                yield
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise  # a mistake of ours, not a state of the file
        except OverflowError as error:
            raise InvalidInputError(
                "a number is larger than any on file",
                hint="`workbench claims`, `articles` and `source list` show the numbers there are.",
            ) from error
        except UnicodeDecodeError as error:  # SQLite quotes damaged bytes in its message
            raise damaged(self.path) from error
        except sqlite3.DatabaseError as error:
            if _STOPPED in str(error):
                raise KeyboardInterrupt from error
            raise _explain(error, self.path) from error


def _is_busy(error: BaseException | None) -> bool:
    """Whether another program holds the file."""
    code = error.sqlite_errorcode if isinstance(error, sqlite3.OperationalError) else None
    return code == sqlite3.SQLITE_BUSY


def _of_text(make: Callable[[str], str]) -> Callable[[object], str | None]:
    """Make nothing of what is no text, as it may stand in a damaged row."""
    return lambda value: make(value) if isinstance(value, str) else None


def damaged(path: Path) -> StoreError:
    """The error for a file whose bytes are not what was written."""
    return _explained("SQLITE_CORRUPT", path)


def _explained(name: str, path: Path) -> StoreError:
    message, hint = _EXPLAINED[name]
    return StoreError(message.template, hint=hint, path=path)


def _explain(error: sqlite3.Error, path: Path) -> StoreError:
    told = str(getattr(error, "sqlite_errorname", "") or "")
    name = next((known for known in _EXPLAINED if told.startswith(known)), None)
    if name is not None:
        return _explained(name, path)
    return StoreError("{path}: {reason}", path=path, reason=error)


_EXPLAINED: dict[str, tuple[Said, Said]] = {
    "SQLITE_BUSY": (
        Said("{path} is locked by another program"),
        Said("Nothing was written. Wait until the other program is done, then try again."),
    ),
    "SQLITE_LOCKED": (
        Said("{path} is locked by another program"),
        Said("Nothing was written. Wait until the other program is done, then try again."),
    ),
    "SQLITE_NOTADB": (
        Said("{path} is not a claim store"),
        Said("Name another file with --db; `workbench restore` brings a backup back."),
    ),
    "SQLITE_CORRUPT": (
        Said("{path} is damaged"),
        Said("Keep a copy of it as it is and bring the last backup back with `workbench restore`."),
    ),
    "SQLITE_READONLY": (
        Said("{path} can be read but not written"),
        Said("Change its permissions and those of its folder, or work on a copy of it."),
    ),
    "SQLITE_FULL": (
        Said("the disk with {path} is full"),
        Said("Nothing was written. Make room on the disk and try again."),
    ),
    "SQLITE_IOERR": (
        Said("the disk with {path} gives errors"),
        Said("Nothing was written. Check the disk, and that its folder still exists."),
    ),
    "SQLITE_CANTOPEN": (
        Said("{path} cannot be opened"),
        Said("Check that it is a file, that its folder exists, and that you may write there."),
    ),
}
"""SQLite's name of an error → what is wrong, and what to do about it."""
