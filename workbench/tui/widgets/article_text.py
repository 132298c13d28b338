"""The article with its claims lit, and a gutter that says by signs what the colours say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from workbench.desk.views import ArticleView, SentenceView
from workbench.language.spans import Span
from workbench.tui import drawing
from workbench.tui.context import InDesk
from workbench.tui.coverage import LOOKS, Coverage, coverage
from workbench.tui.keys import bindings
from workbench.tui.rtl.layout import Base
from workbench.tui.spans import LitClaim, claim_at
from workbench.tui.text.reading import ReadingView
from workbench.tui.theme import PLAIN, Look
from workbench.tui.widgets.beside import Beside

SEVERAL = Look("+", "foreground")


class ClaimText(ReadingView):
    """The reading view with the desk's keys."""

    DEFAULT_CSS = """
    ClaimText { background: $background; color: $foreground; scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        ("list.down", "move_rows(1)"),
        ("list.up", "move_rows(-1)"),
        ("list.page_down", "move_pages(1)"),
        ("list.page_up", "move_pages(-1)"),
        show=False,
    ) + bindings(
        ("text.select", "mark"),
        ("list.copy", "copy"),
        ("span.accept", "accept_span"),
        ("span.other_end", "other_end"),
    )
    _adjusting = False

    def adjust(self, span: Span) -> None:
        """Let the person move either end of a span: arrows by words, with shift by characters."""
        self._adjusting = True
        self.select(span)
        self.scroll_to_offset(span.start)

    @property
    def adjusted(self) -> Span | None:
        """The span as it is being adjusted, without blanks at its ends."""
        span = self.selected_span if self._adjusting else None
        if span is None:
            return None
        words = span.of(self.text)
        start = span.start + len(words) - len(words.lstrip())
        end = span.end - len(words) + len(words.rstrip())
        return Span(start, end) if start < end else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Accept and the other end are for a span that is being adjusted."""
        return action not in ("accept_span", "other_end") or self._adjusting

    def action_step(self, by: int, select: bool = False) -> None:
        """One character; while adjusting, a word without shift."""
        if self._adjusting and not select:
            self.action_step_word(by, select=True)
        else:
            super().action_step(by, select)

    def action_other_end(self) -> None:
        """Move the other end from now on."""
        span = self.selected_span
        if span is None:
            return
        at_end = self.caret == span.end
        self._anchor = span.end if at_end else span.start
        self.caret = span.start if at_end else span.end
        self.scroll_to_offset(self.caret, centre=False)

    def action_accept_span(self) -> None:
        """The claim stands there."""
        span = self.adjusted
        self._leave()
        if span is not None:
            self.post_message(self.SpanChosen(span))

    def action_clear_selection(self) -> None:
        """Leave the span as it was."""
        self._adjusting = False
        super().action_clear_selection()

    def _leave(self) -> None:
        self._adjusting = False
        self.select(None)

    def load(self, text: str, *, base: Base = "auto") -> None:
        """Another text; nothing is adjusted in it."""
        self._adjusting = False
        super().load(text, base=base)

    class SpanChosen(Message):
        """A span was adjusted and accepted."""

        def __init__(self, span: Span) -> None:
            super().__init__()
            self.span = span


