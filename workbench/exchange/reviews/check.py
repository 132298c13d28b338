"""The three CSV exports of Meedan's Check: items, fact-checks, and a shared feed.

Columns: https://github.com/meedan/check-api. What an item's ``Status`` says may be a verdict or a
step of the work; steps are no verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, ClassVar

from workbench.exchange.reviews.flat import columns_of, rows_of
from workbench.exchange.reviews.markup import words
from workbench.exchange.reviews.reviews import (
    BadReviewError,
    Found,
    Review,
    day_of,
    located,
    without_rejection,
)
from workbench.exchange.types import BadRow, Located, ReadOnly

ITEMS = frozenset({"Claim", "Item page URL", "Status"})
FACT_CHECKS = frozenset({"ID", "Title", "Summary", "URL", "Report Status"})
FEED = frozenset({"Fact-check title", "Fact-check URL", "Rating"})
_SITE = "checkmedia.org"
"""Where a fact-check without an address has its number."""
_STEPS = frozenset({"unstarted", "in progress", "not started", "undetermined", "needs review", ""})


class Check(ReadOnly):
    """One record a row; columns of tasks and all others are kept under their names."""

    name: ClassVar[str] = "check"
    instead: ClassVar[tuple[str, ...]] = ("csv",)

    def recognises(self, start: str) -> bool:
        """By the columns of the first line, or the fields of a file of rejects."""
        return is_ours(columns_of(start))

    def read(self, stream: IO[str]) -> Iterator[Located | BadRow]:
        """The rows as reviews by others."""
        return located(found(rows_of(stream, "")), self.name)


def is_ours(header: Iterable[str]) -> bool:
    """Whether a table's columns are those of one of the three exports."""
    names = set(header)
    return any(shape <= names for shape in (ITEMS, FACT_CHECKS, FEED))


def found(rows: Iterable[tuple[int, Mapping[str, Any]] | BadRow]) -> Iterator[Found | BadRow]:
    """The reviews of a table's rows."""
    for row in rows:
        if isinstance(row, BadRow):
            yield row
            continue
        line, cells = row
        whole = {name: cell for name, cell in without_rejection(cells).items() if cell != ""}
        each = Found(line, whole)
        try:
            each.review = _review(whole, set(cells))
        except BadReviewError as bad:  # whole, so that the columns still tell what it is
            each.bad, each.whole = bad, without_rejection(cells)
        yield each


def _review(cells: Mapping[str, Any], columns: set[str]) -> Review:
    def said(name: str) -> str:
        return words(cells.get(name))

    if columns >= ITEMS:
        status = said("Status")
        return Review(
            whole=cells,
            text=said("Claim"),
            url=said("Item page URL"),
            author=said("Created by"),
            published=day_of(cells.get("Report Published at"), "Report Published at"),
            label="" if status.casefold() in _STEPS else status,
        )
    if columns >= FEED:
        return Review(
            whole=cells,
            headline=said("Fact-check title"),
            explanation=said("Fact-check summary"),
            url=said("Fact-check URL"),
            author=said("Workspace"),
            published=day_of(cells.get("Updated at"), "Updated at"),
            label=said("Rating"),
        )
    return Review(
        whole=cells,
        text=said("Claim"),
        headline=said("Title"),
        explanation=said("Summary"),
        url=said("URL"),
        id=said("ID"),
        site=_SITE,
        label=said("Rating"),
    )
