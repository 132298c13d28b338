"""Matching: the claims on file that a new article's claims repeat, update or contradict.

Three steps: the index gives candidates that share rare words, RapidFuzz weighted by rarity ranks
them, and the facets decide the relation of the best.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

import msgspec
from msgspec.structs import replace

from workbench.language.spans import Span
from workbench.matching.candidates.index import Candidate, ClaimIndex
from workbench.matching.candidates.terms import queries_of
from workbench.matching.compare import compare, compare_worth, share_enough
from workbench.matching.profiles import Word
from workbench.matching.ranking import Rarities, rank, stems_of
from workbench.matching.reasons import Key
from workbench.matching.rerank import ALIKE, Reranker, reranked
from workbench.matching.rules import adds_to
from workbench.matching.showing import Compared, chosen
from workbench.matching.statement.words import profile
from workbench.matching.thresholds import LEAST_RELATED, SHOW_ALL, Thresholds
from workbench.matching.types import Comparison, Relation, Statement, Worded
from workbench.matching.wording.wording import Rarity

Load = Callable[[Sequence[int]], Mapping[int, Statement]]
"""Gives the statements of claims on file by their ids; ids not on file are left out."""
Skim = Callable[[Sequence[int]], Mapping[int, Worded]]
"""The same with no more than wording and language: most candidates need no more."""

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
STRONG = 2.0
"""Closeness from which a claim is worth a look although little else is shared: that of so many
words as rare as can be. Of the posts and debate lines of the public collections, this keeps .88,
.93 and .67 of the claims they tell of."""
SHOWN = 5
"""…and at most so many shown."""
TOGETHER = 32
"""New claims that are matched at once: more share no more of the work, and take more memory."""
_LISTED = 24
"""Characters between two times of one list: "in April and in August"."""
UNKNOWN = ""
"""A term that no claim has: as rare as can be."""
_LIGHT = 0.3


class Found(msgspec.Struct, frozen=True):
    """A claim on file that is worth showing beside a new one."""

    new: int
    """Which of the new statements, by its place in the sequence."""
    claim: int
    """Id of the claim on file."""
    comparison: Comparison


class Pair(msgspec.Struct, frozen=True):
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
    skim: Skim | None = None,
    passed_over: Mapping[int, frozenset[int]] | None = None,
    shown: int = SHOWN,
    thresholds: Thresholds = SHOW_ALL,
    reranker: Reranker | None = None,
    loosely: bool = False,
) -> list[Found]:
    """What is on file for each of the new statements, best first within each.

    ``skim`` spares the facets of candidates that turn out to be far off; without it all are
    loaded. ``passed_over`` names, by place in ``new``, claims not to be looked at: the new claim
    itself where it is already filed, those of its own article, rejected ones. ``thresholds`` say
    what is too far off to be shown. A ``reranker`` looks at more candidates, in all languages.
    ``loosely`` shows claims too that share little of their words but rare ones: what a post or a
    headline has in common with the claim it tells of.
    """
    over = passed_over or {}
    found: list[Found] = []
    for first in range(0, len(new), TOGETHER):
        part = new[first : first + TOGETHER]
        passed = {at: over[first + at] for at in range(len(part)) if first + at in over}
        hits = _matched(
            *(part, index, skim or load, load, passed),
            shown=shown,
            thresholds=thresholds,
            reranker=reranker,
            loosely=loosely,
        )
        found += (replace(hit, new=first + hit.new) for hit in hits)
    return found


def _matched(
    new: Sequence[Statement],
    index: ClaimIndex,
    skim: Skim,
    load: Load,
    passed_over: Mapping[int, frozenset[int]],
    *,
    shown: int,
    thresholds: Thresholds,
    reranker: Reranker | None,
    loosely: bool,
) -> list[Found]:
    near, across = _candidates(new, index, passed_over, wide=reranker is not None, loosely=loosely)
    worded = skim(sorted({each.claim for found in (*near, *across) for each in found}))
    rarities = index.rarity([UNKNOWN, *sorted(stems_of(new))])
    nearest = [
        _nearest(
            *(statement, (near[at], across[at]), worded, rarities),
            reranker=reranker,
            loosely=loosely,
        )
        for at, statement in enumerate(new)
    ]
    filed = load(sorted({each.claim for reaches in nearest for each in reaches}))
    reached = [
        [
            each
            for each in reaches
            if each.evidence(loosely=loosely) or share_enough(statement, filed[each.claim])
        ]
        for statement, reaches in zip(new, nearest, strict=True)
    ]
    with_any = [statement for statement, reaches in zip(new, reached, strict=True) if reaches]
    compared_with = [filed[each.claim] for reaches in reached for each in reaches]
    rarity = index_rarity(index, [*with_any, *compared_with])
    results: list[Found] = []
    for at, statement in enumerate(new):
        compared = [
            _compared(each, statement, filed[each.claim], rarity, each.evidence(loosely=loosely))
            for each in reached[at]
        ]
        for each in chosen(filter(None, compared), thresholds, shown):
            results.append(Found(at, each.claim, each.comparison))
    return results


class _Reached(msgspec.Struct, frozen=True):
    """A candidate that is worth comparing, and what speaks for it."""

    claim: int
    place: int
    score: float
    """Closeness by words, in words as rare as can be."""
    share: float
    """How much of the one or the other stands in both, going by the index."""
    meant: float

    def evidence(self, *, loosely: bool) -> Key | None:
        """What speaks for it where its words and facets do not."""
        if self.meant >= ALIKE:
            return Key.MEANING_ALIKE
        return Key.RARE_SHARED if loosely and self.score >= STRONG else None


def _nearest(
    statement: Statement,
    candidates: tuple[Sequence[Candidate], Sequence[Candidate]],
    worded: Mapping[int, Worded],
    rarities: Rarities,
    *,
    reranker: Reranker | None,
    loosely: bool,
) -> list[_Reached]:
    """The claims to look at closely: the nearest in one language, and the first of the others.

    Nothing but evidence speaks for those that share too little for anything but *different*.
    """
    near, across = candidates
    ranked = rank(statement, near, worded, rarities)
    others = [(each.claim, each.weight) for each in across if each.claim in worded]
    scores = dict(ranked)
    shares = {each.claim: each.share for each in (*near, *across)}
    meant: dict[int, float] = {}
    if reranker is not None:
        meant = dict(closest := reranked(statement, ranked, worded, reranker))
        further = reranked(statement, others, worded, reranker)
        meant |= dict(further)
        ranked, others = closest, further
    places = [*enumerate(ranked[:COMPARED]), *enumerate(others[:ACROSS])]
    least = LEAST_SHARED if reranker is None else 0.0
    reached = [
        _Reached(
            claim=claim,
            place=place,
            score=scores.get(claim, 0.0) / rarities[UNKNOWN],
            share=shares[claim],
            meant=meant.get(claim, -1.0),
        )
        for place, (claim, _) in places
    ]
    return [each for each in reached if each.share >= least or each.evidence(loosely=loosely)]


def _compared(
    each: _Reached, new: Statement, filed: Statement, rarity: Rarity, evidence: Key | None
) -> Compared | None:
    """A claim beside the new one; nothing where it is too far off and no evidence speaks for it."""
    least = 0.0 if evidence is not None else LEAST_RELATED
    comparison = compare_worth(new, filed, rarity, least)
    if comparison is None:
        return None
    across = filed.language != new.language
    return Compared(each.claim, comparison, each.place, across, evidence)


def _candidates(
    new: Sequence[Statement],
    index: ClaimIndex,
    passed: Mapping[int, frozenset[int]],
    *,
    wide: bool,
    loosely: bool,
) -> tuple[list[Sequence[Candidate]], list[list[Candidate]]]:
    """For each new statement: claims near it in its language, and the first in other ones.

    Claims in another language share names, figures and ideas alone, and would never come first
    among those that share words as well: they have places of their own.
    """
    asked = [queries_of(statement) for statement in new]
    others = [across for _, across in asked]
    queries = [*(own for own, _ in asked), *(query for each in others for query in each)]
    kept, most = (CANDIDATES, CANDIDATES) if wide else (RANKED, ACROSS)
    spare = [len(passed.get(at, ())) for at in range(len(new))]
    wanted = [kept + each for each in spare]
    wanted += [most + each for each, other in zip(spare, others, strict=True) for _ in other]
    found = index.candidates(queries, wanted)
    near, across = [], []
    rest = iter(found[len(new) :])
    for at, each in enumerate(others):
        over = passed.get(at, frozenset())
        left = [c for c in found[at] if c.claim not in over]
        near.append(left if wide else promising(left, loosely=loosely))
        least = 0.0 if wide else LEAST_SHARED
        firsts = [
            [c for c in next(rest) if c.claim not in over and c.share >= least][:most] for _ in each
        ]
        across.append([candidate for first in firsts for candidate in first])
    return near, across


def promising(found: Sequence[Candidate], *, loosely: bool = False) -> Sequence[Candidate]:
    """The candidates whose words are worth reading: the first, and those not far behind them.

    None are where all share too little for anything but *different*, unless asked ``loosely``.
    """
    least = found[0].weight * CLOSE if found else 0.0
    shared = 0.0 if loosely else LEAST_SHARED
    return [
        candidate
        for at, candidate in enumerate(found[:RANKED])
        if candidate.share >= shared and (at < COMPARED or candidate.weight >= least)
    ]


def within(statements: Sequence[Statement]) -> list[Pair]:
    """Repeats and contradictions among the claims of one article.

    Only pairs that say the same, more or less of the same, or the contrary: that two claims of
    one article are related goes without saying. What one sentence lists side by side ("two more
    rounds in March and April") is no contradiction: such claims share a mention, or their times
    stand beside one another. Nor is what somebody says to have begun once and to have stopped then.
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
        and not _goes_together(pair, statements[pair.first], statements[pair.second])
    ]


