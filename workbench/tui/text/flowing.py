"""A text that flows down a scrolling view: wrapped to its width, laid out as it is needed, lit."""

from __future__ import annotations

from time import perf_counter

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.language.spans import Span
from workbench.tui.rtl.layout import Base, Layout, Line
from workbench.tui.text.growing import grow
from workbench.tui.text.render import Highlights, order_now, own, strip

FEW = 12
"""Ranges lit otherwise than before, up to which only their rows are drawn again."""
_SLICE = 0.008
"""Seconds of laying out between two looks at what else is to do."""


class FlowingText(ScrollView):
    """Shows one text; only the rows on screen are laid out before the first paint.

    Offsets are code points of the text as it was given.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    FlowingText {
        scrollbar-gutter: stable;
        overflow-x: hidden;
        overflow-y: auto;
    }
    """

    laid_out: reactive[int] = reactive(0, repaint=False)
    """Goes up whenever rows may have come to stand elsewhere, for what stands beside them."""

    def __init__(
        self,
        text: str = "",
        *,
        base: Base = "auto",
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._base = base
        self._layout_of_text = Layout(text, 1, base=base)
        self._highlights: Highlights = ()
        self._awaited: int | None = None

    @property
    def text(self) -> str:
        """The text as it was given."""
        return self._layout_of_text.text

    @property
    def fully_laid_out(self) -> bool:
        """Whether the number of rows is exact and not an estimate any more."""
        return self._layout_of_text.complete

    @property
    def row_count(self) -> int:
        """Rows of the whole text at this width."""
        return self._layout_of_text.height

    def row_of(self, offset: int) -> int:
        """The row of the whole text that shows the character at ``offset``."""
        return self._layout_of_text.row(offset)

    @property
    def visible_span(self) -> Span:
        """The part of the text that is on screen."""
        layout, top = self._layout_of_text, self.scroll_offset.y
        bottom = top + max(1, self.scrollable_content_region.height)
        last = layout.line(bottom).start if layout.line_exists(bottom) else len(self.text)
        return Span(layout.line(top).start if layout.line_exists(top) else 0, last)

    # --- what is shown ---------------------------------------------------------------------------

    def load(self, text: str, *, base: Base = "auto") -> None:
        """Show another text from its start, without highlights."""
        self._base = base
        self._highlights = ()
        self._awaited = None
        self._lay_out(text)
        self.scroll_to(y=0, animate=False)

    def set_highlights(self, highlights: Highlights) -> None:
        """Light ranges of the text; where they overlap, later ones win."""
        before, self._highlights = self._highlights, list(highlights)
        changed = [span for span, _ in set(before) ^ set(self._highlights)]
        if self.size and len(changed) <= FEW:
            for span in changed:
                self._refresh_span(span)
        else:
            self.refresh()

    def _refresh_span(self, span: Span) -> None:
        """Draw again the rows of a range that are in sight."""
        sight = self.visible_span
        start, end = max(span.start, sight.start), min(span.end, sight.end)
        if start <= end:
            first, last = self.row_of(start), self.row_of(max(start, end - 1))
            self.refresh_lines(first, last - first + 1)

    def scroll_to_offset(self, offset: int, *, centre: bool = True) -> None:
        """Bring the character at ``offset`` on screen, if it is not there already."""
        if not self.size:
            self._awaited = offset
            return
        row = self._layout_of_text.row(offset)
        self._grow()
        height = self.scrollable_content_region.height
        top = self.scroll_offset.y
        if not top <= row < top + height:
            lead = height // 3 if centre else (0 if row < top else height - 1)
            self.scroll_to(y=max(0, row - lead), animate=False, force=True)

    # --- layout ----------------------------------------------------------------------------------

    def _room(self) -> int:
        """Columns for text: one is kept for a caret behind a full row."""
        return max(1, self.scrollable_content_region.width - 1)

    def _lay_out(self, text: str) -> None:
        self._layout_of_text = Layout(text, self._room(), base=self._base, order=order_now())
        if self.size:
            self._grow()
            self.call_after_refresh(self._lay_out_more, self._layout_of_text)
        self.laid_out += 1
        self.refresh()

    def _lay_out_more(self, layout: Layout) -> None:
        """Lay out the rest a few milliseconds at a time, so that keys are never waited for."""
        if layout is not self._layout_of_text:
            return
        started = perf_counter()
        while perf_counter() - started < _SLICE and layout.advance():
            pass
        if layout.complete:
            self._grow()
        else:
            self.set_timer(0.001, lambda: self._lay_out_more(layout))

    def _grow(self) -> None:
        height = self._layout_of_text.height
        grow(self, Size(self.scrollable_content_region.width, height))
        self.laid_out += 1

    def on_resize(self) -> None:
        """Wrap again, with the same text at the top."""
        layout = self._layout_of_text
        if layout.width == self._room() and self._awaited is None:
            return
        top = self.scroll_offset.y
        first = layout.line(top).start if top else 0
        self._lay_out(self.text)
        if self._awaited is not None:
            offset, self._awaited = self._awaited, None
            self.scroll_to_offset(offset)
        else:
            row = self._layout_of_text.row(first)
            self._grow()
            self.scroll_to(y=row, animate=False, force=True)

    def on_mount(self) -> None:
        """Lay out what the view was made with."""
        if self.size:
            self._lay_out(self.text)

    # --- drawing ---------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One row on screen."""
        width, plain = self.scrollable_content_region.width, self.rich_style
        row, layout = y + self.scroll_offset.y, self._layout_of_text
        if layout.width < min(2, self._room()) or not layout.line_exists(row):
            return Strip.blank(width, plain)  # laid out before there was room, or at its end
        return self._draw(row, plain).crop_extend(0, width, plain)

    def _draw(self, row: int, plain: Style) -> Strip:
        """A row and the spare column behind its end."""
        line = self._layout_of_text.line(row)
        found = strip(line, plain, self._lit(line))
        blank = Strip([Segment(" ", own(plain))], 1)
        return Strip.join([blank, found] if line.rtl else [found, blank])

    def _lit(self, line: Line) -> list[tuple[Span, Style]]:
        return [
            (span, style)
            for span, style in self._highlights
            if span.start < line.end and line.start < span.end
        ]
