"""A file to be imported: which format it is in, and its records made ready, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import IO

from workbench.desk.exchange.messages import Reading
from workbench.desk.exchange.preparing import Batch, batches
from workbench.errors import InvalidInputError, Said, as_said
from workbench.exchange.archive import is_archive
from workbench.exchange.documents.jsonl import JsonLines
from workbench.exchange.formats import (
    LONGEST_START,
    format_of,
    is_read_unasked,
    mapped,
    sheet,
    table_of,
)
from workbench.exchange.opening import opened
from workbench.exchange.reviews.claimreview import ClaimReview
from workbench.exchange.reviews.flat import paths_of
from workbench.exchange.tables.csv import CommaSeparated
from workbench.exchange.tables.tables import header_of
from workbench.exchange.tables.usual import proposed
from workbench.exchange.types import REJECTED, BadRow, Located
from workbench.exchange.workbooks.xlsx import sheets
from workbench.exchange.workbooks.xlsx_package import problem_of
from workbench.intake.addresses import is_address

# fmt: off
_ENDINGS = (
    ".jsonl", ".ndjson", ".json", ".jsonld", ".csv", ".tsv", ".xlsx", ".xls", ".ods", ".wbz",
    ".html", ".htm",
)
# fmt: on
"""How files are called that hold claims, or should."""

Part = tuple[Batch, int]
"""Records, and the bytes of the file that were read up to them."""


@dataclass(frozen=True, slots=True)
class ForeignTable:
    """A table, or records of JSON, of another desk's making: somebody must say which of its columns
    is which."""

    columns: tuple[str, ...]
    proposed: Mapping[str, str]
    """Our name of a column → its name in the table, by what such columns are usually called."""


def foreign_table(path: Path, ratings: frozenset[str]) -> ForeignTable | None:
    """The table in a file, if none of its columns is said to hold the claim.

    Raises:
        InvalidInputError: the file cannot be read.
    """
    with opened(str(path)) as source:
        if source.is_zip:
            headers = [each[1] for each in sheets(source.raw) if not isinstance(each, BadRow)]
        else:
            head = source.text.read(LONGEST_START)
            found = format_of("", path.name, head, ratings)
            if isinstance(found, JsonLines):
                return _foreign_records(head)
            headers = [header_of(head)] if isinstance(found, CommaSeparated) else []
    if not headers or any(is_read_unasked(header) for header in headers):
        return None
    best = max(headers, key=lambda header: len(proposed(header)))
    return ForeignTable(tuple(best), proposed(best))


def is_of_claims(path: Path, columns: Mapping[str, str], ratings: frozenset[str]) -> bool:
    """Whether a file of a folder is one to import: by its ending, else by what is in it.

    Beside the claims a folder holds what tells of them, or belongs to the system.

    Args:
        path: the file.
        columns: our name of a column → its name in tables of other making.
        ratings: the rating keys of the desk's scale.
    """
    name = path.name.lower().removesuffix(".gz")
    if name.endswith(_ENDINGS):
        return True
    try:
        with opened(str(path)) as source:
            if source.is_zip:
                return problem_of(source.raw) is None or is_archive(path)
            head = source.text.read(LONGEST_START)
    except InvalidInputError:
        return False
    if not isinstance(format_of("", "", head, ratings), CommaSeparated):
        return True
    header = header_of(head)
    is_mapped = bool(columns) and set(columns.values()) <= set(header)
    is_usual = len(header) > 1 and "text" in proposed(header)
    return is_mapped or is_usual or is_read_unasked(header)


def _foreign_records(start: str) -> ForeignTable | None:
    """Records of JSON, where the first is neither a claim of ours nor another record of ours."""
    fields, worded = paths_of(start)
    names = {path.partition(".")[0] for path in fields}
    if not fields or not names.isdisjoint({"text", "record", REJECTED}):
        return None
    return ForeignTable(tuple(fields), proposed(worded))


def parts(reading: Reading) -> Iterator[Part]:
    """The records of a file, opened here.

    Raises:
        InvalidInputError: the file cannot be read, or its format is unknown.
    """
    with opened(reading.path, name=reading.name, encoding=reading.encoding) as source:
        if source.is_zip:
            found = _workbook(source.raw, reading)
        else:
            found = _text(source.text, source.name, reading)
        if source.is_guessed:
            found = chain([_guessed(source.encoding)], found)
        for batch in batches(found, known=reading.known):
            yield batch, source.at()


def _passed_over(problem: BadRow) -> BadRow:
    """The note of a sheet without claims beside others with some."""
    said = Said("{problem}; it is passed over", problem=as_said(problem.problem))
    return replace(problem, problem=said, is_note=True)


def _guessed(encoding: str) -> BadRow:
    """A note of how the file was read: in a wrong encoding letters come out wrong unnoticed."""
    said = Said("read as {encoding}, which its bytes look like", encoding=encoding)
    return BadRow(1, "", said, "Say --encoding NAME where letters come out wrong.", is_note=True)


def parts_of(stream: IO[str], name: str, reading: Reading) -> Iterator[Part]:
    """The records of an open stream of text.

    Raises:
        InvalidInputError: the format is unknown, or the text cannot be read on.
    """
    for batch in batches(_text(stream, name, reading), known=reading.known):
        yield batch, 0


def _text(stream: IO[str], name: str, reading: Reading) -> Iterator[Located | BadRow]:
    start = stream.tell()
    head = stream.read(LONGEST_START)
    stream.seek(start)
    is_table = not head.lstrip("\ufeff \t\r\n").startswith(("{", "[", "<"))
    found = format_of(reading.format, name, head, reading.ratings)
    if (reading.columns and is_table) or isinstance(found, CommaSeparated):
        found = table_of(reading.columns, reading.ratings, day_first=reading.day_first)
    elif isinstance(found, JsonLines):
        found = mapped(found, reading.columns, day_first=reading.day_first)
    elif isinstance(found, ClaimReview) and is_address(name):
        found.address = name
    yield from found.read(stream)


def _workbook(raw: IO[bytes], reading: Reading) -> Iterator[Located | BadRow]:
    """The records of every sheet that has claims; a workbook without one says what is missing."""
    reader = table_of(reading.columns, reading.ratings, day_first=reading.day_first)
    problems: list[BadRow] = []
    taken = False
    for each in sheets(raw):
        if isinstance(each, BadRow):
            taken |= not each.is_note
            yield each
            continue
        title, header, rows = each
        for found in sheet(header, rows, reader):
            here = found
            if isinstance(found, BadRow):
                here = replace(
                    found,
                    problem=Said(
                        "sheet {title!r}: {problem}", title=title, problem=as_said(found.problem)
                    ),
                )
                if found.line == 1:
                    problems.append(here)
                    continue
            taken = True
            yield here
    if taken:
        yield from map(_passed_over, problems)
    else:
        empty = BadRow(1, "", "a workbook without rows", "Name the columns in the first row.")
        yield from problems or [empty]
