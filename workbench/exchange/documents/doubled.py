"""A key that stands twice in one JSON object: which of its values is meant, nobody can know.

A record alone in its text is held against it as text (`doubled`). In a document of several, the
objects in which a key stands twice are told apart (`Twice`), so that the others can be taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from workbench.errors import Said
from workbench.exchange.types import BadRow

_KEY = re.compile(r'"([^"\\]{0,64}+)"\s*+:')
"""What may be a key; one that is longer, or written with escapes, is passed over."""
_HINT = "Take one of the two out."


class Twice(dict[str, Any]):
    """An object in which ``key`` stands twice: the last value under each, and all as ``pairs``."""

    def __init__(self, key: str, pairs: Sequence[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.key, self.pairs = key, pairs


def doubled(text: str, line: int) -> BadRow | None:
    """What is wrong with a record of JSON in which a key stands twice; nothing with others.

    Mostly no key comes twice in the whole text, and its objects need not be told apart.
    """
    key = doubled_in(told_apart(text, None))
    return None if key is None else BadRow(line, key, problem_of(key), _HINT, text)


def told_apart(text: str, value: Any) -> Any:
    """The value of a JSON text, with `Twice` where a key stands twice in an object.

    Args:
        text: of a document.
        value: of the text as it was read; given back where no key stands twice.
    """
    keys = _KEY.findall(text)
    if len(keys) == len(set(keys)):
        return value
    met: list[str] = []

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        names = [name for name, _ in pairs]
        met.append(next(name for at, name in enumerate(names) if name in names[:at]))
        return Twice(met[-1], pairs)

    try:
        apart = json.loads(text, object_pairs_hook=once, strict=False)
    except (ValueError, RecursionError):
        return value  # no JSON: its reader tells why
    return apart if met else value


def doubled_in(value: Any) -> str | None:
    """The first key that stands twice in an object of a value; ``None`` where none does."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Twice):
            return each.key
        if isinstance(each, dict):
            waiting += reversed(each.values())
        elif isinstance(each, list):
            waiting += reversed(each)
    return None


def bad_record(value: Any, line: int) -> BadRow | None:
    """What is wrong with a part of a document in which a key stands twice; nothing with others."""
    key = doubled_in(value)
    return None if key is None else BadRow(line, key, problem_of(key), _HINT, written(value))


def problem_of(key: str) -> Said:
    """What is told of such a key."""
    return Said("the key {key!r} stands twice in one object", key=key)


def written(value: Any) -> str:
    """The JSON of a value, with all that stood under a key twice."""
    if isinstance(value, dict):
        pairs = value.pairs if isinstance(value, Twice) else value.items()
        inside = (f"{json.dumps(key, ensure_ascii=False)}: {written(each)}" for key, each in pairs)
        return f"{{{', '.join(inside)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    return json.dumps(value, ensure_ascii=False)
