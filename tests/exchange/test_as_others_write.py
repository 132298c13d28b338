"""Tables and documents as spreadsheets, scripts and services write them."""

from __future__ import annotations

import csv
import gzip
import io
import json
import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from workbench.desk import Desk
from workbench.desk.checking import ratings
from workbench.desk.exchange.importing import Outcome
from workbench.errors import InvalidInputError
from workbench.exchange import opening
from workbench.exchange.documents.rejects import write_rejects
from workbench.exchange.formats import format_of, table_of
from workbench.exchange.tables.tables import header_of
from workbench.exchange.types import BadRow, ClaimRecord, Located

KEYS = frozenset(rating.key for rating in ratings.load().ratings)


def read(text: str, name: str = "a.csv", keys: frozenset[str] = KEYS) -> list[Located | BadRow]:
    return list(format_of("", name, text, keys).read(io.StringIO(text, newline="")))


def claims(text: str, name: str = "a.csv", keys: frozenset[str] = KEYS) -> list[ClaimRecord]:
    rows = read(text, name, keys)
    assert all(isinstance(row, Located) for row in rows), rows
    return [row.record for row in rows if isinstance(row, Located)]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("sep=;\r\ntext;said\r\nThe dam broke;2024\r\n", 3),
        ('"sep=;"\ntext;said\nThe dam broke;2024\n', 3),
        ("\n \n\ufefftext,said\nThe dam broke,2024\n", 4),
        (",text,said\n0,The dam broke,2024\n", 2),
        ("Text,SAID,Article URL\nThe dam broke,2024,https://a.example\n", 2),
    ],
)
def test_the_columns_are_found(text: str, line: int) -> None:
    (row,) = read(text)
    assert isinstance(row, Located)
    assert isinstance(row.record, ClaimRecord)
    assert (row.line, row.record.text, row.record.said) == (line, "The dam broke", "2024")


def test_a_column_without_a_name_is_kept_by_its_place() -> None:
    (claim,) = claims(",text,\n7,The dam broke,\n")
    assert claim.extras == {"column 1": "7"}
    (bad,) = read(",text,\n7,The dam broke,x\n")  # behind the last name: a delimiter, unquoted?
    assert isinstance(bad, BadRow)


def test_a_column_under_our_own_name_comes_before_one_in_other_letters() -> None:
    (claim,) = claims("Text,text\nA note,The dam broke\n")
    assert (claim.text, claim.extras) == ("The dam broke", {"Text": "A note"})


def test_a_title_above_the_columns_is_passed_over_and_told() -> None:
    title, row = read("Claims of the week,,\n,,\ntext,claimant,said\nThe dam broke,A,2024\n")
    assert isinstance(title, BadRow)
    assert (title.is_note, title.line, "Claims of the week" in str(title.problem)) == (
        True,
        1,
        True,
    )
    assert isinstance(row, Located)
    assert (row.line, row.given) == (4, {"text", "claimant", "said"})


GROUPED = (
    "No,Claim,,,Check,,\n,Statement,Speaker,Date,Rating,Source URL,Date\n"
    "7,The dam broke,A,2024,False,https://a.example,2025\n"
)


def test_a_row_that_groups_the_columns_is_told_and_its_names_tell_those_below_apart() -> None:
    assert header_of(GROUPED)[:4] == ["No", "Statement", "Speaker", "Claim: Date"]
    columns = {"text": "Statement", "said": "Claim: Date", "claimant": "Speaker"}
    note, row = table_of(columns, KEYS).read(io.StringIO(GROUPED, newline=""))
    assert isinstance(note, BadRow)
    assert note.is_note
    assert "Claim, Check" in str(note.problem)
    assert isinstance(row, Located)
    claim = row.record
    assert isinstance(claim, ClaimRecord)
    assert (row.line, claim.text, claim.said) == (3, "The dam broke", "2024")
    assert (claim.extras["No"], claim.extras["Check: Date"]) == ("7", "2025")


