"""The program as a user calls it, in this process, on a store of its own."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.real import CLEAN, Real
from workbench.cli.app import run
from workbench.desk import Desk
from workbench.settings import Settings


@dataclass(frozen=True)
class Done:
    """How a run of the program ended."""

    code: int
    out: str
    err: str


Program = Callable[..., Done]


def _no_terminal(desk: Desk, settings: Settings) -> None:
    raise AssertionError("the terminal desk was opened")


@pytest.fixture
def program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Program:
    """``program("add", "a.txt", stdin=b"")`` runs `workbench add a.txt` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("WORKBENCH_USER", "Amal")
    monkeypatch.delenv("WORKBENCH_DB", raising=False)

    def call(*arguments: object, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "argv", ["workbench", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = 0
        try:
            run(_no_terminal)
        except SystemExit as end:
            code = int(end.code or 0)
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return call


@pytest.fixture
def real(tmp_path: Path) -> Real:
    """The program in an empty folder."""
    return Real(tmp_path)


@pytest.fixture(scope="session")
def filed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds an article."""
    real = Real(tmp_path_factory.mktemp("filed"))
    assert real("add", "-", stdin=CLEAN.encode()).code == 0
    return real.folder / "claims.db"


@pytest.fixture
def filled(real: Real, filed: Path) -> Real:
    """The program in a folder whose store holds an article."""
    shutil.copyfile(filed, real.folder / filed.name)
    return real
