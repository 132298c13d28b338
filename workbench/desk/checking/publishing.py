"""Publishing: through the gate, or over it with a reason that stays on file."""

from __future__ import annotations

from workbench.desk import inputs
from workbench.desk.checking import gate, people, steps
from workbench.desk.checking.people import Role
from workbench.desk.checking.steps import StepKind
from workbench.desk.session import Session
from workbench.errors import InvalidInputError
from workbench.records.change import Change
from workbench.records.queries import sources


def pass_gate(session: Session, change: Change, claim_id: int, override: str) -> None:
    """Let a claim through, or refuse with everything that is not met.

    Raises:
        InvalidInputError: there is no verdict in force, or the override is not for you to give.
        GateClosedError: a point is not met, and no reason is given to publish over it.
    """
    if not sources.verdict_in_force(change.db, claim_id):
        raise InvalidInputError(
            "claim {claim_id} has no verdict in force",
            hint="Set a verdict before it is published.",
            claim_id=claim_id,
        )
    found = gate.check(session, claim_id)
    if found.open:
        return
    reason = inputs.words(override, "reason")
    if not reason:
        raise gate.GateClosedError(found)
    people.require(change.db, session.actor, Role.EDITOR, "publish over the gate")
    unmet = [str(each.point) for each in found.unmet]
    steps.file_step(session, change, claim_id, StepKind.OVERRIDE, reason, left=False, unmet=unmet)
