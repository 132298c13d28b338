"""What intake gives: an article's text with all that its bytes say about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

import msgspec

from workbench.facets.interval import Interval

MAX_BYTES = 20_000_000
"""More is refused: no article, but perhaps an archive or a data file."""
MAX_CHARACTERS = 2_000_000
"""About 300,000 words, three times the longest text that one would check as one article."""


class IncomingArticle(msgspec.Struct, frozen=True):
    """An article as it came in, before it is on file."""

    text: str
    title: str = ""
    url: str = ""
    publisher: str = ""
    author: str = ""
    published: Interval | None = None
    published_provenance: str = ""
    """Where the date was read: ``JSON-LD datePublished``, or a person's own words."""
    language: str = "und"
    media_type: str = "text/plain"
    origin: bytes = b""
    """The bytes as they came."""
    retrieved: datetime | None = None


class Raw(msgspec.Struct, frozen=True):
    """Bytes from outside and what their carrier says of them."""

    data: bytes
    name: str
    """File name or address, for messages and for the kind of file."""
    media_type: str = ""
    """As a server declares it, without parameters; nothing for a file."""
    charset: str = ""
    """As a server declares it, or nothing."""
    url: str = ""


class Reader(Protocol):
    """A format that intake can read. A new format is one new module with such a reader."""

    media_type: str
    suffixes: Sequence[str]

    def recognises(self, raw: Raw) -> bool:
        """Whether these bytes look like this format."""
        ...

    def read(self, raw: Raw) -> IncomingArticle:
        """Text and metadata.

        Raises:
            InvalidInputError: there is no text in it, or it cannot be decoded.
        """
        ...
