"""What is retrieved for a source, from the web, a file or a web archive, before it is on file."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import msgspec

from workbench.desk.session import Session
from workbench.errors import InvalidInputError, Said, system_reason
from workbench.exchange import warc
from workbench.exchange.warc import Archived
from workbench.intake.fetch import Answer, Limits, Redirect
from workbench.intake.intake import read, read_file
from workbench.intake.manners import Visitor
from workbench.intake.types import MAX_BYTES, IncomingArticle, Raw
from workbench.records.sqlite import Row

_TEXTLESS = ("image/", "audio/", "video/", "font/")


@dataclass(frozen=True, slots=True)
class Retrieved:
    """Bytes with where they came from, and what they say."""

    kind: str
    name: str
    """For messages and for a source without a title."""
    url: str
    final_url: str
    body: bytes
    media_type: str
    at: datetime
    status: int = 0
    headers: tuple[tuple[str, str], ...] = ()
    redirects: tuple[Redirect, ...] = ()
    text: str = ""
    """To quote from; nothing where the bytes hold no text."""
    said: dict[str, str] = field(default_factory=dict)
    """What the page says of itself: title, publisher, published."""


def limits(session: Session, *, allow_private: bool) -> Limits:
    """How far a visit may go from this desk."""
    return Limits(allow_private=allow_private, allow=session.allow_hosts)


def from_web(url: str, visitor: Visitor, now: datetime) -> Retrieved:
    """The page at an address.

    Raises:
        InvalidInputError: it cannot be visited, or the server has no page there.
    """
    answer = visitor.visit(url)
    if answer.status != 200:
        raise InvalidInputError(
            "{url} answers {answer}",
            url=answer.final_url,
            answer=f"{answer.status} {answer.reason}".rstrip(),
            hint="Save the page from a browser, or find it in an archive, and add that.",
        )
    return of_answer(answer, now)


def of_answer(answer: Answer, now: datetime) -> Retrieved:
    """What a server answered, read."""
    incoming = _read(answer.raw)
    return Retrieved(
        kind="web",
        name=answer.url,
        url=answer.url,
        final_url=answer.final_url,
        body=answer.body,
        media_type=answer.media_type or (incoming.media_type if incoming else ""),
        at=now,
        status=answer.status,
        headers=answer.headers,
        redirects=answer.redirects,
        text=incoming.text if incoming else "",
        said=_said(incoming),
    )


def from_file(path: Path, url: str, now: datetime) -> Retrieved:
    """The bytes of a file; of a WARC, the page that it archives.

    Args:
        path: of the file.
        url: where its bytes came from, if that is known.
        now: the moment.

    Raises:
        InvalidInputError: it cannot be read.
    """
    if path.name.lower().endswith(warc.SUFFIXES):
        return _from_warc(path, url)
    raw = read_file(path)
    incoming = _read(raw)
    guessed = mimetypes.guess_type(path.name)[0]
    return Retrieved(
        kind="file",
        name=path.name,
        url=url,
        final_url=url,
        body=raw.data,
        media_type=incoming.media_type if incoming else guessed or "application/octet-stream",
        at=now,
        text=incoming.text if incoming else "",
        said=_said(incoming),
    )


def _from_warc(path: Path, url: str) -> Retrieved:
    try:
        with path.open("rb") as stream:
            found = list(warc.read(stream, path.name, MAX_BYTES))
    except OSError as error:
        raise InvalidInputError(
            "{path} cannot be read: {reason}", path=path, reason=system_reason(error)
        ) from error
    pages = [each for each in found if each.status in {0, 200} and url in ("", each.url)]
    main = [each for each in pages if "html" in each.media_type or "pdf" in each.media_type]
    if not pages:
        raise InvalidInputError(
            "{name} holds no page of {url}" if url else "{name} holds no page",
            hint="It holds: {known}.",
            name=path.name,
            url=url,
            known=", ".join(each.url for each in found[:5]) or Said("nothing"),
        )
    return _of_archived((main or pages)[0])


def _of_archived(page: Archived) -> Retrieved:
    answer = Answer(page.url, page.final_url, page.status, "", page.headers, page.body)
    incoming = _read(answer.raw)
    return Retrieved(
        kind="warc",
        name=page.url,
        url=page.url,
        final_url=page.final_url,
        body=page.body,
        media_type=page.media_type,
        at=page.retrieved,
        status=page.status,
        headers=page.headers,
        text=incoming.text if incoming else "",
        said=_said(incoming),
    )


def archived(row: Row, body: bytes) -> Archived:
    """A visit on file as an archive keeps it."""
    steps = msgspec.json.decode(row["redirects"], type=tuple[Redirect, ...])
    web = row["status"] != 0
    return Archived(
        uid=row["uid"],
        url=row["url"] if web or "://" in row["url"] else "",
        final_url=row["final_url"] or row["url"],
        redirects=tuple((step.url, step.status, step.location) for step in steps),
        status=row["status"],
        headers=msgspec.json.decode(row["headers"], type=tuple[tuple[str, str], ...]),
        media_type=row["media_type"],
        retrieved=datetime.fromisoformat(row["retrieved_at"]),
        body=body,
    )


def _read(raw: Raw) -> IncomingArticle | None:
    """The text in bytes, or ``None`` where there is none that a person could quote."""
    if raw.media_type.startswith(_TEXTLESS) or _is_picture(raw):
        return None
    try:
        return read(raw)
    except InvalidInputError:  # a form, a table of numbers, a scan: kept as bytes
        return None


def _is_picture(raw: Raw) -> bool:
    guessed = mimetypes.guess_type(raw.name)[0] or ""
    return not raw.url and guessed.startswith(_TEXTLESS)


def _said(incoming: IncomingArticle | None) -> dict[str, str]:
    if incoming is None:
        return {}
    published = incoming.published.edtf if incoming.published else ""
    return {
        "title": incoming.title,
        "publisher": incoming.publisher,
        "published": published,
    }
