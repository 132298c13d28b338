import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.rtl.texts import texts
from workbench.tui.rtl import words

TEXT = "كَتَبَ الولدُ: don't, e\u0301te 25.5%\nनमस्ते"


@pytest.mark.parametrize(
    ("inside", "word"),
    [("تَبَ", "كَتَبَ"), ("لدُ", "الولدُ"), ("te", "e\u0301te"), ("25", "25"), ("स्ते", "नमस्ते")],
)
def test_a_word_keeps_its_marks(inside, word):
    start, end = words.around(TEXT, TEXT.index(inside))
    assert TEXT[start:end] == word


@pytest.mark.parametrize("place", [TEXT.index(" "), TEXT.index("%"), len(TEXT)])
def test_between_words_there_is_none(place):
    assert words.around(TEXT, place) is None


@given(texts, st.integers(0, 80))
def test_passing_words_goes_on_and_comes_back(text, offset):
    offset = min(offset, len(text))
    after = words.next_start(text, offset)
    assert offset < after <= len(text) or after == len(text)
    before = words.previous_start(text, offset)
    assert 0 <= before < offset or before == 0
    if after < len(text):
        assert words.previous_start(text, after + 1) == after
