"""The folders in which a user's programs keep what is theirs.

`platformdirs` knows them on every system, and takes longer to be imported than a small command
takes. On Linux the environment says them by itself, and it is not asked.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

Kind = Literal["cache", "config", "data", "state"]
_PROGRAM = "workbench"
_USUAL: dict[Kind, str] = {
    "cache": ".cache",
    "config": ".config",
    "data": ".local/share",
    "state": ".local/state",
}
"""By the XDG base directory specification, where the environment names no other."""


def user_folder(kind: Kind) -> Path:
    """The program's own folder for things of that kind.

    Raises:
        RuntimeError: the user has no home.
    """
    if sys.platform == "linux" and "ANDROID_ROOT" not in os.environ:
        named, home = os.environ.get(f"XDG_{kind.upper()}_HOME", ""), os.environ.get("HOME", "")
        if Path(named).is_absolute():
            return Path(named) / _PROGRAM
        if Path(home).is_absolute():
            return Path(home) / _USUAL[kind] / _PROGRAM
    import platformdirs  # noqa: PLC0415 (only where it is needed)

    ask = {
        "cache": platformdirs.user_cache_path,
        "config": platformdirs.user_config_path,
        "data": platformdirs.user_data_path,
        "state": platformdirs.user_state_path,
    }
    return ask[kind](_PROGRAM)
