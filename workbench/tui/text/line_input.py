"""One line to edit: value, selection and clipboard logical; drawing, arrows and mouse visual."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widgets import Input
from textual.widgets.input import Selection

from workbench.language.spans import Span
from workbench.tui.rtl.layout import Line, direction, one_line
from workbench.tui.rtl.words import word_start
from workbench.tui.text.render import Highlights, order_now, strip


class BidiInput(Input):
    """Textual's input for text in any direction; messages and attributes are the same."""

    _WORD_START = word_start()

    @property
    def _shown(self) -> str:
        return "•" * len(self.value) if self.password else self.value

    def _line(self, text: str) -> Line:
        """The text on one row as wide as the input, or wider; one column is the caret's."""
        base = direction(text or self.placeholder, self._usual_base)
        line = one_line(text, base=base, order=order_now())
        return replace(line, room=max(line.width + 1, self.scrollable_content_region.width) - 1)

    @property
    def _usual_base(self) -> Literal["ltr", "rtl"]:
        """Where no letter stands yet, one begins to write as the app's own language is written."""
        return "rtl" if getattr(self.app, "reads_rtl", False) else "ltr"

    def _column(self, line: Line, offset: int) -> int:
        """Where the caret is drawn for ``offset``; the spare column is at the row's end."""
        return line.column(offset) + line.rtl

    # --- Textual's own questions, answered in visual columns -------------------------------------

    def _position_to_cell(self, position: int) -> int:
        return self._column(self._line(self._shown), position)

    @property
    def _cursor_offset(self) -> int:
        return self._position_to_cell(self.cursor_position)

    @property
    def content_width(self) -> int:
        """Columns of the value and the caret behind it."""
        return one_line(self._shown or self.placeholder).width + 1

    def _cell_offset_to_index(self, offset: int) -> int:
        line = self._line(self._shown)
        return line.offset(offset + self.scroll_offset.x - line.rtl)

    def _watch_value(self, value: str) -> None:
        super()._watch_value(value)
        self.virtual_size = Size(self._line(self._shown).room + 1, 1)

    # --- drawing ---------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """The one row."""
        width = self.scrollable_content_region.width
        if y != 0:
            return Strip.blank(width, self.rich_style)
        text, lit = self._text_and_styles()
        line = self._line(text)
        found = strip(line, "", lit)
        blank = Strip([Segment(" ")], 1)
        found = Strip.join([blank, found] if line.rtl else [found, blank])
        if self.has_focus and self._cursor_visible:
            found = self._with_cursor(found, line)
        start = self.scroll_offset.x
        return found.crop_extend(start, start + width, None).apply_style(self.rich_style)

    def _text_and_styles(self) -> tuple[str, Highlights]:
        if not self.value:
            style = self.get_component_rich_style("input--placeholder")
            return self.placeholder, [(Span(0, len(self.placeholder)), style)]
        text, lit = self._shown, []
        if self.has_focus and len(self._suggestion) > len(text):
            style = self.get_component_rich_style("input--suggestion")
            lit.append((Span(len(text), len(self._suggestion)), style))
            text += self._suggestion[len(text) :]
        if self.has_focus and not self.selection.is_empty:
            style = self.get_component_rich_style("input--selection")
            lit.append((Span(*sorted(self.selection)), style))
        return text, lit

    def _with_cursor(self, found: Strip, line: Line) -> Strip:
        offset = self.cursor_position
        column = self._column(line, offset)
        size = max([cell.width for _, cell in line.placed() if cell.start == offset], default=1)
        style = self.get_component_rich_style("input--cursor")
        under = Segment.apply_style(found.crop(column, column + size), post_style=style)
        return Strip.join([found.crop(0, column), Strip(under), found.crop(column + size)])

    # --- moving ----------------------------------------------------------------------------------

    def action_cursor_left(self, select: bool = False) -> None:
        """One character to the left, as seen."""
        self._step(-1, select)

    def action_cursor_right(self, select: bool = False) -> None:
        """One character to the right, as seen; at the value's end the suggestion is accepted."""
        forward = -1 if self._line(self._shown).rtl else 1
        if forward == 1 and not select and self._accept():
            return
        self._step(1, select)

    def _accept(self) -> bool:
        if self.cursor_at_end and self._suggestion:
            self.value = self._suggestion
            self.cursor_position = len(self.value)
            return True
        return False

    def _step(self, by: int, select: bool) -> None:
        line = self._line(self._shown)
        start, end = self.selection
        if not select and not self.selection.is_empty:
            forward = (by > 0) != line.rtl
            self.cursor_position = max(start, end) if forward else min(start, end)
            return
        if by < 0 and line.rtl and not select and self._accept():
            return
        found = line.step(end, by)
        if found is not None:
            self.selection = Selection(start if select else found, found)

    def action_cursor_left_word(self, select: bool = False) -> None:
        """One word to the left, as seen."""
        if self._line(self._shown).rtl:
            super().action_cursor_right_word(select)
        else:
            super().action_cursor_left_word(select)

    def action_cursor_right_word(self, select: bool = False) -> None:
        """One word to the right, as seen."""
        if self._line(self._shown).rtl:
            super().action_cursor_left_word(select)
        else:
            super().action_cursor_right_word(select)

    def action_delete_right(self) -> None:
        """Delete what the caret stands on: a letter with its marks."""
        if not self.selection.is_empty:
            self.delete_selection()
            return
        start = self.cursor_position
        self.delete(start, max(start, self._line(self._shown).end_of(start)))
