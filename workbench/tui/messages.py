"""What widgets tell their screen."""

from __future__ import annotations

from textual.message import Message


class RecordChanged(Message):
    """An act changed the record: show it as it is now."""


class ReloadWanted(Message):
    """What is shown is older than what is on file."""