def test_a_row_of_claims_below_the_columns_is_no_row_of_columns() -> None:
    (claim,) = claims("text,note,other\nThe dam broke,Source,Result\n")
    assert claim.text == "The dam broke"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_files_put_behind_one_another_are_one(mark: str) -> None:
    file = "text,said\nThe dam broke,2024\n"
    first, note, second = read(f"\ufeff{file}{mark}{file.replace('broke', 'held')}")
    assert isinstance(note, BadRow)
    assert (note.line, note.is_note) == (3, True)
    found = [row.record for row in (first, second) if isinstance(row, Located)]
    assert [each.text for each in found if isinstance(each, ClaimRecord)] == [
        "The dam broke",
        "The dam held",
    ]
    record = '{"text": "The dam broke"}\n'
    assert len(claims(record + mark + record.replace("broke", "held"), "a.jsonl")) == 2
    review = json.dumps(
        {"@type": "ClaimReview", "url": "https://a.example/1", "claimReviewed": "x"}
    )
    assert len(claims(f"{review}\n{mark}{review.replace('/1', '/2')}\n")) == 2


def test_of_two_columns_of_one_name_none_is_proposed() -> None:
    (bad,) = read("Claim,Claim date,Claim date\nThe dam broke,2024,2025\n")
    assert isinstance(bad, BadRow)
    assert "--map text=Claim." in str(bad.hint)


def test_columns_of_one_name_are_kept_apart_unless_one_of_them_is_asked_for() -> None:
    (claim,) = claims("text,Notes,Notes,,Notes\nThe dam broke,a,b,c,d\n")
    assert claim.extras == {"Notes": "a", "Notes (2)": "b", "column 4": "c", "Notes (3)": "d"}
    (bad,) = read("text,said,said\nThe dam broke,2024,2025\n")
    assert isinstance(bad, BadRow)
    assert "stands twice" in str(bad.problem)
    rows = table_of({"text": "Claim"}, KEYS).read(io.StringIO("Claim,Claim\na,b\n"))
    assert "stands twice" in str(next(iter(rows)).problem)  # type: ignore[union-attr]


@pytest.mark.parametrize("only", ["text\nThe dam, they say\n", 'Claim\n"A, b"\nC\n'])
def test_one_column_alone_is_no_title(only: str) -> None:
    assert not any(isinstance(row, BadRow) and row.is_note for row in read(only))


def test_columns_below_other_rows_are_pointed_at() -> None:
    (bad,) = read("Claims,of the week,\n,,\ntext,claimant,said\nThe dam broke,A,2024\n")
    assert isinstance(bad, BadRow)
    assert "Line 3 names the columns" in str(bad.hint)


def test_a_line_without_end_is_told_once_and_is_no_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.exchange.lines.LONGEST", 100)
    long = "x,y," * 500
    before, bad, *open_mark, after = read(
        f'text,said\nThe dam broke,2024\n{long}\n"A mark left open\n{long}\nThe dam held,2024\n'
    )
    assert isinstance(bad, BadRow)
    assert (bad.line, bad.record) == (3, None)
    assert [each.line for each in open_mark if isinstance(each, BadRow)] == [4, 5]
    assert [each.line for each in (before, after) if isinstance(each, Located)] == [2, 6]
    (headless,) = read(f"{long}\ntext\nThe dam broke\n")
    assert isinstance(headless, BadRow)
    assert "a line of more than" in str(headless.problem)


def test_what_is_wrong_with_a_long_cell_is_told_in_short() -> None:
    (bad,) = read(f"text,said\nThe dam broke,{'x' * 50_000}\n")
    assert isinstance(bad, BadRow)
    assert len(str(bad)) < 1_000
    assert len(bad.record["said"]) == 50_000


def test_a_mark_left_open_in_a_table_whose_columns_are_not_known_is_no_failure() -> None:
    (bad,) = read('Claim,Speaker\n"The dam broke,A\n')
    assert isinstance(bad, BadRow)
    assert "--map text=Claim" in str(bad.hint)


