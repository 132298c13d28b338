"""The inbox of matches: one key decides, and the next pair appears."""

from __future__ import annotations

from typing import ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.desk.states import Decision
from workbench.tui import dialogs, wording
from workbench.tui.keys import bindings
from workbench.tui.notices import guarded, tell
from workbench.tui.screens.base import DeskScreen
from workbench.tui.screens.opening import Opens
from workbench.tui.widgets.comparison import Comparison
from workbench.tui.widgets.key_footer import KeyFooter
from workbench.tui.widgets.match_list import MatchList
from workbench.tui.widgets.paragraph import Saying
from workbench.tui.widgets.title_bar import TitleBar

SHOWN = 1000
"""Pairs listed at a time: more than a person decides in a sitting."""


class MatchesScreen(DeskScreen):
    """Pairs above, the two claims side by side below.

    Args:
        match_id: one match to look at, whatever was decided of it; else those that wait.
    """

    DEFAULT_CSS = """
    MatchesScreen { background: $background; }
    MatchesScreen MatchList { height: 30%; min-height: 3; border-bottom: solid $panel; }
    MatchesScreen #none { padding: 1 2; display: none; }
    MatchesScreen.-empty #none { display: block; }
    MatchesScreen.-empty MatchList, MatchesScreen.-empty Comparison { display: none; }
    MatchesScreen.-one MatchList { height: 3; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        ("match.confirm", "confirm"),
        ("match.reject", "reject"),
        ("match.unsure", "unsure"),
        ("match.leave", "leave"),
        ("match.reopen", "reopen"),
        ("list.copy", "copy"),
    )

    def __init__(self, match_id: int | None = None) -> None:
        super().__init__()
        self._only = match_id

    @property
    def place(self) -> str:
        """One match, or those that wait."""
        return str(self._only)

    def compose(self) -> ComposeResult:
        """The list, the pair, and what to do when there is none."""
        yield TitleBar()
        yield MatchList(id="matches")
        yield Comparison()
        yield Saying(self.words("matches.empty"), id="none")
        yield KeyFooter()

    def reload(self) -> None:
        """List what waits, or the one match."""
        matches = self.desk.matches
        found = [matches.get(self._only)] if self._only is not None else matches.pending(SHOWN)
        bar = self.query_one(TitleBar)
        bar.title = self.words("matches.title")
        bar.note = self.words("count.matches", n=len(found))
        self.set_class(not found, "-empty")
        self.set_class(self._only is not None, "-one")
        self.query_one(MatchList).show_matches(found)
        if self.focused is None and found:
            self.query_one(MatchList).focus()

    @on(MatchList.Moved, "#matches")
    @guarded
    def _compare(self) -> None:
        self.query_one(Comparison).compare(self.query_one(MatchList).match)
        self.refresh_bindings()

    @on(MatchList.Opened, "#matches")
    @guarded
    def _open_claim(self) -> None:
        match = self.query_one(MatchList).match
        if match is None:
            return
        claim = self.desk.claims.get(match.claim_id)
        article = next((one.article_id for one in claim.appearances if one.article_id), None)
        if article is not None:
            cast(Opens, self.app).open_article(article, claim.id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Decide what waits, reopen what is decided."""
        found = self.query(MatchList)
        match = found.first().match if found else None
        if action in ("confirm", "reject", "unsure"):
            return match is not None and match.decision is Decision.PENDING
        if action == "reopen":
            return match is not None and match.decision is not Decision.PENDING
        return match is not None if action == "copy" else True

    @guarded
    def action_confirm(self) -> None:
        """The pair, or every marked one, does stand in its relation; what they offer is shown."""
        ids = self._in_hand
        self._decide(ids, Decision.CONFIRMED)
        dialogs.show_offers(self, ids)

    @guarded
    def action_unsure(self) -> None:
        """Leave the pair, or every marked one, to somebody else."""
        self._decide(self._in_hand, Decision.UNSURE)

    @property
    def _in_hand(self) -> list[int]:
        """The marked pairs, or the one under the cursor."""
        pairs = self.query_one(MatchList)
        return pairs.marked or ([pairs.match.id] if pairs.match is not None else [])

    def _decide(self, ids: list[int], decision: Decision, why: str = "") -> None:
        """One change for all, so that one undo takes them back; then the next pair is there."""
        self.desk.matches.decide(ids, decision, why)
        self.query_one(MatchList).clear_marks()
        if len(ids) > 1:
            tell(self, self.words("done.decided", n=len(ids)))
        self.changed()

    def action_leave(self) -> None:
        """To the next pair, without a word on this one."""
        self.query_one(MatchList).cursor += 1

    @guarded
    def action_reopen(self) -> None:
        """Take the decision back."""
        match = self.query_one(MatchList).match
        if match is not None:
            self.desk.matches.reopen(match.id)
            self.changed()

    @work
    @guarded
    async def action_reject(self) -> None:
        """The pair, or every marked one, does not belong together; it is remembered."""
        match, ids = self.query_one(MatchList).match, self._in_hand
        if match is None:
            return
        about = (
            wording.of_filed(match) if len(ids) == 1 else self.words("count.matches", n=len(ids))
        )

        def commit(reason: str) -> None:
            self._decide(ids, Decision.REJECTED, reason)

        await self.app.push_screen_wait(dialogs.RejectDialog(about, commit=commit))

    def action_copy(self) -> None:
        """Copy both wordings, as they are read."""
        match = self.query_one(MatchList).match
        if match is not None:
            self.app.copy_to_clipboard(f"{wording.of_newer(match)}\n{wording.of_filed(match)}")
