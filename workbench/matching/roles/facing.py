"""One deal told from both sides: "Egypt beat Ghana", "Ghana lost to Egypt".

Two converse verbs say the same where whoever does it in one statement is named in the other and
does the converse there to nobody else. Either only two actors are named, or each statement tells
plainly whom its verb faces: whoever does it there stands here behind "to" or "from", or as what
the verb is done to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from msgspec.structs import replace

from workbench.facets.actors.things import Thing
from workbench.facets.types import Facets, Role
from workbench.language.fold import fold_text
from workbench.language.lexicon import NAME
from workbench.matching.lexicon.contrasts import converses
from workbench.matching.profiles import Word
from workbench.matching.statement.casts import by_token, cast_for
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Statement
from workbench.matching.wording.retold import Retold, idle
from workbench.matching.wording.wording import Alignment

_MOST = 8
"""Words that two such statements share at most."""
_Two = tuple[Word, Word]
_Sides = Sequence[_Two]


def find_facing(here: Statement, there: Statement, words: Alignment) -> Retold | None:
    """Whether two statements tell one deal from both sides."""
    if len(words.shared) > _MOST or not (words.left_here and words.left_there):
        return None
    verbs = _verbs(words)
    if verbs is None:
        return None
    sides = _sides(here.facets, there.facets, words)
    if not (sides and all(_are_bare(sides, at, words, verbs[at]) for at in (0, 1))):
        sides = _cast_sides((here, there), verbs, words)
    if not sides:
        return None
    left_here = tuple(word for word in words.left_here if word is not verbs[0])
    left_there = tuple(word for word in words.left_there if word is not verbs[1])
    paired = replace(
        words, shared=(*words.shared, verbs), left_here=left_here, left_there=left_there
    )
    others = tuple(pair for pair in words.shared if pair not in sides)
    facets = idle(here.facets), idle(there.facets)
    return Retold(paired, replace(paired, shared=others), facets)


def _sides(here: Facets, there: Facets, words: Alignment) -> _Sides:
    """The words of the only two who act, of whom another one does it in each; else none."""
    names, doing = _names(here), (_doer(here), _doer(there))
    if len(names) != 2 or names != _names(there):
        return ()
    if not all(doing) or doing[0] == doing[1] or names & (_demonyms(here) | _demonyms(there)):
        return ()
    called = {f"{NAME}{name}" for name in names}
    sides = [pair for pair in words.shared if not called.isdisjoint(pair[0].meanings)]
    return sides if len(sides) == 2 else ()


def _cast_sides(statements: tuple[Statement, Statement], verbs: _Two, words: Alignment) -> _Sides:
    """The words of the two of whom one acts in each statement and is faced in the other; or none.

    Both verbs must be the main ones, and nobody else may act beside the two.
    """
    casts = [cast_for(each) for each in statements]
    if any(verb.place not in cast.action for verb, cast in zip(verbs, casts, strict=True)):
        return ()
    parts = [by_token(cast) for cast in casts]
    doing = [
        [pair for pair in words.shared if _role(pair[side], parts[side]) is Role.AGENT]
        for side in (0, 1)
    ]
    if any(len(pairs) != 1 for pairs in doing):
        return ()
    (first,), (second,) = doing
    if first is second or not (_is_faced(second[0], parts[0]) and _is_faced(first[1], parts[1])):
        return ()
    whole = all(
        _is_whole(pair[at], statements[at], _content(words, at, verbs[at]))
        for pair in (first, second)
        for at in (0, 1)
    )
    return (first, second) if whole else ()


def _role(word: Word, parts: Mapping[int, Thing]) -> Role | None:
    return parts[word.place].role if word.place in parts else None


def _is_faced(word: Word, parts: Mapping[int, Thing]) -> bool:
    """Whether the verb is done to it, or goes to it or comes from it."""
    thing = parts.get(word.place)
    return thing is not None and (thing.role is Role.PATIENT or bool(thing.governor))


def _content(words: Alignment, side: int, verb: Word) -> Set[int]:
    """Where a statement has words with content beside its verb."""
    own = [pair[side] for pair in words.shared]
    own += (words.left_here, words.left_there)[side]
    return {word.place for word in own if not (word.facet or word.light)} - {verb.place}


def _is_whole(word: Word, statement: Statement, content: Set[int]) -> bool:
    """Whether a word names somebody by itself: no "Saudi" fund, no fund of somebody, and nobody
    whose fund it is."""
    pack = pack_for(statement.language)
    if reading_of(statement).is_possessive(word.end):
        return False
    if word.surface in {p.surface for p in statement.facets.places if p.demonym}:
        return False
    article = pack.language.article
    if article and article in fold_text(word.surface)[: len(article) + 1]:
        return True  # what is definite already is nobody's: الشركة
    return word.end not in content


def _verbs(words: Alignment) -> _Two | None:
    """The only two left-over words of which one says what the other side does."""
    turned = converses()
    ours = [word for word in words.left_here if not turned.keys().isdisjoint(word.meanings)]
    found = [
        (one, other)
        for one in ours
        for other in words.left_there
        if any(not other.meanings.isdisjoint(turned.get(each, ())) for each in one.meanings)
    ]
    return found[0] if len(found) == 1 else None


def _are_bare(sides: Sequence[_Two], side: int, words: Alignment, verb: Word) -> bool:
    """Whether the two are named by themselves: nobody's fund and no fund's country."""
    first, second = sorted((pair[side] for pair in sides), key=lambda word: word.place)
    if second.place - first.end <= 1 and not first.end <= verb.place < second.place:
        return False
    beside = _content(words, side, verb) - {first.place, second.place}
    return all(beside.isdisjoint((word.end, word.end + 1)) for word in (first, second))


def _demonyms(facets: Facets) -> frozenset[str]:
    return frozenset(place.name for place in facets.places if place.demonym)


def _names(facets: Facets) -> frozenset[str]:
    return frozenset(actor.name for actor in facets.actors)


def _doer(facets: Facets) -> str:
    """The only one who does it, or nothing."""
    doers = {actor.name for actor in facets.actors if actor.role is Role.AGENT}
    return doers.pop() if len(doers) == 1 else ""
