"""The claims of an article, or of the whole desk, beside the text they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.events import Resize

from workbench.desk.states import ClaimState
from workbench.desk.views import ArticleView, ClaimView
from workbench.errors import NotFoundError, WorkbenchError
from workbench.tui import dialogs, drawing, screens
from workbench.tui.dialogs.questions import Answer, Question
from workbench.tui.exporting import Scope
from workbench.tui.keys import bindings
from workbench.tui.lasting import Place
from workbench.tui.notices import guarded
from workbench.tui.panes.record import PANES, TEXT, pane_tabs
from workbench.tui.screens.listing import ORDERS, ClaimListing
from workbench.tui.screens.opening import Opens, matching
from workbench.tui.spans import LitClaim, lit_claim
from workbench.tui.text.line_input import BidiInput
from workbench.tui.widgets.article_text import ArticleText
from workbench.tui.widgets.beside import Beside, Panel
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.key_footer import KeyFooter
from workbench.tui.widgets.paragraph import Paragraph, Saying
from workbench.tui.widgets.record_pane import RecordPane
from workbench.tui.widgets.tab_strip import TabStrip
from workbench.tui.widgets.title_bar import TitleBar

NEW_CLAIM = Question("new_claim.heading", "claim.wording", long=True, why=True)


class ArticleScreen(ClaimListing):
    """List, text and panes side by side where there is room, as tabs where there is not.

    Args:
        article_id: the article whose claims are listed; ``None`` lists those of all articles,
            and the text follows the claim under the cursor.
        typed_filter: what the filter begins with.
        claim_id: the claim to begin on.
    """

    AUTO_FOCUS = "#claims"
    DEFAULT_CSS = """
    ArticleScreen { background: $background; }
    ArticleScreen #body { height: 1fr; }
    ArticleScreen #left { width: 1fr; height: 1fr; }
    ArticleScreen #right { width: 1fr; height: 1fr; border-left: solid $panel; }
    ArticleScreen #claims { height: 1fr; }
    ArticleScreen #none { padding: 1 2; display: none; height: 1fr; }
    ArticleScreen.-empty #none { display: block; }
    ArticleScreen.-empty #claims { display: none; }
    ArticleScreen #text { height: 3fr; }
    ArticleScreen #pane { height: 2fr; }
    ArticleScreen.-wide #left { width: 2fr; }
    ArticleScreen.-wide #right { width: 3fr; }
    ArticleScreen.-narrow #body { layout: vertical; }
    ArticleScreen.-narrow #left { width: 100%; height: 2fr; }
    ArticleScreen.-narrow #right { width: 100%; height: 3fr; border: none; }
    ArticleScreen.-narrow TabStrip { dock: top; }
    ArticleScreen.-narrow #text, ArticleScreen.-narrow #pane { height: 1fr; }
    ArticleScreen.-narrow.-pane #text { display: none; }
    ArticleScreen.-narrow.-text #pane { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            ("claim.new", "new_claim"),
            ("claims.export", "export"),
        ),
        *bindings(
            ("article.date", "date"),
            *((f"pane.{name}", f"pane('{name}')") for name in (TEXT, *PANES)),
            show=False,
        ),
    ]

    def __init__(
        self,
        article_id: int | None = None,
        *,
        typed_filter: str = "",
        claim_id: int | None = None,
    ) -> None:
        super().__init__(article_id, typed_filter)
        self._begin_on = claim_id
        self._claim: ClaimView | None = None
        self._shown_article: ArticleView | None = None
        self._tab = TEXT

    def compose(self) -> ComposeResult:
        """List left, text and panes right."""
        self._begin_at_tab(TEXT if self._narrow else PANES[0])
        yield TitleBar()
        with Beside(id="body"):
            with Panel(id="left"):
                yield BidiInput(self._typed, id="filter")
                yield Saying(id="wrong")
                yield ClaimList(id="claims", row_height=self._row_height)
                yield Saying(self.words("claims.none"), id="none")
            with Vertical(id="right"):
                yield Paragraph(id="coverage")
                yield Paragraph(id="span")
                yield ArticleText(id="text")
                yield TabStrip()
                yield RecordPane(id="pane")
        yield KeyFooter()

    # What is shown

    @property
    def place(self) -> str:
        """The article, or the filter over all claims."""
        return f"{self._article_id} {self._typed}"

    @property
    def shown_pane(self) -> str:
        """The pane that is shown beside or instead of the text."""
        return self._tab

    @property
    def last(self) -> Place:
        """Where the person is, to come back to."""
        claim = self._claim.id if self._claim is not None else None
        return Place(self._article_id, claim, self._typed)

    @property
    def claim(self) -> ClaimView | None:
        """The claim under the cursor: also where keys come faster than what follows the cursor, or
        an act would be done to the claim before. None where it cannot be read; that is told when
        it is to be shown."""
        shown = self._claim
        if shown is None or not self.is_there:
            return shown
        current = self.claims.current_id
        if current is None or current == shown.id:
            return shown
        with suppress(WorkbenchError):
            self._show_filed(current)
            return self._claim
        return None

    @property
    def shown_article(self) -> ArticleView | None:
        """The article in sight."""
        return self._shown_article

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these claims, and the text of the one under the cursor."""
        begin, self._begin_on = self._begin_on, None
        filtering = bool(self._typed) or self._filter_focused
        if not len(ids) and self.claims.has_focus:
            self.set_focus(None)  # or it would go on to the filter, and keys would be typed there
        self.update_classes({"-filtering": filtering, "-empty": not len(ids)})
        self._forget_article()
        if self._claim is None and len(ids):
            with self.claims.prevent(ClaimList.Moved):  # all at once, to be drawn once
                self.claims.show(ids, keep=begin)
            self._show_filed(self.claims.current_id)
        else:
            self.claims.show(ids, keep=begin)
        if not len(ids):
            self._show_claim(None)
        if self.focused is None and len(ids):
            self.claims.focus()

    def _forget_article(self) -> None:
        self._shown_article = None

    @on(ClaimList.Moved, "#claims")
    @guarded
    def _moved(self, event: ClaimList.Moved) -> None:
        if event.row_id == self.claims.current_id:
            self._show_filed(event.row_id)

    def _show_filed(self, claim_id: int | None) -> None:
        if claim_id is None:
            return
        try:
            self._show_claim(self.desk.claims.get(claim_id))
        except NotFoundError:
            self.reload()  # another program undid it

    def _show_claim(self, claim: ClaimView | None) -> None:
        self._claim = claim
        self._show_article(claim)
        self.text_view.light(claim.id if claim else None)
        self.query_one(RecordPane).show_claim(claim)
        self._show_tabs()
        self._show_title()
        self.refresh_bindings()

    def _show_article(self, claim: ClaimView | None) -> None:
        places = [one.article_id for one in claim.appearances if one.article_id] if claim else []
        article_id = self._article_id or next(iter(places), None)
        if article_id is None:
            self.text_view.show_article(None, ())
        elif self._shown_article is None or self._shown_article.id != article_id:
            self._shown_article = self.desk.articles.get(article_id)
            self.text_view.show_article(self._shown_article, self._lit(article_id))
            self.show_account()

    def _lit(self, article_id: int) -> list[LitClaim]:
        return [
            lit_claim(claim_id, place)
            for claim_id, place in self.desk.articles.places(article_id).items()
            if place.state is not ClaimState.SET_ASIDE
        ]

    def _show_title(self) -> None:
        bar, article = self.query_one(TitleBar), self._shown_article
        whole = self.words("claims.title")
        bar.title = article.title or article.url if article and self._article_id else whole
        marked = self.words("claims.marked", n=len(self.marked)) if self.marked else ""
        notes = (marked, self.words("count.claims", n=len(self.claims)), self._when_or_order)
        bar.note = drawing.DOT.join(filter(None, notes))

    @property
    def _when_or_order(self) -> str:
        """The date of the article in sight; the order of the list where it is not the usual one."""
        article = self._shown_article
        if self._article_id is None or article is None or self._order != ORDERS[0]:
            return self.words(f"order.{self._order}")
        return article.published or self.words("article.undated")

    # Panes

    @property
    def _narrow(self) -> bool:
        return self.has_class("-narrow")

    @property
    def _row_height(self) -> int:
        return 1 if self._narrow else 3

    def _begin_at_tab(self, tab: str) -> None:
        self._tab = tab
        self.update_classes({"-text": tab == TEXT, "-pane": tab != TEXT}, update=False)

    def _show_tabs(self) -> None:
        strip = self.query_one(TabStrip)
        if not self._narrow and self._tab == TEXT:
            self._tab = PANES[0]
        strip.tabs = pane_tabs(self._claim, self.words, with_text=self._narrow)
        strip.active = self._tab
        self.update_classes({"-text": self._tab == TEXT, "-pane": self._tab != TEXT})
        if self._tab != TEXT:
            self.query_one(RecordPane).pane = self._tab

    def show_text(self) -> None:
        """The text, out of the tabs where it is one of them."""
        self.action_pane(TEXT)

    def on_resize(self, _: Resize) -> None:
        """Panes beside the text, or as tabs; claims of two lines, or of one."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if self.is_there:  # it may be left before its next drawing
            self.claims.row_height = self._row_height
            self._show_tabs()

    def action_pane(self, name: str) -> None:
        """Show a pane and go there."""
        if name == TEXT and not self._narrow:
            self.text_view.text.focus()
            return
        self._tab = name
        self._show_tabs()
        (self.text_view.text if name == TEXT else self.query_one(RecordPane)).focus()

    @on(TabStrip.Chosen)
    def _tab_chosen(self, event: TabStrip.Chosen) -> None:
        self.action_pane(event.tab)

    @on(ClaimList.Opened, "#claims")
    def _open_pane(self) -> None:
        self.action_pane(self._tab)

    @on(ArticleText.ClaimReached)
    def _claim_reached(self, event: ArticleText.ClaimReached) -> None:
        self.claims.go_to(event.claim_id)

    @on(ClaimList.Marked, "#claims")
    def _marks_changed(self) -> None:
        self._show_title()
        self.refresh_bindings()

    @on(RecordPane.Opened, "#pane")
    def _open_match(self) -> None:
        match = self.query_one(RecordPane).match
        if match is not None:
            self.app.push_screen(screens.MatchesScreen(match.id))

    def action_back(self) -> None:
        """From the filter to the list, from marked claims to none, from a filtered list to the
        whole, then back home."""
        if self.marked and self.focused is self.claims:
            self.action_unmark()
        elif self._filter_focused or self._typed:
            self.claims.focus()
            self.query_one("#filter", BidiInput).value = ""
            self._typed = ""
            self.changed()
            self.remove_class("-filtering")
        elif self.focused is not self.claims and not self.has_class("-empty"):
            self.claims.focus()
        else:
            super().action_back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A claim can be made of selected text, or of a sentence that gave none."""
        if action == "new_claim":
            return bool(self.query(ArticleText)) and self.span_for_claim is not None
        if action == "export":
            return self.claim is not None
        if action == "date":
            return self._shown_article is not None
        if action == "keep":
            return bool(self._typed.strip())
        return super().check_action(action, parameters)

    def on_reading_view_selection_changed(self) -> None:
        """A claim can be made of what is selected."""
        self.refresh_bindings()

    @work
    @guarded
    @matching
    async def action_new_claim(self) -> None:
        """Make a claim of the selected words, or of the sentence that gave none."""
        article, span = self._shown_article, self.span_for_claim
        if article is None or span is None:
            return
        words = span.of(article.text)

        def commit(answer: Answer) -> None:
            self._begin_on = self.desk.claims.add(
                article.id, [span], text=" ".join(answer.text.split()), why=answer.why
            )

        initial = " ".join(words.split())
        dialog = dialogs.AskDialog(NEW_CLAIM, about=words, initial=initial, commit=commit)
        if await self._ask(dialog, "done.added") is not None:
            self.text_view.text.select(None)

    def action_date(self) -> None:
        """Say when the article in sight was published."""
        if self._shown_article is not None:
            cast(Opens, self.app).date_article(self._shown_article.id)

    def action_export(self) -> None:
        """Read the report of the article, or of the marked claims, before it is written."""
        if self._article_id is not None and not self.marked:
            scope, what = Scope(self._article_id), self.query_one(TitleBar).title
        else:
            ids = tuple(self.marked or self.claims.ids)
            scope, what = Scope(claim_ids=ids), self.words("count.claims", n=len(ids))
        self.app.push_screen(screens.PreviewScreen(scope, what))
