"""Wordings as they may be shown: a denial carries its sign and word wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.desk.asking.nearness import Instead
from workbench.desk.facets import telling
from workbench.desk.types import Figure
from workbench.desk.views import ClaimRow, ClaimView, MatchView
from workbench.language.spans import Span
from workbench.tui.words import Words


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


def of_instead(instead: Sequence[Instead], words: Words) -> str:
    """Which words were looked for in place of those that no claim has."""
    said = (words("search.instead", typed=one.typed, shown=one.shown) for one in instead)
    return " ".join(said)
