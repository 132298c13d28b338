"""Gate, people, reviews, what evidence weighs, retraction, staleness, corrections, links."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.desk.fakes import article, open_desk
from workbench.desk import Desk
from workbench.desk.checking.corrections import CorrectionKind, write_csv
from workbench.desk.checking.gate import GateClosedError, Point, Policy, read_policy
from workbench.desk.checking.people import Role
from workbench.desk.checking.staleness import CauseKind
from workbench.desk.checking.steps import StepKind
from workbench.desk.claims.links import LinkKind
from workbench.desk.facets.tracing import Flag, flags, series
from workbench.desk.matching.radar import Kind
from workbench.desk.states import ClaimState, Review, Stance
from workbench.desk.types import Figure
from workbench.desk.views import ClaimView
from workbench.errors import InvalidInputError, NotFoundError

TEXT = "The ministry: 2,500 troops are in the country\nTalks resumed"


@pytest.fixture
def claim(desk: Desk) -> int:
    desk.articles.add(article(TEXT, url="https://www.agency.example/troops/"))
    return desk.claims.ids()[0]


def link(desk: Desk, claim: int, title: str, stance: Stance = Stance.REFUTES, **known: str) -> int:
    directness = known.pop("directness", "")
    source = desk.sources.add(title, **known)
    return desk.evidence.link(claim, source, stance, directness=directness)


def publish(desk: Desk, claim: int, **known: str) -> None:
    version = desk.claims.get(claim).version
    desk.claims.set_state(claim, ClaimState.PUBLISHED, version=version, **known)


def unmet(desk: Desk, claim: int) -> set[Point]:
    return {each.point for each in desk.gate.check(claim).unmet}


def test_every_unmet_point_is_listed_until_it_is_met(desk: Desk, claim: int, path: Path) -> None:
    assert unmet(desk, claim) == set(Point) - {Point.CURRENT}
    link(desk, claim, "Troop returns", kind="data")
    desk.verdicts.set(claim, "false", "The returns say otherwise.")
    assert unmet(desk, claim) == {
        Point.COUNTER_EVIDENCE,
        Point.CLAIMANT_CONTACT,
        Point.SNAPSHOT,
        Point.REVIEWER,
    }
    with pytest.raises(GateClosedError, match="The ministry was asked") as refused:
        publish(desk, claim)
    assert len(refused.value.gate.unmet) == 4
    assert desk.claims.get(claim).state is ClaimState.CHECKED
    desk.steps.add(claim, StepKind.COUNTER_EVIDENCE, "Searched two agencies: nothing for it.")
    desk.steps.add(claim, StepKind.CLAIMANT_CONTACT, "Its line is dead.", left=True)
    desk.steps.add(claim, StepKind.SNAPSHOT, "Printed only.", left=True)
    desk.verdicts.review(claim, Review.APPROVED)
    assert unmet(desk, claim) == {Point.REVIEWER}, "her own review does not count"
    with open_desk(path, actor="Sara") as other:
        other.verdicts.review(claim, Review.APPROVED, note="Read both.")
    with pytest.raises(InvalidInputError, match="Sara has reviewed it"):
        desk.verdicts.review(claim, Review.APPROVED)
    assert desk.gate.check(claim).open
    publish(desk, claim)
    assert desk.claims.get(claim).state is ClaimState.PUBLISHED
    assert desk.gate.check(claim).override is None


def test_words_of_the_gate_are_in_both_languages(desk: Desk, claim: int) -> None:
    for language, says in (("en", "none that counts"), ("ar", "لا دليل يحسب")):
        finding = desk.gate.check(claim).findings[0]
        assert says in finding.says(language)
        assert all(each.title(language) for each in desk.gate.check(claim).findings)


def test_publishing_over_the_gate_leaves_its_reason(desk: Desk, claim: int) -> None:
    link(desk, claim, "Troop returns", kind="data")
    desk.verdicts.set(claim, "false", "The returns say otherwise.")
    publish(desk, claim, override="The minister speaks at noon.")
    override = desk.gate.check(claim).override
    assert override is not None
    assert (override.by, override.note) == ("Amal", "The minister speaks at noon.")
    assert "reviewer" in override.unmet
    assert desk.claims.history(claim)[0].why == "The minister speaks at noon."
    desk.undo()
    assert desk.gate.check(claim).override is None


def test_a_new_verdict_on_a_published_claim_is_not_published_yet(desk: Desk, claim: int) -> None:
    link(desk, claim, "Troop returns", kind="data")
    desk.verdicts.set(claim, "false", "The returns say otherwise.")
    publish(desk, claim, override="urgent")
    desk.verdicts.set(claim, "true", "We misread them.", reason="misread", correction=True)
    assert desk.claims.get(claim).state is ClaimState.CHECKED


def test_what_the_gate_asks_for_is_the_desks_own(desk: Desk, claim: int) -> None:
    policy = read_policy("reviewer = false\nsnapshot = false\nindependent_sources = 2")
    desk.gate.set_policy(policy, why="two of us")
    assert desk.gate.policy() == policy
    link(desk, claim, "Troop returns", kind="data")
    assert {Point.EVIDENCE, Point.REVIEWER} & unmet(desk, claim) == {Point.EVIDENCE}
    assert desk.history(1)[0].action == "evidence linked"
    for wrong in ("colour = true", "reviewer = 3", "[", "independent_sources = 'two'"):
        with pytest.raises(InvalidInputError, match="gate"):
            read_policy(wrong)
    with pytest.raises(InvalidInputError, match="less than 1"):
        desk.gate.set_policy(Policy(independent_sources=0))


def test_rights_that_nobody_listed_has_are_everybodys(desk: Desk, claim: int, path: Path) -> None:
    link(desk, claim, "Troop returns", kind="data")
    desk.verdicts.set(claim, "false", "The returns say otherwise.")
    desk.people.set("Noor", Role.CHECKER)
    desk.verdicts.review(claim, Review.APPROVED)
    desk.people.set("Sara", Role.EDITOR, why="desk head")
    for refused in (
        lambda: desk.people.set("Amal", Role.EDITOR),
        lambda: desk.people.remove("Sara"),
        lambda: desk.gate.set_policy(Policy()),
        lambda: publish(desk, claim, override="urgent"),
        lambda: desk.verdicts.review(claim, Review.APPROVED),
    ):
        with pytest.raises(InvalidInputError, match="may not"):
            refused()
    with open_desk(path, actor="Sara") as other:
        other.people.set("Amal", Role.REVIEWER)
        with pytest.raises(NotFoundError):
            other.people.remove("Nobody")
    desk.verdicts.review(claim, Review.APPROVED)
    assert [(each.name, each.role) for each in desk.people.list()] == [
        ("Amal", Role.REVIEWER),
        ("Noor", Role.CHECKER),
        ("Sara", Role.EDITOR),
    ]


def test_returned_verdict_goes_back_to_work(desk: Desk, claim: int, path: Path) -> None:
    link(desk, claim, "Troop returns", kind="data")
    with pytest.raises(InvalidInputError, match="no verdict"):
        desk.verdicts.review(claim, Review.APPROVED)
    desk.verdicts.set(claim, "false", "The returns say otherwise.")
    with open_desk(path, actor="Sara") as other:
        with pytest.raises(InvalidInputError, match="note"):
            other.verdicts.review(claim, Review.RETURNED)
        other.verdicts.review(claim, Review.RETURNED, note="Which year?")
    view = desk.claims.get(claim)
    assert view.state is ClaimState.CHECKING
    assert view.verdict is not None
    assert (view.verdict.review, view.verdict.reviewer, view.verdict.review_note) == (
        Review.RETURNED,
        "Sara",
        "Which year?",
    )


def groups(view: ClaimView) -> list[int]:
    return [each.group for each in view.evidence]


def test_copies_of_one_origin_count_once(desk: Desk, claim: int) -> None:
    link(desk, claim, "Wire", publisher="Reuters", url="https://www.reuters.example/1")
    link(desk, claim, "Copy", publisher="Daily", origin="reuters", url="https://daily.example/1")
    link(desk, claim, "Own report", publisher="Daily", url="https://daily.example/2")
    link(desk, claim, "Other page of the site", url="https://daily.example/3")
    link(desk, claim, "The returns", kind="data")
    view = desk.claims.get(claim)
    assert groups(view) == [0, 0, 2, 2, 4]
    assert view.independent == 3
    assert [each.primary for each in view.evidence] == [False] * 4 + [True]


@pytest.mark.parametrize(
    ("known", "why"),
    [
        ({"url": "http://agency.example/troops#top"}, "cites the article"),
        ({"origin": "AGENCY"}, "cites the article"),
        ({"publisher": "the ministry"}, "cites the claimant"),
        ({"publisher": "Agency"}, ""),
        ({"url": "https://agency.example/other"}, ""),
    ],
)
def test_evidence_that_goes_in_a_circle_does_not_count(
    desk: Desk, claim: int, known: dict[str, str], why: str
) -> None:
    link(desk, claim, "Page", kind="official", **known)
    (evidence,) = desk.claims.get(claim).evidence
    assert evidence.circular == why
    assert (Point.EVIDENCE in unmet(desk, claim)) == bool(why)


def test_that_he_said_it_is_another_claim_than_what_he_said(desk: Desk, claim: int) -> None:
    said = desk.claims.add(1, desk.claims.get(claim).appearances[0].segments, "The ministry said…")
    desk.claims.set_claimant(said, "The ministry", version=desk.claims.get(said).version)
    link(desk, said, "Recording", Stance.SUPPORTS, publisher="The ministry")
    assert desk.claims.get(said).evidence[0].circular == "cites the claimant"
    desk.links.add(said, LinkKind.ATTRIBUTION_OF, claim)
    assert desk.claims.get(said).evidence[0].circular == "", "its own words prove that it spoke"
    desk.verdicts.set(said, "true", "It is on tape.")
    (seen,) = desk.links.of(claim)
    assert (seen.claim_id, seen.forward, seen.rating) == (said, False, "true")
    assert desk.claims.get(claim).verdict is None
    for pair in ((said, claim), (claim, said), (claim, claim)):
        with pytest.raises(InvalidInputError):
            desk.links.add(pair[0], LinkKind.ATTRIBUTION_OF, pair[1])
    desk.links.remove(claim, said, why="not the same words")
    assert desk.links.of(said) == []
    assert desk.claims.history(claim)[0].action == "link removed"


def test_retracting_a_source_reopens_what_rests_on_it(desk: Desk, claim: int) -> None:
    source = desk.sources.add("Report", kind="official")
    desk.evidence.link(claim, source, Stance.REFUTES)
    kept = link(desk, claim, "Another")
    desk.verdicts.set(claim, "false", "It says so.")
    publish(desk, claim, override="urgent")
    before = desk.sources.resting(source)
    assert [(each.claim_id, each.reopens, each.remaining) for each in before.verdicts] == [
        (claim, True, 1)
    ]
    assert before.reports == ((1, "Troops"),)
    assert desk.claims.get(claim).state is ClaimState.PUBLISHED, "a preview changes nothing"
    assert desk.sources.retract(source, "forged") == before
    view = desk.claims.get(claim)
    assert view.state is ClaimState.CHECKING
    assert [each.retracted for each in view.evidence] == [True, False]
    assert view.verdict is not None, "only a person takes a verdict back"
    assert [cause.kind for cause in desk.verdicts.stale(claim)] == [CauseKind.EVIDENCE_RETRACTED]
    assert Point.CURRENT in unmet(desk, claim)
    with pytest.raises(InvalidInputError, match="retracted: forged"):
        desk.evidence.link(claim, source, Stance.REFUTES)
    with pytest.raises(InvalidInputError, match="already"):
        desk.sources.retract(source, "again")
    desk.undo()
    assert desk.claims.get(claim).state is ClaimState.PUBLISHED
    assert desk.verdicts.stale(claim) == ()
    assert desk.evidence.retract(kept, "a rumour").verdicts[0].claim_id == claim


def test_a_verdict_is_stale_by_cause_never_by_age(path: Path) -> None:
    now = [datetime(2024, 8, 16, tzinfo=UTC)]
    with open_desk(path, clock=lambda: now[0]) as desk:
        desk.articles.add(article(TEXT))
        claim = desk.claims.ids()[0]
        link(desk, claim, "Returns", kind="data")
        desk.verdicts.set(claim, "true", "As of then.", holds="2024-08-16")
        assert desk.verdicts.all_stale() == {}
        now[0] = datetime(2034, 8, 16, tzinfo=UTC)
        (cause,) = desk.verdicts.stale(claim)
        assert (cause.kind, cause.undermines) == (CauseKind.INTERVAL_ENDED, False)
        assert "2024-08-16" in cause.says("ar")
        assert Point.CURRENT not in unmet(desk, claim)
        desk.verdicts.set(claim, "true", "Of no day.", reason="again")
        now[0] = datetime(2054, 8, 16, tzinfo=UTC)
        assert desk.verdicts.stale(claim) == ()
        link(desk, claim, "Newer returns", kind="data")
        assert [each.kind for each in desk.verdicts.all_stale()[claim]] == [CauseKind.NEW_EVIDENCE]


def test_confirmed_conflict_makes_stale_a_waiting_one_does_not(desk: Desk, claim: int) -> None:
    link(desk, claim, "Returns", kind="data")
    desk.verdicts.set(claim, "true", "They say so.")
    desk.articles.add(article("The army: 3,500 troops are in the country"))
    assert desk.verdicts.stale(claim) == ()
    desk.matches.confirm(desk.matches.pending()[0].id)
    (cause,) = desk.verdicts.stale(claim)
    assert cause.kind is CauseKind.CONFLICT
    assert "3,500" in cause.says()


def test_ledger_tells_corrected_updated_and_withdrawn(desk: Desk, claim: int) -> None:
    link(desk, claim, "Returns", kind="data")
    with pytest.raises(InvalidInputError, match="to correct"):
        desk.verdicts.set(claim, "true", "…", correction=True)
    desk.verdicts.set(claim, "true", "They say so.")
    desk.verdicts.set(claim, "false", "Misread.", reason="misread a column", correction=True)
    publish(desk, claim, override="urgent")
    desk.verdicts.set(claim, "outdated", "New returns.", reason="=new returns")
    desk.verdicts.withdraw(claim, "the returns were forged")
    ledger = desk.verdicts.corrections()
    assert [(each.kind, each.before, each.after, each.published) for each in ledger] == [
        (CorrectionKind.CORRECTED, "true", "false", False),
        (CorrectionKind.UPDATED, "false", "outdated", True),
        (CorrectionKind.WITHDRAWN, "outdated", "", True),
    ]
    written = io.StringIO()
    write_csv(ledger, written)
    header, *lines = written.getvalue().splitlines()
    assert header.startswith("claim_id,claim_uid,claim,kind")
    assert len(lines) == 3
    assert ",'=new returns," in lines[1], "no spreadsheet runs it"
    assert desk.verify() == []


def test_scales_of_the_field_and_of_the_team(path: Path, tmp_path: Path) -> None:
    own = tmp_path / "scales"
    own.mkdir()
    (own / "ours.toml").write_text(
        'name = "ours"\n[[ratings]]\nkey = "hoax"\nnormalised = "false"\n'
        'labels = { en = "Hoax", ar = "خدعة" }\n',
        encoding="utf-8",
    )
    (own / "wrong.toml").write_text(
        'name = "wrong"\n[[ratings]]\nkey = "odd"\nlabels = { en = "Odd" }\n', encoding="utf-8"
    )
    with open_desk(path, scales=own) as desk:
        assert {"default", "politifact", "averitec", "arabic", "ours"} <= set(
            desk.verdicts.scales()
        )
        desk.articles.add(article(TEXT))
        claim = desk.claims.ids()[0]
        link(desk, claim, "Returns", kind="data")
        desk.verdicts.set(claim, "hoax", "Nothing of it.", scale="ours")
        verdict = desk.claims.get(claim).verdict
        assert verdict is not None
        assert (verdict.rating, verdict.label, verdict.scale) == ("false", "Hoax", "ours")
        with pytest.raises(InvalidInputError, match="normalised"):
            desk.verdicts.scale("wrong")
        for name in ("politifact", "averitec", "arabic"):
            assert all(
                {"en", "ar"} <= set(each.labels) for each in desk.verdicts.scale(name).ratings
            )


def test_contradictory_verdicts_on_one_claim_are_on_the_radar(desk: Desk, claim: int) -> None:
    desk.articles.add(article("The ministry: 2,500 troops are in the country"))
    other = max(desk.claims.ids())
    for each, rating in ((claim, "true"), (other, "false")):
        link(desk, each, "Returns", kind="data")
        desk.verdicts.set(each, rating, "…", holds="2024-08-15")
    assert desk.radar.all() == [], "nobody has confirmed that they are the same"
    desk.matches.confirm(desk.matches.pending()[0].id)
    (found,) = desk.radar.all()
    assert (found.kind, found.claim_id, found.other_id) == (Kind.VERDICTS, claim, other)
    assert "rated True here, False there" in found.says()
    desk.verdicts.set(other, "false", "…", holds="2024-09", reason="of another month")
    assert desk.radar.all() == [], "each of its own time"


def test_conflicts_and_own_articles_are_on_the_radar(desk: Desk, claim: int) -> None:
    desk.articles.add(
        article("3,500 troops are in the country\nThe army: 4,500 troops are in the country")
    )
    kinds = [each.kind for each in desk.radar.all()]
    assert sorted(kinds) == [Kind.ARTICLE, Kind.CLAIMS, Kind.CLAIMS]
    assert desk.radar.all(limit=1)[0].says("ar")
    version = desk.claims.get(claim).version
    desk.claims.reword(claim, "The ministry has 9,500 troops in the country", version=version)
    desk.claims.reword(
        claim, "9,500 troops are in the country", version=desk.claims.get(claim).version
    )
    wording = [each for each in desk.radar.all() if each.kind is Kind.WORDING]
    assert [(each.claim_id, each.other_text) for each in wording] == [
        (claim, "2,500 troops are in the country")
    ]


def test_precedents_are_rated_claims_like_it(desk: Desk, claim: int) -> None:
    link(desk, claim, "Returns", kind="data")
    desk.verdicts.set(claim, "true", "They say so.")
    desk.articles.add(article("The army: 3,500 troops are in the country"))
    newer = max(desk.claims.ids())
    (found,) = desk.verdicts.precedents(newer)
    assert (found.claim_id, found.relation, found.confirmed) == (claim, "conflict", False)
    assert found.verdict.explanation == "They say so."
    assert found.reasons[0].here == "3,500"
    desk.matches.reject(desk.matches.pending()[0].id, "another country")
    assert desk.verdicts.precedents(newer) == []
    with pytest.raises(NotFoundError):
        desk.verdicts.precedents(99)


def figure(value: float, **known: object) -> Figure:
    values: dict[str, object] = {
        "claim_id": 1,
        "text": "",
        "article_id": 1,
        "article_title": "",
        "published": "2024-08-15",
        "claimant": "",
        "figure": "",
        "comparator": "exactly",
        "unit": "person",
        "counted": "troops",
        "surface": "",
        "time": "2024",
        "low": value,
        "high": value,
    }
    return Figure(**{**values, **known})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (figure(2487), figure(2500), {Flag.ROUNDED, Flag.REVISED}),
        (figure(2487), figure(2500, evidence=1), {Flag.ROUNDED}),
        (figure(2500), figure(2487), {Flag.REVISED}),
        (figure(2500), figure(2600, time="2025"), set()),
        (figure(2500), figure(3500, time="2025"), {Flag.JUMP}),
        (figure(2500, comparator="about"), figure(2500), {Flag.ABOUT_LOST}),
        (figure(2500), figure(2500, comparator="about"), set()),
        (figure(12.34), figure(12.3, time=""), {Flag.ROUNDED}),
        (figure(2500), figure(0, low=None, high=None), set()),
        (figure(0), figure(0), set()),
    ],
)
def test_what_is_to_be_noticed_of_a_figure(
    before: Figure, after: Figure, expected: set[Flag]
) -> None:
    assert set(flags(before, after)) == expected


def test_a_quantity_is_what_is_counted_and_where() -> None:
    figures = [
        figure(2500, claim_id=1, place="Iraq"),
        figure(2500, claim_id=2, place="Iraq", counted="Troops"),
        figure(900, claim_id=3, place="Syria"),
        figure(2400, claim_id=4, place="Iraq", counted="عسكري"),
        figure(7, claim_id=5, counted=""),
        figure(7, claim_id=6, counted=""),
    ]
    found = series(figures, alike=[(4, 1), (6, 1)])
    members = sorted(sorted(each.figure.claim_id for each in one.figures) for one in found)
    assert members == [[1, 2, 4, 6], [3], [5]]


def test_sums_of_money_are_of_one_quantity_only_where_matching_found_so() -> None:
    def sum_of(value: float, claim_id: int) -> Figure:
        return figure(value, claim_id=claim_id, unit="USD", counted="dollars", language="en")

    figures = [sum_of(1_430, 1), sum_of(286, 1), sum_of(8_100, 2), sum_of(1_370, 3)]
    found = series(figures, alike=[(3, 1)])
    members = sorted([each.figure.claim_id for each in one.figures] for one in found)
    assert members == [[1, 1, 3], [2]]
    noticed = [one.figures[1].flags for one in found if len(one.figures) > 1]
    assert noticed == [()], "what one claim says side by side revises nothing"


def test_what_was_checked_and_reviewed_goes_to_another_desk_and_back(
    desk: Desk, claim: int, path: Path, tmp_path: Path
) -> None:
    link(desk, claim, "Returns", kind="media", directness="primary", interest="is paid by the army")
    desk.verdicts.set(claim, "false", "The returns say otherwise.")
    desk.verdicts.set(claim, "true", "Misread.", reason="misread", correction=True)
    desk.steps.add(claim, StepKind.COUNTER_EVIDENCE, "Searched: nothing.")
    with open_desk(path, actor="Sara") as other:
        other.verdicts.review(claim, Review.APPROVED, note="Read both.")
    publish(desk, claim, override="urgent")

    def written(from_desk: Desk) -> str:
        stream = io.StringIO()
        from_desk.exchange.export(stream, name="all.jsonl", claims=None)
        return stream.getvalue()

    whole = written(desk)
    with open_desk(tmp_path / "other.db", actor="Noor") as there:
        there.exchange.import_(io.StringIO(whole), name="all.jsonl")
        assert written(there) == whole
        (moved,) = [each for each in there.claims.ids() if there.claims.get(each).verdict]
        assert there.claims.get(moved).evidence[0].interest == "is paid by the army"
        assert [(each.kind, each.reason) for each in there.verdicts.corrections()] == [
            (CorrectionKind.CORRECTED, "misread")
        ]
        override = there.gate.check(moved).override
        assert override is not None and override.by == "Amal"
        before = there.data_version()
        there.exchange.import_(io.StringIO(whole), name="all.jsonl")
        assert there.data_version() == before, "the same again changes nothing"
        assert there.verify() == []
