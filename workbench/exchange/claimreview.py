"""ClaimReview, the field's mark-up for reviews: in documents, in web pages and in the feed.

Types and properties: https://schema.org/ClaimReview, https://schema.org/Claim,
https://schema.org/Rating. The feed: https://www.datacommons.org/factcheck/download.
"""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import IO, Any, ClassVar
from urllib.parse import urljoin

import msgspec

from workbench.exchange.claimreview_out import feed_elements, graph_nodes
from workbench.exchange.documents import Document, documents_in, words
from workbench.exchange.doubled import Twice, bad_record
from workbench.exchange.labels import NOT_NORMALISED, rating_of
from workbench.exchange.publisher import Publisher
from workbench.exchange.reviews import (
    BadReviewError,
    Found,
    Review,
    check_scale,
    day_of,
    located,
    site_of,
    without_rejection,
)
from workbench.exchange.types import AnyRecord, AppearanceRecord, BadRow, Located

CONTEXT = "https://schema.org"
_NAME = r'"(?:https?://schema\.org/|schema:)?ClaimReview"'
_TYPE = re.compile(rf'"@type"\s*:\s*(?:{_NAME}|\[[^\[\]]{{0,300}}{_NAME}[^\[\]]{{0,300}}\])')
_VOCABULARY = re.compile(r"\A(?:https?://schema\.org/|schema:)")
_FEED = re.compile(r'"dataFeedElement"\s*:')

_NONE = "there is no ClaimReview in it"
_APART = "Give records of another kind in a file of their own; the file of rejects is one."

Nodes = Mapping[str, Mapping[str, Any]]
"""The nodes of a document by their ``@id``."""


class ClaimReview:
    """Reads every ClaimReview of a file, wherever it stands in it; writes one ``@graph``."""

    name: ClassVar[str] = "claimreview"
    suffixes: ClassVar[tuple[str, ...]] = (".jsonld",)

    def __init__(self, ratings: frozenset[str]) -> None:
        self._ratings = ratings
        self.publisher = Publisher()

    def recognises(self, start: str) -> bool:
        """By the type's name or a feed's elements; nothing else that is read is a web page."""
        text = start.lstrip("\ufeff \r\n\t")
        if text.startswith("<"):
            return True
        return text.startswith(("{", "[")) and bool(_TYPE.search(text) or _FEED.search(text))

    def read(self, stream: IO[str]) -> Iterator[Located | BadRow]:
        """The reviews of all documents of the file."""
        start = stream.tell()

        def again() -> Iterator[Found | BadRow]:
            stream.seek(start)
            beside: object = None
            around: dict[str, Mapping[str, Any]] = {}
            for document in documents_in(stream):
                if isinstance(document, BadRow):
                    yield document
                    continue
                if document.beside is not beside:
                    beside, around = document.beside, {}
                    _index(list(document.beside), around)
                yield from _reviews(document, around)

        some = False
        for each in located(again, ClaimReview.name):
            some = True
            yield each
        if not some:
            yield BadRow(1, "@type", _NONE)

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


def is_review(value: Any) -> bool:
    """Whether a node is a ClaimReview."""
    return isinstance(value, dict) and _is_a(value, "ClaimReview")


def _is_a(node: Mapping[str, Any], kind: str) -> bool:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and re.split(r"[/:]", name)[-1] == kind for name in names)


def plain(value: Any) -> Any:
    """A node without the vocabulary's name in front of its properties, where they carry it."""
    if isinstance(value, dict):
        return {_VOCABULARY.sub("", key): plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list) else value


def _reviews(document: Document, around: dict[str, Mapping[str, Any]]) -> Iterator[Found | BadRow]:
    own: dict[str, Mapping[str, Any]] = {}
    _index(document.value, own)
    nodes = ChainMap(own, around)
    found = list(_walk(document.value))
    if not found and document.is_line and _is_foreign(document.value):
        yield BadRow(document.line, "@type", _NONE, _APART, document.value)
    lines = document.lines(_TYPE, len(found))
    for item, line in zip(found, lines, strict=True):
        others = _referred(item, nodes)
        bad = bad_record(item, line) or bad_record({**item, "@graph": others}, line)
        whole = dict(without_rejection(item))
        yield bad or _found(whole, others, nodes, line, document.page)


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
        each.review = replace(_review(plain(whole), nodes, page), whole=whole)
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
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _elements(each) if key == "dataFeedElement" else _walk(each)


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


