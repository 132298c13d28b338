"""`report`: a verification report of an article or of chosen claims."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from workbench.cli.session import Session, say
from workbench.cli.streams import shown
from workbench.desk.files import write_whole


@click.command()
@click.argument("article_id", type=int, required=False, metavar="[ARTICLE]")
@click.option("--claim", "claim_ids", type=int, multiple=True, help="This claim; repeatable.")
@click.option("--output", "-o", default="-", metavar="FILE|-", help="Where to; the ending tells.")
@click.option("--format", "format_name", default="", help="markdown, html or json.")
@click.option("--language", default="", help="Of the report's own words: en or ar.")
@click.pass_obj
def report(
    session: Session,
    article_id: int | None,
    *,
    claim_ids: tuple[int, ...],
    output: str,
    format_name: str,
    language: str,
) -> None:
    """Write the verification report of ARTICLE, or of the claims named with --claim.

    The same record gives the same bytes.
    """
    from workbench.reports.render import formats, render, report_format  # noqa: PLC0415

    if (article_id is None) == (not claim_ids):
        raise click.UsageError("name an article, or claims with --claim")
    if not format_name:
        suffix = Path(output).suffix
        by_suffix = {report_format(name).suffix: name for name in formats()}
        format_name = by_suffix.get(suffix, "markdown")
    with session.desk(create=False) as desk:
        words = language or session.settings.language
        view = (
            desk.reports.article(article_id, language=words)
            if article_id is not None
            else desk.reports.claims(claim_ids, language=words)
        )
    page = render(view, format_name)
    if output == "-":
        sys.stdout.write(shown(page.decode()))
        return
    write_whole(output, page)
    say(f"{len(view.claims)} claims reported in {output}.")
