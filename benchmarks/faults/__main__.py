"""Runs the campaign, whole or in part; exit code 1 where anything went wrong."""

from __future__ import annotations

import argparse
import random
import sys
import time

from benchmarks.faults.crowd import crowd, full_disk
from benchmarks.faults.flips import flips
from benchmarks.faults.kills import Tally, failing_writes, kills

PARTS = ("kills", "writes", "disk", "crowd", "flips")


def main() -> None:
    """Run the parts that are asked for, and say what came of each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("--times", type=int, default=500, help="kills, and flipped bytes")
    parser.add_argument("--seconds", type=float, default=60, help="of each crowd")
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--only", nargs="*", choices=PARTS, default=PARTS)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    wrong = 0
    for part in given.only:
        began = time.monotonic()
        wrong += _run(part, given.times, given.seconds, chance)
        print(f"  {time.monotonic() - began:.0f} s", flush=True)
    sys.exit(1 if wrong else 0)


def _run(part: str, times: int, seconds: float, chance: random.Random) -> int:
    if part == "kills":
        return _tell("killed", kills(times, chance))
    if part == "writes":
        return _tell("failing writes", failing_writes(max(5, times // 5), chance))
    if part == "disk":
        found = full_disk(max(4, times // 10), chance)
        if found is None:
            print("full disk: left out; only the administrator may mount a small disk")
            return 0
        return _tell("full disk", found)
    if part == "crowd":
        return _tell("at once", {f"{n} programs": crowd(n, seconds) for n in (2, 8)})
    flipped = flips(times, chance)
    print(flipped)
    return len(flipped.silent)


def _tell(name: str, tallies: dict[str, Tally]) -> int:
    for act, tally in tallies.items():
        print(f"{name}, {act}: {tally}")
    return sum(len(tally.wrong) for tally in tallies.values())


if __name__ == "__main__":
    main()
