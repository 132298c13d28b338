"""`import`, `catch-up` and `export`: claims in and out by script."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Any, cast

import click
from msgspec.structs import replace

from workbench.cli.importing import Wanted, import_all, mapping, read_on
from workbench.cli.meter import meter
from workbench.cli.session import Session, counted, put_json, put_table, say
from workbench.cli.streams import Shown
from workbench.desk.files import replacing

if TYPE_CHECKING:
    from workbench.desk import Desk
    from workbench.exchange.reviews.publisher import Publisher

_READ_AND_WRITTEN = "archive, jsonl, csv, xlsx, claimreview or datacommons"


@click.command("import")
@click.argument("file", metavar="FILE|DIR|URL|-", required=False)
@click.option(
    "--format",
    "format_name",
    default="",
    help=f"{_READ_AND_WRITTEN}; factchecktools, claimskg, averitec or check."
    " Needed where neither content nor name tells.",
)
@click.option("--encoding", default="", help="Of the file; told from its bytes otherwise.")
@click.option(
    "--map",
    "columns",
    metavar="OURS=THEIRS",
    multiple=True,
    help="Which column of a table is which: --map text=Claim; repeatable.",
)
@click.option(
    "--dates",
    type=click.Choice(["day-first", "month-first"]),
    help="What 03/04/2025 means in a table. Without it such a row is rejected.",
)
@click.option("--save-map", metavar="NAME", default="", help="Keep that mapping under a name.")
@click.option("--use-map", metavar="NAME", default="", help="Use a mapping kept before.")
@click.option(
    "--rejects",
    metavar="FILE|DIR",
    default="",
    help="Where records go that cannot be taken; for a folder, a folder."
    " Default: beside the file, NAME.rejects.jsonl.",
)
@click.option("--all-or-nothing", is_flag=True, help="Take nothing if one record cannot be taken.")
@click.option("--theirs", is_flag=True, help="Where you and the file disagree, the file wins.")
@click.option(
    "--catch-up/--no-catch-up",
    "catch_up",
    default=None,
    help="Read facets and find matches now, or later. Default: now, unless they are very many.",
)
@click.option("--dry-run", is_flag=True, help="Print what would change; write nothing.")
@click.option("--allow-private", is_flag=True, help="Fetch from private addresses too.")
@click.option(
    "--columns", "list_columns", is_flag=True, help="Print the columns that are known, and stop."
)
@click.option(
    "--json", "as_json", is_flag=True, help="Print the outcome as JSON; a list for a folder."
)
@click.pass_obj
def import_(session: Session, /, file: str | None, *, list_columns: bool, **given: Any) -> None:
    """Put the claims of a file, a folder of files, or an address on file.

    Read by content: JSON Lines, CSV, ClaimReview (documents, web pages, the Data Commons feed),
    answers of the Fact Check Tools API, ClaimsKG, AVeriTeC, Check, and tables of other making
    (it says how their columns seem to be meant: --map). Known claims (by uid, or by origin and
    external_id) are brought up to date; the same file again changes nothing, and what was changed
    here since stays. A blank cell leaves what is on file as it is. A record that cannot be taken
    goes to a file of rejects with its line, field and reason, to be mended and imported again;
    the exit code is then 1. An archive (.wbz) makes an empty desk equal to the one it came from.
    """
    if list_columns:
        _put_columns()
        return
    if not file:
        raise click.UsageError("name a file, or - for standard input")
    kept = given.pop("use_map"), given.pop("save_map")
    order = given.pop("dates")
    columns = mapping(given.pop("columns"), *kept)
    day_first = None if order is None else order == "day-first"
    wanted = Wanted(columns=columns, day_first=day_first, **given)
    with _desk(session, dry_run=wanted.dry_run) as desk:
        is_good = import_all(desk, file, wanted)
    sys.exit(0 if is_good else 1)


@contextmanager
def _desk(session: Session, *, dry_run: bool) -> Iterator[Desk]:
    """The desk; where a dry run would make the store, one that goes with the run."""
    store = session.settings.db
    if not dry_run or "://" in store or Path(store).exists():
        with session.desk() as desk:
            yield desk
        return
    with TemporaryDirectory(prefix="workbench-") as folder:
        settings = session.settings.override(db=str(Path(folder) / "claims.db"))
        with replace(session, settings=settings).desk() as desk:
            yield desk


@click.command("catch-up")
@click.option("--most", type=int, metavar="N", help="Claims to take at most.")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
@click.pass_obj
def catch_up(session: Session, most: int | None, *, as_json: bool) -> None:
    """Read the facets of claims that came in bulk, and find their matches.

    May be stopped at any time: what was done stays, and the next run goes on from there.
    """
    with session.desk(create=False) as desk, meter("Reading", "claims") as report:
        done = desk.exchange.catch_up(report, most)
    if as_json:
        put_json(done)
    else:
        say(read_on(done))


def _put_columns() -> None:
    from workbench.exchange.tables.rows import (  # noqa: PLC0415
        CLAIM_COLUMNS,
        FLAT_COLUMNS,
        NESTED_COLUMNS,
    )

    rows = [(name, "claim") for name in CLAIM_COLUMNS]
    rows += [(name, part) for name, (part, _) in FLAT_COLUMNS.items()]
    rows += [(name, "claim, as JSON") for name in NESTED_COLUMNS]
    put_table(rows, ("column", "belongs to"))


@click.command()
@click.argument("file", metavar="FILE|-|site")
@click.argument("folder", metavar="[DIR]", required=False)
@click.option(
    "--format",
    "format_name",
    default="",
    help=f"{_READ_AND_WRITTEN}; atom or rss. Needed where the name does not tell.",
)
@click.option("--article", "article_id", type=int, help="Only the claims of this article.")
@click.option("--claim", "claim_ids", type=int, multiple=True, help="Only this claim; repeatable.")
@click.option("--language", default="", help="Of the site's own words: en or ar.")
@click.pass_obj
def export(
    session: Session,
    file: str,
    folder: str | None,
    *,
    format_name: str,
    article_id: int | None,
    claim_ids: tuple[int, ...],
    language: str,
) -> None:
    """Write claims to FILE, or to standard output for -.

    An archive (.wbz) is the whole desk with its journal: `workbench import` makes an empty desk
    equal to it, byte for byte. JSON Lines holds articles, sources, claims and matches. CSV and
    XLSX hold the claims with their appearances, evidence and verdicts. claimreview (.jsonld) and
    datacommons hold the claims with a verdict in force; atom and rss those that are published.

    `workbench export site DIR` writes the published verdicts as pages that need no server. The
    newsroom's name and address come from the settings.
    """
    if (file == "site") != (folder is not None):
        raise click.UsageError("a folder goes with `site`: workbench export site DIR")
    if folder is not None:
        if claim_ids or article_id is not None or format_name:
            raise click.UsageError("a site holds all that is published; it takes no claims")
        _site(session, folder, language or session.settings.language)
        return
    with session.desk(create=False) as desk:
        chosen = _chosen(desk, article_id, claim_ids)
        house = _publisher(session)
        if file == "-":
            count = _to_stdout(desk, format_name or "jsonl", chosen, house)
        else:
            with replacing(file) as stream:
                count = desk.exchange.export_to(
                    cast("IO[bytes]", stream.buffer),
                    name=file,
                    format_name=format_name,
                    claims=chosen,
                    publisher=house,
                )
    say(_written(count, file, format_name))


def _written(count: int, file: str, format_name: str) -> str:
    from workbench.exchange.archive import is_named  # noqa: PLC0415

    if is_named(file, format_name):
        return f"The whole desk written, with {counted(count, 'journal entry', 'journal entries')}."
    return f"{counted(count, 'record')} written."


def _chosen(desk: Desk, article_id: int | None, claim_ids: tuple[int, ...]) -> list[int] | None:
    from workbench.desk.claims.claims import ClaimFilter  # noqa: PLC0415

    if article_id is None:
        return list(claim_ids) or None
    if claim_ids:
        raise click.UsageError("choose the claims of an article, or claims by number")
    desk.articles.get(article_id)  # refused where it is not on file
    return list(desk.claims.ids(ClaimFilter(article_id=article_id, include_set_aside=True)))


def _publisher(session: Session) -> Publisher:
    from workbench.exchange.reviews.publisher import Publisher  # noqa: PLC0415

    return Publisher(session.settings.newsroom.name, session.settings.newsroom.url)


def _site(session: Session, folder: str, language: str) -> None:
    templates = session.settings.newsroom.templates
    with session.desk(create=False) as desk:
        count = desk.site.write(
            folder,
            publisher=_publisher(session),
            language=language,
            templates=Path(templates).expanduser() if templates else None,
        )
    index = Path(folder) / "index.html"
    say(f"{counted(count, 'published claim')} written to {index} and beside it.")


def _to_stdout(desk: Desk, format_name: str, chosen: list[int] | None, publisher: Publisher) -> int:
    if sys.stdout.isatty() and format_name not in {"archive", "xlsx"}:
        return desk.exchange.export(
            Shown(), name="", format_name=format_name, claims=chosen, publisher=publisher
        )
    if sys.stdout.isatty():
        raise click.UsageError(f"{format_name} is no text; name a file")
    sys.stdout.flush()
    return desk.exchange.export_to(
        cast("IO[bytes]", sys.stdout.buffer),
        name="",
        format_name=format_name,
        claims=chosen,
        publisher=publisher,
    )
