"""Verdicts: ratings that rest on evidence; superseded or withdrawn, never edited."""

from __future__ import annotations

from workbench.desk import inputs, ratings
from workbench.desk.ratings import Scale
from workbench.desk.session import Session
from workbench.errors import InvalidInputError
from workbench.records.queries import sources


class Verdicts:
    """Verdicts on file."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def scale(self, name: str = "default") -> Scale:
        """The ratings of a scale that can be given here, with labels in English and Arabic.

        Raises:
            InvalidInputError: there is no such scale.
        """
        return ratings.load(name).given_here()

    def set(
        self,
        claim_id: int,
        rating: str,
        explanation: str,
        *,
        label: str = "",
        scale: str = "default",
        holds: str = "",
        known_at: str = "",
        reviewer: str = "",
        reason: str = "",
    ) -> int:
        """Rate a claim. A verdict in force is superseded, and the claim counts as checked.

        Args:
            claim_id: the claim.
            rating: a key of the scale.
            explanation: why, for readers.
            label: the label as published; the scale's own where it is not given.
            scale: the scale.
            holds: EDTF of the time for which the verdict holds.
            known_at: EDTF of when that was known which the verdict rests on.
            reviewer: who reviewed it.
            reason: why it supersedes the one in force.

        Raises:
            NotFoundError: there is no such claim.
            InvalidInputError: there is no evidence on file, no explanation, no reason where one
                is superseded, or a value is not of the scale or not a date.
        """
        known = self.scale(scale).get(rating)
        session = self._session
        values = {
            "rating": rating,
            "scale": scale,
            "explanation": inputs.needed(explanation, "explanation", "Say why it is rated so."),
            "holds": inputs.edtf(holds, "holds"),
            "known_at": inputs.edtf(known_at, "known at"),
            "reviewer": inputs.words(reviewer, "reviewer"),
            "reason": inputs.words(reason, "reason"),
        }
        with session.change("verdict set", reason) as change:
            claim = change.get("claim", claim_id)
            change.summary = f"{rating}: {claim['text']}"
            if not sources.live_evidence(change.db, claim_id):
                raise InvalidInputError(
                    f"claim {claim_id} has no evidence on file",
                    hint="Link a source to it first: evidence before verdict.",
                )
            earlier = sources.verdict_in_force(change.db, claim_id)
            if earlier:
                inputs.needed(reason, "reason", "Say why the verdict in force is superseded.")
                change.update("verdict", earlier["id"], in_force=0)
            if claim["state"] != "published":
                change.update("claim", claim_id, state="checked", state_reason="")
            return change.insert(
                "verdict",
                uid=session.new_uid(),
                claim_id=claim_id,
                **values,
                label=inputs.words(label, "label") or known.label(claim["language"]),
                author=session.actor,
                set_at=session.stamp(),
                in_force=1,
            )

    def withdraw(self, claim_id: int, reason: str) -> None:
        """Withdraw the verdict in force, with a reason. It stays in the history.

        Raises:
            InvalidInputError: there is none in force, or no reason.
        """
        why = inputs.needed(reason, "reason", "Say why the verdict no longer stands.")
        session = self._session
        with session.change("verdict withdrawn", why) as change:
            claim = change.get("claim", claim_id)
            change.summary = claim["text"]
            row = sources.verdict_in_force(change.db, claim_id)
            if row is None:
                raise InvalidInputError(f"claim {claim_id} has no verdict in force")
            change.update(
                "verdict",
                row["id"],
                in_force=0,
                withdrawn_at=session.stamp(),
                withdrawn_by=session.actor,
                withdrawal_reason=why,
            )
            if claim["state"] in {"checked", "published"}:
                change.update("claim", claim_id, state="checking")
