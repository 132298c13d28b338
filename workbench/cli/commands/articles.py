"""`add`, `articles`, `published`, `split`: articles in, listed, dated, split without filing."""

from __future__ import annotations

import click

from workbench.cli.incoming import (
    Given,
    make_splitter,
    read_incoming,
    takes_article,
    takes_splitter,
)
from workbench.cli.session import Session, counted, progress, put, put_json, put_table, say


@click.command()
@takes_article
@takes_splitter
@click.option("--json", "as_json", is_flag=True, help="Print what was filed as JSON.")
@click.pass_obj
def add(session: Session, given: Given, splitter: str, as_json: bool) -> None:
    """File an article, split it into claims, and match them against all on file.

    FILE is a text, HTML or Markdown file, a web address, or - for standard input. The date is
    taken from --published or from the page's own markup; it is never guessed, and without it
    relative dates stay unresolved.
    """
    incoming = read_incoming(given, session.settings)
    with session.desk() as desk, progress("Splitting and matching") as report:
        backend = make_splitter(
            splitter, session.settings, lambda done, total: report(40 * done, 100 * total)
        )
        added = desk.articles.add(incoming, splitter=backend, progress=report)
        undated = added.is_new and incoming.published is None
        dateline = desk.articles.dateline(added.article_id) if undated else None
    if as_json:
        put_json(added)
    elif not added.is_new:
        put(f"Already on file as article {added.article_id}; nothing was changed.")
    else:
        version = f", a new version of article {added.version_of}" if added.version_of else ""
        matches = counted(added.matches, "match", "matches")
        put(f"Article {added.article_id}{version}: {counted(added.claims, 'claim')}, {matches}.")
        if not added.claims:
            say("No sentence in it makes a claim that could be checked.")
        if incoming.published is None:
            day, source = (dateline.edtf, "dateline") if dateline else ("2024-08-15", "…")
            read = f' It begins with "{dateline.quote}".' if dateline else ""
            say(
                f"Its date is not known, so relative dates stay unresolved.{read} "
                f"Give it with: workbench published {added.article_id} {day} --from {source}"
            )


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def articles(session: Session, as_json: bool) -> None:
    """List the articles on file."""
    with session.desk() as desk:
        rows = desk.articles.list()
    if as_json:
        put_json(rows)
        return
    put_table(
        [
            (
                str(row.id),
                row.published or "date unknown",
                row.language,
                str(row.claims),
                str(row.unchecked),
                row.publisher,
                row.title,
            )
            for row in rows
        ],
        ("id", "published", "lang", "claims", "unchecked", "publisher", "title"),
    )


@click.command()
@click.argument("article_id", type=int, metavar="ARTICLE")
@click.argument("date", metavar="DATE")
@click.option("--from", "provenance", required=True, help="Where you have the date from.")
@click.option("--why", default="", help="Why it is set or changed.")
@click.pass_obj
def published(session: Session, article_id: int, date: str, provenance: str, why: str) -> None:
    """Say when ARTICLE was published (2024-08-15, 2024-08, 2024) and how you know.

    Relative dates in its claims are resolved again.
    """
    with session.desk() as desk, progress("Splitting and matching") as report:
        desk.articles.set_published(article_id, date, provenance, why=why, progress=report)
    put(f"Article {article_id} was published {date} ({provenance}).")


@click.command()
@takes_article
@takes_splitter
@click.option("--json", "as_json", is_flag=True, help="Print claims and sentences as JSON.")
@click.pass_obj
def split(session: Session, given: Given, splitter: str, as_json: bool) -> None:
    """Split a text into claims and print them, without filing anything."""
    from workbench.desk.claims.preview import preview  # noqa: PLC0415

    incoming = read_incoming(given, session.settings)
    with progress("Splitting") as report:
        backend = make_splitter(splitter, session.settings, report, details=True)
        splitting = preview(incoming, backend)
    if as_json:
        put_json(splitting)
        return
    put_table(
        [
            (
                "+".join(f"{s.start}-{s.end}" for s in claim.segments),
                f"{claim.worth.score:.2f}",
                claim.attribution.chain[0].name if claim.attribution.chain else "(outlet)",
                claim.text,
            )
            for claim in splitting.claims
        ],
        ("characters", "worth", "claimant", "claim"),
    )
    claims = counted(len(splitting.claims), "claim")
    say(f"{claims} in {counted(len(splitting.sentences), 'sentence')}.")
