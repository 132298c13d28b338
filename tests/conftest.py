"""What holds for all tests: no clock decides, and nobody's own settings or data are touched."""

from __future__ import annotations

import gc
import itertools
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("workbench", deadline=None, max_examples=50)
settings.register_profile("long", deadline=None, max_examples=1000)
settings.load_profile("workbench")

_LONGEST_NAME = 200
"""Characters of a value that a test is named by, at most."""
_MEMORY = Path("/dev/shm")
_ROOM = 2 << 30
"""Bytes that must be free there for the files of all tests, many times over."""

_ROOT = Path(__file__).parents[1]
_READ = (
    "import sys; from pathlib import Path; from workbench.facets.types import Clock; "
    "from workbench.splitting import split; from workbench.matching.match import within; "
    "from workbench.matching.types import Statement; "
    "claims = split(Path(sys.argv[1]).read_text(encoding='utf-8'), Clock(None)).claims; "
    "within([Statement(each.text, each.language, each.facets) for each in claims])"
)
_ARTICLES = ("shafaq-coalition-mission.ar.txt", "troop-numbers.en.md")
_WAITING = {"test_desk_pty.py", "test_pty.py", "test_stopped.py"}
"""Tests of terminals and of programs that are stopped: they wait more than they work."""


def pytest_configure(config: pytest.Config) -> None:
    """What is made of the language packs is kept from run to run beside pytest's own cache.

    The programs that tests start keep their bytecode, as installed ones do: compiling the whole
    program in every process costs more than most of them run. They hear Ctrl-C also where the shell
    that runs the tests behind its prompt has told them not to. Hardly anything that is made on the
    way to the first test is garbage, and to look for it as usual takes a fifth of that way.
    """
    gc.set_threshold(20_000, 20, 20)
    if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM:
        # A store waits for the disk with every change, and no test can pull the plug on a disk.
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if config.pluginmanager.hasplugin("cacheprovider"):  # not with -p no:cacheprovider
        assert config.cache is not None
        os.environ.setdefault("WORKBENCH_CACHE", str(config.cache.mkdir("packs")))
        if config.getoption("numprocesses", None) and not hasattr(config, "workerinput"):
            _make_once(Path(os.environ["WORKBENCH_CACHE"]))


def _make_once(folder: Path) -> None:
    """On a clean checkout, compile the program and read its packs before the workers start: each
    of them, and every program that they start, would do the same at the same time."""
    if any(folder.glob("pack-*")):
        return
    python, here = sys.executable, {"cwd": _ROOT, "env": {**os.environ, "PYTHONPATH": str(_ROOT)}}
    subprocess.run([python, "-m", "compileall", "-q", "-j", "2", "workbench"], check=True, **here)
    articles = [_ROOT / "fixtures" / "articles" / name for name in _ARTICLES]
    readers = [subprocess.Popen([python, "-c", _READ, article], **here) for article in articles]
    assert [reader.wait() for reader in readers] == [0] * len(articles)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A long value is named by its length: one of 4 MB would be the name of its test, which goes
    to every worker and into the environment of every program that the test starts."""
    if isinstance(val, str | bytes) and len(val) > _LONGEST_NAME:
        return f"{argname} of {len(val)}"
    return None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Who waits begins: beside others that work; at the end all would wait for them."""
    items.sort(key=lambda item: item.path.name not in _WAITING)


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end.

    To look for garbage in it over and over took a quarter of the time of the tests of screens.
    """
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    """Garbage that complains of itself is heard once; pytest would look five times for it in all
    that is left."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders by number, none of them made yet.

    Most tests never write to theirs, and to number a folder pytest looks through all others.
    """
    parent = tmp_path_factory.mktemp("homes")
    return (parent / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def own_folders(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and data in a folder of the test's own."""
    folder = next(homes)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(folder / name.lower()))
    for name in ("WORKBENCH_DB", "WORKBENCH_USER", "WORKBENCH_BIDI", "WORKBENCH_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    return folder
