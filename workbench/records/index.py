"""The matcher's index in the claim store: packed postings, in the same transaction as the claims.

It keeps what the `PostingStore` of `workbench.matching.candidates.index` asks for (there is
described what for) and nothing of matching's; only the SQL is its own. The tables are made by a
migration from `DDL`:

``index_state``    one row: normaliser version, docs alive, words filed, last doc, last term
``index_run``      docs ↔ claims: ``n`` docs from ``doc`` on are the claims from ``claim`` on
``index_length``   ``block`` → one byte a doc: its number of terms
``index_term``     term → its number, how many docs it has, and the latest of them
``index_posting``  ``term << 24 | piece`` → `PIECE` of its earlier docs

Docs stand in pieces (see `pack`): a rare term is one row with all its docs, a common one adds to
its last piece when `RECENT` docs have gathered. A million claims take about 60 bytes each.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, compress, pairwise, repeat
from operator import sub

import msgspec

from workbench.records.sqlite import IN_LIST, Database, listed

DDL = (
    "CREATE TABLE index_state (one INTEGER PRIMARY KEY CHECK (one = 1), version TEXT NOT NULL,"
    " docs INTEGER NOT NULL, words INTEGER NOT NULL,"
    " last_doc INTEGER NOT NULL, last_term INTEGER NOT NULL)",
    "CREATE TABLE index_run (doc INTEGER PRIMARY KEY, claim INTEGER NOT NULL UNIQUE,"
    " n INTEGER NOT NULL)",
    "CREATE TABLE index_length (block INTEGER PRIMARY KEY, lengths BLOB NOT NULL)",
    "CREATE TABLE index_term (term TEXT PRIMARY KEY, number INTEGER NOT NULL, n INTEGER NOT NULL,"
    " recent BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE index_posting (piece INTEGER PRIMARY KEY, docs BLOB NOT NULL)",
)
"""Statements that make the tables, one each; a migration runs them in order."""
TABLES = ("index_posting", "index_term", "index_length", "index_run", "index_state")
"""The tables, in the order in which a downgrade drops them."""

PIECE = 1000
"""Docs in a full piece of ``index_posting``: four with gaps of one byte fill a page."""
RECENT = 96
"""Docs that stand in a term's own row at most."""
_PIECES = 1 << 24
_FEW_RUNS = 2000
"""Runs that are read as quickly as a few thousand docs are looked up among more of them."""
_BLOCK = 4096
"""Docs in a row of ``index_length``."""
_LONGEST = 255
_HEAD = 4
_CODES = "BHI"
_WIDTH_BIT = 30
_SKIPS = (0xFF, 0xFFFF, 0xFFFFFFFF)
"""By the width of gaps, the one that leads on by so much and to no doc."""
_LAYOUT = "2"
"""How docs are packed; an index packed otherwise is one of no version."""


class IndexState(msgspec.Struct, frozen=True):
    """What the index was built with, and how far its docs go."""

    version: str
    docs: int
    words: int
    last_doc: int
    sound: bool
    """Whether its counts agree with what is in the tables that are quickly counted."""


def pack(docs: Sequence[int]) -> bytes:
    """Ascending docs as a piece: a little-endian uint32, then the gaps from doc to doc.

    The upper two bits of the first number say how wide a gap is (0, 1 or 2: one, two or four
    bytes); the others are the first doc. A gap of all ones leads on by so much and to no doc, so
    that one wide gap makes not all of them wide.
    """
    if len(docs) == 1:
        return docs[0].to_bytes(_HEAD, "little")
    if not docs:
        return b""
    gaps = list(map(sub, docs[1:], docs))
    width = _width(docs[-1] - docs[0], len(gaps))
    skip = _SKIPS[width]
    wide = [at for at, gap in enumerate(gaps) if gap >= skip] if max(gaps) >= skip else []
    for at in reversed(wide):
        skips, rest = divmod(gaps[at], skip)
        gaps[at : at + 1] = [*repeat(skip, skips), rest]
    packed = array(_CODES[width], gaps)
    if sys.byteorder == "big":
        packed.byteswap()
    return (docs[0] | width << _WIDTH_BIT).to_bytes(_HEAD, "little") + packed.tobytes()


def _width(reach: int, gaps: int) -> int:
    """The width at which so many gaps take least room, their skips among them at the worst."""
    if reach // _SKIPS[0] <= gaps:
        return 0
    return 1 if reach // _SKIPS[1] <= gaps else 2


def unpack(piece: bytes) -> list[int]:
    """The docs of a piece; an empty one has none.

    Raises:
        ValueError: no docs are packed like this.
    """
    if not piece:
        return []
    if len(piece) < _HEAD or piece[3] >> 6 >= len(_CODES):
        raise ValueError("no piece")
    head = int.from_bytes(piece[:_HEAD], "little")
    if len(piece) == _HEAD:
        return [head]
    gaps = array(_CODES[head >> _WIDTH_BIT], piece[_HEAD:])
    if sys.byteorder == "big":
        gaps.byteswap()
    docs = list(accumulate(gaps, initial=head & ((1 << _WIDTH_BIT) - 1)))
    skip = _SKIPS[head >> _WIDTH_BIT]
    if skip in gaps:
        return [docs[0], *compress(docs[1:], map(skip.__ne__, gaps))]
    return docs