class ClaimGutter(InDesk, Widget):
    """Beside each row: whether the current claim begins there, and the sign of what does."""

    DEFAULT_CSS = """
    ClaimGutter { width: 3; height: 1fr; background: $background; color: $accent; }
    """

    def __init__(self, text: ClaimText) -> None:
        super().__init__()
        self._text = text
        self._claims: Sequence[LitClaim] = ()
        self._current: int | None = None
        self._rows: dict[int, list[LitClaim]] | None = None
        self._states: dict[int, Look] = {}
        self._coverage = Coverage()

    def on_mount(self) -> None:
        """Scroll with the text."""
        self.watch(self._text, "scroll_y", self._text_moved)
        self.watch(self._text, "laid_out", self._text_moved)

    def on_resize(self) -> None:
        """More rows, or fewer, are in sight."""
        self._text_moved()

    def _text_moved(self) -> None:
        self._rows = None
        self.refresh()

    def _beginning(self, row: int) -> list[LitClaim]:
        """The claims that begin on a row; only what is in sight is ever looked for."""
        if self._rows is None:
            self._rows = {}
            sight = self._text.visible_span
            self._states = self._covered(sight)
            for claim in self._claims:
                if sight.start <= claim.start < sight.end:
                    self._rows.setdefault(self._text.row_of(claim.start), []).append(claim)
        return self._rows.get(row, [])

    def _covered(self, sight: Span) -> dict[int, Look]:
        """Row → the sign of what became of its sentences, the least settled one's."""
        found: dict[int, Look] = {}
        order = list(LOOKS)
        for sentence in sorted(self._coverage.sentences, key=lambda one: order.index(one.state)):
            start, end = max(sentence.span.start, sight.start), min(sentence.span.end, sight.end)
            if start < end:
                rows = range(self._text.row_of(start), self._text.row_of(end - 1) + 1)
                found |= dict.fromkeys(rows, LOOKS[sentence.state])
        return found

    def account(self, found: Coverage) -> None:
        """Show what became of the sentences; nothing of an empty account."""
        self._coverage = found
        self._rows = None
        self.refresh()

    def mark(self, claims: Sequence[LitClaim], current: int | None) -> None:
        """Show the signs of these claims."""
        self._claims = claims
        self._current = current
        self._rows = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The signs of one row."""
        row = y + self._text.scroll_offset.y
        here = self._beginning(row)
        state = self._states.get(row, PLAIN)
        if not here:
            blank = drawing.row([Segment("  "), self._sign(state)], rtl=self.rtl)
            return blank.apply_style(self.rich_style)
        current = next((claim for claim in here if claim.claim_id == self._current), None)
        gravest = max(here, key=_graveness)
        rest = state
        others = [claim for claim in here if claim is not (current or gravest)]
        if others and state is PLAIN:
            next_gravest = max(others, key=_graveness)
            rest = next_gravest.look if _graveness(next_gravest) else SEVERAL
        pointer = "◀" if self.rtl else "▶"
        strip = drawing.row(
            [
                Segment(pointer if current else " "),
                self._sign((current or gravest).look),
                self._sign(rest),
            ],
            rtl=self.rtl,
        )
        return strip.apply_style(self.rich_style)

    def _sign(self, look: Look) -> Segment:
        colour = self.app.theme_variables.get(look.colour)
        return Segment(look.sign, Style(color=colour, bold=True))


def _graveness(claim: LitClaim) -> bool:
    return claim.look.colour == "error"


class ArticleText(Beside):
    """One article; the claims that stand in it are lit, the current one most."""

    DEFAULT_CSS = """
    ArticleText { height: 1fr; background: $background; }
    ArticleText ClaimText { width: 1fr; height: 1fr; }
    """

    class ClaimReached(Message):
        """The caret came into a claim."""

        def __init__(self, claim_id: int) -> None:
            super().__init__()
            self.claim_id = claim_id

    class SpanAccepted(Message):
        """Somebody adjusted the claim's span."""

        def __init__(self, span: Span) -> None:
            super().__init__()
            self.span = span

    class SentenceReached(Message):
        """The caret came into another sentence of the account."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._accounted = False
        self.coverage = Coverage()
        self.text = ClaimText(id="reading")
        self._gutter = ClaimGutter(self.text)
        self._article: ArticleView | None = None
        self._claims: list[LitClaim] = []
        self._current: int | None = None
        self._expected: int | None = None
        self._lit_in = ""

    def compose(self) -> ComposeResult:
        """Gutter and text."""
        yield self._gutter
        yield self.text

    @property
    def article(self) -> ArticleView | None:
        """The article shown."""
        return self._article

    @property
    def selection(self) -> Span | None:
        """What the person selected."""
        return self.text.selected_span

    @property
    def sentence(self) -> SentenceView | None:
        """The sentence under the caret."""
        return self.coverage.at(self.text.caret)

    def show_coverage(self, shown: bool) -> None:
        """Say by signs and light what became of the sentences, or leave it."""
        self._accounted = shown
        self._account()
        self._light()

    def _account(self) -> None:
        sentences = self._article.sentences if self._article and self._accounted else ()
        live = [segment for claim in self._claims for segment in claim.segments]
        self.coverage = coverage(sentences, live)
        self._gutter.account(self.coverage)

    def show_article(self, article: ArticleView | None, claims: Sequence[LitClaim]) -> None:
        """Show an article with its claims, which `light` lights; the same text keeps its place."""
        self._claims = list(claims)
        body = article.text if article else ""
        self._article = article
        if self.text.text != body:
            self._expected = 0
            self.text.load(body)
        self._account()

    def light(self, claim_id: int | None) -> None:
        """Make a claim the current one and bring it into sight."""
        self._current = claim_id
        self._light()
        claim = next((one for one in self._claims if one.claim_id == claim_id), None)
        if self.text.adjusted is not None:
            return  # somebody is moving an end of it: the caret is hers
        if claim is not None and claim.segments and not self._caret_in(claim):
            self._expected = claim.start
            self.text.show_span(Span(claim.start, claim.start))

    def _caret_in(self, claim: LitClaim) -> bool:
        return any(part.start <= self.text.caret < part.end for part in claim.segments)

    def _light(self) -> None:
        self._lit_in = self.app.theme
        lit = [(one.span, self._style_of(one)) for one in self.coverage.uncovered]
        styles = {
            (look, current): self._style(look, current)
            for look in {claim.look for claim in self._claims}
            for current in (False, True)
        }
        for claim in sorted(self._claims, key=lambda one: one.claim_id == self._current):
            style = styles[claim.look, claim.claim_id == self._current]
            lit += [(segment, style) for segment in claim.segments]
        self.text.set_highlights(lit)
        self._gutter.mark(self._claims, self._current)

    def _style_of(self, sentence: SentenceView) -> Style:
        behind = LOOKS[sentence.state].behind
        if not behind:
            return Style(dim=True)
        return Style(bgcolor=self.app.theme_variables.get(behind))

    def _style(self, look: Look, current: bool) -> Style:
        behind = self.app.theme_variables.get(look.behind)
        return Style(bgcolor=behind, bold=current, underline=current)

    def notify_style_update(self) -> None:
        """Light in the colours of another theme."""
        super().notify_style_update()
        if self.is_mounted and self._lit_in != self.app.theme:
            self._light()

    def on_claim_text_span_chosen(self, event: ClaimText.SpanChosen) -> None:
        """Hand it on under a name of ours."""
        event.stop()
        self.post_message(self.SpanAccepted(event.span))

    def on_reading_view_caret_moved(self, event: ReadingView.CaretMoved) -> None:
        """Tell which claim the caret came into, unless the list sent it there."""
        event.stop()
        if self._accounted:
            self.post_message(self.SentenceReached())
        expected, self._expected = self._expected, None
        if event.offset == expected or self.text.selected_span is not None:
            return
        claim_id = claim_at(self._claims, event.offset)
        if claim_id is not None and claim_id != self._current:
            self.post_message(self.ClaimReached(claim_id))
