"""Claims in and out: ``python -m benchmarks.exchange --data FOLDER``, ``--bulk 1000000``,
``--own 20000``.

``--bulk N`` writes N claims as JSON Lines, made of the words of the fixtures (or takes those of
``--file FILE``), and prints in one run: import with indexing, catching up (on some hundred claims),
export, and a bare ``sqlite-utils`` insert with full-text search of the same file; claims a second,
processor time and memory.

``--own N`` does the same with N claims as a desk's own export has them: with uids and facets, every
second one with a place, evidence of one of 500 sources and a verdict.

FOLDER (or the variable WORKBENCH_REVIEWS) holds files that `workbench import` reads; all
``*.json``, ``*.jsonl``, ``*.csv`` and ``*.html`` in it and below are read. Of each file it prints:
records in, fields kept, rejected with reason, labels in no table, whether a second import
changes anything, whether ClaimReview → desk → ClaimReview is equal, and claims a second. Indexing
and matching are part of an import.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from workbench.desk import Desk, codec
from workbench.desk.exchange.importing import Outcome
from workbench.desk.facets import refacet
from workbench.exchange.documents.documents import Document, documents
from workbench.exchange.documents.nested import NOT_TEXT
from workbench.exchange.formats import LONGEST_START, format_of
from workbench.exchange.opening import opened
from workbench.exchange.types import FORMAT
from workbench.language.identify import identify

_ARTICLES = Path(__file__).parents[1] / "fixtures" / "articles"
_EMPTY = {"", "null"}
_SUFFIXES = {".json", ".jsonl", ".csv", ".html", ".jsonld"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default=os.environ.get("WORKBENCH_REVIEWS", ""))
    parser.add_argument("--bulk", type=int, default=0, metavar="N")
    parser.add_argument("--file", default="", help="JSON Lines with new claims, for --bulk")
    parser.add_argument("--own", type=int, default=0, metavar="N")
    given = parser.parse_args()
    if given.bulk:
        bulk(given.bulk, given.file)
    if given.own:
        own(given.own)
    folder = given.data
    if (given.bulk or given.own) and not folder:
        return
    if not folder or not Path(folder).is_dir():
        sys.exit("Give a folder of review files: --data FOLDER, or WORKBENCH_REVIEWS.")
    for file in sorted(Path(folder).rglob("*")):
        if file.suffix in _SUFFIXES and _is_of_reviews(file):
            measure(file)


def _is_of_reviews(file: Path) -> bool:
    with opened(file) as source:
        return format_of("", file.name, source.text.read(LONGEST_START), frozenset()).name in {
            "claimreview",
            "factchecktools",
            "claimskg",
        }


def measure(file: Path) -> None:
    """Print the figures of one file."""
    print(f"{file.parent.name}/{file.name}")
    with tempfile.TemporaryDirectory() as place, Desk.open(Path(place) / "a.db", actor="b") as desk:
        began = time.perf_counter()
        done = desk.exchange.import_(file, name=file.name, keep_good=True)
        taken = time.perf_counter() - began
        again = desk.exchange.import_(file, name=file.name, keep_good=True)
        new = done.count(Outcome.NEW)
        print(
            f"  records in      {new:>8,}   rejected {done.rejected:,}   {done.matches:,} matches"
        )
        for why, times in Counter(f"{bad.field}: {bad.problem}" for bad in done.bad).most_common(9):
            print(f"    {times} × {why[:90]}")
        kept, fields = fields_kept(file, desk)
        print(f"  fields kept     {100 * kept / max(fields, 1):>8.2f} %  of {fields:,}")
        count = sum(times for _, times in done.unknown_labels)
        print(f"  labels unknown  {count:>8,}   {len(done.unknown_labels):,} different")
        changed = again.count(Outcome.NEW) + again.count(Outcome.CHANGED)
        print(f"  second import   {changed:>8,}   changes")
        first, exported = _export(desk)
        print(f"  round trip      {_round_trip(first):>8}")
    print(f"  import          {new / taken:>8,.0f} claims/s")
    print(f"  export          {first.count('ClaimReview') / exported:>8,.0f} claims/s")


def bulk(count: int, given: str = "") -> None:
    """Print what a large file costs on the way in and out, beside a bare insert of it."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "claims.jsonl"
        if given:
            with (
                Path(given).open(encoding="utf-8") as lines,
                file.open("w", encoding="utf-8") as out,
            ):
                out.writelines(islice(lines, count))
        else:
            _write_claims(file, count)
        print(f"{count:,} claims, {file.stat().st_size / 1e6:,.0f} MB of JSON Lines")
        with Desk.open(Path(place) / "a.db", actor="b") as desk:
            _in_and_out(desk, file, count)
            with _measured("catch up", min(count, 400)):
                desk.exchange.catch_up(most=400)
        try:
            from sqlite_utils import Database  # noqa: PLC0415 (an extra)
        except ImportError:
            print("  bare insert     (needs the extra `bench`)")
            return
        with _measured("bare insert", count):
            table = Database(Path(place) / "bare.db")["claims"]
            with file.open(encoding="utf-8") as lines:
                table.insert_all(map(json.loads, lines), batch_size=10_000)
            table.enable_fts(["text", "claimant"])