def _goes_together(pair: Pair, one: Statement, other: Statement) -> bool:
    """Whether an article says both in one breath: one goes on where the other ends, their times
    are listed, or one claimant tells two contrary things of different times."""
    if adds_to(one.text, other.text) or adds_to(other.text, one.text):
        return True
    turned = pair.comparison.reasons[0].key == Key.OPPOSITE_WORDS
    turned = turned and one.claimant == other.claimant and _days(one) != _days(other)
    return _apart(pair) and (turned or _lists_times(one, other))


def _days(statement: Statement) -> set[str]:
    """The times that a statement names and the lengths of time, as they are on file."""
    times = statement.facets.times
    return {time.interval.edtf if time.interval else time.duration for time in times}


def _lists_times(one: Statement, other: Statement) -> bool:
    """Whether a time of one stands right beside a time of the other in their article."""
    ours, theirs = (
        [t.span for t in each.facets.times if t.span.of(each.text) != t.surface]
        for each in (one, other)
    )
    return any(
        0 <= max(a.start, b.start) - min(a.end, b.end) <= _LISTED for a in ours for b in theirs
    )


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
        if word.stop:
            return 0.0  # whatever a word of another statement has by that stem
        return known.get(word.stem, 0.0) * (_LIGHT if word.light else 1.0)

    return rarity
