"""Screening many documents: what is on file about each, without filing any.

Documents are read, split and matched in several processes, each with a desk of its own that
cannot write. What they find comes out in the order in which the documents came, as soon as it is
known, and no more than a few documents are read ahead, so that a stream may be endless.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from multiprocessing import active_children, get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from workbench.desk.session import Matcher
from workbench.desk.types import ScreenedClaim
from workbench.errors import InvalidInputError, WorkbenchError
from workbench.facets.interval import parse_edtf
from workbench.intake.intake import read, read_file
from workbench.intake.types import MAX_BYTES, MAX_CHARACTERS, IncomingArticle

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

_FEW = 8
"""Documents for which starting processes would take longer than the work."""
_AHEAD = 4
"""Documents read ahead, for each process."""


@dataclass(frozen=True, slots=True)
class Document:
    """Something to screen: a file, or a line of a stream with a document in JSON."""

    name: str
    """For messages: the file's path, or which line it is."""
    file: Path | None = None
    line: bytes = b""


@dataclass(frozen=True, slots=True)
class Screened:
    """What became of a document."""

    document: str
    """Its own id where it has one, else its name."""
    claims: tuple[ScreenedClaim, ...]
    error: str = ""
    """Why it could not be read, or nothing."""

    @property
    def found(self) -> int:
        """How many of its claims have something on file."""
        return sum(bool(claim.found) for claim in self.claims)


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    """A document in a line of JSON; further fields are passed over."""

    text: str
    id: str | int = ""
    title: str = ""
    url: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    """EDTF."""


def documents_in(folder: Path) -> list[Document]:
    """All files under a folder that are not hidden, by path."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    visible = (p for p in found if not any(n.startswith(".") for n in p.relative_to(folder).parts))
    return [Document(str(path), file=path) for path in visible]


def documents_of(lines: Iterable[bytes]) -> Iterator[Document]:
    """The documents of a JSON Lines stream; empty lines are passed over."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield Document(f"line {number}", line=line)


def screen_all(
    path: Path,
    documents: Iterable[Document],
    *,
    said: Mapping[str, Any],
    encoding: str = "",
    jobs: int = 0,
    matcher: Matcher,
) -> Iterator[Screened]:
    """What is on file about each document, in their order.

    Args:
        path: the claim store; it is only read.
        documents: as they come; they are taken up as they are needed.
        said: what the user says of all documents (publisher, published…).
        encoding: of the files; told from their bytes otherwise.
        jobs: how many processes; 0 for as many as there are processors.
        matcher: what finds the claims; each process has a copy of it.
    """
    waiting = iter(documents)
    first = list(islice(waiting, _FEW + 1))
    jobs = jobs or os.cpu_count() or 1
    task = partial(_screen, said=dict(said), encoding=encoding)
    if jobs == 1 or len(first) <= _FEW:
        with _open(path, matcher) as desk:
            yield from (task(document, desk=desk) for document in chain(first, waiting))
        return
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _start, (path, matcher))
    try:
        yield from _in_order(pool, task, chain(first, waiting), jobs * _AHEAD)
    except BrokenProcessPool as error:
        raise WorkbenchError(
            "a process that screened documents was ended from outside",
            hint="Perhaps memory ran out: try fewer with `--jobs 1`.",
        ) from error
    finally:
        # Whoever stops listening (Ctrl-C, a closed pipe) does not wait for what is under way.
        pool.shutdown(wait=False, cancel_futures=True)
        for child in active_children():
            child.terminate()


def _in_order(
    pool: ProcessPoolExecutor,
    task: Callable[[Document], Screened],
    documents: Iterable[Document],
    ahead: int,
) -> Iterator[Screened]:
    under_way: deque[Future[Screened]] = deque()
    for document in documents:
        under_way.append(pool.submit(_work, task, document))
        if len(under_way) >= ahead:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


_DESK: list[Desk] = []
"""The desk of this process, when it is one of those that screen."""


def _start(path: Path, matcher: Matcher) -> None:
    """Open this process's desk; Ctrl-C ends the process without a word: its parent speaks."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _DESK.append(_open(path, matcher))


def _open(path: Path, matcher: Matcher) -> Desk:
    from workbench.desk.desk import Desk  # noqa: PLC0415 (it knows this module)

    return Desk.open(path, actor="", create=False, read_only=True, matcher=matcher)


def _work(task: Callable[..., Screened], document: Document) -> Screened:
    return task(document, desk=_DESK[0])


def _screen(document: Document, *, desk: Desk, said: Mapping[str, Any], encoding: str) -> Screened:
    name = document.name
    try:
        if document.file is not None:
            incoming = read(read_file(document.file), encoding=encoding)
        else:
            name, incoming = _read_line(document)
        claims = tuple(desk.matches.screen(replace(incoming, **said)))
        return Screened(name, claims)
    except WorkbenchError as error:
        return Screened(name, (), error.message)


def _read_line(document: Document) -> tuple[str, IncomingArticle]:
    if len(document.line) > MAX_BYTES:
        raise InvalidInputError("has more than {limit:,.0f} MB", limit=MAX_BYTES / 1e6)
    try:
        line = msgspec.json.decode(document.line, type=_Line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InvalidInputError("is no document: {reason}", reason=error) from error
    if len(line.text) > MAX_CHARACTERS:
        raise InvalidInputError("has more than {limit:,} characters", limit=MAX_CHARACTERS)
    incoming = IncomingArticle(
        text=line.text,
        title=line.title,
        url=line.url,
        publisher=line.publisher,
        author=line.author,
        published=parse_edtf(line.published) if line.published else None,
    )
    return str(line.id) or document.name, incoming
