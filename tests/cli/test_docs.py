"""Every command line of the documentation is one that the program understands."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.cli.conftest import Program

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def command_lines() -> Iterator[tuple[str, str]]:
    """The commands in blocks of shell, each with the page that shows it."""
    for page in PAGES:
        for block in re.findall(r"```(?:sh|console)\n(.*?)```", page.read_text(), re.DOTALL):
            for line in re.findall(r"^(?:\$ )?workbench (.*)$", block, re.MULTILINE):
                yield page.name, line


def test_the_documentation_shows_commands_that_there_are(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lines = list(command_lines())
    assert len(lines) > 40
    # Arguments are read and nothing is run.
    monkeypatch.setattr(click.Context, "invoke", lambda *_, **__: None)
    (tmp_path / "incoming").mkdir()
    (tmp_path / "report.pdf").touch()
    for page, line in lines:
        words = shlex.split(re.split(r" (?:>|&&) ", line)[0], comments=True)
        done = program(*words)
        assert done.code == 0, f"{page}: workbench {line}: {done.err}"


@pytest.mark.parametrize("line", ["claims --newest", "step 31 counter-evidence", "sources list"])
def test_what_there_is_not_would_be_noticed(
    line: str, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(click.Context, "invoke", lambda *_, **__: None)
    assert program(*line.split()).code == 2
