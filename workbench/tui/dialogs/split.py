"""One claim becomes several."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from workbench.errors import InvalidInputError
from workbench.tui.dialogs.base import Dialog, label, line_field, one_wording, wording_field
from workbench.tui.keys import bind
from workbench.tui.text.long_input import BidiTextArea
from workbench.tui.widgets.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class Parts:
    """The wordings of the new claims, and why."""

    texts: tuple[str, ...]
    why: str


class SplitDialog(Dialog[Parts]):
    """A field a part, each beginning as the whole wording, to be cut down."""

    heading: ClassVar[str] = "split.heading"
    BINDINGS: ClassVar[list[BindingType]] = [bind("dialog.more", "more")]

    def __init__(
        self,
        text: str,
        *,
        commit: Callable[[Parts], object] | None = None,
        renew: Callable[[], str] | None = None,
    ) -> None:
        super().__init__(commit=commit, renew=renew)
        self._text = text

    def fields(self) -> ComposeResult:
        """The wording as it is, two parts to begin with, and why."""
        yield Paragraph(self._text, classes="about")
        yield label(self.words("split.parts"))
        with Vertical(id="parts", classes="fields"):
            yield wording_field(self._text)
            yield wording_field(self._text)
        yield from line_field(self.words("dialog.why"), "why")

    async def action_more(self) -> None:
        """One more part."""
        another = wording_field(self._text)
        await self.query_one("#parts").mount(another)
        another.focus()

    def result(self) -> Parts:
        """At least two parts that differ; an emptied field counts for nothing."""
        fields = self.query_one("#parts").query(BidiTextArea)
        texts = tuple(text for field in fields if (text := one_wording(field)))
        if len(set(texts)) < 2:
            raise InvalidInputError(
                self.words("split.too_few"), hint=self.words("split.too_few_hint")
            )
        return Parts(tuple(dict.fromkeys(texts)), self.line("why"))
