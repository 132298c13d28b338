"""Cuts what a terminal sends into typed text and whole control sequences.

A slow line or a busy machine may part the bytes of one key: F2 is ``ESC O Q``, and what comes after
a pause must not be taken for ``Escape``, ``O`` and ``Q``. So a sequence that has begun is held
until it is whole, and what never becomes whole is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

ESCAPE = "\x1b"
PASTE, PASTED = "\x1b[200~", "\x1b[201~"
"""What stands before and behind a pasted text."""

REST = 5.0
"""Seconds after which the rest of a sequence is not expected any more."""

SPENT = 1.0
"""Seconds within which the rest of a sequence is expected whose escape was taken for the key."""

_WHOLE = re.compile(
    "\x1b(?:"
    r"\[(?:\[.|M...|\d+\$|(?![\[M])[0-?]*[ -/]*[@-~])"  # Linux console, X10 mouse, rxvt, CSI
    r"|O[\d;]*[@-~]"
    "|P>\\|[^\x1b]*\x1b\\\\"  # the name of the terminal
    "|[^\\[OP\x1b])",  # a key with Alt
    re.DOTALL,
)
_BEGUN = re.compile(
    "\x1b(?:\\[(?:\\[|M.{0,2}|[0-?]*[ -/]*)|O[\\d;]*|P(?:>(?:\\|[^\x1b]*\x1b?)?)?)?", re.DOTALL
)
_RESTS = ("[", "O", "P>")
"""How what follows an escape begins if the two are one sequence."""


class Sequences:
    """What was read, up to where it is whole.

    Args:
        known: whether a whole sequence is a key or an event that somebody knows.
        patience: seconds after which an escape that nothing has followed is the key itself.
    """

    def __init__(self, known: Callable[[str], bool], patience: float) -> None:
        self._known = known
        self._patience = patience
        self._held = ""
        self._since = 0.0
        """When the last of what is held came."""
        self._spent = False
        """The escape of what is held was handed on as a key."""
        self._escaped = float("-inf")
        """When an escape was last taken for the key."""

    @property
    def waits(self) -> bool:
        """Whether something is held that time alone may decide."""
        return bool(self._held)

    def feed(self, text: str, now: float) -> Iterator[str]:
        """The pieces that have become whole: text, an escape alone, a sequence, a paste."""
        if not text:
            return
        if not self._held and now - self._escaped < SPENT and text.startswith(_RESTS):
            self._held, self._spent = ESCAPE, True
        self._escaped = float("-inf")
        text, self._held, self._since = self._held + text, "", now
        at = 0
        while at < len(text):
            end, piece = self._next(text, at)
            if not end:
                self._held = text[at:]
                return
            spent, self._spent = self._spent, False
            if spent and not piece.startswith(PASTE):
                piece = "" if self._known(piece) else text[at + 1 : end]
            if piece:
                yield piece
            at = end

    def tick(self, now: float) -> Iterator[str]:
        """What nothing has followed for too long; to be asked when there is nothing to read."""
        if self._held.startswith(PASTE):
            return
        waited, held = now - self._since, self._held
        if held == ESCAPE and not self._spent:
            if waited >= self._patience:
                self._held, self._escaped = "", now
                yield ESCAPE
        elif held and waited >= (SPENT if self._spent else REST):
            typed, self._held, self._spent = self._spent, "", False
            if typed:
                yield held[1:]

    def _next(self, text: str, at: int) -> tuple[int, str]:
        """Where the piece at a place ends, and the piece; 0 where more of it must come."""
        if text[at] != ESCAPE:
            end = text.find(ESCAPE, at)
            end = len(text) if end < 0 else end
            return end, text[at:end]
        if text.startswith(PASTE, at):
            end = text.find(PASTED, at)
            return (end + len(PASTED), text[at:end]) if end >= 0 else (0, "")
        if whole := _WHOLE.match(text, at):
            return whole.end(), whole[0]
        begun = _BEGUN.match(text, at)
        end = begun.end() if begun else at + 1
        return (0, "") if end == len(text) else self._broken(text, at, end)

    def _broken(self, text: str, at: int, end: int) -> tuple[int, str]:
        """As `_next`, where what has begun as a sequence up to ``end`` cannot become one."""
        if text[at + 1] == ESCAPE:
            return at + 1, ESCAPE
        if text[at + 1] == "P":  # Alt+P and not the terminal's name
            return at + 2, text[at : at + 2]
        return end, ""
