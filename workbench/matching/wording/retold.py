"""Two statements of which one tells from another side what the other tells."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from workbench.facets.types import Facets, Role
from workbench.matching.wording.wording import Alignment


class Retold(msgspec.Struct, frozen=True):
    """How two such statements are held together by what they do not tell from a side."""

    words: Alignment
    """Their words, with those paired that say it from the one side and the other…"""
    rest: Alignment
    """…and without them and those whose sides they are."""
    facets: tuple[Facets, Facets]
    """Those of the two, without the parts that only one of the sides gives."""


def idle(facets: Facets) -> Facets:
    """The facets with actors of whom it is not said what they do."""
    actors = tuple(replace(actor, role=Role.MENTIONED) for actor in facets.actors)
    return replace(facets, actors=actors)
