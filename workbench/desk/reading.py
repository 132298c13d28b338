"""Rows of the store → the views that faces show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from workbench.desk import codec
from workbench.desk.checking import weighing
from workbench.desk.facets import refacet, unread
from workbench.desk.states import Anchor, ClaimState, Decision, Review, Stance, Succession
from workbench.desk.views import (
    AppearanceView,
    ArticleRow,
    ArticleView,
    ClaimRow,
    ClaimView,
    EvidenceView,
    MatchView,
    Overview,
    SentenceView,
    SourceView,
    VerdictView,
)
from workbench.facets.types import Facets
from workbench.language.spans import Span
from workbench.matching.types import Relation
from workbench.records.queries import articles, checks, claims, matches
from workbench.splitting.types import SentenceState

if TYPE_CHECKING:
    from workbench.records.sqlite import Database, Row

ATTRIBUTION_OF = "attribution_of"
"""The link from "the minister said X" to "X"."""


def overview(database: Database) -> Overview:
    """What needs attention."""
    with database.snapshot():
        counts = claims.counts(database)
        counts.pop("set_aside", None)
        return Overview(
            articles=articles.count(database),
            claims=sum(counts.values()),
            unchecked=counts.get("new", 0) + counts.get("checking", 0),
            pending_matches=matches.count_pending(database),
            conflicts=claims.conflicts(database),
        )


def article_row(row: Row) -> ArticleRow:
    """An article in a list."""
    return ArticleRow(
        id=row["id"],
        title=row["title"],
        publisher=row["publisher"],
        language=row["language"],
        published=row["published"],
        added=datetime.fromisoformat(row["added_at"]),
        claims=row["claims"],
        unchecked=row["unchecked"],
        version=row["number"],
    )


def article_view(database: Database, row: Row) -> ArticleView:
    """An article with everything known of it."""
    return ArticleView(
        id=row["id"],
        title=row["title"],
        text=row["text"],
        sha256=row["sha256"],
        language=row["language"],
        publisher=row["publisher"],
        author=row["author"],
        url=row["url"],
        published=row["published"],
        published_provenance=row["published_provenance"],
        added=datetime.fromisoformat(row["added_at"]),
        added_by=row["added_by"],
        media_type=row["media_type"],
        version=row["number"],
        versions=tuple(articles.versions(database, row["id"])),
        sentences=tuple(
            SentenceView(
                Span(sentence["start"], sentence["stop"]),
                SentenceState(sentence["state"]),
                sentence["reason"],
            )
            for sentence in articles.sentences(database, row["id"])
        ),
    )


def claim_row(row: Row) -> ClaimRow:
    """A claim in a list."""
    return ClaimRow(
        id=row["id"],
        text=row["text"],
        language=row["language"],
        claimant=row["claimant"],
        state=ClaimState(row["state"]),
        rating=row["rating"],
        worth=row["worth"],
        article_id=row["article_id"],
        start=row["start"],
        pending=row["pending"],
        relation=row["relation"],
        evidence=row["evidence"],
        denied=bool(row["denied"]),
    )


def claim_view(database: Database, row: Row) -> ClaimView:
    """A claim with everything on file about it."""
    claim_id = row["id"]
    rows = claims.appearances(database, claim_id)
    places = tuple(map(appearance_view, rows))
    facets, by_hand = (places[0].facets, places[0].by_hand) if places else (Facets(), ())
    if not row["facets"] and (not rows or rows[0]["facets"] in unread.UNREAD):
        published = places[0].published if places else ""
        facets = refacet.facets_of(row["text"], row["language"], published or row["said"])
        places = tuple(replace(place, facets=facets) for place in places)
    if row["facets"]:
        facets = codec.facets(row["facets"])
        by_hand = codec.corrections(row["corrections"]).by_hand
    return ClaimView(
        id=claim_id,
        uid=row["uid"],
        external_id=row["external_id"],
        text=row["text"],
        original=row["original"],
        translation=row["translation"],
        translator=row["translator"],
        language=row["language"],
        claimant=row["claimant"],
        kind=row["kind"],
        state=ClaimState(row["state"]),
        state_reason=row["state_reason"],
        worth=row["worth"],
        worth_reasons=codec.strings(row["worth_reasons"]),
        version=row["version"],
        appearances=places,
        evidence=_evidence(database, row, places),
        verdicts=tuple(map(verdict_view, claims.verdicts(database, claim_id))),
        matches=tuple(map(match_view, matches.of_claim(database, claim_id))),
        denied=bool(row["denied"]),
        facets=facets,
        by_hand=by_hand,
        said=row["said"],
        proposed_by=row["proposed_by"] or "",
    )


def _evidence(
    database: Database, claim: Row, places: Sequence[AppearanceView]
) -> tuple[EvidenceView, ...]:
    rows = claims.evidence(database, claim["id"])
    if not rows:
        return ()
    texts = {row["id"]: row["text_sha256"] for row in rows if row["text_sha256"]}
    attributed = any(
        link["forward"] and link["kind"] == ATTRIBUTION_OF
        for link in checks.links(database, claim["id"])
    )
    about = weighing.About(
        claimant="" if attributed else claim["claimant"],
        outlets=tuple(filter(None, (place.publisher for place in places))),
        addresses=tuple(filter(None, (place.url for place in places))),
        outlet_says_so=not claim["claimant"],
    )
    return weighing.weigh(
        [evidence_view(row) for row in rows],
        about,
        {each: claims.kept_text(database, sha256) for each, sha256 in texts.items()},
    )


def appearance_view(row: Row) -> AppearanceView:
    """Where a claim stands; what the article says of itself comes before the appearance's own."""
    return AppearanceView(
        id=row["id"],
        article_id=row["article_id"],
        article_title=row["article_title"] or row["title"],
        url=row["article_url"] or row["url"],
        published=row["article_published"] or row["published"],
        segments=codec.segments(row["segments"]),
        quote=row["quote"],
        prefix=row["prefix"],
        suffix=row["suffix"],
        attribution=codec.attribution(row["attribution"]),
        facets=codec.facets(row["facets"]),
        by_hand=codec.corrections(row["corrections"]).by_hand,
        publisher=row["article_publisher"],
    )


