"""An empty desk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.fakes import open_desk
from workbench.desk import Desk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claims.db"


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store without a record, made once: to make it takes ten times as long as to open it."""
    path = tmp_path_factory.mktemp("empty") / "claims.db"
    open_desk(path).close()
    return path


@pytest.fixture
def desk(path: Path, empty: Path) -> Iterator[Desk]:
    shutil.copyfile(empty, path)
    with open_desk(path) as opened:
        yield opened
