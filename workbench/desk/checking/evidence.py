"""Evidence: what a source says for, against or around a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.desk import inputs
from workbench.desk.session import Session
from workbench.desk.sources import anchoring
from workbench.desk.states import Stance
from workbench.errors import InvalidInputError

if TYPE_CHECKING:
    from workbench.desk.checking.retraction import Resting

DIRECTNESS = ("", "primary", "secondary")


class Evidence:
    """Evidence on file."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def link(
        self,
        claim_id: int,
        source_id: int,
        stance: Stance,
        *,
        quote: str = "",
        locator: str = "",
        note: str = "",
        accessed: str = "",
        directness: str = "",
        before: str = "",
        after: str = "",
    ) -> int:
        """Link a source to a claim.

        Args:
            claim_id: the claim.
            source_id: the source.
            stance: supports it, refutes it, or gives context.
            quote: the words that bear on the claim.
            locator: where they stand in the source: page, paragraph, minute.
            note: what it shows.
            accessed: when the source was read, in EDTF.
            directness: ``primary`` or ``secondary`` for this claim, where the source's kind does
                not say it.
            before: words before the quote, where it stands in several places of the snapshot.
            after: words after it.

        Raises:
            NotFoundError: the claim or the source is not on file.
            InvalidInputError: the stance or the date is not one, or the quote stands in several
                places of the snapshot. One that stands in none is marked, not refused.
        """
        inputs.choice(stance, tuple(Stance), "stance")
        inputs.choice(directness, DIRECTNESS, "directness")
        session = self._session
        with session.change("evidence linked") as change:
            source = change.get("source", source_id)
            change.summary = source["title"]
            if source["retracted_at"]:
                raise InvalidInputError(
                    "source {source_id} is retracted: {retraction_reason}",
                    source_id=source_id,
                    retraction_reason=source["retraction_reason"],
                )
            change.get("claim", claim_id)
            words = inputs.words(quote, "quote")
            return change.insert(
                "evidence",
                uid=session.new_uid(),
                claim_id=claim_id,
                source_id=source_id,
                stance=str(stance),
                quote=words,
                **anchoring.columns(change.db, source_id, words, before=before, after=after),
                locator=inputs.words(locator, "locator"),
                note=inputs.words(note, "note"),
                accessed=inputs.edtf(accessed, "accessed"),
                directness=directness,
                added_at=session.stamp(),
                added_by=session.actor,
            )

    def resting(self, evidence_id: int) -> Resting:
        """What rests on a piece of evidence: look before you retract it."""
        from workbench.desk.checking import retraction  # noqa: PLC0415 (seldom needed)

        return retraction.resting(self._session.db, [evidence_id])

    def retract(self, evidence_id: int, reason: str) -> Resting:
        """Take evidence back, with a reason. It stays on file, marked.

        Claims whose verdict rests on it go back to checking; what rested on it is given back.

        Raises:
            NotFoundError: there is no such evidence.
            InvalidInputError: there is no reason, or it is retracted already.
        """
        from workbench.desk.checking import retraction  # noqa: PLC0415 (seldom needed)

        why = inputs.needed(reason, "reason", "Say why it no longer counts.")
        with self._session.change("evidence retracted", why) as change:
            row = change.get("evidence", evidence_id)
            if row["retracted_at"]:
                raise InvalidInputError(
                    "evidence {evidence_id} is retracted already", evidence_id=evidence_id
                )
            change.summary = change.get("source", row["source_id"])["title"]
            return retraction.retract(self._session, change, [evidence_id], why)
