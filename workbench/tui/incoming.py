"""An article from within the desk: read from a path, an address or pasted text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from workbench.errors import InvalidInputError
from workbench.intake.addresses import is_address

if TYPE_CHECKING:
    from workbench.intake.types import IncomingArticle, Raw


@dataclass(frozen=True, slots=True)
class NewArticle:
    """What the person gave: where the article is, or its text, and what is known of it."""

    address: str = ""
    text: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    provenance: str = ""


def read_article(given: NewArticle) -> IncomingArticle:
    """The article, under what the person says of it. This may fetch: run it in a worker.

    Raises:
        WorkbenchError: it cannot be read or holds no article, or the date is none.
    """
    from workbench.facets.interval import parse_edtf  # noqa: PLC0415 (only when adding)
    from workbench.intake.intake import read  # noqa: PLC0415

    incoming = read(_raw(given), now=datetime.now(UTC))
    said = {name: value for name in ("title", "publisher") if (value := getattr(given, name))}
    if not given.published:
        return replace(incoming, **said)
    return replace(
        incoming,
        **said,
        published=parse_edtf(given.published),
        published_provenance=given.provenance,
    )


def _raw(given: NewArticle) -> Raw:
    from workbench.intake.fetch import fetch  # noqa: PLC0415
    from workbench.intake.intake import read_file  # noqa: PLC0415
    from workbench.intake.types import Raw  # noqa: PLC0415

    if given.text.strip():
        return Raw(given.text.encode(), "pasted text", "text/plain", "utf-8")
    if not given.address:
        raise InvalidInputError("there is no article", hint="Give a path, an address or a text.")
    if is_address(given.address):
        return fetch(given.address)
    return read_file(Path(given.address).expanduser())
