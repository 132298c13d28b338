"""Arabic ↔ English: is a claim's twin in the other language found among claims of both?

``data/twins.tsv`` holds pairs written for this benchmark in news style (English, tab, Arabic).
Each side is looked for among the other side's claims and, where the sets are there, thousands of
fact-checked claims of that language.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.retrieval import read_set
from workbench.facets.bundle import read_facets
from workbench.facets.types import Clock, Facets
from workbench.language.packs import load
from workbench.matching.compare import compare
from workbench.matching.index import ClaimIndex
from workbench.matching.match import CANDIDATES, COMPARED, index_rarity, promising
from workbench.matching.memory import MemoryPostings
from workbench.matching.ranking import rank
from workbench.matching.terms import VERSION, index_terms, query_terms
from workbench.matching.types import Statement

_TWINS = Path(__file__).parent / "data" / "twins.tsv"
_CROWD = {"ar": "ct21_2a_ar", "en": "ct20_2a_en"}


def twins() -> list[tuple[str, str]]:
    rows = _TWINS.read_text(encoding="utf-8").splitlines()
    return [(row.split("\t")[0], row.split("\t")[1]) for row in rows if row]


def report(data: Path | None) -> None:
    pairs = twins()
    for asked, filed, side in (("ar", "en", 1), ("en", "ar", 0)):
        queries = [_statement(pair[side], asked) for pair in pairs]
        answers = [_statement(pair[1 - side], filed) for pair in pairs]
        crowd = _crowd(data, filed)
        _measure(f"{asked} → {filed}", queries, answers, crowd)


def _statement(text: str, language: str) -> Statement:
    return Statement(text, language, read_facets(text, load(language), Clock(None)))


def _crowd(data: Path | None, language: str) -> list[Statement]:
    folder = data / _CROWD[language] if data else None
    if folder is None or not folder.is_dir():
        return []
    claims = read_set(folder, language).claims.values()
    return [Statement(text.split("\n")[0], language, Facets()) for text in claims]


def _measure(
    label: str, queries: list[Statement], answers: list[Statement], crowd: list[Statement]
) -> None:
    filed = [*answers, *crowd]
    index = ClaimIndex(MemoryPostings(VERSION), VERSION)
    index.add([(at, index_terms(each)) for at, each in enumerate(filed)])
    sums: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    for at, query in enumerate(queries):
        found = index.candidates([query_terms(query)], CANDIDATES)[0]
        kept = {c.claim: filed[c.claim] for c in promising(found)}
        rarity = index_rarity(index, [query, *kept.values()])
        ranked = [claim for claim, _ in rank(query, promising(found), kept, rarity)]
        sums["recall@1"] += at in ranked[:1]
        sums["recall@5"] += at in ranked[:5]
        sums[f"compared ({COMPARED})"] += at in ranked[:COMPARED]
        sums[f"candidate ({CANDIDATES})"] += at in {c.claim for c in found}
        relations[compare(query, answers[at]).relation.value] += 1
    shown = "  ".join(f"{name} {value / len(queries):.3f}" for name, value in sums.items())
    print(f"  {label}: {len(queries)} twins among {len(filed):,} claims  {shown}")
    print("    relation of the twins:", ", ".join(f"{k} {n}" for k, n in relations.most_common()))
