"""What a bulk import puts off: facets are read and matches found, batch by batch.

Each batch is a change of its own that goes on with the import it belongs to: undo takes back the
import with all of them. A batch that is broken off is not written; the rest waits for next time.
"""

from __future__ import annotations

import time
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from workbench.desk.exchange.reading_ahead import facets_read
from workbench.desk.facets import unread
from workbench.desk.matching import pairing
from workbench.desk.session import Progress, Session
from workbench.records.change import Change
from workbench.records.queries import pending

BATCH = 200
"""Claims in one change: some seconds of work, so that little is lost when it is broken off."""
PAUSE = 0.15
"""Seconds between two changes, also between two calls, longer than SQLite ever sleeps while it
waits for a lock: whoever holds it would take it again before another program wakes, until that one
is refused."""
ACTION = "claims read"


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """What was done, and what is left."""

    read: int
    matches: int
    left: int


@dataclass(frozen=True, slots=True)
class _Batch:
    ids: list[int]
    event_id: int | None
    """The import that they came with; nothing where that was undone and done again."""
    summary: str
    came: range = range(0)
    """All claims of that import: nothing else is filed while one is."""
    told: range = range(0)
    """Those whose matches with one another the import told."""


def run(session: Session, progress: Progress, most: int | None = None) -> CaughtUp:
    """Take the claims that wait, oldest first.

    Args:
        session: whose desk it is.
        progress: told ``(done, total)`` after each batch; what it raises ends the work there.
        most: claims to take at most; all where ``None``.
    """
    total = pending.count(session.db)
    total = total if most is None else min(total, most)
    read = matches = left = 0
    progress(0, total)
    with facets_read(_batches(session, total)) as batches:
        for batch, facets in batches:
            matches += _take(session, batch, facets)
            read += len(batch.ids)
            progress(read, max(total, read))
            left = pending.count(session.db)
            if left:
                time.sleep(PAUSE)
    return CaughtUp(read, matches, left)


def _take(session: Session, batch: _Batch, facets: Mapping[unread.Wording, str]) -> int:
    with session.change(ACTION, summary=batch.summary, of_event=batch.event_id) as change:
        return take(session, change, batch.ids, batch.told, facets)


def take(
    session: Session,
    change: Change,
    claim_ids: Iterable[int],
    told: Container[int] = (),
    facets: Mapping[unread.Wording, str] = {},
) -> int:
    """Read the facets of these claims, find their matches, and say how many are new."""
    unread.read(change, claim_ids, facets)
    waiting = list(claim_ids)
    found = pairing.file_matches(session, change, waiting, told)
    pending.done(change.db, waiting)
    return found


def _batches(session: Session, total: int) -> Iterator[tuple[_Batch, list[unread.Wording]]]:
    """The queue in batches of one import each, with what is to be read of them."""
    taken: set[int] = set()
    batch = _Batch([], None, "")
    while len(taken) < total:
        ahead = pending.first(session.db, min(total, len(taken) + BATCH))
        ids = [each for each in ahead if each not in taken][: total - len(taken)][:BATCH]
        if not ids:
            return
        batch = _of_one_import(session, ids, batch)
        taken.update(batch.ids)
        yield batch, unread.wordings(session.db, batch.ids)


def _of_one_import(session: Session, ids: list[int], last: _Batch) -> _Batch:
    """Those of the claims that came with the first of them, mostly in the import of the last."""
    if ids[0] not in last.came:
        last = _import_of(session, ids[0])
    own = [each for each in ids if each in last.came] or ids[:1]
    return replace(last, ids=own)


def _import_of(session: Session, claim_id: int) -> _Batch:
    event = pending.filed_by(session.db, claim_id)
    if event is None or event["first"] is None or event["kind"] != "do":
        return _Batch([], None, "")
    came = range(event["first"], event["last"] + 1)
    told = came if event["tells_matches"] else range(0)
    return _Batch([], event["id"], event["summary"], came, told)
