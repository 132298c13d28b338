"""How many pairs of each part and pair of languages have which relation, as the sets print it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Protocol

from workbench.matching.types import Comparison, Relation


class Pair(Protocol):
    """Two statements of which it is known whether they say the same."""

    @property
    def same(self) -> bool: ...
    @property
    def aside(self) -> bool: ...
    @property
    def languages(self) -> tuple[str, str]: ...
    def compared(self) -> Comparison: ...
    def shown(self) -> str:
        """The pair, as it is printed where it is wrongly called the same."""
        ...


def print_relations(pairs: Iterable[Pair], changed: str) -> None:
    """Print the relations, and each pair that differs and is called the same.

    Args:
        pairs: the set.
        changed: what the pairs are called that do not say the same.
    """
    table: dict[tuple[bool, bool, str], Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        relation = pair.compared().relation
        table[pair.aside, pair.same, "-".join(pair.languages)][relation.value] += 1
        if relation is Relation.SAME and not pair.same:
            print(f"   called same: {pair.shown()}")
    for (aside, same, languages), counts in sorted(table.items()):
        what = "true paraphrases" if same else changed
        shown = ", ".join(f"{name} {n}" for name, n in counts.most_common())
        print(f"  {'kept aside' if aside else 'development'}, {languages}, {what}: {shown}")
