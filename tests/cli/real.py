"""The real program as a process of its own, with or without a terminal."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import pty
import select
import signal
import sqlite3
import struct
import subprocess
import sys
import termios
import threading
import time
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pyte

from tests.cli.nursery import Nursery, nursery

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "workbench")
CLEAN = "The ministry said on Monday that 2,500 troops left the base in Basra.\n"
_PATIENCE = 40.0
"""Seconds; a machine that is shared with others is slow at times."""


@dataclass(frozen=True)
class Ended:
    """How a process ended and what it wrote."""

    code: int
    out: bytes
    err: str


@dataclass(frozen=True)
class Real:
    """Runs the program in a folder, with a home of its own and nothing else of ours."""

    folder: Path
    wrapper: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        """Nothing of the person who runs the tests; what is built of the packs is built once."""
        home = str(self.folder / "home")
        built = {name: os.environ[name] for name in ("WORKBENCH_CACHE",) if name in os.environ}
        return {
            "PATH": os.environ.get("PATH", ""),
            "PYTHONPATH": str(ROOT),
            "HOME": home,
            "XDG_DATA_HOME": f"{home}/data",
            "XDG_CONFIG_HOME": f"{home}/config",
            "WORKBENCH_USER": "Amal",
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            **built,
            **self.extra,
        }

    def start(self, *arguments: object, **options: object) -> subprocess.Popen[bytes]:
        """The program, running; its streams are pipes."""
        pipes = {"stdin": -1, "stdout": -1, "stderr": -1}
        process: subprocess.Popen[bytes] = subprocess.Popen(
            [*self.wrapper, *PROGRAM, *map(str, arguments)],
            cwd=self.folder,
            **({"env": self.environment()} | pipes | options),  # type: ignore[call-overload]
        )
        return process

    def __call__(self, *arguments: object, stdin: bytes = b"", **options: object) -> Ended:
        """Run it to its end; a traceback is a failure of any test."""
        if not options and self._usual:
            return _ended(*self._from_nursery([*map(str, arguments)], stdin))
        process = self.start(*arguments, **options)
        out, err = process.communicate(stdin, timeout=_PATIENCE)
        return _ended(process.returncode, out or b"", (err or b"").decode(errors="replace"))

    def on_terminal(
        self,
        *arguments: object,
        keys: Sequence[bytes | signal.Signals] = (),
        columns: int = 80,
        still: float = 0.3,
    ) -> Ended:
        """Run it on a terminal; each key waits until the screen has been ``still`` so long.

        The terminal answers no questions, so that a lone Escape counts only with a key after it.
        """
        if self._usual:
            return self._in_nursery_on_terminal([*map(str, arguments)], keys, columns, still)
        command = [*self.wrapper, *PROGRAM, *map(str, arguments)]
        process, terminal = pty.fork()
        if process == 0:
            os.chdir(self.folder)
            os.execvpe(command[0], command, self.environment())
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, columns, 0, 0))
        out = _watch(process, terminal, list(keys), still)
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        os.close(terminal)
        return _ended(code, out, "")

    @property
    def _usual(self) -> bool:
        """Whether Python starts as it does for most; the program may be loaded already."""
        return not self.wrapper and not self.extra

    def _begin(self, arguments: Sequence[str], streams: Sequence[int]) -> tuple[Nursery, int]:
        """A process that has these streams, which are its alone from then on."""
        given = self.environment()
        own = {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "WORKBENCH_USER"}
        ready = nursery(**{name: value for name, value in given.items() if name not in own})
        process = ready.start(
            arguments,
            streams,
            folder=str(self.folder),
            environment=given,
            terminal=os.isatty(streams[0]),
        )
        for stream in set(streams):
            os.close(stream)
        return ready, process

    def _from_nursery(self, arguments: Sequence[str], stdin: bytes) -> tuple[int, bytes, str]:
        """Exit code and what was written to either stream."""
        (read, to), (out, said), (err, told) = os.pipe(), os.pipe(), os.pipe()
        ready, process = self._begin(arguments, (read, said, told))
        late = threading.Timer(_PATIENCE, os.kill, (process, signal.SIGKILL))
        heard: dict[int, bytes] = {}
        hands = [
            threading.Thread(target=_give, args=(to, stdin)),
            *(threading.Thread(target=_hear, args=(one, heard)) for one in (out, err)),
        ]
        for hand in (*hands, late):
            hand.start()
        code = ready.wait()
        late.cancel()
        for hand in hands:
            hand.join()
        return code, heard[out], heard[err].decode(errors="replace")

    def _in_nursery_on_terminal(
        self,
        arguments: Sequence[str],
        keys: Sequence[bytes | signal.Signals],
        columns: int,
        still: float,
    ) -> Ended:
        terminal, theirs = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, columns, 0, 0))
        ready, process = self._begin(arguments, (theirs, theirs, theirs))
        try:
            out = _watch(process, terminal, list(keys), still)
        finally:
            code = ready.wait()
            os.close(terminal)
        return _ended(code, out, "")


def _give(stream: int, data: bytes) -> None:
    """Write all; the program may end before it has read it."""
    with suppress(BrokenPipeError), open(stream, "wb") as pipe:
        pipe.write(data)


def _hear(stream: int, heard: dict[int, bytes]) -> None:
    """Read to the end."""
    with open(stream, "rb") as pipe:
        heard[stream] = pipe.read()


def screen(out: bytes, columns: int = 80, still: float = 0.3) -> str:
    """What a terminal shows after these bytes."""
    shown = pyte.Screen(columns, 30)
    pyte.ByteStream(shown).feed(out)
    return "\n".join(shown.display)


def _watch(process: int, terminal: int, keys: list[bytes | signal.Signals], still: float) -> bytes:
    out, drawn, quiet_since = b"", False, time.monotonic()
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.05)[0]:
            try:
                piece = os.read(terminal, 65_536)
            except OSError:  # how Linux says that the other side is gone
                return out
            if not piece:
                return out
            out += piece
            drawn = drawn or len(out) > 1_000
            quiet_since = time.monotonic()
        elif keys and drawn and time.monotonic() - quiet_since > still:
            _do(process, terminal, keys.pop(0))
            quiet_since = time.monotonic()
    os.kill(process, signal.SIGKILL)
    raise AssertionError(f"the program hung; it last wrote {out[-500:]!r}")


def _do(process: int, terminal: int, act: bytes | signal.Signals) -> None:
    if isinstance(act, bytes):
        os.write(terminal, act)
    else:
        os.kill(process, act)


def _ended(code: int, out: bytes, err: str) -> Ended:
    told = out.decode(errors="replace") + err
    assert "Traceback" not in told, told
    assert "a fault of the program itself" not in told, told
    return Ended(code, out, err)


def count(real: Real, table: str = "claim", db: str = "claims.db") -> int:
    with contextlib.closing(sqlite3.connect(real.folder / db)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def rows(real: Real, number: int, name: str = "rows.jsonl") -> Path:
    """Claims that resemble one another little, so that matching them is quick."""
    words = [
        "dam",
        "harbour",
        "school",
        "vaccine",
        "senate",
        "glacier",
        "comet",
        "opera",
        "orchard",
    ]
    lines = [
        json.dumps(
            {
                "origin": "t",
                "external_id": str(i),
                "text": f"The {words[i % 9]} of {words[i // 9 % 9]} {i} opened in {1900 + i}",
            }
        )
        for i in range(number)
    ]
    path = real.folder / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def spoiled_files(folder: Path) -> None:
    """Files that are no article and no store."""
    contents = {
        "empty.txt": b"",
        "blank.txt": b" \n\t\n",
        "a.pdf": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n",
        "a.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9,
        "random.txt": bytes(range(128, 256)) * 40,
        "digits.txt": b"123 456\n",
        "emoji.txt": "😀 🎉".encode(),
        "marks.txt": b"... !!! ???",
        "nul.txt": b"The dam was\0 finished in 2020.",
        "cut.txt": "أعلنت وزارة الدفاع أن الجنود غادروا".encode()[:-1],
        "big.txt": b"The dam was finished in 2020, officials said. " * 220_000,
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("a", "b")
    with contextlib.closing(sqlite3.connect(folder / "other.db")) as other:
        other.execute("CREATE TABLE t (a)")
