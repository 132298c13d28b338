"""What a field says in plain words, where publishing systems leave their mark-up in it."""

from __future__ import annotations

import html
import re
from typing import Any

_TAG = re.compile(
    r"<(?:script|style)\b.*?(?:</(?:script|style)\s*>|\Z)|<[a-z/!][^<>]*>", re.I | re.S
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPES = 4
"""How often marks are taken for characters, and tags out, once more than they are escaped."""


def words(value: Any) -> str:
    """What a field says in plain words: no mark-up, one space between words.

    What publishing systems escape, they often escape again. A mark without its semicolon is none:
    ``&section=`` stands in addresses.
    """
    text = value if isinstance(value, str) else ""
    if "<" in text or "&" in text:
        text = _unmarked(text)
    return " ".join(text.split())


def _unmarked(text: str) -> str:
    for _ in range(_ESCAPES):
        text = _TAG.sub(" ", text) if "<" in text else text
        found = 0
        if "&" in text:
            text, found = _ENTITY.subn(lambda mark: html.unescape(mark[0]), text)
        if not found:
            break
    return text
