"""Rows of a table as its file has them, or as JSON: a file of rejects has them so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO, Any

from workbench.exchange.documents import Document, documents_in, parsed
from workbench.exchange.doubled import bad_record
from workbench.exchange.tables import header_of, table
from workbench.exchange.types import BadRow

_LONGEST_HEAD = 100_000


def columns_of(start: str) -> list[str]:
    """The columns of a table, or the fields of the first of its rows as JSON."""
    plain = start.lstrip("\ufeff \r\n\t")
    if not plain.startswith("{"):
        return header_of(start)
    first = parsed(plain.partition("\n")[0], 1)
    is_row = isinstance(first, Document) and isinstance(first.value, dict)
    return list(first.value) if isinstance(first, Document) and is_row else []


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
