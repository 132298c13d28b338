"""Families: claims that people have confirmed to say the same, however many steps apart.

A says what B says, and B what C says: then A, B and C are one family, and what is known of one
may serve the others. It is offered with the time it holds for and its age, and never copied: a
person gives each claim its verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from workbench.desk import reading
from workbench.desk.session import Session
from workbench.desk.types import Family, Offer
from workbench.records.queries import claims, matches


class Families:
    """The families on file, and the verdicts within them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[Family]:
        """Every family, the largest first; one with the same size comes by its oldest claim."""
        with self._session.db.snapshot():
            groups = clusters(matches.confirmed_same(self._session.db))
            return [self._family(group) for group in groups]

    def of(self, claim_id: int) -> Family | None:
        """The family of a claim, or ``None`` where no other claim is confirmed to say the same."""
        with self._session.db.snapshot():
            kin = matches.kin(self._session.db, claim_id)
            return self._family(kin) if len(kin) > 1 else None

    def around(self, claim_id: int, asker: int) -> list[Offer]:
        """Verdicts in force on a claim and its family, but for those of the claim that asks."""
        with self._session.db.snapshot():
            family = self._family(matches.kin(self._session.db, claim_id))
        return [offer for offer in family.verdicts if offer.claim_id != asker]

    def _family(self, ids: Sequence[int]) -> Family:
        database = self._session.db
        rows = tuple(reading.claim_row(row) for row in claims.page(database, ids))
        now = self._session.now()
        offers = [offer for row in rows if row.rating for offer in self._offered(row.id, now)]
        return Family(rows, tuple(sorted(offers, key=lambda offer: offer.verdict.at, reverse=True)))

    def _offered(self, claim_id: int, now: datetime) -> Iterable[Offer]:
        for row in claims.verdicts(self._session.db, claim_id):
            verdict = reading.verdict_view(row)
            if verdict.in_force:
                yield Offer(claim_id, verdict, (now - verdict.at).days)


def clusters(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    """What hangs together by pairs: each cluster in ascending order, the largest first."""
    leader: dict[int, int] = {}

    def find(one: int) -> int:
        leader.setdefault(one, one)
        while leader[one] != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    for first, second in pairs:
        low, high = sorted((find(first), find(second)))
        leader[high] = low
    members: dict[int, list[int]] = {}
    for one in sorted(leader):
        members.setdefault(find(one), []).append(one)
    return sorted(map(tuple, members.values()), key=lambda group: (-len(group), group[0]))
