"""What matching costs at ten thousand, a hundred thousand and a million claims.

    python -m benchmarks.matching_cost [--sizes 10000,100000,1000000] [--keep DIR] [--baselines]

A store of each size is filled past the journal, articles of 40 claims are matched in a process of
its own (processor time of candidates, and of the whole search with ranking and comparing), and the
program itself is run on the example article. ``--baselines`` measures other engines on the same
claims, at the sizes that they bear. ``--keep`` keeps the stores, and uses those that are there.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from workbench.matching.types import Statement

ARTICLES = 25
CLAIMS = 40
RUNS = 7
EXAMPLE = Path(__file__).parents[1] / "fixtures" / "articles" / "shafaq-coalition-mission.ar.txt"
_BATCH = 100_000


class Query(msgspec.Struct):
    """A claim of a new article, and which claim on file it should find."""

    wanted: int
    statement: Statement


def fill(path: Path, size: int) -> dict[str, float]:
    """Make a store with ``size`` claims and their index; what the index cost."""
    from benchmarks.corpus import Corpus  # noqa: PLC0415 (wordfreq takes memory)
    from workbench.desk import Desk, codec  # noqa: PLC0415
    from workbench.matching.candidates.index import ClaimIndex  # noqa: PLC0415
    from workbench.matching.candidates.terms import VERSION  # noqa: PLC0415
    from workbench.records.index import SqlPostings  # noqa: PLC0415
    from workbench.records.sqlite import Database  # noqa: PLC0415

    Desk.open(path, actor="benchmark").close()
    spent = {"terms": 0.0, "index": 0.0}
    with closing(Database(path)) as database:
        database.run("PRAGMA synchronous = OFF")
        index = ClaimIndex(SqlPostings(database), VERSION)
        with database.writing():
            index.rebuild(())
            for first, batch in _batches(Corpus(), size):
                database.run_many(
                    "INSERT INTO claim (id, uid, text, original, language, facets)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (
                        (number, f"{number:09}", each.text, each.text, each.language, facets)
                        for number, each in enumerate(batch, first)
                        for facets in (codec.dump(each.facets),)
                    ),
                )
                started, read = time.process_time(), Reading(first, batch)
                index.add(read)
                spent["terms"] += read.spent
                spent["index"] += time.process_time() - started - read.spent
            database.run("INSERT INTO listing (claim_id) SELECT id FROM claim ORDER BY id")
        bytes_of = index_bytes(database)
    return {
        "claims/s into the index": size / spent["index"],
        "claims/s with their words read": size / sum(spent.values()),
        "bytes a claim": bytes_of / size,
    }


class Reading:
    """Claims with their terms, and the processor time that reading their words took."""

    def __init__(self, first: int, claims: Sequence[Statement]) -> None:
        self.spent = 0.0
        self._claims = enumerate(claims, first)

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        from workbench.matching.candidates.terms import index_terms  # noqa: PLC0415

        for number, statement in self._claims:
            started = time.process_time()
            terms = index_terms(statement)
            self.spent += time.process_time() - started
            yield number, terms


def _batches(corpus: Any, size: int) -> Iterator[tuple[int, list[Statement]]]:
    """Statements with the number of the first; claims are numbered from 1 on."""
    batch: list[Statement] = []
    first = 1
    for claim in corpus.claims(size):
        batch.append(claim.statement())
        if len(batch) == _BATCH:
            yield first, batch
            first, batch = first + len(batch), []
    if batch:
        yield first, batch


def index_bytes(database: Any) -> int:
    """Bytes of all pages of the index's tables and of what they are looked up by."""
    return int(
        database.value(
            """SELECT sum(pgsize) FROM dbstat WHERE aggregate = 1
              AND (name GLOB 'index_*' OR name GLOB 'sqlite_autoindex_index_*')"""
        )
    )


def queries(size: int, articles: int) -> list[list[Query]]:
    """Articles of new claims, each the like of one on file."""
    from benchmarks.corpus import BLOCK, Corpus  # noqa: PLC0415

    corpus, rng = Corpus(), random.Random(size)
    blocks = [rng.randrange(math.ceil(size / BLOCK)) for _ in range(8)]
    numbers = sorted(
        min(rng.choice(blocks) * BLOCK + rng.randrange(BLOCK), size - 1)
        for _ in range(articles * CLAIMS)
    )
    asked = [Query(number + 1, corpus.query(number)) for number in numbers]
    rng.shuffle(asked)
    return [asked[at : at + CLAIMS] for at in range(0, len(asked), CLAIMS)]