def own(count: int) -> None:
    """Print what an own export costs on the way in and out."""
    with tempfile.TemporaryDirectory() as place:
        plain, file = Path(place) / "plain.jsonl", Path(place) / "own.jsonl"
        _write_claims(plain, count)
        with plain.open(encoding="utf-8") as lines, file.open("w", encoding="utf-8") as out:
            for number, line in enumerate(lines):
                out.write(json.dumps(_worked_on(json.loads(line), number)) + "\n")
        print(f"{count:,} claims of an own export, {file.stat().st_size / 1e6:,.0f} MB")
        with Desk.open(Path(place) / "a.db", actor="b") as desk:
            _in_and_out(desk, file, count)


def _in_and_out(desk: Desk, file: Path, count: int) -> None:
    with _measured("import", count):
        done = desk.exchange.import_(file, catch_up=False)
    assert done.count(Outcome.NEW) == count, done.bad[:3]
    out = file.with_name("out.jsonl")
    with out.open("w", encoding="utf-8", newline="") as stream, _measured("export", count):
        desk.exchange.export(stream, name=out.name, claims=None)


def _worked_on(claim: dict[str, Any], number: int) -> dict[str, Any]:
    """A claim with what is on file of it once it was read and half of them checked."""
    language = identify(claim["text"])
    facets = json.loads(codec.dump(refacet.facets_of(claim["text"], language, claim["said"])))
    found = {**claim, "uid": f"claim-{number}", "language": language, "facets": facets}
    if number % 2:
        return found
    source = {"uid": f"source-{number % 500}", "url": f"https://source.example/{number % 500}"}
    evidence = {"uid": f"evidence-{number}", "stance": "refutes", "quote": claim["text"]}
    return {
        **found,
        "appearances": [{"url": f"https://news.example/{number}", "quote": claim["text"]}],
        "evidence": [{**evidence, "source": source}],
        "verdicts": [{"uid": f"verdict-{number}", "rating": "false", "explanation": "Counted."}],
    }


@contextmanager
def _measured(name: str, count: int) -> Iterator[None]:
    began, before = time.perf_counter(), os.times()
    yield
    taken, after = time.perf_counter() - began, os.times()
    own = after.user + after.system - before.user - before.system
    other = after.children_user + after.children_system
    other -= before.children_user + before.children_system
    peak = max(
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(
        f"  {name:<14}{count / taken:>9,.0f} claims/s   processor a claim"
        f" {1e6 * own / count:,.0f} µs here, {1e6 * other / count:,.0f} µs in the second process;"
        f"   at most {peak:,.0f} MB"
    )


def _write_claims(file: Path, count: int) -> None:
    chance = random.Random(7)
    texts = [each.read_text(encoding="utf-8") for each in sorted(_ARTICLES.rglob("*.txt"))]
    texts += [each.read_text(encoding="utf-8") for each in sorted(_ARTICLES.rglob("*.md"))]
    lines = [line for text in texts for line in text.split("\n") if len(line.split()) > 8]
    with file.open("w", encoding="utf-8") as out:
        for number in range(count):
            one, two = (chance.choice(lines).split() for _ in range(2))
            words = [*one[:8], *two[-8:], str(chance.randrange(20_000))]
            claim = {
                "origin": "bench",
                "external_id": f"c{number}",
                "text": " ".join(words),
                "claimant": " ".join(two[:2]),
                "said": f"2024-{chance.randrange(1, 13):02}",
            }
            out.write(json.dumps(claim, ensure_ascii=False) + "\n")


def _export(desk: Desk) -> tuple[str, float]:
    out = io.StringIO(newline="")
    began = time.perf_counter()
    desk.exchange.export(out, name="", format_name="claimreview", claims=None)
    return out.getvalue(), time.perf_counter() - began


def _round_trip(document: str) -> str:
    """Whether every ClaimReview comes back from another desk as it was."""
    with tempfile.TemporaryDirectory() as place, Desk.open(Path(place) / "a.db", actor="b") as desk:
        desk.exchange.import_(io.StringIO(document), name="a.jsonld")
        back, _ = _export(desk)
    one, two = (
        {json.dumps(node, sort_keys=True) for node in json.loads(text)["@graph"]}
        for text in (document, back)
    )
    return "equal" if one == two else f"{len(one & two)}/{len(one)}"


def fields_kept(file: Path, desk: Desk) -> tuple[int, int]:
    """How many values of the file's reviews are on file, letter for letter, and of how many."""
    out = io.StringIO(newline="")
    desk.exchange.export(out, name="", format_name="jsonl", claims=None)
    kept: Counter[str] = Counter()
    for line in out.getvalue().splitlines():
        record: dict[str, Any] = json.loads(line)
        parts = [record, *record.get("verdicts", ())]
        for extras in (part["extras"] for part in parts if "extras" in part):
            other = set(json.loads(extras.get(NOT_TEXT, "[]")))
            for path, text in extras.items():
                if path not in (FORMAT, NOT_TEXT):
                    kept.update(_leaves(json.loads(text) if path in other else text))
    wanted = Counter(each for each in _leaves(list(_values(file))) if each not in _EMPTY)
    return sum((kept & wanted).values()), sum(wanted.values())


def _values(file: Path) -> Iterator[Any]:
    """What the file says, read without the desk's own readers; of a web page, with them."""
    with opened(file) as source:
        text = source.text.read()
    if file.suffix == ".csv":
        yield from csv.DictReader(io.StringIO(text, newline=""))
    elif file.suffix == ".jsonl":
        yield from map(json.loads, filter(str.strip, text.split("\n")))
    elif file.suffix == ".html":
        yield from (each.value for each in documents(text) if isinstance(each, Document))
    else:
        yield json.loads(text)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from _leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each)
    else:
        yield value if isinstance(value, str) else json.dumps(value)


if __name__ == "__main__":
    main()
