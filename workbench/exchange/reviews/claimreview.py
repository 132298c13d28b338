"""ClaimReview, the field's mark-up for reviews: in documents, in web pages and in the feed.

Types and properties: https://schema.org/ClaimReview, https://schema.org/Claim,
https://schema.org/Rating. The feed: https://www.datacommons.org/factcheck/download.
"""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, ClassVar

import msgspec

from workbench.exchange.documents.documents import Document, documents_in
from workbench.exchange.documents.doubled import Twice, bad_record
from workbench.exchange.reviews.claimreview_out import feed_elements, graph_nodes
from workbench.exchange.reviews.nodes import Nodes, is_a, is_review, review_of
from workbench.exchange.reviews.publisher import Publisher
from workbench.exchange.reviews.reviews import (
    BadReviewError,
    Found,
    located,
    without_rejection,
)
from workbench.exchange.types import AnyRecord, BadRow, Located

CONTEXT = "https://schema.org"
_NAME = r'"(?:https?://schema\.org/|schema:)?ClaimReview"'
_TYPE = re.compile(
    rf'"@type"\s*:\s*(?:{_NAME}|\[[^\[\]]{{0,300}}{_NAME}[^\[\]]{{0,300}}\])', re.IGNORECASE
)
_ID = ('"@id"', "\\u0040")
_FEED = re.compile(r'"dataFeedElement"\s*:')

_NONE = "there is no ClaimReview in it"
_APART = "Give records of another kind in a file of their own; the file of rejects is one."


class ClaimReview:
    """Reads every ClaimReview of a file, wherever it stands in it; writes one ``@graph``."""

    name: ClassVar[str] = "claimreview"
    suffixes: ClassVar[tuple[str, ...]] = (".jsonld",)

    def __init__(self, ratings: frozenset[str]) -> None:
        self._ratings = ratings
        self.publisher = Publisher()
        self.address = ""
        """Of the page that is read, where it came from there; what it says itself comes first."""

    def recognises(self, start: str) -> bool:
        """By the type's name or a feed's elements; nothing else that is read is a web page."""
        text = start.lstrip("\ufeff \r\n\t")
        if text.startswith("<"):
            return True
        return text.startswith(("{", "[")) and bool(_TYPE.search(text) or _FEED.search(text))

    def read(self, stream: IO[str]) -> Iterator[Located | BadRow]:
        """The reviews of all documents of the file."""
        some = False
        for each in located(self._found(stream), ClaimReview.name):
            some = True
            yield each
        if not some:
            yield BadRow(1, "@type", _NONE)

    def _found(self, stream: IO[str]) -> Iterator[Found | BadRow]:
        beside: object = None
        around: dict[str, Mapping[str, Any]] = {}
        for document in documents_in(stream):
            if isinstance(document, BadRow):
                yield document
                continue
            if document.beside is not beside:
                beside, around = document.beside, {}
                _index(list(document.beside), around)
            page = document.page or (self.address if document.is_of_page else "")
            yield from _reviews(document, around, page)

    def write(self, records: Iterable[AnyRecord], stream: IO[str]) -> int:
        """The claims among the records that have a verdict in force, as ClaimReviews."""
        return _write_list(
            graph_nodes(records, self.publisher), stream, {"@context": CONTEXT}, "@graph"
        )


class DataCommons(ClaimReview):
    """The same reviews, written as a Data Commons feed."""

    name: ClassVar[str] = "datacommons"
    suffixes: ClassVar[tuple[str, ...]] = ()

    def recognises(self, start: str) -> bool:
        """Never: `ClaimReview` reads feeds too."""
        return False

    def write(self, records: Iterable[AnyRecord], stream: IO[str]) -> int:
        """One element a review, or the elements that the reviews came in."""
        head = {"@context": CONTEXT, "@type": "DataFeed"}
        return _write_list(feed_elements(records, self.publisher), stream, head, "dataFeedElement")


def _write_list(
    items: Iterable[tuple[Mapping[str, Any], int]],
    stream: IO[str],
    head: Mapping[str, str],
    key: str,
) -> int:
    """A document whose one list is written item by item; how many reviews it holds."""
    opening = msgspec.json.encode(head).decode()[:-1]
    stream.write(f'{opening},"{key}":[')
    count, between = 0, "\n"
    for item, reviews in items:
        stream.write(between + msgspec.json.encode(item).decode())
        count, between = count + reviews, ",\n"
    stream.write("\n]}\n")
    return count


