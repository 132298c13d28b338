"""What is wrong with the matcher's index as a structure, and beside the claims on file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from workbench.records.index import PIECE, SqlPostings, unpack
from workbench.records.sqlite import Database

_ALIVE = "SELECT id FROM claim WHERE state != 'set_aside'"
_CLAIMS = {
    f"""SELECT id FROM ({_ALIVE}) WHERE NOT EXISTS (
      SELECT 1 FROM index_run WHERE index_run.claim = (
        SELECT claim FROM index_run WHERE claim <= id ORDER BY claim DESC LIMIT 1)
      AND id < index_run.claim + n)""": "claim {} is not in it",
    f"""SELECT claim FROM index_run WHERE n != (
      SELECT count(*) FROM ({_ALIVE}) WHERE id >= claim AND id < claim + n)""": (
        "claim {} or one of those after it should not be in it"
    ),
    """SELECT one.claim FROM index_run one JOIN index_run two
      ON two.doc = (SELECT doc FROM index_run WHERE doc > one.doc ORDER BY doc LIMIT 1)
      WHERE two.doc < one.doc + one.n""": "claim {} and another are one to it",
}
"""What must find no claim, and what it means where it does."""


def index_faults(database: Database) -> Iterator[str]:
    """What is wrong with the index, in words; nothing for a sound one or one not yet built."""
    state = SqlPostings(database).state()
    if not state.version:
        return
    for query, meaning in _CLAIMS.items():
        yield from (meaning.format(found) for found in database.column(query))
    if not state.sound:
        yield "its counts are wrong"
    terms = database.value("SELECT count(*) FROM index_term")
    if terms != database.value("SELECT last_term FROM index_state"):
        yield "it has lost words"
    yield from _terms(database, state.last_doc)


def _terms(database: Database, last: int) -> Iterator[str]:
    """Terms whose docs are not as many as they say, out of order, or beyond the last."""
    pieces = "SELECT docs FROM index_posting WHERE piece BETWEEN ? << 24 AND (? << 24) + 16777215"
    known = 0
    for term, number, n, recent in database.stream(
        "SELECT term, number, n, recent FROM index_term"
    ):
        filed = database.column(f"{pieces} ORDER BY piece", (number, number))
        known += len(filed)
        if not _sound([*filed, recent], n, last):
            yield f"it has lost or doubled claims with “{term}”"
    if known != database.value("SELECT count(*) FROM index_posting"):
        yield "it has claims of a term that it does not know"


def _sound(pieces: list[bytes], n: int, last: int) -> bool:
    try:
        read = [unpack(piece) for piece in pieces]
    except ValueError:
        return False
    docs = [doc for piece in read for doc in piece]
    if any(len(piece) != PIECE for piece in read[:-2]):
        return False
    ascending = all(one < other for one, other in pairwise(docs))
    return len(docs) == n and ascending and (not docs or (docs[0] > 0 and docs[-1] <= last))
