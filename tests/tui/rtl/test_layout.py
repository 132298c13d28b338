import itertools
import unicodedata

import pytest
from hypothesis import given
from rich.cells import cell_len

from tests.tui.rtl.texts import texts, widths
from workbench.tui.rtl.layout import ELLIPSIS, Layout, direction, lay_out, one_line, truncate


def shown(text, width, **how):
    return [(" " * line.indent + line.text).rstrip() for line in lay_out(text, width, **how)]


# --- what it looks like ---------------------------------------------------------------------------


def test_arabic_is_joined_ordered_and_right_aligned():
    assert shown("كتب الولد", 12) == ["   ﺪﻟﻮﻟﺍ ﺐﺘﻛ"]


def test_rows_wrap_in_reading_order():
    assert shown("واحد اثنان ثلاثة", 11) == [" ﻥﺎﻨﺛﺍ ﺪﺣﺍﻭ", "       ﺔﺛﻼﺛ"]


def test_numbers_and_latin_run_left_to_right_inside_arabic():
    assert shown("اشترى iPhone 15 في 2023", 40) == [" " * 17 + "2023 ﻲﻓ iPhone 15 ﻯﺮﺘﺷﺍ"]


def test_brackets_and_quotes_turn():
    assert shown("قال (لا) و«نعم»", 15) == [
        " »ﻢﻌﻧ«ﻭ (ﻻ) ﻝﺎﻗ".replace("»", "\0").replace("«", "»").replace("\0", "«")
    ]


def test_each_paragraph_has_its_own_direction():
    lines = lay_out("نعم\nyes\n12", 10)
    assert [line.rtl for line in lines] == [True, False, True]


def test_a_chosen_direction_holds_for_all():
    assert [line.rtl for line in lay_out("نعم\nyes", 10, base="ltr")] == [False, False]


def test_a_long_word_is_broken_and_stays_joined():
    assert shown("ببببب", 3) == ["ﺒﺒﺑ", " ﺐﺒ"]


def test_wide_characters_take_two_columns():
    lines = lay_out("日本語", 4)
    assert [line.width for line in lines] == [4, 2]


@pytest.mark.parametrize("width", [1, 2, 3, 4])
def test_a_tab_is_never_wider_than_the_row(width):
    for line in lay_out("\tab\t日", width):
        assert cell_len(line.text) == line.width <= width


def test_logical_order_leaves_everything_to_the_terminal():
    (line,) = lay_out("قال (لا)", 20, order="logical")
    assert (line.text, line.rtl, line.indent) == ("قال (لا)", False, 0)


def test_a_cell_is_cut_at_its_logical_end():
    assert truncate("واحد اثنان ثلاثة", 8).text == "…ﺛﺍ ﺪﺣﺍﻭ"
    assert truncate("one two three", 8).text == "one two…"
    assert truncate("one", 8).text == "one"


def test_a_cell_looks_no_further_than_it_shows():
    for text in ("كلمة " * 100_000, "a\u0301" * 100_000, "\n" * 100_000):
        line = truncate(text, 20)
        assert line.width <= 20
        assert ELLIPSIS in line.text
        assert max(cell.end for cell in line.cells) == len(text)


def test_overrides_have_no_effect():
    (line,) = lay_out("\u202eabc\u202c", 10)
    assert line.text == "⇄abc⇄"
    assert direction("\u200fabc") == "ltr"


def test_no_columns_is_a_mistake():
    with pytest.raises(ValueError, match="column"):
        Layout("a", 0)


def test_there_is_no_row_behind_the_last():
    with pytest.raises(IndexError):
        Layout("a\nb", 5).line(2)


# --- what always holds ----------------------------------------------------------------------------


@given(texts, widths)
def test_every_character_is_in_exactly_one_cell(text, width):
    lines = lay_out(text, width)
    cells = sorted(cell for line in lines for cell in ((c.start, c.end) for c in line.cells))
    assert [start for start, _ in cells] == [0, *(end for _, end in cells)][: len(cells)]
    assert (cells[-1][1] if cells else 0) == len(text)
    for line, after in itertools.pairwise(lines):
        assert line.end == after.start


@given(texts, widths)
def test_no_row_is_wider_than_the_width(text, width):
    for line in lay_out(text, width):
        assert line.width == cell_len(line.text) <= width
        assert 0 <= line.indent <= width - line.width


@given(texts, widths)
def test_nothing_that_steers_is_drawn(text, width):
    for line in lay_out(text, width):
        for character in line.text:
            assert unicodedata.category(character) not in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")
            assert unicodedata.bidirectional(character)[-1:] not in ("E", "O", "I") or (
                unicodedata.bidirectional(character) == "ON"
            )


@given(texts, widths)
def test_offset_to_cell_and_back(text, width):
    layout = Layout(text, width)
    for line in layout:
        for cell in line.cells:
            for offset in range(cell.start, cell.end):
                row, column = layout.locate(offset)
                assert layout.line(row) == line
                if cell.width:
                    assert layout.offset(row, column) == cell.start
                else:
                    assert column in (line.indent - 1, line.width)


