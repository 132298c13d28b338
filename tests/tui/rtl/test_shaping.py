import unicodedata

import pytest
from hypothesis import given
from rich.cells import cell_len

from tests.tui.rtl.texts import texts
from workbench.tui.rtl.shaping import shape


def drawn(word):
    return "".join(glyph.text for glyph in shape(word).glyphs)


@pytest.mark.parametrize(
    ("word", "shapes"),
    [
        ("بيت", "ﺑﻴﺖ"),
        ("دار", "ﺩﺍﺭ"),
        ("سلام", "ﺳﻼﻡ"),
        ("لا", "ﻻ"),
        ("بلأ", "ﺑﻸ"),
        ("شيء", "ﺷﻲﺀ"),
        ("گچپ", "ﮔﭽﭗ"),
        ("بـب", "ﺑـﺐ"),
        ("ب(ب)", "ﺏ(ﺏ)"),
        ("بbب", "ﺏbﺏ"),
        ("مرحبا،", "ﻣﺮﺣﺒﺎ،"),
        ("إلى", "ﺇﻟﻰ"),
    ],
)
def test_letters_join_as_in_print(word, shapes):
    assert drawn(word) == shapes


def test_lam_alef_is_one_cell_for_two_characters():
    assert [(glyph.width, glyph.length) for glyph in shape("لا").glyphs] == [(1, 2)]


def test_marks_share_their_letters_cell_and_do_not_break_joins():
    found = shape("بَيْتٌ").glyphs
    assert [glyph.length for glyph in found] == [2, 2, 2]
    assert "".join(glyph.text[0] for glyph in found) == "ﺑﻴﺖ"
    assert found[0].text[1] == "\u064e"


def test_marks_inside_lam_alef_stay_with_it():
    (found,) = shape("لَا").glyphs
    assert (found.text, found.length) == ("ﻻ\u064e", 3)


def test_a_mark_without_a_letter_is_shown_on_a_circle():
    assert [(glyph.text, glyph.width) for glyph in shape("\u064e").glyphs] == [("◌\u064e", 1)]


def test_a_pile_of_marks_is_cut_but_counted():
    (found,) = shape("a" + "\u0301" * 500).glyphs
    assert len(found.text) < 10
    assert found.length == 501


@pytest.mark.parametrize("emoji", ["👍🏽", "❤️", "1️⃣", "☀︎"])
def test_what_modifies_a_picture_shares_its_cell(emoji):
    (found,) = shape(emoji).glyphs
    assert found.length == len(emoji)
    assert found.text == emoji[0]


def test_a_selector_elsewhere_is_shown():
    assert drawn("a\ufe0fb") == "a¦b"


def test_unjoined_letters_stay_for_a_terminal_that_joins():
    assert [glyph.text for glyph in shape("لا", False).glyphs] == ["ل", "ا"]


@given(texts)
def test_glyphs_cover_the_word_and_have_the_width_they_say(text):
    word = text.replace("\n", "")
    found = shape(word).glyphs
    assert sum(glyph.length for glyph in found) == len(word)
    for glyph in found:
        assert glyph.width >= 1
        assert cell_len(glyph.text) == glyph.width
        assert not any(unicodedata.category(c) in ("Cc", "Cs", "Cn") for c in glyph.text)
