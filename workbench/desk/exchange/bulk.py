"""New claims filed by the thousand: the rows of a batch at once, and what is drawn from them.

What they leave on file is what filing them one by one leaves (`filing_records`), but for numbers of
rows. The store is asked once for all that a batch refers to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import count
from operator import attrgetter
from typing import Any, NamedTuple

from workbench.desk.exchange.imported import json_of, source_keys
from workbench.desk.exchange.meaning import Meaning
from workbench.desk.exchange.placing import columns_of_place, start_of
from workbench.desk.session import Session
from workbench.exchange.types import ClaimRecord, SourceRecord
from workbench.language.fold import fold_text
from workbench.records.change import Change
from workbench.records.queries import exchange as whole

# fmt: off
_CLAIM = (
    "origin", "external_id", "text", "translation", "translator", "language", "claimant", "said",
    "kind", "state_reason", "proposed_by",
)
_SOURCE = (
    "url", "publisher", "published", "kind", "origin", "note", "accessed", "interest",
    "archive_url", "retracted_at", "retracted_by", "retraction_reason",
)
_EVIDENCE = (
    "stance", "quote", "locator", "note", "directness", "accessed", "retracted_at", "retracted_by",
    "retraction_reason",
)
_VERDICT = (
    "rating", "label", "scale", "explanation", "holds", "known_at", "reviewer", "reason",
    "review", "reviewed_at", "review_note", "succession", "withdrawn_at", "withdrawn_by",
    "withdrawal_reason",
)
_STEP = ("kind", "outcome", "note")
# fmt: on
_of_claim = attrgetter(*_CLAIM)
_of_source = attrgetter(*_SOURCE)
_of_evidence = attrgetter(*_EVIDENCE)
_of_verdict = attrgetter(*_VERDICT)
_of_step = attrgetter(*_STEP)
_folded = lru_cache(maxsize=4_096)(fold_text)
"""Claimants recur."""


class New(NamedTuple):
    """A claim that is not on file, made ready."""

    record: ClaimRecord
    meaning: Meaning
    words: str


class Filer:
    """Files batches of new claims inside one change."""

    def __init__(self, session: Session, change: Change) -> None:
        self._session = session
        self._change = change
        self._stamp = session.stamp()

    def file(self, claims: Sequence[New]) -> range:
        """File the claims, and give their ids in their order. They are not indexed.

        Raises:
            RowRefusedError: a claim does not fit what is on file.
            TakenError: a part of one has an identity that another on file has.
        """
        records = [new.record for new in claims]
        own = "uid original state worth worth_reasons created_at created_by extras"
        own += " facets corrections replacements"
        ids = self._insert("claim", own, _CLAIM, [self._claim(new) for new in claims])
        articles = self._places(ids, claims)
        self._evidence(ids, records)
        self._verdicts(ids, records)
        self._steps(ids, records)
        numbered = list(zip(ids, claims, strict=True))
        self._change.drawn_by_caller(
            ids,
            [_listed(claim_id, new.record, articles.get(claim_id)) for claim_id, new in numbered],
            [new.words for new in claims],
            unread=[
                claim_id
                for claim_id, new in numbered
                if not new.meaning.read and new.record.state != "set_aside"
            ],
            with_facets=[claim_id for claim_id, new in numbered if new.meaning.has_facets],
        )
        return ids

    def _claim(self, new: New) -> tuple[Any, ...]:
        record, meaning = new.record, new.meaning
        return (
            record.uid or self._session.new_uid(),
            record.original or record.text,
            state_of(record),
            record.worth or 0.0,
            json_of(record.worth_reasons) if record.worth_reasons else "[]",
            record.created_at or self._stamp,
            record.created_by or self._session.actor,
            json_of(record.extras) if record.extras else "{}",
            meaning.facets,
            meaning.corrections,
            meaning.replacements,
            *_of_claim(record),
        )

    def _places(self, ids: range, claims: Sequence[New]) -> dict[int, int]:
        """File where the claims stand; claim → the article of its first place, where on file."""
        placed = [pair for pair in zip(ids, claims, strict=True) if pair[1].record.appearances]
        hashes = {place.article for _, new in placed for place in new.record.appearances}
        articles = whole.articles_by_hash(self._change.db, hashes - {""})
        found: dict[int, int] = {}
        rows = []
        for claim_id, new in placed:
            pairs = zip(new.record.appearances, new.meaning.places, strict=True)
            for position, (place, meaning) in enumerate(pairs):
                article = articles.get(place.article)
                if article is not None and position == 0:
                    found[claim_id] = article["id"]
                columns = columns_of_place(place, meaning, article)
                rows.append({"claim_id": claim_id, "position": position, **columns})
        if rows:
            values = [tuple(row.values()) for row in rows]
            self._change.insert_many("appearance", tuple(rows[0]), values)
        return found

    def _evidence(self, ids: range, records: Sequence[ClaimRecord]) -> None:
        pairs = list(_parts(ids, records, "evidence"))
        sources = self._sources([each.source for _, each in pairs])
        rows = [
            (
                each.uid or self._session.new_uid(),
                claim_id,
                source_id,
                each.added_at or self._stamp,
                each.added_by or self._session.actor,
                json_of(each.extras),
                *_of_evidence(each),
            )
            for (claim_id, each), source_id in zip(pairs, sources, strict=True)
        ]
        own = "uid claim_id source_id added_at added_by extras"
        self._insert("evidence", own, _EVIDENCE, rows)

    def _verdicts(self, ids: range, records: Sequence[ClaimRecord]) -> None:
        rows = [
            (
                each.uid or self._session.new_uid(),
                claim_id,
                each.author or self._session.actor,
                each.set_at or self._stamp,
                int(each.in_force),
                json_of(each.extras),
                *_of_verdict(each),
            )
            for claim_id, each in _parts(ids, records, "verdicts")
        ]
        self._insert("verdict", "uid claim_id author set_at in_force extras", _VERDICT, rows)

    def _steps(self, ids: range, records: Sequence[ClaimRecord]) -> None:
        rows = [
            (
                each.uid or self._session.new_uid(),
                claim_id,
                each.at or self._stamp,
                each.by or self._session.actor,
                json_of(each.detail),
                *_of_step(each),
            )
            for claim_id, each in _parts(ids, records, "steps")
        ]
        self._insert("step", "uid claim_id at by detail", _STEP, rows)

    def _sources(self, sources: Sequence[SourceRecord]) -> list[int]:
        """The id of each of these sources; those that are not on file are filed."""
        keys = [source_keys(each) for each in sources]
        known = whole.known_sources(self._change.db, {key for own in keys for key in own})
        coming = count(self._change.coming_id("source"))
        new, ids = [], []
        for source, own in zip(sources, keys, strict=True):
            found = next((known[key] for key in own if key in known), None)
            if found is None:
                found = next(coming)
                known.update(dict.fromkeys(own, found))
                new.append(source)
            ids.append(found)
        rows = [
            (
                each.uid or self._session.new_uid(),
                each.title or each.url,
                each.added_at or self._stamp,
                each.added_by or self._session.actor,
                json_of(each.extras),
                *_of_source(each),
            )
            for each in new
        ]
        self._insert("source", "uid title added_at added_by extras", _SOURCE, rows)
        return ids

    def _insert(
        self, record: str, own: str, columns: Iterable[str], rows: list[tuple[Any, ...]]
    ) -> range:
        return self._change.insert_many(record, (*own.split(), *columns), rows)


def state_of(record: ClaimRecord) -> str:
    """Where a new claim is in the work."""
    return record.state or ("checked" if record.verdicts else "new")


def _parts(ids: range, records: Sequence[ClaimRecord], name: str) -> Iterator[tuple[int, Any]]:
    for claim_id, record in zip(ids, records, strict=True):
        for each in getattr(record, name):
            yield claim_id, each


def _listed(claim_id: int, record: ClaimRecord, article_id: int | None) -> tuple[Any, ...]:
    """What lists show of a new claim: see `records.derived.LISTING`."""
    start = start_of(record.appearances[0]) if record.appearances else 0
    rating, evidence = "", 0
    if record.verdicts:
        rating = next((each.rating for each in record.verdicts if each.in_force), "")
    if record.evidence:
        evidence = sum(not each.retracted_at for each in record.evidence)
    claimant, state = _folded(record.claimant), state_of(record)
    worth = record.worth or 0.0
    return (claim_id, article_id, start, state, worth, claimant, rating, "", 0, evidence)