@given(texts, widths)
def test_every_column_shows_the_characters_it_says(text, width):
    for line in lay_out(text, width):
        for column in range(line.indent, line.indent + line.width):
            start = line.offset(column)
            assert any(first <= column < last for first, last in line.columns(start, start + 1))


@given(texts, widths, widths)
def test_a_highlight_is_its_range_at_every_width(text, one, other):
    start, end = len(text) // 3, len(text) - len(text) // 3

    def lit(width):
        found = set()
        for line in lay_out(text, width):
            for first, last in line.columns(start, end):
                for column in range(first, last):
                    cell = line.offset(column)
                    found.update(range(cell, line.end_of(cell)))
        return {place for place in found if not text[place].isspace()}

    assert lit(one + 3) == lit(other + 3)
    assert lit(one + 3).issuperset(
        place for place in range(start, end) if not text[place].isspace()
    )


@given(texts, widths)
def test_a_cell_of_a_list_covers_its_text(text, width):
    line = truncate(text, width)
    assert line.width <= width
    assert "\n" not in line.text
    cells = sorted((cell.start, cell.end) for cell in line.cells)
    assert (cells[0][0], cells[-1][1]) == (0, len(text)) if text else not cells
    assert all(one[1] == two[0] for one, two in itertools.pairwise(cells))


@given(texts)
def test_what_fits_is_not_cut(text):
    line = one_line(text)
    if line.width:
        assert truncate(text, line.width).text == line.text


@given(texts, widths)
def test_stepping_right_visits_every_cell_of_a_row_and_comes_back(text, width):
    for line in lay_out(text, width):
        stops = [cell.start for cell in line.cells if cell.width]
        for here, after in itertools.pairwise(stops):
            assert line.step(here, 1) == after
            assert line.step(after, -1) == here


@given(texts, widths)
def test_stepping_forward_reaches_the_end_and_back_the_start(text, width):
    layout = Layout(text, width, base="ltr")
    offset = 0
    for _ in range(2 * len(text) + 2):
        offset = layout.step(offset, 1)
    assert layout.row(offset) == len(list(layout)) - 1
    for _ in range(2 * len(text) + 2):
        offset = layout.step(offset, -1)
    assert layout.row(offset) == 0


@given(texts, widths)
def test_laying_out_bit_by_bit_is_the_same(text, width):
    layout = Layout(text, width)
    while layout.advance():
        pass
    assert layout.complete
    assert layout.height == len(lay_out(text, width))
    assert list(layout) == lay_out(text, width)


@pytest.mark.parametrize(
    "thing",
    [
        *("2024-08-15", "2024-02/2024-05", "2025-09", "2024-W32", "2014/..", "2000..3000"),
        *("/home/amal/", "~/a.db", ".jsonl", "--db", "@amal", "https://example.org/a/"),
        *("`workbench import --columns`", "`iconv -c -f utf-8 -t utf-8`"),
    ],
)
def test_a_date_or_path_stands_as_it_is_written_behind_arabic_too(thing):
    (row,) = lay_out(f"حتى {thing}، فقط", 60)
    assert thing in "".join(cell.text for cell in row.cells)


def test_a_quoted_path_with_arabic_and_blanks_in_it_is_read_from_the_left():
    (row,) = lay_out("الملف «/a/ب ج/{x}.csv» موجود", 60)
    assert "/a/ﺝ ﺏ/{x}.csv" in "".join(cell.text for cell in row.cells)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("3.5 million barrels per day هنا، 3.6 million هناك", "3.5 million barrels per day"),
        ("25% of voters هنا", "25% of voters"),
        ("كان 2,500 troops هنا", "2,500 troops"),
    ],
)
def test_a_figure_stands_before_the_words_it_counts_in_a_line_of_the_other_direction(text, shown):
    (row,) = lay_out(text, 60, base="rtl")
    assert shown in "".join(cell.text for cell in row.cells)


def test_a_figure_stands_before_its_arabic_words_in_an_english_line():
    (row,) = lay_out("3.5 برميل here, 3.6 برميل there", 60, base="ltr")
    drawn = "".join(cell.text for cell in row.cells)
    assert drawn.index("3.5") > 0
    assert drawn.index("3.5") < drawn.index("here") < drawn.index("3.6") < drawn.index("there")


@pytest.mark.parametrize(
    ("text", "base", "shown"),
    [
        ("قال The price rose 3.5 million today امس", "rtl", "The price rose 3.5 million today"),
        ("claim 1: قال نحو 25 رجلا هنا", "ltr", "ﺎﻨﻫ ﻼﺟﺭ 25 ﻮﺤﻧ ﻝﺎﻗ"),
    ],
)
def test_a_figure_inside_a_sentence_of_the_other_direction_stays_in_it(text, base, shown):
    (row,) = lay_out(text, 60, base=base)
    assert shown in "".join(cell.text for cell in row.cells)
