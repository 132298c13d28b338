"""The program: the command line, and the terminal desk that it opens when given no command."""

from __future__ import annotations

import atexit
import gc
import signal
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import FrameType

    from workbench.desk import Desk
    from workbench.settings import Settings

SELDOM = (20_000, 5, 5)
"""So many things made before Python looks for rings of them that nobody holds any more. After 700,
as it is set by itself, a tenth of the start and a third of opening an article went into looking."""
ONCE = (300_000, 5, 5)
"""The same while a command runs: it is over before much could gather, and reads whole lexicons."""

TURN = 0.001
"""Seconds after which work in the background gives way to a key; Python's own are five times that,
and a key waits for several turns."""


def main() -> None:
    """Run `workbench`. The faces do not know each other; they meet only here."""
    gc.set_threshold(*ONCE)
    # At its end Python looks through all that it holds for rings once more: a sixth of `match`.
    atexit.register(gc.freeze)
    signal.signal(signal.SIGTERM, _terminated)
    try:
        from workbench.cli.app import run  # noqa: PLC0415 (importing this module costs nothing)
        from workbench.cli.failure import tell_failure  # noqa: PLC0415

        sys.excepthook = tell_failure
        run(_open_terminal)
    except KeyboardInterrupt:  # while the program was still loading
        sys.exit(130)


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    """Leave by the way of an exception, so that half-written files are cleared away."""
    sys.exit(128 + number)


def _open_terminal(desk: Desk, settings: Settings, tour: bool) -> None:
    gc.set_threshold(*SELDOM)
    sys.setswitchinterval(TURN)
    from workbench.tui import run  # noqa: PLC0415 (Textual costs 150 ms)

    run(
        desk,
        bidi=settings.bidi,
        language=settings.language,
        theme=settings.theme,
        keymap=settings.keys,
        tour=tour,
    )


if __name__ == "__main__":
    main()
