"""The record as values that a file can hold, free of this store's row numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from workbench.exchange.types import (
    AnyRecord,
    AppearanceRecord,
    ArticleRecord,
    ClaimRecord,
    EvidenceRecord,
    MatchRecord,
    Record,
    SentenceRecord,
    SourceRecord,
    StepRecord,
    VerdictRecord,
)
from workbench.records.queries import articles
from workbench.records.queries import exchange as whole
from workbench.records.sqlite import Database, Row

Made = TypeVar("Made", bound=Record)

_JSON = {
    "worth_reasons",
    "replacements",
    "facets",
    "corrections",
    "extras",
    "segments",
    "attribution",
    "reasons",
    "detail",
}
ABSENT_ARTICLE = "article_sha256"
"""Extra of an appearance whose article is not on file: the hash of its text."""


def records(database: Database, claim_ids: Sequence[int] | None = None) -> Iterator[AnyRecord]:
    """Articles, sources, claims and matches, each before what refers to it.

    Args:
        database: the store, inside one snapshot.
        claim_ids: only these claims and what belongs to them; everything where ``None``.
    """
    for article_id in whole.articles_of(database, claim_ids):
        yield article_record(database, article_id)
    if claim_ids is None:
        yield from (source_record(row) for row in whole.sources_without_evidence(database))
    wanted = whole.claim_ids(database) if claim_ids is None else claim_ids
    for start in range(0, len(wanted), whole.PAGE):
        yield from claim_records(database, wanted[start : start + whole.PAGE])
    yield from (match_record(row) for row in whole.matches(database, claim_ids))


def claim_records(database: Database, ids: Sequence[int]) -> Iterator[ClaimRecord]:
    """Claims with all that belongs to them, in the order given."""
    appearances = whole.appearances(database, ids)
    evidence = whole.evidence(database, ids)
    verdicts = whole.verdicts(database, ids)
    sources = whole.sources_of(database, ids) if evidence else {}
    steps = whole.steps(database, ids)
    for row in whole.claims(database, ids):
        claim_id = row["id"]
        yield _plain(
            ClaimRecord,
            row,
            appearances=tuple(map(_appearance, appearances.get(claim_id, ()))),
            evidence=tuple(_evidence(each, sources) for each in evidence.get(claim_id, ())),
            verdicts=tuple(_plain(VerdictRecord, each) for each in verdicts.get(claim_id, ())),
            steps=tuple(_plain(StepRecord, each) for each in steps.get(claim_id, ())),
        )


def article_record(database: Database, article_id: int) -> ArticleRecord:
    """An article with its text, sentences and bytes."""
    row = articles.get(database, article_id)
    assert row is not None
    return _plain(
        ArticleRecord,
        row,
        origin=whole.origin_bytes(database, row["origin_sha256"]),
        sentences=tuple(
            _plain(SentenceRecord, sentence)
            for sentence in articles.sentences(database, article_id)
        ),
    )


def source_record(row: Row) -> SourceRecord:
    """A source."""
    return _plain(SourceRecord, row)


def match_record(row: Row) -> MatchRecord:
    """A match, its claims by their uids."""
    return _plain(MatchRecord, row, claim=row["claim_uid"], other=row["other_uid"])


def _appearance(row: Row) -> AppearanceRecord:
    extras = msgspec.json.decode(row["extras"], type=dict[str, str])
    absent = extras.pop(ABSENT_ARTICLE, "")
    on_file = row["article_id"] is not None
    return _plain(
        AppearanceRecord,
        row,
        article=row["article_sha256"] if on_file else absent,
        title=row["article_title"] if on_file else row["title"],
        url=row["article_url"] if on_file else row["url"],
        published=row["article_published"] if on_file else row["published"],
        extras=extras,
    )


def _evidence(row: Row, sources: Mapping[int, Row]) -> EvidenceRecord:
    return _plain(EvidenceRecord, row, source=source_record(sources[row["source_id"]]))


def _plain(kind: type[Made], row: Row, **values: Any) -> Made:
    """A record from the columns of the same names; columns of JSON are read."""
    for at, name, read in _columns(kind, tuple(row.keys())):
        value = row[at]
        if value is not None and value not in _NOTHING and name not in values:
            values[name] = read(value) if read else value
    return kind(**values)


_NOTHING = ("", "{}", "[]")


@lru_cache(maxsize=64)
def _columns(
    kind: type[Record], names: tuple[str, ...]
) -> tuple[tuple[int, str, Callable[[Any], Any] | None], ...]:
    """Place and name of each column that a kind of record has, and how it is read."""
    found = []
    for field in msgspec.structs.fields(kind):
        if field.name in names:
            read: Callable[[Any], Any] | None = None
            if field.name in _JSON:
                read = msgspec.json.Decoder(field.type).decode
            elif field.type is bool:
                read = bool
            found.append((names.index(field.name), field.name, read))
    return tuple(found)
