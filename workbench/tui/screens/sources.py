"""The sources on file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.desk.states import Anchor
from workbench.desk.views import SourceView
from workbench.tui import dialogs, screens
from workbench.tui.dialogs.questions import Answer, Question
from workbench.tui.dialogs.source import known_source
from workbench.tui.keys import bindings
from workbench.tui.notices import guarded, tell
from workbench.tui.panes.common import fields, when
from workbench.tui.screens.base import DeskScreen
from workbench.tui.screens.claim_acts import add_source
from workbench.tui.screens.opening import Opens
from workbench.tui.theme import STANCES, look_of_rating
from workbench.tui.visiting import visit
from workbench.tui.widgets.document import Block, Document
from workbench.tui.widgets.key_footer import KeyFooter
from workbench.tui.widgets.paragraph import Saying
from workbench.tui.widgets.source_list import SourceList
from workbench.tui.widgets.title_bar import TitleBar
from workbench.tui.words import Words

if TYPE_CHECKING:
    from workbench.desk.checking.retraction import Resting
    from workbench.desk.sources.captures import CaptureView, QuotedEvidence
    from workbench.tui.dialogs.source import NewSource

RETRACT = Question("source.retract_heading", "dialog.reason")


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
        ("source.read", "read"),
        ("source.visit", "visit"),
        ("source.retract", "retract"),
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
        yield Saying(self.words("sources.empty"), id="none")
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
    @guarded
    def _show(self) -> None:
        source = self.query_one(SourceList).source
        blocks = [*source_blocks(source, self.words), *self._rest(source)] if source else ()
        self.query_one(Document).show(blocks)
        self.refresh_bindings()

    def _rest(self, source: SourceView) -> list[Block]:
        """The copies that are kept, what was quoted, and what rests on it."""
        resting = self.desk.sources.resting(source.id)
        return [
            *capture_blocks(self.desk.captures.of(source.id), self.words),
            *quote_blocks(self.desk.captures.quotes(source.id), self.words),
            *resting_blocks(resting, self.words),
        ]

    @on(Document.Opened, "#source")
    @guarded
    def _open_resting(self, event: Document.Opened) -> None:
        cast(Opens, self.app).open_claim(event.entry)

    @on(SourceList.Opened, "#sources")
    def _open(self) -> None:
        self.action_edit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing to edit or copy in an empty list."""
        found = self.query(SourceList)
        there = bool(found) and found.first().source is not None
        if action == "retract":
            source = found.first().source if found else None
            return source is not None and not source.retracted
        if action == "read":
            source = found.first().source if found else None
            return source is not None and bool(source.snapshot)
        return there if action in ("edit", "copy", "visit") else True

    @work
    @guarded
    async def action_new(self) -> None:
        """Describe a new source."""

        def commit(source: NewSource) -> None:
            add_source(self.desk, source)

        if await self.app.push_screen_wait(dialogs.SourceDialog(commit=commit)):
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

        if await self.app.push_screen_wait(
            dialogs.SourceDialog(known_source(source), commit=commit)
        ):
            self.changed()

    @guarded
    def action_read(self) -> None:
        """Read the copy that is kept, where it has a text."""
        source = self.query_one(SourceList).source
        if source is None:
            return
        if self.desk.captures.text(source.id):
            self.app.push_screen(screens.SourceTextScreen(source.id))
        else:
            tell(self, self.words("source.no_text"))

    @work
    @guarded
    async def action_visit(self) -> None:
        """Open the address in the person's browser, once she has seen where it goes."""
        source = self.query_one(SourceList).source
        if source is not None:
            await visit(self, source.url)

    @work
    @guarded
    async def action_retract(self) -> None:
        """Retract the source, once it has been shown what goes with it."""
        source = self.query_one(SourceList).source
        if source is None:
            return
        resting = self.desk.sources.resting(source.id)
        shown = [block.plain for block in resting_blocks(resting, self.words)]

        def commit(answer: Answer) -> None:
            self.desk.sources.retract(source.id, answer.text)

        dialog = dialogs.AskDialog(RETRACT, about="\n".join((source.title, *shown)), commit=commit)
        if await self.app.push_screen_wait(dialog) is not None:
            tell(self, self.words("done.source_retracted"))
            self.changed()

    def action_copy(self) -> None:
        """Copy title and address."""
        source = self.query_one(SourceList).source
        if source is not None:
            self.app.copy_to_clipboard(f"{source.title}\n{source.url}".strip())


def source_blocks(source: SourceView, words: Words) -> Iterator[Block]:
    """All that is known of a source."""
    yield Block(source.title, "strong", words("source.title"))
    known = (
        ("source.url", source.url),
        ("source.publisher", source.publisher),
        ("source.published", source.published),
        ("source.kind", words.record(f"source_kind.{source.kind}")),
        ("evidence.origin", source.origin),
        ("source.interest", source.interest),
        ("source.archive", source.archive_url),
        ("source.note", source.note),
        ("link.accessed", source.accessed),
    )
    for name, text in known:
        if text:
            yield Block(text, "body", words(name))
    yield Block(words("claims.evidence", n=source.evidence), "dim")
    if source.retracted:
        yield Block(words("source.retracted", why=source.retraction_reason), "bad", ours=True)


def capture_blocks(captures: Sequence[CaptureView], words: Words) -> Iterator[Block]:
    """The copies that are kept, newest first."""
    if not captures:
        yield Block(words("source.not_kept"), "dim", ours=True)
    for one in captures:
        parts = fields([when(one.at), one.outcome, one.media_type, one.sha256[:12], one.note])
        yield Block(parts, "body", words("source.kept"))


def quote_blocks(quotes: Sequence[QuotedEvidence], words: Words) -> Iterator[Block]:
    """What evidence quotes of it, each an entry that leads to its claim."""
    if quotes:
        yield Block(words("source.quotes", n=len(quotes)), "heading", ours=True)
    for one in quotes:
        entry = one.claim_id
        yield Block(f"“{one.quote}”", "quote", look=STANCES[one.stance], entry=entry)
        if one.anchor is Anchor.ORPHANED:
            yield Block(words.record("anchor.orphaned"), "warn", entry=entry, ours=True)


def resting_blocks(resting: Resting, words: Words) -> Iterator[Block]:
    """The verdicts that rest on it, each an entry, and the reports that tell of them."""
    if not resting.verdicts:
        yield Block(words("source.nothing_rests"), "dim", ours=True)
        return
    yield Block(words("source.rests"), "heading")
    for one in resting.verdicts:
        rating = words.record(f"rating.{one.rating}")
        remains = words("source.remaining", n=one.remaining)
        reopens = words("source.reopens") if one.reopens else ""
        look = look_of_rating(one.rating)
        parts = fields([rating, remains, reopens])
        yield Block(parts, "strong", look=look, entry=one.claim_id)
        yield Block(one.text, "body", entry=one.claim_id)
    for _, title in resting.reports:
        yield Block(title, "dim", words("source.reports"))
