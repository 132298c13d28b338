"""Sources, evidence, verdicts, matches, figures."""

from __future__ import annotations

import pytest

from tests.desk.fakes import article
from workbench.desk import Desk
from workbench.desk.states import ClaimState, Decision, Stance
from workbench.desk.types import ClaimFilter
from workbench.errors import InvalidInputError, NotFoundError
from workbench.matching.types import Relation

TEXT = "2,500 troops are in the country\nTalks resumed"
LATER = "3,500 troops are in the country\nTalks resumed\nNothing else"


@pytest.fixture
def claim(desk: Desk) -> int:
    desk.articles.add(article(TEXT))
    return desk.claims.ids()[0]


def rated(desk: Desk, claim: int, rating: str = "true", **known: str) -> int:
    source = desk.sources.add("Statement", kind="official", accessed="2024-08-16")
    desk.evidence.link(claim, source, Stance.SUPPORTS, quote="2,500", locator="p. 2")
    return desk.verdicts.set(claim, rating, "It says so.", **known)


def test_evidence_comes_before_a_verdict(desk: Desk, claim: int) -> None:
    with pytest.raises(InvalidInputError, match="evidence"):
        desk.verdicts.set(claim, "true", "I know it.")
    assert desk.claims.get(claim).verdicts == ()
    rated(desk, claim, holds="2024-08-15", known_at="2024-08-20", reviewer="Sara")
    view = desk.claims.get(claim)
    assert view.state is ClaimState.CHECKED
    assert view.verdict is not None
    assert (view.verdict.rating, view.verdict.label) == ("true", "True")
    assert (view.verdict.holds, view.verdict.known_at, view.verdict.reviewer) == (
        "2024-08-15",
        "2024-08-20",
        "Sara",
    )
    assert view.evidence[0].quote == "2,500"


def test_retracted_evidence_bears_no_verdict(desk: Desk, claim: int) -> None:
    link = desk.evidence.link(claim, desk.sources.add("Rumour"), Stance.REFUTES)
    with pytest.raises(InvalidInputError, match="reason"):
        desk.evidence.retract(link, "")
    desk.evidence.retract(link, "withdrawn by its author")
    with pytest.raises(InvalidInputError, match="evidence"):
        desk.verdicts.set(claim, "false", "…")
    (kept,) = desk.claims.get(claim).evidence
    assert (kept.retracted, kept.retraction_reason) == (True, "withdrawn by its author")
    assert desk.claims.rows([claim])[0].evidence == 0
    with pytest.raises(InvalidInputError, match="already"):
        desk.evidence.retract(link, "again")


def test_verdict_is_superseded_with_a_reason_never_edited(desk: Desk, claim: int) -> None:
    first = rated(desk, claim)
    with pytest.raises(InvalidInputError, match="reason"):
        desk.verdicts.set(claim, "outdated", "New figures.")
    second = desk.verdicts.set(claim, "outdated", "New figures.", reason="new statement")
    newest, oldest = desk.claims.get(claim).verdicts
    assert (newest.id, newest.in_force, newest.reason) == (second, True, "new statement")
    assert (oldest.id, oldest.in_force, oldest.withdrawn) == (first, False, False)
    assert oldest.explanation == "It says so."


def test_withdrawn_verdict_stays_and_the_claim_is_open_again(desk: Desk, claim: int) -> None:
    rated(desk, claim)
    version = desk.claims.get(claim).version
    desk.claims.set_state(claim, ClaimState.PUBLISHED, version=version, override="urgent")
    desk.verdicts.withdraw(claim, "the source was forged")
    view = desk.claims.get(claim)
    assert (view.verdict, view.state) == (None, ClaimState.CHECKING)
    assert (view.verdicts[0].withdrawn, view.verdicts[0].reason) == (True, "the source was forged")
    assert list(desk.claims.ids(ClaimFilter(rating="true"))) == []
    with pytest.raises(InvalidInputError, match="no verdict"):
        desk.verdicts.withdraw(claim, "again")


@pytest.mark.parametrize(
    ("rating", "known", "what"),
    [
        ("rather true", {}, "rather true"),
        ("true", {"scale": "../default"}, "scale"),
        ("true", {"holds": "2024-02-30"}, "holds"),
        ("true", {"known_at": "yesterday"}, "known at"),
    ],
)
def test_wrong_verdicts_name_what_is_wrong(
    desk: Desk, claim: int, rating: str, known: dict[str, str], what: str
) -> None:
    with pytest.raises(InvalidInputError, match=what):
        rated(desk, claim, rating, **known)


def test_scale_has_both_languages(desk: Desk) -> None:
    scale = desk.verdicts.scale()
    assert [rating.key for rating in scale.ratings][:5] == [
        "true",
        "mostly_true",
        "mixed",
        "mostly_false",
        "false",
    ]
    assert all(set(rating.labels) >= {"en", "ar"} for rating in scale.ratings)


