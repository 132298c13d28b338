"""`match` and `matches …`: what is already on file, and what a person says of it."""

from __future__ import annotations

import sys

import click

from workbench.cli.help import Group
from workbench.cli.incoming import Given, read_incoming, takes_article
from workbench.cli.session import Session, put, put_json, put_table, say


@click.command()
@takes_article
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def match(session: Session, given: Given, as_json: bool) -> None:
    """Print which claims of a text are already on file, without filing it.

    Exit code 0: nothing on file. 1: something was found.
    """
    from workbench.desk.telling import reason, wording  # noqa: PLC0415

    language = session.settings.language
    incoming = read_incoming(given, session.settings)
    with session.desk(create=False) as desk:
        screened = desk.matches.screen(incoming)
    found = [claim for claim in screened if claim.found]
    if as_json:
        put_json(screened)
    else:
        put_table(
            [
                (
                    hit.relation.value,
                    str(hit.claim_id),
                    hit.rating or "-",
                    reason(hit.reasons[0], language) if hit.reasons else "",
                    wording(claim.text, claim.language, denied=claim.denied),
                )
                for claim in found
                for hit in claim.found
            ],
            ("relation", "claim", "rating", "why", "here"),
        )
        say(f"{len(found)} of {len(screened)} claims have something on file.")
    sys.exit(1 if found else 0)


@click.group(cls=Group)
def matches() -> None:
    """Matches between claims: list them and decide."""


@matches.command("list")
@click.option("--claim", "claim_id", type=int, help="Of this claim, decided ones too.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def list_matches(session: Session, claim_id: int | None, as_json: bool) -> None:
    """List the matches that wait for a decision."""
    from workbench.desk.telling import why, wording  # noqa: PLC0415

    with session.desk() as desk:
        rows = desk.matches.of(claim_id) if claim_id else desk.matches.pending()
    if as_json:
        put_json(rows)
        return
    language = session.settings.language
    for row in rows:
        put(f"{row.id}  {row.relation.value}  {row.decision.value}  {why(row, language)}")
        text = wording(row.text, row.language, denied=row.denied)
        other = wording(row.other_text, row.other_language, denied=row.other_denied)
        put(f"    new   {row.claim_id}: {text}")
        put(f"    filed {row.other_id}: {other}")


@matches.command()
@click.argument("match_id", type=int, metavar="MATCH")
@click.option("--why", default="", help="The reason.")
@click.pass_obj
def confirm(session: Session, match_id: int, why: str) -> None:
    """Confirm MATCH. The earlier verdict is offered, never copied."""
    with session.desk() as desk:
        desk.matches.confirm(match_id, why=why)
        row = desk.matches.get(match_id)
    put(f"Match {match_id} is confirmed.")
    if row.other_rating:
        say(f"Claim {row.other_id} is rated {row.other_rating}; look whether that holds here too.")


@matches.command()
@click.argument("match_id", type=int, metavar="MATCH")
@click.argument("why")
@click.pass_obj
def reject(session: Session, match_id: int, why: str) -> None:
    """Reject MATCH, with a reason; it returns only if text or facets change."""
    with session.desk() as desk:
        desk.matches.reject(match_id, why)
    put(f"Match {match_id} is rejected.")


@matches.command()
@click.argument("match_id", type=int, metavar="MATCH")
@click.option("--why", default="", help="The reason.")
@click.pass_obj
def unsure(session: Session, match_id: int, why: str) -> None:
    """Leave MATCH as unsure."""
    with session.desk() as desk:
        desk.matches.unsure(match_id, why=why)
    put(f"Match {match_id} is left as unsure.")
