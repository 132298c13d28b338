"""Every screen as it looks, small and large, in both languages, empty and full.

A tour of the desk takes many pictures, for to open it costs more than to go on in it. To accept
what changed: `pytest tests/tui/test_desk_snapshots.py --snapshot-update`, then look at every
picture that git says is another one.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from pytest_textual_snapshot import SVGImageExtension
from syrupy.assertion import SnapshotAssertion

from tests.tui.checker import LARGE, SMALL, Checker, at
from workbench.desk import Desk

Look = Callable[..., Awaitable[None]]


@pytest.fixture
def look(snapshot: SnapshotAssertion) -> Look:
    """``await look(amal, "home", "H")`` presses H and compares the screen with its picture."""
    pictures = snapshot.use_extension(SVGImageExtension)

    async def compare(person: Checker, name: str, *keys: str) -> None:
        person.app.clear_notifications()
        await person.press(*keys)
        await person.pilot.wait_for_scheduled_animations()
        await person.pilot.pause(0.1)
        picture = person.app.export_screenshot(title=person.app.title, simplify=True)
        assert picture == pictures(name=name), name

    return compare


async def test_small(desk: Desk, look: Look) -> None:
    async with at(desk, SMALL, article_id=1) as amal:
        for key, name in {
            "v": "verdict",
            "a": "evidence",
            "x": "split",
            "r": "reword",
            "s": "sort",
            "question_mark": "help",
            "R": "report",
        }.items():
            await look(amal, name, key)
            await amal.press("escape")
        await look(amal, "gate", "t", "end", "enter")
        await amal.press("escape")
        await look(amal, "arabic article", "j")
        await look(amal, "span being adjusted", "k", "w", "right")
        await amal.press("escape")
        for pane in ("1", "2", "3", "5", "6"):
            await look(amal, f"pane {pane}", pane)
        amal.app.open_article(2)
        await look(amal, "english article", "space")
        await amal.press("k", "space", "k")
        await look(amal, "pane 4", "4")
        await look(amal, "home", "H")
        await look(amal, "search", "ctrl+f", *"troop")
        await amal.press("escape")
        await look(amal, "matches", "M")
        await look(amal, "sources", "S")
        await look(amal, "figures", "F")


async def test_large(desk: Desk, look: Look) -> None:
    async with at(desk, LARGE, article_id=2, theme="desk-contrast") as amal:
        await look(amal, "contrast")
        amal.app.theme = "desk-light"
        await look(amal, "light")
        amal.app.theme = "desk-dark"
        await look(amal, "english article", "space")
        amal.app.open_article(1)
        await look(amal, "evidence", "a")
        await amal.press("escape")
        await look(amal, "arabic article", "j")
        await look(amal, "home", "H")
        await look(amal, "matches", "M")
        await look(amal, "sources", "S")
        await look(amal, "figures", "F")


async def test_small_in_arabic(desk: Desk, look: Look) -> None:
    async with at(desk, SMALL, article_id=1, language="ar") as amal:
        await look(amal, "reword", "r")
        await amal.press("escape")
        await look(amal, "gate", "t", "end", "enter")
        await amal.press("escape")
        await look(amal, "span being adjusted", "w", "right")
        await amal.press("escape")
        await look(amal, "facets", "6")
        await look(amal, "report", "R")
        await look(amal, "home", "escape", "H")


async def test_large_in_arabic(desk: Desk, look: Look) -> None:
    async with at(desk, LARGE, article_id=1, language="ar") as amal:
        await look(amal, "facets", "6")
        await look(amal, "home", "H")
        await look(amal, "matches", "M")


async def test_empty(empty_desk: Desk, look: Look) -> None:
    async with at(empty_desk, SMALL) as amal:
        await look(amal, "home")
        await look(amal, "matches", "M")
        await look(amal, "sources", "S")
        await look(amal, "claims", "C")
