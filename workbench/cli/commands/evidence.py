"""`source …` and `evidence …`: what claims are checked against."""

from __future__ import annotations

import click

from workbench.cli.help import Group
from workbench.cli.session import Session, put, put_json, put_table

_KINDS = click.Choice(["primary", "official", "data", "expert", "media", "other"])
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
@click.pass_obj
def link(session: Session, /, claim_id: int, source_id: int, stance: str, **known: str) -> None:
    """Link SOURCE to CLAIM: it supports it, refutes it, or gives context."""
    from workbench.desk.views import Stance  # noqa: PLC0415

    with session.desk() as desk:
        evidence_id = desk.evidence.link(claim_id, source_id, Stance(stance), **known)
    put(f"Evidence {evidence_id}: source {source_id} {stance} claim {claim_id}.")


@evidence.command()
@click.argument("evidence_id", type=int, metavar="EVIDENCE")
@click.argument("reason")
@click.pass_obj
def retract(session: Session, evidence_id: int, reason: str) -> None:
    """Take EVIDENCE back, with a REASON; it stays on file, marked."""
    with session.desk() as desk:
        desk.evidence.retract(evidence_id, reason)
    put(f"Evidence {evidence_id} is retracted: {reason}")
