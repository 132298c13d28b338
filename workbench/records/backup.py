"""Copies of a store, made while it is in use, and the way back from one."""

from __future__ import annotations

import contextlib
import shutil
from datetime import datetime
from pathlib import Path

from workbench.errors import InvalidInputError, StoreError
from workbench.records import schema
from workbench.records.sqlite import Database
from workbench.records.store import Store, path_of
from workbench.records.verify import verify


def backup(store: Store, target: Path) -> None:
    """Copy a store to a file, while anybody may go on working, and check the copy.

    Raises:
        InvalidInputError: there is a file already.
        StoreError: the copy cannot be written, or is not sound; a sound file is never replaced.
    """
    if target.exists():
        raise InvalidInputError(
            "{target} is there already",
            hint="Give a new name; a backup is never overwritten.",
            target=target,
        )
    if not target.parent.is_dir():
        raise StoreError(
            "the folder {parent} does not exist", hint="Make it first.", parent=target.parent
        )
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        store.db.copy_to(part)
        with contextlib.closing(Database(part)) as copy:
            copy.single_file()
        check_copy(part)
        part.rename(target)
    finally:
        part.unlink(missing_ok=True)


def check_copy(path: Path) -> None:
    """Refuse a file that is not a sound claim store of today's schema or an earlier one.

    Raises:
        StoreError: it is not.
    """
    with contextlib.closing(Database(path, read_only=True)) as database:
        found = schema.revision(database)
        if found not in schema.REVISIONS:
            raise StoreError("{path} is not a claim store that this program knows", path=path)
        if found == schema.REVISIONS[-1] and (faults := verify(database)):
            first = faults[0]
            raise StoreError(
                "{path} is not sound: {where} {what}"
                if len(faults) == 1
                else "{path} is not sound: {where} {what} (and {more} more)",
                hint="`workbench verify` lists everything that is wrong.",
                path=path,
                where=first.where,
                what=first.what,
                more=len(faults) - 1,
            )


def restore(address: str | Path, source: Path, moment: datetime) -> Path | None:
    """Put a backup in a store's place; what was there is kept beside it.

    Other programs that have the store open see what was restored.

    Args:
        address: the store.
        source: the backup.
        moment: names the file that keeps what was there.

    Returns:
        The file that keeps what was there, or ``None`` where there was nothing.

    Raises:
        StoreError: the backup is not sound, or the store cannot be written; it is as it was.
    """
    if not source.is_file():
        raise StoreError("there is no file {source}", source=source)
    check_copy(source)
    target = path_of(address)
    kept = _keep(target, target.with_name(f"{target.name}.{moment:%Y%m%dT%H%M%SZ}.before"))
    with contextlib.closing(Database(source, read_only=True)) as database:
        database.copy_to(target)
    return kept


def _keep(target: Path, kept: Path) -> Path | None:
    """Copy what stands at ``target``; move it away where it is too damaged to be written over."""
    if not target.exists():
        return None
    try:
        with contextlib.closing(Database(target)) as database:
            schema.revision(database)
            database.copy_to(kept)
    except StoreError:
        for suffix in ("", "-wal", "-shm"):
            part = target.with_name(target.name + suffix)
            if part.exists():
                shutil.move(part, kept.with_name(kept.name + suffix))
    return kept
