"""ClaimReview in the ways in which publishers' systems write it, each kept whole."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import pytest

from workbench.desk.checking import ratings
from workbench.exchange.formats import format_of
from workbench.exchange.types import BadRow, ClaimRecord, Located

KEYS = frozenset(rating.key for rating in ratings.load().ratings)
ITEM: dict[str, Any] = {
    "@type": "Claim",
    "author": {"@type": "Person", "name": "A. Speaker"},
    "appearance": {"@type": "NewsArticle", "url": "https://news.example/1"},
}
REVIEW: dict[str, Any] = {
    "@type": "ClaimReview",
    "url": "https://checks.example/a/1",
    "author": {"@type": "Organization", "name": "Checks"},
    "claimReviewed": "The dam broke",
    "itemReviewed": ITEM,
    "reviewRating": {"@type": "Rating", "alternateName": "False"},
}


def with_(**changes: Any) -> dict[str, Any]:
    found = {**REVIEW, **changes}
    return {name: value for name, value in found.items() if value is not None}


def read(text: str) -> list[Located | BadRow]:
    return list(format_of("", "-", text, KEYS).read(io.StringIO(text, newline="")))


def claim_of(value: Any) -> ClaimRecord:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    (row,) = read(text)
    assert isinstance(row, Located), row
    assert isinstance(row.record, ClaimRecord)
    return row.record


def page(script: str) -> str:
    canonical = '<link rel="canonical" href="https://checks.example/a/1">'
    return f'<html>{canonical}<script type="application/ld+json">{script}</script></html>'


TEXT = json.dumps(REVIEW)


@pytest.mark.parametrize(
    "script",
    [
        f"// the review\n{TEXT}\n/* its end */",
        "{ /* https://x.example */" + TEXT[1:-1] + ", // last\n}",
        f"\ufeff\u00a0{TEXT}\u00a0",
        json.dumps(TEXT),
        f"<!--//--><![CDATA[//><!--\n{TEXT}\n//--><!]]>",
        f"/*<![CDATA[*/{TEXT}/*]]>*/",
        f"// <![CDATA[\n{TEXT}\n// ]]>",
        f"<!--\n{TEXT}\n-->",
    ],
)
def test_what_stands_around_or_in_a_script_is_no_part_of_it(script: str) -> None:
    claim = claim_of(page(script))
    assert (claim.text, claim.verdicts[0].rating) == ("The dam broke", "false")
    assert [place.url for place in claim.appearances] == ["https://news.example/1"]


@pytest.mark.parametrize(
    "scale",
    [{"bestRating": -1, "worstRating": -1}, {"bestRating": "-1", "worstRating": "-1"}],
)
def test_ends_that_are_not_given_are_no_scale(scale: dict[str, Any]) -> None:
    rating = {"ratingValue": 3, "alternateName": "False", **scale}
    assert claim_of(with_(reviewRating=rating)).verdicts[0].label == "False"


def test_of_several_things_reviewed_the_claim_is_the_one_with_words() -> None:
    work = {"@type": "CreativeWork", "url": "https://work.example"}
    told = {**ITEM, "author": {"name": "B. Speaker"}, "text": "The mill burnt"}
    claim = claim_of(with_(claimReviewed=None, itemReviewed=[ITEM, work, told]))
    assert (claim.text, claim.claimant) == ("The mill burnt", "B. Speaker")
    places = [place.url for place in claim.appearances]
    assert places == ["https://news.example/1", "https://work.example"]


@pytest.mark.parametrize(
    ("changes", "text", "is_rated"),
    [
        ({"itemReviewed": {**ITEM, "headline": "The dam broke"}}, "The dam broke", True),
        ({"itemReviewed": {**ITEM, "description": "The dam broke"}}, "The dam broke", False),
        (
            {"itemReviewed": {"@type": "VideoObject", "name": "Dam, the film"}},
            "Dam, the film",
            False,
        ),
        ({"headline": "No, it held", "itemReviewed": ITEM}, "No, it held", False),
    ],
)
def test_what_was_reviewed_is_filed_by_what_says_it(
    changes: dict[str, Any], text: str, is_rated: bool
) -> None:
    claim = claim_of(with_(claimReviewed=None, **changes))
    assert (claim.text, bool(claim.verdicts)) == (text, is_rated)


def test_the_title_of_a_work_is_not_that_of_the_review() -> None:
    claim = claim_of(with_(itemReviewed={"@type": "VideoObject", "name": "Dam, the film"}))
    assert claim.evidence[0].source.title == REVIEW["url"]
    assert claim.verdicts[0].explanation == "False"


def test_appearances_may_be_words_or_addresses_beside_the_page() -> None:
    places = ["../x", {"url": "/y"}, "A post on a wall", "https://news.example/2"]
    claim = claim_of(page(json.dumps(with_(itemReviewed={**ITEM, "firstAppearance": places}))))
    assert [place.url or place.title for place in claim.appearances] == [
        "https://checks.example/x",
        "https://checks.example/y",
        "A post on a wall",
        "https://news.example/2",
        "https://news.example/1",
    ]


def test_reviews_may_stand_in_the_claim_that_they_are_of() -> None:
    bare = with_(claimReviewed=None, itemReviewed=None)
    claims = {
        **ITEM,
        "text": "The dam broke",
        "review": [bare, {**bare, "url": "https://b.example"}],
    }
    rows = read(json.dumps(claims))
    found = [row.record for row in rows if isinstance(row, Located)]
    assert [each.text for each in found if isinstance(each, ClaimRecord)] == ["The dam broke"] * 2
    out = io.StringIO(newline="")
    format_of("claimreview", "", "", KEYS).write(found, out)
    written = json.loads(out.getvalue())["@graph"]
    assert [each["itemReviewed"]["text"] for each in written] == ["The dam broke"] * 2


def test_the_name_of_a_type_may_be_in_other_letters() -> None:
    assert claim_of(with_(**{"@type": "claimreview"})).text == "The dam broke"


def test_what_is_reviewed_may_be_given_as_words() -> None:
    assert claim_of(with_(claimReviewed=None, itemReviewed="The dam broke")).verdicts


@pytest.mark.parametrize("between", ["\n", "\n\n", ",\n", " "])
def test_documents_over_several_lines_may_stand_one_behind_the_other(between: str) -> None:
    several = [with_(url=f"https://checks.example/{number}") for number in range(3)]
    text = between.join(json.dumps(each, indent=1) for each in several)
    rows = read(text + between + '{"@type": "ClaimReview",\n "claimReviewed":')
    taken, (bad,) = rows[:-1], rows[-1:]
    assert [row.record.external_id for row in taken if isinstance(row, Located)] == [  # type: ignore[union-attr]
        each["url"] for each in several
    ]
    starts = [found.start() for found in re.finditer('"ClaimReview"', text)]
    assert [row.line for row in taken] == [1 + text.count("\n", 0, start) for start in starts]
    assert isinstance(bad, BadRow)
    assert "ends too early" in str(bad.problem)


def test_many_documents_over_several_lines_are_read_in_time() -> None:
    text = "\n".join(json.dumps(with_(url=f"https://c.example/{n}"), indent=1) for n in range(3000))
    assert sum(isinstance(row, Located) for row in read(text)) == 3000


@pytest.mark.parametrize(
    "copy",
    [
        "https://web.archive.org/web/20200825/https://www.checks.example/a/1",
        "http://archive.example/2020/http://checks.example/a/1",
    ],
)
def test_who_is_archived_and_not_the_archive_gave_the_verdict(copy: str) -> None:
    claim = claim_of(with_(url=copy, author=None))
    assert (claim.verdicts[0].author, claim.evidence[0].source.publisher) == ("checks.example",) * 2
    assert claim.evidence[0].source.url == claim.external_id == copy
    plain = claim_of(with_(url="https://checks.example/?to=https://other.example/", author=None))
    assert plain.verdicts[0].author == "checks.example"


def test_the_page_that_a_review_is_the_subject_of_is_looked_up() -> None:
    node = {"@type": "WebPage", "@id": "https://checks.example/#1", "url": REVIEW["url"]}
    review = with_(url=None, mainEntityOfPage={"@id": node["@id"]})
    claim = claim_of({"@graph": [review, node]})
    assert claim.external_id == claim.evidence[0].source.url == REVIEW["url"]
    named = claim_of(with_(url=None, mainEntityOfPage={"@id": "https://checks.example/a/2"}))
    assert named.external_id == "https://checks.example/a/2"
