"""Reports and claims to a file: the one place of this room that knows how they are written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from workbench.desk.files import replacing, write_whole
from workbench.desk.types import ClaimFilter

if TYPE_CHECKING:
    from workbench.desk import Desk

DATA = {"csv": ".csv", "xlsx": ".xlsx", "jsonl": ".jsonl"}
"""Formats of the claims themselves, to be gone on with elsewhere, and the suffix of their files."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is of: an article, or a selection of claims."""

    article_id: int | None = None
    claim_ids: tuple[int, ...] = ()


def formats() -> dict[str, str]:
    """Format name → suffix of its files: those of reports, then of the claims themselves."""
    from workbench.reports import render  # noqa: PLC0415 (only needed to export)

    return {name: render.report_format(name).suffix for name in render.formats()} | DATA


def write(desk: Desk, scope: Scope, name: str, path: Path, language: str) -> None:
    """The report of ``scope``, or its claims, to a file.

    Raises:
        WorkbenchError: the format is not known, or the file cannot be written.
    """
    if name not in DATA:
        write_whole(path, render_report(desk, scope, name, language))
        return
    claims = scope.claim_ids
    if scope.article_id is not None:
        there = ClaimFilter(article_id=scope.article_id, include_set_aside=True)
        claims = tuple(desk.claims.ids(there))
    with replacing(path) as stream:
        raw = cast("IO[bytes]", stream.buffer)
        desk.exchange.export_to(raw, name=path.name, format_name=name, claims=claims)


def render_report(desk: Desk, scope: Scope, name: str, language: str) -> bytes:
    """The report of ``scope`` as a whole file.

    Raises:
        WorkbenchError: the format is not known, or the record cannot be read.
    """
    from workbench.reports.render import render  # noqa: PLC0415

    if scope.article_id is not None:
        return render(desk.reports.article(scope.article_id, language=language), name)
    return render(desk.reports.claims(scope.claim_ids, language=language), name)
