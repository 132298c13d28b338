"""Sentence boundaries against lists of cases, beside a cut at every final mark.

    python benchmarks/sentences.py --cases sentences.json items.jsonl [--show]

Each list is JSON or JSON Lines with the fields ``lang``, ``text`` and ``sentences``.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workbench.splitting.sentences.sentences import split_sentences

_NAIVE = re.compile(r"(?<=[.!?؟…])\s+|\n+")


def read(path: Path) -> list[dict[str, Any]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    return list(json.loads(text))


def ours(text: str) -> list[str]:
    return [one.span.of(text) for one in split_sentences(text)]


def naive(text: str) -> list[str]:
    return [piece for piece in _NAIVE.split(text) if piece]


def right(cases: list[dict[str, Any]], split: Callable[[str], list[str]]) -> int:
    return sum(split(case["text"]) == case["sentences"] for case in cases)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, nargs="+", required=True)
    parser.add_argument("--show", action="store_true", help="print the cases that fail")
    options = parser.parse_args()
    for path in options.cases:
        cases = read(path)
        print(f"{path.name}")
        for language in sorted({case["lang"] for case in cases}):
            some = [case for case in cases if case["lang"] == language]
            print(f"  {language}: {right(some, ours)}/{len(some)}  naive {right(some, naive)}")
        if options.show:
            for case in cases:
                if ours(case["text"]) != case["sentences"]:
                    print("   ", ours(case["text"]), "\n    wanted", case["sentences"])
        text = "\n".join(case["text"] for case in cases) * 20
        start = time.perf_counter()
        split_sentences(text)
        print(f"  {len(text.split()) / (time.perf_counter() - start):,.0f} words/s")


if __name__ == "__main__":
    main()
