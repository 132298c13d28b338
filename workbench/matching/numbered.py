"""Index terms as numbers, for statements that are filed by the thousand.

A word's terms are one short string of bytes, a statement's are those of its words put together:
that is sent to another process, and gathered for the index, several times as fast as the words.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import chain, islice

from workbench.language.packs import load
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
        self._terms = _Terms()
        self._words: dict[str, Written[bytes]] = {}

    def of(self, statement: Statement) -> array[int]:
        """The index terms of a statement by number, each once, until the batch is `packed`."""
        code = pack_for(statement.language).code
        if code not in self._words:
            self._words[code] = Written(load(code), self._pack)
        words, names = self._words[code].read(plain(statement.text))
        numbers = array(CODE, b"".join(words))
        others = chain(names, facet_terms(statement.facets, code))
        numbers.extend(map(self._terms.__getitem__, others))
        return array(CODE, list(islice(dict.fromkeys(numbers), MOST_TERMS)))

    def packed(self, batch: Sequence[array[int]]) -> tuple[list[str], list[bytes]]:
        """The terms of a batch, and for each statement the places of its own among them."""
        places = {number: at for at, number in enumerate(dict.fromkeys(chain(*batch)))}
        terms = [self._terms.named[number] for number in places]
        packed = [array(CODE, map(places.__getitem__, each)).tobytes() for each in batch]
        if len(self._terms.named) >= _MOST:
            self._terms, self._words = _Terms(), {}
        return terms, packed

    def _pack(self, terms: Iterable[str]) -> bytes:
        return array(CODE, map(self._terms.__getitem__, terms)).tobytes()


class _Terms(dict[str, int]):
    """Term → its number; a new one gets the next."""

    def __init__(self) -> None:
        self.named: list[str] = []

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self.named)
        self.named.append(term)
        return number
