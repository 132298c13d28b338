"""Postings gathered for an index: for each term, the docs that have it.

Millions of them are held as numbers in one array, not as lists of objects: these would take ten
times the memory, and Python's collector would go over them again and again.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, count, repeat

_MANY = 20_000
"""Postings that are worth the import of NumPy."""


class Postings:
    """The terms of docs, one doc after another."""

    def __init__(self) -> None:
        self.lengths = array("I")
        """How many terms each doc has."""
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._terms = array("I")
        """The terms of the first doc by number, then those of the second…"""

    def add(self, terms: Iterable[str]) -> None:
        """The terms of the next doc; one that comes twice counts once."""
        each = set(terms)
        self.lengths.append(len(each))
        self._terms.extend(map(self._numbers.__getitem__, each))

    def add_many(self, terms: Sequence[str], docs: Sequence[bytes]) -> None:
        """Further docs, each with the places of its terms, each once, packed as `numbered` does."""
        places = array("I", b"".join(docs))
        numbers = {place: self._numbers[terms[place]] for place in set(places)}
        self._terms.extend(map(numbers.__getitem__, places))
        self.lengths.extend(len(each) // places.itemsize for each in docs)

    @property
    def terms(self) -> list[str]:
        """All terms, sorted."""
        return sorted(self._numbers)

    def docs(self, first: int) -> Iterator[Sequence[int]]:
        """The docs of each of the `terms`, ascending, if they are numbered from ``first`` on."""
        sort = _sorted_by_numpy if len(self._terms) > _MANY else _sorted
        docs, sizes = sort(self._terms, self.lengths, len(self._numbers), first)
        starts = list(accumulate(sizes, initial=0))
        for term in self.terms:
            number = self._numbers[term]
            yield docs[starts[number] : starts[number + 1]].tolist()


class Gathered:
    """Claims with their terms that wait to be indexed together: the more, the less each costs."""

    def __init__(self) -> None:
        self.claims = array("q")
        self.postings = Postings()

    def add(self, claim: int, terms: Iterable[str]) -> None:
        """A further claim, which comes once."""
        self.claims.append(claim)
        self.postings.add(terms)

    def add_many(self, claims: Sequence[int], terms: Sequence[str], docs: Sequence[bytes]) -> None:
        """Further claims, each with the places of its own among these terms."""
        self.claims.extend(claims)
        self.postings.add_many(terms, docs)

    def __len__(self) -> int:
        """How many claims wait."""
        return len(self.claims)


def _sorted(
    terms: array[int], lengths: array[int], kinds: int, first: int
) -> tuple[array[int], Sequence[int]]:
    """The docs of term 0, then those of term 1…, and how many each has."""
    by_term: list[list[int]] = [[] for _ in range(kinds)]
    docs = (doc for doc, length in enumerate(lengths, first) for doc in repeat(doc, length))
    for term, doc in zip(terms, docs, strict=True):
        by_term[term].append(doc)
    return array("I", [doc for each in by_term for doc in each]), list(map(len, by_term))


def _sorted_by_numpy(
    terms: array[int], lengths: array[int], kinds: int, first: int
) -> tuple[array[int], Sequence[int]]:
    """The same for many: term and doc as one number are sorted without their order being kept."""
    import numpy as np  # noqa: PLC0415

    numbers = np.frombuffer(terms, dtype=np.uint32)
    docs = np.arange(first, first + len(lengths), dtype=np.uint64)
    keys = numbers.astype(np.uint64) << np.uint64(32)
    keys |= np.repeat(docs, np.frombuffer(lengths, dtype=np.uint32))
    keys.sort()
    ordered = array("I", (keys & np.uint64(0xFFFFFFFF)).astype(np.uint32).tobytes())
    return ordered, np.bincount(numbers, minlength=kinds).tolist()
