"""`source …`: what evidence comes from, and the bytes that were kept of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.help import Group
from workbench.cli.resting import dry_run_option, put_resting
from workbench.cli.session import Session, progress, put, put_json, put_table, say
from workbench.intake.addresses import is_address

if TYPE_CHECKING:
    from workbench.desk.sources.captures import CaptureView

_KINDS = click.Choice(["primary", "official", "data", "expert", "media", "other"])
_private = click.option("--allow-private", is_flag=True, help="Visit private addresses too.")
_robots = click.option(
    "--ignore-robots", is_flag=True, help="Visit it although the site asks programs not to."
)


@click.group(cls=Group)
def source() -> None:
    """Sources: what evidence comes from, and the bytes that were kept of it."""


@source.command("add")
@click.argument("what", metavar="URL|FILE|TITLE")
@click.option("--title", default="", help="What it is called, where the page says it otherwise.")
@click.option("--url", default="", help="Where it is, of a file or a title.")
@click.option("--publisher", default="", help="Who published it.")
@click.option("--published", default="", help="When, as 2024-08-15 or 2024-08.")
@click.option("--kind", type=_KINDS, help="What kind of source it is.")
@click.option("--origin", default="", help="Where it has it from, to count wire copies once.")
@click.option("--note", default="", help="Anything a reader should know of it.")
@click.option("--accessed", default="", help="When you read it, as 2024-08-16.")
@click.option("--interest", default="", help="What it has to gain or lose in the matter.")
@click.option("--archive", "archive_url", default="", help="Where an archive keeps a copy.")
@click.option("--for", "source_id", type=int, help="Keep the file for this source on file.")
@_robots
@_private
@click.pass_obj
def add(
    session: Session,
    /,
    what: str,
    *,
    source_id: int | None,
    ignore_robots: bool,
    allow_private: bool,
    **known: str | None,
) -> None:
    """Keep what is at URL, or in FILE (page, PDF, picture, text, WARC), as a source.

    Its bytes are kept as they came, with their hash and time, and its text to quote from. What is
    neither an address nor a file is the TITLE of a source of which nothing is kept: a call, a book.
    """
    fields = {name: value for name, value in known.items() if value}
    online = is_address(what)
    if not online and not Path(what).is_file():
        title = fields.pop("title", what)
        with session.desk() as desk:
            put(f"Source {desk.sources.add(title, **fields)}: {title}")
        say(f"Filed as a title; nothing is kept of it: {what} is no address, and no file here.")
        return
    with session.desk() as desk:
        if source_id is not None and not online:
            kept = desk.captures.add_file(source_id, what)
        else:
            kept = desk.captures.add(
                what, ignore_robots=ignore_robots, allow_private=allow_private, **fields
            )
        title = desk.sources.get(kept.source_id).title
    put(f"Source {kept.source_id}: {title}")
    _tell_kept(kept)


@source.command()
@click.argument("source_id", type=int, metavar="SOURCE")
@_robots
@_private
@click.pass_obj
def keep(session: Session, source_id: int, ignore_robots: bool, allow_private: bool) -> None:
    """Keep what stands at SOURCE's address now as its snapshot."""
    with session.desk() as desk:
        kept = desk.captures.again(
            source_id, ignore_robots=ignore_robots, allow_private=allow_private
        )
    put(f"Source {source_id}: snapshot {kept.id}")
    _tell_kept(kept)


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
            (
                str(row.id),
                row.kind,
                str(row.evidence),
                "retracted" if row.retracted else "kept" if row.snapshot else "-",
                row.published or "-",
                row.title,
                row.url,
            )
            for row in rows
        ],
        ("id", "kind", "evidence", "snapshot", "published", "title", "url"),
    )


@source.command()
@click.argument("source_id", type=int, metavar="SOURCE")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def visits(session: Session, source_id: int, as_json: bool) -> None:
    """What was kept of SOURCE and found since, newest first: when, hash, and what is other."""
    with session.desk(create=False) as desk:
        desk.sources.get(source_id)
        rows = desk.captures.of(source_id)
    if as_json:
        put_json(rows)
        return
    put_table(
        [
            (
                str(row.id),
                f"{row.at:%Y-%m-%d %H:%M}",
                row.outcome,
                str(row.status or "-"),
                row.media_type or "-",
                row.sha256[:12] or "-",
                row.final_url or row.url,
            )
            for row in rows
        ],
        ("id", "when (UTC)", "found", "status", "type", "sha256", "address"),
    )


