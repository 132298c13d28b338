"""Words side by side: how much of each statement stands in the other, and what is left over.

Similarity is rarity-weighted and soft: a word counts as much as it is rare, a word that stands
only nearly in the other statement (RapidFuzz ratio) counts in proportion. It orders candidates;
the decision looks at what is left over.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from workbench.matching.words import Profile, Word

Rarity = Callable[[Word], float]
_NEARLY = 80.0
"""RapidFuzz ratio from which a left-over word counts in proportion."""
_SOFT_MOST = 60
"""Left-over words that are held together softly, so that long claims stay cheap."""


def plain_rarity(word: Word) -> float:
    """Rarity where no index says better: by the kind of word."""
    if word.light:
        return 0.3
    if word.name:
        return 1.5
    return 1.2 if word.number else 1.0


@dataclass(frozen=True, slots=True)
class Alignment:
    """The words two statements share and those each has alone."""

    shared: tuple[tuple[Word, Word], ...]
    left_here: tuple[Word, ...]
    left_there: tuple[Word, ...]
    coverage_here: float
    """Rarity-weighted share of the new statement that stands in the one on file, in [0, 1]."""
    coverage_there: float

    @property
    def similarity(self) -> float:
        """The harmonic mean of both coverages."""
        total = self.coverage_here + self.coverage_there
        return 2 * self.coverage_here * self.coverage_there / total if total else 0.0

    @property
    def swapped(self) -> Alignment:
        """The same, seen from the other side."""
        return Alignment(
            tuple((there, here) for here, there in self.shared),
            self.left_there,
            self.left_here,
            self.coverage_there,
            self.coverage_here,
        )


def align(here: Profile, there: Profile, rarity: Rarity = plain_rarity) -> Alignment:
    """Pair the words of two statements: first equal stems, then equal meanings."""
    ours, theirs = list(here.words), list(there.words)
    shared = _pair(ours, theirs, lambda word: (word.stem,))
    shared += _pair(ours, theirs, lambda word: tuple(sorted(word.meanings)))
    if here.language != there.language:
        shared += _pair(ours, theirs, lambda word: tuple(sorted(word.ideas)), _may_translate)
    soft_here, soft_there = _soft(ours, theirs, rarity)
    return Alignment(
        tuple(shared),
        tuple(ours),
        tuple(theirs),
        _coverage([one for one, _ in shared], ours, soft_here, rarity),
        _coverage([other for _, other in shared], theirs, soft_there, rarity),
    )


def _pair(
    ours: list[Word],
    theirs: list[Word],
    keys: Callable[[Word], Sequence[str]],
    fits: Callable[[Word, Word], bool] = lambda _one, _other: True,
) -> list[tuple[Word, Word]]:
    """Pairs of words with a key in common, taken off both lists, in order of the text."""
    waiting: dict[str, list[int]] = {}
    for at, word in enumerate(theirs):
        for key in keys(word):
            waiting.setdefault(key, []).append(at)
    used: set[int] = set()
    pairs, rest = [], []
    for word in ours:
        free = (to for key in keys(word) for to in waiting.get(key, ()) if to not in used)
        found = next((to for to in free if fits(word, theirs[to])), None)
        if found is None:
            rest.append(word)
        else:
            used.add(found)
            pairs.append((word, theirs[found]))
    ours[:] = rest
    theirs[:] = [word for at, word in enumerate(theirs) if at not in used]
    return pairs


def _may_translate(one: Word, other: Word) -> bool:
    """Whether two words of one idea can be translations: not where both have senses, and others.

    "Exports" and واردات are both of trade, but their senses say that they are not the same.
    """
    return not (one.meanings and other.meanings)


def _soft(ours: Sequence[Word], theirs: Sequence[Word], rarity: Rarity) -> tuple[float, float]:
    """What nearly equal words add to each side's covered weight."""
    if not ours or not theirs:
        return 0.0, 0.0
    new, filed = ours[:_SOFT_MOST], theirs[:_SOFT_MOST]
    scores = [
        [fuzz.ratio(one.stem, other.stem, score_cutoff=_NEARLY) for other in filed] for one in new
    ]
    here = sum(max(row) / 100 * rarity(word) for row, word in zip(scores, new, strict=True))
    there = sum(
        max(row[at] for row in scores) / 100 * rarity(word) for at, word in enumerate(filed)
    )
    return here, there


def _coverage(found: Sequence[Word], left: Sequence[Word], soft: float, rarity: Rarity) -> float:
    covered = sum(map(rarity, found)) + soft
    total = sum(map(rarity, found)) + sum(map(rarity, left))
    return covered / total if total else 0.0
