"""`gate`, `publish`, `step`: what a claim must have before it is published."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.session import Session, counted, put, put_json, put_table, say

if TYPE_CHECKING:
    from workbench.desk.checking.gate import Gate, Policy

_STEPS = ["counter-evidence", "claimant-contact", "primary-source", "snapshot"]


@click.command()
@click.argument("claim_id", type=int, required=False, metavar="[CLAIM]")
@click.option("--set", "given", multiple=True, metavar="POINT=on|off|N", help="Ask for it or not.")
@click.option(
    "--load",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Take what is asked for from a TOML file.",
)
@click.option("--why", default="", help="The reason, for the journal.")
@click.option("--language", default="", help="Of the words: en or ar.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def gate(
    session: Session,
    *,
    claim_id: int | None,
    given: tuple[str, ...],
    load: Path | None,
    why: str,
    language: str,
    as_json: bool,
) -> None:
    """What CLAIM lacks before it may be published; without CLAIM, what this desk asks for.

    Exit code 0: it may be published. 1: it lacks what is listed.
    """
    words = language or session.settings.language
    if claim_id is not None:
        if given or load:
            raise click.UsageError("what the gate asks for holds for all claims; leave CLAIM out")
        with session.desk(create=False) as desk:
            found = desk.gate.check(claim_id)
        _put_gate(found, words, as_json=as_json)
        sys.exit(0 if found.open else 1)
    with session.desk() as desk:
        if given or load:
            desk.gate.set_policy(_policy(desk.gate.policy(), given, load), why=why)
        policy = desk.gate.policy()
    _put_policy(policy, words, as_json=as_json)


@click.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.option("--override", default="", help="Publish although points are not met, and why.")
@click.pass_obj
def publish(session: Session, claim_id: int, override: str) -> None:
    """Publish CLAIM's verdict, if it meets what `gate CLAIM` lists."""
    from workbench.desk.states import ClaimState  # noqa: PLC0415

    with session.desk(create=False) as desk:
        version = desk.claims.get(claim_id).version
        desk.claims.set_state(claim_id, ClaimState.PUBLISHED, version=version, override=override)
    put(f"Claim {claim_id} is published.")


@click.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("kind", type=click.Choice(_STEPS))
@click.argument("note")
@click.option("--left", is_flag=True, help="It was not done; NOTE says why.")
@click.pass_obj
def step(session: Session, claim_id: int, kind: str, note: str, left: bool) -> None:
    """Note a step of CLAIM's check that leaves no source behind, or why it was left.

    For instance: step 3 counter-evidence "Searched the ministry's site and two agencies: nothing
    says otherwise."
    """
    from workbench.desk.checking.steps import StepKind  # noqa: PLC0415

    with session.desk() as desk:
        desk.steps.add(claim_id, StepKind(kind.replace("-", "_")), note, left=left)
    put(f"Claim {claim_id}: {kind} {'left' if left else 'noted'}.")


def _policy(policy: Policy, given: tuple[str, ...], load: Path | None) -> Policy:
    from workbench.desk.checking.gate import read_policy  # noqa: PLC0415

    if load is not None:
        policy = read_policy(load.read_text(encoding="utf-8"), policy)
    switches = {"on": "true", "off": "false"}
    lines = []
    for one in given:
        name, _, value = one.partition("=")
        lines.append(f"{name.strip().replace('-', '_')} = {switches.get(value, value)}")
    return read_policy("\n".join(lines), policy)


def _put_gate(found: Gate, language: str, *, as_json: bool) -> None:
    if as_json:
        put_json(
            {
                "claim_id": found.claim_id,
                "open": found.open,
                "points": [
                    {
                        "point": each.point,
                        "required": each.required,
                        "met": each.met,
                        "title": each.title(language),
                        "says": each.says(language),
                    }
                    for each in found.findings
                ],
                "override": found.override,
            }
        )
        return
    for each in found.findings:
        mark = "✓" if each.met else "✗" if each.required else "–"
        put(f"{mark} {each.title(language)}: {each.says(language)}")
    unmet = len(found.unmet)
    lacking = f"{counted(unmet, 'point')} {'is' if unmet == 1 else 'are'} not met."
    say("It may be published." if found.open else lacking)


def _put_policy(policy: Policy, language: str, *, as_json: bool) -> None:
    from workbench.desk.checking.gate import Point  # noqa: PLC0415
    from workbench.desk.words import say as words  # noqa: PLC0415

    if as_json:
        put_json(policy)
        return
    rows: list[tuple[Any, ...]] = [
        (point, "on" if policy.asks(point) else "off", words(f"gate.{point}", language))
        for point in Point
    ]
    rows.append(("independent_sources", str(policy.independent_sources), ""))
    put_table(rows, ("point", "asked", "what"))
