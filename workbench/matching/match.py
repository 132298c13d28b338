"""Matching: the claims on file that a new article's claims repeat, update or contradict.

Three steps: the index gives candidates that share rare words, RapidFuzz weighted by rarity ranks
them, and the facets decide the relation of the best.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from workbench.language.spans import Span
from workbench.matching.compare import compare, little_shared
from workbench.matching.index import Candidate, ClaimIndex
from workbench.matching.ranking import rank, stems_of
from workbench.matching.terms import query_terms, terms_across
from workbench.matching.thresholds import SHOW_ALL, Thresholds
from workbench.matching.types import Comparison, Relation, Statement
from workbench.matching.wording import Rarity, align
from workbench.matching.words import Word, profile

Load = Callable[[Sequence[int]], Mapping[int, Statement]]
"""Gives the statements of claims on file by their ids; ids not on file are left out."""

CANDIDATES = 50
"""Claims that the index gives for each new one…"""
RANKED = 24
"""…of which at most so many are ranked by their words…"""
CLOSE = 0.4
"""…if they have this share of the weight of the first, or are among the first few…"""
LEAST_SHARED = 0.18
"""…and if so much of the one or the other stands in both, going by the index…"""
COMPARED = 6
"""…so many compared by their facets, if they share enough words…"""
ACROSS = 3
"""…and so many of each other language…"""
SHOWN = 5
"""…and at most so many shown."""
_LIGHT = 0.3


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
    thresholds: Thresholds = SHOW_ALL,
) -> list[Found]:
    """What is on file for each of the new statements, best first within each.

    ``passed_over`` names, by place in ``new``, claims not to be looked at: the new claim itself
    where it is already filed, those of its own article, rejected ones. ``thresholds`` say what
    is too far off to be shown.
    """
    passed = passed_over or {}
    near, across = _candidates(new, index, passed)
    filed = load(sorted({each.claim for found in (*near, *across) for each in found}))
    rarities = index.rarity(sorted(stems_of(new)))
    chosen = []
    for at, statement in enumerate(new):
        ranked = [claim for claim, _ in rank(statement, near[at], filed, rarities)]
        chosen.append(_within_reach(statement, ranked[:COMPARED], across[at], filed))
    compared_with = [filed[claim] for claims in chosen for claim in claims]
    rarity = index_rarity(index, [*new, *compared_with])
    results: list[Found] = []
    for at, statement in enumerate(new):
        compared = _compared(statement, chosen[at], filed, rarity, thresholds)
        results += [Found(at, claim, comparison) for claim, comparison in compared[:shown]]
    return results


def _candidates(
    new: Sequence[Statement], index: ClaimIndex, passed: Mapping[int, frozenset[int]]
) -> tuple[list[Sequence[Candidate]], list[list[Candidate]]]:
    """For each new statement: claims near it in its language, and the first in other ones.

    Claims in another language share names, figures and ideas alone, and would never come first
    among those that share words as well: they have places of their own.
    """
    others = [terms_across(statement) for statement in new]
    queries = [*map(query_terms, new), *(query for each in others for query in each)]
    found = [list(each) for each in index.candidates(queries, CANDIDATES)]
    near, across = [], []
    rest = iter(found[len(new) :])
    for at, each in enumerate(others):
        over = passed.get(at, frozenset())
        near.append(promising([c for c in found[at] if c.claim not in over]))
        firsts = [[c for c in next(rest) if c.claim not in over][:ACROSS] for _ in each]
        across.append([candidate for first in firsts for candidate in first])
    return near, across


def _within_reach(
    statement: Statement,
    ranked: Sequence[int],
    across: Sequence[Candidate],
    filed: Mapping[int, Statement],
) -> list[int]:
    """The claims to compare: the nearest in one language, and the first of the others.

    But for those that share too few words for their facets to matter.
    """
    others = (each.claim for each in across if each.claim in filed)
    claims = dict.fromkeys((*ranked, *others))
    ours = profile(statement)
    return [claim for claim in claims if not little_shared(align(ours, profile(filed[claim])))]


def promising(found: Sequence[Candidate]) -> Sequence[Candidate]:
    """The candidates whose words are worth reading: the first, and those not far behind them.

    None are where all share too little for anything but *different*.
    """
    least = found[0].weight * CLOSE if found else 0.0
    return [
        candidate
        for at, candidate in enumerate(found[:RANKED])
        if candidate.share >= LEAST_SHARED and (at < COMPARED or candidate.weight >= least)
    ]


def within(statements: Sequence[Statement]) -> list[Pair]:
    """Repeats and contradictions among the claims of one article.

    Only pairs that say the same, more or less of the same, or the contrary: that two claims of
    one article are related goes without saying. What one sentence lists side by side ("two more
    rounds in March and April") is no contradiction: such claims share a mention.
    """
    keys = [_keys(statement) for statement in statements]
    mentions = [_mentions(statement) for statement in statements]
    pairs = [
        Pair(first, second, compare(statements[second], statements[first]))
        for first, second in combinations(range(len(statements)), 2)
        if _worth_comparing(keys[first], keys[second])
    ]
    return [
        pair
        for pair in pairs
        if pair.comparison.relation not in {Relation.DIFFERENT, Relation.RELATED}
        and not (_apart(pair) and mentions[pair.first] & mentions[pair.second])
    ]


def _apart(pair: Pair) -> bool:
    return pair.comparison.relation in {Relation.CONFLICT, Relation.UPDATE}


def _mentions(statement: Statement) -> frozenset[Span]:
    """Where the article names what this claim names, if its facets tell.

    A claim that was read by itself has offsets of its own, which say nothing of another's.
    """
    facets = statement.facets
    named = [(quantity.span, quantity.surface) for quantity in facets.quantities]
    named += [(actor.span, actor.surface) for actor in facets.actors]
    named += [(place.span, place.surface) for place in facets.places]
    return frozenset(
        span for span, surface in named if len(span) and span.of(statement.text) != surface
    )


def _keys(statement: Statement) -> tuple[frozenset[str], int]:
    """What a statement's words can be met by, and how many words it has."""
    words = [word for word in profile(statement).words if not word.stop]
    keys = {key for word in words for key in (word.stem, *word.meanings, *word.ideas)}
    return frozenset(keys), len(words)


def _worth_comparing(here: tuple[frozenset[str], int], there: tuple[frozenset[str], int]) -> bool:
    """Whether two statements may share a third of the shorter one's words: no other can tell."""
    return len(here[0] & there[0]) * 4 >= min(here[1], there[1])


def index_rarity(index: ClaimIndex, statements: Iterable[Statement]) -> Rarity:
    """Rarity of the words of these statements by the index's document frequencies."""
    words = (word for statement in statements for word in profile(statement).words)
    known = index.rarity(sorted({word.stem for word in words if not word.stop}))

    def rarity(word: Word) -> float:
        return known.get(word.stem, 0.0) * (_LIGHT if word.light else 1.0)

    return rarity


def _compared(
    statement: Statement,
    ranked: Sequence[int],
    filed: Mapping[int, Statement],
    rarity: Rarity,
    thresholds: Thresholds,
) -> list[tuple[int, Comparison]]:
    compared = [(claim, compare(statement, filed[claim], rarity)) for claim in ranked]
    worth = [(claim, comparison) for claim, comparison in compared if thresholds.show(comparison)]
    return sorted(worth, key=lambda entry: -entry[1].probability)
