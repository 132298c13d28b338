"""Pairs written by hand, one fact changed or none, harder than what templates make.

``data/pairs.tsv``: language, what was changed, ``changed`` or ``same``, and both claims. Every
second pair of a kind is kept aside: no rule or word was added for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.facets.bundle import read_facets
from workbench.facets.types import Clock
from workbench.language.packs import load
from workbench.matching.compare import compare
from workbench.matching.types import Comparison, Relation, Statement

_PAIRS = Path(__file__).parent / "data" / "pairs.tsv"


@dataclass(frozen=True, slots=True)
class WrittenPair:
    """Two claims, what was changed between them, and whether they still say the same."""

    language: str
    changed: str
    same: bool
    here: str
    there: str
    aside: bool

    def compared(self) -> Comparison:
        return compare(self._statement(self.here), self._statement(self.there))

    def _statement(self, text: str) -> Statement:
        facets = read_facets(text, load(self.language), Clock(None))
        return Statement(text, self.language, facets)


def written() -> Iterator[WrittenPair]:
    seen: Counter[tuple[str, str]] = Counter()
    for row in _PAIRS.read_text(encoding="utf-8").splitlines():
        language, changed, kind, here, there = row.split("\t")
        seen[language, changed] += 1
        aside = seen[language, changed] % 2 == 0
        yield WrittenPair(language, changed, kind == "same", here, there, aside)


def report(_: Path | None) -> None:
    table: dict[tuple[bool, bool], Counter[str]] = defaultdict(Counter)
    for pair in written():
        relation = pair.compared().relation
        table[pair.aside, pair.same][relation.value] += 1
        if relation is Relation.SAME and not pair.same:
            print(f"   called same ({pair.changed}): {pair.here} | {pair.there}")
    for (aside, same), counts in sorted(table.items()):
        what = "true paraphrases and roundings" if same else "changed"
        shown = ", ".join(f"{name} {n}" for name, n in counts.most_common())
        print(f"  {'kept aside' if aside else 'development'}, {what}: {shown}")
