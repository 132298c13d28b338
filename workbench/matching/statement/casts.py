"""Which part each thing of a statement plays, read once for all rules that ask."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from workbench.facets.actors.things import Cast, Thing, cast_of
from workbench.facets.reading import Reading
from workbench.matching.profiles import Word
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import profile
from workbench.matching.types import Statement


@lru_cache(maxsize=1024)
def cast_for(statement: Statement) -> Cast:
    """The things of a statement and its action, by the tokens of its words."""
    reading = reading_of(statement)
    places = [
        word.place
        for word in profile(statement).words
        if not (word.facet or word.number or word.stop or _is_adverbial(word, reading))
    ]
    return cast_of(reading, places)


def _is_adverbial(word: Word, reading: Reading) -> bool:
    """Whether it is a phrase that a small word begins, and so no thing: "on board", على متن."""
    return " " in word.surface and not word.name and reading.is_small(word.place)


def by_token(cast: Cast) -> Mapping[int, Thing]:
    """The thing that each token is a part of."""
    return {at: thing for thing in cast.things for at in range(thing.first, thing.end)}
