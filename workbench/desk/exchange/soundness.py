"""Records that no desk wrote: values which the program could not read back once they are on file.

A script that writes our own records may put anything into a moment or a word of ours.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

import msgspec

from workbench.desk.exchange.imported import RowRefusedError
from workbench.desk.states import Decision, Review, Succession
from workbench.errors import Said
from workbench.exchange.tables.rows import DAY_COLUMNS, SOURCE_KINDS, date_problem
from workbench.exchange.types import (
    AnyRecord,
    ArticleRecord,
    ClaimRecord,
    EvidenceRecord,
    MatchRecord,
    Record,
    SourceRecord,
    VerdictRecord,
)
from workbench.matching.types import Relation
from workbench.splitting.types import SentenceState

_MOMENT = "Write it in UTC, as 2024-08-15T17:10:00+00:00, or leave it out."
_RELATIONS, _DECISIONS = frozenset[str](Relation), frozenset[str](Decision)
_REVIEWS, _SUCCESSIONS = frozenset[str](Review), frozenset[str](Succession)
_STATES = frozenset[str](SentenceState)


def check(record: AnyRecord) -> None:
    """Refuse what the program could not read back.

    Raises:
        RowRefusedError: which field, and what it should be.
    """
    if isinstance(record, ClaimRecord):
        check_claim(record)
        return
    _moments(record, "")
    if isinstance(record, ArticleRecord):
        _article(record)
    elif isinstance(record, SourceRecord):
        _source(record)
    elif record.claim == record.other:
        raise RowRefusedError("other", "a claim is no match of itself")
    else:
        _match(record)


def check_claim(record: ClaimRecord) -> None:
    """The same for a claim alone.

    Raises:
        RowRefusedError: as for `check`.
    """
    _moments(record, "")
    for verdict in record.verdicts:
        _verdict(verdict)
    for evidence in record.evidence:
        _evidence(evidence)
    for step in record.steps:
        _moments(step, "steps.")


def _verdict(record: VerdictRecord) -> None:
    _moments(record, "verdicts.")
    _one_of("verdicts.review", record.review, _REVIEWS)
    _one_of("verdicts.succession", record.succession, _SUCCESSIONS)


def _evidence(record: EvidenceRecord) -> None:
    _moments(record, "evidence.")
    _moments(record.source, "evidence.source.")
    _days(record.source, "evidence.source.")


def _source(record: SourceRecord) -> None:
    if not (record.title or record.url):
        raise RowRefusedError("title", "a source without a title or an address")
    _one_of("kind", record.kind, SOURCE_KINDS)
    _days(record, "")


def _match(record: MatchRecord) -> None:
    _one_of("relation", record.relation, _RELATIONS)
    _one_of("decision", record.decision, _DECISIONS)


def _article(record: ArticleRecord) -> None:
    if not record.text.strip():
        raise RowRefusedError("text", "an article without words")
    _day("published", record.published)
    for sentence in record.sentences:
        _one_of("sentences.state", sentence.state, _STATES)
        if not 0 <= sentence.start < sentence.stop <= len(record.text):
            raise RowRefusedError(
                "sentences",
                Said(
                    "{start} to {stop} is no stretch of a text of {count:,} characters",
                    start=sentence.start,
                    stop=sentence.stop,
                    count=len(record.text),
                ),
            )


def _days(record: SourceRecord, where: str) -> None:
    _day(f"{where}published", record.published)
    _day(f"{where}accessed", record.accessed)


def _day(name: str, value: str) -> None:
    problem = date_problem(value) if value else None
    if problem:
        raise RowRefusedError(name, *problem)


def _moments(record: Record, where: str) -> None:
    for name in _moment_fields(type(record)):
        value: str = getattr(record, name)
        if value and not _is_moment(value):
            problem = Said("{value!r} is no moment", value=value[:100])
            raise RowRefusedError(f"{where}{name}", problem, _MOMENT)


def _one_of(name: str, value: str, known: frozenset[str]) -> None:
    if value not in known:
        listed = ", ".join(sorted(filter(None, known)))
        problem = Said("{value!r} is not known", value=value[:100])
        raise RowRefusedError(name, problem, Said("One of: {known}.", known=listed))


@lru_cache(maxsize=16)
def _moment_fields(kind: type[Record]) -> tuple[str, ...]:
    names = [each.name for each in msgspec.structs.fields(kind) if each.name not in DAY_COLUMNS]
    return tuple(name for name in names if name == "at" or name.endswith("_at"))


@lru_cache(maxsize=4_096)
def _is_moment(value: str) -> bool:
    """Whether it is a moment in UTC: those on file are put in order by their signs."""
    try:
        return not datetime.fromisoformat(value).utcoffset() and value.endswith(("Z", "+00:00"))
    except ValueError:
        return False
