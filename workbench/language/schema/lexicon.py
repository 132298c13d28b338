"""Section ``[lexicon]``: what a language calls the things that all languages name.

Canonical name → how this language writes it. What a canonical name stands for is in no
language: see `workbench.language.world`.
"""

from __future__ import annotations

import msgspec


class LexiconData(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Names of places, demonyms, organisations, groups and persons, and everyday words."""

    source: str = ""
    """Where the names come from and under which licence."""
    places: dict[str, tuple[str, ...]] = {}
    demonyms: dict[str, tuple[str, ...]] = {}
    actors: dict[str, tuple[str, ...]] = {}
    concepts: dict[str, tuple[str, ...]] = {}
