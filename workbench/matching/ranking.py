"""Which candidates come first: rarity-weighted words, their order, and RapidFuzz.

The score is Okapi BM25 over shared words (k1 1.2, b 0.75, a claim of `_USUAL` words being of the
usual length) with a bonus for shared pairs of neighbours, times how much of the claim on file
stands in the new text, plus a tenth of RapidFuzz's token_set_ratio over folded text. The parts were
weighed on the three public collections of posts and debate lines that the benchmark reads.
It orders candidates and decides nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from workbench.language.fold import fold_text
from workbench.matching.index import Candidate
from workbench.matching.types import Statement
from workbench.matching.wording import Alignment, Rarity, align
from workbench.matching.words import Profile, Word, profile

_K1 = 1.2
_B = 0.75
_USUAL = 16
_NEIGHBOURS = 0.15
_COVERED = 0.5
_FUZZ = 0.1
_LONGEST = 2000
"""Characters of a statement that RapidFuzz looks at."""


def rank(
    new: Statement,
    candidates: Sequence[Candidate],
    filed: Mapping[int, Statement],
    rarity: Rarity,
) -> list[tuple[int, float]]:
    """Claims on file by closeness, best first, with their scores; the newest first among equals."""
    scored = [
        (candidate.claim, closeness(new, filed[candidate.claim], rarity))
        for candidate in candidates
        if candidate.claim in filed
    ]
    return sorted(scored, key=lambda entry: (-entry[1], -entry[0]))


def closeness(new: Statement, filed: Statement, rarity: Rarity) -> float:
    """How close a claim on file is to a new statement, for ranking alone; 0 and above."""
    ours, theirs = profile(new), profile(filed)
    words = align(ours, theirs, rarity)
    shared = _shared_weight(words, theirs, rarity)
    shared += _NEIGHBOURS * _neighbours(ours, theirs, rarity)
    alike = fuzz.token_set_ratio(fold_text(new.text[:_LONGEST]), fold_text(filed.text[:_LONGEST]))
    return shared * (_COVERED + words.coverage_there) + _FUZZ * alike


def _shared_weight(words: Alignment, theirs: Profile, rarity: Rarity) -> float:
    """BM25 of the shared words, each word of the new statement once."""
    counts = Counter(word.stem for word in theirs.words)
    length = _K1 * (1 - _B + _B * len(theirs.words) / _USUAL)
    once = {one.stem: (one, other) for one, other in reversed(words.shared)}
    total = 0.0
    for one, other in once.values():
        n = counts[other.stem]
        total += min(rarity(one), rarity(other)) * n * (_K1 + 1) / (n + length)
    return total


def _neighbours(ours: Profile, theirs: Profile, rarity: Rarity) -> float:
    """Weight of the pairs of neighbouring words that stand in both."""
    there = {(one.stem, other.stem) for one, other in pairwise(_content(theirs))}
    here = {(one.stem, other.stem): (one, other) for one, other in pairwise(_content(ours))}
    return sum(rarity(one) + rarity(other) for key, (one, other) in here.items() if key in there)


def _content(statement: Profile) -> list[Word]:
    return [word for word in statement.words if not word.stop]
