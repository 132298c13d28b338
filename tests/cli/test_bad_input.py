"""Hostile and clumsy use of the real program: a clear line, the right exit code, nothing lost.

Every run goes through `tests.cli.real`, which fails on any traceback.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.cli.real import ROOT, Real, count, screen, spoiled_files
from workbench.cli.failure import tell_failure

ESCAPE = "\x1b]52;c;aGVsbG8=\x07"
"""OSC 52: writes the reader's clipboard."""
HOSTILE = f"{ESCAPE}\x1b[31m\x9b31m\u202e[/][@click=app.quit]x[/]\x1b]8;;http://e.example\x1b\\"
ARTICLE = (
    f"The {HOSTILE} ministry said on Monday that 2,500 {HOSTILE} troops left the base in Basra.\n\n"
    "The ministry said that 3,500 troops left the base in Basra. The dam was finished in 2020.\n"
)
RAW = re.compile(rb"\x1b\]52|\x1b\]8;;http|\xc2\x9b|\xe2\x80\xae|\x9b31m|\x07")
"""What must never reach a terminal."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Real:
    """A desk on which everything that can be hostile is."""
    real = Real(tmp_path_factory.mktemp("hostile"))
    assert (
        real(
            *("add", "-", "--title", f"T{HOSTILE}", "--publisher", f"P{HOSTILE}"),
            *("--author", HOSTILE, "--url", f"https://a.example/{HOSTILE}"),
            stdin=ARTICLE.encode(),
        ).code
        == 0
    )
    assert real("source", "add", f"S{HOSTILE}", "--url", HOSTILE, "--note", HOSTILE).code == 0
    rows = [
        {"text": f"It {HOSTILE} holds", "claimant": f"C{HOSTILE}", "extra": HOSTILE},
        {"text": f"Rated {HOSTILE}", "source_title": HOSTILE, "stance": "supports"}
        | {"evidence_quote": HOSTILE, "rating": "true", "explanation": f"Because {HOSTILE}"},
    ]
    (real.folder / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert real("import", "rows.jsonl").code == 0
    return real


# What is no article


def test_what_is_no_article_is_refused_with_its_name_and_a_way_out(
    program: Program, tmp_path: Path
) -> None:
    spoiled_files(tmp_path)
    said = {
        "empty.txt": "is empty",
        "blank.txt": "is empty",
        "a.pdf": "not a readable PDF",
        "a.png": "a PNG picture",
        "a.zip": "a ZIP",
        "other.db": "an SQLite database",
        "random.txt": "encoding",
        "digits.txt": "no words",
        "emoji.txt": "no words",
        "marks.txt": "no words",
        "nul.txt": "NUL",
        "cut.txt": "byte 63 is not UTF-8",
        "big.txt": "10,120,000 characters",
        "/dev/zero": "more than 20 MB",
        ".": "is a folder",
        "absent.txt": "No such file",
        "ftp://a.example/b": "not a web address",
        "HTTPS://": "not a web address",
        "a" * 300: "too long",
        "\udcff.txt": "No such file",
    }
    for name, words in said.items():
        done = program("add", os.fsencode(name).decode(errors="surrogateescape"))
        assert (done.code, done.out) == (1, ""), name
        message, _, hint = done.err.partition("\n")
        assert words in message
        assert hint.strip(), f"{name}: nothing says what to do"
    assert not list(tmp_path.rglob("claims.db"))


def test_a_text_without_a_claim_is_filed_and_says_so(real: Real) -> None:
    done = real("add", "-", stdin=b"Hm\n")
    assert (done.code, b"0 claims" in done.out) == (0, True)
    assert "No sentence in it" in done.err


# Control sequences, markup, bidi overrides


@pytest.mark.parametrize(
    "command",
    [
        *("articles", "claims --all", "show 1", "matches list", "history", "source list"),
        *("figures", "report 1", "export -", "claims --json", "show 5", "split -"),
    ],
)
def test_nothing_hostile_reaches_a_terminal(hostile: Real, command: str) -> None:
    (hostile.folder / "-a").write_text(ARTICLE, encoding="utf-8")
    arguments = [word if word != "-" or "export" in command else "./-a" for word in command.split()]
    done = hostile.on_terminal(*arguments)
    assert done.code == 0
    assert not RAW.search(done.out), RAW.search(done.out)
    if command != "split -":
        assert len(done.out) > 40


def test_json_on_a_terminal_is_the_same_data(hostile: Real) -> None:
    on_terminal = hostile.on_terminal("claims", "--json", columns=200).out
    assert json.loads(on_terminal) == json.loads(hostile("claims", "--json").out)


def test_piped_data_stays_as_it_is(hostile: Real) -> None:
    titles = json.loads(hostile("articles", "--json").out)[0]["title"]
    assert titles == f"T{HOSTILE}"
    assert HOSTILE.encode() in hostile("articles").out
    hostile("export", "all.jsonl")
    assert (hostile.folder / "all.jsonl").read_bytes() == hostile("export", "-").out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([HOSTILE], 2),
        (["add", HOSTILE], 1),
        (["--db", f"{HOSTILE}/a.db", "articles"], 1),
        (["claims", "--state", HOSTILE], 2),
        (["import", HOSTILE], 1),
        (["export", f"{HOSTILE}/x"], 1),
        (["verdict", "set", "1", HOSTILE, "x"], 1),
        (["show", HOSTILE], 2),
    ],
)
def test_nor_do_error_messages(hostile: Real, arguments: list[str], code: int) -> None:
    done = hostile.on_terminal(*arguments)
    assert done.code == code
    assert not RAW.search(done.out)


def test_the_desk_shows_it_and_obeys_none_of_it(hostile: Real) -> None:
    keys = [b"\r", b"j", b"C", b"G", b"M", b"S", b"\r"]
    done = hostile.on_terminal(keys=[*keys, signal.SIGTERM], columns=100)
    assert done.code == 143, "something in a text made the desk end"
    assert done.out.count(b"@click=app.quit") >= 3, "it was not shown at all"
    bodies = done.out.replace(b"\x1b]52;c;\x07", b"")
    assert not re.search(rb"\x1b\]52|\x1b\]8;;http|\xc2\x9b|\xe2\x80\xae", bodies)


def test_bad_rows_are_told_by_line_and_field(real: Real) -> None:
    lines = [
        r'{"text": "half \ud800 a character"}',
        r'{"text": "nul \u0000"}',
        '{"text": 5}',
        "[]",
        "[" * 100_000,
        '{"text": "ok", "said": "2024-02-30"}',
        '{"text": "ok", "worth": "NaN"}',
        '{"text": "' + "long " * 3_000 + '"}',
        json.dumps({"text": "ok", "state": HOSTILE}),
        '{"text": "an escaped backslash \\\\u0000 is text"}',
    ]
    (real.folder / "bad.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = real("import", "bad.jsonl", "--all-or-nothing")
    told = done.out.decode()
    assert done.code == 1
    for number in range(1, 10):
        assert re.search(rf"^line {number}\b", told, re.MULTILINE), number
    for words in ("half of a character", "NUL", "2024-02-30", "at most 10,000"):
        assert words in told
    assert "line 10: new claim" in told
    assert "nothing was written" in done.err
    assert count(real) == 0


# Values, settings and surroundings


def test_ids_dates_and_texts_beyond_all_bounds(filled: Real, program: Program) -> None:
    huge = 10**30
    for command in (
        ("show", huge),
        ("claims", "--article", huge),
        ("history", huge),
        ("history", "--limit", huge),
        ("evidence", "link", huge, huge, "supports"),
        ("published", 1, "2024-02-30", "--from", "x"),
        ("source", "add", "x", "--accessed", "30 February"),
    ):
        done = program(*command)
        assert done.code in {0, 1, 2}
        assert done.err or "0 " not in done.out, command
    assert program("show", "9" * 5_000).code == 2
    assert program("claim", "reword", 1, "word " * 5_000).code == 0
    assert program("claims").code == 0
    nines = "9" * 5_000
    numbers = f"The bank lost {nines} dollars on {nines}/{nines}/2024, it said.\n\n"
    odd = "31/02/20241445هـفيشباط/فب1.2.3.4\n\nعلى ثلاثة مواقع، هي ،،، قاعدة عين الأسد.\n"
    assert filled("add", "-", stdin=(numbers + odd).encode()).code == 0
    assert program("verify").code == 0


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("history 99", "there is no claim 99"),
        ("history 0", "there is no claim 0"),
        ("gate 99", "there is no claim 99"),
        ("claim merge 1 99", "there is no claim 99"),
        ("claim split 1 same same", "two or more, which differ"),
        ("claim reopen 1", "is not set aside"),
        ("verdict review 1 approved", "no verdict in force"),
        ("evidence link 1 99 supports", "there is no source 99"),
        ("evidence retract 99 forged", "there is no evidence 99"),
        ("source check 99", "there is no source 99"),
        ("source keep 99", "there is no source 99"),
        ("matches confirm 99999", "there is no match 99999"),
    ],
)
def test_what_is_not_on_file_or_cannot_be_done_says_what_to_do(
    filled: Real, program: Program, command: str, message: str
) -> None:
    done = program("--db", str(filled.folder / "claims.db"), *command.split())
    said, _, hint = done.err.partition("\n")
    assert (done.code, done.out) == (1, "")
    assert message in said
    assert hint.strip()


def test_settings_that_cannot_be_taken_are_named(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "config/workbench/config.toml"
    file.parent.mkdir(parents=True)
    for content, words in (
        (b'colour = "red"', "colour"),
        (b"db = 5", "$.db"),
        (b'bidi = "sideways"', "sideways"),
        (b"not toml", "line 1"),
        (b"\xff", "0xff"),
    ):
        file.write_bytes(content)
        done = program("articles")
        assert (done.code, str(file) in done.err, words in done.err) == (1, True, True)
    file.unlink()
    file.mkdir()
    assert "config.toml" in program("articles").err


def test_arabic_prints_in_any_surroundings(filled: Real) -> None:
    text = "غادر 2500 جندي قاعدة عين الأسد"
    filled("claim", "reword", 1, text)
    environments: list[dict[str, str]] = [
        {},
        {"LANG": "C"},
        {"LC_ALL": "POSIX", "HOME": "/nonexistent"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LANG": "xx_XX.ISO-8859-6", "TERM": "dumb", "COLUMNS": "20"},
    ]
    for environment in environments:
        done = filled("claims", env={"PYTHONPATH": str(ROOT), **environment})
        assert (done.code, text.encode() in done.out) == (0, True), environment


def test_an_encoding_that_cannot_say_it_is_no_failure(filled: Real) -> None:
    filled("claim", "reword", 1, "جندي")
    ascii_only = Real(filled.folder, extra={"PYTHONIOENCODING": "ascii"})
    assert "جندي".encode() in ascii_only("claims").out
    done = ascii_only("report", "--claim", 1)
    assert (done.code, rb"\u062c" in done.out) == (0, True)


def test_the_desk_says_when_it_cannot_be_drawn(filled: Real) -> None:
    assert "terminal" in filled().err
    done = Real(filled.folder, extra={"TERM": "dumb"}).on_terminal()
    assert (done.code, b"dumb" in done.out) == (2, True)


def test_the_desk_opens_where_there_is_hardly_room(filled: Real) -> None:
    done = filled.on_terminal(keys=[b"\r", b"\x11"], columns=20)
    assert done.code == 0
    assert screen(done.out, 20)


# Help, and a fault of our own


def test_help_is_whole(real: Real, capsys: pytest.CaptureFixture[str]) -> None:
    from workbench.cli.app import program  # noqa: PLC0415

    def helps(command: object, path: list[str]) -> Iterator[str]:
        with contextlib.suppress(SystemExit):
            program.main([*path, "--help"], prog_name="workbench", obj=None)
        yield capsys.readouterr().out
        for name in getattr(command, "commands", {}):
            yield from helps(command.commands[name], [*path, name])  # type: ignore[attr-defined]

    pages = list(helps(program, []))
    for name in program.list_commands(None):  # type: ignore[arg-type]
        pages += helps(program.get_command(None, name), [name])  # type: ignore[arg-type]
    assert len(pages) > 35
    for page in pages:
        assert page.startswith("Usage: workbench")
        assert "..." not in re.sub(r"[A-Z\]]\.\.\.", "", page), page
        assert max(map(len, page.splitlines())) <= 100


def test_a_fault_of_our_own_is_a_line_and_a_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    error = RuntimeError(f"odd {ESCAPE}")
    tell_failure(RuntimeError, error, None)
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert "\x1b" not in said
    log = next(tmp_path.rglob("failures.log"))
    assert str(log) in said
    assert "RuntimeError: odd" in log.read_text(encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", "/dev/null")
    tell_failure(RuntimeError, error, None)
    assert "could not be written" in capsys.readouterr().err


def test_a_source_of_which_nothing_is_kept_says_so(filled: Real, program: Program) -> None:
    done = program("--db", str(filled.folder / "claims.db"), "source", "add", "statment.pdf")
    assert done.code == 0
    assert "statment.pdf" in done.out
    assert "no file here" in done.err
