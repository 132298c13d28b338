"""The publication gate: what a claim must have before it is published, as code.

What the gate asks for is set for the whole desk, in the file itself, and changing it is a change
like any other: in the journal, with who and why.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from workbench.desk import reading
from workbench.desk.checking import people, staleness, steps
from workbench.desk.checking.people import Role
from workbench.desk.checking.steps import StepKind, StepView
from workbench.desk.session import Session
from workbench.desk.states import Review, Stance
from workbench.desk.views import ClaimView
from workbench.desk.words import say
from workbench.errors import InvalidInputError, Said, not_on_file
from workbench.records.queries import checks, claims
from workbench.records.sqlite import Database

_SETTING = "gate"


class Point(StrEnum):
    """What the gate can ask for."""

    EVIDENCE = "evidence"
    COUNTER_EVIDENCE = "counter_evidence"
    PRIMARY_SOURCE = "primary_source"
    CLAIMANT_CONTACT = "claimant_contact"
    SNAPSHOT = "snapshot"
    REVIEWER = "reviewer"
    CURRENT = "current"


class Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which points this desk asks for; a file of them is TOML with the same names."""

    evidence: bool = True
    """Evidence on file that counts, from as many origins as ``independent_sources``."""
    independent_sources: int = 1
    counter_evidence: bool = True
    """Evidence against was searched for and noted, or is on file."""
    primary_source: bool = True
    """A primary source, or the reason for none."""
    claimant_contact: bool = True
    """The claimant was asked, or the reason why not."""
    snapshot: bool = True
    """A snapshot of every source that counts, or the reason for none."""
    reviewer: bool = True
    """Somebody other than the author approved the verdict."""
    current: bool = True
    """Nothing has happened since that makes the verdict stale."""

    def asks(self, point: Point) -> bool:
        """Whether this point must be met."""
        return bool(getattr(self, point.value))


@dataclass(frozen=True, slots=True)
class Finding:
    """One point of the gate and how a claim stands to it."""

    point: Point
    required: bool
    met: bool
    key: str
    """Message key of what was found (``no primary``); see `says`."""
    values: Mapping[str, object]
    causes: tuple[staleness.Cause, ...] = ()
    """Of a verdict that may no longer stand."""

    def title(self, language: str = "en") -> str:
        """The point in words: "A primary source"."""
        return say(f"gate.{self.point}", language)

    def says(self, language: str = "en", apart: Callable[[str], str] = str) -> str:
        """What was found, in words.

        Args:
            language: of the words.
            apart: holds a name or note together that is of the other direction.
        """
        between = say("list.semicolon", language)
        causes = between.join(cause.says(language, apart) for cause in self.causes)
        told = {name: _listed(value, between, apart) for name, value in self.values.items()}
        return say(f"gate_says.{self.key}", language, causes=causes, **told)


def _listed(value: object, between: str, apart: Callable[[str], str]) -> object:
    if isinstance(value, tuple):
        return between.join(map(apart, value))
    return apart(value) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Gate:
    """How a claim stands at the gate; the checklist of a report."""

    claim_id: int
    findings: tuple[Finding, ...]
    override: StepView | None = None
    """The last publication over the gate, if there was one."""

    @property
    def unmet(self) -> tuple[Finding, ...]:
        """The points that are asked for and not met."""
        return tuple(each for each in self.findings if each.required and not each.met)

    @property
    def open(self) -> bool:
        """Whether the claim may be published."""
        return not self.unmet


class GateClosedError(InvalidInputError):
    """A claim would be published that does not meet what the desk asks for."""

    def __init__(self, gate: Gate, language: str = "en") -> None:
        self.gate = gate
        points = (f"\n- {each.title(language)}: {each.says(language)}" for each in gate.unmet)
        super().__init__(
            Said(
                "claim {claim_id} is not ready to be published:{points}",
                claim_id=gate.claim_id,
                points="".join(points),
            ),
            hint="Meet these points, or publish over the gate with a reason (--override).",
        )


