"""From new statements to what is on file, and inside one article."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from benchmarks.statements import statement
from tests.matching.build import figure, place, say, time
from workbench.facets.types import Modality
from workbench.language.spans import Span
from workbench.matching.candidates.index import ClaimIndex
from workbench.matching.candidates.memory import MemoryPostings
from workbench.matching.candidates.terms import VERSION, index_terms, query_terms
from workbench.matching.compare import compare
from workbench.matching.match import TOGETHER, match_statements, within
from workbench.matching.types import Relation, Statement

IRAQ = place("Iraq", "IQ")
SOME = say(
    "There are 2,500 US troops in Iraq",
    figures=(figure("2,500 US troops", 2500, counted="US troops"),),
    places=(IRAQ,),
)
MORE = say(
    "There are 3,500 US troops in Iraq",
    figures=(figure("3,500 US troops", 3500, counted="US troops"),),
    places=(IRAQ,),
)
SOME_AR = say(
    "يوجد ٢٥٠٠ جندي أميركي في العراق",
    language="ar",
    figures=(figure("٢٥٠٠ جندي أميركي", 2500, counted="جندي أميركي"),),
    places=(place("العراق", "IQ"),),
)
FILED = {
    1: SOME,
    2: say("Oil exports from Basra rose last year", modality=Modality.PAST_FACT),
    3: SOME_AR,
    4: say("The film won a prize in Cannes", modality=Modality.PAST_FACT),
}


def filed_index(filed: dict[int, Statement]) -> ClaimIndex:
    index = ClaimIndex(MemoryPostings(VERSION), VERSION)
    index.add([(claim, index_terms(statement)) for claim, statement in filed.items()])
    return index


def load(ids: Sequence[int]) -> dict[int, Statement]:
    return {claim: FILED[claim] for claim in ids}


def test_the_same_the_contrary_and_the_other_language_are_found() -> None:
    found = match_statements([SOME, MORE], filed_index(FILED), load)
    relations = {(hit.new, hit.claim): hit.comparison.relation for hit in found}
    assert relations == {
        (0, 1): Relation.SAME,
        (0, 3): Relation.SAME,
        (1, 1): Relation.CONFLICT,
        (1, 3): Relation.CONFLICT,
    }


def test_claims_passed_over_are_not_compared() -> None:
    found = match_statements([SOME], filed_index(FILED), load, passed_over={0: frozenset({1})})
    assert [hit.claim for hit in found] == [3]


def test_claims_that_are_no_longer_on_file_are_left_out() -> None:
    found = match_statements([SOME], filed_index(FILED), lambda ids: {3: SOME_AR})
    assert [hit.claim for hit in found] == [3]


def test_an_article_is_held_against_itself() -> None:
    denial = say("There are no US troops in Iraq", places=(IRAQ,), negated=True)
    pairs = within([denial, FILED[4], SOME, SOME])
    found = {(pair.first, pair.second): pair.comparison.relation for pair in pairs}
    assert found == {
        (0, 2): Relation.CONFLICT,
        (0, 3): Relation.CONFLICT,
        (2, 3): Relation.SAME,
    }


def test_what_one_sentence_lists_is_no_contradiction() -> None:
    rounds = replace(figure("two more rounds", 2, "round", counted="rounds"), span=Span(900, 915))
    march = replace(time("in March", "2024-03"), span=Span(916, 924))
    april = replace(time("in April", "2024-04"), span=Span(929, 937))
    claims = [
        say(f"two more rounds followed {when.surface}", figures=(rounds,), times=(when,))
        for when in (march, april)
    ]
    assert within(claims) == []
    other = replace(rounds, span=Span(1900, 1915))
    later = replace(april, span=Span(1929, 1937))
    elsewhere = replace(claims[1].facets, quantities=(other,), times=(later,))
    again = replace(claims[1], facets=elsewhere)
    assert [pair.comparison.relation for pair in within([claims[0], again])] != []


def test_what_somebody_says_in_one_breath_is_no_contradiction() -> None:
    shipped = statement("Uganda shipped 712,450 bags in April", "en")
    more = statement("Uganda shipped 712,450 bags in April: 8 percent more than in March", "en")
    begun = statement("Work on the dam began in 2019", "en")
    stopped = statement("Work on the dam stopped in 2020", "en")
    assert within([shipped, more]) == []
    assert compare(more, shipped).relation is Relation.BROADER
    assert within([begun, stopped]) == []
    rose, fell = (statement(f"Oil exports {moved} in May", "en") for moved in ("rose", "fell"))
    assert [pair.comparison.relation for pair in within([rose, fell])] == [Relation.CONFLICT]


def test_another_script_of_the_same_figure_is_filed_under_the_same_term() -> None:
    assert "en|figure:2500" in index_terms(SOME)
    assert "ar|figure:2500" in index_terms(SOME_AR)


@pytest.mark.parametrize("text", ["", "the of", "😀", "1 2 3", "\ud800\u0000", "ab " * 20_000])
def test_odd_text_is_indexed_and_looked_for_in_bounded_time(text: str) -> None:
    odd = say(text)
    terms = index_terms(odd)
    assert len(terms) <= 256
    for term in terms:
        term.encode("utf-8")
    index = filed_index({**FILED, 9: odd})
    assert len(match_statements([odd, SOME], index, lambda ids: {**FILED, 9: odd})) <= 10


def test_a_claim_equal_to_many_others_is_found_without_trouble() -> None:
    many = dict.fromkeys(range(3000), SOME)
    found = match_statements([SOME], filed_index(many), lambda ids: dict.fromkeys(ids, SOME))
    assert len(found) == 5
    assert {hit.comparison.relation for hit in found} == {Relation.SAME}


WORDS = st.lists(
    st.sampled_from(["oil", "troops", "rose", "Iraq", "talks", "not", "بغداد", "ارتفع", "2500"]),
    min_size=1,
    max_size=8,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12), st.sampled_from(["en", "ar"]))
def test_a_statement_just_filed_is_among_the_candidates(texts: list[str], language: str) -> None:
    statements = {at: say(text, language=language) for at, text in enumerate(texts)}
    index = filed_index(statements)
    for claim, each in statements.items():
        if index_terms(each):
            found = index.candidates([query_terms(each)], len(texts))[0]
            assert claim in {candidate.claim for candidate in found}


def test_claims_of_a_long_article_are_matched_as_each_would_be_alone() -> None:
    index = filed_index(FILED)
    said = [*FILED.values()] * (TOGETHER // len(FILED) + 1)
    passed = {len(said) - 4: frozenset({1})}
    found = match_statements(said, index, lambda ids: FILED, passed_over=passed)
    alone = [match_statements([one], index, lambda ids: FILED) for one in FILED.values()]
    for at in range(len(said) - 4):
        ours = [(each.claim, each.comparison) for each in found if each.new == at]
        assert ours == [(each.claim, each.comparison) for each in alone[at % 4]]
    assert 1 in [each.claim for each in found if each.new == 0]
    assert 1 not in [each.claim for each in found if each.new == len(said) - 4]
