"""Processes of the program that need not load it first.

To start Python and load the program takes longer than most commands run. One process does so once
and becomes a new one for every run: with streams, folder, surroundings and an end of its own, as
any other. What is tested of the loading itself is run by `Real` with surroundings that differ.
"""

from __future__ import annotations

import array
import fcntl
import gc
import io
import json
import os
import pkgutil
import socket
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from workbench.facets.types import Clock

ROOT = Path(__file__).parents[2]
_LOADED = ("workbench.desk", "workbench.tui", "workbench.matching.match", "workbench.cli.app")
_COMMANDS = "workbench.cli.commands"
_LENGTH = struct.Struct("!I")


class Nursery:
    """The process that is ready to become the program."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._end, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", __name__, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                env=environment,
                cwd=ROOT,
            )

    def start(self, arguments: Sequence[str], streams: Sequence[int], **given: Any) -> int:
        """Run the program on these streams; the number of its process."""
        asked = json.dumps({"arguments": arguments, **given}).encode()
        ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", streams))]
        self._end.sendmsg([_LENGTH.pack(len(asked))], ancillary)
        self._end.sendall(asked)
        return self._told()

    def wait(self) -> int:
        """The exit code of what was started last, negative for a signal."""
        return os.waitstatus_to_exitcode(self._told())

    def _told(self) -> int:
        told: int = _LENGTH.unpack(self._end.recv(_LENGTH.size, socket.MSG_WAITALL))[0]
        return told


@cache
def nursery(**environment: str) -> Nursery:
    """The one of this test run; it ends as soon as nobody can ask it for anything."""
    return Nursery(environment)


def _serve(end: socket.socket) -> None:
    """Become the program for whoever asks, one after another; return in the child."""
    while True:
        length, ancillary, _, _ = end.recvmsg(_LENGTH.size, socket.CMSG_SPACE(3 * 4))
        if not length:
            os._exit(0)
        asked = json.loads(end.recv(_LENGTH.unpack(length)[0], socket.MSG_WAITALL))
        streams = array.array("i", ancillary[0][2])
        process = os.fork()
        if not process:
            end.close()
            return _become(list(streams), **asked)
        for stream in streams:
            os.close(stream)
        end.sendall(_LENGTH.pack(process))
        end.sendall(_LENGTH.pack(os.waitpid(process, 0)[1]))


def _become(
    streams: list[int],
    arguments: list[str],
    folder: str,
    environment: dict[str, str],
    terminal: bool,
) -> None:
    """Take over what a new process is given."""
    if terminal:
        os.setsid()
        fcntl.ioctl(streams[0], termios.TIOCSCTTY, 0)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["workbench", *arguments]
    for number, (name, mode) in enumerate((("stdin", "rb"), ("stdout", "wb"), ("stderr", "wb"))):
        setattr(sys, name, _stream(number, mode, getattr(sys, name)))
        setattr(sys, f"__{name}__", getattr(sys, name))


def _stream(number: int, mode: str, like: io.TextIOWrapper) -> io.TextIOWrapper:
    """A standard stream as Python opens it."""
    binary: Any = open(number, mode, closefd=False)  # noqa: SIM115 (it stays open)
    to_a_person = number == 2 or binary.isatty()
    return io.TextIOWrapper(binary, like.encoding, like.errors, line_buffering=to_a_person)


def _warm() -> None:
    """Load the program, and what it reads of either language."""
    commands = pkgutil.iter_modules(import_module(_COMMANDS).__path__)
    for module in (*_LOADED, *(f"{_COMMANDS}.{command.name}" for command in commands)):
        import_module(module)
    for text in (
        "قال الوزير إن 2500 جندي غادروا العراق.",
        "Officials said 2,500 troops left Iraq.",
    ):
        import_module("workbench.splitting").split(text, Clock(None))
    gc.collect()
    gc.freeze()


def _main() -> NoReturn:
    _warm()
    _serve(socket.socket(fileno=int(sys.argv[1])))
    import_module("workbench.__main__").main()
    sys.exit(0)


if __name__ == "__main__":
    with suppress(BrokenPipeError, ConnectionResetError):
        _main()
