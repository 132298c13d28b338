"""The threshold lab: it learns from decisions, proposes, and changes nothing unless told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.fakes import article, open_desk
from workbench.desk import Desk
from workbench.desk.matching.matcher import IndexMatcher
from workbench.errors import InvalidInputError
from workbench.matching.thresholds import KEPT, MILD, Decided, propose
from workbench.matching.types import Relation

FILED = "The ministry of oil opened a refinery in Basra\nThe central bank lowered its rate in Oslo"
NEW = "The ministry of oil closed an office in Basra\nThe central bank discussed its rate with Oslo"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with open_desk(path, matcher=IndexMatcher()) as opened:
        opened.articles.add(article(FILED))
        opened.articles.add(article(NEW))
        yield opened


def test_decisions_are_replayed_by_relation_facet_and_language(desk: Desk) -> None:
    first, second = desk.matches.pending()[:2]
    desk.matches.confirm(first.id)
    desk.matches.reject(second.id, "another office")
    tuning = desk.tune.replay()
    assert tuning.decided == 2
    (english,) = tuning.by_language.values()
    assert (english.confirmed, english.rejected, english.precision, english.recall) == (
        1,
        1,
        0.5,
        1,
    )
    assert sum(each.confirmed + each.rejected for each in tuning.by_facet.values()) == 2
    assert tuning.proposals == ()


def test_threshold_hides_what_is_mild_and_is_in_the_history(desk: Desk) -> None:
    hit = article("The ministry of oil visited Basra")
    before = {match.claim_id for claim in desk.matches.screen(hit) for match in claim.found}
    assert before
    desk.tune.set(dict.fromkeys(MILD, 1.0), "too much to look at")
    assert all(claim.found == () for claim in desk.matches.screen(hit))
    same = desk.matches.screen(article(FILED))
    assert Relation.SAME in {match.relation for claim in same for match in claim.found}
    entry = desk.history(1)[0]
    assert (entry.action, entry.by, entry.why) == ("thresholds set", "Amal", "too much to look at")
    desk.undo()
    assert {match.claim_id for claim in desk.matches.screen(hit) for match in claim.found} == before


def test_threshold_that_is_none_is_refused(desk: Desk) -> None:
    for wrong in ({"related": 1.5}, {"same": 0.5}):
        with pytest.raises(InvalidInputError, match="cannot be shown"):
            desk.tune.set(wrong)


def test_threshold_that_hides_as_many_confirmed_as_rejected_is_not_proposed() -> None:
    rows = [(0.0, False), (0.0, True), *[(1.0, False)] * 19, *[(1.0, True)] * 19]
    decided = [
        Decided(Relation.RELATED, "wording", "en", probability, confirmed, found=True)
        for probability, confirmed in rows
    ]
    assert not propose(decided)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=80))
def test_proposal_keeps_what_was_confirmed_and_never_loses_precision(
    rows: list[tuple[float, bool]],
) -> None:
    decided = [
        Decided(Relation.RELATED, "wording", "en", probability, confirmed, found=True)
        for probability, confirmed in rows
    ]
    for proposal in propose(decided):
        assert proposal.kept >= KEPT
        assert proposal.precision > proposal.precision_before
        assert any(not row.confirmed and row.probability < proposal.threshold for row in decided)
