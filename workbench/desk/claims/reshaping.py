"""Claims split and merged."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.desk import codec, inputs
from workbench.desk.claims import filing
from workbench.desk.facets import refacet
from workbench.desk.matching import pairing
from workbench.desk.session import Session
from workbench.desk.types import Part
from workbench.errors import InvalidInputError
from workbench.records.change import Change
from workbench.records.queries import articles, claims
from workbench.records.sqlite import Row


def split(
    session: Session, claim_id: int, parts: Sequence[Part], version: int, why: str
) -> list[int]:
    """See `Claims.split`."""
    wordings = [inputs.needed(part.text, "wording of a part") for part in parts]
    if len(set(wordings)) < max(2, len(parts)):
        raise InvalidInputError(
            "a claim is split into two or more, which differ",
            hint="Cut each part down to its own statement.",
        )
    with session.change("claim split", why) as change:
        row = change.get("claim", claim_id)
        change.summary = row["text"]
        places = claims.appearances(change.db, claim_id)
        made = []
        for part, wording in zip(parts, wordings, strict=True):
            new_id = _part(session, change, row, wording, refacet.published_of(change, claim_id))
            for place in places:
                _place_part(change, place, new_id, part, row["language"])
            made.append(new_id)
        reason = f"split into {', '.join(map(str, made))}"
        change.update("claim", claim_id, expected=version, state="set_aside", state_reason=reason)
        pairing.file_matches(session, change, made)
    return made


def _part(session: Session, change: Change, row: Row, wording: str, published: str) -> int:
    told = refacet.attribution_of(change, row["id"])
    read = refacet.facets_of(wording, row["language"], published)
    facets = refacet.as_told(read, told, reworded=True)
    return change.insert(
        "claim",
        uid=session.new_uid(),
        text=wording,
        original=wording,
        language=row["language"],
        claimant=row["claimant"],
        said=row["said"],
        kind=str(facets.modality),
        worth=row["worth"],
        worth_reasons=row["worth_reasons"],
        facets=codec.dump(facets),
        proposed_by="hand",
        created_at=session.stamp(),
        created_by=session.actor,
    )


def _place_part(change: Change, place: Row, claim_id: int, part: Part, language: str) -> None:
    own = part.segments is not None and place["position"] == 0
    article = articles.get(change.db, place["article_id"]) if own else None
    if article is None or part.segments is None:
        kept = {name: place[name] for name in _PLACE}
        change.insert("appearance", claim_id=claim_id, **kept)
        return
    filing.check_segments(article["text"], part.segments)
    told = codec.attribution(place["attribution"])
    facets = refacet.facets_in(article["text"], part.segments, language, article["published"])
    filing.file_appearance(
        change,
        claim_id,
        article["id"],
        article["text"],
        part.segments,
        attribution=told,
        facets=refacet.as_told(facets, told),
    )


_PLACE = (
    "position",
    "article_id",
    "title",
    "url",
    "published",
    "start",
    "segments",
    "quote",
    "prefix",
    "suffix",
    "attribution",
    "facets",
    "corrections",
)


def merge(session: Session, claim_ids: Sequence[int], text: str | None, why: str) -> int:
    """See `Claims.merge`."""
    first, *others = dict.fromkeys(claim_ids)
    if not others:
        raise InvalidInputError(
            "give two or more claims to merge", hint="Name each of them by its number."
        )
    with session.change("claims merged", why) as change:
        change.summary = change.get("claim", first)["text"]
        for other in others:
            _absorb(change, first, other)
        if text is not None:
            wording = inputs.needed(text, "wording")
            own = refacet.own_columns(change, change.get("claim", first), wording)
            change.update("claim", first, text=wording, **own)
            change.summary = wording
        pairing.file_matches(session, change, [first])
    return first


def _absorb(change: Change, first: int, other: int) -> None:
    position = len(claims.appearances(change.db, first))
    for place in claims.appearances(change.db, other):
        change.update("appearance", place["id"], claim_id=first, position=position)
        position += 1
    for evidence in claims.evidence(change.db, other):
        change.update("evidence", evidence["id"], claim_id=first)
    change.update("claim", other, state="set_aside", state_reason=f"merged into {first}")
