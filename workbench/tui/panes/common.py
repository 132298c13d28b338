"""What several panes say alike."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from workbench.desk.views import MatchView
from workbench.matching.types import Reason, Relation
from workbench.tui.words import Words

SEEN_FROM_THE_OTHER_SIDE = {
    Relation.NARROWER: Relation.BROADER,
    Relation.BROADER: Relation.NARROWER,
}


def when(moment: datetime | None) -> str:
    """A time of day in the person's own time zone, to the minute."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M") if moment else ""


def joined(parts: Iterable[str]) -> str:
    """The parts that are not empty, with a middle dot between."""
    return " · ".join(part for part in parts if part)


def reason_text(reason: Reason, words: Words, *, turned: bool = False) -> str:
    """Why two claims stand as they do, in words; ``turned`` swaps here and there."""
    here, there = (reason.there, reason.here) if turned else (reason.here, reason.there)
    said = words.record(f"reason.{reason.key}", here=here, there=there)
    shared = ", ".join(words.record(f"facet.{name}") for name in reason.shared)
    return said + (f" ({words('matches.agree', what=shared)})" if shared else "")


def relation_from(match: MatchView, claim_id: int) -> Relation:
    """The relation as it looks from one of the two claims."""
    if match.claim_id == claim_id:
        return match.relation
    return SEEN_FROM_THE_OTHER_SIDE.get(match.relation, match.relation)
