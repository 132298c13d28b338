"""Where records go that an import cannot take: a file of rejects, to be mended and imported."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TextIO

from workbench.desk.files import replacing
from workbench.exchange.documents.rejects import write_rejects
from workbench.exchange.types import BadRow
from workbench.intake.addresses import is_address

SUFFIX = ".rejects.jsonl"
_FEW = 200
"""Records that are told as they are found, whether they are in a file too or not."""


def beside(name: str) -> str:
    """Where rejects go by default; those of a mended file of rejects take its place."""
    if name.endswith(SUFFIX):
        return name
    if name == "-" or is_address(name):
        return f"import{SUFFIX}"
    return f"{name}{SUFFIX}"


class Rejects:
    """A file of rejects, made when the first record cannot be taken; whole, or not there at all.

    What has no record is mended in its own file: a few of those alone make none.
    """

    def __init__(self, file: str, *, even_empty: bool = False) -> None:
        """Name the file.

        Args:
            file: its path; folders that are missing are made with it.
            even_empty: make it though nothing may be rejected: an old one is of another import.
        """
        self.file = file
        self.count = 0
        self._even_empty = even_empty
        self._without_record: list[BadRow] = []
        self._stack = ExitStack()
        self._stream: TextIO | None = None

    def add(self, bad: BadRow) -> None:
        """Put a record into it that cannot be taken.

        Raises:
            WorkbenchError: it cannot be written.
        """
        self.count += 1
        if bad.record is None and self._stream is None and self.count <= _FEW:
            self._without_record.append(bad)
            return
        stream = self._opened()
        write_rejects([*self._without_record, bad], stream)
        self._without_record.clear()

    @property
    def is_written(self) -> bool:
        """Whether there is such a file, of this import."""
        return self._stream is not None

    @property
    def is_left_over(self) -> bool:
        """Whether there is one of an earlier import, which may be mended but is not of this one."""
        return not self.is_written and Path(self.file).exists()

    def _opened(self) -> TextIO:
        if self._stream is None:
            with suppress(OSError):  # told by what is to be written there
                Path(self.file).parent.mkdir(parents=True, exist_ok=True)
            self._stream = self._stack.enter_context(replacing(self.file))
        return self._stream

    def __enter__(self) -> None:
        self._stack.__enter__()
        if self._even_empty:
            self._opened()

    def __exit__(self, *error: object) -> bool | None:
        return self._stack.__exit__(*error)  # type: ignore[arg-type]
