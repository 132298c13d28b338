"""Published verdicts as feeds for readers: Atom (RFC 4287) and RSS 2.0, newest first."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from typing import IO, ClassVar
from xml.etree import ElementTree

from workbench.exchange.reviews.publisher import Publisher
from workbench.exchange.types import AnyRecord, BadRow, ClaimRecord, Located, VerdictRecord

_ATOM = "http://www.w3.org/2005/Atom"
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NEVER = "1970-01-01T00:00:00+00:00"
_ONLY_OUT = "feeds are only written"
Node = ElementTree.Element


@dataclass(frozen=True, slots=True)
class _Item:
    """A verdict that is out."""

    claim: ClaimRecord
    verdict: VerdictRecord

    @property
    def title(self) -> str:
        return f"{self.verdict.label or self.verdict.rating}: {self.claim.text}"

    @property
    def first(self) -> str:
        """When a verdict on the claim was first given."""
        return self.claim.verdicts[0].set_at


class _Feed:
    """What both kinds of feed share."""

    def __init__(self, ratings: frozenset[str]) -> None:
        self.publisher = Publisher()

    def read(self, stream: IO[str]) -> Iterator[Located | BadRow]:
        """Nothing: a feed leaves out what an import needs."""
        yield BadRow(1, "", _ONLY_OUT, "Import the publisher's ClaimReviews.")

    def write(self, records: Iterable[AnyRecord], stream: IO[str]) -> int:
        """Claims that are published with a verdict in force."""
        items = sorted(_items(records), key=lambda item: item.verdict.set_at, reverse=True)
        root = self._document(items)
        ElementTree.indent(root)
        stream.write('<?xml version="1.0" encoding="utf-8"?>\n')
        stream.write(ElementTree.tostring(root, encoding="unicode") + "\n")
        return len(items)

    def _document(self, items: list[_Item]) -> Node:
        raise NotImplementedError


class Atom(_Feed):
    """Atom."""

    name: ClassVar[str] = "atom"
    suffixes: ClassVar[tuple[str, ...]] = (".atom",)

    def _document(self, items: list[_Item]) -> Node:
        feed = Node("feed", xmlns=_ATOM)
        _put(feed, "id", self.publisher.url or "urn:workbench:verdicts")
        _put(feed, "title", self.publisher.name or "Verdicts")
        _put(feed, "updated", items[0].verdict.set_at if items else _NEVER)
        if self.publisher.url:
            _put(feed, "link", href=self.publisher.url)
        for item in items:
            feed.append(self._entry(item))
        return feed

    def _entry(self, item: _Item) -> Node:
        entry = Node("entry")
        if item.claim.language not in ("", "und"):
            entry.set("xml:lang", _clean(item.claim.language))
        _put(entry, "id", f"urn:uuid:{item.claim.uid}")
        _put(entry, "title", item.title)
        _put(entry, "published", item.first)
        _put(entry, "updated", item.verdict.set_at)
        _put(_put(entry, "author"), "name", item.verdict.author or self.publisher.name or "–")
        address = self.publisher.address(item.claim.uid)
        if address:
            _put(entry, "link", href=address)
        _put(entry, "category", term=item.verdict.rating)
        _put(entry, "summary", item.verdict.explanation)
        return entry


class Rss(_Feed):
    """RSS."""

    name: ClassVar[str] = "rss"
    suffixes: ClassVar[tuple[str, ...]] = (".rss",)

    def _document(self, items: list[_Item]) -> Node:
        rss = Node("rss", version="2.0")
        channel = _put(rss, "channel")
        _put(channel, "title", self.publisher.name or "Verdicts")
        _put(channel, "link", self.publisher.url or "urn:workbench:verdicts")
        _put(channel, "description", self.publisher.name or "Verdicts")
        if items:
            _put(channel, "lastBuildDate", _mail_date(items[0].verdict.set_at))
        for item in items:
            channel.append(self._item(item))
        return rss

    def _item(self, item: _Item) -> Node:
        node = Node("item")
        _put(node, "title", item.title)
        address = self.publisher.address(item.claim.uid)
        if address:
            _put(node, "link", address)
        _put(node, "guid", f"urn:uuid:{item.claim.uid}", isPermaLink="false")
        _put(node, "pubDate", _mail_date(item.verdict.set_at))
        _put(node, "category", item.verdict.rating)
        _put(node, "description", _as_html(item.verdict.explanation))
        return node


def _items(records: Iterable[AnyRecord]) -> Iterator[_Item]:
    for record in records:
        if isinstance(record, ClaimRecord) and record.state == "published":
            verdict = next((each for each in record.verdicts if each.in_force), None)
            if verdict and verdict.set_at:
                yield _Item(record, verdict)


def _put(parent: Node, tag: str, text: str = "", **attributes: str) -> Node:
    node = ElementTree.SubElement(parent, tag, {k: _clean(v) for k, v in attributes.items()})
    node.text = _clean(text) or None
    return node


def _clean(text: str) -> str:
    """A text of characters that XML has."""
    return _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", text)


def _as_html(text: str) -> str:
    """A text as HTML that says it: readers take an RSS description for that."""
    return "<br>".join(re.split("\r\n?|\n", html.escape(text, quote=False)))


def _mail_date(moment: str) -> str:
    return format_datetime(datetime.fromisoformat(moment))
