"""The formats by name, by file name and by content."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.metadata import entry_points
from pathlib import Path

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
