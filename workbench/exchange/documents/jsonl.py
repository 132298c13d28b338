"""JSON Lines: one record a line, nested, lossless; and the same records in one JSON document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import IO, Any, ClassVar

import msgspec

from workbench.errors import Said
from workbench.exchange.documents.documents import documents_in, is_document
from workbench.exchange.documents.doubled import Twice, bad_record, doubled
from workbench.exchange.documents.items import LISTS
from workbench.exchange.documents.nested import paths_of_words
from workbench.exchange.documents.rejects import as_refused
from workbench.exchange.lines import lines
from workbench.exchange.mistyped import mistyped
from workbench.exchange.tables.rows import DAY_COLUMNS, checked, claim_of
from workbench.exchange.tables.tabled import DoubtfulDayError, in_our_words, with_days
from workbench.exchange.tables.tables import renamed
from workbench.exchange.tables.usual import as_options, proposed
from workbench.exchange.types import (
    REJECTED,
    AnyRecord,
    ArticleRecord,
    BadRow,
    ClaimRecord,
    Located,
    MatchRecord,
    SourceRecord,
)

_WHOLE: dict[str, type[ArticleRecord | SourceRecord | MatchRecord]] = {
    "article": ArticleRecord,
    "source": SourceRecord,
    "match": MatchRecord,
}


_READ_OTHERWISE = frozenset({*DAY_COLUMNS, "language"})
"""Fields in which something else may stand than what is kept: a day in words, a language's name."""
_SEVERAL = 100
"""Records that are written at once."""
_ENCODER = msgspec.json.Encoder()
_CLAIM = msgspec.json.Decoder(ClaimRecord)
_TEXT = re.compile(r'"text"\s*:')
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
_HALF = re.compile(r"\\u[dD][89abAB][\da-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\)\\u[dD][c-fC-F]")


class JsonLines:
    """One record a line; ``record`` says of which kind, and a claim is the default."""

    name: ClassVar[str] = "jsonl"
    suffixes: ClassVar[tuple[str, ...]] = (".jsonl", ".ndjson")

    def __init__(self, ratings: frozenset[str]) -> None:
        self._ratings = ratings
        self.columns: Mapping[str, str] = {}
        """Our name of a field → its name in the file, where the records are another desk's."""
        self.day_first: bool | None = None
        """Which number of "03/04/2025" is the day; nothing where nobody has said."""

    def read(self, stream: IO[str]) -> Iterator[Located | BadRow]:
        """Records line by line; blank lines are passed over. A document's list is read by items."""
        if is_document(stream):
            for found in _records(stream):
                yield found if isinstance(found, BadRow) else self._row(*found)
            return
        for each in lines(stream):
            yield each if isinstance(each, BadRow) else self._record(each[1], each[0])

    def _record(self, line: str, number: int) -> Located | BadRow:
        """The record of a line: mostly a claim in its own fields, which is read at once."""
        if self.columns:
            return self._otherwise(line, number)
        try:
            record = _CLAIM.decode(line)
        except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
            return self._otherwise(line, number)
        if "\\u0000" in line or not record.text.strip():
            return self._otherwise(line, number)
        found = doubled(line, number) or checked(record, number, self._ratings)
        is_read_otherwise = isinstance(found, BadRow) and found.field in _READ_OTHERWISE
        return self._otherwise(line, number) if is_read_otherwise else found

    def _otherwise(self, line: str, number: int) -> Located | BadRow:
        row = _parsed(line, number)
        return row if isinstance(row, BadRow) else self._row(row, number)

    def _row(self, row: dict[str, Any], number: int) -> Located | BadRow:
        refused = as_refused(row, number)
        if refused:
            return refused
        row.pop(REJECTED, None)
        kind = row.get("record", "claim")
        if kind == "claim":
            return self._claim(row, number)
        if not isinstance(kind, str) or kind not in _WHOLE:
            return BadRow(
                number,
                "record",
                Said("{kind!r} is no kind of record", kind=kind),
                Said("One of: {known}.", known=", ".join(sorted(("claim", *_WHOLE)))),
                row,
            )
        try:
            return Located(number, msgspec.convert(row, _WHOLE[kind]), frozenset(row))
        except msgspec.ValidationError as error:
            return BadRow(number, *mistyped(error), record=row)

    def _claim(self, row: dict[str, Any], number: int) -> Located | BadRow:
        """The claim that a record describes, in our words or in another desk's."""
        told: Mapping[str, Any] = row
        if self.columns:
            told = in_our_words(renamed(row, self.columns), self._ratings)
        try:
            told = with_days(told, day_first=self.day_first)
        except DoubtfulDayError as doubt:
            return BadRow(number, doubt.column, doubt.problem, doubt.hint, doubt.cells)
        found = claim_of(told, number, self._ratings)
        options = "" if "text" in told else as_options(proposed(paths_of_words(told)))
        if isinstance(found, BadRow) and options:
            hint = Said("Say which field is which; by their names: {options}.", options=options)
            return replace(found, hint=hint)
        return found

    def write(self, records: Iterable[AnyRecord], stream: IO[str]) -> int:
        """One line a record, fields in the order of the record."""
        count = 0
        rest = iter(records)
        while several := list(islice(rest, _SEVERAL)):
            stream.write(_ENCODER.encode_lines(several).decode())
            count += len(several)
        return count


