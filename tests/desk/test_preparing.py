"""What is worked out of a record ahead of filing it is what the store would make of it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.desk.exchange.preparing import batches
from workbench.exchange.types import ClaimRecord, Located
from workbench.records.search import search_words

WORDS = st.sampled_from(
    ("the", "The", "Café", "والقوات", "قوات", "12%", "2024", "—", "U.S.", "#CapeTown", "don't")
)
TEXTS = st.lists(WORDS | st.text(max_size=4), max_size=12).map(" ".join)


@settings(max_examples=60)
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS, st.sampled_from(("en", "ar", "fr"))), max_size=4))
def test_words_of_a_claim_are_those_that_it_is_searched_by(
    told: list[tuple[str, str, str, str]],
) -> None:
    records = [
        ClaimRecord(text, original=original, claimant=claimant, language=language)
        for text, original, claimant, language in told
    ]
    found = [Located(line, record, frozenset()) for line, record in enumerate(records)]
    words = [item.words for batch in batches(iter(found)) for item in batch.items]
    assert words == [
        search_words(f"{each.text} {each.original or each.text} {each.claimant}")
        for each in records
    ]
