"""The sources on file."""

from __future__ import annotations

import webbrowser
from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import urlsplit

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.desk.views import SourceView
from workbench.language.visible import visible
from workbench.tui.dialogs.choose import ChooseDialog
from workbench.tui.dialogs.source import NewSource, SourceDialog, known_source
from workbench.tui.keys import bindings
from workbench.tui.notices import guarded, tell
from workbench.tui.screens.base import DeskScreen
from workbench.tui.screens.claim_acts import add_source
from workbench.tui.widgets.choice_list import Choice
from workbench.tui.widgets.document import Block, Document
from workbench.tui.widgets.key_footer import KeyFooter
from workbench.tui.widgets.paragraph import Paragraph
from workbench.tui.widgets.source_list import SourceList
from workbench.tui.widgets.title_bar import TitleBar
from workbench.tui.words import Words


class SourcesScreen(DeskScreen):
    """Sources above, the one under the cursor below."""

    DEFAULT_CSS = """
    SourcesScreen { background: $background; }
    SourcesScreen SourceList { height: 1fr; border-bottom: solid $panel; }
    SourcesScreen Document { height: 1fr; }
    SourcesScreen #none { padding: 1 2; display: none; height: 1fr; }
    SourcesScreen.-empty #none { display: block; }
    SourcesScreen.-empty SourceList, SourcesScreen.-empty Document { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        ("source.new", "new"),
        ("source.edit", "edit"),
        ("source.visit", "visit"),
        ("list.copy", "copy"),
    )

    def __init__(self, source_id: int | None = None) -> None:
        super().__init__()
        self._begin_on = source_id

    @property
    def place(self) -> str:
        """All sources, or one to begin on."""
        return str(self._begin_on or "")

    def compose(self) -> ComposeResult:
        """The list, the source, and what to do when there is none."""
        yield TitleBar()
        yield SourceList(id="sources")
        yield Document(id="source")
        yield Paragraph(self.words("sources.empty"), id="none")
        yield KeyFooter()

    def reload(self) -> None:
        """List the sources again."""
        sources = self.desk.sources.list()
        bar = self.query_one(TitleBar)
        bar.title = self.words("sources.title")
        bar.note = self.words("count.sources", n=len(sources))
        self.set_class(not sources, "-empty")
        shown = self.query_one(SourceList)
        shown.show_sources(sources)
        begin, self._begin_on = self._begin_on, None
        if begin is not None:
            shown.go_to(begin)
        if self.focused is None and sources:
            self.query_one(SourceList).focus()

    @on(SourceList.Moved, "#sources")
    def _show(self) -> None:
        source = self.query_one(SourceList).source
        self.query_one(Document).show(source_blocks(source, self.words) if source else ())
        self.refresh_bindings()

    @on(SourceList.Opened, "#sources")
    def _open(self) -> None:
        self.action_edit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing to edit or copy in an empty list."""
        found = self.query(SourceList)
        there = bool(found) and found.first().source is not None
        return there if action in ("edit", "copy", "visit") else True

    @work
    @guarded
    async def action_new(self) -> None:
        """Describe a new source."""

        def commit(source: NewSource) -> None:
            add_source(self.desk, source)

        if await self.app.push_screen_wait(SourceDialog(commit=commit)):
            self.changed()

    @work
    @guarded
    async def action_edit(self) -> None:
        """Correct a source."""
        source = self.query_one(SourceList).source
        if source is None:
            return

        def commit(new: NewSource) -> None:
            self.desk.sources.edit(
                source.id,
                title=new.title,
                url=new.url,
                publisher=new.publisher,
                published=new.published,
                kind=new.kind,
                origin=new.origin,
                note=new.note,
            )

        if await self.app.push_screen_wait(SourceDialog(known_source(source), commit=commit)):
            self.changed()

    @work
    @guarded
    async def action_visit(self) -> None:
        """Open the address in the person's browser, once she has seen where it goes."""
        source = self.query_one(SourceList).source
        if source is None:
            return
        url = source.url.strip()
        if not web_address(url):
            tell(self, self.words("visit.not_web"), severity="warning")
            return
        choices = [Choice("open", self.words("visit.open"))]
        dialog = ChooseDialog("visit.heading", choices, chosen="open", about=url)
        if await self.app.push_screen_wait(dialog):
            webbrowser.open(url)

    def action_copy(self) -> None:
        """Copy title and address."""
        source = self.query_one(SourceList).source
        if source is not None:
            self.app.copy_to_clipboard(f"{source.title}\n{source.url}".strip())


def web_address(url: str) -> bool:
    """Whether a browser may be sent there: http or https, a host, and nothing invisible in it."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and visible(url) == url
    except ValueError:
        return False


def source_blocks(source: SourceView, words: Words) -> Iterator[Block]:
    """All that is known of a source."""
    yield Block(source.title, "strong", words("source.title"))
    fields = (
        ("source.url", source.url),
        ("source.publisher", source.publisher),
        ("source.published", source.published),
        ("source.kind", words.record(f"source_kind.{source.kind}")),
        ("source.origin", source.origin),
        ("source.note", source.note),
        ("link.accessed", source.accessed),
    )
    for name, text in fields:
        if text:
            yield Block(text, "body", words(name))
    yield Block(words("claims.evidence", n=source.evidence), "dim")
