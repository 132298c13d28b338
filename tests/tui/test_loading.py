"""What the desk has loaded when it is first painted, and what it loads when it is asked for."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.tui import dialogs, screens

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
