"""Checks the whole file, down to the byte, against what it says of itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from workbench.digests import sha256_of
from workbench.errors import StoreError
from workbench.records import derived, journal
from workbench.records.change import JOURNALLED, defaults, image
from workbench.records.index_faults import index_faults
from workbench.records.sqlite import Database, Row

GAP = " … "
"""Between the segments of a quote (the splitter's `DraftClaim.quote` has the same)."""

Progress = Callable[[int, int], None]
Check = Callable[[Database], Iterable["Fault"]]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong: where, and what."""

    where: str
    what: str


def verify(database: Database, progress: Progress = lambda done, total: None) -> list[Fault]:
    """Everything that is wrong with a file; nothing for a sound one.

    Checked are SQLite's own structure and keys; the journal's chain; every record against its
    row images in the journal; every text and snapshot against its hash; every quote against its
    place in the text; and all that is drawn from the records against them.
    """
    faults: list[Fault] = []
    with database.snapshot():
        for done, (where, check) in enumerate(_CHECKS):
            progress(done, len(_CHECKS))
            faults += _gathered(database, where, check)
    if not database.read_only and not database.in_transaction:
        faults += _gathered(database, "the search index", _search)
    progress(len(_CHECKS), len(_CHECKS))
    return faults


def verify_frozen(database: Database) -> list[Fault]:
    """What is wrong with what every schema has: structure, keys, journal, texts and snapshots."""
    checks = (_structure, _keys, _chain, _texts, _snapshots)
    with database.snapshot():
        return [fault for check in checks for fault in _gathered(database, "the file", check)]


def _gathered(database: Database, where: str, check: Check) -> list[Fault]:
    faults: list[Fault] = []
    try:
        faults.extend(check(database))
    except StoreError as error:
        faults.append(Fault(where, f"cannot be read on: {error.message}"))
    return faults


_DAMAGED: dict[str, Any] = {}
"""Stands for an image that cannot be read."""


def _structure(database: Database) -> Iterator[Fault]:
    for row in database.stream("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Fault("the file", row[0])


def _keys(database: Database) -> Iterator[Fault]:
    for row in database.stream("PRAGMA foreign_key_check"):
        yield Fault(f"{row[0]} {row[1]}", f"names a {row[2]} that is not on file")


def _chain(database: Database) -> Iterator[Fault]:
    prev, last = "", 0
    for entry in database.stream("SELECT * FROM event ORDER BY id"):
        where = f"journal entry {entry['id']}"
        if entry["id"] != last + 1:
            yield Fault(where, f"entries {last + 1} to {entry['id'] - 1} are missing before it")
        yield from (Fault(where, what) for what in journal.faults_of(database, entry, prev))
        prev, last = entry["hash"], entry["id"]


def _images(database: Database) -> Iterator[Fault]:
    for record in JOURNALLED:
        alive, unsaid = 0, defaults(database, record)
        for row_id, said, event_id in _told(database, record):
            where = f"{record} {row_id}"
            row = _row(database, record, row_id)
            alive += row is not None and said is not None
            if said is _DAMAGED:
                yield Fault(where, f"its image in the journal is damaged (entry {event_id})")
            elif isinstance(row, StoreError):
                yield Fault(where, f"cannot be read: {row.message}")
            elif row is None and said is not None:
                yield Fault(where, f"is missing; the journal has it (entry {event_id})")
            elif row is not None and said is None:
                yield Fault(where, f"is on file, but was taken away (entry {event_id})")
            elif row is not None and said is not None:
                yield from _differences(where, row, unsaid | said, event_id)
        if database.value(f'SELECT count(*) FROM "{record}"') != alive:
            yield from _untold(database, record)


def _told(database: Database, record: str) -> Iterator[tuple[int, dict[str, Any] | None, int]]:
    """Each row that the journal knows, as it last was by it, with the entry that said so."""
    row_id, said, event_id = 0, None, 0
    for change in database.stream(
        "SELECT row_id, event_id, before, after FROM change WHERE record = ?"
        " ORDER BY row_id, event_id, n",
        (record,),
    ):
        if change["row_id"] != row_id:
            if row_id:
                yield row_id, said, event_id
            said = None
        row_id, event_id = change["row_id"], change["event_id"]
        after = change["after"]
        try:
            said = None if after is None else {**(said or {}), **json.loads(after)}
        except ValueError:
            said = _DAMAGED
    if row_id:
        yield row_id, said, event_id


def _row(database: Database, record: str, row_id: int) -> Row | StoreError | None:
    try:
        return database.row(f'SELECT * FROM "{record}" WHERE id = ?', (row_id,))
    except StoreError as error:  # bytes that are no text
        return error


def _differences(where: str, row: Row, said: dict[str, Any], event_id: int) -> Iterator[Fault]:
    now = image(row)
    for name in sorted(now.keys() | said.keys()):
        if now.get(name) != said.get(name):
            yield Fault(where, f"{name} is not what the journal says (entry {event_id})")
    if row["version"] != event_id:
        yield Fault(where, f"its version is {row['version']}, not entry {event_id}")


def _untold(database: Database, record: str) -> Iterator[Fault]:
    for row in database.stream(
        f'SELECT id FROM "{record}" WHERE id NOT IN (SELECT row_id FROM change WHERE record = ?)',
        (record,),
    ):
        yield Fault(f"{record} {row['id']}", "is on file, but the journal does not know it")


def _texts(database: Database) -> Iterator[Fault]:
    for sha256 in database.column("SELECT sha256 FROM article_text ORDER BY sha256"):
        where = f"article text {sha256[:12]}"
        try:
            text = database.value("SELECT text FROM article_text WHERE sha256 = ?", (sha256,))
        except StoreError as error:  # bytes that are no text
            yield Fault(where, f"cannot be read: {error.message}")
            continue
        if sha256_of(text) != sha256:
            yield Fault(where, "was altered: its hash is another")


def _snapshots(database: Database) -> Iterator[Fault]:
    for row in database.stream("SELECT sha256, size, data FROM snapshot ORDER BY sha256"):
        right = sha256_of(row["data"]) == row["sha256"]
        if not right or len(row["data"]) != row["size"]:
            yield Fault(f"snapshot {row['sha256'][:12]}", "was altered: its hash is another")


def _quotes(database: Database) -> Iterator[Fault]:
    for article in database.stream(
        "SELECT article.id, text FROM article JOIN article_text USING (sha256)"
    ):
        text = article["text"]
        for place in database.rows(
            "SELECT id, segments, quote FROM appearance WHERE article_id = ?", (article["id"],)
        ):
            if _quoted(text, place["segments"]) != place["quote"]:
                yield Fault(
                    f"appearance {place['id']}", f"is not what stands in article {article['id']}"
                )
        for sentence in database.rows(
            "SELECT id, start, stop FROM sentence WHERE article_id = ?", (article["id"],)
        ):
            if not 0 <= sentence["start"] <= sentence["stop"] <= len(text):
                yield Fault(f"sentence {sentence['id']}", f"is not in article {article['id']}")


def _anchors(database: Database) -> Iterator[Fault]:
    """Quotes of evidence in the text of the snapshot; white space may differ, words may not."""
    for row in database.stream(
        "SELECT evidence.id, start, stop, quote, text FROM evidence"
        " LEFT JOIN capture ON capture.id = capture_id"
        " LEFT JOIN article_text ON article_text.sha256 = text_sha256 WHERE start IS NOT NULL"
    ):
        text = row["text"] or ""
        inside = 0 <= row["start"] < (row["stop"] or 0) <= len(text)
        if not inside or text[row["start"] : row["stop"]].split() != row["quote"].split():
            yield Fault(f"evidence {row['id']}", "its quote is not what stands in the snapshot")


def _quoted(text: str, segments: str) -> str | None:
    """The words of a text in the segments, or ``None`` where they are no places in it."""
    try:
        places = [(start, end) for start, end in json.loads(segments)]
    except (ValueError, TypeError):
        return None
    inside = all(0 <= start < end <= len(text) for start, end in places)
    return GAP.join(text[start:end] for start, end in places) if inside else None


def _drawn(database: Database) -> Iterator[Fault]:
    for table, claims in derived.outdated(database):
        for claim in claims:
            yield Fault(
                f"{table} of claim {claim}", "is not what the records say; `workbench reindex`"
            )


def _matching(database: Database) -> Iterator[Fault]:
    for what in index_faults(database):
        yield Fault("the matching index", f"{what}; `workbench reindex`")


def _search(database: Database) -> Iterator[Fault]:
    """FTS5's check of its own index; it runs as a write, but writes nothing."""
    with database.writing():
        database.run("INSERT INTO claim_search (claim_search) VALUES ('integrity-check')")
    yield from ()


_CHECKS: tuple[tuple[str, Check], ...] = (
    ("the file", _structure),
    ("the file", _keys),
    ("the journal", _chain),
    ("the records", _images),
    ("the texts", _texts),
    ("the snapshots", _snapshots),
    ("the quotes", _quotes),
    ("the evidence", _anchors),
    ("the lists", _drawn),
    ("the matching index", _matching),
)
"""What is looked at, in this order."""
