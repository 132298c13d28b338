"""JSON as it comes: one document, one a line, or inside a web page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import IO, Any

import msgspec

from workbench.errors import Said
from workbench.exchange.documents.doubled import doubled, told_apart
from workbench.exchange.documents.items import LISTS, Item, long_list
from workbench.exchange.documents.microdata import MARKED, items_of
from workbench.exchange.documents.rejects import as_refused
from workbench.exchange.documents.scripts import address_of, mended, scripts
from workbench.exchange.lines import lines
from workbench.exchange.types import BadRow

DEEPEST = 100
"""Levels of nesting that are read."""
_SHORT = 100_000
"""Characters by which a document of many lines is told."""
WHOLE = 8_000_000
"""Characters of a document that is read at once."""
_STRING = r'"(?>(?:[^"\\]++|\\.)*)"'
_AROUND_LIST = re.compile(
    rf"\{{\s*+(?>(?:{_STRING}\s*+:\s*+(?:{_STRING}|[^\"\[\]{{}},]++)\s*+,\s*+)*)"
    rf'"(?:{"|".join(map(re.escape, LISTS))})"\s*+:\s*+\[\s*+\{{',
    re.DOTALL,
)
"""An object around a list of records, with nothing but plain fields before it."""
_FEED = re.compile(
    r"\s*(?:<\?[^<>]*\?>\s*|<!--.{0,9999}?-->\s*)*<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b",
    re.DOTALL,
)
"""An XML document of addresses, where a page's mark-up would begin."""
_DECODER = json.JSONDecoder()
_BETWEEN = re.compile(r"[ \t\r\n,]*+")
"""What may stand between two documents in one file."""


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed JSON value, its text and the line of the file that it begins on."""

    line: int
    value: Any
    text: str
    is_line: bool = False
    """Whether it is one of several, a line each."""
    has_twice: bool = False
    """Whether a key stands twice in an object of it, see `doubled`."""
    is_of_page: bool = False
    """Whether it stands in a web page, and…"""
    page: str = ""
    """…the page's address, where that says it."""
    beside: tuple[Any, ...] = ()
    """What the scripts of that page say, which refer to one another's nodes."""

    def lines(self, key: re.Pattern[str], count: int) -> list[int]:
        """The lines on which ``count`` items stand, each known by one ``key`` in the text.

        Where there are more or fewer keys than items, all are told by the document's first line.
        """
        starts = [found.start() for found in key.finditer(self.text)]
        if len(starts) != count:
            return [self.line] * count
        lines, line, last = [], self.line, 0
        for start in starts:
            line += self.text.count("\n", last, start)
            last = start
            lines.append(line)
        return lines


def documents_in(stream: IO[str]) -> Iterator[Document | BadRow]:
    """The JSON values of an open file; a long one is read value by value, or item by item.

    A long document is known by its first lines: values one a line, a list, or an object whose
    list of items (`LISTS`) is the bulk of it. Its items come as documents of their own.
    """
    start = stream.tell()
    head = stream.read(WHOLE + 1)
    if len(head) <= WHOLE:
        yield from documents(head)
        return
    stream.seek(start)
    plain = head.lstrip("\ufeff \t\r\n")
    first = plain.partition("\n")[0]
    if plain.startswith("{") and isinstance(parsed(first, 1), Document):
        for each in lines(stream):
            yield each if isinstance(each, BadRow) else _line(each[1], each[0])
    elif plain.startswith(("[", "{")):
        yield from items(stream)
    else:
        yield from documents(stream.read())


def is_document(stream: IO[str]) -> bool:
    """Whether an open file is one JSON document, and not a value a line."""
    start = stream.tell()
    head = stream.read(_SHORT)
    stream.seek(start)
    plain = head.lstrip("\ufeff \t\r\n")
    first, _, rest = plain.partition("\n")
    if not plain.startswith(("{", "[")):
        return False
    if not rest.strip() and _AROUND_LIST.match(first):
        return True
    is_whole = isinstance(parsed(first, 1), Document)
    if first.startswith("["):
        return not (is_whole and rest.strip())
    begun = first.rstrip()
    goes_on = begun.endswith(("{", ",")) and not rest.lstrip().startswith("{")
    return not is_whole and (begun.endswith("[") or goes_on)


def documents(text: str) -> Iterator[Document | BadRow]:
    """The JSON values of a file: its only one, one a line, or those of a page's scripts."""
    text = text.lstrip("\ufeff").replace("\n\ufeff", "\n")  # of files put behind one another
    if text.lstrip().startswith("<"):
        yield from _page(text)
    elif _is_by_line(text):
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield _line(line, number)
    else:
        skipped = len(text) - len(text.lstrip())
        yield from _values(text.lstrip(), 1 + text.count("\n", 0, skipped))


def _values(text: str, line: int) -> Iterator[Document | BadRow]:
    """The only value of a text, or several one behind the other, as `jq` writes them."""
    found = _whole(text, line)
    at = 0
    while isinstance(found, BadRow) and (end := _end_of(text, at)):
        yield _whole(text[at:end], line)
        behind = _BETWEEN.match(text, end)
        following = behind.end() if behind else end
        line += text.count("\n", at, following)
        at = following
    yield _whole(text[at:], line) if at else found


def _end_of(text: str, at: int) -> int:
    """Where the value that begins there ends, if more stands behind it; else 0."""
    try:
        value, end = _DECODER.raw_decode(text, at)
    except (ValueError, RecursionError):
        return 0
    behind = _BETWEEN.match(text, end)
    is_last = behind is not None and behind.end() == len(text)
    return 0 if is_last or not isinstance(value, dict | list) else end


