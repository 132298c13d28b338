"""Other people's reviews as claim records, whatever format they came in.

A review is somebody else's verdict: its publisher is the verdict's author and its page the one
piece of evidence. It is kept whole, field by field under its own names, as the verdict's extras;
where it gives no verdict that could be filed, as the claim's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import msgspec

from workbench.errors import Said, Tellable, as_said
from workbench.exchange.days import stated
from workbench.exchange.documents import flatten
from workbench.exchange.identities import Identities, Named
from workbench.exchange.labels import rating_of
from workbench.exchange.rows import LONGEST_TEXT
from workbench.exchange.types import (
    FORMAT,
    REJECTED,
    AppearanceRecord,
    BadRow,
    ClaimRecord,
    EvidenceRecord,
    Located,
    SourceRecord,
    VerdictRecord,
)

NOT_APPLICABLE = -1.0
"""Rating value by which publishers say that they give no number."""
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*|Z|[+-]\d\d:\d\d)?", re.ASCII | re.DOTALL)
_COPY = re.compile(r"https?://[^/?#]+/[^?#]*?(https?://.+)", re.IGNORECASE)
"""An archive's address of a page, with the page's own in its path."""
_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?", re.ASCII)


class BadReviewError(Exception):
    """A field that cannot be taken (inside this room's review formats only)."""

    def __init__(self, name: str, problem: Tellable, hint: Tellable = "") -> None:
        super().__init__(str(problem))
        self.field, self.problem, self.hint = name, problem, hint


@dataclass(frozen=True, slots=True)
class Review:
    """A review in the words that all formats share, and ``whole`` as its file says it."""

    whole: Mapping[str, Any]
    text: str = ""
    headline: str = ""
    stand_in: str = ""
    """What else says what was reviewed, where it has neither."""
    claimant: str = ""
    said: str = ""
    url: str = ""
    id: str = ""
    """How its publisher names it, where it has no address."""
    site: str = ""
    author: str = ""
    published: str = ""
    label: str = ""
    explanation: str = ""
    appearances: Sequence[AppearanceRecord] = ()

    @property
    def wording(self) -> str:
        """What is filed as the claim: a headline may stand in for one that is not worded."""
        return self.text or self.headline or self.stand_in

    @property
    def named(self) -> Named:
        """What its identity is made of."""
        return Named(self.url or self.id, self.wording, self.whole)


@dataclass(slots=True)
class Found:
    """A review in its file, or what is wrong with it there."""

    line: int
    whole: Mapping[str, Any]
    review: Review | None = None
    bad: BadReviewError | None = None


Again = Callable[[], Iterable[Found | BadRow]]
"""Reads a file's reviews from its start, each time it is called."""
_MOST_LINES = 100_000
_ROOM = 10_000_000
"""Bytes of JSON of the reviews that are kept in memory; some five times as many there."""
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


def located(again: Again, name: str) -> Iterator[Located | BadRow]:
    """The reviews of a file as claim records, in its order.

    Args:
        again: gives the reviews, and what is no review, from the file's start; it is asked
            several times, because a review's id depends on the others of the file.
        name: the format's.
    """
    again = _once_if_few(again)
    lines: Counter[int] = Counter()
    found = _counted(_taken(again()), lines)
    identities = Identities(each.review.named for each in found if each.review)
    if identities.are_to_be_noted:
        for each in _taken(again()):
            if each.review:
                identities.note(each.review.named)
    several = {line for line, times in lines.items() if times > 1}
    number = 0
    for one in again():
        if isinstance(one, BadRow):
            yield one
            continue
        number += 1
        yield _one(one, identities, name, number if one.line in several else 0)


def _counted(found: Iterable[Found], lines: Counter[int]) -> Iterator[Found]:
    """The same, with how many begin on each line counted."""
    for each in found:
        lines[each.line] += 1
        if len(lines) > _MOST_LINES:
            lines.clear()
        yield each


def _once_if_few(again: Again) -> Again:
    """The same reviews, read but once where memory holds them all."""
    kept: list[Found | BadRow] = []
    room = _ROOM
    for each in again():
        kept.append(each)
        if isinstance(each, BadRow):
            room -= len(str(each.record))
        else:
            room -= len(msgspec.json.encode(each.whole))
        if room < 0:
            return again
    return lambda: kept


def _taken(found: Iterable[Found | BadRow]) -> Iterator[Found]:
    return (each for each in found if isinstance(each, Found))


def _one(each: Found, identities: Identities, name: str, number: int) -> Located | BadRow:
    bad = each.bad
    if each.review:
        try:
            named = each.review.named
            record = record_of(each.review, identities.of(named), name)
            return Located(each.line, record, _given(record), each.whole, identities.kin(named))
        except BadReviewError as error:
            bad = error
    assert bad is not None
    problem = bad.problem
    if number:
        problem = Said(
            "{problem} (review {number} of the file)", problem=as_said(problem), number=number
        )
    return BadRow(each.line, bad.field, problem, bad.hint, each.whole)


def _given(record: ClaimRecord) -> frozenset[str]:
    return frozenset(name for name in ("text", "claimant", "said") if getattr(record, name))


def record_of(review: Review, external_id: str, name: str) -> ClaimRecord:
    """The claim that a review is about, with the review as its evidence and its verdict.

    A headline may stand in for a claim that is not worded; what was rated is then not on file,
    so the rating stays an extra and the claim waits for a person.

    Raises:
        BadReviewError: there are no words that say what was reviewed.
    """
    text = review.wording
    if not text:
        raise BadReviewError("", "neither a claim nor a headline", "Say what was reviewed.")
    if len(text) > LONGEST_TEXT:
        raise BadReviewError(
            "",
            Said(
                "{count:,} characters; a claim has at most {limit:,}",
                count=len(text),
                limit=LONGEST_TEXT,
            ),
        )
    extras = {FORMAT: name, **flatten(review.whole)}
    data = msgspec.json.encode(review.whole)
    if rb"\u0000" in data and _NUL.search(data):
        path = next((path for path, value in extras.items() if "\0" in value), "")
        raise BadReviewError(path, "a NUL character; it is no text", "Take it out.")
    rated = bool(review.text and review.label)
    site = site_of(review.url) or review.site
    author = review.author or site_of(_kept(review.url)) or site
    return ClaimRecord(
        text=text,
        origin=site,
        external_id=external_id,
        claimant=review.claimant,
        said=review.said,
        state="" if rated else "new",
        appearances=tuple(review.appearances),
        evidence=(_page(review, author),) if review.url or review.headline or author else (),
        verdicts=(_verdict(review, author, extras),) if rated else (),
        extras={} if rated else extras,
    )


def _page(review: Review, author: str) -> EvidenceRecord:
    source = SourceRecord(
        title=review.headline or review.url or author,
        url=review.url,
        publisher=author,
        published=review.published,
        kind="media",
    )
    return EvidenceRecord(source=source, stance="context")


def _verdict(review: Review, author: str, extras: dict[str, str]) -> VerdictRecord:
    return VerdictRecord(
        rating=rating_of(review.label),
        label=review.label,
        explanation=review.explanation or review.headline or review.label,
        known_at=review.published,
        author=author or "unnamed reviewer",
        extras=extras,
    )


def site_of(url: str) -> str:
    """The host of an address without ``www.``: the same for one publisher in every format."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _kept(url: str) -> str:
    """The address whose copy an address of a web archive is, or nothing."""
    found = _COPY.match(url)
    return found[1] if found else ""


def day_of(value: Any, name: str, written: str = "") -> str:
    """The day, month or year that a date says, in EDTF; nothing where that leaves a doubt.

    Args:
        value: the date.
        name: of its field.
        written: the date as the file has it, where it was put in another order.

    Raises:
        BadReviewError: it names a day that the calendar lacks.
    """
    text = value.strip() if isinstance(value, str) else ""
    if _MONTH_OR_YEAR.fullmatch(text):
        return text if text[:4] != "0000" else ""
    found = _DAY.fullmatch(text)
    if not found:
        return (stated(text, day_first=None) or "") if text else ""
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        raise BadReviewError(
            name,
            Said("{text!r}: the calendar has no such day", text=written or text),
            "Correct the date, or leave it out.",
        ) from None


def check_scale(value: Any, worst: Any, best: Any, name: str) -> None:
    """Refuse a number outside the scale that comes with it; which end is the better is not told.

    Raises:
        BadReviewError: it is outside.
    """
    number, low, high = _number(value), _number(worst), _number(best)
    if number is None or low is None or high is None or number == NOT_APPLICABLE:
        return
    if low == high == NOT_APPLICABLE:
        return
    if not min(low, high) <= number <= max(low, high):
        raise BadReviewError(
            name,
            Said(
                "{number:g} is outside its scale of {low:g} to {high:g}",
                number=number,
                low=min(low, high),
                high=max(low, high),
            ),
            "Correct the value or the scale's ends, or leave the number out.",
        )


def _number(value: Any) -> float | None:
    try:
        return float(value) if not isinstance(value, bool) else None
    except (TypeError, ValueError):
        return None


def without_rejection(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """An item of a file of rejects as it was in its own file."""
    return {key: value for key, value in item.items() if key != REJECTED}
