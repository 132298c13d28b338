"""Splitting and check-worthiness on public sets, which give sentences and labels, not spans."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.alignment import ENOUGH, Bag, aligned, f1
from benchmarks.assignment import best_pairs
from benchmarks.cuts import CUTS
from workbench.facets.types import Clock
from workbench.language.packs import load
from workbench.language.tokens import tokenize
from workbench.splitting import split


def report_all(folder: Path, limit: int) -> None:
    """Print the figures of every public set in the folder, of so many items of each."""
    for name in ("factcheck_gpt", "scu_en", "hsplit", "desse"):
        report_public(folder, name, limit)
    report_propositions(folder, limit)
    for name, file, part in (
        ("claimbuster", "strict.jsonl", ""),
        ("ct22_cw", "claim_ar.jsonl", "dev"),
        ("ct22_cw", "claim_en.jsonl", "dev"),
        ("ct22_cw", "checkworthy_ar.jsonl", "dev"),
        ("ct22_cw", "checkworthy_en.jsonl", "dev"),
    ):
        report_worth(folder, name, file, part)


def lines(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as handle:
        for line in handle:
            yield json.loads(line)


def content_bag(text: str) -> Bag:
    stop = load("en").language.stop_words
    return Counter(t.folded for t in tokenize(text) if t.folded not in stop and t.folded != "'s")


def public(folder: Path, name: str, limit: int) -> Iterator[tuple[str, list[list[str]]]]:
    """Text and the alternative lists of units."""
    for number, item in enumerate(lines(folder / name / "items.jsonl")):
        if number >= limit:
            return
        units = item["refs"] if "refs" in item else [item["units"]]
        if any(units):
            yield item["text"], [list(one) for one in units if one]


def report_public(folder: Path, name: str, limit: int) -> None:
    if not (folder / name / "items.jsonl").exists():
        print(f"{name:22} not at hand: {folder / name}")
        return
    totals: dict[str, list[float]] = {}
    for text, references in public(folder, name, limit):
        claims = [claim.text for claim in split(text, Clock()).claims]
        cut = {label: pieces_of(text) for label, pieces_of in CUTS.items()}
        for label, pieces in {"ours": claims, **cut}.items():
            bags = [content_bag(piece) for piece in pieces]
            for units in references:
                pairs = aligned(bags, [content_bag(unit) for unit in units])
                tally = totals.setdefault(label, [0, 0, 0, 0])
                tally[0] += sum(value >= ENOUGH for *_, value in pairs)
                tally[1] += sum(value for *_, value in pairs)
                tally[2] += len(pieces)
                tally[3] += len(units)
    print(f"{name:22}", end="")
    for label, (hard, soft, made, wanted) in totals.items():
        both = made + wanted
        print(f"  {label} hard {2 * hard / both:.3f} soft {2 * soft / both:.3f}", end="")
    print()


def report_propositions(folder: Path, limit: int) -> None:
    """PropSegmEnt: token-index Jaccard from 0.8, macro over sentences."""
    file = folder / "propsegment" / "items.jsonl"
    if not file.exists():
        print(f"{'propsegment':22} not at hand: {file}")
        return
    scores = []
    for number, item in enumerate(lines(file)):
        if number >= limit:
            break
        text, offsets = item["text"], item["offsets"]
        gold = [set(unit) for unit in item["units_idx"]]
        ours = [
            {k for k, at in enumerate(offsets) if any(s.start <= at < s.end for s in c.segments)}
            for c in split(text, Clock()).claims
        ]
        table = [[len(a & b) / len(a | b) if a | b else 0.0 for b in gold] for a in ours]
        hit = sum(table[i][j] >= 0.8 for i, j in best_pairs(table))
        scores.append(f1(hit, len(ours), len(gold))[2])
    print(f"{'propsegment':22}  ours macro F1 {sum(scores) / len(scores):.3f} (Jaccard ≥ 0.8)")


def auc(scored: Sequence[tuple[float, bool]]) -> float:
    """The chance that a positive scores above a negative."""
    ranked = sorted(scored, key=lambda pair: pair[0])
    ranks: dict[float, float] = {}
    start = 0
    while start < len(ranked):
        stop = start
        while stop < len(ranked) and ranked[stop][0] == ranked[start][0]:
            stop += 1
        ranks[ranked[start][0]] = (start + 1 + stop) / 2
        start = stop
    positive = [ranks[value] for value, label in scored if label]
    negatives = len(scored) - len(positive)
    if not positive or not negatives:
        return float("nan")
    return (sum(positive) - len(positive) * (len(positive) + 1) / 2) / (len(positive) * negatives)


def average_precision(scored: Sequence[tuple[float, bool]]) -> float:
    hits, total = 0, 0.0
    for rank, (_, label) in enumerate(sorted(scored, key=lambda pair: -pair[0]), 1):
        if label:
            hits += 1
            total += hits / rank
    return total / hits if hits else float("nan")


def report_worth(folder: Path, name: str, file: str, split_name: str) -> None:
    from workbench.splitting.worth import weigh_text  # noqa: PLC0415

    path = folder / name / file
    if not path.exists():
        print(f"{name:22} not at hand: {path}")
        return
    scored: list[tuple[float, bool]] = []
    for item in lines(path):
        # Of ClaimBuster the fifth that `benchmarks.fit_worth` keeps out.
        kept_out = item["split"] == split_name if split_name else int(item["id"]) % 5 == 0
        if not kept_out:
            continue
        scored.append((weigh_text(item["text"], item["lang"]).score, bool(item["label"])))
    print(
        f"{file:22} {split_name} n {len(scored)} AUC {auc(scored):.3f} "
        f"AP {average_precision(scored):.3f}"
    )
