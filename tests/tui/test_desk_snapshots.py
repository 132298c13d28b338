"""Every screen as it looks, small and large, in both languages, empty and full.

Look at what changed before you accept it: `pytest tests/tui/test_desk_snapshots.py -n 0`
writes a report; `--snapshot-update` accepts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from workbench.desk import Desk
from workbench.tui.app import DeskApp

SMALL, LARGE = (80, 24), (160, 45)
SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x45"])
Compare = Callable[..., bool]


def keys(*pressed: str) -> Callable[[Pilot[None]], Any]:
    async def press(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.press(*pressed)
        await pilot.pause()
        await pilot.pause(0.2)

    return press


def app(desk: Desk, **given: Any) -> DeskApp:
    made = DeskApp(desk, bidi="app", **given)
    made.animation_level = "none"
    return made


@SIZES
def test_home(desk: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(app(desk), terminal_size=size, run_before=keys())


@SIZES
def test_home_in_arabic(desk: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(app(desk, language="ar"), terminal_size=size, run_before=keys())


def test_home_empty(empty_desk: Desk, snap_compare: Compare) -> None:
    assert snap_compare(app(empty_desk), terminal_size=SMALL, run_before=keys())


@SIZES
def test_arabic_article(desk: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(app(desk, article_id=1), terminal_size=size, run_before=keys("j"))


@SIZES
def test_article_in_the_arabic_desk(
    desk: Desk, snap_compare: Compare, size: tuple[int, int]
) -> None:
    shown = app(desk, article_id=1, language="ar")
    assert snap_compare(shown, terminal_size=size, run_before=keys("6"))


def test_dialog_in_the_arabic_desk(desk: Desk, snap_compare: Compare) -> None:
    shown = app(desk, article_id=1, language="ar")
    assert snap_compare(shown, terminal_size=SMALL, run_before=keys("r"))


@SIZES
def test_english_article(desk: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(app(desk, article_id=2), terminal_size=size, run_before=keys("space"))


@pytest.mark.parametrize("pane", ["1", "2", "3", "4", "5", "6"])
def test_panes(desk: Desk, snap_compare: Compare, pane: str) -> None:
    article = 2 if pane == "4" else 1
    assert snap_compare(app(desk, article_id=article), terminal_size=SMALL, run_before=keys(pane))


def test_no_claim(empty_desk: Desk, snap_compare: Compare) -> None:
    assert snap_compare(app(empty_desk), terminal_size=SMALL, run_before=keys("C"))


@SIZES
def test_matches(desk: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(app(desk), terminal_size=size, run_before=keys("M"))


def test_matches_in_the_arabic_desk(desk: Desk, snap_compare: Compare) -> None:
    assert snap_compare(app(desk, language="ar"), terminal_size=LARGE, run_before=keys("M"))


def test_matches_empty(empty_desk: Desk, snap_compare: Compare) -> None:
    assert snap_compare(app(empty_desk), terminal_size=SMALL, run_before=keys("M"))


@SIZES
def test_sources(desk: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(app(desk), terminal_size=size, run_before=keys("S"))


def test_sources_empty(empty_desk: Desk, snap_compare: Compare) -> None:
    assert snap_compare(app(empty_desk), terminal_size=SMALL, run_before=keys("S"))


@pytest.mark.parametrize("key", ["v", "a", "x", "r", "s", "R", "question_mark"])
def test_dialogs(desk: Desk, snap_compare: Compare, key: str) -> None:
    assert snap_compare(app(desk, article_id=1), terminal_size=SMALL, run_before=keys(key))


def test_dialog_large(desk: Desk, snap_compare: Compare) -> None:
    assert snap_compare(app(desk, article_id=1), terminal_size=LARGE, run_before=keys("a"))


@pytest.mark.parametrize("theme", ["desk-light", "desk-contrast"])
def test_themes(desk: Desk, snap_compare: Compare, theme: str) -> None:
    assert snap_compare(
        app(desk, article_id=2, theme=theme), terminal_size=LARGE, run_before=keys()
    )


@SIZES
def test_figures(desk: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(app(desk), terminal_size=size, run_before=keys("F"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_report(desk: Desk, snap_compare: Compare, language: str) -> None:
    shown = app(desk, article_id=1, language=language)
    assert snap_compare(shown, terminal_size=SMALL, run_before=keys("R"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_span_being_adjusted(desk: Desk, snap_compare: Compare, language: str) -> None:
    shown = app(desk, article_id=1, language=language)
    assert snap_compare(shown, terminal_size=SMALL, run_before=keys("w", "right"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_gate(desk: Desk, snap_compare: Compare, language: str) -> None:
    shown = app(desk, article_id=1, language=language)
    assert snap_compare(shown, terminal_size=SMALL, run_before=keys("t", "end", "enter"))


def test_search(desk: Desk, snap_compare: Compare) -> None:
    pressed = keys("ctrl+f", *"troop")
    assert snap_compare(app(desk), terminal_size=SMALL, run_before=pressed)
