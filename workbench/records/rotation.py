"""Backups that are made by themselves or by the clock: checked when written, the newest kept."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

from workbench.errors import StoreError
from workbench.records.sqlite import Database
from workbench.records.verify import verify_frozen

KEPT = 5
"""Backups kept of those made before upgrades."""
_MOMENT = "%Y%m%dT%H%M%SZ"
_ANY_MOMENT = "[0-9]" * 8 + "T" + "[0-9]" * 6 + "Z"


def before_upgrade(database: Database, revision: str, now: datetime) -> Path:
    """Copy a store beside itself before it is upgraded, check the copy, and keep the newest few.

    Raises:
        StoreError: the copy cannot be written or is not sound; then nothing is upgraded.
    """
    path = database.path
    target = path.with_name(f"{path.name}.{revision}.{now:{_MOMENT}}.backup")
    part = target.with_name(f"{target.name}.part")
    try:
        database.copy_to(part)
        with contextlib.closing(Database(part, read_only=True)) as copy:
            faults = verify_frozen(copy)
        if faults:
            raise StoreError(
                "{path} is not sound, so it is not upgraded: {where} {what}",
                hint="Bring a sound backup back with `workbench restore`.",
                path=path,
                where=faults[0].where,
                what=faults[0].what,
            )
        part.rename(target)
    finally:
        for leftover in part.parent.glob(f"{part.name}*"):
            leftover.unlink(missing_ok=True)
    thin_out(path.parent, f"{path.name}.[0-9][0-9][0-9][0-9].{_ANY_MOMENT}.backup", KEPT)
    return target


def dated(folder: Path, name: str, now: datetime) -> Path:
    """The name of a backup in a folder of backups."""
    return folder / f"{name}.{now:{_MOMENT}}.backup"


def thin_out_dated(folder: Path, name: str, keep: int) -> list[Path]:
    """Take the oldest backups of a folder away, and give those taken."""
    return thin_out(folder, f"{name}.{_ANY_MOMENT}.backup", keep)


def thin_out(folder: Path, pattern: str, keep: int) -> list[Path]:
    """Take away the oldest files of a pattern but the newest few, and give those taken.

    The moment in their names orders them: a copy of a file may have any time of its own.
    """
    found = sorted(folder.glob(pattern), key=lambda file: file.name.split(".")[-2])
    extra = found[: max(0, len(found) - keep)]
    for file in extra:
        file.unlink(missing_ok=True)
    return extra
