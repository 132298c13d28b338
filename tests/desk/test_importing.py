"""Imports as people and scripts do them: large ones, corrected ones, broken ones, tables."""

from __future__ import annotations

import codecs
import io
import json
import os
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from workbench.desk import Desk
from workbench.desk.exchange import catching_up, keys, reading_ahead
from workbench.desk.exchange import exchange as desk_exchange
from workbench.desk.exchange import importing as desk_importing
from workbench.desk.exchange.importing import Outcome
from workbench.desk.exchange.messages import Reading
from workbench.errors import InvalidInputError
from workbench.exchange.documents import documents
from workbench.exchange.tables import tables
from workbench.exchange.types import BadRow


def claims_file(folder: Path, count: int) -> Path:
    file = folder / "claims.jsonl"
    lines = [
        {"text": f"The dam lost {n} gates in May 2024", "language": "en"} for n in range(count)
    ]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return file


@pytest.fixture
def real(tmp_path: Path) -> Any:
    """A desk with the matcher of the program."""
    with Desk.open(tmp_path / "claims.db", actor="Amal") as opened:
        yield opened


def test_ctrl_c_of_a_terminal_does_not_reach_the_process_that_reads_ahead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    groups: list[int] = []

    def start(*arguments: Any, **options: Any) -> Any:
        process = popen(*arguments, **options)
        groups.append(os.getpgid(process.pid))
        return process

    popen = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", start)
    with reading_ahead.file_read(Reading(str(claims_file(tmp_path, 1)))) as parts:
        assert len(next(parts).records.items) == 1
    assert len(groups) == 1
    assert groups[0] != os.getpgrp()


