"""The second process: reads a file to be imported, or the facets of wordings, as it is asked.

`reading_ahead` starts it as ``python -m workbench.desk.exchange.second_core``. It has no store.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import IO

from workbench.desk import codec
from workbench.desk.exchange.collecting import seldom
from workbench.desk.exchange.messages import Answer, Reading, receive, send
from workbench.desk.facets import refacet
from workbench.desk.facets.unread import Wording
from workbench.errors import WorkbenchError


def main() -> None:
    """The second process: one reading, until its input ends."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    reading = receive(requests, Reading)
    if reading is None:
        return
    parts = _file(reading) if reading.path else _facets(requests)
    try:
        with seldom():
            for part in parts:
                send(answers, part)
    except BrokenPipeError:
        os._exit(0)  # nobody listens any more


def _file(reading: Reading) -> Iterator[Answer]:
    from workbench.desk.exchange.incoming_file import parts  # noqa: PLC0415 (every format)

    try:
        yield from (Answer(records, at) for records, at in parts(reading))
        yield Answer()
    except WorkbenchError as error:
        yield Answer(problem=error.said, hint=error.advice)


def _facets(requests: IO[bytes]) -> Iterator[Answer]:
    while (wordings := receive(requests, list[Wording])) is not None:
        yield Answer(facets=[codec.dump(refacet.facets_of(*each)) for each in wordings])


if __name__ == "__main__":
    main()
