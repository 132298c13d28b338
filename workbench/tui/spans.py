"""Where the claims of an article stand in its text, and how each is lit."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.desk.views import ClaimPlace
from workbench.language.spans import Span
from workbench.tui.theme import Look, look_of_claim


@dataclass(frozen=True, slots=True)
class LitClaim:
    """A claim's segments in the article, in reading order, and its look."""

    claim_id: int
    segments: tuple[Span, ...]
    look: Look

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return min((segment.start for segment in self.segments), default=0)


def lit_claim(claim_id: int, place: ClaimPlace) -> LitClaim:
    """A claim as its state and gravest relation light it."""
    return LitClaim(claim_id, place.segments, look_of_claim(place.state, place.relation))


def claim_at(claims: list[LitClaim], offset: int) -> int | None:
    """The claim that stands at an offset of the text: the shortest, where several do."""
    here = [
        (sum(len(segment) for segment in claim.segments), claim.claim_id)
        for claim in claims
        if any(segment.start <= offset < segment.end for segment in claim.segments)
    ]
    return min(here)[1] if here else None
