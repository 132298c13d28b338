"""What a report says: plain values, already in the words of the report's language.

The desk fills it from the record. Nothing here depends on when or where the report is made, so
that the same record gives the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.language.spans import Span


@dataclass(frozen=True, slots=True)
class Wording:
    """Words from the record and the direction they are read in (``ltr`` or ``rtl``)."""

    text: str
    language: str
    direction: str
    denial: str = ""
    """Sign and word to stand before the text where its claimant denies it, or nothing."""


@dataclass(frozen=True, slots=True)
class ReportEvidence:
    """One piece of evidence with where it can be found again."""

    source: str
    publisher: str
    kind: str
    url: str
    published: str
    accessed: str
    quote: str
    direction: str
    """Of the quote."""
    locator: str
    note: str
    by: str
    retracted: str
    """The reason it was retracted for, or nothing."""


@dataclass(frozen=True, slots=True)
class ReportVerdict:
    """A verdict, in force, superseded or withdrawn."""

    rating: str
    """Normalised key, for style and data."""
    label: str
    explanation: str
    direction: str
    """Of the explanation."""
    holds: str
    known_at: str
    by: str
    reviewer: str
    at: str
    reason: str
    status: str
    """``in force``, ``superseded`` or ``withdrawn``, in the report's language."""


@dataclass(frozen=True, slots=True)
class ReportMatch:
    """Another claim on file and how it stands to this one."""

    relation: str
    why: str
    other: Wording
    other_claim: int
    other_label: str
    """The label of its verdict in force, or nothing. It is told, not taken over."""
    decision: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class ReportAppearance:
    """Where the claim stands, to the character."""

    article: int
    """Number among the report's articles, from 1; 0 where the article is not on file."""
    title: str
    url: str
    published: str
    segments: tuple[Span, ...]
    quote: Wording
    claimant: str
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportEvent:
    """One line of a claim's history."""

    at: str
    by: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class ReportClaim:
    """A claim with everything that its verdict rests on."""

    id: int
    uid: str
    wording: Wording
    original: Wording
    translation: str
    translator: str
    claimant: str
    state: str
    state_reason: str
    facets: tuple[tuple[str, str], ...]
    """Label and value, in reading order: figures, times, places, polarity, modality."""
    worth: float
    worth_reasons: tuple[str, ...]
    appearances: tuple[ReportAppearance, ...]
    verdict: ReportVerdict | None
    earlier_verdicts: tuple[ReportVerdict, ...]
    supporting: tuple[ReportEvidence, ...]
    refuting: tuple[ReportEvidence, ...]
    context: tuple[ReportEvidence, ...]
    matches: tuple[ReportMatch, ...]
    history: tuple[ReportEvent, ...]
    denied: bool = False
    """The claimant denies what the wording says."""


@dataclass(frozen=True, slots=True)
class ReportArticle:
    """An article whose claims are reported on, with its frozen text."""

    number: int
    title: str
    publisher: str
    author: str
    url: str
    published: str
    provenance: str
    added: str
    sha256: str
    text: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """A whole report."""

    title: str
    language: str
    """Of the report's own words."""
    direction: str
    as_of: str
    """When the record was last changed, UTC; the report is of that state."""
    articles: tuple[ReportArticle, ...]
    claims: tuple[ReportClaim, ...]
    journal_entry: int
    """Number of the last journal entry the report rests on."""
    journal_hash: str
    program: str
