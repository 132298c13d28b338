"""Postings gathered for an index: for each term, the docs that have it.

Millions of them are held as numbers in one array, not as lists of objects: these would take ten
times the memory, and Python's collector would go over them again and again.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, compress, islice
from typing import NamedTuple

_MANY = 20_000
"""Postings that are worth the import of NumPy."""


class Vocabulary(dict[str, int]):
    """Term → its number; a new one gets the next."""

    def __init__(self) -> None:
        self.named: list[str] = []
        """The terms in the order of their numbers."""

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self.named)
        self.named.append(term)
        return number


class Gathered:
    """Claims with their terms that wait to be indexed together: the more, the less each costs."""

    def __init__(self, named: Sequence[str]) -> None:
        """Gather claims whose terms are numbers; ``named`` has the terms so numbered."""
        self.claims = array("q")
        self._named = named
        self._terms = array("I")
        """The terms of the first claim, then those of the second…"""
        self._sizes = array("I")
        """How many of them each claim has, those that come twice with it counted twice."""

    def add(self, claim: int, terms: Iterable[int]) -> None:
        """A further claim, which comes once; a term of it may come twice."""
        before = len(self._terms)
        self.claims.append(claim)
        self._terms.extend(terms)
        self._sizes.append(len(self._terms) - before)

    def add_many(self, claims: Sequence[int], terms: Sequence[bytes]) -> None:
        """The same for many, with the terms of each packed as numbers of this array's kind."""
        self.claims.extend(claims)
        self._terms.frombytes(b"".join(terms))
        self._sizes.extend([len(each) // self._terms.itemsize for each in terms])

    def __len__(self) -> int:
        """How many claims wait."""
        return len(self.claims)

    def postings(self, first: int) -> Postings:
        """What is to be filed, where the claims are docs from ``first`` on."""
        sort = _sorted_by_numpy if len(self._terms) > _MANY else _sorted
        docs, counts, lengths = sort(self._terms, self._sizes, len(self._named), first)
        starts = list(accumulate(counts, initial=0))
        met = sorted(compress(range(len(counts)), counts), key=self._named.__getitem__)
        of_each = (docs[starts[number] : starts[number + 1]].tolist() for number in met)
        return Postings(lengths, [self._named[number] for number in met], of_each)


class Postings(NamedTuple):
    """The docs of each term."""

    lengths: Sequence[int]
    """How many terms each doc has."""
    terms: list[str]
    """Sorted."""
    docs: Iterator[Sequence[int]]
    """Of each term, ascending."""


class _Sorted(NamedTuple):
    docs: array[int]
    """Those of term 0, then those of term 1…"""
    counts: Sequence[int]
    """How many each term has."""
    lengths: Sequence[int]
    """How many terms each doc has."""


def _sorted(terms: array[int], sizes: array[int], kinds: int, first: int) -> _Sorted:
    by_term: list[list[int]] = [[] for _ in range(kinds)]
    lengths = []
    rest = iter(terms)
    for doc, size in enumerate(sizes, first):
        own = set(islice(rest, size))
        lengths.append(len(own))
        for term in own:
            by_term[term].append(doc)
    docs = array("I", chain.from_iterable(by_term))
    return _Sorted(docs, list(map(len, by_term)), lengths)


def _sorted_by_numpy(terms: array[int], sizes: array[int], kinds: int, first: int) -> _Sorted:
    """The same for many: term and doc as one number are sorted without their order being kept."""
    import numpy as np  # noqa: PLC0415

    keys = np.frombuffer(terms, dtype=np.uint32).astype(np.uint64)
    keys <<= np.uint64(32)
    places = np.arange(len(sizes), dtype=np.uint32)
    keys |= np.repeat(places, np.frombuffer(sizes, dtype=np.uint32))
    keys.sort()
    keys = keys[np.append(True, keys[1:] != keys[:-1])]
    places = keys.astype(np.uint32)  # the lower half of each
    keys >>= np.uint64(32)
    counts = np.bincount(keys.view(np.int64), minlength=kinds).tolist()
    lengths = np.bincount(places, minlength=len(sizes)).tolist()
    places += np.uint32(first)
    return _Sorted(array("I", places.tobytes()), counts, lengths)
