"""The correction ledger: every verdict that was corrected, updated or withdrawn, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from enum import StrEnum
from typing import IO

from workbench.desk.states import Succession
from workbench.records.queries import standing
from workbench.records.sqlite import Database, Row


class CorrectionKind(StrEnum):
    """What happened to a verdict."""

    CORRECTED = "corrected"
    """It was wrong when it was given, and another took its place."""
    UPDATED = "updated"
    """It was right when it was given; things changed, and another took its place."""
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the ledger. Moments are ISO 8601 in UTC."""

    claim_id: int
    claim_uid: str
    claim: str
    kind: CorrectionKind
    before: str
    """Rating key of the verdict that no longer stands."""
    before_label: str
    before_at: str
    before_by: str
    after: str
    """Rating key of the one that took its place, or nothing."""
    after_label: str
    at: str
    by: str
    reason: str
    published: bool
    """The earlier verdict stood in public: the claim was published before this."""
    language: str = ""
    """Of the claim's wording."""
    denied: bool = False
    """Its claimant denies what the wording says; see `ClaimRow.denied`."""


def ledger(database: Database, claim_id: int | None = None) -> list[Correction]:
    """All corrections, or those of one claim, oldest first."""
    with database.snapshot():
        rows = standing.verdicts_in_order(database, claim_id)
        public = standing.first_published(database, sorted({row["claim_id"] for row in rows}))
    return sorted(_corrections(rows, public), key=lambda each: (each.at, each.claim_id))


def write_csv(lines: Iterable[Correction], stream: IO[str]) -> None:
    """The ledger as CSV, a line each, that no spreadsheet runs as a formula."""
    import csv  # noqa: PLC0415 (few commands write)

    from workbench.exchange.tables.csv import escaped  # noqa: PLC0415

    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([field.name for field in fields(Correction)])
    for line in lines:
        writer.writerow([escaped(str(value)) for value in astuple(line)])


def _corrections(rows: list[Row], public: dict[int, str]) -> Iterator[Correction]:
    for place, row in enumerate(rows):
        following = rows[place + 1] if place + 1 < len(rows) else None
        if row["withdrawn_at"]:
            yield _withdrawn(row, public)
        elif not row["in_force"] and following and following["claim_id"] == row["claim_id"]:
            yield _superseded(row, following, public)


def _withdrawn(row: Row, public: dict[int, str]) -> Correction:
    return _correction(
        row,
        public,
        kind=CorrectionKind.WITHDRAWN,
        after="",
        after_label="",
        at=row["withdrawn_at"],
        by=row["withdrawn_by"],
        reason=row["withdrawal_reason"],
    )


def _superseded(row: Row, later: Row, public: dict[int, str]) -> Correction:
    wrong = later["succession"] == Succession.CORRECTION
    return _correction(
        row,
        public,
        kind=CorrectionKind.CORRECTED if wrong else CorrectionKind.UPDATED,
        after=later["rating"],
        after_label=later["label"],
        at=later["set_at"],
        by=later["author"],
        reason=later["reason"],
    )


def _correction(row: Row, public: dict[int, str], *, at: str, **values: str) -> Correction:
    first = public.get(row["claim_id"], "")
    return Correction(
        claim_id=row["claim_id"],
        claim_uid=row["claim_uid"],
        claim=row["text"],
        kind=CorrectionKind(values.pop("kind")),
        before=row["rating"],
        before_label=row["label"],
        before_at=row["set_at"],
        before_by=row["author"],
        at=at,
        published=bool(first) and first <= at,
        language=row["claim_language"],
        denied=bool(row["denied"]),
        **values,
    )
