"""What the columns of other people's tables are usually called, in their languages.

A name is proposed and never taken unasked; a rating only beside a source, since a verdict without
evidence could not be filed (the column is kept as an extra then). Where two columns would be the
same of ours, the one whose name stands first in the table of names is proposed.
"""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from workbench.language.fold import fold_words

_TABLE = Path(__file__).with_name("usual.toml")
_AROUND = "around"
_NEEDED = "text"
_IN_BRACKETS = re.compile(r"\s*\([^()]*[^\W\d][^()]*\)\s*\Z")
_INSIDE = re.compile("(?<=[a-z])(?=[A-Z])")
"""Where a word begins in a name as programs write it: claimReviewed."""
_PATH = re.compile(r"[^\s.]+(?:\.[^\s.]+)+")
_SAYS_ITS_PARENT = frozenset({"name", "text", "value", "label"})
_SOURCES = frozenset({"source_url", "source_title"})
_OF_A_VERDICT = frozenset({"rating", "explanation", "known_at", "verdict_author", "reviewer"})


def proposed(header: Sequence[str]) -> dict[str, str]:
    """Our name of a column → the column of this table that it seems to be.

    Nothing where none of them seems to hold the claim, or two columns have the same name.
    """
    called = _called_apart([name for name in header if fold_words(name)])
    names = dict(called)
    found = {
        ours: next(names[key] for key in keys if key in names)
        for ours, keys in _usual().items()
        if any(key in names for key in keys)
    }
    if _NEEDED not in found or len(names) < len(called):
        return {}
    rests = not _SOURCES.isdisjoint(found)
    return {ours: theirs for ours, theirs in found.items() if rests or ours not in _OF_A_VERDICT}


def _called_apart(header: Sequence[str]) -> list[tuple[str, str]]:
    """By what each column is known, and its name: one with words around it only where no other
    column is known so."""
    called = [(_called(name), name) for name in header]
    taken = {key for key, _ in called}
    for at, (key, name) in enumerate(called):
        bare = "" if is_usual(key) else _bare(name)
        if bare and bare not in taken:
            called[at] = bare, name
            taken.add(bare)
    return called


def _bare(name: str) -> str:
    """A usual name without what is around it here, or nothing: "What is the claim? (one)"."""
    before, behind = _around()
    folded = fold_words(_INSIDE.sub(" ", _IN_BRACKETS.sub("", name)))
    starts = (folded.removeprefix(f"{each} ") for each in ("", *before))
    found = (start.removesuffix(f" {each}") for start in [*starts] for each in ("", *behind))
    return next(filter(is_usual, found), "")


def _called(column: str) -> str:
    """By what a column is known; a field inside others by its own name, or by that of the field
    that holds it where its own says no more than what that is called."""
    if not _PATH.fullmatch(column) or is_usual(column):
        return fold_words(column)
    *_, parent, own = column.split(".")
    within = parent if own in _SAYS_ITS_PARENT else own
    return fold_words(within if is_usual(within) else column)


def is_usual(name: str) -> bool:
    """Whether a column of somebody's table is usually called so."""
    folded = fold_words(name)
    return any(folded in keys for keys in _usual().values())


def as_options(columns: Mapping[str, str]) -> str:
    """A mapping as a person types it."""
    return " ".join(f"--map {shlex.quote(f'{ours}={theirs}')}" for ours, theirs in columns.items())


@cache
def _table() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads(_TABLE.read_text(encoding="utf-8"))


@cache
def _around() -> tuple[list[str], list[str]]:
    """What may stand before a name and behind it, the longest first."""
    sides = (_table()[_AROUND][side] for side in ("before", "behind"))
    before, behind = (sorted(map(fold_words, side), key=len, reverse=True) for side in sides)
    return before, behind


@cache
def _usual() -> Mapping[str, Mapping[str, None]]:
    """Our name of a column → what it is called elsewhere, in order.

    Raises:
        ValueError: one name stands under two of ours, which would be a mistake in the table.
    """
    found = {
        ours: dict.fromkeys(fold_words(name) for names in languages.values() for name in names)
        for ours, languages in _table().items()
        if ours != _AROUND
    }
    taken: dict[str, str] = {}
    for ours, keys in found.items():
        for key in keys:
            if taken.setdefault(key, ours) != ours:
                raise ValueError(f"{key!r} stands under {taken[key]} and {ours}")
    return found
