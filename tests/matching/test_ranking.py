"""How posts are read, and which claims come first."""

from __future__ import annotations

import pytest

from tests.matching.test_match import filed_index, say
from workbench.matching.candidates.index import Candidate
from workbench.matching.match import match_statements
from workbench.matching.ranking import rank, stems_of
from workbench.matching.statement.posts import plain
from workbench.matching.types import Statement


@pytest.mark.parametrize(
    ("post", "words"),
    [
        ("Storm over #CapeTown! pic.twitter.com/3bcK", "Storm over Cape Town !"),
        ("#إلا_رسول_الله اليوم https://t.co/x1", "إلا رسول الله اليوم"),
        ("It burns — Jo Ray (@JoRay7) June 7, 2017", "It burns Jo Ray Jo Ray 7"),
        ("A plain claim: 50% of it.", "A plain claim: 50% of it."),
    ],
)
def test_post_is_read_as_plain_words(post: str, words: str) -> None:
    assert plain(post).split() == words.split()


def _first(new: Statement, *filed: str) -> int:
    statements = {at: say(text) for at, text in enumerate(filed)}
    index = filed_index(statements)
    candidates = [Candidate(at, 1.0) for at in statements]
    return rank(new, candidates, statements, index.rarity(sorted(stems_of([new]))))[0][0]


def test_rare_words_and_nearly_equal_ones_come_first_and_then_what_was_filed_first() -> None:
    new = say("Mr Pelzer photographed the flooded museum in Oslo")
    assert _first(new, "A museum in Oslo", "The flooded museum in Oslo burned down in 1990") == 1
    assert _first(new, "A museum of Peltier", "A museum of Peltzer") == 1
    assert _first(new, "The museum in Oslo", "the museum, in “Oslo”") == 0


def test_twin_in_another_language_is_shown_among_many_claims_in_its_own() -> None:
    filed = {at: say(f"جندي أميركي رقم {at} في العراق يتحدث", language="ar") for at in range(40)}
    filed[99] = say("About 2,500 American soldiers are stationed in Iraq")
    new = say("يوجد جنود أميركيون في العراق", language="ar")
    found = match_statements([new], filed_index(filed), lambda ids: {at: filed[at] for at in ids})
    assert 99 in {hit.claim for hit in found}


def test_post_finds_the_claim_it_tells_of_by_rare_words_where_that_is_asked_for() -> None:
    filed = {at: say(f"The council of town {at} met on its budget and roads") for at in range(60)}
    filed[99] = say("A photograph shows the Zubrowka glacier calving near Ostersund harbour")
    post = say(
        "Unbelievable what my brother sent me this morning from his holiday with friends and the "
        "whole family, look how Zubrowka came down, the glacier by Ostersund is going for good, "
        "nobody on television talks about these things any more, share before they delete it"
    )
    index = filed_index(filed)

    def found(*, loosely: bool) -> list[int]:
        hits = match_statements(
            [post], index, lambda ids: {at: filed[at] for at in ids}, loosely=loosely
        )
        return [hit.claim for hit in hits]

    assert found(loosely=False) == []
    assert found(loosely=True) == [99]
