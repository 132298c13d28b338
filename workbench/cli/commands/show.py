"""`show`: everything on file about a claim."""

from __future__ import annotations

import click

from workbench.cli.session import Session, put, put_json


@click.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.option("--language", default="", help="Of the words around the record: en or ar.")
@click.pass_obj
def show(session: Session, claim_id: int, *, as_json: bool, language: str) -> None:
    """Print CLAIM with its wording, facets, evidence, verdicts, matches and history."""
    from workbench.reports.render import render  # noqa: PLC0415

    with session.desk(create=False) as desk:
        if as_json:
            put_json(desk.claims.get(claim_id))
            return
        words = language or session.settings.language
        view = desk.reports.claims((claim_id,), language=words)
    for line in render(view, "markdown").decode().splitlines():
        put(line)
