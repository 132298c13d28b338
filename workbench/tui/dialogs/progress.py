"""Long work in a thread: how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import ClassVar, Generic, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import ProgressBar, Static
from textual.worker import get_current_worker

from workbench.errors import WorkbenchError
from workbench.tui import drawing
from workbench.tui.context import InDesk
from workbench.tui.keys import bind
from workbench.tui.text.modal import SeeThroughScreen
from workbench.tui.widgets.key_footer import KeyFooter

Found = TypeVar("Found")
Report = Callable[[int, int], None]


class CancelledError(WorkbenchError):
    """The person stopped the work; nothing of it was written."""


class ProgressDialog(InDesk, SeeThroughScreen[Found | WorkbenchError], Generic[Found]):
    """Runs ``task(report)`` in a thread; gives its result, or the error that it ended with.

    ``report`` raises `CancelledError` inside the task once the person asked to stop, so that a
    transaction around it is rolled back.
    """

    DEFAULT_CSS = """
    ProgressDialog { align: center middle; background: $background 70%; }
    ProgressDialog > Vertical {
        width: 60; height: auto; background: $surface; border: round $primary; padding: 0 1;
    }
    ProgressDialog Static, ProgressDialog ProgressBar { height: auto; width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [bind("dialog.cancel", "stop")]

    def __init__(self, what: str, task: Callable[[Report], Found]) -> None:
        super().__init__()
        self._what = what
        self._work = task
        self._stop = Event()

    def compose(self) -> ComposeResult:
        """What is being done, and how far it is."""
        with Vertical():
            yield Static(drawing.plain(self._what))
            yield ProgressBar(show_eta=False)
        yield KeyFooter()

    def on_mount(self) -> None:
        """Begin."""
        self._run()

    @work(thread=True, exclusive=True)
    def _run(self) -> None:
        worker = get_current_worker()

        def report(done: int, total: int) -> None:
            if self._stop.is_set() or worker.is_cancelled:
                raise CancelledError(self.words("progress.stopped"))
            self.app.call_from_thread(self._show, done, total)

        outcome: Found | WorkbenchError
        try:
            outcome = self._work(report)
        except WorkbenchError as error:
            outcome = error
        self.app.call_from_thread(self.dismiss, outcome)

    def _show(self, done: int, total: int) -> None:
        self.query_one(ProgressBar).update(total=total, progress=done)

    def action_stop(self) -> None:
        """Stop at the next step; nothing is written."""
        self._stop.set()
        self.query_one(Static).update(drawing.plain(self.words("progress.stopping")))
