"""Long text in the person's own editor."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from textual.app import App, SuspendNotSupported

from workbench.errors import WorkbenchError

FALLBACKS = ("nano", "vi")
"""Where the environment names none: the first that there is."""


def editor_command() -> list[str]:
    """The editor as the environment names it (``VISUAL``, then ``EDITOR``).

    Raises:
        ValueError: a quotation mark in it is left open.
    """
    for name in ("VISUAL", "EDITOR"):
        if command := shlex.split(os.environ.get(name, "")):
            return command
    return [next(filter(shutil.which, FALLBACKS), FALLBACKS[0])]


def edit_in_editor(app: App[object], text: str) -> str:
    """Give the terminal to the editor and take the text back when it ends.

    Raises:
        WorkbenchError: no editor can be started here, or it failed.
    """
    with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
        file = Path(folder) / "text.txt"
        file.write_text(f"{text}\n", encoding="utf-8")
        try:
            code = _run(app, [*editor_command(), str(file)])
            edited = file.read_text(encoding="utf-8")
        except SuspendNotSupported as error:
            raise WorkbenchError("an editor cannot be opened from here") from error
        except (OSError, ValueError) as error:
            raise WorkbenchError(
                "the editor could not be used: {reason}",
                hint="Set the environment variable EDITOR to your editor's command.",
                reason=error,
            ) from error
    if code:
        raise WorkbenchError("the editor ended with an error; the text was not changed")
    return edited.strip("\n")


def _run(app: App[object], command: list[str]) -> int:
    """Run it on the terminal; its exit code.

    What goes wrong is raised only once the desk has the terminal back: Textual does not take it
    back after an error, and all would stand still.
    """
    failed: OSError | ValueError | None = None
    code = 0
    with app.suspend(), _unmoved_by_ctrl_c():
        try:
            code = subprocess.run(command, check=False).returncode  # noqa: S603
        except (OSError, ValueError) as error:
            failed = error
    if failed is not None:
        raise failed
    return code


@contextmanager
def _unmoved_by_ctrl_c() -> Iterator[None]:
    """Ctrl-C in the editor is meant for the editor."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
