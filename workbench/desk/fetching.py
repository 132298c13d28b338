"""Files from the web, through the guarded client, kept as long as they are read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.exchange.opening import kept
from workbench.intake.fetch import Limits, fetch

MOST_BYTES = 500_000_000
SECONDS = 300.0


@contextmanager
def fetched(url: str, *, allow_private: bool = False) -> Iterator[Path]:
    """What an address answers, as a file.

    Raises:
        InvalidInputError: it does not answer, is private, or sends too much.
    """
    limits = Limits(seconds=SECONDS, size=MOST_BYTES, allow_private=allow_private)
    with kept(io.BytesIO(fetch(url, limits).data)) as path:
        yield path
