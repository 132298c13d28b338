"""Desks on temporary files."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from tests.tui.standins import Filed, open_desk
from workbench.desk import Desk


@pytest.fixture(autouse=True)
def _utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Times of day are shown in the person's zone; here that is UTC."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    os.environ.pop("TZ", None)
    time.tzset()


@pytest.fixture(autouse=True)
def _steady_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture taken while the cursor happens to be off would be another."""
    for widget in (Input, TextArea):
        monkeypatch.setattr(widget.cursor_blink, "_default", False)


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[Desk]:
    """Nothing on file."""
    with open_desk(tmp_path / "claims.db") as desk:
        yield desk


@pytest.fixture(scope="session")
def filed(tmp_path_factory: pytest.TempPathFactory) -> Filed:
    """Three articles that repeat and contradict one another."""
    return Filed.build(tmp_path_factory.mktemp("filed") / "claims.db")


@pytest.fixture
def desk(filed: Filed, tmp_path: Path) -> Iterator[Desk]:
    """What is filed, in a copy of the test's own."""
    with filed.copy(tmp_path / "claims.db") as desk:
        yield desk
