"""The index: which claims on file share rare terms with a new one.

For every term the index keeps the claims that contain it, packed in pieces. A search looks up the
terms of a whole article at once, reads the pieces of each claim's rarest terms, adds each term's
rarity (inverse document frequency) to the claims in them, and keeps the best. Measured among
fourteen engines, this one was the fastest that lives inside the claim store's transaction in
SQLite and PostgreSQL alike.

A claim's weight is that sum, less for a longer claim (Okapi BM25 with every word once).

Claims are numbered anew each time they are indexed (a *doc*). Setting a claim aside forgets its
doc; the postings of a forgotten doc stay until the next rebuild and are skipped, because the
store no longer knows whose doc it was. A doc number is never given twice.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from typing import Protocol

import msgspec

from workbench.matching.candidates.postings import Gathered, Vocabulary
from workbench.matching.candidates.summing import DamagedIndexError, Search, Summing, docs_in

__all__ = ["Candidate", "ClaimIndex", "DamagedIndexError", "PostingStore", "State"]

RAREST = 40
"""Terms of one claim that are read at most, rarest first…"""
SURE = 6
"""…of which so many are read whatever they cost…"""
CAP = 20_000
"""…and the others only while the postings read stay below this, so that a search in a million
claims reads no more than one in a hundred thousand…"""
MOST = 20 * CAP
"""…and no second one beyond this, so that a claim equal to a million others stays cheap."""
BATCH = 100_000
"""Claims that are best added at once: the more, the fewer times a term's row is written."""
SLACK = 14
"""Docs kept beyond those asked for, to fill the places of forgotten ones."""
_K1 = 1.2
_B = 0.75


class State(Protocol):
    """What an index was built with, and how far its docs go."""

    @property
    def version(self) -> str:
        """The normaliser's version; another than today's means that it must be rebuilt."""
        ...

    @property
    def docs(self) -> int:
        """Docs alive."""
        ...

    @property
    def words(self) -> int:
        """Terms of all docs ever, together."""
        ...

    @property
    def last_doc(self) -> int:
        """The highest doc number ever given, 0 for none."""
        ...

    @property
    def sound(self) -> bool:
        """Whether its counts agree, as far as that is quickly told."""
        ...


class PostingStore(Protocol):
    """Where postings live. `workbench.records.index` is the one in the claim store.

    Every method works inside the caller's transaction; none commits. Docs are read in *pieces*:
    a little-endian uint32 whose lower 30 bits are the first doc and whose upper two bits say how
    wide the gaps to the following docs are that come after it (0, 1 or 2: one, two or four bytes).
    A gap of all ones leads on by so much and to no doc.
    """

    def state(self) -> State:
        """What the index was built with, and how far its docs go."""
        ...

    def reset(self, version: str) -> None:
        """Drop everything and begin anew under ``version``."""
        ...

    def allot(self, claims: Sequence[int], lengths: Sequence[int]) -> Sequence[int]:
        """The next docs for these claims, one each; a claim's earlier doc is forgotten.

        ``lengths`` says how many terms each has; beyond 255 they count as so many.
        """
        ...

    def forget(self, claims: Sequence[int]) -> None:
        """Forget the docs of these claims; unknown claims are passed over."""
        ...

    def append(self, terms: Sequence[str], docs: Iterable[Sequence[int]]) -> None:
        """Add docs to terms, which are sorted: ascending and higher than any it has, for each."""
        ...

    def counts(self, terms: Sequence[str]) -> Mapping[str, int]:
        """Term → how many docs it has, for known terms."""
        ...

    def lookup(self, terms: Sequence[str]) -> Mapping[str, tuple[int, int, bytes]]:
        """Term → (its number, how many docs it has, the latest of them as a piece), if known."""
        ...

    def pieces(self, terms: Mapping[int, int]) -> Iterable[tuple[int, bytes]]:
        """(number of the term, piece) of all docs but the latest, in order.

        ``terms`` gives the number of each term wanted and how many docs it has but the latest.
        """
        ...

    def lengths(self) -> bytes:
        """The number of terms of each doc ever, in order, from doc 1 on."""
        ...

    def claims(self, docs: Sequence[int]) -> Mapping[int, int]:
        """Doc → claim, for those docs that are alive."""
        ...


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A claim on file that shares terms with a new one, and the weight of what they share."""

    claim: int
    weight: float
    share: float = 1.0
    """What they share of the shorter one's weight, at most and nearly, in [0, 1]."""


class _Term(msgspec.Struct, frozen=True):
    """A term of a query that is on file."""

    number: int
    n: int
    recent: bytes
    weight: float


