"""Matching measured: changed facts, agreement, retrieval and cost, beside their baselines.

    python -m benchmarks.matching [--data DIR] [--parts table,adversarial,…] [--million]

``--data`` (or the variable WORKBENCH_BENCH_DATA) names the folder of the development sets; a part
whose set is not there says so and is left out. Nothing is written.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from benchmarks import (
    close,
    fresh,
    matching_baselines,
    matching_cost,
    mutations,
    retrieval,
    reworded,
    twins,
    wires,
    written,
)
from benchmarks.adversarial import pairs
from benchmarks.statements import statement
from workbench.matching.compare import compare
from workbench.matching.types import Comparison, Relation


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def auc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Chance that a positive scores above a negative one, ties counting half."""
    ranked = sorted([(score, 1) for score in positive] + [(score, 0) for score in negative])
    ranks: dict[float, list[int]] = defaultdict(list)
    for at, (score, _) in enumerate(ranked, 1):
        ranks[score].append(at)
    mean = {score: sum(where) / len(where) for score, where in ranks.items()}
    total = sum(mean[score] for score in positive)
    return (total - len(positive) * (len(positive) + 1) / 2) / (len(positive) * len(negative))


FIELD_TABLE = (
    ("2,500 → 3,500 troops", "en", "There are 2,500 US troops in Iraq.",
     "en", "There are 3,500 US troops in Iraq.", "conflict"),
    ("same change in Arabic", "ar", "يوجد 2500 جندي أميركي في العراق.",
     "ar", "يوجد 3500 جندي أميركي في العراق.", "conflict"),
    ("will → will not", "en", "US forces will leave Iraq next year.",
     "en", "US forces will not leave Iraq next year.", "conflict"),
    ("ستغادر → لن تغادر", "ar", "ستغادر القوات الأميركية العراق.",
     "ar", "لن تغادر القوات الأميركية العراق.", "conflict"),
    ("who attacked whom", "en", "Iran attacked Iraq.", "en", "Iraq attacked Iran.", "conflict"),
    ("February → August", "en", "Talks between Baghdad and Washington resumed in February 2024.",
     "en", "Talks between Baghdad and Washington resumed in August 2024.", "conflict update"),
    ("a fragment of a longer claim", "en", "US troops are in Iraq.", "en",
     "About 2,500 US troops are in Iraq at three bases under the coalition led by Washington.",
     "narrower"),
    ("a true paraphrase", "en", "Negotiations between Iraq and the US restarted in February 2024.",
     "en", "In February 2024, talks resumed between the United States and Iraq.", "same"),
    ("2500 ↔ ٢٥٠٠", "ar", "يوجد 2500 جندي أميركي في العراق.",
     "ar", "يوجد ٢٥٠٠ جندي أميركي في العراق.", "same"),
    ("bare ↔ vocalised", "ar", "استؤنفت المفاوضات بين بغداد وواشنطن.",
     "ar", "اُسْتُؤْنِفَتِ المُفَاوَضَاتُ بَيْنَ بَغْدَادَ وَوَاشِنْطُنَ.", "same"),
    ("Arabic ↔ English", "ar", "يوجد نحو 2500 جندي أميركي في العراق.",
     "en", "There are about 2,500 US troops in Iraq.", "same"),
)  # fmt: skip
"""The pairs that no similarity score puts right, and the relations that are right for each."""


def part_table(_: Path | None) -> None:
    print("\n## The table of pairs that a score gets wrong")
    for name, first, here, second, there, wanted in FIELD_TABLE:
        found = compare(statement(here, first), statement(there, second))
        mark = "ok " if found.relation.value in wanted.split() else "NO "
        ratio = fuzz.ratio(here, there, processor=default_process)
        tokens = fuzz.token_set_ratio(here, there, processor=default_process)
        reason = found.reasons[0]
        print(
            f"{mark} {name:30} {found.relation.value:9} by {reason.key:22}"
            f" similarity {found.similarity:.2f}   ratio {ratio:.1f} token_set {tokens:.1f}"
        )


def part_adversarial(_: Path | None, rounds: int = 25) -> None:
    print("\n## Adversarial pairs: one fact changed, or none")
    table: dict[str, Counter[str]] = defaultdict(Counter)
    wrong = []
    for pair in pairs(rounds):
        here, there = (statement(text, pair.language) for text in (pair.here, pair.there))
        relation = compare(here, there).relation
        table[f"{pair.language} {pair.changed}"][relation.value] += 1
        if (relation is Relation.SAME) != pair.same:
            wrong.append((pair, relation))
    for name, counts in sorted(table.items()):
        print(f"{name:16}", ", ".join(f"{key} {n}" for key, n in counts.most_common()))
    _adversarial_sum(table)
    for pair, relation in [w for w in wrong if not w[0].same][:10]:
        print("   called same:", pair.changed, "|", pair.here, "|", pair.there, relation.value)


