"""Whether a statement is denied, by which word, and what it excepts."""

from __future__ import annotations

from workbench.facets.types import Polarity
from workbench.language.packs import LanguagePack


def read_polarity(text: str, pack: LanguagePack) -> Polarity:
    """The polarity of the statement that ``text`` makes."""
    return Polarity()