def _review(whole: Mapping[str, Any], nodes: Nodes, page: str) -> Review:
    """A review in our words; one without an address stands at that of its page."""
    item = _object(whole.get("itemReviewed"), nodes)
    rating = _object(whole.get("reviewRating"), nodes)
    value = rating.get("ratingValue")
    check_scale(
        value, rating.get("worstRating"), rating.get("bestRating"), "reviewRating.ratingValue"
    )
    author = whole.get("author") or whole.get("publisher")
    home = _address(_object(author, nodes).get("url"))
    site = site_of(home) or home
    url = _own_address(whole, page)
    return Review(
        whole=whole,
        text=_text(whole.get("claimReviewed"))
        or _wording(_object(whole.get("claimReviewed"), nodes))
        or _wording(item),
        headline=_text(whole.get("headline")) or _text(whole.get("name")),
        claimant=_names(item.get("author"), nodes),
        said=day_of(_text(item.get("datePublished")), "itemReviewed.datePublished"),
        url=url,
        id=_name(whole, site),
        site=site,
        author=_names(author, nodes) or _names(whole.get("publisher"), nodes),
        published=day_of(_text(whole.get("datePublished")), "datePublished"),
        label=_label(whole.get("reviewRating"), nodes),
        explanation=_text(rating.get("ratingExplanation"))
        or _text(whole.get("reviewBody"))
        or _text(whole.get("description")),
        appearances=tuple(each for each in _appearances(item, nodes) if not url or each.url != url),
    )


def _own_address(whole: Mapping[str, Any], page: str) -> str:
    found = _address(whole.get("url")) or _address(whole.get("mainEntityOfPage"))
    if found or not page:
        return found
    try:
        return _address(urljoin(page, _text(whole.get("url")))) or page
    except ValueError:
        return page


def _name(whole: Mapping[str, Any], site: str) -> str:
    """How a review without an address is known: a name that is its own in all files, or nothing.

    A name that counts within a page or a site only would make one claim of two.
    """
    name = _text(whole.get("@id"))
    if ":" in name and not name.startswith("_:"):
        return name
    return _text(whole.get("identifier")) if site else ""


def _label(value: Any, nodes: Nodes) -> str:
    """The label of a rating, which may be given as words alone.

    Several that do not mean the same are one label together, which is in no table.
    """
    found: dict[str, str] = {}
    for each in value if isinstance(value, list) else [value]:
        node = _object(each, nodes)
        names = node.get("alternateName") or node.get("name")
        told = [words(each), *map(_text, names if isinstance(names, list) else [names])]
        for label in filter(None, told if any(told) else [_figure(node.get("ratingValue"))]):
            rating = rating_of(label)
            found.setdefault(label if rating == NOT_NORMALISED else rating, label)
    return " / ".join(found.values())


def _wording(item: Mapping[str, Any]) -> str:
    """The claim's own words; the name of a work that is not a Claim is its title, not a claim."""
    if not _is_a(item, "Claim"):
        return ""
    return _text(item.get("text")) or _text(item.get("name"))


def _appearances(item: Mapping[str, Any], nodes: Nodes) -> Iterator[AppearanceRecord]:
    """Where the claim stood, each place once, the first one first.

    What is reviewed may be the very work in which the claim stood, in place of a Claim.
    """
    held = {f".{name}": item.get(name) for name in ("firstAppearance", "appearance")}
    if not _is_a(item, "Claim") and (_address(item.get("url")) or _address(item.get("sameAs"))):
        held = {"": item, **held}
    seen: set[str] = set()
    for name, places in held.items():
        for each in places if isinstance(places, list) else [places]:
            place = _object(each, nodes)
            url = _address(each) or _address(place.get("url")) or _address(place.get("sameAs"))
            title = _text(place.get("headline")) or _text(place.get("name"))
            if (url or title) and url + title not in seen:
                seen.add(url + title)
                date = _text(place.get("datePublished"))
                published = day_of(date, f"itemReviewed{name}.datePublished")
                yield AppearanceRecord(url=url, title=title, published=published)


def _object(value: Any, nodes: Nodes) -> Mapping[str, Any]:
    """A node, the first of several, or the one that is referred to."""
    if isinstance(value, list):
        value = next((each for each in value if isinstance(each, dict)), None)
    if not isinstance(value, dict):
        return {}
    name = value.get("@id")
    found = nodes.get(name) if isinstance(name, str) and len(value) == 1 else None
    return value if found is None else plain(found)


def _names(value: Any, nodes: Nodes) -> str:
    parts = value if isinstance(value, list) else [value]
    names = [words(each) or _text(_object(each, nodes).get("name")) for each in parts]
    return ", ".join(dict.fromkeys(name for name in names if name))


def _text(value: Any) -> str:
    """The first words of a field: plain, in a list, or with their language."""
    for each in value if isinstance(value, list) else [value]:
        found = words(each.get("@value") if isinstance(each, dict) else each)
        if found:
            return found
    return ""


def _address(value: Any) -> str:
    """The first web address of a field, given plainly or as a node's ``url`` or ``@id``."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            found = _address(each.get("url")) or words(each.get("@id"))
        else:
            found = words(each)
        if found.startswith(("http://", "https://")):
            return found
    return ""


def _figure(value: Any) -> str:
    return "" if value is None or isinstance(value, bool | dict | list) else str(value)
