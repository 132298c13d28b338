"""A second person's word on a verdict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult

from workbench.desk.states import Review
from workbench.tui.dialogs.base import Dialog, choice_field, long_field
from workbench.tui.theme import Look
from workbench.tui.widgets.choice_list import Choice
from workbench.tui.widgets.paragraph import Paragraph

LOOKS = {Review.APPROVED: Look("✓", "success"), Review.RETURNED: Look("↩", "warning")}


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the reviewer says."""

    outcome: Review
    note: str


class ReviewDialog(Dialog[Reviewed]):
    """Approve a verdict, or return it with what is missing."""

    heading: ClassVar[str] = "review.heading"

    def __init__(self, about: str, *, commit: Callable[[Reviewed], object] | None = None) -> None:
        super().__init__(commit=commit)
        self._about = about

    def fields(self) -> ComposeResult:
        """The claim and its rating, the outcome, a note."""
        yield Paragraph(self._about, classes="about")
        choices = [Choice(one, self.words(f"review.{one}"), look) for one, look in LOOKS.items()]
        yield from choice_field(self.words, "review.outcome", "outcome", choices)
        yield from long_field(self.words("review.note"), "note")

    def result(self) -> Reviewed:
        """The outcome, and the note."""
        outcome = Review(self.need_choice("outcome", "review.outcome"))
        return Reviewed(outcome, self.long("note"))
