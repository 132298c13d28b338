"""Claims with a verdict as ClaimReviews.

Somebody else's review is written as its publisher wrote it, word for word, however the claim
has been worded here since. Our own are made from the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.exchange.documents.nested import unflatten
from workbench.exchange.reviews.publisher import Publisher
from workbench.exchange.types import (
    FORMAT,
    AnyRecord,
    AppearanceRecord,
    ClaimRecord,
    SourceRecord,
    VerdictRecord,
)

Node = dict[str, Any]
_ISO_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_PERSON = "Person"
URN = "urn:uuid:"
"""Before a claim's uid: the ``@id`` of a review of our own."""
NOBODY = Publisher()


def graph_nodes(
    records: Iterable[AnyRecord], publisher: Publisher = NOBODY
) -> Iterator[tuple[Node, int]]:
    """The nodes of a document, and of each how many reviews it is: one, or none.

    Nodes that published reviews refer to come last, each once.
    """
    others: dict[str, Node] = {}
    for review in _reviews(records, publisher):
        for node in _taken_nodes(review):
            others.setdefault(str(node.get("@id")), node)
        review.pop("dataFeedElement", None)
        yield review, 1
    yield from ((node, 0) for node in others.values())


def feed_elements(
    records: Iterable[AnyRecord], publisher: Publisher = NOBODY
) -> Iterator[tuple[Node, int]]:
    """The elements of a feed with how many reviews they hold, put together as they came."""
    waiting = _Element({}, None)
    for review in _reviews(records, publisher):
        around = review.pop("dataFeedElement", None)
        around = around if isinstance(around, dict) else _around(review)
        place = around.pop("item", 0)
        if not (place and waiting.reviews and waiting.around == around):
            yield from waiting.written()
            waiting = _Element(around, place)
        waiting.nodes += _taken_nodes(review)
        waiting.reviews.append(review)
    yield from waiting.written()


@dataclass(slots=True)
class _Element:
    """An element of a feed under way; ``place`` is ``None`` where its item is not in a list."""

    around: Node
    place: int | None
    reviews: list[Node] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)

    def written(self) -> Iterator[tuple[Node, int]]:
        if self.reviews:
            items = [*self.reviews, *self.nodes]
            alone = self.place is None and len(items) == 1
            yield {**self.around, "item": items[0] if alone else items}, len(self.reviews)


def _around(review: Node) -> Node:
    element = {"@type": "DataFeedItem"}
    for name, known in (("dateCreated", "datePublished"), ("url", "url")):
        if isinstance(review.get(known), str):
            element[name] = review[known]
    return element


def _taken_nodes(review: Node) -> list[Node]:
    """The nodes that a review refers to, taken out of it."""
    held = review.pop("@graph", None)
    return [node for node in held if isinstance(node, dict)] if isinstance(held, list) else []


def _reviews(records: Iterable[AnyRecord], publisher: Publisher) -> Iterator[Node]:
    for record in records:
        if isinstance(record, ClaimRecord) and record.state != "set_aside":
            review = review_of(record, publisher)
            if review:
                yield review


def review_of(record: ClaimRecord, publisher: Publisher = NOBODY) -> Node | None:
    """The ClaimReview of a claim, or nothing where no verdict is in force."""
    verdict = next((each for each in record.verdicts if each.in_force), None)
    extras = verdict.extras if verdict else record.extras
    if extras.get(FORMAT) == "claimreview":
        return unflatten(extras)
    if verdict is None:
        return None
    if FORMAT in extras:
        return _theirs(record, verdict)
    return _ours(record, verdict, publisher)


def _theirs(record: ClaimRecord, verdict: VerdictRecord) -> Node:
    """A review that came in another format, by the fields that both have."""
    sources = (each.source for each in record.evidence if each.source.url)
    page = next((each for each in sources if record.external_id.startswith(each.url)), None)
    headline = page.title if page and page.title != page.url else ""
    explained = verdict.explanation not in (headline, verdict.label)
    return _filled(
        {
            "@type": "ClaimReview",
            "url": page.url if page else "",
            "datePublished": verdict.known_at,
            "headline": headline,
            "author": {"@type": "Organization", "name": verdict.author},
            "claimReviewed": record.text,
            "itemReviewed": _claim(record),
            "reviewRating": _rating(verdict, verdict.explanation if explained else ""),
        }
    )


