"""A file that has grown, shrunk or been corrected since its last import, in any order."""

from __future__ import annotations

import io
import itertools
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.desk.fakes import open_desk
from workbench.desk import Desk
from workbench.desk.exchange import incoming_file, preparing
from workbench.desk.exchange.exchange import ImportReport
from workbench.desk.exchange.importing import Outcome

Review = dict[str, Any]


def review(page: int, claim: int, rating: str, **more: str) -> Review:
    """A review; of its page it may be one of several, also of the same claim."""
    address = {"url": f"https://checks.example/{page}"} if page else {}
    return {
        "@type": "ClaimReview",
        **address,
        "claimReviewed": f"The dam lost {claim} gates",
        "reviewRating": {"alternateName": rating},
        **more,
    }


def taken(desk: Desk, reviews: list[Review], **options: Any) -> ImportReport:
    return desk.exchange.import_(io.StringIO(json.dumps(reviews)), name="-", **options)


def on_file(desk: Desk) -> list[str]:
    """Every review on file as it was published, without its place in time."""
    out = io.StringIO(newline="")
    desk.exchange.export(out, name="out.json", format_name="claimreview", claims=None)
    return sorted(map(_written, json.loads(out.getvalue())["@graph"]))


def _written(item: Review) -> str:
    return json.dumps(item, sort_keys=True)


def as_set(reviews: list[Review]) -> list[str]:
    return sorted({_written(each) for each in reviews})


REVIEWS = st.builds(
    review,
    st.integers(0, 2),
    st.integers(1, 2),
    st.sampled_from(["False", "True", "Misleading"]),
    inLanguage=st.sampled_from(["ar", "en"]),
)


@pytest.fixture
def new_desk(tmp_path: Any) -> Any:
    numbers = itertools.count()
    opened = []

    def make() -> Desk:
        path = tmp_path / f"{next(numbers)}.db"
        opened.append(open_desk(path))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(REVIEWS, min_size=1, max_size=7), st.data())
def test_a_file_that_has_grown_files_nothing_twice_and_loses_nothing(
    new_desk: Any, reviews: list[Review], data: st.DataObject
) -> None:
    desk = new_desk()
    kept = data.draw(st.lists(st.booleans(), min_size=len(reviews), max_size=len(reviews)))
    first = [each for each, is_kept in zip(reviews, kept, strict=True) if is_kept]
    if first:
        taken(desk, first)
    taken(desk, data.draw(st.permutations(reviews)))
    assert on_file(desk) == as_set(reviews)
    for some in (reviews, data.draw(st.permutations(reviews))):
        again = taken(desk, some)
        assert again.count(Outcome.NEW) == again.count(Outcome.CHANGED) == 0


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(REVIEWS, min_size=1, max_size=6), st.data())
def test_corrections_arrive_as_new_versions_while_the_file_grows(
    new_desk: Any, drawn: list[Review], data: st.DataObject
) -> None:
    desk = new_desk()
    reviews = [{**each, "identifier": f"r{number}"} for number, each in enumerate(drawn)]
    known = data.draw(st.integers(1, len(reviews)))
    taken(desk, reviews[:known])
    corrected = [
        {**each, "dateModified": "2025-01-01"} if data.draw(st.booleans()) else each
        for each in reviews[:known]
    ]
    expected = sum(one != two for one, two in zip(reviews, corrected, strict=False))
    later = corrected + reviews[known:]
    done = taken(desk, data.draw(st.permutations(later)))
    assert done.count(Outcome.CHANGED) == expected
    assert done.count(Outcome.NEW) == len(reviews) - known
    assert on_file(desk) == as_set(later)
    assert taken(desk, data.draw(st.permutations(later))).count(Outcome.UNCHANGED) == len(later)


def test_the_order_of_a_file_does_not_tell_which_of_its_reviews_was_corrected(
    new_desk: Any,
) -> None:
    before = [review(1, 1, "False", inLanguage="en", author="A. Checker")]
    after = [
        review(1, 1, "True", inLanguage="en", author="A. Checker"),
        review(1, 1, "True", inLanguage="ar", author="Another"),
    ]
    for order in (after, after[::-1]):
        desk = new_desk()
        taken(desk, before)
        done = taken(desk, order)
        assert (done.count(Outcome.CHANGED), done.count(Outcome.NEW)) == (1, 1)
        (first, _) = sorted(desk.claims.ids())
        assert [each.by for each in desk.claims.get(first).verdicts] == ["A. Checker"] * 2


def test_a_claim_reworded_here_is_still_known(new_desk: Any) -> None:
    desk = new_desk()
    reviews = [review(1, 1, rating) for rating in ("False", "True")]
    taken(desk, reviews)
    claim = desk.claims.get(desk.claims.ids()[0])
    desk.claims.reword(claim.id, "Gates were lost", version=claim.version)
    assert taken(desk, [*reviews, review(1, 1, "Misleading")]).count(Outcome.NEW) == 1
    assert taken(desk, reviews[:1]).count(Outcome.UNCHANGED) == 1


def test_a_file_read_in_parts_knows_its_reviews_as_one_read_at_once(
    new_desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        incoming_file, "batches", lambda found, known: preparing.batches(found, 1, known)
    )
    desk = new_desk()
    reviews = [review(1, 1, rating) for rating in ("False", "True", "Misleading")]
    taken(desk, reviews[1:2])
    assert taken(desk, reviews).count(Outcome.NEW) == 2
    assert on_file(desk) == as_set(reviews)
