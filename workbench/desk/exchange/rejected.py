"""Where records go that an import cannot take: a file of rejects, to be mended and imported."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TextIO

from workbench.desk.files import replacing
from workbench.exchange.rejects import write_rejects
from workbench.exchange.types import BadRow

SUFFIX = ".rejects.jsonl"


def beside(name: str) -> str:
    """Where rejects go by default; those of a mended file of rejects take its place."""
    if name.endswith(SUFFIX):
        return name
    if name == "-" or "://" in name:
        return f"import{SUFFIX}"
    return f"{name}{SUFFIX}"


class Rejects:
    """A file of rejects, made when the first record cannot be taken; whole, or not there at all."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.count = 0
        self._stack = ExitStack()
        self._stream: TextIO | None = None

    def open(self) -> TextIO:
        """Make the file, though nothing may be rejected: an old one is of another import.

        Raises:
            WorkbenchError: it cannot be written.
        """
        if self._stream is None:
            self._stream = self._stack.enter_context(replacing(self.file))
        return self._stream

    def add(self, bad: BadRow) -> None:
        """Put a record into it that cannot be taken."""
        self.count += 1
        write_rejects([bad], self.open())

    def __enter__(self) -> None:
        self._stack.__enter__()

    def __exit__(self, *error: object) -> bool | None:
        return self._stack.__exit__(*error)  # type: ignore[arg-type]
