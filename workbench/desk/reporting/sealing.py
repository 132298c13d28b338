"""A report held against the record that it was made from."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

from workbench.desk.reporting.reports import Reports
from workbench.desk.session import Session
from workbench.errors import InvalidInputError, WorkbenchError
from workbench.records import journal
from workbench.records.queries import reports as rest
from workbench.reports.render import formats, render, report_format
from workbench.reports.view import ReportView

_SEAL = re.compile(rb"workbench-report:(\d{1,18}):([0-9a-f]{64}):([a-z-]+):([a-z0-9_-]*)")
_LARGEST_PART = 1_000_000


@dataclass(frozen=True, slots=True)
class Held:
    """What came of it."""

    entry: int
    """The journal entry that the report says it rests on."""
    known: bool
    """That entry is in this file's journal, with the same hash."""
    newer: int
    """Entries since; then the words can no longer be compared."""
    same: bool | None
    """Made anew it has the same bytes; ``None`` where that could not be tried."""


def hold(
    session: Session, reports: Reports, data: bytes, file: str, templates: Path | None = None
) -> Held:
    """Hold a report against the record: its entry in the journal, then its bytes made anew.

    Raises:
        InvalidInputError: it is no report of ours.
    """
    entry, hash_, language, asked = _seal(data, file)
    known = rest.entry_hash(session.db, entry) == hash_
    head = next(iter(journal.latest(session.db, 1)), None)
    newer = (head["id"] if head else 0) - entry if known else 0
    same = None
    if known and not newer:
        same = _made_anew(reports, asked, language, file, templates) == data
    return Held(entry, known, newer, same)


def _made_anew(
    reports: Reports, asked: str, language: str, file: str, templates: Path | None
) -> bytes | None:
    suffix = Path(file).suffix.lower()
    name = next((name for name in formats() if report_format(name).suffix == suffix), None)
    if name is None:
        raise InvalidInputError(
            "{file}: its ending tells no report format",
            hint="Give it the ending it had.",
            file=file,
        )
    try:
        return render(_view(reports, asked, language), name, templates)
    except (WorkbenchError, ValueError, LookupError):  # it names what is not on file
        return None


def _view(reports: Reports, asked: str, language: str) -> ReportView:
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


def _seal(data: bytes, file: str) -> tuple[int, str, str, str]:
    found = _SEAL.search(_readable(data))
    if found is None:
        raise InvalidInputError(
            "{file} is no report that this program can hold against a record",
            hint="Give a report that `workbench report` wrote, as it was written.",
            file=file,
        )
    entry, hash_, language, asked = found.groups()
    return int(entry), hash_.decode(), language.decode(), asked.decode()


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
