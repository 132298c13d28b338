"""Home: what needs attention, and the articles."""

from __future__ import annotations

from asyncio import to_thread
from typing import ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.desk.asking.filters import condition, to_check
from workbench.tui.keys import bind
from workbench.tui.notices import guarded
from workbench.tui.screens.base import DeskScreen
from workbench.tui.screens.opening import Opens
from workbench.tui.widgets.article_list import ArticleList
from workbench.tui.widgets.attention_list import AttentionList
from workbench.tui.widgets.key_footer import KeyFooter
from workbench.tui.widgets.paragraph import Saying
from workbench.tui.widgets.title_bar import TitleBar


class HomeScreen(DeskScreen):
    """The place where a day begins."""

    DEFAULT_CSS = """
    HomeScreen { background: $background; }
    HomeScreen .part { height: 1; color: $primary; text-style: bold; padding: 0 1; }
    HomeScreen #attention { height: 5; margin-bottom: 1; }
    HomeScreen #articles { height: 1fr; }
    HomeScreen #waiting { display: none; color: $muted; padding: 0 1; }
    HomeScreen.-waiting #waiting { display: block; }
    HomeScreen #welcome { padding: 1 2; display: none; height: 1fr; }
    HomeScreen.-empty #welcome { display: block; }
    HomeScreen.-empty #articles, HomeScreen.-empty #attention { display: none; }
    HomeScreen.-empty .part { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("desk.add", "app.add"),
        bind("desk.claims", "app.claims"),
        bind("desk.matches", "app.matches"),
        bind("desk.sources", "app.sources"),
        bind("desk.figures", "app.figures"),
        bind("desk.search", "app.search"),
        bind("claims.filter", "app.search", show=False),
        bind("article.date", "date", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Attention, articles, and what to do when there are none."""
        yield TitleBar()
        yield Saying(self.words("home.attention"), classes="part")
        yield AttentionList(id="attention")
        yield Saying(id="waiting")
        yield Saying(self.words("home.articles"), classes="part")
        yield ArticleList(id="articles")
        yield Saying(self.words("home.welcome"), id="welcome")
        yield KeyFooter()

    def reload(self) -> None:
        """Count again, list again."""
        overview = self.desk.overview()
        bar = self.query_one(TitleBar)
        bar.title = self.words("home.title")
        bar.note = " · ".join(
            (
                self.words("count.articles", n=overview.articles),
                self.words("count.claims", n=overview.claims),
            )
        )
        self.query_one(AttentionList).show_overview(overview)
        self.call_after_refresh(self._count_second_looks)
        self.query_one(ArticleList).show_articles(self.desk.articles.list())
        empty = overview.articles == 0 and overview.claims == 0
        self.set_class(empty, "-empty")
        if empty:
            self.set_focus(None)
        elif self.focused is None:
            self.query_one(AttentionList).focus()

    @work(exclusive=True, group="listing")
    @guarded
    async def _count_second_looks(self) -> None:
        """In a thread: on a large desk it takes longer than a person waits."""
        stale = await to_thread(self.desk.verdicts.all_stale)
        at_odds = await to_thread(self.desk.radar.all)
        if not self.is_there:
            return
        self.query_one(AttentionList).show_second_looks(len(stale), len(at_odds))

    def tell_waiting(self, claims: int) -> None:
        """Say how many imported claims are still being read behind."""
        self.set_class(bool(claims), "-waiting")
        self.query_one("#waiting", Saying).show(self.words("import.catching_up", n=claims))

    def action_back(self) -> None:
        """This is where one comes back to."""

    @on(AttentionList.Passed, "#attention")
    def _go_down(self) -> None:
        """From what needs attention on to the articles: the two read as one list."""
        attention, articles = self.query_one(AttentionList), self.query_one(ArticleList)
        if attention.cursor and len(articles):
            articles.action_first()
            articles.focus()

    @on(ArticleList.Passed, "#articles")
    def _go_up(self) -> None:
        """And back."""
        attention, articles = self.query_one(AttentionList), self.query_one(ArticleList)
        if not articles.cursor:
            attention.action_last()
            attention.focus()

    @on(ArticleList.Opened, "#articles")
    def _open_article(self, event: ArticleList.Opened) -> None:
        if event.row_id is not None:
            cast(Opens, self.app).open_article(event.row_id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only an article that the cursor is on can be dated."""
        return action != "date" or self.query_one(ArticleList).has_focus

    def action_date(self) -> None:
        """Say when the article under the cursor was published."""
        article_id = self.query_one(ArticleList).current_id
        if article_id is not None:
            cast(Opens, self.app).date_article(article_id)

    @on(AttentionList.Opened, "#attention")
    async def _open_work(self) -> None:
        opener = cast(Opens, self.app)
        match self.query_one(AttentionList).need:
            case "matches":
                opener.open_matches()
            case "radar" | "stale" as name:
                opener.open_findings(name)
            case "conflicts":
                opener.open_claims(condition("relation", "conflict", self.words.language))
            case _:
                opener.open_claims(to_check(self.words.language))
