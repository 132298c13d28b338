"""Nested values as text, each under the dotted path of its own names.

So they can be shown, searched and written back exactly: `flatten` and `unflatten` are each other's
inverse.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import msgspec

from workbench.exchange.types import RESERVED

NOT_TEXT = f"{RESERVED}json"
"""Extra that names the paths whose value is JSON and not a string."""
_PATH = re.compile(r"((?:[^.\\]|\\.)*)(\.|\Z)", re.DOTALL)


def flatten(value: Mapping[str, Any]) -> dict[str, str]:
    """Path → text of every field: strings as they are, lists and other values as JSON."""
    found: dict[str, str] = {}
    other: list[str] = []
    _flatten(value, "", found, other)
    if other:
        found[NOT_TEXT] = msgspec.json.encode(sorted(other)).decode()
    return found


def paths_of_words(record: Mapping[str, Any]) -> list[str]:
    """The paths of the fields that may hold words: no lists, and nothing of ours."""
    return [
        path
        for path, text in flatten(record).items()
        if not path.startswith(RESERVED) and not text.startswith(("[", "{"))
    ]


def _flatten(
    value: Mapping[str, Any], before: str, found: dict[str, str], other: list[str]
) -> None:
    for key, each in value.items():
        path = before + _escaped(key, not before)
        if isinstance(each, str):
            found[path] = each
        elif isinstance(each, dict) and each:
            _flatten(each, path + ".", found, other)
        else:
            found[path] = msgspec.json.encode(each).decode()
            other.append(path)


@lru_cache(maxsize=4_096)
def _escaped(key: str, is_first: bool) -> str:
    """A name as it stands in a path; the same come in every record."""
    name = key.replace("\\", "\\\\").replace(".", "\\.")
    return f"\\{name}" if is_first and name.startswith(RESERVED) else name


def unflatten(flat: Mapping[str, str]) -> dict[str, Any]:
    """The value that `flatten` took apart; paths that contradict others are passed over."""
    named = _json(flat.get(NOT_TEXT, "[]"))
    other = {name for name in named if isinstance(name, str)} if isinstance(named, list) else set()
    made: dict[str, Any] = {}
    for path, text in flat.items():
        if path.startswith(RESERVED):
            continue
        *parents, name = _names(path)
        place: Any = made
        for parent in parents:
            place = place.setdefault(parent, {}) if isinstance(place, dict) else None
        if isinstance(place, dict):
            place[name] = _json(text) if path in other else text
    return made


def _json(text: str) -> Any:
    """What was kept as JSON; the text itself where somebody has edited it since."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return text


def _names(path: str) -> list[str]:
    names = []
    for found in _PATH.finditer(path):
        names.append(re.sub(r"\\(.)", r"\1", found[1], flags=re.DOTALL))
        if not found[2]:
            break
    return names
