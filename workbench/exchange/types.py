"""What passes between a desk and a file: whole records, free of any store's row numbers.

Times of day are ISO 8601 in UTC, dates are EDTF, offsets are code points of the article's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any, ClassVar, Protocol, runtime_checkable

import msgspec

from workbench.errors import InvalidInputError, Said, Tellable, as_said


class Record(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """What all records share: unknown fields are refused, empty ones are not written."""


class AppearanceRecord(Record, frozen=True):
    """Where a claim stands. ``article`` is the SHA-256 of the article's text, or nothing."""

    article: str = ""
    title: str = ""
    url: str = ""
    published: str = ""
    segments: tuple[tuple[int, int], ...] = ()
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    attribution: dict[str, Any] = {}
    facets: dict[str, Any] = {}
    corrections: dict[str, Any] = {}
    """What a person said of its facets."""
    extras: dict[str, str] = {}


class SourceRecord(Record, frozen=True, tag_field="record", tag="source"):
    """What evidence comes from."""

    uid: str = ""
    title: str = ""
    url: str = ""
    publisher: str = ""
    published: str = ""
    kind: str = "other"
    origin: str = ""
    note: str = ""
    accessed: str = ""
    interest: str = ""
    archive_url: str = ""
    retracted_at: str = ""
    retracted_by: str = ""
    retraction_reason: str = ""
    added_at: str = ""
    added_by: str = ""
    extras: dict[str, str] = {}


class EvidenceRecord(Record, frozen=True):
    """A source's bearing on the claim that holds this record."""

    source: SourceRecord
    uid: str = ""
    stance: str = "context"
    quote: str = ""
    locator: str = ""
    note: str = ""
    directness: str = ""
    accessed: str = ""
    added_at: str = ""
    added_by: str = ""
    retracted_at: str = ""
    retracted_by: str = ""
    retraction_reason: str = ""
    extras: dict[str, str] = {}


class VerdictRecord(Record, frozen=True):
    """A verdict, in force, superseded or withdrawn; a claim's are listed oldest first."""

    rating: str
    uid: str = ""
    label: str = ""
    scale: str = "default"
    explanation: str = ""
    holds: str = ""
    known_at: str = ""
    author: str = ""
    reviewer: str = ""
    review: str = ""
    reviewed_at: str = ""
    review_note: str = ""
    set_at: str = ""
    reason: str = ""
    succession: str = ""
    in_force: bool = True
    withdrawn_at: str = ""
    withdrawn_by: str = ""
    withdrawal_reason: str = ""
    extras: dict[str, str] = {}


class StepRecord(Record, frozen=True):
    """A step of a claim's check, or why it was left; a claim's are listed oldest first."""

    kind: str
    uid: str = ""
    outcome: str = "done"
    note: str = ""
    detail: tuple[str, ...] = ()
    at: str = ""
    by: str = ""


class ClaimRecord(Record, frozen=True, tag_field="record", tag="claim"):
    """A claim with its appearances, evidence and verdicts."""

    text: str
    uid: str = ""
    origin: str = ""
    external_id: str = ""
    original: str = ""
    translation: str = ""
    translator: str = ""
    language: str = ""
    claimant: str = ""
    said: str = ""
    kind: str = ""
    state: str = ""
    state_reason: str = ""
    worth: float | None = None
    worth_reasons: tuple[str, ...] = ()
    replacements: tuple[dict[str, Any], ...] = ()
    facets: dict[str, Any] = {}
    corrections: dict[str, Any] = {}
    """What a person said of its facets."""
    proposed_by: str = ""
    created_at: str = ""
    created_by: str = ""
    appearances: tuple[AppearanceRecord, ...] = ()
    evidence: tuple[EvidenceRecord, ...] = ()
    verdicts: tuple[VerdictRecord, ...] = ()
    steps: tuple[StepRecord, ...] = ()
    extras: dict[str, str] = {}


