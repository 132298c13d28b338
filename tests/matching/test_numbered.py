"""Terms by number are the terms by name, whatever is remembered and however they are gathered."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.facets.types import Actor, Facets
from workbench.language.spans import Span
from workbench.matching.candidates import numbered, written
from workbench.matching.candidates.numbered import CODE, Numbered
from workbench.matching.candidates.postings import Gathered
from workbench.matching.candidates.terms import index_terms
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


@settings(max_examples=40)
@given(st.lists(st.lists(statements(), max_size=5), max_size=3))
def test_numbered_terms_are_the_index_terms(batches: list[list[Statement]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(written, "_MOST", 4)  # so that remembering begins anew all the time
        patch.setattr(numbered, "_MOST", 20)
        numbers, named = Numbered(), list[str]()
        for batch in batches:
            packed = [numbers.of(each)[0] for each in batch]
            first, terms = numbers.batch()
            named = [*(named if first else ()), *terms]
            found = [list(dict.fromkeys(named[at] for at in array(CODE, each))) for each in packed]
            assert found == [index_terms(each) for each in batch]


def test_gathered_by_number_claims_have_their_docs_by_term() -> None:
    gathered = Gathered(["b", "of no claim", "a", "c"])
    gathered.add(7, [2, 0])
    gathered.add_many([8, 9], [array(CODE, numbers).tobytes() for numbers in ([], [3, 2, 3])])
    lengths, terms, docs = gathered.postings(1)
    assert (list(gathered.claims), list(lengths)) == ([7, 8, 9], [2, 0, 2])
    assert dict(zip(terms, map(list, docs), strict=True)) == {"a": [1, 3], "b": [1], "c": [3]}
    assert terms == sorted(terms)
