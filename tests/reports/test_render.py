"""Reports: everything a verdict rests on, the same bytes each time, nothing from outside alive."""

from __future__ import annotations

import json
import re
import unicodedata
import zipfile
from ctypes import c_double
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import msgspec
import pypdfium2
import pytest
from markdown_it import MarkdownIt

from workbench.errors import InvalidInputError
from workbench.language.spans import Span
from workbench.reports.docx_text import directed
from workbench.reports.plot import svg
from workbench.reports.render import formats, render
from workbench.reports.templating import write_originals
from workbench.reports.view import (
    ReportAppearance,
    ReportArticle,
    ReportCheck,
    ReportClaim,
    ReportCorrection,
    ReportEvent,
    ReportEvidence,
    ReportFigure,
    ReportMatch,
    ReportSeries,
    ReportVerdict,
    ReportView,
    Wording,
)
from workbench.reports.words import languages, words

TEXT = "قالت الوزارة: يوجد نحو 2500 عسكري أميركي في العراق."
QUOTE = "يوجد نحو 2500 عسكري أميركي في العراق"
START = TEXT.index(QUOTE)
HOSTILE = (
    "<script>alert(1)</script>[x](javascript:alert(2)) \x1b]52;c;eA==\x07 **b** |t|\n# head\n \x00"
    '#panic("x") #eval("1") $a$ @b <c> \\u{202e} // /* {{ 7*7 }} {% x %} &lt; \u202ertl ]]> "\''
)

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
    primary=True,
    archive_url="https://archive.example/budget",
    sha256="ef" * 32,
    captured="2024-08-15 15:00 UTC",
)
VERDICT = ReportVerdict(
    rating="mostly_true",
    label="Nearly so",
    normalised="Mostly true",
    given="Nearly so",
    given_language="English",
    given_scale="4 (1–5)",
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
    said="2024-08-14",
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
    checklist=(ReportCheck("A primary source", "Budget report", met=True, required=True),),
)


