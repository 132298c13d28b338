"""Real reviews in and out: ``python -m benchmarks.exchange --data FOLDER``.

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
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.desk import Desk
from workbench.desk.importing import Outcome
from workbench.exchange.documents import NOT_TEXT, Document, documents
from workbench.exchange.formats import LONGEST_START, format_of, open_text
from workbench.exchange.reviews import FORMAT

_EMPTY = {"", "null"}
_SUFFIXES = {".json", ".jsonl", ".csv", ".html", ".jsonld"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default=os.environ.get("WORKBENCH_REVIEWS", ""))
    folder = parser.parse_args().data
    if not folder or not Path(folder).is_dir():
        sys.exit("Give a folder of review files: --data FOLDER, or WORKBENCH_REVIEWS.")
    for file in sorted(Path(folder).rglob("*")):
        if file.suffix in _SUFFIXES and _is_of_reviews(file):
            measure(file)


def _is_of_reviews(file: Path) -> bool:
    with open_text(str(file), io.BytesIO()) as stream:
        return format_of("", file.name, stream.read(LONGEST_START), frozenset()).name in {
            "claimreview",
            "factchecktools",
            "claimskg",
        }


def measure(file: Path) -> None:
    """Print the figures of one file."""
    print(f"{file.parent.name}/{file.name}")
    with tempfile.TemporaryDirectory() as place, Desk.open(Path(place) / "a.db", actor="b") as desk:
        with open_text(str(file), io.BytesIO()) as stream:
            began = time.perf_counter()
            done = desk.exchange.import_(stream, name=file.name, keep_good=True)
            taken = time.perf_counter() - began
            stream.seek(0)
            again = desk.exchange.import_(stream, name=file.name, keep_good=True)
        new = done.count(Outcome.NEW)
        print(
            f"  records in      {new:>8,}   rejected {len(done.bad):,}   {done.matches:,} matches"
        )
        for why, times in Counter(f"{bad.field}: {bad.problem}" for bad in done.bad).most_common(9):
            print(f"    {times} × {why[:90]}")
        kept, fields = fields_kept(file, desk)
        print(f"  fields kept     {100 * kept / max(fields, 1):>8.2f} %  of {fields:,}")
        count = sum(times for _, times in done.unknown_labels)
        print(f"  labels unknown  {count:>8,}   {len(done.unknown_labels):,} different")
        changed = sum(row.outcome is not Outcome.UNCHANGED for row in again.rows)
        print(f"  second import   {changed:>8,}   changes")
        first, exported = _export(desk)
        print(f"  round trip      {_round_trip(first):>8}")
    print(f"  import          {new / taken:>8,.0f} claims/s")
    print(f"  export          {first.count('ClaimReview') / exported:>8,.0f} claims/s")


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
    with open_text(str(file), io.BytesIO()) as stream:
        text = stream.read()
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
