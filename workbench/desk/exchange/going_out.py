"""Claims on their way to readers who know nothing of this desk: in ClaimReviews, feeds and pages.

What the claimant denies, a wording alone would have said by them; and a rating without a label of
its own is a key, which nobody reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import structs

from workbench.desk.facets import telling
from workbench.desk.words import say
from workbench.exchange.types import AnyRecord, ClaimRecord, VerdictRecord
from workbench.records.queries import exchange as whole
from workbench.records.sqlite import Database


def for_readers(
    found: Iterable[AnyRecord], database: Database, claim_ids: Sequence[int] | None = None
) -> Iterator[AnyRecord]:
    """Records whose claims say what is denied, and whose verdicts have labels.

    Args:
        found: records of these claims.
        database: the store, inside one snapshot.
        claim_ids: the claims; all on file where ``None``.
    """
    denied = whole.denied(database, claim_ids)
    for record in found:
        yield _told(record, record.uid in denied) if isinstance(record, ClaimRecord) else record


def _told(record: ClaimRecord, is_denied: bool) -> ClaimRecord:
    if not (is_denied or record.verdicts):
        return record
    return structs.replace(
        record,
        text=telling.wording(record.text, record.language, denied=is_denied),
        verdicts=tuple(_labelled(each, record.language) for each in record.verdicts),
    )


def _labelled(verdict: VerdictRecord, language: str) -> VerdictRecord:
    if verdict.label:
        return verdict
    return structs.replace(verdict, label=say(f"rating.{verdict.rating}", language))
