"""Claims in other words, and the same other words with one fact changed.

``data/reworded.tsv``: the languages of both claims, a claim, a true paraphrase of it, and a
near miss that is worded like the paraphrase and says something else. Written before any word or
rule was added for them; every second row is kept aside: nothing is added for what it shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.relations import print_relations
from benchmarks.statements import statement
from workbench.matching.compare import compare
from workbench.matching.types import Comparison

_ROWS = Path(__file__).parent / "data" / "reworded.tsv"


@dataclass(frozen=True, slots=True)
class RewordedPair:
    """A claim of one language and what is held against it, in its language or another."""

    languages: tuple[str, str]
    claim: str
    other: str
    same: bool
    aside: bool

    def compared(self) -> Comparison:
        here, there = self.languages
        return compare(statement(self.other, there), statement(self.claim, here))

    def shown(self) -> str:
        """The claim, and what is held against it."""
        return f"{self.claim} | {self.other}"


def reworded() -> Iterator[RewordedPair]:
    for number, row in enumerate(_ROWS.read_text(encoding="utf-8").splitlines()):
        here, there, claim, paraphrase, near_miss = row.split("\t")
        aside = number % 2 == 1
        yield RewordedPair((here, there), claim, paraphrase, same=True, aside=aside)
        yield RewordedPair((here, there), claim, near_miss, same=False, aside=aside)


def report(_: Path | None) -> None:
    """Print how many pairs of each part and pair of languages have which relation."""
    print_relations(reworded(), "near misses")
