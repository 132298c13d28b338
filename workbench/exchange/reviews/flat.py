"""Rows of a table as its file has them, or as JSON: a file of rejects has them so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import StringIO
from typing import IO, Any

from workbench.exchange.documents.documents import Document, documents_in, parsed
from workbench.exchange.documents.doubled import bad_record
from workbench.exchange.documents.items import LISTS, Item, long_list
from workbench.exchange.documents.nested import flatten, paths_of_words
from workbench.exchange.tables.tables import header_of, table
from workbench.exchange.types import RESERVED, BadRow

_LONGEST_HEAD = 100_000


def columns_of(start: str) -> list[str]:
    """The columns of a table, or the fields of the first of its rows as JSON."""
    plain = start.lstrip("\ufeff \r\n\t")
    return list(_first(plain)) if plain.startswith(("{", "[")) else header_of(start)


def paths_of(start: str) -> tuple[list[str], list[str]]:
    """The fields of the first record of a file of JSON, those inside others by their paths; and
    those of them that may hold words."""
    first = _first(start)
    paths = [path for path in flatten(first) if not path.startswith(RESERVED)]
    return paths, paths_of_words(first)


def _first(text: str) -> Mapping[str, Any]:
    """The first record: one a line, or the first of a list; empty where there is none."""
    plain = text.lstrip("\ufeff \r\n\t")
    read = parsed(plain.partition("\n")[0], 1)
    if not (isinstance(read, Document) and isinstance(read.value, dict)):
        item = next(long_list(StringIO(plain)), None)
        read = parsed(item.text, 1) if isinstance(item, Item) else read
    value = read.value if isinstance(read, Document) else None
    if isinstance(value, dict) and "text" not in value:
        held = next((value[key] for key in LISTS if isinstance(value.get(key), list)), [value])
        value = next(iter(held), value)
    return value if isinstance(value, dict) else {}


def rows_of(stream: IO[str], needed: str) -> Iterator[tuple[int, Mapping[str, Any]] | BadRow]:
    """Line and column → cell of every row.

    Args:
        stream: the file.
        needed: the column without which it is not the table that is meant, if any.
    """
    start = stream.tell()
    is_json = stream.readline(_LONGEST_HEAD).lstrip("\ufeff \t").startswith(("{", "["))
    stream.seek(start)
    if not is_json:
        yield from table(stream, needed)
        return
    for document in documents_in(stream):
        if isinstance(document, BadRow):
            yield document
            continue
        items = document.value if isinstance(document.value, list) else [document.value]
        for item in items:
            bad = bad_record(item, document.line)
            if bad:
                yield bad
            elif isinstance(item, dict):
                yield document.line, item
            else:
                yield BadRow(document.line, "", "not a JSON object", record=item)
