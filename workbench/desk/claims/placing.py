"""Where a claim stands in an article, set again by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.desk import codec
from workbench.desk.claims import filing
from workbench.desk.facets import refacet
from workbench.errors import InvalidInputError
from workbench.language.spans import Span
from workbench.records.change import Change
from workbench.records.queries import articles, claims
from workbench.records.sqlite import Row

_ENDS = ' \t\n.,;:!?\u060c\u061b\u061f\u00ab\u00bb"\u201c\u201d'
"""What a wording that is the quote itself may lack of it at either end."""
_STOPS = " .,\u060c"


def move(
    change: Change, claim: Row, segments: Sequence[Span], appearance_id: int | None, version: int
) -> None:
    """See `Claims.move`; what matches the claim is still to be found."""
    claim_id = claim["id"]
    place = _place(change, claim_id, appearance_id)
    article = articles.get(change.db, place["article_id"])
    if article is None:
        raise InvalidInputError(
            "claim {claim_id} does not stand in an article on file there",
            hint="Only a claim of an article has a place in its text.",
            claim_id=claim_id,
        )
    ordered = sorted(segments)
    filing.check_segments(article["text"], ordered)
    columns = filing.place_columns(article["text"], ordered)
    own = _wording(change, claim, place, columns["quote"])
    facets = refacet.placed_again(
        place, article["text"], ordered, claim["language"], article["published"]
    )
    change.update("claim", claim_id, expected=version, **own)
    change.update("appearance", place["id"], **columns, facets=codec.dump(facets))


def _place(change: Change, claim_id: int, appearance_id: int | None) -> Row:
    for place in claims.appearances(change.db, claim_id):
        if appearance_id in (None, place["id"]):
            return place
    raise InvalidInputError(
        "claim {claim_id} stands nowhere", hint="Add it by hand instead.", claim_id=claim_id
    )


def _wording(change: Change, claim: Row, place: Row, quote: str) -> dict[str, Any]:
    """The wording follows its quote where it was nothing else; else it keeps its own meaning."""
    if place["position"]:
        return {}
    whole = filing.GAP not in quote
    if whole and claim["text"].strip(_ENDS) == " ".join(place["quote"].split()).strip(_ENDS):
        wording = " ".join(quote.split()).strip(_STOPS)
        read = refacet.own_columns(change, claim, wording) if claim["facets"] else {}
        return {"text": wording or quote, **read}
    return {} if claim["facets"] else refacet.own_columns(change, claim, claim["text"])
