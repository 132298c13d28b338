"""Long work on stderr: how far, how fast, and how long still; only where a person looks."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

_EVERY = 0.2
_SETTLED = 1.0
"""Seconds after which a rate means something."""


@contextmanager
def meter(label: str, unit: str, per: float = 1) -> Iterator[Callable[[int, int], None]]:
    """A line that is written over; yields ``report(done, total)``.

    Args:
        label: what is done.
        unit: of the rate.
        per: how many of what is reported make one unit.
    """
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    began = time.monotonic()
    shown = 0.0

    def report(done: int, total: int) -> None:
        nonlocal shown
        now = time.monotonic()
        if now - shown >= _EVERY:
            shown = now
            line = _line(label, done, total, now - began, (unit, per))
            click.echo(f"\r\x1b[K{line}", nl=False, err=True)

    try:
        yield report
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)


def _line(label: str, done: int, total: int, seconds: float, unit: tuple[str, float]) -> str:
    name, per = unit
    parts = [label]
    if total:
        parts.append(f"{min(done / total, 1):4.0%}")
    if seconds > _SETTLED and done:
        rate = done / seconds
        parts.append(f"{rate / per:,.{0 if rate / per >= 10 else 1}f} {name}/s")
        if total > done:
            parts.append(f"{_clock((total - done) / rate)} left")
    return "  ".join(parts)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
