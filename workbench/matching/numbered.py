"""Index terms as numbers, for statements that are filed by the thousand.

A word's terms are one short string of bytes, a statement's are those of its words put together:
that is sent to another process, and gathered for the index, several times as fast as the words.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import chain, islice

from workbench.language.packs import load
from workbench.matching.postings import Vocabulary
from workbench.matching.posts import plain
from workbench.matching.terms import MOST_TERMS, facet_terms
from workbench.matching.types import Statement
from workbench.matching.words import pack_for
from workbench.matching.written import Written

CODE = "I"
"""How numbers are packed: see `array`."""
_MOST = 500_000
"""Terms that are numbered; then numbering begins anew with the next batch."""


class Numbered:
    """Numbers the terms of statements, batch after batch."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._vocabulary = Vocabulary()
        self._words: dict[str, Written[bytes]] = {}
        self._told = 0

    def of(self, statement: Statement) -> bytes:
        """The index terms of a statement by number, each once."""
        code = pack_for(statement.language).code
        if code not in self._words:
            self._words[code] = Written(load(code), self._pack)
        words, names = self._words[code].read(plain(statement.text))
        numbers = array(CODE, b"".join(words))
        others = chain(names, facet_terms(statement.facets, code))
        numbers.extend(map(self._vocabulary.__getitem__, others))
        return array(CODE, list(islice(dict.fromkeys(numbers), MOST_TERMS))).tobytes()

    def batch(self) -> tuple[int, list[str]]:
        """End a batch: which terms are new since the last one, and the number of the first.

        The others have the numbers after it. Where it is 0, earlier numbers hold no more.
        """
        first, named = self._told, self._vocabulary.named
        self._told = len(named)
        if self._told >= _MOST:
            self._begin()
        return first, named[first:]

    def _pack(self, terms: Iterable[str]) -> bytes:
        return array(CODE, list(map(self._vocabulary.__getitem__, terms))).tobytes()
