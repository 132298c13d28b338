"""A terminal for tests: a real pty whose other end answers questions and keeps every byte."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pyte

ROOT = Path(__file__).parents[3]
DA1 = b"\x1b[c"
SCREEN = (100, 48)


class Terminal:
    """Runs a program; ``answers`` maps a question to what is sent back."""

    def __init__(
        self,
        *arguments: str,
        answers: dict[bytes, bytes],
        delay: float = 0,
        **environment: str,
    ) -> None:
        self._delay = delay
        self.raw = b""
        self._answers = answers
        self._pending = set(answers)
        columns, lines = SCREEN
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            kept = ("PATH", "HOME", "WORKBENCH_CACHE")
            keep = {name: os.environ[name] for name in kept if name in os.environ}
            os.chdir(ROOT)
            os.execve(
                sys.executable,
                [sys.executable, *arguments],
                {**keep, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), **environment},
            )
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def read(self, seconds: float = 0.05) -> bool:
        """Take what has come; False when the program has ended."""
        if not select.select([self._fd], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        self.raw += data
        for question in list(self._pending):
            if question in self.raw:
                self._pending.discard(question)
                time.sleep(self._delay)
                os.write(self._fd, self._answers[question])
        return bool(data)

    def wait_for(self, data: bytes, seconds: float = 15, *, since: int = 0) -> None:
        """Read until ``data`` has come, behind the first ``since`` bytes."""
        deadline = time.monotonic() + seconds
        while data not in self.raw[since:]:
            if time.monotonic() > deadline or not self.read():
                raise AssertionError(f"{data!r} never came; last {self.raw[-400:]!r}")

    def send(self, keys: bytes) -> None:
        os.write(self._fd, keys)

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def wait(self, seconds: float = 15) -> int:
        """Read to the program's end; its exit code, negative for a signal."""
        deadline = time.monotonic() + seconds
        while self.read():
            if time.monotonic() > deadline:
                raise AssertionError("it never ended")
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def is_stopped(self, seconds: float = 10) -> bool:
        """Whether the program stops (as by Ctrl-Z) within that time."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            self.read()
            pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
            if pid and os.WIFSTOPPED(status):
                while select.select([self._fd], [], [], 0.1)[0]:
                    self.read()
                return True
        return False

    def rows(self) -> list[str]:
        """What the screen shows."""
        screen = pyte.Screen(*SCREEN)
        stream = pyte.ByteStream(screen)
        stream.feed(self.raw)
        return [row.rstrip() for row in screen.display]

    def close(self) -> None:
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._fd)
