"""Figures over time as a plot: one small SVG that reads in light, in dark and on paper.

It holds numbers and dates only; who says what stands in the table that the plot's numbers point
to. A figure for a month is drawn as long as the month: no day is invented.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import quoteattr

from workbench.reports.view import ReportFigure

_WIDTH, _HEIGHT = 640, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 20, 18, 34
_LEAST = 9
"""Width of a mark, in the plot's units, however short the time it stands for."""
_LABEL_GAP = 15
_STYLE = 'font-family="Noto Sans, Noto Naskh Arabic, sans-serif" font-size="11" fill="currentColor"'


@dataclass(frozen=True, slots=True)
class _Scale:
    """Values → places on one axis."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


def svg(figures: Sequence[ReportFigure], label: str = "") -> str:
    """The figures, each a bar as wide as its time and as high as its range, numbered from 1.

    Those of claims in the report are filled, the others outlined, what is denied is crossed out.
    No text from the record is drawn in it, so that it may stand in a page as it is.

    Args:
        figures: of one unit.
        label: what is drawn, for those who do not see it.
    """
    days = [day.toordinal() for figure in figures for day in _days(figure)]
    values = [end for figure in figures for end in (figure.low, figure.high)]
    across = _Scale(*_roomy(min(days), max(days)), _LEFT, _WIDTH - _RIGHT)
    ticks = _steps(min(values), max(values))
    up = _Scale(ticks[0], ticks[-1], _HEIGHT - _BOTTOM, _TOP)
    parts = [*_grid(ticks, up), *_dates(min(days), max(days), across)]
    taken: list[tuple[float, float]] = []
    for number, figure in enumerate(figures, 1):
        parts += _mark(number, figure, across, up, taken)
    named = f" aria-label={quoteattr(label)}" if label else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img"'
        f'{named} direction="ltr" {_STYLE}>{"".join(parts)}</svg>'
    )


def _days(figure: ReportFigure) -> tuple[date, date]:
    return date.fromisoformat(figure.since), date.fromisoformat(figure.until)


def _roomy(low: float, high: float) -> tuple[float, float]:
    room = max(1.0, (high - low) * 0.04)
    return low - room, high + room


def _steps(low: float, high: float) -> list[float]:
    """Four to eight round values that hold all of them, zero among them where it is near."""
    if 0 < low <= high * 0.9 or low == high > 0:
        low = 0.0
    spread = (high - low) or abs(high) or 1.0
    power = 10.0 ** math.floor(math.log10(spread / 4))
    step = next(power * times for times in (1, 2, 2.5, 5, 10) if spread / (power * times) <= 6)
    first, last = math.floor(low / step), math.ceil(high / step)
    last += last == first
    return [number * step for number in range(first, last + 1)]


def _grid(ticks: Sequence[float], up: _Scale) -> Iterator[str]:
    for tick in ticks:
        y = up(tick)
        yield (
            f'<path d="M{_LEFT} {y}H{_WIDTH - _RIGHT}" stroke="currentColor" stroke-opacity=".18"/>'
        )
        yield f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{tick:,.12g}</text>'


def _dates(first: int, last: int, across: _Scale) -> Iterator[str]:
    """Both ends of time, and round dates between them where there is room."""
    marks = {first, last} if first != last else {first}
    shown: list[float] = []
    for day in sorted(marks, key=lambda day: (day not in (first, last), day)):
        x = across(day)
        if all(abs(x - other) > 80 for other in shown):
            shown.append(x)
            said = date.fromordinal(day).isoformat()
            yield (
                f'<path d="M{x} {_HEIGHT - _BOTTOM}v5" stroke="currentColor"/>'
                f'<text x="{x}" y="{_HEIGHT - 12}" text-anchor="{_anchor(x)}">{said}</text>'
            )


def _anchor(x: float) -> str:
    return "start" if x < _LEFT + 60 else "end" if x > _WIDTH - _RIGHT - 60 else "middle"


def _mark(
    number: int,
    figure: ReportFigure,
    across: _Scale,
    up: _Scale,
    taken: list[tuple[float, float]],
) -> Iterator[str]:
    since, until = _days(figure)
    left, right = across(since.toordinal()), across(until.toordinal())
    middle = round((left + right) / 2, 1)
    width = round(max(right - left, _LEAST), 1)
    top, bottom = up(figure.high), up(figure.low)
    height = round(max(bottom - top, 5.0), 1)
    y = round((top + bottom - height) / 2, 1)
    fill = 'fill="currentColor" fill-opacity=".7"' if figure.reported else 'fill="none"'
    yield (
        f'<rect x="{round(middle - width / 2, 1)}" y="{y}" width="{width}" height="{height}"'
        f' rx="2" {fill} stroke="currentColor"/>'
    )
    if figure.denied:
        yield f'<path d="M{middle - 7} {y - 4}l14 {height + 8}" stroke="currentColor"/>'
    label = y - 5.0
    while any(abs(label - ty) < 10 and abs(middle - tx) < _LABEL_GAP for tx, ty in taken):
        label -= 10
    taken.append((middle, label))
    yield f'<text x="{middle}" y="{round(label, 1)}" text-anchor="middle">{number}</text>'
