"""What the nodes of a ClaimReview say, in our words, in the many ways in which they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin

from workbench.exchange.labels import NOT_NORMALISED, rating_of
from workbench.exchange.reviews.markup import words
from workbench.exchange.reviews.reviews import Review, check_scale, day_of, site_of
from workbench.exchange.types import AppearanceRecord

_VOCABULARY = re.compile(r"\A(?:https?://schema\.org/|schema:)")

Nodes = Mapping[str, Mapping[str, Any]]
"""The nodes of a document by their ``@id``."""


def is_review(value: Any) -> bool:
    """Whether a node is a ClaimReview."""
    return isinstance(value, dict) and is_a(value, "ClaimReview")


def is_a(node: Mapping[str, Any], kind: str) -> bool:
    """Whether a node is of a type, however its name is written."""
    types = node.get("@type")
    if isinstance(types, str):
        return _kind(types) == _kind(kind)
    names = types if isinstance(types, list) else [types]
    wanted = _kind(kind)
    return any(isinstance(name, str) and _kind(name) == wanted for name in names)


@lru_cache(maxsize=1_024)
def _kind(name: str) -> str:
    """A type's own name, without its vocabulary's."""
    return re.split(r"[/:]", name)[-1].lower()


def plain(value: Any) -> Any:
    """A node without the vocabulary's name in front of its properties, where they carry it."""
    if isinstance(value, dict):
        return {
            _VOCABULARY.sub("", key) if ":" in key else key: plain(each)
            if isinstance(each, dict | list)
            else each
            for key, each in value.items()
        }
    return [plain(each) for each in value] if isinstance(value, list) else value


def review_of(given: Mapping[str, Any], nodes: Nodes, page: str) -> Review:
    """A review in our words; one without an address stands at that of its page."""
    whole = plain(given)
    items = _items(whole.get("itemReviewed"), nodes)
    item = next(filter(_wording, items), items[0] if items else {})
    places = [item, *(each for each in items if each is not item and not is_a(each, "Claim"))]
    rating = _object(whole.get("reviewRating"), nodes)
    value = rating.get("ratingValue")
    check_scale(
        value, rating.get("worstRating"), rating.get("bestRating"), "reviewRating.ratingValue"
    )
    author = whole.get("author") or whole.get("publisher")
    home = _address(_object(author, nodes).get("url"))
    site = site_of(home) or home
    url = _own_address(whole, nodes, page)
    return Review(
        whole=given,
        text=_text(whole.get("claimReviewed"))
        or _wording(_object(whole.get("claimReviewed"), nodes))
        or _wording(item),
        headline=_text(whole.get("headline")) or _text(whole.get("name")),
        stand_in=_title(items),
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
        appearances=tuple(
            each for each in _appearances(places, nodes, page) if not url or each.url != url
        ),
    )


def _own_address(whole: Mapping[str, Any], nodes: Nodes, page: str) -> str:
    main = whole.get("mainEntityOfPage")
    found = _address(whole.get("url")) or _address(_object(main, nodes) or main)
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
    if not is_a(item, "Claim"):
        return ""
    return _text(item.get("text")) or _text(item.get("name")) or _text(item.get("headline"))


def _title(items: Sequence[Mapping[str, Any]]) -> str:
    """What else says what was reviewed: the title of a work, or what is said of it."""
    names = (
        _text(item.get(name)) for item in items for name in ("name", "headline", "description")
    )
    return next(filter(None, names), "")


def _items(value: Any, nodes: Nodes) -> list[Mapping[str, Any]]:
    """All that a review says it is of: mostly one claim."""
    told = value if isinstance(value, list) else [value]
    several = (_object(each, nodes) or _said(words(each)) for each in told)
    return [each for each in several if each]


def _said(claim: str) -> Mapping[str, Any]:
    """A claim that is given as words alone."""
    is_none = not claim or claim.startswith(("http://", "https://"))
    return {} if is_none else {"@type": "Claim", "text": claim}


def _appearances(
    items: Sequence[Mapping[str, Any]], nodes: Nodes, page: str
) -> Iterator[AppearanceRecord]:
    """Where the claim stood, each place once, the first one first.

    What is reviewed may be the very work in which the claim stood, in place of a Claim.
    """
    held: list[tuple[str, Any]] = []
    for item in items:
        if not is_a(item, "Claim") and (_address(item.get("url")) or _address(item.get("sameAs"))):
            held.append(("", item))
        held += ((f".{name}", item.get(name)) for name in ("firstAppearance", "appearance"))
    seen: set[str] = set()
    for name, places in held:
        for each in places if isinstance(places, list) else [places]:
            place = _object(each, nodes)
            given = _text(place.get("url")) or words(each)
            url = _address(each) or _address(place.get("sameAs")) or _beside(page, given)
            title = _text(place.get("headline")) or _text(place.get("name"))
            title = title or ("" if url else words(each))
            if (url or title) and url + title not in seen:
                seen.add(url + title)
                date = _text(place.get("datePublished"))
                published = day_of(date, f"itemReviewed{name}.datePublished")
                yield AppearanceRecord(url=url, title=title, published=published)


def _beside(page: str, given: str) -> str:
    """The address that a page's relative one means; nothing for what is none."""
    if not page or not given.startswith(("/", "./", "../")):
        return ""
    try:
        return _address(urljoin(page, given))
    except ValueError:
        return ""


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
    if value is None or isinstance(value, str):
        return words(value)
    for each in value if isinstance(value, list) else [value]:
        found = words(each.get("@value") if isinstance(each, dict) else each)
        if found:
            return found
    return ""


def _address(value: Any) -> str:
    """The first web address of a field, given plainly or as a node's ``url`` or ``@id``."""
    if value is None:
        return ""
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
