"""Own exports on another desk: filed at once they are what they are filed one by one."""

from __future__ import annotations

import hashlib
import io
import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from workbench.desk import Desk, codec
from workbench.desk.exchange.bulk import Filer, New
from workbench.desk.exchange.exporting import records
from workbench.desk.exchange.importing import Outcome
from workbench.desk.exchange.preparing import batches
from workbench.desk.facets import refacet
from workbench.exchange.types import AppearanceRecord, ClaimRecord, Located
from workbench.records.sqlite import TakenError
from workbench.records.store import Store

EXAMPLE = Path(__file__).parents[2] / "claims.db"
BY_HAND = {
    "uid": "v",
    "explanation": "Seen.",
    "author": "Amal",
    "set_at": "2024-05-17T10:00:00+00:00",
}
STAMP = {"added_at": "2024-05-17T10:00:00+00:00", "added_by": "Amal"}


def facets(text: str) -> Any:
    return json.loads(codec.dump(refacet.facets_of(text, "en", "2024-05-17")))


def evidence(key: str, **source: Any) -> dict[str, Any]:
    named = {"kind": "data", "extras": {"shelf": "3"}, **source}
    return {"uid": key, "stance": "refutes", **STAMP, "source": {**named, **STAMP}}


def claim(uid: str, text: str, **more: Any) -> dict[str, Any]:
    stamps = {"created_at": "2024-05-17T10:00:00+00:00", "created_by": "Amal"}
    return {"uid": uid, "text": text, "language": "en", "worth": 0.5, **stamps, **more}


