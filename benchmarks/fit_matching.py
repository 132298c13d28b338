"""Fit the weights of the two probabilities that a comparison shows.

    python -m benchmarks.fit_matching --data DIR > workbench/matching/data/weights.toml

*Agreement* learns from the training part of ``ans`` (agree, disagree) and from the adversarial
pairs of both languages. *Probability* (one fact-check serves both) learns from all pairs of
``ans`` and from posts with their claims, against the claims that the index puts beside them
wrongly; two fifths of the posts are kept aside. Logistic regression, ridge penalty, no threshold.
Figures on the parts kept aside go to standard error.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.adversarial import pairs
from benchmarks.matching import auc, lines, statement
from benchmarks.retrieval import SETS, read_set
from workbench.facets.types import Facets
from workbench.matching import compare as comparing
from workbench.matching.candidates.index import ClaimIndex
from workbench.matching.candidates.memory import MemoryPostings
from workbench.matching.candidates.terms import VERSION, index_terms, query_terms
from workbench.matching.probability import FEATURES, features, score
from workbench.matching.types import Statement

_POSTS = 500
_WRONG = 4
_RIDGE = 1.0


@dataclass(frozen=True, slots=True)
class Example:
    values: dict[str, float]
    positive: bool
    weight: float
    aside: bool


def _values(here: Statement, there: Statement) -> dict[str, float]:
    case = comparing.examine(here, there)
    return features(case.words, case.findings, case.relation)


def _ans(data: Path) -> Iterator[tuple[str, Example]]:
    for row in lines(data / "ans" / "pairs.jsonl"):
        values = _values(statement(row["s1"], "ar"), statement(row["s2"], "ar"))
        yield row["stance"], Example(values, row["stance"] == "agree", 1.0, row["split"] != "train")


def _adversarial(rounds: int, seed: int, *, aside: bool) -> Iterator[Example]:
    for pair in pairs(rounds, seed):
        values = _values(statement(pair.here, pair.language), statement(pair.there, pair.language))
        yield Example(values, pair.same, 0.5, aside)


def _posts(data: Path) -> Iterator[Example]:
    rng = random.Random(5)
    for name, language in SETS.items():
        found = read_set(data / name, language)
        names = list(found.claims)
        index = ClaimIndex(MemoryPostings(VERSION), VERSION)
        claims = {cid: text.split("\n")[0] for cid, text in found.claims.items()}
        bare = (Statement(claims[cid], language, Facets()) for cid in names)
        index.add([(at, index_terms(each)) for at, each in enumerate(bare)])
        for qid in rng.sample(sorted(found.queries), min(_POSTS, len(found.queries))):
            new = statement(found.queries[qid], language)
            aside = rng.random() < 0.4
            hits = [c.claim for c in index.candidates([query_terms(new)], 12)[0]]
            wrong = [at for at in hits if names[at] not in found.relevant[qid]][:_WRONG]
            right = [at for at in hits if names[at] in found.relevant[qid]]
            for at in (*right, *wrong):
                values = _values(new, statement(claims[names[at]], language))
                yield Example(values, names[at] in found.relevant[qid], 1.0, aside)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Ridge logistic regression by Newton's steps."""
    matrix = np.array([[e.values.get(name, 0.0) for name in FEATURES] for e in examples])
    wanted = np.array([float(e.positive) for e in examples])
    weighing = np.array([e.weight for e in examples])
    found: NDArray[np.float64] = np.zeros(len(FEATURES))
    ridge = _RIDGE * np.eye(len(FEATURES))
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(matrix @ found, -30, 30)))
        slope = matrix.T @ (weighing * (wanted - chance)) - _RIDGE * found
        bend = (matrix.T * (weighing * chance * (1 - chance))) @ matrix + ridge
        found = found + np.linalg.solve(bend, slope)
    return {name: round(float(value), 3) for name, value in zip(FEATURES, found, strict=True)}


def _report(name: str, examples: Sequence[Example], weights: dict[str, float]) -> None:
    for aside in (False, True):
        part = [e for e in examples if e.aside is aside]
        scores = [(score(e.values, weights), e.positive) for e in part]
        good = [s for s, positive in scores if positive]
        bad = [s for s, positive in scores if not positive]
        where = "kept aside" if aside else "fitted on"
        print(
            f"{name}, {where}: {len(part)} pairs, AUC {auc(good, bad):.3f}, ECE {ece(scores):.3f}",
            file=sys.stderr,
        )


def ece(scores: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error over equal bins of the probability."""
    total = 0.0
    for at in range(bins):
        part = [
            s for s in scores if at / bins <= s[0] < (at + 1) / bins or (s[0] == at + 1 == bins)
        ]
        if part:
            said = sum(s for s, _ in part) / len(part)
            was = sum(positive for _, positive in part) / len(part)
            total += abs(said - was) * len(part)
    return total / len(scores)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("WORKBENCH_BENCH_DATA"))
    arguments = parser.parse_args()
    if not arguments.data or not (Path(arguments.data) / "ans").is_dir():
        sys.exit("no development sets: name their folder with --data or WORKBENCH_BENCH_DATA")
    data = Path(arguments.data)
    headlines = list(_ans(data))
    agree = [e for stance, e in headlines if stance != "other"]
    agree += _adversarial(10, 1, aside=False)
    serves = [Example(e.values, s != "other", 1.0, e.aside) for s, e in headlines]
    serves += _posts(data)
    print("# Fitted by `python -m benchmarks.fit_matching`; see there on what and how.")
    for name, examples in (("probability", serves), ("agreement", agree)):
        weights = fit([e for e in examples if not e.aside])
        _report(name, examples, weights)
        print(f"\n[{name}]")
        for feature, value in weights.items():
            if value:
                print(f"{feature} = {value}")


if __name__ == "__main__":
    main()
