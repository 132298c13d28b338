"""The desk's own widgets, alone or on a screen: size, mouse, hostile text."""

from __future__ import annotations

import itertools
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.strip import Strip
from textual.widgets import TextArea

from tests.tui.standins import HOSTILE, WordMatcher, add
from workbench.desk import Desk
from workbench.desk.session import Progress
from workbench.errors import InvalidInputError, StoreError
from workbench.intake.types import IncomingArticle
from workbench.records.sqlite import Database
from workbench.records.store import Store
from workbench.tui import drawing, intake_acts
from workbench.tui.app import DeskApp
from workbench.tui.dialogs.progress import CancelledError, ProgressDialog, Report
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.home import HomeScreen
from workbench.tui.text.app import BidiApp
from workbench.tui.theme import DARK
from workbench.tui.widgets.article_text import ClaimGutter
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.paragraph import Saying
from workbench.tui.widgets.tab_strip import TabStrip
from workbench.tui.widgets.virtual_list import VirtualList
from workbench.tui.words import Words

MILLION = 1_000_000


class Numbers(VirtualList[int]):
    """Rows that are their own ids; it counts how many were ever fetched."""

    fetched = 0

    def fetch(self, ids: Sequence[int]) -> Sequence[int]:
        self.fetched += len(ids)
        return list(ids)

    def draw(self, row: int, width: int, *, marked: bool, current: bool) -> Sequence[Strip]:
        return [Strip([Segment(f"{row:>{width}}")])]


class ListApp(BidiApp[None]):
    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DARK.variables)

    def compose(self) -> ComposeResult:
        yield Numbers()

    def on_mount(self) -> None:
        self.query_one(Numbers).show(range(MILLION))


async def test_a_million_rows_feel_like_ten() -> None:
    app = ListApp(bidi="app")
    async with app.run_test(size=(80, 24)) as pilot:
        numbers = app.query_one(Numbers)
        assert numbers.fetched <= 200
        await pilot.press("end")
        assert numbers.current_id == MILLION - 1
        await pilot.press("home", "pagedown", "j")
        assert numbers.current_id == 24
        assert numbers.fetched <= 1000
        fetched = numbers.fetched
        for _ in range(20):
            numbers.action_move_page(1)
        for y in range(24):
            numbers.render_line(y)
        assert numbers.fetched - fetched <= 2000


async def test_marks_stay_with_their_rows() -> None:
    app = ListApp(bidi="app")
    async with app.run_test(size=(80, 24)) as pilot:
        numbers = app.query_one(Numbers)
        numbers.show([5, 6, 7])
        numbers.action_mark()
        assert (numbers.marked, numbers.current_id) == ([5], 6)
        numbers.show([7, 6, 5])
        await pilot.pause()
        assert (numbers.marked, numbers.current_id) == ([5], 6)
        numbers.show([7])
        assert (numbers.marked, numbers.current_id) == ([], 7)
        numbers.show([])
        assert numbers.current_id is None


async def test_the_mouse_does_what_keys_do(desk: Desk) -> None:
    app = DeskApp(desk, bidi="app", article_id=2)
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        claims = app.screen.query_one("#claims", ClaimList)
        await pilot.click(claims, offset=(10, 4))
        assert claims.cursor == 1
        strip = app.screen.query_one(TabStrip)
        await pilot.click(strip, offset=(14, 0))
        assert strip.active == "evidence"
        text = app.screen.query_one("#reading")
        await pilot.click(text, offset=(3, 3))
        await pilot.pause()
        await pilot.pause()
        assert app.screen.query_one("#claims", ClaimList).current_id is not None


async def test_the_footer_can_be_clicked(desk: Desk) -> None:
    app = DeskApp(desk, bidi="app")
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        await pilot.click("KeyFooter", offset=(14, 0))  # "Add article"
        await pilot.pause()
        assert not isinstance(app.screen, HomeScreen)


@pytest.fixture
def hostile(desk: Desk) -> Desk:
    """Markup, escapes and overrides wherever a text can stand."""
    add(desk, HOSTILE, title=f"{HOSTILE[:80]}", publisher="[/] \x1b[31m[b]x")
    claim = max(desk.claims.ids())
    source = desk.sources.add(
        "[@click=app.quit]x[/] \x1b]0;t\x07", publisher="[/]", note="\u202eabc"
    )
    desk.evidence.link(claim, source, "refutes", quote="[/] \x9b1m", note="[bold]", locator="[[")
    desk.verdicts.set(claim, "false", "[/nothing] \x1b[2J", reviewer="[@click=app.quit]")
    return desk


