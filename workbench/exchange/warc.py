"""Snapshots as WARC (ISO 28500), which any web archive tool replays, and back from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import IO, Any
from uuid import NAMESPACE_URL, uuid5

from workbench import __version__
from workbench.errors import InvalidInputError

SUFFIXES = (".warc", ".warc.gz")
_TRANSPORT = {"content-encoding", "transfer-encoding", "content-length"}
"""Headers that speak of bytes on the wire; the body is kept without that wrapping."""


@dataclass(frozen=True, slots=True)
class Archived:
    """One retrieval: what was asked, what came."""

    uid: str
    url: str
    """As it was asked for; nothing for a file that came from no address."""
    final_url: str
    redirects: tuple[tuple[str, int, str], ...]
    """Address, status and location of each step on the way."""
    status: int
    """Of HTTP; 0 where the bytes did not come over it."""
    headers: tuple[tuple[str, str], ...]
    media_type: str
    retrieved: datetime
    body: bytes


def write(captures: Iterable[Archived], stream: IO[bytes], *, compress: bool = True) -> int:
    """Write retrievals, and say how many.

    Equal captures give equal bytes, but for the moment of writing in the first record.
    """
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415

    writer = WARCWriter(stream, gzip=compress)
    about = {"software": f"workbench {__version__}", "format": "WARC File Format 1.0"}
    writer.write_record(writer.create_warcinfo_record("workbench", about))
    count = 0
    for capture in captures:
        for record in _records(writer, capture):
            writer.write_record(record)
            record.raw_stream.close()
        count += 1
    return count


def _records(writer: Any, capture: Archived) -> Iterator[Any]:
    for step, (url, status, location) in enumerate(capture.redirects):
        # Of a redirect, status and target were kept; they are what a replay follows.
        named = _named(capture, f"{capture.uid}:{step}")
        yield _response(writer, url, status, (("Location", location),), b"", named=named)
    named = _named(capture, capture.uid)
    if capture.status:
        headers = (*_unwrapped(capture.headers), ("Content-Length", str(len(capture.body))))
        yield _response(
            writer, capture.final_url, capture.status, headers, capture.body, named=named
        )
        return
    yield writer.create_warc_record(
        capture.url or f"urn:uuid:{capture.uid}",
        "resource",
        payload=BytesIO(capture.body),
        warc_content_type=capture.media_type or "application/octet-stream",
        warc_headers_dict=named,
    )


def _response(
    writer: Any,
    url: str,
    status: int,
    headers: Iterable[tuple[str, str]],
    body: bytes,
    *,
    named: dict[str, str],
) -> Any:
    from http import HTTPStatus  # noqa: PLC0415

    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415

    known = {each.value: each.phrase for each in HTTPStatus}
    line = f"{status} {known.get(status, 'Unknown')}"
    return writer.create_warc_record(
        url,
        "response",
        payload=BytesIO(body),
        http_headers=StatusAndHeaders(line, list(headers), protocol="HTTP/1.1"),
        warc_headers_dict=named,
    )


def _named(capture: Archived, name: str) -> dict[str, str]:
    at = capture.retrieved.astimezone(UTC)
    return {
        "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, f'workbench-capture:{name}')}>",
        "WARC-Date": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def _unwrapped(headers: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for name, value in headers:
        kept = f"X-Archive-Orig-{name}" if name.lower() in _TRANSPORT else name
        yield kept, value


def read(stream: IO[bytes], name: str, limit: int) -> Iterator[Archived]:
    """The retrievals in a WARC: its responses and resources, in their order.

    Args:
        stream: of the file, compressed or not.
        name: of the file, for messages.
        limit: bytes of a body at most; a larger one is refused.

    Raises:
        InvalidInputError: it is no WARC, breaks off, or holds a body that is too large.
    """
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    try:
        for record in ArchiveIterator(stream):
            if record.rec_type in {"response", "resource"}:
                yield _archived(record, name, limit)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        raise InvalidInputError(
            "{name} is not a sound WARC: {reason}",
            hint="Give a .warc or .warc.gz file.",
            name=name,
            reason=error,
        ) from error


def _archived(record: Any, name: str, limit: int) -> Archived:
    headers = record.rec_headers
    url = headers.get_header("WARC-Target-URI") or ""
    body = record.content_stream().read(limit + 1)
    if len(body) > limit:
        raise InvalidInputError(
            "{name}: {url} has more than {limit:g} MB", name=name, url=url, limit=limit / 1e6
        )
    http = record.http_headers
    media = http.get_header("Content-Type") if http else headers.get_header("Content-Type")
    return Archived(
        uid="",
        url=url,
        final_url=url,
        redirects=(),
        status=int(http.get_statuscode()) if http else 0,
        headers=tuple((key, value) for key, value in http.headers) if http else (),
        media_type=(media or "").partition(";")[0].strip().lower(),
        retrieved=_moment(headers.get_header("WARC-Date") or "", name),
        body=body,
    )


def _moment(written: str, name: str) -> datetime:
    try:
        return datetime.fromisoformat(written)
    except ValueError as error:
        raise InvalidInputError(
            "{name}: {written!r} is no WARC-Date", name=name, written=written
        ) from error
