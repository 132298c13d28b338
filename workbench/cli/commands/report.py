"""`report`: a verification report of an article, of chosen claims or of a time."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.session import Session, counted, put, say
from workbench.cli.streams import shown
from workbench.desk.files import write_whole

if TYPE_CHECKING:
    from workbench.desk import Desk
    from workbench.reports.view import ReportView

_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command()
@click.argument("numbers", type=int, nargs=-1, metavar="[ARTICLE]")
@click.option("--article", "article_id", type=int, help="This article.")
@click.option("--claim", "claim_ids", type=int, multiple=True, help="These claims: --claim 3 4.")
@click.option("--since", type=_DAY, help="Claims that were rated on this day or later (UTC).")
@click.option("--until", type=_DAY, help="… and on this day or earlier.")
@click.option("--output", "-o", default="-", metavar="FILE|-", help="Where to; the ending tells.")
@click.option("--format", "format_name", default="", help="markdown, html, pdf, docx or json.")
@click.option("--language", default="", help="Of the report's own words: en or ar.")
@click.option("--templates", metavar="DIR", default="", help="Templates that come before ours.")
@click.option(
    "--show-templates", metavar="DIR", default="", help="Write our templates to DIR, and stop."
)
@click.pass_obj
def report(
    session: Session,
    numbers: tuple[int, ...],
    *,
    article_id: int | None,
    claim_ids: tuple[int, ...],
    since: datetime | None,
    until: datetime | None,
    output: str,
    format_name: str,
    language: str,
    templates: str,
    show_templates: str,
) -> None:
    """Write the verification report of ARTICLE, of claims, or of what was rated in a time.

    The same record gives the same bytes; `workbench verify --report FILE` holds a report against
    the record. A newsroom's own templates (Jinja2, and Typst for PDF) come from --templates or
    the settings; --show-templates writes ours to begin from.
    """
    from workbench.reports.render import render  # noqa: PLC0415

    if show_templates:
        _write_templates(show_templates)
        return
    wanted = _Wanted(article_id, claim_ids, since, until).with_numbers(numbers)
    name = format_name or _by_ending(output)
    with session.desk(create=False) as desk:
        view = wanted.view(desk, language or session.settings.language)
    folder = templates or session.settings.newsroom.templates
    page = render(view, name, Path(folder).expanduser() if folder else None)
    if output == "-":
        _print(page, name)
        return
    write_whole(output, page)
    say(f"{counted(len(view.claims), 'claim')} reported in {output}.")


class _Wanted:
    """What is to be reported on: one of an article, claims and a time."""

    def __init__(
        self,
        article: int | None,
        claims: tuple[int, ...],
        since: datetime | None,
        until: datetime | None,
    ) -> None:
        self.article, self.claims = article, claims
        self.since = since.date() if since else None
        self.until = until.date() if until else None

    def with_numbers(self, numbers: tuple[int, ...]) -> _Wanted:
        """The same with numbers that no option stands before: more claims, or an article."""
        if self.claims:
            self.claims += numbers
        elif numbers and self.article is None and len(numbers) == 1:
            self.article = numbers[0]
        elif numbers:
            raise click.UsageError("one article at a time; claims come after --claim")
        chosen = (self.article is not None, bool(self.claims), bool(self.since or self.until))
        if sum(chosen) != 1:
            raise click.UsageError("name an article, claims with --claim, or --since and --until")
        return self

    def view(self, desk: Desk, language: str) -> ReportView:
        """The report."""
        if self.article is not None:
            return desk.reports.article(self.article, language=language)
        if self.claims:
            return desk.reports.claims(self.claims, language=language)
        return desk.reports.period(self.since, self.until, language=language)


def _by_ending(output: str) -> str:
    from workbench.reports.render import formats, report_format  # noqa: PLC0415

    by_suffix = {report_format(name).suffix: name for name in formats()}
    suffix = Path(output).suffix.lower()
    if suffix and suffix not in by_suffix:
        raise click.UsageError(
            f"no report format is known by the ending {suffix}: name one with --format,"
            f" or choose an ending: {', '.join(by_suffix)}"
        )
    return by_suffix.get(suffix, "markdown")


def _print(page: bytes, name: str) -> None:
    try:
        text = page.decode()
    except UnicodeDecodeError:
        if sys.stdout.isatty():
            raise click.UsageError(f"{name} is no text; give a file with -o") from None
        sys.stdout.flush()
        sys.stdout.buffer.write(page)
        return
    sys.stdout.write(shown(text))


def _write_templates(folder: str) -> None:
    from workbench.reports.templating import write_originals  # noqa: PLC0415

    for path in write_originals(Path(folder)):
        put(str(path))
