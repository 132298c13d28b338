import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tests.tui.rtl.texts import texts
from workbench.tui.text.filter import SafeLineFilter
from workbench.tui.text.render import cell

BLACK = Color(0, 0, 0)
RED, BLUE = Style(color="red"), Style(color="blue")


def through(*pieces, order="visual", dialect="plain", rtl=False):
    segments = [Segment(*piece) if isinstance(piece, tuple) else Segment(piece) for piece in pieces]
    return SafeLineFilter(order, dialect, rtl=rtl).apply(segments, BLACK)


def text_of(segments):
    return "".join(segment.text for segment in segments)


def test_what_no_widget_of_ours_drew_is_joined_and_ordered():
    assert text_of(through("قال (لا)")) == "(ﻻ) ﻝﺎﻗ "


def test_what_one_of_ours_drew_is_not_ordered_twice():
    drawn = list(cell("قال نعم", 12))
    assert text_of(SafeLineFilter().apply(drawn, BLACK)) == text_of(drawn)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("UTF-16 قال نعم", "ﻢﻌﻧ ﻝﺎﻗ UTF-16"),
        ("/tmp/long/name.txt نعم:", ":ﻢﻌﻧ /tmp/long/name.txt"),
        ("The minister, قال, and others said", "The minister, ﻝﺎﻗ, and others said"),
    ],
)
def test_in_a_desk_read_from_the_right_a_wrapped_row_may_begin_with_latin(line, shown):
    assert text_of(through(line, rtl=True)) == shown


def test_columns_stay_where_they_are():
    line = " صحيح     قال الوزير  "
    assert text_of(through(line)) == " ﺢﻴﺤﺻ     ﺮﻳﺯﻮﻟﺍ ﻝﺎﻗ  "


def test_cells_of_a_table_never_mix():
    one, two = (Style.from_meta({"row": 0, "column": column}) for column in (0, 1))
    assert text_of(through(("نعم", one), ("لم", two))) == "ﻢﻌﻧﻢﻟ"


def test_frames_stay_around_their_text():
    assert text_of(through("│نعم هنا│ yes │")) == "│ﺎﻨﻫ ﻢﻌﻧ│ yes │"


def test_each_character_keeps_its_style():
    found = through(("قال ", RED), ("نعم", BLUE))
    assert [(s.text, s.style) for s in found if s.text.strip()] == [("ﻢﻌﻧ", BLUE), (" ﻝﺎﻗ", RED)]


def test_escapes_and_overrides_become_marks():
    assert text_of(through("a\x1b[2Jb\u202e.      ")) == "a␛[2Jb⇄.    "


def test_a_control_segment_is_only_text_here():
    (found,) = through(("abc", None, [(1,)]))
    assert found.control is None


@pytest.mark.parametrize("link", ["https://e.org/\x1b]52;c;aGk=\x07", "http://ن.org", "a\x9cb"])
def test_an_address_with_anything_but_ascii_is_not_sent(link):
    (found,) = through(("here", Style(link=link)))
    assert found.text == "here"
    assert found.style.link is None


def test_a_plain_address_is_kept():
    (found,) = through(("here", Style(link="https://example.org/?q=1")))
    assert found.style.link == "https://example.org/?q=1"


def test_a_multiplexer_gets_a_mark_after_each_cell():
    found = text_of(through("نَعم no", dialect="marked"))
    assert found == "no ﻢ\u200eﻌ\u200eﻧ\u064e\u200e"


def test_a_terminal_that_turns_words_gets_them_in_logical_order():
    assert text_of(through("قال نعم 12", dialect="words")) == "12 ﻧﻌﻢ ﻗﺎﻝ"


def test_a_terminal_that_orders_lines_gets_isolates():
    found = text_of(through("  قال نعم  yes نعم", order="logical", dialect="isolates"))
    assert found == "  \u2067قال نعم\u2069  \u2066yes نعم\u2069"


def test_left_to_the_terminal_nothing_is_moved():
    assert text_of(through("قال (لا)", order="logical")) == "قال (لا)"


pieces = st.lists(
    st.tuples(texts, st.sampled_from([None, RED, BLUE, Style.from_meta({"row": 1, "column": 2})])),
    max_size=5,
)


@given(pieces, st.sampled_from(["plain", "marked", "words"]))
def test_nothing_that_steers_gets_through_and_the_width_stays(given_pieces, dialect):
    given_pieces = [(text.replace("\n", ""), style) for text, style in given_pieces]
    before = [Segment(text, style) for text, style in given_pieces]
    after = SafeLineFilter("visual", dialect).apply(before, BLACK)
    shown = text_of(after)
    if dialect == "marked":
        shown = re.sub("(?<=[^ ])\u200e", "", shown)
    for character in shown:
        assert unicodedata.category(character) not in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")
        assert (
            character
            not in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        )
    assert Segment.get_line_length(after) == Segment.get_line_length(before)