@pytest.mark.parametrize(
    ("header", "options"),
    [
        (
            "No,Claim,Speaker,Date of claim,Our ruling,Tags",  # no source that a verdict rests on
            "--map text=Claim --map claimant=Speaker --map 'said=Date of claim'",
        ),
        (
            "م,الادّعاء,القائل,التقييم,رابط المصدر",
            "--map 'text=الادّعاء' --map 'claimant=القائل' --map 'rating=التقييم'"
            " --map 'source_url=رابط المصدر'",
        ),
        ("م,النص,القائل,التاريخ", "--map 'text=النص' --map 'claimant=القائل'"),
        (
            "Timestamp,What is the claim?,Who made the claim? (name),When was it made?",
            "--map 'text=What is the claim?' --map 'claimant=Who made the claim? (name)'"
            " --map 'said=When was it made?'",
        ),
        (
            "ما هو الادعاء؟,اسم المدعي,الحكم النهائي,المصدر",
            "--map 'text=ما هو الادعاء؟' --map 'claimant=اسم المدعي' --map 'source_title=المصدر'",
        ),
        (
            "claimReviewed,reviewURL,datePublished,author",
            "--map text=claimReviewed --map source_url=reviewURL --map known_at=datePublished",
        ),
        ("Claim,The claim,Speaker name,Speaker", "--map text=Claim --map claimant=Speaker"),
    ],
)
def test_how_other_columns_seem_to_be_meant_is_proposed_and_not_taken(
    header: str, options: str
) -> None:
    (bad,) = read(f"{header}\n1,2,3,4,5,6\n")
    assert isinstance(bad, BadRow)
    assert f"by their names: {options}." in str(bad.hint)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("3 March 2025", "2025-03-03"),
        ("٣ آذار ٢٠٢٥", "2025-03-03"),
        ("٢٥/٣/٢٠٢٥", "2025-03-25"),
        ("٢٠٢٥-٠٣-٢٥", "2025-03-25"),
        ("3-Mar-2025", "2025-03-03"),
        ("25/03/2025", "2025-03-25"),
        ("03/25/2025", "2025-03-25"),
        ("2025/3/7", "2025-03-07"),
        ("March 2025", "2025-03"),
        ("Q1 2025", "2025-Q1"),
        ("الربع الأول من 2025", "2025-Q1"),
        ("5/13/2025 14:05:22", "2025-05-13"),
    ],
)
def test_a_day_that_leaves_no_doubt_is_read_and_kept_as_written(written: str, said: str) -> None:
    (claim,) = claims(f'text,said\nThe dam broke,"{written}"\n')
    assert (claim.said, claim.extras) == (said, {"said (as written)": written})


@pytest.mark.parametrize("written", ["30/02/2025", "2025/13/40", "٣١-٤-٢٠٢٥", "13/13/2025 10:00"])
def test_a_day_that_no_calendar_has_is_told_so(written: str) -> None:
    (bad,) = read(f"text,said\nThe dam broke,{written}\n")
    assert isinstance(bad, BadRow)
    assert "the calendar has no such day" in str(bad)


def test_a_field_that_is_far_too_long_for_a_day_is_passed_over_in_time() -> None:
    began = time.monotonic()
    (bad,) = read('text,said\nThe dam broke,"5' + " " * 1_000_000 + 'x"\n')
    assert isinstance(bad, BadRow)
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("written", ["3 March", "last week", "1446/9/3", "31/02/2025", "3 Mar 25"])
def test_a_day_in_doubt_is_no_day(written: str) -> None:
    (bad,) = read(f"text,said\nThe dam broke,{written}\n")
    assert isinstance(bad, BadRow)
    assert bad.field == "said"


@pytest.mark.parametrize(
    ("day_first", "said"), [(None, ""), (True, "2025-04-03"), (False, "2025-03-04")]
)
def test_which_number_is_the_day_is_for_a_person_to_say(day_first: bool | None, said: str) -> None:
    reader = table_of({}, KEYS, day_first=day_first)
    (row,) = reader.read(io.StringIO("text,said\nThe dam broke,03/04/2025\n", newline=""))
    if isinstance(row, BadRow):
        assert (said, "--dates day-first" in str(row.hint)) == ("", True)
    else:
        assert row.record.said == said  # type: ignore[union-attr]


def test_a_rating_of_another_desk_is_a_label_and_none_is_guessed() -> None:
    columns = {"text": "Claim", "rating": "Ruling", "source_url": "Proof"}
    text = "Claim,Ruling,Proof\nA,Pants on Fire,https://a.example\nB,Fishy,https://b.example\n"
    rows = table_of(columns, KEYS).read(io.StringIO(text, newline=""))
    verdicts = [row.record.verdicts[0] for row in rows]  # type: ignore[union-attr]
    assert [(each.rating, each.label, each.explanation) for each in verdicts] == [
        ("false", "Pants on Fire", "Pants on Fire"),
        ("not_normalised", "Fishy", "Fishy"),
    ]


MAPPED = {"text": "Claim", "said": "Date", "rating": "Ruling", "source_url": "Proof"}
ROW = {
    "Claim": "The dam broke",
    "Date": "3/4/2025",
    "Ruling": "Fishy",
    "Proof": "https://a.example",
}