def evidence_view(row: Row) -> EvidenceView:
    """Evidence with its source."""
    return EvidenceView(
        id=row["id"],
        claim_id=row["claim_id"],
        source_id=row["source_id"],
        source_title=row["source_title"],
        source_url=row["source_url"],
        source_kind=row["source_kind"],
        publisher=row["source_publisher"],
        stance=Stance(row["stance"]),
        quote=row["quote"],
        locator=row["locator"],
        note=row["note"],
        accessed=row["accessed"],
        by=row["added_by"],
        at=datetime.fromisoformat(row["added_at"]),
        retracted=bool(row["retracted_at"]),
        retraction_reason=row["retraction_reason"],
        published=row["source_published"],
        origin=row["source_origin"],
        interest=row["source_interest"],
        archive_url=row["source_archive"],
        primary=weighing.is_primary(row["directness"], row["source_kind"]),
        kept=bool(row["source_kept"]),
        anchor=anchor_of(row),
        place=place_of(row),
        prefix=row["prefix"],
        suffix=row["suffix"],
    )


def place_of(row: Row) -> Span | None:
    """Where the quote of evidence stands in the text of its snapshot."""
    return None if row["start"] is None else Span(row["start"], row["stop"])


def anchor_of(row: Row) -> Anchor:
    """Whether the quote of evidence stands in its snapshot."""
    if row["capture_id"] is None or not row["quote"]:
        return Anchor.NONE
    return Anchor.ORPHANED if row["start"] is None else Anchor.ANCHORED


def verdict_view(row: Row) -> VerdictView:
    """A verdict; a withdrawn one says why it was withdrawn."""
    language, scale = _as_published(row["extras"])
    return VerdictView(
        id=row["id"],
        claim_id=row["claim_id"],
        rating=row["rating"],
        label=row["label"],
        scale=row["scale"],
        explanation=row["explanation"],
        holds=row["holds"],
        known_at=row["known_at"],
        by=row["author"],
        reviewer=row["reviewer"],
        at=datetime.fromisoformat(row["set_at"]),
        reason=row["withdrawal_reason"] or row["reason"],
        in_force=bool(row["in_force"]),
        withdrawn=bool(row["withdrawn_at"]),
        review=Review(row["review"]),
        reviewed=datetime.fromisoformat(row["reviewed_at"]) if row["reviewed_at"] else None,
        review_note=row["review_note"],
        succession=Succession(row["succession"]),
        label_language=language,
        label_scale=scale,
    )


def _as_published(extras: str) -> tuple[str, str]:
    """The language of a review's label and the scale it is of, where others gave it."""
    if extras == "{}":
        return "", ""
    from workbench.exchange.labels import language_of, scale_of  # noqa: PLC0415 (others' only)

    review = msgspec.json.decode(extras, type=dict[str, str])
    return language_of(review), scale_of(review)


def match_view(row: Row) -> MatchView:
    """A pair of claims and what was said of it."""
    return MatchView(
        id=row["id"],
        claim_id=row["claim_id"],
        other_id=row["other_id"],
        text=row["text"],
        other_text=row["other_text"],
        claimant=row["claimant"],
        other_claimant=row["other_claimant"],
        relation=Relation(row["relation"]),
        probability=row["probability"],
        similarity=row["similarity"],
        reasons=codec.reasons(row["reasons"]),
        decision=Decision(row["decision"]),
        decided_by=row["decided_by"],
        decided_at=datetime.fromisoformat(row["decided_at"]) if row["decided_at"] else None,
        decision_reason=row["decision_reason"],
        other_rating=row["other_rating"],
        same_article=bool(row["same_article"]),
        language=row["language"],
        other_language=row["other_language"],
        denied=bool(row["denied"]),
        other_denied=bool(row["other_denied"]),
    )


def source_view(row: Row) -> SourceView:
    """A source."""
    return SourceView(
        id=row["id"],
        title=row["title"],
        url=row["url"],
        publisher=row["publisher"],
        published=row["published"],
        kind=row["kind"],
        origin=row["origin"],
        note=row["note"],
        accessed=row["accessed"],
        evidence=row["evidence"],
        interest=row["interest"],
        archive_url=row["archive_url"],
        snapshot=row["snapshot_sha256"] or "",
        retracted=bool(row["retracted_at"]),
        retraction_reason=row["retraction_reason"],
    )
