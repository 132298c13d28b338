"""What two do to each other: "Biden met Macron", "Macron met Biden".

Whoever is named first, nothing is told of who did it to whom, where all that belongs to the one
stands together in both: not where "Biden met Macron's envoy" in one, "Macron met Biden's" in the
other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import repeat

from msgspec.structs import replace

from workbench.facets.actors.things import Cast, Thing
from workbench.facets.types import Role
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.lexicon.kinds import is_deed
from workbench.matching.lexicon.prepositions import Prepositions
from workbench.matching.profiles import Word
from workbench.matching.statement.casts import cast_for
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for, profile
from workbench.matching.types import Statement
from workbench.matching.wording.retold import Retold, idle
from workbench.matching.wording.texts import Text
from workbench.matching.wording.wording import Alignment

_COUNTERPART = "sense:counterpart"
_SIGNING = frozenset({"sense:sign"})
_BINDING = frozenset({"sense:agreement"})
_OFFICES = frozenset({_COUNTERPART})
_Two = tuple[Word, Word]
_Parties = tuple[Set[int], Set[int]]
"""The tokens of who does it, and of with whom."""


def find_meeting(here: Statement, there: Statement, words: Alignment) -> Retold | None:
    """Whether two texts tell one meeting or the like, each beginning with the other party."""
    texts = here, there
    if not any(map(_may_be_mutual, words.shared)):
        return None
    casts = cast_for(here), cast_for(there)
    if not _is_mutual(casts, words):
        return None
    parties = _parties(casts[0], here), _parties(casts[1], there)
    met = [_crossing(pair, parties) for pair in words.shared]
    doubled = _has_counterpart(here, parties[0]) or _has_counterpart(there, parties[1])
    if any(map(_is_owned, words.shared, repeat(texts))) or any(
        _is_of_one_only(pair, parties) for pair in words.shared
    ):
        return None
    called = (_OFFICES | groups().offices) if doubled else frozenset()
    if not {(0, 1), (1, 0)} <= set(met) or not all(
        way is None
        or way[0] != way[1]
        or not called.isdisjoint(pair[0].meanings)
        or _has_double(pair, way, parties, words.shared)
        for pair, way in zip(words.shared, met, strict=True)
    ):
        return None
    others = tuple(p for p, way in zip(words.shared, met, strict=True) if way is None)
    facets = [idle(each.facets) for each in texts]
    return Retold(words, replace(words, shared=others), (facets[0], facets[1]))


def _may_be_mutual(pair: _Two) -> bool:
    """Whether a pair of words may tell what two do to each other: most texts hold none, and who
    does what in them need not be read."""
    both = pair[0].meanings & pair[1].meanings
    return bool(both) and (both <= groups().mutual or not both.isdisjoint(_SIGNING))


def _is_mutual(casts: tuple[Cast, Cast], words: Alignment) -> bool:
    """Whether both tell by their verb what two do to each other, and nothing more in common; or
    that they sign what binds both, and no other deed."""
    deeds = [one.meanings & other.meanings for one, other in words.shared if is_deed(one)]
    for one, other in words.shared:
        if one.place in casts[0].action and other.place in casts[1].action:
            both = one.meanings & other.meanings
            signed = all(each & (_SIGNING | _BINDING) for each in deeds)
            bound = any(each & _BINDING for each in deeds) and bool(both & _SIGNING)
            return bool(both) and (both <= groups().mutual or (signed and bound))
    return False


def _parties(cast: Cast, statement: Statement) -> _Parties:
    rules = pack_for(statement.language).derived(Prepositions)
    names = {word.place for word in profile(statement).words if word.name}
    doing = [each for each in cast.things if each.role is Role.AGENT and not each.governor]
    joined = any(each.governor in rules.joint for each in cast.things)
    met: list[Thing] = []
    for each in cast.things:
        goes_on = rules.head_first and bool(met) and _goes_on(met[-1], each, names)
        if goes_on or (each.governor in rules.joint if joined else _is_done_to(each)):
            met.append(each)
        elif not rules.head_first and (
            each.governor in rules.genitives or (each.role is Role.MENTIONED and not each.governor)
        ):
            (doing if each.end <= cast.action.start else met).append(each)
    if not met:
        first = 1 + next((at for at, each in enumerate(doing) if _is_named(each, statement)), 0)
        doing, met = doing[:first], doing[first:]
    return _tokens(doing), _tokens(met)


def _goes_on(before: Thing, thing: Thing, names: Set[int]) -> bool:
    """Whether a thing right behind another still says who that is; a name is the end of it."""
    named = not names.isdisjoint(range(before.first, before.end))
    ends = named and names.isdisjoint(range(thing.first, thing.end))
    follows = before.end == thing.first and thing.role is not Role.AGENT
    return follows and not (thing.governor or ends)


def _is_done_to(thing: Thing) -> bool:
    return thing.role is Role.PATIENT and not thing.governor


def _is_named(thing: Thing, statement: Statement) -> bool:
    """Whether a thing is somebody's name, with which what is said of him ends where the verb comes
    first: التقى بايدن ماكرون."""
    words = (word for word in profile(statement).words if thing.first <= word.place < thing.end)
    demonyms = {place.surface for place in statement.facets.places if place.demonym}
    return all(word.name and word.surface not in demonyms for word in words)


def _tokens(things: Iterable[Thing]) -> Set[int]:
    return {at for each in things for at in range(each.first, each.end)}


def _is_owned(pair: _Two, texts: tuple[Statement, Statement]) -> bool:
    """Whether a word says whose something is in one of the texts, or is somebody's by a pronoun:
    "*Macron's* envoy", "negotiated over its *prisoners*"; both have a counterpart."""
    for word, statement in zip(pair, texts, strict=True):
        text = Text(statement, cast_for(statement))
        owned = text.is_somebodys(word) and not _is_counterpart(word, statement)
        if not word.aside and (owned or reading_of(statement).is_possessive(word.end)):
            return True
    return False


def _is_counterpart(word: Word, statement: Statement) -> bool:
    """Whether a word is, or stands beside, what calls one the other's counterpart."""
    some = (each for each in profile(statement).words if _COUNTERPART in each.meanings)
    return any(each.place in range(word.place - 1, word.end + 1) for each in some)


