"""What a person is told when the program itself is at fault, which no other error covers."""

from __future__ import annotations

from datetime import UTC, datetime
from types import TracebackType

from workbench.cli.session import say
from workbench.settings import data_folder


def tell_failure(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say it in a line and keep the details in a file; for `sys.excepthook`."""
    import traceback  # noqa: PLC0415 (13 ms that a sound run never needs)

    details = "".join(traceback.format_exception(kind, error, trace))
    say(f"workbench: a fault of the program itself: {kind.__name__}: {error}")
    say("  What was not finished was not filed.")
    file = data_folder() / "failures.log"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}\n{details}\n")
    except OSError as unwritable:
        say(f"  The details could not be written: {unwritable}")
    else:
        say(f"  The details are in {file}; please send them to whoever keeps the program.")
