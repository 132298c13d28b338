"""Records from a file, put on file: new ones filed, known ones brought up to date."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec

from workbench.desk import codec, exporting, filing, refacet
from workbench.desk.imported import (
    RowRefusedError,
    columns_of,
    extra_changes,
    facets_of,
    identified,
    is_review,
    is_unchanged_review,
    json_of,
    newest_review,
    review_changes,
    same_evidence,
    same_place,
    typed,
    verdict_on_file,
)
from workbench.desk.session import Session
from workbench.desk.views import FieldChange
from workbench.exchange.labels import NOT_NORMALISED
from workbench.exchange.reviews import FORMAT
from workbench.exchange.types import (
    AppearanceRecord,
    ArticleRecord,
    BadRow,
    ClaimRecord,
    EvidenceRecord,
    Located,
    MatchRecord,
    SourceRecord,
    VerdictRecord,
)
from workbench.facets.interval import parse_edtf
from workbench.facets.types import Facets
from workbench.language.identify import identify
from workbench.language.spans import Span
from workbench.matching.types import Reason
from workbench.records.change import Change
from workbench.records.queries import articles, claims
from workbench.records.queries import exchange as whole
from workbench.records.sqlite import Row
from workbench.splitting.types import Attribution, Replacement

_OWN_WORDS = (
    "text",
    "translation",
    "translator",
    "claimant",
    "said",
    "kind",
    "state",
    "state_reason",
    "worth",
)
"""Fields of a claim on file that a later import may change."""
_KEPT = ("original", "proposed_by", "created_at", "created_by")
"""Fields that only a claim's first import can give."""


