"""What the two processes that share an import say to one another.

It is MessagePack, or JSON where numbers are longer, each message behind its length.
"""

from __future__ import annotations

import struct
from typing import IO, Any, TypeVar

import msgspec

from workbench.desk.exchange.preparing import Batch
from workbench.errors import Said

Kind = TypeVar("Kind")
_LENGTH = struct.Struct("<Q")


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

    records: Batch = msgspec.field(default_factory=Batch)
    at: int = 0
    """Bytes of the file that were read."""
    facets: list[str] = []
    problem: Said | None = None
    """Why the file cannot be read on."""
    hint: Said = Said("")


def send(stream: IO[bytes], message: Any) -> None:
    """Write a message to the other process."""
    data = _packed(message)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes], kind: type[Kind]) -> Kind | None:
    """The next message from the other process; nothing where there is no more."""
    data = read(stream)
    return unpacked(data, kind) if data else None


def _packed(message: Any) -> bytes:
    """A message as it passes; what a file's record says may hold a number of any length."""
    try:
        return msgspec.msgpack.encode(message)
    except OverflowError:
        return msgspec.json.encode(message)


def unpacked(data: bytes, kind: type[Kind]) -> Kind:
    """No message of ours begins with a bracket in MessagePack, where that is a number."""
    if data.startswith((b"{", b"[")):
        return msgspec.json.decode(data, type=kind)
    return msgspec.msgpack.decode(data, type=kind)


def read(stream: IO[bytes]) -> bytes:
    """The next message as it is written; nothing where there is no more."""
    head = stream.read(_LENGTH.size)
    return stream.read(_LENGTH.unpack(head)[0]) if len(head) == _LENGTH.size else b""
