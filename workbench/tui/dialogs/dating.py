"""An article is dated: when it was published, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult

from workbench.desk.claims.dating import Dateline
from workbench.desk.views import ArticleView
from workbench.errors import WorkbenchError
from workbench.tui.dialogs.base import Dialog, line_field
from workbench.tui.widgets.paragraph import Paragraph, Saying


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in EDTF, and how it is known."""

    published: str
    provenance: str
    why: str = ""


class DateDialog(Dialog[Dated]):
    """Asks for the date; what the article's own first lines say is there to be confirmed."""

    heading: ClassVar[str] = "date.heading"

    def __init__(
        self,
        article: ArticleView,
        dateline: Dateline | None,
        *,
        known: Dated | None = None,
        problem: WorkbenchError | None = None,
    ) -> None:
        super().__init__(problem=problem)
        self._known = known
        self._article = article
        self._dateline = None if article.published else dateline

    def fields(self) -> ComposeResult:
        """What it is about, what it says itself, the date and its provenance."""
        words, article, read = self.words, self._article, self._dateline
        yield Paragraph(article.title or article.url, classes="about")
        yield Saying(words("add.date_note"), classes="label")
        if read is not None:
            yield Saying(words("date.read", quote=read.quote), classes="label")
        known = self._known or self._on_file()
        yield from line_field(words("add.published"), "published", known.published)
        yield from line_field(words("add.provenance"), "provenance", known.provenance)
        if article.published:
            yield from line_field(words("dialog.why"), "why", known.why)

    def _on_file(self) -> Dated:
        """What the record says, or else the article's own first lines."""
        article, read = self._article, self._dateline
        if article.published or read is None:
            return Dated(article.published, article.published_provenance)
        return Dated(read.edtf, self.words.record("provenance.dateline"))

    def result(self) -> Dated:
        """Both must be there."""
        return Dated(
            self.need("published", "add.published"),
            self.need("provenance", "add.provenance"),
            self.line("why") if self._article.published else "",
        )
