"""What was read of a file and waits until all of it was: in memory, or on disk where it is much."""

from __future__ import annotations

import struct
import tempfile
from collections.abc import Iterator
from types import TracebackType
from typing import IO, Generic, Self, TypeVar

import msgspec

Kind = TypeVar("Kind")
_ROOM = 2_000_000
"""Bytes of JSON that are kept in memory; some five times as many there."""
_LENGTH = struct.Struct("<Q")


class Waiting(Generic[Kind]):
    """Values in the order in which they came, to be gone through as often as need be.

    They are kept as JSON, which holds every number that a file can.
    """

    def __init__(self, kind: type[Kind]) -> None:
        self._decoder = msgspec.json.Decoder(list[kind])  # type: ignore[valid-type]
        self._some: list[Kind] = []
        self._room = _ROOM
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file is not None:
            self._file.close()

    def add(self, value: Kind, size: int) -> None:
        """Have one more wait; ``size`` is about the length of its JSON."""
        self._some.append(value)
        self._room -= size
        if self._room < 0:
            self._put_down()

    def __iter__(self) -> Iterator[Kind]:
        if self._file is not None:
            self._file.seek(0)
            while head := self._file.read(_LENGTH.size):
                yield from self._decoder.decode(self._file.read(_LENGTH.unpack(head)[0]))
        yield from self._some

    def _put_down(self) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="workbench-")  # noqa: SIM115 (see __exit__)
        data = msgspec.json.encode(self._some)
        self._file.write(_LENGTH.pack(len(data)) + data)
        self._some, self._room = [], _ROOM