@source.command()
@click.argument("source_id", type=int, metavar="SOURCE")
@click.pass_obj
def text(session: Session, source_id: int) -> None:
    """Print the text of SOURCE's snapshot, to quote from."""
    with session.desk(create=False) as desk:
        desk.sources.get(source_id)
        words = desk.captures.text(source_id)
    for line in words.splitlines():
        put(line)
    if not words:
        say("There is no snapshot with text; `workbench source keep` makes one.")


@source.command()
@click.argument("source_ids", type=int, nargs=-1, metavar="[SOURCE…]")
@_private
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def check(
    session: Session, source_ids: tuple[int, ...], allow_private: bool, as_json: bool
) -> None:
    """Visit sources again and say which changed or are gone; the snapshots stay the evidence.

    Exit code 0: all are as they were kept. 1: some are not, and are listed.
    """
    with session.desk(create=False) as desk, progress("Visiting") as report:
        found = desk.captures.check(source_ids, allow_private=allow_private, progress=report)
        orphans = desk.captures.orphans()
    if as_json:
        put_json({"sources": found, "orphans": orphans})
    else:
        for each in found:
            put(f"source {each.source_id} {each.outcome}: {each.title or each.url}")
            for line in each.note.splitlines() if each.outcome != "same" else ():
                put(f"    {line}")
            for quote in each.lost:
                put(f"    no longer on the page: “{quote}”")
        for orphan in orphans:
            put(f"evidence {orphan.evidence_id}: its quote does not stand in the snapshot")
    well = all(each.outcome == "same" for each in found) and not orphans
    sys.exit(0 if well else 1)


@source.command()
@click.argument("source_ids", type=int, nargs=-1, required=True, metavar="SOURCE…")
@click.option("-o", "--output", required=True, metavar="FILE", help="Such as page.warc.gz.")
@click.pass_obj
def warc(session: Session, source_ids: tuple[int, ...], output: str) -> None:
    """Write what was kept of SOURCE as WARC, which any web archive tool replays."""
    from io import BytesIO  # noqa: PLC0415

    from workbench.desk.files import write_whole  # noqa: PLC0415

    archive = BytesIO()
    with session.desk(create=False) as desk:
        count = desk.captures.write_warc(source_ids, archive)
    write_whole(output, archive.getvalue())
    put(f"{count} {'snapshot' if count == 1 else 'snapshots'} in {output}")


@source.command()
@click.argument("source_id", type=int, metavar="SOURCE")
@click.argument("reason")
@dry_run_option
@click.pass_obj
def retract(session: Session, source_id: int, reason: str, dry_run: bool) -> None:
    """Say that SOURCE no longer counts, with a REASON: all evidence from it is retracted.

    Claims whose verdict rests on it go back to checking; they are listed.
    """
    with session.desk(create=False) as desk:
        if dry_run:
            put_resting(desk.sources.resting(source_id))
            return
        resting = desk.sources.retract(source_id, reason)
    put(f"Source {source_id} is retracted: {reason}")
    put_resting(resting)


@source.command()
@click.argument("source_id", type=int, metavar="SOURCE")
@click.option("--title", help="What it is called.")
@click.option("--url", help="Where it is.")
@click.option("--publisher", help="Who published it.")
@click.option("--published", help="When, as 2024-08-15 or 2024-08.")
@click.option("--kind", type=_KINDS, help="What kind of source it is.")
@click.option("--origin", help="Where it has it from, to count wire copies once.")
@click.option("--note", help="Anything a reader should know of it.")
@click.option("--accessed", help="When you read it, as 2024-08-16.")
@click.option("--interest", help="What it has to gain or lose in the matter.")
@click.option("--archive", "archive_url", help="Where an archive keeps a copy.")
@click.option("--why", default="", help="The reason, for the journal.")
@click.pass_obj
def edit(session: Session, /, source_id: int, *, why: str, **known: Any) -> None:
    """Correct what is on file about SOURCE."""
    given = {name: value for name, value in known.items() if value is not None}
    if not given:
        raise click.UsageError("say what is to be corrected; see --help")
    with session.desk(create=False) as desk:
        desk.sources.edit(source_id, why=why, **given)
    put(f"Source {source_id} is corrected.")


def _tell_kept(kept: CaptureView) -> None:
    what = f"{kept.size:,} bytes, sha256 {kept.sha256[:12]}, {kept.media_type or 'unknown type'}"
    say(f"Kept: {what}{'' if kept.has_text else '; no text to quote from'}.")
