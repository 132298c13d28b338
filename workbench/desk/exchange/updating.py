"""A claim on file brought up to date with a file: what upstream changed arrives, what was said
here stays.

For each field there are three values: the one that the last import brought, the one on file, and
the file's. Where the file's is the last import's, there is nothing new. Where nobody here has
touched the field since, the file's is a correction and is taken. Where both have changed it, that
is a conflict: it is told, and ours stays unless the file is said to win.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec

from workbench.desk.exchange import exporting
from workbench.desk.exchange.filing_records import Recorder
from workbench.desk.exchange.imported import (
    extra_changes,
    is_beside_ours,
    is_review,
    is_unchanged_review,
    json_of,
    newest_review,
    review_changes,
    same_evidence,
    same_place,
    verdict_on_file,
)
from workbench.desk.facets import refacet
from workbench.desk.views import FieldChange
from workbench.exchange.types import (
    FORMAT,
    AppearanceRecord,
    ClaimRecord,
    EvidenceRecord,
    StepRecord,
    VerdictRecord,
)
from workbench.records.change import Change
from workbench.records.queries import claims
from workbench.records.queries import exchange as whole
from workbench.records.sqlite import Row

ACTION = "claims imported"
"""How the journal calls an import."""
_OWN_WORDS = (
    "text",
    "translation",
    "translator",
    "claimant",
    "said",
    "kind",
    "state",
    "state_reason",
    "worth",
)
"""Fields of a claim on file that a later import may change."""


@dataclass(slots=True)
class Update:
    """What one record of a file changes in the claim on file that it is about."""

    change: Change
    recorder: Recorder
    theirs: bool
    changes: list[FieldChange] = field(default_factory=list)
    conflicts: list[FieldChange] = field(default_factory=list)
    """Ours and theirs, where both have changed."""
    is_reworded: bool = False
    """Whether the claim is to be compared anew."""

    def apply(self, row: Row, record: ClaimRecord, given: frozenset[str]) -> None:
        """Take what the file gives and the desk has otherwise."""
        claim_id = row["id"]
        (filed,) = exporting.claim_records(self.change.db, [claim_id])
        if not self.theirs and is_unchanged_review(record, row, filed):
            return
        values = self._values(row, record, given)
        if values.keys() & {"text", "said"}:
            values |= self._facets(row, record, values)
        known = {} if FORMAT in record.extras else msgspec.json.decode(row["extras"])
        self.changes += extra_changes(row, record)
        if self.changes:
            extras = json_of({**known, **record.extras})
            self.change.update("claim", claim_id, **values, extras=extras)
        self._parts(claim_id, filed, _News.of(record, filed, theirs=self.theirs))

    def _values(self, row: Row, record: ClaimRecord, given: frozenset[str]) -> dict[str, Any]:
        """The columns that take the file's value."""
        other = _said_otherwise(row, record, given)
        ours = _ours(self.change, row["id"], ACTION) if other else {}
        taken = {}
        for name, value in other.items():
            told = FieldChange("claim", name, str(row[name]), str(value))
            if self.theirs or name not in ours or ours[name] == row[name]:
                taken[name] = value
                self.changes.append(told)
            elif ours[name] != value:
                self.conflicts.append(told)
        return taken

    def _facets(self, row: Row, record: ClaimRecord, values: dict[str, Any]) -> dict[str, Any]:
        """New facets for a new wording, or for a date of speech that its times rest on."""
        self.is_reworded = True
        text = values.get("text", row["text"])
        if text == row["text"]:
            return {}
        published = refacet.published_of(self.change, row["id"]) or record.said
        return refacet.own_columns(self.change, row, text, published)

    def _parts(self, claim_id: int, filed: ClaimRecord, news: _News) -> None:
        for place in news.places:
            self.recorder.appearance(claim_id, len(filed.appearances), place)
            self.is_reworded = True
            name = "quote" if place.quote else "url"
            self.changes.append(FieldChange("appearance", name, "", getattr(place, name)))
        for evidence in news.evidence:
            self.recorder.evidence(claim_id, evidence)
            about = evidence.source.title or evidence.source.url
            self.changes.append(FieldChange("evidence", str(evidence.stance), "", about))
        for step in news.steps:
            self.recorder.step(claim_id, step)
            self.changes.append(FieldChange("step", step.kind, "", step.note))
        for verdict in news.verdicts:
            self._verdict(claim_id, filed, verdict)

    def _verdict(self, claim_id: int, filed: ClaimRecord, verdict: VerdictRecord) -> None:
        """File a verdict. One of others never takes the place of one that was given here."""
        if not is_review(verdict):
            self.changes.append(self._supersede(claim_id, filed, verdict))
            return
        changes = review_changes(newest_review(verdict, filed.verdicts), verdict)
        ours = next((v for v in filed.verdicts if v.in_force and FORMAT not in v.extras), None)
        if ours is None or self.theirs:
            put_in_force = self._supersede(claim_id, filed, verdict)
            self.changes += changes or [put_in_force]
            return
        self.changes += changes
        reason = "a review by others; the verdict given here stands"
        beside = msgspec.structs.replace(verdict, in_force=False, reason=reason)
        self.recorder.verdict(claim_id, beside)
        said = verdict.label or verdict.rating
        self.conflicts.append(FieldChange("verdict", "rating", ours.label or ours.rating, said))

    def _supersede(self, claim_id: int, filed: ClaimRecord, verdict: VerdictRecord) -> FieldChange:
        before = ""
        for row in claims.verdicts(self.change.db, claim_id):
            if row["in_force"] and verdict.in_force:
                before = row["rating"]
                self.change.update("verdict", row["id"], in_force=0)
        reason = verdict.reason or ("changed by an import" if filed.verdicts else "")
        self.recorder.verdict(claim_id, msgspec.structs.replace(verdict, reason=reason))
        return FieldChange("verdict", "rating", before, verdict.rating)


