"""Which part each thing of a statement plays, read once for all rules that ask."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from workbench.facets.actors.things import Cast, Thing, cast_of
from workbench.matching.posts import plain
from workbench.matching.types import Statement
from workbench.matching.words import pack_for, profile


@lru_cache(maxsize=1024)
def cast_for(statement: Statement) -> Cast:
    """The things of a statement and its action, by the tokens of its words."""
    words = profile(statement).words
    places = [word.place for word in words if not (word.facet or word.number or word.stop)]
    return cast_of(plain(statement.text), pack_for(statement.language), places)


def by_token(cast: Cast) -> Mapping[int, Thing]:
    """The thing that each token is a part of."""
    return {at: thing for thing in cast.things for at in range(thing.first, thing.end)}
