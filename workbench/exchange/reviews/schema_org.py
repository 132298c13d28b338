"""What schema.org says of the types and properties that ClaimReviews and feeds use.

Taken down from https://schema.org (release 29): a type's parents, a property's domains and the
types of its values. `problems` holds a document against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_PARENTS = {
    "Thing": (),
    "CreativeWork": ("Thing",),
    "Review": ("CreativeWork",),
    "ClaimReview": ("Review",),
    "Claim": ("CreativeWork",),
    "Comment": ("CreativeWork",),
    "CorrectionComment": ("Comment",),
    "Dataset": ("CreativeWork",),
    "DataFeed": ("Dataset",),
    "Intangible": ("Thing",),
    "Rating": ("Intangible",),
    "DataFeedItem": ("Intangible",),
    "Person": ("Thing",),
    "Organization": ("Thing",),
}
_TEXT, _URL, _DATE = "Text", "URL", "Date"
_AGENT = ("Person", "Organization")
_PROPERTIES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "name": (("Thing",), (_TEXT,)),
    "alternateName": (("Thing",), (_TEXT,)),
    "url": (("Thing",), (_URL,)),
    "sameAs": (("Thing",), (_URL,)),
    "identifier": (("Thing",), (_TEXT, _URL)),
    "author": (("CreativeWork", "Rating"), _AGENT),
    "creator": (("CreativeWork",), _AGENT),
    "publisher": (("CreativeWork",), _AGENT),
    "editor": (("CreativeWork",), ("Person",)),
    "headline": (("CreativeWork",), (_TEXT,)),
    "text": (("CreativeWork",), (_TEXT,)),
    "inLanguage": (("CreativeWork",), (_TEXT,)),
    "datePublished": (("CreativeWork",), (_DATE,)),
    "dateModified": (("CreativeWork", "DataFeedItem"), (_DATE,)),
    "dateCreated": (("CreativeWork", "DataFeedItem"), (_DATE,)),
    "temporal": (("CreativeWork",), (_TEXT, _DATE)),
    "temporalCoverage": (("CreativeWork",), (_TEXT, _DATE, _URL)),
    "citation": (("CreativeWork",), ("CreativeWork", _TEXT)),
    "correction": (("CreativeWork",), ("CorrectionComment", _TEXT, _URL)),
    "itemReviewed": (("Review",), ("Thing",)),
    "reviewRating": (("Review",), ("Rating",)),
    "claimReviewed": (("ClaimReview",), (_TEXT,)),
    "appearance": (("Claim",), ("CreativeWork",)),
    "firstAppearance": (("Claim",), ("CreativeWork",)),
    "ratingExplanation": (("Rating",), (_TEXT,)),
    "ratingValue": (("Rating",), (_TEXT,)),
    "bestRating": (("Rating",), (_TEXT,)),
    "worstRating": (("Rating",), (_TEXT,)),
    "dataFeedElement": (("DataFeed",), ("DataFeedItem", "Thing", _TEXT)),
    "item": (("DataFeedItem",), ("Thing",)),
}


def problems(document: Any) -> list[str]:
    """Where a JSON-LD document is not as schema.org has it; nothing for a valid one."""
    nodes = document.get("@graph", document) if isinstance(document, dict) else document
    return [each for node in _listed(nodes) for each in _of_node(node, "")]


def _of_node(node: Any, place: str) -> Iterator[str]:
    if not isinstance(node, dict):
        yield f"{place or 'the document'}: no node"
        return
    kind = node.get("@type")
    if kind not in _PARENTS:
        yield f"{place}: {kind!r} is no type that is used here"
        return
    for name, value in node.items():
        if name.startswith("@"):
            continue
        where = f"{place}.{name}".lstrip(".")
        domains, kinds = _PROPERTIES.get(name, ((), ()))
        if not any(_is_a(kind, domain) for domain in domains):
            yield f"{where}: no property of {kind}"
            continue
        for each in _listed(value):
            yield from _of_value(each, kinds, where)


def _of_value(value: Any, kinds: tuple[str, ...], where: str) -> Iterator[str]:
    if isinstance(value, dict):
        found = value.get("@type")
        if not any(_is_a(found, kind) for kind in kinds):
            yield f"{where}: a {found}, not {' or '.join(kinds)}"
        yield from _of_node(value, where)
    elif not isinstance(value, str) or not {_TEXT, _URL, _DATE} & set(kinds):
        yield f"{where}: {value!r}, not {' or '.join(kinds)}"
    elif not value:
        yield f"{where}: empty"


def _is_a(kind: Any, wanted: str) -> bool:
    return kind == wanted or any(_is_a(parent, wanted) for parent in _PARENTS.get(kind, ()))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
