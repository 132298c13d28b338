"""What is loaded before the desk is first painted, and what is drawn when a screen is opened."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.checker import LARGE, SMALL, at
from workbench.tui import dialogs, screens
from workbench.tui.widgets.claim_list import ClaimList

EXAMPLE = Path(__file__).parents[2] / "claims.db"
PAINTED = """
import os, sys
from workbench.desk import Desk
from workbench.tui.app import DeskApp
from workbench.tui.screens.home import HomeScreen

class Painted(DeskApp):
    def post_display_hook(self):
        if isinstance(self.screen, HomeScreen):
            os.write(2, " ".join(sys.modules).encode())
            os._exit(0)

Painted(Desk.open(sys.argv[1], actor="test", create=False), bidi="app").run(headless=True)
"""
LATER = {
    "workbench.desk.exchange.exchange",
    "workbench.intake.intake",
    "workbench.matching.compare",
    "workbench.splitting.rules",
    "workbench.tui.dialogs.base",
    "workbench.tui.screens.article",
}
"""Each leads to many more."""


@pytest.mark.parametrize("package", [dialogs, screens], ids=["dialogs", "screens"])
def test_all_that_a_package_offers_is_there(package):
    assert set(package.MODULES) == set(package.__all__)
    assert all(getattr(package, name).__name__ == name for name in package.MODULES)
    with pytest.raises(AttributeError, match="Nowhere"):
        _ = package.Nowhere


def test_home_is_painted_before_anything_else_is_loaded(tmp_path):
    store = shutil.copy(EXAMPLE, tmp_path / "claims.db")
    done = subprocess.run(
        [sys.executable, "-c", PAINTED, store], capture_output=True, check=True, text=True
    )
    loaded = set(done.stderr.split())
    assert "workbench.tui.screens.home" in loaded
    assert not loaded & LATER


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_screen_is_painted_once_when_it_is_opened(desk, monkeypatch, size):
    drawn, lines = [], []
    draw, render_line = ClaimList.draw, ClaimList.render_line

    def drawing(shown, row, width, *, marked, current):
        drawn.append((row.id, current))
        return draw(shown, row, width, marked=marked, current=current)

    def rendering(shown, y):
        lines.append(y)
        return render_line(shown, y)

    monkeypatch.setattr(ClaimList, "draw", drawing)
    monkeypatch.setattr(ClaimList, "render_line", rendering)
    async with at(desk, size, painted_at_once=True) as amal:
        amal.app.open_article(1)
        await amal.until(lambda: bool(drawn))
        await amal.pilot.pause(0.1)
        assert sorted(drawn) == sorted(set(drawn))
        assert sorted(lines) == sorted(set(lines))
        assert amal.screen.shown_article.id == 1
