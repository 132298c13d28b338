"""What kind of thing a word names: people, places, what happens, goods.

Two things of two kinds cannot take each other's part: "the drone hit the village", "the village
was hit by the drone". So their order tells nothing where they stand the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from workbench.language.lexicon import NAME
from workbench.language.packs import load
from workbench.language.world import world
from workbench.matching.lexicon.contrasts import kinds
from workbench.matching.lexicon.lexemes import lexemes_of
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.profiles import Word

_PEOPLE, _SEATS, _THINGS = "people", "seats", "things"
_PLACES, _HAPPENINGS = frozenset({_SEATS, "sites"}), frozenset({"happenings"})
_NO_KINDS: frozenset[str] = frozenset()
_MAY_EXCHANGE = ({_PEOPLE, _SEATS}, {_SEATS, _THINGS})
"""Kinds of which the one may act on the other as well: a province sues somebody."""
_Two = tuple[Word, Word]


def cannot_exchange(one: _Two, other: _Two) -> bool:
    """Whether two words of both texts name things of which neither can take the other's part."""
    ours, theirs = _kinds(one), _kinds(other)
    return bool(ours and theirs) and all(
        first != second and {first, second} not in _MAY_EXCHANGE
        for first, second in product(ours, theirs)
    )


def befalls(one: _Two, other: _Two) -> bool:
    """Whether one of two words is what happens and the other a place: a quake and a province."""
    ours, theirs = sorted((_kinds(one), _kinds(other)), key=_HAPPENINGS.isdisjoint)
    return bool(theirs) and ours == _HAPPENINGS and theirs <= _PLACES


def happens(pair: _Two) -> bool:
    """Whether a word that both share names what happens, and nothing else: a summit."""
    return _kinds(pair) == _HAPPENINGS


def are_places(pair: _Two) -> bool:
    """Whether a word that both share names a place, or says of which one something is."""
    located = any(word.located for word in pair)
    return located or any(_kinds_of(word) <= _PLACES for word in pair if _kinds_of(word))


def is_place(pair: _Two) -> bool:
    """Whether a word that both share is the name of a place, whatever it may stand for."""
    names = {name.removeprefix(NAME) for word in pair if word.name for name in word.meanings}
    return any(name in world().places for name in names)


def are_people(pair: _Two) -> bool:
    """Whether a word that both share names people or a body of them: a union, a company."""
    return _PEOPLE in _kinds(pair)


def is_known_person(word: Word) -> bool:
    """Whether a word names a person whom the lexicon has by name, not by the office."""
    names = (name.removeprefix(NAME) for name in word.meanings) if word.name else ()
    return any(world().actors.get(name, ("",))[0] == "person" for name in names)


def is_deed(word: Word) -> bool:
    """Whether a word has senses that are of no kind of thing: "lowered", "a cut"."""
    return bool(word.meanings) and not (word.name or word.aside or _of_senses(word.meanings))


def is_collective(word: Word) -> bool:
    """Whether a word stands for many of what it is of, or says what that is: "a group of"."""
    some = senses_of(word.language).collective
    return word.stem in some or word.folded in some


def _kinds(pair: _Two) -> frozenset[str]:
    return _NO_KINDS.union(*map(_kinds_of, pair))


def _kinds_of(word: Word) -> frozenset[str]:
    if word.located:
        return _of_senses(_head(word)) or frozenset({_SEATS})
    return frozenset({_PEOPLE}) if word.name and _is_known(word) else _of_senses(word.meanings)


def _of_senses(senses: Iterable[str]) -> frozenset[str]:
    return _NO_KINDS.union(*(kinds().get(sense, _NO_KINDS) for sense in senses))


def _head(word: Word) -> frozenset[str]:
    """The senses of what kind of place a name says: مصفاة الجيلي, "the Shuaiba refinery"."""
    if " " not in word.surface:
        return _NO_KINDS
    words = lexemes_of(word.language).of(word.surface)
    return (words[0] if load(word.language).language.article else words[-1]).meanings


def _is_known(word: Word) -> bool:
    """Whether a name is of somebody, or of a place that may act as somebody does."""
    names = (each.removeprefix(NAME) for each in word.meanings)
    return any(name in world().actors or name in world().places for name in names)
