"""Facets put right by a person, and claims placed anew."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import pytest

from tests.desk.fakes import article
from workbench.desk import Desk
from workbench.errors import ChangedMeanwhileError, InvalidInputError
from workbench.facets.interval import parse_edtf
from workbench.facets.types import Comparator, Modality, Polarity, Quantity, Time
from workbench.language.spans import Span

TEXT = "About 2,500 troops are in Baghdad today.\nقالت الوزارة إن نحو 2500 عسكري في العراق."


@pytest.fixture
def claim(desk: Desk) -> int:
    added = desk.articles.add(article(TEXT))
    start = TEXT.index("2,500")
    claim_id = desk.claims.add(added.article_id, [Span(start, TEXT.index(" today"))])
    assert desk.claims.get(claim_id).text == "2,500 troops are in Baghdad"
    return claim_id


def figures(desk: Desk, claim_id: int) -> list[Quantity]:
    return list(desk.claims.get(claim_id).facets.quantities)


def test_a_figure_put_right_stays_so_through_every_reading(desk: Desk, claim: int) -> None:
    (read,) = figures(desk, claim)
    given = {"words": "2,500", "figure": "2400..2600", "unit": "person"}
    desk.facets.set(claim, "quantity", given, instead_of=read, why="rounded")
    (own,) = figures(desk, claim)
    assert (own.low, own.high, own.comparator) == (2400, 2600, Comparator.BETWEEN)
    assert own in desk.claims.get(claim).by_hand
    (filed,) = [one for one in desk.figures.ledger(claim_id=claim) if one.low == 2400]
    assert filed.unit == "person"

    view = desk.claims.get(claim)
    desk.claims.reword(claim, "There are 2,500 US troops in Baghdad", version=view.version)
    assert figures(desk, claim) == [own]
    view = desk.claims.get(claim)
    desk.claims.reword(claim, "There are 3,500 US troops in Baghdad", version=view.version)
    assert [one.low for one in figures(desk, claim)] == [3500]  # those words are gone
    assert desk.undo()
    assert figures(desk, claim) == [own]
    assert desk.verify() == []


def test_what_was_taken_away_or_added_is_kept(desk: Desk, claim: int) -> None:
    (read,) = figures(desk, claim)
    desk.facets.remove(claim, read)
    desk.facets.set(claim, "time", {"date": "2024-02", "relation": "since"})
    desk.facets.set(claim, "polarity", {"polarity": "denied by claimant"})
    desk.facets.set(claim, "modality", {"modality": "prediction"})
    view = desk.claims.get(claim)
    desk.claims.reword(claim, "Some 2,500 US troops in Baghdad", version=view.version)
    view = desk.claims.get(claim)
    assert view.facets.quantities == ()
    assert view.facets.times[-1].interval == parse_edtf("2024-02")
    assert view.facets.polarity == Polarity(negated=True)
    assert view.denied
    assert (view.kind, view.facets.modality) == ("prediction", Modality.PREDICTION)
    assert [entry.action for entry in desk.claims.history(claim)].count("facet corrected") == 4


def test_what_a_person_said_of_facets_goes_with_the_claim(
    desk: Desk, claim: int, tmp_path: Path
) -> None:
    (read,) = figures(desk, claim)
    given = {"words": "2,500", "figure": "2400..2600", "unit": "person"}
    desk.facets.set(claim, "quantity", given, instead_of=read)
    out = io.StringIO(newline="")
    desk.exchange.export(out, name="a.jsonl", claims=None)
    with Desk.open(tmp_path / "other.db", actor="Noor") as other:
        other.exchange.import_(io.StringIO(out.getvalue()), name="a.jsonl")
        ours = desk.claims.get(claim)
        (theirs,) = [
            each for each in map(other.claims.get, other.claims.ids()) if each.uid == ours.uid
        ]
        assert theirs.by_hand and theirs.by_hand == ours.by_hand
        again = io.StringIO(newline="")
        other.exchange.export(again, name="a.jsonl", claims=None)
        assert again.getvalue() == out.getvalue()


def test_another_who_was_faster_is_not_overwritten(desk: Desk, claim: int) -> None:
    (read,) = figures(desk, claim)
    desk.facets.set(claim, "quantity", {"figure": "9"}, instead_of=read)
    with pytest.raises(ChangedMeanwhileError):
        desk.facets.set(claim, "quantity", {"figure": "8"}, instead_of=read)


@pytest.mark.parametrize(
    ("facet", "given", "said"),
    [
        ("quantity", {"figure": "many"}, "no figure"),
        ("quantity", {"figure": "3..2"}, "ends before"),
        ("quantity", {"figure": "1e99"}, "no figure"),
        ("quantity", {"figure": "2", "comparator": "roughly"}, "comparator"),
        ("quantity", {"figure": "2", "colour": "red"}, "has no colour"),
        ("time", {"date": "yesterday"}, "date"),
        ("time", {}, "date is empty"),
        ("mood", {"mood": "good"}, "facet"),
    ],
)
def test_what_cannot_be_taken_is_told(
    desk: Desk, claim: int, facet: str, given: dict[str, str], said: str
) -> None:
    before = desk.claims.get(claim)
    with pytest.raises(InvalidInputError, match=said):
        desk.facets.set(claim, facet, given)
    assert desk.claims.get(claim) == before


def test_arabic_digits_are_figures(desk: Desk, claim: int) -> None:
    desk.facets.set(claim, "quantity", {"figure": "٢٬٥٠٠٫٥", "words": "٢٬٥٠٠٫٥"})
    assert figures(desk, claim)[-1].low == Decimal("2500.5")


def test_a_longer_span_is_read_anew_and_the_wording_follows(desk: Desk, claim: int) -> None:
    view = desk.claims.get(claim)
    span = Span(0, TEXT.index("."))
    desk.claims.move(claim, [span], version=view.version)
    moved = desk.claims.get(claim)
    assert (moved.appearances[0].quote, moved.text) == (span.of(TEXT), span.of(TEXT))
    assert moved.original == view.original
    assert moved.facets.quantities[0].comparator is Comparator.ABOUT
    assert any(isinstance(value, Time) for value in desk.facets.values(claim))
    assert desk.verify() == []
    assert desk.undo()
    assert desk.claims.get(claim).appearances[0].quote == view.appearances[0].quote


def test_a_wording_of_its_own_stays_when_the_span_changes(desk: Desk, claim: int) -> None:
    view = desk.claims.get(claim)
    desk.claims.reword(claim, "The US has 2,500 troops in Baghdad", version=view.version)
    start = TEXT.index("نحو")
    span = Span(start, TEXT.index(" في العراق"))
    desk.claims.move(claim, [span], version=desk.claims.get(claim).version)
    moved = desk.claims.get(claim)
    assert moved.text == "The US has 2,500 troops in Baghdad"
    assert moved.appearances[0].quote == "نحو 2500 عسكري"


def test_no_place_and_an_old_version_are_refused(desk: Desk, claim: int) -> None:
    version = desk.claims.get(claim).version
    with pytest.raises(InvalidInputError, match="no place"):
        desk.claims.move(claim, [Span(5, len(TEXT) + 1)], version=version)
    with pytest.raises(ChangedMeanwhileError):
        desk.claims.move(claim, [Span(0, 5)], version=version - 1)
