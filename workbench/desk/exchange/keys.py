"""By what the claims of a file are known, and which of those keys are on file.

A process without a store is told them in a few bytes each (`marks_on_file`). A mark may be of
another key too: what is taken for known and is not, is made ready when it is filed.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from zlib import crc32

from workbench.exchange.reviews.claimreview_out import URN
from workbench.exchange.reviews.identities import names
from workbench.exchange.types import FORMAT, ClaimRecord
from workbench.records.queries import exchange as whole
from workbench.records.sqlite import Database

Key = str | tuple[str, str]
"""By what a claim is known: its uid, or its origin and external id."""
_CODE = "I"
"""How marks are packed: see `array`."""
_CLAIM = 60
"""Bytes of a file that are read while the keys of one claim on file are gathered, and more."""


def is_review(record: ClaimRecord) -> bool:
    """Whether a record is one review by others, that is not known by its uid.

    What holds several has been on file before, and has its id from there.
    """
    if record.uid or not (record.verdicts or record.extras):
        return False
    held = sum(FORMAT in each.extras for each in record.verdicts) + (FORMAT in record.extras)
    return held == 1


def keys_of(record: ClaimRecord) -> list[Key]:
    """By what a record is known in its file."""
    external: list[Key] = [(record.origin, record.external_id)] if record.external_id else []
    return [record.uid, *external] if record.uid else external


def other_keys_of(record: ClaimRecord) -> list[Key]:
    """By what a review may be known from files of other company."""
    if not is_review(record):
        return []
    own = own_uid(record)
    named: list[Key] = [(record.origin, name) for name in names(record.external_id, record.text)]
    return [own, *named] if own else named


def own_uid(record: ClaimRecord) -> str:
    """The uid of the claim of which a desk wrote this review, or nothing; see `claimreview_out`."""
    extras = record.verdicts[0].extras if record.verdicts else record.extras
    name = extras.get("@id", "")
    return name.removeprefix(URN) if name.startswith(URN) else ""


def marks_on_file(database: Database, size: int) -> bytes:
    """The marks of all keys on file; none where they are too many for a file of so many bytes."""
    if whole.last_claim(database) > size // _CLAIM:
        return b""
    return array(_CODE, sorted(set(map(_mark, _all_keys(database))))).tobytes()


class Marked:
    """The keys on file, as far as their marks tell."""

    def __init__(self, marks: bytes) -> None:
        self._marks = array(_CODE, marks)

    def has_any(self, record: ClaimRecord) -> bool:
        """Whether a claim on file seems to be known as this record is."""
        if not self._marks:
            return False
        return any(map(self._has, keys_of(record))) or any(map(self._has, other_keys_of(record)))

    def _has(self, key: Key) -> bool:
        mark = _mark(key)
        at = bisect_left(self._marks, mark)
        return at < len(self._marks) and self._marks[at] == mark


def _all_keys(database: Database) -> Iterator[Key]:
    for uid, origin, external_id in whole.keys_of_claims(database):
        yield uid
        if external_id:
            yield origin, external_id


def _mark(key: Key) -> int:
    return crc32((key if isinstance(key, str) else "\0".join(key)).encode())
