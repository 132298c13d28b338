"""Who acts, who is acted on, and what is done."""

from __future__ import annotations

from workbench.facets.types import Actor
from workbench.language.packs import LanguagePack


def read_actors(text: str, pack: LanguagePack) -> tuple[Actor, ...]:
    """The persons, organisations, groups and countries named in ``text``, with their roles."""
    return ()


def main_action(text: str, pack: LanguagePack) -> str:
    """The folded stem of the main verb or verbal noun, or nothing where none is found."""
    return ""
