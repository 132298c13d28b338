"""Reviews of others on a desk: once, up to date, journalled, and never over what was done here."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from workbench.desk import Desk
from workbench.desk.exchange.exchange import ImportReport
from workbench.desk.exchange.importing import Outcome
from workbench.errors import InvalidInputError

URL = "https://www.checks.example/dam"


def review(label: str = "False", **changes: Any) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "url": URL,
        "datePublished": "2024-05-17",
        "author": {"@type": "Organization", "name": "Checks"},
        "claimReviewed": "The dam broke on Tuesday",
        "reviewRating": {"@type": "Rating", "alternateName": label},
        **changes,
    }


def import_(desk: Desk, *items: Any, **options: Any) -> ImportReport:
    text = "\n".join(item if isinstance(item, str) else json.dumps(item) for item in items) + "\n"
    return desk.exchange.import_(io.StringIO(text), name="-", **options)


def export(desk: Desk, name: str) -> str:
    out = io.StringIO(newline="")
    desk.exchange.export(out, name="", format_name=name, claims=None)
    return out.getvalue()


def the_claim(desk: Desk) -> Any:
    (claim_id,) = desk.claims.ids()
    return desk.claims.get(claim_id)


def ratings_of(desk: Desk) -> list[tuple[str, bool]]:
    record = json.loads(export(desk, "jsonl").splitlines()[-1])
    return [(each["label"], each.get("in_force", True)) for each in record["verdicts"]]


def test_a_review_arrives_once_with_its_evidence_and_its_publisher_as_author(desk: Desk) -> None:
    done = import_(desk, review())
    assert [row.outcome for row in done.rows] == [Outcome.NEW]
    claim = the_claim(desk)
    assert claim.verdict.rating == "false"
    assert claim.verdict.by == "Checks"
    assert claim.evidence[0].source_url == URL
    journal = len(desk.history(50))
    again = import_(desk, review())
    assert [row.outcome for row in again.rows] == [Outcome.UNCHANGED]
    assert not again.written
    assert len(desk.history(50)) == journal
    assert desk.verify() == []


def test_an_upstream_correction_arrives_and_its_return_too(desk: Desk) -> None:
    import_(desk, review("False"))
    done = import_(desk, review("Misleading"))
    assert done.rows[0].outcome is Outcome.CHANGED
    assert ("rating", "false", "misleading") in [
        (change.field, change.before, change.after) for change in done.rows[0].changes
    ]
    assert the_claim(desk).verdict.label == "Misleading"
    import_(desk, review("False"))
    assert the_claim(desk).verdict.label == "False"
    assert ratings_of(desk) == [("False", False), ("Misleading", False), ("False", True)]
    assert len(the_claim(desk).evidence) == 1
    assert any(entry.action == "claims imported" for entry in desk.claims.history(1))


def test_a_field_without_a_column_is_a_change_too(desk: Desk) -> None:
    import_(desk, review(headline="Old"))
    done = import_(desk, review(headline="Old", editor={"name": "New"}))
    assert [(change.field, change.after) for change in done.rows[0].changes] == [
        ("editor.name", "New")
    ]
    assert json.loads(export(desk, "claimreview"))["@graph"] == [
        review(headline="Old", editor={"name": "New"})
    ]


def test_the_verdict_and_the_wording_given_here_stand(desk: Desk) -> None:
    import_(desk, review("False"))
    claim = the_claim(desk)
    desk.claims.reword(claim.id, "The upper dam broke", version=claim.version)
    desk.verdicts.set(claim.id, "mixed", "We looked ourselves.", reason="Our own check")
    assert import_(desk, review("False")).rows[0].outcome is Outcome.UNCHANGED
    done = import_(desk, review("True"))
    assert [(change.field, change.before, change.after) for change in done.rows[0].conflicts] == [
        ("rating", "Mixed", "True")
    ]
    claim = the_claim(desk)
    assert claim.verdict.rating == "mixed"
    assert claim.text == "The upper dam broke"
    assert import_(desk, review("True")).rows[0].outcome is Outcome.UNCHANGED


def test_the_same_review_in_two_formats_is_one_claim(desk: Desk) -> None:
    answer = {
        "text": "The dam broke on Tuesday",
        "claimReview": [
            {"publisher": {"name": "Checks"}, "url": URL, "textualRating": "False"},
        ],
    }
    import_(desk, review())
    import_(desk, answer)
    assert len(desk.claims.ids()) == 1
    for item in (review(), answer):
        assert import_(desk, item).rows[0].outcome is Outcome.UNCHANGED


def test_a_label_in_no_table_is_listed_kept_and_not_to_be_given_by_hand(desk: Desk) -> None:
    done = import_(desk, review("Wobbly"), review("Wobbly", url=URL + "/2"))
    assert done.unknown_labels == (("Wobbly", 2),)
    claim = desk.claims.get(desk.claims.ids()[0])
    assert (claim.verdict.rating, claim.verdict.label) == ("not_normalised", "Wobbly")
    with pytest.raises(InvalidInputError):
        desk.verdicts.set(claim.id, "not_normalised", "x", reason="y")


def test_all_or_nothing_unless_the_good_are_asked_for(desk: Desk) -> None:
    items = (review(), review(url=URL + "/2", datePublished="2024-02-30"))
    done = import_(desk, *items)
    assert (len(done.bad), done.written, len(desk.claims.ids())) == (1, False, 0)
    done = import_(desk, *items, keep_good=True)
    assert (len(done.bad), done.written, len(desk.claims.ids())) == (1, True, 1)
    assert done.bad[0].record["datePublished"] == "2024-02-30"


def test_a_record_that_only_this_desk_refuses_leaves_nothing_behind(desk: Desk) -> None:
    bad = {"text": "Half taken", "appearances": [{"quote": "a", "facets": {"times": 5}}]}
    match = {"record": "match", "claim": "x", "other": "y", "relation": "same"}
    done = import_(desk, {"text": "Good"}, bad, match, {"text": "Also good"}, keep_good=True)
    assert [each.line for each in done.bad] == [2, 3]
    assert len(desk.claims.ids()) == 2
    assert "Half taken" not in export(desk, "jsonl")
    assert desk.verify() == []


def test_exports_are_whole_on_another_desk(desk: Desk, tmp_path: Any) -> None:
    import_(desk, review(), review("Wobbly", url=URL + "/2"))
    with Desk.open(tmp_path / "other.db", actor="B") as other:
        for name in ("jsonl", "csv"):
            other.exchange.import_(io.StringIO(export(desk, name)), name=f"a.{name}")
        assert export(other, "claimreview") == export(desk, "claimreview")
        assert export(other, "datacommons") == export(desk, "datacommons")


@pytest.mark.parametrize("name", ["factchecktools", "claimskg"])
def test_formats_that_are_only_read_say_so(desk: Desk, name: str) -> None:
    with pytest.raises(InvalidInputError, match="not written"):
        export(desk, name)
