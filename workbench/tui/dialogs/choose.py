"""One of a few is chosen: a state, an order, a theme."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult

from workbench.tui.dialogs.base import Dialog
from workbench.tui.widgets.choice_list import Choice, ChoiceList
from workbench.tui.widgets.paragraph import Paragraph


class ChooseDialog(Dialog[str]):
    """Gives the key of what was chosen; enter accepts."""

    def __init__(
        self,
        heading: str,
        choices: Sequence[Choice],
        *,
        chosen: str = "",
        about: str = "",
        commit: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__(commit=commit)
        self._heading = heading
        self._choices = choices
        self._chosen = chosen
        self._about = about

    def title_text(self) -> str:
        """The heading, in the person's language."""
        return self.words(self._heading)

    def fields(self) -> ComposeResult:
        """What it is about, and the choices."""
        if self._about:
            yield Paragraph(self._about, classes="about")
        yield ChoiceList(self._choices, chosen=self._chosen, id="choices")

    def on_virtual_list_opened(self) -> None:
        """Enter and two clicks accept."""
        self.action_accept()

    def result(self) -> str:
        """The key under the cursor."""
        return self.query_one("#choices", ChoiceList).chosen
