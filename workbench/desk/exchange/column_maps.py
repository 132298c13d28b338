"""Which column of somebody's table is which, kept under a name in the user's data folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from workbench.desk.files import write_whole
from workbench.errors import InvalidInputError, NotFoundError
from workbench.settings import data_folder

_NAME = re.compile(r"[\w -]{1,60}")


def save_map(name: str, columns: Mapping[str, str]) -> None:
    """Keep a mapping: our name of a column → its name in the file.

    Raises:
        InvalidInputError: it is empty, or its name is no name for a file.
    """
    if not columns:
        raise InvalidInputError("there is no mapping to keep", hint="Give it: --map text=Claim.")
    file = _file(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, msgspec.json.format(msgspec.json.encode(columns)) + b"\n")


def load_map(name: str) -> dict[str, str]:
    """A mapping kept before.

    Raises:
        NotFoundError: there is none of that name.
        InvalidInputError: the file of it is damaged.
    """
    file = _file(name)
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, str])
    except FileNotFoundError as error:
        known = ", ".join(sorted(each.stem for each in file.parent.glob("*.json"))) or "none"
        raise NotFoundError(
            "no mapping is kept under {name!r}", hint="Kept are: {known}.", name=name, known=known
        ) from error
    except msgspec.DecodeError as error:
        raise InvalidInputError(
            "{file} is damaged: {reason}", hint="Keep it anew.", file=file, reason=error
        ) from error


def _file(name: str) -> Path:
    if not _NAME.fullmatch(name):
        raise InvalidInputError(
            "{name!r} is no name", hint="Use letters, digits and hyphens.", name=name
        )
    return data_folder() / "column-maps" / f"{name}.json"
