"""Run Unicode's bidirectional test files on `workbench.tui.rtl.levels`.

Usage: ``python benchmarks/bidi_conformance.py [folder]``, the folder with ``BidiTest.txt`` and
``BidiCharacterTest.txt`` (Debian's package ``unicode-data`` puts them in ``/usr/share/unicode``).
Prints how many cases passed; exit code 1 if any failed, 2 if the files are absent.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from workbench.tui.rtl import levels

_SAMPLES = {
    "L": "a", "R": "\u05d0", "AL": "\u0627", "EN": "1", "ES": "+", "ET": "#", "AN": "\u0661",
    "CS": ",", "NSM": "\u0300", "BN": "\u200b", "B": "\u2029", "S": "\t", "WS": " ", "ON": "!",
    "LRE": "\u202a", "LRO": "\u202d", "RLE": "\u202b", "RLO": "\u202e", "PDF": "\u202c",
    "LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069",
}  # fmt: skip


class Case(NamedTuple):
    """One line of text, the paragraph's direction, and what must come out."""

    text: str
    base: int | None
    level: int | None
    levels: list[str]
    order: list[int]


def class_cases(lines: Iterable[str]) -> Iterator[Case]:
    """The cases of ``BidiTest.txt``: class names, each under up to three directions."""
    wanted: list[str] = []
    order: list[int] = []
    for line in lines:
        if line.startswith("@Levels:"):
            wanted = line.split(":")[1].split()
        elif line.startswith("@Reorder:"):
            order = [int(place) for place in line.split(":")[1].split()]
        elif line.strip() and line[0] not in "#@":
            names, directions = line.split(";")
            text = "".join([_SAMPLES[name] for name in names.split()])
            for bit, base in ((1, None), (2, 0), (4, 1)):
                if int(directions, 16) & bit:
                    yield Case(text, base, None, wanted, order)


def character_cases(lines: Iterable[str]) -> Iterator[Case]:
    """The cases of ``BidiCharacterTest.txt``: code points."""
    for line in lines:
        if line.strip() and not line.startswith("#"):
            points, direction, level, wanted, order = line.split(";")
            text = "".join([chr(int(point, 16)) for point in points.split()])
            base = {"0": 0, "1": 1, "2": None}[direction]
            yield Case(
                text, base, int(level), wanted.split(), [int(place) for place in order.split()]
            )


def passes(case: Case) -> bool:
    """Whether levels and visual order come out as the case says."""
    base = levels.paragraph_level(case.text) if case.base is None else case.base
    found = levels.line_levels(case.text, levels.levels(case.text, base), base)
    shown = [place for place in levels.visual_order(found) if case.levels[place] != "x"]
    return (
        (case.level is None or case.level == base)
        and all(
            wanted in ("x", str(level)) for wanted, level in zip(case.levels, found, strict=True)
        )
        and shown == case.order
    )


def main(folder: Path) -> int:
    failed = 0
    for name, cases in (("BidiTest.txt", class_cases), ("BidiCharacterTest.txt", character_cases)):
        path = folder / name
        if not path.exists():
            print(f"{path} is absent; install the package unicode-data or name its folder")
            return 2
        started, count, wrong = perf_counter(), 0, []
        with path.open(encoding="utf-8") as lines:
            for case in cases(lines):
                count += 1
                if not passes(case):
                    wrong.append(case)
        print(f"{name}: {count - len(wrong):,} of {count:,} in {perf_counter() - started:.1f} s")
        for case in wrong[:5]:
            print("  failed:", case)
        failed += len(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")))
