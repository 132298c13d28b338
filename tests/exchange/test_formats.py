"""JSON Lines and CSV: every row is taken whole or refused with line, field and cure."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.errors import InvalidInputError
from workbench.exchange.formats import format_of, sheet
from workbench.exchange.opening import opened
from workbench.exchange.tables.csv import CommaSeparated
from workbench.exchange.tables.rows import LONGEST_TEXT
from workbench.exchange.types import (
    AnyRecord,
    AppearanceRecord,
    BadRow,
    ClaimRecord,
    EvidenceRecord,
    Located,
    SourceRecord,
    StepRecord,
    VerdictRecord,
)
from workbench.exchange.workbooks import xlsx_out
from workbench.exchange.workbooks.xlsx import sheets

RATINGS = frozenset({"true", "false", "mixed"})


def read(text: str, name: str = "claims.csv") -> list[Located | BadRow]:
    found = format_of("", name, text, RATINGS)
    return list(found.read(io.StringIO(text, newline="")))


def one(text: str, name: str = "claims.csv") -> ClaimRecord:
    (located,) = read(text, name)
    assert isinstance(located, Located), located
    assert isinstance(located.record, ClaimRecord)
    return located.record


def bad(text: str, name: str = "claims.csv") -> BadRow:
    (found,) = read(text, name)
    assert isinstance(found, BadRow), found
    return found


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ('{"text": "A", "worth": 7}', "worth"),
        ('{"text": "A", "state": "set_aside"}', "state_reason"),
        ('{"text": "A", "explanation": "Because"}', "rating"),
        ('{"text": "A", "appearances": [{"quote": "A", "segments": [[3, 1]]}]}', "appearances"),
        ('{"record": "verdict", "text": "A"}', "record"),
        ('{"text": ""}', "text"),
        ('{"text": "A", "said": "2024-02-30"}', "said"),
    ],
)
def test_whatever_is_refused_says_what_to_do(line: str, field: str) -> None:
    row = bad(line, "claims.jsonl")
    assert row.field == field
    assert str(row.hint)


def test_a_document_that_is_cut_short_is_told_from_one_with_a_slip() -> None:
    assert "get the file again" in str(bad('[\n{"text": "A"},', "claims.json").said)
    assert "Mend the file" in str(bad('[\n{"text": "A" "said": 1}\n]', "claims.json").said)


def test_flat_columns_fill_claim_appearance_evidence_and_verdict() -> None:
    record = one(
        "external_id,text,claimant,article_url,quote,source_title,stance,rating,explanation,desk\n"
        "7,2500 troops,Ministry,https://a.example,about 2500,Budget,supports,true,It says so,A\n"
    )
    assert record.external_id == "7"
    assert record.appearances == (AppearanceRecord(url="https://a.example", quote="about 2500"),)
    assert record.evidence[0].source.title == "Budget"
    assert record.evidence[0].stance == "supports"
    assert record.verdicts[0].rating == "true"
    assert record.extras == {"desk": "A"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter_and_order_of_columns(delimiter: str) -> None:
    rows = [["claimant", "text"], ["الوزارة", f"قال{delimiter} وأضاف"]]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    record = one(out.getvalue())
    assert (record.claimant, record.text) == ("الوزارة", f"قال{delimiter} وأضاف")


def test_line_numbers_are_those_of_the_file_even_after_a_cell_of_several_lines() -> None:
    rows = read('text,claimant\n"two\nlines",A\n,B\n')
    assert isinstance(rows[0], Located)
    assert rows[0].line == 2
    assert isinstance(rows[1], BadRow)
    assert rows[1].line == 4


@pytest.mark.parametrize(
    ("row", "field", "says"),
    [
        ("text,state\nA,done\n", "state", "done"),
        ("text,state\nA,set_aside\n", "state_reason", "reason"),
        ("text,worth\nA,high\n", "worth", "not a number"),
        ("text,worth\nA,1.5\n", "worth", "between 0 and 1"),
        ("text,said\nA,2024-02-30\n", "said", "2024-02-30"),
        ("text,rating\nA,true\n", "explanation", "explanation"),
        ("text,rating,explanation\nA,true,Because\n", "rating", "without evidence"),
        (
            "text,rating,explanation,source_title\nA,5,Because,S\n",
            "rating",
            "'5' is not known",
        ),
        ("text,explanation\nA,Because\n", "rating", "no rating"),
        ("text,stance\nA,supports\n", "source_title", "no source"),
        ("text,stance,source_url\nA,for,https://x.example\n", "stance", "'for'"),
        ("text,appearances\nA,[}\n", "appearances", "not JSON"),
        ('text,appearances\nA,"[{""segments"": [[5, 2]]}]"\n', "appearances", "segment"),
        ('text,verdicts\nA,"[{""rating"": 3}]"\n', "verdicts", "expected `str`"),
        ("text,claimant\nA\n", "", "1 cells under 2 columns"),
        ('text,claimant\n"A,B\n', "", "not CSV"),
        ("claimant\nB\n", "text", "no column"),
        ("text,text\nA,B\n", "text", "twice"),
    ],
)
def test_a_bad_row_says_where_what_and_why(row: str, field: str, says: str) -> None:
    found = bad(row)
    assert found.field.startswith(field)
    assert says in str(found.problem)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "not JSON"),
        ("[1]", "not a JSON object"),
        ("[" * 100_000, "not JSON"),
        ('{"record": "wish"}', "no kind of record"),
        ('{"text": 5}', "expected `str`"),
        ('{"text": ""}', "no claim text"),
        ('{"record": "article", "text": "x"}', "sha256"),
        ('{"record": "match", "claim": "a", "other": "b"}', "relation"),
        ('{"text": "a", "claimant": "b", "text": "c"}', "the key 'text' stands twice"),
        ('{"text": "a", "other": 1, "other": 2}', "the key 'other' stands twice"),
        ('{"text": "a", "extras": {"x": "1", "x": "2"}}', "the key 'x' stands twice"),
    ],
)
def test_a_bad_line_of_json_is_located(line: str, says: str) -> None:
    rows = read(f'{{"text": "good"}}\n\n{line}\n', "claims.jsonl")
    assert isinstance(rows[0], Located)
    assert isinstance(rows[1], BadRow)
    assert rows[1].line == 3
    assert says in str(rows[1].problem)


def test_a_key_that_stands_in_several_objects_is_not_doubled() -> None:
    evidence = [{"source": {"title": name}, "quote": 'He said "text": "x"'} for name in "ab"]
    line = json.dumps({"text": "a", "evidence": evidence})
    (found,) = read(line, "a.jsonl")
    assert isinstance(found, Located)


def test_the_format_is_told_by_content_where_the_name_says_nothing() -> None:
    assert one('{"text": "A"}\n', "-").text == "A"
    assert one("text\nA\n", "-").text == "A"
    with pytest.raises(InvalidInputError, match="not an exchange format"):
        format_of("xml", "a.xml", "", RATINGS)


def test_formulas_are_escaped_on_the_way_out_and_come_back_as_they_were() -> None:
    record = ClaimRecord(text="=HYPERLINK(0)", claimant="'quoted", origin="-x", kind="@k")
    out = io.StringIO(newline="")
    written = format_of("csv", "", "", RATINGS)
    written.write([record], out)
    assert ",=HYPERLINK" not in out.getvalue()
    assert one(out.getvalue()) == record


words = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12)
filled = words.filter(lambda text: bool(text.strip()))
sources = st.builds(SourceRecord, title=filled, url=words, note=words)
evidence = st.builds(
    EvidenceRecord,
    source=sources,
    stance=st.sampled_from(["supports", "refutes", "context"]),
    quote=words,
    retraction_reason=words,
)
verdicts = st.builds(
    VerdictRecord, rating=st.sampled_from(sorted(RATINGS)), explanation=filled, label=words
)
claims = st.builds(
    ClaimRecord,
    text=filled,
    external_id=words,
    claimant=words,
    translation=words,
    worth=st.none() | st.floats(0, 1),
    worth_reasons=st.tuples(words),
    appearances=st.lists(
        st.builds(
            AppearanceRecord,
            quote=words,
            segments=st.just(((0, 3), (5, 9))),
            attribution=st.dictionaries(words, words, max_size=2),
        ),
        max_size=2,
    ).map(tuple),
    evidence=st.lists(evidence, min_size=1, max_size=2).map(tuple),
    verdicts=st.lists(verdicts, max_size=1).map(tuple),
    steps=st.lists(st.builds(StepRecord, kind=filled, note=words), max_size=2).map(tuple),
    extras=st.dictionaries(words, filled, max_size=2),
)


@given(st.lists(claims, max_size=4), st.sampled_from(["csv", "jsonl"]))
def test_what_is_written_is_read_back_equal(records: list[AnyRecord], name: str) -> None:
    format_ = format_of(name, "", "", RATINGS)
    out = io.StringIO(newline="")
    format_.write(records, out)
    out.seek(0)
    back = list(format_.read(out))
    assert [row.record if isinstance(row, Located) else row for row in back] == records


def through_a_workbook(records: Sequence[AnyRecord]) -> list[AnyRecord | BadRow]:
    made = io.BytesIO()
    xlsx_out.write(records, made, RATINGS)
    again = io.BytesIO()
    xlsx_out.write(records, again, RATINGS)
    assert made.getvalue() == again.getvalue()
    made.seek(0)
    (found,) = sheets(made)
    assert not isinstance(found, BadRow)
    rows = sheet(found[1], found[2], CommaSeparated(RATINGS))
    return [row.record if isinstance(row, Located) else row for row in rows]


@settings(max_examples=15, deadline=None)
@given(st.lists(claims, max_size=3))
def test_a_workbook_is_read_back_equal(records: list[AnyRecord]) -> None:
    assert through_a_workbook(records) == records


def test_a_workbook_holds_cells_of_any_length_and_runs_none() -> None:
    long = [
        ClaimRecord(text=start + "\r\n _x0041_ \x0b" * times, extras={"n": "=1+1" * times})
        for start, times in (("=SUM(A1)", 1), ("#N/A", 900), ("@x", 9_000), ("'-1", 2))
    ]
    kept = [each for each in long if len(each.text) <= LONGEST_TEXT]
    assert through_a_workbook(kept) == kept
    extras = [ClaimRecord(text="+1", extras={"n": "=1+1" * 30_000, "m": "\x0b" * 40_000})]
    assert through_a_workbook(extras) == extras
    made = io.BytesIO()
    xlsx_out.write(extras, made, RATINGS)
    with zipfile.ZipFile(made) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_a_language_is_a_code() -> None:
    for text, name in (
        ("text,language\nالسد,ar-EG\nالسد,Arabic\n", "a.csv"),
        (
            '{"text": "السد", "language": "ar-EG"}\n{"text": "السد", "language": "Arabic"}',
            "a.jsonl",
        ),
    ):
        found = [row.record for row in read(text, name) if isinstance(row, Located)]
        told = [(each.language, each.extras) for each in found if isinstance(each, ClaimRecord)]
        assert told == [("ar-EG", {}), ("", {"language (as written)": "Arabic"})]


@given(st.text(max_size=300), st.sampled_from(["a.csv", "a.jsonl"]))
def test_any_text_gives_records_or_located_problems(text: str, name: str) -> None:
    for row in read(text, name):
        assert row.line >= 1


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.4", "is a PDF"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"  \n", "is empty"),
    ],
)
def test_files_that_are_no_text_are_refused(data: bytes, says: str, tmp_path: Path) -> None:
    file = tmp_path / "claims.csv"
    file.write_bytes(data)
    with pytest.raises(InvalidInputError, match=says), opened(file):
        pass


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
def test_the_encoding_is_told_from_the_bytes(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "claims.csv"
    text = "text,claimant\nانسحبت القوات من بغداد,وزارة الدفاع\n"
    file.write_bytes(text.encode(encoding))
    with opened(file) as source:
        assert source.text.read() == text


def test_a_whole_number_in_json_is_an_id_or_a_year_and_no_claim() -> None:
    claim = one(
        '{"text": "The dam broke", "origin": "o", "external_id": 12, "said": 2024}', "a.jsonl"
    )
    assert (claim.external_id, claim.said) == ("12", "2024")
    assert bad('{"text": "The dam broke", "said": 125}', "a.jsonl").field == "said"
    assert bad('{"text": "The dam broke", "said": true}', "a.jsonl").field == "said"
    assert bad('{"text": 12}', "a.jsonl").field == "text"


@pytest.mark.parametrize("kind", ["{}", "[]", "5", "null", '"verdict"'])
def test_a_kind_of_record_that_is_none_is_told(kind: str) -> None:
    assert bad(f'{{"record": {kind}, "text": "The dam broke"}}', "a.jsonl").field == "record"


@given(filled, filled)
@example("0", "two\r\nlines")
def test_any_words_make_a_feed_that_says_them_and_no_more(text: str, why: str) -> None:
    verdict = VerdictRecord(
        rating="true", label="True", explanation=why, set_at="2024-08-15T00:00Z"
    )
    record = ClaimRecord(text=text, uid="u", state="published", verdicts=(verdict,))
    for name, tag in (("atom", "summary"), ("rss", "description")):
        out = io.StringIO()
        format_of(name, "", "", RATINGS).write([record], out)
        (item,) = [
            each
            for each in ElementTree.fromstring(out.getvalue()).iter()
            if each.tag[-4:] in {"item", "ntry"}
        ]
        said = item.findtext(f"{{*}}{tag}") or ""
        if name == "rss":
            assert "<" not in said.replace("<br>", "")
            said = html.unescape(said.replace("<br>", "\n"))
        assert characters(said) == characters(why)
        assert characters(item.findtext("{*}title") or "") == characters(f"True: {text}")


def characters(text: str) -> str:
    """A text as XML holds it: its line ends are one sign, and what it lacks is another."""
    lacking = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ufffd]")
    return lacking.sub("?", text.replace("\r\n", "\n").replace("\r", "\n"))
