"""Index terms as numbers, for statements that are filed by the thousand.

A word's terms are one short string of bytes, a statement's are those of its words put together:
that is sent to another process, and gathered for the index, several times as fast as the words.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Sequence
from itertools import chain, islice

from workbench.facets.types import Facets
from workbench.language.packs import load
from workbench.matching.candidates.terms import MOST_TERMS, facet_terms
from workbench.matching.candidates.written import MOST_WORDS, Written
from workbench.matching.statement.posts import plain
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Statement

CODE = "I"
"""How numbers are packed: see `array`."""
_SIZE = array(CODE).itemsize
_NONE = Facets()
"""The facets of a claim that are not read yet."""
_MOST = 500_000
"""Terms that are numbered; then numbering begins anew with the next batch."""


class _Packed(dict[str, bytes]):
    """Term → its number as it is packed; a new one gets the next."""

    def __init__(self) -> None:
        self.named: list[str] = []
        """The terms in the order of their numbers."""

    def __missing__(self, term: str) -> bytes:
        number = self[term] = len(self.named).to_bytes(_SIZE, sys.byteorder)
        self.named.append(term)
        return number


class Numbered:
    """Numbers the terms of statements, batch after batch."""

    def __init__(self, beside: Callable[[str], Sequence[str]] = lambda _: ()) -> None:
        """Remember of each written word its terms, and what ``beside`` makes of it."""
        self._beside = beside
        self._begin()

    def _begin(self) -> None:
        self._numbers = _Packed()
        self._words: dict[str, Written[tuple[bytes, Sequence[str]]]] = {}
        self._told = 0

    def of(self, statement: Statement) -> tuple[bytes, Sequence[Sequence[str]] | None]:
        """The index terms of a statement by number, of which one may stand there twice.

        With it comes what is beside each word of its text, or nothing where not all of that is
        read as it stands: a post with addresses (`posts.plain`), or a very long text.
        """
        code = pack_for(statement.language).code
        if code not in self._words:
            self._words[code] = Written(load(code), self._kept)
        text = plain(statement.text)
        kept, names = self._words[code].read(text)
        numbers, beside = zip(*kept, strict=True) if kept else ((), ())
        facets = statement.facets
        others = names if facets == _NONE else chain(names, facet_terms(facets, code))
        packed = b"".join(chain(numbers, map(self._numbers.__getitem__, others)))
        is_whole = text == statement.text and len(kept) < MOST_WORDS
        return _at_most(packed), beside if is_whole else None

    def batch(self) -> tuple[int, list[str]]:
        """End a batch: which terms are new since the last one, and the number of the first.

        The others have the numbers after it. Where it is 0, earlier numbers hold no more.
        """
        first, named = self._told, self._numbers.named
        self._told = len(named)
        if self._told >= _MOST:
            self._begin()
        return first, named[first:]

    def _kept(self, written: str, terms: Sequence[str]) -> tuple[bytes, Sequence[str]]:
        return b"".join(map(self._numbers.__getitem__, terms)), self._beside(written)


def _at_most(packed: bytes) -> bytes:
    """No more than `MOST_TERMS` of them, and then each once."""
    if len(packed) <= MOST_TERMS * _SIZE:
        return packed
    return array(CODE, list(islice(dict.fromkeys(array(CODE, packed)), MOST_TERMS))).tobytes()
