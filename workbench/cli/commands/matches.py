"""`match` and `matches …`: what is already on file, and what a person says of it."""

from __future__ import annotations

import sys

import click

from workbench.cli.help import Group
from workbench.cli.incoming import Given, read_incoming, takes_article
from workbench.cli.screening import is_many, put_found, screen_many
from workbench.cli.session import Session, counted, put, put_json, say


@click.command()
@takes_article
@click.option("--json", "as_json", is_flag=True, help="Print as JSON; one line a document of many.")
@click.option("--lines", is_flag=True, help="Each line of the input is a document in JSON.")
@click.option("--jobs", default=0, help="Processes for many documents. Default: one a processor.")
@click.pass_obj
def match(session: Session, given: Given, *, as_json: bool, lines: bool, jobs: int) -> None:
    """Print which claims of a text are already on file, without filing it.

    A folder is screened file by file; a .jsonl file, or any input with --lines, line by line:
    {"text": "…", "id": "…", "title": "…", "publisher": "…", "published": "2024-08-15"}.

    Exit code 0: nothing on file. 1: something was found, or a document could not be read.
    """
    if lines or is_many(given.file):
        sys.exit(1 if screen_many(session, given, as_json=as_json, jobs=jobs) else 0)
    incoming = read_incoming(given, session.settings)
    with session.desk(create=False) as desk:
        screened = desk.matches.screen(incoming)
    found = sum(bool(claim.found) for claim in screened)
    if as_json:
        put_json(screened)
    else:
        put_found(screened, session.settings.language)
        say(f"{found} of {len(screened)} claims have something on file.")
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
    from workbench.desk.facets.telling import why, wording  # noqa: PLC0415

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
    from workbench.desk.facets.telling import offered  # noqa: PLC0415

    with session.desk() as desk:
        desk.matches.confirm(match_id, why=why)
        offers = desk.matches.offers(match_id)
    put(f"Match {match_id} is confirmed.")
    for offer in offers:
        say(offered(offer, session.settings.language))


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


@matches.command()
@click.option("--claim", "claim_id", type=int, help="The family of this claim alone.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def families(session: Session, claim_id: int | None, as_json: bool) -> None:
    """List claims that are confirmed to say the same, with the verdicts among them.

    Exit code 1: claims of one family carry different ratings.
    """
    from workbench.desk.facets.telling import offered, wording  # noqa: PLC0415

    with session.desk() as desk:
        one = desk.families.of(claim_id) if claim_id else None
        found = ([one] if one else []) if claim_id else desk.families.all()
    if as_json:
        put_json(found)
    else:
        for family in found:
            put(
                counted(len(family.claims), "claim")
                + ("  RATINGS DIFFER" if family.at_odds else "")
            )
            for row in family.claims:
                put(f"    {row.id}: {wording(row.text, row.language, denied=row.denied)}")
            for offer in family.verdicts:
                put(f"    {offered(offer, session.settings.language)}")
        say(f"{counted(len(found), 'family', 'families')}.")
    sys.exit(1 if any(family.at_odds for family in found) else 0)
