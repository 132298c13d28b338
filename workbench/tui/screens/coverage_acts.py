"""Coverage: which sentences of the article gave claims, and making claims of those that did not."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from workbench.desk.views import ArticleView
from workbench.language.spans import Span
from workbench.tui import coverage
from workbench.tui.keys import bindings
from workbench.tui.notices import tell
from workbench.tui.screens.list_acts import ListActs
from workbench.tui.widgets.article_text import ArticleText
from workbench.tui.widgets.paragraph import Paragraph


class CoverageActs(ListActs):
    """A screen with an `ArticleText` and a `Paragraph` of the id ``coverage`` for the account."""

    DEFAULT_CSS = """
    CoverageActs #coverage { display: none; color: $muted; padding: 0 1; }
    CoverageActs.-coverage #coverage { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        ("claims.coverage", "coverage"), ("claims.uncovered", "uncovered"), show=False
    )

    @property
    def shown_article(self) -> ArticleView | None:
        """The article in sight."""
        raise NotImplementedError

    @property
    def text_view(self) -> ArticleText:
        """Its text."""
        return self.query_one("#text", ArticleText)

    @property
    def span_for_claim(self) -> Span | None:
        """What a new claim would be made of: the selection, or the uncovered sentence."""
        view = self.text_view
        if view.selection is not None or not self.has_class("-coverage"):
            return view.selection
        sentence = view.sentence
        return sentence.span if sentence in view.coverage.uncovered and sentence else None

    def action_coverage(self) -> None:
        """Show the account of the sentences, or leave it."""
        self.toggle_class("-coverage")
        self.text_view.show_coverage(self.has_class("-coverage"))
        self.show_account()

    def action_uncovered(self) -> None:
        """To the next sentence that gave no claim."""
        if not self.has_class("-coverage"):
            self.action_coverage()
        view = self.text_view
        sentence = view.coverage.next_uncovered(view.text.caret)
        if sentence is None:
            tell(self, self.words("coverage.all"))
            return
        view.text.focus()
        view.text.show_span(sentence.span)

    @on(ArticleText.SentenceReached)
    def show_account(self) -> None:
        """The account in words, and what became of the sentence under the caret."""
        if not self.has_class("-coverage"):
            return
        view = self.text_view
        told = (
            coverage.summary(view.coverage, self.words),
            coverage.here(view.sentence, self.words),
        )
        self.query_one("#coverage", Paragraph).show("\n".join(filter(None, told)))
        self.refresh_bindings()
