"""Finding the claim on file for a post or a line of a debate: ours beside its baselines."""

from __future__ import annotations

import json
import math
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.statements import statement
from workbench.facets.types import Facets
from workbench.language.fold import fold_text
from workbench.language.packs import load
from workbench.language.stems import terms
from workbench.matching.candidates.index import ClaimIndex
from workbench.matching.candidates.memory import MemoryPostings
from workbench.matching.candidates.terms import VERSION, index_terms, query_terms
from workbench.matching.match import CANDIDATES, match_statements, promising
from workbench.matching.ranking import rank, stems_of
from workbench.matching.types import Statement

Ranking = Callable[[str], Sequence[str]]
SETS = {"ct20_2a_en": "en", "ct21_2a_ar": "ar", "ct21_2b_en": "en"}
_BRUTE = 150
"""Queries that are put to brute force, which takes a second each."""


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """Claims with their ids, queries with theirs, and which claims answer each query."""

    name: str
    language: str
    claims: Mapping[str, str]
    queries: Mapping[str, str]
    relevant: Mapping[str, frozenset[str]]


def read_set(folder: Path, language: str) -> RetrievalSet:
    claims = {row["cid"]: _text(row) for row in _lines(folder / "claims.jsonl")}
    relevant: dict[str, set[str]] = defaultdict(set)
    for row in _lines(folder / "qrels.jsonl"):
        relevant[row["qid"]].add(row["cid"])
    queries = {row["qid"]: row["text"] for row in _lines(folder / "queries.jsonl")}
    answered = {qid: text for qid, text in queries.items() if relevant.get(qid)}
    frozen = {qid: frozenset(cids) for qid, cids in relevant.items()}
    return RetrievalSet(folder.name, language, claims, answered, frozen)


def _text(row: Mapping[str, Any]) -> str:
    return f"{row.get('claim') or ''}\n{row.get('title') or ''}".strip()


def _lines(path: Path) -> Iterable[dict[str, Any]]:
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line)


def ours(data: RetrievalSet) -> Ranking:
    """Candidates by the index, ranked by the matcher; facets take no part in ranking."""
    statements = {cid: Statement(t, data.language, Facets()) for cid, t in data.claims.items()}
    names = list(statements)
    index = ClaimIndex(MemoryPostings(VERSION), VERSION)
    index.add([(at, index_terms(statements[cid])) for at, cid in enumerate(names)])

    def search(query: str) -> Sequence[str]:
        new = Statement(query, data.language, Facets())
        found = index.candidates([query_terms(new)], CANDIDATES)[0]
        near = promising(found, loosely=True)
        rest = [names[c.claim] for c in found[len(near) :]]
        found = near
        filed = {c.claim: statements[names[c.claim]] for c in found}
        rarities = index.rarity(sorted(stems_of([new])))
        return [names[claim] for claim, _ in rank(new, found, filed, rarities)] + rest

    return search


def shown(data: RetrievalSet) -> Ranking:
    """What the desk shows beside a claim: compared by facets, the likeliest first."""
    names = list(data.claims)
    statements = [statement(text, data.language) for text in data.claims.values()]
    index = ClaimIndex(MemoryPostings(VERSION), VERSION)
    index.add([(at, index_terms(each)) for at, each in enumerate(statements)])

    def search(query: str) -> Sequence[str]:
        found = match_statements(
            [statement(query, data.language)],
            index,
            lambda ids: {at: statements[at] for at in ids},
            loosely=True,
        )
        return [names[each.claim] for each in found]

    return search


def blocked(data: RetrievalSet) -> Ranking:
    """The index alone, in the order of its weights."""
    names = list(data.claims)
    index = ClaimIndex(MemoryPostings(VERSION), VERSION)
    texts = enumerate(data.claims.values())
    index.add([(at, index_terms(Statement(t, data.language, Facets()))) for at, t in texts])

    def search(query: str) -> Sequence[str]:
        new = Statement(query, data.language, Facets())
        return [names[c.claim] for c in index.candidates([query_terms(new)], 100)[0]]

    return search


def bm25(data: RetrievalSet, k1: float = 1.2, b: float = 0.75) -> Ranking:
    """Okapi BM25 over stems without stop words."""
    names = list(data.claims)
    pack = load(data.language)
    bags = [Counter(terms(text, pack)) for text in data.claims.values()]
    lengths = np.array([sum(bag.values()) for bag in bags], dtype=np.float64)
    norm = k1 * (1 - b + b * lengths / lengths.mean())
    postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, bag in enumerate(bags):
        for term, n in bag.items():
            postings[term].append((at, n))

    def search(query: str) -> Sequence[str]:
        scores = np.zeros(len(names))
        for term in set(terms(query, pack)):
            docs = postings.get(term, [])
            idf = math.log1p((len(names) - len(docs) + 0.5) / (len(docs) + 0.5))
            for at, n in docs:
                scores[at] += idf * n * (k1 + 1) / (n + norm[at])
        return [names[at] for at in np.argsort(-scores, kind="stable")[:100]]

    return search


def brute_force(data: RetrievalSet) -> Ranking:
    """RapidFuzz token_set_ratio against every claim on file."""
    names = list(data.claims)
    texts = [fold_text(text) for text in data.claims.values()]

    def search(query: str) -> Sequence[str]:
        best = process.extract(
            fold_text(query), texts, scorer=fuzz.token_set_ratio, limit=100, processor=None
        )
        return [names[at] for _, _, at in best]

    return search


def measure(data: RetrievalSet, ranking: Ranking, queries: Sequence[str]) -> dict[str, float]:
    """MAP@5 (over all relevant), MRR, P@1, recall at 10 and 50, milliseconds a query."""
    sums: Counter[str] = Counter()
    started = time.perf_counter()
    found = {qid: list(ranking(data.queries[qid])) for qid in queries}
    elapsed = time.perf_counter() - started
    for qid, ranked in found.items():
        relevant = data.relevant[qid]
        hits = [at for at, cid in enumerate(ranked) if cid in relevant]
        top = [at for at in hits if at < 5]
        sums["MAP@5"] += sum((n + 1) / (at + 1) for n, at in enumerate(top)) / len(relevant)
        sums["MRR"] += 1 / (hits[0] + 1) if hits else 0
        sums["P@1"] += bool(hits) and hits[0] == 0
        sums["R@10"] += sum(at < 10 for at in hits) / len(relevant)
        sums["R@50"] += sum(at < 50 for at in hits) / len(relevant)
    result = {name: value / len(queries) for name, value in sums.items()}
    result["ms"] = elapsed / len(queries) * 1000
    return result


def report(folder: Path, *, brute: bool = True) -> None:
    for name, language in SETS.items():
        if not (folder / name).is_dir():
            print(f"{name}: left out, not under --data")
            continue
        data = read_set(folder / name, language)
        queries = sorted(data.queries)
        print(f"{name}: {len(data.claims)} claims, {len(queries)} queries")
        rankings = {
            "ours": ours(data),
            "ours, as shown": shown(data),
            "index alone": blocked(data),
            "BM25 stemmed": bm25(data),
        }
        for label, ranking in rankings.items():
            _print(label, measure(data, ranking, queries))
        if brute:
            some = random.Random(1).sample(queries, min(_BRUTE, len(queries)))
            _print(f"token_set_ratio ({len(some)})", measure(data, brute_force(data), some))


def _print(label: str, figures: Mapping[str, float]) -> None:
    shown = "  ".join(f"{name} {value:.3f}" for name, value in figures.items() if name != "ms")
    print(f"  {label:24} {shown}  {figures['ms']:.1f} ms")
