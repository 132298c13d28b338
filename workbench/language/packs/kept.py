"""What was made of the language packs, kept from one run of the program to the next.

Reading the packs and building the look-up tables takes some hundred milliseconds of every fresh
process; loading what an earlier one built takes a tenth of that. The file lies in the user's
cache folder (``WORKBENCH_CACHE`` names another, or none where it is empty), holds nothing that
was read in an article, and is valid for these very files of the program only. It may be deleted
at any time; where it cannot be read or written, things are built anew.
"""

from __future__ import annotations

import atexit
import gc
import io
import os
import pickle
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

_PROGRAM = Path(__file__).parents[2]
_ROOMS = ("language", "facets", "splitting", "matching")
"""Whose code makes things of the packs; a room above them that does so belongs here too."""
_ENVIRONMENT = "WORKBENCH_CACHE"
_PLAIN = {
    ("builtins", "frozenset"),
    ("builtins", "set"),
    ("collections", "defaultdict"),
    ("decimal", "Decimal"),
    ("fractions", "Fraction"),
    ("msgspec._utils", "rebuild"),
    ("re", "_compile"),
    ("types", "MappingProxyType"),
}
"""What may be made besides the program's own classes and the members of its enumerations."""

Shared = Callable[[object], str | None]
"""The name by which another thing of the pack is asked for, or nothing."""
Asked = Callable[[str], Any]
"""The thing of the pack that has a name."""


Things = dict[str, tuple[int, bytes]]
"""Name → checksum and pickled thing."""


class _File(msgspec.Struct):
    """A cache file: made things by name, and the state of the program that made them."""

    made_by: str
    things: Things


class Kept:
    """The kept things of one pack; each is loaded when it is first asked for."""

    def __init__(self, code: str) -> None:
        self._code = code
        self._old: Things | None = None
        self._new: Things = {}

    def load(self, name: str, asked: Asked) -> Any:
        """A thing that an earlier run made, or ``None``."""
        if self._old is None:
            self._old = _read(self._code)
        checksum, stored = self._old.pop(name, (0, b""))  # What was made holds it from now on.
        if not stored or zlib.crc32(stored) != checksum:
            return None
        collects = gc.isenabled()
        gc.disable()  # Nothing is garbage yet, and looking for it takes half of the time.
        try:
            return _Unpickler(stored, asked).load()
        except pickle.UnpicklingError:  # Not of our making; the caller makes it anew.
            return None
        finally:
            if collects:
                gc.enable()

    def keep(self, name: str, thing: object, shared: Shared) -> None:
        """Put a thing by for later runs; it is written when the program ends."""
        if cache_folder() is None:
            return
        if not self._new:
            atexit.register(self.write)
        sink = io.BytesIO()
        _Pickler(sink, shared).dump(thing)
        self._new[name] = (zlib.crc32(sink.getvalue()), sink.getvalue())

    def write(self) -> None:
        """Write what was put by, beside what an earlier run had."""
        if not self._new:
            return
        things = {**_read(self._code), **self._new}
        # A full or read-only disk costs the next run its time, and this one nothing.
        with suppress(OSError):
            _write_whole(_file(self._code), msgspec.msgpack.encode(_File(_state(), things)))


class _Pickler(pickle.Pickler):
    """Writes other things of the pack by name only."""

    def __init__(self, sink: io.BytesIO, shared: Shared) -> None:
        super().__init__(sink, protocol=5)
        self._shared = shared

    def persistent_id(self, thing: object) -> str | None:
        return self._shared(thing)


class _Unpickler(pickle.Unpickler):
    """Reads data and objects of the program, nothing else."""

    def __init__(self, stored: bytes, asked: Asked) -> None:
        super().__init__(io.BytesIO(stored))
        self.persistent_load = asked  # type: ignore[method-assign]

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("builtins", "getattr"):
            return _member
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.startswith("workbench.") and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__.startswith("workbench."):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a pack")


def _member(of: object, name: str) -> Enum:
    """A member of an enumeration: all that pickle needs ``getattr`` for."""
    if not (isinstance(of, type) and issubclass(of, Enum)):
        raise pickle.UnpicklingError(f"{of!r} is no enumeration")
    return of[name]


def cache_folder() -> Path | None:
    """Where the files lie, or nothing where none are to be kept."""
    wanted = os.environ.get(_ENVIRONMENT)
    if wanted is not None:
        return Path(wanted) if wanted else None
    import platformdirs  # noqa: PLC0415 (only asked here)

    try:
        return platformdirs.user_cache_path("workbench")
    except RuntimeError:  # There is no home.
        return None


def _file(code: str) -> Path:
    where = zlib.crc32(str(_PROGRAM).encode())
    return (cache_folder() or Path()) / f"pack-{code}-{where:08x}.bin"


def _read(code: str) -> Things:
    if cache_folder() is None:
        return {}
    try:
        file = msgspec.msgpack.decode(_file(code).read_bytes(), type=_File)
    except (OSError, msgspec.DecodeError):
        return {}
    return file.things if file.made_by == _state() else {}


def _write_whole(file: Path, content: bytes) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = file.with_suffix(f".{os.getpid()}")
    try:
        part.touch(mode=0o600)
        part.write_bytes(content)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


@cache
def _state() -> str:
    """A mark of this Python and of every file that makes things of the packs, and of the packs."""
    stamps = "".join(sorted(line for room in _ROOMS for line in _stamps(_PROGRAM / room)))
    return f"{sys.version} {zlib.crc32(stamps.encode()):08x}"


def _stamps(folder: Path | str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _stamps(entry.path)
            elif not entry.name.endswith((".pyc", ".tmp")):
                about = entry.stat()
                yield f"{entry.path} {about.st_size} {about.st_mtime_ns}\n"
