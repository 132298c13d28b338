"""How a command takes an article: from a file, an address or standard input, with its metadata."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec
from msgspec.structs import replace

from workbench.cli.session import say
from workbench.intake.addresses import is_address

if TYPE_CHECKING:
    from workbench.intake.types import IncomingArticle, Raw
    from workbench.models.openai import ModelSplitter
    from workbench.models.types import Outcome
    from workbench.settings import Settings


class Given(msgspec.Struct, frozen=True):
    """The article argument and what the user says of it."""

    file: str
    title: str
    publisher: str
    url: str
    author: str
    published: str
    provenance: str
    encoding: str
    allow_private: bool


def takes_article(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the article argument and its options, gathered in ``given``."""

    @wraps(command)
    def gathered(*args: Any, **kwargs: Any) -> None:
        values = {name: kwargs.pop(name) for name in Given.__struct_fields__}
        command(*args, given=Given(**values), **kwargs)

    decorated: Callable[..., None] = gathered
    for decorate in (
        click.option("--allow-private", is_flag=True, help="Fetch from private addresses too."),
        click.option("--encoding", default="", help="Of the file; told from its bytes otherwise."),
        click.option("--from", "provenance", default="", help="How you know that date."),
        click.option("--published", default="", help="Date of publication, as 2024-08-15."),
        click.option("--author", default="", help="Who wrote it."),
        click.option("--url", default="", help="Where it was published."),
        click.option("--publisher", default="", help="Who published it."),
        click.option("--title", default="", help="Its headline."),
        click.argument("file", metavar="FILE|URL|-"),
    ):
        decorated = decorate(decorated)
    return decorated


def takes_splitter(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command ``splitter``: ``rules`` or ``model``."""
    return click.option(
        "--splitter",
        type=click.Choice(["rules", "model"]),
        default="rules",
        show_default=True,
        help="Who splits: the rules, or the model under [model] in the settings, verified.",
    )(command)


def make_splitter(
    name: str, settings: Settings, progress: Callable[[int, int], None], *, details: bool = False
) -> ModelSplitter | None:
    """The model back-end if it was asked for; nothing stands for the rules.

    Args:
        name: ``rules`` or ``model``.
        settings: with the table ``[model]``.
        progress: told sentences done and sentences in all.
        details: say each refused proposal with its reason, not only how many.
    """
    if name == "rules":
        return None
    from workbench.models.openai import ModelSplitter, summary  # noqa: PLC0415 (off by default)

    def tell(outcome: Outcome) -> None:
        for one in outcome.refused if details else ():
            say(f"refused ({one.refusal}): {one.text or one.quote}")
        for line in summary(outcome):
            say(line)

    return ModelSplitter(settings.model, progress=progress, report=tell)


def read_incoming(given: Given, settings: Settings) -> IncomingArticle:
    """The article in the file, address or standard input, under what the user says of it.

    Raises:
        InvalidInputError: it cannot be read or holds no article, or the date is none.
    """
    from workbench.intake.intake import read  # noqa: PLC0415

    incoming = read(_raw(given), encoding=given.encoding, now=datetime.now(UTC))
    return replace(incoming, **said_of(given, settings))


def said_of(given: Given, settings: Settings) -> dict[str, Any]:
    """What the user says of an article, by the names of its fields.

    Raises:
        InvalidInputError: the date is none.
    """
    from workbench.facets.interval import parse_edtf  # noqa: PLC0415

    said: dict[str, Any] = {
        name: getattr(given, name)
        for name in ("title", "publisher", "url", "author")
        if getattr(given, name)
    }
    if given.published:
        said["published"] = parse_edtf(given.published)
        said["published_provenance"] = given.provenance or f"given by {settings.actor}"
    return said


def _raw(given: Given) -> Raw:
    from workbench.intake.intake import read_file, read_stream  # noqa: PLC0415

    if given.file == "-":
        return read_stream(sys.stdin.buffer, "standard input")
    if is_address(given.file):
        from workbench.intake.fetch import Limits, fetch  # noqa: PLC0415 (sockets)

        return fetch(given.file, Limits(allow_private=given.allow_private))
    return read_file(Path(given.file))
