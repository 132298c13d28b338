"""Plug-ins: an installed package adds a reader by naming it."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.intake.intake import readers
from workbench.plugins import plugged


def test_a_reader_of_another_package_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tape.py").write_text("class TapeReader:\n    suffixes = ('.tape',)\n")
    about = tmp_path / "tape-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: tape\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[workbench.intake]\ntape = tape:TapeReader\n")
    assert plugged("workbench.intake") == ()
    monkeypatch.syspath_prepend(tmp_path)
    assert [entry.name for entry in plugged("workbench.intake")] == ["tape"]
    assert [type(reader).__name__ for reader in readers()][-2:] == ["TapeReader", "PlainReader"]
