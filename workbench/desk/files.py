"""Files that are either written whole or left as they were."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

from workbench.errors import InvalidInputError, system_reason


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

    Raises:
        InvalidInputError: the folder is missing or cannot be written.
    """
    path = Path(file)
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


def _with_usual_permissions(path: Path) -> None:
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
