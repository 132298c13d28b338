"""Text that is no claim: matching stays sensible, and bounded in what it files and reads."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.matching.build import say
from workbench.matching.candidates.index import ClaimIndex
from workbench.matching.candidates.memory import MemoryPostings
from workbench.matching.candidates.terms import VERSION, index_terms
from workbench.matching.match import match_statements
from workbench.matching.types import Relation, Statement

REAL = say("The central bank of Norway lowered its rate in Oslo")
EMPTY = {
    "nothing": "",
    "blanks": " \t\n\u00a0\u2003",
    "emoji": "😀😃👩‍👩‍👧‍👦 🇮🇶",
    "marks alone": "\u064b\u064c\u0301\u0301\u200f\u202e",
    "controls": "\x00\x1b[\x07\ufffe",
    "half a surrogate pair": "\ud83d \udc00",
}
SAYING = {
    "one word": "Earthquake",
    "digits": "12345 67890",
    "Chinese": "伊拉克政府宣布新的预算",
    "Cherokee": "ᎠᏂᏴᏫᏯ ᎦᏓᎭ",
    "a bidirectional trick": "\u202etroops\u202c left \u2066Basra\u2069",
    "a tower of marks": "Earthquake" + "\u0301" * 5000 + " struck",
    "one long word": "a" * 100_000,
    "ten thousand words": " ".join(f"word{at} بيان{at}" for at in range(5000)),
    "half a surrogate pair in words": "The minister \ud83d resigned",
}


def filed(*texts: Statement) -> tuple[ClaimIndex, dict[int, Statement]]:
    claims = dict(enumerate(texts, 1))
    index = ClaimIndex(MemoryPostings(VERSION), VERSION)
    index.add([(claim, index_terms(text)) for claim, text in claims.items()])
    return index, claims


@pytest.mark.parametrize("text", EMPTY.values(), ids=EMPTY)
@pytest.mark.parametrize("language", ["en", "ar", "zz"])
def test_text_that_says_nothing_meets_nothing(text: str, language: str) -> None:
    index, claims = filed(REAL, say(text, language=language))
    new = [say(text, language=language), REAL]
    found = match_statements(new, index, lambda ids: {each: claims[each] for each in ids})
    assert [(hit.new, hit.claim) for hit in found] == [(1, 1)]


@pytest.mark.parametrize(
    ("text", "language"), [("it is in the of and to", "en"), ("في من على إلى عن", "ar")]
)
def test_stop_words_alone_meet_nothing(text: str, language: str) -> None:
    index, claims = filed(REAL, say(text, language=language))
    found = match_statements([say(text, language=language)], index, lambda ids: claims)
    assert found == []


@pytest.mark.parametrize("text", SAYING.values(), ids=SAYING)
@pytest.mark.parametrize("language", ["en", "ar", "zz"])
def test_odd_text_meets_itself_and_nothing_else(text: str, language: str) -> None:
    odd = say(text, language=language)
    index, claims = filed(REAL, odd)
    terms = index_terms(odd)
    assert len(terms) <= 256
    assert max(map(len, terms)) <= 80
    found = match_statements([odd, REAL], index, lambda ids: {each: claims[each] for each in ids})
    assert [(hit.new, hit.claim) for hit in found] == [(0, 2), (1, 1)]
    assert {hit.comparison.relation for hit in found} == {Relation.SAME}


def test_claim_equal_to_very_many_others_loads_few_of_them() -> None:
    index, claims = filed(*[REAL] * 900)
    skimmed: list[int] = []
    loaded: list[int] = []

    def skim(ids: Sequence[int]) -> dict[int, Statement]:
        skimmed.extend(ids)
        return {each: claims[each] for each in ids}

    def load(ids: Sequence[int]) -> dict[int, Statement]:
        loaded.extend(ids)
        return {each: claims[each] for each in ids}

    found = match_statements([REAL], index, load, skim=skim)
    assert len(found) == 5
    assert len(skimmed) <= 24
    assert len(loaded) <= 6
    assert min(loaded) > 900 - 24
