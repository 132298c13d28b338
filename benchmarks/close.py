"""Pairs of claims in nearly the same words, one fact changed or none.

``data/close.tsv``: kind (``changed``, ``same``), the languages of both claims, the claims, and what
was changed. By a hand that tried to break the matcher, 30 November 2026: most of the changed ones
were the *same* to it then, and all have been read since, so that the set says nothing of unseen
pairs. Some of the changed ones may be argued about.

``data/desk.tsv``: 120 further ones in the style of a wire desk, of other kinds (what is compared
with what, who leads, the base of a figure, whose offer, the route), half of them changed, written
late that night by the hand that had mended what ``close`` shows, and read since.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.statements import statement
from workbench.matching.compare import compare

_DATA = Path(__file__).parent / "data"
SETS = ("close", "desk")


def report(_: Path | None) -> None:
    """Print how many pairs of each set, kind and pair of languages have which relation."""
    for name in SETS:
        print(f"{name}.tsv")
        _report(_DATA / f"{name}.tsv")


def _report(file: Path) -> None:
    table: dict[tuple[str, bool], Counter[str]] = defaultdict(Counter)
    for row in file.read_text(encoding="utf-8").splitlines():
        kind, here, there, one, other, _changed = row.split("\t")
        relation = compare(statement(other, there), statement(one, here)).relation
        table[f"{here}-{there}", kind == "same"][relation.value] += 1
    for (languages, same), counts in sorted(table.items()):
        shown = ", ".join(f"{name} {n}" for name, n in counts.most_common())
        print(f"  {languages}, {'same' if same else 'changed'}: {shown}")
