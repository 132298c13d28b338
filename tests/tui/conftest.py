"""Desks on temporary files."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.widgets import Input, TextArea

from tests.tui.checker import SMALL
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


@pytest.fixture(scope="session", autouse=True)
def _style_sheets_are_parsed_once() -> Iterator[None]:
    """Each app would parse the same sheets again: a quarter of the time that it takes to open."""
    known: dict[object, list[RuleSet]] = {}
    frozen: WeakKeyDictionary[Stylesheet, tuple[object, frozenset[Any]]] = WeakKeyDictionary()
    parse = Stylesheet._parse_rules

    def variables(sheet: Stylesheet) -> frozenset[Any]:
        of, items = frozen.get(sheet, (None, frozenset()))
        if of is not sheet._variables:  # a theme gives it others, never the same with other values
            items = frozenset(sheet._variables.items())
            frozen[sheet] = sheet._variables, items
        return items

    def once(sheet: Stylesheet, *given: Any, **named: Any) -> list[RuleSet]:
        key = (given, *named.items(), variables(sheet))
        if key not in known:
            known[key] = parse(sheet, *given, **named)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", once)
        yield


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


@pytest.fixture
def size() -> tuple[int, int]:
    """The smallest terminal that the desk is for; what does not ask for it runs in a large one."""
    return SMALL
