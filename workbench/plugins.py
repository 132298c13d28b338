"""Plug-ins: what other installed packages add, by the group of entry points that they name."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


def plugged(group: str) -> Sequence[EntryPoint]:
    """The entry points of a group, of all packages that Python finds.

    Nearly always there are none. Loading what reads them takes 40 ms of every start, so the files
    in which packages name them are looked through for the group first.
    """
    if not any(_may_name(Path(folder).absolute(), group) for folder in sys.path):
        return ()
    from importlib.metadata import entry_points  # noqa: PLC0415 (see above)

    return tuple(entry_points(group=group))


def _may_name(folder: Path, group: str) -> bool:
    """Whether a package in a folder may name the group; of an archive that cannot be told."""
    if not folder.is_dir():
        return folder.is_file()
    return group.encode() in _named(folder, folder.stat().st_mtime_ns)


@cache
def _named(folder: Path, changed: int) -> bytes:
    """What the packages in a folder name, read anew once one has come or gone: formats are asked
    for with every file."""
    files = (folder.glob(f"*.{kind}-info/entry_points.txt") for kind in ("dist", "egg"))
    return b"\n".join(file.read_bytes() for file in chain.from_iterable(files))