def measure(path: Path, asked: Path) -> dict[str, Any]:
    """Match articles against a store; run in a process of its own for its memory.

    Python looks for rings as seldom as in the desk, where articles are matched one after another.
    """
    from workbench.__main__ import SELDOM  # noqa: PLC0415
    from workbench.desk.matching.matcher import IndexMatcher  # noqa: PLC0415
    from workbench.matching.candidates.index import ClaimIndex  # noqa: PLC0415
    from workbench.matching.candidates.terms import VERSION, query_terms  # noqa: PLC0415
    from workbench.matching.match import CANDIDATES  # noqa: PLC0415
    from workbench.records.index import SqlPostings  # noqa: PLC0415
    from workbench.records.sqlite import Database  # noqa: PLC0415

    gc.set_threshold(*SELDOM)
    articles = msgspec.json.decode(asked.read_bytes(), type=list[list[Query]])
    looking, matching, found, first = [], [], 0, 0
    with closing(Database(path, read_only=True)) as database:
        index, matcher = ClaimIndex(SqlPostings(database), VERSION), IndexMatcher()
        for article in articles:
            terms = [query_terms(each.statement) for each in article]
            started = time.process_time()
            results = index.candidates(terms, CANDIDATES)
            looking.append(time.process_time() - started)
            for each, result in zip(article, results, strict=True):
                found += any(candidate.claim == each.wanted for candidate in result)
        for article in articles:
            started = time.process_time()
            hits = matcher.screen(database, [each.statement for each in article])
            matching.append(time.process_time() - started)
            for each, pairs in zip(article, hits, strict=True):
                first += bool(pairs) and pairs[0][0] == each.wanted
    total = len(articles) * CLAIMS
    return {
        # The first articles fill the caches of words; a desk is warm after that.
        "candidates": _quantiles(looking[3:]),
        "all": _quantiles(matching[3:]),
        f"recall@{CANDIDATES}": found / total,
        "shown first": first / total,
        "peak MB": _peak(),
    }


def _peak() -> float:
    """Megabytes of memory at most; getrusage would count those of the parent as well."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def _quantiles(spent: Sequence[float]) -> tuple[float, float]:
    """Milliseconds: the median and the 95th of a hundred."""
    ordered = sorted(spent)
    return statistics.median(ordered) * 1000, ordered[int(len(ordered) * 0.95)] * 1000


def fresh(path: Path) -> dict[str, tuple[float, float]]:
    """The program as a new process on the example article: processor and wall milliseconds."""
    runs = {
        "nothing": ("--version",),
        "split": ("--db", str(path), "split", str(EXAMPLE)),
        "match": ("--db", str(path), "match", str(EXAMPLE)),
    }
    found = {}
    for name, arguments in runs.items():
        processor, wall = [], []
        for _ in range(RUNS + 1):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            started = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "workbench", *arguments], capture_output=True, check=False
            )
            wall.append(time.perf_counter() - started)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            processor.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        found[name] = (
            statistics.median(processor[1:]) * 1000,
            statistics.median(wall[1:]) * 1000,
        )
    return found


def _store(folder: Path, size: int) -> Path:
    path = folder / f"claims-{size}.db"
    if path.exists():
        print(f"\n{size:,} claims, as they were kept")
        return path
    print(f"\n{size:,} claims")
    for name, value in fill(path, size).items():
        print(f"  {name}: {value:,.0f}")
    return path


def report(sizes: Sequence[int], folder: Path) -> None:
    """Print what matching costs at each size."""
    medians: list[float] = []
    for size in sizes:
        path = _store(folder, size)
        asked = folder / f"queries-{size}.json"
        asked.write_bytes(msgspec.json.encode(queries(size, ARTICLES)))
        command = [sys.executable, "-m", "benchmarks.matching_cost", "--measure", path, asked]
        result = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        for name, value in result.items():
            shown = " / ".join(f"{each:.1f}" for each in value) if isinstance(value, list) else ""
            print(f"  {name}: {shown + ' ms p50/p95' if shown else format(value, '.4g')}")
        for name, (processor, wall) in fresh(path).items():
            print(f"  fresh process, {name}: {processor:.0f} ms processor, {wall:.0f} ms wall")
        medians.append(result["all"][0])
    if len(sizes) > 1:
        exponent = math.log(medians[-1] / medians[0]) / math.log(sizes[-1] / sizes[0])
        print(f"\ngrowth exponent {sizes[0]:,} to {sizes[-1]:,}: {exponent:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--baselines", action="store_true")
    parser.add_argument("--measure", nargs=2, type=Path, metavar=("STORE", "QUERIES"))
    arguments = parser.parse_args()
    if arguments.measure:
        print(json.dumps(measure(*arguments.measure)))
        return
    sizes = [int(size) for size in arguments.sizes.split(",")]
    with tempfile.TemporaryDirectory() as made:
        folder = arguments.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        report(sizes, folder)
        if arguments.baselines:
            from benchmarks import matching_baselines  # noqa: PLC0415

            matching_baselines.report(sizes)


if __name__ == "__main__":
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a program is compiled once, not every time
    main()
