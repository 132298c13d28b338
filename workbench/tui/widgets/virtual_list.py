"""A list that shows ten rows or a million alike: it holds ids and fetches what is in sight."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.errors import WorkbenchError
from workbench.tui.keys import bind, bindings
from workbench.tui.notices import tell_error
from workbench.tui.text.growing import grow
from workbench.tui.widgets.page_cache import PageCache

Row = TypeVar("Row")
DRAWN = 1000
"""Rows whose drawing is kept: some screens, so that a move draws two rows and not all."""


class VirtualList(ScrollView, Generic[Row], can_focus=True):
    """Rows of fixed height, one of them under the cursor, some of them marked.

    A subclass says how a row is fetched and drawn; see `fetch` and `draw`.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"list--row", "list--cursor", "list--mark"}
    DEFAULT_CSS = """
    VirtualList {
        background: $background;
        color: $foreground;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        & > .list--row { background: $background; color: $foreground; }
        & > .list--cursor { background: $cursor-blurred; color: $foreground; }
        & > .list--mark { color: $accent; text-style: bold; }
        &:focus > .list--cursor { background: $cursor; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            ("list.down", "move(1)"),
            ("list.up", "move(-1)"),
            ("list.page_down", "move_page(1)"),
            ("list.page_up", "move_page(-1)"),
            ("list.first", "first"),
            ("list.last", "last"),
            show=False,
        ),
        bind("list.open", "open"),
    ]

    cursor: reactive[int] = reactive(0, always_update=True, repaint=False)
    row_height: reactive[int] = reactive(1)

    class Moved(Message):
        """The cursor came to another row, or the row under it changed."""

        def __init__(self, source: VirtualList[Any], row_id: int | None) -> None:
            super().__init__()
            self.source = source
            self.row_id = row_id

        @property
        def control(self) -> VirtualList[Any]:
            """The list."""
            return self.source

    class Opened(Moved):
        """The person pressed enter or clicked twice on a row."""

    class Marked(Moved):
        """A mark was set or taken away."""

    class Passed(Moved):
        """The person would move on, past the last row or before the first."""

    def __init__(self, *, id: str | None = None, row_height: int = 1) -> None:
        super().__init__(id=id)
        self.set_reactive(VirtualList.row_height, row_height)
        self._rows: PageCache[Row] = PageCache(self._fetch_page)
        self._marked: dict[int, None] = {}
        self._drawn: dict[tuple[int, int, bool, bool], Sequence[Strip]] = {}

    def fetch(self, ids: Sequence[int]) -> Sequence[Row]:
        """The rows of ``ids``, in that order."""
        raise NotImplementedError

    def _fetch_page(self, ids: Sequence[int]) -> Sequence[Row]:
        try:
            return self.fetch(ids)
        except WorkbenchError as error:
            tell_error(self, error)
            return ()

    def draw(self, row: Row, width: int, *, marked: bool, current: bool) -> Sequence[Strip]:
        """The row as ``row_height`` strips of ``width`` cells."""
        raise NotImplementedError

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def ids(self) -> Sequence[int]:
        """The ids of all rows, in order."""
        return self._rows.ids

    @property
    def current_id(self) -> int | None:
        """The id under the cursor, or ``None`` in an empty list."""
        return self._rows.ids[self.cursor] if self.cursor < len(self) else None

    @property
    def marked(self) -> list[int]:
        """The ids that the person marked, in the order of marking."""
        return list(self._marked)

    def show(self, ids: Sequence[int], *, keep: int | None = None) -> None:
        """Show other rows; the cursor stays on ``keep`` or the current id, or else in its place."""
        wanted = self.current_id if keep is None else keep
        self._drawn.clear()
        self._rows.reset(ids)
        present = set(ids) if self._marked else set()
        self._marked = {one: None for one in self._marked if one in present}
        self._measure()
        self.cursor = self._index(wanted, ids)
        self.refresh()

    def _index(self, wanted: int | None, ids: Sequence[int]) -> int:
        place = min(self.cursor, max(0, len(ids) - 1))
        if wanted is None or (place < len(ids) and ids[place] == wanted):
            return place
        try:
            return (ids if isinstance(ids, list | array) else list(ids)).index(wanted)
        except ValueError:
            return place

    def go_to(self, row_id: int) -> bool:
        """Put the cursor on an id; ``False`` where the list does not hold it."""
        if row_id not in self._rows.ids:
            return False
        self.cursor = self._index(row_id, self._rows.ids)
        return True

    def go_to_index(self, index: int) -> None:
        """Put the cursor on the row at ``index``, or the nearest there is."""
        self.cursor = index

    def row_at(self, index: int) -> Row | None:
        """The row at an index."""
        return self._rows.row(index)

    def clear_marks(self) -> None:
        """Take all marks away."""
        self._marked.clear()
        self.refresh()
        self.post_message(self.Marked(self, self.current_id))

    def _measure(self) -> None:
        grow(self, Size(self.size.width, len(self) * self.row_height))

    def validate_cursor(self, cursor: int) -> int:
        """Stay inside the list."""
        return max(0, min(cursor, len(self) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Bring the row into sight and tell the screen."""
        self._refresh_row(old)
        self._refresh_row(new)
        height = self.row_height
        if self.is_mounted:
            self.scroll_to_region(
                Region(0, new * height, max(1, self.size.width), height), animate=False, force=True
            )
        self.post_message(self.Moved(self, self.current_id))

    def watch_row_height(self) -> None:
        """Make room for taller rows."""
        self._drawn.clear()
        self._measure()
        self.refresh()

    def _refresh_row(self, index: int) -> None:
        self.refresh_lines(index * self.row_height, self.row_height)

    def on_resize(self) -> None:
        """Take the new width and keep the cursor in sight."""
        self._measure()
        self.refresh()
        self.call_after_refresh(
            self.scroll_to_region,
            Region(0, self.cursor * self.row_height, 1, self.row_height),
            animate=False,
            force=True,
        )

    def render_line(self, y: int) -> Strip:
        """One line of what is in sight."""
        width = self.size.width
        style = self.get_component_rich_style("list--row")
        index, line = divmod(y + self.scroll_offset.y, self.row_height)
        row = self._rows.row(index) if index < len(self) else None
        if row is None:
            return Strip.blank(width, style)
        current = index == self.cursor
        strips = self._strips(index, row, width, current=current)
        strip = strips[line] if line < len(strips) else Strip.blank(width, style)
        if current:
            style = self.get_component_rich_style("list--cursor")
        return strip.apply_style(style).extend_cell_length(width, style).crop(0, width)

    def _strips(self, index: int, row: Row, width: int, *, current: bool) -> Sequence[Strip]:
        """The row as drawn; kept, for each of its lines is asked for alone."""
        key = (index, width, self._rows.ids[index] in self._marked, current)
        strips = self._drawn.get(key)
        if strips is None:
            if len(self._drawn) > DRAWN:
                self._drawn.clear()
            strips = self._drawn[key] = self.draw(row, width, marked=key[2], current=current)
        return strips

    def notify_style_update(self) -> None:
        """Draw in the colours of another theme."""
        super().notify_style_update()
        self._drawn.clear()

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        before = self.cursor
        self.cursor += by
        if self.cursor == before:
            self.post_message(self.Passed(self, self.current_id))

    def action_move_page(self, by: int) -> None:
        """Move the cursor by what is in sight."""
        self.cursor += by * max(1, self.size.height // self.row_height - 1)

    def action_first(self) -> None:
        """Go to the first row."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the last row."""
        self.cursor = len(self) - 1

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if self.current_id is not None:
            self.post_message(self.Opened(self, self.current_id))

    def action_mark(self) -> None:
        """Mark or unmark the row under the cursor and go on to the next."""
        row_id = self.current_id
        if row_id is None:
            return
        if row_id in self._marked:
            del self._marked[row_id]
        else:
            self._marked[row_id] = None
        self.post_message(self.Marked(self, row_id))
        self.cursor += 1

    def on_click(self, event: events.Click) -> None:
        """Take the cursor to where the mouse was pressed; twice opens."""
        index = (event.y + self.scroll_offset.y) // self.row_height
        if index >= len(self):
            return
        self.cursor = index
        if event.chain > 1:
            self.action_open()
