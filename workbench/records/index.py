"""The matcher's index in the claim store: postings as chunks of blobs, in the same transaction.

It keeps what `workbench.matching.index.PostingStore` asks for (there is described what for) and
nothing of matching's; only the SQL is its own. The tables are made by a migration from `DDL`:

``index_state``    one row: normaliser version, highest doc number ever given
``index_doc``      doc ↔ claim, one row for each claim that can be found
``index_term``     term → its number and how many docs it has
``index_posting``  ``term << 24 | chunk`` → up to 1,000 docs, little-endian uint32
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

DDL = (
    "CREATE TABLE index_state (one INTEGER PRIMARY KEY CHECK (one = 1),"
    " version TEXT NOT NULL, last_doc INTEGER NOT NULL, last_term INTEGER NOT NULL)",
    "CREATE TABLE index_doc (doc INTEGER PRIMARY KEY, claim INTEGER NOT NULL UNIQUE)",
    "CREATE TABLE index_term (term TEXT PRIMARY KEY, number INTEGER NOT NULL, n INTEGER NOT NULL)"
    " WITHOUT ROWID",
    "CREATE TABLE index_posting (chunk INTEGER PRIMARY KEY, docs BLOB NOT NULL)",
    "INSERT INTO index_state VALUES (1, '', 0, 0)",
)
"""Statements that make the tables, one each; a migration runs them in order."""
TABLES = ("index_posting", "index_term", "index_doc", "index_state")
"""The tables, in the order in which a downgrade drops them."""

_CHUNK = 1000
_CHUNKS = 1 << 24
_VARIABLES = 500
"""Values bound in one statement; SQLite before 3.32 takes no more than 999."""


@dataclass(frozen=True, slots=True)
class IndexState:
    """What the index was built with, and how far its docs go."""

    version: str
    docs: int
    last_doc: int


class SqlPostings:
    """The posting store over an open connection; it never commits."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection

    def state(self) -> IndexState:
        """Version, number of docs alive and the highest doc number ever given."""
        version, last = self._one("SELECT version, last_doc FROM index_state")
        (docs,) = self._one("SELECT count(*) FROM index_doc")
        return IndexState(str(version), int(docs), int(last))

    def reset(self, version: str) -> None:
        """Drop everything and begin anew under ``version``."""
        for table in ("index_posting", "index_term", "index_doc"):
            self._sql.execute(f"DELETE FROM {table}")
        self._sql.execute(
            "UPDATE index_state SET version = ?, last_doc = 0, last_term = 0", (version,)
        )

    def allot(self, claims: Sequence[int]) -> Sequence[int]:
        """A new doc number for each claim, ascending; a claim's earlier doc is forgotten."""
        (last,) = self._one("SELECT last_doc FROM index_state")
        docs = range(int(last) + 1, int(last) + 1 + len(claims))
        self.forget(claims)
        self._sql.executemany(
            "INSERT INTO index_doc (doc, claim) VALUES (?, ?)", zip(docs, claims, strict=True)
        )
        self._sql.execute("UPDATE index_state SET last_doc = ?", (int(last) + len(claims),))
        return docs

    def forget(self, claims: Sequence[int]) -> None:
        """Forget the docs of these claims; unknown claims are passed over."""
        self._sql.executemany("DELETE FROM index_doc WHERE claim = ?", ((c,) for c in claims))

    def append(self, postings: Mapping[str, Sequence[int]]) -> None:
        """Add, for each term, docs that are ascending and higher than any it has already."""
        known = dict(self.lookup(list(postings)))
        (last,) = self._one("SELECT last_term FROM index_state")
        number = int(last)
        chunks: list[tuple[int, bytes]] = []
        terms: list[tuple[str, int, int]] = []
        for term in sorted(postings):
            if term not in known:
                number += 1
                known[term] = (number, 0)
            own, had = known[term]
            chunks += _chunks(own, had, postings[term])
            terms.append((term, own, had + len(postings[term])))
        self._sql.execute("UPDATE index_state SET last_term = ?", (number,))
        self._sql.executemany(
            "INSERT INTO index_term (term, number, n) VALUES (?, ?, ?)"
            " ON CONFLICT (term) DO UPDATE SET n = excluded.n",
            terms,
        )
        chunks.sort()
        self._sql.executemany(
            "INSERT INTO index_posting (chunk, docs) VALUES (?, ?)"
            " ON CONFLICT (chunk) DO UPDATE SET docs = CAST(docs || excluded.docs AS BLOB)",
            chunks,
        )

    def lookup(self, terms: Sequence[str]) -> Mapping[str, tuple[int, int]]:
        """Term → (number of the term, how many docs it has); unknown terms are left out."""
        query = "SELECT term, number, n FROM index_term WHERE term IN ({})"
        return {term: (number, n) for term, number, n in self._among(query, terms)}

    def chunks(self, term: int) -> Iterator[bytes]:
        """The docs of one term, by its number, as little-endian uint32, in order."""
        first = term * _CHUNKS
        rows = self._sql.execute(
            "SELECT docs FROM index_posting WHERE chunk BETWEEN ? AND ? ORDER BY chunk",
            (first, first + _CHUNKS - 1),
        )
        return (docs for (docs,) in rows)

    def claims(self, docs: Sequence[int]) -> Mapping[int, int]:
        """Doc → claim, for those docs that are alive."""
        query = "SELECT doc, claim FROM index_doc WHERE doc IN ({})"
        return dict(self._among(query, docs))

    def _one(self, query: str) -> tuple[Any, ...]:
        row: tuple[Any, ...] = self._sql.execute(query).fetchone()
        return row

    def _among(self, query: str, values: Sequence[object]) -> Iterator[tuple[Any, ...]]:
        for start in range(0, len(values), _VARIABLES):
            part = tuple(values[start : start + _VARIABLES])
            yield from self._sql.execute(query.format(",".join("?" * len(part))), part)


def _chunks(term: int, had: int, docs: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """(key, docs) for what is added to each chunk of a term that had ``had`` docs before."""
    start = 0
    while start < len(docs):
        room = _CHUNK - (had + start) % _CHUNK
        yield term * _CHUNKS + (had + start) // _CHUNK, _packed(docs[start : start + room])
        start += room


def _packed(docs: Sequence[int]) -> bytes:
    numbers = array("I", docs)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()
