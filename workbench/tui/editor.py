"""Long text in the person's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from textual.app import App, SuspendNotSupported

from workbench.errors import WorkbenchError

FALLBACKS = ("nano", "vi")


def editor_command() -> list[str]:
    """The editor as the environment names it (``VISUAL``, then ``EDITOR``)."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or FALLBACKS[0]
    return shlex.split(named)


def edit_in_editor(app: App[object], text: str) -> str:
    """Give the terminal to the editor and take the text back when it ends.

    Raises:
        WorkbenchError: no editor can be started here, or it failed.
    """
    with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
        file = Path(folder) / "text.txt"
        file.write_text(text, encoding="utf-8")
        try:
            with app.suspend():
                done = subprocess.run([*editor_command(), str(file)], check=False)  # noqa: S603
            edited = file.read_text(encoding="utf-8")
        except SuspendNotSupported as error:
            raise WorkbenchError("an editor cannot be opened from here") from error
        except (OSError, UnicodeDecodeError) as error:
            raise WorkbenchError(
                "the editor could not be used: {reason}",
                hint="Set the environment variable EDITOR to your editor's command.",
                reason=error,
            ) from error
    if done.returncode:
        raise WorkbenchError("the editor ended with an error; the text was not changed")
    return edited.strip("\n")
