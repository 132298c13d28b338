"""Why a verdict may no longer stand: always a cause, never its age."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from workbench.desk.facets.telling import wording
from workbench.desk.words import say
from workbench.errors import InvalidInputError
from workbench.facets.interval import parse_edtf
from workbench.matching.reasons import Key
from workbench.records.queries import standing
from workbench.records.sqlite import Database, Row


class CauseKind(StrEnum):
    """What has happened since a verdict was given."""

    INTERVAL_ENDED = "interval_ended"
    """The time it holds for is over: it says nothing of today."""
    NEW_EVIDENCE = "new_evidence"
    EVIDENCE_RETRACTED = "evidence_retracted"
    NEWER_FIGURE = "newer_figure"
    """A matched claim has a later figure or date."""
    CONFLICT = "conflict"
    """A person confirmed that a claim on file is at odds with it."""
    SOURCE_CHANGED = "source_changed"
    SOURCE_GONE = "source_gone"


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause, when it came about, and its values for the message."""

    claim_id: int
    kind: CauseKind
    at: str
    """ISO moment, or the day on which an interval ended."""
    values: Mapping[str, object]

    def says(self, language: str = "en", apart: Callable[[str], str] = str) -> str:
        """The cause in words; ``apart`` holds a text together that is of the other direction."""
        told = {
            name: apart(value) if isinstance(value, str) else value
            for name, value in self.values.items()
        }
        return say(f"stale.{self.kind}", language, at=self.at[:10], **told)

    @property
    def undermines(self) -> bool:
        """Whether it may make the verdict wrong, and does not only bound the time it speaks of."""
        return self.kind is not CauseKind.INTERVAL_ENDED


def causes(database: Database, claim_id: int, now: datetime) -> tuple[Cause, ...]:
    """Why the verdict in force on a claim may no longer stand; nothing where it does."""
    return tuple(_all(database, claim_id, now))


def by_claim(database: Database, now: datetime) -> dict[int, tuple[Cause, ...]]:
    """Claim → why its verdict in force may no longer stand, for all claims where there is a why."""
    found: dict[int, list[Cause]] = defaultdict(list)
    for cause in _all(database, None, now):
        found[cause.claim_id].append(cause)
    return {claim_id: tuple(found[claim_id]) for claim_id in sorted(found)}


def _all(database: Database, claim_id: int | None, now: datetime) -> Iterator[Cause]:
    yield from _ended(database, claim_id, now)
    for row in standing.evidence_since(database, claim_id):
        yield _cause(row, CauseKind.NEW_EVIDENCE, source=_title(row))
    for row in standing.retracted_since(database, claim_id):
        yield _cause(row, CauseKind.EVIDENCE_RETRACTED, source=_title(row), why=row["why"])
    for row in standing.matches_since(database, claim_id):
        if row["relation"] == "conflict":
            yield _cause(row, CauseKind.CONFLICT, claim=str(row["other_id"]), text=_text(row))
        elif _is_later(row):
            yield _cause(row, CauseKind.NEWER_FIGURE, claim=str(row["other_id"]), text=_text(row))
    for row in standing.sources_since(database, claim_id):
        kind = CauseKind.SOURCE_GONE if row["outcome"] == "gone" else CauseKind.SOURCE_CHANGED
        yield _cause(row, kind, source=_title(row))


def _ended(database: Database, claim_id: int | None, now: datetime) -> Iterator[Cause]:
    for row in standing.ending(database, claim_id):
        latest = _last_day(row["holds"])
        if latest is not None and latest < now.date():
            values = {"holds": row["holds"]}
            yield Cause(row["claim_id"], CauseKind.INTERVAL_ENDED, latest.isoformat(), values)


def _last_day(edtf: str) -> date | None:
    try:
        return parse_edtf(edtf).latest
    except InvalidInputError:  # as an import gave it: words for readers, not a date
        return None


def _is_later(row: Row) -> bool:
    """Whether the claim across is the later of the two."""
    later = {Key.LATER_FIGURE, Key.LATER_DATE} if row["turned"] else _EARLIER
    return row["key"] in later


_EARLIER = {Key.EARLIER_FIGURE, Key.EARLIER_DATE}


def _cause(row: Row, kind: CauseKind, **values: object) -> Cause:
    return Cause(row["claim_id"], kind, row["at"], values)


def _text(row: Row) -> str:
    return wording(row["text"], row["language"], denied=bool(row["denied"]))


def _title(row: Row) -> str:
    return str(row["title"] or row["url"])
