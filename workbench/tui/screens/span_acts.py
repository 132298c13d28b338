"""A claim's span adjusted in the text: either end goes on or back by words or characters."""

from __future__ import annotations

from typing import ClassVar, cast

from textual import on, work
from textual.binding import BindingType

from workbench.desk.views import AppearanceView
from workbench.language.spans import Span
from workbench.tui.keys import bindings
from workbench.tui.notices import guarded, tell
from workbench.tui.screens.coverage_acts import CoverageActs
from workbench.tui.screens.opening import Opens
from workbench.tui.widgets.article_text import ArticleText, ClaimText
from workbench.tui.widgets.paragraph import Paragraph


class SpanActs(CoverageActs):
    """A screen with an `ArticleText` and a `Paragraph` of the id ``span``."""

    DEFAULT_CSS = """
    SpanActs #span { display: none; padding: 0 1; max-height: 6; color: $accent; }
    SpanActs.-adjusting #span { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(("claim.span", "adjust"), show=False)
    _segment = 0

    @property
    def _place(self) -> AppearanceView | None:
        """Where the claim in hand stands in the article in sight."""
        article = self.shown_article
        if self.claim is None or article is None:
            return None
        places = self.claim.appearances
        return next((one for one in places if one.article_id == article.id), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a claim that stands in the text can be moved."""
        if action == "adjust":
            return self._place is not None
        return super().check_action(action, parameters)

    def action_adjust(self) -> None:
        """Begin with a segment of the claim; once more, with its next one."""
        place = self._place
        if place is None or not place.segments:
            return
        again = self.has_class("-adjusting")
        self._segment = (self._segment + 1) % len(place.segments) if again else 0
        self.show_text()
        self.add_class("-adjusting")
        self.text_view.text.adjust(place.segments[self._segment])
        self._tell_span()

    def show_text(self) -> None:
        """Bring the text into sight, with the focus on it."""
        self.text_view.text.focus()

    @on(ClaimText.SelectionChanged)
    def _tell_span(self) -> None:
        view = self.text_view.text
        span = view.adjusted
        self.set_class(span is not None, "-adjusting")
        if span is not None:
            quote = span.of(view.text)
            lines = (self.words("span.keys"), f"[{span.start}, {span.end})", quote)
            self.query_one("#span", Paragraph).show("\n".join(lines))
        self.refresh_bindings()

    @on(ArticleText.SpanAccepted)
    @work
    @guarded
    async def _move_claim(self, event: ArticleText.SpanAccepted) -> None:
        claim, place = self.claim, self._place
        self.remove_class("-adjusting")
        self.claims.focus()
        if claim is None or place is None or not await cast(Opens, self.app).index_ready():
            return
        segments = list(place.segments)
        segments[self._segment : self._segment + 1] = [event.span]
        if segments != list(place.segments):
            self.desk.claims.move(
                claim.id, _merged(segments), version=claim.version, appearance_id=place.id
            )
            tell(self, self.words("done.moved"))
            self.changed()


def _merged(segments: list[Span]) -> list[Span]:
    """Segments that touch or overlap now are one."""
    found: list[Span] = []
    for span in sorted(segments):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
