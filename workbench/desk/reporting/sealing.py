"""A report held against the record that it was made from."""

from __future__ import annotations

import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path

import msgspec

from workbench.desk.reporting.reports import Reports
from workbench.desk.session import Session
from workbench.errors import InvalidInputError, WorkbenchError
from workbench.records import earlier, journal
from workbench.records.queries import reports as rest
from workbench.records.sqlite import Row
from workbench.reports.render import formats, render, report_format
from workbench.reports.view import ReportView

_SEAL = re.compile(rb"workbench-report:(\d{1,18}):([0-9a-f]{64}):([a-z-]+):([a-z0-9_-]*)")
_LARGEST_PART = 1_000_000

Seal = tuple[int, str, str, str]
"""Journal entry, its hash, the report's language, and what was asked for."""


@dataclass(frozen=True, slots=True)
class Later:
    """An entry about a claim of the report that was made since."""

    entry: int
    at: str
    by: str
    what: str
    why: str
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What came of it."""

    entry: int
    """The journal entry that the report says it rests on."""
    known: bool
    """That entry is in this file's journal, with the same hash."""
    newer: int
    """Entries since."""
    same: bool | None
    """Made anew of the record as it was then it has the same bytes; ``None`` where that could not
    be tried, since a later entry of the journal is damaged."""
    current: bool = True
    """Made of the record as it is now it would tell the same."""
    since: tuple[Later, ...] = ()
    """What was done since to the claims that it tells of, oldest first."""


def hold(
    session: Session, reports: Reports, data: bytes, file: str, templates: Path | None = None
) -> Held:
    """Hold a report against the record as it was at its entry in the journal, and as it is.

    Raises:
        InvalidInputError: it is no report of ours.
    """
    made = partial(_page, file=file, templates=templates)
    held = [_held(session, reports, seal, data, made) for seal in _seals(data, file)]
    return max(held, key=lambda each: (each.same is True, each.known))


def _held(
    session: Session,
    reports: Reports,
    seal: Seal,
    data: bytes,
    made: Callable[[ReportView | None], bytes | None],
) -> Held:
    """What comes of a report with this seal.

    Args:
        session: of the desk.
        reports: of the record as it is.
        seal: what the report says that it rests on.
        data: the report.
        made: makes one of the same kind.
    """
    entry, hash_, language, asked = seal
    if rest.entry_hash(session.db, entry) != hash_:
        return Held(entry, known=False, newer=0, same=None)
    newer = (journal.latest(session.db, 1)[0]["id"]) - entry
    now = _view(reports, asked, language)
    if not newer:
        return Held(entry, known=True, newer=0, same=made(now) == data)
    if not earlier.is_intact_since(session.db, entry):
        return Held(entry, known=True, newer=newer, same=None)
    with earlier.as_of(session.store, entry) as store:
        then = _view(type(reports)(msgspec.structs.replace(session, store=store)), asked, language)
    same = made(then) == data
    is_current = then is not None and now is not None and _told(then) == _told(now)
    told = {each.id for view in (then, now) if view for each in view.claims}
    return Held(entry, True, newer, same, is_current, _since(session, entry, told))


def _told(view: ReportView) -> ReportView:
    """What a report tells, whenever it was made."""
    return replace(view, as_of="", changed="", journal_entry=0, journal_hash="")


def _since(session: Session, entry: int, claims: Iterable[int]) -> tuple[Later, ...]:
    found: dict[int, Row] = {}
    about: defaultdict[int, list[int]] = defaultdict(list)
    for claim in sorted(claims):
        for row in journal.of_claim(session.db, claim):
            if row["id"] > entry:
                found[row["id"]] = row
                about[row["id"]].append(claim)
    return tuple(
        Later(id_, row["at"], row["actor"], row["action"], row["why"], tuple(about[id_]))
        for id_, row in sorted(found.items())
    )


def _page(view: ReportView | None, file: str, templates: Path | None) -> bytes | None:
    suffix = Path(file).suffix.lower()
    name = next((name for name in formats() if report_format(name).suffix == suffix), None)
    if name is None:
        raise InvalidInputError(
            "{file}: its ending tells no report format",
            hint="Give it the ending it had.",
            file=file,
        )
    return None if view is None else render(view, name, templates)


def _view(reports: Reports, asked: str, language: str) -> ReportView | None:
    """The report that was asked for, unless that names what is not on file."""
    try:
        return _asked(reports, asked, language)
    except (WorkbenchError, ValueError, LookupError):
        return None


def _asked(reports: Reports, asked: str, language: str) -> ReportView:
    kind, *values = asked.split("_")
    if kind == "article":
        return reports.article(int(values[0]), language=language)
    if kind == "claim":
        return reports.claims([int(value) for value in values], language=language)
    days = dict(zip([kind, *values][::2], [kind, *values][1::2], strict=False))
    since, until = (
        date.fromisoformat(days[word]) if word in days else None for word in ("since", "until")
    )
    return reports.period(since, until, language=language)


def _seals(data: bytes, file: str) -> list[Seal]:
    """The seal of a report: the first in the file or the last, since the record's own words may
    have the form of one.

    Raises:
        InvalidInputError: there is none.
    """
    found = [match.groups() for match in _SEAL.finditer(_readable(data))]
    if not found:
        raise InvalidInputError(
            "{file} is no report that this program can hold against a record",
            hint="Give a report that `workbench report` wrote, as it was written.",
            file=file,
        )
    return [
        (int(entry), hash_.decode(), language.decode(), asked.decode())
        for entry, hash_, language, asked in dict.fromkeys((found[0], found[-1]))
    ]


def _readable(data: bytes) -> bytes:
    """The part of a file that its seal stands in."""
    if data[:2] == b"PK":
        try:
            with zipfile.ZipFile(BytesIO(data)) as parts, parts.open("docProps/core.xml") as part:
                return part.read(_LARGEST_PART)
        except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError):
            return b""
    if data[:1] == b"{":
        try:
            told = json.loads(data)
            asked = str(told["asked"]).replace(" ", "_")
            seal = (told["journal_entry"], told["journal_hash"], told["language"], asked)
        except (ValueError, KeyError, TypeError, RecursionError):
            return b""
        return ":".join(map(str, ("workbench-report", *seal))).encode()
    return data
