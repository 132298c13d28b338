"""Facets read again: of a claim that was reworded, or of an article that was dated."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from workbench.desk import codec
from workbench.errors import InvalidInputError
from workbench.facets.bundle import read_facets
from workbench.facets.interval import Interval, parse_edtf
from workbench.facets.types import Clock, Facets
from workbench.language.packs import load
from workbench.records.change import Change
from workbench.records.queries import articles, claims
from workbench.records.sqlite import Row
from workbench.splitting.types import Splitting


def published_columns(published: Interval | None) -> dict[str, Any]:
    """A date of publication, as the article's row keeps it."""
    if published is None:
        return {"published": "", "published_earliest": "", "published_latest": ""}
    return {
        "published": published.edtf,
        "published_earliest": published.earliest.isoformat() if published.earliest else "",
        "published_latest": published.latest.isoformat() if published.latest else "",
    }


def facets_of(text: str, language: str, published: str) -> Facets:
    """The facets of a claim's own wording; none in a language without a pack.

    Args:
        text: the wording; offsets are in it.
        language: its ISO 639 code.
        published: EDTF of the date that relative times resolve against, or nothing.
    """
    try:
        pack = load(language)
    except InvalidInputError:
        return Facets()
    return read_facets(text, pack, Clock(parse_edtf(published) if published else None))


def published_of(change: Change, claim_id: int) -> str:
    """When the article of a claim's first appearance was published, in EDTF."""
    for row in claims.appearances(change.db, claim_id):
        return str(row["article_published"] or row["published"])
    return ""


def resolve_times(change: Change, article_id: int, splitting: Splitting, clock: Clock) -> list[int]:
    """Put the times of a new splitting of the same text into an article's appearances.

    Gives the claims whose facets or attribution changed.
    """
    times = {time.span: time for draft in splitting.claims for time in draft.facets.times}
    speech = {draft.segments: draft.attribution for draft in splitting.claims}
    published = clock.published.edtf if clock.published else ""
    changed = set()
    for row in articles.appearances(change.db, article_id):
        facets = codec.facets(row["facets"])
        anew = replace(facets, times=tuple(times.get(time.span, time) for time in facets.times))
        attribution = codec.attribution(row["attribution"])
        said = speech.get(codec.segments(row["segments"]), attribution)
        if change.update(
            "appearance",
            row["id"],
            facets=codec.dump(anew),
            attribution=codec.dump(replace(attribution, spoken=said.spoken)),
        ):
            changed.add(row["claim_id"])
        if _read_own(change, row, published):
            changed.add(row["claim_id"])
    return sorted(changed)


def _read_own(change: Change, row: Row, published: str) -> bool:
    claim = change.get("claim", row["claim_id"])
    if not claim["facets"] or row["position"]:
        return False
    own = facets_of(claim["text"], claim["language"], published)
    return change.update("claim", claim["id"], facets=codec.dump(own))
