"""A plot as a picture of dots, for documents that not every program shows drawings in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workbench.reports import plot
from workbench.reports.view import ReportFigure

FONTS = Path(__file__).parent / "fonts"
WIDTH_MM = 169
"""On the page, between its margins."""
_DOTS_AN_INCH = 160
_PAGE = (
    f"#set page(width: {WIDTH_MM}mm, height: auto, margin: 0pt)\n"
    '#image(bytes(sys.inputs.plot), format: "svg", width: 100%)'
)


def png(figures: Sequence[ReportFigure]) -> bytes:
    """The plot of a series, the same bytes for the same figures."""
    import typst  # noqa: PLC0415 (loads a compiler)

    compiled: Any = typst.compile
    made: bytes = compiled(
        _PAGE.encode(),
        format="png",
        ppi=_DOTS_AN_INCH,
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"plot": plot.svg(figures)},
    )
    return made
