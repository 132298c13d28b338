"""More than a thousand pairs: a changed fact is never called the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from benchmarks.adversarial import AdversarialPair, pairs
from benchmarks.matching import FIELD_TABLE, statement
from benchmarks.written import written
from workbench.matching.compare import compare, compare_worth
from workbench.matching.types import Relation, Statement
from workbench.matching.wording.wording import plain_rarity

PAIRS = pairs(rounds=12, seed=3)


read = cache(statement)
"""Most sentences stand in several pairs."""


def relation(pair: AdversarialPair) -> Relation:
    here, there = read(pair.here, pair.language), read(pair.there, pair.language)
    return compare(here, there).relation


def test_there_are_enough_pairs_of_every_kind() -> None:
    counts = Counter(pair.changed for pair in PAIRS)
    assert len(PAIRS) > 1000
    assert all(count >= 24 for count in counts.values())


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_changed_fact_is_never_the_same(language: str) -> None:
    changed = [pair for pair in PAIRS if not pair.same and pair.language == language]
    wrong = [pair for pair in changed if relation(pair) is Relation.SAME]
    assert not wrong


@pytest.mark.parametrize("language", ["en", "ar"])
def test_most_paraphrases_and_roundings_are_the_same(language: str) -> None:
    kept = [pair for pair in PAIRS if pair.same and pair.language == language]
    good = [pair for pair in kept if relation(pair) in {Relation.SAME, Relation.UPDATE}]
    assert len(good) >= 0.85 * len(kept)


def mixed() -> Iterator[tuple[Statement, Statement]]:
    """Pairs that belong together and pairs that do not, some of two languages."""
    for one, other in zip(PAIRS[::3], PAIRS[7::3], strict=False):
        yield read(one.here, one.language), read(one.there, one.language)
        yield read(one.here, one.language), read(other.there, other.language)
        yield read(one.here, one.language), read(PAIRS[0].there, PAIRS[0].language)


def test_nothing_that_may_tell_is_passed_over_as_too_far_off() -> None:
    for here, there in mixed():
        full, found = compare(here, there), compare_worth(here, there, plain_rarity, least=2.0)
        mild = full.relation in {Relation.RELATED, Relation.DIFFERENT}
        assert found == full or (found is None and mild)


def test_no_fact_changed_by_hand_is_the_same() -> None:
    changed = [pair for pair in written() if not pair.same]
    assert len(changed) > 80
    assert [pair for pair in changed if pair.compared().relation is Relation.SAME] == []


@pytest.mark.parametrize("row", FIELD_TABLE, ids=lambda row: row[0])
def test_pairs_that_no_score_puts_right(row: tuple[str, str, str, str, str, str]) -> None:
    _, first, here, second, there, wanted = row
    assert compare(statement(here, first), statement(there, second)).relation in wanted.split()
