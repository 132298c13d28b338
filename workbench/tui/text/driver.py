"""A Textual driver that tells the terminal who orders right-to-left text, and undoes it."""

from __future__ import annotations

import atexit
import os
import select
import signal
import termios
import tty
from contextlib import suppress
from time import monotonic, sleep
from typing import Protocol, cast

from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver

from workbench.tui.text.terminal import (
    LATE,
    QUERY,
    TIMEOUT,
    BidiMode,
    Plan,
    is_complete,
    may_be_answer,
    parse,
    plan,
)


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
    """While the terminal's answer is still to come: what was read so far."""

    def start_application_mode(self) -> None:
        """Take the terminal over: first the modes, then Textual's own start."""
        typed = b""
        if self._plan is None:
            received = self._ask()
            typed = self._learn(received)
            atexit.register(self._restore)
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, self._terminate)
        self._enter()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._feed(XTermParser(self._debug), typed)

    def stop_application_mode(self) -> None:
        """Give the terminal back: at the end, for an editor, on Ctrl-Z, after a crash."""
        if self._entered and self._plan is not None:
            self.write(self._plan.leave)
            self._entered = False
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Keys and mouse; a late answer of a far terminal must not be taken for typing."""
        if self._awaited is not None:
            self._take_late_answer()
        super().run_input_thread()

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
        self._awaited = None if is_complete(received) else received
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
        return typed if self._awaited is None else b""

    def _take_late_answer(self) -> None:
        """In the input thread: hand on what is typed, keep back what may be the answer."""
        parser = XTermParser(self._debug)
        received, self._awaited = self._awaited or b"", None
        deadline = monotonic() + LATE
        while not is_complete(received) and monotonic() < deadline:
            if self.exit_event.is_set():
                return
            self._tick(parser)
            before = len(received)
            received = self._read(received, min(deadline, monotonic() + 0.05))
            if not may_be_answer(received, more=len(received) > before):
                self._feed(parser, received)
                received = b""
        late = is_complete(received)
        self._feed(parser, parse(received)[1])
        sleep(ESCAPE_DELAY)
        self._tick(parser)
        if late:
            self._loop.call_soon_threadsafe(self._change_plan, received)

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

    def _feed(self, parser: XTermParser, typed: bytes) -> None:
        for message in parser.feed(typed.decode("utf-8", "replace")) if typed else ():
            self.process_message(message)

    def _tick(self, parser: XTermParser) -> None:
        """Take an escape that nothing has followed for the key that it is."""
        for message in parser.tick():
            self.process_message(message)

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
