"""The matcher's index in the claim store: postings as chunks of blobs, in the same transaction.

It keeps what `workbench.matching.index.PostingStore` asks for (there is described what for) and
nothing of matching's; only the SQL is its own. The tables are made by a migration from `DDL`:

``index_state``    one row: normaliser version, highest doc number ever given
``index_doc``      doc ↔ claim, one row for each claim that can be found
``index_term``     term → its number and how many docs it has
``index_posting``  ``term << 24 | chunk`` → up to 1,000 docs, little-endian uint32
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.records.sqlite import IN_LIST, Database, listed

DDL = (
    "CREATE TABLE index_state (one INTEGER PRIMARY KEY CHECK (one = 1),"
    " version TEXT NOT NULL, last_doc INTEGER NOT NULL, last_term INTEGER NOT NULL)",
    "CREATE TABLE index_doc (doc INTEGER PRIMARY KEY, claim INTEGER NOT NULL UNIQUE)",
    "CREATE TABLE index_term (term TEXT PRIMARY KEY, number INTEGER NOT NULL, n INTEGER NOT NULL)"
    " WITHOUT ROWID",
    "CREATE TABLE index_posting (chunk INTEGER PRIMARY KEY, docs BLOB NOT NULL)",
)
"""Statements that make the tables, one each; a migration runs them in order."""
TABLES = ("index_posting", "index_term", "index_doc", "index_state")
"""The tables, in the order in which a downgrade drops them."""

_CHUNK = 1000
_CHUNKS = 1 << 24
_BYTES = 4


@dataclass(frozen=True, slots=True)
class IndexState:
    """What the index was built with, and how far its docs go."""

    version: str
    docs: int
    last_doc: int


class SqlPostings:
    """The posting store over an open store; it never commits."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def state(self) -> IndexState:
        """Version, number of docs alive and the highest doc number ever given."""
        docs = int(self._database.value("SELECT count(*) FROM index_doc"))
        row = self._database.row("SELECT version, last_doc FROM index_state")
        return IndexState("", docs, 0) if row is None else IndexState(row[0], docs, row[1])

    def reset(self, version: str) -> None:
        """Drop everything and begin anew under ``version``."""
        for table in TABLES:
            self._database.run(f"DELETE FROM {table}")
        self._database.run("INSERT INTO index_state VALUES (1, ?, 0, 0)", (version,))

    def allot(self, claims: Sequence[int]) -> Sequence[int]:
        """A new doc number for each claim, ascending; a claim's earlier doc is forgotten."""
        last = self._last("last_doc")
        docs = range(last + 1, last + 1 + len(claims))
        self.forget(claims)
        self._database.run_many(
            "INSERT INTO index_doc (doc, claim) VALUES (?, ?)", zip(docs, claims, strict=True)
        )
        self._database.run("UPDATE index_state SET last_doc = ?", (last + len(claims),))
        return docs

    def forget(self, claims: Sequence[int]) -> None:
        """Forget the docs of these claims; unknown claims are passed over."""
        self._database.run_many("DELETE FROM index_doc WHERE claim = ?", ((c,) for c in claims))

    def append(self, postings: Mapping[str, Sequence[int]]) -> None:
        """Add, for each term, docs that are ascending and higher than any it has already."""
        known = dict(self.lookup(list(postings)))
        number = self._last("last_term")
        chunks: list[tuple[int, bytes]] = []
        terms: list[tuple[str, int, int]] = []
        for term in sorted(postings):
            if term not in known:
                number += 1
                known[term] = (number, 0)
            own, had = known[term]
            chunks += _chunks(own, had, postings[term])
            terms.append((term, own, had + len(postings[term])))
        self._database.run("UPDATE index_state SET last_term = ?", (number,))
        self._database.run_many(
            "INSERT INTO index_term (term, number, n) VALUES (?, ?, ?)"
            " ON CONFLICT (term) DO UPDATE SET n = excluded.n",
            terms,
        )
        chunks.sort()
        self._database.run_many(
            "INSERT INTO index_posting (chunk, docs) VALUES (?, ?)"
            " ON CONFLICT (chunk) DO UPDATE SET docs = CAST(docs || excluded.docs AS BLOB)",
            chunks,
        )

    def lookup(self, terms: Sequence[str]) -> Mapping[str, tuple[int, int]]:
        """Term → (number of the term, how many docs it has); unknown terms are left out."""
        rows = self._database.rows(
            f"SELECT term, number, n FROM index_term WHERE term IN {IN_LIST}",
            (listed(terms),),
        )
        return {term: (number, n) for term, number, n in rows}

    def chunks(self, terms: Mapping[int, int]) -> Iterator[tuple[int, bytes]]:
        """(number of the term, docs as little-endian uint32) of each chunk, in order.

        ``terms`` gives the number of each term wanted and how many docs it has.
        """
        wanted = [
            term * _CHUNKS + chunk
            for term, n in sorted(terms.items())
            for chunk in range((n + _CHUNK - 1) // _CHUNK)
        ]
        rows = self._database.rows(
            f"SELECT chunk, docs FROM index_posting WHERE chunk IN {IN_LIST} ORDER BY chunk",
            (listed(wanted),),
        )
        return ((chunk // _CHUNKS, docs) for chunk, docs in rows)

    def claims(self, docs: Sequence[int]) -> Mapping[int, int]:
        """Doc → claim, for those docs that are alive."""
        rows = self._database.rows(
            f"SELECT doc, claim FROM index_doc WHERE doc IN {IN_LIST}",
            (listed(docs),),
        )
        return dict(tuple(row) for row in rows)

    def _last(self, column: str) -> int:
        """A counter of the state row; an index that was never built begins at zero."""
        self._database.run("INSERT OR IGNORE INTO index_state VALUES (1, '', 0, 0)")
        return int(self._database.value(f"SELECT {column} FROM index_state"))


def _chunks(term: int, had: int, docs: Sequence[int]) -> list[tuple[int, bytes]]:
    """(key, docs) for what is added to each chunk of a term that had ``had`` docs before."""
    packed = _packed(docs)
    first, chunk = _CHUNK - had % _CHUNK, term * _CHUNKS + had // _CHUNK
    if len(docs) <= first:
        return [(chunk, packed)]
    cuts = [0, *range(first, len(docs), _CHUNK), len(docs)]
    return [
        (chunk + at, packed[start * _BYTES : end * _BYTES])
        for at, (start, end) in enumerate(pairwise(cuts))
    ]


def _packed(docs: Sequence[int]) -> bytes:
    numbers = array("I", docs)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()
