"""Words looked up between blanks are those of the whole text, and names the lexicon's."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.facets.types import Facets
from workbench.language.lexicon import scan
from workbench.language.packs import load
from workbench.language.stems import terms
from workbench.language.tokens import tokenize
from workbench.matching.lexicon.lexemes import lexemes_of
from workbench.matching.statement.names import Names

CODES = ("ar", "en")
ODD = st.text("aB9.,'’-–\u200b\u0640\u064b_ \u2003\nكو٣é", max_size=30)
WORDS = """
the army's U.S. US us North Korea, Korea (South) October 6 City New York-based NATO's l'Oréal 2,500
F16 — United Nations في الولايات المتحدة وبغداد والأمم المتحدة مدينة أكتوبر كوريا الشمالية، السوداني
"""
SAID = st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)


@settings(max_examples=60)
@example(text="ـ’BBB", code="ar")
@given(text=ODD | SAID, code=st.sampled_from(CODES))
def test_words_between_blanks_are_those_of_the_whole_text(text: str, code: str) -> None:
    words = lexemes_of(code)
    assert [word.text for word in words.of(text)] == [token.text for token in tokenize(text)]
    assert words.stems(text) == terms(text, load(code), shouted=False)


@settings(max_examples=60)
@given(text=SAID, code=st.sampled_from(CODES))
def test_names_are_those_that_the_lexicon_finds_in_the_whole_text(text: str, code: str) -> None:
    pack, tokens = load(code), tokenize(text)
    found = {hit.first: (hit.end - hit.first, hit.called) for hit in scan(text, tokens, pack)}
    names = Names(text, lexemes_of(code).of(text), Facets(), pack)
    for at in range(len(tokens)):
        name = names.at(at)
        assert (name and name[:2]) == (found[at] if at in found and found[at][1] else None)


@pytest.mark.parametrize("text", ["a", "ABC", "ﷺ", "ßtraße", "ʰ", "ـ", "अ"])
def test_a_word_of_letters_alone_is_one_token_or_none(text: str) -> None:
    alone, among = tokenize(text), tokenize(f"{text} -")
    assert [token.folded for token in alone] == [token.folded for token in among]
