"""Reports to a file: the one place of this room that knows how they are rendered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
