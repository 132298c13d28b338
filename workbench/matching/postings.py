"""Postings gathered for an index: for each term, the docs that have it.

Millions of them are held as numbers in one array, not as lists of objects: these would take ten
times the memory, and Python's collector would go over them again and again.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, compress, repeat

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
        self.lengths = array("I")
        """How many terms each claim has."""
        self._named = named
        self._terms = array("I")
        """The terms of the first claim, then those of the second…"""

    def add(self, claim: int, terms: Iterable[int]) -> None:
        """A further claim, which comes once, as each of its terms does."""
        before = len(self._terms)
        self.claims.append(claim)
        self._terms.extend(terms)
        self.lengths.append(len(self._terms) - before)

    def add_many(self, claims: Sequence[int], terms: Sequence[bytes]) -> None:
        """The same for many, with the terms of each packed as numbers of this array's kind."""
        self.claims.extend(claims)
        self._terms.frombytes(b"".join(terms))
        self.lengths.extend(len(each) // self._terms.itemsize for each in terms)

    def __len__(self) -> int:
        """How many claims wait."""
        return len(self.claims)

    def postings(self, first: int) -> tuple[list[str], Iterator[Sequence[int]]]:
        """The terms, sorted, and the docs of each, ascending: the claims are docs from first on."""
        sort = _sorted_by_numpy if len(self._terms) > _MANY else _sorted
        docs, sizes = sort(self._terms, self.lengths, len(self._named), first)
        starts = list(accumulate(sizes, initial=0))
        met = sorted(compress(range(len(sizes)), sizes), key=self._named.__getitem__)
        of_each = (docs[starts[number] : starts[number + 1]].tolist() for number in met)
        return [self._named[number] for number in met], of_each


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
    keys = numbers.astype(np.uint64)
    keys <<= np.uint64(32)
    keys |= np.repeat(docs, np.frombuffer(lengths, dtype=np.uint32))
    keys.sort()
    ordered = array("I", keys.astype(np.uint32).tobytes())  # the lower half of each
    return ordered, np.bincount(numbers, minlength=kinds).tolist()
