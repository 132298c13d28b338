"""What a thing is attached to: the ruling against the paper is not the paper's, the ambassador to
Egypt not Egypt's, and what is set in one place and shot in another not the other way round.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from workbench.matching.findings import Finding, Holds
from workbench.matching.reasons import Key
from workbench.matching.reordered import Text
from workbench.matching.senses import sent
from workbench.matching.types import Facet
from workbench.matching.words import Word

Two = tuple[Word, Word]
"""A word here and the same there."""


def find_attached(here: Text, there: Text, shared: Sequence[Two]) -> Finding | None:
    """Whether what both share hangs on something else there."""
    rules: tuple[Callable[[Text, Text, Sequence[Two]], Two | None], ...]
    rules = (_opposed, _sent, _crossed)
    found = next((two for two in (rule(here, there, shared) for rule in rules) if two), None)
    if found is None:
        return None
    shown = found[0].surface, found[1].surface
    return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ROLES_DIFFER, *shown)


def _opposed(here: Text, there: Text, shared: Sequence[Two]) -> Two | None:
    """What something is against in one text, and whose it is in the other."""
    for owner, owned in ((a, b) for a in shared for b in shared if a is not b):
        if here.opposes(owner[0]) and there.owns(owner[1], owned[1]):
            return owner
        if there.opposes(owner[1]) and here.owns(owner[0], owned[0]):
            return owner
    return None


def _sent(here: Text, there: Text, shared: Sequence[Two]) -> Two | None:
    """To whom somebody is sent in one text, and whose he is in the other."""
    if all(sent().isdisjoint(one.meanings | other.meanings) for one, other in shared):
        return None
    names = [pair for pair in shared if pair[0].name and pair[1].name]
    return next((p for p in names if here.is_aim(p[0]) != there.is_aim(p[1])), None)


def _crossed(here: Text, there: Text, shared: Sequence[Two]) -> Two | None:
    """Two things behind one preposition that have exchanged what stands before it."""
    for one, other in combinations(shared, 2):
        texts = zip((here, there), one, other, strict=True)
        if not all(text.governor(a) == text.governor(b) != "" for text, a, b in texts):
            continue
        heads = [_head(pair, side, shared) for pair in (one, other) for side in (0, 1)]
        if None not in heads and heads[0] == heads[3] != heads[1] == heads[2]:
            return one
    return None


def _head(pair: Two, side: int, shared: Sequence[Two]) -> Two | None:
    """The shared word that stands nearest before one of them."""
    before = [each for each in shared if each[side].place < pair[side].place]
    return max(before, key=lambda each: each[side].place, default=None)
