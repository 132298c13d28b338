import sys
import unicodedata

import pytest
from hypothesis import given
from rich.cells import cell_len

from tests.tui.rtl.texts import texts
from workbench.tui.rtl.sanitise import DIRECTION, INVISIBLE, UNKNOWN, sanitise, sanitise_line

STEERING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
SHAPED_FORMAT = set("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2")


def test_no_code_point_that_steers_or_hides_comes_through():
    rest = range(0xF0000, sys.maxunicode + 1, 257)  # private, as all of them are
    nowhere = range(0x40000, 0xE0000, 257)  # planes without a character
    points = (*range(0x40000), *nowhere, *range(0xE0000, 0xF0000), *rest, sys.maxunicode)
    everything = "".join(map(chr, points))
    shown = sanitise(everything)
    assert len(shown) == len(everything)
    left = {c for c in set(shown) if unicodedata.category(c) in STEERING} - SHAPED_FORMAT
    assert left == {"\n"}


def test_ordinary_text_is_left_alone():
    text = "قالت «الوزارة» إنّ 25.5% — Hello, “world” 日本 👍\nnaïve e\u0301 ٣٫٥"
    assert sanitise(text) == text


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("a\u202eb\u2069", f"a{DIRECTION}b{DIRECTION}"),
        ("a\u200bb\u00ad\ufeff\U000e0041", f"a{INVISIBLE}b{INVISIBLE * 3}"),
        ("\ud800\ue000\uffff", UNKNOWN * 3),
        ("a\tb", "a b"),
        ("\x7f\x00", "␡␀"),
    ],
)
def test_a_mark_says_what_kind_of_character_it_was(raw, shown):
    assert sanitise(raw) == shown


@given(texts)
def test_offsets_stay_and_marks_take_one_column(text):
    shown = sanitise(text)
    assert len(shown) == len(text)
    for raw, seen in zip(text, shown, strict=True):
        if raw != seen and raw != "\n":
            assert cell_len(seen) == 1
    assert sanitise(shown) == shown


@given(texts)
def test_one_line_stays_one_line(text):
    shown = sanitise_line(text)
    assert len(shown) == len(text)
    assert shown.splitlines() in ([shown], [])
