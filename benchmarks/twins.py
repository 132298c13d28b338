"""Arabic ↔ English: is a claim's twin in the other language found among claims of both?

``data/twins.tsv`` holds pairs written for this benchmark in news style: English, Arabic, and
``aside`` for those that no word was added to a lexicon for. Each side is looked for among the
other side's claims and, where the sets are there, thousands of fact-checked claims of both
languages, so that claims in its own language stand in its way.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from benchmarks.retrieval import read_set
from benchmarks.statements import statement
from workbench.facets.types import Facets
from workbench.matching.candidates.index import ClaimIndex
from workbench.matching.candidates.memory import MemoryPostings
from workbench.matching.candidates.terms import VERSION, index_terms, terms_across
from workbench.matching.compare import compare
from workbench.matching.match import ACROSS, CANDIDATES, match_statements
from workbench.matching.types import Statement

_TWINS = Path(__file__).parent / "data" / "twins.tsv"
_CROWD = {"ar": "ct21_2a_ar", "en": "ct20_2a_en"}


@dataclass(frozen=True, slots=True)
class Twin:
    """A claim in two languages."""

    english: str
    arabic: str
    aside: bool

    def side(self, language: str) -> Statement:
        text = self.english if language == "en" else self.arabic
        return statement(text, language)


def twins() -> list[Twin]:
    rows = [row.split("\t") for row in _TWINS.read_text(encoding="utf-8").splitlines() if row]
    return [Twin(row[0], row[1], row[2:] == ["aside"]) for row in rows]


def report(data: Path | None) -> None:
    pairs = twins()
    crowd = [claim for language in _CROWD for claim in _crowd(data, language)]
    for asked, filed in (("ar", "en"), ("en", "ar")):
        claims = [*(twin.side(filed) for twin in pairs), *crowd]
        index = ClaimIndex(MemoryPostings(VERSION), VERSION)
        index.add([(at, index_terms(each)) for at, each in enumerate(claims)])
        for aside in (False, True):
            print(f"  {asked} → {filed}, {'kept aside' if aside else 'development'}, ", end="")
            chosen = [at for at, twin in enumerate(pairs) if twin.aside is aside]
            _measure({at: pairs[at].side(asked) for at in chosen}, claims, index)


def _crowd(data: Path | None, language: str) -> list[Statement]:
    folder = data / _CROWD[language] if data else None
    if folder is None or not folder.is_dir():
        return []
    claims = read_set(folder, language).claims.values()
    return [Statement(text.split("\n")[0], language, Facets()) for text in claims]


def _measure(queries: dict[int, Statement], claims: list[Statement], index: ClaimIndex) -> None:
    sums: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    for at, query in queries.items():
        found = index.candidates(terms_across(query), CANDIDATES)[0]
        sums["first across"] += at in [c.claim for c in found[:1]]
        sums[f"compared (first {ACROSS})"] += at in [c.claim for c in found[:ACROSS]]
        hits = match_statements([query], index, lambda ids: {each: claims[each] for each in ids})
        sums["recall@5 as shown"] += at in [hit.claim for hit in hits]
        relations[compare(query, claims[at]).relation.value] += 1
    shown = "  ".join(f"{name} {value / len(queries):.3f}" for name, value in sums.items())
    print(f"{len(queries)} twins among {len(claims):,} claims: {shown}")
    print("    relation of the twins:", ", ".join(f"{k} {n}" for k, n in relations.most_common()))
