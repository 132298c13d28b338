"""What a person says of a reading outlives every later one."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from workbench.facets.corrections import Corrections, apply, corrected
from workbench.facets.types import Facets, Modality, Polarity, Quantity
from workbench.language.spans import Span


def figure(surface: str, value: int, unit: str = "person") -> Quantity:
    return Quantity(Span(0, 1), surface, Decimal(value), Decimal(value), unit)


READ = Facets(quantities=(figure("2,500", 2500), figure("12", 12)))
TEXT = "2,500 troops in 12 bases"


def test_a_correction_takes_the_place_of_its_reading() -> None:
    bases = figure("12", 12, "site")
    said = corrected(Corrections(), READ, bases, READ.quantities[1])
    assert apply(READ, said, TEXT).quantities == (READ.quantities[0], bases)
    assert said.by_hand == (bases,)


def test_what_was_taken_away_stays_away() -> None:
    said = corrected(Corrections(), READ, None, READ.quantities[0])
    assert apply(READ, said, TEXT).quantities == READ.quantities[1:]


def test_it_stays_where_the_words_are_no_longer_read_and_rests_where_they_are_gone() -> None:
    more = figure("2,500", 2600)
    said = corrected(Corrections(), READ, more, READ.quantities[0])
    assert apply(Facets(), said, TEXT).quantities == (more,)
    assert apply(Facets(), said, "3,500 troops").quantities == ()


def test_what_was_added_is_corrected_and_taken_away_without_a_trace() -> None:
    added, better = figure("dozens", 24), figure("dozens", 36)
    said = corrected(Corrections(), READ, added)
    shown = apply(READ, said, TEXT)
    said = corrected(said, shown, better, added)
    assert apply(READ, said, TEXT).quantities[-1] == better
    assert corrected(said, shown, None, better) == Corrections()


def test_kind_and_polarity_are_kept() -> None:
    said = corrected(Corrections(), READ, Modality.PREDICTION)
    said = corrected(said, READ, Polarity(negated=True))
    again = apply(replace(READ, modality=Modality.OPINION), said, TEXT)
    assert (again.modality, again.polarity.negated) == (Modality.PREDICTION, True)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=4))
def test_alike_readings_are_told_apart_in_whatever_order_they_are_corrected(
    picks: list[int],
) -> None:
    read = Facets(quantities=tuple(figure("7", 7, unit) for unit in "abcde"))
    shown, said, wanted = read, Corrections(), list(read.quantities)
    for number, pick in enumerate(picks):
        new = figure("7", 7, f"corrected {number}")
        said = corrected(said, shown, new, wanted[pick])
        wanted[pick] = new
        shown = apply(read, said, "7")
        assert list(shown.quantities) == wanted
