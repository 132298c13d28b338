"""The desk with the matching room itself, over the index in the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.desk.fakes import article, open_desk
from workbench.desk import Desk
from workbench.desk.matching.matcher import IndexMatcher
from workbench.desk.states import Decision
from workbench.matching.types import Relation

TEXT = (
    "About 2,500 American soldiers are in Iraq\nThe ministry postponed the announcement in Baghdad"
)
LATER = "About 3,500 American soldiers are in Iraq\nThe central bank lowered its rate in Oslo"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with open_desk(path, matcher=IndexMatcher()) as opened:
        opened.articles.add(article(TEXT))
        yield opened


def test_claim_on_file_is_found_at_once_and_its_figure_is_told_apart(desk: Desk) -> None:
    desk.articles.add(article(LATER))
    (match,) = desk.matches.pending()
    assert (match.claim_id, match.other_id) == (3, 1)
    assert match.relation not in {Relation.SAME, Relation.DIFFERENT}
    assert desk.verify() == []


def test_what_is_undone_or_set_aside_is_found_no_more(desk: Desk) -> None:
    desk.claims.set_aside(1, "for the test", version=desk.claims.get(1).version)
    assert all(claim.found == () for claim in desk.matches.screen(article(LATER)))
    desk.undo()
    assert desk.matches.screen(article(LATER))[0].found[0].claim_id == 1
    desk.undo()
    assert all(claim.found == () for claim in desk.matches.screen(article(LATER)))
    desk.redo()
    assert desk.matches.screen(article(LATER))[0].found[0].claim_id == 1


def test_earlier_claim_reworded_is_compared_with_later_ones(desk: Desk) -> None:
    rate = "The central bank lowered its rate in Oslo"
    desk.articles.add(article(rate))
    # Both are given by hand, so that the same readers read the facets of both.
    desk.claims.reword(3, rate, version=desk.claims.get(3).version)
    assert desk.matches.pending() == []
    desk.claims.reword(2, rate, version=desk.claims.get(2).version)
    (match,) = desk.matches.pending()
    assert (match.claim_id, match.other_id, match.relation) == (3, 2, Relation.SAME)
    assert match.decision is Decision.PENDING


DAMAGES = {
    "a claim lost": "DELETE FROM index_run WHERE claim = 1",
    "all claims lost": "DELETE FROM index_run",
    "lengths lost": "DELETE FROM index_length",
    "docs cut short": "UPDATE index_term SET recent = substr(recent, 1, 2)",
    "docs lost": "UPDATE index_term SET recent = x''",
    "docs that never were": "UPDATE index_term SET recent = x'ffffff3f'",
    "a width that is none": "UPDATE index_term SET recent = x'010000c0'",
    "another normaliser": "UPDATE index_state SET version = 'older'",
    "everything lost": "DELETE FROM index_state",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damaged_index_is_noticed_and_built_anew_by_the_next_search(
    desk: Desk, path: Path, damage: str
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(damage)
        connection.commit()
    assert {problem.where for problem in desk.verify()} == {"the matching index"}
    assert desk.matches.screen(article(LATER))[0].found[0].claim_id == 1
    assert desk.verify() == []


def test_words_lost_from_the_index_are_noticed_and_reindexing_cures_it(
    desk: Desk, path: Path
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM index_term WHERE term = 'iraq'")
        connection.execute("DELETE FROM index_term WHERE number = 1")
        connection.commit()
    assert {problem.where for problem in desk.verify()} == {"the matching index"}
    assert desk.reindex() == 2
    assert desk.verify() == []


def test_damaged_index_that_cannot_be_written_is_built_in_memory(desk: Desk, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE index_state SET version = 'older'")
        connection.commit()
    with Desk.open(path, actor="reader", read_only=True) as reader:
        assert reader.matches.screen(article(LATER))[0].found[0].claim_id == 1


def test_index_of_another_version_is_built_anew_by_the_next_article(desk: Desk, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE index_state SET version = 'older'")
        connection.commit()
    assert [problem.where for problem in desk.verify()] == ["the matching index"]
    desk.articles.add(article(LATER))
    assert desk.verify() == []
    assert desk.matches.of(1) != []


def test_who_waits_for_an_index_to_be_built_anew_is_told_how_far_it_is(
    desk: Desk, path: Path
) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE index_state SET version = 'older'")
    told: list[tuple[int, int]] = []
    matcher = IndexMatcher(renewing=lambda done, total: told.append((done, total)))
    with open_desk(path, matcher=matcher) as waiting:
        waiting.matches.screen(article(LATER))
        assert told == [(0, 2), (2, 2)]
        waiting.matches.screen(article(LATER))
        assert told == [(0, 2), (2, 2)], "it is built once"


def test_reindexing_that_is_stopped_leaves_the_index_as_it_was(desk: Desk) -> None:
    told = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.reindex(stop)
    assert len(told) > 1
    assert desk.verify() == []
    assert desk.matches.screen(article(LATER))[0].found[0].claim_id == 1
