"""New claims filed by the thousand: the rows of a batch at once, and what is drawn from them.

A claim is filed so when all of it can be known without asking the store about it alone: it is on
no article on file, and its facets are still to be read. The others go one by one (`importing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from workbench.desk.exchange.imported import json_of
from workbench.desk.exchange.preparing import Prepared
from workbench.desk.session import Session
from workbench.exchange.types import ClaimRecord, SourceRecord
from workbench.language.fold import fold_text
from workbench.records.change import Change
from workbench.records.queries import exchange as whole

# fmt: off
_CLAIM = (
    "origin", "external_id", "text", "original", "translation", "translator", "language",
    "claimant", "said", "kind", "state_reason", "proposed_by",
)
_APPEARANCE = (
    "title", "url", "published", "quote", "prefix", "suffix",
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
# fmt: on
def fits(record: ClaimRecord) -> bool:
    """Whether a new claim may be filed in bulk."""
    if record.facets or record.corrections or record.replacements or record.steps:
        return False
    return not any(
        place.article or place.facets or place.corrections or place.attribution
        for place in record.appearances
    ) and not any(each.source.uid for each in record.evidence)


class Filer:
    """Files batches of new claims inside one change."""

    def __init__(self, session: Session, change: Change) -> None:
        self._session = session
        self._change = change
        self._stamp = session.stamp()

    def file(self, items: Sequence[Prepared]) -> range:
        """File the claims, and give their ids in the order of the items. They are not indexed."""
        records = [item.record for item in items if isinstance(item.record, ClaimRecord)]
        ids = self._change.insert_many(
            "claim",
            (
                "uid",
                "state",
                "worth",
                "worth_reasons",
                "created_at",
                "created_by",
                "extras",
                *_CLAIM,
            ),
            [self._claim(record) for record in records],
        )
        self._places(ids, records)
        self._evidence(ids, records)
        self._verdicts(ids, records)
        listing = [_listed(*pair) for pair in zip(ids, records, strict=True)]
        self._change.drawn_by_caller(ids, listing, [item.words for item in items])
        return ids

    def _claim(self, record: ClaimRecord) -> tuple[Any, ...]:
        return (
            record.uid or self._session.new_uid(),
            state_of(record),
            record.worth or 0.0,
            json_of(record.worth_reasons) if record.worth_reasons else "[]",
            record.created_at or self._stamp,
            record.created_by or self._session.actor,
            json_of(record.extras) if record.extras else "{}",
            *[getattr(record, name) for name in _CLAIM],
        )

    def _places(self, ids: range, records: Sequence[ClaimRecord]) -> None:
        rows = [
            (
                claim_id,
                position,
                min((start for start, _ in place.segments), default=0),
                json_of(place.segments),
                json_of(place.extras),
                *[getattr(place, name) for name in _APPEARANCE],
            )
            for claim_id, record in zip(ids, records, strict=True)
            for position, place in enumerate(record.appearances)
        ]
        self._insert("appearance", "claim_id position start segments extras", _APPEARANCE, rows)

    def _evidence(self, ids: range, records: Sequence[ClaimRecord]) -> None:
        pairs = list(_parts(ids, records, "evidence"))
        sources = self._sources([each.source for _, each in pairs])
        rows = [
            (
                each.uid or self._session.new_uid(),
                claim_id,
                sources[key_of(each.source)],
                each.added_at or self._stamp,
                each.added_by or self._session.actor,
                json_of(each.extras),
                *[getattr(each, name) for name in _EVIDENCE],
            )
            for claim_id, each in pairs
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
                *[getattr(each, name) for name in _VERDICT],
            )
            for claim_id, each in _parts(ids, records, "verdicts")
        ]
        self._insert("verdict", "uid claim_id author set_at in_force extras", _VERDICT, rows)

    def _sources(self, sources: Sequence[SourceRecord]) -> dict[tuple[str, ...], int]:
        """The ids of these sources; those that are not on file are filed."""
        wanted = {key_of(each): each for each in sources}
        known = whole.same_sources(self._change.db, list(wanted))
        new = {key: each for key, each in wanted.items() if key not in known}
        rows = [
            (
                self._session.new_uid(),
                each.title or each.url,
                each.added_at or self._stamp,
                each.added_by or self._session.actor,
                json_of(each.extras),
                *[getattr(each, name) for name in _SOURCE],
            )
            for each in new.values()
        ]
        ids = self._insert("source", "uid title added_at added_by extras", _SOURCE, rows)
        return {**known, **dict(zip(new, ids, strict=True))}

    def _insert(
        self, record: str, own: str, columns: Iterable[str], rows: list[tuple[Any, ...]]
    ) -> range:
        return self._change.insert_many(record, (*own.split(), *columns), rows)


def state_of(record: ClaimRecord) -> str:
    """Where a new claim is in the work."""
    return record.state or ("checked" if record.verdicts else "new")


def key_of(source: SourceRecord) -> tuple[str, ...]:
    """By what a source without a uid is known: its address, else its title and publisher."""
    return (source.url,) if source.url else (source.title, source.publisher)


def _parts(ids: range, records: Sequence[ClaimRecord], name: str) -> Iterator[tuple[int, Any]]:
    for claim_id, record in zip(ids, records, strict=True):
        for each in getattr(record, name):
            yield claim_id, each


def _listed(claim_id: int, record: ClaimRecord) -> tuple[Any, ...]:
    """What lists show of a new claim: see `records.derived.LISTING`."""
    places = record.appearances[:1]
    start = min((start for place in places for start, _ in place.segments), default=0)
    rating = next((each.rating for each in record.verdicts if each.in_force), "")
    evidence = sum(not each.retracted_at for each in record.evidence)
    worth = record.worth or 0.0
    claimant = fold_text(record.claimant) if record.claimant else ""
    return (claim_id, None, start, state_of(record), worth, claimant, rating, "", 0, evidence)
