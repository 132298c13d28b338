"""`source …` and `evidence …`: what claims are checked against."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbench.cli.help import Group
from workbench.cli.session import Session, put, put_json, put_table, say

if TYPE_CHECKING:
    from workbench.desk.retraction import Resting

_KINDS = click.Choice(["primary", "official", "data", "expert", "media", "other"])
_dry_run = click.option("--dry-run", is_flag=True, help="Only say what rests on it.")
_STANCES = click.Choice(["supports", "refutes", "context"])


@click.group(cls=Group)
def source() -> None:
    """Sources: what evidence comes from."""


@source.command("add")
@click.argument("title")
@click.option("--url", default="", help="Where it is.")
@click.option("--publisher", default="", help="Who published it.")
@click.option("--published", default="", help="When, as 2024-08-15 or 2024-08.")
@click.option("--kind", type=_KINDS, default="other", help="What kind of source it is.")
@click.option("--origin", default="", help="Where it has it from, to count wire copies once.")
@click.option("--note", default="", help="Anything a reader should know of it.")
@click.option("--accessed", default="", help="When you read it, as 2024-08-16.")
@click.option("--interest", default="", help="What it has to gain or lose in the matter.")
@click.option("--archive", "archive_url", default="", help="Where an archive keeps a copy.")
@click.pass_obj
def add_source(session: Session, /, title: str, **known: str) -> None:
    """Put a source on file."""
    with session.desk() as desk:
        source_id = desk.sources.add(title, **known)
    put(f"Source {source_id}: {title}")


@source.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def list_sources(session: Session, as_json: bool) -> None:
    """List the sources on file."""
    with session.desk() as desk:
        rows = desk.sources.list()
    if as_json:
        put_json(rows)
        return
    put_table(
        [
            (str(row.id), row.kind, str(row.evidence), row.published or "-", row.title, row.url)
            for row in rows
        ],
        ("id", "kind", "evidence", "published", "title", "url"),
    )


@source.command("retract")
@click.argument("source_id", type=int, metavar="SOURCE")
@click.argument("reason")
@_dry_run
@click.pass_obj
def retract_source(session: Session, source_id: int, reason: str, dry_run: bool) -> None:
    """Say that SOURCE no longer counts, with a REASON: all evidence from it is retracted.

    Claims whose verdict rests on it go back to checking; they are listed.
    """
    with session.desk() as desk:
        if dry_run:
            _put_resting(desk.sources.resting(source_id))
            return
        resting = desk.sources.retract(source_id, reason)
    put(f"Source {source_id} is retracted: {reason}")
    _put_resting(resting)


def _put_resting(resting: Resting) -> None:
    for each in resting.verdicts:
        put(
            f"verdict on claim {each.claim_id} ({each.rating}, {each.state}, "
            f"{each.remaining} other evidence): {each.text}"
        )
    for article_id, title in resting.reports:
        put(f"report on article {article_id}: {title}")
    if not resting.verdicts:
        say("No verdict in force rests on it.")


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
@click.option("--primary", "directness", flag_value="primary", help="It is a primary source.")
@click.option("--secondary", "directness", flag_value="secondary", help="It is not.")
@click.pass_obj
def link(
    session: Session, /, claim_id: int, source_id: int, stance: str, **known: str | None
) -> None:
    """Link SOURCE to CLAIM: it supports it, refutes it, or gives context."""
    from workbench.desk.views import Stance  # noqa: PLC0415

    with session.desk() as desk:
        given = {name: value or "" for name, value in known.items()}
        evidence_id = desk.evidence.link(claim_id, source_id, Stance(stance), **given)
    put(f"Evidence {evidence_id}: source {source_id} {stance} claim {claim_id}.")


@evidence.command()
@click.argument("evidence_id", type=int, metavar="EVIDENCE")
@click.argument("reason")
@_dry_run
@click.pass_obj
def retract(session: Session, evidence_id: int, reason: str, dry_run: bool) -> None:
    """Take EVIDENCE back, with a REASON; it stays on file, marked.

    Claims whose verdict rests on it go back to checking; they are listed.
    """
    with session.desk() as desk:
        if dry_run:
            _put_resting(desk.evidence.resting(evidence_id))
            return
        resting = desk.evidence.retract(evidence_id, reason)
    put(f"Evidence {evidence_id} is retracted: {reason}")
    _put_resting(resting)
