"""One way in for files, addresses and standard input, whatever the format."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import IO

from msgspec.structs import replace

from workbench.errors import InvalidInputError, system_reason
from workbench.intake.html import HtmlReader
from workbench.intake.markdown import MarkdownReader
from workbench.intake.pdf import PdfReader
from workbench.intake.plain import PlainReader
from workbench.intake.types import MAX_BYTES, MAX_CHARACTERS, IncomingArticle, Raw, Reader
from workbench.plugins import plugged


def readers() -> Sequence[Reader]:
    """All readers, asked in this order: our own, those of plug-ins, plain text last.

    A plug-in names a reader class under the entry-point group ``workbench.intake``.
    """
    others = [entry.load()() for entry in plugged("workbench.intake")]
    return (PdfReader(), HtmlReader(), MarkdownReader(), *others, PlainReader())


def read_file(path: Path) -> Raw:
    """The bytes of a file.

    Raises:
        InvalidInputError: it is missing, a folder, unreadable or too large.
    """
    try:
        if path.is_dir():
            raise InvalidInputError("{path} is a folder", hint="Give a file in it.", path=path)
        with path.open("rb") as stream:
            return read_stream(stream, str(path))
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise InvalidInputError(
                "that is too long for the name of a file",
                hint="Is it a text? Give it in the field for text, or as standard input (-).",
            ) from error
        raise InvalidInputError(
            "{path} cannot be read: {reason}",
            hint="Check the name and the permissions.",
            path=path,
            reason=system_reason(error),
        ) from error


def read_stream(stream: IO[bytes], name: str) -> Raw:
    """The bytes of a stream, which may be one that never ends.

    Raises:
        InvalidInputError: there are too many.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InvalidInputError(
            "{name} has more than {limit:,.0f} MB; no article has that",
            hint="Claims in bulk come in with `workbench import`.",
            name=name,
            limit=MAX_BYTES / 1e6,
        )
    return Raw(data, name)


def read(raw: Raw, *, encoding: str = "", now: datetime | None = None) -> IncomingArticle:
    """The article in these bytes, by the first reader that knows them.

    Args:
        raw: the bytes and what is known of them.
        encoding: overrides what the bytes or their carrier declare.
        now: when they were retrieved.

    Raises:
        InvalidInputError: there is no article in them; the message says why.
    """
    origin = raw.data
    if encoding:
        raw = replace(raw, data=_recoded(raw, encoding), charset="utf-8")
    incoming = replace(_reader_for(raw).read(raw), origin=origin)
    if not any(char.isalpha() for char in incoming.text):
        raise InvalidInputError(
            "{name} holds no words", hint="An article needs at least one sentence.", name=raw.name
        )
    if len(incoming.text) > MAX_CHARACTERS:
        raise InvalidInputError(
            "{name} has {count:,} characters; an article has at most {limit:,}",
            hint="Cut it into its articles and add each.",
            name=raw.name,
            count=len(incoming.text),
            limit=MAX_CHARACTERS,
        )
    return replace(
        incoming,
        url=incoming.url or raw.url,
        language=_language(incoming.text),
        retrieved=now,
    )


def _reader_for(raw: Raw) -> Reader:
    suffix = Path(raw.name).suffix.lower() if not raw.url else ""
    by_name = (reader for reader in readers() if suffix and suffix in reader.suffixes)
    by_look = (reader for reader in readers() if reader.recognises(raw))
    return next(by_name, None) or next(by_look)


def _recoded(raw: Raw, encoding: str) -> bytes:
    """The bytes as UTF-8, read in the encoding that a person named and in no other."""
    try:
        return raw.data.decode(encoding).encode()
    except LookupError as error:
        raise InvalidInputError(
            "{encoding} is not an encoding",
            hint="For instance: utf-8, windows-1256, iso-8859-6.",
            encoding=encoding,
        ) from error
    except UnicodeDecodeError as error:
        raise InvalidInputError(
            "{name}: byte {byte:,} is not {encoding}",
            hint="Leave --encoding out, and the encoding is told from the bytes.",
            name=raw.name,
            byte=error.start,
            encoding=encoding,
        ) from error


def _language(text: str) -> str:
    """The language of most of the text's paragraphs, by their length."""
    from workbench.language.identify import identify  # noqa: PLC0415

    weight: dict[str, int] = {}
    for paragraph in text[:50_000].splitlines():
        if paragraph.strip():
            code = identify(paragraph)
            weight[code] = weight.get(code, 0) + len(paragraph)
    return max(weight, key=lambda code: weight[code], default="und")
