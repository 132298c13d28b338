"""The one way to write: a unit of work that keeps every row's image in the journal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import repeat
from typing import Any, Protocol

from workbench.digests import sha256_of
from workbench.errors import (
    ChangedMeanwhileError,
    Said,
    Tellable,
    as_said,
    not_on_file,
)
from workbench.records import derived
from workbench.records.journal import Stamp, Writer, entry, in_order, moment
from workbench.records.sqlite import Database, Row

Image = Mapping[str, Any]

JOURNALLED = (
    "article",
    "sentence",
    "claim",
    "appearance",
    "source",
    "evidence",
    "verdict",
    "match",
    "capture",
    "step",
    "link",
    "person",
    "setting",
)
"""The records: what `verify` compares with the journal and undo restores."""
_WORDED = 40_000
"""Claims just filed whose words are written at once."""
_CLAIM_COLUMNS = {
    "claim": ("id",),
    "appearance": ("claim_id",),
    "evidence": ("claim_id",),
    "verdict": ("claim_id",),
    "match": ("claim_id", "other_id"),
    "step": ("claim_id",),
    "link": ("claim_id", "other_id"),
}
_MEANING = {
    "text",
    "original",
    "translation",
    "language",
    "claimant",
    "said",
    "facets",
    "state",
    "claim_id",
}
"""Columns whose change means that a claim must be searched and compared anew."""


class Projection(Protocol):
    """Something drawn from claims that must never be older than they are."""

    def refresh(self, database: Database, claims: Sequence[int]) -> None:
        """Draw these claims anew; some may no longer be there."""
        ...


class Change:
    """What one journal entry changes. Made by `Store.change`; committed or dropped as a whole."""

    def __init__(self, database: Database, projections: Sequence[Projection]) -> None:
        self.db = database
        self.summary = ""
        """What it was about, in words: an article's title, a claim's text."""
        self._journal = Writer(database)
        self._projections = projections
        self._touched: set[int] = set()
        self._concerned: set[int] = set()
        self._reworded: set[int] = set()
        self._next_ids: dict[str, int] = {}
        self._words: list[tuple[int, str]] = []
        """Of claims just filed, by which they are to be found."""

    @property
    def event_id(self) -> int:
        """The number that the journal entry will have."""
        return self._journal.event_id

    @property
    def is_reworded(self) -> bool:
        """Whether the next `flush` draws the words of any claim anew."""
        return bool(self._reworded)

    def coming_id(self, record: str) -> int:
        """The id that the next row added will have."""
        self._next_ids[record] = self._next_id(record)
        return self._next_ids[record]

    def insert(self, record: str, **values: Any) -> int:
        """Add a row and return its id."""
        row_id = values.get("id") or self._next_id(record)
        values |= {"id": row_id, "version": self.event_id}
        names = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" * len(values))
        row = self.db.row(
            f'INSERT INTO "{record}" ({names}) VALUES ({marks}) RETURNING *',
            tuple(values.values()),
        )
        assert row is not None
        self._note(record, row_id, None, image(row), row)
        return row_id

    def insert_many(
        self, record: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]
    ) -> range:
        """Add rows at once and return their ids, in the order given.

        A column that has its default in all rows is left out, of the images in the journal too.
        What is drawn from claims is the caller's to draw: see `drawn_by_caller`.

        Args:
            record: the table.
            columns: of the rows; neither ``id`` nor ``version``.
            rows: the values.
        """
        first = self._next_id(record)
        ids = range(first, first + len(rows))
        self._next_ids[record] = ids.stop
        given = dict(zip(columns, zip(*rows, strict=True), strict=True)) if rows else {}
        default = defaults(self.db, record)
        kept = {
            name: values
            for name, values in given.items()
            if name not in default or not _all(values, default[name])
        }
        names = sorted((*kept, "id"))
        columns_of_rows = [{**kept, "id": ids}[name] for name in names]
        said = ", ".join(f'"{name}"' for name in (*names, "version"))
        filed = list(zip(*columns_of_rows, repeat(self.event_id)))
        self.db.insert(f'"{record}" ({said})', filed)
        images = in_order(names, zip(*columns_of_rows, strict=True))
        self._journal.inserted(record, ids, images)
        return ids

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """A part of the change that an exception takes back, leaving what was done before.

        Raises:
            TakenError: a row has an identity that another on file has.
        """
        mark, ids, worded = self._journal.mark(), dict(self._next_ids), len(self._words)
        before = self._touched, self._reworded
        self._touched, self._reworded = set(), set()
        try:
            with self.db.attempt():
                yield
        except BaseException:
            self._journal.back_to(mark)
            self._next_ids = ids
            del self._words[worded:]
            self._touched, self._reworded = before
            raise
        self._touched |= before[0]
        self._reworded |= before[1]

    def drawn_by_caller(
        self,
        claims: Sequence[int],
        listing: Sequence[Sequence[Any]],
        words: Sequence[str],
        *,
        unread: Sequence[int],
        with_facets: Sequence[int],
    ) -> None:
        """Draw claims just added by `insert_many`. Many may be searched only from a `flush` on.

        Args:
            claims: their ids.
            listing: `derived.LISTING_COLUMNS` of each.
            words: `search_words` of each.
            unread: those whose facets are still to be read.
            with_facets: those that came with facets.
        """
        derived.file_new(self.db, listing)
        self._words += zip(claims, words, strict=True)
        derived.draw_facets(self.db, with_facets)
        derived.put_off(self.db, unread)
        derived.concern(self.db, self.event_id, claims)

    def put_off(self, claims: Iterable[int]) -> None:
        """Have claims that were read wait to be compared with those on file."""
        derived.put_off(self.db, claims)

    def reread(self, claims: Iterable[int]) -> None:
        """Have everything that is drawn from these claims drawn anew at the next `flush`."""
        found = set(claims)
        self._touched |= found
        self._reworded |= found

    def update(
        self, record: str, row_id: int, *, expected: int | None = None, **values: Any
    ) -> bool:
        """Change columns of a row; say whether any value is new.

        Args:
            record: the table.
            row_id: the row.
            expected: the version that the caller read, where somebody else may have written.
            values: column → new value.

        Raises:
            NotFoundError: there is no such row.
            ChangedMeanwhileError: the row has another version than expected.
        """
        row = self.get(record, row_id)
        if expected is not None and row["version"] != expected:
            raise self.changed_meanwhile(record, row)
        new = {name: value for name, value in values.items() if row[name] != value}
        if not new:
            return False
        columns = ", ".join(f'"{name}" = ?' for name in (*new, "version"))
        self.db.run(
            f'UPDATE "{record}" SET {columns} WHERE id = ?',
            (*new.values(), self.event_id, row_id),
        )
        self._note(record, row_id, {name: row[name] for name in new}, new, row)
        return True

    def delete(self, record: str, row_id: int) -> None:
        """Take a row away; the journal keeps it.

        Raises:
            NotFoundError: there is no such row.
        """
        row = self.get(record, row_id)
        self.db.run(f'DELETE FROM "{record}" WHERE id = ?', (row_id,))
        self._note(record, row_id, image(row), None, row)

    def get(self, record: str, row_id: int) -> Row:
        """A row as it is in this change.

        Raises:
            NotFoundError: there is no such row.
        """
        row = self.find(record, row_id)
        if row is None:
            raise not_on_file(record, row_id)
        return row

    def find(self, record: str, row_id: int) -> Row | None:
        """A row as it is in this change, or ``None``."""
        return self.db.row(f'SELECT * FROM "{record}" WHERE id = ?', (row_id,))

    def references_to(self, record: str) -> list[tuple[str, str]]:
        """The records and columns that name rows of this record."""
        return [
            (other, key["from"])
            for other in JOURNALLED
            for key in self.db.rows(f'PRAGMA foreign_key_list("{other}")')
            if key["table"] == record
        ]

    def keep_text(self, text: str) -> str:
        """Keep a text for good, and return its SHA-256."""
        sha256 = sha256_of(text)
        self.db.run(
            "INSERT INTO article_text (sha256, text) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (sha256, text),
        )
        return sha256

    def keep_bytes(self, data: bytes, media_type: str, retrieved: datetime) -> str:
        """Keep bytes from outside for good, and return their SHA-256."""
        sha256 = sha256_of(data)
        self.db.run(
            "INSERT INTO snapshot (sha256, media_type, retrieved_at, size, data)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (sha256, media_type, moment(retrieved), len(data), data),
        )
        return sha256

    def changed_meanwhile(self, record: str, row: Row, how: Tellable = "") -> ChangedMeanwhileError:
        """The error for a row that is not as it was read, with who changed it.

        Args:
            record: what the caller wanted to change.
            row: the row that somebody else wrote.
            how: what stands in the way, where it is not the change itself.
        """
        last = entry(self.db, row["version"])
        what = how or Said(
            "{record} {row_id} was changed meanwhile", record=Said(record), row_id=row["id"]
        )
        if last is not None:
            what = Said(
                "{what} by {actor} ({action}, {at})",
                what=as_said(what),
                actor=last["actor"],
                action=Said(last["action"]),
                at=last["at"][:16],
            )
        return ChangedMeanwhileError(
            what,
            hint="Nothing was overwritten. Look at it as it is now, then decide again.",
        )

    def flush(self, *, whole: bool = True) -> None:
        """Bring everything that is drawn from the claims up to date with them.

        Where not the whole of it, words of claims just filed may wait until many have come.
        """
        if self._words and (whole or self._reworded or len(self._words) >= _WORDED):
            derived.search_new(self.db, self._words)
            self._words = []
        derived.refresh(self.db, self._touched, self._reworded)
        for projection in self._projections:
            if self._reworded:
                projection.refresh(self.db, sorted(self._reworded))
        self._concerned |= self._touched
        self._touched = set()
        self._reworded = set()

    def finish(self, stamp: Stamp) -> None:
        """Write the journal entry, unless nothing was changed."""
        if not self._journal.count:
            return
        self.flush()
        self._journal.finish(stamp)
        derived.concern(self.db, self.event_id, self._concerned)

    def _next_id(self, record: str) -> int:
        if record not in self._next_ids:
            given = self.db.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (record,))
            self._next_ids[record] = (given or 0) + 1
        row_id = self._next_ids[record]
        self._next_ids[record] += 1
        return row_id

    def _note(
        self, record: str, row_id: int, before: Image | None, after: Image | None, row: Row
    ) -> None:
        self._journal.record(record, row_id, before, after)
        claims = {row[name] for name in _CLAIM_COLUMNS.get(record, ())}
        if after and "claim_id" in after:
            claims.add(after["claim_id"])
        self._touched |= claims
        if record in {"claim", "appearance"}:
            partial = before is not None and after is not None
            if not (partial and _MEANING.isdisjoint(after or ())):
                self._reworded |= claims


def _all(values: Sequence[Any], value: Any) -> bool:
    """Whether all of some values are this one; mostly the first tells."""
    return bool(values[0] == value) and values.count(value) == len(values)


def defaults(database: Database, record: str) -> dict[str, Any]:
    """Column → what a row has there where its image in the journal does not say.

    So it is with columns that are younger than the image, and with rows filed in bulk.
    """
    columns = database.rows("SELECT name, dflt_value FROM pragma_table_info(?)", (record,))
    return {
        column["name"]: _literal(column["dflt_value"])
        for column in columns
        if column["name"] not in {"id", "version"}
    }


def _literal(sql: str | None) -> str | float | None:
    if sql is None or not sql.startswith("'"):
        return None if sql is None else float(sql)
    return sql[1:-1]


def image(row: Row) -> dict[str, Any]:
    """A row as the journal keeps it: all columns but the version, which is the entry's number."""
    return {name: row[name] for name in row.keys() if name != "version"}  # noqa: SIM118
