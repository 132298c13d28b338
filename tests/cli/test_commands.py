"""The commands: data on stdout, talk on stderr, exit codes 0 done, 1 found wrong, 2 misuse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Program

FIXTURES = Path(__file__).parents[2] / "fixtures"
ARTICLE = FIXTURES / "articles" / "shafaq-coalition-mission.ar.txt"
ENGLISH = FIXTURES / "articles" / "troop-numbers.en.md"
IMPORTS = FIXTURES / "imports"


def add(program: Program, path: Path = ARTICLE, *options: object) -> dict[str, int]:
    done = program("add", path, "--json", *options)
    assert done.code == 0, done.err
    added: dict[str, int] = json.loads(done.out)
    return added


def claim_saying(program: Program, words: str) -> int:
    rows = json.loads(program("claims", "--json").out)
    return int(next(row["id"] for row in rows if words in row["text"]))


def test_the_article_is_added_once(program: Program) -> None:
    first = add(program, ARTICLE, "--published", "2024-08-15", "--from", "the statement")
    again = program("add", ARTICLE)
    assert first["is_new"]
    assert first["claims"] >= 30
    assert "Already on file" in again.out
    (row,) = json.loads(program("articles", "--json").out)
    assert row["published"] == "2024-08-15"


def test_an_unknown_date_is_asked_for_and_can_be_given_later(program: Program) -> None:
    done = program("add", ARTICLE)
    assert "date is not known" in done.err
    resumed = claim_saying(program, "استؤنفت مفاوضات بغداد وواشنطن")

    def time() -> object:
        view = json.loads(program("show", resumed, "--json").out)
        return view["appearances"][0]["facets"]["times"][0]["interval"]

    assert time() is None
    assert program("published", 1, "2024-08-15", "--from", "the ministry's statement").code == 0
    assert time()["edtf"] == "2024-02"  # type: ignore[index]


def test_an_article_comes_in_from_standard_input(program: Program) -> None:
    done = program("add", "-", "--title", "T", stdin=ENGLISH.read_bytes())
    assert done.code == 0
    assert "Article 1" in done.out


def test_the_same_address_with_another_text_is_a_new_version(program: Program) -> None:
    address = ("--url", "https://a.example/1")
    program("add", "-", *address, stdin=b"The dam was finished in 2020, officials said.")
    done = program("add", "-", *address, stdin=b"The dam was finished in 2021, officials said.")
    assert "new version of article 1" in done.out
    assert len(json.loads(program("articles", "--json").out)) == 2


def test_splitting_and_screening_file_nothing(program: Program) -> None:
    add(program)
    split = json.loads(program("split", ENGLISH, "--json").out)
    assert split["claims"]
    text = ARTICLE.read_text(encoding="utf-8")
    screened = program("match", "-", "--json", stdin=text[2200:2400].encode())
    assert screened.code == 1
    assert any(claim["found"] for claim in json.loads(screened.out))
    nothing = program("match", "-", stdin=b"The goat ate the gardener's cabbages overnight.")
    assert nothing.code == 0
    assert len(json.loads(program("articles", "--json").out)) == 1


def test_a_claim_goes_from_evidence_to_verdict_to_report(program: Program) -> None:
    add(program, ARTICLE, "--published", "2024-08-15")
    claim = claim_saying(program, "نحو 2500 عسكري")
    early = program("verdict", "set", claim, "true", "Because.")
    assert early.code == 1
    assert "evidence" in early.err
    assert program("source", "add", "Posture statement", "--kind", "official").code == 0
    assert program("evidence", "link", claim, 1, "supports", "--quote", "about 2,500").code == 0
    assert program("verdict", "set", claim, "true", "The department says so.").code == 0
    assert program("verdict", "set", claim, "mixed", "Not all are counted.").code == 1
    again = ("verdict", "set", claim, "mixed", "Not all are counted.", "--reason", "new audit")
    assert program(*again).code == 0
    report = program("report", 1).out
    for part in ("Posture statement", "about 2,500", "Not all are counted.", "new audit"):
        assert part in report
    assert program("report", 1).out == report
    assert "not published any more" not in program(*again).err
    assert program("publish", claim, "--override", "It must be out today.").code == 0
    assert f"publish {claim}" in program("verdict", "withdraw", claim, "mistaken").err


def test_reports_are_written_whole_in_the_format_of_their_name(
    program: Program, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("The ministry said 2,500 troops left. It sold 12 ships in May.")
    add(program, tmp_path / "a.txt")
    for name in ("r.html", "r.md", "r.json"):
        assert program("report", 1, "-o", name).code == 0
    assert (tmp_path / "r.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["claims"]
    assert program("report", "--article", 1, "-o", "r.pdf").code == 0
    assert program("verify", "--report", "r.pdf").code == 0
    assert program("report", "--claim", 1, 2, "-o", "c.html", "--language", "ar").code == 0
    assert "byte for byte" in program("verify", "--report", "c.html").out
    assert program("source", "add", "A later source").code == 0
    later = program("verify", "--report", "r.pdf")
    assert later.code == 0
    assert "at journal entry 1, byte for byte" in later.out
    assert "tells the same" in later.out
    assert program("claim", "set-aside", 1, "Said in jest").code == 0
    told = program("verify", "--report", "c.html").out
    assert "at journal entry 1, byte for byte" in told
    assert "Said in jest" in told
    page = (tmp_path / "r.html").read_bytes()
    (tmp_path / "r.html").write_bytes(page.replace(b"workbench-report:1:", b"workbench-report:9:"))
    assert program("verify", "--report", "r.html").code == 1
    assert program("report", "--since", "2024-08-01", "--format", "markdown").code == 0
    assert "report.typ" in program("report", "--show-templates", "own").out
    (tmp_path / "own" / "report.html").write_text("{{ nothing }}")
    broken = program("report", 1, "-o", "b.html", "--templates", "own")
    assert (broken.code, "own/report.html, line 1" in broken.err) == (1, True)
    (tmp_path / "own" / "report.html").write_text("{{ report.title }} {{ report.seal }}")
    assert program("report", 1, "-o", "own.html", "--templates", "own").code == 0
    assert program("verify", "--report", "own.html").code == 1
    assert program("verify", "--report", "own.html", "--templates", "own").code == 0
    assert program("report", 1, "-o", "absent/r.html").code == 1
    for misuse in ((), (1, 2), (1, "--since", "2024-08-01"), ("--since", "yesterday")):
        assert program("report", *misuse).code == 2


def test_changes_are_undone_and_done_again(program: Program) -> None:
    add(program, ENGLISH)
    claim = claim_saying(program, "About 2,500")
    assert program("claim", "reword", claim, "2,500 US soldiers are in Iraq").code == 0
    assert program("claim", "set-aside", claim, "not ours").code == 0
    assert claim not in [row["id"] for row in json.loads(program("claims", "--json").out)]
    assert program("undo").out.startswith("Undone: claim set aside — ")
    assert program("undo").out == "Undone: claim reworded — 2,500 US soldiers are in Iraq\n"
    assert json.loads(program("show", claim, "--json").out)["text"].startswith("About 2,500")
    assert program("redo").code == 0
    assert (
        json.loads(program("show", claim, "--json").out)["text"] == "2,500 US soldiers are in Iraq"
    )
    entries = json.loads(program("history", claim, "--json").out)
    assert {entry["by"] for entry in entries} == {"Amal"}


def test_claims_are_split_and_merged(program: Program) -> None:
    add(program, ENGLISH)
    claim = claim_saying(program, "About 2,500")
    done = program("claim", "split", claim, "US troops are in Iraq", "They are about 2,500")
    assert done.code == 0
    one = claim_saying(program, "US troops are in Iraq")
    two = claim_saying(program, "They are about 2,500")
    assert program("claim", "merge", one, two).code == 0
    rows = json.loads(program("claims", "--json").out)
    assert {one, two, claim} & {row["id"] for row in rows} == {one}


def test_imports_are_idempotent_and_updates_are_told(program: Program, tmp_path: Path) -> None:
    dry = program("import", IMPORTS / "claims.csv", "--dry-run")
    assert "3 new" in dry.err
    assert json.loads(program("claims", "--json").out) == []
    assert program("import", IMPORTS / "claims.csv").code == 0
    assert "3 unchanged" in program("import", IMPORTS / "claims.csv").err
    changed = (IMPORTS / "claims.csv").read_text(encoding="utf-8").replace("600 عسكري", "650 عسكري")
    (tmp_path / "changed.csv").write_text(changed, encoding="utf-8")
    done = program("import", "changed.csv")
    assert "1 changed" in done.err
    assert "650" in done.out
    assert program("import", IMPORTS / "claims.jsonl").code == 0
    assert len(json.loads(program("claims", "--json").out)) == 5


def test_a_file_with_bad_rows_is_told_row_by_row_and_writes_nothing(program: Program) -> None:
    done = program("import", IMPORTS / "bad.csv", "--all-or-nothing")
    assert done.code == 1
    for line, field in ((3, "text"), (4, "said"), (5, "rating"), (6, "rating"), (7, "state")):
        assert f"line {line}, {field}:" in done.out
    assert json.loads(program("claims", "--json").out) == []


@pytest.mark.parametrize("name", ["all.jsonl", "all.csv", "all.xlsx"])
def test_an_export_imported_elsewhere_exports_the_same(program: Program, name: str) -> None:
    add(program, ARTICLE, "--published", "2024-08-15")
    add(program, ENGLISH)
    program("import", IMPORTS / "claims.csv")
    program("claim", "set-aside", 3, "a repetition")
    assert program("export", name).code == 0
    assert program("--db", "other.db", "import", name).code == 0
    program("--db", "other.db", "export", f"again-{name}")
    assert Path(f"again-{name}").read_bytes() == Path(name).read_bytes()
    assert program("--db", "other.db", "verify").code == 0
    assert " 0 new, 0 changed" in " " + program("--db", "other.db", "import", name).err


def test_the_file_is_verified_and_backed_up(program: Program) -> None:
    add(program)
    assert program("verify").code == 0
    assert program("backup", "copy.db").code == 0
    assert program("backup", "nightly/").code == 0
    assert len(list(Path("nightly").iterdir())) == 1
    assert program("--db", "copy.db", "verify").code == 0
    program("claim", "set-aside", 1, "x")
    assert program("restore", "copy.db").code == 0
    assert json.loads(program("show", 1, "--json").out)["state"] == "new"


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("add", "absent.txt"), 1, "absent.txt"),
        (("add",), 2, "FILE"),
        (("--db", "absent.db", "show", "1"), 1, "absent.db"),
        (("frobnicate",), 2, "frobnicate"),
        (("claims", "--state", "odd"), 2, "odd"),
        (("add", "-", "--published", "2024-02-30"), 1, "2024-02-30"),
        (("--db", "absent/x.db", "articles"), 1, "absent"),
        (("import", "absent.csv"), 1, "absent.csv"),
        ((), 2, "terminal"),
    ],
)
def test_misuse_is_told_with_the_right_exit_code(
    program: Program, arguments: tuple[str, ...], code: int, says: str
) -> None:
    done = program(*arguments, stdin=b"Some words about a dam.")
    assert (done.code, done.out) == (code, "")
    assert says in done.err
    assert "Traceback" not in done.err


def test_the_example_is_worked_on_as_a_copy(program: Program) -> None:
    shipped = FIXTURES.parent / "claims.db"
    before = shipped.read_bytes()
    path = Path(program("example", "--path").out.strip())
    assert path != shipped
    done = program("--db", shipped, "claim", "set-aside", 1, "trying things out")
    assert done.code == 0
    assert "your own copy" in done.err
    assert json.loads(program("--db", path, "show", 1, "--json").out)["state"] == "set_aside"
    assert shipped.read_bytes() == before
    assert not list(shipped.parent.glob("claims.db-*"))
    program("example", "--reset", "--path")
    assert json.loads(program("--db", path, "show", 1, "--json").out)["state"] != "set_aside"


def test_settings_come_from_file_then_environment_then_options(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "config" / "workbench"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('db = "mine.db"\nactor = "Karim"\n', encoding="utf-8")
    add(program, ENGLISH)
    assert (tmp_path / "mine.db").exists()
    monkeypatch.delenv("WORKBENCH_USER")
    program("claim", "set-aside", 1, "x")
    program("--as", "Lina", "claim", "set-aside", 2, "y")
    by = [entry["by"] for entry in json.loads(program("history", "--json").out)]
    assert by == ["Lina", "Karim", "Amal"]
    (folder / "config.toml").write_text('colour = "red"\n', encoding="utf-8")
    done = program("articles")
    assert done.code == 1
    assert "colour" in done.err


def test_an_archive_makes_an_empty_desk_equal(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ministry said 2,500 troops left. It sold 12 ships in May.")
    add(program, tmp_path / "a.txt")
    assert program("export", "desk.wbz").code == 0
    assert program("--db", "new.db", "import", "desk.wbz").code == 0
    assert program("--db", "new.db", "verify").code == 0
    assert program("--db", "new.db", "export", "again.wbz").code == 0
    assert (tmp_path / "again.wbz").read_bytes() == (tmp_path / "desk.wbz").read_bytes()
    assert "nothing was changed" in program("import", "desk.wbz").err
    assert program("export", "part.wbz", "--claim", 1).code == 1
    for name in ("part.csv", "part.xlsx"):
        told = program("export", name, "--claim", 1, "--claim", 99)
        assert (told.code, "no claim 99" in told.err) == (1, True)
        assert not (tmp_path / name).exists()
    assert "no article 99" in program("export", "part.csv", "--article", 99).err
    assert program("export", "part.csv", "--article", 1, "--claim", 1).code == 2
    assert program("source", "add", "Later").code == 0
    assert "not empty" in program("import", "desk.wbz").err


def test_feeds_and_site_are_written_of_what_is_published(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ministry said 2,500 troops left. It sold 12 ships in May.")
    add(program, tmp_path / "a.txt")
    assert program("export", "verdicts.atom").code == 0
    assert program("export", "-", "--format", "rss").out.startswith("<?xml")
    assert program("export", "site", "public", "--language", "ar").code == 0
    assert 'dir="rtl"' in (tmp_path / "public" / "index.html").read_text(encoding="utf-8")
    for misuse in (("site",), ("a.csv", "b"), ("site", "public", "--claim", 1)):
        assert program("export", *misuse).code == 2
    assert program("export", "site", "a.txt").code == 1


def test_a_file_that_cannot_be_read_does_not_stop_a_folder(
    program: Program, tmp_path: Path
) -> None:
    folder = tmp_path / "claims"
    folder.mkdir()
    (folder / "a.csv").write_bytes(b"")
    (folder / "b.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1")
    (folder / "c.csv").write_text("text\nThe dam broke\n", encoding="utf-8")
    done = program("import", folder)
    assert done.code == 1
    assert "a.csv is empty" in done.err
    assert "b.xls is an old Office file" in done.err
    assert "1 new" in done.err


def test_files_of_a_folder_that_hold_no_claims_are_left_out_and_told(
    program: Program, tmp_path: Path
) -> None:
    folder = tmp_path / "claims"
    folder.mkdir()
    (folder / "claims.txt").write_text("text;claimant\nThe dam broke;Agency\n", encoding="utf-8")
    (folder / "log").write_text('{"text": "The mill burnt"}\n', encoding="utf-8")
    others = {
        "README.md": b"# Claims\n\nOur claims, checked by us, in several files\n",
        "LICENSE": "يُسمح لكل من يحصل على نسخة، من دون مقابل".encode(),
        "map.png": b"\x89PNG\r\n",
        "empty": b"",
        "pages.zip": b"PK\x03\x04 no workbook",
    }
    for name, data in others.items():
        (folder / name).write_bytes(data)
    done = program("import", folder, "--json")
    told = {Path(each["file"]).name: each for each in json.loads(done.out)}
    assert {name for name, each in told.items() if "left_out" in each} == set(others)
    assert (done.code, told["claims.txt"]["new"], told["log"]["new"]) == (0, 1, 1)
    assert not list(folder.glob("*.rejects.jsonl"))
    assert "README.md: left out" in program("import", folder).out


def test_what_cannot_be_read_is_mended_in_the_file_itself(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('[{"@type": "ClaimReview"},\n{"x" 5}]', encoding="utf-8")
    done = program("import", file)
    assert (done.code, "mend the file itself" in done.err) == (1, True)
    assert "rejects" not in done.err
