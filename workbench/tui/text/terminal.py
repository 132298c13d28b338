"""Which terminal this is, who orders right-to-left text in it, and what to tell it.

Terminals that reorder text themselves do so row by row, without knowing our columns; so where
that can be switched off it is, for as long as the desk is on screen. The terminal is asked first:
environment variables may be inherited from another one. All from measurements in xterm, VTE,
Konsole, mlterm, Alacritty, kitty and tmux.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from workbench.tui.rtl.layout import Order
from workbench.tui.text.filter import Dialect

BidiMode = Literal["auto", "app", "terminal", "off"]
"""Who orders right-to-left text: ``app`` we do, ``terminal`` it does, ``off`` nobody."""

QUERY = "\x1b[>0q\x1b[?8$p\x1b[c"
"""XTVERSION, DECRQM 8 (bidirectional support) and DA1, whose answer every terminal sends last."""

TIMEOUT = 0.25
"""Seconds to wait for the answer to DA1 before the first row is drawn."""

_END = re.compile(rb"\x1b\[\?[\d;]*c")
_ANSWER = re.compile(rb"\x1bP>\|([^\x1b]*)\x1b\\|\x1b\[\?8;(\d)\$y|\x1b\[\?[\d;]*c")


@dataclass(frozen=True, slots=True)
class Answers:
    """What a terminal said about itself."""

    version: str = ""
    """XTVERSION: name and version."""
    bidi_mode: int = 0
    """DECRQM 8: 1 set, 2 reset, 0 or nothing: not recognised."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How text is drawn in a terminal."""

    order: Order
    dialect: Dialect = "plain"
    enter: str = ""
    """Sent before any row."""
    leave: str = ""
    """Sent when the screen is given back."""


_IMPLICIT_OFF, _IMPLICIT_ON = "\x1b[8l", "\x1b[8h"
_APP = Plan("visual", enter=_IMPLICIT_OFF, leave="")
_VTE = Plan("visual", enter=_IMPLICIT_OFF, leave=_IMPLICIT_ON)
_KONSOLE = Plan(
    "visual",
    enter="\x1b]50;BidiRenderingEnabled=false\x07",
    leave="\x1b]50;BidiRenderingEnabled=true\x07",
)
_MLTERM = Plan("visual", enter="\x1b]5379;use_ctl=false\x07", leave="\x1b]5379;use_ctl=true\x07")
_MULTIPLEXER = Plan("visual", "marked")
_KITTY = Plan("visual", "words")
_APPLE = Plan("logical", "isolates")
_LOGICAL = Plan("logical")


def is_complete(received: bytes) -> bool:
    """Whether the answer that ends the round trip has come."""
    return _END.search(received) is not None


def is_answer(sequence: str) -> bool:
    """Whether a whole sequence is an answer to one of our questions."""
    return _ANSWER.fullmatch(sequence.encode()) is not None


def parse(received: bytes) -> tuple[Answers, bytes]:
    """The answers among what was read, and the rest: what a person typed meanwhile."""
    version, mode = "", 0
    for found in _ANSWER.finditer(received):
        if found[1] is not None:
            version = found[1].decode("ascii", "replace")
        elif found[2] is not None:
            mode = int(found[2])
    return Answers(version, mode), _ANSWER.sub(b"", received)


def plan(mode: BidiMode, answers: Answers, environment: Mapping[str, str]) -> Plan:
    """How to draw in the terminal that gave ``answers``.

    Args:
        mode: what the person wants.
        answers: what the terminal said; empty where it said nothing.
        environment: of this process.
    """
    if mode in ("terminal", "off"):
        found = detect(answers, environment)
        return found if mode == "terminal" and found is _APPLE else _LOGICAL
    found = detect(answers, environment)
    return _APP if mode == "app" and found.order == "logical" else found


def detect(answers: Answers, environment: Mapping[str, str]) -> Plan:
    """The plan for a terminal by itself: what it says first, then the environment."""
    name = answers.version.lower()
    if name.startswith(("tmux", "screen")) or _in_multiplexer(environment, name):
        return _MULTIPLEXER
    by_name = (("konsole", _KONSOLE), ("mlterm", _MLTERM), ("kitty", _KITTY), ("vte", _VTE))
    for start, found in by_name:
        if name.startswith(start):
            return found
    if answers.bidi_mode in (1, 2):
        return _VTE
    if name:
        return _APP
    return _from_environment(environment)


def _in_multiplexer(environment: Mapping[str, str], name: str) -> bool:
    """An old multiplexer gives no name but sets these; another terminal's name disproves them."""
    term = environment.get("TERM", "")
    return not name and ("TMUX" in environment or "STY" in environment or term.startswith("screen"))


def _from_environment(environment: Mapping[str, str]) -> Plan:
    if environment.get("TERM_PROGRAM") == "Apple_Terminal":
        return _APPLE
    if "KONSOLE_VERSION" in environment:
        return _KONSOLE
    if "MLTERM" in environment or environment.get("TERM", "").startswith("mlterm"):
        return _MLTERM
    if "KITTY_WINDOW_ID" in environment or environment.get("TERM", "") == "xterm-kitty":
        return _KITTY
    return _VTE if "VTE_VERSION" in environment else _APP