async def test_hostile_text_does_nothing_anywhere(hostile: Desk) -> None:
    article = max(row.id for row in hostile.articles.list())
    app = DeskApp(hostile, bidi="app")
    async with app.run_test(size=(160, 45)) as pilot:  # the smallest is toured through a pty
        for keys in (["S"], ["M"], ["C"], [], []):
            await pilot.press(*keys)
            await pilot.pause()
            assert_clean(app)
            await pilot.press("escape")
        app.open_article(article)
        await pilot.pause()
        await pilot.press("end")
        for key in ("0", "1", "2", "3", "4", "5"):
            await pilot.press(key)
            await pilot.pause()
            assert_clean(app)
        for key in ("v", "a", "x", "r", "d"):
            await pilot.press(key)
            await pilot.pause()
            assert_clean(app)
            await pilot.press("escape")
        await pilot.press("y")
        assert app.is_running


def assert_clean(app: DeskApp) -> None:
    """Nothing on screen steers a terminal, and nothing can be clicked that a text brought."""
    shown = app.screen._compositor.render_strips()
    for strip in shown:
        for segment in strip:
            assert segment.text.isprintable(), repr(segment.text)
            assert "@click" not in (segment.style.meta if segment.style else {})


async def test_long_work_can_be_stopped(empty_desk: Desk) -> None:
    outcomes: list[Any] = []

    def task(report: Report) -> int:
        for done in range(1000):
            report(done, 1000)
            time.sleep(0.005)
        return 1

    app = DeskApp(empty_desk, bidi="app")
    async with app.run_test() as pilot:
        app.push_screen(ProgressDialog("Working", task), outcomes.append)
        await pilot.pause(0.1)
        await pilot.press("escape")
        await app.workers.wait_for_complete()
        await pilot.pause()
    assert isinstance(outcomes[0], CancelledError)


async def test_an_error_of_long_work_is_its_outcome(empty_desk: Desk) -> None:
    outcomes: list[Any] = []

    def task(report: Report) -> int:
        raise InvalidInputError("no article in it")

    app = DeskApp(empty_desk, bidi="app")
    async with app.run_test() as pilot:
        app.push_screen(ProgressDialog("Working", task), outcomes.append)
        for _ in range(500):  # Other workers of the desk may be called off meanwhile.
            if outcomes:
                break
            await pilot.pause(0.01)
    assert isinstance(outcomes[0], InvalidInputError)


