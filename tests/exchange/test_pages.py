"""Reviews in web pages as publishing systems write them."""

from __future__ import annotations

import io
import json
import time

import pytest

from workbench.desk.checking import ratings
from workbench.exchange.documents.microdata import items_of
from workbench.exchange.documents.scripts import address_of
from workbench.exchange.formats import format_of
from workbench.exchange.reviews.claimreview import ClaimReview
from workbench.exchange.types import BadRow, ClaimRecord, Located

KEYS = frozenset(rating.key for rating in ratings.load().ratings)
REVIEW = json.dumps(
    {
        "@type": "ClaimReview",
        "url": "https://checks.example/1",
        "claimReviewed": 'The dam "broke", they say: [,]',
        "reviewRating": {"alternateName": "False"},
    }
)
MARKED = """<!doctype html>
<![if IE]><p>x</p>
<div itemscope itemtype="http://schema.org/ClaimReview">
 <meta itemprop="datePublished" content="2022-04-01">
 <a itemprop="url" href="https://checks.example/7">link</a>
 <p itemprop="claimReviewed">Paris has <b>3</b> million<br>inhabitants<script>x()</script>
 <div itemprop="author" itemscope itemtype="http://schema.org/Organization">
  <span itemprop="name">Checks</span><span itemprop="name">Checks &amp; Co</span></div>
 <div itemprop="itemReviewed" itemscope itemtype="http://schema.org/CreativeWork">
  <span itemprop="author" itemscope><span itemprop="name">Mayor</span></span>
 </div>
 <div itemprop="reviewRating" itemscope itemtype="http://schema.org/Rating">
  <meta itemprop="ratingValue" content="2"><span itemprop="alternateName">Mostly False</span>
 </div>
</div><div itemscope itemtype="http://schema.org/WebPage"><span itemprop="name">y</span></div>"""


def read(text: str) -> list[Located | BadRow]:
    return list(format_of("", "page.html", text, KEYS).read(io.StringIO(text, newline="")))


def claim_of(text: str) -> ClaimRecord:
    (row,) = read(text)
    assert isinstance(row, Located), row
    assert isinstance(row.record, ClaimRecord)
    return row.record


@pytest.mark.parametrize(
    "script",
    [
        f'<script data-x="a>b" type="application/ld+json">{REVIEW}</script>',
        f"<script type='application/ld+json'>{REVIEW};</script>",
        f'<script type="application/ld+json">{REVIEW[:-2]},}},}}</script>',
        '<script type="application/ld+json">' + REVIEW.replace('\\"', "'").replace('"', "&quot;"),
    ],
)
def test_slips_that_can_be_meant_in_one_way_only_are_read(script: str) -> None:
    claim = claim_of(f"<p>\n{script}")
    assert claim.text.replace("'", '"') == 'The dam "broke", they say: [,]'
    assert claim.verdicts[0].rating == "false"


@pytest.mark.parametrize(
    "said",
    [
        '<link rel="canonical" href="https://checks.example/a?x=1&amp;y=2">',
        "<LINK href='https://checks.example/a?x=1&y=2' rel=canonical>",
        '<meta property="og:url" content="https://checks.example/a?x=1&amp;y=2" />',
    ],
)
@pytest.mark.parametrize(
    ("url", "address"),
    [
        ({}, "https://checks.example/a?x=1&y=2"),
        ({"url": "/b"}, "https://checks.example/b"),
        ({"url": "https://other.example/"}, "https://other.example/"),
        ({"url": "javascript:alert(1)"}, "https://checks.example/a?x=1&y=2"),
    ],
)
def test_a_review_without_an_address_of_its_own_stands_at_its_pages(
    said: str, url: dict[str, str], address: str
) -> None:
    review = {key: value for key, value in json.loads(REVIEW).items() if key != "url"} | url
    script = f'<script type="application/ld+json">{json.dumps(review)}</script>'
    claim = claim_of(f"<!doctype html><html><head>{said}{script}</head></html>")
    assert (claim.external_id, claim.evidence[0].source.url) == (address, address)
    assert claim.verdicts[0].extras.get("url", "") == url.get("url", "")


def test_a_page_of_tags_without_end_is_read_in_time() -> None:
    page = "<link " + "a" * 3900 + " " * 50 + ">"
    began = time.monotonic()
    assert address_of(page * 1000) == ""
    assert time.monotonic() - began < 5


