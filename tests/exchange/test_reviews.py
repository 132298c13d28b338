"""Reviews by others: every field kept, nothing guessed, written back as they were published."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.desk.checking import ratings
from workbench.exchange import waiting
from workbench.exchange.documents.nested import flatten, unflatten
from workbench.exchange.documents.rejects import write_rejects
from workbench.exchange.formats import format_of
from workbench.exchange.labels import NOT_NORMALISED, rating_of
from workbench.exchange.types import (
    BadRow,
    ClaimRecord,
    EvidenceRecord,
    Located,
    SourceRecord,
    VerdictRecord,
)

KEYS = frozenset(rating.key for rating in ratings.load().ratings)

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://www.checks.example/2024/river",
    "datePublished": "2024-05-17T23:30:00-05:00",
    "headline": "The river did not flood &amp; rise",
    "inLanguage": "en",
    "author": {
        "@type": "Organization",
        "name": "Checks",
        "url": "https://checks.example",
        "logo": {"@type": "ImageObject", "width": 40},
    },
    "claimReviewed": "The river <b>flooded</b> 2,500 homes",
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "A. Speaker", "sameAs": ["https://a.example"]},
        "datePublished": "2024-5-9",
        "firstAppearance": {"@type": "CreativeWork", "url": "https://posts.example/1"},
        "appearance": [
            {"@type": "NewsArticle", "url": "https://news.example/7", "headline": "Flood"},
            {"@type": "CreativeWork", "url": "https://posts.example/1"},
        ],
    },
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": "1",
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "False",
        "ratingExplanation": "The gauge shows no rise.",
    },
    "x.y\\z": {"": None, "deep": {"empty": {}, "list": []}},
}


def with_(**changes: Any) -> dict[str, Any]:
    return {**REVIEW, **changes}


def read(text: str, name: str = "-") -> list[Located | BadRow]:
    found = format_of("", name, text, KEYS)
    return list(found.read(io.StringIO(text, newline="")))


def claims(value: Any) -> list[ClaimRecord]:
    rows = read(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    assert all(isinstance(row, Located) for row in rows), rows
    return [row.record for row in rows if isinstance(row, Located)]  # type: ignore[misc]


def written(records: list[ClaimRecord], name: str = "claimreview") -> Any:
    out = io.StringIO(newline="")
    format_of(name, "", "", KEYS).write(records, out)
    return json.loads(out.getvalue())


def test_a_review_is_a_claim_with_somebody_elses_verdict_and_its_page_as_evidence() -> None:
    (claim,) = claims(REVIEW)
    assert claim.text == "The river flooded 2,500 homes"
    assert (claim.claimant, claim.said) == ("A. Speaker", "2024-05-09")
    assert claim.origin == "checks.example"
    assert claim.external_id == "https://www.checks.example/2024/river"
    assert [place.url for place in claim.appearances] == [
        "https://posts.example/1",
        "https://news.example/7",
    ]
    (verdict,) = claim.verdicts
    assert (verdict.rating, verdict.label, verdict.author) == ("false", "False", "Checks")
    assert verdict.explanation == "The gauge shows no rise."
    assert verdict.known_at == "2024-05-17"
    assert verdict.extras["inLanguage"] == "en"
    assert verdict.extras["reviewRating.ratingValue"] == "1"
    (page,) = claim.evidence
    assert page.source.url == claim.external_id
    assert (page.source.publisher, page.source.published) == ("Checks", "2024-05-17")
    assert page.source.title == "The river did not flood & rise"


SHAPES = {
    "object": json.dumps(REVIEW),
    "list": json.dumps([REVIEW]),
    "graph": json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "Thing"}, REVIEW]}),
    "lines": f"{json.dumps(REVIEW)}\n\n{json.dumps(with_(url='https://checks.example/2'))}\n",
    "mark": "\ufeff" + json.dumps(REVIEW, indent=1),
    "page": "<!doctype html><p>x</p>"
    + f"<script type='application/ld+json'>//<![CDATA[\n{json.dumps(REVIEW)}\n//]]></script>"
    + '<SCRIPT id=a type="application/ld+json; charset=utf-8">{"@type":"WebPage","mainEntity":'
    + json.dumps(with_(url="https://checks.example/2"))
    + "}</script>",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_reviews_are_found_in_every_shape_and_come_back_as_they_were(shape: str) -> None:
    records = claims(SHAPES[shape])
    assert len(records) == (2 if shape in {"lines", "page"} else 1)
    assert written(records)["@graph"][0] == REVIEW


def test_a_feed_is_read_and_written_with_its_elements() -> None:
    feed = {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "dataFeedElement": [
            {"@type": "DataFeedItem", "item": None},
            {
                "@type": "DataFeedItem",
                "dateCreated": "2024-05-18",
                "item": [REVIEW, with_(claimReviewed="Another claim")],
            },
            {"@type": "DataFeedItem", "url": "https://checks.example/3", "item": REVIEW},
        ],
    }
    records = claims(feed)
    assert len({record.external_id for record in records}) == 3
    assert written(records, "datacommons")["dataFeedElement"] == feed["dataFeedElement"][1:]
    assert written(records)["@graph"] == [REVIEW, with_(claimReviewed="Another claim"), REVIEW]


def test_nodes_that_a_review_refers_to_are_read_and_written() -> None:
    organisation = {
        "@id": "#org",
        "@type": "Organization",
        "name": "Checks",
        "parent": {"@id": "#x"},
    }
    review = with_(author={"@id": "#org"})
    (claim,) = claims({"@graph": [organisation, {"@id": "#other", "name": "N"}, review]})
    assert claim.verdicts[0].author == "Checks"
    assert written([claim])["@graph"] == [review, organisation]


values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2)
    ),
    max_leaves=6,
)


keys = st.text(max_size=4) | st.sampled_from(["workbench:json", "workbench:format", "a.b", "\\"])


@given(st.dictionaries(keys, values, max_size=4))
def test_any_object_comes_back_from_its_paths(value: dict[str, Any]) -> None:
    assert unflatten(flatten(value)) == value


@given(st.dictionaries(st.sampled_from(sorted({*REVIEW, "publisher", "name"})), values, max_size=4))
def test_any_review_is_taken_whole_or_refused_with_its_line(changes: dict[str, Any]) -> None:
    review = {**REVIEW, **changes, "@type": "ClaimReview", "@context": "https://schema.org"}
    (row,) = read(json.dumps(review))
    if isinstance(row, Located):
        assert isinstance(row.record, ClaimRecord)
        back = written([row.record])["@graph"]
        assert back == [review]
    else:
        assert row.line == 1
        assert row.record == review


GOOGLE: dict[str, Any] = {
    "text": "فيديو قديم للفيضانات",
    "claimant": "منشورات",
    "claimDate": "2024-04-28T19:23:46Z",
    "claimReview": [
        {
            "publisher": {"name": "تحقق", "site": "check.example"},
            "url": "https://www.check.example/1",
            "title": "الفيديو ليس حديثًا",
            "reviewDate": "2024-04-29T00:00:00Z",
            "textualRating": "مضلّل",
            "languageCode": "ar",
        },
        {"publisher": {"site": "b.example"}, "url": "https://b.example/1", "textualRating": "???"},
    ],
}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"claims": [GOOGLE], "nextPageToken": "x"}),
        json.dumps([GOOGLE]),
        json.dumps(GOOGLE) + "\n",
    ],
)
def test_search_answers_give_one_record_a_review(text: str) -> None:
    first, second = claims(text)
    assert (first.text, first.claimant, first.said) == (
        "فيديو قديم للفيضانات",
        "منشورات",
        "2024-04-28",
    )
    assert (first.origin, first.external_id) == ("check.example", "https://www.check.example/1")
    assert first.verdicts[0].rating == "misleading"
    assert first.verdicts[0].label == "مضلّل"
    assert first.verdicts[0].extras["claimReview.languageCode"] == "ar"
    assert first.evidence[0].source.title == "الفيديو ليس حديثًا"
    assert (second.verdicts[0].rating, second.verdicts[0].label) == (NOT_NORMALISED, "???")
    node = written([first])["@graph"][0]
    assert node["author"]["name"] == "تحقق"
    assert node["reviewRating"]["alternateName"] == "مضلّل"


def test_pages_give_one_record_a_markup() -> None:
    page = {
        "pageUrl": "https://check.example/p",
        "publishDate": "2024-05-01",
        "claimReviewAuthor": {"name": "Check"},
        "claimReviewMarkups": [
            {
                "claimReviewed": "A",
                "claimAuthor": {"name": "B"},
                "claimAppearances": ["https://x.example"],
                "rating": {"textualRating": "Half true", "ratingValue": 3},
            },
            {"claimReviewed": "C", "rating": {"ratingValue": 9, "worstRating": 1, "bestRating": 5}},
        ],
    }
    good, bad = read(json.dumps({"claimReviewMarkupPages": [page]}))
    assert isinstance(good, Located)
    assert isinstance(good.record, ClaimRecord)
    assert good.record.verdicts[0].rating == "mixed"
    assert good.record.appearances[0].url == "https://x.example"
    assert isinstance(bad, BadRow)
    assert bad.field == "claimReviewMarkups.rating.ratingValue"


KG = {
    "rating_alternateName": "Pants on Fire",
    "creativeWork_author_name": "Somebody",
    "creativeWork_datePublished": "2021-7-9",
    "claimReview_author_name": "checker",
    "claimReview_url": "https://checker.example/1",
    "claimReview_claimReviewed": '"Seven dams broke"',
    "extra_title": "No dam broke",
    "extra_refered_links": "https://x.example",
}


@pytest.mark.parametrize(
    "text",
    [json.dumps(KG) + "\n", ",".join(KG) + '\nPants on Fire,Somebody,2021-7-9,checker,'
     'https://checker.example/1,"""Seven dams broke""",No dam broke,https://x.example\n'],
)  # fmt: skip
def test_claimskg_columns(text: str) -> None:
    (claim,) = claims(text)
    assert (claim.text, claim.claimant, claim.said) == (
        "Seven dams broke",
        "Somebody",
        "2021-07-09",
    )
    assert claim.verdicts[0].rating == "false"
    extras = claim.verdicts[0].extras
    assert {name: extras[name] for name in KG} == KG


def test_a_headline_in_place_of_a_claim_is_not_rated() -> None:
    (claim,) = claims(json.dumps({**KG, "claimReview_claimReviewed": ""}))
    assert (claim.text, claim.state, claim.verdicts) == ("No dam broke", "new", ())
    assert claim.extras["rating_alternateName"] == "Pants on Fire"
    assert claim.evidence


def test_reviews_at_one_address_keep_apart_in_any_order() -> None:
    one, two = REVIEW, with_(claimReviewed="Nobody was hurt")
    ids = [[claim.external_id for claim in claims(pair)] for pair in ([one, two], [two, one])]
    assert ids[0] == ids[1][::-1]
    assert len(set(ids[0])) == 2
    assert claims([one])[0].external_id == REVIEW["url"]


@pytest.mark.parametrize(
    ("label", "rating"),
    [
        ("FALSE", "false"),
        ("زائف جزئيًا", "mixed"),
        ("مُضَلِّل", "misleading"),
        ("Half-True", "mixed"),
        ("غير مثبت", "unproven"),
        ("Somewhat wobbly", NOT_NORMALISED),
        ("Not false", NOT_NORMALISED),
        ("", NOT_NORMALISED),
    ],
)
def test_labels_by_the_table_only(label: str, rating: str) -> None:
    assert rating_of(label) == rating


def test_the_desks_own_labels_come_back_as_the_ratings_they_are() -> None:
    for rating in ratings.load().given_here().ratings:
        for label in (rating.labels["en"], rating.labels["ar"]):
            assert rating_of(label) == rating.key, label


SECOND = json.dumps([REVIEW, with_(itemReviewed={"datePublished": "2023-13-01"})], indent=1)


def lines(*items: dict[str, Any]) -> str:
    return "\n".join(json.dumps(item) for item in items) + "\n"


@pytest.mark.parametrize(
    ("text", "line", "field", "says"),
    [
        (lines(REVIEW, with_(datePublished="2024-02-30")), 2, "datePublished", "2024-02-30"),
        (
            SECOND,
            1 + SECOND[: SECOND.rindex('"@type": "ClaimReview"')].count("\n"),
            "itemReviewed.datePublished",
            "calendar",
        ),
        (
            lines(with_(reviewRating={"ratingValue": 7, "worstRating": "1", "bestRating": "5"})),
            1,
            "reviewRating.ratingValue",
            "7 is outside its scale of 1 to 5",
        ),
        (json.dumps([REVIEW, with_(datePublished="2024-02-30")]), 1, "datePublished", "(review 2"),
        ('{"@type": "ClaimReview",\n"url": "https://a', 2, "", "ends too early"),
        ('[{"@type": "ClaimReview"},\n{"url" 5}]', 2, "", "column 8"),
        ('{"@type":"ClaimReview","a":' + "[" * 200 + "]" * 200 + "}", 1, "", "nested"),
        ('{"@type":"ClaimReview","a":' + "[" * 100_000, 1, "", "nested"),
        ('{"@type":"ClaimReview","a":"\\ud800"}', 1, "", "not JSON"),
        ('{"@type":"ClaimReview","a":1e999}', 1, "", "not JSON"),
        (json.dumps(with_(claimReviewed="The dam\0 broke")), 1, "claimReviewed", "a NUL character"),
        ("[" * 100_000, 1, "", "nested"),
        ('<p>\n<script type="application/ld+json">\n{"@type":\n}</script>', 4, "", "not JSON"),
        ('<script type="application/ld+json">{"@type":"WebPage"}</script>', 1, "@type", "no Claim"),
        ('{"@type":"ClaimReview","url":"https://a.example"}', 1, "", "neither a claim"),
        (lines({**GOOGLE, "claimDate": "2024-02-30"}), 1, "claimDate", "calendar"),
        ('{"claims": [{"claimReview": [5]}]}', 1, "claimReview", "not a review"),
        (lines({**KG, "claimReview_datePublished": "2021-2-29"}), 1, "claimReview_d", "2021-2-29"),
        (lines({**KG, "rating_ratingValue": "9", "rating_worstRating": "1",
                "rating_bestRating": "5"}), 1, "rating_ratingValue", "outside"),
        ("rating_alternateName,claimReview_url\nFalse\n", 2, "", "1 cells under 2"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_line_and_field(
    text: str, line: int, field: str, says: str
) -> None:
    bad = [row for row in read(text) if isinstance(row, BadRow)]
    assert len(bad) >= 1
    assert bad[0].line == line
    assert bad[0].field.startswith(field)
    assert says in str(bad[0].problem)


@pytest.mark.parametrize("value", ["Spring 2024", "", None, 5, "05/06/2024"])
def test_a_date_in_another_notation_is_kept_and_not_guessed(value: Any) -> None:
    (claim,) = claims(with_(datePublished=value))
    assert claim.verdicts[0].known_at == ""
    assert written([claim])["@graph"][0]["datePublished"] == value


@pytest.mark.parametrize(
    "value", ["2024-05-17Z", "2024-05-17+03:00", ["2024-05-17"], {"@value": "2024-05-17"}]
)
def test_a_day_is_a_day_with_its_zone_in_a_list_or_with_its_type(value: Any) -> None:
    (claim,) = claims(with_(datePublished=value))
    assert claim.verdicts[0].known_at == "2024-05-17"
    assert written([claim])["@graph"][0]["datePublished"] == value


@pytest.mark.parametrize(
    "value",
    [
        "May 17, 2024",
        "17 مايو/أيار 2024",
        "Fri, 17 May 2024 12:00:00 +0000",
        "Fri May 17 2024 00:00:00 GMT+0000 (Coordinated Universal Time)",
        "5/17/2024 14:05",
        "20240517",
    ],
)
def test_a_date_in_words_that_leaves_no_doubt_is_a_day(value: str) -> None:
    (claim,) = claims(with_(datePublished=value))
    assert claim.verdicts[0].known_at == "2024-05-17"
    assert written([claim])["@graph"][0]["datePublished"] == value


def test_marks_that_are_escaped_twice_are_read_and_addresses_stay_whole() -> None:
    address = "https://a.example/?p=1&section=2&copy=3"
    (claim,) = claims(
        with_(
            claimReviewed="&lt;p&gt;&amp;quot;Fish &amp; chips&amp;quot; &lt;5 pounds&lt;/p&gt;",
            url=address.replace("p=1&", "p=1&amp;"),
        )
    )
    assert claim.text == '"Fish & chips" <5 pounds'
    assert claim.external_id == address


def test_what_is_reviewed_may_be_the_work_in_which_the_claim_stood() -> None:
    post = {"@id": "https://checks.example/#post", "url": "https://social.example/1"}
    work = {
        "@type": "SocialMediaPosting",
        **post,
        "headline": "Look",
        "datePublished": "2024-05-16",
    }
    also = {"@type": "CreativeWork", "url": "https://social.example/2"}
    (claim,) = claims(with_(itemReviewed={**work, "appearance": [also]}))
    assert [(each.url, each.title, each.published) for each in claim.appearances] == [
        ("https://social.example/1", "Look", "2024-05-16"),
        ("https://social.example/2", "", ""),
    ]
    (claim,) = claims(with_(itemReviewed={**work, "@type": "Claim"}))
    assert claim.appearances == ()
    (claim,) = claims(with_(itemReviewed={"@type": "CreativeWork", "url": REVIEW["url"]}))
    assert claim.appearances == ()


def test_what_the_review_says_explains_a_rating_that_is_not_explained() -> None:
    rating = {"@type": "Rating", "alternateName": "False"}
    (claim,) = claims(with_(reviewRating=rating, reviewBody="We counted them.", headline="No"))
    assert claim.verdicts[0].explanation == "We counted them."
    told = {**rating, "ratingExplanation": "None is missing."}
    (claim,) = claims(with_(reviewRating=told, reviewBody="We counted them."))
    assert claim.verdicts[0].explanation == "None is missing."


def test_a_review_without_an_address_is_of_its_authors_site() -> None:
    author = {"@type": "Organization", "url": "https://www.checks.example/"}
    review = {"@type": "ClaimReview", "claimReviewed": "The dam broke", "author": author}
    (claim,) = claims({**review, "identifier": "7"})
    assert (claim.origin, claim.external_id) == ("checks.example", "7")


@pytest.mark.parametrize(
    ("rating", "label", "normalised"),
    [
        ("False", "False", "false"),
        (["False", "Fake"], "False", "false"),
        ({"alternateName": ["خطأ", "False"]}, "خطأ", "false"),
        ([{"alternateName": "False"}, {"alternateName": "True"}], "False / True", NOT_NORMALISED),
        (["Quux", "Quuux"], "Quux / Quuux", NOT_NORMALISED),
        ({"ratingValue": 1, "alternateName": ""}, "1", NOT_NORMALISED),
    ],
)
def test_a_rating_in_any_shape_is_what_it_says(rating: Any, label: str, normalised: str) -> None:
    (claim,) = claims(with_(reviewRating=rating))
    assert (claim.verdicts[0].label, claim.verdicts[0].rating) == (label, normalised)
    assert written([claim])["@graph"][0]["reviewRating"] == rating


def test_properties_may_carry_the_name_of_their_vocabulary() -> None:
    review = {
        "@type": ["https://schema.org/ClaimReview"],
        "https://schema.org/claimReviewed": [{"@value": "The dam broke"}],
        "schema:url": {"@id": "https://a.example/1"},
        "schema:author": {"@id": "#us"},
        "schema:itemReviewed": {"@type": ["Claim", "schema:CreativeWork"], "schema:name": "x"},
    }
    (claim,) = claims([review, {"@id": "#us", "schema:name": "Checks"}])
    assert (claim.text, claim.external_id) == ("The dam broke", "https://a.example/1")
    assert claim.evidence[0].source.publisher == "Checks"
    assert review.items() <= written([claim])["@graph"][0].items()
    del review["https://schema.org/claimReviewed"]
    assert claims([review])[0].text == "x"


@pytest.mark.parametrize("name", [{"@id": "#review"}, {"@id": "_:b0"}, {"identifier": "1"}])
def test_a_name_that_counts_in_its_page_only_does_not_make_one_claim_of_two(
    name: dict[str, str],
) -> None:
    review = {"@type": "ClaimReview", **name}
    ids = [claims({**review, "claimReviewed": text})[0].external_id for text in "ABA"]
    assert ids[0] == ids[2] != ids[1]
    (own,) = claims({"@type": "ClaimReview", "claimReviewed": "A", "@id": "urn:uuid:1"})
    assert own.external_id == "urn:uuid:1"


@pytest.mark.parametrize("room", [0, 2_000, 10_000_000])
def test_reviews_are_the_same_whether_memory_holds_them_or_not(
    monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    monkeypatch.setattr(waiting, "_ROOM", room)
    several = [with_(claimReviewed=f"The dam lost {number} gates") for number in range(9)]
    rows = read(json.dumps([*several, with_(datePublished="2024-02-30")]))
    assert len({row.record.external_id for row in rows if isinstance(row, Located)}) == 9  # type: ignore[union-attr]
    assert [isinstance(row, BadRow) for row in rows] == [False] * 9 + [True]


def test_reviews_of_the_same_words_that_name_no_page_keep_apart() -> None:
    review = {"@type": "ClaimReview", "claimReviewed": "The dam broke"}
    ids = [each.external_id for each in claims([{**review, "reviewRating": r} for r in "AB"])]
    assert len(set(ids)) == 2
    same = [each.external_id for each in claims([{**review, "reviewRating": "A"}] * 2)]
    assert len(set(same)) == 1


def test_a_record_of_another_kind_among_reviews_is_told_and_goes_to_the_rejects() -> None:
    other = {"text": "The mill burnt", "claimant": "B. Speaker"}
    rows = read(f"{json.dumps(REVIEW)}\n{json.dumps(other)}\n" + '{"@type": "WebPage"}\n')
    (bad,) = [row for row in rows if isinstance(row, BadRow)]
    assert (bad.line, bad.record) == (2, other)


@given(st.text(max_size=200))
def test_any_page_or_document_gives_records_or_located_problems(text: str) -> None:
    for name in ("claimreview", "factchecktools", "claimskg"):
        for row in format_of(name, "", "", KEYS).read(io.StringIO(text, newline="")):
            assert row.line >= 1


def test_a_document_cut_short_is_one_problem_with_its_last_line() -> None:
    out = io.StringIO(newline="")
    format_of("claimreview", "", "", KEYS).write(
        claims([REVIEW, with_(url="https://b.example")]), out
    )
    (bad,) = read(out.getvalue()[:-300])
    assert isinstance(bad, BadRow)
    assert bad.line == 3
    assert "ends too early" in str(bad.problem)


def test_rejects_are_read_again_once_they_are_mended() -> None:
    bad = [row for row in read(lines(with_(datePublished="2024-02-30"))) if isinstance(row, BadRow)]
    out = io.StringIO()
    write_rejects(bad, out)
    why = json.loads(out.getvalue())["rejected"]
    assert (why["line"], why["field"]) == (1, "datePublished")
    (claim,) = claims(out.getvalue().replace("2024-02-30", "2024-02-29"))
    assert written([claim])["@graph"] == [with_(datePublished="2024-02-29")]


def test_our_own_verdict_is_written_with_its_evidence_and_corrections() -> None:
    record = ClaimRecord(
        text="2,500 troops left",
        uid="0b0f8a3e-8f5c-4f0e-9d58-1de1f9d7a1b2",
        language="en",
        claimant="The ministry",
        said="2024-02/2024-03",
        evidence=(
            EvidenceRecord(source=SourceRecord(title="Order", url="https://gov.example/1")),
            EvidenceRecord(source=SourceRecord(title="Wrong"), retracted_at="2024-06-01"),
        ),
        verdicts=(
            VerdictRecord(rating="true", explanation="So", set_at="2024-05-01", in_force=False),
            VerdictRecord(
                rating="false",
                label="False",
                explanation="The order says 900.",
                author="Amal",
                set_at="2024-05-09",
                reason="The order came out",
            ),
        ),
    )
    (node,) = written([record, ClaimRecord(text="not rated")])["@graph"]
    assert node["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "False",
        "ratingExplanation": "The order says 900.",
    }
    assert node["citation"] == [
        {"@type": "CreativeWork", "name": "Order", "url": "https://gov.example/1"}
    ]
    assert node["correction"][0]["text"] == "The order came out"
    assert (node["datePublished"], node["dateModified"]) == ("2024-05-01", "2024-05-09")
    assert node["itemReviewed"]["temporal"] == "2024-02/2024-03"
    (back,) = claims({"@graph": [node]})
    assert (back.text, back.verdicts[0].rating) == ("2,500 troops left", "false")
    assert back.external_id == "urn:uuid:0b0f8a3e-8f5c-4f0e-9d58-1de1f9d7a1b2"


@pytest.mark.parametrize("bad", ['{"@type": "ClaimReview"', "{'@type': 1}"])
def test_one_bad_line_does_not_hide_the_others(bad: str) -> None:
    good = json.dumps(with_(headline="a\u2028b"), ensure_ascii=False)
    rows = read(f"{bad}\n{good}\n", "a.jsonld")
    assert [type(row) for row in rows] == [BadRow, Located]
    assert [row.line for row in rows] == [1, 2]


@given(st.dictionaries(st.text(max_size=6) | st.just("workbench:json"), st.text(max_size=6)))
def test_extras_that_somebody_edited_do_not_break_an_export(extras: dict[str, str]) -> None:
    verdict = VerdictRecord(
        rating="true", explanation="x", extras={**extras, "workbench:format": "claimreview"}
    )
    for name in ("claimreview", "datacommons"):
        written([ClaimRecord(text="A", verdicts=(verdict,))], name)


def test_our_own_files_are_not_taken_for_others() -> None:
    out = io.StringIO(newline="")
    format_of("jsonl", "", "", KEYS).write(claims(REVIEW), out)
    assert format_of("", "-", out.getvalue(), KEYS).name == "jsonl"
    out = io.StringIO(newline="")
    format_of("csv", "", "", KEYS).write(claims(REVIEW), out)
    assert format_of("", "-", out.getvalue(), KEYS).name == "csv"
