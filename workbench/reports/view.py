"""What a report says: plain values, already in the words of the report's language.

The desk fills it from the record. Nothing here depends on when or where the report is made, so
that the same record gives the same bytes.
"""

from __future__ import annotations

import re
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
    primary: bool = False
    """A primary source for this claim."""
    origin: str = ""
    """Where the source has it from."""
    interest: str = ""
    """What the source has to gain or lose in the matter."""
    archive_url: str = ""
    sha256: str = ""
    """Of the bytes of the source as they were kept, or nothing."""
    captured: str = ""
    """When those bytes were kept."""
    standing: str = ""
    """In words: whether the quote was found in what was kept."""
    circular: str = ""
    """In words: why a verdict may not rest on it, or nothing."""
    copy_of: str = ""
    """The source that it has one origin with and is counted once with, or nothing."""


@dataclass(frozen=True, slots=True)
class ReportVerdict:
    """A verdict, in force, superseded or withdrawn."""

    rating: str
    """Normalised key, for style and data."""
    label: str
    """As its author words it; where that is a word of the scale, in the report's language."""
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
    normalised: str = ""
    """The rating on the common scale, in the report's language, where the label says otherwise."""
    given: str = ""
    """The label as published, to the letter, and its…"""
    given_language: str = ""
    given_scale: str = ""
    """A number between the ends of its scale, or the name of the scale."""

    @property
    def as_published(self) -> str:
        """The label as published with its language."""
        return f"{self.given} ({self.given_language})" if self.given_language else self.given


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
class ReportCheck:
    """A point that a claim must meet before it is published, and what was found."""

    point: str
    found: str
    met: bool
    required: bool


@dataclass(frozen=True, slots=True)
class ReportCorrection:
    """A verdict that was corrected, updated or withdrawn."""

    claim: int
    kind: str
    before: str
    after: str
    """Label of the verdict that took its place, or nothing."""
    at: str
    by: str
    reason: str
    published: str
    """In words: that the earlier one had been published, or nothing."""


@dataclass(frozen=True, slots=True)
class ReportFigure:
    """A figure that somebody gave for a time."""

    when: str
    """The time as it is known, in EDTF."""
    since: str
    """First day that it may mean, as ``2024-08-01``; for the plot."""
    until: str
    said: str
    """The figure in words: ``about 2,500 persons``."""
    low: float
    high: float
    claimant: str
    """Nothing where the outlet itself says so, or nobody is on file who does (`unnamed`)."""
    where: str
    """Title of the article."""
    claim: int
    reported: bool
    """Its claim is in this report."""
    denied: bool = False
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class ReportSeries:
    """One quantity through time, across articles and claimants; oldest first."""

    unit: str
    figures: tuple[ReportFigure, ...]


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
    """Nothing where the outlet itself says so, or nobody is on file who does (`unnamed`)."""
    said: str
    """When it was said, where no article tells."""
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
    unnamed: bool = False
    """Nobody is on file who says so, not even the outlet of an article."""
    checklist: tuple[ReportCheck, ...] = ()
    """The publication gate's points; empty where no verdict is in force."""
    more_matches: int = 0
    """How many are on file beside those."""
    override: str = ""
    """In words: that it was published over the gate, by whom and why, or nothing."""
    proposed_by: str = ""
    """What made it of its article: ``rules``, ``model:`` and a name, or ``hand``."""


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
    changed: str = ""
    """``as_of`` as ISO 8601; the moment that files with a date of their own carry."""
    series: tuple[ReportSeries, ...] = ()
    corrections: tuple[ReportCorrection, ...] = ()
    title_direction: str = "ltr"
    asked: str = ""
    """What the report was asked for: ``article 1``, ``claim 3 4``, ``since 2024-08-01``."""

    @property
    def method(self) -> tuple[str, ...]:
        """Keys of the words that say how such a report comes about, as far as it is true of it."""
        stands = [any(place.article for place in claim.appearances) for claim in self.claims]
        by_model = any(claim.proposed_by.startswith("model:") for claim in self.claims)
        return (
            *(("method_1", "method_2") if self.articles else ()),
            *(("method_model",) if by_model else ()),
            *(("method_elsewhere",) if not all(stands) else ()),
            *("method_3", "method_4", "method_5"),
        )

    @property
    def seal(self) -> str:
        """What every format carries so that the report can be held against the file."""
        asked = re.sub(r"[^a-z0-9_-]", "", self.asked.replace(" ", "_"))
        return f"workbench-report:{self.journal_entry}:{self.journal_hash}:{self.language}:{asked}"
