"""The worked example: a file that is shipped, and everybody's own copy of it.

The shipped file is never written to, so that trying things out does not change the checkout;
whoever opens it works on a copy in their own data folder.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from workbench.digests import sha256_of
from workbench.errors import NotFoundError
from workbench.records.store import path_of
from workbench.settings import data_folder

_PACKAGE = Path(__file__).resolve().parents[1]
_SHIPPED = (_PACKAGE.parent / "claims.db", _PACKAGE / "example.db")
"""In a checkout; in an installed package."""


def example_copy(*, reset: bool = False, shipped: Path | None = None) -> Path:
    """The user's own copy of the example, made if there is none yet.

    A copy is named after the content it was made from, so that a newer example does not take
    the place of one that somebody has worked on.

    Args:
        reset: begin again from the example as shipped; the old copy is kept with ``.old``.
        shipped: the example to copy; the program's own by default.

    Raises:
        NotFoundError: the program was installed without its example.
    """
    shipped = shipped or _shipped()
    copy = _copy_of(shipped)
    if reset and copy.exists():
        for suffix in ("-wal", "-shm"):
            copy.with_name(copy.name + suffix).unlink(missing_ok=True)
        copy.replace(copy.with_suffix(".old"))
    if not copy.exists():
        copy.parent.mkdir(parents=True, exist_ok=True)
        fresh = copy.with_suffix(".new")
        shutil.copyfile(shipped, fresh)
        fresh.replace(copy)
    return copy


def has_copy() -> bool:
    """Whether the user has opened this example before.

    Raises:
        NotFoundError: the program was installed without its example.
    """
    return _copy_of(_shipped()).exists()


def _shipped() -> Path:
    found = next((path for path in _SHIPPED if path.is_file()), None)
    if found is None:
        raise NotFoundError(
            "the worked example was not installed", hint="Run the program from its checkout."
        )
    return found


def _copy_of(shipped: Path) -> Path:
    digest = sha256_of(shipped.read_bytes())[:10]
    return data_folder() / f"example-{digest}.db"


def working_copy(address: str) -> tuple[str, str]:
    """The address to work on, and a word to the user where it is not the one given."""
    path = path_of(address)
    if not path.is_file() or path.resolve() not in _SHIPPED:
        return address, ""
    copy = example_copy(shipped=path)
    return str(copy), (
        f"{path} is the worked example; you are working on your own copy of it, {copy}. "
        "Begin a desk of your own with --db FILE, or in another folder."
    )