def mapped_file(kind: str) -> str:
    if kind == "csv":
        return f"{','.join(ROW)},\n{','.join(ROW.values())},\n"
    return json.dumps([ROW]) if kind == "json" else f"{json.dumps(ROW)}\n"


@pytest.mark.parametrize("kind", ["csv", "json", "jsonl"])
@pytest.mark.parametrize("mended", [False, True])
def test_a_rejected_row_of_a_mapped_file_is_mended_and_imported_again(
    kind: str, mended: bool, tmp_path: Path
) -> None:
    file, rejects = tmp_path / f"a.{kind}", tmp_path / "a.rejects.jsonl"
    file.write_text(mapped_file(kind), encoding="utf-8")
    with Desk.open(tmp_path / "a.db", actor="A") as desk:
        done = desk.exchange.import_(file, columns=MAPPED, keep_good=True)
        assert [bad.field for bad in done.bad] == ["said"]
        with rejects.open("w", encoding="utf-8") as out:
            write_rejects(done.bad, out)
        if mended:
            rejects.write_text(
                rejects.read_text("utf-8").replace("3/4/2025", "2025-04-03"), "utf-8"
            )
        done = desk.exchange.import_(rejects, day_first=None if mended else True)
        assert done.unknown_labels == (("Fishy", 1),)
        claim = desk.claims.get(desk.claims.ids()[0])
        again = desk.exchange.import_(file, columns=MAPPED, day_first=True)
    assert (claim.said, claim.verdicts[0].label) == ("2025-04-03", "Fishy")
    assert (again.count("new"), again.count("unchanged")) == (0, 0 if mended else 1)  # type: ignore[arg-type]


def test_a_rejected_row_of_a_table_keeps_its_nested_columns() -> None:
    places = json.dumps([{"url": "https://a.example"}])
    text = io.StringIO()
    csv.writer(text).writerows([["text", "said", "appearances"], ["A", "3/4/2025", places]])
    rejects = io.StringIO()
    write_rejects([row for row in read(text.getvalue()) if isinstance(row, BadRow)], rejects)
    (claim,) = claims(rejects.getvalue().replace("3/4/2025", "2025-04-03"), "a.jsonl")
    assert [place.url for place in claim.appearances] == ["https://a.example"]


