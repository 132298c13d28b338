"""How likely one fact-check serves both claims, and how likely the two hold or fail together.

Both are logistic functions of a few plain features, the same from either side. They order
candidates and are shown beside the relation; they never decide it. The weights stand in
``data/weights.toml``, with the command that fitted them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from workbench.errors import InvalidInputError
from workbench.language.packs import of_no_language
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.profiles import Word
from workbench.matching.types import Facet, Relation
from workbench.matching.wording.wording import Alignment

_WEIGHTS = Path(__file__).parent / "data" / "weights.toml"
_MOST = 5.0
"""Where counts stop growing."""


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``weights.toml``: a weight for each feature that has one, and ``bias``."""

    probability: dict[str, float]
    agreement: dict[str, float]


def features(words: Alignment, findings: Sequence[Finding], relation: Relation) -> dict[str, float]:
    """What both functions look at; every feature is the same from either side."""
    here, there = _left(words.left_here), _left(words.left_there)
    values = {
        "bias": 1.0,
        "similarity": words.similarity,
        "coverage_low": min(words.coverage_here, words.coverage_there),
        "coverage_high": max(words.coverage_here, words.coverage_there),
        "similarity_squared": words.similarity**2,
        "coverage_squared": min(words.coverage_here, words.coverage_there) ** 2,
        "shared": math.log1p(len(words.shared)),
        "names_shared": min(_names([one for one, _ in words.shared]), _MOST),
        "numbers_shared": min(_numbers([one for one, _ in words.shared]), _MOST),
        "length": math.log1p(2 * len(words.shared) + len(here) + len(there)),
        "left_both": min(len(here), len(there), _MOST),
        "left_more": min(abs(len(here) - len(there)), _MOST),
        "names_both": min(_names(here), _names(there), _MOST),
        "numbers_both": min(_numbers(here), _numbers(there), _MOST),
        "ideas_both": min(_ideas_both(here, there), _MOST),
        "reversing": min(_reversing(here) + _reversing(there), _MOST),
    }
    if relation in {Relation.NARROWER, Relation.BROADER}:
        values["contained"] = 1.0
    else:
        values[relation.value] = 1.0
    for finding in findings:
        holds = "within" if finding.holds in _WITHIN else finding.holds.value
        values[f"{finding.facet.value}_{holds}"] = 1.0
    return values


_WITHIN = {Holds.NARROWER, Holds.BROADER}
FEATURES = (
    *("bias", "similarity", "similarity_squared", "coverage_low", "coverage_squared"),
    *("coverage_high", "shared", "names_shared", "numbers_shared", "length"),
    *("left_both", "left_more"),
    *("names_both", "numbers_both", "ideas_both", "reversing", "contained"),
    *(
        relation.value
        for relation in Relation
        if relation not in {Relation.NARROWER, Relation.BROADER}
    ),
    *(
        f"{facet.value}_{holds}"
        for facet in (Facet.QUANTITY, Facet.TIME, Facet.PLACE, Facet.POLARITY, Facet.ROLES)
        for holds in ("equal", "within", "unclear", "apart")
    ),
    *("wording_unclear", "wording_apart"),
)
"""All names that `features` may give."""


def probability(values: Mapping[str, float]) -> float:
    """That one fact-check serves both, in [0, 1], by the `features` of the pair."""
    return score(values, weights().probability)


def agreement(values: Mapping[str, float]) -> float:
    """That the two hold or fail together, in [0, 1], by the `features` of the pair."""
    return score(values, weights().agreement)


def score(values: Mapping[str, float], weighing: Mapping[str, float]) -> float:
    """The logistic function of the weighted features."""
    total = sum(value * weighing.get(name, 0.0) for name, value in values.items())
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, total))))


@cache
def weights() -> Weights:
    """The weights that are shipped.

    Raises:
        InvalidInputError: the file is not as its schema says.
    """
    return of_no_language(_read_weights)


def _read_weights() -> Weights:
    import tomllib  # noqa: PLC0415 (not needed where the weights are kept)

    try:
        return msgspec.convert(tomllib.loads(_WEIGHTS.read_text(encoding="utf-8")), Weights)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InvalidInputError("{name}: {reason}", name=_WEIGHTS.name, reason=error) from error


def _left(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if not (word.light or word.facet or word.located)]


def _ideas_both(here: Sequence[Word], there: Sequence[Word]) -> int:
    """Left-over words that are at least of one idea: likelier another wording than a change."""
    ours = {idea for word in here for idea in word.ideas}
    return sum(not ours.isdisjoint(word.ideas) for word in there)


def _reversing(words: Sequence[Word]) -> int:
    return sum(not groups().reversing.isdisjoint(word.meanings) for word in words)


def _names(words: Sequence[Word]) -> int:
    return sum(word.name for word in words)


def _numbers(words: Sequence[Word]) -> int:
    return sum(word.number for word in words)
