"""A word that no claim has, and the one that may have been meant.

Only letters are forgiven: a figure that is nearly another is another. A word of four letters may
have one wrong, one of eight two; the distance counts letters that are missing, too many, exchanged
or taken for others (optimal string alignment: Damerau 1964, in RapidFuzz).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from workbench.desk.types import ClaimFilter
from workbench.records.search import asked_words, without_particles

if TYPE_CHECKING:
    from workbench.records.sqlite import Database
    from workbench.records.vocabulary import Vocabulary

SHORTEST = 4
"""Letters from which a word may have a wrong one: nearly every shorter one is another word."""
LONG = 8
"""Letters from which two may be wrong."""
MOST = 3
"""Words of one search that are looked for elsewhere; each takes some hundredths of a second."""


class Instead(msgspec.Struct, frozen=True):
    """A word that no claim has, and the nearest that some have."""

    typed: str
    shown: str


def meant(database: Database, wanted: ClaimFilter) -> tuple[ClaimFilter, tuple[Instead, ...]]:
    """A filter with the words that no claim has replaced by the nearest there are.

    The filter as it is where every word stands in some claim, or nothing is near. What is quoted
    was meant as it stands.
    """
    if not wanted.text:
        return wanted, ()
    from workbench.records.vocabulary import Vocabulary  # noqa: PLC0415 (when nothing is found)

    vocabulary = Vocabulary(database)
    words: list[str] = []
    instead: list[Instead] = []
    for piece in wanted.text.split():
        parts = asked_words(piece)
        for word in parts:
            strange = len(instead) < MOST and not vocabulary.is_found(word)
            near = _nearest(word, vocabulary) if strange else ""
            if near:
                typed = piece if len(parts) == 1 else word
                instead.append(Instead(typed, vocabulary.written(near)))
            words.append(near or word)
    return (replace(wanted, text=" ".join(words)) if instead else wanted), tuple(instead)


def _nearest(word: str, vocabulary: Vocabulary) -> str:
    """The nearest word that claims have, of several the one that most have; or nothing."""
    bare = without_particles(word)
    if len(bare) < SHORTEST or any(map(str.isdigit, word)):
        return ""
    for around in vocabulary.around(bare):
        distances = _distances(bare, list(around))
        if distances:
            return min(distances, key=lambda one: (distances[one], -around[one], one))
    return ""


def _distances(word: str, among: Sequence[str]) -> dict[str, float]:
    """Word → letters that are wrong, for those with few enough.

    One that goes on may be meant by its beginning, but a whole one comes first: half a letter.
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (only when somebody searches)
    from rapidfuzz.process import extract  # noqa: PLC0415

    most = 2 if len(word) >= LONG else 1
    found: dict[str, float] = {}
    for length in range(len(word) - 1, len(word) + 2):
        begun = [one[:length] for one in among]
        near = extract(word, begun, scorer=OSA.distance, limit=None, score_cutoff=most)
        for _, wrong, at in near:
            whole = among[at]
            distance = wrong + (len(whole) > length) / 2
            found[whole] = min(distance, found.get(whole, distance))
    return found
