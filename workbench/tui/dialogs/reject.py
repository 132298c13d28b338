"""Why two claims do not belong together: one of the usual reasons by its digit, or in own words."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult

from workbench.tui.dialogs.base import Dialog, label, line_field
from workbench.tui.widgets.choice_list import Choice, ChoiceList
from workbench.tui.widgets.paragraph import Paragraph

USUAL = ("events", "times", "places", "things", "people", "words")


class RejectDialog(Dialog[str]):
    """A digit or enter takes a usual reason; what is written in the field comes before it."""

    heading: ClassVar[str] = "reject.heading"

    def __init__(self, about: str, *, commit: Callable[[str], object] | None = None) -> None:
        super().__init__(commit=commit)
        self._about = about

    def fields(self) -> ComposeResult:
        """The pair, the usual reasons, and the field."""
        yield Paragraph(self._about, classes="about")
        yield label(self.words("reject.usual"))
        yield ChoiceList(
            [
                Choice(name, f"{number} {self.words(f'reject.{name}')}")
                for number, name in enumerate(USUAL, 1)
            ],
            id="usual",
        )
        yield from line_field(self.words("reject.own"), "own")

    def on_key(self, event: events.Key) -> None:
        """A digit on the list takes that reason at once."""
        usual = self.query_one("#usual", ChoiceList)
        if usual.has_focus and event.character in list("123456")[: len(USUAL)]:
            event.stop()
            usual.go_to_index(int(event.character or "1") - 1)
            self.action_accept()

    def on_virtual_list_opened(self) -> None:
        """Enter on a reason takes it."""
        self.action_accept()

    def result(self) -> str:
        """The reason."""
        chosen = self.query_one("#usual", ChoiceList).chosen
        return self.line("own") or self.words(f"reject.{chosen}")
