"""What was read of a file and waits until all of it was: in memory, or on disk where it is much."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Generic, Self, TypeVar

import msgspec

Kind = TypeVar("Kind")
_ROOM = 2_000_000
"""Bytes that are kept in memory."""


class Waiting(Generic[Kind]):
    """Values in the order in which they came, to be gone through as often as need be.

    They are kept as JSON, one a line, which holds every number that a file can.
    """

    def __init__(self, kind: type[Kind]) -> None:
        self._decoder = msgspec.json.Decoder(kind)
        self._file = SpooledTemporaryFile(_ROOM, prefix="workbench-")  # noqa: SIM115 (see __exit__)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def add(self, value: Kind) -> None:
        """Have one more wait."""
        self._file.write(msgspec.json.encode(value) + b"\n")

    def __iter__(self) -> Iterator[Kind]:
        self._file.seek(0)
        return map(self._decoder.decode, self._file)
