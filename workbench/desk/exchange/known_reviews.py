"""Which claims on file the reviews of a file are about, where several are of one address.

A file may have grown since its last import, or name fewer reviews of an address than another did.
So a review is first the one on file that says just the same. What is left on both sides, of the
same claim at the same address, was corrected: the most alike belong together. The rest is new.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, count, product

import msgspec

from workbench.desk.exchange import exporting
from workbench.desk.exchange.going_out import for_readers
from workbench.desk.exchange.keys import is_review
from workbench.exchange.reviews.identities import (
    WORDS,
    Content,
    alike,
    contents_in,
    names,
    with_content,
)
from workbench.exchange.types import ClaimRecord
from workbench.records.change import Change
from workbench.records.queries import claims
from workbench.records.queries import exchange as whole
from workbench.records.sqlite import Database, Row

_MOST_PAIRS = 250_000
"""How many are compared at most: a page that has hundreds of reviews of one claim is no page."""


def is_said_here(database: Database, claim_id: int, record: ClaimRecord) -> bool:
    """Whether a review is what a claim on file went out with, now or before it was corrected."""
    (own,) = for_readers(exporting.claim_records(database, [claim_id]), database, [claim_id])
    assert isinstance(own, ClaimRecord)
    said = record.verdicts[0].extras if record.verdicts else {}
    told = said.get("reviewRating.alternateName"), said.get("reviewRating.ratingExplanation")
    return any(told == (each.label, each.explanation) for each in own.verdicts)


class KnownReviews:
    """Finds claims for the reviews of one import."""

    def __init__(self, change: Change) -> None:
        self._change = change
        self._groups: dict[tuple[str, str], dict[Content, int]] = {}
        """For what several reviews of the file share: what each says → its claim on file."""

    def are_several(self, record: ClaimRecord, kin: Sequence[Content]) -> bool:
        """Whether it matters what a review says, since the file has others of its claim there."""
        return bool(kin) or _group(record) in self._groups

    def find(self, record: ClaimRecord, kin: Sequence[Content]) -> Row | None:
        """The claim on file that a review is about.

        Args:
            record: the review.
            kin: what all reviews of the file say that share its claim and address, where they are
                several; with the first of them.
        """
        key = _group(record)
        if not self.are_several(record, kin):
            rows = self._rows(record)
            if len(rows) < 2:  # mostly: nobody needs to know what they say
                return rows[0] if rows else self._reworded(record)
        ((name, content),) = contents_in(record).items()
        if kin:
            self._groups[key] = self._paired(record, name, kin)
        pairs = self._groups.get(key)
        if pairs is None:
            pairs = self._paired(record, name, [content])
        if content in pairs:
            return claims.get(self._change.db, pairs[content])
        return self._reworded(record)

    def filed(self, record: ClaimRecord, claim_id: int) -> None:
        """Note that a review was filed as a new claim."""
        if not is_review(record):
            return
        group = self._groups.get(_group(record), {})
        group.update(dict.fromkeys(contents_in(record).values(), claim_id))

    def named_anew(self, record: ClaimRecord) -> ClaimRecord:
        """A new claim under the first of its names that no other claim has."""
        if not is_review(record):
            return record
        (content,) = contents_in(record).values()
        among = names(record.external_id, record.text)[1]
        last = with_content(among, content)
        numbered = (f"{last}:{number}" for number in count(2))
        for name in chain((record.external_id, among, last), numbered):
            if claims.by_external(self._change.db, record.origin, name) is None:
                break
        return msgspec.structs.replace(record, external_id=name)

    def _paired(
        self, record: ClaimRecord, name: str, group: Sequence[Content]
    ) -> dict[Content, int]:
        """What each review of a group says → the claim on file that it is about, if any."""
        filed = self._filed(record, name)
        equal = {content: claim_id for claim_id, content in reversed(filed.items())}
        pairs = {content: equal[content] for content in group if content in equal}
        free = {key: said for key, said in filed.items() if key not in pairs.values()}
        left = [content for content in group if content not in pairs]
        if len(left) * len(free) > _MOST_PAIRS:
            return pairs
        by_likeness = sorted(
            product(free, left), key=lambda pair: (-alike(free[pair[0]], pair[1]), *pair)
        )
        for claim_id, content in by_likeness:
            if claim_id in free and content not in pairs:
                pairs[content] = claim_id
                del free[claim_id]
        return pairs

    def _filed(self, record: ClaimRecord, name: str) -> dict[int, Content]:
        """The claims on file with these words at this address → what their review says."""
        ids = [row["id"] for row in self._rows(record)]
        filed = exporting.claim_records(self._change.db, ids)
        return {
            claim_id: contents_in(each).get(name, b"")
            for claim_id, each in zip(ids, filed, strict=True)
        }

    def _rows(self, record: ClaimRecord) -> list[Row]:
        address, among = names(record.external_id, record.text)
        rows = whole.claims_named(self._change.db, record.origin, address, among)
        return [row for row in rows if row["external_id"] != address or is_worded(row, record.text)]

    def _reworded(self, record: ClaimRecord) -> Row | None:
        """The only claim at the review's address, where it is alone there too."""
        database, name = self._change.db, record.external_id
        is_alone = names(name, record.text)[0] == name
        if not is_alone or whole.has_longer_names(database, record.origin, name + WORDS):
            return None
        return claims.by_external(database, record.origin, name)


def _group(record: ClaimRecord) -> tuple[str, str]:
    return record.origin, names(record.external_id, record.text)[1]


def is_worded(row: Row, text: str) -> bool:
    """Whether a claim on file has these words, or came with them."""
    return text in (row["text"], row["original"])
