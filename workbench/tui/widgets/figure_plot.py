"""One quantity through time as a plot of characters: a letter for each who says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from string import ascii_lowercase

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from workbench.desk.facets.tracing import Series, middle
from workbench.errors import InvalidInputError
from workbench.tui import drawing
from workbench.tui.context import InDesk

LEAST = (24, 6)
"""Columns and rows under which a plot says nothing."""
LEGEND = 4


class FigurePlot(InDesk, Widget):
    """Points by their date and size; who said each stands below."""

    DEFAULT_CSS = """
    FigurePlot { background: $background; color: $foreground; padding: 0 0 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._series: Series | None = None
        self._drawn: tuple[tuple[int, int], list[Strip]] | None = None

    def show(self, series: Series | None) -> None:
        """Plot a quantity, or nothing."""
        if series is not self._series:
            self._series = series
            self._drawn = None
            self.refresh()

    def _strips(self) -> list[Strip]:
        size = (self.size.width, self.size.height)
        if self._drawn is None or self._drawn[0] != size:
            self._drawn = (size, self._plot(*size))
        return self._drawn[1]

    def _plot(self, width: int, height: int) -> list[Strip]:
        series = self._series
        if series is None or width < LEAST[0] or height < LEAST[1]:
            return []
        points = plotted(series, self.words("claim.nobody"))
        if len({day for _, day, _ in points}) < 2:
            return [drawing.line(self.words("figures.no_plot"), width, Style(dim=True))]
        names = list(dict.fromkeys(name for name, _, _ in points))
        room = height - min(LEGEND, len(names))
        drawn = [Strip([Segment(row)]) for row in _rows(points, names, width, room)]
        legend = [
            drawing.row(
                [Segment(f" {_sign(number)} "), drawing.line(name, width - 4), Segment(" ")],
                rtl=self.rtl,
            )
            for number, name in enumerate(names[:LEGEND])
        ]
        return [*drawn, *legend]

    def on_resize(self) -> None:
        """Plot to the new size."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row."""
        strips, width = self._strips(), self.size.width
        if y >= len(strips):
            return Strip.blank(width, self.rich_style)
        strip = strips[y].apply_style(self.rich_style)
        return strip.extend_cell_length(width, self.rich_style).crop(0, width)


Point = tuple[str, date, float]


def plotted(series: Series, nobody: str) -> list[Point]:
    """Who, when (what it speaks of, else when it was published) and how much; the rest is left."""
    points = []
    for noted in series.figures:
        figure, size = noted.figure, middle(noted.figure)
        day = _day(figure.time) or _day(figure.published)
        if size is not None and day is not None:
            points.append((figure.claimant or nobody, day, size))
    return points


def _day(edtf: str) -> date | None:
    from workbench.facets.interval import parse_edtf  # noqa: PLC0415

    try:
        interval = parse_edtf(edtf) if edtf else None
    except InvalidInputError:
        return None
    return (interval.earliest or interval.latest) if interval else None


def _sign(number: int) -> str:
    return ascii_lowercase[number % len(ascii_lowercase)]


def _rows(points: Sequence[Point], names: Sequence[str], width: int, height: int) -> list[str]:
    """The plot as plotext draws it, without colours: letters tell who, not hues."""
    import plotext  # noqa: PLC0415 (costs 60 ms, and few screens plot)

    plot = plotext.figure
    plot.clear()
    plot.theme("clear")
    plot.plot_size(width - 1, height)
    for number, name in enumerate(names):
        days = [day.toordinal() for who, day, _ in points if who == name]
        sizes = [size for who, _, size in points if who == name]
        plot.draw(plot.signal(days, sizes, marker=_sign(number)))
    dated = sorted({day for _, day, _ in points})
    ticks = dated if len(dated) <= 3 else [dated[0], dated[len(dated) // 2], dated[-1]]
    across = plot.ruler(0, 0)
    across.ticks([day.toordinal() for day in ticks], [day.isoformat() for day in ticks])
    return [row.rstrip() for row in plotext.uncolorize(str(plot.build())).splitlines()]
