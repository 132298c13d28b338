"""The standard streams: always there, in UTF-8, and harmless where a person reads them."""

from __future__ import annotations

import io
import json
import os
import re
import sys

from workbench.language.visible import visible

_ANY = re.compile(r"[^\n]")


def prepare() -> None:
    """Make the streams fit for any text.

    A closed stream leads nowhere instead of failing. Arabic prints in any locale, because what
    is written is UTF-8 unless ``PYTHONIOENCODING`` says otherwise; what even that cannot say
    (half of a character in a file's name) is written as an escape.
    """
    encoding = None if os.environ.get("PYTHONIOENCODING") else "utf-8"
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        elif mode == "w" and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def abandon() -> None:
    """Send what is still to be written to stdout nowhere: its reader went away or its disk is full.

    Otherwise Python complains about it at exit.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def shown(text: str) -> str:
    """Data as it goes to stdout: as it is, but harmless on a terminal."""
    return visible(text) if sys.stdout.isatty() else text


def shown_json(text: str) -> str:
    """JSON as it goes to stdout; on a terminal, what could do harm is escaped, so it stays JSON."""
    if not sys.stdout.isatty():
        return text
    return _ANY.sub(lambda found: _escaped(found[0]), text)


def _escaped(char: str) -> str:
    return char if visible(char) == char else json.dumps(char)[1:-1]


class Shown(io.StringIO):
    """Standard output for what writes to a stream, as by `shown`; it holds nothing itself."""

    def write(self, text: str) -> int:
        """Write it, harmless on a terminal."""
        sys.stdout.write(shown(text))
        return len(text)
