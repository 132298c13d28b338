"""Figures with comparators, ranges and rounding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.matching.build import figure
from workbench.facets.types import Comparator, Quantity
from workbench.matching.facets.counts import find_figures
from workbench.matching.facets.figures import held_together, same_unit, stretch
from workbench.matching.findings import Holds
from workbench.matching.reasons import Key


@pytest.mark.parametrize(
    ("here", "there", "holds"),
    [
        (figure("2,500", 2500), figure("2500", 2500), Holds.EQUAL),
        (figure("2,500", 2500), figure("3,500", 3500), Holds.APART),
        (
            figure("about 2,500", 2500, comparator=Comparator.ABOUT),
            figure("2,487", 2487),
            Holds.EQUAL,
        ),
        (
            figure("about 2,500", 2500, comparator=Comparator.ABOUT),
            figure("2,600", 2600),
            Holds.UNCLEAR,
        ),
        (
            figure("about 2,500", 2500, comparator=Comparator.ABOUT),
            figure("3,500", 3500),
            Holds.APART,
        ),
        (
            figure("about 2,500", 2500, comparator=Comparator.ABOUT),
            figure("about 2,500", 2500, comparator=Comparator.ABOUT),
            Holds.EQUAL,
        ),
        (
            figure("about 200", 200, comparator=Comparator.ABOUT),
            figure("about 210", 210, comparator=Comparator.ABOUT),
            Holds.UNCLEAR,
        ),
        (
            figure("more than 2,500", 2500, comparator=Comparator.MORE_THAN),
            figure("2,400", 2400),
            Holds.APART,
        ),
        (
            figure("more than 2,500", 2500, comparator=Comparator.MORE_THAN),
            figure("3,000", 3000),
            Holds.NARROWER,
        ),
        (
            figure("at least 12", 12, comparator=Comparator.AT_LEAST),
            figure("12", 12),
            Holds.NARROWER,
        ),
        (
            figure("more than 12", 12, comparator=Comparator.MORE_THAN),
            figure("12", 12),
            Holds.UNCLEAR,
        ),
        (
            figure("more than 50", 50, comparator=Comparator.MORE_THAN),
            figure("fewer than 50", 50, comparator=Comparator.LESS_THAN),
            Holds.APART,
        ),
        (
            figure("10 to 15", 10, high=15, comparator=Comparator.BETWEEN),
            figure("12", 12),
            Holds.NARROWER,
        ),
        (
            figure("10 to 15", 10, high=15, comparator=Comparator.BETWEEN),
            figure("16", 16),
            Holds.APART,
        ),
        (figure("dozens", None, vague="tens"), figure("35", 35), Holds.NARROWER),
        (figure("dozens", None, vague="tens"), figure("400", 400), Holds.APART),
        (figure("2.5 million", 2.5e6), figure("2,487,300", 2487300), Holds.NARROWER),
        (figure("5 km", 5, "km"), figure("5,000 m", 5000, "m"), Holds.EQUAL),
        (figure("80 km", 80, "km"), figure("50 miles", 50, "mile"), Holds.EQUAL),
        (figure("80 km", 80, "km"), figure("54 miles", 54, "mile"), Holds.UNCLEAR),
        (figure("80 km", 80, "km"), figure("80 miles", 80, "mile"), Holds.APART),
        (figure("104F", 104, "°F"), figure("40C", 40, "°C"), Holds.EQUAL),
        (figure("40 degrees", 40, "degree"), figure("40C", 40, "°C"), Holds.EQUAL),
    ],
)
def test_figures_stand_as_their_words_say(here: Quantity, there: Quantity, holds: Holds) -> None:
    assert held_together(here, there) is holds
    assert held_together(there, here) is holds.swapped


def test_percent_and_persons_are_not_held_together() -> None:
    people, share = figure("20", 20), figure("20%", 20, "percent")
    assert not same_unit(people, share)
    (finding,) = find_figures([people], [share], ("en", "en"))
    assert finding.key is Key.UNITS_DIFFER


def test_what_is_counted_chooses_the_pairs() -> None:
    here = [figure("10", 10, counted="Iraqis"), figure("5", 5, counted="Syrians")]
    there = [figure("5", 5, counted="Iraqis"), figure("10", 10, counted="Syrians")]
    assert [f.holds for f in find_figures(here, there, ("en", "en"))] == [Holds.APART] * 2


def test_a_rise_is_not_a_fall() -> None:
    here, there = (
        figure("5%", 5, "percent", change="rise"),
        figure("5%", 5, "percent", change="fall"),
    )
    (finding,) = find_figures([here], [there], ("en", "en"))
    assert (finding.holds, finding.key) == (Holds.APART, Key.CHANGES_DIFFER)


VALUES = st.one_of(
    st.integers(-(10**12), 10**12), st.decimals(-1e9, 1e9, allow_nan=False, places=3)
)
QUANTITIES = st.builds(
    lambda low, width, comparator, unit: figure(
        str(low), float(low), unit, comparator, high=float(low) + width
    ),
    VALUES,
    st.sampled_from([0, 0, 0, 10, 1000]),
    st.sampled_from(list(Comparator)),
    st.sampled_from(["person", "", "percent", "km"]),
)


@given(QUANTITIES, QUANTITIES)
def test_comparison_of_figures_is_symmetric(here: Quantity, there: Quantity) -> None:
    assert held_together(here, there) is held_together(there, here).swapped


@given(QUANTITIES)
def test_a_figure_equals_itself(quantity: Quantity) -> None:
    assert held_together(quantity, quantity) is Holds.EQUAL
    assert stretch(quantity) is not None
