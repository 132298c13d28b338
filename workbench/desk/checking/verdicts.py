"""Verdicts: ratings that rest on evidence; superseded or withdrawn, never edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.desk import inputs
from workbench.desk.checking import ratings
from workbench.desk.checking.ratings import Scale
from workbench.desk.session import Session
from workbench.desk.states import Review, Succession
from workbench.errors import InvalidInputError
from workbench.records.change import Change
from workbench.records.queries import sources
from workbench.records.sqlite import Row

if TYPE_CHECKING:
    from workbench.desk.checking.corrections import Correction
    from workbench.desk.checking.staleness import Cause
    from workbench.desk.matching.precedents import Precedent


class Verdicts:
    """Verdicts on file."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def scale(self, name: str = "default") -> Scale:
        """The ratings of a scale that can be given here, with labels in English and Arabic.

        Raises:
            InvalidInputError: there is no such scale.
        """
        return ratings.load(name, self._session.scales).given_here()

    def scales(self) -> list[str]:
        """The names of the scales there are, the team's own among them."""
        return ratings.names(self._session.scales)

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
        correction: bool = False,
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
            reviewer: who is to review it; what they say of it is `review`.
            reason: why it supersedes the one in force.
            correction: the one in force was wrong when it was given; otherwise things have
                changed since.

        Raises:
            NotFoundError: there is no such claim.
            InvalidInputError: there is no evidence on file, no explanation, no reason where one
                is superseded, or a value is not of the scale or not a date.
        """
        known = self.scale(scale).get(rating)
        session = self._session
        values = {
            "rating": known.rating,
            "scale": scale,
            "explanation": inputs.needed(explanation, "explanation", "Say why it is rated so."),
            "holds": inputs.edtf(holds, "holds"),
            "known_at": inputs.edtf(known_at, "known at"),
            "reviewer": inputs.words(reviewer, "reviewer"),
            "reason": inputs.words(reason, "reason"),
        }
        with session.change("verdict set", reason) as change:
            claim = change.get("claim", claim_id)
            change.summary = f"{known.rating}: {claim['text']}"
            if not sources.live_evidence(change.db, claim_id):
                raise InvalidInputError(
                    "claim {claim_id} has no evidence on file",
                    hint="Link a source to it first: evidence before verdict.",
                    claim_id=claim_id,
                )
            earlier = sources.verdict_in_force(change.db, claim_id)
            if earlier:
                inputs.needed(reason, "reason", "Say why the verdict in force is superseded.")
                change.update("verdict", earlier["id"], in_force=0)
                kind = Succession.CORRECTION if correction else Succession.UPDATE
                values["succession"] = str(kind)
            elif correction:
                raise InvalidInputError(
                    "claim {claim_id} has no verdict in force to correct",
                    hint="Set one first, with its explanation.",
                    claim_id=claim_id,
                )
            # A new verdict on a published claim is not published yet: the gate comes first.
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

    def review(self, claim_id: int, outcome: Review, *, note: str = "") -> None:
        """Say of the verdict in force that it stands, or give it back to its author.

        Whether author and reviewer must differ is for the gate to say; who may review, for the
        list of people. A verdict that is returned puts a settled claim back to checking.

        Args:
            claim_id: the claim.
            outcome: approved or returned.
            note: what was looked at, or what is to be mended.

        Raises:
            InvalidInputError: there is no verdict in force, it is not for you to review, it is
                returned without a word, or its author would take another's review away by an own.
        """
        from workbench.desk.checking.people import Role, require  # noqa: PLC0415 (few commands review)

        inputs.choice(outcome, (Review.APPROVED, Review.RETURNED), "review")
        words = inputs.words(note, "note")
        if outcome is Review.RETURNED:
            inputs.needed(words, "note", "Say what is to be mended.")
        session = self._session
        with session.change(f"verdict {outcome}", words) as change:
            require(change.db, session.actor, Role.REVIEWER, "review verdicts")
            claim, row = self._in_force(change, claim_id)
            _keep_review_of_another(row, session.actor)
            change.summary = f"{row['rating']}: {claim['text']}"
            change.update(
                "verdict",
                row["id"],
                review=str(outcome),
                reviewer=session.actor,
                reviewed_at=session.stamp(),
                review_note=words,
            )
            if outcome is Review.RETURNED and claim["state"] in {"checked", "published"}:
                change.update("claim", claim_id, state="checking")

    def stale(self, claim_id: int) -> tuple[Cause, ...]:
        """Why the verdict in force may no longer stand, by cause; nothing where it stands."""
        from workbench.desk.checking import staleness  # noqa: PLC0415 (few commands ask)

        return staleness.causes(self._session.db, claim_id, self._session.now())

    def all_stale(self) -> dict[int, tuple[Cause, ...]]:
        """Claim → why its verdict in force may no longer stand, for all where there is a cause."""
        from workbench.desk.checking import staleness  # noqa: PLC0415 (few commands ask)

        with self._session.db.snapshot():
            return staleness.by_claim(self._session.db, self._session.now())

    def corrections(self, claim_id: int | None = None) -> list[Correction]:
        """The ledger of corrections, oldest first: each verdict corrected, updated, withdrawn."""
        from workbench.desk.checking import corrections  # noqa: PLC0415 (few commands ask)

        return corrections.ledger(self._session.db, claim_id)

    def precedents(self, claim_id: int) -> list[Precedent]:
        """Similar claims that are rated already, and why so: to look at while rating.

        Raises:
            NotFoundError: there is no such claim.
        """
        from workbench.desk.matching.precedents import precedents  # noqa: PLC0415 (loads the comparison)

        return precedents(self._session, claim_id)

    @staticmethod
    def _in_force(change: Change, claim_id: int) -> tuple[Row, Row]:
        """The claim and its verdict in force.

        Raises:
            InvalidInputError: there is none.
        """
        claim = change.get("claim", claim_id)
        row = sources.verdict_in_force(change.db, claim_id)
        if row is None:
            raise InvalidInputError(
                "claim {claim_id} has no verdict in force",
                hint="Set one first, with its explanation.",
                claim_id=claim_id,
            )
        return claim, row

    def withdraw(self, claim_id: int, reason: str) -> None:
        """Withdraw the verdict in force, with a reason. It stays in the history.

        Raises:
            InvalidInputError: there is none in force, or no reason.
        """
        why = inputs.needed(reason, "reason", "Say why the verdict no longer stands.")
        session = self._session
        with session.change("verdict withdrawn", why) as change:
            claim, row = self._in_force(change, claim_id)
            change.summary = claim["text"]
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


def _keep_review_of_another(verdict: Row, actor: str) -> None:
    """Refuse the author's own review where it would take the place of somebody else's."""
    reviewer = verdict["reviewer"] if verdict["reviewed_at"] else ""
    if verdict["author"] == actor and reviewer not in ("", actor):
        raise InvalidInputError(
            "{author} gave this verdict, and {reviewer} has reviewed it",
            hint="A review by its author would take the place of that one. Supersede the verdict "
            "where it is to be another.",
            author=actor,
            reviewer=reviewer,
        )
