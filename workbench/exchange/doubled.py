"""A key that stands twice in one JSON object: which of its values is meant, nobody can know."""

from __future__ import annotations

import json
import re
from typing import Any

from workbench.errors import Said
from workbench.exchange.types import BadRow

_KEY = re.compile(r'"([^"\\]{0,64}+)"\s*+:')
"""What may be a key; one that is longer, or written with escapes, is passed over."""


def doubled(text: str, line: int) -> BadRow | None:
    """What is wrong with a record of JSON in which a key stands twice; nothing with others.

    Mostly no key comes twice in the whole text, and its objects need not be told apart.
    """
    keys = _KEY.findall(text)
    if len(keys) == len(set(keys)):
        return None
    try:
        json.loads(text, object_pairs_hook=_once, parse_int=str, parse_float=str)
    except _DoubledError as found:
        problem = Said("the key {key!r} stands twice in one object", key=found.key)
        return BadRow(line, found.key, problem, "Take one of the two out.", text)
    except (ValueError, RecursionError):
        return None  # no JSON: its reader tells why
    return None


class _DoubledError(Exception):
    """Leaves the reading of a text (inside this module only)."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _once(pairs: list[tuple[str, Any]]) -> None:
    met: set[str] = set()
    for key, _ in pairs:
        if key in met:
            raise _DoubledError(key)
        met.add(key)
