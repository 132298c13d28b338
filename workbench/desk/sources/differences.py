"""What has become of a source since its snapshot was kept."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.desk.session import Session
from workbench.desk.sources import quotes, retrieval
from workbench.desk.sources.retrieval import Retrieved
from workbench.errors import InvalidInputError
from workbench.intake.manners import Visitor
from workbench.records.queries import captures
from workbench.records.sqlite import Row

_GONE = frozenset({404, 410, 451})
_LINES = 12
"""Lines of a difference that are told; both texts are on file."""
_WIDTH = 160
_COMPARED = 2_000
"""Lines compared; a page has fewer."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a visit found, beside what was kept."""

    outcome: str
    note: str
    retrieved: Retrieved
    lost: list[str] = field(default_factory=list)


def look(session: Session, source: Row, visitor: Visitor) -> Found:
    """Visit a source and compare what is there with its snapshot."""
    now = session.now()
    try:
        answer = visitor.visit(source["url"])
    except InvalidInputError as error:
        nothing = Retrieved("web", source["url"], source["url"], "", b"", "", now)
        return Found("failed", error.message, nothing)
    there = retrieval.of_answer(answer, now)
    said = f"{answer.status} {answer.reason}".rstrip()
    if answer.status in _GONE:
        return Found("gone", said, there)
    if answer.status != 200:
        return Found("failed", said, there)
    kept = captures.kept(session.db, source["id"])
    if kept is None:
        return Found("same", "it answers; there is no snapshot to compare it with", there)
    return _compared(session, kept, there)


def _compared(session: Session, kept: Row, there: Retrieved) -> Found:
    database = session.db
    before = captures.text(database, kept["text_sha256"])
    if captures.data(database, kept["snapshot_sha256"]) == there.body:
        return Found("same", "", there)
    if before and there.text == before:
        return Found("same", "the page around the text is other", there)
    lost = [
        row["quote"]
        for row in captures.quotes(database, kept["source_id"])
        if next(quotes.places(before, row["quote"]), None)
        and not next(quotes.places(there.text, row["quote"]), None)
    ]
    note = difference(before, there.text) if before or there.text else "its bytes are other"
    return Found("changed", note, there, lost)


def difference(before: str, after: str) -> str:
    """What is other, in lines with ``-`` and ``+``; the first of them, and how many more."""
    lines = [_cropped(line) for line in _lines(before, after)]
    more = len(lines) - _LINES
    told = lines[:_LINES] + ([f"… {more} more lines"] if more > 0 else [])
    return "\n".join(told)


def _lines(before: str, after: str) -> Iterator[str]:
    old = [line for line in before.splitlines() if line.strip()][:_COMPARED]
    new = [line for line in after.splitlines() if line.strip()][:_COMPARED]
    for line in difflib.unified_diff(old, new, n=0, lineterm=""):
        if not line.startswith(("---", "+++", "@@")):
            yield line


def _cropped(line: str) -> str:
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1]}…"