def by_hand() -> list[dict[str, Any]]:
    """What the example has none of: each kind of source, step, correction and state."""
    dam = "The dam lost 12 gates in Basra in May 2024"
    read = facets(dam)
    added = {"of": None, "value": read["places"][0]}
    step = {"kind": "override", "detail": ["a"], "at": BY_HAND["set_at"], "by": "Amal"}
    place = {"url": "https://news.example/1", "quote": dam, "segments": [[3, 9]]}
    first = {**BY_HAND, "uid": "v1", "rating": "false", "in_force": False}
    by_address = evidence("e1", uid="s1", url="https://water.example/")
    return [
        claim(
            "c1",
            dam,
            facets=read,
            corrections={"places": [added]},
            evidence=[by_address, evidence("e2", uid="s2", title="A table", publisher="Bureau")],
            verdicts=[first, {**BY_HAND, "rating": "true"}],
            steps=[{**step, "uid": "st1"}],
        ),
        claim(
            "c2",
            "The dam lost 13 gates",
            appearances=[{**place, "facets": read, "article": "0" * 64}],
            evidence=[
                evidence("e3", uid="s1", title="Another title of the first"),
                evidence("e4", uid="s3", url="https://water.example/"),
                evidence("e5", title="A table", publisher="Bureau"),
                {**evidence("e6", uid="s4", title="Gone"), "retracted_at": BY_HAND["set_at"]},
            ],
        ),
        claim("c3", "Set aside", state="set_aside", state_reason="no claim", facets=read),
        claim("c4", "Nobody has read this yet", extras={"tag": "x"}),
    ]


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The worked example, and what it has none of."""
    out = io.StringIO(newline="")
    copy = tmp_path_factory.mktemp("own") / "example.db"
    copy.write_bytes(EXAMPLE.read_bytes())
    with Desk.open(copy, actor="Amal") as desk:
        desk.exchange.export(out, name="a.jsonl", claims=None)
    return out.getvalue() + "\n".join(map(json.dumps, by_hand())) + "\n"


def watched(monkeypatch: pytest.MonkeyPatch, *, at_once: bool) -> list[int]:
    """How many claims each batch has that is filed at once; where none may be, all are refused."""
    batches: list[int] = []
    file = Filer.file

    def watch(self: Filer, claims: Sequence[New]) -> range:
        if not at_once:
            raise TakenError("not at once")
        ids = file(self, claims)
        batches.append(len(ids))
        return ids

    monkeypatch.setattr(Filer, "file", watch)
    return batches


def filed(folder: Path, export: str) -> tuple[str, list[Any], list[Any]]:
    """What a new desk has of the export, and what is drawn from that; it is undone and redone."""
    with Desk.open(folder / "a.db", actor="Amal") as desk:
        done = desk.exchange.import_(io.StringIO(export), name="a.jsonl", catch_up=False)
        assert done.bad == ()
        assert desk.verify() == []
        out = io.StringIO(newline="")
        desk.exchange.export(out, name="a.jsonl", claims=None)
        drawn = [desk.waiting(), *map(desk.claims.get, desk.claims.ids())]
        desk.undo()
        assert (len(desk.claims.ids()), desk.verify()) == (0, [])
        desk.redo()
        assert desk.verify() == []
    with sqlite3.connect(folder / "a.db") as store:
        terms = store.execute("SELECT term FROM index_term ORDER BY term").fetchall()
    return out.getvalue(), drawn, terms


def test_filed_at_once_or_one_by_one_is_the_same(
    tmp_path: Path, export: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one").mkdir()
    with monkeypatch.context() as patched:
        batches = watched(patched, at_once=True)
        bulk = filed(tmp_path, export)
    assert sum(batches) == export.count('"text"') - export.count('"record":"article"')
    assert bulk[1][0] == 1  # the claim that nobody has read waits
    watched(monkeypatch, at_once=False)
    assert filed(tmp_path / "one", export) == bulk


def test_what_cannot_be_taken_is_found_among_the_rest(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "The dam broke."
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    lines: list[dict[str, Any]] = [claim(f"c{n}", f"Claim {n}") for n in range(9)]
    lines[3]["appearances"] = [{"article": sha256, "quote": "The dam", "segments": [[4, 11]]}]
    lines[5]["evidence"] = lines[6]["evidence"] = [evidence("e", title="A table")]
    lines.insert(0, {"record": "article", "sha256": sha256, "text": text})
    batches = watched(monkeypatch, at_once=True)
    done = desk.exchange.import_(
        io.StringIO("\n".join(map(json.dumps, lines))), name="-", keep_good=True
    )
    assert [(bad.line, bad.field) for bad in done.bad] == [(5, "appearances"), (8, "uid")]
    assert (len(desk.claims.ids()), sum(batches)) == (7, 7)
    assert desk.verify() == []


def test_facets_are_copied_out_as_they_would_be_written(tmp_path: Path, export: str) -> None:
    with Desk.open(tmp_path / "a.db", actor="Amal") as desk:
        desk.exchange.import_(io.StringIO(export), name="a.jsonl", catch_up=False)
        out = io.StringIO(newline="")
        desk.exchange.export(out, name="a.jsonl", claims=None)
    with Store(tmp_path / "a.db", read_only=True) as store:
        plain = msgspec.json.Encoder().encode_lines(list(records(store.db))).decode()
    assert '"facets":{"' in plain
    assert out.getvalue() == plain


def test_fewer_records_are_made_ready_at_once_where_they_hold_much() -> None:
    read = facets("The dam lost 12 gates")
    plain, full = ClaimRecord(text="a"), ClaimRecord(text="a", facets=read)
    place = ClaimRecord(text="a", appearances=(AppearanceRecord(url="https://news.example"),))
    for record, sizes in ((plain, [10]), (full, [2, 2, 2, 2, 2]), (place, [2, 2, 2, 2, 2])):
        found = [Located(1, record, frozenset()) for _ in range(10)]
        assert [len(batch.items) for batch in batches(found, 10)] == sizes


def test_words_that_look_like_empty_json_are_words(desk: Desk) -> None:
    row = {"text": "{}", "claimant": "[]", "article_url": "https://a.example", "quote": "[]"}
    for outcome in (Outcome.NEW, Outcome.UNCHANGED):
        done = desk.exchange.import_(io.StringIO(json.dumps(row)), name="-")
        assert done.count(outcome) == 1
    written = io.StringIO()
    desk.exchange.export(written, name="a.jsonl", claims=None)
    record = msgspec.json.decode(written.getvalue(), type=ClaimRecord)
    assert (record.text, record.claimant, record.appearances[0].quote) == ("{}", "[]", "[]")


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_review_that_names_no_page_and_nobody_comes_back_on_another_desk(
    name: str, desk: Desk, tmp_path: Path
) -> None:
    review = {"@type": "ClaimReview", "claimReviewed": "The dam broke", "reviewRating": "False"}
    desk.exchange.import_(io.StringIO(json.dumps(review)), name="-")
    written = io.StringIO(newline="")
    desk.exchange.export(written, name=name, claims=None)
    again = io.StringIO(newline="")
    with Desk.open(tmp_path / "other.db", actor="Omar") as other:
        done = other.exchange.import_(io.StringIO(written.getvalue(), newline=""), name=name)
        other.exchange.export(again, name=name, claims=None)
    assert (done.rejected, again.getvalue()) == (0, written.getvalue())


ARTICLE = {
    "record": "article",
    "text": "The dam broke",
    "sha256": hashlib.sha256(b"The dam broke").hexdigest(),
}
RATED = {"text": "The dam broke", "evidence": [{"source": {"title": "A table"}}]}
PAIR = [claim("p1", "The dam broke"), claim("p2", "The dam held")]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ([{**ARTICLE, "published": "2024-02-30"}], "published"),
        ([{**ARTICLE, "retrieved_at": "in May"}], "retrieved_at"),
        ([{**ARTICLE, "sentences": [{"start": 0, "stop": 3, "state": "lost"}]}], "sentences.state"),
        ([{**ARTICLE, "sentences": [{"start": 9, "stop": 99}]}], "sentences"),
        ([{**ARTICLE, "sentences": [{"start": 3, "stop": 3}]}], "sentences"),
        ([{**ARTICLE, "text": "", "sha256": hashlib.sha256(b"").hexdigest()}], "text"),
        ([{"record": "source", "note": "nowhere"}], "title"),
        ([{"record": "source", "title": "A table", "accessed": "2024-02-30"}], "accessed"),
        ([{"record": "source", "title": "A table", "kind": "rumour"}], "kind"),
        ([{**RATED, "created_at": "2024-05-17"}], "created_at"),
        ([{**RATED, "created_at": "2024-05-17T10:00:00+03:00"}], "created_at"),
        (
            [{**RATED, "verdicts": [{**BY_HAND, "rating": "true", "set_at": "now"}]}],
            "verdicts.set_at",
        ),
        (
            [{**RATED, "verdicts": [{**BY_HAND, "rating": "true", "review": "so"}]}],
            "verdicts.review",
        ),
        (
            [{**RATED, "verdicts": [{**BY_HAND, "rating": "true", "succession": "so"}]}],
            "verdicts.succession",
        ),
        (
            [
                {
                    **RATED,
                    "evidence": [evidence("e", title="A", added_by="")],
                    "steps": [{"kind": "asked", "at": "x"}],
                }
            ],
            "steps.at",
        ),
        (
            [{**RATED, "evidence": [{"source": {"title": "A"}, "added_at": "x"}]}],
            "evidence.added_at",
        ),
        ([*PAIR, {"record": "match", "claim": "p1", "other": "p1", "relation": "same"}], "other"),
        (
            [*PAIR, {"record": "match", "claim": "p1", "other": "p2", "relation": "like"}],
            "relation",
        ),
        (
            [
                *PAIR,
                {
                    "record": "match",
                    "claim": "p1",
                    "other": "p2",
                    "relation": "same",
                    "decision": "so",
                },
            ],
            "decision",
        ),
    ],
)
def test_what_could_not_be_read_back_is_refused_with_its_field(
    desk: Desk, given: list[dict[str, Any]], field: str
) -> None:
    text = "\n".join(map(json.dumps, given))
    done = desk.exchange.import_(io.StringIO(text), name="a.jsonl", keep_good=True)
    assert [(bad.line, bad.field) for bad in done.bad] == [(len(given), field)]
    assert len(desk.claims.ids()) == len(given) - 1
    assert desk.verify() == []


def test_a_known_claim_gets_no_verdict_that_could_not_be_read_back(desk: Desk) -> None:
    first = {**RATED, "origin": "o", "external_id": "1"}
    desk.exchange.import_(io.StringIO(json.dumps(first)), name="a.jsonl")
    later = {**first, "verdicts": [{**BY_HAND, "rating": "true", "set_at": "now"}]}
    done = desk.exchange.import_(io.StringIO(json.dumps(later)), name="a.jsonl", keep_good=True)
    assert [bad.field for bad in done.bad] == ["verdicts.set_at"]
    assert desk.claims.get(1).verdict is None