def test_fields_inside_others_are_mapped_by_their_path(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    ruling = {"slug": False, "explained_at": "https://a.example/1"}
    row = {"statement": "The dam broke", "speaker": {"name": "Doe", "of": 1}, "ruling": ruling}
    file.write_text(json.dumps([{**row, "year": 2024}]), encoding="utf-8")
    columns = {"text": "statement", "claimant": "speaker.name", "said": "year"}
    columns |= {"rating": "ruling.slug", "source_url": "ruling.explained_at"}
    with Desk.open(tmp_path / "a.db", actor="A") as desk:
        assert desk.exchange.import_(file, columns=columns).bad == ()
        claim = desk.claims.get(desk.claims.ids()[0])
    assert (claim.text, claim.claimant, claim.said) == ("The dam broke", "Doe", "2024")
    assert claim.verdicts[0].rating == "false"
    assert claim.evidence[0].source_url == "https://a.example/1"


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_a_column_of_another_making_may_be_called_as_one_of_ours_that_holds_json(
    kind: str, tmp_path: Path
) -> None:
    file = tmp_path / f"a.{kind}"
    row = {"claim": "The dam broke", "evidence": "We looked at it"}
    text = f"{','.join(row)}\n{','.join(row.values())}\n" if kind == "csv" else json.dumps(row)
    file.write_text(text, encoding="utf-8")
    with Desk.open(tmp_path / "a.db", actor="A") as desk:
        desk.exchange.import_(file, columns={"text": "claim"})
        written = io.StringIO()
        desk.exchange.export(written, name="a.jsonl", claims=None)
    claim = json.loads(written.getvalue())
    assert (claim["text"], claim["extras"]) == (
        "The dam broke",
        {"evidence (file)": "We looked at it"},
    )


def test_an_answer_of_a_service_on_one_line_is_a_list_of_records() -> None:
    records = [{"text": "The dam broke"}, {"text": "The mill burnt"}]
    for answer in ({"data": records}, {"page": 1, "next": None, "items": records}):
        for name in ("a.json", "a.jsonl", "-"):
            assert [each.text for each in claims(json.dumps(answer), name)] == [
                "The dam broke",
                "The mill burnt",
            ]
    own = json.dumps({"items": [{"a": 1}], "text": "The dam broke"})
    for text, count in ((own, 1), (f"{own}\n{own}\n", 2)):
        found = claims(text, "a.jsonl")
        assert [(each.text, "items" in each.extras) for each in found] == [
            ("The dam broke", True)
        ] * count


def test_fields_inside_others_are_proposed_by_their_own_names_or_their_holders() -> None:
    inner = {"claim": "The dam broke", "said_by": {"name": "A", "id": 7}, "التاريخ": "2024"}
    (bad,) = read(json.dumps({"data": [{"id": 1, "attributes": inner}]}), "a.json")
    assert isinstance(bad, BadRow)
    options = "--map text=attributes.claim --map claimant=attributes.said_by.name."
    assert options in str(bad.hint)
    (bad,) = read(json.dumps([{"a": {"claim": "The dam broke"}, "b": {"claim": "No"}}]), "a.json")
    assert isinstance(bad, BadRow)
    assert "--map" not in str(bad.hint)


def test_records_of_json_under_other_names_are_told_by_which_they_seem_to_be_meant() -> None:
    (bad,) = read(json.dumps([{"Claim": "The dam broke", "Speaker": "A", "Tags": ["x"]}]), "a.json")
    assert isinstance(bad, BadRow)
    assert "--map text=Claim --map claimant=Speaker" in str(bad.hint)
    (bad,) = read('{"claim": "The dam broke", "evidence": [["x", 1]], "label": "no"}\n', "a.jsonl")
    assert isinstance(bad, BadRow)
    assert str(bad.hint).endswith("by their names: --map text=claim.")
    (row,) = read('{"text": "The dam broke", "said": "3 March 2025"}\n', "a.jsonl")
    assert isinstance(row, Located)
    assert isinstance(row.record, ClaimRecord)
    assert (row.record.said, row.record.extras) == (
        "2025-03-03",
        {"said (as written)": "3 March 2025"},
    )


@pytest.mark.parametrize("between", [", ", "; ", " ", ",", "\n"])
def test_each_of_several_addresses_in_a_cell_is_a_source_and_the_cell_is_kept(
    tmp_path: Path, between: str
) -> None:
    addresses = ["https://a.example/1?x=1,2", "https://a.example/2"]
    cell, table = between.join(addresses), io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(["Claim", "Verdict", "Evidence", "Where"])
    writer.writerow(["The dam broke", "False", cell, cell])
    writer.writerow(["It held", "True", "https://b.example", "a post"])
    columns = {"text": "Claim", "rating": "Verdict", "source_title": "Evidence"}
    columns |= {"article_url": "Where"}
    with Desk.open(tmp_path / "a.db", actor="A") as desk:
        for _ in range(2):
            done = desk.exchange.import_(
                io.StringIO(table.getvalue(), newline=""), name="a.csv", columns=columns
            )
        assert (done.count(Outcome.UNCHANGED), done.bad) == (2, ())
        first, second = (desk.claims.get(each) for each in desk.claims.ids())
        out = io.StringIO()
        desk.exchange.export(out, name="a.jsonl", claims=None)
    assert sorted(each.source_url for each in first.evidence) == addresses
    assert len(first.appearances) == len(addresses)
    assert [each.source_url for each in second.evidence] == ["https://b.example"]
    records = [json.loads(line) for line in out.getvalue().splitlines()]
    kept = next(each["extras"] for each in records if each.get("text") == "The dam broke")
    assert kept["source_url (as written)"] == kept["article_url (as written)"] == cell


def test_blanks_around_the_cells_of_another_desks_table_are_no_part_of_them() -> None:
    text = "Claim;Who;Note\n The dam broke ; وزير ; x\n"
    (row,) = table_of({"text": "Claim", "claimant": "Who"}, KEYS).read(io.StringIO(text))
    assert isinstance(row, Located)
    assert isinstance(row.record, ClaimRecord)
    assert (row.record.text, row.record.claimant) == ("The dam broke", "وزير")
    (spaced,) = claims('text, claimant, said\n"The dam, he said", "Doe, J.", 2024\n')
    assert (spaced.text, spaced.claimant, spaced.said) == ("The dam, he said", "Doe, J.", "2024")
    (own,) = claims("text,claimant\n The dam broke, A\n")
    assert (own.text, own.claimant) == (" The dam broke", " A")


def test_rows_of_blanks_are_passed_over_and_short_ones_are_pointed_at() -> None:
    (claim,) = claims("text,claimant\n , \n\n,\nThe dam broke,A\n")
    assert claim.claimant == "A"
    (bad,) = read("text,claimant,said\nThe dam broke,A\n")
    assert isinstance(bad, BadRow)
    assert "line break" in str(bad.hint)


def test_a_table_with_the_line_ends_of_old_macs_has_its_columns() -> None:
    text = "text;claimant\rThe dam broke;A\r"
    assert header_of(text) == ["text", "claimant"]
    assert claims(text)[0].claimant == "A"


@pytest.mark.parametrize("text", ['text,said\n"  ",2024\n', '{"text": "  "}'])
def test_a_claim_of_blanks_is_none(text: str) -> None:
    (bad,) = read(text, "a.jsonl" if text[0] == "{" else "a.csv")
    assert isinstance(bad, BadRow)
    assert bad.field == "text"


def test_a_day_with_its_time_is_a_day_and_the_whole_is_kept() -> None:
    (claim,) = claims("text,said\nThe dam broke,2024-05-17 23:30:00+03\n")
    assert (claim.said, claim.extras) == (
        "2024-05-17",
        {"said (with time)": "2024-05-17 23:30:00+03"},
    )


def test_a_spreadsheets_number_of_a_day_is_pointed_at() -> None:
    (bad,) = read("text,said\nThe dam broke,45293\n")
    assert isinstance(bad, BadRow)
    assert "Format its column as a date" in str(bad.hint)


@pytest.mark.parametrize(
    ("rating", "keys", "rated"),
    [
        ("false", KEYS, ("false", "")),
        ("خطأ", KEYS, ("false", "خطأ")),
        ("Wrong", frozenset({"Wrong", "false"}), ("Wrong", "")),
    ],
)
def test_a_rating_may_be_a_label_of_the_table(
    rating: str, keys: frozenset[str], rated: tuple[str, str]
) -> None:
    row = f"text,rating,explanation,source_title\nThe dam broke,{rating},Counted,S\n"
    (verdict,) = claims(row, keys=keys)[0].verdicts
    assert (verdict.rating, verdict.label) == rated


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (json.dumps([{"text": "A"}, {"text": "B"}]), [1, 1]),
        (json.dumps([{"text": "A"}, {"text": "B"}], indent=1), [3, 6]),
        (json.dumps({"data": [{"text": "A"}, {"text": "B"}]}, indent=1), [4, 7]),
        ('{"data": [\n{"text": "A"},\n{"text": "B"}]}', [2, 3]),
        ('[{"text": "A"},\n{"text": "B"}]\n', [1, 2]),
        (json.dumps({"text": "A", "data": [1]}, indent=1), [2]),
        ('{"text": "A"}\n{"text": "B"}\n', [1, 2]),
    ],
)
def test_claims_in_one_document_are_read(text: str, lines: list[int]) -> None:
    assert [row.line for row in read(text, "a.json")] == lines
    assert [claim.text for claim in claims(text, "a.json")] == ["A", "B"][: len(lines)]