async def test_a_stopped_article_leaves_nothing(empty_desk: Desk, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise CancelledError("stopped")

    before = empty_desk.data_version()
    with pytest.raises(CancelledError):
        incoming = _incoming()
        empty_desk.articles.add(incoming, progress=stop)
    assert empty_desk.overview().articles == 0
    assert empty_desk.data_version() == before


def _incoming() -> IncomingArticle:
    return IncomingArticle(text="The United States has about 3,500 troops in Iraq. ", title="x")


async def test_resizing_keeps_the_place(desk: Desk) -> None:
    app = DeskApp(desk, bidi="app", article_id=2)
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("j", "j", "2")
        claim = app.screen.claim.id
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        assert app.screen.claim.id == claim
        assert app.screen.query_one(TabStrip).active == "evidence"
        assert app.screen.query_one("#text").region.height == 0
        await pilot.press("0")
        assert app.screen.query_one("#text").region.height > 5
        assert app.screen.query_one("#pane").region.height == 0


def test_fields_keep_their_own_direction() -> None:
    row = drawing.fields(["شفق نيوز", "2024-08-15"], 40)
    assert row.cell_length == 40
    assert "2024-08-15" in row.text
    packed = drawing.packed(["word " * 30, "2024"], 20)
    assert max(strip.cell_length for strip in packed) <= 20


def test_wrapped_stops_at_its_limit() -> None:
    rows = drawing.wrapped("one two three four five six seven", 10, limit=2)
    assert len(rows) == 2
    assert rows[1].text.rstrip().endswith("…")
    assert Offset(rows[0].cell_length, rows[1].cell_length) == Offset(10, 10)


async def test_an_index_of_older_rules_is_rebuilt_in_sight_and_can_be_put_off(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []

    def rebuild(self: WordMatcher, database: Database, progress: Progress) -> int:
        for done in itertools.count():
            begun.append(done)
            time.sleep(0.01)
            progress(done, 1_000_000)
        raise AssertionError

    monkeypatch.setattr(intake_acts, "MANY", 1)
    monkeypatch.setattr(WordMatcher, "stale", lambda *_: True)
    monkeypatch.setattr(WordMatcher, "rebuild", rebuild)
    app = DeskApp(desk, bidi="app", article_id=1)
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in ((), ("r",), ("A", *"article.txt", "ctrl+s")):  # at first; when matched next
            begun.clear()
            app.clear_notifications()
            await pilot.press(*keys)
            while not begun:
                await pilot.pause(0.01)
            assert isinstance(app.screen, ProgressDialog)
            await pilot.press("escape")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert isinstance(app.screen, ArticleScreen)
            said = [notice.message for notice in app._notifications]
            assert said == [Words("en")("index.later")]


LOCKED = StoreError(
    "{path} is locked by another program",
    hint="Nothing was written. Wait until the other program is done, then try again.",
    path="/home/amal/{0}.db",
)


async def test_a_store_that_cannot_be_written_is_told_never_thrown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise LOCKED

    app = DeskApp(desk, bidi="app", article_id=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "tab", "x")
        monkeypatch.setattr(Store, "change", refuse)
        app.screen.query_one(TextArea).text = "why"
        await pilot.press("tab", "down", "tab", *"because", "ctrl+s")
        assert app.screen.query_one(".problem", Saying).text == str(LOCKED)
        app.context.words = Words("ar")
        await pilot.press("ctrl+s")
        told = app.screen.query_one(".problem", Saying).text
        assert told.startswith("ملف الادعاءات «/home/amal/{0}.db» مقفل من برنامج آخر\nلم يُكتب شيء.")
        await pilot.press("escape", "u")
        await pilot.pause()
        assert [notice.message for notice in app._notifications] == [told]
        assert app.is_running


async def test_a_store_that_cannot_be_read_is_told_never_thrown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise LOCKED

    app = DeskApp(desk, bidi="app", article_id=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for broken in ("ids", "rows", "get", "history"):
            with monkeypatch.context() as patch:
                patch.setattr(desk.claims, broken, refuse)
                app.screen.changed()
                await pilot.press("j", "5", "M", "escape", "C", "slash", "x", "escape", "escape")
                await pilot.pause()
                said = [notice.message for notice in app._notifications]
            assert any("locked" in one for one in said), broken
            assert app.is_running, broken
            app.clear_notifications()
            app.open_article(1)
            await pilot.pause()
            assert isinstance(app.screen, ArticleScreen)
            assert not list(app._notifications), broken


async def test_signs_stand_beside_the_rows_they_are_of(desk: Desk) -> None:
    app = DeskApp(desk, bidi="app", article_id=1)
    async with app.run_test(size=(60, 14)) as pilot:
        await pilot.press("0")
        for height in (14, 30):
            await pilot.resize_terminal(60, height)
            await pilot.pause(0.1)
            gutter = app.screen.query_one(ClaimGutter)
            rows = range(gutter.size.height)
            shown = [gutter.render_line(y).text for y in rows]
            gutter.account(gutter._coverage)  # forgets what it knew of rows
            assert [gutter.render_line(y).text for y in rows] == shown


@pytest.mark.parametrize(
    ("keys", "looked_up"),
    [
        ("R", "workbench.tui.screens.preview.render_report"),
        ("W", "workbench.desk.matching.radar.Radar.all"),
    ],
)
async def test_a_screen_may_be_left_while_it_looks_things_up(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, keys: str, looked_up: str
) -> None:
    begun, released = Event(), Event()

    def slow(*_: object, **__: object) -> bytes:
        begun.set()
        released.wait(5)
        return b""

    app = DeskApp(desk, bidi="app", article_id=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        monkeypatch.setattr(looked_up, slow)
        await pilot.press(keys)
        assert begun.is_set()
        left = app.screen
        # It is taken away with its widgets first; that moment lasts here.
        monkeypatch.setattr(left, "remove", lambda: left.query("*").remove())
        await app.pop_screen()
        released.set()
        await pilot.pause(0.1)
        assert app.is_running


async def test_accepting_waits_for_what_was_typed(desk: Desk) -> None:
    app = DeskApp(desk, bidi="app", article_id=2)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        letters = [events.Key(letter, letter) for letter in "Ministry of Trade"]
        for key in (events.Key("ctrl+u", None), *letters, events.Key("ctrl+s", None)):
            key.set_sender(app)
            app.post_message(
                key
            )  # all at once, as a fast hand or a paste by key strokes sends them
        await pilot.pause()
        await pilot.pause()
    claimants = {row.claimant for row in desk.claims.rows(desk.claims.ids())}
    assert "Ministry of Trade" in {claimant[-17:] for claimant in claimants}
