"""Fit the weights of check-worthiness and print them as `workbench.splitting.worth` has them.

    python -m benchmarks.fit_worth --data DIR [--check]

``DIR`` holds ``claimbuster/strict.jsonl`` (English debate lines, worth checking or not; CC BY
4.0) and ``ct22_cw/claim_{ar,en}.jsonl`` (posts, with a verifiable claim or without; research use
only). The data stays where it is; only the weights, one figure a feature, are in the project.
``ct22_cw/checkworthy_*`` is only measured: it asks which claims do harm, which no feature here
tells, and fitting on it made the others worse.

Logistic regression over all sets together, so that both languages and any third one share the
weights: L2 0.001 on all but the bias, Newton's method, the same figures on every run. Each set
counts alike whatever its size; within a set positives and negatives count alike, so that 0.5
means "as like what was checked as what was not". A fifth of ClaimBuster (by id) and the ``dev``
part of the posts are kept out of the fit and give the AUC printed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.public_sets import auc, average_precision
from workbench.facets.bundle import read_facets
from workbench.facets.types import Clock
from workbench.language.packs import load
from workbench.splitting.worth import DEFAULT_BIAS, DEFAULT_WEIGHTS, features

_PENALTY = 0.001
_OURS = frozenset({"official", "forecast"})
"""Set by us: posts do not show who speaks for whom, and debates rate forecasts as they rate
facts, though nobody can check them yet."""
_NAMES = sorted(set(DEFAULT_WEIGHTS) - _OURS)


@dataclass(frozen=True)
class Example:
    values: dict[str, float]
    label: bool
    kept_out: bool


@dataclass(frozen=True)
class Fit:
    bias: float
    weights: dict[str, float]

    def score(self, values: dict[str, float]) -> float:
        return self.bias + sum(self.weights[name] * value for name, value in values.items())


_FITTED = ("claimbuster/strict.jsonl", "ct22_cw/claim_en.jsonl", "ct22_cw/claim_ar.jsonl")
_MEASURED = ("ct22_cw/checkworthy_en.jsonl", "ct22_cw/checkworthy_ar.jsonl")


def read(folder: Path, names: Sequence[str]) -> dict[str, list[Example]]:
    """Those of the sets that are there."""
    there = [name for name in names if (folder / name).exists()]
    for name in set(names) - set(there):
        print(f"not at hand: {folder / name}")
    return {name: list(_examples(folder / name)) for name in there}


_NOISE = re.compile(r"https?://\S+|[@#]|\b(?:RT|rt)\b|&\w+;")


def _examples(file: Path) -> Iterator[Example]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            pack = load(item["lang"])
            text = _NOISE.sub(" ", item["text"])
            values = features(text, read_facets(text, pack, Clock()), False, pack)
            part = item.get("split")
            out = part == "dev" if part else int(item["id"]) % 5 == 0
            yield Example(values, bool(item["label"]), out)


def fit(sets: dict[str, list[Example]]) -> Fit:
    rows, labels, weight = [], [], []
    for examples in sets.values():
        used = [one for one in examples if not one.kept_out]
        positive = sum(one.label for one in used)
        for one in used:
            rows.append([one.values.get(name, 0.0) for name in _NAMES] + [1.0])
            labels.append(float(one.label))
            weight.append(0.5 / (positive if one.label else len(used) - positive))
    solved = _newton(np.array(rows), np.array(labels), np.array(weight) / len(sets))
    fitted = {name: round(float(v), 3) for name, v in zip(_NAMES, solved, strict=False)}
    fitted |= {name: DEFAULT_WEIGHTS[name] for name in _OURS}
    return Fit(round(float(solved[-1]), 3), fitted)


def _newton(
    rows: NDArray[np.float64], labels: NDArray[np.float64], weight: NDArray[np.float64]
) -> NDArray[np.float64]:
    count = rows.shape[1]
    penalty = np.full(count, _PENALTY)
    penalty[-1] = 0.0
    found = np.zeros(count)
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (weight * (labels - chance)) - penalty * found
        curve = (rows.T * (weight * chance * (1 - chance))) @ rows + np.diag(penalty + 1e-9)
        step = np.linalg.solve(curve, slope)
        found = found + step
        if np.abs(step).max() < 1e-10:
            break
    return found


def table(found: Fit) -> str:
    lines = [f"DEFAULT_BIAS = {found.bias}"]
    lines += [f'    "{name}": {value},' for name, value in sorted(found.weights.items())]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, default=os.environ.get("WORKBENCH_BENCH"))
    parser.add_argument("--check", action="store_true", help="fail where the module has others")
    options = parser.parse_args()
    if not options.data:
        sys.exit("Say where the data is: --data DIR, or WORKBENCH_BENCH.")
    sets = read(Path(options.data), _FITTED)
    if not sets:
        sys.exit(f"No set at hand in {options.data}.")
    found = fit(sets)
    for name, examples in {**sets, **read(Path(options.data), _MEASURED)}.items():
        scored = [(found.score(e.values), e.label) for e in examples if e.kept_out]
        print(
            f"{name}: kept out {len(scored)}, AUC {auc(scored):.3f}, "
            f"AP {average_precision(scored):.3f}"
        )
    print(table(found))
    if options.check and (found.bias, found.weights) != (DEFAULT_BIAS, dict(DEFAULT_WEIGHTS)):
        sys.exit("The weights of workbench.splitting.worth are others: put these there.")


if __name__ == "__main__":
    main()
