"""Summing: the docs that have most of a query's weight, out of the pieces of its terms.

NumPy sums a million postings in some ten milliseconds, and takes seventy to be imported; so the
few postings of a small store, and the first of one who searches (`Summing`), are summed in plain
Python, unless NumPy is there already. Both ways give the same docs.
"""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest
from itertools import accumulate, compress
from typing import TYPE_CHECKING, Protocol

import msgspec

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PLAIN = 500_000
"""Postings that plain Python sums in about the time that NumPy takes to be imported."""
UNSEEN = 0.25
"""Share of a query's weight that a doc may have and not be found: its commonest terms, which have
most of the postings and least of the weight, add to docs that others found and find none."""
_HEAD = 4
_FIRST = (1 << 30) - 1
_CODES = "BHI"
_SKIPS = (0xFF, 0xFFFF, 0xFFFFFFFF)
"""By the width of gaps, the one that leads on by so much and to no doc."""

Pieces = Sequence[tuple[int, bytes]]
"""Terms by number, with a piece of their docs (see the index's `PostingStore`)."""
Query = Sequence[tuple[int, float]]
"""Terms by number, with their weights."""
Scored = list[tuple[int, float]]


class DamagedIndexError(Exception):
    """What an index gave cannot have been written to it."""


class Search(Protocol):
    """One query, ready to be asked for as many docs as are wanted."""

    def best(self, keep: int) -> Scored:
        """The ``keep`` docs with the most weight, best and newest first, or all of them."""
        ...


class Summing(msgspec.Struct):
    """Sums for one who searches, and knows how much: who goes on is better off with NumPy."""

    postings: int = 0
    """Those summed so far."""

    def best_of(
        self,
        queries: Sequence[Query],
        pieces: Pieces,
        counts: Mapping[int, int],
        lengths: bytes,
        factors: Sequence[float],
    ) -> Sequence[Search]:
        """A search for each query.

        Args:
            queries: the terms of each, with their weights.
            pieces: the docs of all terms.
            counts: how many docs each term has.
            lengths: the number of terms of each doc, from doc 1 on.
            factors: what a doc's sum is multiplied by, by its number of terms.

        Raises:
            DamagedIndexError: the pieces are not what they can be.
        """
        self.postings += sum(counts[number] for query in queries for number, _ in query)
        decode = _arrays if self.postings > PLAIN or "numpy" in sys.modules else _lists
        return decode(queries, pieces, counts, lengths, factors)


def docs_in(piece: bytes) -> int:
    """How many docs a piece has.

    Raises:
        DamagedIndexError: it is no piece.
    """
    if len(piece) <= _HEAD:
        if 0 < len(piece) < _HEAD:
            raise DamagedIndexError
        return len(piece) // _HEAD
    width = piece[_HEAD - 1] >> 6
    gaps = _gaps(piece, width)
    return 1 + len(gaps) - gaps.count(_SKIPS[width])


def _gaps(piece: bytes, width: int) -> array[int]:
    """The numbers behind a piece's head, of one of the widths of `_CODES`, as they are stored."""
    try:
        return array(_CODES[width], piece[_HEAD:])
    except (IndexError, ValueError) as error:
        raise DamagedIndexError from error


class _PlainSearch(msgspec.Struct, frozen=True):
    """A search in plain Python."""

    terms: Sequence[tuple[Sequence[int], float]]
    """The docs and the weight of each, the most weighty first."""
    finding: int
    """So many of them find docs."""
    lengths: bytes
    factors: Sequence[float]

    def best(self, keep: int) -> Scored:
        sums: dict[int, float] = {}
        get = sums.get
        for docs, weight in self.terms[: self.finding]:
            if sums:
                for doc in docs:
                    sums[doc] = get(doc, 0.0) + weight
            else:
                sums = dict.fromkeys(docs, weight)
                get = sums.get
        for docs, weight in self.terms[self.finding :]:
            for doc in docs:
                if doc in sums:
                    sums[doc] += weight
        factors, lengths = self.factors, self.lengths
        weighed = [(total * factors[lengths[doc - 1]], doc) for doc, total in sums.items()]
        return [(doc, weight) for weight, doc in nlargest(keep, weighed)]


def _lists(
    queries: Sequence[Query],
    pieces: Pieces,
    counts: Mapping[int, int],
    lengths: bytes,
    factors: Sequence[float],
) -> Sequence[Search]:
    docs: defaultdict[int, list[int]] = defaultdict(list)
    for number, piece in pieces:
        if len(piece) < _HEAD:
            raise DamagedIndexError
        head = int.from_bytes(piece[:_HEAD], "little")
        gaps = _gaps(piece, head >> 30)
        if sys.byteorder == "big":
            gaps.byteswap()
        found = accumulate(gaps, initial=head & _FIRST)
        docs[number].append(next(found))
        docs[number].extend(compress(found, map(_SKIPS[head >> 30].__ne__, gaps)))
    for number, n in counts.items():
        if len(docs[number]) != n or max(docs[number]) > len(lengths):
            raise DamagedIndexError
    return [
        _PlainSearch(
            [(docs[number], weight) for number, weight in query], _finding(query), lengths, factors
        )
        for query in map(_weighty, queries)
    ]


def _weighty(query: Query) -> Query:
    return sorted(query, key=lambda each: -each[1])


def _finding(query: Query) -> int:
    """How many terms find docs: all but the last that have `UNSEEN` of the weight together."""
    unseen = sum(weight for _, weight in query) * UNSEEN
    for at in range(len(query) - 1, -1, -1):
        unseen -= query[at][1]
        if unseen < 0:
            return at + 1
    return 0


