"""The worked example in the checkout is what its fixtures say, to the row."""

from __future__ import annotations

import importlib.util
import shutil
import sqlite3
from pathlib import Path

import pytest

from workbench.desk import Desk
from workbench.matching.types import Relation

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "claims.db"
RECORDS = (
    "article",
    "article_text",
    "sentence",
    "claim",
    "appearance",
    "source",
    "evidence",
    "verdict",
    "match",
    "event",
    "change",
)


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(path) as store:
        return {
            table: store.execute(f'SELECT * FROM "{table}" ORDER BY 1, 2').fetchall()
            for table in RECORDS
        }


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy, because reading a store in write-ahead mode leaves files beside it."""
    return Path(shutil.copy(SHIPPED, tmp_path_factory.mktemp("shipped") / "claims.db"))


def test_rebuilding_gives_the_committed_content(shipped: Path, tmp_path: Path) -> None:
    specification = importlib.util.spec_from_file_location("build", ROOT / "fixtures" / "build.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    module.build(tmp_path / "rebuilt.db")
    rebuilt = rows(tmp_path / "rebuilt.db")
    for table, expected in rows(shipped).items():
        assert rebuilt[table] == expected, f"{table}: run `python fixtures/build.py`"


def test_the_example_is_sound_and_shows_the_work(shipped: Path) -> None:
    with Desk.open(shipped, actor="test") as desk:
        assert desk.verify() == []
        overview = desk.overview()
        assert overview.articles == 4
        assert overview.conflicts > 0
        views = [desk.claims.get(claim) for claim in desk.claims.ids()]
        assert sum(view.verdict is not None for view in views) == 2
        relations = {match.relation for view in views for match in view.matches}
        assert {Relation.SAME, Relation.CONFLICT} <= relations
