"""Lines of a file of text, none longer than memory should hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from workbench.errors import Said
from workbench.exchange.types import BadRow

LONGEST = 16_000_000
"""Characters of a line that are read: a claim with everything on file about it has far fewer."""


def lines(stream: IO[str]) -> Iterator[tuple[int, str] | BadRow]:
    """Number and text of every line that says something; a line too long is passed over."""
    number = 0
    while line := stream.readline(LONGEST):
        number += 1
        if len(line) == LONGEST and not line.endswith("\n"):
            yield BadRow(
                number,
                "",
                Said("a line of more than {limit:,.0f} million characters", limit=LONGEST / 1e6),
                "One record a line; is this another format, or are its line ends missing?",
            )
            _skip(stream)
        elif not line.isspace():
            yield number, line.removeprefix("\ufeff")  # of a file put behind another


def _skip(stream: IO[str]) -> None:
    while (rest := stream.readline(LONGEST)) and not rest.endswith("\n"):
        pass