def test_nodes_of_another_script_of_the_page_are_known() -> None:
    site = {
        "@graph": [{"@type": "Organization", "@id": "https://checks.example/#us", "name": "Us"}]
    }
    review = {**json.loads(REVIEW), "author": {"@id": "https://checks.example/#us"}}
    page = "".join(
        f'<script type="application/ld+json">{json.dumps(each)}</script>' for each in (review, site)
    )
    claim = claim_of(f"<!doctype html>{page}")
    assert claim.verdicts[0].author == "Us"
    out = io.StringIO()
    format_of("claimreview", "", "", KEYS).write([claim], out)
    assert json.loads(out.getvalue())["@graph"] == [review, *site["@graph"]]


def test_a_claim_may_be_a_node() -> None:
    claimed = {"@type": "Claim", "text": "The dam broke"}
    review = {**json.loads(REVIEW), "claimReviewed": claimed}
    page = f'<!doctype html><script type="application/ld+json">{json.dumps(review)}</script>'
    assert claim_of(page).text == "The dam broke"


def test_what_is_broken_otherwise_is_told_with_its_place() -> None:
    (bad,) = read(f'<p>\n<script type="application/ld+json">\n{REVIEW[:-1]} 5}}</script>')
    assert isinstance(bad, BadRow)
    assert (bad.line, "not JSON" in str(bad.problem)) == (3, True)


def test_a_review_that_its_publisher_has_commented_out_is_none() -> None:
    page = f'<!-- <script type="application/ld+json">{REVIEW}</script> -->'
    (bad,) = read(page + "<p>x</p>")
    assert isinstance(bad, BadRow)
    inside = f'<script type="application/ld+json"><!-- {REVIEW} --></script>'
    assert claim_of(page + inside).external_id == "https://checks.example/1"


def test_microdata_says_what_json_ld_would() -> None:
    claim = claim_of(MARKED)
    assert claim.text == "Paris has 3 million inhabitants"
    assert (claim.claimant, claim.external_id) == ("Mayor", "https://checks.example/7")
    verdict = claim.verdicts[0]
    assert (verdict.rating, verdict.known_at) == ("mostly_false", "2022-04-01")
    assert json.loads(verdict.extras["author.name"]) == ["Checks", "Checks & Co"]
    assert verdict.extras["reviewRating.ratingValue"] == "2"
    (row,) = read(MARKED)
    assert row.line == 3


def test_rdfa_is_read_like_microdata() -> None:
    claim = claim_of(
        '<div vocab="http://schema.org/" typeof="schema:ClaimReview">'
        '<span property="schema:claimReviewed">The dam broke</span>'
        '<div property="schema:reviewRating" typeof="Rating">'
        '<span property="schema:alternateName">False</span></div></div>'
    )
    assert (claim.text, claim.verdicts[0].label) == ("The dam broke", "False")


def test_of_a_page_with_both_the_scripts_are_read() -> None:
    claim = claim_of(f'{MARKED}<script type="application/ld+json">{REVIEW}</script>')
    assert claim.external_id == "https://checks.example/1"


def test_items_in_items_without_end_are_read_in_time() -> None:
    began = time.process_time()
    deep = '<b itemscope itemprop="a">' * 20_000
    assert len(items_of(deep + "</i><br>" * 20_000)) == 1
    assert len(list(read("<script type='" * 20_000))) == 1
    assert time.process_time() - began < 5


def test_a_page_that_does_not_say_its_address_is_known_by_where_it_came_from() -> None:
    review = {**json.loads(REVIEW), "url": "/check/7"}
    page = f'<!doctype html><script type="application/ld+json">{json.dumps(review)}</script>'
    found = format_of("", "-", page, KEYS)
    assert isinstance(found, ClaimReview)
    found.address = "https://checks.example/a"
    (row,) = found.read(io.StringIO(page))
    assert isinstance(row, Located)
    assert isinstance(row.record, ClaimRecord)
    assert row.record.external_id == "https://checks.example/check/7"
    (feed,) = found.read(io.StringIO(json.dumps({"dataFeedElement": [{"item": review}]})))
    assert isinstance(feed, Located)
    assert isinstance(feed.record, ClaimRecord)
    assert not feed.record.external_id.startswith("https://checks.example/a")
