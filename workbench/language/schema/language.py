"""Section ``[language]``: what language it is and how it is written."""

from __future__ import annotations

from typing import Literal

import msgspec


class Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A language's name, script and smallest words."""

    code: str
    name: str
    """Its name in itself: العربية."""
    direction: Literal["ltr", "rtl"] = "ltr"
    script: str = "Latin"
    """Unicode script name of its letters."""
    stop_words: frozenset[str] = frozenset()
    """Words that carry no content, in folded form."""
    proclitics: tuple[str, ...] = ()
    """Particles written on to the next word (و ف ب ل ك ال), longest first, folded."""
    suffixes: tuple[str, ...] = ()
    """Endings that a light stem drops, longest first, folded."""
    abbreviations: frozenset[str] = frozenset()
    """Words whose full stop does not end a sentence, without it, folded."""
