"""What a written word is apart from its neighbours: how far a verb, what is written on to it."""

from __future__ import annotations

from enum import IntEnum
from typing import Protocol

import msgspec


class Verb(IntEnum):
    """How far a word is a verb."""

    NO = 0
    GERUND = 1
    PAST = 2
    """A past form that may be a participle ("killed")."""
    WEAK = 3
    """As often a noun."""
    FINITE = 4


class Lexeme(msgspec.Struct, frozen=True, gc=False):
    """What a written word is, apart from its neighbours."""

    glue: str
    """The conjunction written on to it, or nothing."""
    core: str
    """Folded, without the conjunction."""
    verb: Verb
    stem: str
    """Of the verb, where it is one of a paradigm."""


class Written(Protocol):
    """A word as far as grammar asks of it."""

    @property
    def core(self) -> str:
        """Folded, without a conjunction."""

    @property
    def verb(self) -> Verb:
        """How far it is a verb."""

    @property
    def raw(self) -> str:
        """As it is written."""
