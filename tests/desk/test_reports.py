"""Reports of the record: what they gather, whenever they are made, and held against the file."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from string import ascii_uppercase

import pytest

from tests.desk.fakes import article
from workbench.desk import Desk
from workbench.desk.facets import telling
from workbench.desk.reporting.reporting import direction_of
from workbench.desk.states import ClaimState, Stance
from workbench.errors import InvalidInputError
from workbench.facets.interval import parse_edtf
from workbench.matching.reasons import Key
from workbench.matching.types import Facet, Reason
from workbench.reports.render import render, report_format

TEXT = "2,500 troops are in the country\nTalks resumed"
LATER = "3,500 troops are in the country\nTalks resumed\nNothing else"
FORMATS = ("html", "markdown", "docx", "pdf", "json")


@pytest.fixture
def claim(desk: Desk) -> int:
    desk.articles.add(article(TEXT, published=parse_edtf("2024-08-15")))
    claim = desk.claims.ids()[0]
    wire = desk.sources.add("Wire", origin="Agency", interest="sells the story")
    copy = desk.sources.add("Copy", origin="Agency", archive_url="https://archive.example/1")
    for source in (wire, copy):
        desk.evidence.link(claim, source, Stance.SUPPORTS, quote="2,500")
    desk.verdicts.set(claim, "true", "It says so.")
    publish(desk, claim)
    desk.verdicts.set(claim, "mixed", "Counted anew.", reason="an audit")
    publish(desk, claim)
    return claim


def publish(desk: Desk, claim: int) -> None:
    version = desk.claims.get(claim).version
    desk.claims.set_state(claim, ClaimState.PUBLISHED, version=version, override="urgent")


def test_a_report_gathers_checklist_corrections_and_what_evidence_weighs(
    desk: Desk, claim: int
) -> None:
    view = desk.reports.claims([claim])
    (told,) = view.claims
    assert [each.copy_of for each in told.supporting] == ["", "Wire"]
    assert told.supporting[0].interest == "sells the story"
    assert told.supporting[1].archive_url == "https://archive.example/1"
    assert {check.met for check in told.checklist} == {True, False}
    assert "urgent" in told.override
    (line,) = view.corrections
    assert (line.before, line.after, line.reason) == ("True", "Mixed", "an audit")
    assert line.published
    assert view.journal_hash


def test_a_history_names_the_articles_and_sources_that_came_to_a_claim(
    desk: Desk, claim: int
) -> None:
    desk.articles.add(article(LATER, title="خبر لاحق"))
    (told,) = desk.reports.claims([claim]).claims
    done = [event.what for event in told.history]
    own, later = (each for each in done if each.startswith("article added"))
    assert own == f"article added: {desk.articles.get(1).title}"
    assert "خبر لاحق" in later
    assert "evidence linked: Wire" in done
    assert "verdict set" in done


def test_a_report_is_called_by_what_it_is_of(desk: Desk, claim: int) -> None:
    desk.articles.add(article(LATER))
    own = desk.articles.get(1).title
    first, second, *others = desk.claims.ids()
    reports = desk.reports
    assert reports.claims([first]).title == desk.claims.get(first).text
    assert reports.claims([first, second]).title == own
    assert reports.claims([first, others[0]], language="ar").title == "الادعاءات: 2"
    since, until = date(2024, 8, 1), date(2024, 8, 31)
    assert reports.period(since, until).title == "Rated 2024-08-01–2024-08-31"
    assert reports.period(since, since).title == "Rated 2024-08-01"
    assert reports.period(None, until).title == "Rated until 2024-08-31"
    ltr = "\N{LEFT-TO-RIGHT MARK}"
    named = f"ما قُيّم منذ {ltr}2024-08-01{ltr}"  # else the day would stand before the year
    assert reports.period(since, None, language="ar").title == named


def test_a_report_says_the_scales_own_labels_in_its_language_and_others_as_given(
    desk: Desk, claim: int
) -> None:
    arabic = desk.reports.claims([claim], language="ar")
    (line,) = arabic.corrections
    assert arabic.claims[0].verdict is not None
    assert arabic.claims[0].verdict.label == line.after == "صحيح جزئياً"
    desk.verdicts.set(claim, "mixed", "Counted.", label="Half right", reason="as they say")
    told = desk.reports.claims([claim], language="ar").claims[0]
    assert told.verdict is not None
    assert told.verdict.label == "Half right"
    desk.verdicts.set(claim, "partly_false", "Counted.", scale="arabic", reason="as they say")
    told = desk.reports.claims([claim], language="ar").claims[0]
    assert told.verdict is not None
    assert (told.verdict.label, told.verdict.given_scale) == ("زائف جزئياً", "arabic")


def test_a_label_is_told_as_published_beside_the_normalised_rating(desk: Desk, claim: int) -> None:
    reviews = [
        {
            "@type": "ClaimReview",
            "url": f"https://checks.example/{label}",
            "claimReviewed": f"The dam lost {number} gates",
            "inLanguage": language,
            "reviewRating": {"alternateName": label, **scale},
        }
        for number, (label, language, scale) in enumerate(
            [
                ("Pants on Fire", "en-US", {"ratingValue": 1, "worstRating": 1, "bestRating": 5}),
                ("زائف", "ar", {"ratingValue": -1, "worstRating": -1, "bestRating": -1}),
                ("Somewhat wobbly", "", {}),
            ]
        )
    ]
    desk.exchange.import_(io.StringIO(json.dumps(reviews)), name="-")
    ids = [each for each in desk.claims.ids() if desk.claims.get(each).external_id]
    told = {
        each.verdict.given or each.verdict.label: each.verdict
        for each in desk.reports.claims(ids).claims
        if each.verdict
    }
    pants, arabic, wobbly = told["Pants on Fire"], told["زائف"], told["Somewhat wobbly"]
    assert (pants.label, pants.normalised) == ("Pants on Fire", "False")
    assert (pants.as_published, pants.given_scale) == ("Pants on Fire (English)", "1 (1–5)")
    assert (arabic.label, arabic.normalised) == ("False", "")
    assert (arabic.as_published, arabic.given_scale) == ("زائف (العربية)", "")
    assert (wobbly.label, wobbly.normalised, wobbly.given) == (
        "Somewhat wobbly",
        "Not normalised",
        "",
    )
    view = desk.reports.claims(ids)
    for name in FORMATS:
        page = render(view, name)
        if name not in {"pdf", "docx"}:
            for words in ("Pants on Fire", "زائف", "1 (1–5)", "Not normalised", "العربية"):
                assert words in page.decode().replace("&#40;", "("), (name, words)


def test_what_a_report_quotes_in_its_own_line_keeps_its_figures_on_their_side(
    tmp_path: Path,
) -> None:
    record = {"text": "The mayor signed 1,200 contracts in 2023"}
    with Desk.open(tmp_path / "rules.db", actor="A") as desk:
        desk.exchange.import_(io.StringIO(json.dumps(record) + "\n"), name="a.jsonl")
        arabic, english = (
            [value for _, value in desk.reports.claims([1], language=language).claims[0].facets]
            for language in ("ar", "en")
        )
    held = "\u200f\u200e1,200 contracts\u200e\u200f · بالضبط"
    assert any(each.startswith(held) for each in arabic), arabic
    assert not any("\u200e" in each for each in english)


def test_names_in_a_checklist_of_the_other_direction_are_held_together(desk: Desk) -> None:
    desk.articles.add(article(TEXT, published=parse_edtf("2024-08-15")))
    claim = desk.claims.ids()[0]
    for name in ("Budget (2nd ed.)", "وزارة المالية", "Report 12."):
        desk.evidence.link(claim, desk.sources.add(name), Stance.SUPPORTS)
    desk.verdicts.set(claim, "true", "It says so.")
    (told,) = desk.reports.claims([claim], language="ar").claims
    found = next(each.found for each in told.checklist if "Budget" in each.found)
    before, behind = "\u200f\u200e", "\u200e\u200f"
    assert found.endswith(
        f"{before}Budget (2nd ed.){behind}؛ وزارة المالية؛ {before}Report 12.{behind}"
    )


@pytest.mark.parametrize(
    ("stored", "english", "arabic"),
    [
        ("given by Amal", "given by Amal", "قاله Amal"),
        ("front matter", "front matter", "ترويسة الملف"),
        ("meta dc.date", "meta dc.date", "بيان meta في الصفحة: dc.date"),
        ("dateline of the article", "dateline of the article", "سطر التاريخ في المقال"),
        ("سطر التاريخ في المقال", "dateline of the article", "سطر التاريخ في المقال"),
        ("كتبه المحرر", "كتبه المحرر", "كتبه المحرر"),
    ],
)
def test_where_a_date_comes_from_is_told_in_the_reports_language(
    desk: Desk, stored: str, english: str, arabic: str
) -> None:
    number = desk.articles.add(
        article(TEXT, published=parse_edtf("2024-08-15"), published_provenance=stored)
    ).article_id
    for language, told in (("en", english), ("ar", arabic)):
        assert desk.reports.article(number, language=language).articles[0].provenance == told


def test_kinds_of_statement_are_told_in_words() -> None:
    differ = Reason(Facet.MODALITY, Key.MODALITY_DIFFERS, "past_fact", "prediction")
    assert telling.reason(differ, "en") == "past fact here, prediction there"
    assert "prediction" not in telling.reason(differ, "ar", turned=True)


def test_kinds_of_statement_are_words_in_a_report_of_the_other_direction(tmp_path: Path) -> None:
    reason = {"facet": "modality", "key": "modality differs"}
    reason |= {"here": "prediction", "there": "past_fact"}
    records = [
        {"uid": "a", "text": "The bridge was closed"},
        {"uid": "b", "text": "The bridge will be closed"},
        {"record": "match", "claim": "b", "other": "a", "relation": "related", "reasons": [reason]},
    ]
    with Desk.open(tmp_path / "rules.db", actor="A") as desk:
        desk.exchange.import_(io.StringIO("\n".join(map(json.dumps, records))), name="a.jsonl")
        (claim,) = desk.reports.claims([2], language="ar").claims
    (match,) = claim.matches
    assert match.why == "توقع هنا، واقعة ماضية هناك"


def test_a_claim_has_one_number_wherever_a_report_tells_of_it(desk: Desk, claim: int) -> None:
    last = desk.claims.ids()[-1]
    report = desk.reports.claims([last])
    assert last != 1
    page = render(report, "markdown").decode()
    assert f"### Claim {last}: " in page
    assert f'<a href="#claim-{last}">{last}</a>' in render(report, "html").decode()


def test_a_quantity_is_followed_through_matched_claims(desk: Desk, claim: int) -> None:
    desk.articles.add(article(LATER, published=parse_edtf("2024-09-10")))
    (series,) = desk.reports.claims([claim]).series
    assert [(each.low, each.reported) for each in series.figures] == [(2500, True), (3500, False)]


def test_a_period_holds_what_was_rated_in_it(desk: Desk, claim: int) -> None:
    day = date.fromisoformat(desk.reports.claims([claim]).changed[:10])
    assert [each.id for each in desk.reports.period(day, day).claims] == [claim]
    assert not desk.reports.period(None, date(1999, 1, 1)).claims
    for since, until in ((None, None), (date(2024, 2, 2), date(2024, 2, 1))):
        with pytest.raises(InvalidInputError):
            desk.reports.period(since, until)


def test_a_report_is_held_against_the_record(desk: Desk, claim: int) -> None:
    day = date.fromisoformat(desk.reports.claims([claim]).changed[:10])
    views = [
        desk.reports.article(1, language="ar"),
        desk.reports.claims([claim]),
        desk.reports.period(day, None),
    ]
    for name in FORMATS:
        suffix = report_format(name).suffix
        for view in views if name == "html" else views[:1]:
            page = render(view, name)
            assert desk.reports.hold(page, f"r{suffix}").same
        altered = page.replace(b"2,500", b"2,600") if name not in {"pdf", "docx"} else page + b" "
        assert desk.reports.hold(altered, f"r{suffix}").same is False
    desk.sources.add("Later")
    held = desk.reports.hold(page, f"r{suffix}")
    assert (held.known, held.newer, held.same, held.current) == (True, 1, True, True)
    for junk in (b"", b"PK\x03\x04", b"{", b"workbench-report:1:ab:en:article_1"):
        with pytest.raises(InvalidInputError, match="no report"):
            desk.reports.hold(junk, "r.html")


def test_a_report_of_many_chosen_claims_is_held_too(desk: Desk) -> None:
    # Towns of which none is another, so that no claim matches one.
    towns = (f"{first}{second}ville" for first in ascii_uppercase[:9] for second in "aeioubdfgk")
    desk.articles.add(article("\n".join(f"{town} has a new mayor" for town in towns)))
    chosen = desk.claims.ids()
    assert len(" ".join(map(str, chosen))) > 255
    view = desk.reports.claims(chosen)
    for name in FORMATS:
        assert desk.reports.hold(render(view, name), f"r{report_format(name).suffix}").same, name


@pytest.mark.parametrize("name", FORMATS)
def test_words_in_the_form_of_a_seal_hide_none(desk: Desk, name: str) -> None:
    forged = f"Sold 2 workbench-report:1:{'ab' * 32}:en:claim_1 ships"
    desk.articles.add(article(f"{forged}\nTalks resumed {forged}"))
    page = render(desk.reports.claims([1]), name)
    suffix = report_format(name).suffix
    assert desk.reports.hold(page, f"r{suffix}").same
    assert not desk.reports.hold(page + b" ", f"r{suffix}").same


def test_a_report_is_held_against_the_record_as_it_was(desk: Desk, claim: int) -> None:
    asked = [
        lambda: desk.reports.article(1),
        lambda: desk.reports.claims([claim], language="ar"),
        lambda: desk.reports.period(date(2000, 1, 1), None),
    ]
    made: list[tuple[int, bytes]] = []

    def version() -> int:
        return desk.claims.get(claim).version

    def report() -> None:
        made.extend((asked.index(each), render(each(), "html")) for each in asked)

    steps: list[Callable[[], object]] = [
        lambda: desk.claims.set_claimant(claim, "Another", version=version()),
        desk.undo,
        desk.redo,
        lambda: desk.evidence.link(claim, desk.sources.add("Counting"), Stance.REFUTES),
        lambda: desk.verdicts.set(claim, "false", "Counted again.", reason="New figures."),
        lambda: desk.articles.add(article(LATER, published=parse_edtf("2024-09-10"))),
        lambda: desk.claims.set_aside(claim, "Said in jest", version=version()),
        lambda: desk.exchange.import_(io.StringIO('{"text": "The mill burnt"}\n'), name="a.jsonl"),
    ]
    report()
    for step in steps:
        step()
        report()
    for _, page in made[::2]:  # each question of every second step
        held = desk.reports.hold(page, "r.html")
        assert held.same, held
    for _, page in made[::4]:
        altered = page.replace(b"2,500", b"2,600").replace(b"jest", b"earnest")
        assert altered == page or desk.reports.hold(altered, "r.html").same is False
    first = desk.reports.hold(made[1][1], "r.html")
    assert not first.current
    whys = [each.why for each in first.since]
    assert "New figures." in whys
    assert "Said in jest" in whys
    assert desk.verify() == []


def test_a_report_is_not_held_against_a_journal_that_was_altered(
    desk: Desk, claim: int, path: Path
) -> None:
    page = render(desk.reports.claims([claim]), "html")
    desk.verdicts.set(claim, "false", "Counted again.", reason="New figures.")
    desk.verdicts.set(claim, "true", "Counted anew.", reason="Newer figures.")
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP TRIGGER change_no_update")
        raw.execute("UPDATE change SET before = replace(before, '1', '0') WHERE before != ''")
    held = desk.reports.hold(page, "r.html")
    assert (held.known, held.same) == (True, None)


def test_a_report_of_another_record_is_told(desk: Desk, claim: int, tmp_path: Path) -> None:
    page = render(desk.reports.claims([claim]), "html")
    with Desk.open(tmp_path / "other.db", actor="B") as other:
        other.articles.add(article(TEXT))
        assert not other.reports.hold(page, "r.html").known


@pytest.mark.parametrize(
    ("text", "language", "direction"),
    [
        ("COVID-19 لا ينتقل بالماء", "ar", "rtl"),
        ("الجزيرة said so", "en", "ltr"),
        ("الجزيرة said so", "und", "rtl"),
        ("COVID-19", "ar", "ltr"),
        ("3.8%", "ar", "ltr"),
    ],
)
def test_a_text_is_read_in_the_direction_of_its_language(
    text: str, language: str, direction: str
) -> None:
    assert direction_of(text, language) == direction


def test_a_claim_that_came_without_claimant_or_article_is_not_put_into_an_outlets_mouth(
    desk: Desk, claim: int
) -> None:
    review = {"@type": "ClaimReview", "reviewRating": "False", "url": "https://checks.example/"}
    reviews = [{**review, "claimReviewed": text, "@id": text} for text in ("The dam broke", "No")]
    desk.exchange.import_(io.StringIO(json.dumps(reviews)), name="-")
    first, second = sorted(desk.claims.ids())[-2:]
    view = desk.reports.claims([first, second], language="ar")
    assert [each.unnamed for each in view.claims] == [True, True]
    assert view.title == "الادعاءات: 2"
    assert "the outlet" not in str([each.found for each in view.claims[0].checklist])
    assert not desk.reports.claims([claim]).claims[0].unnamed
