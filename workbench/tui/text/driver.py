"""A Textual driver that tells the terminal who orders right-to-left text, and undoes it."""

from __future__ import annotations

import atexit
import os
import select
import signal
import termios
import tty
from contextlib import suppress
from time import monotonic
from typing import Protocol, cast

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from workbench.tui.text.terminal import (
    QUERY,
    TIMEOUT,
    Answers,
    BidiMode,
    Plan,
    is_complete,
    parse,
    plan,
)


class BidiHost(Protocol):
    """The app, as the driver sees it."""

    bidi_mode: BidiMode

    def use_plan(self, found: Plan) -> None:
        """Draw by this plan from now on; called before the first row."""


class BidiLinuxDriver(LinuxDriver):
    """Silences the terminal's own ordering while the screen is ours, and restores it."""

    _plan: Plan | None = None
    _entered = False

    def start_application_mode(self) -> None:
        """Take the terminal over: first the modes, then Textual's own start."""
        typed = b""
        if self._plan is None:
            answers, typed = self._ask()
            host = cast(BidiHost, self._app)
            self._plan = plan(host.bidi_mode, answers, os.environ)
            host.use_plan(self._plan)
            atexit.register(self._restore)
            signal.signal(signal.SIGTERM, self._terminate)
        self._enter()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        for message in XTermParser(self._debug).feed(typed.decode("utf-8", "replace")):
            self.process_message(message)

    def _ask(self) -> tuple[Answers, bytes]:
        # Apple's Terminal prints part of a question it does not know.
        terminals = self.input_tty and os.isatty(self._output)
        if not terminals or os.environ.get("TERM_PROGRAM") == "Apple_Terminal":
            return Answers(), b""
        return _ask(self.fileno, self._output)

    @property
    def _output(self) -> int:
        # Textual draws on the standard error stream.
        return self._file.fileno() if self._file is not None else self.fileno

    def stop_application_mode(self) -> None:
        """Give the terminal back: at the end, for an editor, on Ctrl-Z, after a crash."""
        if self._entered and self._plan is not None:
            self.write(self._plan.leave)
            self._entered = False
        super().stop_application_mode()

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

    def _terminate(self, *_: object) -> None:
        """SIGTERM: leave through the app, so that its own endings run as well."""
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        self._loop.call_soon_threadsafe(lambda: self._app.exit(return_code=128 + signal.SIGTERM))


def _ask(terminal: int, output: int) -> tuple[Answers, bytes]:
    """What the terminal says about itself, and what was typed meanwhile."""
    try:
        before = termios.tcgetattr(terminal)
    except termios.error:
        return Answers(), b""
    received = b""
    try:
        tty.setcbreak(terminal, termios.TCSANOW)
        os.write(output, QUERY.encode())
        deadline = monotonic() + TIMEOUT
        while not is_complete(received) and (left := deadline - monotonic()) > 0:
            if select.select([terminal], [], [], left)[0]:
                received += os.read(terminal, 4096)
    except OSError:
        return Answers(), b""
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)
    return parse(received)
