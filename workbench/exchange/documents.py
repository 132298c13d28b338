"""JSON as it comes: one document, one a line, or inside a web page; and nested values by name.

A nested value is kept as text under the dotted path of its own names, so that it can be shown,
searched and written back exactly: `flatten` and `unflatten` are each other's inverse.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import IO, Any

import msgspec

from workbench.errors import Said
from workbench.exchange.doubled import doubled, told_apart
from workbench.exchange.items import LISTS, Item, long_list
from workbench.exchange.lines import lines
from workbench.exchange.microdata import MARKED, items_of
from workbench.exchange.scripts import address_of, mended, scripts
from workbench.exchange.types import RESERVED, BadRow

NOT_TEXT = f"{RESERVED}json"
"""Extra that names the paths whose value is JSON and not a string."""
DEEPEST = 100
"""Levels of nesting that are read."""
_SHORT = 100_000
"""Characters by which a document of many lines is told."""
WHOLE = 8_000_000
"""Characters of a document that is read at once."""
_STRING = r'"(?:[^"\\]|\\.)*+"'
_AROUND_LIST = re.compile(
    rf"\{{\s*+(?:{_STRING}\s*+:\s*+(?:{_STRING}|[^\"\[\]{{}},]++)\s*+,\s*+)*+"
    rf'"(?:{"|".join(map(re.escape, LISTS))})"\s*+:\s*+\[\s*+\{{',
    re.DOTALL,
)
"""An object around a list of records, with nothing but plain fields before it."""
_TAG = re.compile(
    r"<(?:script|style)\b.*?(?:</(?:script|style)\s*>|\Z)|<[a-z/!][^<>]*>", re.I | re.S
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPES = 4
"""How often marks are taken for characters, and tags out, once more than they are escaped."""
_DECODER = json.JSONDecoder()
_BETWEEN = re.compile(r"[ \t\r\n,]*+")
"""What may stand between two documents in one file."""
_PATH = re.compile(r"((?:[^.\\]|\\.)*)(\.|\Z)", re.DOTALL)


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
    found = _record(text, line)
    return found if isinstance(found, BadRow) else replace(found, is_line=True)


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
    if not found:
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


def flatten(value: Mapping[str, Any]) -> dict[str, str]:
    """Path → text of every field: strings as they are, lists and other values as JSON."""
    found: dict[str, str] = {}
    other: list[str] = []
    _flatten(value, "", found, other)
    if other:
        found[NOT_TEXT] = msgspec.json.encode(sorted(other)).decode()
    return found


def _flatten(
    value: Mapping[str, Any], before: str, found: dict[str, str], other: list[str]
) -> None:
    for key, each in value.items():
        path = before + _escaped(key, not before)
        if isinstance(each, str):
            found[path] = each
        elif isinstance(each, dict) and each:
            _flatten(each, path + ".", found, other)
        else:
            found[path] = msgspec.json.encode(each).decode()
            other.append(path)


@lru_cache(maxsize=4_096)
def _escaped(key: str, is_first: bool) -> str:
    """A name as it stands in a path; the same come in every record."""
    name = key.replace("\\", "\\\\").replace(".", "\\.")
    return f"\\{name}" if is_first and name.startswith(RESERVED) else name


def unflatten(flat: Mapping[str, str]) -> dict[str, Any]:
    """The value that `flatten` took apart; paths that contradict others are passed over."""
    named = _json(flat.get(NOT_TEXT, "[]"))
    other = {name for name in named if isinstance(name, str)} if isinstance(named, list) else set()
    made: dict[str, Any] = {}
    for path, text in flat.items():
        if path.startswith(RESERVED):
            continue
        *parents, name = _names(path)
        place: Any = made
        for parent in parents:
            place = place.setdefault(parent, {}) if isinstance(place, dict) else None
        if isinstance(place, dict):
            place[name] = _json(text) if path in other else text
    return made


def _json(text: str) -> Any:
    """What was kept as JSON; the text itself where somebody has edited it since."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return text


def _names(path: str) -> list[str]:
    names = []
    for found in _PATH.finditer(path):
        names.append(re.sub(r"\\(.)", r"\1", found[1], flags=re.DOTALL))
        if not found[2]:
            break
    return names


def words(value: Any) -> str:
    """What a field says in plain words: no mark-up, one space between words.

    What publishing systems escape, they often escape again. A mark without its semicolon is none:
    ``&section=`` stands in addresses.
    """
    text = value if isinstance(value, str) else ""
    if "<" in text or "&" in text:
        text = _unmarked(text)
    return " ".join(text.split())


def _unmarked(text: str) -> str:
    for _ in range(_ESCAPES):
        text = _TAG.sub(" ", text) if "<" in text else text
        found = 0
        if "&" in text:
            text, found = _ENTITY.subn(lambda mark: html.unescape(mark[0]), text)
        if not found:
            break
    return text
