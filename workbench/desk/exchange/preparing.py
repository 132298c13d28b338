"""Records made ready to be filed: everything that needs no store, so that a second core can do it.

What is worked out here of a claim: by what it is known, its language, the words it is searched by
and the terms it is matched by. Facets that the file lacks are not read; that is `catching_up`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from workbench.desk import codec
from workbench.desk.exchange.imported import RowRefusedError
from workbench.desk.exchange.meaning import Meaning, meaning_of
from workbench.exchange.types import AnyRecord, BadRow, ClaimRecord, Located
from workbench.facets.types import Facets
from workbench.matching.types import Statement
from workbench.records.search import search_words

BATCH = 5_000
"""Records that are filed at once."""


class Prepared(msgspec.Struct, array_like=True):
    """A record of a file with what was worked out of it, or what is wrong with it there."""

    line: int
    record: AnyRecord | None = None
    given: frozenset[str] = frozenset()
    words: str = ""
    terms: tuple[str, ...] = ()
    meaning: Meaning | None = None
    """Nothing where a typed value of a claim is not what it should be: filing it tells why."""
    bad: BadRow | None = None


def prepared(each: Located | BadRow) -> Prepared:
    """One record made ready."""
    if isinstance(each, BadRow):
        return Prepared(each.line, bad=each)
    record = each.record
    if not isinstance(record, ClaimRecord):
        return Prepared(each.line, record, each.given)
    from workbench.matching.terms import index_terms  # noqa: PLC0415 (loads the lexicons)

    record = _identified(record)
    words = search_words(f"{record.text} {record.original} {record.translation} {record.claimant}")
    meaning = _meaning(record)
    facets = codec.facets(meaning.read) if meaning and meaning.read else Facets()
    statement = Statement(record.text, record.language, facets, record.claimant, record.said)
    terms = tuple(index_terms(statement))
    return Prepared(each.line, record, each.given, words, terms, meaning)


def _meaning(record: ClaimRecord) -> Meaning | None:
    try:
        return meaning_of(record)
    except RowRefusedError:
        return None


def batches(items: Iterable[Prepared], size: int = BATCH) -> Iterator[list[Prepared]]:
    """The items so many at a time."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def _identified(record: ClaimRecord) -> ClaimRecord:
    """The claim with its language, and known by its words where the file gives no id.

    So a second import of the file finds it.
    """
    changes = {}
    if not record.language:
        from workbench.language.identify import identify  # noqa: PLC0415

        changes["language"] = identify(record.text)
    if not record.uid and not record.external_id:
        said = "\0".join((record.text, record.claimant, record.said))
        changes["external_id"] = f"words:{hashlib.sha256(said.encode()).hexdigest()[:16]}"
    if not record.original:
        changes["original"] = record.text
    return msgspec.structs.replace(record, **changes) if changes else record
