"""Other people's reviews as claim records, whatever format they came in.

A review is somebody else's verdict: its publisher is the verdict's author and its page the one
piece of evidence. It is kept whole, field by field under its own names, as the verdict's extras;
where it gives no verdict that could be filed, as the claim's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import msgspec

from workbench.errors import Said, Tellable, as_said
from workbench.exchange.documents.nested import flatten
from workbench.exchange.labels import rating_of
from workbench.exchange.reviews.identities import Identities, Named
from workbench.exchange.tables.days import stated
from workbench.exchange.tables.rows import LONGEST_TEXT
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
from workbench.exchange.waiting import Waiting

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
    evidence: Sequence[EvidenceRecord] = ()
    """What its checkers rest on, beside its own page."""

    @property
    def wording(self) -> str:
        """What is filed as the claim: a headline may stand in for one that is not worded."""
        return self.text or self.headline or self.stand_in


@dataclass(slots=True)
class Found:
    """A review in its file, or what is wrong with it there."""

    line: int
    whole: Mapping[str, Any]
    review: Review | None = None
    bad: BadReviewError | None = None


class _Read(msgspec.Struct, array_like=True):
    """What waits of a review until all of its file was read, which its id depends on."""

    line: int
    name: str = ""
    """How it is known: its address, or what else its publisher calls it."""
    text: str = ""
    record: ClaimRecord | None = None
    bad: BadRow | None = None
    fields: dict[str, str] = {}
    """Of a review that cannot be taken; those of others are their record's."""
    is_review: bool = True

    @property
    def named(self) -> Named:
        """What its identity is made of."""
        record = self.record
        if record is None:
            return Named(self.name, self.text, self.fields)
        extras = record.verdicts[0].extras if record.verdicts else record.extras
        return Named(self.name, self.text, extras)


_MOST_LINES = 100_000
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


def located(found: Iterable[Found | BadRow], name: str) -> Iterator[Located | BadRow]:
    """The reviews of a file as claim records, in its order.

    The file is read once, and what was read waits: a review's id depends on the others of the file.

    Args:
        found: the reviews, and what is no review, as they stand in the file.
        name: the format's.
    """
    identities = Identities()
    lines: Counter[int] = Counter()
    with Waiting(_Read) as waiting:
        for each in found:
            if isinstance(each, BadRow):
                waiting.add(_Read(each.line, bad=each, is_review=False))
                continue
            _count(lines, each.line)
            waiting.add(_read(each, identities, name))
        if identities.settle():
            for read in waiting:
                identities.note(read.named)
        several = {line for line, times in lines.items() if times > 1}
        number = 0
        for read in waiting:
            number += read.is_review
            yield _one(read, identities, number if read.line in several else 0)


def _count(lines: Counter[int], line: int) -> None:
    """Count how many reviews begin on a line."""
    lines[line] += 1
    if len(lines) > _MOST_LINES:
        lines.clear()


def _read(each: Found, identities: Identities, name: str) -> _Read:
    """A review as it waits; one that could be taken is added to the identities."""
    data = msgspec.json.encode(each.whole, order="deterministic")
    bad, review = each.bad, each.review
    known, text, fields = "", "", dict[str, str]()
    if review is not None:
        known, text = review.url or review.id, review.wording
        identities.add(known, text, data)
        fields = {FORMAT: name, **flatten(review.whole)}
        try:
            _check_text(data, fields)
            return _Read(each.line, known, text, record_of(review, fields))
        except BadReviewError as error:
            bad = error
    assert bad is not None
    row = BadRow(each.line, bad.field, bad.problem, bad.hint, each.whole)
    return _Read(each.line, known, text, bad=row, fields=fields)


def _one(read: _Read, identities: Identities, number: int) -> Located | BadRow:
    """A review with its id, or what is wrong with it; ``number`` where others share its line."""
    record, bad = read.record, read.bad
    if record is not None:
        named = read.named
        record = msgspec.structs.replace(record, external_id=identities.of(named))
        return Located(read.line, record, _given(record), identities.kin(named))
    assert bad is not None
    if not (number and read.is_review):
        return bad
    problem = Said(
        "{problem} (review {number} of the file)", problem=as_said(bad.problem), number=number
    )
    return replace(bad, problem=problem)


def _given(record: ClaimRecord) -> frozenset[str]:
    return frozenset(name for name in ("text", "claimant", "said") if getattr(record, name))


def _check_text(data: bytes, fields: Mapping[str, str]) -> None:
    """Refuse a review in which a NUL stands.

    Raises:
        BadReviewError: which field.
    """
    if rb"\u0000" in data and _NUL.search(data):
        path = next((path for path, value in fields.items() if "\0" in value), "")
        raise BadReviewError(path, "a NUL character; it is no text", "Take it out.")


def record_of(review: Review, extras: dict[str, str]) -> ClaimRecord:
    """The claim that a review is about, with the review, all of it, as evidence and verdict.

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
    rated = bool(review.text and review.label)
    site = site_of(review.url) or review.site
    author = review.author or site_of(_kept(review.url)) or site
    return ClaimRecord(
        text=text,
        origin=site,
        claimant=review.claimant,
        said=review.said,
        state="" if rated else "new",
        appearances=tuple(review.appearances),
        evidence=(*_page(review, author), *review.evidence),
        verdicts=(_verdict(review, author, extras),) if rated else (),
        extras={} if rated else extras,
    )


def _page(review: Review, author: str) -> Iterator[EvidenceRecord]:
    """The review's own page, which its verdict rests on."""
    if not (review.url or review.headline or author):
        return
    source = SourceRecord(
        title=review.headline or review.url or author,
        url=review.url,
        publisher=author,
        published=review.published,
        kind="media",
    )
    yield EvidenceRecord(source=source, stance="context")


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