def test_what_is_wrong_in_a_document_is_told_record_by_record() -> None:
    text = '[{"text": "A"},\n{"text": "B", "text": "C"},\n5,\n{"text": "\\u0000"}]'
    good, *bad = read(text, "a.json")
    assert isinstance(good, Located)
    assert [each.field for each in bad if isinstance(each, BadRow)] == ["text", "", ""]
    assert [row.line for row in read('{"text": "A"}\n[1]\n{"text": "B"}\n', "a.jsonl")] == [1, 2, 3]


def test_a_packed_file_is_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "claims.csv.gz"
    file.write_bytes(gzip.compress(b"text\nThe dam broke\n"))
    with Desk.open(tmp_path / "a.db", actor="A") as desk:
        assert desk.exchange.import_(file).count("new") == 1  # type: ignore[arg-type]
        file.write_bytes(file.read_bytes()[:-6])
        with pytest.raises(InvalidInputError, match="damaged"):
            desk.exchange.import_(file)


def test_a_packed_file_that_would_fill_the_disk_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_SMALL", 1_000_000)
    file = tmp_path / "claims.csv.gz"
    file.write_bytes(gzip.compress(bytes(30_000_000)))
    with (
        pytest.raises(InvalidInputError, match="unpacks to more than 200 times"),
        opening.unpacked(file, "claims.csv.gz"),
    ):
        pass


