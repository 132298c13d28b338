"""What the oldest Python that is supported needs of the code."""

from __future__ import annotations

import re
from pathlib import Path

import workbench

_POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{\{?[\d,]+\}?\})\+")


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Python 3.11.0 to 3.11.4 match such a group wrongly (its issue 106052)."""
    lines = [
        f"{path.name}: {line.strip()}"
        for path in Path(workbench.__file__).parent.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if _POSSESSIVE_GROUP.search(line)
    ]
    assert lines == []
