"""The journal: append-only, every entry chained by its hash to the one before.

An entry's ``digest`` is the SHA-256 of its changes, one line each: the canonical JSON of
``[record, row, before, after]``. Its ``hash`` is the SHA-256 of the canonical JSON of
``[prev, id, at, actor, action, why, summary, kind, of_event, digest]``; the first ``prev`` is
empty. Canonical JSON: UTF-8, no spaces, keys sorted. So the whole chain can be verified with the
file and any SHA-256, offline.

An entry of kind ``do`` that has an ``of_event`` goes on with that entry (the facets of an import,
read later): undo and redo take the two for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from itertools import count, repeat
from typing import Any

import msgspec

from workbench.digests import digest, sha256_of
from workbench.records.sqlite import IN_LIST, Database, Row, listed

_ENCODER = msgspec.json.Encoder(order="sorted")
_QUICK = msgspec.json.Encoder()
_ENTRY = (
    "SELECT event.*, (SELECT later.kind FROM event later WHERE later.of_event = event.id"
    " AND later.kind != 'do' ORDER BY later.id DESC LIMIT 1) IS 'undo' AS undone FROM event"
)


_EDITS = (
    "SELECT event_id, record, row_id, before, after FROM change"
    f" WHERE event_id IN {IN_LIST} AND before IS NOT NULL AND after IS NOT NULL"
)
_OF_CLAIM = " UNION ALL ".join(
    (
        "SELECT 'claim', ?",
        "SELECT 'appearance', id FROM appearance WHERE claim_id = ?",
        "SELECT 'evidence', id FROM evidence WHERE claim_id = ?",
        "SELECT 'verdict', id FROM verdict WHERE claim_id = ?",
        "SELECT 'match', id FROM \"match\" WHERE claim_id = ?",
        "SELECT 'match', id FROM \"match\" WHERE other_id = ?",
        "SELECT 'step', id FROM step WHERE claim_id = ?",
        "SELECT 'link', id FROM link WHERE claim_id = ?",
        "SELECT 'link', id FROM link WHERE other_id = ?",
    )
)


class Kind(StrEnum):
    """Whether an entry does something, undoes an earlier entry, or does one again."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


class Stamp(msgspec.Struct, frozen=True):
    """Who did what, when and why."""

    at: datetime
    actor: str
    action: str
    why: str
    summary: str
    kind: Kind = Kind.DO
    of_event: int | None = None