class ClaimIndex:
    """Adds, removes and finds claims by their terms, over any `PostingStore`."""

    def __init__(self, store: PostingStore, version: str, summing: Summing | None = None) -> None:
        self._store = store
        self._version = version
        self._summing = summing or Summing()

    @property
    def stale(self) -> bool:
        """Whether it was built with another normaliser or lost something, and must be rebuilt."""
        state = self._store.state()
        return state.version != self._version or not state.sound

    def rebuild(self, claims: Iterable[tuple[int, Iterable[str]]], *, batch: int = BATCH) -> None:
        """Begin anew with these claims and their terms, each claim once."""
        self._store.reset(self._version)
        rest = iter(claims)
        while self._add(islice(rest, batch)):
            pass

    def add(self, claims: Iterable[tuple[int, Iterable[str]]]) -> None:
        """Index claims by their terms, each claim once; one already indexed is indexed anew.

        The more claims at once, the less each costs: each term's row is written once.
        """
        self._add(claims)

    def _add(self, claims: Iterable[tuple[int, Iterable[str]]]) -> int:
        """Index claims that are given as they are read; how many there were."""
        vocabulary = Vocabulary()
        gathered = Gathered(vocabulary.named)
        for claim, terms in claims:
            gathered.add(claim, map(vocabulary.__getitem__, terms))
        self.add_gathered(gathered)
        return len(gathered)

    def add_gathered(self, gathered: Gathered) -> None:
        """The same for claims that were gathered one after another."""
        if gathered:
            postings = gathered.postings(self._store.state().last_doc + 1)
            self._store.allot(gathered.claims, postings.lengths)
            self._store.append(postings.terms, postings.docs)

    def remove(self, claims: Sequence[int]) -> None:
        """Take claims out; they are not found from now on."""
        self._store.forget(claims)

    def rarity(self, terms: Sequence[str]) -> Mapping[str, float]:
        """Inverse document frequency of terms; an unknown one is as rare as can be."""
        count = max(self._store.state().docs, 1)
        known = self._store.counts(terms)
        return {term: _idf(count, known.get(term, 0)) for term in terms}

    def candidates(
        self, queries: Sequence[Mapping[str, float]], k: int | Sequence[int]
    ) -> list[list[Candidate]]:
        """For the terms of each new claim, the ``k`` claims on file that share the rarest.

        A query gives each term with a factor for its rarity; ``k`` may be one number for all
        queries or one for each. Best first; ties go to the claim
        filed last. All claims of an article belong in one call: their terms are looked up
        together and each piece is read once.

        Raises:
            DamagedIndexError: what is read cannot have been written; the index must be rebuilt.
        """
        state = self._store.state()
        if not state.docs:
            return [[] for _ in queries]
        known = self._store.lookup(sorted({term for query in queries for term in query}))
        rarities = {term: _idf(state.docs, n) for term, (_, n, _) in known.items()}
        terms_of = [
            [
                _Term(*known[term], factor * rarities[term])
                for term, factor in query.items()
                if term in known
            ]
            for query in queries
        ]
        chosen = [_rarest(terms) for terms in terms_of]
        lengths, factors = self._store.lengths(), _length_factors(state)
        searches = self._summing.best_of(
            [[(term.number, term.weight) for term in terms] for terms in chosen],
            self._pieces({term.number: term for terms in chosen for term in terms}),
            {term.number: term.n for terms in chosen for term in terms},
            lengths,
            factors,
        )
        shares = [
            _Share.of(terms, read, lengths, factors)
            for terms, read in zip(terms_of, chosen, strict=True)
        ]
        return self._alive(searches, shares, [k] * len(queries) if isinstance(k, int) else k)

    def _pieces(self, terms: Mapping[int, _Term]) -> list[tuple[int, bytes]]:
        """All pieces of these terms; those of one term in order."""
        early = {
            number: term.n - docs_in(term.recent)
            for number, term in terms.items()
            if term.n > docs_in(term.recent)
        }
        late = [(number, term.recent) for number, term in terms.items() if term.recent]
        return [*self._store.pieces(early), *late]

    def _alive(
        self, searches: Sequence[Search], shares: Sequence[_Share], most: Sequence[int]
    ) -> list[list[Candidate]]:
        """The best of each search that are alive, asking for more where too many are not."""
        best = [
            search.best(k + SLACK) if k > 0 else []
            for search, k in zip(searches, most, strict=True)
        ]
        alive = self._store.claims(sorted({doc for found in best for doc, _ in found}))
        results = []
        for search, share, found, k in zip(searches, shares, best, most, strict=True):
            claims, scored = alive, found
            asked = k + SLACK
            while sum(doc in claims for doc, _ in scored) < k and len(scored) == asked:
                asked *= 8
                scored = search.best(asked)
                claims = self._store.claims([doc for doc, _ in scored])
            living = [(doc, weight) for doc, weight in scored if doc in claims][: max(k, 0)]
            results.append(
                [Candidate(claims[doc], weight, share.at(doc, weight)) for doc, weight in living]
            )
        return results


class _Share(msgspec.Struct, frozen=True):
    """How much of a query, or of a doc if that is shorter, a doc's weight stands for."""

    total: float
    """Weight of all terms of the query."""
    unread: float
    """…of those that were too common to be read; any doc may have them."""
    terms: int
    lengths: bytes
    factors: Sequence[float]

    @classmethod
    def of(
        cls, terms: Sequence[_Term], read: Sequence[_Term], lengths: bytes, factors: Sequence[float]
    ) -> _Share:
        total = sum(term.weight for term in terms)
        return cls(total, total - sum(term.weight for term in read), len(terms), lengths, factors)

    def at(self, doc: int, weight: float) -> float:
        """The share of a doc, as if its own terms were as rare as the query's."""
        length = max(self.lengths[doc - 1], 1)
        here = (weight / self.factors[length] + self.unread) / self.total
        return min(here * max(self.terms / length, 1.0), 1.0)


def _idf(count: int, n: int) -> float:
    return math.log1p((count + 0.5) / (n + 0.5))


def _rarest(terms: Sequence[_Term]) -> list[_Term]:
    """The rarest terms, as far as their postings may be read."""
    chosen: list[_Term] = []
    cost = 0
    for term in sorted(terms, key=attrgetter("n", "number"))[:RAREST]:
        cost += term.n
        if chosen and cost > (CAP if len(chosen) >= SURE else MOST):
            break
        chosen.append(term)
    return chosen


def _length_factors(state: State) -> list[float]:
    """What a doc's sum is multiplied by, by its number of terms."""
    usual = max(state.words / state.last_doc, 1.0) if state.last_doc else 1.0
    return [(_K1 + 1) / (1 + _K1 * (1 - _B + _B / usual * length)) for length in range(256)]
