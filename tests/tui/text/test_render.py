from hypothesis import given
from rich.segment import Segment
from rich.style import Style

from tests.tui.rtl.texts import texts, widths
from workbench.language.spans import Span
from workbench.tui.text.render import cell, is_own, paragraph

RED, BLUE, BOLD = Style(color="red"), Style(color="blue"), Style(bold=True)


def lit(strip, **wanted):
    """The text of the segments whose style has these attributes."""
    return "".join(
        segment.text
        for segment in strip
        if all(getattr(segment.style, name) == value for name, value in wanted.items())
    )


def test_an_arabic_cell_is_right_aligned_in_its_style():
    found = cell("نعم", 6, RED)
    assert found.text == "   ﻢﻌﻧ"
    assert all(segment.style.color == RED.color for segment in found)


def test_an_english_cell_is_padded_on_the_right():
    assert cell("yes", 6).text == "yes   "


def test_a_style_may_be_named():
    (segment, *_) = cell("yes", 3, "bold red")
    assert segment.style.bold


def test_no_room_draws_nothing():
    assert list(cell("نعم", 0)) == []
    assert paragraph("نعم", 0) == []


def test_a_highlight_lies_on_its_own_characters():
    text = "قال 25 شخصا"
    found = cell(text, 20, "", [(Span(4, 6), BOLD)])
    assert lit(found, bold=True) == "25"


def test_where_highlights_overlap_the_later_one_wins_and_adds():
    text = "one two three"
    found = cell(text, 20, BOLD, [(Span(0, 7), RED), (Span(4, 13), BLUE)])
    assert lit(found, color=RED.color) == "one "
    assert lit(found, color=BLUE.color) == "two three"
    assert lit(found, bold=True).strip() == text


def test_a_highlight_crosses_rows():
    rows = paragraph("واحد اثنان ثلاثة أربعة", 11, "", [(Span(5, 16), RED)])
    assert [lit(row, color=RED.color).split() for row in rows] == [["ﻥﺎﻨﺛﺍ"], ["ﺔﺛﻼﺛ"]]


def test_segments_say_that_they_are_in_order_already():
    for row in paragraph("نعم no", 10, "", [(Span(0, 2), RED)]):
        assert all(is_own(segment.style) for segment in row)
    assert not is_own(RED)


@given(texts, widths)
def test_a_cell_is_exactly_as_wide_as_asked(text, width):
    found = cell(text, width, "", [(Span(0, len(text) // 2), RED)])
    assert found.cell_length == width == Segment.get_line_length(list(found))


@given(texts, widths)
def test_so_is_every_row_of_a_paragraph(text, width):
    for row in paragraph(text, width, "", [(Span(len(text) // 3, len(text)), RED)]):
        assert row.cell_length == width == Segment.get_line_length(list(row))
