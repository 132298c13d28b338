"""Matching: the claims on file that a new article's claims repeat, update or contradict.

Three steps: the index gives candidates that share rare words, RapidFuzz weighted by rarity ranks
them, and the facets decide the relation of the best.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from workbench.matching.compare import compare
from workbench.matching.index import Candidate, ClaimIndex
from workbench.matching.terms import index_terms
from workbench.matching.types import Comparison, Relation, Statement
from workbench.matching.wording import Rarity, closeness, plain_rarity
from workbench.matching.words import Word, profile

Load = Callable[[Sequence[int]], Mapping[int, Statement]]
"""Gives the statements of claims on file by their ids; ids not on file are left out."""

CANDIDATES = 50
"""Claims that the index gives for each new one."""
RANKED = 12
"""…of which so many are compared."""
SHOWN = 5
"""…and at most so many shown."""
LEAST_RELATED = 0.35
"""Similarity below which a claim that is only related is not worth showing."""


@dataclass(frozen=True, slots=True)
class Found:
    """A claim on file that is worth showing beside a new one."""

    new: int
    """Which of the new statements, by its place in the sequence."""
    claim: int
    """Id of the claim on file."""
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements of one article that repeat or contradict each other."""

    first: int
    second: int
    """Places in the sequence, ``first < second``; ``second`` stands as the new claim."""
    comparison: Comparison


def match_statements(
    new: Sequence[Statement],
    index: ClaimIndex,
    load: Load,
    *,
    passed_over: Mapping[int, frozenset[int]] | None = None,
    shown: int = SHOWN,
) -> list[Found]:
    """What is on file for each of the new statements, best first within each.

    ``passed_over`` names, by place in ``new``, claims not to be looked at: the new claim itself
    where it is already filed, those of its own article, rejected ones.
    """
    terms = [index_terms(statement) for statement in new]
    candidates = index.candidates(terms, CANDIDATES)
    kept = [
        [c for c in found if c.claim not in (passed_over or {}).get(at, frozenset())][:RANKED]
        for at, found in enumerate(candidates)
    ]
    filed = load(sorted({candidate.claim for found in kept for candidate in found}))
    rarity = index_rarity(index, {term for query in terms for term in query})
    results: list[Found] = []
    for at, statement in enumerate(new):
        compared = _compared(statement, kept[at], filed, rarity)
        results += [Found(at, claim, comparison) for claim, comparison in compared[:shown]]
    return results


def rank(
    new: Statement,
    candidates: Sequence[Candidate],
    filed: Mapping[int, Statement],
    index: ClaimIndex,
) -> list[tuple[int, float]]:
    """Candidates by rarity-weighted similarity, best first, with their scores."""
    terms = {word.stem for word in profile(new).words}
    terms |= {w.stem for c in candidates if c.claim in filed for w in profile(filed[c.claim]).words}
    rarity = index_rarity(index, terms)
    ours = profile(new)
    scored = [
        (c.claim, closeness(ours, profile(filed[c.claim]), rarity))
        for c in candidates
        if c.claim in filed
    ]
    return sorted(scored, key=lambda entry: (-entry[1], entry[0]))


def within(statements: Sequence[Statement]) -> list[Pair]:
    """Repeats and contradictions among the claims of one article.

    Only pairs that say the same, more or less of the same, or the contrary: that two claims of
    one article are related goes without saying.
    """
    pairs = [
        Pair(first, second, compare(statements[second], statements[first]))
        for first, second in combinations(range(len(statements)), 2)
    ]
    telling = {Relation.DIFFERENT, Relation.RELATED}
    return [pair for pair in pairs if pair.comparison.relation not in telling]


def index_rarity(index: ClaimIndex, terms: set[str]) -> Rarity:
    """Rarity of words by the index's document frequencies; others by their kind."""
    known = index.rarity(sorted(terms))

    def rarity(word: Word) -> float:
        return known.get(word.stem, 5.0) * (0.3 if word.light else 1.0)

    return rarity if known else plain_rarity


def _compared(
    statement: Statement,
    candidates: Sequence[Candidate],
    filed: Mapping[int, Statement],
    rarity: Rarity,
) -> list[tuple[int, Comparison]]:
    compared = [
        (candidate.claim, compare(statement, filed[candidate.claim], rarity))
        for candidate in candidates
        if candidate.claim in filed
    ]
    worth = [(claim, comparison) for claim, comparison in compared if worth_showing(comparison)]
    return sorted(worth, key=lambda entry: (-entry[1].probability, entry[0]))


def worth_showing(comparison: Comparison) -> bool:
    """Whether a comparison tells a checker something."""
    if comparison.relation is Relation.DIFFERENT:
        return False
    return comparison.relation is not Relation.RELATED or comparison.similarity >= LEAST_RELATED
