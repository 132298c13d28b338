"""Where a file's claims stand, as this desk keeps it: in an article on file, or at an address."""

from __future__ import annotations

from typing import Any

import msgspec

from workbench.desk.claims.filing import quote_of
from workbench.desk.exchange.exporting import ABSENT_ARTICLE
from workbench.desk.exchange.imported import RowRefusedError, json_of
from workbench.desk.exchange.meaning import PlaceMeaning
from workbench.errors import Said
from workbench.exchange.types import AppearanceRecord
from workbench.language.spans import Span
from workbench.records.sqlite import Row


def columns_of_place(
    record: AppearanceRecord, meaning: PlaceMeaning, article: Row | None
) -> dict[str, Any]:
    """An appearance's columns, the same for all; the claim and its position are the caller's.

    Args:
        record: the appearance.
        meaning: its typed values.
        article: the id and text of its article where that is on file.

    Raises:
        RowRefusedError: the article has other words there.
    """
    extras = record.extras
    if article is not None:
        _check_quote(article["text"], record)
    elif record.article:
        extras = {**extras, ABSENT_ARTICLE: record.article}
    return {
        "article_id": None if article is None else article["id"],
        "title": record.title if article is None else "",
        "url": record.url if article is None else "",
        "published": record.published if article is None else "",
        "start": start_of(record),
        "segments": json_of(record.segments),
        "quote": record.quote,
        "prefix": record.prefix,
        "suffix": record.suffix,
        **msgspec.structs.asdict(meaning),
        "extras": json_of(extras) if extras else "{}",
    }


def start_of(record: AppearanceRecord) -> int:
    """Where it begins in its article; 0 where that is not known."""
    return min((start for start, _ in record.segments), default=0)


def _check_quote(text: str, record: AppearanceRecord) -> None:
    if quote_of(text, [Span(*segment) for segment in record.segments]) != record.quote:
        raise RowRefusedError(
            "appearances",
            Said(
                "the words at {segments} of the article are not {quote!r}",
                segments=record.segments,
                quote=record.quote[:60],
            ),
            "Positions count characters from 0; the end is not included.",
        )
