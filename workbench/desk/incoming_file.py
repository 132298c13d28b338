"""A file to be imported: which format it is in, and its records made ready, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from workbench.desk.preparing import Prepared, batches, prepared
from workbench.desk.second_core import Reading
from workbench.exchange.formats import LONGEST_START, format_of
from workbench.exchange.opening import Opened, opened

Part = tuple[list[Prepared], int]
"""Records, and the bytes of the file that were read up to them."""


def parts(reading: Reading) -> Iterator[Part]:
    """The records of a file, opened here."""
    with opened(reading.path, name=reading.name, encoding=reading.encoding) as source:
        yield from parts_of(source.text, source.name, reading, source)


def parts_of(
    stream: IO[str], name: str, reading: Reading, source: Opened | None = None
) -> Iterator[Part]:
    """The records of an open stream of text.

    Raises:
        InvalidInputError: the format is unknown, or the text cannot be read on.
    """
    start = stream.tell()
    head = stream.read(LONGEST_START)
    reader = format_of(reading.format, name, head, reading.ratings)
    stream.seek(start)
    for batch in batches(map(prepared, reader.read(stream))):
        yield batch, source.at() if source else 0
