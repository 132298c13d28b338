"""Which language a paragraph is written in, offline."""

from __future__ import annotations

import re

_ARABIC = re.compile(r"[\u0620-\u06ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


def identify(text: str) -> str:
    """The ISO 639 code of the language of ``text``, or ``und`` where there are no letters."""
    arabic, latin = len(_ARABIC.findall(text)), len(_LATIN.findall(text))
    if not arabic and not latin:
        return "und"
    return "ar" if arabic >= latin else "en"