def _reviews(
    document: Document, around: dict[str, Mapping[str, Any]], page: str
) -> Iterator[Found | BadRow]:
    own: dict[str, Mapping[str, Any]] = {}
    refers = not document.text or any(map(document.text.__contains__, _ID))  # most do not
    if refers:
        _index(document.value, own)
    nodes = ChainMap(own, around)
    found = list(_walk(document.value))
    if not found and document.is_line and _is_foreign(document.value):
        yield BadRow(document.line, "@type", _NONE, _APART, document.value)
    lines = document.lines(_TYPE, len(found))
    for item, line in zip(found, lines, strict=True):
        others = _referred(item, nodes) if refers else []
        bad = bad_record(item, line) if document.has_twice else None
        if others and not bad:
            bad = bad_record({**item, "@graph": others}, line)
        whole = dict(without_rejection(item))
        yield bad or _found(whole, others, nodes, line, page)


def _is_foreign(value: Any) -> bool:
    """Whether a record among reviews is none, and no other node or empty element of a feed."""
    return not (isinstance(value, dict) and value.keys() & {"@type", "@graph", "@context", "item"})


def _found(
    whole: dict[str, Any], others: list[Mapping[str, Any]], nodes: Nodes, line: int, page: str
) -> Found:
    if others and "@graph" not in whole:
        whole["@graph"] = others
    each = Found(line, whole)
    try:
        each.review = review_of(whole, nodes, page)
    except BadReviewError as bad:
        each.bad = bad
    return each


def _walk(value: Any) -> Iterator[Mapping[str, Any]]:
    """The ClaimReviews of a document, each with the feed's element around it.

    What holds reviews and has a key twice comes as it is: reviews may be lost in it.
    """
    if isinstance(value, Twice):
        if _holds_review(value):
            yield value
    elif is_review(value):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _walk(each)
    elif isinstance(value, dict) and is_a(value, "Claim") and "review" in value:
        yield from _of_claim(value)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _elements(each) if key == "dataFeedElement" else _walk(each)


def _of_claim(claim: dict[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The reviews that stand in the claim that they are of, each with it."""
    item = {key: each for key, each in claim.items() if key != "review"}
    for each in _walk(claim["review"]):
        says = isinstance(each, Twice) or each.keys() & {"itemReviewed", "claimReviewed"}
        yield each if says else {**each, "itemReviewed": item}


def _holds_review(value: Twice) -> bool:
    """Whether an object in which a key stands twice is a review, or has one under any key."""
    return any(
        is_review({"@type": each}) if key == "@type" else any(True for _ in _walk(each))
        for key, each in value.pairs
    )


def _elements(value: Any) -> Iterator[Mapping[str, Any]]:
    for element in value if isinstance(value, list) else [value]:
        if not isinstance(element, dict) or isinstance(element, Twice) or is_review(element):
            yield from _walk(element)
            continue
        around = {key: each for key, each in element.items() if key != "item"}
        items = element.get("item")
        for place, item in enumerate(items if isinstance(items, list) else [items]):
            at = place if isinstance(items, list) else None
            for review in _walk(item):
                is_plain = not isinstance(review, Twice)
                yield {**review, "dataFeedElement": {**around, "item": at}} if is_plain else review


def _index(value: Any, nodes: dict[str, Mapping[str, Any]]) -> None:
    if isinstance(value, dict):
        name = value.get("@id")
        if isinstance(name, str) and len(value) > 1:
            nodes.setdefault(name, value)
    children = value.values() if isinstance(value, dict) else value
    for child in children if isinstance(value, dict | list) else ():
        _index(child, nodes)


def _referred(value: Any, nodes: Nodes) -> list[Mapping[str, Any]]:
    """The nodes that a review refers to by ``@id`` only, with those that they refer to."""
    kept: dict[str, Mapping[str, Any]] = {}
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting += each
        elif isinstance(each, dict):
            name = each.get("@id")
            if len(each) == 1 and isinstance(name, str) and name in nodes and name not in kept:
                if not is_review(nodes[name]):
                    kept[name] = nodes[name]
                    waiting.append(nodes[name])
            else:
                waiting += each.values()
    return list(kept.values())