def _ours(record: ClaimRecord, verdict: VerdictRecord, publisher: Publisher) -> Node:
    given = [each for each in record.verdicts if FORMAT not in each.extras]
    first = given[0].set_at
    return _filled(
        {
            "@type": "ClaimReview",
            "@id": f"{URN}{record.uid}" if record.uid else "",
            "datePublished": first,
            "dateModified": verdict.set_at if verdict.set_at != first else "",
            "inLanguage": record.language if record.language != "und" else "",
            "url": publisher.address(record.uid),
            **_by(verdict, publisher),
            "editor": _filled({"@type": _PERSON, "name": verdict.reviewer}, "name"),
            "claimReviewed": record.text,
            "itemReviewed": _claim(record),
            "reviewRating": _rating(verdict, verdict.explanation),
            "temporalCoverage": verdict.holds,
            "citation": [_work(each.source) for each in record.evidence if not each.retracted_at],
            "correction": [_correction(each) for each in given if each.reason],
        }
    )


def _by(verdict: VerdictRecord, publisher: Publisher) -> Node:
    """Who answers for a verdict: the newsroom with the person beside it, or the person alone."""
    person = _filled({"@type": _PERSON, "name": verdict.author}, "name")
    if not publisher.name:
        return {"author": person}
    house = _filled({"@type": "Organization", "name": publisher.name, "url": publisher.url})
    return {"author": house, "publisher": house, "creator": person}


def _rating(verdict: VerdictRecord, explanation: str) -> Node:
    return _filled(
        {
            "@type": "Rating",
            "alternateName": verdict.label or verdict.rating,
            "ratingExplanation": explanation,
        }
    )


def _correction(verdict: VerdictRecord) -> Node:
    comment = {
        "@type": "CorrectionComment",
        "text": verdict.reason,
        "datePublished": verdict.set_at,
    }
    return _filled(comment)


def _claim(record: ClaimRecord) -> Node:
    by = {"@type": _kind_of_claimant(record), "name": record.claimant}
    dated = "datePublished" if _ISO_DATE.fullmatch(record.said) else "temporal"
    return _filled(
        {
            "@type": "Claim",
            "author": _filled(by, "name"),
            dated: record.said,
            "appearance": [_place(each) for each in record.appearances if each.url or each.title],
        }
    )


def _kind_of_claimant(record: ClaimRecord) -> str:
    """``Organization`` where the claim's facets know the claimant for one; else ``Person``."""
    facets = (record.facets, *(each.facets for each in record.appearances))
    for actor in (actor for each in facets for actor in each.get("actors", ())):
        if record.claimant in (actor.get("name"), actor.get("surface")):
            return _PERSON if actor.get("kind") == "person" else "Organization"
    return _PERSON


def _place(appearance: AppearanceRecord) -> Node:
    return _filled(
        {
            "@type": "CreativeWork",
            "url": appearance.url,
            "headline": appearance.title,
            "datePublished": _iso(appearance.published),
        }
    )


def _work(source: SourceRecord) -> Node:
    publisher = {"@type": "Organization", "name": source.publisher}
    return _filled(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "url": source.url,
            "publisher": _filled(publisher, "name"),
            "datePublished": _iso(source.published),
        }
    )


def _iso(edtf: str) -> str:
    return edtf if _ISO_DATE.fullmatch(edtf) else ""


def _filled(node: Mapping[str, Any], needed: str = "") -> Node:
    """A node without its empty fields; nothing of it where the one that is needed is empty."""
    if needed and not node.get(needed):
        return {}
    return {key: value for key, value in node.items() if value not in ("", None, [], {})}
