"""The worked example as the README shows it: these pictures are the README's own.

`pytest tests/tui/test_example_screens.py -n 0` writes a report of what changed;
`--snapshot-update` accepts.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.checker import LARGE, SMALL
from workbench.desk import Desk
from workbench.tui.app import DeskApp

SHIPPED = Path(__file__).parents[2] / "claims.db"
Compare = Callable[..., bool]


@pytest.fixture
def example(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(shutil.copy(SHIPPED, tmp_path / "example.db"), actor="Amal") as desk:
        yield desk


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


def test_article(example: Desk, snap_compare: Compare) -> None:
    pressed = keys("/", *"2500", "enter", "1")
    assert snap_compare(app(example, article_id=1), terminal_size=LARGE, run_before=pressed)


def test_matches(example: Desk, snap_compare: Compare) -> None:
    assert snap_compare(app(example), terminal_size=LARGE, run_before=keys("M"))


def test_home(example: Desk, snap_compare: Compare) -> None:
    assert snap_compare(app(example), terminal_size=SMALL, run_before=keys())
