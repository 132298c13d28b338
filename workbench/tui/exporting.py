"""Reports to a file: the one place of this room that knows how they are rendered."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from workbench.errors import InvalidInputError

if TYPE_CHECKING:
    from workbench.desk import Desk


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is of: an article, or a selection of claims."""

    article_id: int | None = None
    claim_ids: tuple[int, ...] = ()


def formats() -> dict[str, str]:
    """Format name → suffix of its files."""
    from workbench.reports import render  # noqa: PLC0415 (only needed to export)

    return {name: render.report_format(name).suffix for name in render.formats()}


def render_report(desk: Desk, scope: Scope, name: str, language: str) -> bytes:
    """The report of ``scope`` as a whole file.

    Raises:
        WorkbenchError: the format is not known, or the record cannot be read.
    """
    from workbench.reports.render import render  # noqa: PLC0415

    if scope.article_id is not None:
        return render(desk.reports.article(scope.article_id, language=language), name)
    return render(desk.reports.claims(scope.claim_ids, language=language), name)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all.

    Raises:
        InvalidInputError: it cannot be written there.
    """
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            file.write(data)
        os.chmod(file.name, 0o644)  # noqa: PTH101 (a name, not a path)
        Path(file.name).replace(path)
    except OSError as error:
        raise InvalidInputError(
            f"{path} cannot be written: {error.strerror or error}",
            hint="Choose another folder, or make room.",
        ) from error