def in_order(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[str]:
    """The canonical JSON of flat images, all with these keys, which are sorted already."""
    image = _image(tuple(names))
    lines = _QUICK.encode_lines([image(*row) for row in rows])
    return lines.decode().split("\n")[:-1]


@lru_cache(maxsize=64)
def _image(names: tuple[str, ...]) -> type[msgspec.Struct]:
    """A class with these fields: it is made and encoded in half the time of a dictionary."""
    return msgspec.defstruct("Image", names)


def canonical(value: Any) -> str:
    """The one JSON text of a value."""
    return _ENCODER.encode(value).decode()


def moment(at: datetime) -> str:
    """A moment as the store keeps it: ISO 8601, UTC, microseconds."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


class Writer:
    """Writes the changes of one entry as they are made, and the entry at the end."""

    def __init__(self, database: Database) -> None:
        self._database = database
        last = database.row("SELECT id, hash FROM event ORDER BY id DESC LIMIT 1")
        self.event_id: int = 1 if last is None else last["id"] + 1
        self._prev: str = "" if last is None else last["hash"]
        self._digest = digest()
        self.count = 0

    def record(
        self,
        record: str,
        row_id: int,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
    ) -> None:
        """Add one row's change."""
        images = [None if image is None else canonical(image) for image in (before, after)]
        self._digest.update(_line(record, row_id, *images))
        self._database.run(
            "INSERT INTO change (event_id, n, record, row_id, before, after)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (self.event_id, self.count, record, row_id, *images),
        )
        self.count += 1

    def mark(self) -> tuple[int, Any]:
        """How far the entry has come, to go `back_to`."""
        return self.count, self._digest.copy()

    def back_to(self, mark: tuple[int, Any]) -> None:
        """Forget what was added since the mark; the caller has taken the rows back."""
        self.count, self._digest = mark

    def inserted(self, record: str, ids: Sequence[int], images: Sequence[str]) -> None:
        """Add the images of many new rows at once."""
        lines = [
            f'["{record}",{row_id},null,{image}]\n'
            for row_id, image in zip(ids, images, strict=True)
        ]
        self._digest.update("".join(lines).encode())
        rows = list(zip(repeat(self.event_id), count(self.count), repeat(record), ids, images))
        self._database.insert("change (event_id, n, record, row_id, after)", rows)
        self.count += len(lines)

    def finish(self, stamp: Stamp) -> None:
        """Write the entry itself."""
        fields = {
            "id": self.event_id,
            "at": moment(stamp.at),
            "actor": stamp.actor,
            "action": stamp.action,
            "why": stamp.why,
            "summary": stamp.summary,
            "kind": str(stamp.kind),
            "of_event": stamp.of_event,
            "changes": self.count,
            "digest": self._digest.hexdigest(),
            "prev": self._prev,
        }
        self._database.run(
            "INSERT INTO event (id, at, actor, action, why, summary, kind, of_event, changes,"
            " digest, prev, hash) VALUES (:id, :at, :actor, :action, :why, :summary, :kind,"
            " :of_event, :changes, :digest, :prev, :hash)",
            fields | {"hash": entry_hash(fields)},
        )


def _line(record: str, row_id: int, before: str | None, after: str | None) -> bytes:
    return f'["{record}",{row_id},{before or "null"},{after or "null"}]\n'.encode()


def entry_hash(entry: Mapping[str, Any] | Row) -> str:
    """The hash that an entry must have."""
    chained = ("prev", "id", "at", "actor", "action", "why", "summary", "kind", "of_event")
    text = canonical([entry[name] for name in (*chained, "digest")])
    return sha256_of(text)


def faults_of(database: Database, entry: Row, prev: str) -> Iterator[str]:
    """What shows that an entry does not follow from the one before it, or was altered since.

    Args:
        entry: its whole row.
        prev: the hash of the entry before it; "" before the first.
    """
    if entry["prev"] != prev:
        yield "does not follow from the entry before it"
    if entry_hash(entry) != entry["hash"]:
        yield "was altered: its hash is another"
    if changes_digest(database, entry["id"]) != (entry["changes"], entry["digest"]):
        yield "its changes were altered: their hash is another"


def changes_digest(database: Database, event_id: int) -> tuple[int, str]:
    """How many changes an entry has on file, and their digest."""
    whole = digest()
    count = 0
    for row in changes(database, event_id):
        whole.update(_line(row["record"], row["row_id"], row["before"], row["after"]))
        count += 1
    return count, whole.hexdigest()


def changes(database: Database, event_id: int, *, backwards: bool = False) -> Iterator[Row]:
    """The row images of an entry, in the order in which they were written or the reverse."""
    order = "DESC" if backwards else "ASC"
    return database.stream(
        "SELECT n, record, row_id, before, after FROM change"
        f" WHERE event_id = ? ORDER BY n {order}",
        (event_id,),
    )


def with_sequels(database: Database, event_id: int, *, backwards: bool = False) -> list[int]:
    """An entry and those that go on with it, in their order or the reverse."""
    found: list[int] = database.column(
        "SELECT id FROM event WHERE id = ? OR (of_event = ? AND kind = 'do') ORDER BY id",
        (event_id, event_id),
    )
    return found[::-1] if backwards else found


def entry(database: Database, event_id: int) -> Row | None:
    """One entry, with whether it is undone, or ``None``."""
    return database.row(f"{_ENTRY} WHERE id = ?", (event_id,))


def latest(database: Database, limit: int) -> list[Row]:
    """The newest entries first, each with whether it is undone."""
    return database.rows(f"{_ENTRY} ORDER BY id DESC LIMIT ?", (limit,))


def of_claim(database: Database, claim_id: int) -> list[Row]:
    """The entries that concern a claim, newest first."""
    return database.rows(
        f"{_ENTRY} WHERE id IN (SELECT event_id FROM claim_event WHERE claim_id = ?)"
        " ORDER BY id DESC",
        (claim_id,),
    )


def edits(database: Database, event_ids: list[int], limit: int) -> list[Row]:
    """Rows that were there before and after, of the given entries; at most ``limit`` an entry."""
    return database.rows(
        f"{_EDITS} AND n < ? ORDER BY event_id, n",
        (listed(event_ids), limit),
    )


def edits_of_claim(database: Database, event_ids: list[int], claim_id: int) -> list[Row]:
    """Rows of one claim and of what hangs on it that were there before and after."""
    return database.rows(
        f"{_EDITS} AND (record, row_id) IN ({_OF_CLAIM}) ORDER BY event_id, n",
        (listed(event_ids), *[claim_id] * _OF_CLAIM.count("?")),
    )


def last_to_undo(database: Database, actor: str) -> Row | None:
    """The last thing that an actor did and has not undone."""
    return database.row(
        f"SELECT * FROM ({_ENTRY} WHERE event.actor = ? AND event.kind = 'do'"
        " AND event.of_event IS NULL ORDER BY event.id DESC) WHERE NOT undone LIMIT 1",
        (actor,),
    )


def last_to_redo(database: Database, actor: str) -> Row | None:
    """What an actor undid last, as long as that actor has done nothing else since."""
    return database.row(
        f"SELECT * FROM ({_ENTRY} WHERE event.actor = :actor AND event.kind = 'do'"
        " AND event.of_event IS NULL) AS done"
        " WHERE undone AND (SELECT max(id) FROM event u WHERE u.of_event = done.id"
        " AND u.kind != 'do') > (SELECT max(id) FROM event d WHERE d.actor = :actor"
        " AND d.kind = 'do' AND d.of_event IS NULL)"
        " ORDER BY (SELECT max(id) FROM event u WHERE u.of_event = done.id AND u.kind != 'do')"
        " DESC LIMIT 1",
        {"actor": actor},
    )
