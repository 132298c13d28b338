"""Names that say of what country something is: "British pilgrims", أرامكو السعودية.

Such a name goes along with what it describes, whatever its place: it is that thing which has a
part in what is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import permutations

from workbench.language.lexicon import NAME
from workbench.matching.lexicon.kinds import is_place
from workbench.matching.lexicon.prepositions import Prepositions
from workbench.matching.profiles import Word
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Statement
from workbench.matching.wording.wording import Alignment

_Two = tuple[Word, Word]
"""A word here and the same there."""
_Statements = tuple[Statement, Statement]
_Names = frozenset[str]
"""Two names of one text, as their stems."""
_POSSESSIVE = 1
"""Words between an owner and what it owns: "'s"."""


def find_described(names: Iterable[_Two], texts: _Statements) -> Set[_Names]:
    """Names of which one stands beside the other in both texts, and says of what country it is:
    "Saudi Arabia's Aramco", أرامكو السعودية."""
    demonyms = _demonyms(texts[0]), _demonyms(texts[1])
    if not any(demonyms):
        return set()
    return {
        frozenset((one[0].stem, other[0].stem))
        for one, other in permutations(names, 2)
        if all(map(_are_beside, one, other))
        and any(_are_in(one, demonyms))
        and not any(_are_in(other, demonyms))
    }


def find_joined(names: Sequence[_Two], texts: _Statements) -> Set[_Names]:
    """Names that are about one thing in both, whatever their order: a place and that in which it
    lies ("Russia's Rostov region", "Rostov in Russia"), a body and where it is ("Iraq's high
    court", "the high court in Iraq"), a title and whose it is."""
    within = {
        (f"{NAME}{place.name}", f"{NAME}{country}")
        for place in texts[0].facets.places
        for country in place.within
    }
    return {
        frozenset((one[0].stem, other[0].stem))
        for one, other in permutations(names, 2)
        if any(inner in one[0].meanings and outer in other[0].meanings for inner, outer in within)
        or (all(map(_is_person, one, texts)) and all(map(_is_title_of, one, other)))
        or (is_place(one) and not is_place(other) and all(map(_is_of, one, other, texts)))
    }


def _is_person(word: Word, text: Statement) -> bool:
    """Whether a word names a person, be it by the office."""
    persons = {f"{NAME}{actor.name}" for actor in text.facets.actors if actor.kind == "person"}
    called = {name.partition(" (")[0] for name in persons}
    return not (persons | called).isdisjoint(word.meanings)


def _is_title_of(title: Word, name: Word) -> bool:
    return title.end == name.place


def _is_of(place: Word, body: Word, text: Statement) -> bool:
    """Whether only what says whose or where it is stands between a place and a body."""
    first, second = sorted((place, body), key=lambda word: word.place)
    if second.place - first.end != _POSSESSIVE:
        return False
    reading, rules = reading_of(text), pack_for(text.language).derived(Prepositions)
    if place is first:
        return reading.is_possessive(first.end)
    return reading.word(first.end) in rules.genitives | rules.locatives


def find_describing(words: Alignment, texts: _Statements) -> Sequence[_Two]:
    """Names that say in both texts of what country one thing is: "British pilgrims", معتمران
    بريطانيان."""
    demonyms = _demonyms(texts[0]), _demonyms(texts[1])
    if not all(demonyms):
        return []
    things = [pair for pair in words.shared if not (pair[0].name or pair[1].name or pair[0].facet)]
    head_first = [bool(pack_for(text.language).language.article) for text in texts]
    return [
        pair
        for pair in words.shared
        if all(_are_in(pair, demonyms))
        and any(all(map(_describes, pair, thing, head_first)) for thing in things)
    ]


def _demonyms(statement: Statement) -> Set[str]:
    """The words that say only of what country something is: "Saudi", السعودي."""
    places = statement.facets.places
    return {word for place in places if place.demonym for word in place.surface.split()}


def _are_in(pair: _Two, demonyms: tuple[Set[str], Set[str]]) -> list[bool]:
    """Whether a name is a demonym here, and there."""
    sides = zip(pair, demonyms, strict=True)
    return [not words.isdisjoint(name.surface.split()) for name, words in sides]


def _are_beside(one: Word, other: Word) -> bool:
    first, second = (one, other) if one.place < other.place else (other, one)
    return second.place - first.end <= _POSSESSIVE


def _describes(name: Word, thing: Word, head_first: bool) -> bool:
    """Whether a name stands where an adjective of a thing does."""
    return thing.end == name.place if head_first else name.end == thing.place