class _News(NamedTuple):
    """The parts of a file's claim that are not on file."""

    places: Sequence[AppearanceRecord]
    evidence: Sequence[EvidenceRecord]
    steps: Sequence[StepRecord]
    verdicts: Sequence[VerdictRecord]

    @classmethod
    def of(cls, record: ClaimRecord, filed: ClaimRecord, *, theirs: bool) -> _News:
        """What a record says that is not on file, or is to take the place of what is."""
        return cls(
            [
                place
                for place in record.appearances
                if not any(same_place(place, known) for known in filed.appearances)
            ],
            [
                each
                for each in record.evidence
                if not any(same_evidence(each, known) for known in filed.evidence)
            ],
            [
                step
                for step in record.steps
                if step not in filed.steps and not any(step.uid == each.uid for each in filed.steps)
            ],
            [
                verdict
                for verdict in record.verdicts
                if (theirs and is_beside_ours(verdict, filed.verdicts))
                or not verdict_on_file(verdict, filed.verdicts)
            ],
        )


def says_nothing_new(
    row: Row, filed: ClaimRecord, record: ClaimRecord, given: frozenset[str], *, theirs: bool
) -> bool:
    """Whether an `Update` of a claim on file would find nothing to change and nothing to tell."""
    if not theirs and is_unchanged_review(record, row, filed):
        return True
    if _said_otherwise(row, record, given) or extra_changes(row, record):
        return False
    return not any(_News.of(record, filed, theirs=theirs))


def _said_otherwise(row: Row, record: ClaimRecord, given: frozenset[str]) -> dict[str, Any]:
    """The fields of a claim that the file gives and the desk has otherwise."""
    said = {name: getattr(record, name) for name in _OWN_WORDS if name in given}
    return {
        name: value
        for name, value in said.items()
        if value not in ("", None) and row[name] != value
    }


def _ours(change: Change, claim_id: int, action: str) -> dict[str, Any]:
    """Field → what the last import brought, for the fields that somebody here has changed since."""
    brought: dict[str, Any] = {}
    ours: dict[str, Any] = {}
    for was_import, before, after in _edits(change, claim_id, action):
        for name in after:
            if was_import:
                ours.pop(name, None)
            elif name not in ours and name in before:
                ours[name] = brought.get(name, before[name])
        if was_import:
            brought |= after
    return ours


def _edits(
    change: Change, claim_id: int, action: str
) -> Sequence[tuple[bool, dict[str, Any], dict[str, Any]]]:
    """What was done to a claim's row, oldest first: by an import or not, before and after."""
    return [
        (
            row["action"] == action,
            msgspec.json.decode(row["before"] or "{}"),
            msgspec.json.decode(row["after"] or "{}"),
        )
        for row in whole.edits_of_row(change.db, "claim", claim_id)
    ]