def test_sources_are_edited_and_checked(desk: Desk, claim: int) -> None:
    source = desk.sources.add("Statement", kind="primary", published="2024-08")
    desk.sources.edit(source, why="typo", title="The statement", url="https://s.example")
    view = desk.sources.get(source)
    assert (view.title, view.url, view.kind, view.published) == (
        "The statement",
        "https://s.example",
        "primary",
        "2024-08",
    )
    for wrong in ({"kind": "gossip"}, {"published": "soon"}, {"title": ""}, {"colour": "red"}):
        with pytest.raises(InvalidInputError):
            desk.sources.edit(source, **wrong)
    with pytest.raises(NotFoundError):
        desk.evidence.link(claim, 99, Stance.CONTEXT)
    with pytest.raises(NotFoundError):
        desk.evidence.link(99, source, Stance.CONTEXT)
    with pytest.raises(InvalidInputError):
        desk.evidence.link(claim, source, "proves")  # type: ignore[arg-type]


def test_new_article_is_matched_with_what_is_on_file(desk: Desk, claim: int) -> None:
    rated(desk, claim)
    added = desk.articles.add(article(LATER))
    assert added.matches == 2
    conflict, same = desk.matches.pending()
    assert (conflict.relation, same.relation) == (Relation.CONFLICT, Relation.SAME)
    assert conflict.claim_id > conflict.other_id == claim
    assert conflict.other_rating == "true"
    assert not conflict.same_article
    assert conflict.reasons[0].key == "figures differ"
    row = desk.claims.rows([conflict.claim_id])[0]
    assert (row.pending, row.relation) == (1, "conflict")
    assert list(desk.claims.ids(ClaimFilter(relation="conflict"))) == [claim, conflict.claim_id]
    assert desk.overview().pending_matches == 2


def test_confirming_links_and_never_copies_a_verdict(desk: Desk, claim: int) -> None:
    rated(desk, claim)
    desk.articles.add(article(LATER))
    match = desk.matches.pending()[0]
    desk.matches.confirm(match.id, why="seen both")
    after = desk.matches.get(match.id)
    assert (after.decision, after.decided_by, after.decision_reason) == (
        Decision.CONFIRMED,
        "Amal",
        "seen both",
    )
    assert desk.claims.get(match.claim_id).verdicts == ()
    assert desk.claims.get(match.claim_id).state is ClaimState.NEW


def test_rejection_is_remembered_until_a_wording_changes(desk: Desk, claim: int) -> None:
    desk.articles.add(article(LATER))
    match = desk.matches.pending()[0]
    with pytest.raises(InvalidInputError, match="reason"):
        desk.matches.reject(match.id, "")
    desk.matches.reject(match.id, "another country")

    def reword(text: str) -> None:
        version = desk.claims.get(match.claim_id).version
        desk.claims.reword(match.claim_id, text, version=version)

    version = desk.claims.get(match.claim_id).version
    desk.claims.set_aside(match.claim_id, "for now", version=version)
    desk.claims.reopen(match.claim_id, version=desk.claims.get(match.claim_id).version)
    assert desk.matches.get(match.id).decision is Decision.REJECTED
    reword("4,500 troops are in the country")
    after = desk.matches.get(match.id)
    assert (after.decision, after.decided_by) == (Decision.PENDING, "")


def test_waiting_match_follows_the_wording(desk: Desk, claim: int) -> None:
    desk.articles.add(article(LATER))
    match = desk.matches.pending()[0]
    version = desk.claims.get(match.claim_id).version
    desk.claims.reword(match.claim_id, "2,500 troops are in the country", version=version)
    assert desk.matches.get(match.id).relation is Relation.SAME
    version = desk.claims.get(match.claim_id).version
    desk.claims.reword(match.claim_id, "Something else", version=version)
    with pytest.raises(NotFoundError):
        desk.matches.get(match.id)


def test_claim_set_aside_waits_for_nobody(desk: Desk, claim: int) -> None:
    desk.articles.add(article(LATER))
    assert desk.claims.rows([claim])[0].pending == 1
    other = desk.matches.of(claim)[0].claim_id
    desk.claims.set_aside(other, "no", version=desk.claims.get(other).version)
    assert desk.claims.rows([claim])[0].pending == 0
    assert desk.claims.rows([claim])[0].relation == ""
    assert [match.relation for match in desk.matches.pending()] == [Relation.SAME]


def test_screening_files_nothing(desk: Desk, claim: int) -> None:
    rated(desk, claim)
    version = desk.data_version()
    conflict, same, nothing = desk.matches.screen(article(LATER))
    assert [hit.relation for hit in conflict.found] == [Relation.CONFLICT]
    assert conflict.found[0].rating == "true"
    assert [hit.relation for hit in same.found] == [Relation.SAME]
    assert nothing.found == ()
    assert desk.data_version() == version


def test_figures_side_by_side(desk: Desk, claim: int) -> None:
    desk.articles.add(article(LATER))
    ledger = desk.figures.ledger(unit="person")
    assert [(row.figure, row.unit) for row in ledger] == [("2500", "person"), ("3500", "person")]
    assert [row.claim_id for row in desk.figures.ledger(claim_id=claim)] == [claim]
    assert desk.figures.ledger(unit="km") == []
    view = desk.claims.get(claim)
    desk.claims.reword(claim, f"In short, {view.text}", version=view.version)
    assert len(desk.figures.ledger(claim_id=claim)) == 1  # said in other words, counted once
    more = f"{desk.claims.get(claim).text}, and 7 horses"
    desk.claims.reword(claim, more, version=desk.claims.get(claim).version)
    (horses,) = [one for one in desk.figures.ledger(claim_id=claim) if one.low == 7]
    assert (horses.article_id, horses.published) == (ledger[0].article_id, ledger[0].published)
