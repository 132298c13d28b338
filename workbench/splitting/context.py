"""Self-contained wording, made of words of the article only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.language.spans import Span
from workbench.splitting.types import Replacement


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim's wording and what in it comes from elsewhere in the article."""

    text: str
    replacements: tuple[Replacement, ...] = ()


def plain(text: str, segments: Sequence[Span]) -> Wording:
    """The wording as it stands, parts joined by a space."""
    return Wording(" ".join(segment.of(text) for segment in segments))
