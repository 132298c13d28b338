"""Snapshots: the bytes of a source as they were retrieved, and what has become of it since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import msgspec

from workbench.desk import inputs
from workbench.desk.reading import anchor_of, place_of
from workbench.desk.session import Progress, Session, silent
from workbench.desk.sources import anchoring, differences, retrieval
from workbench.desk.sources.differences import Found
from workbench.desk.sources.retrieval import Retrieved
from workbench.desk.sources.sources import checked_fields
from workbench.desk.states import Anchor, Stance
from workbench.errors import InvalidInputError, NotFoundError, not_on_file
from workbench.intake.addresses import is_address
from workbench.intake.fetch import Redirect
from workbench.intake.manners import Visitor
from workbench.language.spans import Span
from workbench.records.change import Change
from workbench.records.queries import captures
from workbench.records.queries import sources as source_queries
from workbench.records.sqlite import Row


@dataclass(frozen=True, slots=True)
class CaptureView:
    """One visit to a source."""

    id: int
    source_id: int
    kind: str
    """``web``, ``file`` or ``warc``."""
    outcome: str
    """``kept``, then by later checks ``same``, ``changed``, ``gone`` or ``failed``."""
    url: str
    final_url: str
    redirects: tuple[Redirect, ...]
    status: int
    headers: tuple[tuple[str, str], ...]
    media_type: str
    sha256: str
    """Of the bytes, or nothing where none were kept."""
    size: int
    has_text: bool
    note: str
    """What is other than before, or why nothing was found."""
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found of a source."""

    source_id: int
    title: str
    url: str
    outcome: str
    note: str
    lost: tuple[str, ...] = ()
    """Quotes that the page no longer has. They stay evidence: the snapshot has them."""


@dataclass(frozen=True, slots=True)
class QuotedEvidence:
    """A quote that live evidence takes from a source."""

    evidence_id: int
    claim_id: int
    stance: Stance
    quote: str
    anchor: Anchor
    """Whether it stands in the snapshot that it was looked up in."""
    place: Span | None
    """Where it stands in the text that `Captures.text` gives; nothing where in another copy."""


class Captures:
    """Snapshots on file. What was kept stays; a later visit never replaces it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        address: str,
        *,
        ignore_robots: bool = False,
        allow_private: bool = False,
        **known: str,
    ) -> CaptureView:
        """Keep the bytes behind an address or in a file as a source's snapshot.

        A source with that address on file gets another snapshot; otherwise it is made, with what
        the page says of itself under what is given. Quotes from it are looked up in the snapshot.

        Args:
            address: http(s) address, or path of a file (HTML, PDF, text, picture, WARC).
            ignore_robots: visit it although the site asks programs not to.
            allow_private: visit addresses that are not out on the internet.
            known: fields of `Sources.add`, by name.

        Raises:
            InvalidInputError: it cannot be retrieved, or a field is wrong.
        """
        limits = retrieval.limits(self._session, allow_private=allow_private)
        fields = checked_fields(**known)
        if is_address(address):
            visitor = Visitor(limits, heed_robots=not ignore_robots)
            found = retrieval.from_web(address, visitor, self._session.now())
        else:
            found = retrieval.from_file(Path(address), fields.get("url", ""), self._session.now())
        return self._keep(found, fields)

    def again(
        self, source_id: int, *, ignore_robots: bool = False, allow_private: bool = False
    ) -> CaptureView:
        """Keep what stands at a source's address now as its snapshot.

        Raises:
            NotFoundError: there is no such source.
            InvalidInputError: it has no address, or cannot be retrieved.
        """
        row = self._source(source_id)
        if not row["url"]:
            raise InvalidInputError(
                "source {source_id} has no address",
                hint="Keep a file for it: `workbench source add FILE --for SOURCE`.",
                source_id=source_id,
            )
        visitor = Visitor(
            retrieval.limits(self._session, allow_private=allow_private),
            heed_robots=not ignore_robots,
        )
        return self._keep(
            retrieval.from_web(row["url"], visitor, self._session.now()), {}, source_id
        )

    def _source(self, source_id: int) -> Row:
        row = source_queries.get(self._session.db, source_id)
        if row is None:
            raise not_on_file("source", source_id)
        return row

    def add_file(self, source_id: int, path: str | Path) -> CaptureView:
        """Keep a file as the snapshot of a source that is on file.

        Raises:
            NotFoundError: there is no such source.
            InvalidInputError: the file cannot be read.
        """
        row = self._source(source_id)
        found = retrieval.from_file(Path(path), row["url"], self._session.now())
        return self._keep(found, {}, source_id)

    def of(self, source_id: int) -> list[CaptureView]:
        """The visits to a source, newest first."""
        return [_view(row) for row in captures.of_source(self._session.db, source_id)]

    def text(self, source_id: int) -> str:
        """The text of a source's snapshot, to quote from; nothing where there is none."""
        row = captures.kept(self._session.db, source_id)
        return "" if row is None else captures.text(self._session.db, row["text_sha256"])

    def quotes(self, source_id: int) -> list[QuotedEvidence]:
        """What live evidence quotes of a source, in the order in which it was linked."""
        kept = captures.kept(self._session.db, source_id)
        capture_id = kept["id"] if kept is not None else None
        return [
            QuotedEvidence(
                row["id"],
                row["claim_id"],
                Stance(row["stance"]),
                row["quote"],
                anchor_of(row),
                place_of(row) if row["capture_id"] == capture_id else None,
            )
            for row in captures.quotes(self._session.db, source_id)
        ]

    def data(self, capture_id: int) -> bytes:
        """The bytes that a visit kept.

        Raises:
            NotFoundError: there is no such visit, or it kept nothing.
        """
        row = captures.get(self._session.db, capture_id)
        if row is None or row["snapshot_sha256"] is None:
            raise NotFoundError("there is no snapshot {capture_id} on file", capture_id=capture_id)
        return captures.data(self._session.db, row["snapshot_sha256"])

    def write_warc(self, source_ids: Sequence[int], stream: IO[bytes]) -> int:
        """Write all that was kept of sources as WARC, which any archive tool replays.

        Gives how many snapshots were written.

        Raises:
            NotFoundError: nothing was kept of any of them.
        """
        from workbench.exchange import warc  # noqa: PLC0415

        database = self._session.db
        rows = [
            row
            for source_id in source_ids
            for row in reversed(captures.of_source(database, source_id))
            if row["snapshot_sha256"] is not None
        ]
        if not rows:
            raise NotFoundError(
                "there is no snapshot of that on file",
                hint="`workbench source keep SOURCE` makes one.",
            )
        return warc.write(
            (
                retrieval.archived(row, captures.data(database, row["snapshot_sha256"]))
                for row in rows
            ),
            stream,
        )

    def check(
        self,
        source_ids: Sequence[int] = (),
        *,
        allow_private: bool = False,
        progress: Progress = silent,
    ) -> list[Checked]:
        """Visit sources again and say what became of them; all that have an address by default.

        What was kept stays the evidence. A page that changed is kept beside it, with what is other
        than before; ``robots.txt`` is heeded, and no host is pressed.

        Raises:
            NotFoundError: there is no such source.
        """
        database = self._session.db
        for source_id in source_ids:
            self._source(source_id)
        rows = [
            row for row in captures.online(database) if not source_ids or row["id"] in source_ids
        ]
        visitor = Visitor(retrieval.limits(self._session, allow_private=allow_private))
        found = []
        for done, row in enumerate(rows):
            progress(done, len(rows))
            found.append((row, differences.look(self._session, row, visitor)))
        if found:
            self._note(found)
        progress(len(rows), len(rows))
        return [
            Checked(row["id"], row["title"], row["url"], each.outcome, each.note, tuple(each.lost))
            for row, each in found
        ]

    def orphans(self) -> list[anchoring.Orphan]:
        """Quotes that do not stand in the snapshot of their source."""
        return anchoring.orphans(self._session.db)

    def _note(self, found: Iterable[tuple[Row, Found]]) -> None:
        session = self._session
        with session.change("source checked") as change:
            outcomes = []
            for row, each in found:
                _file(session, change, row["id"], each)
                outcomes.append(each.outcome)
            change.summary = ", ".join(
                f"{outcomes.count(outcome)} {outcome}" for outcome in dict.fromkeys(outcomes)
            )

    def _keep(
        self, found: Retrieved, fields: dict[str, Any], source_id: int | None = None
    ) -> CaptureView:
        session = self._session
        with session.change("snapshot kept") as change:
            if source_id is None:
                source_id = _source(session, change, found, fields)
            source = change.get("source", source_id)
            change.summary = source["title"]
            capture_id = _file(session, change, source_id, Found("kept", "", found))
            row = captures.get(change.db, capture_id)
            assert row is not None
            change.update(
                "source",
                source_id,
                snapshot_sha256=row["snapshot_sha256"],
                accessed=source["accessed"] or f"{found.at:%Y-%m-%d}",
            )
            anchoring.anchor_all(change, source_id, capture_id, found.text)
        return _view(row)


