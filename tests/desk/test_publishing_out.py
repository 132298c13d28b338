"""Feeds, ClaimReviews and the static site: what is published goes out, and nothing else."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.desk.fakes import article, open_desk
from workbench.desk import Desk
from workbench.desk.exchange.importing import Outcome
from workbench.desk.states import ClaimState, Decision, Stance
from workbench.errors import InvalidInputError
from workbench.exchange.reviews.publisher import Publisher
from workbench.exchange.reviews.schema_org import problems

HOUSE = Publisher("The Daily </script><script>alert(1)</script>", "https://daily.example/checks/")
SECRET = "sotto voce"
TEXT = f"2,500 troops are in the country\nTalks resumed {SECRET}"


@pytest.fixture
def claim(desk: Desk) -> int:
    """One claim that is published, with everything beside it that must not be."""
    desk.articles.add(article(TEXT))
    desk.articles.add(article(f"3,500 troops are in the country {SECRET}"))
    claim, other = desk.claims.ids()[:2]
    source = desk.sources.add("Returns", url="javascript:alert(2)", publisher="<b>Office</b>")
    for each in (claim, other):
        desk.evidence.link(each, source, Stance.REFUTES, quote="2,400 & <i>more</i>")
    desk.verdicts.set(other, "true", f"{SECRET}: not yet out")
    desk.verdicts.set(claim, "true", f"{SECRET}: before it was out")
    desk.verdicts.set(claim, "mixed", "Counted.", reason=f"{SECRET}: never out")
    publish(desk, claim)
    desk.verdicts.set(claim, "false", "<script>alert(3)</script>", reason="a new count")
    publish(desk, claim)
    for match in desk.claims.get(claim).matches:
        desk.matches.decide(match.id, Decision.CONFIRMED, why=SECRET)
    return claim


def publish(desk: Desk, claim: int) -> None:
    version = desk.claims.get(claim).version
    desk.claims.set_state(claim, ClaimState.PUBLISHED, version=version, override=SECRET, why=SECRET)


def exported(desk: Desk, name: str) -> str:
    out = io.StringIO()
    desk.exchange.export(out, name="", format_name=name, claims=None, publisher=HOUSE)
    return out.getvalue()


def test_feeds_hold_what_is_published(desk: Desk, claim: int) -> None:
    uid = desk.claims.get(claim).uid
    atom = ElementTree.fromstring(exported(desk, "atom"))
    (entry,) = atom.findall("{*}entry")
    assert entry.findtext("{*}title") == "False: 2,500 troops are in the country"
    assert entry.findtext("{*}summary") == "<script>alert(3)</script>"
    link = entry.find("{*}link")
    assert link is not None
    assert link.get("href") == f"https://daily.example/checks/claims/{uid}.html"
    (item,) = ElementTree.fromstring(exported(desk, "rss")).iter("item")
    assert item.findtext("link") == link.get("href")
    assert re.fullmatch(r"\w{3}, \d\d \w{3} \d{4} [\d:]{8} \+0000", item.findtext("pubDate") or "")


def test_an_rss_reader_that_takes_a_description_for_html_shows_the_words(
    desk: Desk, claim: int
) -> None:
    (item,) = ElementTree.fromstring(exported(desk, "rss")).iter("item")
    assert item.findtext("description") == "&lt;script&gt;alert(3)&lt;/script&gt;"


def test_a_rating_without_a_label_goes_out_in_the_words_of_the_claims_language(desk: Desk) -> None:
    row = {
        "record": "claim",
        "text": "انخفضت أسعار القمح",
        "state": "published",
        "evidence": [{"source": {"title": "Market report"}}],
        "verdicts": [{"rating": "mostly_true", "explanation": "Counted."}],
    }
    desk.exchange.import_(io.StringIO(json.dumps(row)), name="a.jsonl")
    (review,) = json.loads(exported(desk, "claimreview"))["@graph"]
    assert review["reviewRating"]["alternateName"] == "صحيح في معظمه"
    (item,) = ElementTree.fromstring(exported(desk, "rss")).iter("item")
    assert item.findtext("title") == "صحيح في معظمه: انخفضت أسعار القمح"
    assert '"label"' not in exported(desk, "jsonl")


def test_claimreviews_are_as_schema_org_has_them(desk: Desk, claim: int) -> None:
    for name in ("claimreview", "datacommons"):
        document = json.loads(exported(desk, name))
        assert problems(document) == []
    reviews = json.loads(exported(desk, "claimreview"))["@graph"]
    assert reviews[0]["author"]["name"] == HOUSE.name
    assert [each["text"] for each in reviews[0]["correction"]][-1] == "a new count"
    reviews[0]["claimReviewd"] = reviews[0].pop("claimReviewed")
    reviews[0]["itemReviewed"]["author"] = "Somebody"
    assert problems(reviews) == [
        "itemReviewed.author: 'Somebody', not Person or Organization",
        "claimReviewd: no property of ClaimReview",
    ]


def test_the_site_tells_what_is_published_and_nothing_else(
    desk: Desk, claim: int, tmp_path: Path
) -> None:
    assert desk.site.write(tmp_path / "site", publisher=HOUSE, language="ar") == 1
    files = {path.name: path.read_text() for path in (tmp_path / "site").rglob("*.*")}
    page = files[f"{desk.claims.get(claim).uid}.html"]
    assert not [name for name, text in files.items() if SECRET in text]
    for part in ("a new count", "2,400 &amp; &lt;i&gt;more", 'dir="rtl"', "&lt;b&gt;Office"):
        assert part in page
    assert page.count("<script") == page.count("</script") == 1
    assert 'href="javascript' not in page
    found = re.search(r'<script type="application/ld\+json">(.*)</script>', page)
    assert found is not None
    review = json.loads(found[1])
    assert problems(review) == []
    assert review["reviewRating"]["ratingExplanation"] == "<script>alert(3)</script>"
    assert files["index.html"].count("data-claim>") == 1
    again = {path.name: path.read_text() for path in (tmp_path / "site").rglob("*.*")}
    assert again == files


def test_a_page_goes_when_its_claim_is_no_longer_published(
    desk: Desk, claim: int, tmp_path: Path
) -> None:
    desk.site.write(tmp_path / "site")
    desk.verdicts.withdraw(claim, "the source was forged")
    assert desk.site.write(tmp_path / "site") == 0
    assert [path.name for path in (tmp_path / "site" / "claims").iterdir()] == []
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "index.html").write_text("mine")
    with pytest.raises(InvalidInputError, match="no site of this program"):
        desk.site.write(tmp_path / "mine")


def test_a_review_of_our_own_that_comes_back_is_no_finding_of_others(
    desk: Desk, claim: int, tmp_path: Path
) -> None:
    given = exported(desk, "claimreview")
    desk.verdicts.set(claim, "mixed", "Counted once more.", reason="another count")
    for text in (given, exported(desk, "claimreview"), exported(desk, "datacommons")):
        done = desk.exchange.import_(io.StringIO(text), name="own.json")
        assert (set(done.counts), done.rejected) == ({Outcome.UNCHANGED}, 0)
    assert exported(desk, "claimreview").count("urn:uuid:") == 2
    altered = given.replace("alert(3)", "alert(4)")
    done = desk.exchange.import_(io.StringIO(altered), name="own.json", keep_good=True)
    assert [bad.field for bad in done.bad] == ["@id"]
    with open_desk(tmp_path / "other.db") as other:
        assert other.exchange.import_(io.StringIO(given), name="own.json").count(Outcome.NEW) == 2
