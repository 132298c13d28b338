"""A rating with its explanation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from workbench.desk.facets import telling
from workbench.desk.views import ClaimView
from workbench.tui import wording
from workbench.tui.dialogs.base import Dialog, label, line_field, long_field
from workbench.tui.widgets.choice_list import Choice, ChoiceList
from workbench.tui.widgets.paragraph import Paragraph
from workbench.tui.words import Words

if TYPE_CHECKING:
    from workbench.desk.matching.precedents import Precedent


@dataclass(frozen=True, slots=True)
class NewVerdict:
    """What the checker found. Dates are EDTF."""

    rating: str
    explanation: str
    holds: str
    known_at: str
    reviewer: str
    reason: str


SHOWN = 3
"""Precedents beside the ratings: a reminder, not a vote."""


def precedent_line(precedent: Precedent, words: Words) -> str:
    """How one like claim was rated, and how it stands to this one."""
    rating = words.record(f"rating.{precedent.verdict.rating}")
    relation = words.record(f"relation.{precedent.relation}")
    text = telling.wording(precedent.text, precedent.language, denied=precedent.denied)
    return f"{rating} ({relation}): {text}"


class VerdictDialog(Dialog[NewVerdict]):
    """Asks for a rating and why; with a verdict in force, also why it is superseded."""

    heading: ClassVar[str] = "verdict.heading"

    def __init__(
        self,
        claim: ClaimView,
        ratings: Sequence[Choice],
        precedents: Sequence[Precedent] = (),
        *,
        commit: Callable[[NewVerdict], object] | None = None,
    ) -> None:
        super().__init__(commit=commit)
        self._claim = claim
        self._ratings = ratings
        self._precedents = precedents

    def fields(self) -> ComposeResult:
        """The claim, the ratings, the explanation and the rest."""
        words, before = self.words, self._claim.verdict
        yield Paragraph(wording.of_claim(self._claim), classes="about")
        if self._precedents:
            yield label(words("verdict.precedents"))
            shown = [precedent_line(one, words) for one in self._precedents[:SHOWN]]
            yield Paragraph("\n".join(shown), id="precedents")
        yield label(words("verdict.rating"))
        yield ChoiceList(self._ratings, chosen=before.rating if before else "", id="rating")
        yield from long_field(words("verdict.explanation"), "explanation")
        if before is not None:
            yield from line_field(words("verdict.reason"), "reason")
        yield from line_field(words("verdict.holds"), "holds", before.holds if before else "")
        yield from line_field(words("verdict.known_at"), "known_at")
        yield from line_field(words("verdict.reviewer"), "reviewer")

    def result(self) -> NewVerdict:
        """A verdict with an explanation."""
        superseding = self._claim.verdict is not None
        return NewVerdict(
            rating=self.query_one("#rating", ChoiceList).chosen,
            explanation=self.need("explanation", "verdict.explanation"),
            holds=self.line("holds"),
            known_at=self.line("known_at"),
            reviewer=self.line("reviewer"),
            reason=self.need("reason", "verdict.reason") if superseding else "",
        )
