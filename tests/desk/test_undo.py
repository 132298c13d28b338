"""Undo and redo: new entries that bring back every row exactly."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.desk.fakes import article, open_desk
from workbench.desk import Desk
from workbench.desk.states import ClaimState, Stance
from workbench.desk.types import Part
from workbench.errors import ChangedMeanwhileError, WorkbenchError
from workbench.records.change import JOURNALLED

DRAWN = ("listing", "quantity", "time", "place", "actor", "claim_search")
Dump = dict[str, list[tuple[object, ...]]]


def dump(path: Path) -> Dump:
    """Every record but its version, and all that is drawn from the records."""
    with closing(sqlite3.connect(path)) as connection:
        found = {}
        for table in (*JOURNALLED, *DRAWN):
            columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
            drop = {"version"} if table in JOURNALLED else {"id"}
            kept = ", ".join(f'"{name}"' for name in columns if name not in drop)
            found[table] = sorted(connection.execute(f'SELECT {kept} FROM "{table}"'), key=repr)
        return found


TEXTS = (
    "Amal: 2,500 troops are there\nTalks resumed last month",
    "3,500 troops are there\nTalks resumed last month\nWhy?",
    "3,500 troops are there\nSomething else",
)
ACTIONS: tuple[Callable[[Desk, int, int], object], ...] = (
    lambda desk, a, b: desk.articles.add(article(TEXTS[a % 3], url="https://x.example")),
    lambda desk, a, b: desk.articles.set_published(1 + a % 3, "2024-08-15", "byline"),
    lambda desk, a, b: desk.claims.reword(
        a, f"{b},500 troops are there", version=_version(desk, a)
    ),
    lambda desk, a, b: desk.claims.set_claimant(a, f"Speaker {b}", version=_version(desk, a)),
    lambda desk, a, b: desk.claims.set_aside(a, "no claim", version=_version(desk, a)),
    lambda desk, a, b: desk.claims.reopen(a, version=_version(desk, a)),
    lambda desk, a, b: desk.claims.set_state(a, ClaimState.CHECKING, version=_version(desk, a)),
    lambda desk, a, b: desk.claims.translate(a, "in words", "Sara", version=_version(desk, a)),
    lambda desk, a, b: desk.claims.split(a, [Part("One"), Part("Two")], version=_version(desk, a)),
    lambda desk, a, b: desk.claims.merge([a, b]),
    lambda desk, a, b: desk.sources.add(f"Source {a}"),
    lambda desk, a, b: desk.sources.edit(1 + a % 2, note=f"note {b}"),
    lambda desk, a, b: desk.evidence.link(a, 1 + b % 2, Stance.SUPPORTS, quote="words"),
    lambda desk, a, b: desk.evidence.retract(a, "wrong"),
    lambda desk, a, b: desk.verdicts.set(a, "mixed", "Because.", reason="newer"),
    lambda desk, a, b: desk.verdicts.withdraw(a, "wrong"),
    lambda desk, a, b: desk.matches.confirm(a),
    lambda desk, a, b: desk.matches.reject(a, "no"),
    lambda desk, a, b: desk.matches.reopen(a),
)


def _version(desk: Desk, claim: int) -> int:
    return desk.claims.get(claim).version


steps = st.lists(
    st.tuples(st.integers(0, len(ACTIONS) - 1), st.integers(1, 5), st.integers(1, 5)), max_size=14
)


@settings(max_examples=25, deadline=None)
@given(before=steps, after=steps)
def test_undo_and_redo_of_any_work_bring_back_every_row(
    empty: Path,
    tmp_path_factory: pytest.TempPathFactory,
    before: list[tuple[int, int, int]],
    after: list[tuple[int, int, int]],
) -> None:
    path = tmp_path_factory.mktemp("undo") / "claims.db"
    shutil.copyfile(empty, path)
    with open_desk(path, "Sara") as sara:
        sara.articles.add(article(TEXTS[0], url="https://x.example"))
        for claim in sara.claims.ids():
            source = sara.sources.add(f"Source on {claim}")
            sara.evidence.link(claim, source, Stance.REFUTES)
            sara.evidence.link(claim, source, Stance.CONTEXT)
        sara.verdicts.set(1, "false", "Because.")
        _do(sara, before)
    start = dump(path)
    with open_desk(path) as desk:
        _do(desk, after)
    end = dump(path)
    with open_desk(path) as desk:  # another day
        while desk.undo():
            pass
        assert dump(path) == start
        while desk.redo():
            pass
        assert dump(path) == end
        assert desk.verify() == []


def _do(desk: Desk, steps: list[tuple[int, int, int]]) -> None:
    for action, a, b in steps:
        try:
            ACTIONS[action](desk, a, b)
        except WorkbenchError:
            continue  # not possible now; nothing was written


def test_undo_walks_back_and_redo_forward(desk: Desk) -> None:
    desk.sources.add("One")
    desk.sources.add("Two")
    undone = desk.undo()
    assert undone is not None
    assert (undone.action, undone.summary, undone.undone) == ("source added", "Two", True)
    assert desk.undo() is not None
    assert desk.undo() is None
    assert desk.sources.list() == []
    assert [entry.action for entry in desk.history()] == ["undone"] * 2 + ["source added"] * 2
    redone = desk.redo()
    assert redone is not None
    assert redone.summary == "One"
    assert desk.redo() is not None
    assert desk.redo() is None
    assert [source.title for source in desk.sources.list()] == ["Two", "One"]


def test_something_new_leaves_nothing_to_redo(desk: Desk) -> None:
    desk.sources.add("One")
    desk.undo()
    new = desk.sources.add("Two")
    assert desk.redo() is None
    assert new == 2, "the number of what was undone is not given again"


def test_each_person_undoes_their_own(path: Path) -> None:
    with open_desk(path) as amal, open_desk(path, "Sara") as sara:
        amal.sources.add("Amal's")
        sara.sources.add("Sara's")
        amal.undo()
        assert [source.title for source in amal.sources.list()] == ["Sara's"]
        assert amal.undo() is None


def test_undo_is_refused_where_somebody_built_on_it(path: Path) -> None:
    with open_desk(path) as amal, open_desk(path, "Sara") as sara:
        amal.articles.add(article("Talks resumed"))
        source = sara.sources.add("Statement")
        sara.evidence.link(1, source, Stance.SUPPORTS)
        before = dump(path)
        with pytest.raises(ChangedMeanwhileError, match=r"evidence 1 .*Sara"):
            amal.undo()
        assert dump(path) == before
        sara.undo()
        assert amal.undo() is not None
        assert amal.articles.list() == []


def test_undo_is_refused_where_somebody_changed_the_same(path: Path) -> None:
    with open_desk(path) as amal, open_desk(path, "Sara") as sara:
        amal.articles.add(article("Talks resumed"))
        amal.claims.reword(1, "Amal's", version=_version(amal, 1))
        sara.claims.reword(1, "Sara's", version=_version(sara, 1))
        with pytest.raises(ChangedMeanwhileError, match="Sara"):
            amal.undo()
        assert amal.claims.get(1).text == "Sara's"


def test_redo_is_refused_where_the_place_is_taken(path: Path) -> None:
    with open_desk(path) as amal, open_desk(path, "Sara") as sara:
        amal.articles.add(article("Talks resumed"))
        amal.undo()
        sara.articles.add(article("Talks resumed"))
        with pytest.raises(ChangedMeanwhileError, match="article"):
            amal.redo()
        assert len(amal.articles.list()) == 1
