"""How a screen asks the app for another screen, without knowing it."""

from __future__ import annotations

from typing import Protocol


class Opens(Protocol):
    """The app, as far as going elsewhere is concerned."""

    def open_article(self, article_id: int, claim_id: int | None = None) -> None:
        """Go to an article, and to a claim of it."""

    def open_claims(self, typed_filter: str = "", claim_id: int | None = None) -> None:
        """Go to the claims of the whole desk, filtered, and to one of them."""

    def open_figures(self, unit: str = "") -> None:
        """Go to the figures of a unit, or to all."""

    def open_claim(self, claim_id: int) -> None:
        """Go to a claim, in its article where it has one."""

    def open_findings(self, name: str) -> None:
        """Go to what is at odds (``radar``), or to verdicts out of date (``stale``)."""

    def open_matches(self) -> None:
        """Go to the matches that wait for a decision."""
