"""Words side by side: how much of each statement stands in the other, and what is left over.

Similarity is rarity-weighted and soft: a word counts as much as it is rare, a word that stands
only nearly in the other statement (RapidFuzz ratio) counts in proportion. It orders candidates;
the decision looks at what is left over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
    if word.stop:
        return 0.0
    if word.light:
        return 0.3
    if word.name:
        return 1.5
    return 1.2 if word.number else 1.0


@dataclass(frozen=True, slots=True)
class Pairing:
    """The words two statements share and those each has alone."""

    shared: tuple[tuple[Word, Word], ...]
    left_here: tuple[Word, ...]
    left_there: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Alignment(Pairing):
    """The same, and how much of each statement that is."""

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


def pair(here: Profile, there: Profile) -> Pairing:
    """Pair the words of two statements: first equal stems, then equal meanings."""
    ours, theirs = list(here.words), list(there.words)
    shared = _pair(ours, theirs, here.stems & there.stems, _by_stem)
    shared += _pair(ours, theirs, here.meanings & there.meanings, _by_meaning)
    if here.language != there.language:
        both = _ideas(ours) & _ideas(theirs)
        shared += _pair(ours, theirs, both, _by_idea, _may_translate)
    return Pairing(tuple(shared), tuple(ours), tuple(theirs))


def align(here: Profile, there: Profile, rarity: Rarity = plain_rarity) -> Alignment:
    """Pair the words of two statements, and weigh what is shared and what is left."""
    paired = pair(here, there)
    shared, ours, theirs = paired.shared, paired.left_here, paired.left_there
    soft_here, soft_there = _soft(ours, theirs, rarity)
    return Alignment(
        *(shared, ours, theirs),
        _coverage([one for one, _ in shared], ours, soft_here, rarity),
        _coverage([other for _, other in shared], theirs, soft_there, rarity),
    )


def _by_stem(word: Word) -> tuple[str, ...]:
    return (word.stem,)


def _by_meaning(word: Word) -> Sequence[str]:
    return sorted(word.meanings) if len(word.meanings) > 1 else tuple(word.meanings)


def _by_idea(word: Word) -> Sequence[str]:
    return sorted(word.ideas)


def _ideas(words: Iterable[Word]) -> frozenset[str]:
    return frozenset().union(*(word.ideas for word in words))


def _pair(
    ours: list[Word],
    theirs: list[Word],
    both: frozenset[str],
    keys: Callable[[Word], Sequence[str]],
    fits: Callable[[Word, Word], bool] | None = None,
) -> list[tuple[Word, Word]]:
    """Pairs of words with a key in common, taken off both lists, in order of the text.

    ``both`` has all keys that any of ours and any of theirs may have in common.
    """
    if not both:
        return []
    waiting: dict[str, list[int]] = {}
    for at, word in enumerate(theirs):
        for key in keys(word):
            if key in both:
                waiting.setdefault(key, []).append(at)
    used: dict[int, int] = {}
    for at, word in enumerate(ours):
        met = [to for key in keys(word) if key in waiting for to in waiting[key] if to not in used]
        found = next((to for to in met if fits is None or fits(word, theirs[to])), None)
        if found is not None:
            used[found] = at
    if not used:
        return []
    pairs = [(ours[at], theirs[to]) for to, at in used.items()]
    paired = set(used.values())
    ours[:] = [word for at, word in enumerate(ours) if at not in paired]
    theirs[:] = [word for at, word in enumerate(theirs) if at not in used]
    return pairs


def _may_translate(one: Word, other: Word) -> bool:
    """Whether two words of one idea can be translations: not where both have senses, and others.

    "Exports" and واردات are both of trade, but their senses say that they are not the same.
    """
    return not (one.meanings and other.meanings)


def _soft(ours: Sequence[Word], theirs: Sequence[Word], rarity: Rarity) -> tuple[float, float]:
    """What nearly equal words add to each side's covered weight.

    Only words that begin alike are tried: endings and slips of the pen, not rhymes.
    """
    by_letter: dict[str, list[Word]] = {}
    for word in theirs[:_SOFT_MOST]:
        by_letter.setdefault(word.stem[:1], []).append(word)
    here = 0.0
    best: dict[int, tuple[float, Word]] = {}
    for one in ours[:_SOFT_MOST]:
        near = 0.0
        for other in by_letter.get(one.stem[:1], ()):
            score = fuzz.ratio(one.stem, other.stem, score_cutoff=_NEARLY) / 100
            near = max(near, score)
            if score > best.get(other.place, (0.0, other))[0]:
                best[other.place] = (score, other)
        here += near * rarity(one) if near else 0.0
    return here, sum(score * rarity(word) for score, word in best.values())


def _coverage(found: Sequence[Word], left: Sequence[Word], soft: float, rarity: Rarity) -> float:
    covered = sum(map(rarity, found)) + soft
    total = sum(map(rarity, found)) + sum(map(rarity, left))
    return covered / total if total else 0.0
