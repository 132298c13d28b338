"""One fact as two agencies report it on one day, and beside it reports with one fact changed.

``data/wires.tsv``: kind (``same``, ``changed``), the languages of both reports, the day on which
they are published, the reports, and what the rewording or the change is. Every third row of a kind
and pair of languages is kept aside: of those only figures are read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.relations import print_relations
from benchmarks.statements import statement
from workbench.facets.interval import day
from workbench.facets.types import Clock
from workbench.matching.compare import compare
from workbench.matching.types import Comparison

_ROWS = Path(__file__).parent / "data" / "wires.tsv"
_ASIDE = 3


@dataclass(frozen=True, slots=True)
class Reports:
    """Two reports of one day, and whether they tell of the same fact."""

    same: bool
    languages: tuple[str, str]
    published: date
    texts: tuple[str, str]
    turn: str
    aside: bool

    def compared(self) -> Comparison:
        """The second as it stands to the first, on file already."""
        clock = Clock(day(self.published))
        filed, new = (
            statement(text, language, said=self.published.isoformat(), clock=clock)
            for text, language in zip(self.texts, self.languages, strict=True)
        )
        return compare(new, filed)

    def shown(self) -> str:
        """The change, and both reports."""
        return f"({self.turn}) {' | '.join(self.texts)}"


def reports() -> Iterator[Reports]:
    """All pairs of the set, in its order."""
    seen: Counter[tuple[str, ...]] = Counter()
    for row in _ROWS.read_text(encoding="utf-8").splitlines():
        kind, here, there, published, one, other, turn = row.split("\t")
        seen[kind, here, there] += 1
        aside = seen[kind, here, there] % _ASIDE == 0
        same = kind == "same"
        day_told = date.fromisoformat(published)
        yield Reports(same, (here, there), day_told, (one, other), turn, aside)


def report(_: Path | None) -> None:
    """Print how many pairs of each part and pair of languages have which relation."""
    print_relations(reports(), "changed")