def _crossing(pair: _Two, parties: tuple[_Parties, _Parties]) -> tuple[int, int] | None:
    """Which party each of two words belongs to in its text, where both belong to one."""
    sides = [
        next((at for at in (0, 1) if word.place in of[at]), None)
        for word, of in zip(pair, parties, strict=True)
    ]
    return None if sides[0] is None or sides[1] is None else (sides[0], sides[1])


def _is_of_one_only(pair: _Two, parties: tuple[_Parties, _Parties]) -> bool:
    """Whether a word says of a party who that is in only one of the texts."""
    said = [word.place in of[0] | of[1] for word, of in zip(pair, parties, strict=True)]
    return said[0] != said[1] and not any(word.aside or word.located for word in pair)


def _has_counterpart(text: Statement, parties: _Parties) -> bool:
    """Whether one party is only called the counterpart of the other, and so has its office."""
    words = (word for word in profile(text).words if _COUNTERPART in word.meanings)
    return any(word.place in parties[0] | parties[1] for word in words)


def _has_double(
    pair: _Two, way: tuple[int, int], parties: tuple[_Parties, _Parties], shared: Sequence[_Two]
) -> bool:
    """Whether both parties are called by a word: each the foreign minister of his country."""
    doubles = [0, 0]
    for one, other in shared:
        for side, word in enumerate((one, other)):
            alike = word.stem == pair[side].stem or word.meanings & pair[side].meanings
            doubles[side] += bool(alike and word.place in parties[side][1 - way[side]])
    return all(doubles)
