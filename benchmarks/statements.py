"""A text as the matcher sees it."""

from __future__ import annotations

from workbench.facets.bundle import read_facets
from workbench.facets.types import Clock
from workbench.language.packs import load
from workbench.matching.statement.stated import stated
from workbench.matching.types import Statement

CLOCK = Clock(None)
"""No day is known."""


def statement(text: str, language: str, said: str = "", clock: Clock = CLOCK) -> Statement:
    """A statement with the facets that are read of it, said on a day (EDTF) or on none."""
    return stated(text, language, read_facets(text, load(language), clock), said=said)