def _adversarial_sum(table: dict[str, Counter[str]]) -> None:
    kept = [c for name, c in table.items() if name.split()[1] in {"paraphrase", "rounding"}]
    changed = [c for name, c in table.items() if name.split()[1] not in {"paraphrase", "rounding"}]
    same = sum(c["same"] for c in changed)
    good = sum(c["same"] + c["update"] for c in kept)
    print(f"changed fact called same: {same} of {sum(sum(c.values()) for c in changed)}")
    total = sum(sum(c.values()) for c in kept)
    print(f"paraphrase or rounding called same or update: {good} of {total} = {good / total:.3f}")


def part_ans(data: Path | None) -> None:
    print("\n## ans: agree against disagree (Arabic headlines)")
    path = data / "ans" / "pairs.jsonl" if data else None
    if path is None or not path.is_file():
        print("left out: no ans/pairs.jsonl under --data")
        return
    scorers: dict[str, Callable[[str, str, Comparison], float]] = {
        "agreement": lambda _a, _b, found: found.agreement,
        "probability": lambda _a, _b, found: found.probability,
        "similarity": lambda _a, _b, found: found.similarity,
        "token_set_ratio": lambda a, b, _f: fuzz.token_set_ratio(a, b, processor=default_process),
        "ratio": lambda a, b, _f: fuzz.ratio(a, b, processor=default_process),
    }
    for split in ("train", "dev"):
        rows = [row for row in lines(path) if row["split"] == split]
        scores: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        relations: dict[str, Counter[str]] = defaultdict(Counter)
        for row in rows:
            found = compare(statement(row["s1"], "ar"), statement(row["s2"], "ar"))
            relations[row["stance"]][found.relation.value] += 1
            for name, scorer in scorers.items():
                scores[name][row["stance"]].append(scorer(row["s1"], row["s2"], found))
        print(f"{split}: {len(rows)} pairs")
        for name, by_stance in scores.items():
            print(f"  {name:16} AUC {auc(by_stance['agree'], by_stance['disagree']):.3f}")
        for stance, counts in relations.items():
            total = sum(counts.values())
            print(f"  {stance:9}", ", ".join(f"{k} {n / total:.2f}" for k, n in counts.items()))


def part_retrieval(data: Path | None) -> None:
    print("\n## Posts and debate lines → claims on file")
    if data is None:
        print("left out: no --data")
        return
    retrieval.report(data)


def part_mutations(data: Path | None) -> None:
    print("\n## Real claims with one fact changed by machine")
    mutations.report(data)


def part_written(data: Path | None) -> None:
    print("\n## Pairs written by hand, harder than templates")
    written.report(data)


def part_reworded(data: Path | None) -> None:
    print("\n## Claims in other words, and near misses in the same words")
    reworded.report(data)


def part_fresh(data: Path | None) -> None:
    print("\n## Pairs by somebody who had not seen the matcher")
    fresh.report(data)


def part_close(data: Path | None) -> None:
    print("\n## Pairs in nearly the same words, one fact changed or none")
    close.report(data)


def part_wires(data: Path | None) -> None:
    print("\n## One fact in the reports of two agencies, and one fact changed")
    wires.report(data)


def part_twins(data: Path | None) -> None:
    print("\n## Arabic ↔ English twins")
    twins.report(data)


def part_cost(_: Path | None) -> None:
    print("\n## Cost on a synthetic corpus")
    with tempfile.TemporaryDirectory() as folder:
        matching_cost.report(SIZES, Path(folder))
    matching_baselines.report(SIZES)


SIZES = [10_000, 100_000]
PARTS: dict[str, Callable[[Path | None], None]] = {
    "table": part_table,
    "adversarial": part_adversarial,
    "ans": part_ans,
    "retrieval": part_retrieval,
    "mutations": part_mutations,
    "written": part_written,
    "reworded": part_reworded,
    "fresh": part_fresh,
    "close": part_close,
    "wires": part_wires,
    "twins": part_twins,
    "cost": part_cost,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("WORKBENCH_BENCH_DATA"))
    parser.add_argument("--parts", default=",".join(PARTS))
    parser.add_argument("--million", action="store_true", help="measure cost at 1,000,000 as well")
    arguments = parser.parse_args()
    if arguments.million:
        SIZES.append(1_000_000)
    data = Path(arguments.data) if arguments.data else None
    for name in arguments.parts.split(","):
        started = time.perf_counter()
        PARTS[name](data)
        print(f"({name}: {time.perf_counter() - started:.1f} s)")


if __name__ == "__main__":
    main()
