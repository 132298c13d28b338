"""What kind of statement a text makes: fact, forecast, promise, opinion, question."""

from __future__ import annotations

from workbench.facets.types import Modality
from workbench.language.packs import LanguagePack
from workbench.language.spans import Span


def read_modality(text: str, pack: LanguagePack) -> tuple[Modality, tuple[Span, ...]]:
    """The modality of the statement and the places of its hedges ("reportedly", "نحو")."""
    return Modality.PRESENT_FACT, ()
