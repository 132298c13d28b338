"""A rating with its explanation."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult

from workbench.desk.facets import telling
from workbench.desk.states import Succession
from workbench.desk.views import ClaimView
from workbench.tui import wording
from workbench.tui.dialogs.base import Dialog, choice_field, label, line_field, long_field
from workbench.tui.notices import guarded
from workbench.tui.widgets.choice_list import Choice
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
    correction: bool
    """The one in force was wrong; else things have changed since."""


SUCCESSIONS = (Succession.CORRECTION, Succession.UPDATE)
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
    DEFAULT_CSS = """
    VerdictDialog #like, VerdictDialog #precedents { display: none; }
    VerdictDialog.-like #like, VerdictDialog.-like #precedents { display: block; }
    """

    def __init__(
        self,
        claim: ClaimView,
        ratings: Sequence[Choice],
        *,
        precedents: Callable[[], Sequence[Precedent]] | None = None,
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
        yield label(words("verdict.precedents"), "like")
        yield Paragraph(id="precedents")
        chosen = before.rating if before else ""
        yield from choice_field(words, "verdict.rating", "rating", self._ratings, chosen)
        yield from long_field(words("verdict.explanation"), "explanation")
        if before is not None:
            kinds = [Choice(one, words(f"verdict.{one}")) for one in SUCCESSIONS]
            yield from choice_field(words, "verdict.succession", "succession", kinds)
            yield from line_field(words("verdict.reason"), "reason")
        yield from line_field(words("verdict.holds"), "holds", before.holds if before else "")
        yield from line_field(words("verdict.known_at"), "known_at")
        yield from line_field(words("verdict.reviewer"), "reviewer")

    def on_mount(self) -> None:
        """Look for what was rated before, while the person begins."""
        super().on_mount()
        if self._precedents is not None:
            self._look(self._precedents)

    @work(exclusive=True, group="listing")
    @guarded
    async def _look(self, find: Callable[[], Sequence[Precedent]]) -> None:
        found = await to_thread(find)
        if found and self.is_there:
            lines = [precedent_line(one, self.words) for one in found[:SHOWN]]
            self.query_one("#precedents", Paragraph).show("\n".join(lines))
            self.add_class("-like")

    def result(self) -> NewVerdict:
        """A verdict with an explanation; no rating is there before the person chose one."""
        superseding = self._claim.verdict is not None
        return NewVerdict(
            rating=self.need_choice("rating", "verdict.rating"),
            explanation=self.need("explanation", "verdict.explanation"),
            holds=self.line("holds"),
            known_at=self.line("known_at"),
            reviewer=self.line("reviewer"),
            correction=superseding and self._corrects(),
            reason=self.need("reason", "verdict.reason") if superseding else "",
        )

    def _corrects(self) -> bool:
        return self.need_choice("succession", "verdict.succession") == Succession.CORRECTION
