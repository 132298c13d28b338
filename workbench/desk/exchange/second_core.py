"""A second process of the program that reads ahead: an import's file, or the facets of claims.

It is started as ``python -m workbench.desk.exchange.second_core`` and not forked, so that it can be
had from the terminal desk, whose threads no fork survives, and from any script. It has no store.
What passes is MessagePack, or JSON where numbers are longer, each message behind its length.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import takewhile
from queue import Full, Queue
from threading import Event, Thread
from typing import IO, Any, TypeVar

import msgspec

from workbench.desk import codec
from workbench.desk.exchange.collecting import seldom
from workbench.desk.exchange.preparing import Batch as Records
from workbench.desk.facets import refacet
from workbench.desk.facets.unread import Wording
from workbench.errors import InvalidInputError, Said, WorkbenchError

Kind = TypeVar("Kind")
Batch = TypeVar("Batch")
_LENGTH = struct.Struct("<Q")
AHEAD = 12
"""Parts of a file that are taken in before they are filed, some 2 MB each."""
_PATIENCE = 0.2
"""Seconds after which it is looked whether a part is still wanted."""
FEW = 40
"""Wordings that are read sooner here than a second process is started."""


class Reading(msgspec.Struct):
    """What the second process is to do: read a file, or else answer with facets."""

    path: str = ""
    name: str = ""
    format: str = ""
    encoding: str = ""
    ratings: frozenset[str] = frozenset()
    columns: dict[str, str] = {}
    """Our name of a column → its name in the file."""
    day_first: bool | None = None
    """Which number of "03/04/2025" is the day, in a table."""
    known: bytes = b""
    """The marks of the claims on file, see `keys`."""


class Answer(msgspec.Struct):
    """A part of what it has read; the last one of a file is empty."""

    records: Records = msgspec.field(default_factory=Records)
    at: int = 0
    """Bytes of the file that were read."""
    facets: list[str] = []
    problem: Said | None = None
    """Why the file cannot be read on."""
    hint: Said = Said("")


class _Helper:
    """The process and its two pipes."""

    def __init__(self) -> None:
        self._ended = Event()
        self._reader: Thread | None = None
        command = [sys.executable, "-m", "workbench.desk.exchange.second_core"]
        self._process = subprocess.Popen(  # noqa: S603 (our own module, by our own interpreter)
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for the first process, which ends this one
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    def say(self, message: Any) -> None:
        assert self._process.stdin is not None
        _send(self._process.stdin, message)

    def hear(self) -> Answer:
        """The next answer.

        Raises:
            InvalidInputError: the file cannot be read on.
            WorkbenchError: the process has ended.
        """
        assert self._process.stdout is not None
        return _answer(_read(self._process.stdout))

    def hear_ahead(self) -> Iterator[Answer]:
        """All answers: `AHEAD` of them are taken in while the first is being worked upon, so that
        this process may take long over one without keeping the other waiting.

        Raises:
            InvalidInputError: the file cannot be read on.
            WorkbenchError: the process has ended.
        """
        assert self._process.stdout is not None
        stream, waiting = self._process.stdout, Queue[bytes](AHEAD)
        self._reader = Thread(target=_take_in, args=(stream, waiting, self._ended), daemon=True)
        self._reader.start()
        try:
            while True:
                yield _answer(waiting.get())
        finally:
            self._ended.set()

    def close(self) -> None:
        """End it, whatever it is doing."""
        self._ended.set()
        self._process.kill()
        if self._reader is not None:
            self._reader.join()  # or it would read on from a pipe that is being closed
        with self._process:
            pass


@contextmanager
def _helper() -> Iterator[_Helper]:
    helper = _Helper()
    try:
        yield helper
    finally:
        helper.close()


@contextmanager
def file_read(reading: Reading) -> Iterator[Iterator[Answer]]:
    """The records of a file made ready, part by part, while others are being filed."""
    with _helper() as helper:
        helper.say(reading)
        yield iter(_until_empty(helper))


def _until_empty(helper: _Helper) -> Iterator[Answer]:
    return takewhile(lambda answer: answer.records.items, helper.hear_ahead())


def _take_in(stream: IO[bytes], waiting: Queue[bytes], ended: Event) -> None:
    """Put what is read where it waits, until nothing comes or nobody wants more."""
    data = b"more"
    while data and not ended.is_set():
        data = _read(stream)
        while not ended.is_set():
            with suppress(Full):
                waiting.put(data, timeout=_PATIENCE)
                break


def _answer(data: bytes) -> Answer:
    if not data:
        raise WorkbenchError(
            "the process that reads ahead has ended",
            hint="Nothing was written. Is there enough memory? Try again.",
        )
    answer = _unpacked(data, Answer)
    if answer.problem is not None:
        raise InvalidInputError(answer.problem, hint=answer.hint)
    return answer


@contextmanager
def facets_read(
    batches: Iterator[tuple[Batch, list[Wording]]],
) -> Iterator[Iterator[tuple[Batch, Mapping[Wording, str]]]]:
    """Batches with the facets of their wordings: the next is read while one is worked upon."""
    first = next(batches, None)
    if first is None:
        yield iter(())
    elif len(first[1]) < FEW:
        yield _read_here(first, batches)
    else:
        with _helper() as helper:
            helper.say(Reading())
            yield _read_ahead(helper, first, batches)


def _read_here(
    first: tuple[Batch, list[Wording]], batches: Iterator[tuple[Batch, list[Wording]]]
) -> Iterator[tuple[Batch, Mapping[Wording, str]]]:
    yield first[0], {}
    for batch, _ in batches:
        yield batch, {}


def _read_ahead(
    helper: _Helper,
    first: tuple[Batch, list[Wording]],
    batches: Iterator[tuple[Batch, list[Wording]]],
) -> Iterator[tuple[Batch, Mapping[Wording, str]]]:
    batch, wordings = first
    helper.say(wordings)
    while True:
        facets = dict(zip(wordings, helper.hear().facets, strict=True))
        following = next(batches, None)
        if following:
            helper.say(following[1])
        yield batch, facets
        if following is None:
            return
        batch, wordings = following


def _send(stream: IO[bytes], message: Any) -> None:
    data = _packed(message)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def _receive(stream: IO[bytes], kind: type[Kind]) -> Kind | None:
    data = _read(stream)
    return _unpacked(data, kind) if data else None


def _packed(message: Any) -> bytes:
    """A message as it passes; what a file's record says may hold a number of any length."""
    try:
        return msgspec.msgpack.encode(message)
    except OverflowError:
        return msgspec.json.encode(message)