def _source(session: Session, change: Change, found: Retrieved, fields: dict[str, Any]) -> int:
    """The source with that address, or a new one that says of itself what the page says."""
    url = fields.get("url") or found.url
    known = captures.source_at(change.db, url) if url else None
    if known is not None:
        change.update("source", known, **fields)
        return known
    said = {name: value for name, value in found.said.items() if value}
    title = found.name if not said.get("title") else said["title"]
    values = {**said, "title": inputs.words(title, "title"), **fields, "url": url}
    return change.insert(
        "source",
        uid=session.new_uid(),
        **values,
        added_at=session.stamp(),
        added_by=session.actor,
    )


def _file(session: Session, change: Change, source_id: int, visit: Found) -> int:
    """Put a visit on file, and the bytes where they are new."""
    found = visit.retrieved
    kept: dict[str, Any] = {}
    if visit.outcome in {"kept", "changed"}:
        kept["snapshot_sha256"] = change.keep_bytes(found.body, found.media_type, found.at)
        if found.text:
            kept["text_sha256"] = change.keep_text(found.text)
    return change.insert(
        "capture",
        uid=session.new_uid(),
        source_id=source_id,
        kind=found.kind,
        outcome=visit.outcome,
        url=found.url or found.name,
        final_url=found.final_url,
        redirects=msgspec.json.encode(found.redirects).decode(),
        status=found.status,
        headers=msgspec.json.encode(found.headers).decode(),
        media_type=found.media_type,
        note=visit.note,
        at=session.stamp(),
        by=session.actor,
        **kept,
    )


def _view(row: Row) -> CaptureView:
    return CaptureView(
        id=row["id"],
        source_id=row["source_id"],
        kind=row["kind"],
        outcome=row["outcome"],
        url=row["url"],
        final_url=row["final_url"],
        redirects=msgspec.json.decode(row["redirects"], type=tuple[Redirect, ...]),
        status=row["status"],
        headers=msgspec.json.decode(row["headers"], type=tuple[tuple[str, str], ...]),
        media_type=row["media_type"],
        sha256=row["snapshot_sha256"] or "",
        size=row["size"],
        has_text=row["text_sha256"] is not None,
        note=row["note"],
        at=datetime.fromisoformat(row["at"]),
        by=row["by"],
    )
