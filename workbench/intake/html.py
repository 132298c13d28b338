"""Web pages: body and title by trafilatura; dates only from JSON-LD and meta elements.

trafilatura's own date guess took a related story's date on 3 of 8 pages measured, so it is
never asked for one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from workbench.errors import InvalidInputError
from workbench.facets.interval import Interval, parse_edtf
from workbench.intake.decode import decode
from workbench.intake.types import IncomingArticle, Raw

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_LOOKS = re.compile(rb"<!doctype\s+html|<html|<head|<body|<article|<p[\s>]", re.IGNORECASE)
_META_DATES = (
    ("property", "article:published_time"),
    ("name", "article:published_time"),
    ("itemprop", "datePublished"),
    ("name", "date"),
    ("name", "dc.date"),
    ("name", "DC.date.issued"),
    ("name", "pubdate"),
    ("name", "parsely-pub-date"),
)
_ARTICLE_TYPES = ("Article", "Posting", "Report", "WebPage", "ClaimReview")


class HtmlReader:
    """Takes web pages."""

    media_type = "text/html"
    suffixes: Sequence[str] = (".html", ".htm", ".xhtml")

    def recognises(self, raw: Raw) -> bool:
        """By declared type, or by the elements that begin a page."""
        if raw.media_type:
            return raw.media_type in {"text/html", "application/xhtml+xml"}
        return bool(_LOOKS.search(raw.data[:4096]))

    def read(self, raw: Raw) -> IncomingArticle:
        """Headline, then the body's paragraphs, apart by blank lines."""
        declared = _DECLARED.search(raw.data[:4096])
        charset = raw.charset or (declared.group(1).decode("ascii") if declared else "")
        page = decode(raw.data, raw.name, charset)
        tree = _parse(page, raw.name)
        body = _body(page, raw.name)
        linked = _linked_data(tree)
        title = _text(linked.get("headline")) or _title(tree)
        published, provenance = _published(tree, linked)
        return IncomingArticle(
            text=body if not title or body.startswith(title) else f"{title}\n\n{body}",
            title=title,
            url=raw.url or _attribute(tree, "//link[@rel='canonical']/@href"),
            publisher=_name(linked.get("publisher"))
            or _attribute(tree, "//meta[@property='og:site_name']/@content"),
            author=_name(linked.get("author"))
            or _attribute(tree, "//meta[@name='author']/@content"),
            published=published,
            published_provenance=provenance,
            media_type=self.media_type,
            origin=raw.data,
        )


def _parse(page: str, name: str) -> HtmlElement:
    from lxml import etree, html  # noqa: PLC0415 (only pages need it)

    try:
        # A str with an encoding declaration is refused by lxml; bytes of our own are not.
        tree: HtmlElement = html.fromstring(
            page.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8")
        )
    except (etree.ParserError, ValueError) as error:
        raise InvalidInputError(
            "{name} is not a readable web page: {reason}", name=name, reason=error
        ) from error
    return tree


def _body(page: str, name: str) -> str:
    import trafilatura  # noqa: PLC0415 (280 ms that only pages need)

    text = trafilatura.extract(
        page, include_comments=False, include_tables=True, with_metadata=False, fast=False
    )
    if not text or not text.strip():
        raise InvalidInputError(
            "{name}: no article text was found in the page",
            hint="Copy the article's text into a file and add that.",
            name=name,
        )
    return "\n\n".join(line for line in str(text).splitlines() if line.strip())


def _title(tree: HtmlElement) -> str:
    for path in ("//meta[@property='og:title']/@content", "//h1[1]", "//title[1]"):
        found = _attribute(tree, path)
        if found:
            return found
    return ""


def _attribute(tree: HtmlElement, path: str) -> str:
    for found in tree.xpath(path):
        words = found if isinstance(found, str) else found.text_content()
        if words.strip():
            return " ".join(words.split())
    return ""


def _linked_data(tree: HtmlElement) -> dict[str, Any]:
    """The JSON-LD object that describes the article, or nothing."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(script)
        except (json.JSONDecodeError, RecursionError):
            continue  # pages with broken markup are common; the meta elements still serve
        for item in _objects(data):
            kinds = item.get("@type", "")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(str(kind).endswith(_ARTICLE_TYPES) for kind in kinds) and (
                "datePublished" in item or "headline" in item
            ):
                return item
    return {}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph", [])
            yield from (part for part in graph if isinstance(part, dict))


def _published(tree: HtmlElement, linked: dict[str, Any]) -> tuple[Interval | None, str]:
    candidates = [("JSON-LD datePublished", _text(linked.get("datePublished")))]
    candidates += [
        (f"meta {value}", _attribute(tree, f"//meta[@{key}='{value}']/@content"))
        for key, value in _META_DATES
    ]
    for provenance, value in candidates:
        try:
            if value:
                return parse_edtf(value[:10]), provenance
        except InvalidInputError:
            continue  # "15 August" in a meta element says less than it seems; ask a person
    return None, ""


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _name(value: Any) -> str:
    """The name in a JSON-LD person or organisation, or several of them."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value)))
    if isinstance(value, dict):
        return _text(value.get("name"))
    return _text(value)
