"""Reading ahead in a second process, while this one files: an import's file, or facets of claims.

It is started as a program of its own and not forked, so that it can be had from the terminal desk,
whose threads no fork survives, and from any script.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import takewhile
from queue import Full, Queue
from threading import Event, Thread
from typing import IO, Any, TypeVar

from workbench.desk.exchange.messages import Answer, Reading, read, send, unpacked
from workbench.desk.facets.unread import Wording
from workbench.errors import InvalidInputError, WorkbenchError

Batch = TypeVar("Batch")
AHEAD = 12
"""Parts of a file that are taken in before they are filed, some 2 MB each."""
_PATIENCE = 0.2
"""Seconds after which it is looked whether a part is still wanted."""
FEW = 40
"""Wordings that are read sooner here than a second process is started."""


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
        send(self._process.stdin, message)

    def hear(self) -> Answer:
        """The next answer.

        Raises:
            InvalidInputError: the file cannot be read on.
            WorkbenchError: the process has ended.
        """
        assert self._process.stdout is not None
        return _answer(read(self._process.stdout))

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
        data = read(stream)
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
    answer = unpacked(data, Answer)
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