def figure(when: str, value: float, claim: int, **values: Any) -> ReportFigure:
    return ReportFigure(
        when=when,
        since=f"{when}-01",
        until=f"{when}-28",
        said=f"about {value:,g} people",
        low=value,
        high=value,
        claimant="Pentagon",
        where="T",
        claim=claim,
        reported=claim == 7,
        **values,
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
    changed="2024-08-16T09:00:00.000000+00:00",
    series=(ReportSeries("people", (figure("2024-08", 2500, 7), figure("2024-09", 3500, 9))),),
    corrections=(
        ReportCorrection(
            7,
            "corrected",
            "True",
            "Mostly true",
            "2024-08-16 08:00",
            "Amal",
            "counted twice",
            "yes",
        ),
    ),
    asked="article 1",
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
    page = render(view, name)
    return {"pdf": pdf_text, "docx": docx_text}.get(name, bytes.decode)(page)


def docx_text(page: bytes) -> str:
    with zipfile.ZipFile(BytesIO(page)) as parts:
        body = ElementTree.fromstring(parts.read("word/document.xml"))
    return "\n".join("".join(p.itertext()) for p in body.iter(f"{W}p"))


def pdf_text(page: bytes) -> str:
    with pypdfium2.PdfDocument(page) as document:
        pages = [each.get_textpage().get_text_range() for each in document]
    return " ".join("".join(pages).replace("\ufffe", "").split())


def hostile(value: Any, key: str = "") -> Any:
    """A view with every text of the record turned against the reader."""
    ours = {"direction", "title_direction", "language", "changed", "since", "until"}
    if isinstance(value, str):
        return value if key in ours or key.endswith("hash") else f"{HOSTILE} {value}"
    if isinstance(value, dict):
        return {name: hostile(each, name) for name, each in value.items()}
    return [hostile(each, key) for each in value] if isinstance(value, list) else value


HOSTILE_VIEW = msgspec.convert(hostile(msgspec.to_builtins(VIEW, str_keys=True)), ReportView)
DOCUMENT = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ENGLISH_PARTS = ("About 2,500 US military", "treasury.example/budget", "a hoax", "counted twice")


def test_a_pdf_says_it_too_and_embeds_its_fonts() -> None:
    page = render(VIEW, "pdf")
    text = pdf_text(page)
    for part in (*ENGLISH_PARTS, "ab" * 32, "2,487 persons on 1 August", "A primary source"):
        assert part in text, part
    assert b"NotoNaskhArabic" in page
    assert page.count(b"/FontFile") >= 2


@pytest.mark.parametrize("name", ["docx", "html", "markdown", "pdf"])
def test_where_a_claim_stood_outside_is_told_with_its_address_and_who_said_it_is_not_guessed(
    name: str,
) -> None:
    place = replace(
        CLAIM.appearances[0],
        article=0,
        title="A post",
        url="https://social.example/1",
        segments=(),
        quote=Wording("", "en", "ltr"),
        chain=(),
    )
    claim = replace(CLAIM, claimant="", unnamed=True, appearances=(place,), supporting=())
    text = told(replace(VIEW, claims=(claim,), series=(), articles=()), name)
    for part in ("A post", "2024-08-15", "social.example/1", words("en")["unnamed"]):
        assert part in text, part
    assert words("en")["outlet"] not in text
    assert "<blockquote" not in text.split("social.example")[0]
    assert "\n>" not in text


def test_of_two_headings_in_a_row_only_one_draws_a_rule() -> None:
    view = replace(VIEW, claims=(CLAIM, replace(CLAIM, id=8)))
    document = zipfile.ZipFile(BytesIO(render(view, "docx"))).read(DOCUMENT).decode()
    first, second = re.findall(r'<w:pStyle w:val="Heading3"/>(.{20})', document)
    assert first.startswith("<w:pBdr><w:top")
    assert "pBdr" not in second


@pytest.mark.parametrize("name", ["docx", "html", "markdown", "pdf"])
def test_an_address_with_signs_that_are_not_seen_is_shown_and_leads_nowhere(name: str) -> None:
    url = "https://a.example/\x1b]52;c;eA==\x07"
    item = replace(EVIDENCE, url=url, archive_url="https://a.example/1 onclick=x")
    page = render(replace(VIEW, claims=(replace(CLAIM, supporting=(item,)),)), name)
    assert "a.example/1" in told(replace(VIEW, claims=(replace(CLAIM, supporting=(item,)),)), name)
    assert b'href="https://a.example' not in page


def test_a_label_that_is_a_whole_finding_leaves_room_for_the_claim() -> None:
    label = "Incorrect. " + "It counts what was recorded, and not what was done. " * 4
    claim = replace(CLAIM, verdict=replace(VERDICT, label=label.strip()), appearances=())
    view = replace(
        VIEW,
        language="ar",
        direction="rtl",
        claims=(claim, replace(CLAIM, id=8, appearances=())),
        articles=(),
    )
    with pypdfium2.PdfDocument(render(view, "pdf")) as document:
        page = document[0].get_textpage()
        place = page.search("Incorrect").get_next()
        assert place is not None
        left, *_ = page.get_charbox(place[0])
        width, _ = document[0].get_size()
    assert left > width / 2  # of a line that begins at the right and takes less than half
    assert "fit-content(40%)" in told(view, "html")
    assert f'dir="auto">{label.strip()}' in told(view, "html")
    body = ElementTree.fromstring(zipfile.ZipFile(BytesIO(render(view, "docx"))).read(DOCUMENT))
    runs = [each for each in body.iter(f"{W}r") if "done." in "".join(each.itertext())]
    assert runs
    assert all(each.find(f"{W}rPr/{W}rtl") is None for each in runs)


def test_a_word_of_a_label_that_has_no_room_goes_on_in_the_next_line() -> None:
    label = "W" * 90
    claim = replace(VIEW.claims[0], verdict=replace(VERDICT, label=label))
    view = replace(VIEW, claims=(claim,))
    with pypdfium2.PdfDocument(render(view, "pdf")) as document:
        text = document[0].get_textpage()
        place = text.search("W" * 18).get_next()
        assert place is not None
        edges = [text.get_charbox(at)[2] for at in range(place[0], place[0] + 18)]
        width, _ = document[0].get_size()
        assert max(edges) < width / 2
    rule = next(each for each in told(view, "html").split("}") if "\n.rating {" in each)
    assert "overflow-wrap: anywhere" in rule


def test_in_a_pdf_an_arabic_label_stands_level_with_what_it_names() -> None:
    page = render(replace(VIEW, language="ar", direction="rtl"), "pdf")
    labels, values = lines_of(page, words("ar")["reviewer"]), lines_of(page, "Karim")
    assert min(abs(label - value) for label in labels for value in values) < 1


def lines_of(page: bytes, text: str) -> list[float]:
    """The heights of the lines that a text stands on, wherever it does in a PDF."""
    found = []
    with pypdfium2.PdfDocument(page) as document:
        for each in document:
            text_page = each.get_textpage()
            search = text_page.search(text)
            while place := search.get_next():
                x, y = c_double(), c_double()
                pypdfium2.raw.FPDFText_GetCharOrigin(text_page, place[0], x, y)
                found.append(y.value)
    return found


@pytest.mark.parametrize("name", ["docx", "html", "json", "markdown"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_report_says_all_that_the_verdict_rests_on(name: str, language: str) -> None:
    report = told(replace(VIEW, language=language), name)
    for part in (
        QUOTE,
        "About 2,500 US military",
        "وزارة الخارجية",
        "Nearly so",
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


def test_word_keeps_a_date_as_it_is_written_behind_arabic_words() -> None:
    claim = replace(VIEW.claims[0], facets=(("Time", "يوم الخميس · 2024-08-15"),))
    page = render(replace(VIEW, claims=(claim,)), "docx")
    assert "يوم الخميس · \u200e2024-08-15" in docx_text(page)


def test_word_keeps_words_of_the_other_direction_together() -> None:
    verdict = replace(VERDICT, label="Pants on Fire!")
    evidence = replace(EVIDENCE, note="It counts staff.")
    claim = replace(VIEW.claims[0], verdict=verdict, supporting=(evidence,))
    arabic = replace(VIEW, language="ar", direction="rtl", claims=(claim,))
    told = docx_text(render(arabic, "docx"))
    english = docx_text(render(replace(arabic, language="en", direction="ltr"), "docx"))
    for label in ("Pants on Fire!", "It counts staff."):  # or the mark at the end goes to the left
        assert f"\u200f\u200e{label}\u200e\u200f" in told
        assert f"\u200e{label}" not in english
    assert "\u200e\u200fشفق نيوز\u200f\u200e" in english


@pytest.mark.parametrize("language", ["en", "ar"])
def test_word_has_claims_at_the_side_where_the_report_begins_in_their_own_order(
    language: str,
) -> None:
    rtl = language == "ar"
    said = "the US (2,500)" if rtl else "2,500 جندي (CJTF-OIR) في القاعدة"
    wording = Wording(said, "", "ltr" if rtl else "rtl")
    claim = replace(VIEW.claims[0], wording=wording, appearances=())
    view = replace(VIEW, language=language, direction="rtl" if rtl else "ltr", claims=(claim,))
    body = ElementTree.fromstring(zipfile.ZipFile(BytesIO(render(view, "docx"))).read(DOCUMENT))
    lines = [each for each in body.iter(f"{W}p") if said in "".join(each.itertext())]
    assert len(lines) == 2  # at a glance, and above what is known of it
    for line in lines:
        assert (line.find(f"{W}pPr/{W}bidi") is not None) == rtl
        (own,) = line.iter(f"{W}dir")
        assert own.get(f"{W}val") == wording.direction
        assert said in "".join(own.itertext())


def test_a_sentence_of_ours_has_the_reports_direction_whatever_it_quotes_first() -> None:
    match = replace(CLAIM.matches[0], why="About 2,500 هنا أقدم من 3,500 هناك")
    claim = replace(VIEW.claims[0], matches=(match,))
    page = render(replace(VIEW, language="ar", direction="rtl", claims=(claim,)), "html").decode()
    assert '<bdi dir="rtl">About 2,500 هنا' in page


def test_a_word_file_turns_paragraphs_runs_and_tables_and_holds_its_fonts() -> None:
    page = render(replace(VIEW, language="ar", direction="rtl"), "docx")
    with zipfile.ZipFile(BytesIO(page)) as parts:
        body = ElementTree.fromstring(parts.read("word/document.xml"))
        names = parts.namelist()
        assert {entry.date_time[0] for entry in parts.infolist()} == {1980}
    quoted = next(p for p in body.iter(f"{W}p") if QUOTE in "".join(p.itertext()))
    assert quoted.find(f"{W}pPr/{W}bidi") is not None
    assert all(table.find(f"{W}tblPr/{W}bidiVisual") is not None for table in body.iter(f"{W}tbl"))
    for each in body.iter(f"{W}r"):
        letters = [unicodedata.bidirectional(char) for char in "".join(each.itertext())]
        if "AL" in letters:
            assert each.find(f"{W}rPr/{W}rtl") is not None
            assert "L" not in letters
    assert sum(name.endswith(".odttf") for name in names) == 4
    assert docx.Document(BytesIO(page)).core_properties.keywords.startswith("workbench-report:42:")


def test_a_word_file_draws_figures_over_time_and_says_what_is_drawn() -> None:
    page = render(replace(VIEW, series=VIEW.series * 2), "docx")
    assert page == render(replace(VIEW, series=VIEW.series * 2), "docx")
    with zipfile.ZipFile(BytesIO(page)) as parts:
        body = ElementTree.fromstring(parts.read("word/document.xml"))
        pictures = [parts.read(name) for name in parts.namelist() if name.endswith(".png")]
    assert [picture[:4] for picture in pictures] == [b"\x89PNG"]  # the same one is kept once
    drawn = [each.attrib for each in body.iter() if each.tag.endswith("}docPr")]
    assert [each["descr"] for each in drawn] == ["Figures over time: people"] * 2
    assert len({each["id"] for each in drawn}) == 2


def test_a_newsrooms_own_word_file_is_the_base(tmp_path: Path) -> None:
    base = docx.Document()
    base.sections[0].header.paragraphs[0].text = "The Daily"
    base.add_paragraph("An old page")
    base.save(str(tmp_path / "report.docx"))
    made = docx.Document(BytesIO(render(VIEW, "docx", tmp_path)))
    assert made.sections[0].header.paragraphs[0].text == "The Daily"
    assert "An old page" not in [each.text for each in made.paragraphs]
    (tmp_path / "report.docx").write_text("no package")
    with pytest.raises(InvalidInputError, match=r"report\.docx"):
        render(VIEW, "docx", tmp_path)


@pytest.mark.parametrize(
    "kept",
    ["2024-03", "2024-03-01", "../2020", "1908/..", "2024-Q1", "2024-W09/2024-W10", "202X/.."],
)
def test_dates_stay_in_their_order_inside_arabic_words(kept: str) -> None:
    claim = replace(CLAIM, said=kept, facets=(("الزمن", f"آذار مارس · {kept}"),))
    view = replace(VIEW, claims=(claim,), language="ar")
    assert told(view, "html").count(f"\u2066{kept}\u2069") >= 2
    assert (kept, False, True) in [*directed(f"آذار مارس · {kept}", rtl=True)]


def test_the_same_record_gives_the_same_bytes() -> None:
    for name in formats():
        assert render(VIEW, name) == render(replace(VIEW), name)


def test_html_is_well_formed_and_lights_the_claim_in_its_text() -> None:
    page = render(VIEW, "html")
    assert not Elements(page).open
    assert f"<mark>{QUOTE}" in page.decode()
    assert 'dir="rtl"' in page.decode()


def test_html_holds_nothing_that_runs_or_loads() -> None:
    elements = Elements(render(HOSTILE_VIEW, "html"))
    assert not elements.open
    assert not {"script", "iframe", "object", "img", "form"} & set(elements.tags)
    for key, value in elements.attributes:
        assert not key.startswith("on")
        if key in {"href", "src"}:
            assert value.startswith(("https://", "http://", "#"))


def test_no_template_obeys_the_record_in_any_format() -> None:
    for name in ("docx", "html", "markdown", "pdf"):
        report = told(HOSTILE_VIEW, name)
        assert "\x1b" not in report
        assert "\u202e" not in report
        assert '"x"' in report or "&#34;x&#34;" in report
    assert 'panic("x")' in told(HOSTILE_VIEW, "pdf")


def test_markdown_shows_the_record_and_obeys_none_of_it() -> None:
    report = told(HOSTILE_VIEW, "markdown")
    page = MarkdownIt("gfm-like", {"linkify": False}).render(report)
    assert "<script>" not in page
    assert 'href="javascript' not in page
    assert page.count("<h1>") == 1
    assert page.count("<table>") == 2
    shown = "".join(ElementTree.fromstring(f"<p>{page}</p>".replace("<br>", "")).itertext())
    assert '#panic("x")' in shown


def test_a_newsroom_replaces_templates_and_is_told_where_they_are_broken(tmp_path: Path) -> None:
    write_originals(tmp_path / "ours")
    assert render(VIEW, "pdf", tmp_path / "ours") == render(VIEW, "pdf")
    own = tmp_path / "own"
    own.mkdir()
    (own / "report.md").write_text("House style: {{ line(report.title) }}")
    assert render(VIEW, "markdown", own).decode() == f"House style: {VIEW.title}\n"
    assert render(VIEW, "html", own) == render(VIEW, "html")
    for file, text, line in (
        ("report.md", "ok\n{% for %}", 2),
        ("report.html", "ok\n\n{{ report.nothing }}", 3),
        ("report.html", "{{ report.title.__class__.__mro__ }}", 1),
        ("report.md", "\n{{ 1 / 0 }}", 2),
        ("report.typ", "ok\n#nothing(", 2),
    ):
        (own / file).write_text(text)
        name = {".md": "markdown", ".typ": "pdf"}.get(Path(file).suffix, "html")
        with pytest.raises(InvalidInputError, match=f"own/{file}, line {line}: "):
            render(VIEW, name, own)
    with pytest.raises(InvalidInputError, match="no folder"):
        render(VIEW, "html", tmp_path / "absent")
    with pytest.raises(InvalidInputError, match="already holds"):
        write_originals(tmp_path / "ours")


def test_a_plot_in_a_page_says_what_is_drawn() -> None:
    page = told(replace(VIEW, series=(replace(VIEW.series[0], unit='men "&'),)), "html")
    assert """ aria-label='Figures over time: men "&amp;'""" in page


def test_a_plot_is_drawn_from_numbers_alone() -> None:
    points = [figure("2024-02", 5, 7), figure("2024-02", 5, 9, denied=True)]
    for figures in (points[:1], points, [*points, figure("2025-01", -2.5, 8)]):
        drawn = ElementTree.fromstring(svg(figures))
        marks = [each for each in drawn if each.tag.endswith("rect")]
        assert len(marks) == len(figures)
        for mark in marks:
            assert 0 <= float(mark.get("x", "")) <= 640
            assert 0 <= float(mark.get("y", "")) <= 260
    assert "Pentagon" not in svg(points)


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
    for name in ("html", "markdown"):
        page = told(replace(VIEW, claims=()), name)
        assert words("en")["nothing"] in page
        assert f"{words('en')['claims']}</h2>" not in page
        assert f"## {words('en')['claims']}\n" not in page


@pytest.mark.parametrize("name", ["html", "markdown", "pdf", "docx"])
def test_the_method_is_told_as_far_as_it_is_true_of_the_report(name: str) -> None:
    def tells(view: ReportView) -> list[str]:
        page = " ".join(told(view, name).split())
        starts = {key: said[:40] for key, said in words("en").items() if key.startswith("method_")}
        found = [key for key, start in starts.items() if start in page]
        return sorted(found, key=lambda key: page.index(starts[key]))

    always = ["method_3", "method_4", "method_5"]
    outside = replace(CLAIM, appearances=(replace(CLAIM.appearances[0], article=0),))
    by_model = replace(CLAIM, id=8, proposed_by="model:small")
    assert tells(VIEW) == ["method_1", "method_2", *always]
    assert tells(replace(VIEW, articles=(), claims=(outside,))) == ["method_elsewhere", *always]
    both = tells(replace(VIEW, claims=(by_model, outside)))
    assert both == ["method_1", "method_2", "method_model", "method_elsewhere", *always]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_markdown_joins_words_by_the_languages_own_signs_and_spaces(language: str) -> None:
    w = words(language)
    page = told(replace(VIEW, language=language), "markdown")
    chain = w["then"].join(CLAIM.appearances[0].chain)
    assert f"{w['article']} 1{w['comma']}{w['characters']} " in page
    assert f"{w['semicolon']}{w['chain']}: {chain}" in page
    assert f"**Budget report**{w['comma']}Treasury (primary{w['semicolon']}" in page


def test_every_language_has_every_word() -> None:
    keys = {language: set(words(language)) for language in languages()}
    assert keys["ar"] == keys["en"]


def test_an_unknown_format_or_language_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="pdf2"):
        render(VIEW, "pdf2")
    with pytest.raises(InvalidInputError, match="'xx'"):
        render(replace(VIEW, language="xx"), "html")
