"""Files that are either written whole or left as they were."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

from workbench.errors import InvalidInputError, system_reason

_DATABASE = b"SQLite format 3\0"


def write_whole(file: str | Path, data: bytes) -> None:
    """Write a file so that it is there whole, or is what it was.

    Raises:
        InvalidInputError: the folder is missing or cannot be written.
    """
    with replacing(file) as stream:
        stream.buffer.write(data)


@contextmanager
def replacing(file: str | Path) -> Iterator[TextIOWrapper]:
    """A text stream that becomes ``file`` at the end; after an error the file is as it was.

    Where it is a link, what it leads to is replaced; a device or a pipe is written to as it is.

    Raises:
        InvalidInputError: it is a folder or a database, or cannot be written.
    """
    path = Path(file)
    if path.exists() and not path.is_file():
        with _written_directly(path) as stream:
            yield stream
        return
    path = Path(os.path.realpath(file))
    _spare_databases(path)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise InvalidInputError(
            "{file} cannot be written: {reason}",
            hint="Check the folder and its permissions.",
            file=file,
            reason=system_reason(error),
        ) from error
    temporary = Path(name)
    try:
        with TextIOWrapper(os.fdopen(handle, "wb"), encoding="utf-8", newline="") as stream:
            yield stream
        _with_usual_permissions(temporary)
        temporary.replace(path)
    except OSError as error:
        raise InvalidInputError(
            "{file} cannot be written: {reason}",
            hint="What was there before is as it was. Make room, or write to another disk.",
            file=file,
            reason=system_reason(error),
        ) from error
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def _written_directly(path: Path) -> Iterator[TextIOWrapper]:
    if path.is_dir():
        raise InvalidInputError("{path} is a folder", hint="Name a file in it.", path=path)
    try:
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
    except OSError as error:
        raise InvalidInputError(
            "{file} cannot be written: {reason}",
            hint="Whoever reads it may have gone; write to a file instead.",
            file=path,
            reason=system_reason(error),
        ) from error


def _spare_databases(path: Path) -> None:
    """Refuse to write over a claim store, this one or another: a slip of the hand would end it."""
    try:
        with path.open("rb") as there:
            is_database = there.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return
    if is_database:
        raise InvalidInputError(
            "{file} is a database; it is not written over",
            hint="Name another file, or remove it first.",
            file=path,
        )


def _with_usual_permissions(path: Path) -> None:
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
