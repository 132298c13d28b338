"""Where a user's own folders are."""

from __future__ import annotations

import sys
from typing import get_args

import platformdirs
import pytest

from workbench.folders import Kind, user_folder

ASKED = {
    "cache": platformdirs.user_cache_path,
    "config": platformdirs.user_config_path,
    "data": platformdirs.user_data_path,
    "state": platformdirs.user_state_path,
}
PLACES = [
    {"HOME": "/home/amal"},
    {"HOME": "/home/amal/"},
    {"HOME": "/home/amal", "XDG_{}_HOME": "/srv/desk"},
    {"HOME": "/home/amal", "XDG_{}_HOME": "desk"},
    {"HOME": "/home/amal", "XDG_{}_HOME": ""},
    {"HOME": "here", "XDG_{}_HOME": "/srv/desk"},
    {"HOME": "here"},
    {"HOME": ""},
    {"HOME": "/"},
    {},
    {"XDG_{}_HOME": "/srv/desk"},
]


@pytest.mark.parametrize("place", PLACES, ids=str)
@pytest.mark.parametrize("kind", get_args(Kind))
def test_folders_are_where_platformdirs_has_them(
    kind: Kind, place: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    named = {name.format(kind.upper()): value for name, value in place.items()}
    for name in ("HOME", f"XDG_{kind.upper()}_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in named.items():
        monkeypatch.setenv(name, value)
    assert user_folder(kind) == ASKED[kind]("workbench")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the environment does not say it")
def test_on_linux_platformdirs_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/amal")
    monkeypatch.setitem(sys.modules, "platformdirs", None)
    assert user_folder("config").name == "workbench"
