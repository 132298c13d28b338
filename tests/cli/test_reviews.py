"""Reviews of others by the command line: rejects in a file, exports by ending."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Program


def review(number: int, date: str) -> str:
    return json.dumps(
        {
            "@type": "ClaimReview",
            "url": f"https://checks.example/{number}",
            "datePublished": date,
            "claimReviewed": f"The dam lost {number} gates",
            "reviewRating": {"@type": "Rating", "alternateName": "Wobbly"},
        }
    )


def test_rejects_are_mended_and_imported_again(program: Program, tmp_path: Path) -> None:
    file, rejects = tmp_path / "reviews.txt", tmp_path / "rejects.jsonl"
    file.write_text(f"{review(1, '2024-05-01')}\n{review(2, '2024-02-30')}\n", encoding="utf-8")
    done = program("import", file, "--all-or-nothing")
    assert (done.code, rejects.exists()) == (1, False)
    assert "line 2, datePublished" in done.out
    assert "nothing was written" in done.err
    done = program("import", file, "--rejects", rejects)
    assert done.code == 1
    assert "1 new" in done.err
    assert "'Wobbly' (1)" in done.err
    (line,) = rejects.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["rejected"]["field"] == "datePublished"
    rejects.write_text(line.replace("02-30", "02-29") + "\n", encoding="utf-8")
    done = program("import", rejects, "--rejects", rejects)
    assert (done.code, rejects.read_text(encoding="utf-8")) == (0, "")
    assert "1 new" in done.err


def test_reviews_are_exported_as_they_came(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "reviews.json"
    file.write_text(review(1, "2024-05-01"), encoding="utf-8")
    program("import", file)
    assert program("export", "out.jsonld").code == 0
    written = json.loads((tmp_path / "out.jsonld").read_text(encoding="utf-8"))
    assert written["@graph"] == [json.loads(review(1, "2024-05-01"))]
    feed = json.loads(program("export", "-", "--format", "datacommons").out)
    assert feed["dataFeedElement"][0]["item"] == written["@graph"]
    assert "0 new, 0 changed, 1 unchanged" in program("import", "out.jsonld").err


CHECK = "Claim,Item page URL,Status,Report Published at,Created by\nA flood,https://c.example/5,"
FORMATS = {
    "check.csv": f"{CHECK},2024-02-30,\n",
    "claimskg.csv": "rating_alternateName,claimReview_claimReviewed,claimReview_url,"
    "claimReview_datePublished\nFalse,A flood,https://c.example/5,2024-02-30\n",
    "averitec.json": '[{"claim": "A flood", "fact_checking_article": "https://c.example/5", '
    '"claim_date": "2024-02-30"}]',
    "pages.json": '{"claimReviewMarkupPages": [{"pageUrl": "https://c.example/5", "publishDate": '
    '"2024-02-30", "claimReviewMarkups": [{"claimReviewed": "A flood", "rating": "False"}]}]}',
}


@pytest.mark.parametrize("name", FORMATS)
def test_rejects_of_every_format_are_of_that_format(
    program: Program, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text(FORMATS[name], encoding="utf-8")
    assert program("import", name).code == 1
    rejects = tmp_path / f"{name}.rejects.jsonl"
    rejects.write_text(rejects.read_text("utf-8").replace("02-30", "02-29"), encoding="utf-8")
    done = program("import", rejects)
    assert (done.code, "1 new" in done.err) == (0, True)
    (claim,) = json.loads(program("claims", "--json").out)
    assert claim["text"] == "A flood"
    mended = FORMATS[name].replace("02-30", "02-29")
    (tmp_path / name).write_text(mended, encoding="utf-8")
    assert "1 unchanged" in program("import", name).err


def test_a_file_of_rejects_holds_what_can_be_mended_and_an_old_one_is_told(
    program: Program, tmp_path: Path
) -> None:
    table, rejects = tmp_path / "a.csv", tmp_path / "a.csv.rejects.jsonl"
    table.write_text(
        "Statement,When\nThe dam broke,2024-02-30\nIt held,2024-03-01\n", encoding="utf-8"
    )
    assert program("import", table).code == 1
    assert not rejects.exists()  # nothing is in it to be mended: the columns are to be named
    asked = ("import", table, "--map", "text=Statement", "--map", "said=When")
    assert "mend" in program(*asked).err
    assert rejects.exists()
    table.write_text(table.read_text("utf-8").replace("02-30", "02-29"), encoding="utf-8")
    done = program(*asked)
    assert (done.code, "is of an earlier import" in done.err) == (0, True)
    assert "earlier" not in program("import", rejects, *asked[2:]).err


def test_a_line_that_is_cut_short_is_kept_to_be_mended(program: Program, tmp_path: Path) -> None:
    good = review(1, "2024-05-01")
    (tmp_path / "a.jsonl").write_text(
        f"{good}\n{review(2, '2024-05-01')[:-20]}\n", encoding="utf-8"
    )
    assert "1 row rejected" in program("import", "a.jsonl").err
    rejects = tmp_path / "a.jsonl.rejects.jsonl"
    again = program("import", rejects)
    assert "line 1, row: it is as it was refused: not JSON" in again.out
    (line,) = map(json.loads, rejects.read_text("utf-8").splitlines())
    assert line["row"] == review(2, "2024-05-01")[:-20]
    rejects.write_text(review(2, "2024-05-01") + "\n", encoding="utf-8")
    assert "1 new" in program("import", rejects).err


def test_a_claim_of_several_lines_is_told_in_one(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('text\n"The dam\nbroke"\n', encoding="utf-8")
    assert program("import", "a.csv").out == "line 2: new claim: The dam broke\n"


def test_a_dry_run_leaves_no_store_behind(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(review(1, "2024-05-01"), encoding="utf-8")
    done = program("import", "a.json", "--dry-run")
    assert "1 new" in done.err
    assert not list(tmp_path.glob("*.db*"))
    assert "1 new" in program("import", "a.json").err
    assert "1 unchanged" in program("import", "a.json", "--dry-run").err


def test_a_script_is_told_what_changed_however_far_down_a_long_file(
    program: Program, tmp_path: Path
) -> None:
    reviews = [review(number, "2024-05-01") for number in range(300)]
    (tmp_path / "a.jsonl").write_text("\n".join(reviews), encoding="utf-8")
    program("import", "a.jsonl", "--no-catch-up")
    reviews[290] = reviews[290].replace("Wobbly", "False")
    reviews.append(review(300, "2024-05-01"))
    (tmp_path / "a.jsonl").write_text("\n".join(reviews), encoding="utf-8")
    told = json.loads(program("import", "a.jsonl", "--no-catch-up", "--json").out)
    assert [(row["line"], row["outcome"]) for row in told["rows"]] == [
        (291, "changed"),
        (301, "new"),
    ]
    assert (told["unchanged"], told["rows_left_out"]) == (299, 0)


def test_an_ending_that_tells_no_format_is_refused_and_nothing_is_written(
    program: Program, tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_text(review(1, "2024-05-01"), encoding="utf-8")
    program("import", "a.json")
    for name in ("out.xls", "out.json", "report.htm"):
        command = ("report", "--claim", 1, "-o") if name.startswith("report") else ("export",)
        done = program(*command, name)
        assert (done.code > 0, "known by the ending" in done.err) == (True, True)
        assert not (tmp_path / name).exists()
    assert program("export", "out.xls", "--format", "csv").code == 0
    assert program("export", "out.tsv").code == 0
    header, *_ = (tmp_path / "out.tsv").read_text(encoding="utf-8").splitlines()
    assert header.split("\t")[:2] == ["uid", "origin"]
    assert "1 unchanged" in program("import", "out.tsv").err


def test_of_a_folder_each_file_has_its_own_outcome_and_rejects(
    program: Program, tmp_path: Path
) -> None:
    files = {"a.json": review(1, "2024-02-30"), "b/c.json": review(2, "2024-02-30")}
    files |= {"b/d.json": review(3, "2024-05-01"), "e.json": ""}
    for name, text in files.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    done = program("import", "in", "--rejects", "bad")
    assert done.code == 1
    assert [line for line in done.out.splitlines() if line.endswith(":")] == [
        f"in/{name}:" for name in sorted(files)
    ]
    for name in ("a.json", "b/c.json"):  # what the last file brings does not take their place
        rejects = tmp_path / "bad" / f"{name}.rejects.jsonl"
        assert json.loads(rejects.read_text(encoding="utf-8"))["rejected"]["line"] == 1
        rejects.write_text(files[name].replace("02-30", "02-29"), encoding="utf-8")
        assert "1 new" in program("import", rejects).err
    assert len(list((tmp_path / "bad").rglob("*.jsonl"))) == 2
    told = json.loads(program("import", "in", "--dry-run", "--json").out)
    assert [each["file"] for each in told] == [f"in/{name}" for name in sorted(files)]
    assert "empty" in told[-1]["error"]


def test_the_rejects_of_a_folder_do_not_go_to_one_file(program: Program, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.json").write_text(review(1, "2024-05-01"), encoding="utf-8")
    (tmp_path / "bad.jsonl").write_text("", encoding="utf-8")
    done = program("import", "in", "--rejects", "bad.jsonl")
    assert (done.code, "is a file" in done.err) == (1, True)
