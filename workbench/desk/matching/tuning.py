"""The threshold lab: what the desk's own decisions say of what matching shows."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from workbench.desk import codec
from workbench.desk.session import Progress, Session, silent
from workbench.desk.states import Decision
from workbench.errors import InvalidInputError
from workbench.matching.thresholds import (
    MILD,
    SHOW_ALL,
    Decided,
    Proposal,
    Tally,
    Thresholds,
    propose,
    tallies,
)
from workbench.matching.types import Comparison, Relation
from workbench.records.queries import matches, settings
from workbench.records.sqlite import Database, Row

__all__ = ["MILD", "Tally", "Tune", "Tuning", "thresholds"]
_KEY = "match thresholds"


class Tuning(msgspec.Struct, frozen=True):
    """Precision and recall of the matches that people decided on, and what would show fewer."""

    decided: int
    by_relation: Mapping[str, Tally]
    by_facet: Mapping[str, Tally]
    by_language: Mapping[str, Tally]
    thresholds: Thresholds
    """In force."""
    proposals: tuple[Proposal, ...]


def thresholds(database: Database) -> Thresholds:
    """The thresholds that this desk has set; none where it has set none."""
    value = settings.value(database, _KEY)
    return msgspec.json.decode(value, type=Thresholds) if value else SHOW_ALL


class Tune:
    """Replays decisions. It proposes; what is shown changes only when somebody says so."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def replay(self, progress: Progress = silent) -> Tuning:
        """Find every confirmed and rejected match anew, and compare with what people said."""
        database = self._session.db
        with database.snapshot():
            decided = self._decided(database, progress)
            return Tuning(
                decided=len(decided),
                by_relation=tallies(decided, "relation"),
                by_facet=tallies(decided, "facet"),
                by_language=tallies(decided, "languages"),
                thresholds=thresholds(database),
                proposals=tuple(propose(decided)),
            )

    def set(self, values: Mapping[str, float], why: str = "") -> Thresholds:
        """Show matches of these relations from these probabilities on; the others stay.

        Raises:
            InvalidInputError: a threshold is no probability, or the relation is never hidden.
        """
        for relation, value in values.items():
            if relation not in MILD or not 0 <= value <= 1:
                raise InvalidInputError(
                    "{relation} cannot be shown from {value:g} on",
                    hint="Relations are {mild}; probabilities go from 0 to 1.",
                    relation=relation,
                    value=value,
                    mild=", ".join(MILD),
                )
        now = thresholds(self._session.db)
        new = msgspec.structs.replace(now, **values)
        said = ", ".join(f"{name} {value:g}" for name, value in msgspec.structs.asdict(new).items())
        with self._session.change("thresholds set", why, said) as change:
            settings.put(change, _KEY, msgspec.json.encode(new).decode())
        return new

    def _decided(self, database: Database, progress: Progress) -> list[Decided]:
        rows = matches.decided(database)
        claims = sorted({row["claim_id"] for row in rows})
        found: dict[tuple[int, int], Comparison] = {}
        for done, claim in enumerate(claims, 1):
            hits = self._session.matcher.find(database, [claim])
            found |= {(hit.claim_id, hit.other_id): hit.comparison for hit in hits}
            progress(done, len(claims))
        return [_replayed(row, found.get((row["claim_id"], row["other_id"]))) for row in rows]


def _replayed(row: Row, comparison: Comparison | None) -> Decided:
    """As it is found today, else as it was when somebody decided."""
    reasons = comparison.reasons if comparison else codec.reasons(row["reasons"])
    languages = sorted({row["language"], row["other_language"]})
    return Decided(
        relation=comparison.relation if comparison else Relation(row["relation"]),
        facet=reasons[0].facet.value if reasons else "",
        languages=" ↔ ".join(languages),
        probability=comparison.probability if comparison else row["probability"],
        confirmed=row["decision"] == Decision.CONFIRMED,
        found=comparison is not None,
    )
