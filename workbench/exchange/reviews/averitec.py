"""AVeriTeC: claims with the questions that a check asked and the answers it found.

Fields: https://fever.ai/dataset/averitec.html (a JSON list, or one claim a line).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import IO, Any, ClassVar

from workbench.exchange.documents.documents import Document, documents_in
from workbench.exchange.documents.doubled import bad_record
from workbench.exchange.reviews.markup import words
from workbench.exchange.reviews.reviews import (
    BadReviewError,
    Found,
    Review,
    day_of,
    located,
    without_rejection,
)
from workbench.exchange.types import (
    AppearanceRecord,
    BadRow,
    EvidenceRecord,
    Located,
    ReadOnly,
    SourceRecord,
)

_OURS = re.compile(r'"(?:fact_checking_article|fact_checking_strategies|reporting_source)"\s*:')
_CLAIM = re.compile(r'"claim"\s*:')
_OF_AN_ANSWER = ("answer_type", "source_medium", "cached_source_url")
_DAY_FIRST = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")


class Averitec(ReadOnly):
    """One record a claim; each answer with a source is a piece of evidence."""

    name: ClassVar[str] = "averitec"
    instead: ClassVar[tuple[str, ...]] = ("claimreview", "jsonl")

    def recognises(self, start: str) -> bool:
        """By the fields that only this set has."""
        is_json = start.lstrip("\ufeff \r\n\t").startswith(("{", "["))
        return is_json and bool(_OURS.search(start) and _CLAIM.search(start))

    def read(self, stream: IO[str]) -> Iterator[Located | BadRow]:
        """The claims with their evidence."""
        return located(_found(stream), self.name)


def _found(stream: IO[str]) -> Iterator[Found | BadRow]:
    for document in documents_in(stream):
        if isinstance(document, BadRow):
            yield document
            continue
        items = document.value if isinstance(document.value, list) else [document.value]
        lines = Document.lines(document, _CLAIM, len(items))
        for item, line in zip(items, lines, strict=True):
            if not isinstance(item, dict):
                yield BadRow(line, "", "not a JSON object", record=item)
                continue
            bad_item = bad_record(item, line)
            if bad_item:
                yield bad_item
                continue
            found = Found(line, without_rejection(item))
            try:
                found.review = _review(found.whole)
            except BadReviewError as bad:
                found.bad = bad
            yield found


def _review(whole: Mapping[str, Any]) -> Review:
    url = words(whole.get("original_claim_url"))
    outlet = words(whole.get("reporting_source"))
    return Review(
        whole=whole,
        text=words(whole.get("claim")),
        claimant=words(whole.get("speaker")),
        said=_day(whole.get("claim_date")),
        url=words(whole.get("fact_checking_article")),
        id=words(whole.get("claim_id")),
        label=words(whole.get("label")),
        explanation=words(whole.get("justification")),
        appearances=(AppearanceRecord(url=url, title=outlet),) if url or outlet else (),
        evidence=tuple(_answers(whole.get("questions"))),
    )


def _day(value: Any) -> str:
    """A date, which this set writes day first."""
    text = words(value)
    found = _DAY_FIRST.fullmatch(text)
    return day_of(f"{found[3]}-{found[2]}-{found[1]}" if found else text, "claim_date", text)


def _answers(questions: Any) -> Iterator[EvidenceRecord]:
    """The answers that have a source, each under its question; a set may give either singly.

    What the set says was extracted is a quote; others are the checkers' own words.
    """
    for question in _listed(questions):
        asked = words(question.get("question"))
        for answer in _listed(question.get("answers")):
            url = words(answer.get("source_url"))
            if not url:
                continue
            said = words(answer.get("answer"))
            why = words(answer.get("boolean_explanation"))
            is_quote = words(answer.get("answer_type")) == "Extractive"
            told = ". ".join(filter(None, ("" if is_quote else said, why)))
            extras = {name: words(answer.get(name)) for name in _OF_AN_ANSWER}
            yield EvidenceRecord(
                source=SourceRecord(title=url, url=url),
                quote=said if is_quote else "",
                note=" ".join(filter(None, (asked, told))),
                extras={name: value for name, value in extras.items() if value},
            )


def _listed(value: Any) -> Iterator[Mapping[str, Any]]:
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            yield each
