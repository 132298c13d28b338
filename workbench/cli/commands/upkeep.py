"""`verify`, `backup`, `restore`, `reindex`: the file's health."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.session import Session, counted, progress, put, put_json, put_table, say

if TYPE_CHECKING:
    from workbench.desk.reporting.sealing import Held


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.option(
    "--report",
    "report_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Hold this report against the record instead.",
)
@click.option("--templates", metavar="DIR", default="", help="The templates that it was made with.")
@click.pass_obj
def verify(session: Session, *, as_json: bool, report_file: Path | None, templates: str) -> None:
    """Check the whole file: journal chain, offsets, hashes, keys, and SQLite's own integrity.

    With --report: whether the journal entry that a report rests on is in this file, whether the
    report made anew of the record as it was then has the same bytes, and what was done since to
    the claims that it tells of.

    Exit code 0: nothing wrong. 1: something is, and it is listed.
    """
    if report_file:
        _hold(session, report_file, templates, as_json=as_json)
        return
    with session.desk(create=False) as desk, progress("Verifying") as report:
        problems = desk.verify(progress=report)
    if as_json:
        put_json(problems)
    else:
        for problem in problems:
            put(f"{problem.where}: {problem.what}")
        say("Nothing is wrong." if not problems else f"{counted(len(problems), 'problem')}.")
    sys.exit(1 if problems else 0)


def _hold(session: Session, file: Path, own: str, *, as_json: bool) -> None:
    folder = own or session.settings.newsroom.templates
    with session.desk(create=False) as desk:
        templates = Path(folder).expanduser() if folder else None
        held = desk.reports.hold(file.read_bytes(), str(file), templates)
    if as_json:
        put_json(held)
    else:
        _tell(file, held)
    sys.exit(0 if held.known and held.same else 1)


def _tell(file: Path, held: Held) -> None:
    then = f"journal entry {held.entry}"
    if not held.known:
        put(f"{file} rests on {then}, which this file does not have so.")
    elif held.same is None:
        put(
            f"{file} rests on {then} of this file, but the journal was altered after it, so its"
            " words cannot be compared. `workbench verify` tells where."
        )
    elif not held.same:
        put(
            f"{file} is not what this record said at {then}: it was changed, or made with other"
            " templates or another version of the program."
        )
    elif not held.newer:
        put(f"{file} is what this record says, byte for byte.")
    else:
        put(f"{file} is what this record said at {then}, byte for byte.")
    if held.same is not None and held.newer:
        _tell_since(held)


def _tell_since(held: Held) -> None:
    """What came after a report, for whoever holds one."""
    if held.current:
        put("A report made now tells the same.")
        return
    if not held.since:
        put("A report made now differs, though nothing was done to its claims: see `history`.")
        return
    put("A report made now differs. Since then:")
    put_table(
        [
            (
                str(each.entry),
                each.at[:19].replace("T", " "),
                each.by,
                each.what + (f" — {each.why}" if each.why else ""),
                ", ".join(map(str, each.claims)),
            )
            for each in held.since
        ],
        ("entry", "when (UTC)", "who", "what", "claims"),
    )


@click.command()
@click.argument("file", metavar="FILE|FOLDER")
@click.option(
    "--keep", type=click.IntRange(min=1), help="Of a FOLDER: keep so many backups, the newest."
)
@click.pass_obj
def backup(session: Session, file: str, keep: int | None) -> None:
    """Copy the claim store to FILE while it is in use, and check the copy.

    In a FOLDER the copy is named by the moment, so that the command can run by the clock.
    """
    with session.desk(create=False) as desk:
        made = desk.backup(file, keep=keep or 0)
    put(f"Backed up to {made}, and the copy is sound.")


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path), metavar="FILE")
@click.pass_obj
def restore(session: Session, file: Path) -> None:
    """Put a backup in the store's place; what was there is kept beside it."""
    from workbench.desk import Desk  # noqa: PLC0415

    kept = Desk.restore(session.settings.db, file)
    put(f"Restored from {file}." + (f" The file before is {kept}." if kept else ""))


@click.command()
@click.pass_obj
def reindex(session: Session) -> None:
    """Build the matching and search index again from the records."""
    with session.desk(create=False) as desk, progress("Indexing") as report:
        count = desk.reindex(progress=report)
    put(f"{counted(count, 'claim')} indexed.")
