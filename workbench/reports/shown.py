"""Text from outside as a document may show it: nothing in it reorders or steers what is around."""

from __future__ import annotations

import re

from workbench.language.visible import visible

_HARMLESS = "\u200b-\u200f\u061c\u00ad\u2060"
"""Joiners and the marks that only say a direction: Arabic and Persian words are written with
them, and none reaches beyond its place."""
RANGE = r"\.\./\d[\dX-]*|\d[\dX,.]*(?:[-–/:][QW]?[\dX.]+)+"
"""A date or a stretch of time as they are kept, or a range of numbers: read from left to right
everywhere, since turned round "../2020" would be what began in 2020."""
_OTHERS = re.compile(f"[^{_HARMLESS}]+")


def shown(text: str) -> str:
    """The same text, as long as it was, with controls and bidi overrides as visible marks."""
    if text.isascii() and text.isprintable():
        return text
    return _OTHERS.sub(lambda found: visible(found[0]), text)
