"""A few faults of the campaign that `python -m benchmarks.faults` runs whole.

Imports that are killed or stopped, and full disks, are tried in `tests/cli/test_stopped.py`.
"""

from __future__ import annotations

import random

from benchmarks.faults.crowd import crowd
from benchmarks.faults.flips import flips
from benchmarks.faults.kills import failing_writes, kills


def test_nothing_committed_is_lost_by_a_kill_or_a_failing_write() -> None:
    killed = kills(4, random.Random(1), longest=0.3, acts=("verdict", "undo"))
    failed = failing_writes(1, random.Random(2), acts=("verdict",))
    tallies = [*killed.values(), *failed.values()]
    assert [wrong for tally in tallies for wrong in tally.wrong] == []
    assert sum(tally.tried for tally in tallies) == 5
    assert sum(tally.committed for tally in tallies) > 0


def test_programs_that_write_at_once_lose_nothing() -> None:
    tally = crowd(2, 0.5)
    assert tally.wrong == []
    assert tally.committed > 2


def test_a_flipped_byte_is_reported_or_changes_nothing() -> None:
    found = flips(12, random.Random(4), articles=1)
    assert found.silent == []
    assert found.reported > 0
    assert found.reported + found.harmless == found.tried == 12
