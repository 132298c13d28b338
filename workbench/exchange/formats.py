"""The formats by name, by file name and by content; and files opened safely."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import entry_points
from pathlib import Path
from typing import IO

from workbench.errors import InvalidInputError
from workbench.exchange.claimreview import ClaimReview, DataCommons
from workbench.exchange.claimskg import ClaimsKG
from workbench.exchange.csv import CommaSeparated
from workbench.exchange.factchecktools import FactCheckTools
from workbench.exchange.jsonl import JsonLines
from workbench.exchange.types import Format, Recogniser

LONGEST_START = 1_000_000
"""Characters that are enough to recognise a format: a page's mark-up may stand far down."""
_OWN_RECORD = re.compile(r'\s*\{\s*"record"\s*:')


def formats(ratings: frozenset[str]) -> dict[str, Format]:
    """All formats by name; a plug-in names its class under the group ``workbench.exchange``."""
    ours: list[Format] = [
        JsonLines(ratings),
        CommaSeparated(ratings),
        ClaimReview(ratings),
        DataCommons(ratings),
        FactCheckTools(ratings),
        ClaimsKG(ratings),
    ]
    plugged = [entry.load()(ratings) for entry in entry_points(group="workbench.exchange")]
    return {known.name: known for known in (*ours, *plugged)}


def format_of(name: str, file: str, start: str, ratings: frozenset[str]) -> Format:
    """The format asked for, else by content, else by the file's ending, else CSV or JSON Lines.

    Raises:
        InvalidInputError: the name is unknown.
    """
    known = formats(ratings)
    if name:
        if name not in known:
            raise InvalidInputError(
                f"{name!r} is not an exchange format", hint=f"Choose: {', '.join(known)}."
            )
        return known[name]
    by_content = _recognised(known.values(), start)
    suffix = Path(file).suffix.lower()
    by_name = next((each for each in known.values() if suffix in each.suffixes), None)
    is_json = start.lstrip("\ufeff \n").startswith("{")
    return by_content or by_name or known["jsonl" if is_json else "csv"]


def _recognised(known: Iterable[Format], start: str) -> Format | None:
    """The first format that knows its own by content; our own records are told before all."""
    if _OWN_RECORD.match(start):
        return None
    return next(
        (each for each in known if isinstance(each, Recogniser) and each.recognises(start)), None
    )


_MOST_BYTES = 500_000_000
"""An import is read whole, as one change; this much needs a few gigabytes of memory."""


@contextmanager
def open_text(file: str, stdin: IO[bytes]) -> Iterator[IO[str]]:
    """A file, or standard input for ``-``, as UTF-8 text that can be read twice.

    Raises:
        InvalidInputError: it cannot be read, or is not UTF-8 (the message says which byte).
    """
    try:
        if file == "-":
            data = stdin.read(_MOST_BYTES + 1)
        else:
            with Path(file).open("rb") as source:
                data = source.read(_MOST_BYTES + 1)
    except OSError as error:
        raise InvalidInputError(
            f"{file} cannot be read: {error.strerror or error}",
            hint="Check the name and the permissions.",
        ) from error
    if len(data) > _MOST_BYTES:
        raise InvalidInputError(
            f"{file} has more than {_MOST_BYTES / 1e6:,.0f} MB",
            hint="Cut it into several files; each is imported whole.",
        )
    yield io.StringIO(_decoded(data, file), newline="")


def _decoded(data: bytes, file: str) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidInputError(
            f"{file}, line {line}: byte {error.start:,} is not UTF-8",
            hint="Save the file as UTF-8, for instance with `iconv -f windows-1256 -t utf-8`.",
        ) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise InvalidInputError(f"{file}, line {line}: a NUL byte; this is not a text file")
    if not text.strip():
        raise InvalidInputError(f"{file} is empty", hint="Give a file with claims in it.")
    return text
