"""What several panes say alike."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from workbench.desk.views import MatchView
from workbench.matching.types import Relation

SEEN_FROM_THE_OTHER_SIDE = {
    Relation.NARROWER: Relation.BROADER,
    Relation.BROADER: Relation.NARROWER,
}


def when(moment: datetime | None) -> str:
    """A time of day in the person's own time zone, to the minute."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M") if moment else ""


def fields(parts: Iterable[str]) -> tuple[str, ...]:
    """The parts that are not empty; each is drawn in its own direction."""
    return tuple(part for part in parts if part)


def facet_fields(told: str) -> tuple[str, ...]:
    """A facet as the desk tells it: the article's words and our reading, two directions."""
    return tuple(told.split(" · "))


def relation_from(match: MatchView, claim_id: int) -> Relation:
    """The relation as it looks from one of the two claims."""
    if match.claim_id == claim_id:
        return match.relation
    return SEEN_FROM_THE_OTHER_SIDE.get(match.relation, match.relation)
