"""An article is added: from a path, an address, or pasted."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from workbench.errors import InvalidInputError, WorkbenchError
from workbench.tui.dialogs.base import Dialog, label, line_field, long_field
from workbench.tui.incoming import NewArticle


class AddDialog(Dialog[NewArticle]):
    """Where the article is, or its text; its date only where the person knows it."""

    heading: ClassVar[str] = "add.heading"

    def __init__(
        self, known: NewArticle | None = None, *, problem: WorkbenchError | None = None
    ) -> None:
        super().__init__(problem=problem)
        self._known = known or NewArticle()

    def fields(self) -> ComposeResult:
        """Address or text, and what is known of the article."""
        words, known = self.words, self._known
        yield from line_field(words("add.address"), "address", known.address)
        yield from long_field(words("add.text"), "text", known.text)
        yield from line_field(words("add.title"), "title", known.title)
        yield from line_field(words("add.publisher"), "publisher", known.publisher)
        yield label(words("add.date_note"))
        yield from line_field(words("add.published"), "published", known.published)
        yield from line_field(words("add.provenance"), "provenance", known.provenance)

    def result(self) -> NewArticle:
        """An address or a text; a date needs its provenance."""
        given = NewArticle(
            self.line("address"),
            self.long("text"),
            self.line("title"),
            self.line("publisher"),
            self.line("published"),
            self.line("provenance"),
        )
        if not given.address and not given.text:
            raise InvalidInputError(self.words("add.nothing"), hint=self.words("add.nothing_hint"))
        if given.published:
            self.need("provenance", "add.provenance")
        return given
