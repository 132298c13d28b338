"""The formats by name, by file name and by content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from workbench.errors import InvalidInputError
from workbench.exchange.documents.jsonl import JsonLines
from workbench.exchange.reviews import check, claimskg
from workbench.exchange.reviews.averitec import Averitec
from workbench.exchange.reviews.check import Check
from workbench.exchange.reviews.claimreview import ClaimReview, DataCommons
from workbench.exchange.reviews.claimskg import ClaimsKG
from workbench.exchange.reviews.factchecktools import FactCheckTools
from workbench.exchange.reviews.feeds import Atom, Rss
from workbench.exchange.reviews.reviews import located
from workbench.exchange.tables.csv import CommaSeparated
from workbench.exchange.tables.headings import in_our_names
from workbench.exchange.tables.rows import CLAIM_COLUMNS, FLAT_COLUMNS, OUR_COLUMNS
from workbench.exchange.tables.tables import Row, problem_of, renamed_columns
from workbench.exchange.types import BadRow, Format, Located, Recogniser
from workbench.plugins import plugged

Mappable = TypeVar("Mappable", CommaSeparated, JsonLines)

LONGEST_START = 1_000_000
"""Characters that are enough to recognise a format: a page's mark-up may stand far down."""
_JSON = re.compile(r"[\ufeff\s]*(?:\{|\[\s*[\[{\]])")
"""An object or a list of them; a table may begin with a bracket, but not with two."""
_OWN_RECORD = re.compile(r'\s*\{\s*"record"\s*:')


def formats(ratings: frozenset[str]) -> dict[str, Format]:
    """All formats by name; a plug-in names its class under the group ``workbench.exchange``."""
    ours: list[Format] = [
        JsonLines(ratings),
        CommaSeparated(ratings),
        ClaimReview(ratings),
        DataCommons(ratings),
        Atom(ratings),
        Rss(ratings),
        FactCheckTools(ratings),
        ClaimsKG(ratings),
        Averitec(ratings),
        Check(ratings),
    ]
    others = [entry.load()(ratings) for entry in plugged("workbench.exchange")]
    return {known.name: known for known in (*ours, *others)}


def format_of(name: str, file: str, start: str, ratings: frozenset[str]) -> Format:
    """The format asked for, else by content, else by the file's ending, else CSV or JSON Lines.

    Raises:
        InvalidInputError: the name is unknown.
    """
    known = formats(ratings)
    if name:
        if name not in known:
            raise InvalidInputError(
                "{name!r} is not an exchange format",
                hint="Choose: {known}.",
                name=name,
                known=", ".join(known),
            )
        return known[name]
    by_content = _recognised(known.values(), start)
    suffix = Path(file).suffix.lower()
    by_name = next((each for each in known.values() if suffix in each.suffixes), None)
    is_json = _JSON.match(start) is not None
    return by_content or by_name or known["jsonl" if is_json else "csv"]


def writer_of(name: str, file: str, ratings: frozenset[str]) -> Format:
    """The format asked for, else by the file's ending; JSON Lines where it has none.

    Raises:
        InvalidInputError: the name is unknown, or the ending is of no format that is written.
    """
    suffix = Path(file).suffix.lower()
    known = formats(ratings)
    if not name and suffix and not any(suffix in each.suffixes for each in known.values()):
        endings = {end for each in known.values() for end in each.suffixes}
        raise InvalidInputError(
            "{file}: no format is known by the ending {suffix}",
            hint="Name one with --format, or choose an ending: {known}.",
            file=file,
            suffix=suffix,
            known=", ".join(sorted({*endings, ".wbz", ".xlsx"})),
        )
    found = format_of(name, file, "{", ratings)
    if isinstance(found, CommaSeparated) and suffix == ".tsv":
        found.delimiter = "\t"
    return found


def _recognised(known: Iterable[Format], start: str) -> Format | None:
    """The first format that knows its own by content; our own records are told before all."""
    if _OWN_RECORD.match(start):
        return None
    return next(
        (each for each in known if isinstance(each, Recogniser) and each.recognises(start)), None
    )


def table_of(
    columns: Mapping[str, str], ratings: frozenset[str], *, day_first: bool | None = None
) -> CommaSeparated:
    """The reader of tables, ours or another desk's, see `mapped`."""
    return mapped(CommaSeparated(ratings), columns, day_first=day_first)


def mapped(
    reader: Mappable, columns: Mapping[str, str], *, day_first: bool | None = None
) -> Mappable:
    """A reader of tables or records told how another desk's are meant.

    Args:
        reader: of tables, or of records.
        columns: our name of a column → its name in the file, where it is another desk's.
        day_first: which number of "03/04/2025" is the day; nothing where nobody has said.

    Raises:
        InvalidInputError: one of our names is none.
    """
    wrong = next((name for name in columns if name not in OUR_COLUMNS), None)
    if wrong is not None:
        raise InvalidInputError(
            "{wrong!r} is no column of a claim",
            hint="Choose: {known}.",
            wrong=wrong,
            known=", ".join((*CLAIM_COLUMNS, *FLAT_COLUMNS)),
        )
    reader.columns, reader.day_first = columns, day_first
    return reader


def is_read_unasked(header: list[str]) -> bool:
    """Whether a table with these columns is read without a word on which is which."""
    return check.is_ours(header) or claimskg.is_ours(header) or "text" in in_our_names(header)


def sheet(
    header: list[str], rows: Iterable[Row | BadRow], reader: CommaSeparated
) -> Iterator[Located | BadRow]:
    """The records of a table that is no text (of a workbook), by the names of its columns."""
    is_review = not reader.columns and (check.is_ours(header) or claimskg.is_ours(header))
    if is_review:
        kind = check if check.is_ours(header) else claimskg
        yield from located(kind.found(rows), kind.__name__.rpartition(".")[2])
        return
    renamed, problem = renamed_columns(header, reader.columns)
    renamed = renamed if reader.columns else in_our_names(header)
    problem = problem or problem_of(renamed, "text")
    if problem:
        yield problem
        return
    ours = dict(zip(header, renamed, strict=True))
    yield from reader.claims(
        row if isinstance(row, BadRow) else (row[0], {ours[n]: cell for n, cell in row[1].items()})
        for row in rows
    )
