"""A Textual driver that tells the terminal who orders right-to-left text, and undoes it."""

from __future__ import annotations

import atexit
import os
import re
import select
import signal
import termios
import tty
from codecs import getincrementaldecoder
from collections.abc import Iterable
from contextlib import suppress
from time import monotonic
from typing import Any, Protocol, cast

from textual import events
from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver

from workbench.tui.text.sequences import ESCAPE, PASTE, Sequences
from workbench.tui.text.terminal import (
    QUERY,
    TIMEOUT,
    BidiMode,
    Plan,
    is_answer,
    is_complete,
    parse,
    plan,
)

LOOK, SOON = 0.1, 0.02
"""Seconds between two looks whether the input thread is to end, or an escape to be a key."""

_MOUSE = re.compile(r"\x1b\[<\d+;\d+;\d+[Mm]")
"""What the mouse did and where."""


class BidiHost(Protocol):
    """The app, as the driver sees it."""

    bidi_mode: BidiMode

    def use_plan(self, found: Plan) -> None:
        """Draw by this plan from now on."""


class BidiLinuxDriver(LinuxDriver):
    """Silences the terminal's own ordering while the screen is ours, and restores it."""

    _plan: Plan | None = None
    _entered = False
    _awaited: bytes | None = None
    """While the terminal's answer is still to come: what of it was read so far."""

    def __init__(self, *given: Any, **settings: Any) -> None:
        super().__init__(*given, **settings)
        self._sequences = Sequences(_is_known, ESCAPE_DELAY)
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._typed = b""
        """What was read before the input thread has begun."""

    def start_application_mode(self) -> None:
        """Take the terminal over: first the modes, then Textual's own start."""
        if self._plan is None:
            received = self._ask()
            typed = self._learn(received)
            self._typed = received if self._awaited is not None else typed
            atexit.register(self._restore)
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, self._terminate)
        self._enter()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Give the terminal back: at the end, for an editor, on Ctrl-Z, after a crash."""
        if self._entered and self._plan is not None:
            self.write(self._plan.leave)
            self._entered = False
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Hand on keys and mouse, each whole, and take the terminal's answer whenever it comes."""
        parser = XTermParser(self._debug)
        typed, self._typed = self._typed, b""
        self._take(parser, self._sequences.feed(self._decoder.decode(typed), monotonic()))
        while not self.exit_event.is_set():
            wait = SOON if self._sequences.waits else LOOK
            if select.select([self.fileno], [], [], wait)[0]:
                data = os.read(self.fileno, 4096)
                if not data:  # the other end is closed
                    self.exit_event.wait(LOOK)
                text = self._decoder.decode(data)
                self._take(parser, self._sequences.feed(text, monotonic()))
            else:
                self._take(parser, self._sequences.tick(monotonic()))

    def _take(self, parser: XTermParser, pieces: Iterable[str]) -> None:
        """Hand on what became whole; what nobody knows would be taken for the keys it spells."""
        for piece in pieces:
            if piece == ESCAPE:
                self.process_message(events.Key("escape", ESCAPE))
            elif piece.startswith(PASTE):
                self.process_message(events.Paste(piece[len(PASTE) :].replace("\0", "")))
            elif self._awaited is not None and is_answer(piece):
                self._take_answer(piece)
            elif not piece.startswith(ESCAPE) or _is_known(piece):
                for message in parser.feed(piece):
                    self.process_message(message)

    def _take_answer(self, piece: str) -> None:
        """Part of a late answer; behind its last part, draw by what it says."""
        self._awaited = (self._awaited or b"") + piece.encode()
        if is_complete(self._awaited):
            received, self._awaited = self._awaited, None
            self._loop.call_soon_threadsafe(self._change_plan, received)

    # --- asking ----------------------------------------------------------------------------------

    def _ask(self) -> bytes:
        """Ask the terminal what it is; what came within the time allowed."""
        terminals = self.input_tty and os.isatty(self._output)
        # Apple's Terminal prints part of a question it does not know.
        if not terminals or os.environ.get("TERM_PROGRAM") == "Apple_Terminal":
            return b""
        try:
            before = termios.tcgetattr(self.fileno)
        except termios.error:
            return b""
        tty.setcbreak(self.fileno, termios.TCSANOW)
        try:
            self._send(QUERY)
            received = self._read(b"", monotonic() + TIMEOUT)
        finally:
            termios.tcsetattr(self.fileno, termios.TCSANOW, before)
        self._awaited = None if is_complete(received) else b""
        return received

    def _read(self, received: bytes, deadline: float) -> bytes:
        """Read until the answer is complete or time is up."""
        with suppress(OSError):
            while not is_complete(received) and (left := deadline - monotonic()) > 0:
                if select.select([self.fileno], [], [], left)[0]:
                    received += os.read(self.fileno, 4096)
        return received

    def _learn(self, received: bytes) -> bytes:
        """Choose the plan by the terminal's answers; what was typed between them."""
        answers, typed = parse(received)
        host = cast(BidiHost, self._app)
        self._plan = plan(host.bidi_mode, answers, os.environ)
        host.use_plan(self._plan)
        return typed

    def _change_plan(self, received: bytes) -> None:
        before = self._plan
        self._learn(received)
        if self._plan == before or self._plan is None or before is None:
            return
        if self._plan.enter != before.enter and self._entered:
            self.write(before.leave + self._plan.enter)
        self._entered = self._entered or bool(self._plan.enter)
        for widget in self._app.screen.walk_children(with_self=True):
            widget.refresh()

    # --- modes -----------------------------------------------------------------------------------

    @property
    def _output(self) -> int:
        # Textual draws on the standard error stream.
        return self._file.fileno() if self._file is not None else self.fileno

    def _enter(self) -> None:
        if self._plan is not None and self._plan.enter:
            self._send(self._plan.enter)
            self._entered = True

    def _restore(self) -> None:
        """The last resort, at the interpreter's end, should nothing else have run."""
        if self._entered and self._plan is not None:
            self._entered = False
            self._send(self._plan.leave)

    def _send(self, sequence: str) -> None:
        # A terminal that has gone away needs no restoring.
        with suppress(OSError):
            os.write(self._output, sequence.encode())

    def _terminate(self, number: int, _: object) -> None:
        """SIGTERM, SIGINT: leave through the app, so that its own endings run as well."""
        usual = signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
        signal.signal(number, usual)
        with suppress(RuntimeError):  # the loop is closed: the desk is ending already
            self._loop.call_soon_threadsafe(lambda: self._app.exit(return_code=128 + number))


def _is_known(sequence: str) -> bool:
    """Whether Textual makes something of a whole sequence: a key, the mouse, the focus."""
    # A mouse that moves sends hundreds a second, each to be read once and not twice.
    return bool(_MOUSE.fullmatch(sequence) or list(XTermParser().feed(sequence)))