class SqlPostings:
    """The posting store over an open store; it never commits."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def state(self) -> IndexState:
        """What the index was built with, and how far its docs go."""
        row = self._database.row(
            """SELECT version, docs, words, last_doc,
              docs = (SELECT coalesce(sum(n), 0) FROM index_run)
              AND last_doc = (SELECT coalesce(sum(length(lengths)), 0) FROM index_length)
            FROM index_state"""
        )
        if row is None:
            return IndexState("", docs=0, words=0, last_doc=0, sound=True)
        built, docs, words, last_doc, sound = row
        layout, _, version = built.partition(" ")
        version = version if layout == _LAYOUT else ""
        return IndexState(version, docs, words, last_doc, sound=bool(sound))

    def reset(self, version: str) -> None:
        """Drop everything and begin anew under ``version``."""
        for table in TABLES:
            self._database.run(f"DELETE FROM {table}")
        built = f"{_LAYOUT} {version}"
        self._database.run("INSERT INTO index_state VALUES (1, ?, 0, 0, 0, 0)", (built,))

    def allot(self, claims: Sequence[int], lengths: Sequence[int]) -> Sequence[int]:
        """The next docs for these claims, one each; a claim's earlier doc is forgotten.

        ``lengths`` says how many terms each has; beyond 255 they count as so many.
        """
        top = self._database.value("SELECT claim + n FROM index_run ORDER BY claim DESC") or 0
        self.forget([claim for claim in claims if claim < top])
        last = self._last("last_doc")
        docs = range(last + 1, last + 1 + len(claims))
        self._add_runs(docs, claims)
        packed = bytes(min(length, _LONGEST) for length in lengths)
        self._add_lengths(last, packed)
        self._database.run(
            "UPDATE index_state SET last_doc = ?, docs = docs + ?, words = words + ?",
            (last + len(claims), len(claims), sum(packed)),
        )
        return docs

    def _add_runs(self, docs: Sequence[int], claims: Sequence[int]) -> None:
        """File which docs these claims are, with the run before where they go on from it."""
        before = self._database.row("SELECT doc, claim, n FROM index_run ORDER BY doc DESC LIMIT 1")
        runs: list[list[int]] = [list(before)] if before else []
        for doc, claim in zip(docs, claims, strict=True):
            if runs and (doc, claim) == (runs[-1][0] + runs[-1][2], runs[-1][1] + runs[-1][2]):
                runs[-1][2] += 1
            else:
                runs.append([doc, claim, 1])
        self._database.run_many(
            "INSERT INTO index_run (doc, claim, n) VALUES (?, ?, ?)"
            " ON CONFLICT (doc) DO UPDATE SET n = excluded.n",
            runs,
        )

    def _add_lengths(self, last: int, lengths: bytes) -> None:
        first, block = _BLOCK - last % _BLOCK, last // _BLOCK
        cuts = [0, *range(min(first, len(lengths)), len(lengths), _BLOCK), len(lengths)]
        self._database.run_many(
            "INSERT INTO index_length (block, lengths) VALUES (?, ?) ON CONFLICT (block)"
            " DO UPDATE SET lengths = CAST(lengths || excluded.lengths AS BLOB)",
            [(block + at, lengths[start:end]) for at, (start, end) in enumerate(pairwise(cuts))],
        )

    def forget(self, claims: Sequence[int]) -> None:
        """Forget the docs of these claims; unknown claims are passed over."""
        for claim in claims:
            run = self._database.row(
                "SELECT doc, claim, n FROM index_run WHERE claim <= ? ORDER BY claim DESC LIMIT 1",
                (claim,),
            )
            if run is None or claim >= run["claim"] + run["n"]:
                continue
            before = claim - run["claim"]
            after = run["n"] - before - 1
            parts = [
                (run["doc"], run["claim"], before),
                (run["doc"] + before + 1, claim + 1, after),
            ]
            self._database.run("DELETE FROM index_run WHERE doc = ?", (run["doc"],))
            self._database.run_many(
                "INSERT INTO index_run (doc, claim, n) VALUES (?, ?, ?)",
                [part for part in parts if part[2]],
            )
            self._database.run("UPDATE index_state SET docs = docs - 1")

    def append(self, terms: Sequence[str], docs: Iterable[Sequence[int]]) -> None:
        """Add docs to terms, which are sorted: ascending and higher than any it has, for each."""
        known = self.lookup(terms)
        pieces: list[tuple[int, bytes]] = []
        self._database.run_many(
            "INSERT INTO index_term (term, number, n, recent) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (term) DO UPDATE SET n = excluded.n, recent = excluded.recent",
            self._grown(terms, docs, known, pieces),
        )
        pieces.sort()
        self._database.run_many(
            "INSERT INTO index_posting (piece, docs) VALUES (?, ?)"
            " ON CONFLICT (piece) DO UPDATE SET docs = excluded.docs",
            pieces,
        )

    def _grown(
        self,
        terms: Sequence[str],
        docs: Iterable[Sequence[int]],
        known: Mapping[str, tuple[int, int, bytes]],
        pieces: list[tuple[int, bytes]],
    ) -> Iterator[tuple[str, int, int, bytes]]:
        """The rows of terms with further docs; ``pieces`` gets those that they fill."""
        number = self._last("last_term")
        for term, late in zip(terms, docs, strict=True):
            if term in known:
                own, had, recent = known[term]
                n = had + len(late)
                if recent:
                    late = [*unpack(recent), *late]  # noqa: PLW2901
            else:
                number += 1
                own, n = number, len(late)
            if len(late) > RECENT:
                pieces += self._pieces(own, n - len(late), late)
                late = ()  # noqa: PLW2901
            yield term, own, n, pack(late)
        self._database.run("UPDATE index_state SET last_term = ?", (number,))

    def _pieces(self, term: int, had: int, docs: Sequence[int]) -> list[tuple[int, bytes]]:
        """The pieces that change when docs are added to the ``had`` ones a term has in pieces."""
        piece = term * _PIECES + had // PIECE
        if had % PIECE:
            last = self._database.value("SELECT docs FROM index_posting WHERE piece = ?", (piece,))
            docs = [*unpack(last or b""), *docs]
        return [
            (piece + at, pack(docs[start : start + PIECE]))
            for at, start in enumerate(range(0, len(docs), PIECE))
        ]

    def counts(self, terms: Sequence[str]) -> Mapping[str, int]:
        """Term → how many docs it has, for known terms."""
        rows = self._database.rows(
            f"SELECT term, n FROM index_term WHERE term IN {IN_LIST}", (listed(terms),)
        )
        return dict(map(tuple, rows))

    def lookup(self, terms: Sequence[str]) -> Mapping[str, tuple[int, int, bytes]]:
        """Term → (its number, how many docs it has, the latest as a piece), for known terms."""
        rows = self._database.rows(
            f"SELECT term, number, n, recent FROM index_term WHERE term IN {IN_LIST}",
            (listed(terms),),
        )
        return {term: (number, n, recent) for term, number, n, recent in rows}

    def pieces(self, terms: Mapping[int, int]) -> Iterator[tuple[int, bytes]]:
        """(number of the term, piece) of all docs but the latest, in order.

        ``terms`` gives the number of each term wanted and how many docs it has but the latest.
        """
        wanted = [
            term * _PIECES + piece
            for term, n in sorted(terms.items())
            for piece in range((n + PIECE - 1) // PIECE)
        ]
        rows = self._database.rows(
            f"SELECT piece, docs FROM index_posting WHERE piece IN {IN_LIST} ORDER BY piece",
            (listed(wanted),),
        )
        return ((piece // _PIECES, docs) for piece, docs in rows)

    def lengths(self) -> bytes:
        """The number of terms of each doc ever, in order, from doc 1 on."""
        return b"".join(self._database.column("SELECT lengths FROM index_length ORDER BY block"))

    def claims(self, docs: Sequence[int]) -> Mapping[int, int]:
        """Doc → claim, for those docs that are alive."""
        runs = self._database.rows(
            "SELECT doc, claim, n FROM index_run ORDER BY doc LIMIT ?", (_FEW_RUNS + 1,)
        )
        if len(runs) > _FEW_RUNS:
            return self._claims(docs)
        firsts = [run[0] for run in runs]
        found = {}
        for doc in docs:
            at = bisect_right(firsts, doc) - 1
            if at >= 0 and doc - firsts[at] < runs[at][2]:
                found[doc] = runs[at][1] + doc - firsts[at]
        return found

    def _claims(self, docs: Sequence[int]) -> Mapping[int, int]:
        rows = self._database.rows(
            """SELECT each.value, index_run.claim + each.value - index_run.doc
            FROM json_each(?) each JOIN index_run ON index_run.doc = (
              SELECT doc FROM index_run WHERE doc <= each.value ORDER BY doc DESC LIMIT 1)
            WHERE each.value < index_run.doc + index_run.n""",
            (listed(docs),),
        )
        return dict(map(tuple, rows))

    def _last(self, column: str) -> int:
        """A counter of the state row; an index that was never built begins at zero."""
        self._database.run("INSERT OR IGNORE INTO index_state VALUES (1, '', 0, 0, 0, 0)")
        return int(self._database.value(f"SELECT {column} FROM index_state"))
