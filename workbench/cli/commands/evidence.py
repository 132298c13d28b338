"""`evidence …`: what a source says for, against or around a claim."""

from __future__ import annotations

import click

from workbench.cli.help import Group
from workbench.cli.resting import dry_run_option, put_resting
from workbench.cli.session import Session, put, say

_STANCES = click.Choice(["supports", "refutes", "context"])


@click.group(cls=Group)
def evidence() -> None:
    """Evidence: a source's bearing on a claim."""


@evidence.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("source_id", type=int, metavar="SOURCE")
@click.argument("stance", type=_STANCES)
@click.option("--quote", default="", help="The words that bear on the claim.")
@click.option("--locator", default="", help="Where in the source: page, paragraph, minute.")
@click.option("--note", default="", help="What it shows, in your words.")
@click.option("--accessed", default="", help="When you read it, as 2024-08-16.")
@click.option("--before", default="", help="Words before the quote, if it stands twice.")
@click.option("--after", default="", help="Words after the quote, if it stands twice.")
@click.option("--primary", "directness", flag_value="primary", help="It is a primary source.")
@click.option("--secondary", "directness", flag_value="secondary", help="It is not.")
@click.pass_obj
def link(
    session: Session, /, claim_id: int, source_id: int, stance: str, **known: str | None
) -> None:
    """Link SOURCE to CLAIM: it supports it, refutes it, or gives context."""
    from workbench.desk.states import Anchor, Stance  # noqa: PLC0415

    with session.desk() as desk:
        given = {name: value or "" for name, value in known.items()}
        evidence_id = desk.evidence.link(claim_id, source_id, Stance(stance), **given)
        (linked,) = (each for each in desk.claims.get(claim_id).evidence if each.id == evidence_id)
    put(f"Evidence {evidence_id}: source {source_id} {stance} claim {claim_id}.")
    if linked.anchor is Anchor.ORPHANED:
        say("Its quote does not stand in the snapshot; `workbench source text` prints that.")
    if linked.circular:
        say(f"It {linked.circular}: it does not count towards the gate.")


@evidence.command()
@click.argument("evidence_id", type=int, metavar="EVIDENCE")
@click.argument("reason")
@dry_run_option
@click.pass_obj
def retract(session: Session, evidence_id: int, reason: str, dry_run: bool) -> None:
    """Take EVIDENCE back, with a REASON; it stays on file, marked.

    Claims whose verdict rests on it go back to checking; they are listed.
    """
    with session.desk() as desk:
        if dry_run:
            put_resting(desk.evidence.resting(evidence_id))
            return
        resting = desk.evidence.retract(evidence_id, reason)
    put(f"Evidence {evidence_id} is retracted: {reason}")
    put_resting(resting)
