"""`radar` and `precedents`: what on file is at odds, and what was rated before."""

from __future__ import annotations

import sys

import click

from workbench.cli.session import Session, put, put_json, say


@click.command()
@click.option("--limit", type=click.IntRange(min=1), default=500, help="At most so many conflicts.")
@click.option("--language", default="", help="Of the words: en or ar.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def radar(session: Session, limit: int, language: str, as_json: bool) -> None:
    """What on file cannot all be right: verdicts, claims, and claims with their own articles.

    Exit code 0: nothing is at odds. 1: something is, and it is listed.
    """
    from workbench.desk.facets.telling import wording  # noqa: PLC0415
    from workbench.desk.words import say as words  # noqa: PLC0415

    spoken = language or session.settings.language
    with session.desk(create=False) as desk:
        found = desk.radar.all(limit)
    if as_json:
        put_json(found)
    else:
        for each in found:
            put(f"{words(f'radar.{each.kind}', spoken)}: {each.says(spoken)}")
            here = wording(each.text, each.language, denied=each.denied)
            there = wording(each.other_text, each.other_language, denied=each.other_denied)
            put(f"    {each.claim_id}: {here}")
            put(f"    {each.other_id}: {there}")
        say(f"{len(found)} at odds." if found else "Nothing on file is at odds.")
    sys.exit(1 if found else 0)


@click.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.option("--language", default="", help="Of the words: en or ar.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def precedents(session: Session, claim_id: int, language: str, as_json: bool) -> None:
    """Claims like CLAIM that are rated already, how they stand to it, and why they are rated so."""
    from workbench.desk.facets import telling  # noqa: PLC0415
    from workbench.desk.words import say as words  # noqa: PLC0415

    spoken = language or session.settings.language
    with session.desk(create=False) as desk:
        found = desk.verdicts.precedents(claim_id)
    if as_json:
        put_json(found)
        return
    for each in found:
        verdict = each.verdict
        why = telling.reason(each.reasons[0], spoken) if each.reasons else ""
        relation = words(f"relation.{each.relation}", spoken)
        put(f"{each.claim_id} {verdict.label} — {relation}: {why}")
        put(f"    {telling.wording(each.text, each.language, denied=each.denied)}")
        put(f"    {verdict.explanation} ({verdict.by}, {verdict.at:%Y-%m-%d})")
    if not found:
        say("No claim like it is rated.")