def items(stream: IO[str]) -> Iterator[Document | BadRow]:
    """The items of a long document's list, each in a document as small as it is.

    Those of an object stay inside their key, so that they are read as they would be there.
    """
    for each in long_list(stream):
        if isinstance(each, BadRow):
            yield each
            continue
        document = _item(each)
        yield document


def _item(item: Item) -> Document | BadRow:
    found = _record(item.text, item.line)
    if isinstance(found, BadRow) or not item.key:
        return found
    return Document(item.line, {item.key: [found.value]}, item.text)


def _line(text: str, line: int) -> Document | BadRow:
    """A value that is one of several, a line each; what is none of JSON is kept to be mended."""
    found = _record(text, line)
    if isinstance(found, BadRow):
        return replace(found, record=text.rstrip("\r")) if found.record is None else found
    return as_refused(found.value, line) or replace(found, is_line=True)


def _record(text: str, line: int) -> Document | BadRow:
    """A document that is one record of several: it alone is passed over where a key is doubled."""
    found = parsed(text, line)
    return found if isinstance(found, BadRow) else doubled(text, line) or found


def _whole(text: str, line: int, *, strict: bool = True) -> Document | BadRow:
    """A document that may hold several records, with objects told apart that have a key twice."""
    found = parsed(text, line, strict=strict)
    if isinstance(found, BadRow):
        return found
    apart = told_apart(text, found.value)
    return Document(line, apart, text, has_twice=apart is not found.value)


def _is_by_line(text: str) -> bool:
    """Whether the file has several values: every line begins one, and one of the first is whole.

    A document over several lines that is cut short is not: its lines end in commas.
    """
    first, _, rest = text.lstrip().partition("\n")
    if not rest.strip():
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    first_ones = lines[:3] if all(line.lstrip().startswith("{") for line in lines) else [first]
    return any(isinstance(parsed(line, 1), Document) for line in first_ones)


def _page(text: str) -> Iterator[Document | BadRow]:
    """What a page's scripts say; where they name no review, its microdata."""
    found, page = list(scripts(text)), address_of(text)
    if not any("ClaimReview" in script for _, script in found) and MARKED.search(text):
        for line, item in items_of(text):
            yield Document(line, item, "", is_of_page=True, page=page)
        return
    read: list[Document | BadRow] = []
    line, last = 1, 0
    for start, script in found:
        line, last = line + text.count("\n", last, start), start
        read.append(_script(script, line))
    values = tuple(each.value for each in read if isinstance(each, Document))
    for each in read:
        yield (
            replace(each, is_of_page=True, page=page, beside=values)
            if isinstance(each, Document)
            else each
        )
    if not found and _FEED.match(text):
        yield BadRow(1, "", "a feed, which names pages and holds no reviews", "Import those pages.")
    elif not found:
        hint = 'Save the page with its scripts: <script type="application/ld+json">.'
        yield BadRow(1, "", "a web page without JSON-LD or microdata of a ClaimReview in it", hint)


def _script(text: str, line: int) -> Document | BadRow:
    """A script's document: as it stands, else with the slips mended that can be meant one way."""
    found = _whole(text, line, strict=False)
    if isinstance(found, BadRow) and (again := mended(text)) != text:
        other = _whole(again, line, strict=False)
        found = found if isinstance(other, BadRow) else other
    if isinstance(found, Document) and isinstance(found.value, str):
        inside = _whole(found.value, line, strict=False)  # JSON that was written as JSON again
        return found if isinstance(inside, BadRow) else inside
    return found


def parsed(text: str, line: int, *, strict: bool = True) -> Document | BadRow:
    """A JSON text, or where it stops being JSON. Pages may break lines inside strings."""
    try:
        value = _decoded(text, strict=strict)
    except json.JSONDecodeError as error:
        is_cut = not text[error.pos :].strip() or error.msg.startswith("Unterminated string")
        return BadRow(
            line + error.lineno - 1,
            "",
            Said(
                "not JSON: the file ends too early; {reason}, column {column}"
                if is_cut
                else "not JSON: {reason}, column {column}",
                reason=Said(error.msg),
                column=error.colno,
            ),
            "It was cut short: get the file again." if is_cut else "Mend the file there.",
        )
    except (ValueError, OverflowError) as error:
        return BadRow(line, "", Said("not JSON: {reason}", reason=error))
    except RecursionError:
        return _too_deep(line)
    brackets = text.count("{") + text.count("[")  # mostly too few to be looked at one by one
    if brackets > DEEPEST and _is_deeper(value, DEEPEST):
        return _too_deep(line)
    return Document(line, value, text)


def _decoded(text: str, *, strict: bool) -> Any:
    """The value; the standard library's slower reader tells where a text is wrong.

    Raises:
        ValueError, OverflowError, RecursionError: it is not JSON, or holds what cannot be kept.
    """
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        problem = str(error)
    value = json.loads(text, strict=strict, parse_constant=_no_constant)
    if strict:
        raise ValueError(problem)
    msgspec.json.encode(value)
    return value


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON value")


def _too_deep(line: int) -> BadRow:
    return BadRow(
        line,
        "",
        Said("nested more than {limit} deep; no record of the field is", limit=DEEPEST),
    )


def _is_deeper(value: Any, levels: int) -> bool:
    layer = [value] if isinstance(value, dict | list) else []
    for _ in range(levels):
        layer = [
            child
            for each in layer
            for child in (each.values() if isinstance(each, dict) else each)
            if isinstance(child, dict | list)
        ]
        if not layer:
            return False
    return True
