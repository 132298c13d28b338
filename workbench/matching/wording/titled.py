"""What goes without saying beside a name that both have: the office of a person ("French President
Emmanuel Macron", "Macron"), that a country's government acts ("the Dutch government", "the
Netherlands"), and in what country a place is ("Kenyan police in Nairobi")."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.facets.types import Role
from workbench.language.fold import fold_text
from workbench.language.lexicon import NAME
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.profiles import Word
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Statement

_FAR = 1
"""Tokens between the parts of a title: "of"."""


def may_go_without(word: Word) -> bool:
    """Whether a word is an office, a government or a name: without one nothing goes without
    saying."""
    return bool(word.meanings) and (
        word.name or _is_office(word) or not groups().acting_for.isdisjoint(word.meanings)
    )


def find_titles(
    left: Sequence[Word],
    shared: Sequence[Word],
    sides: tuple[Statement, Statement],
    others: Sequence[Word],
) -> frozenset[int]:
    """The places of left-over words that only say who somebody is whom both name.

    ``left`` and ``shared`` are the words of the first of two statements, ``others`` what the other
    has left over.
    """
    return (
        _acting(left, sides)
        | _offices(left, shared, sides[0], others)
        | _countries(left, shared, sides[0], others)
    )


def _countries(
    left: Sequence[Word], shared: Sequence[Word], own: Statement, others: Sequence[Word]
) -> frozenset[int]:
    """The country of a place that both name, said of somebody there; not where the other statement
    names somebody else's."""
    adjectives = {place.name for place in own.facets.places if place.demonym}
    if not adjectives or any(word.name for word in others):
        return frozenset()
    called = {name for word in shared if word.located for name in word.meanings}
    within = {
        f"{NAME}{country}"
        for place in own.facets.places
        if f"{NAME}{place.name}" in called
        for country in place.within
        if country in adjectives
    }
    return frozenset(word.place for word in left if not within.isdisjoint(word.meanings))


def _offices(
    left: Sequence[Word], shared: Sequence[Word], own: Statement, others: Sequence[Word]
) -> frozenset[int]:
    """The words right before the name of a person, one of which is the office, and of what country
    the office is; not where the other statement has an office or a name of its own."""
    named = any(word.name for word in left) and not any(word.name for word in others)
    if not (named or any(map(_is_office, left))) or any(map(_is_office, others)):
        return frozenset()
    persons = {f"{NAME}{actor.name}" for actor in own.facets.actors if actor.kind == "person"}
    ending = {word.end: word for word in (*left, *shared)}
    article = pack_for(own.language).language.article
    found: set[int] = set()
    for person in shared:
        if not person.name or persons.isdisjoint(person.meanings) or _is_office(person):
            continue
        title = _before(person, ending)
        if any(map(_is_office, title)) and _is_closed(title[0], article):
            found.update(word.place for word in title)
    return frozenset(found)


def _is_closed(word: Word, article: str) -> bool:
    """Whether what comes behind a title is no part of it: وزير الملك is a king's minister."""
    return not article or word.name or fold_text(word.surface.split()[-1]).startswith(article)


def _before(person: Word, ending: dict[int, Word]) -> list[Word]:
    """The offices and names before a person's name, the nearest first, with "of" between them."""
    title: list[Word] = []
    at = person.place
    while True:
        ends = range(at, at - _FAR - 1, -1) if title else range(at, at - 1, -1)
        word = next((ending[end] for end in ends if end in ending), None)
        if word is None or not (_is_office(word) or word.name):
            return title
        title.append(word)
        at = word.place


def _is_office(word: Word) -> bool:
    return not groups().offices.isdisjoint(word.meanings)


def _acting(left: Sequence[Word], sides: tuple[Statement, Statement]) -> frozenset[int]:
    """The government of a country that does by itself in the other what governments do."""
    own, other = (each.facets for each in sides)
    code = pack_for(sides[0].language).code
    if groups().governing.isdisjoint(senses_of(code).meanings(own.action, own.action)):
        return frozenset()
    countries = {actor.name for actor in other.actors if actor.role is Role.AGENT}
    bodies = [
        actor.surface.split()
        for actor in own.actors
        if actor.role is Role.AGENT and any(f"({name})" in actor.name for name in countries)
    ]
    return frozenset(
        word.place
        for word in left
        if not groups().acting_for.isdisjoint(word.meanings)
        and any(word.surface in body for body in bodies)
    )
