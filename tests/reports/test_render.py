"""Reports: everything a verdict rests on, the same bytes each time, nothing from outside alive."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from workbench.errors import InvalidInputError
from workbench.language.spans import Span
from workbench.reports.render import formats, render
from workbench.reports.view import (
    ReportAppearance,
    ReportArticle,
    ReportClaim,
    ReportEvent,
    ReportEvidence,
    ReportMatch,
    ReportVerdict,
    ReportView,
    Wording,
)
from workbench.reports.words import languages, words

TEXT = "قالت الوزارة: يوجد نحو 2500 عسكري أميركي في العراق."
QUOTE = "يوجد نحو 2500 عسكري أميركي في العراق"
START = TEXT.index(QUOTE)
HOSTILE = "<script>alert(1)</script>[x](javascript:alert(2)) \x1b]52;c;eA==\x07 **b** |t|\n# head"

EVIDENCE = ReportEvidence(
    source="Budget report",
    publisher="Treasury",
    kind="primary",
    url="https://treasury.example/budget",
    published="2024-03",
    accessed="2024-08-15",
    quote="2,487 persons on 1 August",
    direction="ltr",
    locator="p. 3",
    note="counts staff",
    by="Amal",
    retracted="",
)
VERDICT = ReportVerdict(
    rating="mostly_true",
    label="Mostly true",
    explanation="The figure is official.",
    direction="ltr",
    holds="2024-08",
    known_at="2024-08-15",
    by="Amal",
    reviewer="Karim",
    at="2024-08-15 17:10",
    reason="",
    status="in force",
)
CLAIM = ReportClaim(
    id=7,
    uid="u7",
    wording=Wording(QUOTE, "ar", "rtl"),
    original=Wording(QUOTE, "ar", "rtl"),
    translation="About 2,500 US military are in Iraq",
    translator="Lina",
    claimant="وزارة الخارجية",
    state="checked",
    state_reason="",
    facets=(("Figure", "about 2,500 person"),),
    worth=0.87,
    worth_reasons=("a figure", "a place"),
    appearances=(
        ReportAppearance(
            article=1,
            title="T",
            url="",
            published="2024-08-15",
            segments=(Span(START, START + len(QUOTE)),),
            quote=Wording(QUOTE, "ar", "rtl"),
            claimant="وزارة الخارجية",
            chain=("وزارة الخارجية", "بيان"),
        ),
    ),
    verdict=VERDICT,
    earlier_verdicts=(replace(VERDICT, label="True", status="superseded", reason="new data"),),
    supporting=(EVIDENCE,),
    refuting=(replace(EVIDENCE, source="Denial", retracted="a hoax"),),
    context=(),
    matches=(
        ReportMatch(
            relation="conflict",
            why="2,500 here, 3,500 there",
            other=Wording("3,500 troops", "en", "ltr"),
            other_claim=9,
            other_label="False",
            decision="confirmed",
            decided_by="Karim",
        ),
    ),
    history=(ReportEvent("2024-08-15 17:10", "Amal", "verdict set", "done"),),
)
VIEW = ReportView(
    title="مهمة التحالف",
    language="en",
    direction="ltr",
    as_of="2024-08-16 09:00",
    articles=(
        ReportArticle(
            number=1,
            title="مهمة التحالف",
            publisher="شفق نيوز",
            author="",
            url="https://shafaq.example/a",
            published="2024-08-15",
            provenance="given by Amal",
            added="2024-08-15 16:05",
            sha256="ab" * 32,
            text=TEXT,
            language="ar",
            direction="rtl",
        ),
    ),
    claims=(CLAIM,),
    journal_entry=42,
    journal_hash="cd" * 32,
    program="workbench 0.1.0",
)


class Elements(HTMLParser):
    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(key, value or "") for key, value in attrs]
        if tag not in {"meta", "link", "br", "img"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def told(view: ReportView, name: str) -> str:
    return render(view, name).decode()


@pytest.mark.parametrize("name", ["html", "json", "markdown"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_report_says_all_that_the_verdict_rests_on(name: str, language: str) -> None:
    report = told(replace(VIEW, language=language), name)
    for part in (
        QUOTE,
        "About 2,500 US military",
        "وزارة الخارجية",
        "Mostly true",
        "The figure is official.",
        "2,487 persons on 1 August",
        "treasury.example/budget",
        "2024-08-15",
        "Karim",
        "a hoax",
        "superseded",
        "new data",
        "2,500 here, 3,500 there",
        "ab" * 32,
        "cd" * 32,
    ):
        assert part in report.replace("\\", ""), part


def test_the_same_record_gives_the_same_bytes() -> None:
    for name in formats():
        assert render(VIEW, name) == render(replace(VIEW), name)


def test_html_is_well_formed_and_lights_the_claim_in_its_text() -> None:
    page = render(VIEW, "html")
    assert not Elements(page).open
    assert f"<mark>{QUOTE}" in page.decode()
    assert 'dir="rtl"' in page.decode()


def test_html_holds_nothing_that_runs_or_loads() -> None:
    hostile = replace(
        CLAIM,
        wording=Wording(HOSTILE, "en", "ltr"),
        claimant=HOSTILE,
        supporting=(replace(EVIDENCE, url="javascript:alert(3)", quote=HOSTILE, source=HOSTILE),),
        verdict=replace(VERDICT, explanation=HOSTILE),
    )
    view = replace(VIEW, title=HOSTILE, claims=(hostile,))
    elements = Elements(render(view, "html"))
    assert not {"script", "iframe", "object", "img", "form"} & set(elements.tags)
    for key, value in elements.attributes:
        assert not key.startswith("on")
        if key in {"href", "src"}:
            assert value.startswith(("https://", "http://", "#"))


def test_markdown_shows_the_record_and_obeys_none_of_it() -> None:
    hostile = replace(CLAIM, wording=Wording(HOSTILE, "en", "ltr"), claimant=HOSTILE)
    report = told(replace(VIEW, title=HOSTILE, claims=(hostile,)), "markdown")
    assert "\x1b" not in report
    page = MarkdownIt("commonmark").render(report)
    assert "<script>" not in page
    assert "javascript:" not in "".join(Elements(page.encode()).tags)
    assert 'href="javascript' not in page
    assert page.count("<h1>") == 1


def test_json_holds_every_field_of_the_view() -> None:
    data = json.loads(render(VIEW, "json"))
    assert data["claims"][0]["appearances"][0]["segments"] == [
        {"start": START, "end": START + len(QUOTE)}
    ]
    assert data["articles"][0]["text"] == TEXT


def test_overlapping_claims_are_both_lit() -> None:
    part = Span(START + 5, START + 14)
    inner = replace(CLAIM, id=8, appearances=(replace(CLAIM.appearances[0], segments=(part,)),))
    page = told(replace(VIEW, claims=(CLAIM, inner)), "html")
    assert '<a href="#claim-7">7</a><a href="#claim-8">8</a>' in page


def test_a_report_without_claims_says_so() -> None:
    assert words("en")["nothing"] in told(replace(VIEW, claims=()), "html")


def test_every_language_has_every_word() -> None:
    keys = {language: set(words(language)) for language in languages()}
    assert keys["ar"] == keys["en"]


def test_an_unknown_format_or_language_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="pdf2"):
        render(VIEW, "pdf2")
    with pytest.raises(InvalidInputError, match="'xx'"):
        render(replace(VIEW, language="xx"), "html")
