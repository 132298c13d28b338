"""Which claims a screen lists: filtered as one types, sorted, the first of very many at once."""

from __future__ import annotations

from asyncio import sleep, to_thread
from collections.abc import Sequence
from typing import ClassVar

from msgspec.structs import replace
from textual import on, work
from textual.binding import BindingType

from workbench.desk.asking.nearness import Instead
from workbench.desk.types import ClaimFilter
from workbench.errors import WorkbenchError
from workbench.tui import dialogs, wording
from workbench.tui.dialogs.questions import Answer, Question
from workbench.tui.keys import bindings
from workbench.tui.notices import guarded, tell
from workbench.tui.screens.span_acts import SpanActs
from workbench.tui.text.line_input import BidiInput
from workbench.tui.widgets.choice_list import Choice
from workbench.tui.widgets.paragraph import Saying

Finding = tuple[ClaimFilter, Sequence[int], Sequence[Instead]]
"""The filter that found them, claims, and words that were taken for those typed."""
ORDERS = ("article", "worth", "state", "newest")
FIRST = 300
"""Claims that a long list shows before all of them are found."""
REST = 0.25
"""Seconds without a key before all of them are: finding a million would slow the next filter."""
KEEP = Question("keep.heading", "keep.name")


class ClaimListing(SpanActs):
    """A screen with a `ClaimList`, a filter of the id ``filter`` and a place for what is wrong
    with it of the id ``wrong``.

    Args:
        article_id: the article whose claims are listed; ``None`` lists those of all articles.
        typed_filter: what the filter begins with.
    """

    DEFAULT_CSS = """
    ClaimListing #filter { height: 1; border: none; padding: 0 1; display: none; }
    ClaimListing #filter:focus { border: none; }
    ClaimListing.-filtering #filter { display: block; }
    ClaimListing #wrong { display: none; padding: 0 1; color: $error; }
    ClaimListing.-wrong #wrong { display: block; }
    ClaimListing.-near #wrong { display: block; color: $warning; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(("claims.filter", "filter"), ("claims.sort", "sort")),
        *bindings(("claims.keep", "keep"), show=False),
    ]

    def __init__(self, article_id: int | None, typed_filter: str) -> None:
        super().__init__()
        self._article_id = article_id
        self._typed = typed_filter
        self._order = ORDERS[0] if article_id is not None else ORDERS[-1]
        self._asked = 0
        self._asked_for = ClaimFilter(article_id=article_id)
        self._listing = False
        self._finding = False
        self._listed: tuple[ClaimFilter, str] | None = None

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these claims."""
        raise NotImplementedError

    def reload(self) -> None:
        """List the claims again and show the one under the cursor as it is now.

        A list of very many is found behind; until then what is shown is read again.
        """
        self._asked += 1
        self.wanted = self._wanted_now()
        if self._is_long and (self.wanted, self._order) == self._listed:
            self.show_ids(self.claims.ids)
            self._list_all()
            return
        self._show_found(*self._find(self.wanted))

    def _find(self, wanted: ClaimFilter) -> Finding:
        """The first claims; where there are none, those with the nearest words there are."""
        ids = self.desk.claims.ids(wanted, self._order, most=self._first)
        if not len(ids):
            near, instead = self.desk.search.meant(wanted)
            if instead:
                return near, self.desk.claims.ids(near, self._order, most=self._first), instead
        return wanted, ids, ()

    @property
    def _first(self) -> int:
        """How many claims are listed at first; an article's are all."""
        return 0 if self._article_id is not None else FIRST

    @property
    def _is_long(self) -> bool:
        return len(self.claims) >= FIRST

    def _show_found(
        self, wanted: ClaimFilter, ids: Sequence[int], instead: Sequence[Instead]
    ) -> None:
        """Show the first claims, and the others as soon as they are found."""
        self.wanted = wanted
        if len(ids) and instead:
            self._say(wording.of_instead(instead, self.words), "-near")
        self._listed = (self.wanted, self._order)
        self.show_ids(ids)
        if self._first and len(ids) == self._first:
            self._list_all()

    @work(group="listing all")
    @guarded
    async def _list_all(self) -> None:
        """Find all claims of a long list in a thread, one list at a time; the last asked wins."""
        if self._finding:
            return
        self._finding = True
        try:
            asked = -1
            while asked != self._asked:
                asked = self._asked
                await sleep(REST)
                if asked == self._asked:
                    ids = await to_thread(self.desk.claims.ids, self.wanted, self._order)
        finally:
            self._finding = False
        if self.is_there:
            self.show_ids(ids)

    def _wanted_now(self) -> ClaimFilter:
        """What is typed; while it cannot be read, what was asked for before, and what is wrong."""
        wrong = ""
        try:
            typed = self.desk.filters.read(self._typed)
            self._asked_for = replace(typed, article_id=self._article_id or typed.article_id)
        except WorkbenchError as error:
            wrong = self.words.told(error)
        self._say(wrong, "-wrong" if wrong else "")
        return self._asked_for

    def _say(self, text: str, kind: str) -> None:
        """What is wrong with the filter, or was taken for what is typed; or nothing of either."""
        self.update_classes({"-wrong": kind == "-wrong", "-near": kind == "-near"})
        self.query_one("#wrong", Saying).show(text)

    @property
    def _filter_focused(self) -> bool:
        return self.focused is not None and self.focused.id == "filter"

    # Filter, order, moving

    def action_filter(self) -> None:
        """Type a filter; the list follows."""
        self.add_class("-filtering")
        self.query_one("#filter", BidiInput).focus()

    @on(BidiInput.Changed, "#filter")
    @guarded
    def _filter(self, event: BidiInput.Changed) -> None:
        if event.value == self._typed:
            return
        self._typed = event.value
        self._asked += 1
        self.wanted = self._wanted_now()
        if not self._listing:
            self._list()

    @work(group="listing")
    @guarded
    async def _list(self) -> None:
        """List in a thread, one at a time: typing waits for nothing, and the last filter wins."""
        self._listing = True
        try:
            asked = -1
            while asked != self._asked:
                asked = self._asked
                found = await to_thread(self._find, self.wanted)
        finally:
            self._listing = False
        if not self.is_there:
            return
        if not len(found[1]) and self._filter_focused and self.desk.filters.is_begun(self._typed):
            return  # until there is a word to look for, what is shown stays
        self._show_found(*found)
        self.refresh_bindings()

    @on(BidiInput.Submitted, "#filter")
    def _filtered(self) -> None:
        self.claims.focus()
        self.set_class(bool(self._typed), "-filtering")

    @work
    @guarded
    async def action_keep(self) -> None:
        """Keep the filter under a name, for everybody at the desk."""
        typed = self._typed

        def commit(answer: Answer) -> None:
            self.desk.filters.save(answer.text, typed)

        answer = await self.app.push_screen_wait(
            dialogs.AskDialog(KEEP, about=typed, commit=commit)
        )
        if answer is not None:
            tell(self, self.words("done.kept", name=answer.text))

    @work
    @guarded
    async def action_sort(self) -> None:
        """Choose the order of the list."""
        choices = [Choice(name, self.words(f"order.{name}")) for name in ORDERS]
        chosen = await self.app.push_screen_wait(
            dialogs.ChooseDialog("order.heading", choices, chosen=self._order)
        )
        if chosen:
            self._order = chosen
            self.changed()
