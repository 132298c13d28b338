"""A long text to read: wrapped, scrolled, lit, selected and copied by its own offsets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from workbench.language.spans import Span
from workbench.tui.rtl import words
from workbench.tui.rtl.layout import Base, Line
from workbench.tui.text.flowing import FlowingText


class ReadingView(FlowingText, can_focus=True):
    """A flowing text with a caret.

    What is selected or copied is the text itself, never what it looks like on screen.
    """

    DEFAULT_CSS = """
    ReadingView {
        & > .reading--caret { text-style: reverse; }
        & > .reading--selection { background: $primary; color: $text; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reading--caret",
        "reading--selection",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("up", "move_rows(-1)", show=False),
        Binding("down", "move_rows(1)", show=False),
        Binding("pageup", "move_pages(-1)", show=False),
        Binding("pagedown", "move_pages(1)", show=False),
        Binding("ctrl+left", "step_word(-1)", show=False),
        Binding("ctrl+right", "step_word(1)", show=False),
        Binding("home", "row_start", show=False),
        Binding("end", "row_end", show=False),
        Binding("ctrl+home", "text_start", show=False),
        Binding("ctrl+end", "text_end", show=False),
        Binding("shift+left", "step(-1, True)", show=False),
        Binding("shift+right", "step(1, True)", show=False),
        Binding("shift+up", "move_rows(-1, True)", show=False),
        Binding("shift+down", "move_rows(1, True)", show=False),
        Binding("ctrl+shift+left", "step_word(-1, True)", show=False),
        Binding("ctrl+shift+right", "step_word(1, True)", show=False),
        Binding("shift+home", "row_start(True)", show=False),
        Binding("shift+end", "row_end(True)", show=False),
        Binding("v", "mark", "Select", show=False),
        Binding("ctrl+a", "select_all", "Select all", show=False),
        Binding("escape", "clear_selection", show=False),
        Binding("y,ctrl+c", "copy", "Copy", show=False),
    ]

    caret: reactive[int] = reactive(0, init=False, repaint=False)
    """The offset of the character under the caret."""

    selected_span: reactive[Span | None] = reactive(None, init=False)
    """What is selected, by offsets of the text."""

    @dataclass
    class Clicked(Message):
        """A person clicked on a character."""

        view: ReadingView
        offset: int

        @property
        def control(self) -> ReadingView:
            """The view."""
            return self.view

    @dataclass
    class CaretMoved(Message):
        """The caret stands on another character."""

        view: ReadingView
        offset: int

        @property
        def control(self) -> ReadingView:
            """The view."""
            return self.view

    @dataclass
    class SelectionChanged(Message):
        """More, less or something else is selected."""

        view: ReadingView
        span: Span | None

        @property
        def control(self) -> ReadingView:
            """The view."""
            return self.view

    def __init__(
        self,
        text: str = "",
        *,
        base: Base = "auto",
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(text, base=base, name=name, id=id, classes=classes)
        self._anchor: int | None = None
        self._marking = False
        self._dragged: Span | None = None
        self._goal: int | None = None

    # --- what is shown ---------------------------------------------------------------------------

    def load(self, text: str, *, base: Base = "auto") -> None:
        """Show another text from its start, without highlights, hits and selection."""
        self._anchor, self._marking = None, False
        self.selected_span = None
        self.set_reactive(ReadingView.caret, 0)
        super().load(text, base=base)

    def show_span(self, span: Span) -> None:
        """Put the caret on a range and bring it on screen."""
        self.caret = span.start
        self.scroll_to_offset(span.start)

    def _draw(self, row: int, plain: Style) -> Strip:
        found = super()._draw(row, plain)
        if self.has_focus and self._layout_of_text.row(self.caret) == row:
            return self._with_caret(found, self._layout_of_text.line(row))
        return found

    def _lit(self, line: Line) -> list[tuple[Span, Style]]:
        lit = super()._lit(line)
        if self.selected_span is not None:
            style = self.get_component_rich_style("reading--selection", partial=True)
            lit.append((self.selected_span, style))
        return lit

    def _with_caret(self, found: Strip, line: Line) -> Strip:
        column = line.column(self.caret) + line.rtl
        size = max([cell.width for _, cell in line.placed() if cell.start == self.caret], default=1)
        style = self.get_component_rich_style("reading--caret", partial=True)
        under = Segment.apply_style(found.crop(column, column + size), post_style=style)
        return Strip.join([found.crop(0, column), Strip(under), found.crop(column + size)])

    # --- caret and selection ---------------------------------------------------------------------

    def _go(self, offset: int, select: bool, *, keep_goal: bool = False) -> None:
        if select or self._marking:
            if self._anchor is None:
                self._anchor = self.caret
            self.selected_span = _between(self._anchor, offset)
        else:
            self._anchor = None
            self.selected_span = None
        if not keep_goal:
            self._goal = None
        self.caret = offset
        self.scroll_to_offset(offset, centre=False)

    def select(self, span: Span | None) -> None:
        """Select a range of the text, or nothing."""
        self._anchor = span.start if span else None
        self.selected_span = span
        if span:
            self.caret = span.end

    @property
    def selected_text(self) -> str:
        """The selected part of the text."""
        return self.selected_span.of(self.text) if self.selected_span else ""

    def action_step(self, by: int, select: bool = False) -> None:
        """One character to the right (1) or left (-1), as seen."""
        self._go(self._layout_of_text.step(self.caret, by), select)

    def action_step_word(self, by: int, select: bool = False) -> None:
        """One word to the right or left."""
        line = self._layout_of_text.line(self._layout_of_text.row(self.caret))
        forward = (by > 0) != line.rtl
        pass_word = words.next_start if forward else words.previous_start
        self._go(pass_word(self.text, self.caret), select)

    def action_move_rows(self, by: int, select: bool = False) -> None:
        """Some rows down, or up."""
        layout = self._layout_of_text
        row = layout.row(self.caret)
        line = layout.line(row)
        if self._goal is None:
            self._goal = line.column(self.caret) + line.rtl
        self._go(self._offset(row + by, self._goal), select, keep_goal=True)

    def action_move_pages(self, by: int) -> None:
        """Some screens down, or up."""
        height = max(1, self.scrollable_content_region.height - 1)
        self.scroll_to(y=self.scroll_offset.y + by * height, animate=False, force=True)
        self.action_move_rows(by * height)

    def action_row_start(self, select: bool = False) -> None:
        """To the start of the row."""
        self._go(self._layout_of_text.line(self._layout_of_text.row(self.caret)).start, select)

    def action_row_end(self, select: bool = False) -> None:
        """To the end of the row."""
        line = self._layout_of_text.line(self._layout_of_text.row(self.caret))
        self._go(line.last_offset, select)

    def action_text_start(self) -> None:
        """To the start of the text."""
        self._go(0, False)

    def action_text_end(self) -> None:
        """To the end of the text."""
        self._go(len(self.text), False)

    def action_mark(self) -> None:
        """Start or end selecting with the plain arrow keys."""
        self._marking = not self._marking
        self._anchor = self.caret if self._marking else self._anchor

    def action_select_all(self) -> None:
        """Select the whole text."""
        self.select(Span(0, len(self.text)))

    def action_clear_selection(self) -> None:
        """Select nothing; if nothing is selected, the key is somebody else's."""
        if self.selected_span is None and not self._marking:
            raise SkipAction
        self._marking = False
        self.select(None)

    def action_copy(self) -> None:
        """Copy what is selected; if nothing is, the key is somebody else's."""
        if not self.selected_span:
            raise SkipAction
        self.app.copy_to_clipboard(self.selected_text)

    def watch_caret(self, old: int, new: int) -> None:
        """Draw the caret at its new place."""
        if self.size:
            for offset in (old, new):
                self._refresh_span(Span(offset, offset))
        self.post_message(self.CaretMoved(self, self.caret))

    def watch_selected_span(self, span: Span | None) -> None:
        """Draw the selection."""
        self.refresh()
        self.post_message(self.SelectionChanged(self, span))

    # --- mouse -----------------------------------------------------------------------------------

    def _offset(self, row: int, column: int) -> int:
        """The character at a place in the virtual text, the caret's spare column taken off."""
        layout = self._layout_of_text
        try:
            line = layout.line(max(0, row))
        except IndexError:
            return len(self.text)
        return line.offset(column - line.rtl) if row >= 0 else 0

    def offset_at(self, x: int, y: int) -> int:
        """The character at a place of the view's content, as events give it."""
        return self._offset(y + self.scroll_offset.y, x)

    def _cell_at(self, x: int, y: int) -> Span:
        offset = self.offset_at(x, y)
        line = self._layout_of_text.line(self._layout_of_text.row(offset))
        return Span(offset, max(offset, line.end_of(offset)))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the caret there; a drag selects from here."""
        if event.button != 1:
            return
        place = event.get_content_offset_capture(self)
        self._marking = False
        cell = self._cell_at(place.x, place.y)
        if event.shift:
            self._go(cell.start, True)
            return
        self._dragged = cell
        self._go(cell.start, False)
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select while the button is held, the cell under the pointer included."""
        if self._dragged is None:
            return
        place = event.get_content_offset_capture(self)
        here = self._cell_at(place.x, place.y)
        if here == self._dragged and self.selected_span is None:
            return
        start, end = min(self._dragged.start, here.start), max(self._dragged.end, here.end)
        self._anchor = self._dragged.start
        self.selected_span = Span(start, end)
        self.caret = here.start
        self.scroll_to_offset(here.start, centre=False)

    def on_mouse_up(self) -> None:
        """End a drag."""
        if self._dragged is not None:
            self._dragged = None
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """A click tells where; a double one selects the word, a triple one the paragraph."""
        place = event.get_content_offset_capture(self)
        offset = self.offset_at(place.x, place.y)
        if event.chain == 2:
            found = words.around(self.text, offset)
            self.select(Span(*found) if found else None)
        elif event.chain == 3:
            self.select(_paragraph_at(self.text, offset))
        elif self.selected_span is None:
            self.post_message(self.Clicked(self, offset))


def _between(one: int, other: int) -> Span | None:
    return None if one == other else Span(min(one, other), max(one, other))


def _paragraph_at(text: str, offset: int) -> Span:
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return Span(start, len(text) if end < 0 else end)
