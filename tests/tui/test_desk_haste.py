"""Keys faster than screens: a person who types ahead on a busy machine stays at the desk."""

from __future__ import annotations

import asyncio
import random

import pytest
from textual.events import Key
from textual.widgets._toast import Toast

from tests.tui.checker import Checker, at
from workbench.desk import Desk
from workbench.tui.app import DeskApp
from workbench.tui.dialogs.ask import AskDialog
from workbench.tui.dialogs.help import HelpDialog
from workbench.tui.dialogs.link import LinkDialog
from workbench.tui.dialogs.search import SearchDialog
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.home import HomeScreen
from workbench.tui.text.line_input import BidiInput

OPENING = ["C", "r", "v", "a", "d", "c", "x", "M", "A", "question_mark", "colon"]
KEYS = [*OPENING, *(["escape"] * 6), "j"]


def send(amal: Checker, *keys: str) -> None:
    for key in keys:
        amal.app.post_message(Key(key, key if len(key) == 1 else None))


def is_quiet(amal: Checker) -> bool:
    """Whether every key has come to where it goes."""
    app = amal.app
    pumps = [app, *(one for screen in app.screen_stack for one in screen.walk_children())]
    return app.is_running and all(one._message_queue.empty() for one in [*pumps, *app.screen_stack])


async def test_the_second_of_two_escapes_takes_no_other_screen_away(desk: Desk) -> None:
    async with at(desk, article_id=1) as amal:
        await amal.press("r")
        dialog = amal.screen
        assert isinstance(dialog, AskDialog)
        amal.app.action_help()
        await amal.press()
        assert isinstance(amal.screen, HelpDialog)
        dialog.action_cancel()
        dialog.action_cancel()
        assert not await amal.app.run_action("cancel", dialog)
        await amal.press()
        assert isinstance(amal.screen, ArticleScreen)


async def test_what_ends_with_the_screen_that_asks_ends_nothing_of_the_app(desk: Desk) -> None:
    gate, ended = asyncio.Event(), []

    async def behind() -> None:
        await gate.wait()
        ended.append("well")

    async def ask(app: DeskApp) -> None:
        app.call_next(behind)
        await app.push_screen_wait(HelpDialog([]))

    async with at(desk) as amal:
        asks = amal.app.run_worker(ask(amal.app))
        await asyncio.sleep(0.05)
        asks.cancel()
        gate.set()
        await amal.until(lambda: ended == ["well"])


@pytest.mark.parametrize("seed", range(3))
async def test_no_haste_ends_the_desk(desk: Desk, seed: int) -> None:
    chance = random.Random(seed)
    async with at(desk) as amal:
        for _ in range(60):
            send(amal, chance.choice(KEYS))
            if chance.random() < 0.3:
                await asyncio.sleep(chance.random() / 20)
        await amal.until(lambda: is_quiet(amal))
        await amal.press(*["escape"] * 8, "H")
        assert isinstance(amal.screen, HomeScreen)


async def test_notices_in_a_row_do_not_pile_up(desk: Desk) -> None:
    app = DeskApp(desk, bidi="app")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for _ in range(4):
            await pilot.press("ctrl+r")
        await pilot.pause()
        toasts = list(app.screen.query(Toast))
        assert len(toasts) > 1
        assert [toast.parent.display for toast in toasts] == [False] * (len(toasts) - 1) + [True]
        await pilot.click(Toast)
        assert [toast.parent.display for toast in app.screen.query(Toast)][-1]


@pytest.mark.parametrize(("language", "said"), [("en", "^q leaves"), ("ar", "^q للخروج")])
async def test_ctrl_c_says_what_leaves_the_desk(desk: Desk, language: str, said: str) -> None:
    async with at(desk, language=language) as amal:
        await amal.press("ctrl+c")
        assert amal.app.is_running
        assert said in amal.notices[-1]


async def test_a_key_that_comes_before_its_dialog_waits_for_it(desk: Desk) -> None:
    async with at(desk) as amal:
        dialog = SearchDialog()
        amal.app.push_screen(dialog)
        assert not dialog.is_mounted
        assert await amal.app.run_action("move(1)", dialog)
        await amal.press()
        assert amal.screen is dialog
        amal.app.push_screen(second := SearchDialog())
        assert await amal.app.run_action("leave", second)
        await amal.press()
        assert amal.screen is dialog


async def test_a_screen_that_was_left_is_not_fitted_any_more(desk: Desk) -> None:
    async with at(desk, article_id=1) as amal:
        left = amal.screen
        await amal.press("escape")
        await left.query("*").remove()
        left._fit()


async def test_what_a_dialog_looked_for_comes_to_nothing_once_the_desk_closes(desk: Desk) -> None:
    async with at(desk) as amal:
        await amal.press("ctrl+f")
        dialog = amal.screen
        assert dialog.is_there
        amal.app._running = False
        await dialog.query("*").remove()
        await dialog._look().wait()
        amal.app._running = True


async def test_what_is_typed_ahead_goes_to_what_the_keys_before_it_lead_to(desk: Desk) -> None:
    texts = [claim.text for claim in desk.claims.rows(desk.claims.ids())]
    async with at(desk, article_id=1) as amal:
        send(amal, "slash", *"undo")
        await amal.until(lambda: amal.screen.query_one("#filter", BidiInput).value == "undo")
        await amal.press("escape")
        send(amal, "r", "x", "d", "u", "escape", "escape", "a", *"xd", "tab", "tab")
        await amal.until(lambda: isinstance(amal.screen, LinkDialog) and is_quiet(amal))
        assert amal.screen.query("BidiInput").first(BidiInput).value == "xd"
    assert texts == [claim.text for claim in desk.claims.rows(desk.claims.ids())]
