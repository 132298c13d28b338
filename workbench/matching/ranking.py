"""Which candidates come first: Okapi BM25 over stems, neighbours, and nearly equal words.

BM25 (k1 1.2, b 0.75) takes a claim of `_USUAL` stems for one of the usual length. A word of the new
text that the claim on file lacks counts in part where a nearly equal one stands there (RapidFuzz
ratio): a slip of the pen, another ending or transliteration. Words that stand near each other in
both count once more. The two weights are the best of a coarse grid on the public collections of
posts and debate lines. Characters in fours, coverage and RapidFuzz's token ratios were tried
beside them; what they gained was within half a point and not alike on all three. A score orders
candidates; it decides nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise

import msgspec
from rapidfuzz import fuzz, process

from workbench.language.stems import terms
from workbench.matching.candidates.index import Candidate
from workbench.matching.lexicon.lexemes import lexemes_of
from workbench.matching.statement.posts import plain
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Statement, Worded

_K1 = 1.2
_B = 0.75
_USUAL = 16
NEIGHBOURS = 0.1
"""Weight of two words that stand near each other in both texts, in their rarities."""
NEARLY = 1.0
"""Weight of a word that stands nearly in the other text, in its rarity and in how nearly."""
_LIKE = 70.0
"""RapidFuzz ratio from which two words are nearly equal…"""
_SHORT = 4
"""…if both have so many letters…"""
_TRIED = 12
"""…and are among the rarest so many of the new text."""
_LONGEST = 400
"""Stems of one text that are ranked by."""
_BRINK = 3
"""Decimals of a score that tell two claims apart."""

Rarities = Mapping[str, float]
"""Stem → inverse document frequency; of the new texts' stems at least."""


class Bag(msgspec.Struct, frozen=True, gc=False):
    """A text as the stems in it."""

    counts: Mapping[str, int]
    pairs: frozenset[tuple[str, str]]
    """Stems that stand beside each other, or with one between them."""
    length: int


@lru_cache(maxsize=512)
def bag(text: str, language: str) -> Bag:
    """The stems of a text, worked out once."""
    read, pack = plain(text), pack_for(language)
    # In a shouted text capitals mean nothing.
    shouted = read.isupper()
    stems = terms(read, pack, shouted=True) if shouted else lexemes_of(pack.code).stems(read)
    stems = stems[:_LONGEST]
    pairs = chain(pairwise(stems), zip(stems, stems[2:], strict=False))
    return Bag(Counter(stems), frozenset(pairs), len(stems))


def stems_of(statements: Iterable[Statement]) -> set[str]:
    """The stems whose rarities ranking needs of new statements."""
    return {stem for each in statements for stem in bag(each.text, each.language).counts}


def rank(
    new: Statement,
    candidates: Sequence[Candidate],
    filed: Mapping[int, Worded],
    rarities: Rarities,
) -> list[tuple[int, float]]:
    """Claims on file in the new statement's language by closeness, with their scores.

    Best first; among equals the one that was filed first: what repeats it came later, and is less
    likely to be checked.
    """
    ours = bag(new.text, new.language)
    scored = [
        (each.claim, closeness(ours, bag(filed[each.claim].text, new.language), rarities))
        for each in candidates
        if each.claim in filed and filed[each.claim].language == new.language
    ]
    return sorted(scored, key=lambda entry: (-round(entry[1], _BRINK), entry[0]))


def closeness(ours: Bag, theirs: Bag, rarities: Rarities) -> float:
    """How close a claim on file is, for ranking alone; 0 and above."""
    length = _K1 * (1 - _B + _B * theirs.length / _USUAL)
    total = 0.0
    for stem in ours.counts:
        n = theirs.counts.get(stem)
        if n:
            total += rarities.get(stem, 0.0) * n * (_K1 + 1) / (n + length)
    for one, other in sorted(ours.pairs & theirs.pairs):
        total += NEIGHBOURS * (rarities.get(one, 0.0) + rarities.get(other, 0.0))
    return total + NEARLY * _nearly(ours, theirs, rarities)


def _nearly(ours: Bag, theirs: Bag, rarities: Rarities) -> float:
    """Rarity of the new text's rarest words that stand only nearly in the other."""
    left = [stem for stem in theirs.counts if stem not in ours.counts and len(stem) >= _SHORT]
    if not left:
        return 0.0
    open_words = [stem for stem in ours.counts if stem not in theirs.counts and len(stem) >= _SHORT]
    open_words.sort(key=lambda stem: -rarities.get(stem, 0.0))
    total = 0.0
    for stem in open_words[:_TRIED]:
        best = process.extractOne(stem, left, scorer=fuzz.ratio, score_cutoff=_LIKE)
        if best is not None:
            total += rarities.get(stem, 0.0) * (best[1] / 100 - 0.6)
    return total