class _ArraySearch(msgspec.Struct, frozen=True):
    """A search in NumPy, with an accumulator that all queries share."""

    terms: Sequence[tuple[NDArray[np.uint32], float]]
    """The docs and the weight of each, the most weighty first."""
    finding: int
    """So many of them find docs."""
    sums: NDArray[np.float32]
    """By doc number; zero before and after."""
    lengths: NDArray[np.uint8]
    """By doc number."""
    factors: NDArray[np.float32]
    """By length."""

    def best(self, keep: int) -> Scored:
        import numpy as np  # noqa: PLC0415

        sizes = [len(docs) for docs, _ in self.terms]
        if not sum(sizes):
            return []
        # As wide as what NumPy indexes by, which makes indexing by them twice as fast.
        all_docs = np.concatenate([docs for docs, _ in self.terms]).astype(np.intp)
        by_term = np.array([weight for _, weight in self.terms], dtype=np.float32)
        np.add.at(self.sums, all_docs, np.repeat(by_term, sizes))
        touched = all_docs[: sum(sizes[: self.finding])]
        weights = self.sums[touched] * self.factors[self.lengths[touched]]
        # A doc is touched by each term once at most: those of most weight are among so many.
        most = keep * self.finding
        if most < len(touched):
            floor = np.partition(weights, len(weights) - most)[len(weights) - most]
            high = np.flatnonzero(weights >= floor)
            touched, weights = touched[high], weights[high]
        once = self._once(touched)
        self.sums[all_docs] = 0
        docs, weights = _highest(touched[once], weights[once], keep)
        order = np.lexsort((-docs, -weights))
        return list(zip(docs[order].tolist(), weights[order].tolist(), strict=True))

    def _once(self, touched: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which of these name a doc for the last time; what the accumulator has there is lost."""
        import numpy as np  # noqa: PLC0415

        order = np.arange(len(touched), dtype=np.float32)
        self.sums[touched] = order
        return np.asarray(self.sums[touched] == order)


def _highest(
    docs: NDArray[np.intp], weights: NDArray[np.float32], keep: int
) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """The ``keep`` entries of most weight; among equals at the brink, the newest docs."""
    import numpy as np  # noqa: PLC0415

    if keep >= len(docs):
        return docs, weights
    floor = np.partition(weights, len(weights) - keep)[len(weights) - keep]
    above = np.flatnonzero(weights > floor)
    brink = np.flatnonzero(weights == floor)
    missing = min(keep - len(above), len(brink))
    newest = np.argpartition(docs[brink], len(brink) - missing)[len(brink) - missing :]
    chosen = np.concatenate([above, brink[newest]])
    return docs[chosen], weights[chosen]


def _arrays(
    queries: Sequence[Query],
    pieces: Pieces,
    counts: Mapping[int, int],
    lengths: bytes,
    factors: Sequence[float],
) -> Sequence[Search]:
    import numpy as np  # noqa: PLC0415 (it takes 70 ms to be imported)

    docs = _unpacked(pieces, len(lengths))
    for number, n in counts.items():
        if number not in docs or len(docs[number]) != n:
            raise DamagedIndexError
    sums = np.zeros(len(lengths) + 1, dtype=np.float32)
    by_doc = np.frombuffer(b"\0" + lengths, dtype=np.uint8)
    by_length = np.asarray(factors, dtype=np.float32)
    return [
        _ArraySearch(
            [(docs[number], weight) for number, weight in query],
            *(_finding(query), sums, by_doc, by_length),
        )
        for query in map(_weighty, queries)
    ]


def _unpacked(pieces: Pieces, last: int) -> dict[int, NDArray[np.uint32]]:
    """The docs of each term, none above ``last``: all pieces of one width in one go."""
    import numpy as np  # noqa: PLC0415

    groups: defaultdict[int, list[tuple[int, bytes]]] = defaultdict(list)
    for number, piece in pieces:
        groups[piece[_HEAD - 1] >> 6 if len(piece) >= _HEAD else len(_CODES)].append(
            (number, piece)
        )
    parts: defaultdict[int, list[NDArray[np.uint32]]] = defaultdict(list)
    for width, group in groups.items():
        if width >= len(_CODES) or any((len(piece) - _HEAD) % (1 << width) for _, piece in group):
            raise DamagedIndexError
        for (number, _), docs in zip(group, _summed(group, width, last), strict=True):
            parts[number].append(docs)
    return {
        number: each[0] if len(each) == 1 else np.concatenate(each)
        for number, each in parts.items()
    }


def _summed(group: Pieces, width: int, last: int) -> list[NDArray[np.uint32]]:
    """The docs of pieces of one width: one running sum over all, begun anew at each piece.

    What is in the place of the first doc counts as no gap, so that the sum there is the brink
    from which the piece's docs are counted.
    """
    import numpy as np  # noqa: PLC0415

    head = _HEAD >> width
    joined = np.frombuffer(
        b"".join(piece for _, piece in group), dtype=("<u1", "<u2", "<u4")[width]
    )
    sizes = np.fromiter((len(piece) >> width for _, piece in group), np.int64, len(group))
    firsts = np.frombuffer(b"".join(piece[:_HEAD] for _, piece in group), dtype="<u4") & _FIRST
    starts = np.cumsum(sizes) - sizes
    gaps = joined.astype(np.uint32)
    is_doc = joined != _SKIPS[width]
    for place in range(head):
        gaps[starts + place] = 0
        is_doc[starts + place] = place == head - 1
    sums = np.cumsum(gaps, dtype=np.uint32)
    docs = (sums + np.repeat(firsts.astype(np.uint32) - sums[starts], sizes))[is_doc]
    if int(docs.max()) > last:
        raise DamagedIndexError
    ends = np.cumsum(np.add.reduceat(is_doc, starts, dtype=np.int64)).tolist()
    return [docs[start:end] for start, end in zip([0, *ends], ends, strict=False)]
