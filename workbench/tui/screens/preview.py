"""The report as it will be, to be read before it is written to a file."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.tui import dialogs, drawing, markdown
from workbench.tui.exporting import Scope, formats, render_report, write
from workbench.tui.keys import bindings
from workbench.tui.notices import guarded, tell
from workbench.tui.screens.base import DeskScreen
from workbench.tui.widgets.article_text import ClaimText
from workbench.tui.widgets.key_footer import KeyFooter
from workbench.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from workbench.tui.dialogs.export import Export

LANGUAGES = ("ar", "en")
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f"))
"""What holds names together in a document's line; the desk would show each as a visible sign."""


class PreviewScreen(DeskScreen):
    """The report in plain words, in either language; from here it goes into any format.

    Args:
        scope: what it is of.
        what: the same in words.
    """

    DEFAULT_CSS = """
    PreviewScreen { background: $background; }
    PreviewScreen ClaimText { height: 1fr; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        ("preview.export", "export"), ("preview.language", "language")
    )

    def __init__(self, scope: Scope, what: str) -> None:
        super().__init__()
        self._scope = scope
        self._what = what
        self._language = ""

    def compose(self) -> ComposeResult:
        """The report, scrolling."""
        yield TitleBar()
        yield ClaimText(id="report")
        yield KeyFooter()

    def reload(self) -> None:
        """Write it anew, in a thread."""
        self._language = self._language or self.words.language
        bar = self.query_one(TitleBar)
        bar.title = drawing.DOT.join((self.words("preview.title"), self._what))
        bar.note = self.words("preview.working")
        self.query_one(ClaimText).focus()
        self._write()

    @work(exclusive=True, group="listing")
    @guarded
    async def _write(self) -> None:
        language = self._language
        data = await to_thread(render_report, self.desk, self._scope, "markdown", language)
        if not self.is_there:
            return
        text = data.decode().translate(_MARKS)
        page = self.query_one(ClaimText)
        if page.text != text:
            page.load(text)
            page.set_highlights([(span, self._styles[part]) for span, part in markdown.parts(text)])
        self.query_one(TitleBar).note = language

    @property
    def _styles(self) -> dict[markdown.Part, Style]:
        colours = self.app.theme_variables
        return {
            "heading": Style(color=colours.get("primary"), bold=True),
            "strong": Style(bold=True),
            "quote": Style(italic=True),
            "mark": Style(color=colours.get("muted"), bold=False),
        }

    def action_language(self) -> None:
        """The report in the other language."""
        self._language = next(one for one in LANGUAGES if one != self._language)
        self.changed()

    @work
    @guarded
    async def action_export(self) -> None:
        """Choose a format, and write the file."""
        language = self._language

        def commit(export: Export) -> None:
            write(self.desk, self._scope, export.format, export.path, language)

        await export_report(self, self._what, _stem(self._scope), commit)


def _stem(scope: Scope) -> str:
    return f"report-{scope.article_id}" if scope.article_id else "report"


async def export_report(
    screen: DeskScreen, what: str, stem: str, commit: Callable[[Export], object]
) -> None:
    """Put the dialog, and say where the file is."""
    dialog = dialogs.ExportDialog(what, formats(), stem=stem, commit=commit)
    done = await screen.app.push_screen_wait(dialog)
    if done is not None:
        tell(screen, screen.words("done.exported", path=str(done.path)))
