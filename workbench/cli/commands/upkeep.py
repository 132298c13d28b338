"""`verify`, `backup`, `restore`, `reindex`: the file's health."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from workbench.cli.session import Session, progress, put, put_json, say


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def verify(session: Session, as_json: bool) -> None:
    """Check the whole file: journal chain, offsets, hashes, keys, and SQLite's own integrity.

    Exit code 0: nothing wrong. 1: something is, and it is listed.
    """
    with session.desk(create=False) as desk, progress("Verifying") as report:
        problems = desk.verify(progress=report)
    if as_json:
        put_json(problems)
    else:
        for problem in problems:
            put(f"{problem.where}: {problem.what}")
        say("Nothing is wrong." if not problems else f"{len(problems)} problems.")
    sys.exit(1 if problems else 0)


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.pass_obj
def backup(session: Session, file: Path) -> None:
    """Copy the claim store to FILE while it is in use, and check the copy."""
    with session.desk(create=False) as desk:
        desk.backup(file)
    put(f"Backed up to {file}, and the copy is sound.")


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
    put(f"{count} claims indexed.")
