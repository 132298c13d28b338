"""What the desk is asked and what it answers, besides the views of the record."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from workbench.desk.views import ClaimRow, VerdictView
from workbench.language.spans import Span
from workbench.matching.types import Reason, Relation
from workbench.records.queries import conditions

ClaimFilter = conditions.ClaimFilter


class Added(Struct, frozen=True):
    """What became of an article that was given to the desk."""

    article_id: int
    is_new: bool
    version_of: int | None
    """The version of the same address before this one, where there is one."""
    claims: int
    matches: int


class Part(Struct, frozen=True):
    """One of the claims that a claim is split into; its segments where they are narrower."""

    text: str
    segments: Sequence[Span] | None = None


class ScreenedMatch(Struct, frozen=True):
    """A claim on file that a screened text repeats, updates or contradicts."""

    claim_id: int
    text: str
    claimant: str
    rating: str
    """Of its verdict in force, or nothing."""
    relation: Relation
    probability: float
    similarity: float
    reasons: tuple[Reason, ...]
    language: str = ""
    denied: bool = False
    """The claimant denies what the wording says."""


class ScreenedClaim(Struct, frozen=True):
    """A claim of a text that is not filed, with what is on file about it."""

    text: str
    quote: str
    segments: tuple[Span, ...]
    claimant: str
    found: tuple[ScreenedMatch, ...]
    language: str = ""
    denied: bool = False
    """The claimant denies what the wording says."""


class Offer(Struct, frozen=True):
    """A verdict that may serve another claim of the family: offered, never copied."""

    claim_id: int
    """The claim that the verdict is on."""
    verdict: VerdictView
    """With the interval it holds for and when it was known."""
    days: int
    """Since it was given."""


class Family(Struct, frozen=True):
    """Claims that people have confirmed to say the same, however many steps apart."""

    claims: tuple[ClaimRow, ...]
    """Oldest first."""
    verdicts: tuple[Offer, ...]
    """In force on them, the newest first."""

    @property
    def at_odds(self) -> bool:
        """Whether two of its claims carry different ratings."""
        return len({offer.verdict.rating for offer in self.verdicts}) > 1


class Figure(Struct, frozen=True):
    """A figure on file: who says how much of what, for when."""

    claim_id: int
    text: str
    article_id: int | None
    article_title: str
    published: str
    claimant: str
    figure: str
    """In digits: ``2500``, ``10–15``; nothing for a vague count."""
    low: float | None
    high: float | None
    comparator: str
    unit: str
    counted: str
    surface: str
    """As the text has it."""
    time: str
    """EDTF of the time that the claim speaks of, or nothing."""
    language: str = ""
    denied: bool = False
    """The claimant denies it; see `ClaimRow.denied`."""
    place: str = ""
    """Canonical names of the places that the claim speaks of, or nothing."""
    evidence: int = 0
    """How much evidence the claim has that is not retracted."""