class GateKeeper:
    """The gate of this desk."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def policy(self) -> Policy:
        """What the gate asks for; everything, until the desk says otherwise."""
        return policy(self._session.db)

    def set_policy(self, new: Policy, *, why: str = "") -> None:
        """Ask for other points from now on.

        Raises:
            InvalidInputError: it is not for you to do, or no source at all would be asked for.
        """
        if new.independent_sources < 1:
            raise InvalidInputError(
                "independent_sources is less than 1", hint="Switch evidence off instead."
            )
        session = self._session
        asked = ", ".join(point for point in Point if new.asks(point))
        with session.change("gate set", why, asked) as change:
            people.require(change.db, session.actor, Role.EDITOR, "change the gate")
            row = checks.setting(change.db, _SETTING)
            value = msgspec.json.encode(new).decode()
            if row is None:
                change.insert("setting", key=_SETTING, value=value)
            else:
                change.update("setting", row["id"], value=value)

    def check(self, claim_id: int) -> Gate:
        """How a claim stands at the gate.

        Raises:
            NotFoundError: there is no such claim.
        """
        with self._session.db.snapshot():
            return check(self._session, claim_id)


def read_policy(text: str, base: Policy | None = None) -> Policy:
    """A policy from TOML; what the file leaves out stays as in ``base``.

    Raises:
        InvalidInputError: it is no TOML, or has a name or value that no policy has.
    """
    known = ", ".join(Policy.__struct_fields__)
    try:
        given = tomllib.loads(text)
        return msgspec.convert(msgspec.structs.asdict(base or Policy()) | given, Policy)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InvalidInputError(
            "the gate's file: {reason}", hint="It has: {known}.", reason=error, known=known
        ) from error


def policy(database: Database) -> Policy:
    """What the gate of a desk asks for."""
    row = checks.setting(database, _SETTING)
    return msgspec.json.decode(row["value"], type=Policy) if row else Policy()


def check(session: Session, claim_id: int, view: ClaimView | None = None) -> Gate:
    """How a claim stands at the gate, inside a read or a change.

    Args:
        session: the desk.
        claim_id: the claim.
        view: the claim, where it has been read already.
    """
    database = session.db
    row = claims.get(database, claim_id) if view is None else None
    if row is not None:
        view = reading.claim_view(database, row)
    if view is None:
        raise not_on_file("claim", claim_id)
    asked = policy(database)
    case = _Case(
        view=view,
        steps=steps.latest(database, claim_id),
        causes=tuple(filter(_undermines, staleness.causes(database, claim_id, session.now()))),
        policy=asked,
    )
    findings = tuple(
        Finding(
            point,
            asked.asks(point),
            *_CHECKS[point](case),
            causes=case.causes if point is Point.CURRENT else (),
        )
        for point in Point
    )
    return Gate(claim_id, findings, case.steps.get(StepKind.OVERRIDE))


@dataclass(frozen=True, slots=True)
class _Case:
    """What the points look at."""

    view: ClaimView
    steps: Mapping[StepKind, StepView]
    causes: tuple[staleness.Cause, ...]
    policy: Policy


_Found = tuple[bool, str, dict[str, object]]
"""Whether a point is met, what was found as a key, and its values."""


def _evidence(case: _Case) -> _Found:
    n, needed = case.view.independent, case.policy.independent_sources
    if n >= needed:
        return True, "evidence counted", {"n": n}
    return False, "evidence short" if n else "no evidence", {"n": n, "needed": needed}


def _counter_evidence(case: _Case) -> _Found:
    step = case.steps.get(StepKind.COUNTER_EVIDENCE)
    if step is not None:
        return True, "step taken", _noted(step)
    stances = {each.stance for each in case.view.evidence if each.counts}
    if {Stance.SUPPORTS, Stance.REFUTES} <= stances:
        return True, "both sides", {}
    return False, "no search", {}


def _primary_source(case: _Case) -> _Found:
    for each in case.view.evidence:
        if each.counts and each.primary:
            return True, "primary on file", {"source": each.source_title or each.source_url}
    return _reason_for_none(case, StepKind.PRIMARY_SOURCE, "no primary", {})


def _claimant_contact(case: _Case) -> _Found:
    claimant = case.view.claimant
    unsaid = "nobody to contact" if case.view.is_unnamed else "outlet not contacted"
    key = "not contacted" if claimant else unsaid
    return _reason_for_none(case, StepKind.CLAIMANT_CONTACT, key, {"claimant": claimant})


def _snapshot(case: _Case) -> _Found:
    counting = [each for each in case.view.evidence if each.counts]
    bare = [each.source_title or each.source_url for each in counting if not each.kept]
    if counting and not bare:
        return True, "all kept", {"n": len({each.source_id for each in counting})}
    sources = tuple(dict.fromkeys(bare))
    key = "not kept" if bare else "nothing to keep"
    return _reason_for_none(case, StepKind.SNAPSHOT, key, {"sources": sources})


def _reviewer(case: _Case) -> _Found:
    verdict = case.view.verdict
    if verdict is None:
        return False, "no verdict", {}
    values: dict[str, object] = {"reviewer": verdict.reviewer, "note": verdict.review_note}
    if verdict.review is Review.RETURNED:
        return False, "returned", values
    if verdict.review is not Review.APPROVED:
        return False, "only named" if verdict.reviewer else "not reviewed", values
    if verdict.reviewer == verdict.by:
        return False, "own review", values
    return True, "reviewed", values


def _current(case: _Case) -> _Found:
    return (False, "stale", {}) if case.causes else (True, "current", {})


def _undermines(cause: staleness.Cause) -> bool:
    return cause.undermines


def _reason_for_none(
    case: _Case, kind: StepKind, missing: str, values: dict[str, object]
) -> _Found:
    step = case.steps.get(kind)
    if step is None:
        return False, missing, values
    return True, "step taken" if step.done else "step left", _noted(step)


def _noted(step: StepView) -> dict[str, object]:
    return {"note": step.note, "by": step.by, "at": f"{step.at:%Y-%m-%d}"}


_CHECKS: dict[Point, Callable[[_Case], _Found]] = {
    Point.EVIDENCE: _evidence,
    Point.COUNTER_EVIDENCE: _counter_evidence,
    Point.PRIMARY_SOURCE: _primary_source,
    Point.CLAIMANT_CONTACT: _claimant_contact,
    Point.SNAPSHOT: _snapshot,
    Point.REVIEWER: _reviewer,
    Point.CURRENT: _current,
}