class SentenceRecord(Record, frozen=True):
    """A sentence of an article and what became of it."""

    start: int
    stop: int
    paragraph: int = 0
    language: str = ""
    state: str = "open"
    reason: str = ""


class ArticleRecord(Record, frozen=True, tag_field="record", tag="article"):
    """An article with its frozen text, the account of its sentences and its bytes as they came."""

    sha256: str
    text: str
    uid: str = ""
    title: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    published: str = ""
    published_provenance: str = ""
    media_type: str = "text/plain"
    origin: bytes = b""
    """Base64 where it is written."""
    retrieved_at: str = ""
    number: int = 1
    added_at: str = ""
    added_by: str = ""
    sentences: tuple[SentenceRecord, ...] = ()
    extras: dict[str, str] = {}


class MatchRecord(Record, frozen=True, tag_field="record", tag="match"):
    """Two claims of the same file, by their uids, and what was decided."""

    claim: str
    other: str
    relation: str
    probability: float = 0.0
    similarity: float = 0.0
    reasons: tuple[dict[str, Any], ...] = ()
    decision: str = "pending"
    decided_by: str = ""
    decided_at: str = ""
    decision_reason: str = ""
    found_at: str = ""


AnyRecord = ArticleRecord | SourceRecord | ClaimRecord | MatchRecord


class Located(msgspec.Struct, frozen=True):
    """A record and the line of the file that it begins on, from 1."""

    line: int
    record: AnyRecord
    given: frozenset[str]
    """Fields that the file gives; an update leaves all others as they are."""
    kin: tuple[bytes, ...] = ()
    """With the first of several reviews of one claim at one address: what each says."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be taken: where, which field, what is wrong and what to do."""

    line: int
    field: str
    problem: Tellable
    hint: Tellable = ""
    record: Any = None
    """The row as it was read, for a file of rejects; nothing where it could not be read at all."""
    is_note: bool = False
    """Whether it tells of what was passed over and is no record, such as a sheet without claims."""

    def __str__(self) -> str:
        return str(self.said)

    @property
    def said(self) -> Said:
        """All of it in one line, to be told in any language."""
        where = Said("line {line}", line=self.line)
        if self.field:
            where = Said("{where}, {field}", where=where, field=self.field)
        why = as_said(self.problem)
        if self.hint:
            why = Said("{problem} — {hint}", problem=why, hint=as_said(self.hint))
        return Said("{where}: {problem}", where=where, problem=why)


RESERVED = "workbench:"
"""How the names begin of extras that are the desk's own and no field of a file."""
FORMAT = f"{RESERVED}format"
"""Extra that says which format a review's fields are those of."""
REJECTED = "rejected"
"""Key under which a file of rejects says why a record is in it; every reader passes it over."""


class Format(Protocol):
    """An exchange format. A new one is one module with such a class, or a plug-in's."""

    name: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]]

    def read(self, stream: IO[str]) -> Iterator[Located | BadRow]:
        """Records in the order of the file, bad rows among them. Never raises for a bad row."""
        ...

    def write(self, records: Iterable[AnyRecord], stream: IO[str]) -> int:
        """Write the records; give how many were written."""
        ...


class ReadOnly:
    """A format of another tool that holds less than a record does: it is read and never written."""

    name: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]] = ()
    instead: ClassVar[tuple[str, ...]]
    """The formats to write in its place."""

    def __init__(self, ratings: frozenset[str]) -> None:
        """Its labels are placed by the desk's tables, so that the scale's ratings do not matter."""

    def write(self, records: Iterable[AnyRecord], stream: IO[str]) -> int:
        """Refused.

        Raises:
            InvalidInputError: always.
        """
        raise InvalidInputError(
            "{name} is read and not written",
            hint="Choose: {known}.",
            name=self.name,
            known=", ".join(self.instead),
        )


@runtime_checkable
class Recogniser(Protocol):
    """A format that knows its own files by what is in them, whatever they are called."""

    def recognises(self, start: str) -> bool:
        """Whether a text that starts so is in this format."""
        ...
