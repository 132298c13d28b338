"""The worked example as the README shows it: these pictures are the README's own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.tui.test_desk_snapshots import LARGE, SMALL, app, keys
from workbench.desk import Desk

SHIPPED = Path(__file__).parents[2] / "claims.db"
Compare = Callable[..., bool]


@pytest.fixture
def example(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(shutil.copy(SHIPPED, tmp_path / "example.db"), actor="Amal") as desk:
        yield desk


def test_article(example: Desk, snap_compare: Compare) -> None:
    pressed = keys("/", *"2500", "enter", "1")
    assert snap_compare(app(example, article_id=1), terminal_size=LARGE, run_before=pressed)


def test_matches(example: Desk, snap_compare: Compare) -> None:
    assert snap_compare(app(example), terminal_size=LARGE, run_before=keys("M"))


def test_home(example: Desk, snap_compare: Compare) -> None:
    assert snap_compare(app(example), terminal_size=SMALL, run_before=keys())
