"""Claims: listed, searched and changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.fakes import article, open_desk
from workbench.desk import Desk
from workbench.desk.states import ClaimState, Stance
from workbench.desk.types import ClaimFilter, Part
from workbench.errors import ChangedMeanwhileError, InvalidInputError, NotFoundError
from workbench.language.spans import Span

TEXT = "Amal: 2,500 troops are in Baghdad\nTalks resumed\nالقواتُ في بغداد"


@pytest.fixture
def claims(desk: Desk) -> list[int]:
    desk.articles.add(article(TEXT))
    return list(desk.claims.ids())


def texts(desk: Desk, **wanted: object) -> list[str]:
    ids = desk.claims.ids(ClaimFilter(**wanted))  # type: ignore[arg-type]
    return [row.text for row in desk.claims.rows(ids)]


def test_rows_come_in_the_order_asked_for(desk: Desk, claims: list[int]) -> None:
    rows = desk.claims.rows([claims[2], claims[0], 999])
    assert [row.id for row in rows] == [claims[2], claims[0]]


def test_orders(desk: Desk, claims: list[int]) -> None:
    one, two, three = claims
    assert list(desk.claims.ids(order="newest")) == [three, two, one]
    assert desk.claims.ids(order="worth")[0] == one
    desk.claims.set_state(one, ClaimState.CHECKING, version=desk.claims.get(one).version)
    desk.claims.set_aside(two, "no claim", version=desk.claims.get(two).version)
    assert list(desk.claims.ids(order="state")) == [three, one]
    everything = ClaimFilter(include_set_aside=True)
    assert list(desk.claims.ids(everything, order="state")) == [three, one, two]
    with pytest.raises(InvalidInputError, match="order"):
        desk.claims.ids(order="colour")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("TROOPS bagh", 1),
        ("resum", 1),
        ("القوات", 1),
        ("قوات", 1),
        ("والقوات", 1),
        ("للقوات بغداد", 1),
        ("غير", 0),
        ("٢٬٥٠٠", 1),
        ("2,500", 1),
        ("troops talks", 0),
        ('"', 0),
        ("amal", 1),
        ("NEAR(", 0),
    ],
)
def test_search_is_folded_and_safe(desk: Desk, claims: list[int], query: str, found: int) -> None:
    assert len(texts(desk, text=query)) == found


def test_filters(desk: Desk, claims: list[int]) -> None:
    assert texts(desk, claimant="AMA") == ["2,500 troops are in Baghdad"]
    assert texts(desk, state=ClaimState.CHECKED) == []
    desk.claims.set_aside(claims[1], "no claim", version=desk.claims.get(claims[1]).version)
    assert "Talks resumed" not in texts(desk)
    assert "Talks resumed" in texts(desk, include_set_aside=True)
    assert texts(desk, state=ClaimState.SET_ASIDE) == ["Talks resumed"]
    assert texts(desk, article_id=99) == []


def test_reword_keeps_the_original_and_is_searched_anew(desk: Desk, claims: list[int]) -> None:
    claim = desk.claims.get(claims[1])
    desk.claims.reword(claim.id, "Negotiations resumed", version=claim.version, why="clearer")
    after = desk.claims.get(claim.id)
    assert (after.text, after.original) == ("Negotiations resumed", "Talks resumed")
    assert after.version > claim.version
    assert texts(desk, text="negotiations") == ["Negotiations resumed"]
    entry = desk.claims.history(claim.id)[0]
    assert (entry.action, entry.why, entry.by) == ("claim reworded", "clearer", "Amal")
    assert ("text", "Talks resumed", "Negotiations resumed") in [
        (change.field, change.before, change.after) for change in entry.changes
    ]


def test_history_of_a_claim_tells_of_nothing_else(desk: Desk, claims: list[int]) -> None:
    source = desk.sources.add("Report")
    link = desk.evidence.link(claims[0], source, Stance.SUPPORTS)
    desk.evidence.link(claims[1], source, Stance.SUPPORTS)
    desk.evidence.retract(link, "forged")
    desk.claims.merge(claims[:2])
    merged, retracted, linked, added = desk.claims.history(claims[0])
    assert [entry.action for entry in (merged, retracted, linked, added)] == [
        "claims merged",
        "evidence retracted",
        "evidence linked",
        "article added",
    ]
    assert {change.record for change in retracted.changes} == {f"evidence {link}"}
    assert f"claim {claims[1]}" not in {change.record for change in merged.changes}
    assert [entry.action for entry in desk.claims.history(claims[2])] == ["article added"]


def test_lost_update_is_refused_and_names_who(path: Path) -> None:
    with open_desk(path) as amal, open_desk(path, "Sara") as sara:
        amal.articles.add(article(TEXT))
        claim = amal.claims.get(amal.claims.ids()[0])
        sara.claims.reword(claim.id, "Sara's words", version=claim.version)
        with pytest.raises(ChangedMeanwhileError, match="Sara"):
            amal.claims.reword(claim.id, "Amal's words", version=claim.version)
        assert amal.claims.get(claim.id).text == "Sara's words"


def test_version_is_never_given_twice(desk: Desk, claims: list[int]) -> None:
    stale = desk.claims.get(claims[0])
    desk.claims.reword(claims[0], "One", version=stale.version)
    read = desk.claims.get(claims[0])
    desk.undo()
    desk.claims.reword(claims[0], "Two", version=desk.claims.get(claims[0]).version)
    with pytest.raises(ChangedMeanwhileError):
        desk.claims.reword(claims[0], "Three", version=read.version)


def test_split_sets_aside_and_names_the_parts(desk: Desk, claims: list[int]) -> None:
    claim = desk.claims.get(claims[0])
    place = claim.appearances[0].segments[0]
    parts = [
        Part("2,500 troops", [Span(place.start, place.start + 12)]),
        Part("Troops are in Baghdad"),
    ]
    made = desk.claims.split(claim.id, parts, version=claim.version, why="two facts")
    old = desk.claims.get(claim.id)
    assert (old.state, old.state_reason) == (
        ClaimState.SET_ASIDE,
        f"split into {made[0]}, {made[1]}",
    )
    first, second = map(desk.claims.get, made)
    assert first.appearances[0].quote == "2,500 troops"
    assert second.appearances[0].quote == claim.appearances[0].quote
    assert first.claimant == second.claimant == "Amal"
    assert desk.verify() == []
    with pytest.raises(InvalidInputError):
        desk.claims.split(made[0], [Part("alone")], version=first.version)


def test_merge_moves_places_and_evidence(desk: Desk, claims: list[int]) -> None:
    source = desk.sources.add("Report")
    desk.evidence.link(claims[1], source, Stance.SUPPORTS)
    kept = desk.claims.merge(claims[:2], text="Both", why="same thing")
    assert kept == claims[0]
    view = desk.claims.get(kept)
    assert (view.text, len(view.appearances), len(view.evidence)) == ("Both", 2, 1)
    other = desk.claims.get(claims[1])
    assert (other.state, other.state_reason) == (ClaimState.SET_ASIDE, f"merged into {kept}")
    with pytest.raises(InvalidInputError):
        desk.claims.merge([kept, kept])


def test_claim_by_hand_from_selected_text(desk: Desk, claims: list[int]) -> None:
    text = desk.articles.get(1).text
    at = text.index("Baghdad")
    made = desk.claims.add(1, [Span(at, at + 7)], text="It is Baghdad", claimant="Sara")
    view = desk.claims.get(made)
    assert (view.text, view.claimant) == ("It is Baghdad", "Sara")
    assert view.appearances[0].quote == "Baghdad"
    assert view.appearances[0].attribution.chain[0].name == "Sara"
    for bad in ([], [Span(3, 3)], [Span(0, len(text) + 1)], [Span(0, 5), Span(4, 9)]):
        with pytest.raises(InvalidInputError):
            desk.claims.add(1, bad)
    with pytest.raises(NotFoundError):
        desk.claims.add(9, [Span(0, 1)])


def test_state_is_apart_from_truth(desk: Desk, claims: list[int]) -> None:
    claim = desk.claims.get(claims[0])
    with pytest.raises(InvalidInputError, match="verdict"):
        desk.claims.set_state(claim.id, ClaimState.PUBLISHED, version=claim.version)
    with pytest.raises(InvalidInputError):
        desk.claims.set_state(claim.id, ClaimState.SET_ASIDE, version=claim.version)
    with pytest.raises(InvalidInputError, match="reason"):
        desk.claims.set_aside(claim.id, " ", version=claim.version)
    desk.claims.set_aside(claim.id, "opinion", version=claim.version)
    aside = desk.claims.get(claim.id)
    with pytest.raises(InvalidInputError):
        desk.claims.set_state(claim.id, ClaimState.CHECKED, version=aside.version)
    desk.claims.reopen(claim.id, version=aside.version, why="it is checkable")
    again = desk.claims.get(claim.id)
    assert (again.state, again.state_reason) == (ClaimState.NEW, "")
    with pytest.raises(InvalidInputError):
        desk.claims.reopen(claim.id, version=again.version)


def test_translation_needs_its_translator(desk: Desk, claims: list[int]) -> None:
    claim = desk.claims.get(claims[2])
    with pytest.raises(InvalidInputError, match="translator"):
        desk.claims.translate(claim.id, "The forces are in Baghdad", "", version=claim.version)
    desk.claims.translate(claim.id, "The forces are there", "Sara", version=claim.version)
    view = desk.claims.get(claim.id)
    assert (view.translation, view.translator) == ("The forces are there", "Sara")
    assert texts(desk, text="forces there") == [claim.text]


def test_unknown_claim(desk: Desk) -> None:
    with pytest.raises(NotFoundError, match="claim 7"):
        desk.claims.get(7)
    with pytest.raises(NotFoundError):
        desk.claims.reword(7, "x", version=1)
