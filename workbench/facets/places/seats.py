"""Unknown names before what only a town has: "the *Wem* City Council", "its *Benta* plant".

Where names stand first. Towns that the gazetteer knows need less to be known by (`towns`).
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.facets.places.rules import PlaceRules
from workbench.facets.places.towns import named_place
from workbench.facets.places.unknown import may_be_town
from workbench.facets.reading import Reading
from workbench.facets.types import Place
from workbench.language.spans import Span

_NAME = 3
"""Words of a name, at most."""
_DESCRIBED = 2
"""Words between a name and what its town has, at most: "the Wem *parliamentary* by-election"."""


def seated_in(reading: Reading, rules: PlaceRules) -> Iterator[Place]:
    """The names that a body, a works or a vote is called by."""
    if rules.noun_first:
        return
    for at in reading.where(reading.places.keys() & rules.seat_words):
        for first, end in _names_before(reading, rules, at):
            span = Span(reading.tokens[first].span.start, reading.tokens[end - 1].span.end)
            yield named_place(reading, span, "city")


def _names_before(reading: Reading, rules: PlaceRules, at: int) -> list[tuple[int, int]]:
    """The names before a body, or before what a town or a company has."""
    if _is_body(reading, rules, at):
        return _run_before(reading, rules, at)
    if any(_stands(reading, words, at) for words in rules.only_of_towns):
        names = _run_before(reading, rules, _past_described(reading, at))
        if names and reading.is_article(names[0][0] - 1):
            return names
    if reading.word(at) not in rules.own_works:
        return []
    names = _run_before(reading, rules, at)
    first = names[-1][0] if names else 0
    if first > 1 and reading.word(first - 1) in rules.listing:
        names += _run_before(reading, rules, first - 1)  # "its *Wem* and Benta plants"
    owner = names[-1][0] - 1 if names else 0
    owned = reading.word(owner) in rules.owning or reading.is_possessive(owner)
    return names if owner > 0 and owned else []


def _is_body(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a body of a town begins at a token, in capitals: "*City Council*"."""
    found = any(_stands(reading, words, at) for words in rules.town_bodies)
    return found and reading.capital(at) and reading.capital(at + 1)


def _stands(reading: Reading, words: tuple[str, ...], at: int) -> bool:
    """Whether some words stand at a token, nothing but a space or a hyphen between them."""
    rest = range(at + 1, at + len(words))
    same = all(reading.word(at + k) == word for k, word in enumerate(words))
    return same and all(map(reading.joined, rest))


def _past_described(reading: Reading, at: int) -> int:
    """The first of the plain words before a token that only describe it."""
    first = at
    while at - first < _DESCRIBED and reading.joined(first) and not reading.capital(first - 1):
        if reading.is_small(first - 1) or reading.verb(first - 1) is not None:
            break
        first -= 1
    return first


def _run_before(reading: Reading, rules: PlaceRules, end: int) -> list[tuple[int, int]]:
    """The unknown name that ends right before a token, if a town may be called so."""
    first = end
    while end - first < _NAME and first > 0 and reading.joined(first):
        before = first - 1
        if not reading.capital(before) or reading.is_small(before) or before in reading.in_hit:
            break
        first = before
    while first < end and not _may_open(reading, rules, first):
        first += 1  # "Former *Wem* City Council leader"
    last = end - 1
    while last > first and reading.word(last) in rules.directions | rules.town_closers:
        last -= 1  # "Kitale *South*"
    named = first < end and may_be_town(reading, rules, last)
    return [(first, end)] if named and reading.word(first) not in rules.first_names else []


def _may_open(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a town's name may begin at a token."""
    opens = (reading.word(at),) in rules.leading or reading.word(at) in rules.town_openers
    return opens or may_be_town(reading, rules, at)
