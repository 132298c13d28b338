"""The journal of the whole desk: what was done, by whom and why; undo and redo work on it."""

from __future__ import annotations

from asyncio import to_thread
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.desk.views import HistoryEntry
from workbench.tui.keys import bind
from workbench.tui.notices import guarded
from workbench.tui.panes import history
from workbench.tui.screens.base import DeskScreen
from workbench.tui.widgets.document import Document
from workbench.tui.widgets.key_footer import KeyFooter
from workbench.tui.widgets.title_bar import TitleBar

LATEST = 200
"""Entries that are shown; `workbench history --limit` has those before."""


class JournalScreen(DeskScreen):
    """The latest entries, newest first, each with what it changed."""

    DEFAULT_CSS = """
    JournalScreen { background: $background; }
    JournalScreen Document { height: 1fr; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [bind("desk.redo", "app.redo")]

    def compose(self) -> ComposeResult:
        """The page."""
        yield TitleBar()
        yield Document(id="journal")
        yield KeyFooter()

    def reload(self) -> None:
        """Read the latest again, in a thread: many fields may have changed."""
        self.query_one(TitleBar).title = self.words("journal.title")
        self._read()

    @work(exclusive=True, group="listing")
    @guarded
    async def _read(self) -> None:
        entries = await to_thread(self.desk.history, LATEST)
        if self.is_there:
            self._show(entries)

    def _show(self, entries: list[HistoryEntry]) -> None:
        self.query_one(TitleBar).note = self.words("count.entries", n=len(entries))
        page = self.query_one(Document)
        page.show(history.blocks(entries, self.words))
        if self.focused is None:
            page.focus()
