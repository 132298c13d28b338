from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import InvalidInputError
from workbench.facets import interval
from workbench.facets.interval import Interval, Precision, parse_edtf

YEARS = st.integers(1, 9998)
SIMPLE = st.one_of(
    st.dates().map(interval.day),
    st.dates(max_value=date(9998, 12, 31)).map(
        lambda day: interval.week(day.isocalendar().year, day.isocalendar().week)
    ),
    st.builds(interval.month, YEARS, st.integers(1, 12)),
    st.builds(interval.quarter, YEARS, st.integers(1, 4)),
    st.builds(interval.season, YEARS, st.integers(1, 4)),
    st.builds(interval.year, YEARS),
    st.integers(0, 999).map(lambda tens: interval.decade(10 * tens)),
    st.integers(0, 99).map(lambda hundreds: interval.century(100 * hundreds)),
)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "precision"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29", Precision.DAY),
        ("2024-02", "2024-02-01", "2024-02-29", Precision.MONTH),
        ("2024", "2024-01-01", "2024-12-31", Precision.YEAR),
        ("2024-W32", "2024-08-05", "2024-08-11", Precision.WEEK),
        ("2024-W01", "2024-01-01", "2024-01-07", Precision.WEEK),
        ("2024-Q1", "2024-01-01", "2024-03-31", Precision.QUARTER),
        ("2024-22", "2024-06-01", "2024-08-31", Precision.SEASON),
        ("2023-24", "2023-12-01", "2024-02-29", Precision.SEASON),
        ("199X", "1990-01-01", "1999-12-31", Precision.DECADE),
        ("19XX", "1900-01-01", "1999-12-31", Precision.CENTURY),
        ("2024-03/2024-05", "2024-03-01", "2024-05-31", Precision.SPAN),
    ],
)
def test_a_notation_means_its_first_and_last_day(edtf, earliest, latest, precision):
    found = parse_edtf(edtf)
    assert (str(found.earliest), str(found.latest)) == (earliest, latest)
    assert found.precision is precision


def test_open_ends_have_no_day():
    assert parse_edtf("2014-09/..") == Interval(
        date(2014, 9, 1), None, Precision.SPAN, "2014-09/.."
    )
    assert parse_edtf("../2024-08").earliest is None


@given(SIMPLE)
def test_what_is_written_is_read_again(built):
    assert parse_edtf(built.edtf) == built


@given(SIMPLE, SIMPLE)
def test_spans_are_read_again(first, last):
    if first.earliest > last.latest:
        with pytest.raises(ValueError, match="after"):
            interval.span(first, last)
    else:
        assert parse_edtf(interval.span(first, last).edtf) == interval.span(first, last)
    assert parse_edtf(interval.span(first, None).edtf) == interval.span(first, None)
    assert parse_edtf(interval.span(None, last).edtf) == interval.span(None, last)


@pytest.mark.parametrize(
    "wrong",
    [
        *("2024-02-30", "2023-02-29", "2024-13", "2024-00", "2023-W53", "9999-W53", "0000"),
        *("../..", "2024/2023", "/2024", "2024/", "2024//2025", "a/b", "24", "2024-1", "٢٠٢٤", ""),
        *("20X4", "2024-Q5", "2024-25", "yesterday", "2024-07-31T10:00"),
    ],
)
def test_what_the_calendar_lacks_is_refused_with_a_hint(wrong):
    with pytest.raises(InvalidInputError) as raised:
        parse_edtf(wrong)
    assert repr(wrong) in raised.value.message
    assert "2024-07-31" in raised.value.hint


@given(st.text())
def test_any_other_text_is_refused_or_read(text):
    try:
        found = parse_edtf(text)
    except InvalidInputError:
        return
    assert parse_edtf(found.edtf) == found


def test_builders_refuse_what_is_not_there():
    for build, wrong in (
        (interval.month, (2024, 13)),
        (interval.quarter, (2024, 5)),
        (interval.season, (2024, 0)),
        (interval.decade, (1995,)),
        (interval.century, (1950,)),
        (interval.year, (0,)),
        (interval.span, (None, None)),
    ):
        with pytest.raises(ValueError, match=r"."):
            build(*wrong)
