"""What an import did, or would do, as a page; after a trial the same file is put on file here."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.tui import drawing
from workbench.tui.importing import Taken, told
from workbench.tui.keys import bindings
from workbench.tui.panes import imported
from workbench.tui.screens.base import DeskScreen
from workbench.tui.widgets.document import Document
from workbench.tui.widgets.key_footer import KeyFooter
from workbench.tui.widgets.title_bar import TitleBar


class ImportedScreen(DeskScreen):
    """The outcome of an import, row by row.

    Args:
        taken: the outcome.
        file: its name.
        again: does the same for real, where this was a trial.
    """

    DEFAULT_CSS = """
    ImportedScreen { background: $background; }
    ImportedScreen Document { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(("imported.take", "take"))

    def __init__(self, taken: Taken, file: str, again: Callable[[], object] | None) -> None:
        super().__init__()
        self._taken = taken
        self._file = file
        self._again = again

    def compose(self) -> ComposeResult:
        """The page."""
        yield TitleBar()
        yield Document(id="imported")
        yield KeyFooter()

    def reload(self) -> None:
        """It says what was when the import ended; later changes are not its matter."""
        report = self._taken.report
        if report is None:
            return
        bar = self.query_one(TitleBar)
        bar.title = drawing.DOT.join((self.words("imported.title"), self._file))
        bar.note = told(self._taken, self.words)
        page = self.query_one(Document)
        page.show(imported.blocks(report, self.words, self._taken.rejects))
        page.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Putting on file is there after a trial only."""
        return self._again is not None if action == "take" else True

    def action_take(self) -> None:
        """Put on file what was tried."""
        if self._again is not None:
            self.dismiss()
            self._again()
