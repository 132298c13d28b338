"""The record as values that a file can hold, free of this store's row numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

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


def records(
    database: Database, claim_ids: Sequence[int] | None = None, *, to_copy: bool = False
) -> Iterator[AnyRecord]:
    """Articles, sources, claims and matches, each before what refers to it.

    Args:
        database: the store, inside one snapshot.
        claim_ids: only these claims and what belongs to them; everything where ``None``.
        to_copy: give facets as the JSON that is kept, for a writer of JSON to copy.
    """
    for article_id in whole.articles_of(database, claim_ids):
        yield article_record(database, article_id)
    if claim_ids is None:
        yield from (source_record(row) for row in whole.sources_without_evidence(database))
    wanted = whole.claim_ids(database) if claim_ids is None else claim_ids
    for start in range(0, len(wanted), whole.PAGE):
        page = wanted[start : start + whole.PAGE]
        yield from claim_records(database, page, to_copy=to_copy)
    yield from (match_record(row) for row in whole.matches(database, claim_ids))


def claim_records(
    database: Database, ids: Sequence[int], *, to_copy: bool = False
) -> Iterator[ClaimRecord]:
    """Claims with all that belongs to them, in the order given; see `records`."""
    return (record for _, record in claims_filed(database, ids, to_copy=to_copy))


def claims_filed(
    database: Database, ids: Sequence[int], *, to_copy: bool = False
) -> Iterator[tuple[Row, ClaimRecord]]:
    """The same, each behind its row."""
    parts: defaultdict[int, dict[str, Any]] = defaultdict(dict)
    for name, found in (
        ("appearances", _appearances(whole.appearances(database, ids), to_copy=to_copy)),
        ("evidence", _evidence(database, ids)),
        ("verdicts", _plain(VerdictRecord, whole.verdicts(database, ids))),
        ("steps", _plain(StepRecord, whole.steps(database, ids))),
    ):
        for claim_id, group in groupby(found, key=itemgetter(0)):
            parts[claim_id][name] = tuple(record for _, record in group)
    rows = whole.claims(database, ids)
    for row, fields in zip(rows, _fields(ClaimRecord, rows, to_copy=to_copy), strict=True):
        yield row, ClaimRecord(**fields, **parts.get(row["id"], {}))


def article_record(database: Database, article_id: int) -> ArticleRecord:
    """An article with its text, sentences and bytes."""
    row = articles.get(database, article_id)
    assert row is not None
    (fields,) = _fields(ArticleRecord, [row])
    sentences = _fields(SentenceRecord, articles.sentences(database, article_id))
    return ArticleRecord(
        **fields,
        origin=whole.origin_bytes(database, row["origin_sha256"]),
        sentences=tuple(SentenceRecord(**each) for each in sentences),
    )


def source_record(row: Row) -> SourceRecord:
    """A source."""
    (fields,) = _fields(SourceRecord, [row])
    return SourceRecord(**fields)


def match_record(row: Row) -> MatchRecord:
    """A match, its claims by their uids."""
    (fields,) = _fields(MatchRecord, [row])
    return MatchRecord(**fields, claim=row["claim_uid"], other=row["other_uid"])


Part = tuple[int, Record]
"""A claim, and one of its appearances, pieces of evidence, verdicts or steps."""


def _plain(kind: type[Record], rows: Sequence[Row]) -> Iterator[Part]:
    for row, fields in zip(rows, _fields(kind, rows), strict=True):
        yield row["claim_id"], kind(**fields)


def _evidence(database: Database, ids: Sequence[int]) -> Iterator[Part]:
    rows = whole.evidence(database, ids)
    sources = {}
    if rows:
        found = whole.sources_of(database, ids)
        for row, fields in zip(found, _fields(SourceRecord, found), strict=True):
            sources[row["id"]] = SourceRecord(**fields)
    for row, fields in zip(rows, _fields(EvidenceRecord, rows), strict=True):
        yield row["claim_id"], EvidenceRecord(**fields, source=sources[row["source_id"]])


def _appearances(rows: Sequence[Row], *, to_copy: bool) -> Iterator[Part]:
    found = _fields(AppearanceRecord, rows, to_copy=to_copy)
    for row, fields in zip(rows, found, strict=True):
        fields["article"] = fields.get("extras", {}).pop(ABSENT_ARTICLE, "")
        if row["article_id"] is not None:
            fields["article"] = row["article_sha256"]
            fields |= {name: row[f"article_{name}"] for name in ("title", "url", "published")}
        yield row["claim_id"], AppearanceRecord(**fields)


_BLANK: frozenset[str | None] = frozenset({None, ""})
_NOTHING = _BLANK | {"{}", "[]"}
"""What a column of JSON has where nothing is known, so that a record need not say it; a column of
words has `_BLANK` alone: somebody may have said "[]"."""


def _fields(
    kind: type[Record], rows: Sequence[Row], *, to_copy: bool = False
) -> list[dict[str, Any]]:
    """For each row of a query: field → value, from the columns of the same names.

    It goes column by column, since most columns are empty, or full, in all rows of a page.
    """
    if not rows:
        return []
    readers = _readers(kind, to_copy=to_copy)
    full: dict[str, Sequence[Any]] = {}
    sparse: dict[str, Sequence[Any]] = {}
    for name, column in zip(rows[0].keys(), zip(*rows, strict=True), strict=True):
        if name not in readers:
            continue
        is_text = readers[name] is None
        if is_text and _BLANK.isdisjoint(column):
            full[name] = column
        elif not (_BLANK if is_text else _NOTHING).issuperset(column):
            sparse[name] = column
    names = list(full)
    values = zip(*full.values(), strict=True)
    found = [dict(zip(names, each, strict=True)) for each in values]
    found = found or [{} for _ in rows]
    for name, some in sparse.items():
        read = readers[name]
        nothing = _BLANK if read is None else _NOTHING
        for fields, value in zip(found, some, strict=True):
            if value not in nothing:
                fields[name] = value if read is None else read(value)
    return found


def _copied(text: str) -> msgspec.Raw:
    """JSON that is written as it is kept."""
    return msgspec.Raw(text.encode())


@lru_cache(maxsize=16)
def _readers(kind: type[Record], *, to_copy: bool) -> Mapping[str, Callable[[Any], Any] | None]:
    """Field → how its column is read, where the value is not the column's own."""
    found: dict[str, Callable[[Any], Any] | None] = {}
    for field in msgspec.structs.fields(kind):
        is_json = field.name in _JSON
        found[field.name] = msgspec.json.Decoder(field.type).decode if is_json else None
        if field.type is bool:
            found[field.name] = bool
        elif to_copy and field.name == "facets":
            found[field.name] = _copied
    return found