def test_a_sheet_without_claims_beside_others_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for title, rows in {"A": [["text"], ["The dam broke"]], "B": [["Code"], ["x"]]}.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    file = tmp_path / "a.xlsx"
    book.save(file)
    with Desk.open(tmp_path / "a.db", actor="A") as desk:
        done = desk.exchange.import_(file)
    assert (done.written, done.rejected) == (True, 0)
    (note,) = done.notes
    assert "sheet 'B'" in str(note)


def test_answers_that_were_asked_for_page_by_page_are_one_list() -> None:
    pages = [
        {
            "claims": [
                {
                    "text": f"The dam broke {each} times",
                    "claimReview": [{"url": f"https://a.example/{each}"}],
                }
                for each in page
            ],
            "nextPageToken": "x",
        }
        for page in ([1, 2], [3])
    ]
    found = claims(json.dumps([*pages, {}], indent=1), "a.json")
    assert [each.external_id for each in found] == [f"https://a.example/{n}" for n in (1, 2, 3)]


@pytest.mark.parametrize("text", ["{}", ' {"claims": []}\n'])
def test_an_answer_that_found_nothing_has_no_claims(text: str) -> None:
    assert read(text, "a.json") == []


def test_a_refusal_of_the_service_is_told_in_its_own_words() -> None:
    (bad,) = read('{"error": {"code": 403, "message": "No key."}}', "a.json")
    assert isinstance(bad, BadRow)
    assert "No key." in str(bad.problem)


def test_what_a_search_for_an_image_found_is_read_like_other_claims() -> None:
    claim = {"text": "The dam broke", "claimReview": [{"url": "https://a.example/1"}]}
    text = json.dumps({"results": [{"claim": claim}], "nextPageToken": "x"}, indent=1)
    assert [(each.text, each.external_id) for each in claims(text, "a.json")] == [
        ("The dam broke", "https://a.example/1")
    ]


def test_one_appearance_need_not_be_a_list() -> None:
    markup: dict[str, Any] = {"claimReviewed": "A", "claimAppearances": "https://a.example/1"}
    page = {"pageUrl": "https://p.example/1", "claimReviewMarkups": [markup]}
    (claim,) = claims(json.dumps({"claimReviewMarkupPages": [page]}), "a.json")
    assert [place.url for place in claim.appearances] == ["https://a.example/1"]


@pytest.mark.parametrize("root", ["rss version='2.0'", "feed xmlns='a'", "urlset"])
def test_a_feed_is_told_from_a_page(root: str) -> None:
    (bad,) = read(f"<?xml version='1.0'?>\n<!-- made -->\n<{root}><a>x</a>", "a.xml")
    assert isinstance(bad, BadRow)
    assert "a feed, which names pages" in str(bad)
    (bad,) = read("<?xml version='1.0'?>\n<html><body>feed</body></html>", "a.xml")
    assert isinstance(bad, BadRow)
    assert "a web page without" in str(bad)


def test_a_page_without_reviews_is_told_where_it_stands() -> None:
    pages = [{"pageUrl": "https://p.example/1", "claimReviewMarkups": [{"claimReviewed": "A"}]}]
    text = json.dumps({"claimReviewMarkupPages": [*pages, {"pageUrl": "https://b"}]}, indent=1)
    (bad,) = [row for row in read(text, "a.json") if isinstance(row, BadRow)]
    assert text.split("\n")[bad.line - 1].strip() == '"pageUrl": "https://b"'


def test_a_fact_check_of_check_has_its_claim_and_its_number() -> None:
    (claim,) = claims(
        "ID,Title,Summary,URL,Report Status,Claim,Rating\n7,No flood,It was old,,x,A flood,False\n"
    )
    assert (claim.origin, claim.external_id, claim.text) == ("checkmedia.org", "7", "A flood")
    assert claim.verdicts[0].label == "False"


def test_a_date_is_told_as_the_file_writes_it() -> None:
    text = json.dumps([{"claim": "A", "fact_checking_strategies": [], "claim_date": "31-2-2020"}])
    (bad,) = read(text, "a.json")
    assert isinstance(bad, BadRow)
    assert "'31-2-2020'" in str(bad.problem)
