"""Wordings as they may be shown: a denial carries its sign and word wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.desk.facets import telling
from workbench.desk.types import Figure
from workbench.desk.views import ClaimRow, ClaimView, MatchView
from workbench.language.spans import Span


def of_claim(claim: ClaimRow | ClaimView | Figure) -> str:
    """The wording of a claim."""
    return telling.wording(claim.text, claim.language, denied=claim.denied)


def of_newer(match: MatchView) -> str:
    """The wording of the newer claim of a pair."""
    return telling.wording(match.text, match.language, denied=match.denied)


def of_filed(match: MatchView) -> str:
    """The wording of the claim that was on file."""
    return telling.wording(match.other_text, match.other_language, denied=match.other_denied)


def denial(shown: str, text: str) -> tuple[Span, ...]:
    """Where sign and word of a denial stand in what is shown of ``text``; nothing without one."""
    lead = len(shown) - len(text)
    return (Span(0, lead),) if lead else ()


def shifted(spans: Sequence[Span], shown: str, text: str) -> tuple[Span, ...]:
    """Ranges of ``text`` as ranges of what is shown of it."""
    return tuple(span.shift(len(shown) - len(text)) for span in spans)
