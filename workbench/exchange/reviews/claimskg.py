"""ClaimsKG: the flat columns of its extractor, as CSV or one JSON object a line.

Columns (``extra_refered_links`` is their spelling):
https://github.com/claimskg/claimskg-extractor
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, ClassVar

from workbench.exchange.reviews.flat import rows_of
from workbench.exchange.reviews.markup import words
from workbench.exchange.reviews.reviews import (
    BadReviewError,
    Found,
    Review,
    check_scale,
    day_of,
    located,
    without_rejection,
)
from workbench.exchange.tables.tables import Row
from workbench.exchange.types import BadRow, Located, ReadOnly

_RATING = "rating_alternateName"
_OURS = re.compile(r"\b(?:rating_alternateName|claimReview_claimReviewed|claimReview_url)\b")
_WHOLLY_QUOTED = re.compile(r'"([^"]*)"', re.DOTALL)


class ClaimsKG(ReadOnly):
    """One record a review. Cells are text; what is empty is not kept."""

    name: ClassVar[str] = "claimskg"
    instead: ClassVar[tuple[str, ...]] = ("claimreview", "csv")

    def recognises(self, start: str) -> bool:
        """By its columns in the first line."""
        return bool(_OURS.search(start.lstrip("\ufeff \r\n").partition("\n")[0]))

    def read(self, stream: IO[str]) -> Iterator[Located | BadRow]:
        """The reviews of all rows."""
        return located(found(rows_of(stream, _RATING)), self.name)


def is_ours(header: Iterable[str]) -> bool:
    """Whether a table's columns are those of the extractor."""
    return _RATING in set(header)


def found(rows: Iterable[Row | tuple[int, Mapping[str, Any]] | BadRow]) -> Iterator[Found | BadRow]:
    """The reviews of a table's rows."""
    for each in rows:
        yield each if isinstance(each, BadRow) else _found(*each)


def _found(line: int, row: Mapping[str, Any]) -> Found:
    whole = {key: value for key, value in without_rejection(row).items() if value not in ("", None)}
    found = Found(line, whole)
    try:
        found.review = _review(whole)
    except BadReviewError as bad:
        found.bad = bad
    return found


def _review(whole: Mapping[str, Any]) -> Review:
    value = whole.get("rating_ratingValue")
    worst, best = whole.get("rating_worstRating"), whole.get("rating_bestRating")
    check_scale(value, worst, best, "rating_ratingValue")
    return Review(
        whole=whole,
        text=_said(whole.get("claimReview_claimReviewed")),
        headline=_said(whole.get("extra_title")),
        claimant=_said(whole.get("creativeWork_author_name")),
        said=day_of(whole.get("creativeWork_datePublished"), "creativeWork_datePublished"),
        url=words(whole.get("claimReview_url")),
        site=words(whole.get("claimReview_source")),
        author=words(whole.get("claimReview_author_name")),
        published=day_of(whole.get("claimReview_datePublished"), "claimReview_datePublished"),
        label=words(whole.get(_RATING)) or ("" if value is None else str(value)),
    )


def _said(value: Any) -> str:
    """The words of a cell; marks that a CSV writer put around a whole cell are not among them."""
    text = words(value)
    quoted = _WHOLLY_QUOTED.fullmatch(text)
    return quoted[1].strip() if quoted else text
