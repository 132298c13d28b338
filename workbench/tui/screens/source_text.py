"""The archived text of a source, to read, with the quotes of evidence lit where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.language.spans import Span
from workbench.tui.keys import bindings
from workbench.tui.notices import guarded
from workbench.tui.screens.base import DeskScreen
from workbench.tui.theme import STANCES
from workbench.tui.widgets.article_text import ClaimText
from workbench.tui.widgets.key_footer import KeyFooter
from workbench.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from workbench.desk.sources.captures import QuotedEvidence


class SourceTextScreen(DeskScreen):
    """The kept copy of one source as text; n and N go from quote to quote.

    Args:
        source_id: the source; a copy of it is kept.
    """

    DEFAULT_CSS = """
    SourceTextScreen { background: $background; }
    SourceTextScreen ClaimText { height: 1fr; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        ("source.next_quote", "quote(1)"), ("source.previous_quote", "quote(-1)")
    )

    def __init__(self, source_id: int) -> None:
        super().__init__()
        self._source_id = source_id
        self._quotes: Sequence[QuotedEvidence] = ()

    @property
    def place(self) -> str:
        """The source."""
        return str(self._source_id)

    def compose(self) -> ComposeResult:
        """The text, scrolling."""
        yield TitleBar()
        yield ClaimText(id="copy")
        yield KeyFooter()

    def reload(self) -> None:
        """Read the kept copy, and light what was quoted of it."""
        captures, page = self.desk.captures, self.query_one(ClaimText)
        bar = self.query_one(TitleBar)
        bar.title = self.desk.sources.get(self._source_id).title
        text = captures.text(self._source_id)
        self._quotes = captures.quotes(self._source_id)
        bar.note = self.words("source.quotes", n=len(self._places))
        if page.text != text:
            page.load(text)
            page.focus()
        self._light()

    @property
    def _places(self) -> list[Span]:
        """Where quotes stand, in the order of the text."""
        return sorted({one.place for one in self._quotes if one.place is not None})

    def _light(self) -> None:
        colours = self.app.theme_variables
        self.query_one(ClaimText).set_highlights(
            [
                (one.place, Style(color=colours.get(STANCES[one.stance].colour), underline=True))
                for one in self._quotes
                if one.place is not None
            ]
        )

    def notify_style_update(self) -> None:
        """Light in the colours of another theme."""
        super().notify_style_update()
        if self._composed:
            self._light()

    @guarded
    def action_quote(self, by: int) -> None:
        """To the next quote (1) or the one before (-1), round the ends."""
        places, page = self._places, self.query_one(ClaimText)
        if not places:
            return
        if by > 0:
            found = next((one for one in places if one.start > page.caret), places[0])
        else:
            found = next((one for one in reversed(places) if one.start < page.caret), places[-1])
        page.show_span(Span(found.start, found.start))
