"""Records of a file put on file one by one: articles, sources, matches, and claims in full."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from workbench.desk.exchange.bulk import state_of
from workbench.desk.exchange.imported import RowRefusedError, columns_of, source_keys, typed
from workbench.desk.exchange.meaning import check_step, meaning_of, place_meaning
from workbench.desk.exchange.placing import columns_of_place
from workbench.desk.facets import refacet
from workbench.desk.session import Session
from workbench.digests import sha256_of
from workbench.exchange.types import (
    AppearanceRecord,
    ArticleRecord,
    ClaimRecord,
    EvidenceRecord,
    MatchRecord,
    SourceRecord,
    StepRecord,
    VerdictRecord,
)
from workbench.facets.interval import parse_edtf
from workbench.matching.types import Reason
from workbench.records.change import Change
from workbench.records.queries import articles, claims
from workbench.records.queries import exchange as whole


class Recorder:
    """Puts records on file inside one change."""

    def __init__(self, session: Session, change: Change) -> None:
        self._session = session
        self._change = change

    def article(self, record: ArticleRecord) -> bool:
        """File an article with its sentences and bytes, unless its text is on file.

        Raises:
            RowRefusedError: its text is not the one that its hash is of.
        """
        sha256 = sha256_of(record.text)
        if sha256 != record.sha256:
            raise RowRefusedError("sha256", "it is not the hash of the text", "The text changed.")
        if articles.by_hash(self._change.db, sha256):
            return False
        self._file_article(record)
        return True

    def _file_article(self, record: ArticleRecord) -> None:
        session, change = self._session, self._change
        origin = None
        if record.origin:
            at = record.retrieved_at
            retrieved = datetime.fromisoformat(at) if at else session.now()
            origin = change.keep_bytes(record.origin, record.media_type, retrieved)
        published = parse_edtf(record.published) if record.published else None
        columns = columns_of(record, "sha256", "text", "origin", "sentences", "published")
        columns |= {
            "uid": record.uid or session.new_uid(),
            "added_at": record.added_at or session.stamp(),
            "added_by": record.added_by or session.actor,
        }
        article_id = change.insert(
            "article",
            sha256=change.keep_text(record.text),
            origin_sha256=origin,
            **columns,
            **refacet.published_columns(published),
        )
        for position, each in enumerate(record.sentences):
            change.insert("sentence", article_id=article_id, position=position, **columns_of(each))

    def source(self, record: SourceRecord) -> bool:
        """File a source, unless it is on file."""
        if self._source_on_file(record) is not None:
            return False
        self._file_source(record)
        return True

    def match(self, record: MatchRecord) -> bool:
        """File a match, unless the pair has one.

        Raises:
            RowRefusedError: one of its claims is not on file.
        """
        pair = [claims.by_uid(self._change.db, uid) for uid in (record.claim, record.other)]
        if pair[0] is None or pair[1] is None:
            raise RowRefusedError("claim", "a match of claims that are not on file")
        ids = [row["id"] for row in pair if row is not None]
        if whole.match_of(self._change.db, *ids):
            return False
        columns = columns_of(record, "claim", "other")
        columns["reasons"] = typed("reasons", record.reasons, tuple[Reason, ...])
        self._change.insert("match", claim_id=max(ids), other_id=min(ids), **columns)
        return True

    def claim(self, record: ClaimRecord) -> int:
        """File a claim with all that belongs to it. Facets that the file lacks are read later.

        Raises:
            RowRefusedError: a part of it does not fit what is on file.
        """
        session = self._session
        meaning = meaning_of(record)
        values: dict[str, Any] = {
            **columns_of(record, "appearances", "evidence", "verdicts", "steps"),
            "uid": record.uid or session.new_uid(),
            "original": record.original or record.text,
            "facets": meaning.facets,
            "corrections": meaning.corrections,
            "replacements": meaning.replacements,
            "state": state_of(record),
            "worth": record.worth or 0.0,
            "created_at": record.created_at or session.stamp(),
            "created_by": record.created_by or session.actor,
        }
        claim_id = self._change.insert("claim", **values)
        for position, appearance in enumerate(record.appearances):
            self.appearance(claim_id, position, appearance)
        for evidence in record.evidence:
            self.evidence(claim_id, evidence)
        for verdict in record.verdicts:
            self.verdict(claim_id, verdict)
        for step in record.steps:
            self.step(claim_id, step)
        return claim_id

    def step(self, claim_id: int, record: StepRecord) -> None:
        """File a step of a claim's check."""
        check_step(record)
        values = {
            **columns_of(record),
            "uid": record.uid or self._session.new_uid(),
            "claim_id": claim_id,
            "at": record.at or self._session.stamp(),
            "by": record.by or self._session.actor,
        }
        self._change.insert("step", **values)

    def appearance(self, claim_id: int, position: int, record: AppearanceRecord) -> None:
        """File where a claim stands.

        Raises:
            RowRefusedError: the article on file has other words there.
        """
        hashes = [record.article] if record.article else []
        article = whole.articles_by_hash(self._change.db, hashes).get(record.article)
        columns = columns_of_place(record, place_meaning(record), article)
        self._change.insert("appearance", claim_id=claim_id, position=position, **columns)

    def evidence(self, claim_id: int, record: EvidenceRecord) -> None:
        """File a source's bearing on a claim."""
        source_id = self._source_on_file(record.source)
        if source_id is None:
            source_id = self._file_source(record.source)
        values = {
            **columns_of(record, "source"),
            "uid": record.uid or self._session.new_uid(),
            "claim_id": claim_id,
            "source_id": source_id,
            "added_at": record.added_at or self._session.stamp(),
            "added_by": record.added_by or self._session.actor,
        }
        self._change.insert("evidence", **values)

    def verdict(self, claim_id: int, record: VerdictRecord) -> None:
        """File a verdict beside those that a claim has."""
        values = {
            **columns_of(record),
            "uid": record.uid or self._session.new_uid(),
            "claim_id": claim_id,
            "author": record.author or self._session.actor,
            "set_at": record.set_at or self._session.stamp(),
        }
        self._change.insert("verdict", **values)

    def _source_on_file(self, record: SourceRecord) -> int | None:
        keys = source_keys(record)
        known = whole.known_sources(self._change.db, keys)
        return next((known[key] for key in keys if key in known), None)

    def _file_source(self, record: SourceRecord) -> int:
        values = {
            **columns_of(record),
            "uid": record.uid or self._session.new_uid(),
            "title": record.title or record.url,
            "added_at": record.added_at or self._session.stamp(),
            "added_by": record.added_by or self._session.actor,
        }
        return self._change.insert("source", **values)
