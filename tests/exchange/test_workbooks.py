"""Workbooks made to do harm, or damaged: each is told with its place, and nothing is left out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import openpyxl
import pytest

from workbench.exchange.tables.usual import proposed
from workbench.exchange.types import BadRow
from workbench.exchange.workbooks import xlsx
from workbench.exchange.workbooks.xlsx import sheets
from workbench.exchange.workbooks.xlsx_package import unsaved_formulas

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="text/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/></Types>'
)
BOOK = (
    f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets><sheet name="One" sheetId="1" r:id="a"/>'
    '<sheet name="Two" sheetId="2" r:id="b"/></sheets></workbook>'
)
LINKS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="a" Type="{_OFFICE}/worksheet" Target="one.xml"/>'
    f'<Relationship Id="b" Type="{_OFFICE}/worksheet" Target="two.xml"/></Relationships>'
)
STRINGS = f"<sst {_MAIN}><si><t>shared</t></si></sst>"
BOMB = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"
OUTSIDE = "<!DOCTYPE x [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"
REMOTE = "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>"


def _cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def _sheet(*rows: str, dimension: str = "") -> str:
    first = f'<row r="1">{_cell("A1", "text")}{_cell("B1", "note")}</row>'
    return (
        f"<worksheet {_MAIN}>{dimension}<sheetData>{first}{''.join(rows)}</sheetData></worksheet>"
    )


GOOD = f'<row r="2">{_cell("A2", "The dam broke")}</row>'


def _package(**changed: str | None) -> io.BytesIO:
    parts = {
        "[Content_Types].xml": TYPES,
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": LINKS,
        "xl/sharedStrings.xml": STRINGS,
        "xl/one.xml": _sheet(GOOD),
        "xl/two.xml": _sheet(GOOD),
    }
    names = {name.rpartition("/")[2].partition(".")[0].strip("[]"): name for name in parts}
    names["rels"] = "xl/_rels/workbook.xml.rels"
    names["workbook"] = "xl/workbook.xml"
    parts |= {names[key]: text or "" for key, text in changed.items()}
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            if text:
                package.writestr(name, text)
    raw.seek(0)
    return raw


def _read(raw: io.BytesIO) -> tuple[list[str], list[BadRow]]:
    """The claims of all sheets, and what is told."""
    taken: list[str] = []
    told: list[BadRow] = []
    for each in sheets(raw):
        for found in [each] if isinstance(each, BadRow) else each[2]:
            if isinstance(found, BadRow):
                told.append(found)
            else:
                taken.append(found[1]["text"])
    return taken, told


def test_a_sound_workbook_is_read() -> None:
    assert _read(_package()) == (["The dam broke"] * 2, [])


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE, REMOTE])
@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("one", _sheet(GOOD.replace("dam", "&b;"))),
        ("sharedStrings", STRINGS.replace("shared", "&b;")),
        ("workbook", BOOK.replace("One", "&b;")),
        ("rels", LINKS.replace("one.xml", "&b;")),
        ("Content_Types", TYPES),
    ],
)
def test_a_document_type_is_refused_in_every_part(declared: str, part: str, text: str) -> None:
    taken, (bad,) = _read(_package(**{part: declared + text}))
    assert not taken
    assert "declares a document type" in str(bad.problem)
    assert part in str(bad.problem)


def test_a_document_type_in_another_encoding_is_found_too() -> None:
    raw = _package()
    with zipfile.ZipFile(raw, "a") as package:
        text = f'<?xml version="1.0" encoding="utf-16"?>{OUTSIDE}<x/>'
        package.writestr("docProps/app.xml", text.encode("utf-16"))
    raw.seek(0)
    assert "docProps/app.xml declares" in str(_read(raw)[1][0].problem)


@pytest.mark.parametrize("target", ["http://127.0.0.1:9/x.xml", "file:///etc/passwd", "../../x"])
def test_a_sheet_outside_the_package_is_told_and_the_others_are_read(target: str) -> None:
    taken, (bad,) = _read(_package(rels=LINKS.replace("one.xml", target)))
    assert taken == ["The dam broke"]
    assert str(bad.problem) == "sheet 'One' is named, but is not in the package"


@pytest.mark.parametrize("dimension", ["A1:XFD1048576", "A1:A1"])
def test_a_sheet_is_as_large_as_it_is_whatever_it_says(dimension: str) -> None:
    sheet = _sheet(GOOD, dimension=f'<dimension ref="{dimension}"/>')
    assert _read(_package(one=sheet)) == (["The dam broke"] * 2, [])


def test_rows_behind_a_long_gap_are_read() -> None:
    far = f'<row r="5000">{_cell("A5000", "Far down")}</row>'
    taken, told = _read(_package(one=_sheet(GOOD, far)))
    assert (taken, told) == (["The dam broke", "Far down", "The dam broke"], [])


@pytest.mark.parametrize(
    ("row", "line", "told"),
    [
        ('<row r="3"><c r="A3" t="s"><v>999</v></c></row>', 3, "breaks off"),
        ('<row r="3"><c r="A3"><v>abc</v></c></row>', 3, "breaks off"),
        (f'<row r="4">{_cell("??", "x")}</row>', 3, "breaks off"),
        (
            '<row r="3"><c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
            3,
            "an error and no value",
        ),
        (f'<row r="3">{_cell("A3", "x")}{_cell("D3", "y")}</row>', 3, "column D has no name"),
        (f'<row r="3">{_cell("A3", "a _x0000_ b")}</row>', 3, "a NUL character"),
    ],
)
def test_a_broken_row_is_told_with_its_place(row: str, line: int, told: str) -> None:
    taken, (bad,) = _read(_package(one=_sheet(GOOD, row)))
    assert taken == ["The dam broke"] * 2
    assert bad.line == line
    assert told in str(bad.problem)
    assert "\n" not in str(bad.problem)


def test_a_row_number_that_no_sheet_has_ends_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 5_000)  # a million of them take a second
    row = f'<row r="99999999999999">{_cell("A2", "x")}</row>'
    _, (bad,) = _read(_package(one=_sheet(GOOD, row)))
    assert (bad.line, str(bad.problem)) == (5_001, "a row beyond the last that a sheet can have")


def test_the_value_saved_with_a_formula_is_taken_and_the_formula_is_not_run() -> None:
    saved = '<row r="2"><c r="A2" t="str"><f>[1]Other!A1</f><v>As saved</v></c></row>'
    unsaved = '<row r="3"><c r="A3"><f>WEBSERVICE("http://127.0.0.1:9/")</f></c></row>'
    texts, told = _read(_package(one=_sheet(saved, unsaved)))
    assert texts[0] == "As saved"
    assert "formulas without a saved value, read as empty cells: 1" in str(told[0].problem)
    assert not any(
        "formulas" in str(each.problem) for each in _read(_package(one=_sheet(saved)))[1]
    )


def test_formulas_without_a_value_are_counted_wherever_they_lie_in_a_large_sheet() -> None:
    cells = (f'<row r="{n}"><c r="A{n}"><f>B{n}</f></c></row>' for n in range(2, 60_002))
    assert unsaved_formulas(_package(one=_sheet(*cells))) == 60_000


def test_packages_that_are_damaged_or_fill_memory_are_told() -> None:
    whole = _package().getvalue()
    assert "damaged" in str(_read(io.BytesIO(whole[:-60]))[1][0].problem)
    bomb = _package(two=_sheet() + " " * 11_000_000)
    assert "unpack to 11 MB" in str(_read(bomb)[1][0].problem)
    lying = bomb.getvalue().replace((11_000_000 + len(_sheet())).to_bytes(4, "little"), b"\1\0\0\0")
    assert "damaged" in str(_read(io.BytesIO(lying))[1][0].problem)


def test_a_title_above_the_columns_of_a_sheet_is_passed_over_and_told() -> None:
    title = f'<row r="1">{_cell("A1", "Claims of the week")}</row><row r="2"></row>'
    names = f'<row r="3">{_cell("A3", "text")}{_cell("B3", "note")}</row>'
    below = f'<row r="4">{_cell("A4", "The dam broke")}</row>'
    sheet = f"<worksheet {_MAIN}><sheetData>{title}{names}{below}</sheetData></worksheet>"
    note, (name, header, rows), _ = sheets(_package(one=sheet))  # type: ignore[misc]
    assert isinstance(note, BadRow)
    assert (note.line, note.is_note) == (1, True)
    assert (name, header) == ("One", ["text", "note"])
    assert list(rows) == [(4, {"text": "The dam broke", "note": ""})]


def saved(fill: Callable[[Any], None]) -> io.BytesIO:
    book, out = openpyxl.Workbook(), io.BytesIO()
    fill(book)
    book.save(out)
    out.seek(0)
    return out


def test_a_cell_merged_over_rows_is_said_of_each() -> None:
    def fill(book: Any) -> None:
        sheet = book.active
        for row in (
            ("Claims of March", None, None),
            ("text", "claimant", "said"),
            ("The dam broke", "A", "2024"),
            ("The mill burnt", None, "2024"),
            ("The bridge fell", None, None),
        ):
            sheet.append(row)
        for area in ("A1:C1", "B3:B4", "C4:C5"):
            sheet.merge_cells(area)

    rows = [row for each in sheets(saved(fill)) if not isinstance(each, BadRow) for row in each[2]]
    told = [tuple(row[1].values()) for row in rows if not isinstance(row, BadRow)]
    assert told == [
        ("The dam broke", "A", "2024"),
        ("The mill burnt", "A", "2024"),
        ("The bridge fell", "", "2024"),
    ]


def test_the_address_behind_a_cell_is_kept_beside_its_words() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["text", "Source", "Page"])
    for text, source in (("The dam broke", "The ministry's report"), ("It held", "A second one")):
        sheet.append([text, source, "https://b.example/"])
    sheet["B2"].hyperlink = "https://a.example/r.pdf?a=1&b=2"
    sheet["C2"].hyperlink = "https://b.example"
    sheet["A3"].hyperlink = "#Sheet!A1"
    raw = io.BytesIO()
    book.save(raw)
    formula = (
        '<c r="B3" t="str"><f>HYPERLINK(&quot;https://c.example/?x=1&amp;y=2&quot;,'
        "&quot;A second one&quot;)</f><v>A second one</v></c>"
    )
    raw = _rewritten(raw, "sheet1.xml", r'<c r="B3".*?</c>', formula)
    ((_, header, rows),) = [each for each in sheets(raw) if not isinstance(each, BadRow)]
    assert header == ["text", "Source", "Page", "Source (link)", "Page (link)"]
    read = [row for each in rows if not isinstance(each, BadRow) for row in [each[1]]]
    assert [row["Source (link)"] for row in read] == [
        "https://a.example/r.pdf?a=1&b=2",
        "https://c.example/?x=1&y=2",
    ]
    assert [row["Page (link)"] for row in read] == ["", ""]
    assert proposed(["Claim", *header])["source_url"] == "Source (link)"


def _rewritten(raw: io.BytesIO, part: str, pattern: str, text: str) -> io.BytesIO:
    made = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(made, "w") as new:
        for each in old.infolist():
            data = old.read(each)
            if each.filename.endswith(part):
                data = re.sub(pattern, lambda _: text, data.decode(), count=1).encode()
            new.writestr(each, data)
    return made


def test_a_hidden_sheet_is_read_and_told() -> None:
    def fill(book: Any) -> None:
        book.active.append(("text",))
        other = book.create_sheet("drafts")
        other.sheet_state = "hidden"
        for cell in ("text", "The dam broke", "   "):
            other.append((cell,))

    found = list(sheets(saved(fill)))
    (note,) = [each for each in found if isinstance(each, BadRow)]
    assert (note.is_note, "drafts" in str(note.problem)) == (True, True)
    tables = {each[0]: list(each[2]) for each in found if not isinstance(each, BadRow)}
    assert len(tables["drafts"]) == 1  # a row of blanks is none


def test_a_row_that_groups_the_columns_of_a_sheet_is_told() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (
        ["No", "Claim", None, None, "Check", None],
        [None, "text", "Speaker", "Date", "Rating", "Date"],
        [7, "The dam broke", "A", "2024", "False", "2025"],
        [None, "text", "Speaker", "Date", "Rating", "Date"],
    ):
        sheet.append(row)
    for cells in ("A1:A2", "B1:D1", "E1:F1"):
        sheet.merge_cells(cells)
    raw = io.BytesIO()
    book.save(raw)
    note, (_, header, rows) = sheets(raw)
    assert isinstance(note, BadRow)
    assert note.is_note
    assert "'Sheet': line 1 above the columns: No, Claim, Check" in str(note.problem)
    assert header == ["No", "text", "Speaker", "Claim: Date", "Rating", "Check: Date"]
    (line, cells), again = rows
    assert (line, cells["No"], cells["Check: Date"]) == (3, "7", "2025")
    assert isinstance(again, BadRow)
    assert again.is_note


def test_a_sheet_with_a_chart_and_no_cells_is_passed_over_unread() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["text"])
    sheet.append(["The dam broke"])
    book.create_chartsheet("Chart")  # without a drawing, on which openpyxl fails
    raw = io.BytesIO()
    book.save(raw)
    assert _read(raw) == (["The dam broke"], [])


def test_a_workbook_in_the_strict_form_of_the_standard_is_read() -> None:
    told = 'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"'

    def fill(book: Any) -> None:
        for row in (["text", "said"], ["The dam broke", date(2024, 5, 1)], [told, "2024"]):
            book.active.append(row)

    strict = io.BytesIO()
    with zipfile.ZipFile(saved(fill)) as usual, zipfile.ZipFile(strict, "w") as made:
        for name in usual.namelist():
            part = usual.read(name).replace(b't="n"><v>45413<', b't="d"><v>2024-05-01<')
            names = rb"http://schemas\.openxmlformats\.org/(spreadsheetml|officeDocument)/2006/"
            made.writestr(name, re.sub(names, rb"http://purl.oclc.org/ooxml/\1/", part))
    ((_, header, rows),) = [each for each in sheets(strict) if not isinstance(each, BadRow)]
    assert header == ["text", "said"]
    cells = [row[1] for row in rows if not isinstance(row, BadRow)]
    assert cells == [
        {"text": "The dam broke", "said": "2024-05-01"},
        {"text": told, "said": "2024"},
    ]
