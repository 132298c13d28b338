"""Pairs of claims in nearly the same words, one fact changed or none.

``data/close.tsv``: kind (``changed``, ``same``), the languages of both claims, the claims, and what
was changed. By a hand that tried to break the matcher, 30 November 2026: most of the changed ones
were the *same* to it then, and all have been read since, so that the set says nothing of unseen
pairs. Some of the changed ones may be argued about.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.statements import statement
from workbench.matching.compare import compare

_ROWS = Path(__file__).parent / "data" / "close.tsv"


def report(_: Path | None) -> None:
    """Print how many pairs of each kind and pair of languages have which relation."""
    table: dict[tuple[str, bool], Counter[str]] = defaultdict(Counter)
    for row in _ROWS.read_text(encoding="utf-8").splitlines():
        kind, here, there, one, other, _changed = row.split("\t")
        relation = compare(statement(other, there), statement(one, here)).relation
        table[f"{here}-{there}", kind == "same"][relation.value] += 1
    for (languages, same), counts in sorted(table.items()):
        shown = ", ".join(f"{name} {n}" for name, n in counts.most_common())
        print(f"  {languages}, {'same' if same else 'changed'}: {shown}")
