"""Terms by number are the terms by name, whatever is remembered and however they are gathered."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.facets.types import Actor, Facets
from workbench.language.spans import Span
from workbench.matching import numbered, written
from workbench.matching.numbered import CODE, Numbered
from workbench.matching.postings import Gathered
from workbench.matching.terms import index_terms
from workbench.matching.types import Statement

OTHERS = st.sampled_from(
    ("the", "said,", "6", "2024", "dams", "Iraq's", "#CapeTown", "قال", "والقوات", "٢٠٢٤")
)
NAMES = ("United Nations Security Council", "New York", "6 October City", "مجلس الأمن الدولي")
PARTS = st.sampled_from(NAMES).flatmap(lambda name: st.sampled_from([name, *name.split()]))
ACTOR = Actor(Span(0, 1), "Nile Press", "Nile Press", "organisation")


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    text = " ".join(draw(st.lists(PARTS | OTHERS | st.text(max_size=6), max_size=15)))
    facets = draw(st.sampled_from((Facets(), Facets(actors=(ACTOR,)))))
    return Statement(text, draw(st.sampled_from(("en", "ar", "fr"))), facets)


def named(terms: list[str], own: bytes) -> list[str]:
    return [terms[place] for place in array(CODE, own)]


@settings(max_examples=40)
@given(st.lists(st.lists(statements(), max_size=5), max_size=3))
def test_numbered_terms_are_the_index_terms(batches: list[list[Statement]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(written, "_MEMO", 4)  # so that remembering begins anew all the time
        patch.setattr(numbered, "_MOST", 20)
        numbers = Numbered()
        for batch in batches:
            terms, packed = numbers.packed([numbers.of(each) for each in batch])
            found = [named(terms, own) for own in packed]
            assert found == [index_terms(each) for each in batch]


def test_gathered_by_number_they_are_what_they_are_gathered_one_by_one() -> None:
    of_claim = {7: ["b", "a"], 8: [], 9: ["c", "a"]}
    one, many = Gathered(), Gathered()
    for claim, terms in of_claim.items():
        one.add(claim, terms)
    many.add_many(
        list(of_claim),
        ["a", "of no claim", "b", "c"],
        [array(CODE, n).tobytes() for n in ([2, 0], [], [3, 0])],
    )
    for each in (one, many):
        assert list(each.claims) == [7, 8, 9]
        assert list(each.postings.lengths) == [2, 0, 2]
        assert each.postings.terms == ["a", "b", "c"]
        assert [list(docs) for docs in each.postings.docs(1)] == [[1, 3], [1], [3]]
