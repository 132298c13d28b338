"""One text is asked for, and perhaps why."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult

from workbench.tui.dialogs.base import Dialog, line_field, long_field
from workbench.tui.dialogs.questions import Answer, Question
from workbench.tui.widgets.paragraph import Paragraph


class AskDialog(Dialog[Answer]):
    """Asks a `Question` about a text."""

    def __init__(
        self,
        question: Question,
        *,
        title: str = "",
        about: str = "",
        initial: str = "",
        commit: Callable[[Answer], object] | None = None,
        renew: Callable[[], str] | None = None,
    ) -> None:
        super().__init__(commit=commit, renew=renew)
        self._question = question
        self._title = title
        self._about = about
        self._initial = initial

    def title_text(self) -> str:
        """The question's heading, where nothing says more closely what is asked."""
        return self._title or self.words(self._question.heading)

    def fields(self) -> ComposeResult:
        """The text it is about, the field, and why."""
        if self._about:
            yield Paragraph(self._about, classes="about")
        field = long_field if self._question.long else line_field
        yield from field(self.words(self._question.label), "text", self._initial)
        if self._question.why:
            yield from line_field(self.words("dialog.why"), "why")

    def result(self) -> Answer:
        """The text, which must be there if it is required."""
        if self._question.required:
            text = self.need("text", self._question.label)
        else:
            text = self.long("text") if self._question.long else self.line("text")
        return Answer(text, self.line("why") if self._question.why else "")
