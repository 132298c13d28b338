"""Microdata and RDFa Lite of a web page, as the JSON-LD that says the same.

https://html.spec.whatwg.org/multipage/microdata.html, https://www.w3.org/TR/rdfa-lite/. Read are
types, properties, addresses and names of items; references from one place of the page to another
(``itemref``) are not.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

MARKED = re.compile(r"(?:itemtype|typeof)\s*=[^<>]{0,200}\bClaimReview\b", re.IGNORECASE)
"""How a page with such mark-up of a review is told."""
# fmt: off
_EMPTY = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
})
# fmt: on
"""Elements without an end."""
_BLOCKS = frozenset({"br", "p", "div", "section", "ul", "li", "table", "td", "h1", "h2", "h3"})
"""Elements before which a word ends."""
_VALUES = ("content", "href", "src", "datetime", "data")
"""Attributes that hold a property's value in place of the element's words."""
_DEEPEST = 50
"""Items inside one another that are read."""

Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that has not ended: the item that it is, or the properties it gives words to."""

    tag: str
    item: Item | None = None
    names: tuple[str, ...] = ()
    start: int = 0
    """How many pieces of text were before it."""


def items_of(page: str) -> list[tuple[int, Item]]:
    """The items of a page that are in no other, each with the line that it begins on."""
    reader = _Reader()
    reader.feed(page.replace("<![", "<!-"))  # marked sections, which the parser gives up on
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, Item]] = []
        self._open: list[_Open] = []
        self._tags: Counter[str] = Counter()
        self._items: list[Item] = []
        self._pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins: an item, a property of the item around it, or neither."""
        said = {name: value or "" for name, value in attrs}
        if tag in _BLOCKS:
            self._pieces.append(" ")
            self._end_paragraph(tag)
        names = tuple((said.get("itemprop") or said.get("property") or "").split())
        if "itemscope" in said or "typeof" in said:
            opened = _Open(tag, self._item(said, names))
        elif names and self._items and (value := _value(said)) is not None:
            self._put(names, value)
            opened = _Open(tag)
        else:
            opened = _Open(tag, None, names if self._items else (), len(self._pieces))
        if tag not in _EMPTY:
            self._open.append(opened)
            self._tags[tag] += 1
            if opened.item is not None:
                self._items.append(opened.item)

    def handle_endtag(self, tag: str) -> None:
        """An element ends, and with it those inside it whose end is not written."""
        while self._tags[tag]:
            closed = self._open.pop()
            self._tags[closed.tag] -= 1
            if closed.item is not None:
                self._items.pop()
            elif closed.names:
                self._put(closed.names, " ".join("".join(self._pieces[closed.start :]).split()))
            if closed.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Words, which may be a property's."""
        if self._items and self._open[-1].tag not in {"script", "style"}:
            self._pieces.append(data)

    def _end_paragraph(self, tag: str) -> None:
        """A block ends the paragraph around it, whose own end need not be written."""
        if tag == "br" or not self._tags["p"]:
            return
        around = next((each.tag for each in reversed(self._open) if each.tag in _BLOCKS), "")
        if around == "p":
            self.handle_endtag("p")

    def _item(self, said: dict[str, str], names: tuple[str, ...]) -> Item:
        kinds = (said.get("itemtype") or said.get("typeof") or "").split()
        item: Item = {"@type": kinds[0] if len(kinds) == 1 else kinds} if kinds else {}
        name = said.get("itemid") or said.get("resource") or said.get("about")
        if name:
            item["@id"] = name
        if not self._items:
            self.found.append((self.getpos()[0], item))
        elif names and len(self._items) < _DEEPEST:
            self._put(names, item)
        return item

    def _put(self, names: tuple[str, ...], value: Any) -> None:
        """Add a property to the item around; several of one name are a list."""
        item = self._items[-1]
        for name in names:
            if name not in item:
                item[name] = value
            elif isinstance(item[name], list):
                item[name].append(value)
            else:
                item[name] = [item[name], value]


def _value(said: dict[str, str]) -> str | None:
    """The value of a property that an attribute holds; its words are its value otherwise."""
    return next((said[name].strip() for name in _VALUES if name in said), None)
