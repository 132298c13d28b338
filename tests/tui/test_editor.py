"""Which editor is a person's own."""

from __future__ import annotations

import pytest

from workbench.tui import editor


@pytest.mark.parametrize(
    ("visual", "named", "there", "command"),
    [
        ("code -w", "vim", {"nano", "vi"}, ["code", "-w"]),
        ("", "'my editor' -n", {"nano", "vi"}, ["my editor", "-n"]),
        (" ", " ", {"nano", "vi"}, ["nano"]),
        ("", "", {"vi"}, ["vi"]),
        ("", "", set(), ["nano"]),
    ],
)
def test_the_editor_is_the_one_that_is_named_or_there(
    visual: str, named: str, there: set[str], command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", visual)
    monkeypatch.setenv("EDITOR", named)
    monkeypatch.setattr(editor.shutil, "which", lambda name: name if name in there else None)
    assert editor.editor_command() == command
