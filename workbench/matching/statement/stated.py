"""Claims as the matcher sees them, made of what is on file or in a new article."""

from __future__ import annotations

from workbench.facets.plain import plain
from workbench.facets.types import Facets
from workbench.matching.types import Statement


def stated(
    text: str, language: str, facets: Facets, claimant: str = "", said: str = ""
) -> Statement:
    """A claim without what nobody sees (right-to-left marks, soft hyphens, no-break blanks).

    ``facets`` are with offsets in ``text``.
    """
    readable = plain(text)
    return Statement(readable.text, language, readable.facets_read(facets), claimant, said)
