"""Answers of Google's Fact Check Tools API: ``claims:search``, ``claims:imageSearch``, ``pages``.

Read as the API gives them, as a bare list, or one claim or page a line. Field names:
https://developers.google.com/fact-check/tools/api/reference/rest
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import IO, Any, ClassVar

from workbench.errors import Said
from workbench.exchange.documents.documents import Document, documents_in
from workbench.exchange.documents.doubled import Twice, bad_record
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
from workbench.exchange.types import AppearanceRecord, BadRow, Located, ReadOnly

_CLAIM = re.compile(r'"claimReview"\s*:')
_PAGE = re.compile(r'"pageUrl"\s*:')
_OURS = re.compile(r'"claimReview"\s*:\s*[\[{]|"claimReviewMarkup(?:s|Pages)"\s*:')
_LISTS = ("claims", "claimReviewMarkupPages", "results")
_NOTHING = re.compile(r'\s*\{\s*(?:"claims"\s*:\s*\[\s*\]\s*)?\}\s*\Z')
_REFUSED = re.compile(r'\s*\{\s*"error"\s*:\s*\{\s*"code"\s*:')


class FactCheckTools(ReadOnly):
    """One record a review; a claim with several reviews gives several, which the matcher finds."""

    name: ClassVar[str] = "factchecktools"
    instead: ClassVar[tuple[str, ...]] = ("claimreview", "datacommons")

    def recognises(self, start: str) -> bool:
        """By the fields that only these answers have, or as an answer that found nothing."""
        if _NOTHING.match(start) or _REFUSED.match(start):
            return True
        return bool(_OURS.search(start)) and start.lstrip("\ufeff \r\n").startswith(("{", "["))

    def read(self, stream: IO[str]) -> Iterator[Located | BadRow]:
        """The reviews of all claims and pages."""
        return located(_found(stream), self.name)


def _found(stream: IO[str]) -> Iterator[Found | BadRow]:
    for document in documents_in(stream):
        if isinstance(document, BadRow):
            yield document
            continue
        yield from _gathered(document)


def _gathered(document: Document) -> Iterator[Found | BadRow]:
    value = document.value
    bad = bad_record(value, document.line) if isinstance(value, Twice) else None
    if bad:
        yield bad
        return
    if isinstance(value, dict) and isinstance(value.get("error"), dict):
        said = words(value["error"].get("message"))
        problem = Said("the service refused and said: {reason}", reason=said)
        yield BadRow(document.line, "error", problem, "Ask it again.", value)
        return
    value = _listed(value)
    if not isinstance(value, list):
        yield BadRow(document.line, "claims", "not a list of claims", "Give the API's answer.")
        return
    items = [_unwrapped(item) for item in value if isinstance(item, dict)]
    if len(items) < len(value):
        problem = Said(
            "{bad} of {count} claims are no JSON objects",
            bad=len(value) - len(items),
            count=len(value),
        )
        yield BadRow(document.line, "claims", problem, "The others were read.")
    claims = [item for item in items if not _is_page(item)]
    pages = [item for item in items if _is_page(item)]
    for key, part in ((_CLAIM, claims), (_PAGE, pages)):
        lines = document.lines(key, len(part))
        for item, line in zip(part, lines, strict=True):
            bad = bad_record(item, line)
            yield from [bad] if bad else _reviews(without_rejection(item), line)


def _listed(value: Any) -> Any:
    """The claims of an answer, of a list of answers as whoever asks page by page keeps them, or
    of a bare list."""
    if isinstance(value, list):
        return [
            claim for each in value for claim in (_listed(each) if _is_answer(each) else [each])
        ]
    if isinstance(value, dict):
        return next((value[key] for key in _LISTS if key in value), [value] if value else [])
    return value


def _is_answer(value: Any) -> bool:
    return value == {} or (
        isinstance(value, dict) and any(isinstance(value.get(key), list) for key in _LISTS)
    )


def _unwrapped(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """A claim that a search for an image found, which stands in its result."""
    held = item.get("claim")
    return held if isinstance(held, dict) and "claimReview" in held else item


def _is_page(item: Mapping[str, Any]) -> bool:
    return "claimReviewMarkups" in item or "pageUrl" in item


def _reviews(item: Mapping[str, Any], line: int) -> Iterator[Found]:
    """A claim's or a page's reviews, each with what it shares with the others."""
    name = "claimReviewMarkups" if _is_page(item) else "claimReview"
    held = item.get(name) or [{}]
    for review in held if isinstance(held, list) else [held]:
        whole = {**item, name: review}
        each = Found(line, whole)
        try:
            if not isinstance(review, dict):
                raise BadReviewError(name, "not a review", "A review is a JSON object.")
            each.review = _marked(whole) if name == "claimReviewMarkups" else _searched(whole)
        except BadReviewError as bad:
            each.bad = bad
        yield each


def _searched(whole: Mapping[str, Any]) -> Review:
    review = whole["claimReview"]
    publisher = _object(review.get("publisher"))
    return Review(
        whole=whole,
        text=words(whole.get("text")),
        headline=words(review.get("title")),
        claimant=words(whole.get("claimant")),
        said=day_of(whole.get("claimDate"), "claimDate"),
        url=words(review.get("url")),
        site=words(publisher.get("site")),
        author=words(publisher.get("name")) or words(publisher.get("site")),
        published=day_of(review.get("reviewDate"), "claimReview.reviewDate"),
        label=words(review.get("textualRating")),
    )


def _marked(whole: Mapping[str, Any]) -> Review:
    markup = whole["claimReviewMarkups"]
    rating = markup.get("rating")
    scale = _object(rating)
    name = "claimReviewMarkups.rating.ratingValue"
    value = scale.get("ratingValue")
    check_scale(value, scale.get("worstRating"), scale.get("bestRating"), name)
    others = markup.get("claimAppearances")
    seen = [markup.get("claimFirstAppearance")]
    seen += others if isinstance(others, list) else [others]
    addresses = dict.fromkeys(words(url) for url in seen if words(url))
    return Review(
        whole=whole,
        text=words(markup.get("claimReviewed")),
        claimant=words(_object(markup.get("claimAuthor")).get("name")),
        said=day_of(markup.get("claimDate"), "claimReviewMarkups.claimDate"),
        url=words(markup.get("url")) or words(whole.get("pageUrl")),
        author=words(_object(whole.get("claimReviewAuthor")).get("name")),
        published=day_of(whole.get("publishDate"), "publishDate"),
        label=words(rating) or words(scale.get("textualRating")) or _figure(value),
        explanation=words(scale.get("ratingExplanation")),
        appearances=tuple(AppearanceRecord(url=url) for url in addresses),
    )


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _figure(value: Any) -> str:
    return "" if value is None or isinstance(value, bool | dict | list) else str(value)
