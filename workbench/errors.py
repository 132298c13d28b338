"""What can go wrong for a person, in words that person understands."""

from __future__ import annotations


class WorkbenchError(Exception):
    """An error that a user can cause or cure: what is wrong, where, and what to do.

    Args:
        message: what is wrong, naming the file, line or field where there is one.
        hint: what to do about it, as an instruction.
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message


class NotFoundError(WorkbenchError):
    """What was asked for is not on file."""


class InvalidInputError(WorkbenchError):
    """A value or a file that cannot be taken as it is."""


class ChangedMeanwhileError(WorkbenchError):
    """Somebody else changed the record after it was read; nothing was overwritten."""


class StoreError(WorkbenchError):
    """The claim store cannot be opened, read or written (locked, corrupt, newer, full)."""
