"""Several lines to edit: text, selection and clipboard logical; rows, arrows and mouse visual."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rich.style import Style
from textual.events import MouseEvent
from textual.strip import Strip
from textual.widgets import TextArea

from workbench.language.spans import Span
from workbench.tui.rtl.layout import Line, direction, one_line
from workbench.tui.text.render import Highlights, order_now, strip


@dataclass(frozen=True, slots=True)
class _Row:
    """One row on screen: which paragraph, where in it the row begins, and what it shows."""

    paragraph: int
    start: int
    text: str
    whole: str


class BidiTextArea(TextArea):
    """Textual's text area for text in any direction; messages and attributes are the same.

    A paragraph that begins right-to-left stands at the right edge, on every row that it takes.
    """

    def _on_resize(self) -> None:
        """Draw all rows anew: Textual wraps the text anew only after the rows that it had, and goes
        on showing those; words are missing then, or stand twice."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row, ordered; a row of plain left-to-right text is Textual's own."""
        drawn = super().render_line(y)
        row = self._row(y + self.scroll_offset.y)
        if row is None or (row.text.isascii() and direction(row.whole) == "ltr"):
            return drawn
        lit = _styles(drawn, len(row.text) + 1)
        found = strip(self._line(row, drawn.cell_length), _last_style(drawn), lit)
        return found.apply_style(self.rich_style)

    def _line(self, row: _Row, width: int) -> Line:
        """The row laid out; one blank behind it is the caret's."""
        line = one_line(row.text + " ", base=direction(row.whole), order=order_now())
        return replace(line, room=max(line.width, width))

    def _row(self, y: int) -> _Row | None:
        places = self.wrapped_document._offset_to_line_info
        if not 0 <= y < len(places):
            return None
        paragraph, section = places[y]
        whole = self.document.get_line(paragraph)
        breaks = [0, *self.wrapped_document.get_offsets(paragraph), len(whole)]
        start = breaks[section]
        return _Row(paragraph, start, whole[start : breaks[section + 1]], whole)

    def get_target_document_location(self, event: MouseEvent) -> tuple[int, int]:
        """The character under the mouse, where it is seen."""
        place = event.get_content_offset_capture(self)
        row = self._row(place.y + self.scroll_offset.y)
        if row is None or direction(row.whole) == "ltr":
            return super().get_target_document_location(event)
        line = self._line(row, self.scrollable_content_region.width)
        return row.paragraph, row.start + min(len(row.text), line.offset(place.x))

    @property
    def _rtl_here(self) -> bool:
        return direction(self.document.get_line(self.cursor_location[0])) == "rtl"

    def action_cursor_left(self, select: bool = False) -> None:
        """One character to the left, as seen."""
        if self._rtl_here:
            super().action_cursor_right(select)
        else:
            super().action_cursor_left(select)

    def action_cursor_right(self, select: bool = False) -> None:
        """One character to the right, as seen."""
        if self._rtl_here:
            super().action_cursor_left(select)
        else:
            super().action_cursor_right(select)

    def action_cursor_word_left(self, select: bool = False) -> None:
        """One word to the left, as seen."""
        if self._rtl_here:
            super().action_cursor_word_right(select)
        else:
            super().action_cursor_word_left(select)

    def action_cursor_word_right(self, select: bool = False) -> None:
        """One word to the right, as seen."""
        if self._rtl_here:
            super().action_cursor_word_left(select)
        else:
            super().action_cursor_word_right(select)


def _styles(drawn: Strip, end: int) -> Highlights:
    """The styles that Textual gave the characters: cursor, selection."""
    lit: list[tuple[Span, Style]] = []
    place = 0
    for text, style, _ in drawn:
        span = Span(place, min(end, place + len(text)))
        if style is not None and span.start < span.end:
            lit.append((span, style))
        place += len(text)
    return lit


def _last_style(drawn: Strip) -> Style:
    """Of what fills the row behind its text."""
    styles = [style for _, style, _ in drawn if style is not None]
    return styles[-1] if styles else Style()
