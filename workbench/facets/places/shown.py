"""Words behind an unknown name that show that it is a town's."""

from __future__ import annotations

from workbench.facets.places.rules import PlaceRules
from workbench.facets.reading import Reading

_DESCRIBED = 5
"""Words of what tells what a name is ("a small fishing village")."""
_HEDGED = 3
"""Words up to a number that tells how far something lies ("*some* 40 km")."""
_OWNED = 3
"""Words behind an owner up to what only a town has, at most."""


def shows_town(reading: Reading, rules: PlaceRules, at: int, end: int) -> bool:
    """Whether what stands behind a name tells that it is a town's: "Benta residents", "the Benta
    area", "Benta-based", "Benta's airport", "Benta, where", "Benta, a village of 300", "Benta is a
    village"."""
    if reading.gap(end) == "-" and reading.word(end) in rules.seated:
        return True
    if reading.is_possessive(end):
        return _owns_town(reading, rules, end)
    if reading.joined(end) and reading.word(end) in rules.being and reading.is_article(end + 1):
        return _is_kind(reading, rules, end + 1)
    if reading.joined(end) and not reading.capital(end):
        return reading.word(end) in rules.dwellers and reading.word(at) not in rules.numerals
    apart = reading.gap(end).strip() == ","
    if apart and reading.word(end) in rules.where:
        return True
    told = _is_kind if reading.is_article(end) else _lies_off
    return apart and told(reading, rules, end)


def _lies_off(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether how far something lies stands there, and in which direction: ", *40 km north* of"."""
    near = range(at, min(at + _HEDGED, len(reading.tokens)))
    start = next((k for k in near if reading.tokens[k].is_number), None)
    if start is None or reading.word(start + 1) not in rules.ways_long:
        return False
    return reading.word(start + 2) in rules.directions | rules.origins


def _owns_town(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether what only a town has stands behind an owner: "Acapulco's *main airport*"."""
    for back in range(at + 1, at + 1 + _OWNED):
        if not reading.joined(back) or reading.capital(back):
            return False
        if reading.word(back) in rules.owned_by_towns:
            return True
    return False


def _is_kind(reading: Reading, rules: PlaceRules, article: int) -> bool:
    """Whether an article opens what kind of place a name is: "the worst-hit *district*"."""
    for back in range(article + 1, min(article + _DESCRIBED, len(reading.tokens))):
        if not reading.joined(back):
            return False
        kind = rules.nouns.get((reading.word(back),))
        if kind == "city" or (kind == "region" and reading.word(back) in rules.districts):
            owner = reading.is_possessive(back + 1)
            return not (reading.capital(back) or owner or _describes(reading, back + 1))
    return False


def _describes(reading: Reading, at: int) -> bool:
    """Whether the noun before a token only tells of what kind another is: "a *village* teacher"."""
    manner = reading.word(at).endswith(reading.pack.language.adverb_endings)
    plain = reading.joined(at) and not (manner or reading.is_small(at))
    return plain and reading.verb(at) is None
