"""Files from the web, through the guarded client, kept as long as they are read."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.desk.session import Progress, silent
from workbench.desk.sources import factcheck_api
from workbench.intake.fetch import Limits, fetch

MOST_BYTES = 500_000_000
SECONDS = 300.0


@contextmanager
def fetched(
    url: str,
    *,
    allow_private: bool = False,
    progress: Progress = silent,
    wait: Callable[[float], None] = time.sleep,
) -> Iterator[Path]:
    """What an address answers, as a file.

    Args:
        url: of a file, or a call of the Fact Check Tools API.
        allow_private: ask private addresses too.
        progress: told ``(pages, 0)`` where there are several; what it raises stops the fetching.
        wait: waits so many seconds, which a busy API asks for.

    Raises:
        InvalidInputError: it does not answer, is private, or sends too much.
    """
    limits = Limits(seconds=SECONDS, size=MOST_BYTES, allow_private=allow_private)
    lines: Iterable[bytes]
    if factcheck_api.is_api(url):
        lines = (line + b"\n" for line in factcheck_api.answers(url, limits, progress, wait))
    else:
        lines = (fetch(url, limits).data,)
    with tempfile.NamedTemporaryFile(prefix="workbench-") as copy:
        copy.writelines(lines)
        copy.flush()
        yield Path(copy.name)
