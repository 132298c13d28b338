"""What comes in from outside while the desk is open: articles and files of records."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from textual import work

from workbench.desk.types import Added
from workbench.errors import WorkbenchError
from workbench.tui import dialogs, importing, screens
from workbench.tui.context import Context
from workbench.tui.incoming import NewArticle, read_article
from workbench.tui.notices import guarded, tell, tell_error
from workbench.tui.screens.base import DeskScreen
from workbench.tui.screens.home import HomeScreen
from workbench.tui.text.app import BidiApp
from workbench.tui.words import Words

if TYPE_CHECKING:
    from workbench.tui.dialogs.base import Dialog
    from workbench.tui.dialogs.columns import Columns
    from workbench.tui.dialogs.dating import Dated
    from workbench.tui.dialogs.imports import Importing
    from workbench.tui.dialogs.progress import Report

Given = TypeVar("Given")
Outcome = TypeVar("Outcome")
MANY = 5_000
"""Claims that are indexed anew in sight; fewer take no time that a person notices."""


class IntakeApp(BidiApp[None]):
    """An app on a desk that takes things in, each in a thread with progress and a way to stop."""

    context: Context
    _ending: Event

    @property
    def words(self) -> Words:
        """The words of the person's language."""
        return self.context.words

    @property
    def reads_rtl(self) -> bool:
        """Whether that language is read from the right."""
        return self.words.rtl

    def open_article(self, article_id: int, claim_id: int | None = None) -> None:
        """Go to an article, and to a claim of it."""
        raise NotImplementedError

    @work
    @guarded
    async def action_add(self) -> None:
        """Add an article: read, split, file and match it in a thread."""
        taken = await self._taken(
            lambda given, problem: dialogs.AddDialog(given, problem=problem),
            self._file,
            self.words("add.working"),
        )
        if taken is None:
            return
        _, added = taken
        said = self.words("add.done" if added.is_new else "add.known", n=added.claims)
        undated = not self.context.desk.articles.get(added.article_id).published
        tell(self, "\n".join((said, self.words("add.undated"))) if undated else said)
        self.open_article(added.article_id)

    async def _taken(
        self,
        ask: Callable[[Given | None, WorkbenchError | None], Dialog[Given]],
        take: Callable[[Given, Report], Outcome],
        working: str,
    ) -> tuple[Given, Outcome] | None:
        """Ask, and take the answer in a thread; nothing where the person turns back.

        An answer that cannot be taken is asked for again, with all that was typed and what is wrong
        with it: a pasted article is not to be had twice.
        """
        given: Given | None = None
        problem: WorkbenchError | None = None
        while True:
            given = await self.push_screen_wait(ask(given, problem))
            if given is None or not await self.index_ready():
                return None
            dialog = dialogs.ProgressDialog(working, partial(take, given))
            outcome = await self.push_screen_wait(dialog)
            if not isinstance(outcome, WorkbenchError):
                return given, outcome
            problem = outcome

    def _file(self, given: NewArticle, report: Report) -> Added:
        """Runs in a thread."""
        return self.context.desk.articles.add(read_article(given), progress=report)

    @work
    @guarded
    async def date_article(self, article_id: int) -> None:
        """Say when an article was published; what it says of "last month" is read again."""
        articles = self.context.desk.articles
        view = articles.get(article_id)
        read = None if view.published else await to_thread(articles.dateline, article_id)

        def date(given: Dated, report: Report) -> None:
            articles.set_published(
                article_id, given.published, given.provenance, given.why, progress=report
            )

        taken = await self._taken(
            lambda given, problem: dialogs.DateDialog(view, read, known=given, problem=problem),
            date,
            self.words("date.working"),
        )
        if taken is None:
            return
        given, _ = taken
        tell(self, self.words("date.done", date=given.published))
        if isinstance(self.screen, DeskScreen):
            self.screen.changed()

    @work
    @guarded
    async def action_import_records(self) -> None:
        """Import a file in a thread; what it puts off is caught up behind."""
        given = await self.push_screen_wait(dialogs.ImportDialog())
        if given is None:
            return
        desk = self.context.desk
        table = await to_thread(desk.exchange.foreign_table, given.path)
        meant = await self.push_screen_wait(dialogs.ColumnsDialog(table)) if table else None
        if table and meant is None:
            return
        await self._import(given, meant)

    async def _import(self, given: Importing, meant: Columns | None) -> None:
        """Take a file in a thread, and show what came of it where there is more to say."""
        desk = self.context.desk
        what = self.words("import.working", path=given.path.name)
        dialog = dialogs.ProgressDialog(
            what, lambda report: importing.take(desk, given, meant, report)
        )
        outcome = await self.push_screen_wait(dialog)
        if isinstance(outcome, WorkbenchError):
            tell_error(self, outcome)
            return
        tell(self, importing.announced(outcome, self.words))
        self._renew_index()
        if isinstance(self.screen, DeskScreen):
            self.screen.changed()
        if importing.is_to_be_looked_over(outcome):
            real = replace(given, dry_run=False)
            again = partial(self._import_tried, real, meant) if given.dry_run else None
            self.push_screen(screens.ImportedScreen(outcome, given.path.name, again))

    @work
    @guarded
    async def _import_tried(self, given: Importing, meant: Columns | None) -> None:
        """Put on file what was tried before."""
        await self._import(given, meant)

    async def index_ready(self) -> bool:
        """Bring an index that other rules built up to date in sight, before anything is matched.

        False where the person stops it, or it fails: she works on, and it waits until something is
        to be matched next.
        """
        desk = self.context.desk
        many = 0 if desk.read_only else await to_thread(desk.outdated)
        if many < MANY:
            return True
        dialog = dialogs.ProgressDialog(self.words("index.working", n=many), desk.renew_index)
        outcome = await self.push_screen_wait(dialog)
        if isinstance(outcome, dialogs.CancelledError):
            tell(self, self.words("index.later"), severity="warning")
        elif isinstance(outcome, WorkbenchError):
            tell_error(self, outcome)
        return not isinstance(outcome, WorkbenchError)

    @work
    @guarded
    async def _renew_index(self) -> None:
        """Bring the index up to date where it is not; then do what waits."""
        if await self.index_ready():
            self._catch_up()

    @work(exclusive=True, group="catching up")
    @guarded
    async def _catch_up(self) -> None:
        """Read and match what an import put off, a batch at a time, as long as the desk is open."""
        desk = self.context.desk
        if desk.read_only:
            return
        left = await to_thread(desk.waiting)
        while left and not self._ending.is_set():
            if isinstance(self.screen, HomeScreen):
                self.screen.tell_waiting(left)
            left = await to_thread(importing.catch_up, desk, self._ending)
        if isinstance(self.screen, HomeScreen):
            self.screen.tell_waiting(0)
