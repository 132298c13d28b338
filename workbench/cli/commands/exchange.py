"""`import` and `export`: claims in and out by script."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

import click

from workbench.cli.session import Session, progress, put, put_json, put_table, say
from workbench.cli.streams import Shown
from workbench.desk.files import replacing

if TYPE_CHECKING:
    from workbench.desk.exchange import ImportReport

_FORMAT = click.option(
    "--format",
    "format_name",
    default="",
    help="jsonl, csv, claimreview, datacommons; read only: factchecktools, claimskg."
    " Needed where neither content nor name tells.",
)
_MOST_SHOWN = 200
_LONGEST_LABEL = 80
"""Characters of a label that are shown; some publishers put their whole finding there."""


@click.command("import")
@click.argument("file", metavar="FILE|-", required=False)
@_FORMAT
@click.option(
    "--rejects",
    metavar="FILE",
    default="",
    help="Take the good records; write the others to FILE with line, field and reason.",
)
@click.option("--dry-run", is_flag=True, help="Print what would change; write nothing.")
@click.option("--columns", is_flag=True, help="Print the columns that are known, and stop.")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
@click.pass_obj
def import_(
    session: Session,
    file: str | None,
    *,
    format_name: str,
    rejects: str,
    dry_run: bool,
    columns: bool,
    as_json: bool,
) -> None:
    """Put the claims of a file on file: all of them, or none.

    Read by content: JSON Lines, CSV, ClaimReview (documents, web pages, the Data Commons feed),
    answers of the Fact Check Tools API, ClaimsKG. Known claims (by uid, or by origin and
    external_id) are brought up to date; the same file again changes nothing. A blank cell leaves
    what is on file as it is. Exit code 1: some rows cannot be taken, each is listed with its line
    and field, and nothing was written; with --rejects the good ones were.
    """
    from workbench.exchange.formats import open_text  # noqa: PLC0415
    from workbench.exchange.rejects import write_rejects  # noqa: PLC0415

    if columns:
        _put_columns()
        return
    if not file:
        raise click.UsageError("name a file, or - for standard input")
    with (
        open_text(file, sys.stdin.buffer) as stream,
        session.desk() as desk,
        progress("Importing") as report,
        replacing(rejects) if rejects and not dry_run else nullcontext() as out,
    ):
        done = desk.exchange.import_(
            stream,
            name=file,
            format_name=format_name,
            dry_run=dry_run,
            keep_good=bool(rejects),
            progress=report,
        )
        if out:
            write_rejects(done.bad, out)
    if as_json:
        put_json(done)
    else:
        _tell(done, dry_run=dry_run, rejects=rejects)
    sys.exit(1 if done.bad else 0)


def _tell(done: ImportReport, *, dry_run: bool, rejects: str) -> None:
    from workbench.desk.importing import Outcome  # noqa: PLC0415

    for row in [row for row in done.rows if row.outcome is not Outcome.UNCHANGED][:_MOST_SHOWN]:
        put(f"line {row.line}: {row.outcome.value} {row.record}: {row.about}")
        for change in row.changes:
            put(f"    {change.record} {change.field}: {change.before!r} → {change.after!r}")
    for bad in done.bad:
        put(str(bad))
    for label, times in done.unknown_labels:
        say(f"label in no table, kept as published: {label[:_LONGEST_LABEL]!r} ({times})")
    counts = ", ".join(f"{done.count(outcome)} {outcome.value}" for outcome in Outcome)
    if done.bad and rejects and not dry_run:
        say(f"{counts}; {done.matches} matches. {len(done.bad)} rejected: see {rejects}.")
    elif done.bad and not rejects:
        say(f"{len(done.bad)} rows cannot be taken; nothing was written. ({counts})")
    elif dry_run:
        say(f"Would be: {counts}; {done.matches} matches. Nothing was written.")
    else:
        say(f"{counts}; {done.matches} matches.")


def _put_columns() -> None:
    from workbench.exchange.rows import (  # noqa: PLC0415
        CLAIM_COLUMNS,
        FLAT_COLUMNS,
        NESTED_COLUMNS,
    )

    rows = [(name, "claim") for name in CLAIM_COLUMNS]
    rows += [(name, part) for name, (part, _) in FLAT_COLUMNS.items()]
    rows += [(name, "claim, as JSON") for name in NESTED_COLUMNS]
    put_table(rows, ("column", "belongs to"))


@click.command()
@click.argument("file", metavar="FILE|-")
@_FORMAT
@click.option("--article", "article_id", type=int, help="Only the claims of this article.")
@click.option("--claim", "claim_ids", type=int, multiple=True, help="Only this claim; repeatable.")
@click.pass_obj
def export(
    session: Session, file: str, *, format_name: str, article_id: int | None, claim_ids: tuple[int]
) -> None:
    """Write claims to FILE, or to standard output for -.

    JSON Lines holds everything: articles, sources, claims, matches. CSV holds the claims with
    their appearances, evidence and verdicts. claimreview (.jsonld) and datacommons hold the
    claims with a verdict in force.
    """
    from workbench.desk.claims import ClaimFilter  # noqa: PLC0415

    with session.desk(create=False) as desk:
        chosen = list(claim_ids) or None
        if article_id is not None:
            chosen = list(
                desk.claims.ids(ClaimFilter(article_id=article_id, include_set_aside=True))
            )
        if file == "-":
            sys.stdout.reconfigure(newline="")  # type: ignore[union-attr]
            count = desk.exchange.export(
                Shown(), name="", format_name=format_name or "jsonl", claims=chosen
            )
        else:
            with replacing(file) as stream:
                count = desk.exchange.export(
                    stream, name=file, format_name=format_name, claims=chosen
                )
    say(f"{count} records written.")
