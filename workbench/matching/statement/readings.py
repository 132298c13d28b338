"""A statement's text cut into words, once for all rules that ask what stands beside what."""

from __future__ import annotations

from functools import lru_cache

from workbench.facets.reading import Reading, read
from workbench.matching.statement.posts import plain
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Statement


@lru_cache(maxsize=256)
def reading_of(statement: Statement) -> Reading:
    """The words of a statement, by the tokens that its profile counts by."""
    return read(plain(statement.text), pack_for(statement.language))
