"""What every command needs: settings, the desk, and how to print."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click
import msgspec

from workbench.cli.streams import shown, shown_json
from workbench.language.visible import visible
from workbench.settings import Settings

if TYPE_CHECKING:
    from workbench.desk import Desk

OpenTerminal = Callable[["Desk", Settings, bool], None]
"""Opens the terminal desk, with the tour or without."""
Told = Callable[[int, int], None]
"""Told what is done, and of how much."""
_MANY = 5000
"""Claims that take so long to be indexed that somebody wonders."""


class Session(msgspec.Struct, frozen=True):
    """One run of the program."""

    settings: Settings
    open_terminal: OpenTerminal

    @classmethod
    def build(
        cls, open_terminal: OpenTerminal, *, db: str | None, actor: str | None, bidi: str | None
    ) -> Session:
        """Settings from the file, then the environment, then the command line."""
        return cls(Settings.load().override(db=db, actor=actor, bidi=bidi), open_terminal)

    @contextmanager
    def desk(self, *, create: bool = True, indexing: Told | None = None) -> Iterator[Desk]:
        """The desk on the claim store; the example file is never worked on in place.

        ``indexing`` is told while an outdated index is rebuilt in passing; a bar by default.
        """
        from workbench.desk import Desk  # noqa: PLC0415 (the store is not needed for --help)
        from workbench.desk.example import working_copy  # noqa: PLC0415

        address, note = working_copy(self.settings.db)
        if note:
            say(note)
        settings = self.settings
        with Desk.open(
            address,
            actor=settings.actor,
            create=create,
            scales=settings.scales_folder,
            allow_hosts=frozenset(settings.web.allow),
            semantic=self.settings.semantic,
            indexing=indexing or _indexing,
        ) as desk:
            yield desk

    def open_terminal_desk(self, *, tour: bool = False) -> None:
        """Open the desk on this terminal, with the tour if asked.

        Raises:
            click.UsageError: there is no terminal, or none to draw on.
        """
        served = "TEXTUAL_DRIVER" in os.environ  # in a browser: the streams are pipes
        if not served and not (sys.stdout.isatty() and sys.stdin.isatty()):
            raise click.UsageError("the desk needs a terminal; see `workbench --help` for commands")
        if not served and os.environ.get("TERM") == "dumb":
            raise click.UsageError(
                "the desk needs a terminal that it can draw on, and TERM says `dumb`; "
                "see `workbench --help` for commands"
            )
        with self.desk(indexing=lambda done, total: None) as desk:
            self.open_terminal(desk, self.settings, tour)


def say(message: str) -> None:
    """Talk: to stderr, so that stdout stays data."""
    click.echo(visible(message), err=True)


def put(line: str = "") -> None:
    """Data: to stdout; on a terminal, control characters are made visible."""
    # Click would take colour codes out of piped text; data stays as it is.
    click.echo(shown(line), color=True)


def put_json(value: Any) -> None:
    """A value as indented JSON, Arabic as it is."""
    import msgspec  # noqa: PLC0415

    encoded = msgspec.json.encode(value, order="deterministic").decode()
    click.echo(shown_json(msgspec.json.format(encoded, indent=2)), color=True)


def counted(number: int, one: str, many: str = "") -> str:
    """How many of what, in words: *1 claim*, *2 claims*."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def who(claimant: str, article_id: int | None) -> str:
    """Who says so, in a cell of a table: the claimant, else the outlet, else nobody on file."""
    return claimant or ("(outlet)" if article_id else "-")


def put_table(rows: Sequence[Sequence[str]], header: Sequence[str] = ()) -> None:
    """Columns padded to their widest cell; the last column is left as long as it is."""
    cells = [[" ".join(str(cell).split()) for cell in row] for row in (header, *rows) if row]
    widths = [max(len(row[i]) for row in cells) for i in range(len(cells[0]) - 1)] if cells else []
    for row in cells:
        padded = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        put("  ".join([*padded, row[-1]]).rstrip())


def _indexing(done: int, total: int) -> None:
    """How far the index is that a command must first rebuild, where a person looks and waits."""
    if total >= _MANY and sys.stderr.isatty():
        share = 100 * done // total
        click.echo(f"\rIndexing {total:,} claims anew: {share} %", nl=done == total, err=True)


@contextmanager
def progress(label: str, *, total: int | None = None) -> Iterator[Any]:
    """A bar on stderr, shown only where a person looks; yields ``report(done, total)``.

    With ``total`` 0, how many there are is not known: only what is done is counted.
    """
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    if total == 0:
        yield lambda done, total: click.echo(f"\r{label} {done}", nl=False, err=True)
        click.echo(err=True)
        return
    with click.progressbar(length=1000, label=label, file=sys.stderr) as bar:

        def report(done: int, total: int) -> None:
            bar.update(int(1000 * done / max(total, 1)) - bar.pos)

        yield report
