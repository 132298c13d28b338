"""The items of one long JSON list, found without reading the document whole.

An item ends where it is whole; of one that is no JSON only strings and brackets are looked at: it
ends where its own brackets close. What an item says is for the reader of documents to parse.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from workbench.errors import Said
from workbench.exchange.types import BadRow

LISTS = ("dataFeedElement", "claims", "claimReviewMarkupPages", "@graph", "data", "items")
"""Keys under which long documents keep their items."""
LONGEST = 16_000_000
"""Characters of an item."""
_BLOCK = 1 << 20
_TRIES = 100
"""Items of a block that may be found to be no JSON, each by a look through the block."""
_DECODER = json.JSONDecoder()
_MARK = re.compile(r'"(?>(?:[^"\\]++|\\.)*)"|[\[\]{},]', re.DOTALL)
_OPENING = re.compile(rf'"({"|".join(map(re.escape, LISTS))})"\s*:\s*\[')


@dataclass(frozen=True, slots=True)
class Item:
    """An item, the line that it begins on, and the key of its list, if it has one."""

    line: int
    text: str
    key: str


def long_list(stream: IO[str]) -> Iterator[Item | BadRow]:
    """The items of a document's list, one after the other."""
    scan = _Scan(stream)
    key = scan.find_list()
    if key is None:
        yield BadRow(
            1,
            "",
            Said(
                "a document of more than {limit:,.0f} MB without a list of records",
                limit=_BLOCK * 8 / 1e6,
            ),
            "Give one record a line, or a feed.",
        )
        return
    while True:
        item = scan.next_item(key)
        if item is None:
            return
        yield item
        if isinstance(item, BadRow):
            return


class _Scan:
    """A window over the text that moves on as items are taken."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._text = ""
        self._at = 0
        self._line = 1
        self._tries = 0

    def find_list(self) -> str | None:
        """The key of the list that is read, nothing for a bare list; ``None`` where none is."""
        self._more()
        start = len(self._text) - len(self._text.lstrip("\ufeff \t\r\n"))
        if self._text[start : start + 1] == "[":
            self._move(start + 1)
            return ""
        found = _OPENING.search(self._text)
        if found is None:
            return None
        self._move(found.end())
        return found[1]

    def next_item(self, key: str) -> Item | BadRow | None:
        """The next item, or ``None`` behind the last."""
        start = self._skip()
        if start is None:
            return self._cut(Said("the file ends inside its list"))
        if self._text[start] == "]":
            return None
        self._move(start)
        end = self._end_of_json() or self._end()
        if end is None:
            if len(self._text) - self._at >= LONGEST:
                return self._cut(
                    Said(
                        "an item of more than {limit:,.0f} million characters", limit=LONGEST / 1e6
                    )
                )
            return self._cut(Said("the file ends inside a record"))
        item = Item(self._line, self._text[self._at : end], key)
        self._move(end)
        return item

    def _cut(self, problem: Said) -> BadRow:
        hint = "The file is damaged or cut short; get it again. What was before it was read."
        return BadRow(self._line, "", Said("not JSON: {reason}", reason=problem), hint)

    def _skip(self) -> int | None:
        """Where the next item begins, behind blanks and commas."""
        at = self._at
        while True:
            while at < len(self._text) and self._text[at] in " \t\r\n,":
                at += 1
            if at < len(self._text):
                return at
            self._move(at)
            if not self._more():
                return None
            at = self._at

    def _end_of_json(self) -> int | None:
        """Where an item ends that is sound JSON and was read to its end, as most are."""
        if self._text[self._at] not in "{[" or not self._tries:
            return None
        try:
            return _DECODER.raw_decode(self._text, self._at)[1]
        except (ValueError, RecursionError):
            self._tries -= 1
            return None

    def _end(self) -> int | None:
        """Where the item ends that begins here: its brackets close, or a comma stands."""
        depth, at = 0, self._at
        while True:
            for mark in _MARK.finditer(self._text, at):
                sign = mark[0]
                if sign in "{[":
                    depth += 1
                elif sign in "}]":
                    depth -= 1
                    if depth < 0:
                        return mark.start()
                    if depth == 0:
                        return mark.end()
                elif sign == "," and depth == 0:
                    return mark.start()
                at = mark.end()
            if len(self._text) - self._at >= LONGEST or not self._more():
                return None
            at, depth = self._at, 0

    def _more(self) -> bool:
        block = self._stream.read(_BLOCK)
        self._text = self._text[self._at :] + block
        self._at = 0
        self._tries = _TRIES
        return bool(block)

    def _move(self, to: int) -> None:
        self._line += self._text.count("\n", self._at, to)
        self._at = to