def _unpacked(data: bytes, kind: type[Kind]) -> Kind:
    """No message of ours begins with a bracket in MessagePack, where that is a number."""
    if data.startswith((b"{", b"[")):
        return msgspec.json.decode(data, type=kind)
    return msgspec.msgpack.decode(data, type=kind)


def _read(stream: IO[bytes]) -> bytes:
    """The next message; nothing where there is no more."""
    head = stream.read(_LENGTH.size)
    return stream.read(_LENGTH.unpack(head)[0]) if len(head) == _LENGTH.size else b""


def main() -> None:
    """The second process: one reading, until its input ends."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    reading = _receive(requests, Reading)
    if reading is None:
        return
    parts = _file(reading) if reading.path else _facets(requests)
    try:
        with seldom():
            for part in parts:
                _send(answers, part)
    except BrokenPipeError:
        os._exit(0)  # nobody listens any more


def _file(reading: Reading) -> Iterator[Answer]:
    from workbench.desk.exchange.incoming_file import parts  # noqa: PLC0415 (every format)

    try:
        yield from (Answer(records, at) for records, at in parts(reading))
        yield Answer()
    except WorkbenchError as error:
        yield Answer(problem=error.said, hint=error.advice)


def _facets(requests: IO[bytes]) -> Iterator[Answer]:
    while (wordings := _receive(requests, list[Wording])) is not None:
        yield Answer(facets=[codec.dump(refacet.facets_of(*each)) for each in wordings])


if __name__ == "__main__":
    main()
