"""Places in a text under names that all languages share."""

from __future__ import annotations

from workbench.facets.types import Place
from workbench.language.packs import LanguagePack


def read_places(text: str, pack: LanguagePack) -> tuple[Place, ...]:
    """The places named in ``text``, in order; none overlap."""
    return ()
