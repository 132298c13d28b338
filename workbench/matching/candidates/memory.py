"""A posting store in memory, for text that is on no file, and for tests."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import sub

import msgspec

_FOUR_BYTES = 2 << 30


class MemoryState(msgspec.Struct, frozen=True):
    """See `workbench.matching.candidates.index.State`."""

    version: str
    docs: int
    words: int
    last_doc: int
    sound: bool = True


class MemoryPostings:
    """A `workbench.matching.candidates.index.PostingStore` in memory."""

    def __init__(self, version: str = "") -> None:
        self.reset(version)

    def state(self) -> MemoryState:
        """See `PostingStore`."""
        words = sum(self._lengths)
        return MemoryState(self._version, len(self._claim_of), words, len(self._lengths))

    def reset(self, version: str) -> None:
        """See `PostingStore`."""
        self._version = version
        self._lengths = bytearray()
        self._terms: dict[str, int] = {}
        self._docs: list[array[int]] = []
        self._claim_of: dict[int, int] = {}
        self._doc_of: dict[int, int] = {}

    def allot(self, claims: Sequence[int], lengths: Sequence[int]) -> Sequence[int]:
        """See `PostingStore`."""
        self.forget(claims)
        first = len(self._lengths) + 1
        docs = range(first, first + len(claims))
        self._lengths += bytes(min(length, 255) for length in lengths)
        self._claim_of.update(zip(docs, claims, strict=True))
        self._doc_of.update(zip(claims, docs, strict=True))
        return docs

    def forget(self, claims: Sequence[int]) -> None:
        """See `PostingStore`."""
        for claim in claims:
            doc = self._doc_of.pop(claim, None)
            if doc is not None:
                del self._claim_of[doc]

    def append(self, terms: Sequence[str], docs: Iterable[Sequence[int]]) -> None:
        """See `PostingStore`."""
        for term, each in zip(terms, docs, strict=True):
            number = self._terms.setdefault(term, len(self._terms))
            if number == len(self._docs):
                self._docs.append(array("I"))
            self._docs[number].extend(each)

    def counts(self, terms: Sequence[str]) -> Mapping[str, int]:
        """See `PostingStore`."""
        return {term: len(self._docs[self._terms[term]]) for term in terms if term in self._terms}

    def lookup(self, terms: Sequence[str]) -> Mapping[str, tuple[int, int, bytes]]:
        """See `PostingStore`."""
        numbers = {term: self._terms[term] for term in terms if term in self._terms}
        return {
            term: (number, len(self._docs[number]), _piece(self._docs[number]))
            for term, number in numbers.items()
        }

    def pieces(self, terms: Mapping[int, int]) -> Iterator[tuple[int, bytes]]:
        """See `PostingStore`; here all docs are the latest."""
        assert not terms
        return iter(())

    def lengths(self) -> bytes:
        """See `PostingStore`."""
        return bytes(self._lengths)

    def claims(self, docs: Sequence[int]) -> Mapping[int, int]:
        """See `PostingStore`."""
        return {doc: self._claim_of[doc] for doc in docs if doc in self._claim_of}


def _piece(docs: array[int]) -> bytes:
    numbers = array("I", [docs[0] | _FOUR_BYTES])
    numbers.extend(map(sub, docs[1:], docs))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()
