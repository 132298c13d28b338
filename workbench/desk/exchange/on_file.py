"""What is on file of the claims that a batch of records is about, read at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from workbench.desk.exchange import exporting
from workbench.desk.exchange.keys import Key, is_review, keys_of, other_keys_of, own_uid
from workbench.desk.exchange.known_reviews import is_worded
from workbench.exchange.reviews.identities import WORDS, names
from workbench.exchange.types import AnyRecord, ClaimRecord
from workbench.records.queries import exchange as whole
from workbench.records.sqlite import Database, Row

Filed = tuple[Row, ClaimRecord]
"""A claim on file: its row, and all of it."""


class OnFile:
    """The claims on file that the records of a batch may be about, as they were before it."""

    def __init__(self, database: Database, records: Iterable[AnyRecord | None]) -> None:
        about = [each for each in records if isinstance(each, ClaimRecord)]
        keys = [*chain.from_iterable(keys_of(each) + other_keys_of(each) for each in about)]
        self._ids, self._marked = _on_file(database, keys)
        ids = sorted({id_ for each in about if (id_ := self._only(each))}) if self._ids else []
        filed = exporting.claims_filed(database, ids, to_copy=True)
        self._filed: dict[int, Filed] = {each[0]["id"]: each for each in filed}

    def has(self, record: ClaimRecord) -> bool:
        """Whether any claim may be the one that a record is about."""
        if not (self._ids or self._marked):
            return False
        keys = keys_of(record) + other_keys_of(record)
        return not (self._ids.keys().isdisjoint(keys) and self._marked.isdisjoint(keys))

    def only(self, record: ClaimRecord) -> Filed | None:
        """The only claim that a record can be about, where no other needs to be asked after."""
        if not self._filed:
            return None
        filed = self._filed.get(self._only(record) or 0)
        if filed is None or not is_review(record):
            return filed
        is_alone = filed[0]["external_id"] == names(record.external_id, record.text)[0]
        return filed if not is_alone or is_worded(filed[0], record.text) else None

    def forget(self, claim_id: int) -> None:
        """Note that a claim is no longer as it was."""
        self._filed.pop(claim_id, None)

    def _only(self, record: ClaimRecord) -> int | None:
        if not is_review(record):
            own = keys_of(record)
            return self._ids.get(own[0]) if own else None
        address, among = names(record.external_id, record.text)
        named: list[Key] = [(record.origin, address), (record.origin, among)]
        found = [self._ids[key] for key in named if key in self._ids]
        if len(found) != 1 or named[1] in self._marked or own_uid(record):
            return None
        return found[0]


def _on_file(database: Database, keys: Iterable[Key]) -> tuple[dict[Key, int], set[Key]]:
    """Of the keys: those that claims on file have, and behind which others have a mark of several
    (`identities`)."""
    uids: list[str] = []
    named: defaultdict[str, list[str]] = defaultdict(list)
    for key in keys:
        if isinstance(key, str):
            uids.append(key)
        else:
            named[key[0]].append(key[1])
    pairs = [(origin, name) for origin, own in named.items() for name in own]
    marked: set[Key] = set()
    for origin, own in named.items():
        among = [name for name in own if WORDS in name]
        if among:
            marked.update((origin, name) for name in whole.with_marks(database, origin, among))
    return whole.known_claims(database, uids, pairs), marked