@pytest.mark.parametrize("field", ["text", "facets"])
def test_a_number_of_any_length_in_a_bad_row_does_not_stop_a_large_file(
    real: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    monkeypatch.setattr(desk_exchange, "ALONE", 0)  # a second process reads the file
    file = claims_file(tmp_path, 2)
    bad = {"text": "The dam burst", field: {"quantities": 10**30}}
    file.write_text(f"{file.read_text()}\n{json.dumps(bad)}", encoding="utf-8")
    done = real.exchange.import_(file, keep_good=True, catch_up=False)
    assert (done.count(Outcome.NEW), [each.line for each in done.bad]) == (2, [3])


@pytest.mark.parametrize("by_itself", [0, 10**9])
def test_a_file_that_is_on_file_is_only_compared(
    real: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_itself: int
) -> None:
    monkeypatch.setattr(desk_exchange, "ALONE", by_itself)  # a second process reads it, or this one
    monkeypatch.setattr(keys, "_CLAIM", 1)
    told = [
        {"text": f"The dam lost {n} gates", "origin": "a", "external_id": f"{n}"} for n in "123"
    ]
    file = tmp_path / "claims.jsonl"
    file.write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    real.exchange.import_(file)
    told[1]["claimant"] = "Agency"
    told.insert(0, {"text": "The mill burnt down"})
    file.write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    done = real.exchange.import_(file)
    outcomes = [done.count(each) for each in (Outcome.NEW, Outcome.CHANGED, Outcome.UNCHANGED)]
    assert outcomes == [1, 1, 2]
    assert {real.claims.get(each).language for each in real.claims.ids()} == {"en"}
    assert real.verify() == []


def test_a_new_claim_that_is_taken_for_a_known_one_is_filed_whole(
    real: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "_CLAIM", 1)
    monkeypatch.setattr(keys, "crc32", lambda data: 7)
    for text in ("The dam lost 9 gates in May", "قُتل 12 شخصًا في شهر أيار"):
        real.exchange.import_(io.StringIO(json.dumps({"text": text})), name="-")
    languages = [real.claims.get(each).language for each in real.claims.ids()]
    assert sorted(languages) == ["ar", "en"]
    assert real.verify() == []


def test_many_claims_wait_and_are_caught_up_with(
    real: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_importing, "ORDINARY", 10)
    monkeypatch.setattr(desk_exchange, "ORDINARY", 10)
    monkeypatch.setattr(desk_exchange, "ALONE", 0)  # a second process reads the file
    monkeypatch.setattr(reading_ahead, "FEW", 1)
    done = real.exchange.import_(claims_file(tmp_path, 30))
    assert (done.count(Outcome.NEW), done.waiting, done.matches) == (30, 30, 0)
    assert real.verify() == []
    unread = real.claims.get(real.claims.ids()[0])
    assert [time.surface for time in unread.facets.times] == ["May 2024"]
    told: list[tuple[int, int]] = []
    first = real.exchange.catch_up(lambda done, total: told.append((done, total)), most=12)
    assert (first.read, first.left) == (12, 18)
    assert told[-1] == (12, 12)
    rest = real.exchange.catch_up()
    assert (rest.left, real.waiting()) == (0, 0)
    assert first.matches + rest.matches > 0
    assert real.verify() == []


def test_a_large_own_export_waits_to_be_compared_with_what_is_on_file(
    real: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.StringIO()
    with Desk.open(tmp_path / "other.db", actor="Amal") as other:
        other.exchange.import_(claims_file(tmp_path, 3))
        other.exchange.export(out, name="own.jsonl", claims=None)
    monkeypatch.setattr(desk_importing, "ORDINARY", 2)
    monkeypatch.setattr(desk_exchange, "ORDINARY", 2)
    with Desk.open(tmp_path / "empty.db", actor="Amal") as empty:
        done = empty.exchange.import_(io.StringIO(out.getvalue()), name="own.jsonl")
        assert (done.count(Outcome.NEW) > 2, done.waiting) == (True, 0)  # all matches are told
    here = '{"text": "The dam lost 2 gates in May 2024", "claimant": "Agency"}'
    real.exchange.import_(io.StringIO(here), name="-")
    done = real.exchange.import_(io.StringIO(out.getvalue()), name="own.jsonl")
    assert (done.waiting, done.matches) == (3, 0)
    caught = real.exchange.catch_up()
    assert (caught.read, caught.left) == (3, 0)
    assert caught.matches
    assert real.verify() == []


def test_one_undo_takes_an_import_back_with_what_was_read_since(real: Desk, tmp_path: Path) -> None:
    real.exchange.import_(claims_file(tmp_path, 4), catch_up=False)
    real.exchange.catch_up(most=2)
    undone = real.undo()
    assert undone is not None
    assert undone.action == "claims imported"
    assert (len(real.claims.ids()), real.waiting()) == (0, 0)
    assert real.verify() == []
    real.redo()
    assert len(real.claims.ids()) == 4
    real.exchange.catch_up()
    assert real.verify() == []


@pytest.mark.parametrize("most", [None, 2])
def test_others_can_write_between_two_batches_and_two_calls(
    real: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int | None
) -> None:
    monkeypatch.setattr(catching_up, "BATCH", 2)
    real.exchange.import_(claims_file(tmp_path, 4), catch_up=False)
    left: list[int] = []

    def write(seconds: float) -> None:
        with Desk.open(tmp_path / "claims.db", actor="Omar") as other:
            left.append(other.waiting())
            other.exchange.import_(io.StringIO('{"text": "Another"}'), name="-")

    monkeypatch.setattr(catching_up.time, "sleep", write)
    real.exchange.catch_up(most=most)
    assert left == [2]


def test_a_batch_that_is_stopped_is_not_written_and_the_rest_waits(
    real: Desk, tmp_path: Path
) -> None:
    real.exchange.import_(claims_file(tmp_path, 4), catch_up=False)

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        real.exchange.catch_up(stop)
    assert real.waiting() == 4
    with pytest.raises(KeyboardInterrupt):
        real.exchange.import_(io.StringIO('{"text": "Another"}'), name="-", progress=stop)
    assert len(real.claims.ids()) == 4


def test_an_unread_claim_is_found_and_matched_at_once(real: Desk, tmp_path: Path) -> None:
    real.exchange.import_(claims_file(tmp_path, 3), catch_up=False)
    done = real.exchange.import_(
        io.StringIO('{"text": "The dam lost 2 gates in May 2024", "claimant": "Agency"}'), name="-"
    )
    assert done.count(Outcome.UNCHANGED) == 0
    assert done.matches
    assert real.verify() == []


def test_reindexing_files_unread_claims_as_their_import_did(real: Desk, tmp_path: Path) -> None:
    real.exchange.import_(claims_file(tmp_path, 9), catch_up=False)
    assert real.waiting() == 9
    counts = "SELECT term, n FROM index_term ORDER BY term"
    imported = indexed(tmp_path, counts)
    assert real.reindex() == 9
    assert indexed(tmp_path, counts) == imported != []
    assert real.waiting() == 9


def indexed(folder: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(folder / "claims.db")) as connection:
        return connection.execute(query).fetchall()


def one(**changes: Any) -> io.StringIO:
    claim = {"origin": "feed", "external_id": "1", "text": "The dam broke", "claimant": "Agency"}
    return io.StringIO(json.dumps({**claim, **changes}))


def test_upstream_corrections_arrive_and_local_edits_stay(desk: Desk) -> None:
    desk.exchange.import_(one(), name="-")
    assert desk.exchange.import_(one(claimant="The Agency"), name="-").rows[0].changes
    claim = desk.claims.get(desk.claims.ids()[0])
    desk.claims.set_claimant(claim.id, "Ministry", version=claim.version)
    same = desk.exchange.import_(one(claimant="The Agency"), name="-")
    assert (same.count(Outcome.UNCHANGED), same.conflicts) == (1, 0)
    both = desk.exchange.import_(one(claimant="Bureau"), name="-")
    assert (both.count(Outcome.UNCHANGED), both.conflicts) == (1, 1)
    assert (both.rows[0].conflicts[0].before, both.rows[0].conflicts[0].after) == (
        "Ministry",
        "Bureau",
    )
    assert desk.claims.get(claim.id).claimant == "Ministry"
    desk.exchange.import_(one(claimant="Bureau"), name="-", theirs=True)
    assert desk.claims.get(claim.id).claimant == "Bureau"
    assert desk.verify() == []


def reviewed(claim: str, label: str) -> io.StringIO:
    review = {"@type": "ClaimReview", "url": "https://checks.example/1", "claimReviewed": claim}
    return io.StringIO(json.dumps({**review, "reviewRating": {"alternateName": label}}))


def test_a_conflict_with_a_review_can_be_settled_for_the_file_later(desk: Desk) -> None:
    desk.exchange.import_(reviewed("The dam broke", "False"), name="-")
    claim = desk.claims.get(desk.claims.ids()[0])
    desk.claims.reword(claim.id, "The dam broke in May", version=claim.version)
    desk.verdicts.set(claim.id, "mixed", "We counted.", reason="Our own check.")
    later = desk.exchange.import_(reviewed("The dam broke down", "Misleading"), name="-")
    told = [(each.record, each.before) for each in later.rows[0].conflicts]
    assert told == [("claim", "The dam broke in May"), ("verdict", "Mixed")]
    again = desk.exchange.import_(reviewed("The dam broke down", "Misleading"), name="-")
    assert again.count(Outcome.UNCHANGED) == 1
    settled = [
        desk.exchange.import_(reviewed("The dam broke down", "Misleading"), name="-", theirs=True)
        for _ in range(2)
    ]
    assert [each.count(Outcome.CHANGED) for each in settled] == [1, 0]
    claim = desk.claims.get(claim.id)
    assert claim.text == "The dam broke down"
    assert [each.rating for each in claim.verdicts if each.in_force] == ["misleading"]
    assert desk.verify() == []


def test_a_review_stays_the_same_when_others_of_its_page_come_or_go(desk: Desk) -> None:
    reviews = [
        {
            "@type": "ClaimReview",
            "url": "https://checks.example/1",
            "claimReviewed": f"The dam lost {gates} gates",
            "reviewRating": "False",
        }
        for gates in range(3)
    ]
    counts = []
    for some in (reviews[:1], reviews, reviews[1:], reviews[2:], reviews):
        done = desk.exchange.import_(io.StringIO(json.dumps(some)), name="-")
        counts.append((done.count(Outcome.NEW), done.count(Outcome.UNCHANGED)))
    assert counts == [(1, 0), (2, 1), (0, 2), (0, 1), (0, 3)]
    assert desk.verify() == []


def test_a_verdict_given_here_after_a_review_stands_whoever_wins(desk: Desk) -> None:
    desk.exchange.import_(reviewed("The dam broke", "False"), name="-")
    (claim,) = desk.claims.ids()
    desk.verdicts.set(claim, "mixed", "We counted.", reason="Our own check.")
    done = desk.exchange.import_(reviewed("The dam broke", "False"), name="-", theirs=True)
    assert done.count(Outcome.UNCHANGED) == 1


def test_the_same_identity_twice_is_told_and_not_filed(desk: Desk) -> None:
    lines = [
        {"text": "One", "uid": "a", "verdicts": [], "evidence": []},
        {"text": "One again", "uid": "a"},
        {"text": "One", "uid": "a", "evidence": [{"source": {"title": "Its own line"}}]},
    ]
    for first in (Outcome.NEW, Outcome.UNCHANGED):
        text = io.StringIO("\n".join(map(json.dumps, lines)))
        done = desk.exchange.import_(text, name="-", keep_good=True)
        assert done.rows[0].outcome is first
        assert [(bad.line, bad.field) for bad in done.bad] == [(2, "text")]
        assert "says 'One'" in str(done.bad[0].problem)
    (claim,) = desk.claims.ids()
    assert desk.claims.get(claim).text == "One"
    assert len(desk.claims.get(claim).evidence) == 1
    assert desk.verify() == []


def test_rows_in_another_encoding_than_the_others_are_refused_and_not_garbled(
    desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    arabic = ("انهار السد", "انقطعت الكهرباء", "أغلق الجسر", "ارتفع السعر", "وصل القطار")
    rows = [f"{text},الوزارة\n" for text in arabic]
    file.write_bytes(f"text,claimant\n{rows[0]}".encode() + "".join(rows[1:]).encode("cp1256"))
    done = desk.exchange.import_(file, keep_good=True)
    assert [desk.claims.get(claim).text for claim in desk.claims.ids()] == [arabic[0]]
    assert [bad.line for bad in done.bad] == [3, 4, 5, 6]
    assert {str(bad.problem) for bad in done.bad} == {"bytes that are no text"}


def test_a_file_that_ends_in_half_a_character_is_one_bad_row(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    rows = "text,claimant\nانهار السد,الوزارة\n"
    file.write_bytes(codecs.BOM_UTF16_LE + rows.encode("utf-16-le") + b"x\0,\0y")
    done = desk.exchange.import_(file, keep_good=True)
    assert (done.count(Outcome.NEW), [str(bad)[:6] for bad in done.bad]) == (1, ["line 3"])


CSV = 'text,claimant\r\n"left open,Agency\r\nThe dam broke,Agency\r\nمدّت الوزارة المهلة,وزارة\r\n'


def test_an_open_quotation_mark_takes_no_other_row_with_it(desk: Desk) -> None:
    done = desk.exchange.import_(io.StringIO(CSV, newline=""), name="a.csv", keep_good=True)
    assert (done.count(Outcome.NEW), [bad.line for bad in done.bad]) == (2, [2])


def test_a_table_of_other_columns_is_read_by_a_mapping(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_bytes("الادعاء;القائل;ملاحظة\nانهار السد;الوزارة;x\n".encode("cp1256"))
    columns = {"text": "الادعاء", "claimant": "القائل"}
    done = desk.exchange.import_(file, columns=columns)
    assert done.count(Outcome.NEW) == 1
    (claim,) = desk.claims.rows(desk.claims.ids())
    assert (claim.text, claim.claimant) == ("انهار السد", "الوزارة")
    with pytest.raises(InvalidInputError, match="no column of a claim"):
        desk.exchange.import_(file, columns={"wording": "x"})
    assert "there is no column `z`" in str(
        desk.exchange.import_(file, columns={"text": "z"}).bad[0]
    )


def test_a_table_of_other_columns_is_known_as_such(desk: Desk, tmp_path: Path) -> None:
    foreign, ours = tmp_path / "old.csv", tmp_path / "ours.csv"
    foreign.write_text("الادعاء;القائل;ملاحظة\nانهار السد;الوزارة;x\n", encoding="cp1256")
    ours.write_text("Text,said\nThe dam broke,2024\n", encoding="utf-8")
    table = desk.exchange.foreign_table(foreign)
    assert table is not None
    assert table.columns == ("الادعاء", "القائل", "ملاحظة")
    assert table.proposed == {"text": "الادعاء", "claimant": "القائل"}
    assert desk.exchange.foreign_table(ours) is None


@pytest.mark.parametrize("is_list", [True, False])
def test_records_of_another_desk_are_offered_like_a_table(
    desk: Desk, tmp_path: Path, is_list: bool
) -> None:
    file = tmp_path / "old.json"
    row = {"Claim": "The dam broke", "speaker": {"name": "Doe"}, "Tags": ["a"]}
    file.write_text(json.dumps([row] * 2 if is_list else row), encoding="utf-8")
    table = desk.exchange.foreign_table(file)
    assert table is not None
    assert table.columns == ("Claim", "speaker.name", "Tags")
    assert table.proposed == {"text": "Claim", "claimant": "speaker.name"}
    file.write_text(json.dumps({"data": [row]}), encoding="utf-8")
    assert desk.exchange.foreign_table(file) == table
    for known in ({"text": "A"}, {"record": "source"}, {"row": "x", "rejected": {"line": 1}}):
        file.write_text(json.dumps(known), encoding="utf-8")
        assert desk.exchange.foreign_table(file) is None


def test_bad_bytes_are_one_bad_row(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "claims.csv"
    rows = ["text,claimant", *(f"السد رقم {n} انهار,الوزارة" for n in range(20))]
    data = "\n".join(rows).encode() + b"\nbad \xff\xfe,x\nnul \0,x\nLast one,x\n"
    file.write_bytes(data)
    done = desk.exchange.import_(file, keep_good=True)
    assert (done.count(Outcome.NEW), [bad.line for bad in done.bad]) == (21, [22, 23])


def test_a_workbook_is_read_and_a_bomb_is_not(desk: Desk, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["text", "said", "number", "empty"])
    book.active.append(["=1+1 is no claim", date(2024, 5, 17), 12, None])
    book.active.append(["The dam broke", date(2024, 5, 18), 1.5, None])
    book.save(tmp_path / "a.xlsx")
    done = desk.exchange.import_(tmp_path / "a.xlsx", keep_good=True)
    assert done.count(Outcome.NEW) == 1  # a formula that was never worked out has no words
    assert done.rejected == 1
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", b"<workbook/>")
        bomb.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)
    done = desk.exchange.import_(tmp_path / "b.xlsx")
    assert "unpack" in str(done.bad[0].problem)


CHECK = (
    "Claim,Item page URL,Status,Created by,Tags,How many?\n"
    "The dam broke,https://check.example/1,False,Amal,water,12\n"
    "The dam held,https://check.example/2,Unstarted,Amal,,\n"
)


def test_an_export_of_check_is_known_by_its_columns(desk: Desk) -> None:
    done = desk.exchange.import_(io.StringIO(CHECK), name="items.csv")
    assert done.count(Outcome.NEW) == 2
    states = {row.text: (row.state, row.rating) for row in desk.claims.rows(desk.claims.ids())}
    assert states == {"The dam broke": ("checked", "false"), "The dam held": ("new", "")}
    out = io.StringIO(newline="")
    desk.exchange.export(out, name="a.jsonl", claims=None)
    assert '"How many?":"12"' in out.getvalue()


AVERITEC = [
    {
        "claim": "The dam broke",
        "label": "Refuted",
        "justification": "It stands.",
        "claim_date": "25-8-2020",
        "speaker": "Agency",
        "original_claim_url": None,
        "fact_checking_article": "https://checks.example/dam",
        "reporting_source": "Radio",
        "questions": [
            {
                "question": "Does it stand?",
                "answers": [
                    {
                        "answer": "Yes",
                        "source_url": "https://water.example/",
                        "answer_type": "Boolean",
                        "boolean_explanation": "It holds water",
                    },
                    {
                        "answer": "The wall was found whole",
                        "source_url": "https://survey.example/",
                        "answer_type": "Extractive",
                    },
                ],
            }
        ],
    }
]


def test_rows_that_cannot_be_taken_fill_no_memory(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_importing, "ROOM", 3_000)
    rows = "".join(f"The dam broke,{'x' * 1_000}\n" for _ in range(5))
    told: list[BadRow] = []
    text = io.StringIO(f"text,said\n{rows}")
    done = desk.exchange.import_(text, name="a.csv", keep_good=True, on_bad=told.append)
    assert [len(each.record) for each in told] == [2] * 5
    assert [bool(each.record) for each in done.bad] == [True, True, False, False, False]
    assert all(each.record is not None for each in done.bad)


def test_averitec_comes_with_its_questions_and_answers(desk: Desk) -> None:
    done = desk.exchange.import_(io.StringIO(json.dumps(AVERITEC)), name="dev.json")
    assert done.count(Outcome.NEW) == 1
    claim = desk.claims.get(desk.claims.ids()[0])
    assert (claim.claimant, claim.verdict.rating) == ("Agency", "false")  # type: ignore[union-attr]
    assert [(each.source_url, each.quote, each.note) for each in claim.evidence][1:] == [
        ("https://water.example/", "", "Does it stand? Yes. It holds water"),  # the checkers' words
        ("https://survey.example/", "The wall was found whole", "Does it stand?"),
    ]
    again = desk.exchange.import_(io.StringIO(json.dumps(AVERITEC)), name="dev.json")
    assert again.count(Outcome.UNCHANGED) == 1


def review(number: int) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "url": f"https://checks.example/{number}",
        "claimReviewed": f'The {{dam}} lost [{number}] "gates", \\ and more',
        "reviewRating": {"@type": "Rating", "alternateName": "False"},
    }


def test_a_long_feed_is_read_item_by_item(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    elements = [{"@type": "DataFeedItem", "item": [review(n)]} for n in range(30)]
    elements.insert(3, {"@type": "DataFeedItem", "item": None})  # type: ignore[dict-item]
    feed = json.dumps({"@type": "DataFeed", "dataFeedElement": elements}, indent=1)
    monkeypatch.setattr(documents, "WHOLE", 500)
    done = desk.exchange.import_(io.StringIO(feed), name="feed.json", catch_up=False)
    assert (done.count(Outcome.NEW), done.rejected) == (30, 0)
    cut = desk.exchange.import_(io.StringIO(feed[:-300]), name="feed.json", keep_good=True)
    assert "ends inside" in str(cut.bad[0].problem)
    assert cut.bad[0].line > 100


def test_rows_that_are_all_broken_end(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_MOST_REREAD", 3)
    text = "text,claimant\n" + '"open,x\n' * 9
    done = desk.exchange.import_(io.StringIO(text), name="a.csv", keep_good=True)
    assert "too many rows" in str(done.bad[-1].problem)


def test_an_encoding_that_is_only_likely_is_told(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_bytes("text,claimant\nانهار السد صباحاً,الوزارة\n".encode("cp1256"))
    (note,) = desk.exchange.import_(str(file)).notes
    assert "read as cp1256" in str(note.said)
    assert "--encoding" in str(note.said)
    assert not desk.exchange.import_(str(file), encoding="cp1256").notes
    file.write_text("text\nThe dam broke – again\n", encoding="utf-8")
    assert not desk.exchange.import_(str(file)).notes
