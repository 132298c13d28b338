"""A word of a sentence among its neighbours, as all rules of clauses see it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from workbench.splitting.clauses.words.forms import Lexeme, Verb

CLAUSE = 60
"""Words within which a clause ends and its verb is looked for, so that time stays linear."""
_STOP = re.compile(r"[.!?؟…]")
_COMMAS = frozenset("،,")
_CLOSERS = " \xa0)]»”’\"'%٪"


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word of a sentence, and what it is among its neighbours."""

    start: int
    """Raw offset of the core: behind a conjunction written on to it."""
    end: int
    lexeme: Lexeme
    core: str
    """Folded, without a glued conjunction."""
    gap: str
    """What stands between the word before and this one."""
    verb: Verb
    raw: str
    pause: bool
    """Punctuation stands before it at which a clause may end."""
    capital: bool
    """It is written with a capital."""
    number: bool
    """It is written in digits."""

    @property
    def comma(self) -> bool:
        """Whether a comma and no stronger mark stands before it."""
        return self.pause and self.gap.strip(_CLOSERS) in _COMMAS

    @property
    def stop(self) -> bool:
        """Whether a mark that ends sentences stands before it."""
        return self.pause and _STOP.search(self.gap) is not None


def next_pause(words: Sequence[Word], at: int) -> int:
    """Where the next mark stands at which a clause may end, no farther than a clause goes."""
    last = min(at + CLAUSE, len(words))
    return next((k for k in range(at, last) if words[k].pause), last)


def is_verbless(words: Iterable[Word]) -> bool:
    """Whether none of some words is a finite verb or may be one."""
    return all(word.verb < Verb.PAST for word in words)