def _records(stream: IO[str]) -> Iterator[tuple[dict[str, Any], int] | BadRow]:
    """The records of a document: its list's items, the list under a known key, or itself."""
    for document in documents_in(stream):
        if isinstance(document, BadRow):
            yield document
            continue
        value = document.value
        bad = bad_record(value, document.line) if isinstance(value, Twice) else None
        held = _list_in(value)
        for item, line in zip(held, document.lines(_TEXT, len(held)), strict=True):
            bad = bad or bad_record(item, line) or _no_text(item, line)
            yield bad or (item, line)
            bad = None


def _list_in(value: Any) -> list[Any]:
    if isinstance(value, dict) and "text" not in value:
        held = (value[key] for key in LISTS if isinstance(value.get(key), list))
        return next(held, [value])
    return value if isinstance(value, list) else [value]


def _no_text(item: Any, line: int) -> BadRow | None:
    if not isinstance(item, dict):
        return BadRow(line, "", "not a JSON object", "A record is a JSON object.", item)
    if _NUL.search(msgspec.json.encode(item).decode()):
        return BadRow(line, "", r"a NUL character (\u0000); it is no text", "Take it out.", item)
    return None


def _parsed(line: str, number: int) -> dict[str, Any] | BadRow:
    try:
        row: Any = msgspec.json.decode(line)
    except UnicodeEncodeError as error:
        problem = Said("character {at:,} is made of bytes that are not UTF-8", at=error.start + 1)
        return BadRow(number, "", problem, "Write the line in UTF-8.", _shown(line))
    except (msgspec.DecodeError, RecursionError) as error:
        half = _HALF.search(line)
        if half:  # of which JSON's own words say nothing
            problem = Said(
                "perhaps half of a character: {half} ({reason})", half=half[0], reason=error
            )
            return BadRow(number, "", problem, "Write the character itself, in UTF-8.", line)
        why = Said("nested too deep") if isinstance(error, RecursionError) else error
        return BadRow(
            number, "", Said("not JSON: {reason}", reason=why), "One JSON object a line.", line
        )
    if _NUL.search(line):
        return BadRow(number, "", r"a NUL character (\u0000); it is no text", "Take it out.", line)
    if not isinstance(row, dict):
        return BadRow(number, "", "not a JSON object", "One JSON object a line.", row)
    return doubled(line, number) or row


def _shown(line: str) -> str:
    """A line with bytes that are no characters, so that it can be written down."""
    return line.encode("utf-8", "surrogateescape").decode("utf-8", "replace").rstrip("\r\n")