class Outcome(StrEnum):
    """What an import does with a record."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """What became of a row."""

    line: int
    outcome: Outcome
    record: str
    about: str
    changes: tuple[FieldChange, ...] = ()


@dataclass(slots=True)
class Import:
    """One import under way, inside one change."""

    session: Session
    change: Change
    rows: list[ImportedRow] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    refused: dict[int, BadRow] = field(default_factory=dict)
    """Place in the file → a row that fits the format but not this desk; passed over."""
    unknown_labels: Counter[str] = field(default_factory=Counter)
    """Labels of reviews that are in no table, with how often they came."""
    touched: list[int] = field(default_factory=list)
    """Claims whose wording or facets are new, to be compared with those on file."""
    matches_told: bool = False
    """Whether the file tells the matches of its claims with one another."""

    def take(self, located: Iterable[Located | BadRow]) -> None:
        """Put every record on file; rows that cannot be taken are gathered in ``bad``."""
        for place, each in enumerate(located):
            if isinstance(each, BadRow):
                self.bad.append(each)
            elif place in self.refused:
                self.bad.append(self.refused[place])
            else:
                self._take_one(place, each)

    def _take_one(self, place: int, located: Located) -> None:
        try:
            self.rows.append(self._one(located))
        except RowRefusedError as no:
            raw = located.raw if located.raw is not None else located.record
            self.refused[place] = BadRow(located.line, no.field, no.problem, no.hint, raw)
            self.bad.append(self.refused[place])

    def _one(self, located: Located) -> ImportedRow:
        record = located.record
        if isinstance(record, ArticleRecord):
            return self._row(located, "article", record.title, self._article(record))
        if isinstance(record, SourceRecord):
            known = _source_on_file(self.change, record)
            outcome = Outcome.UNCHANGED if known else Outcome.NEW
            if not known:
                _file_source(self.session, self.change, record)
            return self._row(located, "source", record.title, outcome)
        if isinstance(record, MatchRecord):
            return self._row(located, "match", record.relation, self._match(record))
        return self._claim(located, record)

    @staticmethod
    def _row(located: Located, record: str, about: str, outcome: Outcome) -> ImportedRow:
        return ImportedRow(located.line, outcome, record, about)

    def _article(self, record: ArticleRecord) -> Outcome:
        sha256 = hashlib.sha256(record.text.encode()).hexdigest()
        if sha256 != record.sha256:
            raise RowRefusedError("sha256", "it is not the hash of the text", "The text changed.")
        if articles.by_hash(self.change.db, sha256):
            return Outcome.UNCHANGED
        file_article(self.session, self.change, record)
        return Outcome.NEW

    def told(self) -> frozenset[int]:
        """The new claims whose matches with one another the file tells."""
        return frozenset(self.touched if self.matches_told else ())

    def _match(self, record: MatchRecord) -> Outcome:
        self.matches_told = True
        pair = [claims.by_uid(self.change.db, uid) for uid in (record.claim, record.other)]
        if pair[0] is None or pair[1] is None:
            raise RowRefusedError("claim", "a match of claims that are not on file")
        ids = [row["id"] for row in pair if row is not None]
        if whole.match_of(self.change.db, *ids):
            return Outcome.UNCHANGED
        columns = columns_of(record, "claim", "other")
        columns["reasons"] = typed("reasons", record.reasons, tuple[Reason, ...])
        self.change.insert("match", claim_id=max(ids), other_id=min(ids), **columns)
        return Outcome.NEW

    def _claim(self, located: Located, record: ClaimRecord) -> ImportedRow:
        record = identified(record)
        self.unknown_labels.update(
            each.label for each in record.verdicts if each.rating == NOT_NORMALISED
        )
        known = self._on_file(record)
        if known is None:
            self.touched.append(self._file(record))
            return self._row(located, "claim", record.text, Outcome.NEW)
        changes = self._update(known, record, located.given)
        outcome = Outcome.CHANGED if changes else Outcome.UNCHANGED
        return ImportedRow(located.line, outcome, "claim", record.text, tuple(changes))

    def _on_file(self, record: ClaimRecord) -> Row | None:
        database = self.change.db
        found = claims.by_uid(database, record.uid) if record.uid else None
        return found or claims.by_external(database, record.origin, record.external_id)

    def _file(self, record: ClaimRecord) -> int:
        session = self.session
        language = record.language or identify(record.text)
        facets = codec.dump(facets_of(record, language)) if not record.appearances else ""
        values: dict[str, Any] = {
            **columns_of(record, "appearances", "evidence", "verdicts", "facets", "language"),
            "uid": record.uid or session.new_uid(),
            "original": record.original or record.text,
            "language": language,
            "facets": typed("facets", record.facets, Facets) if record.facets else facets,
            "replacements": typed("replacements", record.replacements, tuple[Replacement, ...]),
            "state": record.state or ("checked" if record.verdicts else "new"),
            "worth": record.worth if record.worth is not None else 0.0,
            "created_at": record.created_at or session.stamp(),
            "created_by": record.created_by or session.actor,
        }
        claim_id = self.change.insert("claim", **values)
        for position, appearance in enumerate(record.appearances):
            self._appearance(claim_id, position, appearance, record)
        for evidence in record.evidence:
            self._evidence(claim_id, evidence)
        for verdict in record.verdicts:
            self._verdict(claim_id, verdict)
        return claim_id

    def _appearance(
        self, claim_id: int, position: int, record: AppearanceRecord, claim: ClaimRecord
    ) -> None:
        article = articles.by_hash(self.change.db, record.article) if record.article else None
        values = columns_of(record, "article", "facets")
        extras = dict(record.extras)
        if article is not None:
            self._check_quote(article["id"], record)
            values |= {"article_id": article["id"], "title": "", "url": "", "published": ""}
        elif record.article:
            extras[exporting.ABSENT_ARTICLE] = record.article
        facets = typed("facets", record.facets, Facets) if record.facets else None
        language = claim.language or identify(claim.text)
        values |= {
            "claim_id": claim_id,
            "position": position,
            "start": min((start for start, _ in record.segments), default=0),
            "facets": facets or codec.dump(facets_of(claim, language, record.published)),
            "attribution": typed("attribution", record.attribution, Attribution),
            "extras": json_of(extras),
        }
        self.change.insert("appearance", **values)

    def _check_quote(self, article_id: int, record: AppearanceRecord) -> None:
        row = articles.get(self.change.db, article_id)
        assert row is not None
        spans = [Span(start, end) for start, end in record.segments]
        if filing.quote_of(row["text"], spans) != record.quote:
            raise RowRefusedError(
                "appearances",
                f"the words at {record.segments} of the article are not {record.quote[:60]!r}",
                "Positions count characters from 0; the end is not included.",
            )

    def _evidence(self, claim_id: int, record: EvidenceRecord) -> None:
        source_id = _source_on_file(self.change, record.source)
        if source_id is None:
            source_id = _file_source(self.session, self.change, record.source)
        values = {
            **columns_of(record, "source"),
            "uid": record.uid or self.session.new_uid(),
            "claim_id": claim_id,
            "source_id": source_id,
            "added_at": record.added_at or self.session.stamp(),
            "added_by": record.added_by or self.session.actor,
        }
        self.change.insert("evidence", **values)

    def _verdict(self, claim_id: int, record: VerdictRecord) -> None:
        values = {
            **columns_of(record),
            "uid": record.uid or self.session.new_uid(),
            "claim_id": claim_id,
            "author": record.author or self.session.actor,
            "set_at": record.set_at or self.session.stamp(),
        }
        self.change.insert("verdict", **values)

    def _update(self, row: Row, record: ClaimRecord, given: frozenset[str]) -> list[FieldChange]:
        """Change what the file gives and the desk has otherwise; say what was changed."""
        claim_id = row["id"]
        (filed,) = exporting.claim_records(self.change.db, [claim_id])
        if is_unchanged_review(record, row, filed):
            return []
        values: dict[str, Any] = {
            name: getattr(record, name)
            for name in _OWN_WORDS
            if name in given and getattr(record, name) not in ("", None)
        }
        if any(map(is_review, record.verdicts)) and record.text == row["original"]:
            values.pop("text", None)
        changes = [
            FieldChange("claim", name, str(row[name]), str(value))
            for name, value in values.items()
            if row[name] != value
        ]
        if "text" in {change.field for change in changes} or "said" in values:
            published = refacet.published_of(self.change, claim_id) or record.said
            if values.get("text", row["text"]) != row["text"]:
                values |= refacet.own_columns(self.change, row, record.text, published)
                self.touched.append(claim_id)
        known = {} if FORMAT in record.extras else msgspec.json.decode(row["extras"])
        extras = {**known, **record.extras}
        changes += extra_changes(row, record)
        if changes:
            self.change.update("claim", claim_id, **values, extras=json_of(extras))
        return [*changes, *self._update_parts(claim_id, record, filed)]

    def _update_parts(
        self, claim_id: int, record: ClaimRecord, filed: ClaimRecord
    ) -> list[FieldChange]:
        changes = []
        for appearance in record.appearances:
            if not any(same_place(appearance, known) for known in filed.appearances):
                self._appearance(claim_id, len(filed.appearances), appearance, record)
                self.touched.append(claim_id)
                changes.append(FieldChange("appearance", "quote", "", appearance.quote))
        for evidence in record.evidence:
            if not any(same_evidence(evidence, known) for known in filed.evidence):
                self._evidence(claim_id, evidence)
                about = evidence.source.title or evidence.source.url
                changes.append(FieldChange("evidence", str(evidence.stance), "", about))
        for verdict in record.verdicts:
            if is_review(verdict) and not verdict_on_file(verdict, filed.verdicts):
                changes += self._revise(claim_id, filed, verdict)
            elif not verdict_on_file(verdict, filed.verdicts):
                changes.append(self._supersede(claim_id, filed, verdict))
        return changes

    def _revise(
        self, claim_id: int, filed: ClaimRecord, verdict: VerdictRecord
    ) -> list[FieldChange]:
        """File a review anew. A verdict that somebody gave here stays in force beside it."""
        changes = review_changes(newest_review(verdict, filed.verdicts), verdict)
        ours = any(each.in_force and FORMAT not in each.extras for each in filed.verdicts)
        if not ours:
            self._supersede(claim_id, filed, verdict)
            return changes
        reason = "a review by others; the verdict given here stands"
        self._verdict(claim_id, msgspec.structs.replace(verdict, in_force=False, reason=reason))
        return [*changes, FieldChange("verdict", "conflict", "the verdict given here", "stands")]

    def _supersede(self, claim_id: int, filed: ClaimRecord, verdict: VerdictRecord) -> FieldChange:
        before = ""
        for row in claims.verdicts(self.change.db, claim_id):
            if row["in_force"] and verdict.in_force:
                before = row["rating"]
                self.change.update("verdict", row["id"], in_force=0)
        reason = verdict.reason or ("changed by an import" if filed.verdicts else "")
        self._verdict(claim_id, msgspec.structs.replace(verdict, reason=reason))
        return FieldChange("verdict", "rating", before, verdict.rating)


def file_article(session: Session, change: Change, record: ArticleRecord) -> int:
    """Put an article of a file on file as it was there, with its sentences and bytes."""
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
    for position, sentence in enumerate(record.sentences):
        change.insert("sentence", article_id=article_id, position=position, **columns_of(sentence))
    return article_id


def _source_on_file(change: Change, record: SourceRecord) -> int | None:
    return whole.same_source(
        change.db,
        uid=record.uid,
        url=record.url,
        title=record.title,
        publisher=record.publisher,
    )


def _file_source(session: Session, change: Change, record: SourceRecord) -> int:
    values = {
        **columns_of(record),
        "uid": record.uid or session.new_uid(),
        "title": record.title or record.url,
        "added_at": record.added_at or session.stamp(),
        "added_by": record.added_by or session.actor,
    }
    return change.insert("source", **values)
