"""How fast the store writes claims and the desk lists them: ``python -m benchmarks.store 100000``.

Claims are filed through the same unit of work as an import (rows, journal, lists, facets, search;
without the matching index, which has a benchmark of its own).
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from workbench.desk import Desk
from workbench.desk.types import ClaimFilter
from workbench.records.store import Store

WORDS = [f"word{n}" for n in range(20_000)] + ["القوات", "بغداد", "والعراق"] * 10
FACETS = (
    '{"quantities":[{"span":{"start":0,"end":5},"surface":"2,500","low":"2500","high":"2500",'
    '"unit":"person","comparator":"about","counted":""}],"times":[],"places":[],"actors":[]}'
)


def fill(path: Path, claims: int) -> float:
    """File that many claims of 12 words in one change; give claims a second."""
    rng = random.Random(1)
    with Store(path) as store:
        began = time.perf_counter()
        with store.change("benchmark", "claims imported") as change:
            for n in range(claims):
                claim = change.insert(
                    "claim",
                    uid=f"u{n}",
                    text=" ".join(rng.choices(WORDS, k=12)),
                    language="en",
                    claimant=f"Who {n % 500}",
                    worth=rng.random(),
                )
                change.insert("appearance", claim_id=claim, start=n, quote="q", facets=FACETS)
        return claims / (time.perf_counter() - began)


def best(action: Callable[[], object], times: int = 5) -> float:
    """The shortest of several runs, in ms."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        action()
        found.append(1000 * (time.perf_counter() - began))
    return min(found)


def main(claims: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        print(f"filed                {fill(path, claims):10,.0f} claims/s")
        print(f"file                 {path.stat().st_size / claims:10,.0f} bytes/claim")
        began = time.perf_counter()
        with Desk.open(path, actor="benchmark") as desk:
            print(f"open                 {1000 * (time.perf_counter() - began):10.1f} ms")
            ids = desk.claims.ids()
            middle = ids[len(ids) // 2 :][:50]
            for name, action in {
                "all, by place": desk.claims.ids,
                "all, by worth": lambda: desk.claims.ids(order="worth"),
                "all, by state": lambda: desk.claims.ids(order="state"),
                "search, rare": lambda: desk.claims.ids(ClaimFilter(text="word77 word5")),
                "search, in all": lambda: desk.claims.ids(ClaimFilter(text="word1")),
                "by claimant": lambda: desk.claims.ids(ClaimFilter(claimant="who 77")),
                "page of 50": lambda: desk.claims.rows(middle),
                "one claim": lambda: desk.claims.get(middle[0]),
                "overview": desk.overview,
                "changes by others": desk.data_version,
            }.items():
                print(f"{name:20} {best(action):10.2f} ms")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak memory          {peak:10.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
